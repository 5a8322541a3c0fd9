//! Looks over a JSON document before anything is made of it.
//!
//! serde_json reads; this only watches: depth, number and length of values,
//! whole numbers that every language holds exactly, and no member twice in one
//! object (two readers could each believe another one). It keeps nothing but
//! the outermost members, so that a file's kind is known without parsing it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::Limits;
use super::json_fault::{JsonFault, shortened};

/// The greatest whole number that JavaScript holds exactly: 2^53 - 1.
const GREATEST: i64 = 9_007_199_254_740_991;
/// An outermost member, as far as its kind can be known by looking.
#[derive(Debug, PartialEq)]
pub(super) enum Member<'a> {
    Text(Cow<'a, str>),
    Whole(i64),
    Other,
}

/// The outermost members of a document that passed.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    members: Vec<(Cow<'a, str>, Member<'a>)>,
}

impl<'a> Outline<'a> {
    /// `None` if there is no such member, also if the document is not an object.
    pub(super) fn get(&self, name: &str) -> Option<&Member<'a>> {
        self.members.iter().find(|(own, _)| own == name).map(|(_, member)| member)
    }

    /// A member that is a text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Member::Text(text) => Some(text),
            Member::Whole(_) | Member::Other => None,
        }
    }

    /// The first member that is not one of these.
    pub(super) fn other_than(&self, names: &[&str]) -> Option<&str> {
        self.members.iter().map(|(name, _)| name.as_ref()).find(|name| !names.contains(name))
    }
}

/// Looks over the whole of `bytes` and gives its outermost members.
pub(super) fn look_over<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Outline<'a>, JsonFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| JsonFault::NotUtf8)?;
    if text.starts_with('\u{feff}') {
        return Err(JsonFault::ByteOrderMark);
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let mut walk = Walk { limits, values: 0, fault: None, outline: Outline::default() };
    let read = AnyValue { walk: &mut walk, depth: 0 }.deserialize(&mut reader);
    match (walk.fault, read) {
        (Some(fault), _) => Err(fault),
        (None, Err(error)) if error.is_eof() => Err(JsonFault::CutShort),
        (None, Err(error)) => {
            Err(JsonFault::Malformed { line: error.line(), column: error.column() })
        }
        (None, Ok(_)) => {
            reader.end().map_err(|_| JsonFault::TrailingBytes)?;
            Ok(walk.outline)
        }
    }
}

struct Walk<'a, 'l> {
    limits: &'l Limits,
    values: usize,
    fault: Option<JsonFault>,
    outline: Outline<'a>,
}

impl Walk<'_, '_> {
    /// Notes the fault here, since an error of serde can carry only words.
    fn refuse<E: de::Error>(&mut self, fault: JsonFault) -> E {
        self.fault = Some(fault);
        E::custom("refused")
    }

    fn count_value<E: de::Error>(&mut self) -> Result<(), E> {
        self.values += 1;
        let limit = self.limits.values;
        if self.values > limit {
            Err(self.refuse(JsonFault::TooManyValues { limit }))
        } else {
            Ok(())
        }
    }

    fn check_text<E: de::Error>(&mut self, text: &str) -> Result<(), E> {
        let limit = self.limits.text_bytes;
        if text.len() > limit { Err(self.refuse(JsonFault::TextTooLong { limit })) } else { Ok(()) }
    }

    fn check_depth<E: de::Error>(&mut self, depth: u8) -> Result<u8, E> {
        let limit = self.limits.depth.min(Limits::DEEPEST);
        if depth >= limit { Err(self.refuse(JsonFault::TooDeep { limit })) } else { Ok(depth + 1) }
    }
}

struct AnyValue<'w, 'a, 'l> {
    walk: &'w mut Walk<'a, 'l>,
    depth: u8,
}

impl<'a> DeserializeSeed<'a> for AnyValue<'_, 'a, '_> {
    type Value = Member<'a>;

    fn deserialize<D: de::Deserializer<'a>>(self, reader: D) -> Result<Member<'a>, D::Error> {
        self.walk.count_value()?;
        reader.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for AnyValue<'_, 'a, '_> {
    type Value = Member<'a>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Member<'a>, E> {
        Ok(Member::Other)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Member<'a>, E> {
        Ok(Member::Other)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Member<'a>, E> {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.visit_i64(number)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Member<'a>, E> {
        if (-GREATEST..=GREATEST).contains(&number) {
            Ok(Member::Whole(number))
        } else {
            Err(self.walk.refuse(JsonFault::NumberNotAllowed))
        }
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Member<'a>, E> {
        Err(self.walk.refuse(JsonFault::NumberNotAllowed))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Member<'a>, E> {
        self.walk.check_text(text)?;
        // Only an outermost member is kept, so only there is a copy worth making.
        let kept = self.depth == 1;
        Ok(if kept { Member::Text(Cow::Owned(text.to_owned())) } else { Member::Other })
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'a str) -> Result<Member<'a>, E> {
        self.walk.check_text(text)?;
        Ok(Member::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<Member<'a>, A::Error> {
        let depth = self.walk.check_depth(self.depth)?;
        while list.next_element_seed(AnyValue { walk: &mut *self.walk, depth })?.is_some() {}
        Ok(Member::Other)
    }

    fn visit_map<A: MapAccess<'a>>(self, mut object: A) -> Result<Member<'a>, A::Error> {
        let depth = self.walk.check_depth(self.depth)?;
        let mut names = BTreeSet::new();
        while let Some(name) = object.next_key_seed(Name)? {
            self.walk.check_text(&name)?;
            let member = object.next_value_seed(AnyValue { walk: &mut *self.walk, depth })?;
            if self.depth == 0 {
                self.walk.outline.members.push((name.clone(), member));
            }
            if let Some(name) = names.replace(name) {
                let name = shortened(&name);
                return Err(self.walk.refuse(JsonFault::DuplicateMember { name }));
            }
        }
        Ok(Member::Other)
    }
}

/// A member's name, as meant: `"\u0061"` is `a`.
struct Name;

impl<'a> DeserializeSeed<'a> for Name {
    type Value = Cow<'a, str>;

    fn deserialize<D: de::Deserializer<'a>>(self, reader: D) -> Result<Cow<'a, str>, D::Error> {
        reader.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Name {
    type Value = Cow<'a, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Cow<'a, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'a str) -> Result<Cow<'a, str>, E> {
        Ok(Cow::Borrowed(text))
    }
}

#[cfg(test)]
mod tests;
