//! Signed files: JWS Flattened JSON Serialization (RFC 7515 7.2.2).
//!
//! The order in [`open`] is the point: size, shape, header, signature, and only
//! then the contents, parsed from the very bytes that were verified. Writing is
//! in two steps, since a browser signs while we wait.
//!
//! Not here: whether the signer was invited, and what the contents mean.

use std::fmt;

use super::base64url::{decode, decode_exactly, encode};
use super::claim::{Form, outline, still_closed};
use super::countersign::{Both, Second};
use super::header::{Header, RawHeader};
use super::json_fault::shortened;
use super::payload::Contents;
use super::strict_json::Outline;
use super::{Hash, Kind, Limits, OpenError, Part, Payload, PublicKey, Thumbprint, WriteError};

const MEMBERS: [&str; 3] = ["payload", "protected", "signature"];

/// A file that is complete but for its signature.
#[derive(Clone)]
pub struct Unsigned {
    header: Header,
    signing_input: String,
    payload_hash: Hash,
}

impl Unsigned {
    /// Wraps `payload`, the exact UTF-8 of a JSON object, for signing with `signer`'s key.
    ///
    /// Refuses what [`open`] and [`Verified::parse`] would refuse afterwards.
    pub fn new(kind: Kind, signer: &PublicKey, payload: Vec<u8>) -> Result<Self, WriteError> {
        if !kind.is_signed() {
            return Err(WriteError::WouldNotOpen(OpenError::SignedDraft));
        }
        let contents = Contents { kind, bytes: payload, limits: Limits::of(kind) };
        contents.check().map_err(WriteError::WouldNotOpen)?;
        let header = Header::new(kind, signer);
        let signing_input = [header.encoded(), encode(&contents.bytes)].join(".");
        Ok(Self { header, signing_input, payload_hash: Hash::of(&contents.bytes) })
    }

    /// Wraps a typed payload.
    pub fn of<T: Payload>(payload: &T, signer: &PublicKey) -> Result<Self, WriteError> {
        let bytes = super::payload::to_bytes(payload)?;
        Self::new(T::KIND, signer, bytes)
    }

    /// The bytes to sign (RFC 7515 5.1 step 5), all ASCII.
    pub fn signing_input(&self) -> &[u8] {
        self.signing_input.as_bytes()
    }

    /// SHA-256 of the payload: what a later version names as `previous`.
    pub fn payload_hash(&self) -> Hash {
        self.payload_hash
    }

    /// The whole file, once `signature` is known to be the signer's.
    pub fn signed(&self, signature: &[u8; 64]) -> Result<Vec<u8>, WriteError> {
        if !self.header.signer.verifies(self.signing_input(), signature) {
            return Err(WriteError::SignatureMismatch);
        }
        let (protected, payload) = self.signing_input.split_once('.').unwrap_or_default();
        let file = write_file(protected, payload, &encode(signature));
        Limits::of(self.header.kind).admit(file.len() as u64).map_err(WriteError::WouldNotOpen)?;
        Ok(file)
    }
}

impl fmt::Debug for Unsigned {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Unsigned({}, {})", self.header.kind, self.payload_hash)
    }
}

/// base64url needs no escape in JSON, so the file is its three texts between quotes.
fn write_file(protected: &str, payload: &str, signature: &str) -> Vec<u8> {
    [
        "{\"payload\":\"",
        payload,
        "\",\"protected\":\"",
        protected,
        "\",\"signature\":\"",
        signature,
        "\"}\n",
    ]
    .concat()
    .into_bytes()
}

/// A file whose signature holds. Only [`open`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    contents: Contents,
    signer: PublicKey,
    thumbprint: Thumbprint,
    file_hash: Hash,
    second: Option<Second>,
}

impl Verified {
    /// Its kind, as signed.
    pub fn kind(&self) -> Kind {
        self.contents.kind
    }

    /// The key that signed. Whose it is, the file cannot say.
    pub fn signer(&self) -> &PublicKey {
        &self.signer
    }

    /// The name of that key.
    pub fn thumbprint(&self) -> &Thumbprint {
        &self.thumbprint
    }

    /// The exact bytes that were signed.
    pub fn payload(&self) -> &[u8] {
        &self.contents.bytes
    }

    /// SHA-256 of the signed bytes: the same work has the same one, however it is wrapped.
    pub fn payload_hash(&self) -> Hash {
        Hash::of(&self.contents.bytes)
    }

    /// SHA-256 of the file.
    pub fn file_hash(&self) -> Hash {
        self.file_hash
    }

    /// The second signature over the same bytes, where there is one.
    pub fn second(&self) -> Option<&Second> {
        self.second.as_ref()
    }

    /// What it holds, parsed from the bytes that were verified.
    pub fn parse<T: Payload>(&self) -> Result<T, OpenError> {
        self.contents.parse()
    }

