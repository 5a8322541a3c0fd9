//! Draft files: unfinished work, unsigned, with a checksum against damage.
//!
//! `{"typ": ..., "sha256": ..., "contents": {...}}`: readable in any editor, and
//! the checksum is over the exact bytes of `contents`, so a draft that another
//! program reformatted is noticed, not guessed at.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::claim::{Form, claimed_kind, outline, still_closed};
use super::json_fault::shortened;
use super::payload::{Contents, to_bytes};
use super::{Hash, Kind, Limits, OpenError, Part, Payload, WriteError};

const MEMBERS: [&str; 3] = ["typ", "sha256", "contents"];
/// A draft with this member is closed as its device kept it: `store` knows how.
const LOCKED: &str = "vault";

/// A draft whose checksum holds. Only [`open_draft`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft(Contents);

impl Draft {
    /// The exact bytes that were saved.
    pub fn payload(&self) -> &[u8] {
        &self.0.bytes
    }

    /// What it holds, parsed from these bytes.
    pub fn parse<T: Payload>(&self) -> Result<T, OpenError> {
        self.0.parse()
    }

    /// The same of a type that is kept instead of the file: what it would leave out is a newer program's, and
    /// would be lost.
    pub fn parse_whole<T: Payload>(&self) -> Result<T, OpenError> {
        self.0.parse_whole()
    }
}

/// The file for a draft's contents, the exact UTF-8 of a JSON object.
pub fn write_draft(payload: Vec<u8>) -> Result<Vec<u8>, WriteError> {
    let limits = Limits::of(Kind::Draft);
    let contents = Contents { kind: Kind::Draft, bytes: payload, limits };
    contents.check().map_err(WriteError::WouldNotOpen)?;
    // Around an object, white space belongs to the file and not to the contents.
    let payload = contents.bytes.trim_ascii();
    let hash = Hash::of(payload).to_string();
    let typ = Kind::Draft.typ();
    let head = ["{\"typ\":\"", &typ, "\",\"sha256\":\"", &hash, "\",\"contents\":"].concat();
    let file = [head.as_bytes(), payload, b"}\n"].concat();
    limits.admit(file.len() as u64).map_err(WriteError::WouldNotOpen)?;
    Ok(file)
}

/// The file for a typed draft.
pub fn write_draft_of<T: Payload>(payload: &T) -> Result<Vec<u8>, WriteError> {
    write_draft(to_bytes(payload)?)
}

/// Opens a draft.
pub fn open_draft(bytes: &[u8], limits: &Limits) -> Result<Draft, OpenError> {
    let file = outline(bytes, limits)?;
    let found = match Form::of(&file)? {
        Form::Plain(kind) => kind,
        Form::Closed => return Err(still_closed(&file, &[Kind::Draft])?),
        Form::Signed | Form::Countersigned => match claimed_kind(bytes, limits)? {
            Kind::Draft => return Err(OpenError::SignedDraft),
            other => other,
        },
    };
    if found != Kind::Draft {
        return Err(OpenError::WrongKind { expected: vec![Kind::Draft], found });
    }
    if file.get(LOCKED).is_some() {
        return Err(OpenError::NeedsPassphrase { kind: found });
    }
    if let Some(name) = file.other_than(&MEMBERS) {
        return Err(OpenError::UnexpectedMember { name: shortened(name) });
    }
    let missing = |name| OpenError::MissingMember { part: Part::File, name };
    let saved = file.text("sha256").ok_or(missing("sha256"))?;
    let contents = contents_of(bytes).ok_or(missing("contents"))?;
    let found = Hash::of(contents.as_bytes());
    if saved.parse() != Ok(found) {
        return Err(OpenError::ChecksumMismatch { found });
    }
    let bytes = contents.as_bytes().to_vec();
    Ok(Draft(Contents { kind: Kind::Draft, bytes, limits: *limits }))
}

/// The member `contents`, letter for letter.
fn contents_of(bytes: &[u8]) -> Option<&str> {
    #[derive(Deserialize)]
    struct File<'a> {
        #[serde(borrow)]
        contents: &'a RawValue,
    }
    serde_json::from_slice::<File<'_>>(bytes).ok().map(|file| file.contents.get())
}

#[cfg(test)]
mod tests;
