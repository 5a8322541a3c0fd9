//! Files that open with a passphrase: copies of drafts, backups, hand-overs.
//!
//! JWE Flattened JSON Serialization (RFC 7516 7.2.2), `PBES2-HS512+A256KW`
//! (RFC 7518 4.8) and `A256GCM`. Deriving a key from a passphrase is slow on
//! purpose, so a [`PassphraseKey`] is derived once and closes many files; each
//! still has a content key of its own.
//!
//! The passphrase is used as its UTF-8: screens normalise it to NFC first, so
//! that the same letters typed on another keyboard open the file.

use hmac::Hmac;
use sha2::Sha512;
use zeroize::Zeroizing;

use super::base64url::{decode_exactly, encode};
use super::cipher::{unwrap, wrap};
use super::claim::{Form, outline};
use super::json_fault::shortened;
use super::jwe::{
    Closed, ENCRYPTION, Parameters, Random, RawHeader, closed, exactly, fresh, opened,
};
use super::sealing_key::WrappingKey;
use super::strict_json::Outline;
use super::{DeviceKey, Kind, Limits, OpenError, WriteError};

/// Rounds of PBKDF2 that files are written with: OWASP's figure for HMAC-SHA-512.
pub const ITERATIONS: u32 = 210_000;
/// The most that are tried on opening, lest a file keep a computer busy for hours.
pub const MOST_ITERATIONS: u32 = 2_100_000;
/// Letters that a new passphrase must have.
pub const SHORTEST_PASSPHRASE: usize = 12;

const ALGORITHM: &str = "PBES2-HS512+A256KW";
const SALT_BYTES: usize = 16;
const MEMBERS: [&str; 5] = ["protected", "encrypted_key", "iv", "ciphertext", "tag"];
/// What the header of a closed key says instead of a file's kind (RFC 7517 7).
const KEY_CONTENTS: (&str, &str) = ("cty", "jwk+json");

/// What a passphrase makes, for files with one salt. Erased from memory when dropped.
#[derive(Clone)]
pub struct PassphraseKey {
    key: WrappingKey,
    salt: [u8; SALT_BYTES],
    iterations: u32,
}

/// Salt and rounds of PBKDF2, as a file names them.
pub type Salt = ([u8; SALT_BYTES], u32);

/// What was in a file that a passphrase opened. Nothing in it has been verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlocked {
    /// The kind that the file says is inside.
    pub kind: Kind,
    /// The bytes that were protected.
    pub contents: Vec<u8>,
}

/// Why a text is not taken for a new passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// Fewer letters than [`SHORTEST_PASSPHRASE`].
    #[error("Use at least {SHORTEST_PASSPHRASE} characters, such as three or four words.")]
    TooShort,
}

/// Whether `text` will do for a new passphrase. An existing one may be shorter.
pub fn check_passphrase(text: &str) -> Result<(), PassphraseError> {
    let long_enough = text.trim().chars().count() >= SHORTEST_PASSPHRASE;
    if long_enough { Ok(()) } else { Err(PassphraseError::TooShort) }
}

/// Protects `contents`, a file of `kind` or a record of one, with a passphrase. Slow on purpose.
pub fn write_protected(
    contents: &[u8],
    kind: Kind,
    passphrase: &str,
    random: Random<'_>,
) -> Result<Vec<u8>, WriteError> {
    PassphraseKey::derive(passphrase, random()).write(contents, kind, random)
}

/// Opens a file of one of the `expected` kinds with its passphrase. Slow on purpose.
pub fn open_protected(
    bytes: &[u8],
    expected: &[Kind],
    passphrase: &str,
    limits: &Limits,
) -> Result<Unlocked, OpenError> {
    PassphraseKey::for_file(bytes, passphrase, limits)?.open(bytes, expected, limits)
}

impl PassphraseKey {
    /// From a new passphrase; the salt is the first half of 32 random bytes.
    pub fn derive(passphrase: &str, random: [u8; 32]) -> Self {
        Self::with(passphrase, new_salt(random))
    }

    /// For what a file says of its own salt and rounds.
    pub fn for_file(bytes: &[u8], passphrase: &str, limits: &Limits) -> Result<Self, OpenError> {
        Ok(Self::with(passphrase, salt_of(bytes, limits)?))
    }

    /// From a key that the browser derived, by PBKDF2-HMAC-SHA-512 over [`pbkdf2_salt`].
    pub fn from_derived(key: [u8; 32], (salt, iterations): Salt) -> Self {
        Self { key: Zeroizing::new(key), salt, iterations }
    }

