//! The log on screen, and on its way out.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{LINES, Paging, heading, scrolling};
use super::route::Part;
use super::words;
use super::words::register as own;
use crate::browser::{files, local, now};
use crate::panel::Workbook;
use crate::report::{LogLine, log_csv, log_json, log_lines};
use crate::store::{file_name, i08_named};
use crate::ui::dates::moment;
use crate::ui::govuk::{
    Button, ButtonGroup, ButtonKind, Caption, Cell, InsetText, Size, Table, TextInput,
};

/// The page of the log.
#[component]
pub fn LogPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let (find, paging) = (RwSignal::new(String::new()), Paging::new("log"));
    let wrong = RwSignal::new(None::<String>);
    let lines = Memo::new(move |_| {
        let mut lines = desk.with(log_lines);
        lines.reverse();
        lines
    });
    let typed = move |text: String| {
        paging.begin();
        find.set(text);
    };
    let csv = move |()| wrong.set(save(desk, "csv", "text/csv", log_csv));
    let json = move |()| wrong.set(save(desk, "json", "application/json", log_json));
    view! {
        {heading(desk, own::LOG, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{own::LOG_EXPLAINED}</p>
        <div role="alert">{move || wrong.get().map(|why| view! { <InsetText>{why}</InsetText> })}</div>
        <ButtonGroup>
            <Button text=own::LOG_CSV kind=ButtonKind::Secondary on_click=csv id="log-csv" />
            <Button text=own::LOG_JSON kind=ButtonKind::Secondary on_click=json id="log-json" />
        </ButtonGroup>
        <TextInput id="find-in-log" label=Caption::new(own::FIND_IN_LOG).size(Size::S) input_type="search"
            class="govuk-!-width-one-half" on_input=typed />
        {move || table(lines, &find.get(), paging)}
    }
}

/// Saves the log; gives what went wrong.
fn save(
    desk: Desk,
    ending: &str,
    media_type: &str,
    text: fn(&Workbook) -> String,
) -> Option<String> {
    let name = |workbook: &Workbook| file_name(&["log", i08_named(&workbook.plan().round)], ending);
    let made = desk.try_with(|workbook| (text(workbook), name(workbook)));
    let Some((text, name)) = made else { return Some(words::NO_ROUND_OPEN.to_owned()) };
    files::save(&name, media_type, text.as_bytes()).err().map(|error| error.to_string())
}

fn table(lines: Memo<Vec<LogLine>>, find: &str, paging: Paging) -> AnyView {
    let find = find.to_lowercase();
    let fits = |line: &&LogLine| {
        let texts = [&line.what, &line.case, &line.agency, &line.reason, &line.by];
        texts.iter().any(|text| text.to_lowercase().contains(&find))
    };
    let (all, shown, fitting, rows) = lines.with(|all| {
        let fitting: Vec<&LogLine> = all.iter().filter(fits).collect();
        let shown = paging.shown(fitting.len(), LINES);
        let rows: Vec<_> = shown.of_list(&fitting).iter().map(|line| cells(line)).collect();
        (all.len(), shown, fitting.len(), rows)
    });
    let head = [own::WHEN, own::WHO, own::WHAT, own::ABOUT, own::WHY].map(Cell::text);
    let table = view! { <Table head=head.into() rows=rows class="app-log" /> };
    view! {
        <p class="govuk-body-s" role="status">{own::shown_of(fitting, all)}</p>
        {paging.around(own::LOG, &shown, scrolling(own::LOG, table.into_any()))}
    }
    .into_any()
}

fn cells(line: &LogLine) -> Vec<Cell> {
    let at = chrono::DateTime::parse_from_rfc3339(&line.at);
    let when =
        at.map_or_else(|_| line.at.clone(), |at| moment(local(at.to_utc()), local(now()).date()));
    let about: Vec<&str> = [line.agency.as_str(), line.case.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    vec![
        Cell::text(when),
        Cell::text(line.by.clone()),
        Cell::text(line.what.clone()),
        Cell::text(about.join(", ")),
        Cell::text(line.reason.clone()),
    ]
}
