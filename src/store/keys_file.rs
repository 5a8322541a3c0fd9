//! Files with secret keys in them, each closed by a passphrase.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::envelope::{
    Kind, Limits, OpenError, Random, WriteError, open_protected, write_protected,
};
use crate::json::Document;

/// The newest format of such files, each of which has `FormatVersion<1>`.
const NEWEST: u32 = 1;

/// All that is asked of a file before it is read: a newer program's may hold anything else.
#[derive(Deserialize)]
struct Versioned {
    format_version: i64,
}

/// The file of these contents. Slow on purpose.
pub(super) fn write<T: Serialize>(
    contents: &T,
    kind: Kind,
    passphrase: &str,
    random: Random<'_>,
) -> Result<Vec<u8>, WriteError> {
    let contents = crate::json::to_vec(contents).expect("texts and numbers can be written");
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
    read(&unlocked.contents, not)
}

/// What the contents of such a file are, or that they are `not` what it says.
pub(super) fn read<T: DeserializeOwned>(contents: &[u8], not: &str) -> Result<T, OpenError> {
    let wrong = |_: serde_json::Error| OpenError::Contents { detail: not.into() };
    let document = Document::of(contents).map_err(wrong)?;
    let versioned: Versioned = document.read().map_err(wrong)?;
    let found = versioned.format_version;
    if found > i64::from(NEWEST) {
        return Err(OpenError::NewerVersion { found, supported: NEWEST });
    }
    document.read().map_err(wrong)
}
