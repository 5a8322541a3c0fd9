//! Open items as the agenda shows them: about which case, where each leads, and what it wants.

use crate::id::CaseRef;
use crate::panel::meeting::{OpenItem, open_items};
use crate::panel::{Subject, Workbook};

use super::super::names;
use super::words;
use crate::panel::integration::subjects;
use crate::round::CaseEntry;
use crate::tool::GradedBy;

/// One open item.
pub struct Item {
    /// About which case; `None` for notes about none.
    pub case: Option<CaseRef>,
    /// Where it is settled; `None` for notes about no case.
    pub subject: Option<Subject>,
    /// What it is.
    pub title: String,
    /// What it wants.
    pub wants: String,
}

/// Everything that is left open, case by case.
pub fn items(workbook: &Workbook) -> Vec<Item> {
    open_items(workbook).iter().map(|item| one(workbook, item)).collect()
}

fn one(workbook: &Workbook, item: &OpenItem) -> Item {
    let about = |subject: &Subject, wants: String| Item {
        case: Some(subject.case.clone()),
        subject: Some(subject.clone()),
        title: names::area(workbook, subject.area.as_ref()),
        wants,
    };
    let overall = |case: &CaseRef| Subject { case: case.clone(), area: None };
    match item {
        OpenItem::NotJudged(subject) => about(subject, words::ITEM_NOT_JUDGED.to_owned()),
        OpenItem::Deferred { subject, why } => about(subject, words::item_deferred(why)),
        OpenItem::Reopened(subject) => about(subject, words::ITEM_REOPENED.to_owned()),
        OpenItem::Barred(subject) => about(subject, words::ITEM_BARRED.to_owned()),
        OpenItem::AgencyDiffers { subject, agency } => {
            about(subject, words::item_within(&names::agency(workbook, agency)))
        }
        OpenItem::NotComparable { subject, agency } => {
            about(subject, words::item_foreign(&names::agency(workbook, agency)))
        }
        OpenItem::NoDifference(case) => about(&overall(case), words::ITEM_NO_DIFFERENCE.to_owned()),
        OpenItem::Note(id) => {
            let notes = workbook.meeting_notes();
            let note = notes.iter().find(|note| note.id == *id);
            let case = note.and_then(|note| note.case.clone());
            Item {
                subject: case.as_ref().map(overall),
                case,
                title: note.map(|note| note.text.clone()).unwrap_or_default(),
                wants: words::ITEM_NOTE.to_owned(),
            }
        }
    }
}

/// Every area of every case that counts, then the case overall, in the order in which a meeting goes.
///
/// Where nothing is graded the panel still goes from case to case.
pub fn order(workbook: &Workbook) -> Vec<Subject> {
    let plan = workbook.plan();
    let of_case = |case: &CaseEntry| -> Vec<Subject> {
        let graded: Vec<Subject> = subjects(&plan.round.tool, &case.case_ref).collect();
        let overall = Subject { case: case.case_ref.clone(), area: None };
        if graded.is_empty() { vec![overall] } else { graded }
    };
    plan.open_cases().flat_map(of_case).collect()
}

/// Whether the round's tool grades anything.
pub fn grades_anything(workbook: &Workbook) -> bool {
    workbook.plan().round.tool.graded_by != GradedBy::Nothing
}

/// The first open subject after this one, in the order of the meeting.
pub fn next_open(workbook: &Workbook, after: &Subject) -> Option<Subject> {
    let order = order(workbook);
    let open: Vec<Subject> = items(workbook).into_iter().filter_map(|item| item.subject).collect();
    let from = order.iter().position(|subject| subject == after).map_or(0, |at| at + 1);
    order.into_iter().skip(from).find(|subject| open.contains(subject))
}
