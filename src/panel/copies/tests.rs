//! Copies, from the return that was accepted to the manager's word.

use super::*;
use crate::audit_return::{ConcernKind, Grading, ImmediateConcern, NonGrade, Return};
use crate::panel::concerns::{ConcernKey, ConcernStep};
use crate::panel::fixture::*;

const COMMENTS: &str = "general-comments";

fn said(mut ret: Return, comments: &str) -> Return {
    ret.general_comments = comments.into();
    ret.areas.entry(area("risk")).or_default().reason = "The minutes are thin.".into();
    ret.auditor.name = "Auditor 12".into();
    ret
}

fn desk(slots: &[&str]) -> Desk {
    let mut desk = Desk::with(&["case-1"]);
    for slot_id in slots {
        let ret = said(desk.draft(slot_id, "case-1").grade("risk", "good"), "Seen twice.");
        let file = desk.import(ret).file.unwrap();
        desk.workbook.accept_return(&file, true, "", &stamp()).unwrap();
    }
    desk
}

fn place(slot_id: &str) -> ReturnKey {
    let agency = slot_id.split('.').next().unwrap().parse().unwrap();
    ReturnKey { case: case("case-1"), slot: slot(slot_id), agency }
}

fn sent() -> CopyStep {
    let risk_check = "The team manager, from the file".into();
    CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check }
}

fn record(desk: &mut Desk, slot_id: &str, step: CopyStep) -> Result<(), CopyError> {
    desk.workbook.record_copy(&place(slot_id), step, &stamp())
}

fn state(desk: &Desk) -> CopyState {
    copy_worklist(&desk.workbook).remove(0).state
}

#[test]
fn cp01_each_accepted_return_has_its_copy_sent_or_a_reason() {
    let mut desk = desk(&["csc", "school"]);
    let nil = desk.draft("police", "case-1").nil();
    desk.import(nil);
    desk.graded("health.hv", "case-1", "good");
    let owed: Vec<String> =
        cp01_copies_owed(&desk.workbook).into_iter().map(|one| one.slot.to_string()).collect();
    assert_eq!(owed, ["csc", "school"], "not the nil return, nor the one not accepted");
    record(&mut desk, "csc", sent()).unwrap();
    let no_reason = CopyStep::NotSent { reason: " ".into() };
    assert_eq!(record(&mut desk, "school", no_reason), Err(CopyError::NoReason));
    let not_sent = CopyStep::NotSent { reason: "A trial is under way.".into() };
    record(&mut desk, "school", not_sent).unwrap();
    assert_eq!(cp01_copies_owed(&desk.workbook), []);
    assert_eq!(record(&mut desk, "police", sent()), Err(CopyError::NoReturn));
}

#[test]
fn cp01_a_corrected_return_has_to_be_copied_anew() {
    let mut desk = Desk::with(&["case-1"]);
    let first = said(desk.draft("csc", "case-1"), "Seen twice.");
    desk.import(first.clone());
    record(&mut desk, "csc", sent()).unwrap();
    assert_eq!(state(&desk), CopyState::Sent);
    desk.import(first.corrected());
    assert_eq!(state(&desk), CopyState::ToSend { earlier: true });
}

#[test]
fn cp01_v10_a_copy_that_was_sent_stays_so_when_a_correction_is_taken_back() {
    let mut desk = Desk::with(&["case-1"]);
    let first = said(desk.draft("csc", "case-1"), "Seen twice.");
    desk.import(first.clone());
    record(&mut desk, "csc", sent()).unwrap();
    desk.batch = desk.workbook.begin_import(&stamp());
    desk.import(first.corrected());
    record(&mut desk, "csc", sent()).unwrap();
    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(state(&desk), CopyState::Sent, "of the version that counts again");
}

