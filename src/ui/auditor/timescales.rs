//! Timescales: dates in, intervals out (T-01 to T-10).

use leptos::prelude::*;

use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, saves_and_continues,
};
use super::dates::DatedPage;
use super::desk::Desk;
use super::events::event_view;
use super::guarded::{found_under, guarded};
use super::page::go_to_place;
use super::questions::beside_all;
use super::route::Step;
use super::words;
use crate::audit_return::{About, Impact, ImpactLevel};
use crate::check::Place;
use crate::id::StandardId;
use crate::store::{Change, ImpactChange, SheetChange};
use crate::timescale::{
    AUDIT_DATE, Direction, Outcome, Standard, StandardSet, TRANSFER_DATE, TimescaleResult,
    Transfer, said_by, sentence, set_name,
};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    BackLink, Caption, Choice, ErrorMessage, ErrorSummary, InsetText, PageTitle, Radios, TextInput,
    Textarea,
};

/// The value of the round's own standards among the radios.
const OWN: &str = "own";

/// Makes a change of the worksheet.
pub fn edit(page: DatedPage, change: SheetChange) {
    page.edit(Change::Sheet(change));
}

/// A date question whose elements bear its key.
pub fn date(page: DatedPage, key: String, legend: Caption, hint: &'static str) -> AnyView {
    page.date(key.clone(), key, legend, hint)
}

/// The page on timescales.
#[component]
pub fn TimescalesPage(
    /// The desk with the draft.
    desk: Desk,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    desk.try_with(|_| ()).map(|()| timescales(desk, place))
}

fn timescales(desk: Desk, place: Option<String>) -> AnyView {
    let page = DatedPage::new(desk);
    let errors = page.errors;
    let tasks = desk.href(&Step::Tasks);
    let nation = RwSignal::new(desk.worksheet().nation);
    // Made anew for another nation: it has events and standards of its own.
    let asked = move || {
        let nation = nation.get();
        untrack(|| built_anew(asked(page, nation.as_deref())))
    };
    let told = move || {
        let elsewhere = nation.get().is_some();
        untrack(|| other_authority(desk, elsewhere))
    };
    let submit = saves_and_continues(desk, errors, Step::Timescales, || Step::Tasks);
    go_to_place(place);
    view! {
        <PageTitle text=words::TIMESCALES program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::TIMESCALES}</h1>
        <p class="govuk-body-l">{words::TIMESCALES_LEAD}</p>
        <InsetText>{words::DATES_STAY}</InsetText>
        <p class="govuk-body">{words::LEAVE_WHAT_YOU_DO_NOT_KNOW} " " {words::ONE_EPISODE}</p>
        {told}
        {save_line(desk)}
        <form novalidate on:submit=submit>
            {date(page, AUDIT_DATE.to_owned(), legend(words::AUDIT_DAY), words::AUDIT_DAY_HINT)}
            {nation_question(page, nation)}
            {asked}
            {beside_all(desk, errors, |about| matches!(about, About::Timescale(_)))}
            {save_and_continue(tasks)}
        </form>
    }
    .into_any()
}

/// Dates, and what follows from them, by the standards of one nation.
fn asked(page: DatedPage, nation: Option<&str>) -> AnyView {
    let set = page.desk.try_with(|open| open.invitation.standards_of(nation));
    let Some(set) = set else { return ().into_any() };
    let events: Vec<AnyView> = set.events.iter().map(|event| event_view(page, event)).collect();
    view! {
        <h2 class="govuk-heading-m">{words::DATES}</h2>
        {events}
        {transfer(page)}
        {counting(page, &set)}
        <h2 class="govuk-heading-m">{words::RESULTS}</h2>
        {results(page, set)}
    }
    .into_any()
}

/// Edge case 14: another authority, and how its standards differ, as the panel stated it. Its limits count for
/// nothing where the family was held to those of another nation.
fn other_authority(desk: Desk, elsewhere: bool) -> Option<AnyView> {
    let (said, limits) = desk.try_with(|open| {
        let limits = open.invitation.round.standards().ec14_lines(&open.invitation.limits);
        (open.invitation.authority.clone(), limits)
    })?;
    (!said.is_empty()).then(|| {
        let text = words::other_authority(&said, &limits, elsewhere);
        view! { <InsetText>{text}</InsetText> }.into_any()
    })
}

