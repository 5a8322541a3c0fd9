//! Counting facts across cases: "in four of the five" (R-02, N-20).
//!
//! Agencies' answers to one prompt are first brought together into one answer
//! of the case ([`CaseAnswer`]); only then are cases counted, so a case counts
//! once however many agencies tell of it. Every count leads back to the cases,
//! and every case to the answers behind. A case that was asked in other words, as
//! an unborn child's is, counts in no answer to the question's own (G-20).
//!
//! A question that asks each agency about its own part ([`Prompt::of_each_agency`](crate::tool::Prompt)) has no answer
//! of the case: nobody is contradicted where agencies answer it differently, and returns are counted ([`ReturnCount`]).
//!
//! # Does this answer count?
//!
//! One question, answered in one place: [`CaseAnswers::standing`]. Everything else asks it.
//!
//! | [`AnswerStanding`] | When | In counts | On the page of counts |
//! |---|---|---|---|
//! | `Counts` | agreed, settled by the panel, or answered by nobody | as that answer; "not applicable" and "not known" in no other answer's denominator | to change, where the panel settled it |
//! | `OtherWords` | the case was asked something else, or may have been (G-20) | a number of its own, in no denominator | to settle, where only an agency read other words than the case |
//! | `Contested` | agencies contradict each other | in no answer, and part of the denominator | to settle |
//! | `OfEachAgency` | each agency was asked about its own part | returns, each leading to its case | nothing |
//! | `Resting` | the panel settled a follow-up that the answer before rules out now (N-10) | as answered by nobody | nothing: it counts again once the question arises again |
//!
//! Apart from these, what the panel settled lapses for good once a return that it rested on counts no more
//! (V-04), and for as long as the question asks each agency about its own part:
//! [`Workbook::case_answer_decision`](crate::panel::Workbook::case_answer_decision) gives none then, and the standing
//! is that of what agencies answer.

mod case_answer;
mod contested;
mod count;
mod decision;
mod other_words;
mod own_parts;
mod questions;
mod returns;
mod voices;

pub use case_answer::{AnswerStanding, CaseAnswer, CaseAnswers, Integrated, Said};
pub use contested::Contested;
pub use count::{CaseCount, RoundAnswers, WhereCount};
pub use decision::{CaseAnswerDecision, CaseAnswerError};
pub use own_parts::{OwnPart, own_parts, settled_before};
pub use returns::{CountedReturn, ReturnCount};

/// How cases are called to which a question was put in other words than its own.
pub const IN_OTHER_WORDS: &str = "Asked in other words";

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
