//! A fixture's options, as the renderers read them.

use serde_json::Value;

/// Options of a component or of a part of it.
#[derive(Clone, Copy)]
pub struct Options<'a>(pub &'a Value);

static NOTHING: Value = Value::Null;

impl<'a> Options<'a> {
    /// The value at a path of member names joined by dots; null if there is none.
    pub fn at(self, path: &str) -> Options<'a> {
        let mut members = path.split('.').filter(|member| !member.is_empty());
        let found = members.try_fold(self.0, |value, member| value.get(member));
        Options(found.unwrap_or(&NOTHING))
    }

    /// Whether something other than null, false, zero or nothing stands there: the template's own test.
    pub fn is(self, path: &str) -> bool {
        match self.at(path).0 {
            Value::Null | Value::Bool(false) => false,
            Value::String(text) => !text.is_empty(),
            Value::Bool(true) | Value::Number(_) | Value::Array(_) | Value::Object(_) => true,
        }
    }

    /// A string or number as text; empty if neither.
    pub fn text(self, path: &str) -> String {
        match self.at(path).0 {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Text, if there is any.
    pub fn maybe(self, path: &str) -> Option<String> {
        Some(self.text(path)).filter(|text| !text.is_empty())
    }

    /// Text that lives as long as the test: some properties take literals only.
    pub fn literal(self, path: &str) -> Option<&'static str> {
        self.maybe(path).map(|text| &*text.leak())
    }

    /// A whole number.
    pub fn number(self, path: &str) -> Option<u64> {
        let at = self.at(path).0;
        at.as_u64().or_else(|| at.as_str()?.parse().ok())
    }

    /// True or false, if said.
    pub fn bool(self, path: &str) -> Option<bool> {
        self.at(path).0.as_bool()
    }

    /// A string, a number or a truth value as text.
    pub fn scalar(self, path: &str) -> String {
        self.at(path).text_or_flag()
    }

    /// The elements of a list, as the templates take them: without empty ones.
    pub fn list(self, path: &str) -> Vec<Options<'a>> {
        self.at(path).elements()
    }

    /// The elements, if this is a list.
    pub fn elements(self) -> Vec<Options<'a>> {
        self.0.as_array().map_or_else(Vec::new, |list| {
            list.iter().map(Options).filter(|element| element.is("")).collect()
        })
    }

    /// Members of an object, in order.
    pub fn members(self, path: &str) -> Vec<(String, String)> {
        let members = self.at(path).0.as_object().into_iter().flatten();
        members.map(|(name, value)| (name.clone(), Options(value).text_or_flag())).collect()
    }

    fn text_or_flag(self) -> String {
        match self.0 {
            Value::Bool(flag) => flag.to_string(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }
}

/// The paths of all members of `value`, list elements as `[]`, as in `items[].text`; what stands at the
/// end of a path is told as `path=value` too.
pub fn paths(value: &Value) -> Vec<String> {
    let mut all = Vec::new();
    walk(value, "", &mut all);
    all
}

fn walk(value: &Value, path: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let dot = if path.is_empty() { "" } else { "." };
                let path = format!("{path}{dot}{name}");
                all.push(path.clone());
                walk(value, &path, all);
            }
        }
        Value::Array(list) => {
            for element in list {
                let path = format!("{path}[]");
                all.push(path.clone());
                walk(element, &path, all);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            let end = Options(value).text_or_flag();
            all.push(format!("{path}={end}"));
        }
    }
}
