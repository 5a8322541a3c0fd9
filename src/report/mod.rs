//! Reports: what the panel publishes, as data and as drawings.
//!
//! So far the charts of the integration screens, sheets to print, minutes and the
//! log; the documents follow. Nothing here decides what is counted: that is
//! [`crate::panel`]'s.

pub mod chart;
mod cover;
mod csv;
mod escape;
mod log;
mod minutes;
mod practice_copy;
pub mod sheet;

pub use cover::cover_sheet;
pub use csv::csv;
pub use escape::escape;
pub use log::{LogLine, log_csv, log_json, log_lines};
pub use minutes::minutes;
pub use practice_copy::practice_copy_sheet;
