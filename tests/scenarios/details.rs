//! Edge cases of the details of a child, and of which area a gap belongs to.

use multi_agency_audit::tool::AnswerValue;

use crate::driver::Scenario;

#[test]
fn ec02_children_of_one_family_under_different_plans_are_each_audited_in_their_own_words() {
    const SEEN_ALONE: &str = "Were children seen alone?";
    const MOTHER_SEEN: &str = "Was the unborn child's mother seen alone?";
    // How old; the category of the plan; the status; the review of the plan.
    let family = [
        ("Case 1", ["10-to-15", "none", "looked-after", "no-plan"], SEEN_ALONE),
        ("Case 2", ["5-to-9", "neglect", "cp-plan", "held"], SEEN_ALONE),
        ("Case 3", ["unborn", "neglect", "pre-proceedings", "not-due"], MOTHER_SEEN),
    ];
    let mut story = Scenario::round(&["social-care"], &["Case 1", "Case 2", "Case 3"]);
    for (case, details, seen) in family {
        let mut auditor = story.auditor("social-care", case).chooses("1.11", "audited");
        for (prompt, option) in ["1.1", "1.6", "1.8", "1.17"].into_iter().zip(details) {
            auditor = auditor.chooses(prompt, option);
        }
        auditor.is_asked_as("4.5", seen).audits_everything_as_good();
    }
    story
        .auditor("social-care", "Case 1")
        .is_asked("1.7", false)
        .is_asked("5.7.e", true)
        .is_asked("6.1", false)
        .is_refused_signing_because("G-19")
        .sets_aside("review", "A looked-after child has no such plan to review")
        .signs_and_exports();
    story
        .auditor("social-care", "Case 2")
        .is_asked("1.7", true)
        .is_asked("5.7.e", true)
        .is_asked("6.1", true)
        .signs_and_exports();
    story
        .auditor("social-care", "Case 3")
        .is_asked("1.17.a", true)
        .is_asked("5.7.e", false)
        .is_asked("6.1", false)
        .is_asked_as("4.6", "Was the unborn child's future daily life considered?")
        .is_asked_as("5.7", "Is the expectant mother visited regularly?")
        .is_refused_signing_because("G-19")
        .sets_aside("review", "The first review is not due yet")
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    assert_eq!(story.counted("1.8", "looked-after"), (vec!["Case 1".to_owned()], 3));
    let born = vec!["Case 1".to_owned(), "Case 2".to_owned()];
    assert_eq!(story.counted("4.5", "yes"), (born, 2), "of the unborn child something else");
    assert_eq!(story.counted("6.1", "yes"), (vec!["Case 2".to_owned()], 1));
}

#[test]
fn ec37_a_family_of_another_nation_is_held_to_its_standards_and_no_other_is() {
    let cases = ["Case 1", "Case 2", "Case 3"];
    let mut story = Scenario::round(&["social-care"], &cases);
    // The same days in each case: what is too slow here is in time in Wales.
    let days = [
        ("referral", "2 2 2026"),
        ("initial-conference", "27 2 2026"),
        ("conference-minutes", "24 3 2026"),
    ];
    let late = "The minutes were late, and nobody acted without them.";
    let here = story.auditor("social-care", "Case 1").audits_everything_as_good();
    here.enters_days(None, &days).explains("T-07", late).signs_and_exports();
    for (case, nation) in [("Case 2", "wales"), ("Case 3", "scotland")] {
        let there = story.auditor("social-care", case).audits_everything_as_good();
        there.enters_days(Some(nation), &days).signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    let [here, wales, scotland] = cases.map(|case| story.prints_the_papers_of(case));
    let minutes = "17 working days after the initial conference. The limit is";
    assert!(here.contains(&format!("Not met. {minutes} 15 working days.")), "{here}");
    assert!(!here.contains("Held to the standards of"), "{here}");
    // There it is what good practice aims for, and the paper calls it nothing more.
    let aim = "Met. 17 working days after the initial conference. The aim is 20 working days.";
    assert!(wales.contains(aim), "{wales}");
    assert!(wales.contains("Good practice to aim for, not a limit: Wales"), "{wales}");
    assert!(!wales.contains("Statutory guidance"), "{wales}");
    assert!(wales.contains("Held to the standards of"), "{wales}");
    let meeting = "Met. 25 days after the concern. The limit is 28 days.";
    assert!(scotland.contains(meeting) && !scotland.contains(minutes), "{scotland}");
}

#[test]
fn ec39_of_several_referrals_one_is_counted_from_and_the_others_are_in_the_chronology() {
    const EARLIER: &str = "An earlier referral was closed without an assessment";
    let mut story = Scenario::round(&["social-care"], &["Case 1"]);
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .enters_days(None, &[("referral", "2 2 2026"), ("referral-decision", "3 2 2026")])
        .tells_of_what_came_before(EARLIER)
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    let papers = story.prints_the_papers_of("Case 1");
    let counted = "Met. 1 working day after the referral. The limit is 1 working day.";
    assert_eq!(papers.matches(counted).count(), 1, "{papers}");
    assert_eq!(papers.matches(EARLIER).count(), 1, "{papers}");
}

#[test]
fn ec40_who_turned_eighteen_is_told_by_the_band_of_today_and_that_of_the_period() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1", "Case 2"]);
    story
        .auditor("police", "Case 1")
        .audits_everything_as_good()
        .chooses("1.1", "18-or-over")
        .chooses("1.1.a", "16-to-17")
        .signs_and_exports();
    // Of an unborn child there is no earlier age to ask for.
    story
        .auditor("police", "Case 2")
        .chooses("1.1", "unborn")
        .is_asked("1.1.a", false)
        .audits_everything_as_good()
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    assert_eq!(story.counted("1.1", "18-or-over"), (vec!["Case 1".to_owned()], 2));
    assert_eq!(story.counted("1.1.a", "16-to-17"), (vec!["Case 1".to_owned()], 1));
}

