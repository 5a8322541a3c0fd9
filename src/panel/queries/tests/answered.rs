//! What an answer closes, whatever comes first and also once the round is opened again.

use proptest::prelude::*;

use super::*;
use crate::panel::RowNote;

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
fn v01_a_return_begun_anew_passes_a_question_over_though_its_versions_are_counted_anew() {
    let (mut desk, first) = asked();
    desk.import(first.corrected());
    desk.workbook.write_query(new("q2", "health.hv", about_alone()), &stamp()).unwrap();
    let fresh = Return { return_id: "a".repeat(32).parse().unwrap(), ..first };
    let fresh = desk.import(fresh).file.unwrap();
    let why = "The agency lost its draft and began again.";
    desk.workbook.choose_version(&fresh, why, &stamp()).unwrap();
    for id in ["q1", "q2"] {
        let expected = QueryState::Open { passed_over_in: Some(1) };
        assert_eq!(state(&desk.workbook, id), expected, "{id}");
    }
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
