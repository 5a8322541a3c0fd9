//! I-09: a theme counts the cases of its findings. Where a document does not tell the number of one of these, a
//! comparison does not tell it by the theme.

use std::collections::BTreeSet;

use super::word;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::panel::Workbook;
use crate::panel::counts::RoundAnswers;
use crate::panel::findings::{FindingKind, FindingView, findings};
use crate::panel::reaudit::Share;
use crate::report::document::build::maker::Maker;
use crate::report::document::figure_theme;
use crate::report::document::publication::SmallNumbers;

/// Themes of which no number is told, round by round, by their names.
#[derive(Debug, Default)]
pub(super) struct HeldBack(Vec<BTreeSet<Hash>>);

impl HeldBack {
    /// Of these rounds, by the threshold of the last.
    pub(super) fn of(below: usize, rounds: &[&Workbook]) -> Self {
        Self(rounds.iter().map(|round| of_round(below, round)).collect())
    }

    /// Whether there is any such theme.
    pub(super) fn is_any(&self) -> bool {
        self.0.iter().any(|themes| !themes.is_empty())
    }

    /// "3 of 8" cases of a theme, or that there are some, in the round so many before this one.
    pub(super) fn share(&self, maker: &Maker, before: usize, theme: &str, share: Share) -> String {
        let round = self.0.iter().rev().nth(before);
        if round.is_some_and(|themes| themes.contains(&figure_theme(theme))) {
            word(maker, "some")
        } else {
            share.in_figures()
        }
    }
}

fn of_round(below: usize, round: &Workbook) -> BTreeSet<Hash> {
    let answers = RoundAnswers::of(round);
    let small = SmallNumbers::below(round, &answers, below);
    let views = findings(round);
    let is_held = |view: &&FindingView| {
        view.finding.kind == FindingKind::Issue
            && !view.quantified.cases.is_empty()
            && small.held_of(view).is_some()
    };
    let held: Vec<&FindingView> = views.iter().filter(is_held).collect();
    let themes = round.themes().into_iter();
    let themes =
        themes.filter(|theme| held.iter().any(|view| view.finding.themes.contains(&theme.id)));
    gathered(themes.map(|theme| figure_theme(&theme.label)))
}
