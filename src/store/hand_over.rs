//! A round's workbook with its secret keys, in a file that a passphrase opens.
//!
//! Whoever opens it can go on where the other left off: sealed returns open, and
//! invitations can be issued. So the keys leave the browser in this form only.

use serde::{Deserialize, Serialize};

use super::round_record::RoundKeySeed;
use super::{RoundKeys, keys_file};
use crate::envelope::{
    FormatVersion, Hash, Kind, Limits, OpenError, OpeningKey, PublicKey, Random, SoftwareKey,
    WriteError, open,
};
use crate::round::KeyHolder;

const NOT_ONE: &str = "not a workbook with its keys";

/// What is in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandOver {
    /// Of this file.
    pub format_version: FormatVersion<1>,
    /// The signed workbook file, letter for letter.
    pub workbook_file: String,
    /// Signs invitations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<RoundKeySeed>,
    /// Opens sealed returns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<RoundKeySeed>,
}

impl HandOver {
    /// Of a signed workbook file and the keys that are here.
    pub fn of(workbook_file: String, keys: RoundKeys) -> Self {
        let RoundKeys { signing, opening, own: _ } = keys;
        Self { format_version: FormatVersion, workbook_file, signing, opening }
    }

    /// The keys that it brings.
    pub fn keys(&self) -> RoundKeys {
        RoundKeys { signing: self.signing, opening: self.opening, own: None }
    }

    /// The file. Slow on purpose.
    pub fn protected(&self, passphrase: &str, random: Random<'_>) -> Result<Vec<u8>, WriteError> {
        keys_file::write(self, Kind::Workbook, passphrase, random)
    }

    /// Opens the file. Slow on purpose; the workbook inside is still to be verified.
    pub fn open(bytes: &[u8], passphrase: &str) -> Result<Self, OpenError> {
        keys_file::open(bytes, Kind::Workbook, passphrase, NOT_ONE)
    }

    /// Reads what was in the file, once its passphrase has opened it. Quick.
    pub fn of_contents(contents: &[u8]) -> Result<Self, OpenError> {
        keys_file::read(contents, NOT_ONE)
    }
}

/// Why a file does not prove that the round's keys are safe.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// It does not open, or what is in it does not.
    #[error("this file does not open")]
    Open(OpenError),
    /// It belongs to another round.
    #[error("this file holds another round. Choose the file that you saved from this one")]
    OtherRound,
    /// It lacks a key of the round, or holds another one.
    #[error(
        "this file does not hold the round’s keys. Save the workbook with a passphrase in the browser in which the round was set up"
    )]
    KeysMissing,
}

/// Whether a file holds a round whole, with both of its keys: opens it as somebody would who has nothing else.
///
/// Gives the file's hash. `holders` are those to whom the round's returns are sealed. Slow on purpose.
pub fn proved(
    bytes: &[u8],
    passphrase: &str,
    round_key: &PublicKey,
    holders: &[KeyHolder],
) -> Result<Hash, ProofError> {
    let made = HandOver::open(bytes, passphrase).map_err(ProofError::Open)?;
    made.gives_the_round_back(round_key, holders)?;
    Ok(Hash::of(bytes))
}

