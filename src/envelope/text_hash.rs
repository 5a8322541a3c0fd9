//! A trace of a text that shows whether it is the same text, and never what it says (I-06).
//!
//! HMAC-SHA-256 (RFC 2104) under a random salt that stays on the auditor's
//! computer. A plain hash of a text as short as a name is the name, to whoever
//! tries a list of names; without the salt there is nothing to try.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::base64url::{base64url_32, shown_as_base64url};

base64url_32!(
    /// The random salt of one return's texts. Never part of a file that is sent.
    TextSalt
);

impl fmt::Debug for TextSalt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TextSalt")
    }
}

base64url_32!(
    /// The salted hash of a text.
    TextHash
);
shown_as_base64url!(TextHash);

impl TextSalt {
    /// The hash of a text.
    pub fn hash(&self, text: &str) -> TextHash {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.as_bytes())
            .expect("HMAC takes a key of any length (RFC 2104 2)");
        mac.update(text.as_bytes());
        TextHash::from_bytes(mac.finalize().into_bytes().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc2104_a_hash_is_hmac_sha_256_under_the_salt() {
        // Key and expected value by Python's hmac module: hmac.new(bytes([7])*32, b"Grace", "sha256").
        let hash = TextSalt::from_bytes([7; 32]).hash("Grace");
        assert_eq!(hash.to_string(), "htDw4HsHPNq1WKMkJYltb-qRdCtmVBilTMThJbYYKMw");
    }

    #[test]
    fn another_salt_or_another_text_gives_another_hash() {
        let (one, other) = (TextSalt::from_bytes([1; 32]), TextSalt::from_bytes([2; 32]));
        assert_eq!(one.hash("Grace"), one.hash("Grace"));
        assert_ne!(one.hash("Grace"), one.hash("Hope"));
        assert_ne!(one.hash("Grace"), other.hash("Grace"));
        assert_eq!(format!("{one:?}"), "TextSalt");
    }
}
