//! The smallest contents that a file can hold, as a return and as a draft.

use multi_agency_audit::envelope::{FormatVersion, Kind, Payload};
use serde::{Deserialize, Serialize};

/// A return that holds one text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    pub format_version: FormatVersion<1>,
    pub text: String,
}

impl Payload for Letter {
    const KIND: Kind = Kind::Return;
    const FORMAT_VERSION: u32 = 1;
}

/// A draft of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterDraft {
    pub format_version: FormatVersion<1>,
    pub text: String,
}

impl Payload for LetterDraft {
    const KIND: Kind = Kind::Draft;
    const FORMAT_VERSION: u32 = 1;
}
