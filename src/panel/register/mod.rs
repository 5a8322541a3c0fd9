//! The register: every imported file with its state.
//!
//! A file that was opened and belongs to this round becomes an [`Entry`]; one
//! that was not becomes a [`RefusedFile`], of which only the outcome is kept.
//! States are computed for all files of one place together, so the order in
//! which they arrive does not matter.
//!
//! How a return that does not count may count yet, and who moves it (`settle` sorts by trust, `chain` by version):
//!
//! ```text
//!                              a file comes
//!      its signer is not trusted,  |  all is well with it
//!      or it is not in order       |
//!              v                   v
//!            APART ----------> its chain ------> counts, superseded, withdrawn
//!              |   trust-signer,   |  \
//!              |   accept-content, |   \ two files claim the place
//!              |   a mapping       |    `-> CONFLICT --choose-version--> one counts,
//!              |                   v                                    the others: SET ASIDE
//!              |                  HELD   the version that it corrects is not here: that comes,
//!              |                   |     or choose-version
//!              | keep-apart        | keep-apart
//!              v                   v
//!            KEPT APART FOR GOOD, a decision beside the state
//! ```
//!
//! - Apart is [`EntryState::Quarantined`]. For itself it neither counts nor replaces; a trusted version may correct it.
//! - Of what is kept apart for good, one that was held is set aside at once; one that is apart keeps its state while
//!   there is something against it, and is set aside once there is nothing: its signer is trusted by another file.
//! - That decision is lifted by trust-signer on the file's own page, accept-content or choose-version, by nothing else.
//! - What is set aside is so by a choice of another file, and comes back when that file's import is taken back, or when
//!   it is chosen in its turn.

mod admit;
mod came_before;
mod chain;
mod concern_lines;
mod decide;
mod earlier;
mod entry;
mod file_decision;
mod late;
mod letter;
mod listing;
mod notes;
mod open;
mod outcome;
mod settle;
mod trusted;
mod untrusted;
mod wording;

pub use concern_lines::ConcernLine;
pub(in crate::panel) use decide::Decisions;
pub use decide::{Choice, DecisionError, SignerDecision, Trust};
pub use entry::{
    BatchId, Entry, EntryState, Facts, RefusedFile, Register, ReturnKey, SecondSignature,
};
pub use file_decision::FileDecision;
pub use late::{Late, LateBasis};
pub(in crate::panel) use letter::Claim;
pub use letter::{Letter, LetterEntry, LetterState, OpenedLetter};
pub use listing::{FileGroup, FileLine, LastImport, file_lines};
pub use open::{Block, OpenedFile, OpenedReturn, Opener, Unopened};
pub use outcome::{
    ImportOutcome, ImportRow, NotInvited, QuarantineReason, Refusal, RowNote, SecondHolder,
};
pub use untrusted::UntrustedConcern;

#[cfg(test)]
mod apart_tests;
#[cfg(test)]
mod tests;
