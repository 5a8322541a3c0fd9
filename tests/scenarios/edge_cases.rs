//! Edge cases of the field that no single rule shows: each a story, named by its number.

use multi_agency_audit::id::ToolId;
use multi_agency_audit::panel::expectation::Expectation;
use multi_agency_audit::panel::integration::ec14_held_to;
use multi_agency_audit::panel::{CellState, Dissent, JudgementError};
use multi_agency_audit::tool::{AnswerValue, Tool, library};

use crate::driver::Scenario;

const REASON_OF_THIRTY_WORDS: &str = "The panel read both records side by side and heard that each agency \
    had seen a part of the work only, that the visit was made and not written down, and that the family \
    knew of the plan.";

#[test]
fn ec04_an_agency_that_knows_only_a_parent_has_no_gap_where_it_could_not_see_the_child() {
    let mut story = Scenario::round(&["probation", "social-care"], &["Case 1"]);
    story
        .auditor("probation", "Case 1")
        .worked_with_a_parent()
        .audits_everything_as_good()
        .is_asked("4.5", false)
        .signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
    story.matrix_shows(2, 1, 0, 1);
    story.grid("Case 1", "assessment").shows(&[]);
}

#[test]
fn ec07_a_return_that_comes_after_the_panel_counts_and_reopens_nothing_by_itself() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("social-care", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();
    story.panel_judges("Case 1", "referral", "good", "Agreed by all present");
    story
        .auditor("police", "Case 1")
        .audits_everything_as_good()
        .signs_only_on("2026-06-20")
        .signs_and_exports();
    story.days_pass(60);
    let imported = story.panel_imports_everything();
    let noted = imported[0].became("admitted").is_late_by(8).noted();
    assert!(noted.iter().any(|note| note.contains("was judged without it")), "{noted:?}");

    story.counts("police", "Case 1", Some(1));
    story.grid("Case 1", "referral").judgement_rests_on(&[("social-care", 1)], true);
    let limitations = story.limitations();
    assert!(limitations.contains("One return came late"), "{limitations}");
}

#[test]
fn ec13_a_case_taken_out_leaves_every_count_and_comes_back_whole() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1", "Case 2"]);
    for case in ["Case 1", "Case 2"] {
        story.auditor("police", case).audits_everything_as_good().signs_and_exports();
    }
    story.panel_imports_everything();
    story.panel_judges("Case 2", "referral", "good", "Agreed by all present");
    let findings = story.waiting_for_findings();
    story.matrix_shows(4, 2, 0, 2);

    // Social care begins while its invitation still asks about the case.
    story.auditor("social-care", "Case 2").introduces_themselves();
    story.panel_takes_out("Case 2", "The family has moved away");
    story.matrix_shows(2, 1, 0, 1);
    assert_eq!(story.waiting_for_findings(), findings / 2, "partial returns are not reported");
    let limitations = story.limitations();
    let wanted = "One case was withdrawn and is not counted: Case 2 (The family has moved away)";
    assert!(limitations.contains(wanted), "{limitations}");
    let refused = story.panel_tries("Case 2", "history", "good", |_| ());
    assert_eq!(refused, Err(JudgementError::NoSuchCase));

    // What comes meanwhile is kept, and so is everything that was there.
    story.auditor("social-care", "Case 2").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();
    story.panel_counts_again("Case 2", "The court has allowed it");
    story.matrix_shows(4, 3, 0, 1);
    story.grid("Case 2", "referral").judgement_rests_on(&[("police", 1)], true);
}

#[test]
fn ec14_of_two_authorities_what_one_cannot_know_is_no_gap_of_its_record() {
    let mut story = Scenario::round(&["first-authority", "second-authority"], &["Case 1"])
        .calls("first-authority", "Social care, first authority", "social-care")
        .calls("second-authority", "Social care, second authority", "social-care");
    // "Not known to this agency" shows nothing wrong; "not evident in the record" does.
    story
        .auditor("first-authority", "Case 1")
        .audits_everything_as_good()
        .chooses_grade("referral", "adequate")
        .answers("3.1", AnswerValue::NotKnown)
        .is_refused_signing_because("G-11");
    story
        .auditor("first-authority", "Case 1")
        .answers("3.1", AnswerValue::NotEvident)
        .signs_and_exports();
    story
        .auditor("second-authority", "Case 1")
        .audits_everything_as_good()
        .answers("3.1", AnswerValue::NotKnown)
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story
        .grid("Case 1", "referral")
        .shows(&[("first-authority", "adequate"), ("second-authority", "good")])
        .must_be_discussed(false);
}

