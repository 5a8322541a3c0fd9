//! A draft whose questions have changed: what moves to the new ones, and what falls away (L14).
//!
//! Answers follow the ids of their prompts. What has no place any more, or is no
//! answer that its prompt takes now, is listed and kept with the draft in words:
//! no page shows what stays behind without its box, and no text is to be lost so.
//! Moving is a step that the person takes; until then the draft keeps its own tool.

use std::mem::take;

use chrono::{DateTime, NaiveDate, Utc};

use super::{DraftRecord, LeftOver, derived};
use crate::audit_return::{
    Answer, AreaRecord, Concern, Grading, Impact, NonGrade, OverallRecord, Response, Return,
    Source, Strength,
};
use crate::check::{AreaPart, Place, TextPart};
use crate::envelope::Hash;
use crate::gather::keep;
use crate::id::{AreaId, GradeId, ItemId, PromptId, QualifierId, StandardId};
use crate::round::Invitation;
use crate::timescale::{Unit, Worksheet, counted};
use crate::tool::{AnswerValue, GradedBy, Prompt, PromptKind, Tool};

/// Stands before a limit of the child's plan that falls away.
const PLAN_LIMIT: &str = "The limit in the child’s plan: ";

/// A draft as it stands after moving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// With the new tool's reference, and all that fits it.
    pub draft: Return,
    /// What does not.
    pub fell_away: Vec<LeftOver>,
    /// How many answers moved whole.
    pub kept: usize,
    /// Standards whose limit of the child's own plan does not.
    pub limits: Vec<StandardId>,
    /// Keys of boxes of which words were put by, and that are gone.
    pub boxes_gone: Vec<String>,
}

/// Whether a draft answers for the same round, place and case as an invitation asks of.
pub fn answers_same(draft: &Return, invitation: &Invitation) -> bool {
    draft.round.id == invitation.round.id
        && draft.agency.slot == invitation.slot
        && invitation.case(&draft.case_ref).is_some()
}

/// What `draft`, which answers the tool `old`, becomes under `invitation`. Nothing is lost:
/// it is in the draft or in what fell away. `None` where the invitation is for another place or case.
pub fn moved(
    draft: &Return,
    old: &Tool,
    invitation: &Invitation,
    now: DateTime<Utc>,
) -> Option<Moved> {
    if !answers_same(draft, invitation) {
        return None;
    }
    // What a return begun today would say of the round, place and case.
    let begun = Return::begin(invitation, &draft.case_ref, draft.return_id.clone(), draft.created)?;
    let mut draft = Return {
        round: begun.round,
        tool: begun.tool,
        case_label: begun.case_label,
        agency: begun.agency,
        ..draft.clone()
    };
    let new = &invitation.round.tool;
    let mut pile = Pile { now, marks: draft.do_not_disclose.clone(), fell_away: Vec::new() };
    let kept = pile.answers(&mut draft, old, new);
    pile.areas(&mut draft, old, new);
    pile.overall(&mut draft.overall, old, new);
    let (limits, boxes_gone) = (Vec::new(), Vec::new());
    Some(Moved { draft, fell_away: pile.fell_away, kept, limits, boxes_gone })
}

impl Moved {
    /// T-06: the same without limits of the child's plan that the new standards ask for in another unit, or
    /// not at all. "10" typed of working days would else pass for 10 days.
    pub fn t06_without_limits_of_other_units(
        mut self,
        sheet: &Worksheet,
        old: &Invitation,
        new: &Invitation,
        now: DateTime<Utc>,
    ) -> Self {
        let (was, is) = (old.standards_of(None), new.standards_of(None));
        for (id, typed) in &sheet.limits {
            let Some(before) = was.standard(id).filter(|one| one.from_plan) else { continue };
            let after = is.standard(id).filter(|one| one.from_plan);
            if after.is_none_or(|after| after.unit != before.unit) {
                let said = vec![limit_said(typed, before.unit)];
                let asked = before.title.clone();
                self.fell_away.push(LeftOver { asked, said, marked: Vec::new(), at: now });
                self.limits.push(id.clone());
            }
        }
        self
    }

