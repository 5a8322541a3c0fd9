//! What is kept on a shared computer: encrypted under a key that a passphrase opens.
//!
//! One random [`DeviceKey`] closes every text, as JWE Flattened JSON Serialization
//! (RFC 7516 7.2.2) with `A256KW` (RFC 7518 4.4) and `A256GCM`:
//!
//! ```json
//! {"protected":"{alg, enc}","encrypted_key":"…","aad":"…","iv":"…","ciphertext":"…","tag":"…"}
//! ```
//!
//! `aad` is the place where the text is kept, so that no text passes for another. The
//! passphrase closes the key alone, as an encrypted JWK (RFC 7517 7, RFC 7518 4.8): a new
//! passphrase is one small write. Off-the-shelf JOSE libraries open both.
//!
//! Not here: where the texts are kept, and whether any passphrase is set.

use zeroize::Zeroizing;

use super::base64url::{decode_exactly, encode};
use super::cipher::{unwrap, wrap};
use super::claim::outline;
use super::json_fault::shortened;
use super::jwe::{ENCRYPTION, Random, RawHeader, closed, exactly, fresh, member, opened};
use super::sealing_key::WrappingKey;
use super::{Kind, Limits, OpenError, Part};

const ALGORITHM: &str = "A256KW";
const HEADER: &str = "{\"alg\":\"A256KW\",\"enc\":\"A256GCM\"}";
const MEMBERS: [&str; 6] = ["protected", "encrypted_key", "aad", "iv", "ciphertext", "tag"];
/// No text that our programs keep begins so, unless it is closed.
const BEGINNING: &str = "{\"protected\":";
/// The key as a JWK (RFC 7518 6.4), around the base64url of its 32 bytes.
const JWK: (&str, &str) = ("{\"kty\":\"oct\",\"alg\":\"A256KW\",\"k\":\"", "\"}");

/// The key under which one device keeps its texts. Erased from memory when dropped.
#[derive(Clone)]
pub struct DeviceKey(WrappingKey);

/// Whether a text that is kept is closed under a [`DeviceKey`]. Nothing has been verified.
pub fn is_closed(text: &str) -> bool {
    text.starts_with(BEGINNING)
}

impl DeviceKey {
    /// From 32 random bytes, which the caller erases.
    pub fn from_random(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Closes a text that is kept at `place`. Quick: for every save while somebody types.
    pub fn close(&self, text: &str, place: &str, random: Random<'_>) -> String {
        let (key, iv) = fresh(random);
        let protected = encode(HEADER.as_bytes());
        let wrapped = encode(&wrap(&self.0, &key));
        let aad = encode(place.as_bytes());
        let rest = closed(&key, iv, &protected, Some(&aad), text.as_bytes());
        let head = [BEGINNING, "\"", &protected, "\",\"encrypted_key\":\"", &wrapped];
        [head.concat().as_str(), "\",\"aad\":\"", &aad, "\",", rest.trim_end()].concat()
    }

    /// Opens what this key closed at this place.
    pub fn open(&self, text: &str, place: &str) -> Result<String, OpenError> {
        let file = outline(text.as_bytes(), &Limits::of(Kind::Workbook))?;
        RawHeader::of(&file)?.parameters()?.say(&[("alg", ALGORITHM), ("enc", ENCRYPTION)], &[])?;
        if let Some(name) = file.other_than(&MEMBERS) {
            return Err(OpenError::UnexpectedMember { name: shortened(name) });
        }
        let aad = member(&file, "aad")?;
        if aad != encode(place.as_bytes()) {
            return Err(OpenError::SealBroken);
        }
        let wrapped = exactly(&file, "encrypted_key")?;
        let key = unwrap(&self.0, &wrapped).map_err(|_| OpenError::WrongPassphrase)?;
        let bytes = opened(&key, &file, Some(aad))?;
        String::from_utf8(bytes).map_err(|_| OpenError::SealBroken)
    }

    /// As a JWK, for the passphrase to close.
    pub(super) fn to_jwk(&self) -> Zeroizing<String> {
        Zeroizing::new([JWK.0, &encode(&*self.0), JWK.1].concat())
    }

    /// Reads it back, in the one spelling that is written.
    pub(super) fn from_jwk(jwk: &[u8]) -> Result<Self, OpenError> {
        let text = std::str::from_utf8(jwk).ok();
        let key = text.and_then(|text| text.strip_prefix(JWK.0)?.strip_suffix(JWK.1));
        let missing = OpenError::MissingMember { part: Part::Contents, name: "k" };
        let bytes = decode_exactly(key.ok_or(missing)?);
        bytes.map(Self::from_random).map_err(|_| OpenError::BadEncoding { name: "k" })
    }
}

impl std::fmt::Debug for DeviceKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DeviceKey(..)")
    }
}

#[cfg(test)]
mod tests;
