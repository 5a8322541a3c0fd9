//! The panel at one area of a case, or at the case overall: all gradings side by side, then its decision.

use leptos::prelude::*;

use super::super::authorities;
use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::gradings::{self, latest};
use super::items::{items, order};
use super::people::quorum;
use super::{
    Place, decide, difference, finding, held, notes, part, regrade, timer, title, within, without,
    words,
};
use crate::browser::tabs::{self, Message};
use crate::id::ItemId;
use crate::panel::concerns::Hold;
use crate::panel::integration::{Grid, GridRow};
use crate::panel::{JudgementState, Subject, Workbook};
use crate::ui::govuk::{PageErrors, PageStep, Pagination, WarningText};

/// The window that is opened once and used again.
const SECOND_WINDOW: &str = "meeting-in-large-type";

/// The row of the grid that is before the panel, as things stand.
pub(super) fn row(workbook: &Workbook, subject: &Subject) -> Option<GridRow> {
    Grid::of(workbook, &subject.case).row(subject.area.as_ref()).cloned()
}

/// The page of one subject in one meeting.
pub fn page(desk: Desk, id: ItemId, subject: Subject) -> AnyView {
    let found = desk.with(|workbook| {
        let case = workbook.plan().case(&subject.case)?;
        // A round that grades nothing still asks what difference the work made to each child.
        let graded = row(workbook, &subject).is_some();
        (graded || subject.area.is_none()).then_some(())?;
        Some((graded, names::area(workbook, subject.area.as_ref()), case.label.clone()))
    });
    let Some((graded, area, case)) = found else { return unknown() };
    let errors = PageErrors::new();
    let heading = [case.as_str(), ": ", &area].concat();
    let here = part(Place::Sitting(id.clone(), subject.clone()));
    let shown = {
        let subject = subject.clone();
        move || {
            desk.try_with(|workbook| {
                let row = row(workbook, &subject)?;
                Some(
                    view! {
                        {standing(workbook, &row)}
                        {without::line(desk, workbook, &row)}
                        {authorities::view(workbook, &subject.case)}
                        {gradings::view(desk, workbook, &row)}
                    }
                    .into_any(),
                )
            })
        }
    };
    let about = subject.clone();
    let whole = move || {
        // An area's own page shows what is recorded of it beside its grades.
        let is_overall = about.area.is_none();
        is_overall.then(|| desk.try_with(|book| held::view(desk, book, &about, !graded)))
    };
    let back = (&part(Place::Agenda(id.clone())), words::BACK_TO_AGENDA);
    let before = subject
        .area
        .is_none()
        .then(|| difference::section(desk, here.clone(), id.clone(), subject.case.clone(), errors));
    view! {
        {titled(desk, heading, back, errors)}
        {said_line(desk)}
        {bar(desk, &id, &subject)}
        {timer::line(&id, &subject.case)}
        {missing(desk, &id)}
        {interests(desk, &id, &subject)}
        {shown}
        {whole}
        {within::section(desk, here.clone(), subject.clone(), errors)}
        {regrade::section(desk, here.clone(), subject.clone(), errors)}
        {before}
        {decide::form(desk, here.clone(), id.clone(), subject.clone(), errors)}
        {steps(desk, &id, &subject, Place::Sitting)}
        {notes::section(desk, here.clone(), id.clone(), Some(subject.case.clone()), errors)}
        {finding::section(desk, here, id, subject.case, errors)}
    }
    .into_any()
}

/// Which meeting, how much is open, and the way to the large type.
fn bar(desk: Desk, id: &ItemId, subject: &Subject) -> AnyView {
    let agenda = desk.href(&part(Place::Agenda(id.clone())));
    let large = desk.href(&part(Place::Large(id.clone(), subject.clone())));
    // A second window that shows this meeting goes along.
    tabs::tell(&Message::AtTable(large.clone()));
    let beside = large.clone();
    let meeting = desk.with(|workbook| title(workbook, id));
    let open = move || desk.with(|workbook| words::open_count(items(workbook).len()));
    view! {
        <p class="govuk-body app-no-print">
            {meeting} " · " <a class="govuk-link" href=agenda>{open}</a>
            " · " <a class="govuk-link" href=large>{words::LARGE}</a>
            " · " <a class="govuk-link" href=beside target=SECOND_WINDOW>{words::LARGE_BESIDE}</a>
        </p>
    }
    .into_any()
}

