//! What stands behind a number of a chart or table.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::maker::Maker;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{CaseRef, ThemeId};
use crate::panel::Workbook;
use crate::panel::findings::{FindingKind, FindingView};
use crate::panel::manuscript::Measure;
use crate::panel::reaudit::{FollowedUp, ra03_followed_up, ra03_year_on_year};
use crate::report::document::{Counted, DocumentKind, Evidence, FigureCount, figure_theme};
use crate::tool::Condition;

/// What stands behind "2 of 3" actions of the round before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionsBehind {
    /// The theme from which they followed.
    pub theme: String,
    /// Each as it stands now.
    pub actions: Vec<FollowedUp>,
}

/// RA-03: the actions that followed from a theme of the round `before`, where that was an issue there.
pub fn figure_actions(before: &Workbook, now: &Workbook, theme: &Hash) -> Option<ActionsBehind> {
    let rows = ra03_year_on_year(before, now).rows;
    let row = rows.into_iter().find(|row| figure_theme(&row.theme) == *theme)?;
    let actions = ra03_followed_up(before, now, &row.theme);
    Some(ActionsBehind { theme: row.theme, actions })
}

/// The cases that are counted as things stand, with the answers, judgements or findings that make the number; `None`
/// of actions, which [`figure_actions`] tells.
pub fn figure_counted(
    workbook: &Workbook,
    count: &FigureCount,
) -> Option<(Counted, Vec<Evidence>)> {
    // No sentence is made of it: neither the kind nor the day tells in anything.
    let maker = Maker::new(DocumentKind::Overview, workbook, NaiveDate::default());
    let (counted, behind) = match count {
        FigureCount::Graded { area, is } => {
            maker.measure(&Measure::Graded { area: area.clone(), is: is.clone() })
        }
        FigureCount::Answered { prompt, value } => {
            let (prompt, is) = (prompt.clone(), vec![value.clone()]);
            maker.measure(&Measure::Answers(Condition::Answer { prompt, is }))
        }
        FigureCount::Theme(theme) => maker.of_theme(theme),
        FigureCount::Actions(_) => return None,
    };
    let behind: BTreeSet<Evidence> = gathered(behind);
    Some((counted, behind.into_iter().collect()))
}

impl Maker<'_> {
    /// RA-03: the cases in which something of a theme is an issue, with the findings that say so.
    fn of_theme(&self, theme: &ThemeId) -> (Counted, Vec<Evidence>) {
        let is_of_theme = |view: &&FindingView| {
            view.finding.kind == FindingKind::Issue && view.finding.themes.contains(theme)
        };
        let views: Vec<&FindingView> = self.findings.iter().filter(is_of_theme).collect();
        let mut cases: Vec<CaseRef> = self.cases();
        let all = cases.len();
        cases.retain(|case| views.iter().any(|view| view.quantified.cases.contains(case)));
        let told = views.iter().filter(|view| !view.quantified.cases.is_empty());
        let behind = told.flat_map(|view| self.evidence_of(view)).collect();
        (Counted::new(cases, all, all), behind)
    }
}
