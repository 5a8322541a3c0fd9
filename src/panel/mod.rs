//! The panel: what it imports, trusts and refuses, and what it makes of the returns together.
//!
//! A [`Workbook`] holds one round's working state. Files are opened apart from
//! it ([`Opener`], heavy, in parallel) and admitted one after the other
//! ([`Workbook::admit`], cheap). Whatever the order of import, the same files
//! and decisions end in the same register: the state of a return is computed
//! from all files of its place, never from what came first.
//!
//! Not here: bytes and signatures ([`crate::envelope`]), rules on one return
//! ([`crate::check`]).

pub mod actions;
mod case_out;
pub mod chronology;
pub mod concerns;
pub mod copies;
pub mod counts;
mod discrepancy;
pub mod expectation;
pub mod findings;
#[cfg(test)]
pub(crate) mod fixture;
pub mod integration;
pub mod invitations;
mod judgement;
pub mod keys;
mod limitations;
mod log;
pub mod manuscript;
pub mod mapping;
mod matrix;
pub mod meeting;
mod queries;
mod queue;
pub mod reaudit;
mod records;
mod register;
pub mod retention;
pub mod sampling;
pub mod search;
mod taken_back;
mod tool_versions;
mod unfinished;
mod workbook;
mod written;

pub use case_out::{CaseError, Instead, OutReason, Replacement, out_reasons, v09_reason};
pub use discrepancy::{Discrepancy, discrepancies};
pub use invitations::IssuedInvitation;
pub use judgement::{
    DIFFERS_FROM_ALL_WORDS, Decision, Dissent, Judgement, JudgementError, JudgementState, RestsOn,
    Subject, Verdict,
};
pub use limitations::{
    Limitation, LimitationKind, general_limitations, k03_limitations, limitations_paragraph,
};
pub use log::{Event, Log, LogEntry, Stamp};
pub use matrix::{Cell, CellState, Column, Matrix, Outstanding, Received, Row, Totals};
pub use queries::{
    IssuedPack, KeptDespite, NewQuery, Query, QueryAnswer, QueryError, QueryStanding, QueryState,
    Questions, SlotQuestions, WithdrawnQuery, guard_of_question,
};
pub use queue::{Batch, Progress, Queue};
pub use records::PanelRecords;
pub use register::{
    BatchId, Block, Choice, ConcernLine, DecisionError, Entry, EntryState, Facts, FileDecision,
    FileGroup, FileLine, ImportOutcome, ImportRow, LastImport, Late, LateBasis, Letter,
    LetterEntry, LetterState, NotInvited, OpenedFile, OpenedLetter, OpenedReturn, Opener,
    QuarantineReason, Refusal, RefusedFile, Register, ReturnKey, RowNote, SecondHolder,
    SecondSignature, SignerDecision, Trust, Unopened, UntrustedConcern, file_lines,
};
pub use taken_back::TakenBack;
pub use tool_versions::{AdoptError, EarlierTool};
pub use unfinished::Unfinished;
pub use workbook::{RestoreError, Workbook, WorkbookFile, WorkbookRecord};
pub use written::Written;
