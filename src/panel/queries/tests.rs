//! Questions as they are written, sent, answered and withdrawn.

use proptest::prelude::*;

use super::*;
use crate::audit_return::{PanelQuestion, Return};
use crate::panel::fixture::*;
use crate::panel::{Questions, RowNote};

fn place(slot_id: &str, case_ref: &str) -> ReturnKey {
    let agency = slot_id.split('.').next().unwrap();
    ReturnKey { case: case(case_ref), slot: slot(slot_id), agency: agency.parse().unwrap() }
}

fn new(id: &str, slot_id: &str, about: About) -> NewQuery {
    NewQuery {
        id: id.parse().unwrap(),
        place: place(slot_id, "a"),
        about,
        text: "Who saw the child alone?".into(),
        answer_by: None,
        keeps: String::new(),
    }
}

fn about_alone() -> About {
    About::Prompt(prompt("alone"))
}

fn later(days: u64) -> Stamp {
    let stamp = stamp();
    Stamp { at: stamp.at + chrono::Days::new(days), ..stamp }
}

/// The correction of a return that answers the questions with these ids.
fn answering(signed: &Return, workbook: &Workbook, ids: &[&str]) -> Return {
    let mut draft = signed.corrected();
    for id in ids {
        let query = workbook.query(&id.parse().unwrap()).unwrap();
        let mut asked = PanelQuestion::asked(query.asked(), Some(signed.version));
        asked.answer = "The health visitor did, twice.".into();
        draft.panel_questions.push(asked);
    }
    draft
}

/// A first version of health visiting on case "a", imported and asked about.
fn asked() -> (Desk, Return) {
    let mut desk = Desk::with(&["a", "b"]);
    let first = desk.draft("health.hv", "a").says("alone", crate::tool::AnswerValue::No);
    desk.import(first.clone());
    desk.workbook.write_query(new("q1", "health.hv", about_alone()), &stamp()).unwrap();
    (desk, first)
}

fn state(workbook: &Workbook, id: &str) -> QueryState {
    workbook.query_state(workbook.query(&id.parse().unwrap()).unwrap())
}

fn open() -> QueryState {
    QueryState::Open { passed_over_in: None }
}

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
fn v03_the_version_that_answers_closes_the_question_whatever_came_first() {
    let (mut desk, first) = asked();
    let second =
        answering(&first, &desk.workbook, &["q1"]).says("alone", crate::tool::AnswerValue::Yes);
    let row = desk.import(second.clone());
    assert!(row.notes.contains(&RowNote::Answers { questions: 1 }), "{:?}", row.notes);
    let QueryState::Answered(answer) = state(&desk.workbook, "q1") else { panic!("not answered") };
    assert_eq!((answer.version, answer.differs), (2, Some(true)));
    assert_eq!(answer.answer.answer, "The health visitor did, twice.");
    assert_eq!(desk.workbook.query_pack(&slot("health.hv"), &stamp()), None, "nothing to ask");

    // Taken back, the question is open again; its answer was never stored.
    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(state(&desk.workbook, "q1"), open());
}

#[test]
fn a_later_version_without_an_answer_leaves_the_question_open_and_says_so() {
    let (mut desk, first) = asked();
    desk.import(first.corrected().grade("risk", "good"));
    assert_eq!(state(&desk.workbook, "q1"), QueryState::Open { passed_over_in: Some(2) });
    let mut blank = answering(&first.corrected(), &desk.workbook, &["q1"]);
    blank.panel_questions[0].answer = " ".into();
    let third = Return {
        previous: Some(signed_payload(&first.corrected().grade("risk", "good"))),
        ..blank
    };
    desk.import(third);
    assert_eq!(state(&desk.workbook, "q1"), QueryState::Open { passed_over_in: Some(3) });
}

