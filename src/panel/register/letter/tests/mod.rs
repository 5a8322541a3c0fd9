//! Letters beside returns: concerns told at once, returns taken back, second signatures.

mod concerns;
mod second_signature;
mod taken_back;

use super::*;
use crate::audit_return::{ConcernKind, ImmediateConcern, Return, concern_notice, to_sign};
use crate::envelope::{OpeningKey, SoftwareKey, Unsigned};
use crate::panel::ImportRow;
use crate::panel::expectation::{Gap, k02_gaps};
use crate::panel::fixture::*;

fn key() -> SoftwareKey {
    key_of("csc")
}

/// The return of children's social care, signed as its auditor's own program does.
fn signed(desk: &Desk, draft: &Return) -> Vec<u8> {
    let opened = arriving(draft.clone(), &key().public_key().thumbprint());
    let sign_off = opened.content.unwrap().audit_return().sign_off.clone().unwrap();
    let invitation = desk.workbook.invitation(&draft.agency.slot).unwrap();
    let (_, unsigned) = to_sign(draft, sign_off, &invitation, &key().public_key()).unwrap();
    finished(&unsigned, &key())
}

fn finished(unsigned: &Unsigned, key: &SoftwareKey) -> Vec<u8> {
    unsigned.signed(&key.sign(unsigned.signing_input())).unwrap()
}

fn draft(desk: &Desk) -> Return {
    desk.draft("csc", "case-1").grade("risk", "good")
}

/// A draft in which somebody noticed something at nine.
fn worried(desk: &Desk) -> Return {
    let mut draft = draft(desk);
    draft.immediate_concerns.push(ImmediateConcern {
        noticed_at: Some(at("2026-03-02T09:00:00Z")),
        kind: Some(ConcernKind::ChildAtRisk),
        text: "Nobody has seen the child for two weeks.".into(),
        ..ImmediateConcern::begin(ItemId::new("i1").unwrap())
    });
    draft
}

fn notice(desk: &Desk, draft: &Return, time: &str, key: &SoftwareKey) -> Vec<u8> {
    let invitation = desk.workbook.invitation(&draft.agency.slot).unwrap();
    let item = ItemId::new("i1").unwrap();
    let made = concern_notice(draft, &item, at(time), &invitation, &key.public_key());
    finished(&made.unwrap().unwrap().1, key)
}

fn place() -> ReturnKey {
    ReturnKey { case: case("case-1"), slot: slot("csc"), agency: "csc".parse().unwrap() }
}

fn undecided(desk: &Desk) -> Vec<Hash> {
    let gaps = k02_gaps(&desk.workbook, at("2026-03-20T09:00:00Z").date_naive());
    let files = gaps.into_iter().filter_map(|gap| match gap {
        Gap::Undecided(file) => Some(file),
        Gap::Missing { .. } | Gap::Conflict(_) | Gap::NotRead(_) => None,
    });
    files.collect()
}

impl Desk {
    fn imports(&mut self, bytes: &[u8]) -> ImportRow {
        let opened = self.workbook.opener().open("csc.json", bytes);
        // These small returns break rules on purpose; what they say is not asked here.
        self.admit(without_blocks(opened))
    }

    fn counting(&self) -> usize {
        self.workbook.current_of_case(&case("case-1")).count()
    }
}

#[test]
fn a_sealed_letter_is_opened_with_the_rounds_key() {
    let mut desk = Desk::with(&["case-1"]);
    let file = notice(&desk, &worried(&desk), "2026-03-02T09:05:00Z", &key());
    let round_key = OpeningKey::from_seed(&[5; 32]);
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let kind = crate::envelope::Kind::Concern;
    let to = [round_key.sealing_key()];
    let sealed = crate::envelope::seal(&file, kind, &to, &mut random).unwrap();
    let without = desk.workbook.opener().open("c.json", &sealed);
    let row = desk.admit(without);
    assert_eq!(row.outcome, ImportOutcome::Refused(Refusal::SealedToOthers));
    let with = desk.workbook.opener().with_keys(vec![round_key]).open("c.json", &sealed);
    assert_eq!(desk.admit(with).outcome, ImportOutcome::ConcernNoted);
    // The same letter unsealed is no other one.
    let of = Hash::of(&sealed);
    assert_eq!(desk.imports(&file).outcome, ImportOutcome::Duplicate { of });
}

#[test]
fn letters_come_back_with_the_workbook() {
    let mut desk = Desk::with(&["case-1"]);
    let file = notice(&desk, &worried(&desk), "2026-03-02T09:05:00Z", &key());
    desk.imports(&file);
    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert_eq!(again.concerns(), desk.workbook.concerns());
    let files: Vec<&Hash> = again.register().kept_files().collect();
    assert_eq!(files, [&Hash::of(&file)]);
}
