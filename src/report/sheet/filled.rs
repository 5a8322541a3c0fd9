//! A return on paper: a draft, marked as such, or a signed one with its signature and history.

use chrono::{DateTime, Utc};

use super::beside::beside;
use super::closing::{explanations, missing, not_for_practitioners, panel_questions, signature};
use super::said::{
    answer_text, concerns_text, grading_text, impact_text, joined, overall_grade_text,
    strengths_text,
};
use super::words;
use super::{Part, Row, Sheet, numbered, question};
use crate::audit_return::{About, AreaAsked, AreaRecord, ImmediateConcern, Return};
use crate::check::Notice;
use crate::round::Round;
use crate::text::long_date;
use crate::timescale::StatedLimits;
use crate::tool::{Area, GradedBy, Prompt, Shown, Tool};

/// How a return stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Not signed.
    Draft,
    /// Signed.
    Signed(SignedAs),
    /// A copy for a practitioner, of a signed one: without who audited and who signed.
    Copy,
}

/// The signature of a return, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedAs {
    /// Role and name typed, one line for each signature.
    pub by: Vec<String>,
    /// When, in words.
    pub at: String,
    /// SHA-256 of the file.
    pub file: String,
    /// Of the signing key.
    pub key: String,
}

/// What a sheet is made from.
pub struct Filled<'a> {
    /// The round, with its tool and standards.
    pub round: &'a Round,
    /// The return.
    pub ret: &'a Return,
    /// Which prompts are asked.
    pub shown: &'a Shown,
    /// What the rules say of it.
    pub notices: &'a [Notice],
    /// Draft or signed.
    pub standing: Standing,
    /// Versions signed before this one, a line each (V-01).
    pub earlier: Vec<String>,
    /// Words for a moment, in the reader's time zone.
    pub moment: fn(DateTime<Utc>) -> String,
    /// Another authority, as the panel stated it for the place (edge case 14); blank where there is none.
    pub authority: &'a str,
    /// Its own limits.
    pub limits: &'a StatedLimits,
}

/// The whole return as it is printed.
pub fn filled(it: &Filled<'_>) -> Sheet {
    let ret = it.ret;
    let nil = ret.is_nil();
    let mut parts = vec![involvement(ret), auditor(it)];
    if !nil {
        parts.extend(it.round.tool.areas.iter().map(|area| of_area(it, area)));
    }
    parts.extend(beside(it));
    parts.push(overall(it));
    parts.extend(immediate(it));
    parts.extend(panel_questions(it));
    parts.extend(explanations(it));
    parts.extend(not_for_practitioners(it));
    parts.extend(missing(it));
    parts.extend(signature(it));
    let version = [words::VERSION, " ", &ret.version.to_string()].concat();
    let state = match it.standing {
        Standing::Draft => words::DRAFT_MARK,
        Standing::Signed(_) => words::SIGNED_MARK,
        Standing::Copy => words::COPY_MARK,
    };
    let case = [ret.case_label.as_str(), " (", ret.case_ref.as_str(), ")"].concat();
    let agency = joined(", ", &[&ret.agency.name, &ret.agency.slot_label]);
    Sheet {
        title: [&ret.case_label, ": ", &ret.agency.name].concat(),
        caption: joined(", ", &[&ret.round.title, &ret.round.period, &agency]),
        mark: joined(" · ", &[state, &case, &agency, &version]),
        parts,
    }
}

pub(super) fn said(text: &str) -> String {
    if text.trim().is_empty() { words::NOT_ANSWERED.to_owned() } else { text.to_owned() }
}

pub(super) fn yes_no(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => words::YES,
        Some(false) => words::NO,
        None => words::NOT_ANSWERED,
    }
}

fn involvement(ret: &Return) -> Part {
    let level = ret.involvement.level.map(|level| level.label()).unwrap_or_default();
    let mut rows = vec![Row::text(words::HOW_INVOLVED, said(level))];
    if let (true, Some(nil)) = (ret.is_nil(), &ret.involvement.nil) {
        let on = nil.searched_on.map(long_date);
        rows.push(Row::text(words::SEARCHED_ON, said(&on.unwrap_or_default())));
        rows.push(Row::text(words::SYSTEMS, said(&nil.systems)));
        rows.push(Row::text(words::SEARCH_SHOWED, said(&nil.statement)));
    }
    let rows = rows.into_iter().map(|row| row.of(About::Involvement)).collect();
    Part { rows, ..Part::new(words::INVOLVEMENT) }
}

fn auditor(it: &Filled<'_>) -> Part {
    let (ret, auditor) = (it.ret, &it.ret.auditor);
    let mut rows = vec![Row::text(words::ROLE, said(&auditor.role))];
    if it.standing != Standing::Copy {
        rows.insert(0, Row::text(words::NAME, said(&auditor.name)));
    }
    if !ret.is_nil() {
        rows.push(Row::text(words::INDEPENDENT, yes_no(auditor.independent_of_case)));
        rows.push(Row::text(words::EXPERIENCED, yes_no(auditor.experienced)));
    }
    Part { rows, ..Part::new(words::AUDITOR) }
}