#[test]
fn an_answer_that_stands_beside_the_same_words_is_said_to_change_nothing() {
    let (mut desk, first) = asked();
    let mut second = answering(&first, &desk.workbook, &["q1"]);
    second.panel_questions[0].changed = true;
    desk.import(second);
    let QueryState::Answered(answer) = state(&desk.workbook, "q1") else { panic!("not answered") };
    assert!(answer.answer.changed, "so the auditor says");
    assert_eq!(answer.differs, Some(false), "and so it is not");
}

#[test]
fn where_nothing_has_come_the_return_itself_is_asked_for() {
    let mut desk = Desk::with(&["a"]);
    desk.workbook.write_query(new("q1", "police", About::Return), &stamp()).unwrap();
    assert_eq!(desk.workbook.queries()[0].version, None);
    let pack = desk.workbook.query_pack(&slot("police"), &stamp()).unwrap();
    assert_eq!(pack.returns[0].version, None);
    let came = desk.draft("police", "a");
    desk.import(came);
    assert_eq!(state(&desk.workbook, "q1"), QueryState::Arrived { version: 1 });
}

#[test]
fn ec03_a_nil_return_is_asked_whether_it_can_be_right() {
    let mut desk = Desk::with(&["a"]);
    let nil = desk.draft("police", "a").nil();
    desk.import(nil.clone());
    desk.workbook.write_query(new("q1", "police", About::Involvement), &stamp()).unwrap();
    let mut second = answering(&nil, &desk.workbook, &["q1"]);
    second.involvement.level = Some(crate::audit_return::InvolvementLevel::Involved);
    desk.import(second);
    let QueryState::Answered(answer) = state(&desk.workbook, "q1") else { panic!("not answered") };
    assert_eq!(answer.differs, Some(true));
}

