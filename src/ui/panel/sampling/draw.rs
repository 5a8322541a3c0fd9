//! Drawing at random, and the record of a draw.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{heading, unknown};
use super::super::typing::Typing;
use super::{Picks, Place, listed, part, words};
use crate::browser::{files, now, random};
use crate::panel::Workbook;
use crate::round::sampling::{Draw, DrawError, DrawRequest, Families, ticket};
use crate::store::file_name;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Cell, Choice, InsetText, PageErrors, Size, SummaryList,
    SummaryRow, Table, focus_heading,
};

const FAMILIES: [(&str, &str, Families); 3] = [
    ("as-drawn", words::AS_DRAWN, Families::AsDrawn),
    ("one-per-family", words::ONE_PER_FAMILY, Families::OnePerFamily),
    ("one-whole-family", words::WHOLE_FAMILY, Families::OneWholeFamily),
];

/// The form of a draw, and the draws so far.
pub fn form(desk: Desk, picks: Picks, errors: PageErrors) -> AnyView {
    let planned = desk.with(|workbook| workbook.plan().round.cases.planned);
    let recorded = [
        ("size", planned.map(|planned| planned.to_string()).unwrap_or_default()),
        ("families", "as-drawn".to_owned()),
    ];
    let recorded = recorded.map(|(field, text)| (field.to_owned(), text));
    let typing = Typing::new(desk, &part(Place::Grid), "draw", recorded, errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = request(typing);
        let draw = |workbook: &mut Workbook, stamp: &_| workbook.s02_draw_cases(&request, stamp);
        if let Some(draw) = typing.record(draw, at_box) {
            picks.change(|numbers| numbers.extend(&draw.drawn));
            desk.say(words::drew(&listed(&draw.drawn)));
            focus_heading();
        }
    };
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    let items = FAMILIES.map(|(id, label, _)| Choice::new(id, label)).into();
    view! {
        <h2 class="govuk-heading-m">{words::DRAW}</h2>
        <p class="govuk-body">{words::DRAW_EXPLAINED}</p>
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {typing.number("size", small(words::HOW_MANY), "")}
            {typing.radios("families", small(words::FAMILIES), "", items, None)}
            {typing.line("seed", small(words::SEED), words::SEED_HINT)}
            <Button text=words::DRAW_NOW kind=ButtonKind::Secondary id="draw-now" />
        </form>
        {move || so_far(desk)}
    }
    .into_any()
}

fn request(typing: Typing) -> DrawRequest {
    let (seed, families) = (typing.text("seed"), typing.raw("families"));
    let families = FAMILIES.iter().find(|(id, ..)| *id == families);
    DrawRequest {
        seed: if seed.is_empty() { random::hex() } else { seed },
        size: typing.text("size").parse().unwrap_or(0),
        families: families.map(|it| it.2).unwrap_or_default(),
    }
}

fn at_box(error: &DrawError) -> String {
    match error {
        DrawError::Seed | DrawError::SeedIdentifies => "seed",
        DrawError::Size | DrawError::TooFew { .. } | DrawError::NoDraw => "size",
        DrawError::NoWholeFamily { .. } => "families",
    }
    .to_owned()
}

fn so_far(desk: Desk) -> Option<AnyView> {
    let draws: Vec<Draw> = desk.with(|workbook| workbook.sampling().draws.clone());
    let items: Vec<_> = draws
        .iter()
        .zip(1_usize..)
        .map(|(draw, number)| {
            let href = desk.href(&part(Place::Draw(number)));
            let drawn = [": ", &listed(&draw.drawn)].concat();
            view! { <li><a class="govuk-link" href=href>{words::draw(number)}</a>{drawn}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <h3 class="govuk-heading-s">{words::DRAWS}</h3><ul class="govuk-list" id="draws">{items}</ul> }
            .into_any()
    })
}

