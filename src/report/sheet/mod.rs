//! A return, or a blank tool, as it stands on paper: questions, what was said, nothing to press.
//!
//! Pure data: the auditor's page shows it, [`page_of_tool`] writes it as a page of
//! its own for those whose browser runs no program. Text stands there whole.

mod beside;
mod blank;
mod closing;
mod concern;
mod diff;
mod filled;
mod html;
mod read;
pub mod said;
mod text;
mod words;

pub use blank::blank;
pub use concern::concern_sheet;
pub use diff::{RowDiff, compared, diff};
pub use filled::{Filled, SignedAs, Standing, filled};
pub use html::{file_of, page_of_tool};
pub use read::{differences, read};
pub use text::text_of;

use crate::audit_return::About;

/// Something to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its heading.
    pub title: String,
    /// Which round, case and agency it belongs to.
    pub caption: String,
    /// Stands at the head of every page: what it is, and whether it counts.
    pub mark: String,
    /// In order.
    pub parts: Vec<Part>,
}

/// One headed part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// A paragraph under it.
    pub introduction: String,
    /// In order.
    pub rows: Vec<Row>,
}

/// One question, with what was said or room to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The question.
    pub asks: String,
    /// The answer, or room for one.
    pub said: Said,
    /// The place of the return that it shows, for questions of the panel; `None` where they
    /// can be about nothing so small.
    pub about: Option<About>,
}

/// What stands under a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// What was said, whole.
    Text(String),
    /// Room to write.
    Room {
        /// To tick.
        options: Vec<String>,
        /// To write on.
        lines: u8,
    },
}

impl Part {
    pub(in crate::report) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), introduction: String::new(), rows: Vec::new() }
    }
}

impl Row {
    pub(in crate::report) fn text(asks: impl Into<String>, said: impl Into<String>) -> Self {
        Self { asks: asks.into(), said: Said::Text(said.into()), about: None }
    }

    /// The same, of this place of a return.
    fn of(self, about: About) -> Self {
        Self { about: Some(about), ..self }
    }

    pub(in crate::report) fn room(
        asks: impl Into<String>,
        options: Vec<String>,
        lines: u8,
    ) -> Self {
        Self { asks: asks.into(), said: Said::Room { options, lines }, about: None }
    }
}

fn numbered(area: &crate::tool::Area) -> String {
    [&area.number.to_string(), ". ", &area.title].concat()
}

/// "4.5 Was the child seen alone?"
fn question(prompt: &crate::tool::Prompt, wording: &str) -> String {
    [prompt.id.as_str(), " ", wording].concat()
}
