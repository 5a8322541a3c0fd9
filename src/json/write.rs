//! Writes our types as JSON with little code.
//!
//! serde makes one copy of a format's writer for each type of a member, and a copy of serde_json's
//! also holds what raw texts take and what every write could fail of. Ours writes into memory, so
//! a copy is a few calls. Every letter is as serde_json writes it: files are signed and hashed.
//! Only `RawValue` and whole numbers of 128 bit are not written.

use serde::Serialize;
use serde::ser::{
    Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::Error;

/// A value as JSON without spaces; an error where a map's key is neither a text nor a number.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::new(false);
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

/// The same as text.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    to_vec(value).and_then(text)
}

/// The same for a person to read: every member stands on a line of its own.
pub fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    let mut writer = Writer::new(true);
    value.serialize(&mut writer)?;
    text(writer.out)
}

fn text(json: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(json).map_err(Error::custom)
}

struct Writer {
    out: Vec<u8>,
    /// Whether every member stands on a line of its own.
    lines: bool,
    /// Lists and objects that are open.
    depth: usize,
    /// Whether the innermost of them is still empty.
    empty: bool,
}

/// What all copies share stays apart from them, so that none holds it.
impl Writer {
    fn new(lines: bool) -> Self {
        Self { out: Vec::new(), lines, depth: 0, empty: true }
    }

    /// A text, number or truth value.
    #[inline(never)]
    fn plain<T: Serialize + ?Sized>(&mut self, value: &T) {
        let written = serde_json::to_writer(&mut self.out, value);
        debug_assert!(written.is_ok(), "memory takes every plain value");
    }

    #[inline(never)]
    fn null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    #[inline(never)]
    fn open(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.depth += 1;
        self.empty = true;
    }

    #[inline(never)]
    fn close(&mut self, bracket: u8) {
        self.depth -= 1;
        if !self.empty {
            self.line();
        }
        self.empty = false;
        self.out.push(bracket);
    }

    /// What stands before an element or a name.
    #[inline(never)]
    fn member(&mut self) {
        if !self.empty {
            self.out.push(b',');
        }
        self.empty = false;
        self.line();
    }

    fn line(&mut self) {
        if self.lines {
            self.out.push(b'\n');
            (0..self.depth).for_each(|_| self.out.extend_from_slice(b"  "));
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.member();
        self.plain(name);
        self.colon();
    }

    fn colon(&mut self) {
        let colon = if self.lines { ": " } else { ":" };
        self.out.extend_from_slice(colon.as_bytes());
    }

    /// Ends a map's key, which was written from this place on: it becomes a text.
    #[inline(never)]
    fn key_from(&mut self, place: usize) -> Result<(), Error> {
        match self.out.get(place) {
            Some(b'"') => {}
            Some(b'{' | b'[' | b'n') | None => return Err(Error::custom("key must be a string")),
            Some(_) => {
                self.out.insert(place, b'"');
                self.out.push(b'"');
            }
        }
        self.colon();
        Ok(())
    }

    #[inline(never)]
    fn open_variant(&mut self, name: &str, bracket: u8) {
        self.open(b'{');
        self.name(name);
        self.open(bracket);
    }

    #[inline(never)]
    fn close_variant(&mut self, bracket: u8) {
        self.close(bracket);
        self.close(b'}');
    }
}

/// Numbers and truth values, each as the widest of its sort.
macro_rules! plain {
    ($($method:ident: $kind:ty as $widest:ty;)*) => {$(
        fn $method(self, value: $kind) -> Result<(), Error> {
            self.plain(&<$widest>::from(value));
            Ok(())
        }
    )*};
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    plain! {
        serialize_bool: bool as bool;
        serialize_i8: i8 as i64;
        serialize_i16: i16 as i64;
        serialize_i32: i32 as i64;
        serialize_i64: i64 as i64;
        serialize_u8: u8 as u64;
        serialize_u16: u16 as u64;
        serialize_u32: u32 as u64;
        serialize_u64: u64 as u64;
        serialize_f32: f32 as f32;
        serialize_f64: f64 as f64;
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.null();
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.open(b'{');
        self.name(variant);
        value.serialize(&mut *self)?;
        self.close(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(b'[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        self.open(b'[');
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.open(b'[');
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        self.open_variant(variant, b'[');
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(b'{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.open(b'{');
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        self.open_variant(variant, b'{');
        Ok(self)
    }
}

/// Lists of every sort, by what adds an element and what ends them.
macro_rules! lists {
    ($($list:ident: $add:ident, $close:ident;)*) => {$(
        impl $list for &mut Writer {
            type Ok = ();
            type Error = Error;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.member();
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Error> {
                self.$close(b']');
                Ok(())
            }
        }
    )*};
}

lists! {
    SerializeSeq: serialize_element, close;
    SerializeTuple: serialize_element, close;
    SerializeTupleStruct: serialize_field, close;
    SerializeTupleVariant: serialize_field, close_variant;
}

/// Records of both sorts, by what ends them.
macro_rules! records {
    ($($record:ident: $close:ident;)*) => {$(
        impl $record for &mut Writer {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.name(name);
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Error> {
                self.$close(b'}');
                Ok(())
            }
        }
    )*};
}

records! {
    SerializeStruct: close;
    SerializeStructVariant: close_variant;
}

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.member();
        let place = self.out.len();
        key.serialize(&mut **self)?;
        self.key_from(place)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.close(b'}');
        Ok(())
    }
}

#[cfg(test)]
mod files;
#[cfg(test)]
mod tests;
