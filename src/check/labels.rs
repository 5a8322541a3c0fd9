//! What a text box is called where it stands alone: a heading over its words.

use super::place::{AuditorPart, EntryPart, FamilyPart, InvolvementPart};
use super::{AreaPart, Place, PractitionerPart, TextPart};
use crate::tool::Tool;

/// The label of a text box, such as "4.5 Was the child seen alone? Evidence".
pub fn label(place: &Place, tool: &Tool) -> String {
    let part = match (place, place.question()) {
        (Place::Text(_, part), _) => of_text(part),
        (_, Place::Area(_, part)) => of_area(*part),
        (_, _) => "",
    };
    let whose = match place.question() {
        Place::Prompt(id) => {
            let asked = tool.prompt(id).map_or("", |(_, prompt)| prompt.text.as_str());
            joined(" ", id.as_str(), asked)
        }
        Place::Area(id, at) => {
            let title = tool.area(id).map_or(id.as_str(), |area| &area.title);
            match at {
                AreaPart::Strengths => joined(": ", title, "strength"),
                AreaPart::Concerns => joined(": ", title, "concern"),
                AreaPart::Impact | AreaPart::WasImmediate => {
                    joined(": ", title, "impact on the child")
                }
                AreaPart::Grade | AreaPart::Reason => title.to_owned(),
            }
        }
        other => of_return(other).to_owned(),
    };
    joined(" · ", &whose, part)
}

fn joined(between: &str, one: &str, other: &str) -> String {
    if other.is_empty() { one.to_owned() } else { [one, between, other].concat() }
}

fn of_text(part: &TextPart) -> &'static str {
    match part {
        TextPart::Evidence | TextPart::LineEvidence(_) => "evidence",
        TextPart::NotApplicable => "why it does not apply",
        TextPart::NoGrade(_) => "why there is no grade",
        TextPart::GoodPractice => "good practice to share",
        TextPart::LineText(_) | TextPart::ImpactText => "",
    }
}

fn of_area(part: AreaPart) -> &'static str {
    match part {
        AreaPart::Reason => "reason for the grade",
        AreaPart::Strengths
        | AreaPart::Concerns
        | AreaPart::Impact
        | AreaPart::WasImmediate
        | AreaPart::Grade => "",
    }
}

fn of_return(place: &Place) -> &'static str {
    match place {
        Place::Auditor(AuditorPart::Role) => "The auditor’s role",
        Place::Auditor(_) => "The auditor",
        Place::Involvement(InvolvementPart::Systems) => "Systems searched",
        Place::Involvement(_) => "Involvement",
        Place::OverallGrade => "Overall grade",
        Place::OverallReason => "Reason for the overall grade",
        Place::ImmediateConcern(..) => "Immediate concern",
        Place::Explanation { .. } => "Reason given for a warning",
        Place::AuditDay => "Day of the audit",
        Place::MoveDay => "Day of the child’s move",
        Place::Timescale(_) => "What a missed standard meant for the child",
        Place::ChronologyEntry(_, EntryPart::SoWhat) => "Chronology: what it meant",
        Place::Chronology | Place::ChronologyAnchor | Place::ChronologyEntry(..) => "Chronology",
        Place::Practitioner(PractitionerPart::Said) => "What the practitioner said",
        Place::Practitioner(_) => "Conversation with the practitioner",
        Place::FamilyViews(FamilyPart::ChildSaid) => "What the child said",
        Place::FamilyViews(FamilyPart::FamilySaid) => "What the family said",
        Place::FamilyViews(_) => "Views of the child and family",
        Place::PanelQuestion(_) => "Answer to a question of the panel",
        Place::GeneralComments
        | Place::Prompt(_)
        | Place::Area(..)
        | Place::Declaration
        | Place::Text(..) => "General comments",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::check::testing::Case;
    use crate::check::texts;

    #[test]
    fn every_text_of_a_return_has_a_label_that_says_where_it_stands() {
        let mut case = Case::complete();
        case.raise_concern();
        case.ret.general_comments = "Comments".into();
        case.ret.good_practice_to_share.push("Practice".into());
        let labels: BTreeSet<String> =
            texts(&case.ret).iter().map(|one| label(&one.place, &case.round.tool)).collect();
        assert!(labels.iter().all(|label| !label.is_empty()));
        for wanted in [
            "Immediate concern",
            "General comments · good practice to share",
            "Reason for the overall grade",
        ] {
            assert!(labels.contains(wanted), "{wanted}: {labels:?}");
        }
    }
}
