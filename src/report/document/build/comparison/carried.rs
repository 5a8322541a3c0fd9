//! AP-10, AP-11: that the work of an earlier round goes on in the one after it, and what is open there still.

use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::reaudit::ap10_carried_forward;
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::{Evidence, Look, Sentence};
use crate::text::{capitalised, counted, listed};

/// Of each round but the last, the oldest first; of one without any such work nothing is said.
pub(super) fn write(maker: &mut Maker, rounds: &[&Workbook]) {
    let pairs = rounds.iter().zip(rounds.iter().skip(1));
    let told: Vec<Sentence> =
        pairs.flat_map(|(earlier, next)| sentences(maker, earlier, next)).collect();
    maker.paragraph(Look::Plain, told);
}

fn sentences(maker: &Maker, earlier: &Workbook, next: &Workbook) -> Vec<Sentence> {
    let work = ap10_carried_forward(earlier, next);
    let (id, before) = (earlier.plan().round.id.as_str(), &earlier.plan().round.period);
    let behind = |actions: &[ItemId]| behind(maker, next, actions);
    let went_on = work_of(work.actions.len(), work.issues);
    let ended = work_of(work.actions_ended.len(), work.issues_ended);
    let left = work_of(work.actions_left, work.issues_left);
    let said = |name: &str, work: Option<(String, bool)>, evidence: Vec<Evidence>| {
        let (work, is_one) = work?;
        let fills = Fills::default()
            .with("work", &capitalised(&work))
            .with("was", if is_one { "was" } else { "were" })
            .with("goes", if is_one { "goes" } else { "go" })
            .with("is", if is_one { "is" } else { "are" })
            .with("has", if is_one { "has" } else { "have" })
            .with("period-before", before)
            .with("period-after", &next.plan().round.period);
        Some(maker.told(&[name, "/", id].concat(), name, fills, evidence))
    };
    let told = [
        said("carried", went_on, behind(&work.actions)),
        said("ended", ended, behind(&work.actions_ended)),
        said("not-carried", left, Vec::new()),
    ];
    told.into_iter().flatten().collect()
}

/// V-09, R-02: the actions as they go on, where that is in the round that is open.
fn behind(maker: &Maker, next: &Workbook, actions: &[ItemId]) -> Vec<Evidence> {
    if next.plan().round.id != maker.book.plan().round.id {
        return Vec::new();
    }
    actions.iter().cloned().map(Evidence::Action).collect()
}

/// "two actions and one issue between agencies", and whether that is one thing.
fn work_of(actions: usize, issues: usize) -> Option<(String, bool)> {
    let actions_said = (actions > 0).then(|| counted(actions, "action", "actions"));
    let issues_said =
        (issues > 0).then(|| counted(issues, "issue between agencies", "issues between agencies"));
    let said: Vec<String> = actions_said.into_iter().chain(issues_said).collect();
    (!said.is_empty()).then(|| (listed(&said), actions + issues == 1))
}
