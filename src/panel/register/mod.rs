//! The register: every imported file with its state.
//!
//! A file that was opened and belongs to this round becomes an [`Entry`]; one
//! that was not becomes a [`RefusedFile`], of which only the outcome is kept.
//! States are computed for all files of one place together, so the order in
//! which they arrive does not matter.

mod admit;
mod chain;
mod decide;
mod entry;
mod file_decision;
mod late;
mod letter;
mod listing;
mod open;
mod outcome;
mod settle;
mod trusted;
mod untrusted;
mod wording;

pub(in crate::panel) use decide::Decisions;
pub use decide::{Choice, DecisionError, SignerDecision, Trust};
pub use entry::{
    BatchId, Entry, EntryState, Facts, RefusedFile, Register, ReturnKey, SecondSignature,
};
pub use file_decision::FileDecision;
pub use late::{Late, LateBasis};
pub(in crate::panel) use letter::Claim;
pub use letter::{ConcernLine, Letter, LetterEntry, LetterState, OpenedLetter};
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
