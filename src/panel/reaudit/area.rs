//! RA-02: what an area of the last round is in the rounds before it.

use super::baseline::area_before;
use super::compare::HeldSame;
use super::same::same_area;
use crate::id::AreaId;
use crate::panel::integration::Distribution;
use crate::panel::workbook::Workbook;

/// What an area of the last round is in one of the rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Was {
    /// The cases overall, which every round has.
    Overall,
    /// This area.
    Area(AreaId),
    /// Nothing: the round has no area that is the same.
    Nothing,
}

impl Was {
    /// Its id; none for the cases overall.
    pub(super) fn area(&self) -> Option<&AreaId> {
        match self {
            Self::Area(id) => Some(id),
            Self::Overall | Self::Nothing => None,
        }
    }

    /// Whether grades are those of it.
    pub(super) fn is(&self, side: &Distribution) -> bool {
        match self {
            Self::Overall => side.area.is_none(),
            Self::Area(id) => side.area.as_ref() == Some(id),
            Self::Nothing => false,
        }
    }

    fn before(&self, earlier: &Workbook, later: &Workbook) -> Self {
        match self {
            Self::Area(id) => area_before(earlier, later, id).map_or(Self::Nothing, Self::Area),
            Self::Overall | Self::Nothing => self.clone(),
        }
    }
}

/// What an area of the last round is in each of them, the oldest first; `None` asks for the cases overall.
pub(super) fn area_in_each(rounds: &[&Workbook], area: Option<AreaId>) -> Vec<Was> {
    let mut known = area.map_or(Was::Overall, Was::Area);
    let (mut each, mut later) = (Vec::new(), None::<&Workbook>);
    for one in rounds.iter().rev() {
        if let Some(later) = later {
            known = known.before(one, later);
        }
        each.push(known.clone());
        later = Some(one);
    }
    each.reverse();
    each
}

/// Rounds in which the area is the one of the round after only because a person said so.
pub(super) fn held_areas(rounds: &[&Workbook], each: &[Was]) -> Vec<HeldSame> {
    let sides = || rounds.iter().zip(each);
    let held = sides().zip(sides().skip(1)).filter_map(|((one, was), (later, after))| {
        let (was, after) = (was.area()?, after.area()?);
        let round = &one.plan().round;
        let title = round.tool.area(was)?.title.clone();
        let itself = was == after && same_area(&round.tool, &later.plan().round.tool, was);
        (!itself).then(|| HeldSame { period: round.period.clone(), was: title })
    });
    held.collect()
}
