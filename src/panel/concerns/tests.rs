//! Concerns on the board, from noticed to closed.

use chrono::NaiveDateTime;

use super::*;
use crate::audit_return::{ConcernClosed, ImmediateConcern};
use crate::envelope::{EnrolmentSecret, Hash};
use crate::panel::fixture::*;
use crate::panel::{ImportOutcome, JudgementError, NotInvited, QuarantineReason, RowNote};

/// Half a year before the clocks go forward, so local time is Greenwich time.
fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc()
}

fn board(desk: &Desk, now: &str) -> Vec<BoardLine> {
    concern_board(&desk.workbook, at(now), local)
}

/// Social care's return of case 1, with one concern noticed at this time.
fn noticed(time: &str) -> (Desk, ConcernKey) {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let mut draft = desk.draft("csc", "case-1").grade("risk", "good");
    let mut concern = ImmediateConcern::begin("c1".parse().unwrap());
    concern.noticed_at = Some(at(time));
    concern.kind = Some(ConcernKind::ChildAtRisk);
    concern.text = "Nobody has seen the child since the move.".into();
    concern.told_role = "Team manager".into();
    concern.told_how = "By telephone".into();
    draft.immediate_concerns.push(concern);
    let key =
        ConcernKey::Agency { return_id: draft.return_id.clone(), item: "c1".parse().unwrap() };
    desk.import(draft);
    (desk, key)
}

fn own(id: &str, case_ref: &str) -> PanelConcern {
    PanelConcern {
        id: id.parse().unwrap(),
        case: case(case_ref),
        nature: Nature::Cumulative,
        seen_in: Vec::new(),
        text: "Three agencies each saw a little less of the child.".into(),
        noticed_at: at("2026-03-05T14:00:00Z"),
        stamp: stamp(),
    }
}

#[test]
fn c05_a_return_with_an_open_concern_never_reads_as_nothing_to_do() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1").grade("risk", "good");
    draft.immediate_concerns.push(ImmediateConcern::begin("c1".parse().unwrap()));
    let row = desk.import(draft.clone());
    assert_eq!(row.notes, [RowNote::Concerns { open: 1 }]);
    assert!(row.asks() && row.notes[0].sentence().contains("Read it now"), "{row:?}");
    assert_ne!(row.wording().advice, row.outcome.wording().advice);
    // The agency closes it in a correction: then there is nothing to look at.
    let mut closed = draft.corrected();
    closed.immediate_concerns[0].closed =
        Some(ConcernClosed { role: "Service manager".into(), outcome: "Seen today.".into() });
    let row = desk.admit(signed_off_at(closed, "2026-03-10T09:00:00Z"));
    assert_eq!(row.notes, []);
    assert_eq!(row.wording(), row.outcome.wording());
}

#[test]
fn c05_a_concern_of_a_stranger_is_noted_though_the_file_calls_it_closed() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1");
    let mut concern = ImmediateConcern::begin("c1".parse().unwrap());
    concern.closed = Some(ConcernClosed { role: "Manager".into(), outcome: "Seen.".into() });
    draft.immediate_concerns.push(concern);
    let secret = EnrolmentSecret::from_bytes([7; 32]);
    let proof = secret.prove(&draft.round.id, &draft.agency.slot, &stranger());
    draft.enrolment_proof = Some(proof);
    let opened = arriving(draft, &stranger());
    assert_eq!(desk.admit(opened).notes, [RowNote::Concerns { open: 1 }]);
}

#[test]
fn c05_an_alarm_rings_at_the_end_of_the_day_on_which_nobody_acknowledged() {
    let rows = [
        ("a working day, before five", "2026-03-04T10:00:00Z", "2026-03-04T16:59:00Z", false),
        ("a working day, at five", "2026-03-04T10:00:00Z", "2026-03-04T17:00:00Z", true),
        ("after five: until midnight", "2026-03-04T18:00:00Z", "2026-03-04T23:59:00Z", false),
        ("after five: past midnight", "2026-03-04T18:00:00Z", "2026-03-05T00:00:00Z", true),
        ("a Saturday: until midnight", "2026-03-07T10:00:00Z", "2026-03-07T20:00:00Z", false),
        ("a Saturday: not until Monday", "2026-03-07T10:00:00Z", "2026-03-08T08:00:00Z", true),
        ("Good Friday", "2026-04-03T10:00:00Z", "2026-04-03T18:00:00Z", false),
        ("a year without a list", "2031-03-04T10:00:00Z", "2031-03-04T17:30:00Z", true),
    ];
    for (name, noticed_at, now, alarm) in rows {
        let (desk, _) = noticed(noticed_at);
        assert_eq!(board(&desk, now)[0].alarm, alarm, "{name}");
    }
}

