//! CP-01 and CP-03: to whom copies go and after what check, and what comes back.

use super::*;

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