#[test]
fn ec41_a_category_that_changed_is_told_beside_the_present_one_and_the_others() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1", "Case 2"]);
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .chooses("1.6", "emotional")
        .chooses("1.6.a", "from-neglect")
        .signs_and_exports();
    // Who does not know of the change says so, and contradicts nobody.
    story
        .auditor("police", "Case 1")
        .audits_everything_as_good()
        .chooses("1.6", "emotional")
        .chooses("1.6.a", "not-known")
        .signs_and_exports();
    story
        .auditor("social-care", "Case 2")
        .audits_everything_as_good()
        .chooses("1.6", "none")
        .is_asked("1.6.a", false)
        .is_asked("1.7", false)
        .signs_and_exports();
    story.panel_imports_everything();
    assert_eq!(story.counted("1.6", "emotional"), (vec!["Case 1".to_owned()], 2));
    assert_eq!(story.counted("1.6", "neglect").0, Vec::<String>::new());
    assert_eq!(story.counted("1.6.a", "from-neglect"), (vec!["Case 1".to_owned()], 1));
}

#[test]
fn ec42_what_a_record_should_say_and_does_not_is_a_finding_and_what_an_agency_cannot_know_is_none()
{
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1", "Case 2"]);
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .chooses("1.3", "not-recorded")
        .signs_and_exports();
    for case in ["Case 1", "Case 2"] {
        story
            .auditor("police", case)
            .audits_everything_as_good()
            .chooses("1.3", "not-known")
            .signs_and_exports();
    }
    story.panel_imports_everything();
    assert_eq!(story.counted("1.3", "not-recorded"), (vec!["Case 1".to_owned()], 1));
    assert_eq!(story.counted("1.3", "not-known").1, 1, "no part of the denominator");
    let said = "What is the child's ethnic group? Not recorded";
    let waiting = |case: &str| {
        let texts = story.texts_waiting_for_findings(case);
        texts.iter().filter(|text| text.contains("ethnic group")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(waiting("Case 1"), [said]);
    assert_eq!(waiting("Case 2"), Vec::<String>::new());
}

#[test]
fn ec45_core_groups_held_without_minutes_are_a_gap_of_recording_and_none_of_planning() {
    let mut story = Scenario::round(&["social-care"], &["Case 1"]);
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .answers("5.4", AnswerValue::Yes)
        .chooses("5.4.a", "held-with-detail")
        .answers("8.2", AnswerValue::No)
        .chooses_grade("recording", "adequate")
        .signs_and_exports();
    story.panel_imports_everything();
    story.grid("Case 1", "planning").shows(&[("social-care", "good")]);
    story.grid("Case 1", "recording").shows(&[("social-care", "adequate")]);
    assert_eq!(story.counted("5.4", "yes"), (vec!["Case 1".to_owned()], 1));
    assert_eq!(story.counted("8.2", "no"), (vec!["Case 1".to_owned()], 1));

    // Without the concern the missing minutes alone carry the grade of recording (G-11),
    // and a lower grade of planning is asked for a reason, which they are not.
    let mut story = Scenario::round(&["social-care"], &["Case 1"]);
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .answers("8.2", AnswerValue::No)
        .chooses_grade("planning", "adequate")
        .is_refused_signing_because("G-11");
}
