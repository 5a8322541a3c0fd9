//! Reports: what the panel publishes, as data and as drawings.
//!
//! So far the charts of the integration screens, sheets to print, minutes and the
//! log; the documents follow. Nothing here decides what is counted: that is
//! [`crate::panel`]'s.

mod case_papers;
pub mod chart;
mod csv;
mod escape;
mod log;
mod minutes;
pub mod sheet;

pub use case_papers::case_papers;
pub use csv::csv;
pub use escape::escape;
pub use log::{LogLine, log_csv, log_json, log_lines};
pub use minutes::minutes;
