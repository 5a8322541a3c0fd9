//! Sheets that agencies fill in with their spreadsheets, and those that come back (AP-09).

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::super::desk::Desk;
use super::super::download::{self, Download, SPREADSHEET};
use super::super::page::{said_line, titled};
use super::returned::{Returned, returned};
use super::{Place, bodies, identifying, part, today, words};
use crate::browser::task::{TaskFault, in_worker};
use crate::browser::{files, local, now, random};
use crate::panel::actions::sheet::{
    CellRow, MAX_BYTES, SheetError, is_workbook, read_rows, text_rows,
};
use crate::panel::actions::{Body, Withholding};
use crate::panel::{Workbook, guard_of_question};
use crate::report::{
    FileTask, Grid, Packed, action_sheet_of, grid_csv, i08_plan, i08_sheet_may_go, i08_withheld,
};
use crate::store::{file_name, i08_named};
use crate::text::capitalised;
use crate::ui::anew::built_anew;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    Button, ButtonGroup, ButtonKind, Caption, Cell, FileUpload, LinkButton, PageError, PageErrors,
    Size, Table,
};

const CSV: &str = "text/csv";

/// What was done last, and whether what may be meant is left in files.
type Saying = (RwSignal<String>, RwSignal<bool>);

/// A file's form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Spreadsheet,
}

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let came = RwSignal::new(Vec::<Returned>::new());
    let (said, is_meant) = (RwSignal::new(String::new()), RwSignal::new(false));
    let list = move || desk.with(|workbook| Some(listed(desk, workbook, errors, (said, is_meant))));
    let on_files = move |files: Vec<File>| {
        errors.show(Vec::new());
        spawn_local(read(desk, files, came));
    };
    let shown = move || {
        let all = came.get();
        let all = all.into_iter().enumerate();
        let one = |(at, one)| untrack(|| built_anew(returned(desk, at, one, errors)));
        all.map(one).collect_view()
    };
    view! {
        {titled(desk, words::SHEETS.to_owned(), (&part(Place::Board), words::BACK_TO_PLAN), errors)}
        {said_line(desk)}
        <h2 class="govuk-heading-m">{words::SEND_OUT}</h2>
        <p class="govuk-body">{words::SEND_OUT_EXPLAINED}</p>
        {identifying::warning(desk, is_meant)}
        {list}
        <p class="govuk-body" role="status">{move || said.get()}</p>
        <h2 class="govuk-heading-m">{words::BRING_IN}</h2>
        <FileUpload id="returned" label=Caption::new(words::CHOOSE_SHEETS).size(Size::S)
            hint=words::CHOOSE_SHEETS_HINT multiple=true drop_zone=true on_files=on_files
            error=errors.of("returned") />
        <p class="govuk-body" role="status">{move || came.with(|came| words::files_read(came.len()))}</p>
        {shown}
        <h2 class="govuk-heading-m">{words::WHOLE_PLAN}</h2>
        <p class="govuk-body">{words::WHOLE_PLAN_EXPLAINED}</p>
        {whole(desk, is_meant, errors)}
    }
    .into_any()
}

/// One row for each body that owns something open.
fn listed(desk: Desk, workbook: &Workbook, errors: PageErrors, saying: Saying) -> AnyView {
    let bodies = workbook.bodies_with_open_actions();
    if bodies.is_empty() {
        return view! { <p class="govuk-body">{words::NO_OPEN_ACTIONS}</p> }.into_any();
    }
    let rows = bodies.into_iter().map(|body| row(desk, workbook, body, errors, saying)).collect();
    let head = [words::AGENCY, words::LAST_SHEET, words::SHEET].map(Cell::text).into();
    view! { <Table head=head rows=rows row_headers=true class="app-plan-sheets" /> }.into_any()
}

fn row(
    desk: Desk,
    workbook: &Workbook,
    body: Body,
    errors: PageErrors,
    saying: Saying,
) -> Vec<Cell> {
    let name = body.name(workbook);
    let last = workbook.sheets().iter().rev().find(|sheet| sheet.to == body);
    let last =
        last.map_or_else(|| words::NEVER.to_owned(), |sheet| full_moment(local(sheet.stamp.at)));
    let button = |form: Form, text: &'static str| {
        let (body, hidden) = (body.clone(), [words::FOR, " ", &name].concat());
        let id = ["sheet-", ending(form), "-", &bodies::named(&body)].concat();
        let press_id = id.clone();
        let press = move |()| {
            spawn_local(send(desk, body.clone(), form, (errors, press_id.clone()), saying));
        };
        view! { <LinkButton text=text hidden=hidden id=id on_click=press /> }
    };
    vec![
        Cell::text(name.clone()),
        Cell::text(last),
        Cell::new(view! {
            {button(Form::Csv, words::SHEET_CSV)} " " {button(Form::Spreadsheet, words::SHEET_XLSX)}
        }),
    ]
}

fn ending(form: Form) -> &'static str {
    match form {
        Form::Csv => "csv",
        Form::Spreadsheet => "xlsx",
    }
}

