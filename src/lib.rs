//! Multi-agency case audits of children's safeguarding.
//!
//! Several agencies audit the same child's file with one audit [`tool`]; each
//! completes an [`audit_return`] for a [`round`], [`check`]ed for completeness
//! and signed in an [`envelope`]; the [`panel`] imports the returns, integrates
//! their gradings and agrees judgements.
//!
//! Arrows point down: `ui` -> `browser` -> core, and within the core
//! [`panel`] -> [`check`] -> [`audit_return`] -> [`round`] -> [`tool`].
//! The core knows no browser, clock or source of randomness: both are passed in.

#![warn(missing_docs)]

pub mod audit_return;
pub mod check;
pub mod chronology;
pub mod envelope;
mod gather;
pub mod guard;
pub mod id;
mod json;
pub mod panel;
pub mod prose;
pub mod report;
pub mod round;
#[cfg(feature = "sample")]
pub mod sample;
#[cfg(feature = "schema")]
pub mod schema;
pub mod store;
pub mod text;
pub mod timescale;
pub mod tool;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod ui;
