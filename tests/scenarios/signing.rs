//! What stops signing, and how it is put right.

use multi_agency_audit::tool::AnswerValue::{NotEvident, Yes};

use crate::driver::Scenario;

fn one_agency() -> Scenario {
    Scenario::round(&["social-care"], &["Case 1"])
}

#[test]
fn g10_a_good_area_without_a_strength_is_not_signed_until_one_is_recorded() {
    let mut story = one_agency();
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .takes_back_strengths("planning")
        .is_refused_signing_because("G-10")
        .finds_well("planning", "The core group met every month")
        .signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
}

#[test]
fn g09_an_inadequate_area_is_not_signed_without_its_concern() {
    one_agency()
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .chooses_grade("planning", "inadequate")
        .is_refused_signing_because("G-09")
        .grades("planning", "inadequate")
        .overall("adequate")
        .is_ready();
}

#[test]
fn g07_good_overall_beside_an_inadequate_area_is_signed_with_a_reason() {
    one_agency()
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .grades("review", "inadequate")
        .is_refused_signing_because("G-07")
        .explains("G-07", "One review was missed and the child was seen that very week")
        .is_ready();
}

#[test]
fn sr5_outstanding_overall_stands_only_beside_good_areas() {
    let mut story = one_agency();
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .overall("outstanding")
        .is_ready()
        .grades("review", "adequate")
        .is_refused_signing_because("G-04")
        .grades("review", "good")
        .answers("6.1", Yes)
        .signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
}

#[test]
fn n16_the_panel_too_cannot_judge_a_case_outstanding_with_an_adequate_area() {
    let mut story = one_agency();
    story.auditor("social-care", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();
    let areas =
        ["history", "referral", "assessment", "planning", "review", "management", "recording"];
    for area in areas {
        story.panel_judges("Case 1", area, "good", "Agreed by all present");
    }
    let thin = "One review was thin: read beside the others, its minutes say nothing of what had \
        changed for the child since the last one, and nobody asked why the plan was two months \
        behind what was agreed";
    story.panel_judges("Case 1", "review", "adequate", thin);
    let why = "Exceptional work throughout: everybody who knew this child spoke to everybody else \
        from the first week, the plan was followed to the letter, and the child said at each visit \
        that things were better";
    assert!(story.panel_tries_to_judge("Case 1", "overall", "outstanding", why).is_err());
    story.panel_judges("Case 1", "review", "good", "Looked at again together");
    assert!(story.panel_tries_to_judge("Case 1", "overall", "outstanding", why).is_ok());

    // Judged anew afterwards, the area takes the case's grade along until that is judged again, or the area is good.
    let rests = [("social-care", 1)];
    story.grid("Case 1", "overall").judgement_rests_on(&rests, true);
    story.panel_judges("Case 1", "review", "adequate", thin);
    story.grid("Case 1", "overall").judgement_rests_on(&rests, false);
    assert_eq!(story.left_open("Case 1"), ["overall: barred"]);
    story.panel_judges("Case 1", "review", "good", "Looked at a third time");
    story.grid("Case 1", "overall").judgement_rests_on(&rests, true);
    assert_eq!(story.left_open("Case 1"), Vec::<String>::new());
}

#[test]
fn g12_a_good_grade_against_the_answers_needs_a_reason() {
    one_agency()
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .answers("2.1", NotEvident)
        .answers("2.2", NotEvident)
        .is_refused_signing_because("G-12")
        .explains("G-12", "The file moved offices and the practitioner showed what was done")
        .is_ready();
}

#[test]
fn a_return_that_was_never_completed_is_not_signed() {
    one_agency()
        .auditor("social-care", "Case 1")
        .introduces_themselves()
        .is_refused_signing_because("CO-01")
        .is_refused_signing_because("G-02")
        .is_refused_signing_because("G-13");
}
