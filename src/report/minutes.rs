//! The minutes of one meeting, made from what the panel recorded (domain 4.10).
//!
//! Roles and agencies, never names. Whatever was decided in the meeting stands
//! there with its reason, its discussion, its dissent and the versions that it
//! rests on; what is left open closes the minutes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::sheet::said::joined;
use super::sheet::{Part, Row, Sheet};
use crate::gather::gathered;
use crate::id::{AgencyId, CaseRef, ItemId};
use crate::panel::meeting::{Meeting, MeetingNote, NoteKind, OpenItem, open_items};
use crate::panel::{Decision, Judgement, JudgementState, Subject, Verdict, Workbook};
use crate::text::{listed, long_date};

/// Stands with what a later meeting decided anew.
const AGAIN: &str = "Decided again since";

/// The minutes of a meeting; `None` where there is no such meeting. They say of what is open, and of who sent a return,
/// that it is so `today`: the meeting may be long past.
pub fn minutes(workbook: &Workbook, meeting: &ItemId, today: NaiveDate) -> Option<Sheet> {
    let meeting = workbook.meeting(meeting)?;
    let round = &workbook.plan().round;
    let of_cases = workbook.plan().cases.iter();
    let of_cases = of_cases.filter_map(|case| of_case(workbook, meeting, &case.case_ref));
    let mut parts = vec![attendance(workbook, meeting, today)];
    parts.extend(of_cases);
    parts.extend(general(workbook, meeting));
    parts.push(left_open(workbook, meeting, today));
    let on = long_date(meeting.held_on);
    Some(Sheet {
        title: ["Panel meeting of ", &on].concat(),
        caption: joined(", ", &[&round.board.name, &round.title, &round.period]),
        mark: ["Confidential: minutes of the panel meeting of ", &on].concat(),
        parts,
    })
}

fn attendance(workbook: &Workbook, meeting: &Meeting, today: NaiveDate) -> Part {
    let name = |agency: &AgencyId| name_of(workbook, agency);
    let present: Vec<String> = meeting
        .present
        .iter()
        .map(|one| match &one.agency {
            Some(agency) => [&one.role, ", ", &name(agency)].concat(),
            None => one.role.clone(),
        })
        .collect();
    let mut rows = vec![Row::text("Present", present.join("\n"))];
    let absent: Vec<String> =
        meeting.absent.iter().map(|one| [&name(&one.agency), ": ", &one.note].concat()).collect();
    if !absent.is_empty() {
        rows.push(Row::text("Absent, and why", absent.join("\n")));
    }
    let missing: Vec<String> = workbook.quorum(meeting).missing.iter().map(name).collect();
    if !missing.is_empty() {
        rows.push(Row::text("Essential and not accounted for", missing.join("\n")));
    }
    let others = workbook.m02_returned_and_not_here(meeting);
    let others: Vec<String> = others
        .iter()
        .filter(|one| meeting.absent.iter().all(|absent| absent.agency != **one))
        .map(name)
        .collect();
    if !others.is_empty() {
        let asks = ["Sent a return by ", &long_date(today), " and were not there"].concat();
        rows.push(Row::text(asks, others.join("\n")));
    }
    let interests: Vec<String> = meeting
        .conflicts
        .iter()
        .map(|one| {
            let case = label_of(workbook, &one.case);
            [one.role.as_str(), ", ", &case, ": ", &one.interest, ". ", &one.handled].concat()
        })
        .collect();
    let none = "None was declared".to_owned();
    let interests = if interests.is_empty() { none } else { interests.join("\n") };
    rows.push(Row::text("Interests", interests));
    Part { rows, ..Part::new("Who was there") }
}

/// What was decided and noted about one case; `None` where nothing was.
fn of_case(workbook: &Workbook, meeting: &Meeting, case: &CaseRef) -> Option<Part> {
    let mut rows = Vec::new();
    if let Some(one) = workbook.difference_of(&meeting.id, case) {
        let again = if workbook.difference(case) == Some(one) { "" } else { AGAIN };
        let said = lines(&[one.level.label(), &one.text, again]);
        rows.push(Row::text("What difference did it make to the child?", said));
    }
    rows.extend(decided(workbook, meeting, case).into_values().map(|judgement| {
        Row::text(title_of(workbook, &judgement.subject), told(workbook, judgement))
    }));
    rows.extend(notes(workbook, meeting, Some(case)));
    let title = label_of(workbook, case);
    (!rows.is_empty()).then(|| Part { rows, ..Part::new(title) })
}