#[test]
fn cp01_the_line_of_one_copy_is_the_one_in_the_list_of_all() {
    let mut desk = desk(&["csc", "police", "school"]);
    desk.workbook.record.plan.round.practice = false;
    let nil = desk.draft("health.hv", "case-1").nil();
    desk.import(nil);
    record(&mut desk, "csc", sent()).unwrap();
    record(&mut desk, "csc", CopyStep::Response { text: "I went on Friday too.".into() }).unwrap();
    desk.workbook
        .amend(Amendment {
            id: "a1".parse().unwrap(),
            place: place("csc"),
            file: desk.workbook.current(&place("csc")).unwrap(),
            text: COMMENTS.into(),
            before: "Seen twice.".into(),
            after: "Seen 3 times.".into(),
            because: "The visit log.".into(),
            stamp: stamp(),
        })
        .unwrap();
    let not_sent = CopyStep::NotSent { reason: "A trial is under way.".into() };
    record(&mut desk, "police", not_sent).unwrap();
    record(&mut desk, "school", sent()).unwrap();
    let first = desk.workbook.current(&place("school")).unwrap();
    let corrected = desk.workbook.audit_return(&first).unwrap().corrected();
    desk.import(corrected);

    let alone = |desk: &Desk| -> Vec<CopyLine> {
        SLOTS.iter().filter_map(|(slot_id, _)| copy_line(&desk.workbook, &place(slot_id))).collect()
    };
    let lines = copy_worklist(&desk.workbook);
    assert_eq!(lines, alone(&desk));
    let told = |line: &CopyLine| (line.state.clone(), line.accepted, line.amendments);
    assert_eq!(
        lines.iter().map(told).collect::<Vec<_>>(),
        [
            (CopyState::Answered, true, 1),
            (CopyState::NotSent("A trial is under way.".into()), true, 0),
            (CopyState::ToSend { earlier: true }, false, 0),
        ]
    );
    let open = CopiesOpen { accepted: 0, not_accepted: 1 };
    assert_eq!(cp01_copies_open(&desk.workbook), open);
    assert_eq!(cp01_open_among(&desk.workbook, &lines), open);
    desk.workbook.take_out(&case("case-1"), "Wrong theme", None, &stamp()).unwrap();
    assert_eq!((copy_worklist(&desk.workbook), alone(&desk)), (Vec::new(), Vec::new()));
}

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
fn cp03_a_response_is_kept_and_changes_no_grade() {
    let mut desk = desk(&["csc"]);
    let response = || CopyStep::Response { text: "I also went on Friday.".into() };
    assert_eq!(record(&mut desk, "csc", response()), Err(CopyError::NotSent));
    record(&mut desk, "csc", sent()).unwrap();
    let before = crate::panel::integration::Grid::of(&desk.workbook, &case("case-1"));
    record(&mut desk, "csc", response()).unwrap();
    assert_eq!(state(&desk), CopyState::Answered);
    let nobody = CopyStep::Acknowledged { role: " ".into() };
    assert_eq!(record(&mut desk, "csc", nobody), Err(CopyError::NoRole));
    record(&mut desk, "csc", CopyStep::Acknowledged { role: "Team manager".into() }).unwrap();
    let line = copy_worklist(&desk.workbook).remove(0);
    assert_eq!(line.response.as_deref(), Some("I also went on Friday."));
    assert_eq!(line.acknowledged.as_deref(), Some("Team manager"));
    let after = crate::panel::integration::Grid::of(&desk.workbook, &case("case-1"));
    assert_eq!(before, after);
}

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
fn ec33_no_copy_goes_out_before_somebody_made_sure_that_it_is_safe() {
    let mut desk = desk(&["csc"]);
    let unchecked =
        CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check: " ".into() };
    assert_eq!(record(&mut desk, "csc", unchecked), Err(CopyError::NoRiskCheck));
    let kept = |desk: &Desk| -> Vec<CopyStep> {
        desk.workbook.copy_records(&place("csc")).map(|one| one.step.clone()).collect()
    };
    assert_eq!(kept(&desk), []);
    record(&mut desk, "csc", sent()).unwrap();
    assert_eq!(kept(&desk), [sent()], "the risk check is kept with the copy");
}

#[test]
fn ec46_where_the_practitioner_has_left_the_copy_goes_to_the_manager_with_the_reason() {
    let mut desk = desk(&["csc"]);
    let to_manager = |reason: &str| CopyStep::Sent {
        to: Recipient::CurrentManager { reason: reason.into() },
        risk_check: "The team manager".into(),
    };
    assert_eq!(record(&mut desk, "csc", to_manager("")), Err(CopyError::NoReason));
    record(&mut desk, "csc", to_manager("The practitioner has left.")).unwrap();
    assert_eq!(state(&desk), CopyState::Sent);
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

#[test]
fn cp01_k02_a_return_that_nothing_here_reads_is_owed_its_copy_until_a_reason_is_recorded() {
    let mut desk = desk(&["csc", "school"]);
    desk.workbook.record.plan.round.practice = false;
    record(&mut desk, "school", sent()).unwrap();
    record(&mut desk, "school", CopyStep::Response { text: "I agree.".into() }).unwrap();
    let read = copy_worklist(&desk.workbook);
    // As a browser has it that lost the files.
    let mut lost = crate::panel::Workbook::from_record(desk.workbook.record().clone());
    let lines = copy_worklist(&lost);
    let unread: Vec<CopyLine> =
        read.into_iter().map(|line| CopyLine { read: false, ..line }).collect();
    assert_eq!(lines, unread);
    let alone = [place("csc"), place("school")].map(|place| copy_line(&lost, &place).unwrap());
    assert_eq!(lines, alone);
    assert_eq!(cp01_copies_open(&lost), CopiesOpen { accepted: 1, not_accepted: 0 });
    let mut recorded = |step| lost.record_copy(&place("csc"), step, &stamp());
    assert_eq!(recorded(sent()), Err(CopyError::NotRead), "no copy can be made here");
    let reason = "The key is lost, and the practitioner has left.".to_owned();
    assert_eq!(recorded(CopyStep::NotSent { reason }), Ok(()));
    assert_eq!(cp01_copies_open(&lost), CopiesOpen::default());
}

#[test]
fn cp01_an_answer_to_an_earlier_copy_is_none_to_the_corrected_one() {
    let mut desk = Desk::with(&["case-1"]);
    let first = said(desk.draft("csc", "case-1"), "Seen twice.");
    desk.import(first.clone());
    let answer = |desk: &mut Desk, text: &str| {
        record(desk, "csc", CopyStep::Response { text: text.into() }).unwrap();
        record(desk, "csc", CopyStep::Acknowledged { role: text.into() }).unwrap();
    };
    let told = |desk: &Desk| {
        let line = copy_worklist(&desk.workbook).remove(0);
        assert_eq!(line.response, line.acknowledged);
        (line.state, line.response)
    };
    record(&mut desk, "csc", sent()).unwrap();
    answer(&mut desk, "First.");
    assert_eq!(told(&desk), (CopyState::Answered, Some("First.".into())));
    desk.batch = desk.workbook.begin_import(&stamp());
    desk.import(first.corrected());
    let earlier = CopyState::ToSend { earlier: true };
    assert_eq!(told(&desk), (earlier, Some("First.".into())), "until the corrected copy goes");
    record(&mut desk, "csc", sent()).unwrap();
    assert_eq!(told(&desk), (CopyState::Sent, None));
    answer(&mut desk, "Second.");
    assert_eq!(told(&desk), (CopyState::Answered, Some("Second.".into())));
    // The version that counts again was answered in its own time.
    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(told(&desk), (CopyState::Answered, Some("First.".into())));
}
