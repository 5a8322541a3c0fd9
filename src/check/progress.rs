//! How far each section of a return is, for the task list.

use std::collections::BTreeMap;

use super::place::OnAreaPage;
use super::{Finds, Level, Notice, Place, check_area, check_with, guard_of, reading, rules};
use crate::audit_return::{AreaRecord, Auditor, Involvement, OverallRecord, Return};
use crate::gather::gathered;
use crate::guard::Guard;
use crate::id::AreaId;
use crate::round::Round;
use crate::tool::{Area, Shown};

/// How far a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Not asked of this agency, or not in this return; nothing is recorded.
    NotAsked,
    /// Nothing is recorded, and nothing need be.
    Optional,
    /// Nothing is recorded yet.
    NotStarted,
    /// Something is still to do, or the auditor means to come back.
    InProgress,
    /// Nothing in it stops signing, except that a warning may still want its reason.
    Completed,
    /// Something in it cannot stand, or it was called complete and is not.
    Problem,
}

/// How far the whole return is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Who the auditor is.
    pub auditor: Status,
    /// How far the agency was involved.
    pub involvement: Status,
    /// Every area, in the tool's order.
    pub areas: Vec<AreaProgress>,
    /// How long things took.
    pub timescales: Status,
    /// What happened when.
    pub chronology: Status,
    /// What the practitioner and the family said.
    pub views: Status,
    /// The case overall.
    pub overall: Status,
}

/// How far one area is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaProgress {
    /// Which.
    pub area: AreaId,
    /// Whether there is something that this agency must give here; another may be completed all the same.
    pub asked: bool,
    /// How far.
    pub status: Status,
}

impl Progress {
    /// Areas completed, and areas asked of this agency: "5 of 8 areas complete".
    pub fn areas_complete(&self) -> (usize, usize) {
        let asked = || self.areas.iter().filter(|area| area.asked);
        let done = asked().filter(|area| area.status == Status::Completed).count();
        (done, asked().count())
    }
}

/// How far every section is: as dear as a full check.
pub fn progress(round: &Round, ret: &Return) -> Progress {
    progress_with(round, ret, &reading::shown(round, ret), &guard_of(round, ret, &[]))
}

/// The same, for a caller that keeps track of which prompts are asked.
pub fn progress_with(round: &Round, ret: &Return, shown: &Shown, guard: &Guard) -> Progress {
    progress_from(round, ret, shown, &check_with(round, ret, shown, guard))
}

/// The same for a caller that has checked the return already: `notices` are all that [`super::check_beside`]
/// says of it.
pub fn progress_from(round: &Round, ret: &Return, shown: &Shown, notices: &[Notice]) -> Progress {
    let by_area = blocks_by_area(round, notices);
    let area = |area: &Area| {
        let blocks = by_area.get(&area.id).copied().unwrap_or_default();
        let asks = asks(round, ret, shown, area);
        let status = status_of_area(ret, area, asks, blocks);
        AreaProgress { area: area.id.clone(), asked: asks == Asks::Something, status }
    };
    let at = |is_there: fn(&Place) -> bool| {
        Blocks::of(notices.iter().filter(|notice| is_there(&notice.place)))
    };
    let may_be_left = |touched: bool, blocks: Blocks| match (ret.is_nil(), touched || blocks.any) {
        (true, _) => Status::NotAsked,
        (false, true) => status(touched, blocks),
        (false, false) => Status::Optional,
    };
    let has_views = !ret.practitioner.is_empty() || !ret.family_views.is_empty();
    Progress {
        auditor: status(
            ret.auditor != Auditor::default(),
            at(|place| matches!(place, Place::Auditor(_))),
        ),
        involvement: status(
            ret.involvement != Involvement::default(),
            at(|place| matches!(place, Place::Involvement(_))),
        ),
        areas: round.tool.areas.iter().map(area).collect(),
        timescales: may_be_left(
            ret.timescales.is_some(),
            at(|place| matches!(place, Place::AuditDay | Place::MoveDay | Place::Timescale(_))),
        ),
        chronology: of_chronology(
            ret,
            may_be_left(!ret.chronology.is_empty(), at(is_on_the_chronology_page)),
        ),
        views: may_be_left(
            has_views,
            at(|place| matches!(place, Place::Practitioner(_) | Place::FamilyViews(_))),
        ),
        overall: if reading::asks_overall(round, ret) {
            let touched =
                ret.overall != OverallRecord::default() || !ret.general_comments.is_empty();
            status(touched, at(is_on_the_overall_page))
        } else {
            may_be_left(!ret.general_comments.is_empty(), at(is_on_the_overall_page))
        },
    }
}

