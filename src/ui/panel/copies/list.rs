//! Every copy that is owed, sent, answered or not sent (CP-01).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{LINES, Paging, heading, said_line, scrolling};
use super::super::route::ReturnAt;
use super::super::words as panel_words;
use super::{Part, Place, marked, part, words};
use crate::panel::Workbook;
use crate::panel::copies::{
    CopiesOpen, CopyLine, CopyState, copy_worklist, cp01_copies_out, cp01_open_among,
    ec32_shown_before_mark,
};
use crate::ui::govuk::{Cell, InsetText, Table, Tag, TagColour};

/// All copies; looked at again only when something of the round has changed.
#[derive(Default, PartialEq)]
struct Copies {
    to_do: Vec<CopyLine>,
    done: Vec<CopyLine>,
    owed: CopiesOpen,
    /// Those that showed what the auditor has marked since.
    shown: Vec<(ReturnAt, String)>,
    /// Those of returns that do not count now, and of how many nobody has said what became of them.
    out: Vec<(ReturnAt, String)>,
    to_tell: usize,
}

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let all = Memo::new(move |_| desk.with(copies));
    let (to_do, done) = (Paging::new("to-do"), Paging::new("done"));
    let to_tell = [Paging::new("shown"), Paging::new("out")];
    view! {
        {heading(desk, words::COPIES, (&Part::Overview, panel_words::BACK_TO_ROUND))}
        {said_line(desk)}
        <p class="govuk-body">{words::COPIES_EXPLAINED}</p>
        {move || all.with(|all| warnings(desk, all, to_tell))}
        {move || all.with(notes)}
        {move || all.with(|all| table(desk, words::TO_DO, &all.to_do, to_do))}
        {move || all.with(|all| table(desk, words::DONE, &all.done, done))}
    }
    .into_any()
}

fn copies(workbook: &Workbook) -> Copies {
    let open = |line: &CopyLine| matches!(line.state, CopyState::ToSend { .. } | CopyState::Sent);
    let lines = copy_worklist(workbook);
    let owed = cp01_open_among(workbook, &lines);
    let (to_do, done) = lines.into_iter().partition(open);
    let shown = ec32_shown_before_mark(workbook);
    let shown = shown.iter().map(|one| marked::line(workbook, one)).collect();
    let out = cp01_copies_out(workbook);
    let to_tell = out.iter().filter(|one| one.settled.is_none()).count();
    let out = out.iter().map(|one| marked::line_out(workbook, one)).collect();
    Copies { to_do, done, owed, shown, out, to_tell }
}

/// Copies about which somebody has to be told.
fn warnings(desk: Desk, copies: &Copies, [shown_here, out_here]: [Paging; 2]) -> AnyView {
    let Copies { shown, out, to_tell, .. } = copies;
    let of_shown = Some(words::copies_shown(shown.len()));
    let of_out = (*to_tell > 0).then(|| words::copies_out(*to_tell));
    view! {
        {marked::of_all(desk, of_shown, shown, shown_here)}
        {marked::of_all(desk, of_out, out, out_here)}
    }
    .into_any()
}

/// What stands above the lists.
fn notes(Copies { to_do, done, owed, .. }: &Copies) -> AnyView {
    if to_do.is_empty() && done.is_empty() {
        return view! { <InsetText>{words::NO_COPIES}</InsetText> }.into_any();
    }
    let to_accept = (owed.not_accepted > 0)
        .then(|| words::accept_first(owed.not_accepted))
        .map(|text| view! { <InsetText>{text}</InsetText> });
    let owed = (owed.accepted > 0)
        .then(|| words::owed_before_close(owed.accepted))
        .map(|text| view! { <InsetText>{text}</InsetText> });
    view! {
        {to_accept}
        {owed}
    }
    .into_any()
}

fn table(desk: Desk, title: &'static str, lines: &[CopyLine], paging: Paging) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let shown = paging.shown(lines.len(), LINES);
    let rows = desk.with(|workbook| {
        let lines = shown.of_list(lines).iter();
        lines.map(|line| row(desk, workbook, line)).collect::<Vec<Vec<Cell>>>()
    });
    let head =
        [words::WHOSE, words::ACCEPTED, words::STANDING, words::RESPONSE, words::ACKNOWLEDGED_BY]
            .map(Cell::text);
    let table = view! { <Table caption=title caption_class="govuk-table__caption--m" head=head.into()
    rows=rows row_headers=true class="app-copies" /> };
    Some(paging.around(title, &shown, scrolling(title, table.into_any())))
}

fn row(desk: Desk, workbook: &Workbook, line: &CopyLine) -> Vec<Cell> {
    let at = ReturnAt { case: line.place.case.clone(), slot: line.place.slot.clone() };
    let href = desk.href(&part(Place::One(at)));
    let case = names::case(workbook, &line.place.case);
    let agency = names::place_line(workbook, &line.place);
    let responded = match (&line.response, line.amendments) {
        (None, 0) => String::new(),
        (Some(_), 0) => words::RESPONDED.to_owned(),
        (_, some) => words::corrections(some),
    };
    vec![
        Cell::new(view! { <a class="govuk-link" href=href>{case}", "{agency}</a> }),
        Cell::text(if line.accepted { panel_words::YES } else { words::NOT_YET }),
        Cell::new(tag(&line.state)),
        Cell::text(responded),
        Cell::text(line.acknowledged.clone().unwrap_or_default()),
    ]
}

/// How far a copy is.
pub fn tag(state: &CopyState) -> AnyView {
    let (text, colour) = match state {
        CopyState::ToSend { earlier: false } => (words::TO_SEND, TagColour::Yellow),
        CopyState::ToSend { earlier: true } => (words::TO_SEND_AGAIN, TagColour::Orange),
        CopyState::Sent => (words::SENT, TagColour::Blue),
        CopyState::Answered => (words::ANSWERED, TagColour::Green),
        CopyState::NotSent(_) => (words::NOT_SENT, TagColour::Grey),
    };
    view! { <Tag text=text colour=colour /> }.into_any()
}
