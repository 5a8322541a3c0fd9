//! RA-02: how much of a round can be compared with an earlier one, before anything is.

use super::compare::compare_rounds;
use super::same::NotComparable;
use crate::panel::workbook::Workbook;

/// How much can be compared. What nobody answered or graded counts too: it is asked in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparable {
    /// Graded areas that can, and all that this round has.
    pub areas: (usize, usize),
    /// Questions with fixed answers, likewise.
    pub prompts: (usize, usize),
    /// What cannot.
    pub left_out: Vec<LeftOut>,
}

/// What is not compared for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The reason.
    pub why: NotComparable,
    /// So many graded areas.
    pub areas: usize,
    /// So many questions.
    pub prompts: usize,
}

/// RA-02: how much of `now` can be compared with an earlier round.
pub fn ra02_comparable(earlier: &Workbook, now: &Workbook) -> Comparable {
    let comparison = compare_rounds(&[earlier, now]);
    let areas = comparison.areas.iter().filter(|one| one.area.is_some());
    let areas: Vec<_> = areas.map(|one| one.not_comparable.as_ref()).collect();
    let prompts: Vec<_> =
        comparison.prompts.iter().map(|one| one.not_comparable.as_ref()).collect();
    let of = |all: &[Option<&NotComparable>], why: Option<&NotComparable>| {
        all.iter().filter(|one| **one == why).count()
    };
    let left_out = NotComparable::ALL.into_iter().map(|why| LeftOut {
        areas: of(&areas, Some(&why)),
        prompts: of(&prompts, Some(&why)),
        why,
    });
    Comparable {
        areas: (of(&areas, None), areas.len()),
        prompts: (of(&prompts, None), prompts.len()),
        left_out: left_out.filter(|one| one.areas + one.prompts > 0).collect(),
    }
}
