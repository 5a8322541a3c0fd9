//! Edge cases 28 and 32: which texts of a return go into its copy.

use super::*;
use crate::audit_return::{ConcernKind, Grading, ImmediateConcern, NonGrade};
use crate::panel::concerns::{ConcernKey, ConcernStep};

#[test]
fn ec32_a_copy_holds_the_own_agencys_return_without_what_is_withheld() {
    let mut desk = desk(&["csc", "school"]);
    let withhold = |desk: &mut Desk, reason: &str| {
        desk.workbook.disclose(&place("csc"), COMMENTS, false, reason, &stamp())
    };
    assert_eq!(withhold(&mut desk, " "), Err(CopyError::NoReason));
    withhold(&mut desk, "It tells of a neighbour.").unwrap();
    let copy = practice_copy(&desk.workbook, &place("csc")).unwrap();
    assert_eq!(copy.ret.general_comments, NOT_DISCLOSED);
    assert_eq!(copy.ret.areas[&area("risk")].reason, "The minutes are thin.");
    assert_eq!((copy.withheld, copy.ret.auditor.name.as_str()), (1, ""));
    assert!(copy.ret.sign_off.is_none() && copy.ret.enrolment_proof.is_none());
    assert_eq!(copy.ret.agency.slot, slot("csc"));
    let unknown = desk.workbook.disclose(&place("csc"), "no-such-box", false, "So.", &stamp());
    assert_eq!(unknown, Err(CopyError::NoSuchText));
}

#[test]
fn ec32_police_texts_are_withheld_until_somebody_releases_them() {
    let mut desk = desk(&["police"]);
    let copy = practice_copy(&desk.workbook, &place("police")).unwrap();
    assert_eq!(copy.ret.general_comments, NOT_DISCLOSED);
    assert_eq!(copy.ret.areas[&area("risk")].reason, NOT_DISCLOSED);
    assert_eq!(copy.ret.grading(&area("risk")), desk_grading("good").as_ref());
    desk.workbook.disclose(&place("police"), COMMENTS, true, "Nothing in it.", &stamp()).unwrap();
    let copy = practice_copy(&desk.workbook, &place("police")).unwrap();
    assert_eq!(copy.ret.general_comments, "Seen twice.");
    let open: Vec<(String, bool)> = texts_of_copy(&desk.workbook, &place("police"))
        .into_iter()
        .map(|text| (text.key, text.disclosed))
        .collect();
    assert!(open.contains(&(COMMENTS.into(), true)), "{open:?}");
    assert!(open.contains(&("risk_reason".into(), false)), "{open:?}");
}

fn desk_grading(to: &str) -> Option<crate::audit_return::Grading> {
    Some(crate::audit_return::Grading::Grade(grade(to)))
}

#[test]
fn ec28_an_allegation_about_a_worker_is_in_no_copy_until_it_is_closed() {
    let mut desk = Desk::with(&["case-1"]);
    let mut ret = desk.draft("csc", "case-1");
    for (id, kind) in [("c1", ConcernKind::PractitionerConduct), ("c2", ConcernKind::ChildAtRisk)] {
        let mut concern = ImmediateConcern::begin(id.parse().unwrap());
        concern.kind = Some(kind);
        ret.immediate_concerns.push(concern);
    }
    let key = ConcernKey::Agency { return_id: ret.return_id.clone(), item: "c1".parse().unwrap() };
    desk.import(ret.clone());
    let ids = |desk: &Desk| -> Vec<String> {
        let copy = practice_copy(&desk.workbook, &place("csc")).unwrap();
        copy.ret.immediate_concerns.iter().map(|one| one.id.to_string()).collect()
    };
    assert_eq!(ids(&desk), ["c2"]);
    let closed = ConcernStep::Closed { role: "Head of service".into(), outcome: "No case.".into() };
    desk.workbook.follow_up_concern(&key, closed, &stamp()).unwrap();
    assert_eq!(ids(&desk), ["c1", "c2"]);
    // What the agency alleges since then, nobody has closed.
    let mut more = ret.corrected();
    more.immediate_concerns[0].text = "There is a second allegation.".into();
    desk.admit(signed_off_at(more, "2026-03-09T15:00:00Z"));
    assert_eq!(ids(&desk), ["c2"]);
}

