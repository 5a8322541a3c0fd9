//! One area of a case, or the case overall, in large type, for a projector: to read, with nothing to press but the
//! way on and what hides the agencies' names.
//!
//! In a window of its own it follows the one in which the panel works.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::unknown;
use super::super::words as panel_words;
use super::gradings::{marks, suggestion};
use super::lettered::{Hiding, called, in_order};
use super::sitting::{row, steps};
use super::{Place, held, part, timer, words};
use crate::id::ItemId;
use crate::panel::integration::{GridRow, Voice};
use crate::panel::meeting::Letters;
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
    // The time of the case runs on while it is read here.
    timer::at(&id, &subject.case);
    // Before a name is drawn.
    let hiding = Hiding::begin(desk);
    let title = [case.as_str(), ": ", &area].concat();
    let back = desk.href(&part(Place::Sitting(id.clone(), subject.clone())));
    let steps = steps(desk, &id, &subject, Place::Large);
    let shown = move || {
        desk.try_with(|workbook| {
            let row = row(workbook, &subject);
            let letters = hiding.letters(workbook, &subject);
            let letters = letters.as_ref();
            let written = row.is_none().then(|| held::unfolded(workbook, &subject, letters));
            let graded = row.map(|row| shown(workbook, &row, letters));
            let difference = difference(workbook, &subject);
            view! { {graded}{difference}{written} }.into_any()
        })
    };
    view! {
        <PageTitle text=title.clone() program=panel_words::PROGRAM />
        <BackLink href=back text=words::BACK_FROM_LARGE />
        <div class="app-large">
            <h1 class="govuk-heading-xl">{title}</h1>
            {hiding.view()}
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

fn shown(workbook: &Workbook, row: &GridRow, letters: Option<&Letters<'_>>) -> AnyView {
    let scale = &workbook.plan().round.tool.scale;
    let name = |voice: &Voice| called(workbook, &voice.place, letters);
    let graded = row.gradings.iter();
    let graded = graded.map(|one| (name(&one.voice), names::grade(scale, &one.grade)));
    let non = row.non_grades.iter();
    let non = non.map(|one| (name(&one.voice), one.because.label().to_owned()));
    let foreign = row.foreign.iter();
    let foreign =
        foreign.map(|one| (name(&one.voice), words::not_comparable(one.because, &one.label)));
    let silent = row.silent.iter().map(|voice| (name(voice), words::SILENT.to_owned()));
    let mut lines: Vec<(String, String)> = graded.chain(non).chain(foreign).chain(silent).collect();
    in_order(&mut lines, letters);
    let rows = lines.into_iter();
    let rows = rows.map(|(place, said)| vec![Cell::text(place), Cell::text(said)]).collect();
    let head = [words::AUDITOR, words::GRADE].map(Cell::text).into();
    let judged = match &row.judgement {
        Some((judgement, _)) => names::verdict(scale, &judgement.decision.verdict),
        None => words::NOT_JUDGED_YET.to_owned(),
    };
    view! {
        <Table head=head rows=rows row_headers=true />
        {marks(row)}
        {suggestion(workbook, row, letters.is_none())}
        <p class="govuk-body">{words::JUDGED_SO_FAR}": "<strong>{judged}</strong></p>
    }
    .into_any()
}
