//! What an envelope holds: bytes of a declared format version, parsed once.

use std::fmt;

use serde::de::{self, DeserializeOwned};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::json_fault::shortened;
use super::strict_json::{Member, look_over};
use super::{Kind, Limits, OpenError, Part, WriteError};
use crate::json::Document;

const VERSION: &str = "format_version";
const DETAIL_SHOWN: usize = 200;

/// The contents of one kind of file.
///
/// Its JSON is an object with the member `format_version`; [`FormatVersion`] writes it.
pub trait Payload: Serialize + DeserializeOwned {
    /// The kind of file that holds it.
    const KIND: Kind;
    /// The format this program writes, and the newest it reads. From 1.
    const FORMAT_VERSION: u32;

    /// What it says that cannot be, such as "its version is 0": such contents are neither read nor signed.
    fn impossible(&self) -> Option<&'static str> {
        None
    }
}

/// The member `format_version` of a [`Payload`] whose newest version is `NEWEST`.
///
/// Written as `NEWEST`; read from 1 up to it, so that a type that reads older
/// files too needs nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FormatVersion<const NEWEST: u32>;

impl<const NEWEST: u32> Serialize for FormatVersion<NEWEST> {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        writer.serialize_u32(NEWEST)
    }
}

impl<'de, const NEWEST: u32> Deserialize<'de> for FormatVersion<NEWEST> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let found = u32::deserialize(reader)?;
        if (1..=NEWEST).contains(&found) {
            Ok(Self)
        } else {
            Err(de::Error::custom("unknown format_version"))
        }
    }
}

#[cfg(feature = "schema")]
impl<const NEWEST: u32> schemars::JsonSchema for FormatVersion<NEWEST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("FormatVersion{NEWEST}").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": NEWEST })
    }
}

/// Contents that have been verified, but not yet understood.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Contents {
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
    pub(super) limits: Limits,
}

impl Contents {
    /// Looks over the bytes, checks kind and version, then parses these very bytes.
    pub(super) fn parse<T: Payload>(&self) -> Result<T, OpenError> {
        self.read().map(|(value, _)| value)
    }

    /// The same of what will be kept as it was parsed: with members that `T` leaves out it is a newer
    /// program's.
    pub(super) fn parse_whole<T: Payload>(&self) -> Result<T, OpenError> {
        match self.read()? {
            (value, false) => Ok(value),
            (_, true) => {
                let found = self.format_version()?;
                Err(OpenError::NewerVersion { found, supported: T::FORMAT_VERSION })
            }
        }
    }

    fn read<T: Payload>(&self) -> Result<(T, bool), OpenError> {
        if T::KIND != self.kind {
            return Err(OpenError::WrongKind { expected: vec![T::KIND], found: self.kind });
        }
        let found = self.format_version()?;
        if found > i64::from(T::FORMAT_VERSION) {
            return Err(OpenError::NewerVersion { found, supported: T::FORMAT_VERSION });
        }
        let document = Document::of(&self.bytes).map_err(|error| contents(&error))?;
        let read: (T, bool) = document.read_all().map_err(|error| contents(&error))?;
        match read.0.impossible() {
            Some(what) => Err(OpenError::Impossible { what }),
            None => Ok(read),
        }
    }

    fn format_version(&self) -> Result<i64, OpenError> {
        let outline = look_over(&self.bytes, &self.limits)
            .map_err(|fault| OpenError::Json { part: Part::Contents, fault })?;
        match outline.get(VERSION) {
            Some(Member::Whole(found)) if *found >= 1 => Ok(*found),
            Some(Member::Whole(_) | Member::Text(_) | Member::Other) | None => {
                Err(OpenError::NoFormatVersion)
            }
        }
    }

    /// Whether we could read them again: asked before they are given out.
    pub(super) fn check(&self) -> Result<(), OpenError> {
        self.format_version().map(|_| ())
    }
}

impl fmt::Debug for Contents {
    /// Contents are about real children: they never reach a log.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Contents({}, {} bytes)", self.kind, self.bytes.len())
    }
}

/// The JSON of a typed payload.
pub(super) fn to_bytes<T: Payload>(payload: &T) -> Result<Vec<u8>, WriteError> {
    if let Some(what) = payload.impossible() {
        return Err(WriteError::WouldNotOpen(OpenError::Impossible { what }));
    }
    crate::json::to_vec(payload).map_err(|error| WriteError::WouldNotOpen(contents(&error)))
}

/// What serde says of the contents, short enough to keep.
fn contents(error: &serde_json::Error) -> OpenError {
    OpenError::Contents { detail: error.to_string().chars().take(DETAIL_SHOWN).collect() }
}

/// `typ` of a kind that this program does not know.
pub(super) fn unknown_kind(typ: &str) -> OpenError {
    OpenError::UnknownKind { typ: shortened(typ) }
}
