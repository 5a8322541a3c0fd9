//! Stories of an audit, from the invitation to the grid, told in a person's verbs.
//!
//! Files are really signed, really opened and really imported; only the
//! browser, its clock and its randomness are missing.

mod driver;

mod agencies;
mod details;
mod edge_case_index;
mod edge_cases;
mod files;
mod handling;
mod import_states;
mod injected;
mod kept;
mod long_texts;
mod lost_files;
mod main_job;
mod publishing;
mod queries;
mod siblings;
mod signing;
mod two_rounds;
mod ungraded;
mod versions;
