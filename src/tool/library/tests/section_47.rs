//! The audit of section 47 enquiries and strategy discussions.

use super::*;
use crate::id::AgencyKind;
use crate::tool::fixture::id;
use crate::tool::{GradeLevel, GradedBy};

#[test]
fn the_section_47_audit_is_graded_once_a_case_and_allows_a_qualifier() {
    let tool = section_47_tool();
    assert_eq!(tool.graded_by, GradedBy::Case);
    assert_eq!(tool.graded_areas().count(), 0);
    let titles: Vec<&str> = tool.areas.iter().map(|area| area.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Case details",
            "Identification of risk",
            "Initial response",
            "Direct work",
            "Co-ordination",
            "The child's voice",
            "Recording",
            "Management oversight",
            "Outcome"
        ]
    );
    let qualifier = &tool.scale.qualifiers[0];
    assert_eq!(qualifier.id.as_str(), "outstanding-features");
    assert_eq!(tool.scale.level(&qualifier.of[0]), Some(GradeLevel::Good));
    let codes: Vec<&str> = tool.scale.for_case().map(|grade| grade.code.as_str()).collect();
    assert_eq!(codes, ["O", "G", "RI", "In"]);
}

#[test]
fn every_count_of_the_section_47_summary_has_a_structured_answer() {
    let tool = section_47_tool();
    let rows = [
        ("7.1", "yes", "clear recording"),
        ("6.1", "yes", "child seen"),
        ("6.2", "yes", "views taken into account"),
        ("5.1.a", "very-good", "very good communication"),
        ("8.1", "yes", "good management oversight"),
        ("2.2.a", "marked", "professional curiosity, by agency"),
        ("9.1", "yes", "good outcome"),
        ("2.4.a", "section-47", "a step was missed (SR14)"),
        ("3.5.a", "no-effect", "delay without effect (SR15)"),
    ];
    for (prompt, answer, fact) in rows {
        let (area, prompt) = tool.prompt(&id(prompt)).unwrap();
        assert!(offers(prompt, answer), "{fact}");
        for kind in ["social-care", "police"] {
            let kind = AgencyKind::new(kind).unwrap();
            assert!(area.asked_of.includes(&kind) && prompt.asked_of.includes(&kind), "{fact}");
        }
    }
}