/// M-01: agencies without which the panel cannot judge, and the way to note their absence.
fn missing(desk: Desk, id: &ItemId) -> Option<AnyView> {
    let wanting = desk.with(|workbook| {
        let meeting = workbook.meeting(id)?;
        let missing = !workbook.quorum(meeting).missing.is_empty();
        missing.then(|| quorum(workbook, id))
    })?;
    let people = desk.href(&part(Place::People(id.clone())));
    Some(
        view! {
            {wanting}
            <p class="govuk-body"><a class="govuk-link" href=people>{words::CHANGE_WHO}</a></p>
        }
        .into_any(),
    )
}

/// M-03: interests declared in this case.
fn interests(desk: Desk, id: &ItemId, subject: &Subject) -> Option<AnyView> {
    let lines: Vec<AnyView> = desk.with(|workbook| {
        let conflicts = workbook.meeting(id).map(|meeting| meeting.conflicts.clone());
        let here = conflicts.into_iter().flatten().filter(|one| one.case == subject.case);
        here.map(|one| {
            let text = [one.role.as_str(), ": ", &one.interest, ". ", &one.handled].concat();
            view! { <li>{text}</li> }.into_any()
        })
        .collect()
    });
    (!lines.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-s">{words::INTEREST_HERE}</h2>
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
        }
        .into_any()
    })
}

/// The judgement so far, and whether it must be looked at again (V-04, N-16).
fn standing(workbook: &Workbook, row: &GridRow) -> AnyView {
    let frozen = workbook.hold(&row.subject.case).is_some_and(|held| held.hold == Hold::Frozen);
    let frozen = frozen.then(|| view! { <WarningText>{words::FROZEN}</WarningText> });
    let again = match &row.judgement {
        Some((_, JudgementState::Reopened { superseded })) => {
            let rested: Vec<String> = superseded
                .iter()
                .map(|on| {
                    let place = names::place_line(workbook, &on.place);
                    [place.as_str(), ", version ", &on.version.to_string()].concat()
                })
                .collect();
            let text =
                [words::LOOK_AGAIN, " ", words::RESTED_ON, ": ", &rested.join("; "), "."].concat();
            Some(view! { <WarningText>{text}</WarningText> })
        }
        Some((_, JudgementState::Barred { by })) => {
            let areas: Vec<String> =
                by.iter().map(|area| names::area(workbook, Some(area))).collect();
            let text = [words::BARRED_SINCE, ": ", &areas.join("; "), "."].concat();
            Some(view! { <WarningText>{text}</WarningText> })
        }
        Some((_, JudgementState::Stands)) | None => None,
    };
    view! { {frozen}{again}{latest(workbook, row)} }.into_any()
}

/// The subjects before and after, in the order of the meeting.
pub(super) fn steps(
    desk: Desk,
    id: &ItemId,
    subject: &Subject,
    place: fn(ItemId, Subject) -> Place,
) -> AnyView {
    let (before, after) = desk.with(|workbook| {
        let order = order(workbook);
        let at = order.iter().position(|one| one == subject);
        let step = |at: Option<usize>| {
            let subject = order.get(at?)?.clone();
            Some((names::subject(workbook, &subject), subject))
        };
        (step(at.and_then(|at| at.checked_sub(1))), step(at.map(|at| at + 1)))
    });
    let step = |of: Option<(String, Subject)>, text: &'static str| {
        of.map(|(label, subject)| {
            let href = desk.href(&part(place(id.clone(), subject)));
            PageStep::new(href).text(text).label(label)
        })
    };
    let (previous, next) = (step(before, words::AREA_BEFORE), step(after, words::AREA_AFTER));
    view! { <Pagination nostrip:previous=previous nostrip:next=next label=words::AGENDA /> }
        .into_any()
}