#[test]
fn c05_a_concern_said_to_be_noticed_in_the_future_rings_and_has_no_age() {
    let now = "2026-03-04T10:00:00Z";
    let line = |noticed_at: &str| board(&noticed(noticed_at).0, now).remove(0);
    let wrong_year = line("2027-03-04T09:00:00Z");
    assert_eq!((wrong_year.alarm, wrong_year.working_days), (true, None));
    let by_another_clock = line("2026-03-04T10:04:00Z");
    assert_eq!((by_another_clock.alarm, by_another_clock.working_days), (false, Some(0)));
}

#[test]
fn c05_ageing_is_counted_in_working_days_from_the_time_noticed() {
    let (desk, _) = noticed("2026-03-06T10:00:00Z");
    assert_eq!(board(&desk, "2026-03-06T16:00:00Z")[0].working_days, Some(0));
    assert_eq!(board(&desk, "2026-03-09T09:00:00Z")[0].working_days, Some(1), "over a weekend");
}

#[test]
fn c05_acknowledged_by_a_manager_it_rings_no_more_and_stays_open() {
    let (mut desk, key) = noticed("2026-03-04T10:00:00Z");
    let step = |role: &str| ConcernStep::Acknowledged { role: role.into() };
    let refused = desk.workbook.follow_up_concern(&key, step(" "), &stamp());
    assert_eq!(refused, Err(ConcernError::NoRole));
    desk.workbook.follow_up_concern(&key, step("Head of service"), &stamp()).unwrap();
    let line = &board(&desk, "2026-03-20T09:00:00Z")[0];
    assert!(!line.alarm && line.is_open());
    assert_eq!(line.acknowledged.as_deref(), Some("Head of service"));
    assert_eq!(line.told, "Team manager, By telephone");
}

#[test]
fn c05_open_alarms_come_first_then_open_ones_then_closed_ones() {
    let (mut desk, agency) = noticed("2026-03-06T10:00:00Z");
    for id in ["p1", "p2", "p3"] {
        desk.workbook.raise_concern(own(id, "case-2")).unwrap();
    }
    let panel = |id: &str| ConcernKey::Panel(id.parse().unwrap());
    let acknowledged = ConcernStep::Acknowledged { role: "Head of service".into() };
    desk.workbook.follow_up_concern(&panel("p1"), acknowledged, &stamp()).unwrap();
    let closed = ConcernStep::Closed { role: "Head of service".into(), outcome: "Seen.".into() };
    desk.workbook.follow_up_concern(&panel("p2"), closed, &stamp()).unwrap();
    let keys: Vec<ConcernKey> =
        board(&desk, "2026-03-06T18:00:00Z").into_iter().map(|line| line.key).collect();
    assert_eq!(keys, [panel("p3"), agency, panel("p1"), panel("p2")]);
}

#[test]
fn c06_a_concern_is_closed_with_role_and_outcome_and_never_deleted() {
    let (mut desk, key) = noticed("2026-03-04T10:00:00Z");
    let close = |role: &str, outcome: &str| ConcernStep::Closed {
        role: role.into(),
        outcome: outcome.into(),
    };
    let mut follow = |step| desk.workbook.follow_up_concern(&key, step, &stamp());
    assert_eq!(follow(close("", "Seen.")), Err(ConcernError::NoRole));
    assert_eq!(follow(close("Head of service", " ")), Err(ConcernError::NoOutcome));
    follow(close("Head of service", "The child was seen that evening.")).unwrap();
    assert_eq!(follow(close("Head of service", "Again.")), Err(ConcernError::NothingToDo));
    let line = board(&desk, "2026-03-20T09:00:00Z").remove(0);
    assert_eq!(line.closed.unwrap().outcome, "The child was seen that evening.");
    assert_eq!(line.updates.len(), 1);

    let reopened = ConcernStep::Reopened { reason: "They moved again.".into() };
    desk.workbook.follow_up_concern(&key, reopened, &stamp()).unwrap();
    assert!(board(&desk, "2026-03-20T09:00:00Z")[0].is_open());
    let stranger = ConcernKey::Panel("p9".parse().unwrap());
    let refused = desk.workbook.follow_up_concern(&stranger, close("A", "B"), &stamp());
    assert_eq!(refused, Err(ConcernError::UnknownConcern));
}

