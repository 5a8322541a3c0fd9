//! Ways in which a file goes wrong: on the disk, and in a program that is not ours.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// One change. Places are shares of whatever the input is.
#[derive(Debug, Clone)]
pub enum Mutation {
    /// Another byte.
    Byte(Index, u8),
    /// These bytes more.
    Insert(Index, Vec<u8>),
    /// Some bytes fewer.
    Remove(Index, usize),
    /// All but the beginning gone.
    Cut(Index),
    /// Some bytes twice.
    Again(Index, usize),
    /// A stretch of another input.
    Splice(Index, Index, usize),
    /// Of JSON, one value for another.
    Value(Index, Value),
    /// Of JSON, a member or an element left out.
    Without(Index),
    /// Of JSON, one value in the place of another.
    Copy(Index, Index),
    /// Of JSON, an element of a list twice.
    Twice(Index),
}

pub fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    vec(mutation(), 1..5)
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        1 => (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::Byte(at, byte)),
        1 => (at(), piece()).prop_map(|(at, piece)| Mutation::Insert(at, piece)),
        1 => (at(), 1..40_usize).prop_map(|(at, length)| Mutation::Remove(at, length)),
        1 => at().prop_map(Mutation::Cut),
        1 => (at(), 1..40_usize).prop_map(|(at, length)| Mutation::Again(at, length)),
        1 => (at(), at(), 1..200_usize).prop_map(|(to, from, length)| Mutation::Splice(to, from, length)),
        // What still is JSON gets furthest.
        6 => (at(), value()).prop_map(|(at, value)| Mutation::Value(at, value)),
        4 => at().prop_map(Mutation::Without),
        4 => (at(), at()).prop_map(|(from, to)| Mutation::Copy(from, to)),
        3 => at().prop_map(Mutation::Twice),
    ]
}

fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known = [
        "{", "}", "[", "]", "\"", ",", ":", "\\u0000", "\\ud800", "\u{202e}", "\u{feff}", "=1+1",
        "\r", "\n\n", "\t", ";",
    ];
    let known = select(known.to_vec()).prop_map(|text| text.as_bytes().to_vec());
    prop_oneof![known, vec(any::<u8>(), 1..12)]
}

fn value() -> impl Strategy<Value = Value> {
    let long = "word ".repeat(500);
    select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(4294967295_u32),
        json!(4294967296_u64),
        json!(0.5),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("x"),
        json!("good"),
        json!("yes"),
        json!("case-1"),
        json!("=1+1"),
        json!("\u{0}"),
        json!("\u{202e}txt"),
        json!(long),
        json!([]),
        json!({}),
        json!([null]),
        json!([[[[]]]]),
        json!("0000-01-01"),
        json!("9999-12-31"),
        json!("+262142-12-31"),
        json!("2026-02-30"),
        json!("262142-12-31T23:59:59Z"),
        json!("-262143-01-01T00:00:00Z"),
        json!("2026-06-01T09:00:00Z"),
    ])
}

impl Mutation {
    pub fn apply(&self, bytes: &mut Vec<u8>, other: &[u8]) {
        match self {
            Self::Value(..) | Self::Without(_) | Self::Copy(..) | Self::Twice(_) => {
                self.of_json(bytes)
            }
            Self::Byte(..)
            | Self::Insert(..)
            | Self::Remove(..)
            | Self::Cut(_)
            | Self::Again(..)
            | Self::Splice(..) => {
                self.of_bytes(bytes, other);
            }
        }
    }

    fn of_bytes(&self, bytes: &mut Vec<u8>, other: &[u8]) {
        let stretch = |of: &[u8], at: &Index, length: usize| {
            let from = at.index(of.len() + 1);
            from..(from + length).min(of.len())
        };
        match self {
            Self::Byte(at, byte) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Self::Insert(at, piece) => {
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, piece.iter().copied());
            }
            Self::Remove(at, length) => {
                let range = stretch(bytes, at, *length);
                bytes.drain(range);
            }
            Self::Cut(at) => bytes.truncate(at.index(bytes.len() + 1)),
            Self::Again(at, length) => {
                let range = stretch(bytes, at, *length);
                let piece = bytes[range.clone()].to_vec();
                bytes.splice(range.start..range.start, piece);
            }
            Self::Splice(to, from, length) => {
                let piece = other[stretch(other, from, *length)].to_vec();
                let range = stretch(bytes, to, *length);
                bytes.splice(range, piece);
            }
            _ => {}
        }
    }

    fn of_json(&self, bytes: &mut Vec<u8>) {
        let Ok(mut whole) = serde_json::from_slice::<Value>(bytes) else { return };
        let number = nodes(&mut whole);
        match self {
            Self::Value(at, value) => {
                let value = value.clone();
                with_node(&mut whole, at.index(number), |node| *node = value);
            }
            Self::Without(at) => with_node(&mut whole, at.index(number), |node| match node {
                Value::Object(members) if !members.is_empty() => {
                    let name =
                        members.keys().nth(at.index(members.len())).cloned().unwrap_or_default();
                    members.remove(&name);
                }
                Value::Array(items) if !items.is_empty() => {
                    items.remove(at.index(items.len()));
                }
                _ => {}
            }),
            Self::Copy(from, to) => {
                let mut copy = Value::Null;
                with_node(&mut whole, from.index(number), |node| copy = node.clone());
                with_node(&mut whole, to.index(number), |node| *node = copy);
            }
            Self::Twice(at) => with_node(&mut whole, at.index(number), |node| {
                if let Value::Array(items) = node
                    && !items.is_empty()
                {
                    items.push(items[at.index(items.len())].clone());
                }
            }),
            _ => {}
        }
        *bytes = serde_json::to_vec(&whole).expect("a value can be written");
    }
}

fn nodes(value: &mut Value) -> usize {
    let mut number = 0;
    walk(value, &mut |_| {
        number += 1;
        false
    });
    number
}

/// Does something with the node of this number.
fn with_node(value: &mut Value, wanted: usize, work: impl FnOnce(&mut Value)) {
    let (mut number, mut work) = (0, Some(work));
    walk(value, &mut |node| {
        let found = number == wanted;
        number += 1;
        if found && let Some(work) = work.take() {
            work(node);
        }
        found
    });
}

/// Visits every node until one says that it was the one.
fn walk(value: &mut Value, visit: &mut impl FnMut(&mut Value) -> bool) -> bool {
    if visit(value) {
        return true;
    }
    match value {
        Value::Object(members) => members.values_mut().any(|one| walk(one, visit)),
        Value::Array(items) => items.iter_mut().any(|one| walk(one, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
