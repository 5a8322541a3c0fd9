//! Making a [`Change`] to a return: the one place where a draft is edited.

use super::apply_time::{set_chronology, set_family, set_impact, set_practitioner};
use super::{
    AnswerChange, AreaChange, AuditorChange, Change, ImmediateChange, InvolvementChange,
    LineChange, OverallChange, QuestionChange,
};
use crate::audit_return::{
    Answer, AreaRecord, Auditor, Concern, Explanation, Grading, ImmediateConcern, Involvement,
    NilSearch, NonGrade, PanelQuestion, Response, Return, Source, Strength,
};
use crate::check::{AreaPart, Place, TextPart};
use crate::gather::{edit_entry, found_or_new};
use crate::id::{AreaId, ItemId, PromptId, QueryId};
use crate::order;

/// Makes one change. What is emptied again leaves no trace, as if never touched.
pub fn apply(draft: &mut Return, change: &Change) {
    match change {
        Change::Auditor(part) => set_auditor(&mut draft.auditor, part),
        Change::Involvement(part) => set_involvement(&mut draft.involvement, part),
        Change::Answer(prompt, part) => set_answer(draft, prompt, part),
        Change::Area(area, part) => set_area(draft, area, part),
        Change::Overall(part) => set_overall(draft, part),
        Change::ImmediateConcern(item, part) => {
            set_immediate(&mut draft.immediate_concerns, item, part);
        }
        // The worksheet is no part of the return: DraftRecord::apply.
        Change::Sheet(_) => {}
        Change::Timescales(results) => draft.timescales = results.as_deref().cloned(),
        Change::TimescaleImpact(standard, part) => {
            set_impact(&mut draft.timescale_impacts, standard, part);
        }
        Change::Chronology(part) => set_chronology(&mut draft.chronology, part),
        Change::Practitioner(part) => set_practitioner(&mut draft.practitioner, part),
        Change::FamilyViews(part) => set_family(&mut draft.family_views, part),
        Change::GeneralComments(text) => draft.general_comments.clone_from(text),
        Change::GoodPractice(list) => draft.good_practice_to_share.clone_from(list),
        Change::Explanation { rule, place, reason, covers, kept } => {
            let (rule, place, reason) = (rule.clone(), place.clone(), reason.clone());
            let new = Explanation { rule, place, reason, covers: *covers, kept: kept.clone() };
            set_explanation(&mut draft.explanations, new);
        }
        Change::PanelQuestion(id, part) => set_question(&mut draft.panel_questions, id, part),
        Change::DoNotDisclose(place, marked) => {
            set_mark(&mut draft.do_not_disclose, place, *marked);
        }
        // Of the record: see DraftRecord::apply.
        Change::Names(_) | Change::Copied(_) => {}
    }
}

fn set_auditor(auditor: &mut Auditor, part: &AuditorChange) {
    match part {
        AuditorChange::Name(name) => auditor.name.clone_from(name),
        AuditorChange::Role(role) => auditor.role.clone_from(role),
        AuditorChange::IndependentOfCase(said) => auditor.independent_of_case = *said,
        AuditorChange::Experienced(said) => auditor.experienced = *said,
    }
}

fn set_involvement(involvement: &mut Involvement, part: &InvolvementChange) {
    let mut nil = involvement.nil.take().unwrap_or_default();
    match part {
        InvolvementChange::Level(level) => involvement.level = *level,
        InvolvementChange::SearchedOn(date) => nil.searched_on = *date,
        InvolvementChange::Systems(text) => nil.systems.clone_from(text),
        InvolvementChange::Statement(text) => nil.statement.clone_from(text),
    }
    involvement.nil = (nil != NilSearch::default()).then_some(nil);
}

fn set_answer(draft: &mut Return, prompt: &PromptId, part: &AnswerChange) {
    edit_entry(&mut draft.answers, prompt, |answer: &mut Answer| match part {
        AnswerChange::Response(response) => {
            answer.response = response.clone().filter(says_something);
        }
        AnswerChange::Evidence(text) => answer.evidence.clone_from(text),
        AnswerChange::Source(source) => answer.source = *source,
        AnswerChange::Reason(text) => answer.reason.clone_from(text),
    });
}

fn says_something(response: &Response) -> bool {
    match response {
        Response::Options(chosen) => !chosen.is_empty(),
        Response::Text(text) => !text.is_empty(),
        Response::Value(_) | Response::Option(_) | Response::Number(_) => true,
    }
}

fn set_area(draft: &mut Return, area: &AreaId, part: &AreaChange) {
    if let AreaChange::Grading(grading) = part {
        let place = Place::Area(area.clone(), AreaPart::Grade);
        keep_mark(&mut draft.do_not_disclose, &place, grading.as_ref());
    }
    edit_entry(&mut draft.areas, area, |record: &mut AreaRecord| match part {
        AreaChange::Grading(grading) => record.grading.clone_from(grading),
        AreaChange::Reason(text) => record.reason.clone_from(text),
        AreaChange::Strength(item, line) => set_line(&mut record.strengths, item, line),
        AreaChange::Concern(item, line) => set_line(&mut record.concerns, item, line),
        AreaChange::ImpactLevel(level) => record.impact.level = *level,
        AreaChange::ImpactText(text) => record.impact.text.clone_from(text),
        AreaChange::WasImmediateConcern(said) => record.was_immediate_concern = *said,
        AreaChange::MarkedComplete(said) => record.marked_complete = *said,
    });
}

