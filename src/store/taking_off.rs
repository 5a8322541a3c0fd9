//! Taking a round off a browser: only while a saved file, opened again, holds all that goes with it.
//!
//! Nothing is destroyed: the file is the round from then on. So it is read as somebody would who has nothing
//! else, and held against what lies open, not against what was meant to be saved.

use std::collections::BTreeSet;

use super::{HandOver, RoundKeys};
use crate::envelope::{Hash, Kind, Limits, OpenError, open};
use crate::panel::{Workbook, WorkbookFile};

/// A workbook's file that was opened again, signature and all.
#[derive(Debug, Clone)]
pub struct ProvedFile {
    file: WorkbookFile,
    keys: RoundKeys,
}

/// Why a round stays in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TakeOffError {
    /// The file is of another round.
    #[error("this file holds another round. Choose the file that you saved from this one")]
    OtherRound,
    /// Something is recorded here and not in the file.
    #[error(
        "this file does not hold all that is recorded here: something has changed since it was saved. Save the workbook \
         once more, and choose that file"
    )]
    Differs,
    /// So many imported files are here and not in the file.
    #[error(
        "imported files that are here and not in this file: {0}. Save the workbook once more, and choose that file"
    )]
    FilesMissing(usize),
    /// The round's keys are here and not in the file.
    #[error(
        "this file does not hold the round’s keys, which are in this browser. Save the workbook with a passphrase, enter \
         it, and choose that file"
    )]
    KeysMissing,
}

impl ProvedFile {
    /// Opens a workbook's file; nothing for a passphrase means that none closes it. Slow on purpose where one does.
    pub fn open(bytes: &[u8], passphrase: &str) -> Result<Self, OpenError> {
        if passphrase.is_empty() {
            return Self::signed(bytes, RoundKeys::default());
        }
        let made = HandOver::open(bytes, passphrase)?;
        Self::signed(made.workbook_file.as_bytes(), made.keys())
    }

