//! How a round is told in its data.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use multi_agency_audit::audit_return::ImpactLevel;
use multi_agency_audit::id::{AreaId, ThemeId};
use multi_agency_audit::panel::findings::{CountedBy, FindingKind};
use multi_agency_audit::panel::manuscript::Asked;
use multi_agency_audit::round::Round;
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The round template that it begins from.
    pub template: String,
    /// Returns are those of the sample round.
    #[serde(default)]
    pub sample: bool,
    /// The panel has judged nothing yet.
    #[serde(default)]
    pub unjudged: bool,
    pub today: NaiveDate,
    /// Members of the round that differ from the template's.
    pub round: Map<String, Value>,
    /// Name by kind.
    #[serde(default)]
    pub agencies: BTreeMap<String, String>,
    #[serde(default)]
    pub cases: Vec<String>,
    /// By prompt, then agency, then case; `*` stands for every case that is not named.
    #[serde(default)]
    pub answers: BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>,
    /// Themes of the board's own.
    #[serde(default)]
    pub themes: BTreeMap<String, String>,
    /// What auditors wrote, each with what the panel made of it.
    #[serde(default)]
    pub lines: Vec<Line>,
    /// Findings across cases.
    #[serde(default)]
    pub across: Vec<Across>,
    #[serde(default)]
    pub grades: BTreeMap<String, Graded>,
    /// Passages without id and stamp, such as recommendations.
    #[serde(default)]
    pub passages: Vec<Map<String, Value>>,
    /// Summaries by case.
    #[serde(default)]
    pub summaries: BTreeMap<String, String>,
}

/// A strength, concern or piece of good practice of one return.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Short name, for findings across cases.
    pub id: String,
    pub case: String,
    pub by: String,
    pub area: AreaId,
    /// In the auditor's words.
    #[serde(default)]
    pub strength: Option<String>,
    #[serde(default)]
    pub concern: Option<String>,
    /// The finding of this case that it becomes; none where it is part of one across cases only.
    #[serde(default)]
    pub finding: Option<Told>,
}

/// What the panel makes of something.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Told {
    /// Other than a strength or an issue.
    pub kind: Option<FindingKind>,
    /// The auditor's words where blank.
    pub text: String,
    /// As published, with bold.
    pub published: String,
    pub heading: String,
    pub themes: Vec<ThemeId>,
    pub asks: Vec<Asked>,
    pub call: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Across {
    pub id: String,
    pub kind: FindingKind,
    pub told: Told,
    /// Lines that it rests on.
    #[serde(default)]
    pub from: Vec<String>,
    /// Answers that it rests on: those of one agency in every case that it is counted in.
    #[serde(default)]
    pub counted: Option<CountedBy>,
    /// Whose answers these are.
    #[serde(default)]
    pub by: String,
    /// Cases of which the meeting itself saw it.
    #[serde(default)]
    pub meeting: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Graded {
    pub grade: String,
    #[serde(default)]
    pub qualifier: Option<String>,
    pub reason: String,
    pub level: ImpactLevel,
    pub difference: String,
}

impl Story {
    /// Its terms of reference hold back numbers below this one (I-09); below none, every number is told.
    pub fn suppress_below(&mut self, below: u32) {
        let report = self.round.entry("report").or_insert_with(|| Value::Object(Map::new()));
        report["suppress_below"] = below.into();
    }

    /// The round as this story has it: objects are merged, everything else is replaced.
    pub fn change(&self, round: &mut Round) {
        let mut value = serde_json::to_value(&*round).unwrap();
        merge(&mut value, &Value::Object(self.round.clone()));
        *round = serde_json::from_value(value).unwrap();
    }
}

fn merge(into: &mut Value, from: &Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge(into.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from.clone(),
    }
}
