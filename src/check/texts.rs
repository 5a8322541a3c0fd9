//! Every free text of a return with its place: the one list that the identifier guard goes by.
//!
//! Members are named one by one, without "and the rest", so that a new one does
//! not compile before somebody has said here whether it is free text; and the
//! tests hold the list against the published schema, so that nobody says "no"
//! to a text. What comes from the invitation is the coordinator's, not here.

use super::place::{
    AuditorPart, ConcernPart, EntryPart, FamilyPart, InvolvementPart, PractitionerPart,
};
use super::{AreaPart, Place, TextPart};
use crate::audit_return::{
    Answer, AreaRecord, Auditor, Chronology, ChronologyEntry, Concern, ConcernClosed, Explanation,
    FamilyViews, Grading, ImmediateConcern, Impact, Involvement, NilSearch, OverallRecord,
    PanelQuestion, PractitionerConversation, Response, Return, Strength,
};
use crate::id::{AreaId, PromptId};
use crate::tool::Area;

/// One text that the auditor wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeText<'a> {
    /// Its box. The lines of one box share it.
    pub place: Place,
    /// As written; never empty.
    pub text: &'a str,
}

/// Every text of a return.
pub fn texts(ret: &Return) -> Vec<FreeText<'_>> {
    let Return {
        format_version: _,
        return_id: _,
        version: _,
        previous: _,
        round: _,
        tool: _,
        case_ref: _,
        case_label: _,
        agency: _,
        auditor,
        involvement,
        answers,
        areas,
        overall,
        immediate_concerns,
        // Numbers and keys of ours, worked out from dates that stay on the device.
        timescales: _,
        timescale_impacts,
        chronology,
        practitioner,
        family_views,
        general_comments,
        good_practice_to_share,
        explanations,
        panel_questions,
        // Keys of ours.
        do_not_disclose: _,
        // The signature: a name, and the role that stands in the auditor's details.
        sign_off: _,
        enrolment_proof: _,
        created: _,
    } = ret;
    let mut list = List::default();
    list.auditor(auditor);
    list.involvement(involvement);
    answers.iter().for_each(|(id, answer)| list.answer(id, answer));
    areas.iter().for_each(|(id, record)| list.area(id, record));
    list.overall(overall);
    immediate_concerns.iter().for_each(|concern| list.immediate(concern));
    for (standard, impact) in timescale_impacts {
        let Impact { level: _, text } = impact;
        list.add(Place::Timescale(standard.clone()).text(TextPart::ImpactText), text);
    }
    list.chronology(chronology);
    list.practitioner(practitioner);
    list.family(family_views);
    list.add(Place::GeneralComments, general_comments);
    let practice = Place::GeneralComments.text(TextPart::GoodPractice);
    good_practice_to_share.iter().for_each(|line| list.add(practice.clone(), line));
    explanations.iter().for_each(|explanation| list.explanation(explanation));
    panel_questions.iter().for_each(|one| list.panel_question(one));
    list.0
}

/// The text of a reason given for a warning; `None` where it is empty.
pub(super) fn text_of_reason(explanation: &Explanation) -> Option<FreeText<'_>> {
    // Rule and place are keys of ours; how far a reason reaches is a number and hashes.
    let Explanation { rule, place, reason, covers: _, kept: _ } = explanation;
    let place = Place::Explanation { rule: rule.clone(), place: place.clone() };
    (!reason.is_empty()).then_some(FreeText { place, text: reason })
}

/// The texts that stand on the page of an area: of these answers and this record.
pub(super) fn texts_of_page<'a>(
    answers: &'a [(&PromptId, Answer)],
    record: Option<(&AreaId, &'a AreaRecord)>,
) -> Vec<FreeText<'a>> {
    let mut list = List::default();
    answers.iter().for_each(|(id, answer)| list.answer(id, answer));
    if let Some((id, record)) = record {
        list.area(id, record);
    }
    list.0
}

/// The texts of one area and of its prompts.
pub fn texts_of_area<'a>(ret: &'a Return, area: &Area) -> Vec<FreeText<'a>> {
    let mut list = List::default();
    for prompt in &area.prompts {
        if let Some(answer) = ret.answer(&prompt.id) {
            list.answer(&prompt.id, answer);
        }
    }
    if let Some(record) = ret.area(&area.id) {
        list.area(&area.id, record);
    }
    list.0
}

#[derive(Default)]
struct List<'a>(Vec<FreeText<'a>>);

impl<'a> List<'a> {
    fn add(&mut self, place: Place, text: &'a str) {
        if !text.is_empty() {
            self.0.push(FreeText { place, text });
        }
    }

    fn auditor(&mut self, auditor: &'a Auditor) {
        // The auditor's own name is asked for, and only the coordinator sees it.
        let Auditor { name: _, role, independent_of_case: _, experienced: _ } = auditor;
        self.add(Place::Auditor(AuditorPart::Role), role);
    }

    fn involvement(&mut self, involvement: &'a Involvement) {
        let Involvement { level: _, nil } = involvement;
        if let Some(NilSearch { searched_on: _, systems, statement }) = nil {
            self.add(Place::Involvement(InvolvementPart::Systems), systems);
            self.add(Place::Involvement(InvolvementPart::Statement), statement);
        }
    }