#[test]
fn ec14_two_lots_of_standards_are_told_to_their_auditor_and_beside_the_gradings() {
    const NORTHSHIRE: &str = "Northshire: visits at least every four weeks";
    let mut story =
        Scenario::round(&["first-authority", "police", "second-authority"], &["Case 1"])
            .calls("first-authority", "Social care, first authority", "social-care")
            .calls("second-authority", "Social care, second authority", "social-care");
    story.panel_states_authority("first-authority", NORTHSHIRE);
    let stated = |story: &Scenario, slot: &str| {
        story.workbook().invitation(&slot.parse().unwrap()).unwrap().authority
    };
    assert_eq!(stated(&story, "first-authority"), NORTHSHIRE);
    assert_eq!(stated(&story, "second-authority"), "", "it is nobody else's");

    let days = [("initial-conference", "27 2 2026"), ("conference-minutes", "24 3 2026")];
    story.auditor("first-authority", "Case 1").audits_everything_as_good().signs_and_exports();
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story
        .auditor("second-authority", "Case 1")
        .audits_everything_as_good()
        .enters_days(Some("wales"), &days)
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    let held = ec14_held_to(story.workbook(), &"case-1".parse().unwrap());
    let told: Vec<(&str, &str, Option<&str>)> = held
        .iter()
        .map(|one| (one.place.slot.as_str(), one.authority.as_str(), one.nation.as_deref()))
        .collect();
    let expected = [("first-authority", NORTHSHIRE, None), ("second-authority", "", Some("Wales"))];
    assert_eq!(told, expected, "whom one lot of standards holds for is not named");
    let limitations = story.limitations();
    for told in [
        "One return was audited under limits of another authority or nation, and days were counted \
         against those: Social care, second authority (Case 1).",
        "One return was audited under standards of another authority, and no days were counted \
         against limits of its own: Social care, first authority (Case 1).",
    ] {
        assert!(limitations.contains(told), "{limitations}");
    }
}

#[test]
fn ec14_days_of_another_authority_are_counted_by_its_limits_and_the_report_says_so() {
    let days = [("initial-conference", "27 2 2026"), ("conference-minutes", "24 3 2026")];
    let mut story = Scenario::round(&["first-authority", "second-authority"], &["Case 1"])
        .calls("first-authority", "Social care, first authority", "social-care")
        .calls("second-authority", "Social care, second authority", "social-care");
    let limits = "Conference minutes sent: 17 working days";
    story.panel_states_limits("first-authority", "Northshire", limits);
    let theirs = story.auditor("first-authority", "Case 1").audits_everything_as_good();
    theirs.enters_days(None, &days).signs_and_exports();
    let late = "The minutes were late, and nobody acted without them.";
    let ours = story.auditor("second-authority", "Case 1").audits_everything_as_good();
    ours.enters_days(None, &days).explains("T-07", late).signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    let papers = story.prints_the_papers_of("Case 1");
    let minutes = "17 working days after the initial conference. The limit is";
    assert!(papers.contains(&format!("Met. {minutes} 17 working days.")), "{papers}");
    assert!(papers.contains(&format!("Not met. {minutes} 15 working days.")), "{papers}");
    let whose = ["Counted against limits of another authority", "Northshire", limits];
    let whose = whose.join("\r\n    ");
    assert_eq!(papers.matches(&whose).count(), 1, "{papers}");
    assert_eq!(papers.matches("Northshire").count(), 1, "on the paper of its own place: {papers}");
    let held = ec14_held_to(story.workbook(), &"case-1".parse().unwrap());
    let told: Vec<(&str, &[String])> =
        held.iter().map(|one| (one.place.slot.as_str(), one.limits.as_slice())).collect();
    assert_eq!(told, [("first-authority", &[limits.to_owned()][..])]);
    let limitations = story.limitations();
    let said = "One return was audited under limits of another authority or nation, and days were \
                counted against those: Social care, first authority (Case 1).";
    assert!(limitations.contains(said), "{limitations}");
    assert!(!limitations.contains("no days were counted"), "{limitations}");
}

