//! Sealed files: only the holders of the named keys can open them.
//!
//! JWE General JSON Serialization (RFC 7516 7.2.1), `ECDH-ES+A256KW` over X25519
//! (RFC 8037 3.2) and `A256GCM`, around a signed file. One content key is wrapped
//! for each recipient under an ephemeral key of its own:
//!
//! ```json
//! {"protected":"{enc, typ, cty}",
//!  "recipients":[{"header":{"alg","kid","epk"},"encrypted_key":"…"}],
//!  "aad":"…","iv":"…","ciphertext":"…","tag":"…"}
//! ```
//!
//! `aad` is base64url of `kid.epk.encrypted_key` of every recipient, with commas
//! between: a recipient who was taken out, put in or tampered with is noticed by
//! all the others.
//!
//! Not here: who the recipients are, and what is inside ([`super::open`]).

use std::borrow::Cow;

use serde::Deserialize;

use super::base64url::{decode_exactly, encode};
use super::cipher::{Wrapped, unwrap, wrap};
use super::claim::{Form, outline};
use super::json_fault::shortened;
use super::jwe::{Closed, ENCRYPTION, Random, RawHeader, closed, fresh, member, opened};
use super::jwk::Jwk;
use super::sealing_key::CURVE;
use super::strict_json::Outline;
use super::{
    Kind, Limits, OpenError, OpeningKey, Part, SealingKey, Thumbprint, Verified, WriteError, jws,
};

/// The most keys that one file is sealed to.
pub const MOST_RECIPIENTS: usize = 16;

const ALGORITHM: &str = "ECDH-ES+A256KW";
const KEY_TYPE: &str = "OKP";
/// Inside is a JWS in JSON (RFC 7515 9.2.1).
const CONTENT_TYPE: &str = "jose+json";
const MEMBERS: [&str; 6] = ["protected", "recipients", "aad", "iv", "ciphertext", "tag"];

/// A file as it was before it was sealed. Nothing in it has been verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsealed {
    /// The kind that the seal says is inside.
    pub kind: Kind,
    /// The signed file.
    pub file: Vec<u8>,
}

/// Seals a signed file of `kind` to every one of these keys.
///
/// Each call of `random` gives 32 bytes; the file opens with any one of the keys.
pub fn seal(
    file: &[u8],
    kind: Kind,
    to: &[SealingKey],
    random: Random<'_>,
) -> Result<Vec<u8>, WriteError> {
    if to.is_empty() || to.len() > MOST_RECIPIENTS {
        return Err(WriteError::Recipients { found: to.len() });
    }
    let (key, iv) = fresh(&mut *random);
    let (mut recipients, mut bound) = (Vec::new(), Vec::new());
    for recipient in to {
        let ephemeral = OpeningKey::from_seed(&zeroize::Zeroizing::new(random()));
        let by = ephemeral.agree(recipient, ALGORITHM).ok_or(WriteError::SealingKeyNotUsable)?;
        let kid = recipient.thumbprint().to_string();
        let (epk, wrapped) = (ephemeral.sealing_key().to_string(), encode(&wrap(&by, &key)));
        recipients.push(written(&kid, &epk, &wrapped));
        bound.push([kid, epk, wrapped].join("."));
    }
    let protected = encode(protected_header(kind).as_bytes());
    let aad = encode(bound.join(",").as_bytes());
    let head = [
        "{\"protected\":\"",
        &protected,
        "\",\"recipients\":[",
        &recipients.join(","),
        "],\"aad\":\"",
        &aad,
        "\",",
    ];
    let rest = closed(&key, iv, &protected, Some(&aad), file);
    let sealed = [head.concat(), rest].concat().into_bytes();
    Limits::of(kind).of_closed().admit(sealed.len() as u64).map_err(WriteError::WouldNotOpen)?;
    Ok(sealed)
}

fn protected_header(kind: Kind) -> String {
    let typ = kind.typ();
    ["{\"enc\":\"", ENCRYPTION, "\",\"typ\":\"", &typ, "\",\"cty\":\"", CONTENT_TYPE, "\"}"]
        .concat()
}

/// base64url needs no escape in JSON, so a recipient is its texts between quotes.
fn written(kid: &str, epk: &str, wrapped: &str) -> String {
    [
        "{\"header\":{\"alg\":\"",
        ALGORITHM,
        "\",\"kid\":\"",
        kid,
        "\",\"epk\":{\"kty\":\"",
        KEY_TYPE,
        "\",\"crv\":\"",
        CURVE,
        "\",\"x\":\"",
        epk,
        "\"}},\"encrypted_key\":\"",
        wrapped,
        "\"}",
    ]
    .concat()
}

/// How a file is closed; `None` where anyone can read it.
pub fn how_closed(bytes: &[u8], limits: &Limits) -> Result<Option<Closed>, OpenError> {
    let file = outline(bytes, &limits.of_closed())?;
    match Form::of(&file)? {
        Form::Closed => Ok(Some(Closed::of(&file))),
        Form::Signed | Form::Countersigned | Form::Plain(_) => Ok(None),
    }
}

/// Opens a sealed file of one of the `expected` kinds with one of `keys`.
pub fn unseal(
    bytes: &[u8],
    expected: &[Kind],
    keys: &[OpeningKey],
    limits: &Limits,
) -> Result<Unsealed, OpenError> {
    let file = outline(bytes, &limits.of_closed())?;
    unseal_outlined(bytes, &file, expected, keys)
}

