//! The list of free texts, held against the published schema of a return: whatever text a
//! return can hold is on the list, or named here as no free text.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{Return, texts, texts_of_area};
use crate::audit_return::{ConcernNotice, Withdrawal, apply};
use crate::check::testing::{Case, area};
use crate::check::text_change;
use crate::envelope::{Kind, SecondSignOff};

/// Texts that no auditor writes as they like, each with the reason.
const NOT_FREE: &[(&str, &str)] = &[
    ("/agency/name", "of the invitation"),
    ("/agency/slot_label", "of the invitation"),
    ("/auditor/name", "the auditor's own, which is asked for"),
    ("/case_label", "of the invitation"),
    ("/do_not_disclose/*", "a key of the program's"),
    ("/explanations/*/place", "a key of the program's"),
    ("/explanations/*/rule", "a key of the program's"),
    ("/panel_questions/*/question/asked_by", "the panel's"),
    ("/panel_questions/*/question/text", "the panel's, guarded when it is written"),
    ("/round/period", "of the invitation"),
    ("/round/title", "of the invitation"),
    ("/sign_off/name", "the signature"),
    ("/sign_off/role", "a copy of the auditor's role, made on signing"),
    ("/timescales/calendar", "a version of the program's data"),
    ("/timescales/set/id", "a key of the program's data"),
];

/// Makes every instance that a schema needs to show each of its members and variants once.
struct Maker<'a> {
    root: &'a Value,
    made: Cell<usize>,
}

impl Maker<'_> {
    /// Instances that together use every variant.
    fn variants(&self, schema: &Value) -> Vec<Value> {
        if let Some(name) = schema["$ref"].as_str() {
            return self.variants(self.root.pointer(name.trim_start_matches('#')).unwrap());
        }
        if let Some(several) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            return several.iter().flat_map(|one| self.variants(one)).collect();
        }
        if let Some(only) = schema.get("const") {
            return vec![only.clone()];
        }
        if let Some(listed) = schema["enum"].as_array() {
            return listed.first().cloned().into_iter().collect();
        }
        let kinds = match &schema["type"] {
            Value::Array(kinds) => kinds.clone(),
            kind => vec![kind.clone()],
        };
        let kinds = kinds.iter().filter_map(Value::as_str).filter(|kind| *kind != "null");
        kinds.flat_map(|kind| self.of_kind(kind, schema)).collect()
    }

    fn of_kind(&self, kind: &str, schema: &Value) -> Vec<Value> {
        match kind {
            "string" => vec![self.text(schema)],
            "boolean" => vec![json!(true)],
            "integer" | "number" => vec![schema.get("minimum").cloned().unwrap_or(json!(1))],
            "array" => {
                let items = self.variants(&schema["items"]);
                vec![Value::Array(items)]
            }
            "object" => match schema["properties"].as_object() {
                Some(members) => self.objects(members),
                None => {
                    // A map, by ids: schemars says so by the pattern of its keys.
                    let by_id = schema["patternProperties"].as_object();
                    let entry = by_id.and_then(|it| it.values().next());
                    let values = self.variants(entry.unwrap_or(&schema["additionalProperties"]));
                    assert!(!values.is_empty(), "a map of what? {schema}");
                    let numbered = values.into_iter().enumerate();
                    vec![numbered.map(|(number, value)| (format!("k{number}"), value)).collect()]
                }
            },
            other => panic!("a return holds {other}: teach this test to make one"),
        }
    }

    fn objects(&self, members: &Map<String, Value>) -> Vec<Value> {
        let made: BTreeMap<&String, Vec<Value>> = members
            .iter()
            .map(|(name, schema)| (name, self.variants(schema)))
            .filter(|(_, values)| !values.is_empty())
            .collect();
        let most = made.values().map(Vec::len).max().unwrap_or(1);
        let member = |values: &Vec<Value>, number: usize| values[number % values.len()].clone();
        (0..most)
            .map(|number| {
                made.iter()
                    .map(|(name, values)| ((*name).clone(), member(values, number)))
                    .collect()
            })
            .collect()
    }

    /// A text of its own for every free one; whatever fits where a form is asked for.
    fn text(&self, schema: &Value) -> Value {
        if let Some(pattern) = schema["pattern"].as_str() {
            let candidates = ["a1".to_owned(), "a".repeat(64), "0".repeat(64), "A".repeat(43)];
            let fits =
                |text: &&String| jsonschema::is_valid(&json!({ "pattern": pattern }), &json!(text));
            let fitting = candidates.iter().find(fits);
            return json!(fitting.unwrap_or_else(|| panic!("no text for {pattern}")));
        }
        match schema["format"].as_str() {
            Some("date-time") => json!("2026-05-04T09:00:00Z"),
            Some("date") => json!("2026-05-04"),
            Some(other) => panic!("a return holds a text of the form {other}"),
            None => {
                self.made.set(self.made.get() + 1);
                json!(format!("Text {} of the auditor.", self.made.get()))
            }
        }
    }
}

