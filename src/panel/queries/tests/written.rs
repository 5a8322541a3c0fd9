//! What can be asked, about which version, and taken back.

use super::*;

#[test]
fn a_question_names_the_version_that_it_is_about() {
    let (desk, first) = asked();
    let query = &desk.workbook.queries()[0];
    let version = query.version.as_ref().unwrap();
    assert_eq!((version.version, &version.return_id), (1, &first.return_id));
    assert_eq!(version.payload, signed_payload(&first));
    assert_eq!(state(&desk.workbook, "q1"), open());
}

#[test]
fn the_questions_about_a_place_are_found_oldest_first_also_once_the_round_is_opened_again() {
    let (mut desk, _) = asked();
    for (id, slot_id) in [("q2", "police"), ("q3", "health.hv")] {
        desk.workbook.write_query(new(id, slot_id, About::Return), &stamp()).unwrap();
    }
    let about = |workbook: &Workbook, slot_id: &str| -> Vec<String> {
        let found = workbook.queries_about(&place(slot_id, "a"));
        found.map(|query| query.id.to_string()).collect()
    };
    let opened = Workbook::from_record(desk.workbook.record().clone());
    for workbook in [&desk.workbook, &opened] {
        assert_eq!(about(workbook, "health.hv"), ["q1", "q3"]);
        assert_eq!(about(workbook, "police"), ["q2"]);
        assert!(about(workbook, "csc").is_empty());
    }
}

#[test]
fn a_question_written_twice_is_kept_once() {
    let (mut desk, _) = asked();
    let before = desk.workbook.clone();
    let again = NewQuery { text: "Something else?".into(), ..new("q1", "police", About::Return) };
    desk.workbook.write_query(again, &stamp()).unwrap();
    assert_eq!(desk.workbook.record(), before.record());
}

#[test]
fn what_cannot_be_asked_is_refused_and_leaves_nothing_behind() {
    let (mut desk, _) = asked();
    let plain = || new("q2", "health.hv", about_alone());
    let written = |text: &str| NewQuery { text: text.into(), ..plain() };
    let kept = |text: &str, keeps: &str| NewQuery { keeps: keeps.into(), ..written(text) };
    let elsewhere = |place| NewQuery { place, about: About::Return, ..plain() };
    desk.workbook.take_out(&case("b"), "The family moved", None, &stamp()).unwrap();
    let other_agency = ReturnKey { agency: "police".parse().unwrap(), ..place("health.hv", "a") };
    let rows = [
        ("blank", written(" \n"), "Enter a question."),
        ("too long", written(&"a".repeat(2_001)), "The question must be 2000 characters or less."),
        (
            "a telephone number",
            written("Did 07700 900123 answer?"),
            "The question holds a telephone number. Take it out, or write a role instead.",
        ),
        (
            "a telephone number, with a reason",
            kept("Did 07700 900123 answer?", "It is the front desk's."),
            "The question holds a telephone number. Take it out, or write a role instead.",
        ),
        (
            "a name",
            written("Did Mrs Quillfeather agree?"),
            "The question holds a person’s name. Write a role instead, or say why it stays.",
        ),
        (
            "a name, with too short a reason",
            kept("Did Mrs Quillfeather agree?", "n/a"),
            "The question holds a person’s name. Write a role instead, or say why it stays.",
        ),
        (
            "an unknown prompt",
            NewQuery { about: About::Prompt(prompt("no-such")), ..plain() },
            words::NO_SUCH_PLACE,
        ),
        (
            "an answer where nothing came",
            NewQuery { place: place("police", "a"), ..plain() },
            words::NO_SUCH_PLACE,
        ),
        ("an unknown case", elsewhere(place("health.hv", "z")), words::NOT_ASKED),
        ("another agency's slot", elsewhere(other_agency), words::NOT_ASKED),
        ("a withdrawn case", elsewhere(place("health.hv", "b")), words::CASE_WITHDRAWN),
    ];
    let before = desk.workbook.clone();
    for (name, query, wanted) in rows {
        let checked = desk.workbook.check_query(&query, &stamp()).unwrap_err();
        assert_eq!(checked.to_string(), wanted, "{name}");
        let refused = desk.workbook.write_query(query, &stamp()).unwrap_err();
        assert_eq!(refused.to_string(), wanted, "{name}");
    }
    assert_eq!(desk.workbook.record(), before.record());
}

#[test]
fn i06_what_the_guard_warns_of_stays_with_its_reason_and_without_its_words() {
    let (mut desk, _) = asked();
    let query = NewQuery {
        text: "Did Mrs Quillfeather agree?".into(),
        keeps: "The name of a training course.".into(),
        ..new("q2", "health.hv", about_alone())
    };
    desk.workbook.write_query(query, &stamp()).unwrap();
    let kept = desk.workbook.queries()[1].kept.clone().unwrap();
    assert_eq!((kept.reason.as_str(), kept.covers), ("The name of a training course.", 1));
    let pack = desk.workbook.query_pack(&slot("health.hv"), &stamp()).unwrap();
    let text = serde_json::to_string(&pack).unwrap();
    assert!(!text.contains("training course"), "the reason is the panel's own");
}

#[test]
fn a_question_is_withdrawn_once_and_with_a_reason() {
    let (mut desk, _) = asked();
    let id: QueryId = "q1".parse().unwrap();
    let mut withdraw = |id: &str, reason: &str| {
        desk.workbook.withdraw_query(&id.parse().unwrap(), reason, &stamp())
    };
    assert_eq!(withdraw("q9", "Not needed"), Err(QueryError::Unknown));
    assert_eq!(withdraw("q1", " "), Err(QueryError::NoReason));
    assert_eq!(withdraw("q1", "Not needed"), Ok(()));
    assert_eq!(withdraw("q1", "Not needed"), Err(QueryError::WithdrawnAlready));
    assert_eq!(state(&desk.workbook, "q1"), QueryState::Withdrawn);
    let events = desk.workbook.log().entries().iter().map(|entry| &entry.event);
    let said = events.filter(|event| matches!(event, Event::QueryWithdrawn { .. }));
    let event = Event::QueryWithdrawn { query: id, reason: "Not needed".into() };
    assert_eq!(said.collect::<Vec<_>>(), [&event]);
}

#[test]
fn v09_nothing_is_asked_about_a_case_that_is_withdrawn() {
    let (mut desk, _) = asked();
    desk.workbook.take_out(&case("a"), "A criminal trial", None, &stamp()).unwrap();
    assert_eq!(state(&desk.workbook, "q1"), QueryState::CaseWithdrawn);
    assert_eq!(desk.workbook.query_pack(&slot("health.hv"), &stamp()), None);
}
