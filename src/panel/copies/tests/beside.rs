//! CP-02 and N-14: what a copy says beside the return, facts put right and how the panel judged.

use super::*;

#[test]
fn cp02_a_disputed_fact_is_corrected_beside_the_return_and_never_in_it() {
    let mut desk = desk(&["csc"]);
    let file = desk.workbook.current(&place("csc")).unwrap();
    let amendment = |before: &str, after: &str, because: &str| Amendment {
        id: "a1".parse().unwrap(),
        place: place("csc"),
        file,
        text: COMMENTS.into(),
        before: before.into(),
        after: after.into(),
        because: because.into(),
        stamp: stamp(),
    };
    let mut amend = |one| desk.workbook.amend(one);
    assert_eq!(amend(amendment("Seen once.", "Seen 3 times.", "Log.")), Err(CopyError::NoSuchText));
    assert_eq!(amend(amendment("Seen twice.", " ", "Log.")), Err(CopyError::NothingWritten));
    assert_eq!(amend(amendment("Seen twice.", "Seen 3 times.", "")), Err(CopyError::NoReason));
    amend(amendment("Seen twice.", "Seen 3 times.", "The visit log.")).unwrap();
    let ret = desk.workbook.audit_return(&file).unwrap();
    assert_eq!(ret.general_comments, "Seen twice.");
    let copy = practice_copy(&desk.workbook, &place("csc")).unwrap();
    assert_eq!(copy.amendments[0].after, "Seen 3 times.");
}

#[test]
fn n14_an_agency_is_told_of_a_judgement_that_no_agency_gave_without_the_others_material() {
    let mut desk = desk(&["csc", "school"]);
    desk.workbook
        .record_judgement(on_area("case-1", "risk"), decision("adequate"), &stamp())
        .unwrap();
    let copy = practice_copy(&desk.workbook, &place("csc")).unwrap();
    let [note] = &copy.notes[..] else { panic!("{:?}", copy.notes) };
    assert_eq!((note.own.as_str(), note.panel.as_str()), ("good", "adequate"));
    assert!(!note.sentence().contains("minutes"), "{}", note.sentence());
}

#[test]
fn n14_v08_an_agency_is_told_its_own_grade_and_not_the_one_given_anew() {
    let mut desk = desk(&["csc"]);
    let place = desk.graded("school", "case-1", "amber").place.unwrap();
    let subject = on_area("case-1", "risk");
    let why = "Read against the round’s own descriptors.";
    desk.workbook.record_regrade(&subject, &place, &grade("adequate"), why, &stamp()).unwrap();
    desk.workbook.record_judgement(subject, decision("inadequate"), &stamp()).unwrap();
    let copy = practice_copy(&desk.workbook, &place).unwrap();
    let [note] = &copy.notes[..] else { panic!("{:?}", copy.notes) };
    assert_eq!((note.own.as_str(), note.panel.as_str()), ("amber", "inadequate"));
}