/// Every text of ours with its path, of which ids and numbers are stars.
fn marks(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) if text.starts_with("Text ") => {
            found.push((path.to_owned(), text.clone()));
        }
        Value::Array(items) => {
            items.iter().for_each(|item| marks(item, &format!("{path}/*"), found));
        }
        Value::Object(members) => {
            for (name, member) in members {
                let is_key = name.starts_with('k') && name[1..].parse::<u32>().is_ok();
                let name = if is_key { "*" } else { name };
                marks(member, &format!("{path}/{name}"), found);
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Files that between them hold every text that a file of this schema can hold.
fn full<T: serde::de::DeserializeOwned>(file: &str, least: usize) -> Vec<T> {
    let published = crate::schema::published();
    let schema = &published.iter().find(|one| one.file == file).unwrap().schema;
    let maker = Maker { root: schema, made: Cell::new(0) };
    let values = maker.variants(schema);
    assert!(maker.made.get() > least, "only {} texts made", maker.made.get());
    values.into_iter().map(|value| serde_json::from_value(value).unwrap()).collect()
}

fn full_returns() -> Vec<Return> {
    full("return.json", 30)
}

/// Paths of the texts of a file that are none of these.
fn unguarded<T: serde::Serialize>(file: &T, guarded: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut held = Vec::new();
    marks(&serde_json::to_value(file).unwrap(), "", &mut held);
    let others = held.into_iter().filter(|(_, text)| !guarded.contains(text.as_str()));
    others.map(|(path, _)| path).collect()
}

fn paths(of: &[(&str, &str)]) -> BTreeSet<String> {
    of.iter().map(|(path, _)| (*path).to_owned()).collect()
}

#[test]
fn every_text_of_a_return_is_guarded_or_said_to_be_none_of_the_auditors() {
    let mut unguarded = BTreeSet::new();
    let mut guarded = BTreeSet::new();
    for ret in full_returns() {
        let mut held = Vec::new();
        marks(&serde_json::to_value(&ret).unwrap(), "", &mut held);
        let listed: BTreeSet<&str> = texts(&ret).into_iter().map(|one| one.text).collect();
        for (path, text) in held {
            if listed.contains(text.as_str()) {
                guarded.insert(path)
            } else {
                unguarded.insert(path)
            };
        }
    }
    let expected: BTreeSet<String> = NOT_FREE.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(unguarded, expected, "add the text to check::texts, or say above why it is none");
    for path in ["/answers/*/evidence", "/areas/*/impact/text", "/explanations/*/reason"] {
        assert!(guarded.contains(path), "{path} was not tried: {guarded:?}");
    }
}

/// Texts of a concern's notice that the guard knowingly leaves alone.
const NOT_FREE_IN_CONCERNS: &[(&str, &str)] = &[
    ("/agency/name", "of the invitation"),
    ("/agency/slot_label", "of the invitation"),
    ("/case_label", "of the invitation"),
    ("/round/period", "of the invitation"),
    ("/round/title", "of the invitation"),
];

#[test]
fn every_text_of_a_concerns_notice_is_guarded_where_it_stands_in_the_draft() {
    let mut left = BTreeSet::new();
    for notice in full::<ConcernNotice>("concern.json", 10) {
        // The draft from which the notice was made.
        let mut draft = Case::untouched().ret;
        draft.auditor.role.clone_from(&notice.reported_by);
        draft.immediate_concerns = vec![notice.concern.clone()];
        let guarded = texts(&draft).into_iter().map(|one| one.text).collect();
        left.extend(unguarded(&notice, &guarded));
    }
    assert_eq!(left, paths(NOT_FREE_IN_CONCERNS));
}

/// Texts of a withdrawal that the guard knowingly leaves alone.
const NOT_FREE_IN_WITHDRAWALS: &[(&str, &str)] = &[
    ("/agency/name", "of the invitation"),
    ("/agency/slot_label", "of the invitation"),
    ("/by/name", "the signature"),
    ("/by/role", "a copy of the auditor's role, guarded in the return"),
    ("/case_label", "of the invitation"),
    ("/round/period", "of the invitation"),
    ("/round/title", "of the invitation"),
];

#[test]
fn every_text_of_a_withdrawal_but_its_reason_is_said_to_be_none_of_the_auditors() {
    let mut left = BTreeSet::new();
    for withdrawal in full::<Withdrawal>("withdrawal.json", 3) {
        // By `i03_withdrawal_identifies_nobody`.
        let guarded = [withdrawal.by.reason.as_str()].into();
        left.extend(unguarded(&withdrawal, &guarded));
    }
    assert_eq!(left, paths(NOT_FREE_IN_WITHDRAWALS));
}

#[test]
fn a_second_signature_holds_no_text_but_the_signers_own_role_and_name() {
    // A member added to it does not compile here before somebody has said whether it is free text.
    let of = |second: &SecondSignOff| {
        let SecondSignOff { role: _, name: _, at: _, enrolment_proof: _ } = second;
    };
    let _: fn(&SecondSignOff) = of;
}

#[test]
fn every_kind_of_file_that_an_auditor_signs_is_looked_through() {
    // A kind added later does not compile here before somebody has said who signs it.
    let signed_by = |kind: Kind| match kind {
        Kind::Return | Kind::Concern | Kind::Withdrawal => "the auditor",
        Kind::Invitation | Kind::Query | Kind::Workbook => "the panel",
        Kind::Draft | Kind::DeputyKey => "nobody",
    };
    let by_auditor = Kind::ALL.into_iter().filter(|kind| signed_by(*kind) == "the auditor");
    let looked_through = ["return.json", "concern.json", "withdrawal.json"];
    assert_eq!(by_auditor.map(|kind| format!("{kind}.json")).collect::<Vec<_>>(), looked_through);
    for file in looked_through {
        assert!(crate::schema::published().iter().any(|one| one.file == file), "{file}");
    }
}

#[test]
fn every_text_can_be_set_at_its_place() {
    for ret in full_returns() {
        for one in texts(&ret) {
            let place = one.place.key();
            let change = text_change(&ret, &one.place, "Set anew.".into());
            let change = change.unwrap_or_else(|| panic!("{place} cannot be set"));
            let mut after = ret.clone();
            apply(&mut after, &change);
            let set =
                texts(&after).iter().any(|it| it.place == one.place && it.text == "Set anew.");
            assert!(set, "{place}: {change:?}");
        }
    }
}

#[test]
fn each_box_has_a_key_of_its_own() {
    for ret in full_returns() {
        let places: BTreeSet<_> = texts(&ret).into_iter().map(|one| one.place).collect();
        let keys: BTreeSet<String> = places.iter().map(super::Place::key).collect();
        assert_eq!(keys.len(), places.len(), "{keys:?}");
    }
}

#[test]
fn an_areas_texts_are_those_of_the_whole_return_that_stand_in_it() {
    let case = Case::complete();
    let of_area = |place: &super::Place| match place.question() {
        super::Place::Prompt(id) => id.as_str().starts_with("5."),
        super::Place::Area(id, _) => *id == area("area-5"),
        _ => false,
    };
    let whole = texts(&case.ret).into_iter().filter(|one| of_area(&one.place));
    let alone = texts_of_area(&case.ret, case.round.tool.area(&area("area-5")).unwrap());
    assert_eq!(alone, whole.collect::<Vec<_>>());
    assert_eq!(alone.len(), 6);
}
