//! What can be wrong with a JSON text, whoever's it is.

/// Letters of a member's name that an error repeats.
const NAME_SHOWN: usize = 64;

/// What is wrong with a JSON text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonFault {
    /// Some bytes are not UTF-8 (RFC 8259 8.1).
    #[error("not UTF-8")]
    NotUtf8,
    /// Begins with a byte order mark, which RFC 8259 8.1 forbids.
    #[error("begins with a byte order mark")]
    ByteOrderMark,
    /// Ends before it is complete.
    #[error("ends too early")]
    CutShort,
    /// Breaks the grammar of JSON (RFC 8259) at this place.
    #[error("not JSON at line {line}, column {column}")]
    Malformed {
        /// From 1.
        line: usize,
        /// From 0, in bytes.
        column: usize,
    },
    /// More follows after its end.
    #[error("something follows after its end")]
    TrailingBytes,
    /// Lists and objects within each other more than `limit` deep.
    #[error("nested deeper than {limit}")]
    TooDeep {
        /// From [`super::Limits::depth`].
        limit: u8,
    },
    /// More than `limit` values.
    #[error("more than {limit} values")]
    TooManyValues {
        /// From [`super::Limits::values`].
        limit: usize,
    },
    /// A text or name longer than `limit` bytes.
    #[error("a text longer than {limit} bytes")]
    TextTooLong {
        /// From [`super::Limits::text_bytes`].
        limit: usize,
    },
    /// One object has this member twice.
    #[error("member {name:?} appears twice")]
    DuplicateMember {
        /// The name, cut to 64 letters.
        name: String,
    },
    /// A fraction, an exponent, minus zero, or a number beyond 2^53 - 1: we write none.
    #[error("a number that is not whole or beyond 2^53 - 1")]
    NumberNotAllowed,
}

impl JsonFault {
    /// The fault in one word, for reports and import results.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::ByteOrderMark => "byte-order-mark",
            Self::CutShort => "cut-short",
            Self::Malformed { .. } => "malformed",
            Self::TrailingBytes => "trailing-bytes",
            Self::TooDeep { .. } => "too-deep",
            Self::TooManyValues { .. } => "too-many-values",
            Self::TextTooLong { .. } => "text-too-long",
            Self::DuplicateMember { .. } => "duplicate-member",
            Self::NumberNotAllowed => "number-not-allowed",
        }
    }
}

/// `name` as far as an error repeats it.
pub(super) fn shortened(name: &str) -> String {
    name.chars().take(NAME_SHOWN).collect()
}
