//! Small conveniences of this device. Nothing here is anybody's only copy of anything.

use serde::{Deserialize, Serialize};

/// What this device remembers between drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The auditor's name, asked once and offered again.
    pub name: String,
    /// The auditor's role, likewise.
    pub role: String,
    /// What the browser answered when asked to keep drafts for good; `None` while not asked (L4).
    pub storage_persisted: Option<bool>,
}
