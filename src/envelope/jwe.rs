//! What both kinds of encrypted file share: the wrapper around the contents (RFC 7516 7.2).
//!
//! Whatever says how to open a file is either in its protected header or
//! repeated in its `aad`, so that no bit of it can be changed unnoticed.
//! Compression is never used: it would tell of the contents by their size.

use zeroize::Zeroizing;

use super::base64url::{decode, decode_exactly, encode};
use super::cipher::{ContentKey, Encrypted, decrypt, encrypt};
use super::header::kind_of;
use super::json_fault::shortened;
use super::strict_json::{Member, Outline, look_over};
use super::{Kind, Limits, OpenError, Part};

/// The content encryption of every file here (RFC 7518 5.3).
pub(super) const ENCRYPTION: &str = "A256GCM";

/// A source of random bytes: every call gives 32 that nobody can foretell.
pub type Random<'a> = &'a mut dyn FnMut() -> [u8; 32];

/// How an encrypted file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// It is sealed to keys, with one lock for each.
    Sealed,
    /// It opens with a passphrase.
    Passphrase,
}

impl Closed {
    /// By the outermost members of an encrypted file.
    pub(super) fn of(file: &Outline<'_>) -> Self {
        if file.get("encrypted_key").is_some() { Self::Passphrase } else { Self::Sealed }
    }
}

/// The protected header of an encrypted file, decoded.
pub(super) struct RawHeader(Vec<u8>);

/// Its parameters, looked over.
pub(super) struct Parameters<'a>(Outline<'a>);

impl RawHeader {
    pub(super) fn of(file: &Outline<'_>) -> Result<Self, OpenError> {
        let name = "protected";
        let text = file.text(name).ok_or(OpenError::MissingMember { part: Part::File, name })?;
        decode(text).map(Self).map_err(|_| OpenError::BadEncoding { name })
    }

    pub(super) fn parameters(&self) -> Result<Parameters<'_>, OpenError> {
        look_over(&self.0, &Limits::of_header())
            .map(Parameters)
            .map_err(|fault| OpenError::Json { part: Part::Header, fault })
    }
}

impl Parameters<'_> {
    /// The kind of file that it says is inside.
    pub(super) fn kind(&self) -> Result<Kind, OpenError> {
        kind_of(&self.0)
    }

    /// Refuses `zip`, `crit` and every parameter but these; then all texts that are fixed.
    pub(super) fn say(
        &self,
        fixed: &[(&'static str, &str)],
        free: &[&str],
    ) -> Result<(), OpenError> {
        let names: Vec<&str> = fixed
            .iter()
            .map(|(name, _)| *name)
            .chain(free.iter().copied())
            .chain(["typ"])
            .collect();
        if let Some(name) = self.0.other_than(&names) {
            return Err(OpenError::HeaderParameter { name: shortened(name) });
        }
        for (name, expected) in fixed {
            let found = self.text(name)?;
            if found != *expected {
                return Err(OpenError::SealMethod { found: shortened(found) });
            }
        }
        Ok(())
    }

    pub(super) fn text(&self, name: &'static str) -> Result<&str, OpenError> {
        self.0.text(name).ok_or(OpenError::MissingMember { part: Part::Header, name })
    }

    pub(super) fn whole(&self, name: &'static str) -> Result<i64, OpenError> {
        match self.0.get(name) {
            Some(Member::Whole(number)) => Ok(*number),
            Some(Member::Text(_) | Member::Other) | None => {
                Err(OpenError::MissingMember { part: Part::Header, name })
            }
        }
    }
}

/// A text of the file around the contents.
pub(super) fn member<'a>(file: &'a Outline<'_>, name: &'static str) -> Result<&'a str, OpenError> {
    file.text(name).ok_or(OpenError::MissingMember { part: Part::File, name })
}

/// A text of the file that stands for exactly so many bytes.
pub(super) fn exactly<const N: usize>(
    file: &Outline<'_>,
    name: &'static str,
) -> Result<[u8; N], OpenError> {
    decode_exactly(member(file, name)?).map_err(|_| OpenError::BadEncoding { name })
}

/// A new content key and the first 12 random bytes for its one use.
pub(super) fn fresh(random: Random<'_>) -> (ContentKey, [u8; 12]) {
    let key = Zeroizing::new(random());
    let mut iv = [0; 12];
    iv.iter_mut().zip(random()).for_each(|(to, byte)| *to = byte);
    (key, iv)
}

/// The bytes that the tag covers besides the contents (RFC 7516 5.1 step 14).
fn covered(protected: &str, aad: Option<&str>) -> Vec<u8> {
    match aad {
        Some(aad) => [protected, ".", aad].concat().into_bytes(),
        None => protected.as_bytes().to_vec(),
    }
}

/// The last members of the file: `"iv":"…","ciphertext":"…","tag":"…"}`.
pub(super) fn closed(
    key: &ContentKey,
    iv: [u8; 12],
    protected: &str,
    aad: Option<&str>,
    contents: &[u8],
) -> String {
    let Encrypted { iv, ciphertext, tag } = encrypt(key, iv, &covered(protected, aad), contents);
    let (iv, ciphertext, tag) = (encode(&iv), encode(&ciphertext), encode(&tag));
    ["\"iv\":\"", &iv, "\",\"ciphertext\":\"", &ciphertext, "\",\"tag\":\"", &tag, "\"}\n"].concat()
}

/// The contents, once the key to them is known.
pub(super) fn opened(
    key: &ContentKey,
    file: &Outline<'_>,
    aad: Option<&str>,
) -> Result<Vec<u8>, OpenError> {
    let (iv, tag) = (exactly(file, "iv")?, exactly(file, "tag")?);
    let name = "ciphertext";
    let ciphertext = decode(member(file, name)?).map_err(|_| OpenError::BadEncoding { name })?;
    let covered = covered(member(file, "protected")?, aad);
    decrypt(key, &covered, Encrypted { iv, ciphertext, tag }).map_err(|_| OpenError::SealBroken)
}