#[test]
fn c06_a_concern_that_its_agency_tells_otherwise_after_it_was_closed_is_open_again() {
    let (mut desk, key) = noticed("2026-03-04T10:00:00Z");
    let close = |desk: &mut Desk| {
        let (role, outcome) = ("Head of service".into(), "Seen that evening.".into());
        let step = ConcernStep::Closed { role, outcome };
        desk.workbook.follow_up_concern(&key, step, &stamp()).unwrap();
    };
    let line = |desk: &Desk| board(desk, "2026-03-20T09:00:00Z").remove(0);
    close(&mut desk);
    let first = desk.workbook.all_current().next().unwrap().2.clone();
    desk.batch = desk.workbook.begin_import(&stamp());
    // Whom else they told changes nothing of what was closed.
    let mut same = first.corrected();
    same.immediate_concerns[0].told_role = "Service manager".into();
    let row = desk.admit(signed_off_at(same.clone(), "2026-03-09T15:00:00Z"));
    assert_eq!((row.notes, line(&desk).is_open()), (vec![], false));

    let mut worse = same.corrected();
    worse.immediate_concerns[0].text = "The child was hurt again.".into();
    let row = desk.admit(signed_off_at(worse, "2026-03-10T09:00:00Z"));
    assert_eq!(row.notes, [RowNote::Concerns { open: 1 }]);
    let told = line(&desk);
    assert!(told.is_open() && told.told_anew && told.alarm, "{told:?}");
    let bars = desk.workbook.publication_bars(&case("case-1"));
    assert_eq!(bars, [PublicationBar::OpenConcern]);
    close(&mut desk);
    assert!(!line(&desk).is_open());
    // Whatever is taken back: each telling was closed for itself.
    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    let told = line(&desk);
    assert!(!told.is_open() && !told.told_anew, "{told:?}");
}

#[test]
fn c06_a_closing_that_does_not_say_what_was_told_then_holds_as_it_did() {
    let (mut desk, key) = noticed("2026-03-04T10:00:00Z");
    let step = ConcernStep::Closed { role: "Head of service".into(), outcome: "Seen.".into() };
    desk.workbook.follow_up_concern(&key, step, &stamp()).unwrap();
    // As an earlier program recorded it.
    desk.workbook.record.panel.concern_updates[0].told = None;
    let mut other = desk.workbook.all_current().next().unwrap().2.corrected();
    other.immediate_concerns[0].text = "The child was hurt again.".into();
    desk.admit(signed_off_at(other, "2026-03-10T09:00:00Z"));
    assert!(!board(&desk, "2026-03-20T09:00:00Z")[0].is_open());
}

#[test]
fn c06_an_agencys_own_closing_counts_only_with_role_and_outcome() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1");
    for (id, outcome) in [("c1", "The child was seen."), ("c2", " ")] {
        let mut concern = ImmediateConcern::begin(id.parse().unwrap());
        concern.closed =
            Some(ConcernClosed { role: "Head of service".into(), outcome: outcome.into() });
        draft.immediate_concerns.push(concern);
    }
    desk.import(draft);
    let open: Vec<bool> =
        board(&desk, "2026-03-20T09:00:00Z").iter().map(BoardLine::is_open).collect();
    assert_eq!(open, [true, false]);
}

