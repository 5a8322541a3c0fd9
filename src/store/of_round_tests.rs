//! N-01: what an auditor's program keeps of a round is found, closed or not, and what cannot be told stays.

use super::*;
use crate::envelope::DeviceKey;
use crate::store::{Write, testing};

/// The shelves of a browser with a draft, an invitation and damaged records of one round.
struct Shelves {
    round: RoundId,
    draft: Entry,
    invitation: Entry,
    set_aside: Vec<Entry>,
}

fn shelves() -> Shelves {
    let file = include_str!("../../public/samples/invitation-police.json");
    let invitation = InvitationRecord::of(file.into(), testing::at("09:00:00"));
    let round = invites_to(&invitation.to_text()).unwrap();
    let mut draft = testing::draft();
    draft.round.id = round.clone();
    let record = DraftRecord::begin(draft, invitation.hash, testing::at("09:00:00"));
    let aside = |from: &str| {
        let (from, why) = (from.to_owned(), "line 1".to_owned());
        let record = SetAside { from, text: "{".into(), why, at: testing::at("09:00:00") };
        match record.write() {
            Write::Put { entry, .. } => entry,
            other => panic!("{other:?}"),
        }
    };
    Shelves {
        set_aside: vec![
            aside(&Shelf::Workbooks.place(round.as_str())),
            aside(&Shelf::Drafts.place(record.draft_id.as_str())),
            aside("workbooks/another"),
        ],
        round,
        draft: Entry::fixed(record.draft_id.to_string(), record.to_text()),
        invitation: Entry::fixed(invitation.hash.to_string(), invitation.to_text()),
    }
}

fn closed(entry: &Entry) -> Entry {
    let mut count = 0_u8;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let key = DeviceKey::from_random([9; 32]);
    Entry { text: key.close(&entry.text, &entry.key, &mut random), ..entry.clone() }
}

#[test]
fn n01_drafts_and_invitations_of_the_round_are_found_and_those_of_others_stay() {
    let Shelves { round, draft, invitation, set_aside } = shelves();
    let drafts = [draft.clone(), Entry::fixed("damaged", "{".into())];
    let among = |round: RoundId| {
        let invitations = std::slice::from_ref(&invitation);
        OfRound::among(&KnownRound::by_id(round), &drafts, invitations, &set_aside)
    };
    let found = among(round);
    assert_eq!(found.drafts, [ReturnId::new(draft.key.as_str()).unwrap()]);
    assert_eq!(found.invitations, std::slice::from_ref(&invitation.key));
    let own = &set_aside[..2];
    assert_eq!(found.set_aside, own.iter().map(|one| one.key.clone()).collect::<Vec<_>>());
    assert_eq!(among("another-round".parse().unwrap()), OfRound::default());
}

#[test]
fn n01_what_a_passphrase_closes_is_known_by_the_round_that_is_kept_beside_it() {
    let Shelves { round, draft, invitation, set_aside } = shelves();
    // The second is a copy that was never sent: its id is nowhere in the round.
    let drafts = [closed(&draft), closed(&Entry::fixed("0f0f", draft.text.clone()))];
    let invitations = [closed(&invitation)];
    let set_aside: Vec<Entry> = set_aside.iter().map(closed).collect();
    let known = KnownRound {
        returns: [ReturnId::new(draft.key.as_str()).unwrap()].into(),
        invitations: [invitation.key.parse().unwrap()].into(),
        ..KnownRound::by_id(round.clone())
    };
    let found = OfRound::among(&known, &drafts, &invitations, &set_aside);
    assert_eq!((found.drafts.len(), found.invitations.len(), found.closed), (1, 1, 1));
    assert_eq!(found.set_aside.len(), 2, "of the round, and of the draft that is its own");
    let unknown = OfRound::among(&KnownRound::by_id(round), &drafts, &invitations, &set_aside);
    assert_eq!((unknown.drafts.len(), unknown.invitations.len(), unknown.closed), (0, 0, 2));
    assert_eq!(unknown.set_aside.len(), 1, "the record of the round itself");
}

#[test]
fn n01_a_round_is_known_by_the_returns_that_came_and_the_invitations_that_went() {
    let mut desk = crate::panel::fixture::Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    let slot = crate::panel::fixture::slot("police");
    let file = Hash::of(b"an invitation");
    desk.workbook.note_invitation(&slot, file, &crate::panel::fixture::stamp());
    let known = KnownRound::of(&desk.workbook);
    assert_eq!((known.returns.len(), known.invitations), (1, [file].into()));
}
