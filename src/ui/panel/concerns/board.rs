//! Every concern until it is closed: open ones first, those that nobody acknowledged before all (C-05).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{LINES, Paging, heading, said_line};
use super::super::route::Part;
use super::super::words as panel_words;
use super::super::words::concerns as words;
use super::{Place, hold, lines, nature, noticed, part, raised_by, untrusted};
use crate::panel::concerns::{BoardLine, Unverified};
use crate::ui::govuk::{
    ActionLink, Button, ButtonKind, SummaryCard, SummaryList, SummaryRow, Tag, TagColour,
};

/// The board.
pub fn page(desk: Desk) -> AnyView {
    let raise = desk.href(&part(Place::Raise));
    let (of_open, of_closed) = (Paging::new("open"), Paging::new("closed"));
    let of_untrusted = Paging::new("untrusted");
    let view = move || {
        let (open, closed): (Vec<_>, Vec<_>) =
            lines(desk).into_iter().partition(BoardLine::is_open);
        if open.is_empty() && closed.is_empty() && untrusted(desk).is_empty() {
            return view! { <p class="govuk-body">{words::NO_CONCERNS}</p> }.into_any();
        }
        let none =
            open.is_empty().then(|| view! { <p class="govuk-body">{words::NO_OPEN_CONCERNS}</p> });
        let of = |lines: &[BoardLine], title: &str, paging: Paging| -> AnyView {
            let shown = paging.shown(lines.len(), LINES);
            let cards: Vec<AnyView> =
                shown.of_list(lines).iter().map(|line| card(desk, line)).collect();
            paging.around(title, &shown, cards.into_any())
        };
        let closed_part = (!closed.is_empty()).then(|| {
            let cards = of(&closed, words::CLOSED_CONCERNS, of_closed);
            view! { <h2 class="govuk-heading-m">{words::CLOSED_CONCERNS}</h2>{cards} }
        });
        let cards = of(&open, words::OPEN_CONCERNS, of_open);
        view! {
            <h2 class="govuk-heading-m">{words::OPEN_CONCERNS}</h2>
            {none}{cards}{closed_part}
        }
        .into_any()
    };
    view! {
        {heading(desk, words::CONCERNS, (&Part::Overview, panel_words::BACK_TO_ROUND))}
        {said_line(desk)}
        <p class="govuk-body">{words::BOARD_EXPLAINED}</p>
        <Button text=words::RAISE kind=ButtonKind::Secondary href=raise />
        {move || not_trusted(desk, of_untrusted)}
        {view}
        {hold::list(desk)}
    }
    .into_any()
}

fn card(desk: Desk, line: &BoardLine) -> AnyView {
    let (case, by) =
        desk.with(|workbook| (names::case(workbook, &line.case), raised_by(workbook, line)));
    let mut rows = vec![
        SummaryRow::text(words::WHAT, line.text.clone()),
        SummaryRow::text(words::RAISED_BY, by),
        SummaryRow::text(words::NOTICED, noticed(line.noticed_at)),
    ];
    rows.extend(
        line.is_open().then(|| SummaryRow::text(words::AGE, words::open_for(line.working_days))),
    );
    rows.push(SummaryRow::new(words::STANDING, standing(line)));
    let href = desk.href(&part(Place::One(line.key.clone())));
    let open = ActionLink::new(if line.is_open() { words::STEP } else { words::DONE_SO_FAR }, href);
    let title = [case.as_str(), ": ", nature(line)].concat();
    let card = SummaryCard::new(title).level(3).action(open);
    let class = if line.is_open() { "app-concern" } else { "" };
    view! { <SummaryList rows=rows card=card card_class=class /> }.into_any()
}

/// C-05: concerns of which nobody knows yet whether they are true, each with the way to decide about its file.
fn not_trusted(desk: Desk, paging: Paging) -> Option<AnyView> {
    let lines = untrusted(desk);
    if lines.is_empty() {
        return None;
    }
    let shown = paging.shown(lines.len(), LINES);
    let cards: Vec<AnyView> =
        shown.of_list(&lines).iter().map(|one| card_not_trusted(desk, one)).collect();
    let cards = paging.around(words::UNTRUSTED, &shown, cards.into_any());
    let view = view! {
        <h2 class="govuk-heading-m">{words::UNTRUSTED}</h2>
        <p class="govuk-body">{words::UNTRUSTED_EXPLAINED}</p>
        {cards}
    };
    Some(view.into_any())
}

fn card_not_trusted(desk: Desk, one: &Unverified) -> AnyView {
    let Unverified { told, line } = one;
    let (place, file) = (&told.place, &told.file);
    let (case, by, why) = desk.with(|workbook| {
        // A stranger may write of a case that the round does not have.
        let case = match names::case(workbook, &place.case) {
            label if label.is_empty() => place.case.to_string(),
            label => label,
        };
        let because = workbook.because(file).first();
        let why = because.map(|reason| reason.wording().title.into_owned()).unwrap_or_default();
        (case, names::place_line(workbook, place), why)
    });
    let mut rows = vec![
        SummaryRow::text(words::WHAT, line.text.clone()),
        SummaryRow::text(words::SAID_TO_BE_RAISED_BY, by),
        SummaryRow::text(words::NOTICED, noticed(line.noticed_at)),
        SummaryRow::text(words::STANDING, why),
    ];
    // It stood on the board before, where somebody dealt with it.
    if line.closed.is_some() || line.acknowledged.is_some() {
        rows.push(SummaryRow::new(words::DONE_SO_FAR, standing(line)));
    }
    let decide = ActionLink::new(words::DECIDE_FILE, desk.href(&Part::File(*file)));
    let title = [case.as_str(), ": ", nature(line)].concat();
    let card = SummaryCard::new(title).level(3).action(decide);
    view! { <SummaryList rows=rows card=card card_class="app-concern" /> }.into_any()
}

/// Where a concern stands, in words and as a tag.
pub fn standing(line: &BoardLine) -> AnyView {
    if let Some(closed) = &line.closed {
        let by = [words::CLOSED, ": ", &closed.role, ". ", &closed.outcome].concat();
        return by.into_any();
    }
    let acknowledged = line.acknowledged.as_ref().map(|role| match role.trim() {
        "" => words::ACKNOWLEDGED.to_owned(),
        role => [words::ACKNOWLEDGED, ": ", role].concat(),
    });
    let standing = match (acknowledged, line.alarm) {
        (Some(text), _) => text.into_any(),
        (None, true) => view! { <Tag text=words::ALARM colour=TagColour::Red /> }.into_any(),
        (None, false) => view! { <Tag text=words::WAITS colour=TagColour::Orange /> }.into_any(),
    };
    let anew = line.told_anew.then(|| [" ", words::TOLD_ANEW].concat());
    view! { {standing}{anew} }.into_any()
}
