//! A round's workbook with its secret keys, in a file that a passphrase opens.
//!
//! Whoever opens it can go on where the other left off: sealed returns open, and
//! invitations can be issued. So the keys leave the browser in this form only.

use serde::{Deserialize, Serialize};

use super::RoundKeys;
use super::round_record::RoundKeySeed;
use crate::envelope::{
    FormatVersion, Kind, Limits, OpenError, Random, WriteError, open_protected, write_protected,
};

/// What is in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
        let RoundKeys { signing, opening } = keys;
        Self { format_version: FormatVersion, workbook_file, signing, opening }
    }

    /// The keys that it brings.
    pub fn keys(&self) -> RoundKeys {
        RoundKeys { signing: self.signing, opening: self.opening }
    }

    /// The file. Slow on purpose.
    pub fn protected(&self, passphrase: &str, random: Random<'_>) -> Result<Vec<u8>, WriteError> {
        let contents = zeroize::Zeroizing::new(
            serde_json::to_vec(self).expect("texts and numbers can be written"),
        );
        write_protected(&contents, Kind::Workbook, passphrase, random)
    }

    /// Opens the file. Slow on purpose; the workbook inside is still to be verified.
    pub fn open(bytes: &[u8], passphrase: &str) -> Result<Self, OpenError> {
        let limits = Limits::of(Kind::Workbook);
        let unlocked = open_protected(bytes, &[Kind::Workbook], passphrase, &limits)?;
        crate::json::from_slice(&unlocked.contents)
            .map_err(|_| OpenError::Contents { detail: "not a workbook with its keys".into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::{Closed, how_closed};

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

    #[test]
    fn another_thing_under_a_passphrase_is_no_workbook_with_keys() {
        let words = "lantern orchard kettle";
        let file = write_protected(b"{}", Kind::Workbook, words, &mut random()).unwrap();
        assert_eq!(HandOver::open(&file, words).unwrap_err().name(), "contents");
    }
}
