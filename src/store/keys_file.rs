//! Files with secret keys in them, each closed by a passphrase.

use serde::{Serialize, de::DeserializeOwned};

use crate::envelope::{
    Kind, Limits, OpenError, Random, WriteError, open_protected, write_protected,
};

/// The file of these contents. Slow on purpose.
pub(super) fn write<T: Serialize>(
    contents: &T,
    kind: Kind,
    passphrase: &str,
    random: Random<'_>,
) -> Result<Vec<u8>, WriteError> {
    let contents = serde_json::to_vec(contents).expect("texts and numbers can be written");
    write_protected(&zeroize::Zeroizing::new(contents), kind, passphrase, random)
}

/// What is in such a file, or that it is `not` what it says. Slow on purpose.
pub(super) fn open<T: DeserializeOwned>(
    bytes: &[u8],
    kind: Kind,
    passphrase: &str,
    not: &str,
) -> Result<T, OpenError> {
    let unlocked = open_protected(bytes, &[kind], passphrase, &Limits::of(kind))?;
    crate::json::from_slice(&unlocked.contents)
        .map_err(|_| OpenError::Contents { detail: not.into() })
}
