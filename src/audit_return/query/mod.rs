//! Questions of the panel to one slot about its returns, and what their auditor answers.
//!
//! The panel signs a [`QueryPack`] with the round's key; [`open_pack`] opens it where
//! an invitation of that round is. Each [`Question`] has an id that never changes
//! and says what it is [`About`]. Its answer stands in the next version of the
//! return, as a [`PanelQuestion`].
//!
//! Not here: which draft of a device a pack is for ([`crate::store`]), what keeps
//! an answered return from being signed ([`crate::check`]), and what the panel
//! has asked so far ([`crate::panel`]).

mod about;
mod open;
mod pack;
mod question;
#[cfg(test)]
mod tests;
mod words;

pub use about::{About, AreaAsked};
pub use open::{Inviting, PackError, open_pack};
pub use pack::{QueryPack, ReturnQuestions, VersionAsked};
pub use question::{LONGEST_QUESTION, MOST_QUESTIONS, PanelQuestion, Question};