/// How far one area is; `NotAsked` where the tool has no such area.
pub fn area_status(round: &Round, ret: &Return, area: &AreaId) -> Status {
    area_status_with(round, ret, &reading::shown(round, ret), &guard_of(round, ret, &[]), area)
}

/// The same without a look at the other areas, for a caller that keeps track of which prompts are asked.
pub fn area_status_with(
    round: &Round,
    ret: &Return,
    shown: &Shown,
    guard: &Guard,
    area: &AreaId,
) -> Status {
    let Some(area) = round.tool.area(area) else { return Status::NotAsked };
    let notices = check_area(round, ret, shown, guard, &area.id);
    let asks = asks(round, ret, shown, area);
    status_of_area(ret, area, asks, Blocks::of(notices.iter()))
}

/// What blocks in a section.
#[derive(Clone, Copy, Default)]
struct Blocks {
    any: bool,
    fault: bool,
}

impl Blocks {
    fn of<'n>(notices: impl Iterator<Item = &'n Notice>) -> Self {
        let mut blocks = Self::default();
        notices.for_each(|notice| blocks.add(notice));
        blocks
    }

    fn add(&mut self, notice: &Notice) {
        if notice.level != Level::Block {
            return;
        }
        self.any = true;
        self.fault |=
            rules().iter().any(|rule| rule.id == notice.rule && rule.finds == Finds::Fault);
    }
}

fn blocks_by_area<'a>(round: &'a Round, notices: &[Notice]) -> BTreeMap<&'a AreaId, Blocks> {
    let tool = &round.tool;
    let home: BTreeMap<_, _> =
        gathered(tool.prompts().map(|(area, prompt)| (&prompt.id, &area.id)));
    let mut blocks: BTreeMap<&AreaId, Blocks> = BTreeMap::new();
    for notice in notices {
        let area = notice.place.on_area_page().and_then(|part| match part {
            OnAreaPage::Prompt(id) => home.get(id).copied(),
            OnAreaPage::Area(id) => tool.area(id).map(|area| &area.id),
        });
        if let Some(area) = area {
            blocks.entry(area).or_default().add(notice);
        }
    }
    blocks
}

/// A chronology without an entry is not completed by the event that it would be counted from.
fn of_chronology(ret: &Return, status: Status) -> Status {
    match status {
        Status::Completed if ret.chronology.entries.is_empty() => Status::Optional,
        other => other,
    }
}

fn is_on_the_chronology_page(place: &Place) -> bool {
    matches!(place, Place::Chronology | Place::ChronologyAnchor | Place::ChronologyEntry(..))
}

fn is_on_the_overall_page(place: &Place) -> bool {
    matches!(place.question(), Place::OverallGrade | Place::OverallReason | Place::GeneralComments)
}

/// What an area asks of one agency.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    Nothing,
    /// Answers that may be left out.
    IfTheyLike,
    /// A grade, or an answer that there must be.
    Something,
}

fn asks(round: &Round, ret: &Return, shown: &Shown, area: &Area) -> Asks {
    let asked = || area.prompts.iter().filter(|prompt| shown.is_asked(&prompt.id));
    if !area.asked_of.includes(&ret.agency.kind) || ret.is_nil() {
        Asks::Nothing
    } else if reading::carries_grade(&round.tool, area) || asked().any(|it| it.mandatory) {
        Asks::Something
    } else if asked().next().is_some() {
        Asks::IfTheyLike
    } else {
        Asks::Nothing
    }
}

fn status_of_area(ret: &Return, area: &Area, asks: Asks, blocks: Blocks) -> Status {
    let answered = |id| ret.answer(id).is_some_and(|answer| !answer.is_empty());
    let record = ret.area(&area.id);
    let touched = record.is_some_and(|record| *record != AreaRecord::default())
        || area.prompts.iter().any(|prompt| answered(&prompt.id));
    match (asks, touched) {
        _ if ret.is_nil() => return Status::NotAsked,
        (Asks::Nothing, false) => return Status::NotAsked,
        (Asks::IfTheyLike, false) => return Status::Optional,
        (Asks::Something, _) | (_, true) => {}
    }
    match record.and_then(|record| record.marked_complete) {
        Some(true) if blocks.any => Status::Problem,
        Some(false) if !blocks.fault => Status::InProgress,
        Some(_) | None => status(touched, blocks),
    }
}

fn status(touched: bool, blocks: Blocks) -> Status {
    match (touched, blocks) {
        (_, Blocks { fault: true, .. }) => Status::Problem,
        (false, _) => Status::NotStarted,
        (true, Blocks { any: true, .. }) => Status::InProgress,
        (true, Blocks { any: false, .. }) => Status::Completed,
    }
}

#[cfg(test)]
mod tests;
