//! Keeping work: what a draft's record is, how it is edited and how it survives.
//!
//! A screen describes each edit as a [`Change`]; [`apply`] makes it in memory, the
//! [`Journal`] holds it until the [`DraftRecord`] does.

mod apply;
mod change;
mod draft;
mod journal;
#[cfg(test)]
mod testing;

pub use apply::apply;
pub use change::{
    AnswerChange, AreaChange, AuditorChange, Change, ImmediateChange, InvolvementChange,
    LineChange, OverallChange,
};
pub use draft::{BIN_DAYS, DraftRecord, FileCopy, RecordError, SignedVersion};
pub use journal::{Journal, JournalText, Replay};
