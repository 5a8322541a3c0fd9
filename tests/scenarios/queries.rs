//! The panel asks, the auditor answers in the next version, and the panel reads it beside its question.

use multi_agency_audit::envelope::SoftwareKey;
use multi_agency_audit::panel::CellState;
use multi_agency_audit::tool::AnswerValue;

use crate::driver::Scenario;

/// Police and social care have each sent a return on two cases.
fn round_with_returns() -> Scenario {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 3", "Case 4"]);
    for case in ["Case 3", "Case 4"] {
        for agency in ["police", "social-care"] {
            story.auditor(agency, case).audits_everything_as_good().signs_and_exports();
        }
    }
    story.panel_imports_everything();
    story
}

#[test]
fn v03_a_question_comes_back_as_the_version_that_answers_it() {
    let mut story = round_with_returns();
    story.panel_asks("q1", "police", "Case 3", "prompt-3.1", "What did the referral lack?");
    let file = story.panel_sends_questions("police");
    story.question_is("q1", "open");

    let second = story
        .auditor("police", "Case 3")
        .takes_up_questions(&file)
        .is_refused_signing_because("Q-01")
        .answers_the_panel("q1", "The child's school and who cares for them after it")
        .signs_and_exports();
    story.panel_imports(&second).became("replaces").answers_questions(1);

    story.counts("police", "Case 3", Some(2));
    let answer = "answered in version 2: The child's school and who cares for them after it";
    story.question_is("q1", answer);
    story.panel_imports(&second).became("duplicate");
    story.question_is("q1", answer);
}

#[test]
fn an_answer_that_was_changed_says_why_and_shows_as_changed() {
    let mut story = round_with_returns();
    story.panel_asks(
        "q1",
        "police",
        "Case 3",
        "prompt-3.1",
        "The minutes say otherwise. Look again.",
    );
    let file = story.panel_sends_questions("police");
    let second = story
        .auditor("police", "Case 3")
        .takes_up_questions(&file)
        .answers("3.1", AnswerValue::Partly)
        .says_it_was_changed("q1")
        .is_refused_signing_because("Q-01")
        .answers_the_panel("q1", "The minutes came to light since")
        .signs_and_exports();
    story.panel_imports(&second).became("replaces");
    story.question_is("q1", "answered in version 2, changed: The minutes came to light since");
}

#[test]
fn ec08_v04_an_answer_after_the_judgement_opens_the_case_again() {
    let mut story = round_with_returns();
    story.panel_judges("Case 3", "referral", "good", "Agreed by all present");
    story.panel_asks("q1", "police", "Case 3", "area-3_grade", "What would have made it better?");
    let file = story.panel_sends_questions("police");
    let second = story
        .auditor("police", "Case 3")
        .takes_up_questions(&file)
        .answers_the_panel("q1", "An earlier call")
        .signs_and_exports();
    story.panel_imports(&second).became("replaces").reopens(1).answers_questions(1);
    story
        .grid("Case 3", "referral")
        .judgement_rests_on(&[("police", 1), ("social-care", 1)], false);
}

#[test]
fn ec03_a_nil_return_that_another_agency_contradicts_is_asked_about() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 3"]);
    story.auditor("police", "Case 3").does_not_know_the_family().signs_and_exports();
    story
        .auditor("social-care", "Case 3")
        .chooses_all("1.10", &["social-care", "police"])
        .audits_everything_as_good()
        .signs_and_exports();
    story.panel_imports_everything();
    story.contradicts(&[("police", "Case 3", "involvement")]);
    let asks = "Another return says that your agency took part in the strategy discussion.";
    story.panel_asks("q1", "police", "Case 3", "involvement", asks);
    let file = story.panel_sends_questions("police");
    let second = story
        .auditor("police", "Case 3")
        .takes_up_questions(&file)
        .finds_that_they_were_involved()
        .audits_everything_as_good()
        .says_it_was_changed("q1")
        .answers_the_panel("q1", "The file was under the mother's former address")
        .signs_and_exports();
    story.panel_imports(&second).became("replaces");
    story.contradicts(&[]);
    assert!(matches!(story.cell("police", "Case 3"), CellState::Received(_)));
    story.question_is(
        "q1",
        "answered in version 2, changed: The file was under the mother's former address",
    );
}