#[test]
fn c07_a_case_with_an_open_concern_is_not_published_until_it_is_cleared() {
    let (mut desk, key) = noticed("2026-03-04T10:00:00Z");
    let bars = |desk: &Desk| desk.workbook.publication_bars(&case("case-1"));
    let judged =
        desk.workbook.record_judgement(on_area("case-1", "risk"), decision("good"), &stamp());
    assert!(judged.is_ok(), "the audit goes on: {judged:?}");
    assert_eq!(bars(&desk), [PublicationBar::OpenConcern]);
    let closed = ConcernStep::Closed { role: "Head of service".into(), outcome: "Seen.".into() };
    desk.workbook.follow_up_concern(&key, closed, &stamp()).unwrap();
    assert_eq!(bars(&desk), []);

    let hold = |desk: &mut Desk, hold, reason: &str| {
        desk.workbook.hold_case(&case("case-1"), hold, reason, &stamp())
    };
    assert_eq!(hold(&mut desk, Hold::DoNotPublish, ""), Err(ConcernError::NoReason));
    hold(&mut desk, Hold::DoNotPublish, "A complaint is under way.").unwrap();
    assert_eq!(bars(&desk), [PublicationBar::DoNotPublish]);
    assert_eq!(desk.workbook.publication_bars(&case("case-2")), []);
    hold(&mut desk, Hold::None, "Cleared by the chair.").unwrap();
    assert_eq!(bars(&desk), []);
}

/// Its invitation went to a wrong address, and nobody who signed with it is kept.
fn revoke(desk: &mut Desk) {
    desk.workbook.note_invitation(&slot("csc"), Hash::of(b"csc"), &stamp());
    let (fresh, reason) = (EnrolmentSecret::from_bytes([9; 32]), "It went to a wrong address.");
    desk.workbook.revoke_invitation(&slot("csc"), fresh, false, reason, &stamp()).unwrap();
}

#[test]
fn c07_a_concern_that_stood_on_the_board_keeps_its_case_back_though_its_invitation_is_revoked() {
    let bars = |desk: &Desk| desk.workbook.publication_bars(&case("case-1"));
    let (mut desk, key) = noticed("2026-03-04T10:00:00Z");
    let mut closed = Desk { workbook: desk.workbook.clone(), batch: desk.batch };
    revoke(&mut desk);
    assert_eq!(board(&desk, "2026-03-20T09:00:00Z"), []);
    let [shown] = &unverified(&desk.workbook)[..] else { panic!("one concern") };
    assert_eq!((&shown.line.key, shown.line.is_open()), (&key, true));
    assert_eq!(bars(&desk), [PublicationBar::OpenConcern]);
    // Somebody has decided about it.
    let file = shown.told.file;
    desk.workbook
        .keep_apart(&file, "The child was seen; the signer is unknown.", &stamp())
        .unwrap();
    assert_eq!((unverified(&desk.workbook), bars(&desk)), (Vec::new(), Vec::new()));

    let step = ConcernStep::Closed { role: "Head of service".into(), outcome: "Seen.".into() };
    closed.workbook.follow_up_concern(&key, step, &stamp()).unwrap();
    revoke(&mut closed);
    let [shown] = &unverified(&closed.workbook)[..] else { panic!("one concern") };
    assert_eq!((shown.line.is_open(), bars(&closed)), (false, Vec::new()));
}

#[test]
fn c07_a_concern_of_a_signer_who_was_trusted_by_hand_keeps_its_case_back_too() {
    let mut desk = Desk::with(&["case-1"]);
    let bars = |desk: &Desk| desk.workbook.publication_bars(&case("case-1"));
    let mut draft = desk.draft("csc", "case-1");
    draft.immediate_concerns.push(ImmediateConcern::begin("c1".parse().unwrap()));
    desk.admit(from_a_stranger(draft));
    assert_eq!(bars(&desk), [], "nobody knows whether it is true");
    desk.workbook.trust_signer(stranger(), &slot("csc"), "By telephone.", &stamp()).unwrap();
    assert_eq!(bars(&desk), [PublicationBar::OpenConcern]);
    revoke(&mut desk);
    assert_eq!(unverified(&desk.workbook).len(), 1);
    assert_eq!(bars(&desk), [PublicationBar::OpenConcern]);
}