    /// T-07: the same without what the delay meant of standards that the new round does not have: no page would
    /// show it.
    pub fn t07_without_impacts_of_other_standards(
        mut self,
        old: &Invitation,
        new: &Invitation,
        now: DateTime<Utc>,
    ) -> Self {
        let marks = self.draft.do_not_disclose.clone();
        let mut pile = Pile { now, marks, fell_away: take(&mut self.fell_away) };
        for (id, impact) in take(&mut self.draft.timescale_impacts) {
            if new.round.standard(&id).is_some() {
                self.draft.timescale_impacts.insert(id, impact);
                continue;
            }
            let asked = old.round.standard(&id).map_or_else(|| id.to_string(), |one| one.title);
            let text = Place::Timescale(id).text(TextPart::ImpactText);
            let level = impact.level.map(|level| chosen(level.label().to_owned()));
            pile.add(asked, level.into_iter().chain([written(impact.text, text)]).collect());
        }
        Self { fell_away: pile.fell_away, ..self }
    }

    /// L14: the same with the reasons for no grade that a grade put by, of whatever is not graded any more: no
    /// page would give them back.
    pub fn l14_with_words_put_by(
        mut self,
        record: &DraftRecord,
        old: &Tool,
        new: &Tool,
        now: DateTime<Utc>,
    ) -> Self {
        let marks = record.draft.do_not_disclose.clone();
        let mut pile = Pile { now, marks, fell_away: take(&mut self.fell_away) };
        for (title, place) in grade_boxes(old) {
            let key = place.key();
            let is_gone = || grade_boxes(new).all(|(_, other)| other != place);
            if let Some(words) = record.put_by.get(&key).filter(|_| is_gone()) {
                // One box for all three reasons: its mark stands at the one chosen last (edge case 32).
                let boxes = NonGrade::ALL.map(|one| place.clone().text(TextPart::NoGrade(one)));
                let marked = boxes.into_iter().find(|at| pile.marks.contains(&at.key()));
                pile.add(title.to_owned(), vec![(words.clone(), marked)]);
                self.boxes_gone.push(key);
            }
        }
        Self { fell_away: pile.fell_away, ..self }
    }
}

/// What a tool grades, by its title, and where its grade stands.
fn grade_boxes(tool: &Tool) -> impl Iterator<Item = (&str, Place)> {
    let areas = tool.graded_areas();
    let areas = areas.map(|one| (&*one.title, Place::Area(one.id.clone(), AreaPart::Grade)));
    let overall = Some((&*tool.scale.title, Place::OverallGrade));
    areas.chain(overall.filter(|_| tool.graded_by != GradedBy::Nothing))
}

fn limit_said(typed: &str, unit: Unit) -> String {
    let number: Option<u32> = typed.trim().parse().ok();
    let limit = number.map_or_else(|| typed.to_owned(), |number| counted(number, unit));
    [PLAN_LIMIT, &limit].concat()
}

impl DraftRecord {
    /// The record after moving to the invitation `to`, whose file has this hash. A version that is signed
    /// stays signed: the moved one is its correction.
    ///
    /// Its dates are held against the standards and the window of the new invitation (T-01, edge case 14):
    /// no edit of a date may follow. `today` stands for the day of the audit while none is typed.
    pub fn after_moving(
        &self,
        moved: &Moved,
        to: &Invitation,
        invitation: Hash,
        today: NaiveDate,
    ) -> Self {
        let mut next = Self { draft: moved.draft.clone(), invitation, ..self.clone() };
        next.left_over.extend(moved.fell_away.iter().cloned());
        keep(&mut next.worksheet.limits, &|standard| !moved.limits.contains(standard));
        keep(&mut next.put_by, &|place| !moved.boxes_gone.contains(place));
        // A draft that came without its dates keeps what was worked out from them.
        if !self.worksheet.is_empty() {
            for follows in derived(&next, to, today) {
                next.apply(&follows);
            }
        }
        next.last_change += 1;
        if self.is_signed() {
            next.correct_last_signed();
        }
        next
    }
}

/// One line of what falls away, and the box that it stood in, where it is a text of the auditor's own.
type Line = (String, Option<Place>);

/// What falls away, in order.
struct Pile {
    now: DateTime<Utc>,
    /// Keys of the boxes that are not for practitioners (edge case 32).
    marks: Vec<String>,
    fell_away: Vec<LeftOver>,
}

impl Pile {
    fn add(&mut self, asked: String, lines: Vec<Line>) {
        let lines = lines.into_iter().filter(|(line, _)| !line.trim().is_empty());
        let (said, boxes): (Vec<String>, Vec<Option<Place>>) = lines.unzip();
        if !said.is_empty() {
            let is_marked = |at: &Place| self.marks.contains(&at.key());
            let boxes = boxes.iter().enumerate();
            let marked = boxes.filter(|(_, at)| at.as_ref().is_some_and(is_marked));
            let marked = marked.map(|(number, _)| number).collect();
            self.fell_away.push(LeftOver { asked, said, marked, at: self.now });
        }
    }

