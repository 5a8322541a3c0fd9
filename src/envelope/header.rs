//! The protected header of a signature: what it must say, and nothing else.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::base64url::{decode, encode};
use super::json_fault::shortened;
use super::jwk::Jwk;
use super::kind::Typ;
use super::payload::unknown_kind;
use super::strict_json::{Outline, look_over};
use super::{Kind, Limits, OpenError, Part, PublicKey, SecondSignOff, Thumbprint, countersign};

/// The fully specified name (RFC 9864); the older "EdDSA" also means Ed448.
const ALGORITHM: &str = "Ed25519";
const CURVE: &str = "Ed25519";
const KEY_TYPE: &str = "OKP";
const PARAMETERS: [&str; 4] = ["alg", "typ", "jwk", "kid"];

#[derive(Serialize)]
struct Parameters<'a> {
    alg: &'a str,
    typ: &'a str,
    jwk: Jwk<'a>,
    kid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    second_sign_off: Option<&'a SecondSignOff>,
}

/// The one parameter that is not a text.
#[derive(Deserialize)]
struct OnlyJwk<'a> {
    #[serde(borrow)]
    jwk: Jwk<'a>,
}

/// The parameter of a second signature.
#[derive(Deserialize)]
struct OnlySecond {
    second_sign_off: SecondSignOff,
}

/// A header that says all it must: the signature itself is not yet checked.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) kind: Kind,
    pub(super) signer: PublicKey,
    pub(super) thumbprint: Thumbprint,
    second: Option<SecondSignOff>,
}

impl Header {
    pub(super) fn new(kind: Kind, signer: &PublicKey) -> Self {
        Self { kind, signer: *signer, thumbprint: signer.thumbprint(), second: None }
    }

    /// Of a second signature.
    pub(super) fn second(kind: Kind, signer: &PublicKey, by: &SecondSignOff) -> Self {
        Self { second: Some(by.clone()), ..Self::new(kind, signer) }
    }

    /// As the member `protected` holds it.
    pub(super) fn encoded(&self) -> String {
        let parameters = Parameters {
            alg: ALGORITHM,
            typ: &self.kind.typ(),
            jwk: Jwk {
                kty: Cow::Borrowed(KEY_TYPE),
                crv: Cow::Borrowed(CURVE),
                x: Cow::Owned(self.signer.to_string()),
            },
            kid: &self.thumbprint.to_string(),
            second_sign_off: self.second.as_ref(),
        };
        let json = crate::json::to_vec(&parameters).expect("texts always serialise");
        encode(&json)
    }
}

/// The protected header, decoded and looked over.
pub(super) struct RawHeader(Vec<u8>);

impl RawHeader {
    /// From the outermost members of a signed file.
    pub(super) fn of(file: &Outline<'_>) -> Result<Self, OpenError> {
        let name = "protected";
        let text = file.text(name).ok_or(OpenError::MissingMember { part: Part::File, name })?;
        Self::decoded(text)
    }

    /// From its text in a file.
    pub(super) fn decoded(text: &str) -> Result<Self, OpenError> {
        decode(text).map(Self).map_err(|_| OpenError::BadEncoding { name: "protected" })
    }

    fn outline(&self) -> Result<Outline<'_>, OpenError> {
        look_over(&self.0, &Limits::of_header())
            .map_err(|fault| OpenError::Json { part: Part::Header, fault })
    }

    /// The kind that it claims.
    pub(super) fn kind(&self) -> Result<Kind, OpenError> {
        kind_of(&self.outline()?)
    }

    /// Everything that it must say.
    pub(super) fn read(&self) -> Result<Header, OpenError> {
        self.read_with(&PARAMETERS)
    }

    /// Everything that a second signature's must say.
    pub(super) fn read_second(&self) -> Result<(Header, SecondSignOff), OpenError> {
        let [alg, typ, jwk, kid] = PARAMETERS;
        let header = self.read_with(&[alg, typ, jwk, kid, countersign::PARAMETER])?;
        let read: Result<OnlySecond, _> = crate::json::from_slice(&self.0);
        let second = read.map_err(|_| OpenError::Signatures)?.second_sign_off;
        Ok((header, second))
    }

    fn read_with(&self, parameters: &[&str]) -> Result<Header, OpenError> {
        let outline = self.outline()?;
        let kind = kind_of(&outline)?;
        if let Some(name) = outline.other_than(parameters) {
            return Err(OpenError::HeaderParameter { name: shortened(name) });
        }
        let algorithm = text(&outline, "alg")?;
        if algorithm != ALGORITHM {
            return Err(OpenError::Algorithm { found: shortened(algorithm) });
        }
        let signer = self.signer(&outline)?;
        let thumbprint = signer.thumbprint();
        if text(&outline, "kid")? != thumbprint.to_string() {
            return Err(OpenError::KeyIdMismatch);
        }
        Ok(Header { kind, signer, thumbprint, second: None })
    }

    fn signer(&self, outline: &Outline<'_>) -> Result<PublicKey, OpenError> {
        if outline.get("jwk").is_none() {
            return Err(missing("jwk"));
        }
        let OnlyJwk { jwk } =
            serde_json::from_slice(&self.0).map_err(|_| OpenError::KeyNotUsable)?;
        if jwk.kty != KEY_TYPE || jwk.crv != CURVE {
            return Err(OpenError::KeyNotUsable);
        }
        jwk.x.parse().map_err(|_| OpenError::KeyNotUsable)
    }
}

pub(super) fn kind_of(outline: &Outline<'_>) -> Result<Kind, OpenError> {
    let typ = text(outline, "typ")?;
    match Kind::from_typ(typ) {
        Typ::Ours(kind) => Ok(kind),
        Typ::OursUnknown => Err(unknown_kind(typ)),
        Typ::Foreign => Err(OpenError::NotOurs),
    }
}

fn text<'a>(outline: &'a Outline<'_>, name: &'static str) -> Result<&'a str, OpenError> {
    outline.text(name).ok_or_else(|| missing(name))
}

fn missing(name: &'static str) -> OpenError {
    OpenError::MissingMember { part: Part::Header, name }
}
