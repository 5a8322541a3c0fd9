//! Stable texts of places: they key explanations in files, and elements on screens.

use super::{
    AreaPart, AuditorPart, ConcernPart, EntryPart, FamilyPart, InvolvementPart, Place,
    PractitionerPart, TextPart,
};
use crate::timescale::{AUDIT_DATE, TRANSFER_DATE};

impl Place {
    /// Stable text of the place: keys explanations in files and element ids on screens.
    ///
    /// No id holds an underscore. Where an id of a tool or a return comes first, one
    /// ends it, so that no area called `overall` or `prompt` takes another place's key.
    pub fn key(&self) -> String {
        match self {
            Self::Auditor(part) => ["auditor-", part.as_str()].concat(),
            Self::Involvement(part) => ["involvement-", part.as_str()].concat(),
            Self::Prompt(prompt) => ["prompt-", prompt.as_str()].concat(),
            Self::Area(area, part) => [area.as_str(), "_", part.as_str()].concat(),
            Self::OverallGrade => "overall-grade".into(),
            Self::OverallReason => "overall-reason".into(),
            Self::GeneralComments => "general-comments".into(),
            Self::ImmediateConcern(item, part) => {
                ["immediate_", item.as_str(), "_", part.as_str()].concat()
            }
            Self::Declaration => "declaration".into(),
            Self::AuditDay => AUDIT_DATE.into(),
            Self::MoveDay => TRANSFER_DATE.into(),
            Self::Timescale(standard) => ["timescale-", standard.as_str()].concat(),
            Self::Chronology => "chronology".into(),
            Self::ChronologyAnchor => "chronology-anchor".into(),
            Self::ChronologyEntry(item, part) => {
                ["chronology_", item.as_str(), "_", part.as_str()].concat()
            }
            Self::Practitioner(part) => ["practitioner-", part.as_str()].concat(),
            Self::FamilyViews(part) => ["family-", part.as_str()].concat(),
            Self::PanelQuestion(id) => ["panel-question-", id.as_str()].concat(),
            Self::Text(within, part) => part.key(&within.key()),
            Self::Explanation { rule, place } => ["explain-", rule, "-", place].concat(),
        }
    }
}

impl TextPart {
    fn key(&self, within: &str) -> String {
        match self {
            Self::Evidence => [within, "-evidence"].concat(),
            Self::NotApplicable => [within, "-reason"].concat(),
            Self::NoGrade(because) => [within, "-", because.as_str()].concat(),
            Self::LineText(item) => [within, "-", item.as_str(), "-text"].concat(),
            Self::LineEvidence(item) => [within, "-", item.as_str(), "-evidence"].concat(),
            Self::ImpactText => [within, "-text"].concat(),
            Self::GoodPractice => "good-practice".into(),
        }
    }
}

impl AuditorPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Independent => "independent",
            Self::Experienced => "experienced",
        }
    }
}

impl InvolvementPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Searched => "searched",
            Self::Systems => "systems",
            Self::Statement => "statement",
        }
    }
}

impl EntryPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::SoWhat => "so-what",
            Self::Date => "date",
            Self::Context => "context",
        }
    }
}

impl PractitionerPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Spoken => "spoken",
            Self::Date => "date",
            Self::Reason => "reason",
            Self::Said => "said",
        }
    }
}

impl FamilyPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::RiskCheck => "risk-check",
            Self::RiskBasis => "risk-basis",
            Self::Invited => "invited",
            Self::Reason => "reason",
            Self::AskedBy => "asked-by",
            Self::ChildSaid => "child-said",
            Self::FamilySaid => "family-said",
            Self::Influence => "influence",
        }
    }
}

impl ConcernPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Text => "text",
            Self::NoticedAt => "noticed-at",
            Self::ToldRole => "told-role",
            Self::ToldAt => "told-at",
            Self::ToldHow => "told-how",
            Self::TheirAction => "their-action",
            Self::FollowUp => "follow-up",
            Self::ClosedBy => "closed-by",
            Self::Outcome => "outcome",
        }
    }
}

impl AreaPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Reason => "reason",
            Self::Strengths => "strengths",
            Self::Concerns => "concerns",
            Self::Impact => "impact",
            Self::WasImmediate => "was-immediate",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AreaId, ItemId, PromptId};

    #[test]
    fn no_area_takes_the_key_of_another_place() {
        let area = |id: &str, part| Place::Area(AreaId::new(id).unwrap(), part).key();
        let fixed = [Place::OverallGrade.key(), Place::OverallReason.key()];
        assert!(!fixed.contains(&area("overall", AreaPart::Grade)));
        assert!(!fixed.contains(&area("overall", AreaPart::Reason)));
        let prompt = |id: &str| Place::Prompt(PromptId::new(id).unwrap()).key();
        assert_ne!(prompt("grade"), area("prompt", AreaPart::Grade));
        let item = ItemId::new("i1").unwrap();
        let concern = Place::ImmediateConcern(item, ConcernPart::Text).key();
        assert_eq!(concern, "immediate_i1_text");
        assert_ne!(concern, area("immediate", AreaPart::Reason));
    }
}