#[test]
fn ec32_all_texts_are_decided_on_together_and_only_changes_are_recorded() {
    let mut desk = desk(&["csc"]);
    let logged = |desk: &Desk| desk.workbook.log().entries().len();
    let shown = |desk: &Desk| -> std::collections::BTreeSet<String> {
        let texts = texts_of_copy(&desk.workbook, &place("csc"));
        texts.into_iter().filter(|text| text.disclosed).map(|text| text.key).collect()
    };
    let mut wanted = shown(&desk);
    let only = |desk: &mut Desk, wanted: &std::collections::BTreeSet<String>, why: &str| {
        desk.workbook.disclose_only(&place("csc"), wanted, why, &stamp())
    };
    assert_eq!(only(&mut desk, &wanted, "As before."), Err(CopyError::NothingChanged));
    assert!(wanted.remove(COMMENTS), "{wanted:?}");
    assert_eq!(only(&mut desk, &wanted, " "), Err(CopyError::NoReason));
    let before = logged(&desk);
    assert_eq!(only(&mut desk, &wanted, "It tells of a neighbour."), Ok(1));
    assert_eq!(logged(&desk), before + 1);
    assert_eq!(shown(&desk), wanted);
}

#[test]
fn ec32_a_correction_of_a_withheld_text_is_withheld_with_it() {
    let mut desk = desk(&["csc"]);
    let file = desk.workbook.current(&place("csc")).unwrap();
    let amendment = Amendment {
        id: "a1".parse().unwrap(),
        place: place("csc"),
        file,
        text: COMMENTS.into(),
        before: "Seen twice.".into(),
        after: "Seen 3 times.".into(),
        because: "The visit log.".into(),
        stamp: stamp(),
    };
    desk.workbook.amend(amendment).unwrap();
    let count =
        |desk: &Desk| practice_copy(&desk.workbook, &place("csc")).unwrap().amendments.len();
    assert_eq!(count(&desk), 1);
    desk.workbook.disclose(&place("csc"), COMMENTS, false, "A neighbour.", &stamp()).unwrap();
    assert_eq!(count(&desk), 0);
}

#[test]
fn ec32_what_the_panel_asked_is_in_no_copy() {
    let mut desk = Desk::with(&["case-1"]);
    let mut ret = said(desk.draft("csc", "case-1"), "Seen twice.");
    let about = crate::audit_return::About::Return;
    ret.panel_questions.push(crate::check::testing::asked("q1", about));
    desk.import(ret);
    let copy = practice_copy(&desk.workbook, &place("csc")).unwrap();
    assert!(copy.ret.panel_questions.is_empty());
    let statements = statements(&desk.workbook, &place("csc"));
    assert!(statements.iter().any(|one| one.text == "Seen twice."), "{statements:?}");
    assert!(statements.iter().all(|one| !one.text.contains("Auditor 12")), "{statements:?}");
}

#[test]
fn ec32_a_release_holds_for_the_very_words_that_somebody_read() {
    let mut desk = Desk::with(&["case-1"]);
    let first = said(desk.draft("police", "case-1"), "Nothing of note.");
    desk.import(first.clone());
    desk.workbook.disclose(&place("police"), COMMENTS, true, "Read.", &stamp()).unwrap();
    let shown =
        |desk: &Desk| practice_copy(&desk.workbook, &place("police")).unwrap().ret.general_comments;
    let second = first.corrected();
    desk.import(second.clone());
    assert_eq!(shown(&desk), "Nothing of note.");
    desk.import(said(second.corrected(), "A neighbour told of it."));
    assert_eq!(shown(&desk), NOT_DISCLOSED);
    let texts = texts_of_copy(&desk.workbook, &place("police"));
    let comments = texts.iter().find(|text| text.key == COMMENTS).unwrap();
    assert_eq!((comments.disclosed, comments.decision.is_none()), (false, true));
}

/// A return of children's social care, whose auditor keeps the comments from practitioners.
fn marked(desk: &mut Desk) -> Return {
    let mut ret = said(desk.draft("csc", "case-1").grade("risk", "good"), "A neighbour told us.");
    ret.do_not_disclose = vec![COMMENTS.into()];
    desk.import(ret.clone());
    ret
}