    fn answer(&mut self, id: &PromptId, answer: &'a Answer) {
        let Answer { response, evidence, source: _, reason } = answer;
        let place = || Place::Prompt(id.clone());
        match response {
            Some(Response::Text(text)) => self.add(place(), text),
            Some(
                Response::Value(_)
                | Response::Option(_)
                | Response::Options(_)
                | Response::Number(_),
            )
            | None => {}
        }
        self.add(place().text(TextPart::Evidence), evidence);
        self.add(place().text(TextPart::NotApplicable), reason);
    }

    fn area(&mut self, id: &AreaId, record: &'a AreaRecord) {
        let AreaRecord {
            grading,
            reason,
            strengths,
            concerns,
            impact: Impact { level: _, text: impact },
            was_immediate_concern: _,
            marked_complete: _,
        } = record;
        let place = |part| Place::Area(id.clone(), part);
        for line in strengths {
            let Strength { id, text, evidence, source: _ } = line;
            let strength = |part: TextPart| place(AreaPart::Strengths).text(part);
            self.add(strength(TextPart::LineText(id.clone())), text);
            self.add(strength(TextPart::LineEvidence(id.clone())), evidence);
        }
        for line in concerns {
            let Concern { id, text, evidence, source: _ } = line;
            let concern = |part: TextPart| place(AreaPart::Concerns).text(part);
            self.add(concern(TextPart::LineText(id.clone())), text);
            self.add(concern(TextPart::LineEvidence(id.clone())), evidence);
        }
        self.add(place(AreaPart::Impact).text(TextPart::ImpactText), impact);
        self.grading(&place(AreaPart::Grade), grading.as_ref());
        self.add(place(AreaPart::Reason), reason);
    }

    fn grading(&mut self, place: &Place, grading: Option<&'a Grading>) {
        match grading {
            Some(Grading::None { because, reason }) => {
                self.add(place.clone().text(TextPart::NoGrade(*because)), reason);
            }
            Some(Grading::Grade(_)) | None => {}
        }
    }

    fn overall(&mut self, overall: &'a OverallRecord) {
        let OverallRecord { grading, qualifier: _, reason } = overall;
        self.grading(&Place::OverallGrade, grading.as_ref());
        self.add(Place::OverallReason, reason);
    }

    fn immediate(&mut self, concern: &'a ImmediateConcern) {
        let ImmediateConcern {
            id,
            noticed_at: _,
            kind: _,
            text,
            told_role,
            told_at: _,
            told_how,
            their_action,
            acknowledged: _,
            follow_up,
            closed,
        } = concern;
        let place = |part| Place::ImmediateConcern(id.clone(), part);
        self.add(place(ConcernPart::Text), text);
        self.add(place(ConcernPart::ToldRole), told_role);
        self.add(place(ConcernPart::ToldHow), told_how);
        self.add(place(ConcernPart::TheirAction), their_action);
        self.add(place(ConcernPart::FollowUp), follow_up);
        if let Some(ConcernClosed { role, outcome }) = closed {
            self.add(place(ConcernPart::ClosedBy), role);
            self.add(place(ConcernPart::Outcome), outcome);
        }
    }

    fn chronology(&mut self, chronology: &'a Chronology) {
        let Chronology { anchor: _, anchor_fault: _, entries } = chronology;
        for entry in entries {
            let ChronologyEntry {
                id,
                when: _,
                about: _,
                undated: _,
                context: _,
                source: _,
                text,
                so_what,
            } = entry;
            self.add(Place::ChronologyEntry(id.clone(), EntryPart::Text), text);
            self.add(Place::ChronologyEntry(id.clone(), EntryPart::SoWhat), so_what);
        }
    }

    fn practitioner(&mut self, conversation: &'a PractitionerConversation) {
        let PractitionerConversation { spoken: _, when: _, reason, said } = conversation;
        self.add(Place::Practitioner(PractitionerPart::Reason), reason);
        self.add(Place::Practitioner(PractitionerPart::Said), said);
    }

    fn family(&mut self, views: &'a FamilyViews) {
        let FamilyViews {
            risk_check: _,
            risk_basis,
            invited: _,
            reason,
            asked_by,
            child_said,
            family_said,
            influence,
        } = views;
        self.add(Place::FamilyViews(FamilyPart::RiskBasis), risk_basis);
        self.add(Place::FamilyViews(FamilyPart::Reason), reason);
        self.add(Place::FamilyViews(FamilyPart::AskedBy), asked_by);
        self.add(Place::FamilyViews(FamilyPart::ChildSaid), child_said);
        self.add(Place::FamilyViews(FamilyPart::FamilySaid), family_said);
        self.add(Place::FamilyViews(FamilyPart::Influence), influence);
    }

    fn explanation(&mut self, explanation: &'a Explanation) {
        self.0.extend(text_of_reason(explanation));
    }

    fn panel_question(&mut self, one: &'a PanelQuestion) {
        // What is asked is the panel's, which guards it when it is written.
        let PanelQuestion { question, version: _, answer, changed: _ } = one;
        self.add(Place::PanelQuestion(question.id.clone()), answer);
    }
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;
