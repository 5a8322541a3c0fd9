//! What a file claims to be, before anything in it is believed.

use super::countersign::{Both, is_countersigned};
use super::header::RawHeader;
use super::json_fault::JsonFault;
use super::jwe::{self, Closed};
use super::kind::Typ;
use super::payload::unknown_kind;
use super::strict_json::{Outline, look_over};
use super::{Kind, Limits, Looks, OpenError, Part, Thumbprint};

/// The kind that a file claims, so that a wrong one gets the right sentence.
///
/// Cheap, and worth as much as a file's name: nothing has been verified.
pub fn claimed_kind(bytes: &[u8], limits: &Limits) -> Result<Kind, OpenError> {
    let outline = outline(bytes, limits)?;
    match Form::of(&outline)? {
        Form::Signed => RawHeader::of(&outline)?.kind(),
        Form::Plain(kind) => Ok(kind),
        Form::Closed => jwe::RawHeader::of(&outline)?.parameters()?.kind(),
        Form::Countersigned => Both::of(bytes)?.kind(),
    }
}

/// The key that a file names as its signer, though its signature may not hold.
///
/// For a person who telephones the sender about an altered file (V-06); it proves nothing.
pub fn claimed_signer(bytes: &[u8], limits: &Limits) -> Option<Thumbprint> {
    let file = outline(bytes, limits).ok()?;
    match Form::of(&file).ok()? {
        Form::Signed => Some(RawHeader::of(&file).ok()?.read().ok()?.thumbprint),
        Form::Countersigned => Some(Both::of(bytes).ok()?.first().read().ok()?.thumbprint),
        Form::Plain(_) | Form::Closed => None,
    }
}

/// The shapes that our files have.
pub(super) enum Form {
    /// JWS Flattened JSON Serialization (RFC 7515 7.2.2).
    Signed,
    /// An object that names its kind in the open.
    Plain(Kind),
    /// The same with a second signature (RFC 7515 7.2.1).
    Countersigned,
    /// Encrypted: JWE in one of its JSON serializations (RFC 7516 7.2).
    Closed,
}

impl Form {
    pub(super) fn of(outline: &Outline<'_>) -> Result<Self, OpenError> {
        let has = |name| outline.get(name).is_some();
        if has("ciphertext") {
            return Ok(Self::Closed);
        }
        if is_countersigned(outline) {
            return Ok(Self::Countersigned);
        }
        if has("protected") || has("payload") && has("signature") {
            return Ok(Self::Signed);
        }
        let typ = outline.text("typ").ok_or(OpenError::NotOurs)?;
        match Kind::from_typ(typ) {
            Typ::Ours(kind) => Ok(Self::Plain(kind)),
            Typ::OursUnknown => Err(unknown_kind(typ)),
            Typ::Foreign => Err(OpenError::NotOurs),
        }
    }
}

/// What to say of an encrypted file where one that can be read was wanted.
pub(super) fn still_closed(file: &Outline<'_>, expected: &[Kind]) -> Result<OpenError, OpenError> {
    let found = jwe::RawHeader::of(file)?.parameters()?.kind()?;
    Ok(match Closed::of(file) {
        _ if !expected.contains(&found) => {
            OpenError::WrongKind { expected: expected.to_vec(), found }
        }
        Closed::Sealed => OpenError::SealedToOthers { kind: found },
        Closed::Passphrase => OpenError::NeedsPassphrase { kind: found },
    })
}

/// Size first, then the whole file looked over.
pub(super) fn outline<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Outline<'a>, OpenError> {
    limits.admit(bytes.len() as u64)?;
    if bytes.is_empty() {
        return Err(OpenError::Empty);
    }
    look_over(bytes, &limits.of_wrapper()).map_err(|fault| explain(bytes, fault))
}

/// A fault of JSON is news only if the file was meant to be JSON at all.
fn explain(bytes: &[u8], fault: JsonFault) -> OpenError {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if text.starts_with(b"{") || text.starts_with(b"[") || utf16 {
        return OpenError::Json { part: Part::File, fault };
    }
    let looks = match text {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Looks::OfficeOrZip,
        [b'%', b'P', b'D', b'F', ..] => Looks::Pdf,
        [b'<', ..] => Looks::WebPage,
        _ => Looks::Unknown,
    };
    OpenError::NotJson { looks }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(bytes: &[u8]) -> Result<Kind, OpenError> {
        claimed_kind(bytes, &Limits::of(Kind::Return))
    }

    #[test]
    fn a_file_of_another_program_is_named_by_its_looks() {
        let rows: [(&[u8], Looks); 6] = [
            (b"PK\x03\x04\x14\0\x06\0", Looks::OfficeOrZip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Looks::OfficeOrZip),
            (b"%PDF-1.7\n", Looks::Pdf),
            (b"\r\n<!doctype html>", Looks::WebPage),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Looks::Unknown),
            (b"Dear colleague", Looks::Unknown),
        ];
        for (bytes, looks) in rows {
            assert_eq!(claim(bytes), Err(OpenError::NotJson { looks }), "{bytes:?}");
        }
    }

    #[test]
    fn json_of_another_program_is_not_ours() {
        for text in ["{}", "[]", "null", "7", r#"{"typ":"JWT"}"#, r#"{"payload":"e30","type":1}"#] {
            assert_eq!(claim(text.as_bytes()), Err(OpenError::NotOurs), "{text}");
        }
    }

    #[test]
    fn a_file_saved_by_a_text_editor_is_said_to_be() {
        let part = Part::File;
        assert_eq!(
            claim("\u{feff}{}".as_bytes()),
            Err(OpenError::Json { part, fault: JsonFault::ByteOrderMark })
        );
        assert_eq!(
            claim(b"\xff\xfe{\0}\0"),
            Err(OpenError::Json { part, fault: JsonFault::NotUtf8 })
        );
    }
}
