//! What is left of a round: read back whole, and never taken for a round.

use super::*;
use crate::panel::fixture::Desk;
use crate::panel::retention::{Elsewhere, PurgeDecision, n01_certificate, n01_kept};
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
    let newer = "{\"schema\":3}";
    assert_eq!(KeptRound::from_text(newer), Err(RecordError::Newer { found: 3 }));
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

#[test]
fn n01_drafts_and_invitations_of_the_round_are_found_and_those_of_others_stay() {
    let file = include_str!("../../public/samples/invitation-police.json");
    let invitation = InvitationRecord::of(file.into(), testing::at("09:00:00"));
    let round = invites_to(&invitation.to_text()).unwrap();
    let mut draft = testing::draft();
    draft.round.id = round.clone();
    let record = DraftRecord::begin(draft, invitation.hash, testing::at("09:00:00"));
    let draft = Entry::fixed(record.draft_id.to_string(), record.to_text());
    let damaged = Entry::fixed("damaged", "{".into());
    let opened = Entry::fixed(invitation.hash.to_string(), invitation.to_text());
    let aside = |from: &str| SetAside {
        from: from.into(),
        text: "{".into(),
        why: "line 1".into(),
        at: testing::at("09:00:00"),
    };
    let entry =
        |key: &str, aside: SetAside| Entry::fixed(key, serde_json::to_string(&aside).unwrap());
    let own = entry("own", aside(&Shelf::Workbooks.place(round.as_str())));
    let of_draft = entry("of-draft", aside(&Shelf::Drafts.place(record.draft_id.as_str())));
    let other = entry("other", aside("workbooks/another"));
    let drafts = [draft, damaged];
    let set_aside = [own, of_draft, other];
    let among = |round: &RoundId, closed| {
        OfRound::among(round, &drafts, std::slice::from_ref(&opened), &set_aside, closed)
    };
    let found = among(&round, false);
    assert_eq!(found.drafts, std::slice::from_ref(&record.draft_id));
    assert_eq!(found.invitations, std::slice::from_ref(&opened.key));
    assert_eq!(found.set_aside, ["own", "of-draft"]);
    let another = "another-round".parse().unwrap();
    assert_eq!(among(&another, false), OfRound::default());
    let closed = among(&round, true);
    assert_eq!((closed.drafts.len(), closed.closed), (0, 2), "nobody can see whose they are");
    assert_eq!(closed.set_aside, ["own"]);
}
