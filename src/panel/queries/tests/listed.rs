//! Questions in packs and in the list, and how each of them stands.

use super::*;

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
