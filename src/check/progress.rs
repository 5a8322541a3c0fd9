//! How far each section of a return is, for the task list.

use std::collections::BTreeMap;

use super::{Finds, Level, Notice, Place, check_area, check_with, reading, rules};
use crate::audit_return::{AreaRecord, Auditor, Involvement, OverallRecord, Return};
use crate::id::AreaId;
use crate::round::Round;
use crate::tool::{Area, Shown};

/// How far a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Not asked of this agency, or not in this return; nothing is recorded.
    NotAsked,
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
    /// The case overall.
    pub overall: Status,
}

/// How far one area is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaProgress {
    /// Which.
    pub area: AreaId,
    /// Whether it is asked of this agency in this return; another may be completed all the same.
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
    progress_with(round, ret, &reading::shown(round, ret))
}

/// The same, for a caller that keeps track of which prompts are asked.
pub fn progress_with(round: &Round, ret: &Return, shown: &Shown) -> Progress {
    let notices = check_with(round, ret, shown);
    let by_area = blocks_by_area(round, &notices);
    let area = |area: &Area| {
        let blocks = by_area.get(&area.id).copied().unwrap_or_default();
        let asked = is_asked(round, ret, shown, area);
        let status = status_of_area(ret, area, asked, blocks);
        AreaProgress { area: area.id.clone(), asked, status }
    };
    let at = |places: &[Place]| Blocks::of(notices.iter().filter(|it| places.contains(&it.place)));
    let overall = [Place::OverallGrade, Place::OverallReason, Place::GeneralComments];
    Progress {
        auditor: status(ret.auditor != Auditor::default(), at(&[Place::Auditor])),
        involvement: status(ret.involvement != Involvement::default(), at(&[Place::Involvement])),
        areas: round.tool.areas.iter().map(area).collect(),
        overall: if reading::asks_overall(round, ret) {
            let touched =
                ret.overall != OverallRecord::default() || !ret.general_comments.is_empty();
            status(touched, at(&overall))
        } else {
            Status::NotAsked
        },
    }
}

/// How far one area is; `NotAsked` where the tool has no such area.
pub fn area_status(round: &Round, ret: &Return, area: &AreaId) -> Status {
    area_status_with(round, ret, &reading::shown(round, ret), area)
}

/// The same without a look at the other areas, for a caller that keeps track of which prompts are asked.
pub fn area_status_with(round: &Round, ret: &Return, shown: &Shown, area: &AreaId) -> Status {
    let Some(area) = round.tool.area(area) else { return Status::NotAsked };
    let notices = check_area(round, ret, shown, &area.id);
    let asked = is_asked(round, ret, shown, area);
    status_of_area(ret, area, asked, Blocks::of(notices.iter()))
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
        tool.prompts().map(|(area, prompt)| (&prompt.id, &area.id)).collect();
    let mut blocks: BTreeMap<&AreaId, Blocks> = BTreeMap::new();
    for notice in notices {
        let area = match &notice.place {
            Place::Prompt(id) => home.get(id).copied(),
            Place::Area(id, _) => tool.area(id).map(|area| &area.id),
            Place::Auditor
            | Place::Involvement
            | Place::OverallGrade
            | Place::OverallReason
            | Place::GeneralComments
            | Place::ImmediateConcern(_) => None,
        };
        if let Some(area) = area {
            blocks.entry(area).or_default().add(notice);
        }
    }
    blocks
}

/// Whether the area asks this agency for a grade or an answer.
fn is_asked(round: &Round, ret: &Return, shown: &Shown, area: &Area) -> bool {
    let for_agency = area.asked_of.includes(&ret.agency.kind) && !ret.is_nil();
    let asks = || area.prompts.iter().any(|prompt| shown.is_asked(&prompt.id));
    for_agency && (reading::carries_grade(&round.tool, area) || asks())
}

fn status_of_area(ret: &Return, area: &Area, asked: bool, blocks: Blocks) -> Status {
    let answered = |id| ret.answer(id).is_some_and(|answer| !answer.is_empty());
    let record = ret.area(&area.id);
    let touched = record.is_some_and(|record| *record != AreaRecord::default())
        || area.prompts.iter().any(|prompt| answered(&prompt.id));
    if ret.is_nil() || (!asked && !touched) {
        return Status::NotAsked;
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
