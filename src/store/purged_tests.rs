//! What is left of a round: read back whole, and never taken for a round.

use super::*;
use crate::panel::fixture::Desk;
use crate::panel::retention::{
    Elsewhere, PurgeDecision, Unread, n01_certificate, n01_kept, n01_unread_certificate,
};
use crate::store::{Over, RoundKeys, Stamp, StoreError, testing};

fn certificate() -> Certificate {
    let mut plan = crate::panel::fixture::plan(&["case-1"], "area-and-case");
    plan.round.title = "Audit of plans".into();
    let workbook = Desk::of(plan).workbook;
    let decision = PurgeDecision {
        by: "Board manager".into(),
        reason: "The pilot has ended.".into(),
        typed: "Audit of plans".into(),
    };
    let (now, kept) = (testing::at("09:00:00"), n01_kept(&workbook, None));
    let elsewhere = Elsewhere::default();
    n01_certificate(&workbook, &elsewhere, kept, &decision, now, now.date_naive()).unwrap()
}

fn left() -> PurgedRecord {
    let page = KeptText { name: "summary".into(), snapshot: None, text: "<p>".into() };
    PurgedRecord::of(certificate(), vec![page], Vec::new())
}

#[test]
fn what_is_left_is_read_back_and_a_round_stays_a_round() {
    let left = left();
    assert_eq!(KeptRound::from_text(&left.to_text()), Ok(KeptRound::Purged(Box::new(left))));
    let workbook = Desk::with(&["case-1"]).workbook;
    let keys = RoundKeys::default();
    let round = RoundRecord::of(workbook.record().clone(), keys, testing::at("09:00:00"));
    assert_eq!(KeptRound::from_text(&round.to_text()), Ok(KeptRound::Open(Box::new(round))));
    assert!(matches!(KeptRound::from_text("{}"), Err(RecordError::Corrupt { .. })));
    let newer = "{\"schema\":4}";
    assert_eq!(KeptRound::from_text(newer), Err(RecordError::Newer { found: 4 }));
}

#[test]
fn n01_what_is_left_of_a_damaged_round_is_read_back() {
    let unread =
        Unread { round: "round-1".parse().unwrap(), text: "{".into(), fault: "line 1".into() };
    let decision = PurgeDecision {
        by: "Board manager".into(),
        reason: "Nobody can open it.".into(),
        typed: "destroy".into(),
    };
    let now = testing::at("09:00:00");
    let certificate = n01_unread_certificate(&unread, &Elsewhere::default(), &decision, now);
    let left = UnreadRecord::of(certificate.unwrap());
    assert_eq!(KeptRound::from_text(&left.to_text()), Ok(KeptRound::Unread(Box::new(left))));
}

#[test]
fn what_an_earlier_program_left_of_a_round_is_read() {
    let mut left = serde_json::to_value(left()).unwrap();
    left.as_object_mut().unwrap().remove("documents");
    left["pages"] = serde_json::json!([{ "name": "summary", "text": "<p>" }]);
    let read = PurgedRecord::from_text(&left.to_string()).unwrap();
    assert_eq!((read.pages.len(), read.documents.len()), (1, 0));
}

#[test]
fn an_older_program_does_not_take_what_is_left_for_a_damaged_round() {
    let read = RoundRecord::from_text(&left().to_text());
    assert_eq!(read, Err(RecordError::Newer { found: 2 }));
}

#[test]
fn a_window_with_the_round_still_open_cannot_write_it_back() {
    let stamp = |revision, session: &str| Stamp { revision, session: session.to_owned() };
    let left = stamp(8, "the window that destroyed it");
    // The other window read revision 7 and writes its eighth.
    let allowed = Over::Revision(7).allows(Some(&left), &stamp(8, "another window"));
    assert!(matches!(allowed, Err(StoreError::StaleRevision { .. })), "{allowed:?}");
}