/// What the meeting decided last on each subject of a case; a later meeting takes nothing of it away.
fn decided<'a>(
    workbook: &'a Workbook,
    meeting: &Meeting,
    case: &CaseRef,
) -> BTreeMap<&'a Subject, &'a Judgement> {
    let here = |judgement: &&Judgement| {
        judgement.subject.case == *case && judgement.decision.meeting.as_ref() == Some(&meeting.id)
    };
    let all = workbook.judgements().iter().filter(here);
    gathered(all.map(|judgement| (&judgement.subject, judgement)))
}

fn general(workbook: &Workbook, meeting: &Meeting) -> Option<Part> {
    let rows = notes(workbook, meeting, None);
    (!rows.is_empty()).then(|| Part { rows, ..Part::new("Other matters") })
}

fn notes(workbook: &Workbook, meeting: &Meeting, case: Option<&CaseRef>) -> Vec<Row> {
    let all = workbook.meeting_notes();
    let here = |note: &&&MeetingNote| note.meeting == meeting.id && note.case.as_ref() == case;
    all.iter().filter(here).map(|note| note_row(workbook, note)).collect()
}

pub(super) fn note_row(workbook: &Workbook, note: &MeetingNote) -> Row {
    let asks = match &note.kind {
        NoteKind::Remark => "Noted".to_owned(),
        NoteKind::Question(agency) => ["Question to ", &name_of(workbook, agency)].concat(),
        NoteKind::Action(owner) => ["To be done by ", owner].concat(),
    };
    Row::text(asks, lines(&[note.text.as_str(), &note.outcome]))
}

pub(super) fn told(workbook: &Workbook, judgement: &Judgement) -> String {
    let decision = &judgement.decision;
    let versions: Vec<String> = judgement
        .rests_on
        .iter()
        .map(|on| [&slot_of(workbook, on), " version ", &on.version.to_string()].concat())
        .collect();
    let after = |words: &str, text: &str| {
        if text.trim().is_empty() { String::new() } else { [words, text].concat() }
    };
    let is_latest = workbook.judgement(&judgement.subject) == Some(judgement);
    let reopened = match workbook.state_of(judgement) {
        _ if !is_latest => AGAIN,
        JudgementState::Stands => "",
        JudgementState::Reopened { .. } => "Open again: a return that it rests on was replaced",
        JudgementState::Barred { .. } => "Open again: an area was judged anew, and is not good",
    };
    let mut said = vec![
        verdict(workbook, decision),
        decision.reason.clone(),
        after("Discussed: ", &decision.discussion),
        after("Why the risk is held to be lower: ", &decision.lower_risk),
    ];
    said.extend(decision.dissent.iter().map(|dissent| {
        let whose =
            dissent.agency.as_ref().map_or("The chair".into(), |agency| name_of(workbook, agency));
        let whose = joined(", ", &[&whose, &dissent.role]);
        ["Differing view, ", &whose, ": ", &dissent.view].concat()
    }));
    said.push(after("Rests on: ", &listed(&versions)));
    said.push(reopened.to_owned());
    lines(&said.iter().map(String::as_str).collect::<Vec<_>>())
}

