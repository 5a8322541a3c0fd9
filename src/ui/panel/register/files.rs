//! The list of imported files.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{LINES, Paging, heading, scrolling};
use super::super::route::Part;
use super::place_words;
use super::words;
use super::words::register as own;
use crate::browser::{local, now};
use crate::panel::{FileGroup, FileLine, LastImport, file_lines};
use crate::ui::anew::built_anew;
use crate::ui::dates::moment;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Cell, Choice, Details, InsetText, Radios, Size, Table, Tag,
    TagColour, TextInput, focus_heading,
};

const GROUPS: [FileGroup; 5] = [
    FileGroup::ToDecide,
    FileGroup::Counts,
    FileGroup::StaysApart,
    FileGroup::History,
    FileGroup::Refused,
];

/// What is shown of the list.
#[derive(Clone, Copy)]
struct Choosing {
    group: RwSignal<Option<FileGroup>>,
    find: RwSignal<String>,
    paging: Paging,
}

/// The page of all imported files.
#[component]
pub fn FilesPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let choosing = Choosing {
        group: RwSignal::new(None),
        find: RwSignal::new(String::new()),
        paging: Paging::new("files"),
    };
    let lines = Memo::new(move |_| {
        let lines = desk.with(file_lines);
        lines.into_iter().map(|line| (about(desk, &line), line)).collect::<Vec<_>>()
    });
    let none = move || lines.with(Vec::is_empty);
    // Made anew for another import: what was opened to take back one is no way to take back the one before it.
    let last = Memo::new(move |_| desk.try_with(|workbook| workbook.last_import()).flatten());
    let undo = move || last.get().map(|last| untrack(|| built_anew(undo(desk, last))));
    view! {
        {heading(desk, own::FILES, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{own::FILES_EXPLAINED}</p>
        {move || none().then(|| view! { <InsetText>{own::NO_FILES}</InsetText> })}
        {move || (!none()).then(|| controls(choosing, lines))}
        {move || list(desk, choosing, lines)}
        {undo}
    }
}

fn about(desk: Desk, line: &FileLine) -> String {
    let Some(place) = &line.place else { return String::new() };
    let version = line.version.filter(|version| *version > 1);
    let version = version.map(|version| [", version ", &version.to_string()].concat());
    [place_words(desk, place), version.unwrap_or_default()].concat()
}

fn controls(choosing: Choosing, lines: Memo<Vec<(String, FileLine)>>) -> AnyView {
    let find = move |text: String| {
        choosing.paging.begin();
        choosing.find.set(text);
    };
    view! {
        {move || filter(choosing, lines)}
        <TextInput id="find-file" label=Caption::new(own::FIND_FILE).size(Size::S) input_type="search"
            class="govuk-!-width-one-half" value=choosing.find.get_untracked() on_input=find />
    }
    .into_any()
}

/// A choice among the groups that occur.
fn filter(choosing: Choosing, lines: Memo<Vec<(String, FileLine)>>) -> Option<AnyView> {
    let count = |group| lines.with(|all| all.iter().filter(|(_, one)| one.group == group).count());
    let present: Vec<_> = GROUPS
        .into_iter()
        .map(|group| (group, count(group)))
        .filter(|(_, number)| *number > 0)
        .collect();
    if present.len() < 2 {
        return None;
    }
    let mut items = vec![Choice::new("", words::SHOW_ALL)];
    items.extend(present.iter().map(|(group, number)| {
        let name = own::group(*group);
        Choice::new(name, [name, " (", &number.to_string(), ")"].concat())
    }));
    let value = choosing.group.get_untracked().map(own::group).unwrap_or_default();
    let on_change = move |value: String| {
        choosing.paging.begin();
        choosing.group.set(GROUPS.into_iter().find(|group| own::group(*group) == value));
    };
    Some(
        view! { <Radios id="file-group" legend=Caption::new(words::SHOW).size(Size::S) items=items value=value
            on_change=on_change class="govuk-radios--inline govuk-radios--small" /> }
        .into_any(),
    )
}

fn list(desk: Desk, choosing: Choosing, lines: Memo<Vec<(String, FileLine)>>) -> Option<AnyView> {
    let wanted = choosing.group.get();
    let find = choosing.find.get().to_lowercase();
    let fits = |(about, line): &&(String, FileLine)| {
        wanted.is_none_or(|group| line.group == group)
            && (line.name.to_lowercase().contains(&find) || about.to_lowercase().contains(&find))
    };
    let (shown, fitting) = lines.with(|all| {
        let fitting: Vec<_> = all.iter().filter(fits).collect();
        let shown = choosing.paging.shown(fitting.len(), LINES);
        let fitting: Vec<_> = shown.of_list(&fitting).iter().copied().cloned().collect();
        (shown, fitting)
    });
    if fitting.is_empty() {
        let any = lines.with(|all| !all.is_empty());
        return any.then(|| view! { <p class="govuk-body">{own::NO_FILES_FIT}</p> }.into_any());
    }
    let rows = fitting.into_iter().map(|(about, line)| cells(desk, about, line)).collect();
    let head = [words::FILE, own::ABOUT, own::HOW_IT_STANDS, own::IMPORTED_AT].map(Cell::text);
    let table =
        view! { <Table head=head.into() rows=rows row_headers=true class="app-register" /> };
    Some(choosing.paging.around(own::FILES, &shown, scrolling(own::FILES, table.into_any())))
}

fn cells(desk: Desk, about: String, line: FileLine) -> Vec<Cell> {
    let name = match line.group {
        FileGroup::Refused => Cell::text(line.name),
        _ => {
            let href = desk.href(&Part::File(line.file));
            Cell::new(view! { <a class="govuk-link" href=href>{line.name}</a> })
        }
    };
    let colour = match line.group {
        FileGroup::ToDecide => TagColour::Yellow,
        FileGroup::Counts => TagColour::Green,
        FileGroup::Refused => TagColour::Red,
        FileGroup::StaysApart | FileGroup::History => TagColour::Grey,
    };
    let at = line.imported_at.map(|at| moment(local(at), local(now()).date()));
    vec![
        name,
        Cell::text(about),
        Cell::new(view! {
            <Tag text=own::group(line.group) colour=colour />
            <p class="govuk-body-s app-outcome">{line.standing}</p>
        }),
        Cell::text(at.unwrap_or_default()),
    ]
}

/// V-10: the last import, and the way to take it back.
fn undo(desk: Desk, last: LastImport) -> AnyView {
    let at = last.at.map(|at| moment(local(at), local(now()).date())).unwrap_or_default();
    let wrong = RwSignal::new(None::<String>);
    let take_back = move |()| {
        let refused = desk.undo_import(last.batch).err();
        if refused.is_none() {
            // The button goes with what it took back.
            focus_heading();
        }
        let _ = wrong.try_set(refused);
    };
    view! {
        <Details summary=own::UNDO_IMPORT id="undo-import">
            <p class="govuk-body">{own::last_import(last.files, &at)}</p>
            <p class="govuk-body">{own::UNDO_EXPLAINED}</p>
            <div role="alert">{move || wrong.get().map(|why| view! { <InsetText>{why}</InsetText> })}</div>
            <Button text=own::TAKE_IT_BACK kind=ButtonKind::Warning on_click=take_back id="take-back" once=true />
        </Details>
    }
    .into_any()
}