#[test]
fn ec12_two_returns_that_seem_swapped_are_asked_about_in_one_file_and_never_mended_by_the_panel() {
    let agencies = ["police", "social-care", "school"];
    let mut story = Scenario::round(&agencies, &["Case 3", "Case 4"]);
    for (agency, girl, boy) in [
        ("police", "Case 4", "Case 3"),
        ("social-care", "Case 3", "Case 4"),
        ("school", "Case 3", "Case 4"),
    ] {
        for (case, gender, ethnicity) in [(girl, "female", "asian"), (boy, "male", "black")] {
            let auditor = story.auditor(agency, case);
            let auditor = auditor.chooses("1.2", gender).chooses("1.3", ethnicity);
            auditor.audits_everything_as_good().signs_and_exports();
        }
    }
    story.panel_imports_everything();
    story.contradicts(&[("police", "Case 3", "return"), ("police", "Case 4", "return")]);
    for (id, case) in [("q3", "Case 3"), ("q4", "Case 4")] {
        story.panel_asks(id, "police", case, "return", "Is this about the other child?");
    }
    let file = story.panel_sends_questions("police");
    for (id, case) in [("q3", "Case 3"), ("q4", "Case 4")] {
        story.counts("police", case, Some(1));
        let second = story
            .auditor("police", case)
            .takes_up_questions(&file)
            .finds_questions(1)
            .answers_the_panel(id, "Yes, the two were exchanged. This version is right")
            .signs_and_exports();
        story.panel_imports(&second).became("replaces");
    }
    story.question_is(
        "q3",
        "answered in version 2: Yes, the two were exchanged. This version is right",
    );
    story.question_is(
        "q4",
        "answered in version 2: Yes, the two were exchanged. This version is right",
    );
}

#[test]
fn a_return_that_never_came_is_asked_for_and_answers_with_itself() {
    let mut story = Scenario::round(&["police"], &["Case 3"]);
    story.panel_asks("q1", "police", "Case 3", "return", "Your return was due in June.");
    let file = story.panel_sends_questions("police");
    let first = story
        .auditor("police", "Case 3")
        .takes_up_questions(&file)
        .audits_everything_as_good()
        .answers_the_panel("q1", "The auditor was away")
        .signs_and_exports();
    story.panel_imports(&first).became("admitted");
    story.question_is("q1", "answered in version 1: The auditor was away");
}

#[test]
fn a_second_file_of_questions_adds_to_the_first_and_takes_back_what_is_withdrawn() {
    let mut story = round_with_returns();
    story.panel_asks("q1", "police", "Case 3", "prompt-3.1", "What did the referral lack?");
    story.panel_asks("q2", "police", "Case 3", "overall", "Which area weighed most?");
    let first = story.panel_sends_questions("police");
    story.auditor("police", "Case 3").takes_up_questions(&first).finds_questions(2);

    story.panel_withdraws_question("q2", "It was answered by telephone");
    story.panel_asks("q3", "police", "Case 3", "comments", "Who could learn from this?");
    let second = story.panel_sends_questions("police");
    let answered = story
        .auditor("police", "Case 3")
        .takes_up_questions(&second)
        .takes_up_questions(&first)
        .takes_up_questions(&second)
        .finds_questions(2)
        .answers_the_panel("q1", "The child's school")
        .answers_the_panel("q3", "The duty team")
        .signs_and_exports();
    story.panel_imports(&answered).answers_questions(2);
    story.question_is("q2", "withdrawn");
}

#[test]
fn questions_about_a_version_that_was_corrected_since_can_still_be_answered() {
    let mut story = round_with_returns();
    story.panel_asks("q1", "police", "Case 3", "prompt-3.1", "What did the referral lack?");
    let file = story.panel_sends_questions("police");
    let second = story
        .auditor("police", "Case 3")
        .corrects()
        .grades("referral", "adequate")
        .signs_and_exports();
    story.panel_imports(&second).became("replaces");
    story.question_is("q1", "open, version 2 does not answer it");

    let auditor = story.auditor("police", "Case 3");
    assert_eq!(auditor.tries_to_open_questions(&file), Ok("signed-later"));
    let third = auditor
        .takes_up_questions(&file)
        .answers_the_panel("q1", "What version 2 now says")
        .signs_and_exports();
    story.panel_imports(&third).became("replaces");
    story.question_is("q1", "answered in version 3, changed: What version 2 now says");
}

#[test]
fn questions_open_for_nobody_else_and_from_nobody_else() {
    let mut story = round_with_returns();
    story.panel_asks("q1", "police", "Case 3", "return", "Is this the whole record?");
    let forger = SoftwareKey::from_seed(&[99; 32]);
    let forged = story.sends_questions_signed_by("police", &forger);
    let sound = story.panel_sends_questions("police");
    let opens = |story: &mut Scenario, agency: &str, file| {
        let opened = story.auditor(agency, "Case 3").tries_to_open_questions(file);
        opened.unwrap_or_else(|error| error.name())
    };
    assert_eq!(opens(&mut story, "police", &sound), "signed");
    assert_eq!(opens(&mut story, "police", &forged), "other-key");
    assert_eq!(opens(&mut story, "social-care", &sound), "other-slot");
    story.panel_imports(&sound).became("wrong-kind");
}

#[test]
fn i03_a_question_that_names_somebody_is_not_written() {
    let mut story = round_with_returns();
    let asked = "Did the mother give 07700 900123 as her number?";
    let refused = story.panel_tries_to_ask("q1", "police", "Case 3", "prompt-3.1", asked);
    assert_eq!(
        refused.unwrap_err().to_string(),
        "The question holds a telephone number. Take it out, or write a role instead."
    );
}
