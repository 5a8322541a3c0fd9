//! SHA-256 of exact bytes: what names a file, a payload or a tool.
//!
//! Written as 64 small hexadecimal digits, as `sha256sum` prints it, so that
//! anyone can check one without our programs.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

const LENGTH: usize = 32;
const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// SHA-256 (FIPS 180-4) of exact bytes.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(with = "String", rename = "Sha256", extend("pattern" = "^[0-9a-f]{64}$"))
)]
#[serde(try_from = "String", into = "String")]
pub struct Hash([u8; LENGTH]);

/// Why a text is not a SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256: use 64 small hexadecimal digits")]
pub struct HashError;

impl Hash {
    /// The hash of these very bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The 32 bytes of the hash.
    pub fn as_bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not byte by byte through the formatter: an import writes a dozen of them for each return.
        let mut text = [0; 2 * LENGTH];
        let (pairs, _) = text.as_chunks_mut::<2>();
        for (pair, byte) in pairs.iter_mut().zip(self.0) {
            *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
        }
        formatter.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let mut bytes = [0; LENGTH];
        if !rest.is_empty() || pairs.len() != LENGTH {
            return Err(HashError);
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = nibble(*high)? << 4 | nibble(*low)?;
        }
        Ok(Self(bytes))
    }
}

fn nibble(digit: u8) -> Result<u8, HashError> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(HashError),
    }
}

impl TryFrom<String> for Hash {
    type Error = HashError;

    fn try_from(text: String) -> Result<Self, HashError> {
        text.parse()
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 180-2, appendix B.1.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn the_hash_of_abc_is_the_published_one() {
        assert_eq!(Hash::of(b"abc").to_string(), ABC);
    }

    #[test]
    fn a_hash_survives_json_as_its_text() {
        let json = serde_json::to_string(&Hash::of(b"abc")).unwrap();
        assert_eq!(json, format!("\"{ABC}\""));
        assert_eq!(serde_json::from_str::<Hash>(&json).unwrap(), Hash::of(b"abc"));
    }

    #[test]
    fn a_hash_has_one_spelling_only() {
        let upper = ABC.to_uppercase();
        let plus = ABC.replacen("ba", "+a", 1);
        let accent = ABC.replacen("ba", "é", 1);
        for bad in ["", "ba", &ABC[1..], &format!("{ABC}00"), &upper, &plus, &accent] {
            assert_eq!(bad.parse::<Hash>(), Err(HashError), "{bad}");
        }
    }

    #[cfg(feature = "schema")]
    #[test]
    fn the_schema_asks_for_the_one_spelling() {
        let schema = schemars::schema_for!(Hash);
        assert_eq!(schema.get("pattern").and_then(|it| it.as_str()), Some("^[0-9a-f]{64}$"));
        assert_eq!(schema.get("type").and_then(|it| it.as_str()), Some("string"));
    }
}
