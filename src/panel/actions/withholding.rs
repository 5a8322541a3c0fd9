//! I-08: texts of the plan as they leave in files: of what may tell who somebody is, only what it is stands there.
//!
//! The plan keeps its own texts: what was recorded once is not recorded otherwise, so a plan that held such words could
//! never be saved as a file again.

use chrono::{DateTime, NaiveDate, Utc};

use crate::guard::{Finding, Guard, Kind, withheld};
use crate::panel::guard_of_question;
use crate::panel::workbook::Workbook;

/// What files of the plan are written without.
#[derive(Debug)]
pub struct Withholding<'w> {
    guard: Guard,
    /// The round's own agencies and board: their names tell of no child.
    named: Vec<&'w str>,
    is_meant: bool,
}

impl<'w> Withholding<'w> {
    /// Of a file that is written at this moment. With `is_meant` a person has looked at names, schools and days, and
    /// they are of the work.
    pub fn of(workbook: &'w Workbook, at: DateTime<Utc>, is_meant: bool) -> Self {
        let plan = workbook.plan();
        let agencies = plan.agencies.iter().map(|agency| agency.name.as_str());
        Self {
            guard: guard_of_question(&plan.round, at),
            named: agencies.chain([plan.round.board.name.as_str()]).collect(),
            is_meant,
        }
    }

    /// What is withheld of a text, first to last.
    pub fn found(&self, text: &str) -> Vec<Finding> {
        let mut found = self.guard.find(text);
        found.retain(|one| !self.may_go(one, text));
        found
    }

    /// The text as it leaves.
    pub fn text(&self, text: &str) -> String {
        withheld(text, &self.found(text))
    }

    /// A day as the plan itself writes it, however long ago, is one of the work unless the text says that it is of a
    /// birth.
    fn may_go(&self, one: &Finding, text: &str) -> bool {
        let words = one.quoted(text);
        let is_day_of_plan = one.kind == Kind::FullDate && words.parse::<NaiveDate>().is_ok();
        let is_named = || self.named.iter().any(|name| name.contains(words));
        is_day_of_plan || (one.kind.may_be_meant() && (self.is_meant || is_named()))
    }
}
