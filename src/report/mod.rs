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
mod log;
mod minutes;
mod numbers;
mod own_names;
mod practice_copy;
pub mod sheet;
mod task;

#[cfg(feature = "spreadsheet")]
pub use actions::grid_xlsx;
pub use actions::{
    Grid, Identifies, action_sheet, action_sheet_of, grid_csv, i08_in_plan, i08_plan,
    i08_reminders_may_go, i08_sheet_may_go, i08_withheld, issue_step_words, plan_grid,
};
pub use case_papers::case_papers;
pub use certificate::{certificate_sheet, unread_certificate_sheet};
pub use cover::cover_sheet;
pub use csv::csv;
pub use escape::escape;
pub use log::{LogLine, action_step_words, log_csv, log_json, log_lines};
pub use minutes::minutes;
#[cfg(feature = "spreadsheet")]
pub use numbers::xlsx;
pub use numbers::{NoNumbers, Numbers, i08_confirm_numbers, i08_numbers, numbers, numbers_csv};
pub use practice_copy::practice_copy_sheet;
pub use task::{FileTask, Packed};
#[cfg(feature = "spreadsheet")]
pub use task::{TaskError, task_done};
