//! The versions signed so far, as they are shown and printed (V-01).

use super::Desk;
use crate::audit_return::Return;
use crate::envelope::{Hash, Kind, Limits, open};
use crate::store::SignedVersion;

/// One signed version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionShown {
    /// Of the return.
    pub version: u32,
    /// When it was signed, in words.
    pub at: String,
    /// Name and role of each who signed.
    pub by: Vec<String>,
    /// SHA-256 of the file that is sent.
    pub file_fingerprint: String,
    /// Of the first signer's key.
    pub key_fingerprint: String,
}

impl Desk {
    /// Oldest first. What no longer verifies is not shown as signed.
    pub fn versions(&self) -> Vec<VersionShown> {
        let Some(working) = self.working() else { return Vec::new() };
        let mut all: Vec<VersionShown> = working
            .driver
            .read(|session| session.record().signed.iter().filter_map(shown).collect());
        // A version that was signed a second time is there twice: the later file counts.
        all.dedup_by(|later, one| {
            let same = later.version == one.version;
            if same {
                std::mem::swap(later, one);
            }
            same
        });
        all
    }
}

fn shown(signed: &SignedVersion) -> Option<VersionShown> {
    let bytes = signed.file.as_bytes();
    let verified = open(bytes, &[Kind::Return], &Limits::of(Kind::Return)).ok()?;
    let ret: Return = verified.parse().ok()?;
    let first = ret.sign_off.map(|by| [by.name.as_str(), ", ", &by.role].concat());
    let second = verified
        .second()
        .map(|second| [second.sign_off.name.as_str(), ", ", &second.sign_off.role].concat());
    Some(VersionShown {
        version: signed.version,
        at: Desk::full_moment(signed.at),
        by: first.into_iter().chain(second).collect(),
        file_fingerprint: Hash::of(signed.to_send().as_bytes()).to_string(),
        key_fingerprint: verified.thumbprint().fingerprint(),
    })
}
