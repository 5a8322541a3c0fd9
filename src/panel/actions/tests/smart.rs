//! AP-01 and AP-02: specific, measurable, agreed, in time, and in plain words.

use super::*;

#[test]
fn an_action_that_says_all_has_no_notice_and_lasts() {
    let workbook = with_actions(&["a1"]);
    let view = line(&workbook, "a1", TODAY);
    assert_eq!(view.notices, []);
    assert_eq!(view.status, ActionStatus::NotStarted);
    assert_eq!(action_plan(&reopened(&workbook), day(TODAY)), action_plan(&workbook, day(TODAY)));
}

#[test]
fn ap01_an_action_is_specific_measurable_agreed_and_in_time() {
    let written = day("2026-03-20");
    type Change = fn(&mut Action);
    let rows: [(Change, Vec<ActionNotice>); 11] = [
        (|_| {}, vec![]),
        (|one| one.text = "Agree, with the school, who chairs core groups".into(), vec![]),
        (|one| one.text = "“Write” – a checklist".into(), vec![]),
        (
            |one| one.text = "Checklist for strategy discussions".into(),
            vec![ActionNotice::NotSpecific],
        ),
        (|one| one.text = "Train".into(), vec![ActionNotice::NotSpecific]),
        (|one| one.measure = " ".into(), vec![ActionNotice::NoMeasure]),
        (|one| one.agreed = None, vec![ActionNotice::NotAgreed]),
        (|one| one.due = None, vec![ActionNotice::NoDueDate]),
        (
            |one| one.due = Some(day("2026-03-20")),
            vec![ActionNotice::DueInThePast(day("2026-03-20"))],
        ),
        (
            |one| one.due = one.audit_again,
            vec![ActionNotice::DueAfterAuditAgain(day("2026-09-30"))],
        ),
        (|one| one.audit_again = None, vec![]),
    ];
    for (at, (change, want)) in rows.into_iter().enumerate() {
        let mut one = action("a1");
        change(&mut one);
        assert_eq!(ap01_smart(&one, written), want, "row {at}");
        assert!(
            want.iter().all(|notice| notice.rule() == "AP-01" && notice.sentence().ends_with('.'))
        );
    }
}

#[test]
fn ap02_vague_words_are_found_and_a_measure_is_offered() {
    let rows = [
        ("Remind staff of the procedure", Some("remind")),
        ("Raise  Awareness of neglect", Some("raise awareness")),
        ("Ensure plans are shared", Some("ensure")),
        ("Consider a working group", Some("consider")),
        ("Re-issue the policy", Some("re-issue")),
        ("Write a checklist", None),
        ("Audit considered views", None),
    ];
    for (text, want) in rows {
        let found = ap02_vague(&Action { text: text.into(), ..action("a1") });
        assert_eq!(found.first().map(|one| one.word.as_str()), want, "{text}");
        assert!(found.iter().all(|one| !one.measure.is_empty()));
    }
}

#[test]
fn ap01_an_action_is_due_before_the_audit_that_its_recommendation_asks_for() {
    let mut workbook = with_actions(&["a1"]);
    let mut asks = recommendation("r1", "Police should share plans.");
    asks.audit_again_months = Some(2);
    workbook.record_passage(asks).unwrap();
    workbook.ratify_plan(Some(day("2026-04-15")), "Full board", &stamp()).unwrap();
    let late = ActionNotice::DueAfterAuditAgain(day("2026-06-15"));
    assert_eq!(line(&workbook, "a1", TODAY).notices, [late], "its own says September");
}