impl HandOver {
    fn gives_the_round_back(
        &self,
        round_key: &PublicKey,
        holders: &[KeyHolder],
    ) -> Result<(), ProofError> {
        let limits = Limits::of(Kind::Workbook);
        let inside = open(self.workbook_file.as_bytes(), &[Kind::Workbook], &limits);
        if inside.map_err(ProofError::Open)?.signer() != round_key {
            return Err(ProofError::OtherRound);
        }
        let signing = self.signing.map(|seed| SoftwareKey::from_seed(&seed.0).public_key());
        let opening = self.opening.map(|seed| OpeningKey::from_seed(&seed.0).sealing_key());
        let signs = signing.as_ref() == Some(round_key);
        let opens = holders.is_empty() || holders.iter().any(|holder| Some(holder.key) == opening);
        if signs && opens { Ok(()) } else { Err(ProofError::KeysMissing) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::{Closed, how_closed, write_protected};

    fn random() -> impl FnMut() -> [u8; 32] {
        let mut count = 0;
        move || {
            count += 1;
            [count; 32]
        }
    }

    #[test]
    fn keys_travel_with_the_workbook_under_a_passphrase_only() {
        let keys = RoundKeys {
            signing: Some(RoundKeySeed([1; 32])),
            opening: Some(RoundKeySeed([2; 32])),
            own: None,
        };
        let made = HandOver::of("{\"payload\":\"\"}".into(), keys);
        let file = made.protected("lantern orchard kettle", &mut random()).unwrap();
        let limits = Limits::of(Kind::Workbook);
        assert_eq!(how_closed(&file, &limits), Ok(Some(Closed::Passphrase)));
        let opened = HandOver::open(&file, "lantern orchard kettle").unwrap();
        assert_eq!(opened.keys(), keys);
        assert_eq!(opened, made);
        let wrong = HandOver::open(&file, "lantern orchard").unwrap_err();
        assert_eq!(wrong, OpenError::WrongPassphrase);
    }

    const WORDS: &str = "lantern orchard kettle";

    /// A workbook's file of a round whose key has this seed, with these keys.
    fn handed_over(seed: u8, keys: RoundKeys) -> HandOver {
        let key = SoftwareKey::from_seed(&[seed; 32]);
        let sample = crate::panel::fixture::Desk::with(&["case-1"]).workbook;
        let file = crate::panel::WorkbookFile {
            format_version: FormatVersion,
            workbook: sample.record().clone(),
            files: Default::default(),
        };
        let unsigned = crate::envelope::Unsigned::of(&file, &key.public_key()).unwrap();
        let signature = key.sign(unsigned.signing_input());
        let signed = String::from_utf8(unsigned.signed(&signature).unwrap()).unwrap();
        HandOver::of(signed, keys)
    }

    const BOTH: RoundKeys = RoundKeys {
        signing: Some(RoundKeySeed([1; 32])),
        opening: Some(RoundKeySeed([2; 32])),
        own: None,
    };

    fn coordinator() -> [KeyHolder; 1] {
        let key = OpeningKey::from_seed(&[2; 32]).sealing_key();
        [KeyHolder { role: "Coordinator".into(), key }]
    }

    #[test]
    fn a_backup_is_proved_by_a_file_that_its_passphrase_opens() {
        let file = handed_over(1, BOTH).protected(WORDS, &mut random()).unwrap();
        let round_key = SoftwareKey::from_seed(&[1; 32]).public_key();
        assert_eq!(proved(&file, WORDS, &round_key, &coordinator()), Ok(Hash::of(&file)));
        let wrong = proved(&file, "some other words", &round_key, &coordinator());
        assert_eq!(wrong, Err(ProofError::Open(OpenError::WrongPassphrase)));
    }

    #[test]
    fn a_backup_is_no_proof_unless_it_gives_the_round_back_with_both_keys() {
        let round_key = SoftwareKey::from_seed(&[1; 32]).public_key();
        let gives =
            |seed, keys| handed_over(seed, keys).gives_the_round_back(&round_key, &coordinator());
        assert_eq!(gives(1, BOTH), Ok(()));
        assert_eq!(gives(3, BOTH), Err(ProofError::OtherRound));
        let missing = Err(ProofError::KeysMissing);
        assert_eq!(gives(1, RoundKeys { opening: None, ..BOTH }), missing);
        assert_eq!(gives(1, RoundKeys { signing: None, ..BOTH }), missing);
        assert_eq!(gives(1, RoundKeys { opening: Some(RoundKeySeed([4; 32])), ..BOTH }), missing);
        // Where nothing is sealed, no opening key is needed.
        let none = handed_over(1, RoundKeys { opening: None, ..BOTH });
        assert_eq!(none.gives_the_round_back(&round_key, &[]), Ok(()));
    }

    #[test]
    fn another_thing_under_a_passphrase_is_no_workbook_with_keys() {
        let words = "lantern orchard kettle";
        let file = write_protected(b"{}", Kind::Workbook, words, &mut random()).unwrap();
        assert_eq!(HandOver::open(&file, words).unwrap_err().name(), "contents");
        let newer = br#"{"format_version":2,"workbook":{}}"#;
        let file = write_protected(newer, Kind::Workbook, words, &mut random()).unwrap();
        let newer = OpenError::NewerVersion { found: 2, supported: 1 };
        assert_eq!(HandOver::open(&file, words), Err(newer));
    }
}
