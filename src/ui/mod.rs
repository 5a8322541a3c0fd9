//! The two programs' screens, in Leptos. No rules here.

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used))]

/// Named texts of a screen, each documented by itself.
macro_rules! words {
    ($($name:ident = $text:literal;)*) => { $( #[doc = $text] pub const $name: &str = $text; )* };
}

mod anew;
mod apart;
pub mod auditor;
pub mod chart;
pub mod dates;
pub mod govuk;
pub mod guarded;
mod history;
pub mod on_demand;
pub mod panel;
pub mod prose_page;
pub mod router;
pub mod sheet;
pub mod start;