#[test]
fn ec14_limits_stated_after_returns_were_signed_are_told_with_those_that_days_were_counted_by() {
    const CHANGED: &str = "Conference minutes sent: 15 working days, now 17 working days";
    let days = [("initial-conference", "27 2 2026"), ("conference-minutes", "24 3 2026")];
    let late = "The minutes were late, and nobody acted without them.";
    let mut story = Scenario::round(&["social-care"], &["Case 1", "Case 2"]).calls(
        "social-care",
        "Social care",
        "social-care",
    );
    for case in ["Case 1", "Case 2"] {
        let audited = story.auditor("social-care", case).audits_everything_as_good();
        audited.enters_days(None, &days).explains("T-07", late).signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    assert!(!story.limitations().contains("limits"), "{}", story.limitations());
    let stated = "Conference minutes sent: 17 working days";
    story.panel_states_limits("social-care", "Northshire", stated);
    let limitations = story.limitations();
    let said = format!(
        "Two returns were signed when other limits held, and days were counted against those: \
         Social care (Case 1, Case 2; {CHANGED})."
    );
    assert!(limitations.contains(&said), "{limitations}");
    assert!(!limitations.contains("another authority"), "said once: {limitations}");
    let held = ec14_held_to(story.workbook(), &"case-1".parse().unwrap());
    let told: Vec<&[String]> = held.iter().map(|one| one.changed.as_slice()).collect();
    assert_eq!(told, [&[CHANGED.to_owned()][..]]);
    let papers = story.prints_the_papers_of("Case 1");
    assert!(papers.contains(CHANGED), "{papers}");
    assert!(!papers.contains("Counted against limits of another authority"), "{papers}");
    // Once they are taken back, everything was counted by what holds.
    story.panel_states_limits("social-care", "", "");
    assert!(!story.limitations().contains("limits"), "{}", story.limitations());
}

#[test]
fn ec15_grades_of_another_scale_are_shown_as_they_are_until_the_panel_grades_anew() {
    let ours = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
    let other = library::by_id(&ToolId::new("s47-strategy-2013").unwrap()).unwrap();
    let theirs = Tool { version: ours.version + 1, scale: other.scale, ..ours };
    let places = ["police", "social-care"];
    let mut elsewhere = Scenario::with_tool("a story", theirs.clone(), &places, &["Case 1"]);
    let file =
        elsewhere.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let mut story = Scenario::round(&places, &["Case 1"]);
    story.auditor("social-care", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();
    story.panel_imports(&file).became("other-tool");
    let without_place = story.panel_maps(&theirs, &file, "The same questions, graded as in 2013");
    assert_eq!(without_place, 0);

    assert_eq!(story.not_comparable("Case 1", "referral"), ["Good"]);
    story.grid("Case 1", "referral").shows(&[("social-care", "good")]);
    story.panel_grades_anew("police", "Case 1", "referral", "adequate");
    let both = [("police", "adequate"), ("social-care", "good")];
    story.grid("Case 1", "referral").shows(&both);
    let limitations = story.limitations();
    assert!(
        limitations.contains("graded the work anew on the scale of this audit"),
        "{limitations}"
    );
}

#[test]
fn ec23_agencies_two_grades_apart_are_judged_only_with_what_was_said_between_them() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .grades("referral", "inadequate")
        .overall("adequate")
        .signs_and_exports();
    story.panel_imports_everything();
    story.grid("Case 1", "referral").must_be_discussed(true);

    let silent = story.panel_tries("Case 1", "referral", "inadequate", |_| ());
    assert_eq!(silent, Err(JudgementError::NoteOfDiscussion));
    let noted = story.panel_tries("Case 1", "referral", "inadequate", |decision| {
        decision.discussion = "Police showed that the form was never answered".into();
    });
    assert_eq!(noted, Ok(()));
}

#[test]
fn ec24_a_grade_that_no_agency_gave_has_a_reason_of_thirty_words() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    for agency in ["police", "social-care"] {
        story.auditor(agency, "Case 1").audits_everything_as_good().signs_and_exports();
    }
    story.panel_imports_everything();

    let short = story.panel_tries("Case 1", "referral", "adequate", |_| ());
    assert_eq!(short, Err(JudgementError::DiffersFromAll { words: 4, least: 30 }));
    let long = story.panel_tries("Case 1", "referral", "adequate", |decision| {
        decision.reason = REASON_OF_THIRTY_WORDS.into();
    });
    assert_eq!(long, Ok(()));
}

