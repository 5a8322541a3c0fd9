//! One area of a case, or the case overall, in large type, for a projector: to read, with nothing to press but the way on.
//!
//! In a window of its own it follows the one in which the panel works.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::unknown;
use super::super::words as panel_words;
use super::gradings::{marks, suggestion};
use super::sitting::{row, steps};
use super::{Place, held, part, words};
use crate::id::ItemId;
use crate::panel::integration::GridRow;
use crate::panel::{Subject, Workbook};
use crate::ui::govuk::{BackLink, Cell, PageTitle, Table};

/// The page.
pub fn page(desk: Desk, id: ItemId, subject: Subject) -> AnyView {
    let found = desk.with(|workbook| {
        let case = workbook.plan().case(&subject.case)?;
        // Of a round that grades nothing there is still the case as a whole.
        (subject.area.is_none() || row(workbook, &subject).is_some()).then_some(())?;
        Some((case.label.clone(), names::area(workbook, subject.area.as_ref())))
    });
    let Some((case, area)) = found else { return unknown() };
    desk.follow();
    let title = [case.as_str(), ": ", &area].concat();
    let back = desk.href(&part(Place::Sitting(id.clone(), subject.clone())));
    let steps = steps(desk, &id, &subject, Place::Large);
    let shown = move || {
        desk.try_with(|workbook| {
            let row = row(workbook, &subject);
            let written = row.is_none().then(|| held::unfolded(workbook, &subject));
            let graded = row.map(|row| shown(workbook, &row));
            let difference = difference(workbook, &subject);
            view! { {graded}{difference}{written} }.into_any()
        })
    };
    view! {
        <PageTitle text=title.clone() program=panel_words::PROGRAM />
        <BackLink href=back text=words::BACK_FROM_LARGE />
        <div class="app-large">
            <h1 class="govuk-heading-xl">{title}</h1>
            {shown}
        </div>
        {steps}
    }
    .into_any()
}

/// What difference the work made, which is said of the case as a whole.
fn difference(workbook: &Workbook, subject: &Subject) -> Option<AnyView> {
    let one = workbook.difference(&subject.case).filter(|_| subject.area.is_none())?;
    let (level, text) = (one.level.label(), one.text.clone());
    let view = view! {
        <p class="govuk-body">{words::DIFFERENCE} " " <strong>{level}</strong> ". " {text}</p>
    };
    Some(view.into_any())
}

fn shown(workbook: &Workbook, row: &GridRow) -> AnyView {
    let scale = &workbook.plan().round.tool.scale;
    let graded = row.gradings.iter().map(|grading| {
        let place = names::place_line(workbook, &grading.voice.place);
        (place, names::grade(scale, &grading.grade))
    });
    let non = row
        .non_grades
        .iter()
        .map(|one| (names::place_line(workbook, &one.voice.place), one.because.label().to_owned()));
    let foreign = row.foreign.iter().map(|one| {
        let said = words::not_comparable(one.because, &one.label);
        (names::place_line(workbook, &one.voice.place), said)
    });
    let silent = row
        .silent
        .iter()
        .map(|voice| (names::place_line(workbook, &voice.place), words::SILENT.to_owned()));
    let rows = graded.chain(non).chain(foreign).chain(silent);
    let rows = rows.map(|(place, said)| vec![Cell::text(place), Cell::text(said)]).collect();
    let head = [words::AUDITOR, words::GRADE].map(Cell::text).into();
    let judged = match &row.judgement {
        Some((judgement, _)) => names::verdict(scale, &judgement.decision.verdict),
        None => words::NOT_JUDGED_YET.to_owned(),
    };
    view! {
        <Table head=head rows=rows row_headers=true />
        {marks(row)}
        {suggestion(workbook, row)}
        <p class="govuk-body">{words::JUDGED_SO_FAR}": "<strong>{judged}</strong></p>
    }
    .into_any()
}
