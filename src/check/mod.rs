//! Checks of one return: what stops signing, what needs a reason, what is worth knowing.
//!
//! Every rule is one small function with its id in its name; `rules()` runs all.
//! A broken file is an error of [`crate::envelope`]; an unfinished return is a
//! list of [`Notice`]s here. The two are never mixed.

mod notice;

pub use notice::{AreaPart, Level, Notice, Place, RuleId};
