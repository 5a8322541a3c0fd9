//! The contents of a file by its published schema: where its texts are, and entries of every kind that it may hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

const MOMENT: &str = "2026-05-11T09:00:00Z";
const DAY: &str = "2026-05-11";
const NOTHING: &[Value] = &[];

pub struct Schema {
    root: Value,
    /// What stands for each name of a definition, such as an id of the round or a key.
    known: BTreeMap<&'static str, Value>,
}

/// A place in contents, and what may be put there.
pub struct Addition {
    pub pointer: String,
    pub value: Value,
}

impl Schema {
    pub fn of(kind: &str, known: &[(&'static str, Value)]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/schema");
        let text = fs::read_to_string(folder.join([kind, ".json"].concat())).unwrap();
        let known = known.iter().cloned().collect();
        Self { root: serde_json::from_str(&text).unwrap(), known }
    }

    /// Every text that anybody may word, by its definition and its members.
    pub fn texts(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut waiting = vec![(String::new(), &self.root)];
        let mut seen = BTreeSet::new();
        while let Some((path, node)) = waiting.pop() {
            if let Some(name) = name_of(node) {
                if seen.insert(name) {
                    waiting.push((name.to_owned(), self.definition(name)));
                }
                continue;
            }
            if is_text(node) {
                found.insert(path.clone());
            }
            waiting.extend(variants(node).iter().map(|one| (path.clone(), one)));
            waiting.extend(items(node).map(|one| (path.clone(), one)));
            waiting.extend(members(node).map(|(name, one)| (join(&path, name), one)));
            waiting.extend(values(node).map(|one| (join(&path, "*"), one)));
        }
        found
    }

    /// Lets `each` look at every text of these contents, with its place.
    pub fn each_text(&self, contents: &mut Value, each: &mut dyn FnMut(&str, &mut String)) {
        self.texts_in(&self.root, "", contents, each);
    }

    fn texts_in(
        &self,
        node: &Value,
        path: &str,
        value: &mut Value,
        each: &mut dyn FnMut(&str, &mut String),
    ) {
        if let Some(name) = name_of(node) {
            return self.texts_in(self.definition(name), name, value, each);
        }
        if let Some(variant) = variants(node).iter().find(|one| self.fits(one, value)) {
            self.texts_in(variant, path, value, each);
        }
        match value {
            Value::String(text) if is_text(node) => each(path, text),
            Value::Array(all) => {
                for (at, value) in all.iter_mut().enumerate() {
                    let Some(item) = item(node, at) else { continue };
                    self.texts_in(item, path, value, each);
                }
            }
            Value::Object(all) => {
                for (name, value) in all {
                    let known = node.get("properties").and_then(|all| all.get(name));
                    let (place, member) = match known {
                        Some(member) => (join(path, name), Some(member)),
                        None => (join(path, "*"), values(node).next()),
                    };
                    let Some(member) = member else { continue };
                    self.texts_in(member, &place, value, each);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Whether a value is of a variant.
    fn fits(&self, node: &Value, value: &Value) -> bool {
        if let Some(name) = name_of(node) {
            return self.fits(self.definition(name), value);
        }
        if let Some(only) = node.get("const") {
            return only == value;
        }
        if let Some(all) = node.get("enum").and_then(Value::as_array) {
            return all.contains(value);
        }
        if !variants(node).is_empty() && !variants(node).iter().any(|one| self.fits(one, value)) {
            return false;
        }
        let named = |name: &str| match node.get("type") {
            Some(Value::String(one)) => one == name,
            Some(Value::Array(all)) => all.iter().any(|one| one == name),
            _ => true,
        };
        match value {
            Value::Null => named("null"),
            Value::Bool(_) => named("boolean"),
            Value::Number(_) => named("integer") || named("number"),
            Value::String(_) => named("string"),
            Value::Array(_) => named("array"),
            Value::Object(all) => named("object") && self.fits_members(node, all),
        }
    }

    fn fits_members(&self, node: &Value, value: &Map<String, Value>) -> bool {
        let has = |name: &Value| name.as_str().is_some_and(|name| value.contains_key(name));
        let is_closed = node.get("additionalProperties") == Some(&json!(false))
            && node.get("patternProperties").is_none();
        let known = |name: &String| members(node).any(|(one, _)| one == name);
        required(node).iter().all(has)
            && (!is_closed || value.keys().all(known))
            && members(node)
                .all(|(name, member)| value.get(name).is_none_or(|value| self.fits(member, value)))
    }

    /// What these contents may hold besides, a thing at a time.
    pub fn additions(&self, contents: &Value) -> Vec<Addition> {
        let mut found = Vec::new();
        self.additions_in(&self.root, contents, String::new(), &mut found);
        found
    }

    fn additions_in(&self, node: &Value, value: &Value, at: String, found: &mut Vec<Addition>) {
        if let Some(name) = name_of(node) {
            return self.additions_in(self.definition(name), value, at, found);
        }
        if let Some(variant) = variants(node).iter().find(|one| self.fits(one, value)) {
            self.additions_in(variant, value, at.clone(), found);
        }
        match value {
            Value::Array(all) => {
                let Some(item) = item(node, usize::MAX) else { return };
                let pointer = [&at, "/-"].concat();
                for value in self.made(item, &mut Vec::new()) {
                    let value = with_own_id(value, found.len());
                    found.push(Addition { pointer: pointer.clone(), value });
                }
                if let Some(first) = all.first() {
                    self.additions_in(item, first, [&at, "/0"].concat(), found);
                }
            }
            Value::Object(all) => {
                for (name, member) in members(node) {
                    let pointer = [&at, "/", name].concat();
                    match all.get(name).filter(|value| !value.is_null()) {
                        Some(value) => self.additions_in(member, value, pointer, found),
                        None => {
                            let made = self.made(member, &mut Vec::new()).into_iter();
                            found.extend(
                                made.map(|value| Addition { pointer: pointer.clone(), value }),
                            );
                        }
                    }
                }
                let Some(member) = values(node).next() else { return };
                match all.iter().next() {
                    Some((name, value)) => {
                        self.additions_in(member, value, [&at, "/", name].concat(), found);
                    }
                    None => {
                        let made = self.made(member, &mut Vec::new()).into_iter().enumerate();
                        found.extend(made.map(|(number, value)| Addition {
                            pointer: [&at, "/", &key_of(node, number)].concat(),
                            value,
                        }));
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Values of a part of the schema: each variant stands in one of them.
    fn made(&self, node: &Value, within: &mut Vec<String>) -> Vec<Value> {
        if let Some(name) = name_of(node) {
            if let Some(known) = self.known.get(name) {
                return vec![known.clone()];
            }
            if within.iter().any(|one| one == name) {
                return Vec::new();
            }
            within.push(name.to_owned());
            let made = self.made(self.definition(name), within);
            within.pop();
            return made;
        }
        if let Some(only) = node.get("const") {
            return vec![only.clone()];
        }
        if let Some(all) = node.get("enum").and_then(Value::as_array) {
            return all.clone();
        }
        let own = match type_of(node) {
            "string" => vec![string(node)],
            "integer" | "number" => vec![json!(node["minimum"].as_u64().unwrap_or(1).max(1))],
            "boolean" => vec![json!(true)],
            "array" => self.made_array(node, within),
            "object" => self.made_object(node, within),
            _ => Vec::new(),
        };
        let of_variants: Vec<Value> =
            variants(node).iter().flat_map(|one| self.made(one, within)).collect();
        match (own.as_slice(), of_variants.as_slice()) {
            (_, []) => own,
            ([], _) => of_variants,
            (own, further) => both(own, further),
        }
    }

    fn made_array(&self, node: &Value, within: &mut Vec<String>) -> Vec<Value> {
        if let Some(places) = node.get("prefixItems").and_then(Value::as_array) {
            let first = |one: &Value| self.made(one, &mut within.clone()).into_iter().next();
            let all: Option<Vec<Value>> = places.iter().map(first).collect();
            return all.map(Value::Array).into_iter().collect();
        }
        let all = items(node).flat_map(|one| self.made(one, within)).collect();
        vec![Value::Array(all)]
    }

    fn made_object(&self, node: &Value, within: &mut Vec<String>) -> Vec<Value> {
        let made: Vec<(&String, Vec<Value>)> =
            members(node).map(|(name, member)| (name, self.made(member, within))).collect();
        let is_empty = |name: &Value| made.iter().any(|(one, all)| *one == name && all.is_empty());
        if required(node).iter().any(is_empty) {
            return Vec::new();
        }
        let of_map: Vec<Value> = values(node).flat_map(|one| self.made(one, within)).collect();
        let count = made.iter().map(|(_, all)| all.len()).max().unwrap_or(1).max(1);
        let object = |at: usize| {
            let filled = made.iter().filter(|(_, all)| !all.is_empty());
            let members = filled.map(|(name, all)| ((*name).clone(), all[at % all.len()].clone()));
            let mut members: Map<String, Value> = members.collect();
            let key = |at: usize| key_of(node, at);
            members.extend(of_map.iter().enumerate().map(|(at, value)| (key(at), value.clone())));
            Value::Object(members)
        };
        (0..count).map(object).collect()
    }

    fn definition(&self, name: &str) -> &Value {
        self.root.pointer(&["/$defs/", name].concat()).expect("a definition")
    }
}

/// Puts something into contents: into a member, or behind a list.
pub fn add(contents: &mut Value, addition: &Addition) {
    let (parent, name) = addition.pointer.rsplit_once('/').expect("a pointer");
    match contents.pointer_mut(parent).expect("a place") {
        Value::Array(all) => all.push(addition.value.clone()),
        Value::Object(all) => drop(all.insert(name.to_owned(), addition.value.clone())),
        other => panic!("{parent} is {other}"),
    }
}

fn both(own: &[Value], further: &[Value]) -> Vec<Value> {
    let joined = |at: usize| {
        let mut all = own[at % own.len()].as_object().cloned().unwrap_or_default();
        all.extend(further[at % further.len()].as_object().cloned().unwrap_or_default());
        Value::Object(all)
    };
    (0..own.len().max(further.len())).map(joined).collect()
}

/// What joins a list is none of those that are there.
fn with_own_id(mut value: Value, number: usize) -> Value {
    if let Some(Value::String(id)) = value.get_mut("id") {
        *id = format!("own-{number}");
    }
    value
}

/// A key that a map may have: an id, or the hash of a file.
fn key_of(map: &Value, number: usize) -> String {
    let pattern = map["patternProperties"].as_object().and_then(|all| all.keys().next());
    match pattern.map(String::as_str) {
        Some("^[0-9a-f]{64}$") => format!("{:064x}", number + 1),
        _ => ["k", &number.to_string()].concat(),
    }
}

fn string(node: &Value) -> Value {
    match (node["format"].as_str(), node["pattern"].as_str()) {
        (Some("date"), _) => json!(DAY),
        (Some("date-time"), _) => json!(MOMENT),
        (_, Some("^[0-9a-f]{64}$")) => json!("ab".repeat(32)),
        (_, Some("^[A-Za-z0-9_-]{43}$")) => json!("A".repeat(43)),
        (_, Some(_)) => json!("known-id"),
        _ => json!("A text"),
    }
}

fn type_of(node: &Value) -> &str {
    match &node["type"] {
        Value::String(one) => one,
        Value::Array(all) => all.iter().find_map(|one| one.as_str()).unwrap_or_default(),
        _ => "",
    }
}

fn is_text(node: &Value) -> bool {
    let is_any = ["format", "pattern", "enum", "const"].iter().all(|one| node.get(one).is_none());
    type_of(node) == "string" && is_any
}

fn name_of(node: &Value) -> Option<&str> {
    node.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

fn variants(node: &Value) -> &[Value] {
    let all = node.get("oneOf").or_else(|| node.get("anyOf")).and_then(Value::as_array);
    all.map_or(NOTHING, Vec::as_slice)
}

fn required(node: &Value) -> &[Value] {
    node.get("required").and_then(Value::as_array).map_or(NOTHING, Vec::as_slice)
}

fn members(node: &Value) -> impl Iterator<Item = (&String, &Value)> {
    node.get("properties").and_then(Value::as_object).into_iter().flatten()
}

/// What the values of a map are.
fn values(node: &Value) -> impl Iterator<Item = &Value> {
    let by_pattern = node.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
    let any = node.get("additionalProperties").filter(|one| one.is_object());
    by_pattern.map(|(_, one)| one).chain(any)
}

fn items(node: &Value) -> impl Iterator<Item = &Value> {
    let places = node.get("prefixItems").and_then(Value::as_array).into_iter().flatten();
    places.chain(node.get("items").filter(|one| one.is_object()))
}

fn item(node: &Value, at: usize) -> Option<&Value> {
    let places = node.get("prefixItems").and_then(Value::as_array);
    places.and_then(|all| all.get(at)).or_else(|| node.get("items").filter(|one| one.is_object()))
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { [path, ".", name].concat() }
}
