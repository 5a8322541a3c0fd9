//! RA-04: themes that the panel found wanting again.

use std::collections::BTreeSet;

use super::same::Share;
use crate::gather::gathered;
use crate::id::CaseRef;
use crate::panel::findings::{FindingKind, FindingView, findings};
use crate::panel::workbook::Workbook;

/// A theme found as an issue in rounds that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecurringTheme {
    /// What it is called.
    pub label: String,
    /// In how many cases it was an issue, by round; `None` where it was none.
    pub rounds: Vec<Option<Share>>,
    /// In how many rounds one after the other: those up to the last round or, where it does not recur now, the most
    /// that there were.
    pub successive: usize,
    /// The last round is one of these.
    pub now: bool,
}

/// A theme that is an issue in one round, with the findings behind it.
#[derive(Debug, Clone)]
pub(super) struct Concern {
    pub(super) label: String,
    pub(super) share: Share,
    pub(super) findings: Vec<FindingView>,
}

/// RA-04: themes found as an issue in two rounds at least that follow each other, as the rounds first found them.
pub fn ra04_recurring(rounds: &[&Workbook]) -> Vec<RecurringTheme> {
    let concerns: Vec<Vec<Concern>> = rounds.iter().map(|one| themes_of_concern(one)).collect();
    let mut labels: Vec<&str> = Vec::new();
    for concern in concerns.iter().flatten() {
        if !labels.iter().any(|label| same_theme(label, &concern.label)) {
            labels.push(&concern.label);
        }
    }
    let theme = |label: &str| {
        let of = |round: &Vec<Concern>| {
            round.iter().find(|one| same_theme(&one.label, label)).map(|one| one.share)
        };
        let rounds: Vec<Option<Share>> = concerns.iter().map(of).collect();
        let up_to_now = rounds.iter().rev().take_while(|share| share.is_some()).count();
        let now = up_to_now >= 2;
        let successive = if now { up_to_now } else { longest_run(&rounds) };
        RecurringTheme { label: label.to_owned(), rounds, successive, now }
    };
    labels.into_iter().map(theme).filter(|theme| theme.successive >= 2).collect()
}

fn longest_run(rounds: &[Option<Share>]) -> usize {
    rounds.split(Option::is_none).map(<[_]>::len).max().unwrap_or(0)
}

/// Themes of a round's issues that rest on a case that counts, in the order of the themes.
pub(super) fn themes_of_concern(workbook: &Workbook) -> Vec<Concern> {
    let of = workbook.plan().open_cases().count();
    let issues: Vec<FindingView> = findings(workbook)
        .into_iter()
        .filter(|view| view.finding.kind == FindingKind::Issue)
        .filter(|view| !view.quantified.cases.is_empty())
        .collect();
    let concern = |theme: crate::panel::findings::Theme| {
        let tagged = issues.iter().filter(|view| view.finding.themes.contains(&theme.id));
        let findings: Vec<FindingView> = tagged.cloned().collect();
        let cases: BTreeSet<&CaseRef> =
            gathered(findings.iter().flat_map(|view| &view.quantified.cases));
        let share = Share { n: cases.len(), of };
        (share.n > 0).then_some(Concern { label: theme.label, share, findings })
    };
    workbook.themes().into_iter().filter_map(concern).collect()
}

/// Boards' own themes have other ids in each round, so a theme is known by its name.
pub(super) fn same_theme(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
