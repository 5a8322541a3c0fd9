//! Importing returns: choose or drop a pile, one result row a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::desk::{Desk, ImportState, groups, outcome_group};
use super::overview::has_samples;
use super::page::{heading, pager, scrolling};
use super::route::Part;
use super::words;
use crate::browser::sleep;
use crate::panel::ImportRow;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Cell, Choice, FileUpload, Radios, Size, Table, Tag, TagColour,
    table_row,
};

/// Rows on one page of results.
const ROWS: usize = 100;
/// Of these so many are drawn at a time: the page has other things to do meanwhile.
const AT_A_TIME: usize = 20;

/// The page of the import.
#[component]
pub fn ImportPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let practice = desk.with(has_samples);
    let state = desk.import_state();
    let running = Memo::new(move |_| matches!(state.get(), ImportState::Running(..)));
    let on_files = move |files: Vec<File>| desk.import_files(files);
    let samples = move |()| desk.import_samples();
    let cancel = move |()| desk.cancel_import();
    view! {
        {heading(desk, words::IMPORT, (&Part::Overview, words::BACK_TO_ROUND))}
        <FileUpload id="returns" label=Caption::new(words::CHOOSE_RETURNS).size(Size::M)
            hint=words::CHOOSE_RETURNS_HINT multiple=true drop_zone=true on_files=on_files />
        {practice.then(|| view! {
            <Button text=words::IMPORT_SAMPLES kind=ButtonKind::Secondary on_click=samples id="import-samples" />
        })}
        <p class="govuk-body" role="status" id="import-state">{move || said(&state.get(), desk)}</p>
        {move || running.get().then(|| view! {
            <Button text=words::CANCEL kind=ButtonKind::Warning on_click=cancel />
        })}
        <Results desk=desk />
    }
}

fn said(state: &ImportState, desk: Desk) -> String {
    match state {
        ImportState::Idle => String::new(),
        ImportState::Running(done, total) => words::running(*done, *total),
        ImportState::Done => words::done(desk.rows().with(Vec::len)),
        ImportState::Cancelled(left) => words::cancelled(*left),
        ImportState::Failed(why) => why.clone(),
    }
}

/// What became of each file, what needs a person first.
#[component]
fn Results(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<String>);
    let page = RwSignal::new(0_usize);
    let rows = desk.rows();
    let present = Memo::new(move |_| rows.with(|rows| groups(rows)));
    let filter = move || {
        let present = present.get();
        (present.len() > 1).then(|| {
            let mut items = vec![Choice::new("", words::SHOW_ALL)];
            items.extend(present.into_iter().map(|(group, number)| {
                Choice::new(group, [group, " (", &number.to_string(), ")"].concat())
            }));
            let on_change = move |value: String| {
                page.set(0);
                chosen.set((!value.is_empty()).then_some(value));
            };
            view! {
                <Radios id="filter" legend=Caption::new(words::SHOW).size(Size::S) items=items
                    value=chosen.get_untracked().unwrap_or_default() on_change=on_change
                    class="govuk-radios--inline govuk-radios--small" />
            }
            .into_any()
        })
    };
    let fitting = move || {
        let wanted = chosen.get();
        move |row: &&ImportRow| wanted.as_deref().is_none_or(|group| outcome_group(row) == group)
    };
    // Of which page of how many.
    let place = Memo::new(move |_| {
        let shown = rows.with(|rows| rows.iter().filter(fitting()).count());
        let pages = shown.div_ceil(ROWS);
        (page.get().min(pages.saturating_sub(1)), pages)
    });
    // While an import goes on, a page that is full is not drawn again.
    let here = Memo::new(move |_| {
        let (here, _) = place.get();
        rows.with(|rows| {
            let fitting = rows.iter().filter(fitting());
            fitting.skip(here * ROWS).take(ROWS).cloned().collect::<Vec<ImportRow>>()
        })
    });
    let drawn = RwSignal::new(AT_A_TIME);
    Effect::new(move |_| {
        if drawn.get() < here.with(Vec::len) {
            spawn_local(async move {
                sleep(0).await;
                let _ = drawn.try_update(|drawn| *drawn += AT_A_TIME);
            });
        }
    });
    let is_empty = Memo::new(move |_| here.with(Vec::is_empty));
    let table = move || {
        let now = move || here.with(|rows| rows.iter().take(drawn.get()).cloned().collect());
        (!is_empty.get()).then(|| results(desk, now))
    };
    let pager = move || {
        let (here, pages) = place.get();
        (pages > 1).then(|| pager(words::RESULTS, here, pages, page))
    };
    view! { {filter}{table}{pager} }
}

fn results(desk: Desk, rows: impl Fn() -> Vec<ImportRow> + Send + Sync + 'static) -> AnyView {
    // Files of one name and nothing else known may be several.
    let numbered = move || rows().into_iter().enumerate().collect::<Vec<_>>();
    let key = |(number, row): &(usize, ImportRow)| (*number, row.file, row.name.clone());
    let growing = view! {
        <For each=numbered key=key children=move |(_, row)| table_row(cells(desk, &row), true) />
    };
    let head =
        [words::FILE, words::OUTCOME, words::FROM, words::FINGERPRINT].map(Cell::text).into();
    let table = view! { <Table caption=words::RESULTS caption_class="govuk-table__caption--m" head=head
    rows=Vec::new() growing=growing.into_any() class="app-results" /> };
    scrolling(words::RESULTS, table.into_any()).into_any()
}

fn cells(desk: Desk, row: &ImportRow) -> Vec<Cell> {
    let wording = row.wording();
    let (title, advice) = (wording.title.into_owned(), wording.advice.into_owned());
    let colour = match outcome_group(row) {
        words::GROUP_IMPORTED => TagColour::Green,
        words::GROUP_LOOK => TagColour::Yellow,
        words::GROUP_REFUSED => TagColour::Red,
        _ => TagColour::Grey,
    };
    let notes: Vec<_> = row
        .notes
        .iter()
        .map(|note| view! { <p class="govuk-body-s">{note.sentence()}</p> })
        .collect();
    let from = from(desk, row);
    let name = match row.file.filter(|_| row.keeps_file()) {
        Some(file) => {
            let (href, name) = (desk.href(&Part::File(file)), row.name.clone());
            Cell::new(view! { <a class="govuk-link" href=href>{name}</a> })
        }
        None => Cell::text(row.name.clone()),
    };
    let signer = row.signer.map(|signer| signer.fingerprint()).unwrap_or_default();
    vec![
        name,
        Cell::new(view! {
            <Tag text=outcome_group(row) colour=colour />
            <p class="govuk-body app-outcome">{title}</p>
            <p class="govuk-body-s">{advice}</p>
            {notes}
        }),
        Cell::text(from),
        Cell::new(view! { <code class="app-fingerprint">{signer}</code> }),
    ]
}

/// Agency, place, case and version, as far as the file tells.
fn from(desk: Desk, row: &ImportRow) -> String {
    let Some(place) = &row.place else { return String::new() };
    let (agency, case) = desk.with(|workbook| {
        let plan = workbook.plan();
        let agency = plan.agency(&place.agency).map(|agency| agency.name.clone());
        let case = plan.case(&place.case).map(|case| case.label.clone());
        (agency.unwrap_or_default(), case.unwrap_or_default())
    });
    let version = row.version.map(|version| ["version ", &version.to_string()].concat());
    [agency, case, version.unwrap_or_default()].join(", ")
}