/// The page of one draw: its record, done again.
pub fn page(desk: Desk, number: usize) -> AnyView {
    let draw = desk.with(|workbook| {
        let at = number.checked_sub(1)?;
        workbook.sampling().draws.get(at).cloned()
    });
    let Some(draw) = draw else { return unknown() };
    let title = [words::draw(number), draw.seed.clone()].join(" · ");
    let trouble = RwSignal::new(None::<String>);
    let save = move |()| {
        let record = desk.with(|workbook| workbook.i08_draw_to_save(number, now()));
        let Some(record) = record else { return };
        let text = crate::json::to_string_pretty(&record).unwrap_or_default();
        let name = file_name(&["draw", &number.to_string()], "json");
        let saved = files::save(&name, "application/json", text.as_bytes());
        trouble.set(saved.err().map(|error| error.to_string()));
    };
    view! {
        {heading(desk, words::DRAW, (&part(Place::Grid), words::BACK_TO_SAMPLING))}
        <p class="govuk-body-l">{title}</p>
        <SummaryList rows=rows(desk, &draw) />
        <p class="govuk-body">{words::METHOD_TEXT} " " {words::CHECK_YOURSELF}</p>
        <p class="govuk-body"><code>{command(&draw)}</code></p>
        {tickets(&draw)}
        <div role="alert">{move || trouble.get().map(|why| view! { <InsetText>{why}</InsetText> })}</div>
        <Button text=words::SAVE_DRAW kind=ButtonKind::Secondary on_click=save id="save-draw" />
    }
    .into_any()
}

fn rows(desk: Desk, draw: &Draw) -> Vec<SummaryRow> {
    let or_none = |text: String| if text.is_empty() { words::NONE.to_owned() } else { text };
    let excluded: Vec<String> = draw
        .excluded
        .iter()
        .map(|one| [&one.number.to_string(), " (", one.reason.as_str(), ")"].concat())
        .collect();
    let families = FAMILIES.iter().find(|it| it.2 == draw.families).map_or("", |it| it.1);
    let again = if draw.again() == draw.drawn { words::SAME } else { words::NOT_THE_SAME };
    let mut rows = vec![
        SummaryRow::text(words::SEED, draw.seed.clone()),
        SummaryRow::text(words::IN_THE_FRAME, listed(&draw.frame)),
        SummaryRow::text(words::LEFT_OUT, or_none(excluded.join(", "))),
        SummaryRow::text(words::TAKEN, or_none(listed(&draw.taken))),
        SummaryRow::text(words::FAMILIES, families),
        SummaryRow::text(words::DRAWN, listed(&draw.drawn)),
        SummaryRow::text(words::AGAIN, again),
    ];
    if let Some(case) = &draw.replaces {
        let label = desk.with(|workbook| workbook.plan().case(case).map(|case| case.label.clone()));
        rows.push(SummaryRow::text(words::STANDS_IN, label.unwrap_or_else(|| case.to_string())));
    }
    rows
}

/// For a shell; the seed stands within single quotes, of which it may have some itself.
fn command(draw: &Draw) -> String {
    let number = draw.drawn.first().copied().unwrap_or(1).to_string();
    let seed = draw.seed.replace('\'', "'\\''");
    ["printf '%s' '", &seed, ":", &number, "' | sha256sum"].concat()
}

fn tickets(draw: &Draw) -> AnyView {
    let rows = draw
        .drawn
        .iter()
        .map(|number| {
            let shown: String = ticket(&draw.seed, *number).to_string().chars().take(16).collect();
            let shown = [&shown, "…"].concat();
            vec![Cell::text(number.to_string()), Cell::new(view! { <code>{shown}</code> })]
        })
        .collect();
    let head = [words::NUMBER, words::TICKET].map(Cell::text).into();
    view! {
        <Table caption=words::TICKETS caption_class="govuk-table__caption--s" head=head rows=rows
            row_headers=true />
    }
    .into_any()
}