#[test]
fn c07_a_concern_that_its_agency_signed_anew_and_closed_keeps_nothing_back() {
    let bars = |desk: &Desk| desk.workbook.publication_bars(&case("case-1"));
    let (mut desk, key) = noticed("2026-03-04T10:00:00Z");
    revoke(&mut desk);
    assert_eq!(bars(&desk), [PublicationBar::OpenConcern]);
    // Signed with another key under the new invitation.
    let mut anew = desk.draft("csc", "case-1").grade("risk", "good");
    let mut concern = ImmediateConcern::begin("c1".parse().unwrap());
    concern.closed = Some(ConcernClosed { role: "Manager".into(), outcome: "Seen.".into() });
    anew.immediate_concerns.push(concern);
    let signer = key_of("csc anew").public_key().thumbprint();
    let secret = EnrolmentSecret::from_bytes([9; 32]);
    anew.enrolment_proof = Some(secret.prove(&anew.round.id, &anew.agency.slot, &signer));
    desk.admit(arriving(anew, &signer));
    let told = board(&desk, "2026-03-20T09:00:00Z");
    let told: Vec<_> = told.iter().map(|line| (&line.key, line.is_open())).collect();
    assert_eq!(told, [(&key, false)]);
    assert_eq!(unverified(&desk.workbook).len(), 1, "the earlier file waits to be decided about");
    assert_eq!(bars(&desk), []);
}

#[test]
fn c07_a_concern_of_a_known_signer_about_a_case_not_asked_of_them_keeps_that_back_too() {
    let mut draft = Desk::with(&["case-1", "case-2"]).draft("csc", "case-2");
    draft.immediate_concerns.push(ImmediateConcern::begin("c1".parse().unwrap()));
    let mut plan = plan(&["case-1", "case-2"], "area-and-case");
    let asked = plan.slots.iter_mut().find(|one| one.id == slot("csc")).unwrap();
    asked.cases.retain(|one| *one == case("case-1"));
    let mut desk = Desk::of(plan);
    let because = vec![QuarantineReason::NotInvited(NotInvited::CaseOfSlot)];
    assert_eq!(desk.import(draft).outcome, ImportOutcome::Quarantined { because });
    let bars = desk.workbook.publication_bars(&case("case-2"));
    assert_eq!(bars, [PublicationBar::OpenConcern]);
}

#[test]
fn ec27_the_panel_raises_a_concern_that_no_single_return_shows() {
    let (mut desk, _) = noticed("2026-03-04T10:00:00Z");
    let of_case = case("case-1");
    let places = desk.workbook.current_of_case(&of_case).map(|(place, ..)| place.clone());
    let seen_in: Vec<_> = places.collect();
    let blank = PanelConcern { text: " ".into(), ..own("p1", "case-1") };
    assert_eq!(desk.workbook.raise_concern(blank), Err(ConcernError::NothingWritten));
    let concern = PanelConcern { seen_in: seen_in.clone(), ..own("p1", "case-1") };
    desk.workbook.raise_concern(concern).unwrap();
    let line = board(&desk, "2026-03-20T09:00:00Z")
        .into_iter()
        .find(|line| line.raised_by == RaisedBy::Panel(seen_in.clone()))
        .unwrap();
    assert_eq!(line.nature, Some(Nature::Cumulative));
    assert!(line.alarm);
}

#[test]
fn ec29_a_frozen_case_is_neither_judged_nor_published() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    let why = "A serious incident review has begun.";
    desk.workbook.hold_case(&case("case-1"), Hold::Frozen, why, &stamp()).unwrap();
    assert_eq!(desk.workbook.publication_bars(&case("case-1")), [PublicationBar::Frozen]);
    let judged =
        desk.workbook.record_judgement(on_area("case-1", "risk"), decision("good"), &stamp());
    assert_eq!(judged.map(|_| ()), Err(JudgementError::CaseFrozen));
}

#[test]
fn c05_a_concern_about_a_withdrawn_case_stays_on_the_board() {
    let (mut desk, _) = noticed("2026-03-04T10:00:00Z");
    desk.workbook.take_out(&case("case-1"), "family moved", None, &stamp()).unwrap();
    assert!(board(&desk, "2026-03-20T09:00:00Z")[0].alarm);
}
