//! Identifiers: short tokens that mean one thing each.
//!
//! An identifier that came from a file is checked once, here; inside the
//! program no bare `String` stands for a case, an agency or a prompt. Copies of one share its
//! text: a register of thousands of files holds the same few names many times over. So do those that
//! are read one after the other: thousands of returns answer the same few prompts.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserializer, Error, Visitor};

/// Longest identifier, in bytes.
pub const MAX_ID_LENGTH: usize = 64;
/// How many texts are looked through for one to share: as many as the largest tools have prompts.
const REMEMBERED: usize = 4096;

thread_local! {
    /// Texts that were read, each at the place of its letters' sum; the last one stays.
    static READ_BEFORE: RefCell<[Option<Arc<str>>; REMEMBERED]> =
        const { RefCell::new([const { None }; REMEMBERED]) };
}

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not an identifier: use 1 to 64 small letters, digits, full stops and hyphens, starting with a letter or digit"
)]
pub struct IdError(pub String);

fn is_identifier(text: &str) -> bool {
    let first = text.bytes().next();
    text.len() <= MAX_ID_LENGTH
        && first.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && text.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.'
        })
}

fn checked(text: &str) -> Result<Arc<str>, IdError> {
    if is_identifier(text) { Ok(shared(text)) } else { Err(IdError(shortened(text))) }
}

/// The text itself, or one with the same letters that was read before.
fn shared(text: &str) -> Arc<str> {
    let sum = text.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31) ^ usize::from(byte));
    READ_BEFORE.with_borrow_mut(|read| {
        let place = &mut read[sum % REMEMBERED];
        match place.as_ref().filter(|known| ***known == *text) {
            Some(known) => known.clone(),
            None => place.insert(Arc::from(text)).clone(),
        }
    })
}

/// Reads one from a file, whichever it stands for.
fn read<'de, D: Deserializer<'de>>(reader: D) -> Result<Arc<str>, D::Error> {
    struct Text;
    impl Visitor<'_> for Text {
        type Value = Arc<str>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a string")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            checked(text).map_err(E::custom)
        }
    }
    reader.deserialize_str(Text)
}

fn shortened(text: &str) -> String {
    text.chars().take(MAX_ID_LENGTH).collect()
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(
            feature = "schema",
            schemars(with = "String", extend("pattern" = "^[a-z0-9][a-z0-9.-]{0,63}$"))
        )]
        pub struct $name(Arc<str>);

        impl $name {
            /// The checked identifier, or [`IdError`].
            pub fn new(text: impl AsRef<str>) -> Result<Self, IdError> {
                checked(text.as_ref()).map(Self)
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
                writer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                read(reader).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

identifier!(
    /// One audit exercise of a board.
    RoundId
);
identifier!(
    /// An audit tool, without its version.
    ToolId
);
identifier!(
    /// An area of analysis within a tool.
    AreaId
);
identifier!(
    /// One question of a tool.
    PromptId
);
identifier!(
    /// One option of a choice prompt.
    OptionId
);
identifier!(
    /// A grading scale, such as `ofsted2009`.
    ScaleId
);
identifier!(
    /// One grade of a scale.
    GradeId
);
identifier!(
    /// A qualifier that a grade may carry ("with outstanding features", SR16).
    QualifierId
);
identifier!(
    /// An attribute of cases, such as `age`, by which their spread is looked at.
    AttributeId
);
identifier!(
    /// A kind of agency in the tool's terms, such as `police` or `school`.
    AgencyKind
);
identifier!(
    /// One organisation taking part in a round.
    AgencyId
);
identifier!(
    /// One auditor's place within an agency.
    SlotId
);
identifier!(
    /// A child's case, by a random reference that says nothing of the child (I-01).
    CaseRef
);
identifier!(
    /// One return of one slot for one case through all its versions: 128 random bits, in hex.
    ReturnId
);
identifier!(
    /// A strength, concern or other recorded line within one return.
    ItemId
);
identifier!(
    /// One question of the panel: 128 random bits, in hex.
    QueryId
);
identifier!(
    /// A theme by which findings are tagged.
    ThemeId
);
identifier!(
    /// A standard on how long something may take, such as `initial-conference`.
    StandardId
);
identifier!(
    /// A dated event that standards speak of, such as `strategy-discussion`.
    EventId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_short_lower_case_tokens() {
        for good in ["a", "4.5", "case-3f9a", "0"] {
            assert!(PromptId::new(good).is_ok(), "{good}");
        }
        let long = "a".repeat(MAX_ID_LENGTH + 1);
        for bad in ["", "A", "-a", ".a", "a b", "é", "a/b", long.as_str()] {
            assert!(PromptId::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_identifier_that_is_read_again_shares_its_text() {
        let read = || serde_json::from_str::<PromptId>("\"4.5\"").unwrap();
        let (one, other) = (read(), read());
        assert!(std::ptr::eq(one.as_str(), other.as_str()));
        assert!(std::ptr::eq(one.as_str(), OptionId::new("4.5").unwrap().as_str()));
    }

    #[test]
    fn however_many_identifiers_are_read_each_keeps_its_own_text() {
        let texts: Vec<String> = (0..2 * REMEMBERED).map(|number| format!("c{number}")).collect();
        let read = || texts.iter().map(|text| CaseRef::new(text).unwrap());
        let ids: Vec<CaseRef> = read().chain(read()).collect();
        let wrong = ids.iter().zip(texts.iter().cycle()).filter(|(id, text)| id.as_str() != *text);
        assert_eq!(wrong.count(), 0);
    }

    #[test]
    fn a_bad_identifier_in_json_is_refused_with_its_text() {
        let error = serde_json::from_str::<CaseRef>("\"Jane Doe\"").unwrap_err();
        assert!(error.to_string().contains("Jane Doe"));
    }
}