    fn answers(&mut self, draft: &mut Return, old: &Tool, new: &Tool) -> usize {
        let mut kept = 0;
        for (id, mut answer) in take(&mut draft.answers) {
            let was = old.prompt(&id).map(|(_, prompt)| prompt);
            let asked = [id.as_str(), was.map_or("", |prompt| prompt.text.as_str())].join(" ");
            let Some((_, prompt)) = new.prompt(&id) else {
                self.add(asked, said(&id, &answer, was));
                continue;
            };
            let falls = without_place(&mut answer, &prompt.kind);
            kept += usize::from(falls.is_empty());
            self.add(asked, said(&id, &falls, was));
            if !answer.is_empty() {
                draft.answers.insert(id, answer);
            }
        }
        kept
    }

    fn areas(&mut self, draft: &mut Return, old: &Tool, new: &Tool) {
        for (id, mut record) in take(&mut draft.areas) {
            let title = old.area(&id).map_or(id.as_str(), |area| area.title.as_str()).to_owned();
            let Some(area) = new.area(&id) else {
                self.add(title, area_said(&id, record, old));
                continue;
            };
            let graded = new.graded_areas().any(|graded| graded.id == area.id);
            let mut falls = AreaRecord::default();
            if !grading_fits(record.grading.as_ref(), old, new, graded) {
                falls.grading = record.grading.take();
            }
            if !graded {
                falls.reason = take(&mut record.reason);
            }
            if !area.holds_findings() {
                falls.strengths = take(&mut record.strengths);
                falls.concerns = take(&mut record.concerns);
                falls.impact = take(&mut record.impact);
            }
            self.add(title, area_said(&id, falls, old));
            if record != AreaRecord::default() {
                draft.areas.insert(id, record);
            }
        }
    }

    fn overall(&mut self, overall: &mut OverallRecord, old: &Tool, new: &Tool) {
        let graded = new.graded_by != GradedBy::Nothing;
        let mut lines = Vec::new();
        if !grading_fits(overall.grading.as_ref(), old, new, graded) {
            let grading = overall.grading.take();
            lines = grading_lines(grading.as_ref(), &Place::OverallGrade, old);
        }
        if !graded {
            lines.push(written(take(&mut overall.reason), Place::OverallReason));
        }
        self.add(old.scale.title.clone(), lines);
        let known =
            |tool: &Tool, id| tool.scale.qualifiers.iter().find(|one| one.id == id).cloned();
        let is_gone = |id: &QualifierId| !graded || known(new, id.clone()).is_none();
        if let Some(id) = overall.qualifier.take_if(|id| is_gone(id)) {
            let label = known(old, id.clone()).map_or(id.to_string(), |one| one.label);
            self.add(old.scale.title.clone(), vec![chosen(label)]);
        }
    }
}

/// A line that was chosen and not written: no mark can be about it.
fn chosen(text: String) -> Line {
    (text, None)
}

fn written(text: String, place: Place) -> Line {
    (text, Some(place))
}

/// Whether a prompt of this kind can hold the response. Numbers and lengths out of bounds move,
/// and are put right there.
fn takes(kind: &PromptKind, response: &Response) -> bool {
    let listed = |id| kind.options().iter().any(|option| option.id == id);
    match (kind, response) {
        (PromptKind::Judgement { .. }, Response::Value(value)) => kind.values().contains(value),
        (PromptKind::Choice { .. }, Response::Option(chosen)) => listed(chosen.clone()),
        (PromptKind::Choices { .. }, Response::Options(chosen)) => {
            chosen.iter().all(|one| listed(one.clone()))
        }
        (PromptKind::Number { .. }, Response::Number(_))
        | (PromptKind::Text { .. }, Response::Text(_)) => true,
        (
            PromptKind::Judgement { .. }
            | PromptKind::Choice { .. }
            | PromptKind::Choices { .. }
            | PromptKind::Number { .. }
            | PromptKind::Text { .. },
            Response::Value(_)
            | Response::Option(_)
            | Response::Options(_)
            | Response::Number(_)
            | Response::Text(_),
        ) => false,
    }
}

