//! Audits graded once a case, or not at all.

use multi_agency_audit::id::ToolId;
use multi_agency_audit::tool::library;

use crate::driver::Scenario;

/// Kinds of agency that a shipped tool knows.
fn kinds(tool: &str) -> Vec<String> {
    let tool = library::by_id(&ToolId::new(tool).unwrap()).unwrap();
    tool.agency_kinds.iter().map(|kind| kind.id.to_string()).collect()
}

#[test]
fn every_kind_of_agency_completes_signs_and_sends_every_audit_without_grades() {
    for (tool, area) in [
        ("themed-six-step", "agencies together"),
        ("child-journey", "changes"),
        ("early-help-themes", "sharing"),
    ] {
        let kinds = kinds(tool);
        let agencies: Vec<&str> = kinds.iter().map(String::as_str).collect();
        let mut story = Scenario::on_tool(tool, &agencies, &["Case 1"]);
        for agency in &agencies {
            story
                .auditor(agency, "Case 1")
                .answers_everything()
                .finds_well(area, "Calls were answered the same day")
                .finds_wrong(area, "One visit was not joint")
                .signs_and_exports();
        }
        for imported in story.panel_imports_everything() {
            imported.became("admitted");
        }
        let all = agencies.len();
        story.matrix_shows(all, all, 0, 0);
        story.grid_is_empty("Case 1");
    }
}

#[test]
fn an_agency_that_works_with_a_parent_completes_every_audit_without_grades() {
    for tool in ["themed-six-step", "child-journey", "early-help-themes"] {
        let mut story = Scenario::on_tool(tool, &["adult-mental-health"], &["Case 1"]);
        story
            .auditor("adult-mental-health", "Case 1")
            .worked_with_a_parent()
            .answers_everything()
            .is_refused_signing_because("CO-11");
    }
}

#[test]
fn a_nil_return_to_an_audit_without_grades_is_signed_and_counted() {
    let mut story = Scenario::on_tool("early-help-themes", &["police"], &["Case 1"]);
    story.auditor("police", "Case 1").does_not_know_the_family().signs_and_exports();
    story.panel_imports_everything();
    story.matrix_shows(1, 0, 1, 0);
}

#[test]
fn co11_a_return_without_grades_and_findings_is_signed_only_with_a_reason() {
    let mut story = Scenario::on_tool("child-journey", &["school"], &["Case 1"]);
    story.auditor("school", "Case 1").answers_everything().is_refused_signing_because("CO-11");
    story
        .auditor("school", "Case 1")
        .explains("CO-11", "The child moved schools in the first week")
        .signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
}

#[test]
fn ch01_a_themed_audit_asks_for_the_chronology_before_it_is_signed() {
    let mut story = Scenario::on_tool("themed-six-step", &["police", "school"], &["Case 1"])
        .asks_for_a_chronology();
    story
        .auditor("school", "Case 1")
        .answers_everything()
        .finds_well("the child", "Staff knew the child well")
        .is_refused_signing_because("CH-01");
    story.auditor("school", "Case 1").tells_the_chronology().signs_and_exports();
    story.auditor("police", "Case 1").does_not_know_the_family().signs_and_exports();
    story.panel_imports_everything();
    story.matrix_shows(2, 1, 1, 0);
}

#[test]
fn an_audit_graded_once_a_case_holds_findings_by_area_too() {
    let mut story = Scenario::on_tool("s47-strategy-2013", &["police", "social-care"], &["Case 1"]);
    for agency in ["police", "social-care"] {
        story
            .auditor(agency, "Case 1")
            .answers_everything()
            .finds_well("initial", "The child was seen within hours")
            .finds_wrong("recording", "A call was written up late")
            .overall("good")
            .signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    let both = [("police", "good"), ("social-care", "good")];
    story.grid("Case 1", "overall").shows(&both).suggests(Some("good"));
}
