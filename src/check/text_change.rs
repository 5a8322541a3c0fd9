//! The change that sets one text box, whichever it is.

use super::{
    AreaPart, AuditorPart, ConcernPart, EntryPart, FamilyPart, InvolvementPart, Place,
    PractitionerPart, TextPart,
};
use crate::audit_return::{
    AnswerChange, AreaChange, AuditorChange, Change, ChronologyChange, EntryChange, Explanation,
    FamilyChange, Grading, ImmediateChange, ImpactChange, InvolvementChange, LineChange,
    OverallChange, PractitionerChange, QuestionChange, Response, Return,
};

/// The change that writes `text` into the box at `place`; `None` where no text stands there.
///
/// For texts whose control is not on a page, such as that of a question no longer asked.
pub fn text_change(draft: &Return, place: &Place, text: String) -> Option<Change> {
    Some(match place {
        Place::Auditor(AuditorPart::Role) => Change::Auditor(AuditorChange::Role(text)),
        Place::Involvement(InvolvementPart::Systems) => {
            Change::Involvement(InvolvementChange::Systems(text))
        }
        Place::Involvement(InvolvementPart::Statement) => {
            Change::Involvement(InvolvementChange::Statement(text))
        }
        Place::Prompt(id) => {
            let response = AnswerChange::Response(Some(Response::Text(text)));
            Change::Answer(id.clone(), response)
        }
        Place::Area(id, AreaPart::Reason) => Change::Area(id.clone(), AreaChange::Reason(text)),
        Place::OverallReason => Change::Overall(OverallChange::Reason(text)),
        Place::GeneralComments => Change::GeneralComments(text),
        Place::ImmediateConcern(item, part) => {
            Change::ImmediateConcern(item.clone(), of_concern(*part, text)?)
        }
        Place::ChronologyEntry(item, part) => {
            let change = match part {
                EntryPart::Text => EntryChange::Text(text),
                EntryPart::SoWhat => EntryChange::SoWhat(text),
                EntryPart::Date | EntryPart::Context => return None,
            };
            Change::Chronology(ChronologyChange::Entry(item.clone(), change))
        }
        Place::Practitioner(PractitionerPart::Reason) => {
            Change::Practitioner(PractitionerChange::Reason(text))
        }
        Place::Practitioner(PractitionerPart::Said) => {
            Change::Practitioner(PractitionerChange::Said(text))
        }
        Place::FamilyViews(part) => Change::FamilyViews(of_family(*part, text)?),
        Place::PanelQuestion(id) => Change::PanelQuestion(id.clone(), QuestionChange::Answer(text)),
        Place::Text(within, part) => return within_place(within, part, text),
        Place::Explanation { rule, place } => {
            let mut about = draft.explanations.iter();
            let known = about.find(|it| it.rule == *rule && it.place == *place)?;
            let Explanation { rule, place, covers, kept, .. } = known.clone();
            Change::Explanation { rule, place, reason: text, covers, kept }
        }
        Place::Auditor(_)
        | Place::Involvement(_)
        | Place::Area(..)
        | Place::OverallGrade
        | Place::AuditDay
        | Place::MoveDay
        | Place::Timescale(_)
        | Place::Chronology
        | Place::ChronologyAnchor
        | Place::Practitioner(_)
        | Place::Declaration => return None,
    })
}

fn of_family(part: FamilyPart, text: String) -> Option<FamilyChange> {
    Some(match part {
        FamilyPart::RiskBasis => FamilyChange::RiskBasis(text),
        FamilyPart::Reason => FamilyChange::Reason(text),
        FamilyPart::AskedBy => FamilyChange::AskedBy(text),
        FamilyPart::ChildSaid => FamilyChange::ChildSaid(text),
        FamilyPart::FamilySaid => FamilyChange::FamilySaid(text),
        FamilyPart::Influence => FamilyChange::Influence(text),
        FamilyPart::RiskCheck | FamilyPart::Invited => return None,
    })
}

fn of_concern(part: ConcernPart, text: String) -> Option<ImmediateChange> {
    Some(match part {
        ConcernPart::Text => ImmediateChange::Text(text),
        ConcernPart::ToldRole => ImmediateChange::ToldRole(text),
        ConcernPart::ToldHow => ImmediateChange::ToldHow(text),
        ConcernPart::TheirAction => ImmediateChange::TheirAction(text),
        ConcernPart::FollowUp => ImmediateChange::FollowUp(text),
        ConcernPart::ClosedBy => ImmediateChange::ClosedBy(text),
        ConcernPart::Outcome => ImmediateChange::Outcome(text),
        ConcernPart::Kind | ConcernPart::NoticedAt | ConcernPart::ToldAt => return None,
    })
}

fn within_place(within: &Place, part: &TextPart, text: String) -> Option<Change> {
    Some(match (within, part) {
        (Place::Prompt(id), TextPart::Evidence) => {
            Change::Answer(id.clone(), AnswerChange::Evidence(text))
        }
        (Place::Prompt(id), TextPart::NotApplicable) => {
            Change::Answer(id.clone(), AnswerChange::Reason(text))
        }
        (Place::Area(id, at), part) => Change::Area(id.clone(), of_area(*at, part, text)?),
        (Place::OverallGrade, TextPart::NoGrade(because)) => {
            let grading = Grading::None { because: *because, reason: text };
            Change::Overall(OverallChange::Grading(Some(grading)))
        }
        (Place::Timescale(standard), TextPart::ImpactText) => {
            Change::TimescaleImpact(standard.clone(), ImpactChange::Text(text))
        }
        (Place::GeneralComments, TextPart::GoodPractice) => {
            Change::GoodPractice(text.lines().map(str::to_owned).collect())
        }
        (_, _) => return None,
    })
}

fn of_area(at: AreaPart, part: &TextPart, text: String) -> Option<AreaChange> {
    Some(match (at, part) {
        (AreaPart::Strengths, TextPart::LineText(item)) => {
            AreaChange::Strength(item.clone(), LineChange::Text(text))
        }
        (AreaPart::Strengths, TextPart::LineEvidence(item)) => {
            AreaChange::Strength(item.clone(), LineChange::Evidence(text))
        }
        (AreaPart::Concerns, TextPart::LineText(item)) => {
            AreaChange::Concern(item.clone(), LineChange::Text(text))
        }
        (AreaPart::Concerns, TextPart::LineEvidence(item)) => {
            AreaChange::Concern(item.clone(), LineChange::Evidence(text))
        }
        (AreaPart::Impact, TextPart::ImpactText) => AreaChange::ImpactText(text),
        (AreaPart::Grade, TextPart::NoGrade(because)) => {
            AreaChange::Grading(Some(Grading::None { because: *because, reason: text }))
        }
        (_, _) => return None,
    })
}
