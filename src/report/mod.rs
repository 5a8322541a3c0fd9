//! Reports: what the panel publishes, as data and as drawings.
//!
//! The five kinds of [`document`], charts, sheets to print, minutes and the log.
//! Nothing here decides what is counted: that is [`crate::panel`]'s.

mod actions;
pub mod calendar;
mod case_papers;
mod certificate;
pub mod chart;
mod cover;
mod csv;
pub mod dataset;
pub mod document;
mod escape;
mod export;
mod log;
mod minutes;
mod numbers;
mod practice_copy;
pub mod sheet;

pub use actions::{action_plan_csv, action_plan_table, action_sheet_csv};
pub use case_papers::case_papers;
pub use certificate::certificate_sheet;
pub use cover::cover_sheet;
pub use csv::csv;
pub use escape::escape;
pub use export::ExportRequest;
#[cfg(feature = "spreadsheet")]
pub use export::{ExportError, exported};
pub use log::{LogLine, log_csv, log_json, log_lines};
pub use minutes::minutes;
#[cfg(feature = "spreadsheet")]
pub use numbers::xlsx;
pub use numbers::{Numbers, numbers, numbers_csv};
pub use practice_copy::practice_copy_sheet;