fn of_area(it: &Filled<'_>, area: &Area) -> Part {
    let asked = area.prompts.iter().filter(|prompt| it.shown.is_asked(&prompt.id));
    let mut rows: Vec<Row> = asked.map(|prompt| of_prompt(it.ret, prompt)).collect();
    if area.holds_findings() {
        let record = it.ret.area(&area.id).cloned().unwrap_or_default();
        rows.extend(findings(&it.round.tool, area, &record));
    }
    Part { rows, ..Part::new(numbered(area)) }
}

fn of_prompt(ret: &Return, prompt: &Prompt) -> Row {
    let answer = ret.answer(&prompt.id).cloned().unwrap_or_default();
    Row::text(question(prompt, prompt.wording(ret)), said(&answer_text(prompt, &answer)))
        .of(About::Prompt(prompt.id.clone()))
}

fn findings(tool: &Tool, area: &Area, record: &AreaRecord) -> Vec<Row> {
    let listed = |lines: String| match lines.is_empty() {
        true => words::NONE_RECORDED.to_owned(),
        false => lines,
    };
    let about = |part| About::Area { area: area.id.clone(), part };
    let one = |asks: &str, text: String, part| Row::text(asks, text).of(about(part));
    let mut rows = vec![
        one(words::STRENGTHS, listed(strengths_text(record)), AreaAsked::Strengths),
        one(words::CONCERNS, listed(concerns_text(record)), AreaAsked::Concerns),
        one(words::IMPACT, said(&impact_text(&record.impact)), AreaAsked::Impact),
    ];
    if area.graded && tool.graded_by == GradedBy::AreaAndCase {
        let grade = said(&grading_text(tool, record.grading.as_ref()));
        rows.push(one(words::GRADE, grade, AreaAsked::Grade));
        rows.push(one(words::REASON, said(&record.reason), AreaAsked::Grade));
        if record.was_immediate_concern.is_some() {
            let said = yes_no(record.was_immediate_concern).to_owned();
            rows.push(one(words::WAS_IMMEDIATE, said, AreaAsked::Grade));
        }
    }
    rows
}

fn overall(it: &Filled<'_>) -> Part {
    let (tool, ret) = (&it.round.tool, it.ret);
    let mut rows = Vec::new();
    if !ret.is_nil() && tool.graded_by != GradedBy::Nothing {
        let grade = overall_grade_text(tool, &ret.overall);
        let reason = said(&ret.overall.reason);
        rows.push(Row::text(words::OVERALL_GRADE, said(&grade)).of(About::Overall));
        rows.push(Row::text(words::OVERALL_REASON, reason).of(About::Overall));
    }
    let optional = |text: String| match text.trim().is_empty() {
        true => words::NOTHING_SAID.to_owned(),
        false => text,
    };
    let comments = optional(ret.general_comments.clone());
    let practice = optional(ret.good_practice_to_share.join("\n"));
    rows.push(Row::text(words::COMMENTS, comments).of(About::Comments));
    rows.push(Row::text(words::PRACTICE, practice).of(About::Comments));
    Part { rows, ..Part::new(words::OVERALL) }
}

fn immediate(it: &Filled<'_>) -> Option<Part> {
    let rows: Vec<Row> =
        it.ret.immediate_concerns.iter().map(|one| immediate_row(one, it.moment)).collect();
    (!rows.is_empty()).then(|| Part { rows, ..Part::new(words::IMMEDIATE) })
}

pub(super) fn immediate_row(one: &ImmediateConcern, moment: fn(DateTime<Utc>) -> String) -> Row {
    let kind = one.kind.map(|kind| kind.label()).unwrap_or(words::IMMEDIATE_ONE);
    Row::text(kind, told(one, moment))
}

