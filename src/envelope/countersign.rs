//! A second signature over the same bytes: an agency's own sign-off.
//!
//! The file becomes a JWS in General JSON Serialization (RFC 7515 7.2.1) with two
//! signatures. The first stays letter for letter; the second names, in its own
//! protected header under `second_sign_off`, who signs and in what role. Both are
//! over the very same payload, so neither can be moved to another return.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::base64url::{decode_exactly, encode};
use super::claim::outline;
use super::header::{Header, RawHeader};
use super::jws::verify_one;
use super::strict_json::Outline;
use super::{
    EnrolmentProof, Kind, Limits, OpenError, Part, PublicKey, Thumbprint, WriteError, jws,
};

/// The header parameter that tells a second signature from the first (RFC 7515 4.3).
pub(super) const PARAMETER: &str = "second_sign_off";
/// Bytes of a role or a name at most: they stand in a header.
pub const LONGEST_NAME: usize = 200;

/// Who signs second, as they say of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SecondSignOff {
    /// Such as "Named nurse for safeguarding".
    pub role: String,
    /// As typed in place of a signature.
    pub name: String,
    /// By the signing computer's clock.
    pub at: DateTime<Utc>,
    /// Shows that this signer, too, holds the slot's invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolment_proof: Option<EnrolmentProof>,
}

/// A second signature that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Second {
    /// What its header says.
    pub sign_off: SecondSignOff,
    /// The key that signed.
    pub signer: PublicKey,
    /// The name of that key.
    pub thumbprint: Thumbprint,
}

/// Why a file was not signed a second time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountersignError {
    /// The file itself does not open.
    #[error("{0}")]
    Unsound(OpenError),
    /// It bears a second signature already.
    #[error("it was signed a second time before")]
    SignedTwice,
    /// The second key is the first one: one person cannot sign off for two.
    #[error("both signatures would be by the same key")]
    SameKey,
    /// Role or name is missing, or longer than [`LONGEST_NAME`] bytes.
    #[error("role or name is missing or too long")]
    NoName,
}

/// A signed file that is complete but for its second signature.
#[derive(Debug, Clone)]
pub struct Countersigning {
    first: [String; 3],
    header: Header,
    signing_input: String,
}

impl Countersigning {
    /// For a signed file of one of the `expected` kinds, as it was before any sealing.
    pub fn of(
        file: &[u8],
        expected: &[Kind],
        by: &SecondSignOff,
        signer: &PublicKey,
        limits: &Limits,
    ) -> Result<Self, CountersignError> {
        let verified = jws::open(file, expected, limits).map_err(CountersignError::Unsound)?;
        if verified.second().is_some() {
            return Err(CountersignError::SignedTwice);
        }
        if verified.signer() == signer {
            return Err(CountersignError::SameKey);
        }
        let sound = |text: &str| !text.trim().is_empty() && text.len() <= LONGEST_NAME;
        if !sound(&by.role) || !sound(&by.name) {
            return Err(CountersignError::NoName);
        }
        let outlined = outline(file, limits).map_err(CountersignError::Unsound)?;
        let text = |name| outlined.text(name).unwrap_or_default().to_owned();
        let first = ["payload", "protected", "signature"].map(text);
        let header = Header::second(verified.kind(), signer, by);
        let [payload, ..] = &first;
        let signing_input = [&header.encoded(), ".", payload].concat();
        Ok(Self { first, header, signing_input })
    }

    /// The bytes to sign (RFC 7515 5.1 step 5), all ASCII.
    pub fn signing_input(&self) -> &[u8] {
        self.signing_input.as_bytes()
    }

    /// The whole file, once `signature` is known to be the second signer's.
    pub fn signed(&self, signature: &[u8; 64]) -> Result<Vec<u8>, WriteError> {
        if !self.header.signer.verifies(self.signing_input(), signature) {
            return Err(WriteError::SignatureMismatch);
        }
        let (protected, payload) = self.signing_input.split_once('.').unwrap_or_default();
        let [_, first_protected, first_signature] = &self.first;
        let signature = encode(signature);
        let file = [
            "{\"payload\":\"",
            payload,
            "\",\"signatures\":[{\"protected\":\"",
            first_protected,
            "\",\"signature\":\"",
            first_signature,
            "\"},{\"protected\":\"",
            protected,
            "\",\"signature\":\"",
            &signature,
            "\"}]}\n",
        ];
        let file = file.concat().into_bytes();
        Limits::of(self.header.kind).admit(file.len() as u64).map_err(WriteError::WouldNotOpen)?;
        Ok(file)
    }
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    signatures: Vec<Signature<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signature<'a> {
    #[serde(borrow)]
    protected: Cow<'a, str>,
    #[serde(borrow)]
    signature: Cow<'a, str>,
}

/// The headers of both signatures, decoded: the first one's, and the second one's.
pub(super) struct Both<'a> {
    signatures: [Signature<'a>; 2],
    headers: [RawHeader; 2],
}

impl<'a> Both<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, OpenError> {
        let read: Result<File<'a>, _> = serde_json::from_slice(bytes);
        let signatures = read.map_err(|_| OpenError::Signatures)?.signatures;
        let signatures: [_; 2] = signatures.try_into().map_err(|_| OpenError::Signatures)?;
        let [first, second] = &signatures;
        let headers =
            [RawHeader::decoded(&first.protected)?, RawHeader::decoded(&second.protected)?];
        Ok(Self { signatures, headers })
    }

    /// The header of the first signature.
    pub(super) fn first(&self) -> &RawHeader {
        let [first, _] = &self.headers;
        first
    }

    /// The kind that both claim: they must agree.
    pub(super) fn kind(&self) -> Result<Kind, OpenError> {
        let [first, second] = &self.headers;
        let kind = first.kind()?;
        if second.kind()? == kind { Ok(kind) } else { Err(OpenError::Signatures) }
    }

    /// Both must hold, by two keys, over the one payload.
    pub(super) fn verify(
        &self,
        file: &Outline<'_>,
    ) -> Result<(Header, Second, Vec<u8>), OpenError> {
        let name = "payload";
        let payload = file.text(name).ok_or(OpenError::MissingMember { part: Part::File, name })?;
        let [first, second] = &self.headers;
        let header = first.read()?;
        let (other, sign_off) = second.read_second()?;
        if other.thumbprint == header.thumbprint {
            return Err(OpenError::Signatures);
        }
        let mut bytes = Vec::new();
        for (signature, header) in self.signatures.iter().zip([&header, &other]) {
            let encoded = decode_exactly(&signature.signature)
                .map_err(|_| OpenError::BadEncoding { name: "signature" })?;
            bytes = verify_one(payload, &signature.protected, &encoded, header)?;
        }
        let second = Second { sign_off, signer: other.signer, thumbprint: other.thumbprint };
        Ok((header, second, bytes))
    }
}

/// Whether a file has the shape of one that was signed twice.
pub(super) fn is_countersigned(file: &Outline<'_>) -> bool {
    file.other_than(&["payload", "signatures"]).is_none() && file.get("signatures").is_some()
}

#[cfg(test)]
mod tests;
