//! Counting facts across cases: "in four of the five" (R-02, N-20).
//!
//! Agencies' answers to one prompt are first brought together into one answer
//! of the case ([`CaseAnswer`]); only then are cases counted, so a case counts
//! once however many agencies tell of it. Every count leads back to the cases,
//! and every case to the answers behind.

mod case_answer;
mod count;
mod decision;
mod questions;
mod voices;

pub use case_answer::{CaseAnswer, CaseAnswers, Integrated, Said};
pub use count::{CaseCount, RoundAnswers, WhereCount};
pub use decision::{CaseAnswerDecision, CaseAnswerError};

#[cfg(test)]
mod tests;