#[test]
fn ec32_what_the_auditor_marked_is_in_no_copy_and_nobody_here_lifts_the_mark() {
    let mut desk = Desk::with(&["case-1"]);
    let first = marked(&mut desk);
    let shown = |desk: &Desk| practice_copy(&desk.workbook, &place("csc")).unwrap();
    assert_eq!(shown(&desk).ret.general_comments, NOT_DISCLOSED);
    assert_eq!(shown(&desk).ret.areas[&area("risk")].reason, "The minutes are thin.");
    assert_eq!(shown(&desk).withheld, 1);

    let texts = texts_of_copy(&desk.workbook, &place("csc"));
    let comments = texts.iter().find(|text| text.key == COMMENTS).unwrap();
    assert_eq!((comments.disclosed, comments.marked), (false, true));
    let released = desk.workbook.disclose(&place("csc"), COMMENTS, true, "Harmless.", &stamp());
    assert_eq!(released, Err(CopyError::MarkedByAuditor));
    let all = [COMMENTS.to_owned()].into_iter().collect();
    let released = desk.workbook.disclose_only(&place("csc"), &all, "Harmless.", &stamp());
    assert_eq!(released, Err(CopyError::MarkedByAuditor));
    assert!(desk.workbook.record.panel.disclosures.is_empty(), "nothing of it was recorded");

    let second = first.corrected();
    desk.import(second.clone());
    assert_eq!(shown(&desk).ret.general_comments, NOT_DISCLOSED, "the correction keeps the mark");
    desk.import(Return { do_not_disclose: Vec::new(), ..second.corrected() });
    assert_eq!(shown(&desk).ret.general_comments, "A neighbour told us.");
}

#[test]
fn ec32_a_mark_outweighs_a_release_of_the_same_words() {
    let mut desk = desk(&["police"]);
    desk.workbook.disclose(&place("police"), COMMENTS, true, "Read.", &stamp()).unwrap();
    let file = desk.workbook.current(&place("police")).unwrap();
    let first = desk.workbook.audit_return(&file).unwrap().clone();
    desk.import(Return { do_not_disclose: vec![COMMENTS.into()], ..first.corrected() });
    let copy = practice_copy(&desk.workbook, &place("police")).unwrap();
    assert_eq!(copy.ret.general_comments, NOT_DISCLOSED);
}

#[test]
fn ec32_what_the_auditor_marked_is_asked_about_before_it_is_published() {
    let mut desk = Desk::with(&["case-1"]);
    marked(&mut desk);
    let withheld = withheld_texts(&desk.workbook);
    assert_eq!(withheld[&place("csc")], ["A neighbour told us."]);
}

#[test]
fn ec32_what_is_withheld_stays_so_when_another_reason_for_no_grade_is_chosen() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").no_grade("risk", NonGrade::OutsideRole);
    desk.import(first.clone());
    let key = "risk_grade-outside-role";
    desk.workbook
        .disclose(&place("csc"), key, false, "It tells of a neighbour.", &stamp())
        .unwrap();
    let second = first.corrected().no_grade("risk", NonGrade::InsufficientEvidence);
    desk.import(second);
    let copy = practice_copy(&desk.workbook, &place("csc")).unwrap();
    let reason = NOT_DISCLOSED.to_owned();
    let expected = Grading::None { because: NonGrade::InsufficientEvidence, reason };
    assert_eq!(copy.ret.areas[&area("risk")].grading, Some(expected));
}

#[test]
fn ec32_the_lines_of_one_box_are_one_text_that_is_not_disclosed() {
    let mut desk = Desk::with(&["case-1"]);
    let mut ret = desk.draft("csc", "case-1").grade("risk", "good");
    ret.good_practice_to_share = vec!["One.".into(), "Two.".into()];
    ret.do_not_disclose = vec!["good-practice".into()];
    desk.import(ret);
    let copy = practice_copy(&desk.workbook, &place("csc")).unwrap();
    assert_eq!(copy.ret.good_practice_to_share, [NOT_DISCLOSED]);
    assert_eq!(copy.withheld, 1);
}