    /// The same of a type that is kept instead of the file: what it would leave out is a newer program's, and
    /// would be lost.
    pub fn parse_whole<T: Payload>(&self) -> Result<T, OpenError> {
        self.contents.parse_whole()
    }
}

/// Opens a signed file of one of the `expected` kinds.
pub fn open(bytes: &[u8], expected: &[Kind], limits: &Limits) -> Result<Verified, OpenError> {
    open_come_in(bytes, expected, limits, bytes)
}

/// As [`open`], for a file that came inside another one, by whose bytes it is known.
pub(super) fn open_come_in(
    bytes: &[u8],
    expected: &[Kind],
    limits: &Limits,
    came: &[u8],
) -> Result<Verified, OpenError> {
    open_outlined(bytes, &outline(bytes, limits)?, expected, limits, came)
}

/// What a signed file holds that was opened before, and is kept under the hash that it had then.
///
/// The same bytes need no second verification. Bytes with another hash are verified as if they were new.
pub fn reopen<T: Payload>(bytes: &[u8], opened: &Hash, limits: &Limits) -> Result<T, OpenError> {
    if Hash::of(bytes) != *opened {
        return open(bytes, &[T::KIND], limits)?.parse();
    }
    let missing = OpenError::MissingMember { part: Part::File, name: "payload" };
    let file = outline(bytes, limits)?;
    let payload = decode(file.text("payload").ok_or(missing)?);
    let bytes = payload.map_err(|_| OpenError::BadEncoding { name: "payload" })?;
    Contents { kind: T::KIND, bytes, limits: *limits }.parse()
}

/// As [`open_come_in`], for a file that was looked over already.
pub(super) fn open_outlined(
    bytes: &[u8],
    file: &Outline<'_>,
    expected: &[Kind],
    limits: &Limits,
    came: &[u8],
) -> Result<Verified, OpenError> {
    limits.admit(bytes.len() as u64)?;
    let raw = match Form::of(file)? {
        Form::Signed => RawHeader::of(file)?,
        Form::Plain(found) if !expected.contains(&found) => return Err(wrong(expected, found)),
        Form::Plain(kind) => return Err(OpenError::NotSigned { kind }),
        Form::Closed => return Err(still_closed(file, expected)?),
        Form::Countersigned => return open_countersigned(bytes, file, expected, limits, came),
    };
    wanted(raw.kind()?, expected)?;
    if let Some(name) = file.other_than(&MEMBERS) {
        return Err(OpenError::UnexpectedMember { name: shortened(name) });
    }
    let header = raw.read()?;
    let payload = verify(file, &header)?;
    Ok(Verified {
        contents: Contents { kind: header.kind, bytes: payload, limits: *limits },
        signer: header.signer,
        thumbprint: header.thumbprint,
        file_hash: Hash::of(came),
        second: None,
    })
}

fn open_countersigned(
    bytes: &[u8],
    file: &Outline<'_>,
    expected: &[Kind],
    limits: &Limits,
    came: &[u8],
) -> Result<Verified, OpenError> {
    let both = Both::of(bytes)?;
    wanted(both.kind()?, expected)?;
    let (header, second, payload) = both.verify(file)?;
    Ok(Verified {
        contents: Contents { kind: header.kind, bytes: payload, limits: *limits },
        signer: header.signer,
        thumbprint: header.thumbprint,
        file_hash: Hash::of(came),
        second: Some(second),
    })
}

fn wanted(found: Kind, expected: &[Kind]) -> Result<(), OpenError> {
    if !found.is_signed() {
        return Err(OpenError::SignedDraft);
    }
    if expected.contains(&found) { Ok(()) } else { Err(wrong(expected, found)) }
}

fn wrong(expected: &[Kind], found: Kind) -> OpenError {
    OpenError::WrongKind { expected: expected.to_vec(), found }
}

/// RFC 7515 5.2: the signature is over the encoded texts, as they stand in the file.
fn verify(file: &Outline<'_>, header: &Header) -> Result<Vec<u8>, OpenError> {
    let [payload, protected, signature] = MEMBERS
        .map(|name| file.text(name).ok_or(OpenError::MissingMember { part: Part::File, name }));
    let (payload, protected) = (payload?, protected?);
    let signature =
        decode_exactly(signature?).map_err(|_| OpenError::BadEncoding { name: "signature" })?;
    verify_one(payload, protected, &signature, header)
}

/// One signature over one payload, which it then gives.
pub(super) fn verify_one(
    payload: &str,
    protected: &str,
    signature: &[u8; 64],
    header: &Header,
) -> Result<Vec<u8>, OpenError> {
    let signing_input = [protected, payload].join(".");
    if !header.signer.verifies(signing_input.as_bytes(), signature) {
        return Err(OpenError::SignatureMismatch);
    }
    decode(payload).map_err(|_| OpenError::BadEncoding { name: "payload" })
}

#[cfg(test)]
mod tests;
