//! Round templates: what a coordinator starts from, one for each shape of audit that boards publish.
//!
//! A template is data under `templates/`. It says which tool, which windows and
//! whom to invite, and it has a pattern for the terms of reference, whose gaps
//! are filled from the round and stay marked where the round does not say.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    CaseTerms, Contact, Month, Policy, ReportTerms, Round, RoundDates, Selection, Terminology,
    Window, term_packs,
};
use crate::id::{AgencyKind, AttributeId, RoundId, ToolId};
use crate::json;
use crate::text::{capitalised, in_words, long_date};
use crate::timescale::{StandardSet, shipped_sets, standards};
use crate::tool::Tool;

/// What a round starts from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundTemplate {
    /// Such as `cp-plan-2009`.
    pub id: String,
    /// For a coordinator who chooses.
    pub title: String,
    /// What comes of it, in two or three sentences.
    pub summary: String,
    /// The shipped tool that it uses.
    pub tool: ToolId,
    /// Of the round.
    pub round_title: String,
    /// What the reports are about.
    pub themes: Vec<String>,
    /// Which children are looked at.
    pub focus: String,
    /// Which cases there are to choose from.
    pub population: String,
    /// How many.
    pub planned: u32,
    /// How they are chosen.
    pub selection: Selection,
    /// By whom, as a role.
    pub selected_by: String,
    /// Why the audit is done.
    pub purpose: String,
    /// In paragraphs, with gaps such as `{population}`.
    pub terms_of_reference: Vec<String>,
    /// Key lines of enquiry.
    pub lines_of_enquiry: Vec<String>,
    /// How far back auditors look, and judge.
    pub window: Window,
    /// What is asked of auditors.
    pub policy: Policy,
    /// Id of a shipped set of standards.
    pub standards: String,
    /// Id of a shipped pack of words.
    pub terminology: String,
    /// Kinds of agency that are expected to take part.
    pub agencies: Vec<AgencyKind>,
    /// Attributes by which the cases' spread is looked at.
    pub attributes: Vec<AttributeId>,
    /// Contacts that its reports print, still to be filled in.
    pub contacts: Vec<ContactHeading>,
    /// Numbers below this are not published (I-09).
    pub suppress_below: u32,
    /// Words of its documents, by name, where they differ from those of all documents.
    #[serde(default)]
    pub wording: BTreeMap<String, String>,
}

/// A contact that a report prints, before anybody has filled it in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactHeading {
    /// As printed.
    pub heading: String,
    /// What belongs there.
    pub hint: String,
}

const TEMPLATES: [&str; 5] = [
    include_str!("templates/cp-plan-2009.json"),
    include_str!("templates/s47-strategy.json"),
    include_str!("templates/themed-six-step.json"),
    include_str!("templates/journey-of-the-child.json"),
    include_str!("templates/early-help-themes.json"),
];

/// Every template, in the order in which they are offered.
pub fn round_templates() -> Vec<RoundTemplate> {
    let read = |text: &&str| json::from_slice(text.as_bytes());
    TEMPLATES.iter().map(read).collect::<Result<_, _>>().expect("a test reads every template")
}

impl RoundTemplate {
    /// A round that begins from it. The terms of reference are filled in last, by [`Self::terms_of`].
    pub fn round(&self, id: RoundId, tool: Tool) -> Round {
        let blank =
            |one: &ContactHeading| Contact { heading: one.heading.clone(), text: String::new() };
        let mut round = Round {
            id,
            title: self.round_title.clone(),
            board: Default::default(),
            period: String::new(),
            themes: self.themes.clone(),
            focus: self.focus.clone(),
            purpose: self.purpose.clone(),
            terms_of_reference: Vec::new(),
            lines_of_enquiry: self.lines_of_enquiry.clone(),
            selection: self.selection,
            cases: CaseTerms {
                population: self.population.clone(),
                planned: Some(self.planned),
                selected_by: self.selected_by.clone(),
                selected: None,
            },
            window: self.window,
            dates: RoundDates::default(),
            concern_route: Default::default(),
            policy: self.policy.clone(),
            report: ReportTerms {
                contacts: self.contacts.iter().map(blank).collect(),
                suppress_below: self.suppress_below,
                wording: self.wording.clone(),
                ..ReportTerms::default()
            },
            terminology: self.words(),
            timescales: self.own_standards(),
            tool,
            practice: false,
        };
        round.terms_of_reference = self.terms_of(&round);
        round
    }

    fn words(&self) -> Terminology {
        let pack = term_packs().into_iter().find(|pack| pack.id == self.terminology);
        pack.map(|pack| pack.terminology()).unwrap_or_default()
    }

    /// Its set of standards; `None` where that is the one of rounds that set none of their own.
    fn own_standards(&self) -> Option<StandardSet> {
        let set = shipped_sets().into_iter().find(|set| set.id == self.standards);
        set.filter(|set| *set != standards())
    }

    /// The terms of reference as the round fills them in. What it does not say stays marked: "[the board]".
    pub fn terms_of(&self, round: &Round) -> Vec<String> {
        self.terms_of_reference.iter().map(|paragraph| filled(paragraph, round)).collect()
    }
}

/// What fills a gap, where the round says it.
type Fill = fn(&Round) -> Option<String>;

/// The gaps of patterns: the name, what stands there while it is open, and what fills it.
const GAPS: [(&str, &str, Fill); 10] = [
    ("cases", "number of cases", |round| round.cases.planned.map(number)),
    ("population", "which cases", |round| said(&round.cases.population)),
    ("selected_by", "who selects them", |round| said(&round.cases.selected_by)),
    ("board", "the board", |round| said(&round.board.short_name)),
    ("author", "the author", |round| said(&round.report.author.role)),
    ("period", "the period", |round| said(&round.period)),
    ("theme", "the theme", |round| said(&round.themes.join(", "))),
    ("panel", "day of the meeting", |round| round.dates.panel.map(long_date)),
    ("report", "month of the report", |round| round.dates.report.map(Month::in_words)),
    ("ratified", "month of ratification", |round| round.dates.ratified.map(Month::in_words)),
];

fn number(number: u32) -> String {
    usize::try_from(number).map(in_words).unwrap_or_default()
}

fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A gap with a capital, such as `{Cases}`, begins a sentence.
fn filled(pattern: &str, round: &Round) -> String {
    GAPS.iter().fold(pattern.to_owned(), |text, (gap, marked, value)| {
        let value = value(round).unwrap_or_else(|| ["[", marked, "]"].concat());
        text.replace(&["{", gap, "}"].concat(), &value)
            .replace(&["{", &capitalised(gap), "}"].concat(), &capitalised(&value))
    })
}

#[cfg(test)]
mod tests;
