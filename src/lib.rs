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
//!
//! The way of one return, from its auditor's check to the panel's matrix:
//!
//! ```
//! use multi_agency_audit::check::{Readiness, check};
//! use multi_agency_audit::panel::{ImportOutcome, Matrix, Stamp};
//! use multi_agency_audit::sample;
//!
//! let round = sample::s3_round();
//! let sent = &round.returns()[0];
//! let notices = check(&round.plan().round, &sent.audit_return);
//! assert!(Readiness::of(&notices, &sent.audit_return).blocks.is_empty(), "it could be signed");
//!
//! let stamp = Stamp { by: "Coordinator".into(), at: "2026-06-22T09:00:00Z".parse().unwrap() };
//! let mut workbook = round.workbook();
//! let batch = workbook.begin_import(&stamp);
//! let opened = round.opener().open("return.json", &sent.file);
//! assert_eq!(workbook.admit(batch, opened, &stamp).outcome, ImportOutcome::Admitted);
//!
//! let totals = Matrix::of(&workbook, stamp.at.date_naive()).totals;
//! assert_eq!((totals.came(), totals.asked), (1, 61));
//! ```

#![warn(missing_docs)]
// Tests sort and write as they like; what a page loads does by `order`, `json` and `text` (`clippy.toml`).
#![cfg_attr(not(test), deny(clippy::disallowed_methods))]

pub mod audit_return;
pub mod check;
pub mod chronology;
pub mod envelope;
mod gather;
pub mod guard;
pub mod id;
mod json;
mod order;
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
