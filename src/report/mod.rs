//! Reports: what the panel publishes, as data and as drawings.
//!
//! So far the charts of the integration screens; the documents follow. Nothing
//! here decides what is counted: that is [`crate::panel`]'s.

pub mod chart;
mod escape;
pub mod sheet;

pub use escape::escape;
