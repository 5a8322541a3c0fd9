//! The two programs' screens, in Leptos. No rules here.

pub mod auditor;
pub mod chart;
pub mod dates;
pub mod govuk;
mod history;
pub mod on_demand;
pub mod panel;
pub mod router;
pub mod start;
pub mod text_page;