/// Opens a signed file, sealed or not, of one of the `expected` kinds.
///
/// As [`super::open`], with the keys for what is sealed. The file's hash is of
/// what came; [`Verified::payload_hash`] is the same however often it was sealed.
pub fn open_sealed(
    bytes: &[u8],
    expected: &[Kind],
    keys: &[OpeningKey],
    limits: &Limits,
) -> Result<Verified, OpenError> {
    let file = outline(bytes, &limits.of_closed())?;
    match Form::of(&file)? {
        Form::Signed | Form::Countersigned | Form::Plain(_) => {
            jws::open_outlined(bytes, &file, expected, limits, bytes)
        }
        Form::Closed => {
            let Unsealed { kind, file } = unseal_outlined(bytes, &file, expected, keys)?;
            jws::open_come_in(&file, &[kind], limits, bytes)
        }
    }
}

/// The key that a file names as its signer, sealed or not; see [`super::claimed_signer`].
pub fn claimed_signer_of_sealed(
    bytes: &[u8],
    keys: &[OpeningKey],
    limits: &Limits,
) -> Option<Thumbprint> {
    match unseal(bytes, &Kind::ALL, keys, limits) {
        Ok(inner) => super::claimed_signer(&inner.file, limits),
        Err(_) => super::claimed_signer(bytes, limits),
    }
}

fn unseal_outlined(
    bytes: &[u8],
    file: &Outline<'_>,
    expected: &[Kind],
    keys: &[OpeningKey],
) -> Result<Unsealed, OpenError> {
    let raw = RawHeader::of(file)?;
    let header = raw.parameters()?;
    let kind = header.kind()?;
    if !expected.contains(&kind) {
        return Err(OpenError::WrongKind { expected: expected.to_vec(), found: kind });
    }
    if Closed::of(file) == Closed::Passphrase {
        return Err(OpenError::NeedsPassphrase { kind });
    }
    if let Some(name) = file.other_than(&MEMBERS) {
        return Err(OpenError::UnexpectedMember { name: shortened(name) });
    }
    header.say(&[("enc", ENCRYPTION), ("cty", CONTENT_TYPE)], &[])?;
    let recipients = recipients(bytes, file)?;
    let aad = member(file, "aad")?;
    if encode(bound(&recipients).as_bytes()) != aad {
        return Err(OpenError::RecipientsAltered);
    }
    let (key, recipient) =
        addressed(keys, &recipients).ok_or(OpenError::SealedToOthers { kind })?;
    let by = key.agree(&recipient.epk()?, ALGORITHM).ok_or(OpenError::SealKeyNotUsable)?;
    let content_key = unwrap(&by, &recipient.wrapped()?).map_err(|_| OpenError::SealBroken)?;
    Ok(Unsealed { kind, file: opened(&content_key, file, Some(aad))? })
}

/// One lock of a sealed file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipient<'a> {
    #[serde(borrow)]
    header: RecipientHeader<'a>,
    #[serde(borrow)]
    encrypted_key: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecipientHeader<'a> {
    #[serde(borrow)]
    alg: Cow<'a, str>,
    #[serde(borrow)]
    kid: Cow<'a, str>,
    /// Ephemeral.
    #[serde(borrow)]
    epk: Jwk<'a>,
}

#[derive(Deserialize)]
struct OnlyRecipients<'a> {
    #[serde(borrow)]
    recipients: Vec<Recipient<'a>>,
}

impl Recipient<'_> {
    fn epk(&self) -> Result<SealingKey, OpenError> {
        let Jwk { kty, crv, x } = &self.header.epk;
        if kty != KEY_TYPE || crv != CURVE {
            return Err(OpenError::SealKeyNotUsable);
        }
        x.parse().map_err(|_| OpenError::SealKeyNotUsable)
    }

    fn wrapped(&self) -> Result<Wrapped, OpenError> {
        let name = "encrypted_key";
        decode_exactly(&self.encrypted_key).map_err(|_| OpenError::BadEncoding { name })
    }
}

/// All locks: some, not too many, each of our method and for another key.
fn recipients<'a>(bytes: &'a [u8], file: &Outline<'_>) -> Result<Vec<Recipient<'a>>, OpenError> {
    let name = "recipients";
    file.get(name).ok_or(OpenError::MissingMember { part: Part::File, name })?;
    let read: Result<OnlyRecipients<'a>, _> = serde_json::from_slice(bytes);
    let recipients = read.map_err(|_| OpenError::Recipients)?.recipients;
    let distinct = |(at, one): (usize, &Recipient<'_>)| {
        recipients.iter().take(at).all(|other| other.header.kid != one.header.kid)
    };
    if recipients.is_empty()
        || recipients.len() > MOST_RECIPIENTS
        || !recipients.iter().enumerate().all(distinct)
    {
        return Err(OpenError::Recipients);
    }
    // Also of those that are not ours: nothing but this binds their types and curves.
    recipients.iter().try_for_each(|recipient| match recipient.header.alg.as_ref() {
        ALGORITHM => recipient.epk().map(|_| ()),
        other => Err(OpenError::SealMethod { found: shortened(other) }),
    })?;
    Ok(recipients)
}

/// What `aad` must say.
fn bound(recipients: &[Recipient<'_>]) -> String {
    let mut bound = String::new();
    for Recipient { header, encrypted_key } in recipients {
        if !bound.is_empty() {
            bound.push(',');
        }
        bound.extend([&header.kid, ".", &header.epk.x, ".", encrypted_key.as_ref()]);
    }
    bound
}

/// The first of our keys that the file is sealed to.
fn addressed<'k, 'r, 'a>(
    keys: &'k [OpeningKey],
    recipients: &'r [Recipient<'a>],
) -> Option<(&'k OpeningKey, &'r Recipient<'a>)> {
    keys.iter().find_map(|key| {
        let kid = key.thumbprint().to_string();
        Some((key, recipients.iter().find(|recipient| recipient.header.kid == kid)?))
    })
}

#[cfg(test)]
mod tests;
