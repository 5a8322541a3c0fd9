//! A text that is marked only when the return is corrected, and the copies that went out before.

use super::*;
use crate::audit_return::{NonGrade, Return};
use crate::panel::fixture::*;

const COMMENTS: &str = "general-comments";
const BEFORE: &str = "A neighbour told us.";
const SINCE: &str = "A neighbour at the corner told us.";
const SENT_AT: &str = "2026-03-20T10:00:00Z";

fn place(slot_id: &str) -> ReturnKey {
    ReturnKey { case: case("case-1"), slot: slot(slot_id), agency: slot_id.parse().unwrap() }
}

fn said(ret: Return, comments: &str) -> Return {
    Return { general_comments: comments.into(), ..ret }
}

fn marked(ret: Return, key: &str) -> Return {
    Return { do_not_disclose: vec![key.into()], ..ret }
}

fn on(time: &str) -> Stamp {
    Stamp { by: "Coordinator".into(), at: at(time) }
}

/// The first version of a return, with nothing marked.
fn first(desk: &mut Desk, slot_id: &str) -> Return {
    let ret = said(desk.draft(slot_id, "case-1").grade("risk", "good"), BEFORE);
    desk.import(ret.clone());
    ret
}

/// Its correction, which marks the comments and says them otherwise.
fn marks(desk: &mut Desk, first: &Return) -> Return {
    let second = marked(said(first.corrected(), SINCE), COMMENTS);
    desk.import(second.clone());
    second
}

fn sends(desk: &mut Desk, slot_id: &str, time: &str) {
    let risk_check = "The team manager, from the file".into();
    let step = CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check };
    desk.workbook.record_copy(&place(slot_id), step, &on(time)).unwrap();
}

fn decides(desk: &mut Desk, slot_id: &str, disclosed: bool, time: &str) {
    let place = place(slot_id);
    desk.workbook.disclose(&place, COMMENTS, disclosed, "It was read.", &on(time)).unwrap();
}

/// Whether each copy that was sent of the first version showed the comments.
fn showed(desk: &Desk, slot_id: &str) -> Vec<bool> {
    let told = ec32_marked_later(&desk.workbook, &place(slot_id));
    assert_eq!(told.len(), 1, "{told:?}");
    told[0].earlier[0].sent.iter().map(|sent| sent.showed).collect()
}

fn day(at: chrono::DateTime<chrono::Utc>) -> String {
    at.format("%-d %B %Y").to_string()
}

#[test]
fn ec32_a_text_marked_only_in_a_correction_is_told_with_the_copy_that_showed_it() {
    let mut desk = Desk::with(&["case-1"]);
    let first = first(&mut desk, "csc");
    sends(&mut desk, "csc", SENT_AT);
    assert_eq!(ec32_marked_later(&desk.workbook, &place("csc")), []);
    marks(&mut desk, &first);

    let sent = SentCopy { at: at(SENT_AT), to: Recipient::PractitionerAndManager, showed: true };
    let told = ec32_marked_later(&desk.workbook, &place("csc"));
    let expected = MarkedLater {
        key: COMMENTS.into(),
        label: "General comments".into(),
        earlier: vec![WithoutMark { version: 1, text: BEFORE.into(), sent: vec![sent] }],
    };
    assert_eq!(told, [expected]);
    assert_eq!(
        told[0].earlier[0].sentences("Social care", day),
        [
            "Version 1 said: “A neighbour told us.”",
            "A copy of version 1 of the return of Social care was sent on 20 March 2026 to the practitioner \
             and their manager. These words stood in it.",
        ]
    );
    let shown = ShownBeforeMark { place: place("csc"), version: 1, at: at(SENT_AT) };
    assert_eq!(ec32_shown_before_mark(&desk.workbook), std::slice::from_ref(&shown));
    sends(&mut desk, "csc", "2026-03-21T10:00:00Z");
    assert_eq!(
        ec32_shown_before_mark(&desk.workbook),
        [shown],
        "a right copy takes no wrong one back"
    );
    desk.workbook.take_out(&case("case-1"), "Wrong theme", None, &stamp()).unwrap();
    assert_eq!(ec32_shown_before_mark(&desk.workbook), [], "a case that was taken out");
}