fn told(one: &ImmediateConcern, moment: fn(DateTime<Utc>) -> String) -> String {
    let after = |words: &str, text: &str| match text.trim().is_empty() {
        true => String::new(),
        false => [words, " ", text].concat(),
    };
    let noticed = one.noticed_at.map(moment).unwrap_or_default();
    let at = one.told_at.map(moment).unwrap_or_default();
    let told = match one.is_passed_on() {
        true => after(words::TOLD, &joined(", ", &[&one.told_role, &at, &one.told_how])),
        false => words::NOT_TOLD.to_owned(),
    };
    let closed = one.closed.as_ref();
    let closed = closed.map(|closed| joined(": ", &[&closed.role, &closed.outcome]));
    let lines = [
        one.text.clone(),
        after(words::NOTICED, &noticed),
        told,
        after(words::THEIR_ACTION, &one.their_action),
        after(words::FOLLOW_UP, &one.follow_up),
        after(words::CLOSED, &closed.unwrap_or_default()),
    ];
    joined("\n", &lines.each_ref().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::super::Said;
    use super::*;
    use crate::audit_return::{About, ChronologyEntry, InvolvementLevel};
    use crate::check::testing::{Case, asked, prompt};
    use crate::tool::{AnswerValue, Graph};

    fn sheet(case: &Case, standing: Standing) -> Sheet {
        let shown = Graph::compile(&case.round.tool).shown(&case.ret);
        filled(&Filled {
            round: &case.round,
            ret: &case.ret,
            shown: &shown,
            notices: &case.notices(),
            standing,
            earlier: Vec::new(),
            moment: |at| at.format("%H:%M").to_string(),
            authority: "",
            limits: &StatedLimits::new(),
        })
    }

    fn signed() -> Standing {
        let by = vec!["Auditor 12, Service manager".to_owned()];
        let (file, key) = ("ab12".to_owned(), "cd34".to_owned());
        Standing::Signed(SignedAs { by, at: "4 May 2026".into(), file, key })
    }

    fn text(sheet: &Sheet) -> String {
        let mut text = vec![sheet.mark.clone(), sheet.title.clone()];
        for part in &sheet.parts {
            text.extend([part.title.clone(), part.introduction.clone()]);
            for row in &part.rows {
                let Said::Text(said) = &row.said else { panic!("room to write on") };
                text.extend([row.asks.clone(), said.clone()]);
            }
        }
        text.join("\n")
    }

    #[test]
    fn a_draft_says_that_it_is_one_and_what_it_lacks() {
        let mut case = Case::complete();
        case.unanswer("5.1");
        let draft = text(&sheet(&case, Standing::Draft));
        assert!(draft.starts_with("DRAFT, not signed · Case 1 (c-7k2)"), "{draft}");
        assert!(draft.contains("Answer question 5.1, “A question?”."), "{draft}");
        let signed = text(&sheet(&case, signed()));
        assert!(!signed.contains("DRAFT") && !signed.contains("Still missing"), "{signed}");
        assert!(signed.contains("Auditor 12, Service manager"), "{signed}");
    }

    #[test]
    fn every_text_that_was_typed_stands_there_whole() {
        let mut case = Case::complete();
        let long = format!("begin {} end", "word ".repeat(2000));
        case.ret.general_comments = long.clone();
        case.answer("4.6", AnswerValue::No);
        case.answered("4.6").evidence = "Nothing was asked of the child.".into();
        case.record("area-3").reason = "One step came late.\nIt did no harm.".into();
        case.raise_concern();
        case.ret.practitioner.spoken = Some(true);
        case.ret.practitioner.said = "They knew the plan.".into();
        case.ret.family_views.child_said = "Home is calmer.".into();
        let mut entry = ChronologyEntry::empty(crate::check::testing::item("e1"));
        entry.text = "A visit was missed.".into();
        entry.so_what = "Nobody asked why.".into();
        case.ret.chronology.entries.push(entry);
        case.explain("G-15", "overall-grade", "It was dealt with at once.");
        let mut asked = asked("q1", About::Prompt(prompt("4.5")));
        asked.answer = "By the health visitor.".into();
        case.ret.panel_questions.push(asked);
        let text = text(&sheet(&case, Standing::Draft));
        let wanted = [
            long.as_str(),
            "No\nNothing was asked of the child.",
            "One step came late.\nIt did no harm.",
            "The child may be at risk this week.\nNoticed: 10:00\nTold: Team manager, 10:20, By telephone",
            "It was dealt with at once.",
            "They knew the plan.",
            "Home is calmer.",
            "A visit was missed.\nNobody asked why.",
            "What does the record show?\nBy the health visitor.",
        ];
        let lost: Vec<&&str> = wanted.iter().filter(|one| !text.contains(**one)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn ec32_the_paper_says_what_practitioners_must_not_read_and_their_copy_lists_none_of_it() {
        const TITLE: &str = "Not to be shown to practitioners";
        let mut case = Case::complete();
        case.ret.general_comments = "A neighbour told us.".into();
        assert!(!text(&sheet(&case, signed())).contains(TITLE));
        case.ret.do_not_disclose = vec!["general-comments".into()];
        let listed = [TITLE, "", "General comments", "A neighbour told us."].join("\n");
        for standing in [Standing::Draft, signed()] {
            let text = text(&sheet(&case, standing));
            assert!(text.contains(&listed), "{text}");
        }
        assert!(!text(&sheet(&case, Standing::Copy)).contains(TITLE));
    }

    #[test]
    fn t09_a_reason_for_what_the_return_does_not_hold_is_read_by_the_panel_too() {
        let mut case = Case::complete();
        case.explain("T-09", "audit-date", "The clock here runs late.");
        let signed = text(&sheet(&case, signed()));
        assert!(signed.contains("written, rule T-09\nThe clock here runs late."), "{signed}");
        let draft = text(&sheet(&case, Standing::Draft));
        assert!(!draft.contains("The clock here runs late."), "dropped at signing: {draft}");
    }

    #[test]
    fn a_nil_return_is_a_page_without_areas() {
        let mut case = Case::complete();
        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
        let sheet = sheet(&case, Standing::Draft);
        assert!(sheet.parts.iter().all(|part| !part.title.starts_with("2.")), "{sheet:?}");
    }
}
