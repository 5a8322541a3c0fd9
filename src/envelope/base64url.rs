//! base64url without padding (RFC 4648 section 5), in its one canonical spelling.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Why a text is not base64url of the length wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not base64url without padding, or not of the right length")]
pub struct Base64Error;

pub(super) fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Refuses padding, white space, the other alphabet and stray bits in the last letter.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, Base64Error> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| Base64Error)
}

pub(super) fn decode_exactly<const N: usize>(text: &str) -> Result<[u8; N], Base64Error> {
    decode(text)?.try_into().map_err(|_| Base64Error)
}

/// A newtype of 32 bytes that is written as base64url.
macro_rules! base64url_32 {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(
            feature = "schema",
            schemars(with = "String", extend("pattern" = "^[A-Za-z0-9_-]{43}$"))
        )]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; 32]);

        impl $name {
            /// From its 32 bytes.
            pub fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// Its 32 bytes.
            pub fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::envelope::Base64Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::envelope::base64url::decode_exactly(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::envelope::Base64Error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> String {
                $crate::envelope::base64url::encode(&value.0)
            }
        }
    };
}

/// Shows a [`base64url_32`] newtype as its text; secrets do without.
macro_rules! shown_as_base64url {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&String::from(*self))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "{}({self})", stringify!($name))
            }
        }
    };
}

pub(super) use {base64url_32, shown_as_base64url};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc7515_appendix_c_example() {
        assert_eq!(encode(&[3, 236, 255, 224, 193]), "A-z_4ME");
        assert_eq!(decode("A-z_4ME"), Ok(vec![3, 236, 255, 224, 193]));
    }

    #[test]
    fn bytes_have_one_spelling_only() {
        // Padding, stray bits, white space, the other alphabet, an impossible length.
        for bad in ["QQ==", "QR", "QUI=", "QUJ D", "QUI\n", "A+z/4ME", "A"] {
            assert_eq!(decode(bad), Err(Base64Error), "{bad:?}");
        }
    }
}