    /// For this salt and so many rounds. Slow on purpose.
    pub fn with(passphrase: &str, (salt, iterations): Salt) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        pbkdf2::pbkdf2::<Hmac<Sha512>>(
            passphrase.as_bytes(),
            &pbkdf2_salt(&salt),
            iterations,
            &mut *key,
        )
        .expect("HMAC takes a key of any length (RFC 2104 2)");
        Self { key, salt, iterations }
    }

    /// Protects `contents` for this passphrase. Quick.
    pub fn write(
        &self,
        contents: &[u8],
        kind: Kind,
        random: Random<'_>,
    ) -> Result<Vec<u8>, WriteError> {
        let file = self.closed(("typ", &kind.typ()), contents, random).into_bytes();
        Limits::of(kind).of_closed().admit(file.len() as u64).map_err(WriteError::WouldNotOpen)?;
        Ok(file)
    }

    /// Opens a file that this key, with this very salt, protects. Quick.
    pub fn open(
        &self,
        bytes: &[u8],
        expected: &[Kind],
        limits: &Limits,
    ) -> Result<Unlocked, OpenError> {
        let file = outline(bytes, &limits.of_closed())?;
        let raw = locked(bytes, &file, limits)?;
        let header = raw.parameters()?;
        let kind = header.kind()?;
        if !expected.contains(&kind) {
            return Err(OpenError::WrongKind { expected: expected.to_vec(), found: kind });
        }
        let salt = read_salt(&header, &[])?;
        Ok(Unlocked { kind, contents: self.contents(&file, salt)? })
    }

    /// Closes a device's key. Quick.
    pub fn close_key(&self, key: &DeviceKey, random: Random<'_>) -> String {
        let closed = self.closed(KEY_CONTENTS, key.to_jwk().as_bytes(), random);
        closed.trim_end().to_owned()
    }

    /// Opens a device's key that this key, with this very salt, closed. Quick.
    pub fn open_key(&self, closed: &str) -> Result<DeviceKey, OpenError> {
        let limits = Limits::of(Kind::Concern);
        let file = outline(closed.as_bytes(), &limits)?;
        let raw = RawHeader::of(&file)?;
        let salt = read_salt(&raw.parameters()?, &[KEY_CONTENTS])?;
        DeviceKey::from_jwk(&Zeroizing::new(self.contents(&file, salt)?))
    }

    /// All of a protected file, around what was protected.
    fn closed(&self, inside: (&'static str, &str), contents: &[u8], random: Random<'_>) -> String {
        let (key, iv) = fresh(random);
        let protected = encode(self.protected_header(inside).as_bytes());
        let wrapped = encode(&wrap(&self.key, &key));
        let head = ["{\"protected\":\"", &protected, "\",\"encrypted_key\":\"", &wrapped, "\","];
        [head.concat(), closed(&key, iv, &protected, None, contents)].concat()
    }

    /// What a file holds whose header names this salt.
    fn contents(&self, file: &Outline<'_>, salt: Salt) -> Result<Vec<u8>, OpenError> {
        if let Some(name) = file.other_than(&MEMBERS) {
            return Err(OpenError::UnexpectedMember { name: shortened(name) });
        }
        if salt != (self.salt, self.iterations) {
            return Err(OpenError::WrongPassphrase);
        }
        let wrapped = exactly(file, "encrypted_key")?;
        let key = unwrap(&self.key, &wrapped).map_err(|_| OpenError::WrongPassphrase)?;
        opened(&key, file, None)
    }

    /// `inside` is the parameter that says what is protected.
    fn protected_header(&self, inside: (&str, &str)) -> String {
        [
            "{\"alg\":\"",
            ALGORITHM,
            "\",\"enc\":\"",
            ENCRYPTION,
            "\",\"",
            inside.0,
            "\":\"",
            inside.1,
            "\",\"p2s\":\"",
            &encode(&self.salt),
            "\",\"p2c\":",
            &self.iterations.to_string(),
            "}",
        ]
        .concat()
    }
}

impl std::fmt::Debug for PassphraseKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PassphraseKey(..)")
    }
}

/// A new salt, the first half of 32 random bytes, and as many rounds as files are written with.
pub fn new_salt(random: [u8; 32]) -> Salt {
    let (salt, _) = random.split_first_chunk().expect("16 of 32 bytes");
    (*salt, ITERATIONS)
}

/// What PBKDF2 takes as its salt: the algorithm's name, a nought, and the salt (RFC 7518 4.8.1.1).
pub fn pbkdf2_salt(salt: &[u8; SALT_BYTES]) -> Vec<u8> {
    [ALGORITHM.as_bytes(), &[0], salt].concat()
}

/// Salt and rounds of a protected file, for a browser that derives the key itself.
pub fn salt_of(bytes: &[u8], limits: &Limits) -> Result<Salt, OpenError> {
    let file = outline(bytes, &limits.of_closed())?;
    read_salt(&locked(bytes, &file, limits)?.parameters()?, &[])
}

/// The same of a device's key that a passphrase closed.
pub fn salt_of_key(closed: &str) -> Result<Salt, OpenError> {
    let file = outline(closed.as_bytes(), &Limits::of(Kind::Concern))?;
    read_salt(&RawHeader::of(&file)?.parameters()?, &[KEY_CONTENTS])
}

/// The header of a file that a passphrase opens.
fn locked(bytes: &[u8], file: &Outline<'_>, limits: &Limits) -> Result<RawHeader, OpenError> {
    let raw = match Form::of(file)? {
        Form::Signed | Form::Countersigned | Form::Plain(_) => {
            return Err(OpenError::NotProtected { kind: super::claimed_kind(bytes, limits)? });
        }
        Form::Closed => RawHeader::of(file)?,
    };
    match Closed::of(file) {
        Closed::Sealed => Err(OpenError::SealedToOthers { kind: raw.parameters()?.kind()? }),
        Closed::Passphrase => Ok(raw),
    }
}

/// `more` is what the header says besides.
fn read_salt(header: &Parameters<'_>, more: &[(&'static str, &str)]) -> Result<Salt, OpenError> {
    let fixed = [&[("alg", ALGORITHM), ("enc", ENCRYPTION)], more].concat();
    header.say(&fixed, &["p2s", "p2c"])?;
    let name = "p2s";
    let salt = decode_exactly(header.text(name)?).map_err(|_| OpenError::BadEncoding { name })?;
    let found = header.whole("p2c")?;
    let (least, most) = (ITERATIONS, MOST_ITERATIONS);
    match u32::try_from(found) {
        Ok(iterations) if (least..=most).contains(&iterations) => Ok((salt, iterations)),
        Ok(_) | Err(_) => Err(OpenError::WorkFactor { found, least, most }),
    }
}

#[cfg(test)]
mod tests;