#[test]
fn ec25_the_dissent_of_the_chair_and_of_one_agency_stays_beside_the_judgement() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    for agency in ["police", "social-care"] {
        story.auditor(agency, "Case 1").audits_everything_as_good().signs_and_exports();
    }
    story.panel_imports_everything();
    let dissent = |agency: Option<&str>, role: &str, view: &str| Dissent {
        agency: agency.map(|id| id.parse().unwrap()),
        role: role.into(),
        view: view.into(),
    };
    let empty = story.panel_tries("Case 1", "referral", "good", |decision| {
        decision.dissent = vec![dissent(Some("police"), "Inspector", " ")];
    });
    assert_eq!(empty, Err(JudgementError::DissentWithoutView));
    let both = vec![
        dissent(None, "Chair", "Adequate: the form was short"),
        dissent(Some("police"), "Inspector", "Adequate: nobody rang back"),
    ];
    story
        .panel_tries("Case 1", "referral", "good", |decision| decision.dissent = both.clone())
        .unwrap();
    assert_eq!(story.judged("Case 1", "referral").dissent, both);
    story.grid("Case 1", "referral").suggests(Some("good"));
}

#[test]
fn ec48_an_agency_that_declines_owes_nothing_and_limits_the_report() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();
    let why = "Legal advice; its power to ask for information was explained";
    story.panel_expects("social-care", "Case 1", Expectation::Declined, why);
    assert_eq!(story.cell("social-care", "Case 1"), CellState::Declined);
    let limitations = story.limitations();
    assert!(limitations.contains("One return was declined by the agency"), "{limitations}");
    story.panel_expects("social-care", "Case 1", Expectation::AsPlanned, "They think again");
    assert_eq!(story.cell("social-care", "Case 1"), CellState::Expected { overdue: false });
}

#[test]
fn ec49_one_auditor_in_rounds_of_two_boards_never_mixes_them_up() {
    let agencies = ["police"];
    let mut north = Scenario::named("north", &agencies, &["Case 1"]);
    let mut south = Scenario::named("south", &agencies, &["Case 1"]);
    let of_north =
        north.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let of_south = south
        .auditor("police", "Case 1")
        .audits_everything_as_good()
        .grades("referral", "adequate")
        .signs_and_exports();
    assert_eq!(of_north.signer, of_south.signer, "one computer, one key");

    north.panel_imports(&of_south).became("wrong-round");
    south.panel_imports(&of_north).became("wrong-round");
    north.panel_imports(&of_north).became("admitted");
    south.panel_imports(&of_south).became("admitted");
    north.grid("Case 1", "referral").shows(&[("police", "good")]);
    south.grid("Case 1", "referral").shows(&[("police", "adequate")]);
}

#[test]
fn ec52_a_typo_mended_after_half_returned_reads_both_versions_where_the_question_is_the_same() {
    let ours = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
    let mut mended = Tool { version: ours.version + 1, ..ours };
    let prompt = &mut mended.areas[2].prompts[0];
    prompt.text.push_str(" (as far as the record shows)");
    let places = ["police", "social-care"];
    let mut later = Scenario::with_tool("a story", mended.clone(), &places, &["Case 1"]);
    let file = later.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let mut story = Scenario::round(&places, &["Case 1"]);
    story.auditor("social-care", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");

    story.panel_imports(&file).became("other-tool");
    story.grid("Case 1", "referral").shows(&[("social-care", "good")]);
    let without_place =
        story.panel_maps(&mended, &file, "Only the wording of one question changed");
    assert_eq!(without_place, 1, "the question that was reworded waits for a person");
    story.grid("Case 1", "referral").shows(&[("police", "good"), ("social-care", "good")]);
}

#[test]
fn ec60_another_coordinator_goes_on_from_the_file_with_nothing_missing() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    let police = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let stranger =
        story.stranger("social-care", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();
    story.panel_judges("Case 1", "referral", "good", "Agreed by all present");
    let logged = story.log_length();

    story.hands_over_to_another_coordinator(&[police.clone(), stranger.clone()]);
    assert_eq!(story.log_length(), logged);
    story.panel_imports(&police).became("duplicate");
    story.panel_trusts_the_signer_of(&stranger, "social-care");
    story.counts("social-care", "Case 1", Some(1));
    let corrected = story
        .auditor("police", "Case 1")
        .corrects()
        .grades("referral", "adequate")
        .signs_and_exports();
    story.panel_imports(&corrected).became("replaces").reopens(1);
}
