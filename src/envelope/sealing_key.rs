//! Keys that files are sealed to, and the agreement between them (X25519, RFC 7748).
//!
//! A round's sealing keys are public and travel in its invitations; the opening
//! key stays with whoever may read what comes back. It is never the key that
//! signs: each key here has one use.

use std::fmt;

use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey as Point, StaticSecret};
use zeroize::Zeroizing;

use super::Thumbprint;
use super::base64url::{base64url_32, encode, shown_as_base64url};

pub(super) const CURVE: &str = "X25519";

/// A key that encrypts another key (RFC 7518 4.6: the "wrapping key").
pub(super) type WrappingKey = Zeroizing<[u8; 32]>;

base64url_32!(
    /// An X25519 public key (RFC 7748 6.1): what a file is sealed to.
    SealingKey
);
shown_as_base64url!(SealingKey);

impl SealingKey {
    /// The RFC 7638 thumbprint, by which a sealed file names this key.
    pub fn thumbprint(&self) -> Thumbprint {
        let x = encode(self.as_bytes());
        Thumbprint::of_members(&[("crv", CURVE), ("kty", "OKP"), ("x", &x)])
    }
}

/// The secret half of a [`SealingKey`]: opens what was sealed to it.
///
/// Erased from memory when dropped.
#[derive(Clone)]
pub struct OpeningKey {
    secret: StaticSecret,
    thumbprint: Thumbprint,
}

impl OpeningKey {
    /// From 32 random bytes (RFC 7748 5), which the caller erases.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let secret = StaticSecret::from(*seed);
        let public = SealingKey::from_bytes(Point::from(&secret).to_bytes());
        Self { thumbprint: public.thumbprint(), secret }
    }

    /// The seed again, to keep the key where the browser keeps secrets.
    pub fn seed(&self) -> &[u8; 32] {
        self.secret.as_bytes()
    }

    /// The public half, for others to seal to.
    pub fn sealing_key(&self) -> SealingKey {
        SealingKey::from_bytes(Point::from(&self.secret).to_bytes())
    }

    /// The name of its public half in sealed files.
    pub fn thumbprint(&self) -> &Thumbprint {
        &self.thumbprint
    }

    /// The wrapping key that this key and `other` agree on for `algorithm`.
    ///
    /// `None` where `other` is one of the few points with which every key agrees
    /// on the same secret (RFC 7748 6.1): no honest program sends one.
    pub(super) fn agree(&self, other: &SealingKey, algorithm: &str) -> Option<WrappingKey> {
        let shared = self.secret.diffie_hellman(&Point::from(*other.as_bytes()));
        let derived = || concat_kdf(shared.as_bytes(), algorithm, b"", b"", 256);
        shared.was_contributory().then(derived)
    }
}

impl fmt::Debug for OpeningKey {
    /// Shows the name of the public half only.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "OpeningKey({})", self.thumbprint)
    }
}

/// The Concat KDF (RFC 7518 4.6.2) for keys of up to 256 bits: one round of SHA-256.
fn concat_kdf(shared: &[u8], algorithm: &str, apu: &[u8], apv: &[u8], bits: u32) -> WrappingKey {
    let mut hash = Sha256::new();
    hash.update(1_u32.to_be_bytes());
    hash.update(shared);
    for part in [algorithm.as_bytes(), apu, apv] {
        let length = u32::try_from(part.len()).expect("names of algorithms and parties are short");
        hash.update(length.to_be_bytes());
        hash.update(part);
    }
    hash.update(bits.to_be_bytes());
    Zeroizing::new(hash.finalize().into())
}

#[cfg(test)]
mod tests;
