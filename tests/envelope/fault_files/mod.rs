//! Makes the files of `tests/faults`, each from a sound one by one change.
//!
//! Signed here by hand, not by the code under test, which would refuse to write
//! them. `UPDATE_FAULTS=1 cargo test --test envelope` writes the folder anew.

pub mod closed;
mod contents;
pub mod countersigned;
mod draft;
mod header;
pub mod query;
mod signature;
mod wrapper;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use multi_agency_audit::envelope::SoftwareKey;

/// A file's name and its bytes.
pub type Made = (&'static str, Vec<u8>);

/// The contents that all sound files here hold.
pub const CONTENTS: &str = r#"{"format_version":1,"text":"The child was seen alone."}"#;

/// Every file of the folder but its index.
pub fn all() -> Vec<Made> {
    [
        header::all(),
        wrapper::all(),
        signature::all(),
        contents::all(),
        draft::all(),
        closed::all(),
        countersigned::all(),
        query::all(),
    ]
    .concat()
}

pub fn key() -> SoftwareKey {
    SoftwareKey::from_seed(&[42; 32])
}

pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The header of a sound return.
pub fn sound_header() -> String {
    let public = key().public_key();
    let kid = public.thumbprint();
    format!(
        r#"{{"alg":"Ed25519","typ":"application/vnd.multi-agency-audit.return+json","jwk":{{"kty":"OKP","crv":"Ed25519","x":"{public}"}},"kid":"{kid}"}}"#
    )
}

/// The three texts of a signed file.
#[derive(Clone)]
pub struct Jws {
    pub payload: String,
    pub protected: String,
    pub signature: String,
}

impl Jws {
    /// Truly signed, whatever the header and the contents are.
    pub fn sign(header: &[u8], contents: &[u8]) -> Self {
        let (protected, payload) = (base64url(header), base64url(contents));
        let signature = base64url(&key().sign(format!("{protected}.{payload}").as_bytes()));
        Self { payload, protected, signature }
    }

    /// A sound return.
    pub fn sound() -> Self {
        Self::sign(sound_header().as_bytes(), CONTENTS.as_bytes())
    }

    pub fn file(&self) -> String {
        let Self { payload, protected, signature } = self;
        format!(
            "{{\"payload\":\"{payload}\",\"protected\":\"{protected}\",\"signature\":\"{signature}\"}}\n"
        )
    }
}

/// `text` with its one `old` made `new`; a change that changes nothing is an error here.
#[track_caller]
pub fn with(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old:?} in {text}");
    text.replacen(old, new, 1)
}

/// `text` with another letter of the base64url alphabet in the middle.
pub fn with_one_letter_changed(text: &str) -> String {
    let middle = text.len() / 2;
    let mut letters = text.as_bytes().to_vec();
    letters[middle] = if letters[middle] == b'A' { b'B' } else { b'A' };
    String::from_utf8(letters).unwrap()
}
