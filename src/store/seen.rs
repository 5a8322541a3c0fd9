//! A change keeps only what its author can see, however the text came in (edge case 62).
//!
//! Pastes are cleaned before they stand in the box; drops, dictation, autofill and
//! extensions are not. Here they all pass.

use super::{
    AnswerChange, AreaChange, AuditorChange, Change, ChronologyChange, EntryChange, FamilyChange,
    ImmediateChange, ImpactChange, InvolvementChange, LineChange, OverallChange,
    PractitionerChange, QuestionChange, SheetChange,
};
use crate::audit_return::{Grading, Response};
use crate::text::without_hidden;

impl Change {
    /// The same change without characters that nobody sees.
    pub(super) fn seen_only(mut self) -> Self {
        self.each_text(&mut |text| {
            let seen = without_hidden(text);
            if seen != *text {
                *text = seen;
            }
        });
        self
    }

    /// Visits every text that somebody may have typed.
    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Auditor(AuditorChange::Name(text) | AuditorChange::Role(text))
            | Self::Involvement(
                InvolvementChange::Systems(text) | InvolvementChange::Statement(text),
            )
            | Self::Answer(
                _,
                AnswerChange::Response(Some(Response::Text(text)))
                | AnswerChange::Evidence(text)
                | AnswerChange::Reason(text),
            )
            | Self::Overall(OverallChange::Reason(text))
            | Self::GeneralComments(text)
            | Self::PanelQuestion(_, QuestionChange::Answer(text))
            | Self::Explanation { reason: text, .. } => visit(text),
            Self::Area(_, change) => of_area(change, visit),
            Self::Sheet(change) => of_sheet(change, visit),
            Self::TimescaleImpact(_, ImpactChange::Text(text))
            | Self::Chronology(ChronologyChange::Entry(
                _,
                EntryChange::Text(text) | EntryChange::SoWhat(text),
            ))
            | Self::Practitioner(
                PractitionerChange::Reason(text) | PractitionerChange::Said(text),
            ) => visit(text),
            Self::FamilyViews(change) => of_family(change, visit),
            Self::Overall(OverallChange::Grading(grading)) => of_grading(grading, visit),
            Self::ImmediateConcern(_, change) => of_immediate(change, visit),
            Self::GoodPractice(texts) => texts.iter_mut().for_each(visit),
            Self::Names(names) => {
                for name in names {
                    visit(&mut name.name);
                    visit(&mut name.role);
                }
            }
            Self::Auditor(AuditorChange::IndependentOfCase(_) | AuditorChange::Experienced(_))
            | Self::Involvement(InvolvementChange::Level(_) | InvolvementChange::SearchedOn(_))
            | Self::Answer(_, AnswerChange::Response(_) | AnswerChange::Source(_))
            | Self::Overall(OverallChange::Qualifier(_))
            | Self::Timescales(_)
            // What is asked is the panel's, and signed.
            | Self::PanelQuestion(..)
            // A key and a hash; the label is the coordinator's.
            | Self::Copied(_)
            | Self::DoNotDisclose(..)
            | Self::TimescaleImpact(_, ImpactChange::Level(_))
            | Self::Chronology(_)
            | Self::Practitioner(PractitionerChange::Spoken(_) | PractitionerChange::When(_)) => {}
        }
    }
}

fn of_sheet(change: &mut SheetChange, visit: &mut dyn FnMut(&mut String)) {
    match change {
        SheetChange::Limit(_, text) => visit(text),
        SheetChange::Date(..)
        | SheetChange::Absence(..)
        | SheetChange::Row(..)
        | SheetChange::CountedFrom(..)
        | SheetChange::Nation(_)
        | SheetChange::Transfer(_) => {}
    }
}

fn of_family(change: &mut FamilyChange, visit: &mut dyn FnMut(&mut String)) {
    match change {
        FamilyChange::RiskBasis(text)
        | FamilyChange::Reason(text)
        | FamilyChange::AskedBy(text)
        | FamilyChange::ChildSaid(text)
        | FamilyChange::FamilySaid(text)
        | FamilyChange::Influence(text) => visit(text),
        FamilyChange::RiskCheck(_) | FamilyChange::Invited(_) => {}
    }
}