#[test]
fn a_pack_holds_what_is_open_case_by_case_and_what_was_taken_back() {
    let (mut desk, first) = asked();
    let other = desk.draft("health.hv", "b");
    desk.import(other);
    let ask = |desk: &mut Desk, id: &str, case_ref: &str| {
        let place = place("health.hv", case_ref);
        let query = NewQuery { place, ..new(id, "health.hv", About::Overall) };
        desk.workbook.write_query(query, &later(1)).unwrap();
    };
    ask(&mut desk, "q2", "b");
    ask(&mut desk, "q3", "a");
    let slot = slot("health.hv");
    let pack = desk.workbook.query_pack(&slot, &later(2)).unwrap();
    assert_eq!(pack.check(), Ok(()));
    let held = |pack: &crate::audit_return::QueryPack| -> Vec<String> {
        pack.questions().map(|(of, one)| format!("{} {}", of.case_label, one.id)).collect()
    };
    assert_eq!(held(&pack), ["a q1", "a q3", "b q2"]);
    assert_eq!(pack.returns.len(), 2, "one part for each return");

    desk.workbook.note_pack(&pack, Hash::of(b"first"), &later(2));
    let reason = "It was answered by telephone";
    desk.workbook.withdraw_query(&"q3".parse().unwrap(), reason, &later(3)).unwrap();
    ask(&mut desk, "q4", "a");
    desk.workbook.withdraw_query(&"q4".parse().unwrap(), "Written by mistake", &later(3)).unwrap();
    let second = answering(&first, &desk.workbook, &["q1"]);
    desk.import(second);
    ask(&mut desk, "q5", "a");
    let next = desk.workbook.query_pack(&slot, &later(4)).unwrap();
    assert_eq!(held(&next), ["a q5", "b q2"]);
    let withdrawn: Vec<&str> =
        next.returns.iter().flat_map(|one| &one.withdrawn).map(QueryId::as_str).collect();
    assert_eq!(withdrawn, ["q3"], "what was never sent need not be taken back");
    assert_eq!(next.returns.iter().map(|one| one.version.as_ref().unwrap().version).max(), Some(2));
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
fn the_list_counts_what_is_open_overdue_and_not_sent() {
    let (mut desk, first) = asked();
    let dated =
        NewQuery { answer_by: "2026-03-27".parse().ok(), ..new("q2", "health.hv", About::Overall) };
    desk.workbook.write_query(dated, &stamp()).unwrap();
    desk.workbook.write_query(new("q3", "police", About::Return), &stamp()).unwrap();
    let slot = slot("health.hv");
    let pack = desk.workbook.query_pack(&slot, &later(1)).unwrap();
    desk.workbook.note_pack(&pack, Hash::of(b"first"), &later(1));
    let story = |desk: &Desk, today: &str| {
        let list = Questions::of(&desk.workbook, today.parse().unwrap());
        let slots: Vec<String> = list
            .slots
            .iter()
            .map(|it| {
                format!("{} {}/{} {} not sent", it.slot, it.open, it.questions.len(), it.not_sent)
            })
            .collect();
        (list.open, list.overdue, list.answered, slots.join(", "))
    };
    let slots = "police 1/1 1 not sent, health.hv 2/2 0 not sent".to_owned();
    assert_eq!(story(&desk, "2026-03-27"), (3, 0, 0, slots.clone()));
    assert_eq!(story(&desk, "2026-03-28"), (3, 1, 0, slots));
    let second = answering(&first, &desk.workbook, &["q1", "q2"]);
    desk.import(second);
    let slots = "police 1/1 1 not sent, health.hv 0/2 0 not sent".to_owned();
    assert_eq!(story(&desk, "2026-03-28"), (1, 0, 2, slots));
}

#[test]
fn the_list_says_of_each_question_what_it_says_alone() {
    let (mut desk, first) = asked();
    let about_return = |id: &str, slot_id: &str, case_ref: &str| {
        let place = place(slot_id, case_ref);
        NewQuery { place, ..new(id, slot_id, About::Return) }
    };
    let dated =
        NewQuery { answer_by: "2026-03-27".parse().ok(), ..new("q2", "health.hv", About::Overall) };
    let others = [("q3", "police", "a"), ("q4", "csc", "a"), ("q5", "school", "b")];
    let others = others.map(|(id, slot_id, case_ref)| about_return(id, slot_id, case_ref));
    for query in others.into_iter().chain([dated]) {
        desk.workbook.write_query(query, &stamp()).unwrap();
    }
    for slot_id in ["health.hv", "police"] {
        let pack = desk.workbook.query_pack(&slot(slot_id), &later(1)).unwrap();
        desk.workbook.note_pack(&pack, Hash::of(slot_id.as_bytes()), &later(1));
    }
    for id in ["q3", "q4"] {
        desk.workbook.withdraw_query(&id.parse().unwrap(), "Not needed", &later(2)).unwrap();
    }
    let late = NewQuery { answer_by: "2026-03-26".parse().ok(), ..about_return("q6", "csc", "b") };
    desk.workbook.write_query(late, &later(2)).unwrap();
    let second = answering(&first, &desk.workbook, &["q1"]);
    desk.import(second);
    desk.workbook.take_out(&case("b"), "The family moved", None, &later(3)).unwrap();

    let today: NaiveDate = "2026-03-28".parse().unwrap();
    let list = Questions::of(&desk.workbook, today);
    let mut counted = 0;
    for it in &list.slots {
        let pack = desk.workbook.query_pack(&it.slot, &later(4));
        assert_eq!(it.to_send, pack.is_some(), "{}", it.slot);
        let (mut open, mut overdue, mut not_sent) = (0, 0, 0);
        for (query, state) in &it.questions {
            assert_eq!(*state, desk.workbook.query_state(query), "{}", query.id);
            if desk.workbook.is_open(query) {
                open += 1;
                overdue += usize::from(desk.workbook.is_overdue(query, today));
                not_sent += usize::from(desk.workbook.last_sent(query).is_none());
            }
            counted += 1;
        }
        assert_eq!((it.open, it.overdue, it.not_sent), (open, overdue, not_sent), "{}", it.slot);
    }
    assert_eq!(counted, desk.workbook.queries().len());
    assert_eq!((list.open, list.overdue, list.answered), (1, 1, 1));
    let to_send = list.slots.iter().filter(|it| it.to_send).map(|it| it.slot.as_str());
    assert_eq!(to_send.collect::<Vec<_>>(), ["police", "health.hv"]);
}

#[test]
fn a_question_stands_as_draft_sent_overdue_answered_or_withdrawn() {
    let (mut desk, first) = asked();
    let dated =
        NewQuery { answer_by: "2026-03-27".parse().ok(), ..new("q2", "health.hv", About::Overall) };
    desk.workbook.write_query(dated, &stamp()).unwrap();
    desk.workbook.write_query(new("q3", "police", About::Return), &stamp()).unwrap();
    let stand = |desk: &Desk, today: &str| -> Vec<QueryStanding> {
        let of = |one: &Query| desk.workbook.query_standing(one, today.parse().unwrap());
        desk.workbook.queries().iter().map(of).collect()
    };
    use QueryStanding::{Answered, Arrived, Draft, Overdue, Sent, Withdrawn};
    assert_eq!(stand(&desk, "2026-03-27"), [Draft, Draft, Draft]);
    let pack = desk.workbook.query_pack(&slot("health.hv"), &stamp()).unwrap();
    desk.workbook.note_pack(&pack, Hash::of(b"first"), &stamp());
    assert_eq!(stand(&desk, "2026-03-27"), [Sent, Sent, Draft]);
    assert_eq!(stand(&desk, "2026-03-28"), [Sent, Overdue, Draft]);
    let second = answering(&first, &desk.workbook, &["q2"]);
    desk.import(second);
    let came = desk.draft("police", "a");
    desk.import(came);
    desk.workbook.withdraw_query(&"q1".parse().unwrap(), "Not needed", &stamp()).unwrap();
    let all = stand(&desk, "2026-03-28");
    assert_eq!(all, [Withdrawn, Answered, Arrived]);
    assert!(all.iter().all(|one| !one.is_open()));
}

#[test]
fn v09_nothing_is_asked_about_a_case_that_is_withdrawn() {
    let (mut desk, _) = asked();
    desk.workbook.take_out(&case("a"), "A criminal trial", None, &stamp()).unwrap();
    assert_eq!(state(&desk.workbook, "q1"), QueryState::CaseWithdrawn);
    assert_eq!(desk.workbook.query_pack(&slot("health.hv"), &stamp()), None);
}

#[test]
fn a_workbook_opened_again_knows_its_questions() {
    let (mut desk, first) = asked();
    let second = answering(&first, &desk.workbook, &["q1"]);
    let key = key_of("health.hv").public_key().thumbprint();
    let files = [arriving(first, &key), arriving(second.clone(), &key)];
    desk.import(second);
    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let mut again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    files.into_iter().for_each(|file| again.restore(file).unwrap());
    assert_eq!(state(&again, "q1"), state(&desk.workbook, "q1"));
    assert!(matches!(state(&again, "q1"), QueryState::Answered(_)));
}

proptest! {
    /// Three versions, of which the second answers one question and the third both.
    #[test]
    fn the_order_of_import_decides_nothing(order in Just([0_usize, 1, 2]).prop_shuffle(), again in 0_usize..3) {
        let (desk, first) = asked();
        let mut asking = desk.workbook;
        asking.write_query(new("q2", "health.hv", About::Overall), &stamp()).unwrap();
        let second = answering(&first, &asking, &["q1"]);
        let third = answering(&second, &asking, &["q2"]);
        let key = key_of("health.hv").public_key().thumbprint();
        let versions = [first, second, third].map(|ret| arriving(ret, &key));
        let mut fresh = Workbook::from_record(asking.record().clone());
        fresh.undo_import(desk.batch, &stamp()).unwrap();
        let batch = fresh.begin_import(&stamp());
        for at in order.into_iter().chain([again]) {
            fresh.admit(batch, versions[at].clone(), &stamp());
        }
        for id in ["q1", "q2"] {
            let QueryState::Answered(answer) = state(&fresh, id) else {
                panic!("{id} is {:?}", state(&fresh, id));
            };
            prop_assert_eq!(answer.version, 3);
            prop_assert_eq!(answer.differs, Some(false));
        }
    }
}