/// Notes that a sheet is written, and saves it, where nothing on it has to go first.
async fn send(
    desk: Desk,
    body: Body,
    form: Form,
    (errors, button): (PageErrors, String),
    (said, is_meant): Saying,
) {
    let _ = said.try_set(words::WRITING.to_owned());
    let is_meant = is_meant.try_get_untracked().unwrap_or_default();
    let issued = desk.decide(|workbook, stamp| {
        let guard = guard_of_question(&workbook.plan().round, now());
        let may_go = i08_sheet_may_go(workbook, &body, today(), &guard);
        may_go.map_err(|why| [&why.to_string(), "."].concat())?;
        let sheet = workbook.issue_sheet(random::id(), &body, stamp);
        let sheet = sheet.map_err(|why| why.to_string())?.clone();
        let grid = action_sheet_of(workbook, &sheet, local(sheet.stamp.at).date());
        let without = Withholding::of(workbook, sheet.stamp.at, is_meant);
        let (grid, _) = i08_withheld(grid, &without);
        let title = i08_named(&workbook.plan().round);
        Ok::<_, String>((file_name(&["actions", &grid.title, title], ending(form)), grid))
    });
    let outcome = match issued {
        Ok((name, grid)) => saved(&name, grid, form).await.map(|()| words::sheet_saved(&name)),
        Err(why) => Err(why),
    };
    match outcome {
        Ok(text) => {
            let _ = said.try_set(text);
        }
        Err(why) => {
            let _ = said.try_set(String::new());
            errors.show(vec![PageError::new(button, why)]);
        }
    }
}

async fn saved(name: &str, grid: Grid, form: Form) -> Result<(), String> {
    let (bytes, media_type) = match form {
        Form::Csv => (grid_csv(&grid).into_bytes(), CSV),
        Form::Spreadsheet => {
            let written = in_worker(&FileTask::Grid(grid)).await;
            (written.map_err(|fault| fault.to_string())?, SPREADSHEET)
        }
    };
    files::save(name, media_type, &bytes).map_err(|fault| fault.to_string())
}

/// Reads sheets that came back, one after the other; one that is none stops no other.
async fn read(desk: Desk, files: Vec<File>, came: RwSignal<Vec<Returned>>) {
    let mut all = Vec::new();
    for file in files {
        let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
        let sheet = match files::read(&file, limit).await {
            Ok(bytes) => rows(&bytes).await.and_then(|rows| {
                let read = desk.try_with(|workbook| read_rows(workbook, &rows, today()));
                let read = read.ok_or_else(|| super::super::words::NO_ROUND_OPEN.to_owned())?;
                read.map_err(said)
            }),
            Err(error) => Err(error.to_string()),
        };
        all.push(Returned { name: file.name(), sheet });
    }
    let _ = came.try_set(all);
}

/// The rows of a file, by what is in it and not by its name; of a workbook the worker reads them.
async fn rows(bytes: &[u8]) -> Result<Vec<CellRow>, String> {
    if !is_workbook(bytes) {
        return text_rows(bytes).map_err(said);
    }
    let rows = in_worker(&FileTask::ReadRows(Packed::of(bytes))).await;
    let rows = rows.map_err(|fault| match fault {
        TaskFault::NotLoaded => words::WORKBOOK_NOT_READ.to_owned(),
        TaskFault::Failed(why) => why,
    })?;
    crate::json::from_slice(&rows).map_err(|_| words::WORKBOOK_NOT_READ.to_owned())
}

fn said(error: SheetError) -> String {
    [&capitalised(&error.to_string()), "."].concat()
}

/// The whole plan, to look at: it is not brought in again.
fn whole(desk: Desk, is_meant: RwSignal<bool>, errors: PageErrors) -> AnyView {
    let state = download::State::new(errors);
    let plan = of_plan(desk, is_meant);
    let name = plan.as_ref().map_or_else(String::new, |(_, title)| title.clone());
    let name = file_name(&["plan", &name], ending(Form::Spreadsheet));
    let xlsx = Download { name, media_type: SPREADSHEET };
    let wanted = move || of_plan(desk, is_meant).map(|(plan, _)| FileTask::Grid(plan));
    let issues = plan.is_some_and(|(plan, _)| plan.issues.is_some());
    let of_issues: fn(Grid) -> Option<Grid> = |plan| plan.issues.map(|issues| *issues);
    let from = (desk, is_meant);
    let issues = issues
        .then(|| csv_button(from, ("issues-csv", words::ISSUES_CSV), "issues", of_issues, errors));
    view! {
        <ButtonGroup>
            {download::button("plan-xlsx", words::PLAN_XLSX, xlsx, wanted, true, state)}
            {csv_button(from, ("plan-csv", words::PLAN_CSV), "plan", Some, errors)}
            {issues}
        </ButtonGroup>
        {state.line()}
    }
    .into_any()
}

/// The plan as it leaves, and what its files are named after (I-08).
fn of_plan(desk: Desk, is_meant: RwSignal<bool>) -> Option<(Grid, String)> {
    let is_meant = is_meant.try_get_untracked().unwrap_or_default();
    let plan = |workbook: &Workbook| {
        let without = Withholding::of(workbook, now(), is_meant);
        let (plan, _) = i08_plan(workbook, today(), &without);
        (plan, i08_named(&workbook.plan().round).to_owned())
    };
    untrack(|| desk.try_with(plan))
}

/// A button that saves the plan, or its issues, as they are once it is pressed.
fn csv_button(
    (desk, is_meant): (Desk, RwSignal<bool>),
    (id, text): (&'static str, &'static str),
    stem: &'static str,
    of: fn(Grid) -> Option<Grid>,
    errors: PageErrors,
) -> AnyView {
    let save = move |()| {
        let Some((plan, title)) = of_plan(desk, is_meant) else { return };
        let Some(grid) = of(plan) else { return };
        let name = file_name(&[stem, &title], ending(Form::Csv));
        if let Err(why) = files::save(&name, CSV, grid_csv(&grid).as_bytes()) {
            errors.show(vec![PageError::new(id, why.to_string())]);
        }
    };
    view! { <Button text=text id=id kind=ButtonKind::Secondary on_click=save /> }.into_any()
}