/// Edge case 37: to whose standards the family was held.
fn nation_question(page: DatedPage, nation: RwSignal<Option<String>>) -> AnyView {
    let (own, others) = page.desk.with(|open| {
        let round = &open.invitation.round;
        (words::nation_own(set_name(&round.standards())), round.other_nations())
    });
    let mut items = vec![Choice::new(OWN, own)];
    items.extend(others.iter().map(|set| Choice::new(set.id.clone(), set.title.clone())));
    let value = nation.get_untracked().unwrap_or_else(|| OWN.to_owned());
    let on_change = move |chosen: String| {
        let chosen = Some(chosen).filter(|id| id != OWN);
        edit(page, SheetChange::Nation(chosen.clone()));
        let _ = nation.try_set(chosen);
    };
    view! {
        <Radios id="nation" legend=legend(words::NATION) hint=words::NATION_HINT items=items value=value
            on_change=on_change class="govuk-radios--small" />
    }
    .into_any()
}

/// A move between authorities (T-10).
fn transfer(page: DatedPage) -> AnyView {
    let now = page.desk.worksheet().transfer;
    let moved = RwSignal::new(now);
    let way = match now.map(|transfer| transfer.direction) {
        None => "none",
        Some(Direction::In) => "in",
        Some(Direction::Out) => "out",
    };
    let set = move |transfer: Option<Transfer>| {
        moved.set(transfer);
        edit(page, SheetChange::Transfer(transfer));
    };
    let on_way = Callback::new(move |chosen: String| {
        let direction = match chosen.as_str() {
            "in" => Direction::In,
            "out" => Direction::Out,
            _ => return set(None),
        };
        let restarts = moved.get_untracked().is_none_or(|transfer| transfer.restarts);
        set(Some(Transfer { direction, restarts }));
    });
    let on_treated = Callback::new(move |chosen: String| {
        let restarts = chosen == "restart";
        set(moved.get_untracked().map(|transfer| Transfer { restarts, ..transfer }));
    });
    let is_moved = Memo::new(move |_| moved.with(Option::is_some));
    let items = vec![
        Choice::new("none", words::TRANSFER_NONE),
        Choice::new("in", words::TRANSFER_IN),
        Choice::new("out", words::TRANSFER_OUT),
    ];
    let more = move || {
        let restarts = moved.get_untracked()?.restarts;
        let treated = vec![
            Choice::new("restart", words::TRANSFER_RESTARTS),
            Choice::new("run-on", words::TRANSFER_RUNS_ON),
        ];
        let day =
            date(page, TRANSFER_DATE.to_owned(), words::TRANSFER_DAY.into(), words::DATE_HINT);
        Some(
            view! {
                {day}
                <Radios id="transfer-treated" legend=Caption::new(words::TRANSFER_TREATED) items=treated
                    value=if restarts { "restart" } else { "run-on" } on_change=on_treated class="govuk-radios--small" />
            }
            .into_any(),
        )
    };
    view! {
        <Radios id="transfer" legend=legend(words::TRANSFER) items=items value=way on_change=on_way
            class="govuk-radios--small" />
        {move || if is_moved.get() { more() } else { None }}
    }
    .into_any()
}

