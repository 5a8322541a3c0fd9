//! Brothers and sisters audited together: the same words, once looked at (edge case 1).

use crate::driver::Scenario;

const SAME: &str = "The worker asked every agency on the day of the referral.";
const ALONE: &str = "She was seen alone twice and drew a picture of her room.";

/// Social care has audited Case 3, and has begun with Case 4.
fn two_children() -> Scenario {
    let mut story = Scenario::round(&["social-care"], &["Case 3", "Case 4"]);
    story
        .auditor("social-care", "Case 3")
        .audits_everything_as_good()
        .writes_evidence("4.3", SAME)
        .writes_evidence("4.5", ALONE)
        .finds_well("assessment", "Checks were made at once");
    story.auditor("social-care", "Case 4").answers_everything();
    story
}

#[test]
fn ec01_shared_words_are_copied_and_what_is_about_one_child_is_not() {
    let mut story = two_children();
    let (auditor, texts) =
        story.auditor("social-care", "Case 4").copies_all("assessment", "Case 3");
    let draft = auditor.draft();
    let evidence = |id: &str| draft.answer(&id.parse().unwrap()).map(|it| it.evidence.clone());
    assert!(evidence("4.3").unwrap().contains(SAME));
    assert!(!evidence("4.5").unwrap_or_default().contains(ALONE), "seen alone is per child");
    let area = draft.area(&"area-4".parse().unwrap()).unwrap();
    assert!(area.strengths.iter().any(|one| one.text == "Checks were made at once"));
    assert_eq!((&area.grading, area.impact.text.as_str()), (&None, ""));
    assert!(texts.count() >= 3);
    let auditor = auditor.undoes(&texts);
    assert!(auditor.draft().area(&"area-4".parse().unwrap()).is_none());
}

#[test]
fn ec01_the_same_words_are_asked_about_until_they_are_this_childs_own() {
    let mut story = two_children();
    let (auditor, _) = story.auditor("social-care", "Case 4").copies_all("assessment", "Case 3");
    let same = auditor.says_the_same_as("Case 3");
    assert!(same.contains(&"prompt-4.3-evidence".to_owned()), "{same:?}");
    let auditor =
        auditor.writes_evidence("4.3", "For him the school was asked a week later than the rest.");
    let same = auditor.says_the_same_as("Case 3");
    assert!(!same.contains(&"prompt-4.3-evidence".to_owned()), "{same:?}");
}