/// Takes out of an answer what a prompt of this kind has no place for, and gives it back.
fn without_place(answer: &mut Answer, kind: &PromptKind) -> Answer {
    let not_applicable = answer.value() == Some(AnswerValue::NotApplicable);
    let response = answer.response.take_if(|one| !takes(kind, one));
    let mut falls = Answer { response, ..Answer::default() };
    if !kind.takes_evidence() {
        falls.evidence = take(&mut answer.evidence);
        falls.source = answer.source.take();
    }
    // Its box stands beside that answer alone.
    if not_applicable && falls.response.is_some() {
        falls.reason = take(&mut answer.reason);
    }
    falls
}

/// V-08: a grade of another scale is another grade, whatever it is called.
fn grading_fits(grading: Option<&Grading>, old: &Tool, new: &Tool, graded: bool) -> bool {
    match grading {
        None => true,
        Some(Grading::Grade(_)) => graded && old.scale.is_same(&new.scale),
        Some(Grading::None { .. }) => graded,
    }
}

/// Everything that an answer says. Taken apart whole, so that a field added later is not forgotten.
fn said(id: &PromptId, answer: &Answer, prompt: Option<&Prompt>) -> Vec<Line> {
    let Answer { response, evidence, source, reason } = answer;
    let text = |part: TextPart| Place::Prompt(id.clone()).text(part);
    let mut lines: Vec<Line> = response.iter().map(|one| response_said(id, one, prompt)).collect();
    lines.push(written(evidence.clone(), text(TextPart::Evidence)));
    lines.push(chosen(source_text(*source)));
    lines.push(written(reason.clone(), text(TextPart::NotApplicable)));
    lines
}

fn response_said(id: &PromptId, response: &Response, prompt: Option<&Prompt>) -> Line {
    let label = |id: &crate::id::OptionId| {
        let known = prompt.and_then(|prompt| prompt.kind.option_label(id));
        known.unwrap_or(id.as_str()).to_owned()
    };
    match response {
        Response::Value(value) => chosen(value.label().to_owned()),
        Response::Option(option) => chosen(label(option)),
        Response::Options(options) => {
            chosen(options.iter().map(label).collect::<Vec<_>>().join("; "))
        }
        Response::Number(number) => chosen(number.to_string()),
        Response::Text(text) => written(text.clone(), Place::Prompt(id.clone())),
    }
}

fn source_text(source: Option<Source>) -> String {
    source.map_or_else(String::new, |source| source.label().to_owned())
}

/// What was given as the grade at a place.
fn grading_lines(grading: Option<&Grading>, place: &Place, tool: &Tool) -> Vec<Line> {
    match grading {
        None => Vec::new(),
        Some(Grading::Grade(id)) => vec![chosen(grade_label(id, tool))],
        Some(Grading::None { because, reason }) => {
            let at = place.clone().text(TextPart::NoGrade(*because));
            vec![chosen(because.label().to_owned()), written(reason.clone(), at)]
        }
    }
}

fn grade_label(id: &GradeId, tool: &Tool) -> String {
    let grade = tool.scale.grades.iter().find(|grade| grade.id == *id);
    grade.map_or_else(|| id.to_string(), |grade| grade.label.clone())
}

/// Everything that the record of an area says, taken apart whole likewise.
fn area_said(area: &AreaId, record: AreaRecord, tool: &Tool) -> Vec<Line> {
    let AreaRecord {
        grading,
        reason,
        strengths,
        concerns,
        impact: Impact { level, text: impact },
        was_immediate_concern: _,
        marked_complete: _,
    } = record;
    let place = |part| Place::Area(area.clone(), part);
    let mut lines = grading_lines(grading.as_ref(), &place(AreaPart::Grade), tool);
    lines.push(written(reason, place(AreaPart::Reason)));
    let line = |part, id, text, evidence, source| {
        let box_of = |text: TextPart| place(part).text(text);
        [
            written(text, box_of(TextPart::LineText(ItemId::clone(&id)))),
            written(evidence, box_of(TextPart::LineEvidence(id))),
            chosen(source_text(source)),
        ]
    };
    for Strength { id, text, evidence, source } in strengths {
        lines.extend(line(AreaPart::Strengths, id, text, evidence, source));
    }
    for Concern { id, text, evidence, source } in concerns {
        lines.extend(line(AreaPart::Concerns, id, text, evidence, source));
    }
    lines.extend(level.map(|level| chosen(level.label().to_owned())));
    lines.push(written(impact, place(AreaPart::Impact).text(TextPart::ImpactText)));
    lines
}

#[cfg(test)]
#[path = "moving_tests.rs"]
mod tests;
