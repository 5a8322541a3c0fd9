//! Signing keys: the public half, its names, and the software fallback.
//!
//! The browser's own key (WebCrypto) never comes here: it signs
//! [`super::Unsigned::signing_input`] and hands back 64 bytes.

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::base64url::{base64url_32, decode_exactly, encode, shown_as_base64url};

/// An Ed25519 public key (RFC 8032), canonical and of full order.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^[A-Za-z0-9_-]{43}$")))]
#[serde(try_from = "String", into = "String")]
pub struct PublicKey(VerifyingKey);

/// Why some bytes are not an Ed25519 public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an Ed25519 public key")]
pub struct KeyError;

impl PublicKey {
    /// From 32 bytes, as WebCrypto's `raw` export gives them.
    ///
    /// Refuses what no key generator makes: a second spelling of a point, and
    /// the few points of small order, with which anyone can sign anything.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyError)?;
        let canonical = key.to_edwards().compress().to_bytes() == *bytes;
        if canonical && !key.is_weak() { Ok(Self(key)) } else { Err(KeyError) }
    }

    /// Its 32 bytes.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The RFC 7638 thumbprint, by which files name this key.
    pub fn thumbprint(&self) -> Thumbprint {
        let x = encode(self.0.as_bytes());
        Thumbprint::of_members(&[("crv", "Ed25519"), ("kty", "OKP"), ("x", &x)])
    }

    /// Whether this key made `signature` over `message` (RFC 8032 5.1.7, strict:
    /// one signature for one message cannot be turned into another).
    pub fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&encode(self.0.as_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PublicKey({self})")
    }
}

impl std::str::FromStr for PublicKey {
    type Err = KeyError;

    /// Reads the `x` of a JWK (RFC 8037 2).
    fn from_str(text: &str) -> Result<Self, KeyError> {
        Self::from_bytes(&decode_exactly(text).map_err(|_| KeyError)?)
    }
}

impl TryFrom<String> for PublicKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<PublicKey> for String {
    fn from(key: PublicKey) -> Self {
        key.to_string()
    }
}

base64url_32!(
    /// SHA-256 of a public key's JWK (RFC 7638): what `kid` holds.
    Thumbprint
);
shown_as_base64url!(Thumbprint);

impl Thumbprint {
    /// RFC 7638 section 3, for the required members of any key type in their
    /// order. The values must need no escape in JSON, as in every JWK they do.
    pub(super) fn of_members(members: &[(&str, &str)]) -> Self {
        let mut json = String::from("{");
        for (name, value) in members {
            if json.len() > 1 {
                json.push(',');
            }
            json.extend(["\"", name, "\":\"", value, "\""]);
        }
        json.push('}');
        Self::from_bytes(Sha256::digest(json).into())
    }

    /// Six groups of five digits, for reading a key over the phone.
    ///
    /// Digits sound alike in no accent and have no small and capital form. Each
    /// group is 5 bytes of the thumbprint modulo 100,000: about 99 bits in all,
    /// beyond anyone's power to find another key with the same digits.
    pub fn fingerprint(&self) -> String {
        let (groups, _) = self.as_bytes().as_chunks::<5>();
        let digits = |group: &[u8; 5]| {
            group.iter().fold(0, |sum, byte| (sum << 8 | u64::from(*byte)) % 100_000)
        };
        groups.iter().map(|group| format!("{:05}", digits(group))).collect::<Vec<_>>().join(" ")
    }
}

/// A signing key in memory, for browsers without Ed25519 of their own.
///
/// Erased from memory when dropped.
pub struct SoftwareKey(SigningKey);

impl SoftwareKey {
    /// From a seed of 32 random bytes (RFC 8032 5.1.5), which the caller erases.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The seed again, to keep the key where the browser keeps secrets.
    pub fn seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// The public half.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs exactly these bytes (RFC 8032 5.1.6).
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SoftwareKey {
    /// Shows the public half only.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SoftwareKey({})", self.public_key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc7638_section_3_1_thumbprint_of_an_rsa_key() {
        let n = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        let thumbprint = Thumbprint::of_members(&[("e", "AQAB"), ("kty", "RSA"), ("n", n)]);
        assert_eq!(thumbprint.to_string(), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    #[test]
    fn a_fingerprint_is_thirty_digits_of_the_thumbprint() {
        let mut bytes = [0; 32];
        bytes[4] = 7; // first group: 7
        bytes[5..10].copy_from_slice(&[0, 0, 1, 134, 160]); // second group: 100,000 is 00000
        bytes[10..15].copy_from_slice(&[255; 5]); // third group: 1,099,511,627,775
        let fingerprint = Thumbprint::from_bytes(bytes).fingerprint();
        assert_eq!(fingerprint, "00007 00000 27775 00000 00000 00000");
    }

    #[test]
    fn keys_of_small_order_and_second_spellings_are_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        let mut order_four = [0; 32];
        order_four[31] = 0x80;
        // p + 3: the point with y = 3, which has full order, spelt beyond the field.
        let mut beyond = [0xff; 32];
        (beyond[0], beyond[31]) = (0xf0, 0x7f);
        let mut three = [0; 32];
        three[0] = 3;
        assert!(PublicKey::from_bytes(&three).is_ok(), "the canonical spelling of y = 3");
        for bad in [identity, [0; 32], order_four, beyond] {
            assert_eq!(PublicKey::from_bytes(&bad), Err(KeyError), "{bad:?}");
        }
    }

    #[test]
    fn a_software_key_never_shows_its_seed() {
        let shown = format!("{:?}", SoftwareKey::from_seed(&[7; 32]));
        assert_eq!(shown, "SoftwareKey(6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw)");
    }
}