fn verdict(workbook: &Workbook, decision: &Decision) -> String {
    let scale = &workbook.plan().round.tool.scale;
    match &decision.verdict {
        Verdict::Grade { grade, qualifier } => {
            let label = scale.grade(grade).map_or(grade.as_str(), |grade| &grade.label);
            let qualifier = qualifier.as_ref().and_then(|id| {
                scale.qualifiers.iter().find(|one| one.id == *id).map(|one| one.label.as_str())
            });
            [Some(label), qualifier].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Verdict::NotJudged => "Not judged".to_owned(),
        Verdict::Deferred => "Left for later".to_owned(),
    }
}

fn left_open(workbook: &Workbook, meeting: &Meeting, today: NaiveDate) -> Part {
    let title = ["Open as on ", &long_date(today)].concat();
    let mut items = open_items(workbook);
    items.retain(|item| !noted_later(workbook, meeting, item));
    if items.is_empty() {
        let rows = vec![Row::text("Open items", "None")];
        return Part { rows, ..Part::new(title) };
    }
    let rows = items.iter().filter_map(|item| open_row(workbook, &items, item)).collect();
    Part { rows, ..Part::new(title) }
}

/// Whether a later meeting noted it: this one left nothing of it open.
fn noted_later(workbook: &Workbook, meeting: &Meeting, item: &OpenItem) -> bool {
    let OpenItem::Note(id) = item else { return false };
    let notes = workbook.meeting_notes();
    let note = notes.iter().find(|note| note.id == *id);
    let noted_in = note.and_then(|note| workbook.meeting(&note.meeting));
    noted_in.is_some_and(|other| other.held_on > meeting.held_on)
}

/// What was never judged of a case stands in one row, at the first of it: a round of ten cases has eighty.
fn not_judged(workbook: &Workbook, items: &[OpenItem], subject: &Subject) -> Option<Row> {
    let of_case = |item: &'_ OpenItem| match item {
        OpenItem::NotJudged(other) if other.case == subject.case => Some(other.clone()),
        _ => None,
    };
    let all: Vec<Subject> = items.iter().filter_map(of_case).collect();
    if all.first() != Some(subject) {
        return None;
    }
    let titles: Vec<String> = all.iter().map(|subject| title_of(workbook, subject)).collect();
    Some(Row::text(
        label_of(workbook, &subject.case),
        ["Not judged yet: ", &titles.join("; ")].concat(),
    ))
}

fn open_row(workbook: &Workbook, items: &[OpenItem], item: &OpenItem) -> Option<Row> {
    let about = |subject: &Subject| {
        [&label_of(workbook, &subject.case), ", ", &title_of(workbook, subject)].concat()
    };
    let row = match item {
        OpenItem::NotJudged(subject) => return not_judged(workbook, items, subject),
        OpenItem::Deferred { subject, why } => {
            Row::text(about(subject), ["Left for later: ", why].concat())
        }
        OpenItem::Reopened(subject) => {
            Row::text(about(subject), "Open again: a return was replaced")
        }
        OpenItem::Barred(subject) => {
            Row::text(about(subject), "Open again: an area was judged anew, and is not good")
        }
        OpenItem::AgencyDiffers { subject, agency } => {
            let said = ["Auditors of ", &name_of(workbook, agency), " differ"].concat();
            Row::text(about(subject), said)
        }
        OpenItem::NotComparable { subject, agency } => {
            let name = name_of(workbook, agency);
            Row::text(about(subject), ["The grade of ", &name, " is on another scale"].concat())
        }
        OpenItem::NoDifference(case) => Row::text(
            label_of(workbook, case),
            "Nothing says what difference the work made to the child",
        ),
        OpenItem::Note(id) => {
            let notes = workbook.meeting_notes();
            let note = notes.iter().find(|note| note.id == *id);
            note.map_or_else(|| Row::text("Noted", ""), |note| note_row(workbook, note))
        }
    };
    Some(row)
}

pub(super) fn title_of(workbook: &Workbook, subject: &Subject) -> String {
    let Some(id) = &subject.area else { return "The case overall".to_owned() };
    workbook.known_area(id).map_or_else(|| id.to_string(), |area| area.title.clone())
}

fn label_of(workbook: &Workbook, case: &CaseRef) -> String {
    workbook.plan().case(case).map_or_else(String::new, |case| case.label.clone())
}

pub(super) fn name_of(workbook: &Workbook, agency: &AgencyId) -> String {
    let agency = workbook.plan().agency(agency);
    agency.map_or_else(String::new, |agency| agency.name.clone())
}

fn slot_of(workbook: &Workbook, on: &crate::panel::RestsOn) -> String {
    let plan = workbook.plan();
    let name = name_of(workbook, &on.place.agency);
    match plan.slot(&on.place.slot).map(|slot| slot.label.as_str()) {
        Some(label) if !label.is_empty() && label != name => [&name, " (", label, ")"].concat(),
        Some(_) | None => name,
    }
}

fn lines(said: &[&str]) -> String {
    joined("\n", said)
}

#[cfg(test)]
mod tests;
