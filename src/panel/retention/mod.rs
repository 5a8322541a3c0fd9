//! Retention: working papers are destroyed once they are no longer needed, and a certificate stays (N-01).
//!
//! No period is prescribed (domain 2.8), so the board sets a date for each round. Nothing is destroyed
//! by itself: a person decides, and types the round's title. What was published and the anonymous
//! dataset stay, as they were cleared; everything else of the round goes.
//!
//! Not here: what a browser keeps and how it is emptied ([`crate::store::PurgedRecord`]).

mod certificate;
mod files;
mod rules;
mod unread;

pub use certificate::{
    Certificate, Destroyed, Elsewhere, Kept, Matter, PurgeDecision, n01_certificate, n01_kept,
};
pub use files::{OtherRounds, files_taken_off, n01_files, n01_files_of_unread, v10_files};
pub use rules::{PurgeError, Retention, n01_may_purge, n01_open_actions, n01_retention, n01_typed};
pub use unread::{UNREAD_WORD, Unread, UnreadCertificate, n01_unread_certificate};

#[cfg(test)]
mod tests;
