//! A deputy's secret key in a file that a passphrase opens.
//!
//! The deputy makes it in a browser of their own and keeps the file; what they
//! give to the coordinator is the public half. So returns can be opened by either
//! of the two, and neither ever holds the other's key.

use serde::{Deserialize, Serialize};

use super::{RoundKeySeed, keys_file};
use crate::envelope::{FormatVersion, Kind, OpenError, OpeningKey, Random, SealingKey, WriteError};

const NOT_ONE: &str = "not a deputy's key";

/// What is in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeputyKey {
    /// Of this file.
    pub format_version: FormatVersion<1>,
    /// Opens what is sealed to the deputy.
    pub opening: RoundKeySeed,
}

impl DeputyKey {
    /// From 32 random bytes.
    pub fn of(seed: [u8; 32]) -> Self {
        Self { format_version: FormatVersion, opening: RoundKeySeed(seed) }
    }

    /// The public half, for the coordinator.
    pub fn public(&self) -> SealingKey {
        OpeningKey::from_seed(&self.opening.0).sealing_key()
    }

    /// The file. Slow on purpose.
    pub fn protected(&self, passphrase: &str, random: Random<'_>) -> Result<Vec<u8>, WriteError> {
        keys_file::write(self, Kind::DeputyKey, passphrase, random)
    }

    /// Opens the file. Slow on purpose.
    pub fn open(bytes: &[u8], passphrase: &str) -> Result<Self, OpenError> {
        keys_file::open(bytes, Kind::DeputyKey, passphrase, NOT_ONE)
    }

    /// Reads what was in the file, once its passphrase has opened it. Quick.
    pub fn of_contents(contents: &[u8]) -> Result<Self, OpenError> {
        keys_file::read(contents, NOT_ONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deputys_key_comes_back_from_its_file_with_the_passphrase_only() {
        let mut count = 0;
        let mut random = || {
            count += 1;
            [count; 32]
        };
        let key = DeputyKey::of([7; 32]);
        let file = key.protected("lantern orchard kettle", &mut random).unwrap();
        assert_eq!(DeputyKey::open(&file, "lantern orchard kettle").as_ref(), Ok(&key));
        let wrong = DeputyKey::open(&file, "lantern orchard").unwrap_err();
        assert_eq!(wrong, OpenError::WrongPassphrase);
        assert_eq!(key.public(), OpeningKey::from_seed(&[7; 32]).sealing_key());
    }
}