fn of_area(change: &mut AreaChange, visit: &mut dyn FnMut(&mut String)) {
    match change {
        AreaChange::Reason(text)
        | AreaChange::ImpactText(text)
        | AreaChange::Strength(_, LineChange::Text(text) | LineChange::Evidence(text))
        | AreaChange::Concern(_, LineChange::Text(text) | LineChange::Evidence(text)) => {
            visit(text);
        }
        AreaChange::Grading(grading) => of_grading(grading, visit),
        AreaChange::Strength(..)
        | AreaChange::Concern(..)
        | AreaChange::ImpactLevel(_)
        | AreaChange::WasImmediateConcern(_)
        | AreaChange::MarkedComplete(_) => {}
    }
}

fn of_grading(grading: &mut Option<Grading>, visit: &mut dyn FnMut(&mut String)) {
    match grading {
        Some(Grading::None { reason, .. }) => visit(reason),
        Some(Grading::Grade(_)) | None => {}
    }
}

fn of_immediate(change: &mut ImmediateChange, visit: &mut dyn FnMut(&mut String)) {
    match change {
        ImmediateChange::Text(text)
        | ImmediateChange::ToldRole(text)
        | ImmediateChange::ToldHow(text)
        | ImmediateChange::TheirAction(text)
        | ImmediateChange::FollowUp(text)
        | ImmediateChange::ClosedBy(text)
        | ImmediateChange::Outcome(text) => visit(text),
        ImmediateChange::Add
        | ImmediateChange::Remove
        | ImmediateChange::Close
        | ImmediateChange::Reopen
        | ImmediateChange::NoticedAt(_)
        | ImmediateChange::Kind(_)
        | ImmediateChange::ToldAt(_)
        | ImmediateChange::Acknowledged(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AreaId, ItemId, PromptId};

    /// Every kind of change that carries text, each with a hidden character in it.
    fn changes(text: &str) -> Vec<Change> {
        let text = || text.to_owned();
        let area = |change| Change::Area(AreaId::new("area-2").unwrap(), change);
        let item = || ItemId::new("i1").unwrap();
        let answer = |change| Change::Answer(PromptId::new("2.1").unwrap(), change);
        let because = crate::audit_return::NonGrade::OutsideRole;
        let none = || Some(Grading::None { because, reason: text() });
        vec![
            Change::Auditor(AuditorChange::Name(text())),
            Change::Involvement(InvolvementChange::Statement(text())),
            answer(AnswerChange::Response(Some(Response::Text(text())))),
            answer(AnswerChange::Evidence(text())),
            area(AreaChange::Reason(text())),
            area(AreaChange::Grading(none())),
            area(AreaChange::Strength(item(), LineChange::Text(text()))),
            area(AreaChange::Concern(item(), LineChange::Evidence(text()))),
            Change::Overall(OverallChange::Reason(text())),
            Change::Overall(OverallChange::Grading(none())),
            Change::ImmediateConcern(item(), ImmediateChange::Outcome(text())),
            Change::FamilyViews(FamilyChange::ChildSaid(text())),
            Change::GeneralComments(text()),
            Change::PanelQuestion("q1".parse().unwrap(), QuestionChange::Answer(text())),
            Change::GoodPractice(vec![text(), text()]),
            Change::Explanation {
                rule: "G-07".into(),
                place: "x".into(),
                reason: text(),
                covers: 0,
                kept: Vec::new(),
            },
        ]
    }

    #[test]
    fn ec62_no_change_carries_what_nobody_sees() {
        let typed = changes("Gr\u{200b}ace’s \u{202e}plan\0");
        let seen: Vec<Change> = typed.into_iter().map(Change::seen_only).collect();
        assert_eq!(seen, changes("Grace’s plan"));
    }
}