#[test]
fn ec32_an_earlier_version_of_which_no_copy_went_out_is_told_as_such() {
    let mut desk = Desk::with(&["case-1"]);
    let first = first(&mut desk, "csc");
    let second = marks(&mut desk, &first);
    desk.import(second.corrected());
    let told = ec32_marked_later(&desk.workbook, &place("csc"));
    let versions: Vec<u32> = told[0].earlier.iter().map(|one| one.version).collect();
    assert_eq!(versions, [1], "the second has the mark, the third counts");
    assert!(!told[0].earlier[0].was_shown());
    let sentences = told[0].earlier[0].sentences("Social care", day);
    assert_eq!(sentences[1], "No copy of version 1 is recorded as sent.");
    assert_eq!(ec32_shown_before_mark(&desk.workbook), []);
}

#[test]
fn ec32_whether_a_copy_showed_the_words_is_told_by_what_was_decided_before_it_went() {
    let mut desk = Desk::with(&["case-1"]);
    let of_csc = first(&mut desk, "csc");
    decides(&mut desk, "csc", false, "2026-03-20T09:00:00Z");
    sends(&mut desk, "csc", SENT_AT);
    decides(&mut desk, "csc", true, "2026-03-20T11:00:00Z");
    sends(&mut desk, "csc", "2026-03-20T12:00:00Z");
    decides(&mut desk, "csc", false, "2026-03-20T13:00:00Z");
    marks(&mut desk, &of_csc);
    assert_eq!(showed(&desk, "csc"), [false, true]);

    let of_police = first(&mut desk, "police");
    sends(&mut desk, "police", SENT_AT);
    decides(&mut desk, "police", true, "2026-03-20T11:00:00Z");
    sends(&mut desk, "police", "2026-03-20T12:00:00Z");
    marks(&mut desk, &of_police);
    assert_eq!(
        showed(&desk, "police"),
        [false, true],
        "nothing of the police until it is released"
    );
}

#[test]
fn ec32_nothing_is_told_where_the_mark_was_there_from_the_first_or_is_there_no_more() {
    let mut desk = Desk::with(&["case-1"]);
    let first = marked(said(desk.draft("csc", "case-1"), BEFORE), COMMENTS);
    desk.import(first.clone());
    let second = said(first.corrected(), SINCE);
    desk.import(second.clone());
    assert_eq!(ec32_marked_later(&desk.workbook, &place("csc")), []);
    desk.import(Return { do_not_disclose: Vec::new(), ..second.corrected() });
    assert_eq!(ec32_marked_later(&desk.workbook, &place("csc")), []);

    let silent = said(desk.draft("school", "case-1"), "");
    desk.import(silent.clone());
    desk.import(marked(said(silent.corrected(), SINCE), COMMENTS));
    assert_eq!(ec32_marked_later(&desk.workbook, &place("school")), [], "nothing stood there");
}

#[test]
fn ec32_the_reason_for_no_grade_is_one_text_whichever_reason_is_chosen() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").no_grade("risk", NonGrade::OutsideRole);
    desk.import(first.clone());
    let second = first.corrected().no_grade("risk", NonGrade::InsufficientEvidence);
    desk.import(marked(second, "risk_grade-insufficient-evidence"));
    let told = ec32_marked_later(&desk.workbook, &place("csc"));
    assert_eq!(told[0].key, "risk_grade-insufficient-evidence");
    assert_eq!(told[0].earlier[0].text, "As the record shows.");
}

#[test]
fn ec32_the_words_of_before_the_mark_are_asked_about_before_they_are_published() {
    let mut desk = Desk::with(&["case-1"]);
    let first = first(&mut desk, "csc");
    let second = marks(&mut desk, &first);
    assert_eq!(withheld_texts(&desk.workbook)[&place("csc")], [SINCE, BEFORE]);
    desk.import(Return { do_not_disclose: Vec::new(), ..second.corrected() });
    assert_eq!(withheld_texts(&desk.workbook).get(&place("csc")), None);
}
