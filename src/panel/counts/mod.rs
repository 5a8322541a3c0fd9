//! Counting facts across cases: "in four of the five" (R-02, N-20).
//!
//! Agencies' answers to one prompt are first brought together into one answer
//! of the case ([`CaseAnswer`]); only then are cases counted, so a case counts
//! once however many agencies tell of it. Every count leads back to the cases,
//! and every case to the answers behind. A case that was asked in other words, as
//! an unborn child's is, counts in no answer to the question's own (G-20).

mod case_answer;
mod contested;
mod count;
mod decision;
mod other_words;
mod questions;
mod voices;

pub use case_answer::{CaseAnswer, CaseAnswers, Integrated, Said};
pub use contested::Contested;
pub use count::{CaseCount, RoundAnswers, WhereCount};
pub use decision::{CaseAnswerDecision, CaseAnswerError};

/// How cases are called to which a question was put in other words than its own.
pub const IN_OTHER_WORDS: &str = "Asked in other words";

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