/// Standards that can be counted in several ways (T-03, T-06).
fn counting(page: DatedPage, set: &StandardSet) -> Vec<AnyView> {
    let worksheet = page.desk.worksheet();
    let mut views = Vec::new();
    for standard in &set.standards {
        let id = standard.id.clone();
        if standard.anchors.len() > 1 {
            let events: Vec<_> =
                standard.anchors.iter().filter_map(|point| set.event(&point.event)).collect();
            let items =
                events.iter().map(|event| Choice::new(event.id.as_str(), &event.label)).collect();
            let first = standard.anchors.first().map(|point| point.event.clone());
            let chosen = worksheet.counted_from.get(&id).or(first.as_ref());
            let value = chosen.map(|event| event.as_str().to_owned()).unwrap_or_default();
            let element = ["counted-from-", id.as_str()].concat();
            let on_change = Callback::new(move |chosen: String| {
                let event = chosen.parse().ok().filter(|event| Some(event) != first.as_ref());
                edit(page, SheetChange::CountedFrom(id.clone(), event));
            });
            views.push(
                view! {
                    <Radios id=element legend=legend(words::counted_from(&standard.title)) items=items value=value
                        on_change=on_change class="govuk-radios--small" />
                }
                .into_any(),
            );
        } else if standard.from_plan {
            let element = ["limit-", id.as_str()].concat();
            let value = worksheet.limits.get(&id).cloned().unwrap_or_default();
            let hint = words::plan_limit_hint(standard.limit, standard.unit);
            let on_input =
                Callback::new(move |typed| edit(page, SheetChange::Limit(id.clone(), typed)));
            views.push(
                view! {
                    <TextInput id=element label=legend(words::plan_limit(&standard.title)) hint=hint value=value
                        inputmode="numeric" class="govuk-input--width-4" on_input=on_input />
                }
                .into_any(),
            );
        }
    }
    views
}

/// Every result, anew after each change of a date.
fn results(page: DatedPage, set: StandardSet) -> AnyView {
    let list = move || {
        page.track();
        let results = page.desk.with(|open| open.ret.timescales.clone());
        let results = results.map(|results| results.results).unwrap_or_default();
        if results.is_empty() {
            return view! { <p class="govuk-body">{words::NO_RESULTS}</p> }.into_any();
        }
        let shown = set.standards.iter().filter_map(|standard| {
            results.get(&standard.id).map(|found| result(page, &set, standard, found))
        });
        shown.collect::<Vec<AnyView>>().into_any()
    };
    list.into_any()
}

fn result(
    page: DatedPage,
    set: &StandardSet,
    standard: &Standard,
    result: &TimescaleResult,
) -> AnyView {
    let key = Place::Timescale(standard.id.clone()).key();
    let missed = result.outcome == Outcome::Missed;
    // Its radios bear the key where they are shown, so that a notice leads to what it asks for.
    let id = if missed { [&key, "-result"].concat() } else { key.clone() };
    let error = page.errors.of(key.clone());
    let error_id = [&key, "-error"].concat();
    let problem = move || {
        let id = error_id.clone();
        error.get().map(|text| view! { <ErrorMessage id=id text=text /> })
    };
    view! {
        <div class="app-prompt" id=id tabindex="-1">
            <h3 class="govuk-heading-s">{standard.title.clone()}</h3>
            {problem}
            <p class="govuk-body">{sentence(set, standard, result)}</p>
            <p class="govuk-body-s">{said_by(standard)}</p>
            {missed.then(|| impact(page.desk, key, &standard.id, &standard.title))}
        </div>
    }
    .into_any()
}

/// What a missed standard meant for the child (T-07).
fn impact(desk: Desk, key: String, standard: &StandardId, title: &str) -> AnyView {
    let Impact { level, text } =
        desk.with(|open| open.ret.timescale_impacts.get(standard).cloned()).unwrap_or_default();
    let (for_level, for_text) = (standard.clone(), standard.clone());
    let on_level = edits(desk, move |chosen: String| {
        let level = ImpactLevel::ALL.into_iter().find(|level| level.as_str() == chosen);
        Change::TimescaleImpact(for_level.clone(), ImpactChange::Level(level))
    });
    let on_text = edits(desk, move |text| {
        Change::TimescaleImpact(for_text.clone(), ImpactChange::Text(text))
    });
    let items = ImpactLevel::ALL.map(|level| Choice::new(level.as_str(), level.label())).into();
    let text_id = [&key, "-text"].concat();
    view! {
        <Radios id=key legend=Caption::new(words::missed_impact(title)) items=items
            value=level.map(ImpactLevel::as_str).unwrap_or_default() on_change=on_level class="govuk-radios--small" />
        {guarded(desk, &text_id, view! { <Textarea id=text_id.clone() described_by=found_under(&text_id) label=Caption::new(words::IMPACT_TEXT) rows=2 value=text on_input=on_text
            on_blur=saves(desk) /> })}
    }
    .into_any()
}
