//! The order in which notices are listed: by what they say and where ([`crate::order`] does the sorting).

use std::collections::BTreeMap;

use super::{AreaPart, Notice, Place};
use crate::gather::gathered;
use crate::id::{AreaId, PromptId};
use crate::order;
use crate::tool::{Area, Tool};

/// Where every place of a tool's pages stands.
pub(super) struct NoticeOrder<'a> {
    areas: BTreeMap<&'a AreaId, usize>,
    prompts: BTreeMap<&'a PromptId, (usize, usize)>,
}

/// Page, place within it, place within that. What the tool does not have comes last in its group.
type Rank = (u8, usize, u8, usize);

impl<'a> NoticeOrder<'a> {
    pub(super) fn of(tool: &'a Tool) -> Self {
        Self::among(tool.areas.iter())
    }

    /// The same of one area's page alone.
    pub(super) fn of_area(tool: &'a Tool, area: &AreaId) -> Self {
        Self::among(tool.area(area).into_iter())
    }

    fn among(areas: impl Iterator<Item = &'a Area> + Clone) -> Self {
        let areas = areas.enumerate();
        let prompts = areas.clone().flat_map(|(page, area)| {
            let numbered = area.prompts.iter().enumerate();
            numbered.map(move |(line, prompt)| (&prompt.id, (page, line)))
        });
        Self {
            areas: gathered(areas.map(|(page, area)| (&area.id, page))),
            prompts: gathered(prompts),
        }
    }

    /// Gravest first; within that immediate concerns, then page by page from top to bottom.
    pub(super) fn sort(&self, notices: &mut [Notice]) {
        order::sort_by_cached_key(notices, |notice| {
            (notice.level, self.rank(&notice.place), notice.rule)
        });
    }

    fn rank(&self, place: &Place) -> Rank {
        match place {
            Place::ImmediateConcern(_, part) => (0, 0, *part as u8, 0),
            Place::Auditor(part) => (1, 0, *part as u8, 0),
            Place::Involvement(part) => (2, 0, *part as u8, 0),
            Place::Prompt(id) => {
                let (page, line) = self.prompts.get(id).copied().unwrap_or((usize::MAX, 0));
                (3, page, 0, line)
            }
            Place::Area(id, part) => {
                (3, self.areas.get(id).copied().unwrap_or(usize::MAX), 1 + rank_on_page(*part), 0)
            }
            Place::AuditDay => (4, 0, 0, 0),
            Place::MoveDay => (4, 0, 1, 0),
            Place::Timescale(_) => (4, 0, 2, 0),
            Place::ChronologyAnchor => (4, 1, 0, 0),
            Place::Chronology | Place::ChronologyEntry(..) => (4, 1, 1, 0),
            Place::Practitioner(_) => (4, 2, 0, 0),
            Place::FamilyViews(_) => (4, 2, 1, 0),
            Place::OverallGrade => (5, 0, 0, 0),
            Place::OverallReason => (5, 0, 1, 0),
            Place::GeneralComments => (6, 0, 0, 0),
            Place::PanelQuestion(_) => (6, 1, 0, 0),
            Place::Explanation { .. } => (7, 0, 0, 0),
            Place::Declaration => (8, 0, 0, 0),
            Place::Text(within, _) => self.rank(within),
        }
    }
}

/// Where a part stands below the prompts of its page.
fn rank_on_page(part: AreaPart) -> u8 {
    match part {
        AreaPart::Strengths => 0,
        AreaPart::Concerns => 1,
        AreaPart::Impact => 2,
        AreaPart::Grade => 3,
        AreaPart::Reason => 4,
        AreaPart::WasImmediate => 5,
    }
}
