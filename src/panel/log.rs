//! The decision log: who did what, when and why. Only ever added to.

mod event;

pub use event::Event;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Who acts, and when by the caller's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stamp {
    /// A role such as "Coordinator"; never published.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LogEntry {
    /// Who and when.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// What.
    pub event: Event,
}

/// Everything that was done, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Log(Vec<LogEntry>);

impl Log {
    /// All entries, oldest first.
    pub fn entries(&self) -> &[LogEntry] {
        &self.0
    }

    /// The first entries, where all that follow tell only that the round's keys were saved or proved.
    pub(super) fn before_notes_of_keys(&self, count: usize) -> Option<Self> {
        let (before, since) = self.0.split_at_checked(count)?;
        let is_note = |entry: &LogEntry| {
            matches!(entry.event, Event::KeysSaved { .. } | Event::KeysProved { .. })
        };
        since.iter().all(is_note).then(|| Self(before.to_vec()))
    }

    pub(super) fn add(&mut self, stamp: &Stamp, event: Event) {
        self.0.push(LogEntry { stamp: stamp.clone(), event });
    }
}