fn set_overall(draft: &mut Return, part: &OverallChange) {
    let overall = &mut draft.overall;
    match part {
        OverallChange::Grading(grading) => {
            overall.grading.clone_from(grading);
            keep_mark(&mut draft.do_not_disclose, &Place::OverallGrade, grading.as_ref());
        }
        OverallChange::Qualifier(qualifier) => overall.qualifier.clone_from(qualifier),
        OverallChange::Reason(text) => overall.reason.clone_from(text),
    }
}

/// What strengths and concerns have in common.
trait Line {
    fn empty(id: ItemId) -> Self;
    fn id(&self) -> &ItemId;
    fn parts(&mut self) -> (&mut String, &mut String, &mut Option<Source>);
}

macro_rules! line {
    ($kind:ident) => {
        impl Line for $kind {
            fn empty(id: ItemId) -> Self {
                Self { id, text: String::new(), evidence: String::new(), source: None }
            }

            fn id(&self) -> &ItemId {
                &self.id
            }

            fn parts(&mut self) -> (&mut String, &mut String, &mut Option<Source>) {
                (&mut self.text, &mut self.evidence, &mut self.source)
            }
        }
    };
}

line!(Strength);
line!(Concern);

/// A line typed into but missing is made, not dropped: text outranks tidiness.
fn set_line<L: Line>(lines: &mut Vec<L>, item: &ItemId, change: &LineChange) {
    if *change == LineChange::Remove {
        lines.retain(|line| line.id() != item);
        return;
    }
    let place = found_or_new(lines, |line| line.id() == item, || L::empty(item.clone()));
    let (text, evidence, source) = place.parts();
    match change {
        LineChange::Add | LineChange::Remove => {}
        LineChange::Text(new) => text.clone_from(new),
        LineChange::Evidence(new) => evidence.clone_from(new),
        LineChange::Source(new) => *source = *new,
    }
}

fn set_immediate(list: &mut Vec<ImmediateConcern>, item: &ItemId, part: &ImmediateChange) {
    if *part == ImmediateChange::Remove {
        list.retain(|concern| concern.id != *item);
        return;
    }
    let concern =
        found_or_new(list, |concern| concern.id == *item, || ImmediateConcern::begin(item.clone()));
    match part {
        ImmediateChange::Add | ImmediateChange::Remove => {}
        ImmediateChange::NoticedAt(at) => concern.noticed_at = *at,
        ImmediateChange::Kind(kind) => concern.kind = *kind,
        ImmediateChange::Text(text) => concern.text.clone_from(text),
        ImmediateChange::ToldRole(text) => concern.told_role.clone_from(text),
        ImmediateChange::ToldAt(at) => concern.told_at = *at,
        ImmediateChange::ToldHow(text) => concern.told_how.clone_from(text),
        ImmediateChange::TheirAction(text) => concern.their_action.clone_from(text),
        ImmediateChange::Acknowledged(said) => concern.acknowledged = *said,
        ImmediateChange::FollowUp(text) => concern.follow_up.clone_from(text),
        ImmediateChange::Close => drop(concern.closed.get_or_insert_default()),
        ImmediateChange::Reopen => concern.closed = None,
        ImmediateChange::ClosedBy(text) => {
            concern.closed.get_or_insert_default().role.clone_from(text);
        }
        ImmediateChange::Outcome(text) => {
            concern.closed.get_or_insert_default().outcome.clone_from(text);
        }
    }
}

/// Asked once, however often it comes; answered, it stays even if the panel takes it back.
/// Kept in the order in which they were written.
fn set_question(list: &mut Vec<PanelQuestion>, id: &QueryId, part: &QuestionChange) {
    let known = list.iter_mut().find(|one| one.question.id == *id);
    match (part, known) {
        (QuestionChange::Asked(asked), None) => {
            list.push((**asked).clone());
            order::sort_by(list, |one, other| {
                let (one, other) = (&one.question, &other.question);
                (one.asked_at, &one.id).cmp(&(other.asked_at, &other.id))
            });
        }
        (QuestionChange::Withdrawn, Some(one)) if !one.is_answered() => {
            list.retain(|one| one.question.id != *id);
        }
        (QuestionChange::Answer(text), Some(one)) => one.answer.clone_from(text),
        (QuestionChange::Changed(said), Some(one)) => one.changed = *said,
        (QuestionChange::Asked(_) | QuestionChange::Withdrawn, Some(_)) | (_, None) => {}
    }
}

/// Kept in order, so that the order of ticking leaves no trace.
fn set_mark(list: &mut Vec<String>, place: &str, marked: bool) {
    list.retain(|known| known != place);
    if marked {
        let at = list.partition_point(|known| known.as_str() < place);
        list.insert(at, place.to_owned());
    }
}

/// The three reasons for no grade are written into one box: its mark stays with the text, whichever of them is
/// chosen (edge case 32).
fn keep_mark(list: &mut Vec<String>, grade: &Place, grading: Option<&Grading>) {
    let Some(Grading::None { because, .. }) = grading else { return };
    let key = |one: NonGrade| grade.clone().text(TextPart::NoGrade(one)).key();
    let keys = NonGrade::ALL.map(key);
    if keys.iter().any(|known| list.contains(known)) {
        list.retain(|known| !keys.contains(known));
        set_mark(list, &key(*because), true);
    }
}

/// Kept in the order of rule and place, so that the order of typing leaves no trace.
fn set_explanation(list: &mut Vec<Explanation>, new: Explanation) {
    list.retain(|known| known.rule != new.rule || known.place != new.place);
    if !new.reason.trim().is_empty() {
        list.push(new);
    }
    order::sort_by(list, |one, other| (&one.rule, &one.place).cmp(&(&other.rule, &other.place)));
}