    fn signed(bytes: &[u8], keys: RoundKeys) -> Result<Self, OpenError> {
        let verified = open(bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook))?;
        Ok(Self { file: verified.parse_whole()?, keys })
    }

    /// Whether the file holds all that goes when the round is taken off: what is recorded, every imported file that
    /// is `here`, and the round's `keys` where the one that signs is here. A deputy's own key is in a file of its own.
    pub fn holds_all(
        &self,
        workbook: &Workbook,
        keys: &RoundKeys,
        here: &BTreeSet<Hash>,
    ) -> Result<(), TakeOffError> {
        if *self.file.workbook.round_id() != workbook.plan().round.id {
            return Err(TakeOffError::OtherRound);
        }
        let wanted = keys.handed_over();
        let has_keys = wanted.signing.is_none() || self.keys == wanted;
        let is_in = |hash: &&Hash| {
            let text = self.file.files.get(*hash);
            text.is_some_and(|text| Hash::of(text.as_bytes()) == **hash)
        };
        match here.len() - here.iter().filter(is_in).count() {
            _ if !workbook.is_all_in(&self.file.workbook) => Err(TakeOffError::Differs),
            0 if has_keys => Ok(()),
            0 => Err(TakeOffError::KeysMissing),
            missing => Err(TakeOffError::FilesMissing(missing)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::{SoftwareKey, Unsigned};
    use crate::panel::fixture::{Desk, stamp};
    use crate::store::{
        Durability, Entry, MemoryStore, Over, RoundKeySeed, Shelf, Stamp, Store, StoreError, Write,
        finish,
    };

    const WORDS: &str = "lantern orchard kettle";
    const KEYS: RoundKeys = RoundKeys {
        signing: Some(RoundKeySeed([1; 32])),
        opening: Some(RoundKeySeed([2; 32])),
        own: None,
    };

    /// The file of a round as it is now, without a passphrase.
    fn saved(workbook: &Workbook, files: &[&str]) -> Vec<u8> {
        let files = files.iter().map(|text| (Hash::of(text.as_bytes()), (*text).to_owned()));
        let file = WorkbookFile::of(workbook, files.collect());
        let key = SoftwareKey::from_seed(&[1; 32]);
        let unsigned = Unsigned::of(&file, &key.public_key()).unwrap();
        let signature = key.sign(unsigned.signing_input());
        unsigned.signed(&signature).unwrap()
    }

    fn with_keys(signed: Vec<u8>, keys: RoundKeys) -> ProvedFile {
        let made = HandOver::of(String::from_utf8(signed).unwrap(), keys);
        ProvedFile::signed(made.workbook_file.as_bytes(), made.keys()).unwrap()
    }

    fn round() -> Workbook {
        Desk::with(&["case-1"]).workbook
    }

    fn holds(
        proved: &ProvedFile,
        workbook: &Workbook,
        keys: RoundKeys,
    ) -> Result<(), TakeOffError> {
        proved.holds_all(workbook, &keys, &BTreeSet::new())
    }

    #[test]
    fn a_file_holds_all_of_a_round_until_something_else_is_recorded() {
        let mut workbook = round();
        let proved = with_keys(saved(&workbook, &[]), KEYS);
        assert_eq!(holds(&proved, &workbook, KEYS), Ok(()));
        // Noted once the file is written, so it cannot be in it.
        workbook.note_backup(Hash::of(b"the file"), &stamp());
        workbook.note_proof(Hash::of(b"the file"), &stamp());
        assert_eq!(holds(&proved, &workbook, KEYS), Ok(()));
        workbook.note_carried_on(0, 0, false, None, &stamp());
        assert_eq!(holds(&proved, &workbook, KEYS), Err(TakeOffError::Differs));
    }

    #[test]
    fn what_is_typed_and_not_recorded_yet_has_to_be_in_the_file_too() {
        let mut workbook = round();
        let proved = with_keys(saved(&workbook, &[]), KEYS);
        workbook.keep_unfinished("a-page", "a-box", "Half a sentence");
        assert_eq!(holds(&proved, &workbook, KEYS), Err(TakeOffError::Differs));
        let proved = with_keys(saved(&workbook, &[]), KEYS);
        assert_eq!(holds(&proved, &workbook, KEYS), Ok(()));
    }

    #[test]
    fn an_earlier_state_and_a_later_one_are_not_what_is_here() {
        let mut later = round();
        let earlier = later.clone();
        later.note_carried_on(0, 0, false, None, &stamp());
        let differs = Err(TakeOffError::Differs);
        assert_eq!(holds(&with_keys(saved(&earlier, &[]), KEYS), &later, KEYS), differs);
        assert_eq!(holds(&with_keys(saved(&later, &[]), KEYS), &earlier, KEYS), differs);
    }

    #[test]
    fn another_round_is_called_another_round() {
        let mut plan = crate::panel::fixture::plan(&["case-1"], "area-and-case");
        plan.round.id = crate::id::RoundId::new("another").unwrap();
        let proved = with_keys(saved(&Desk::of(plan).workbook, &[]), KEYS);
        assert_eq!(holds(&proved, &round(), KEYS), Err(TakeOffError::OtherRound));
    }

    #[test]
    fn every_imported_file_that_is_here_has_to_be_in_the_file() {
        let workbook = round();
        let here: BTreeSet<Hash> = ["one", "two"].map(|text| Hash::of(text.as_bytes())).into();
        let held = |files: &[&str]| {
            with_keys(saved(&workbook, files), KEYS).holds_all(&workbook, &KEYS, &here)
        };
        assert_eq!(held(&["one", "two", "three"]), Ok(()));
        assert_eq!(held(&["one"]), Err(TakeOffError::FilesMissing(1)));
        let mut changed = with_keys(saved(&workbook, &["one", "two"]), KEYS);
        changed.file.files.insert(Hash::of(b"two"), "2".into());
        let missing = Err(TakeOffError::FilesMissing(1));
        assert_eq!(changed.holds_all(&workbook, &KEYS, &here), missing);
    }

    #[test]
    fn keys_that_are_nowhere_else_have_to_be_in_the_file() {
        let workbook = round();
        let plain = ProvedFile::open(&saved(&workbook, &[]), "").unwrap();
        assert_eq!(holds(&plain, &workbook, KEYS), Err(TakeOffError::KeysMissing));
        let half = with_keys(saved(&workbook, &[]), RoundKeys { opening: None, ..KEYS });
        assert_eq!(holds(&half, &workbook, KEYS), Err(TakeOffError::KeysMissing));
        // A deputy's own key came from a file of its own, and this browser's signs nothing elsewhere.
        let deputy = RoundKeys { signing: None, own: Some(RoundKeySeed([3; 32])), ..KEYS };
        assert_eq!(holds(&plain, &workbook, deputy), Ok(()));
    }

    #[test]
    fn a_file_under_a_passphrase_is_opened_with_it_and_a_damaged_one_with_nothing() {
        let workbook = round();
        let mut signed = saved(&workbook, &[]);
        let mut count = 0;
        let mut random = || {
            count += 1;
            [count; 32]
        };
        let made = HandOver::of(String::from_utf8(signed.clone()).unwrap(), KEYS);
        let file = made.protected(WORDS, &mut random).unwrap();
        let proved = ProvedFile::open(&file, WORDS).unwrap();
        assert_eq!(holds(&proved, &workbook, KEYS), Ok(()));
        let wrong = ProvedFile::open(&file, "some other words").unwrap_err();
        assert_eq!(wrong, OpenError::WrongPassphrase);
        signed.truncate(signed.len() / 2);
        assert!(ProvedFile::open(&signed, "").is_err());
    }

    #[test]
    fn a_record_that_another_window_has_gone_on_with_is_not_deleted() {
        let store = MemoryStore::default();
        let put = |revision, over| {
            let stamp = Stamp { revision, session: "theirs".into() };
            let entry = Entry { key: "ab12".into(), stamp, text: String::new() };
            let write = Write::Put { shelf: Shelf::Workbooks, entry, over };
            finish(store.write(vec![write], Durability::Strict))
        };
        let delete = |revision| {
            let shelf = Shelf::Workbooks;
            let write = Write::DeleteOnly { shelf, key: "ab12".into(), revision };
            finish(store.write(vec![write], Durability::Strict))
        };
        put(1, Over::Only(0)).unwrap();
        put(2, Over::Only(1)).unwrap();
        assert_eq!(delete(1), Err(StoreError::StaleRevision { expected: 1, found: 2 }));
        assert!(finish(store.get(Shelf::Workbooks, "ab12")).unwrap().is_some());
        assert_eq!(delete(2), Ok(()));
        assert!(finish(store.get(Shelf::Workbooks, "ab12")).unwrap().is_none());
        // Where nothing could ever be kept there is nothing to delete.
        assert_eq!(delete(0), Ok(()));
    }
}
