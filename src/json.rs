//! Reads JSON into our types with little code, and writes it (`write`).
//!
//! serde makes one copy of a format's reader for each type that is read. Ours
//! are many, so serde_json reads text into a [`Node`] only, and the copies are
//! of the short walk over nodes. The walk is also stricter: a record is an
//! object, never a list of its members.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::Error;

mod write;

pub use write::{to_string, to_string_pretty, to_vec};

/// Reads one JSON document, all of `bytes`, into an owned value.
pub fn from_slice<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    Document::of(bytes)?.read()
}

/// One JSON document, gone through once: several types can be read from it.
pub struct Document<'a>(Node<'a>);

impl<'a> Document<'a> {
    /// All of `bytes`.
    pub fn of(bytes: &'a [u8]) -> Result<Self, Error> {
        serde_json::from_slice(bytes).map(Self)
    }

    /// It as a `T`.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        T::deserialize(&self.0)
    }

    /// The same, and whether it has members that `T` does not know and leaves out.
    pub fn read_all<T: DeserializeOwned>(&self) -> Result<(T, bool), Error> {
        LEFT_OUT.set(false);
        let value = self.read()?;
        Ok((value, LEFT_OUT.get()))
    }
}

thread_local! {
    /// Set whenever a member is passed over. Here and not in every reader, which are many.
    static LEFT_OUT: Cell<bool> = const { Cell::new(false) };
}

/// A JSON value whose objects keep their members in order, and twice if they stand there twice.
enum Node<'a> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<(Node<'a>, Node<'a>)>),
}

impl Node<'_> {
    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Bool(value) => Unexpected::Bool(*value),
            Self::Unsigned(number) => Unexpected::Unsigned(*number),
            Self::Signed(number) => Unexpected::Signed(*number),
            Self::Float(number) => Unexpected::Float(*number),
            Self::Text(text) => Unexpected::Str(text),
            Self::List(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
        }
    }

    /// That it is not what is read here. Not part of the readers, and told without their visitors'
    /// own words, because both would be in every one of them.
    #[inline(never)]
    fn instead_of(&self, expected: &str) -> Error {
        Error::invalid_type(self.unexpected(), &expected)
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(Builder)
    }
}

struct Builder;

impl<'de> Visitor<'de> for Builder {
    type Value = Node<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Node::Unsigned(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Node::Signed(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Node::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = object.next_entry()? {
            members.push(member);
        }
        Ok(Node::Object(members))
    }
}

/// One reader for a JSON value of each kind that a type asks for.
macro_rules! read {
    ($($method:ident => $read:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.$read(visitor)
        }
    )*};
}

impl<'n> Node<'n> {
    fn read_text<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_str(text),
            other => Err(other.instead_of("a string")),
        }
    }

    fn read_number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Unsigned(number) => visitor.visit_u64(*number),
            Self::Signed(number) => visitor.visit_i64(*number),
            Self::Float(number) => visitor.visit_f64(*number),
            other => Err(other.instead_of("a number")),
        }
    }

    fn read_bool<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Bool(value) => visitor.visit_bool(*value),
            other => Err(other.instead_of("a boolean")),
        }
    }

    fn read_unit<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Null => visitor.visit_unit(),
            other => Err(other.instead_of("null")),
        }
    }

    fn read_list<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::List(nodes) => visitor.visit_seq(Elements(nodes.iter())),
            other => Err(other.instead_of("a sequence")),
        }
    }

    fn read_object<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Object(members) => {
                visitor.visit_map(Members { rest: members.iter(), value: &Node::Null })
            }
            other => Err(other.instead_of("a map")),
        }
    }
}

impl<'de> Deserializer<'de> for &Node<'_> {
    type Error = Error;

    read! {
        deserialize_bool => read_bool;
        deserialize_u8 => read_number;
        deserialize_u16 => read_number;
        deserialize_u32 => read_number;
        deserialize_u64 => read_number;
        deserialize_i8 => read_number;
        deserialize_i16 => read_number;
        deserialize_i32 => read_number;
        deserialize_i64 => read_number;
        deserialize_f32 => read_number;
        deserialize_f64 => read_number;
        deserialize_char => read_text;
        deserialize_str => read_text;
        deserialize_string => read_text;
        deserialize_identifier => read_text;
        deserialize_unit => read_unit;
        deserialize_seq => read_list;
        deserialize_map => read_object;
    }
    forward_to_deserialize_any! { u128 i128 bytes byte_buf unit_struct tuple tuple_struct }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::Null => visitor.visit_unit(),
            Node::Bool(_) => self.read_bool(visitor),
            Node::Unsigned(_) | Node::Signed(_) | Node::Float(_) => self.read_number(visitor),
            Node::Text(_) => self.read_text(visitor),
            Node::List(_) => self.read_list(visitor),
            Node::Object(_) => self.read_object(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        LEFT_OUT.set(true);
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.read_object(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Node::Text(_) => visitor.visit_enum(Choice { name: self, content: &Node::Null }),
            Node::Object(members) => match members.as_slice() {
                [(name, content)] => visitor.visit_enum(Choice { name, content }),
                [] | [_, _, ..] => Err(self.instead_of("an object with one member")),
            },
            other => Err(other.instead_of("a string or map")),
        }
    }
}

struct Elements<'n, 'a>(std::slice::Iter<'n, Node<'a>>);

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|node| seed.deserialize(node)).transpose()
    }

    /// Known, and so a list is as large as it needs to be: of a return each would be four times that.
    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Members<'n, 'a> {
    rest: std::slice::Iter<'n, (Node<'a>, Node<'a>)>,
    value: &'n Node<'a>,
}

impl<'de> MapAccess<'de> for Members<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.value)
    }
}

/// A variant: a text alone, or an object whose one member it names.
struct Choice<'n, 'a> {
    name: &'n Node<'a>,
    content: &'n Node<'a>,
}

impl<'de, 'n, 'a> EnumAccess<'de> for Choice<'n, 'a> {
    type Error = Error;
    type Variant = &'n Node<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self::Variant), Error> {
        Ok((seed.deserialize(self.name)?, self.content))
    }
}

impl<'de> VariantAccess<'de> for &Node<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self {
            Node::Null => Ok(()),
            other => Err(other.instead_of("a variant without contents")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.read_list(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.read_object(visitor)
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
