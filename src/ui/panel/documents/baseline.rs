//! The earlier round that this one is measured against: seen, named, taken back (RA-01 to RA-06).

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::super::words::{baseline as own, beside};
use super::round_file::{Reading, by_file};
use super::{Place, View, compare, of, part};
use crate::browser::local;
use crate::gather::gathered;
use crate::id::{AreaId, RoundId};
use crate::panel::Workbook;
use crate::panel::reaudit::{Baseline, BaselineError, Comparable, ra02_comparable};
use crate::report::document::DocumentKind;
use crate::text::listed;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, Details, InsetText, PageError, PageErrors, Size,
    SummaryList, SummaryRow,
};

const ROUND: &str = "round";
const AREAS: &str = "areas";
const REASON: &str = "reason";
const REMOVE: &str = "remove-reason";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let compare = of(DocumentKind::Comparison, View::Whole);
    view! {
        {titled(desk, own::BASELINE.to_owned(), (&compare, beside::BACK_TO_COMPARISON), errors)}
        {said_line(desk)}
        <p class="govuk-body">{own::EXPLAINED}</p>
        {move || standing(desk)}
        <Details summary=own::HOW>{rules()}</Details>
        {naming(desk, errors)}
        {move || desk.with(|workbook| workbook.baseline().is_some()).then(|| removal(desk, errors))}
    }
    .into_any()
}

/// RA-01 to RA-06 in plain words.
fn rules() -> AnyView {
    let lines = [own::RA02.to_owned(), own::fewest()];
    let rest = [own::RA03, own::RA04, own::RA05, own::RA06].map(str::to_owned);
    let lines = lines.into_iter().chain(rest).map(|text| view! { <li>{text}</li> });
    view! { <ul class="govuk-list govuk-list--bullet">{lines.collect::<Vec<_>>()}</ul> }.into_any()
}

fn standing(desk: Desk) -> AnyView {
    let found = desk.with(|workbook| {
        let baseline = workbook.baseline()?;
        Some((baseline.round.clone()?, rows(workbook, baseline)))
    });
    let Some((id, mut rows)) = found else {
        return view! { <InsetText>{own::NONE}</InsetText> }.into_any();
    };
    rows.push(SummaryRow::new(own::COMPARES, what_compares(desk, id)));
    let see = desk.href(&of(DocumentKind::Comparison, View::Whole));
    let same = desk.href(&part(Place::Same));
    view! {
        <SummaryList rows=rows />
        <p class="govuk-body"><a class="govuk-link" href=same>{own::SAY_SAME}</a></p>
        <p class="govuk-body"><a class="govuk-link" href=see>{own::SEE_COMPARISON}</a></p>
    }
    .into_any()
}

fn rows(workbook: &Workbook, baseline: &Baseline) -> Vec<SummaryRow> {
    let title = |id: &AreaId| {
        let tool = &workbook.plan().round.tool;
        tool.area(id).map_or_else(|| id.to_string(), |area| area.title.clone())
    };
    let areas: Vec<String> = baseline.areas.iter().map(title).collect();
    let scope = if areas.is_empty() { own::ALL_AREAS.to_owned() } else { listed(&areas) };
    vec![
        SummaryRow::text(own::ROUND, baseline.title.clone()),
        SummaryRow::text(own::WHY, baseline.reason.clone()),
        SummaryRow::text(own::SCOPE, scope),
        SummaryRow::text(own::HELD, own::held(baseline.mapped_areas.len(), baseline.prompts.len())),
        SummaryRow::text(own::RECORDED, full_moment(local(baseline.stamp.at))),
    ]
}

/// Said once the earlier round is read.
pub fn what_compares(desk: Desk, id: RoundId) -> AnyView {
    let found = RwSignal::new(None::<Option<Comparable>>);
    // Watched: asked again once a file is read.
    desk.choosable();
    desk.other_or_file(id, move |outcome| {
        let compare = |earlier: &Workbook| {
            untrack(|| desk.try_with(|workbook| ra02_comparable(earlier, workbook)))
        };
        let _ = found.try_set(Some(outcome.ok().as_ref().and_then(compare)));
    });
    let view = move || match found.get() {
        None => view! { <span role="status">{own::READING}</span> }.into_any(),
        Some(None) => view! { {own::NOT_HERE} }.into_any(),
        Some(Some(one)) => told(&one),
    };
    view.into_any()
}

fn told(compared: &Comparable) -> AnyView {
    let left = compared.left_out.iter().map(|one| {
        let said = own::not_compared(one.areas, one.prompts, &one.why);
        view! { <li>{said}</li> }
    });
    let left: Vec<_> = left.collect();
    view! {
        {own::compared(compared.areas, compared.prompts)}
        {(!left.is_empty()).then(|| view! { <ul class="govuk-list govuk-list--bullet">{left}</ul> })}
    }
    .into_any()
}

fn naming(desk: Desk, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, &part(Place::Baseline), "baseline", Vec::new(), errors);
    let reading = Reading::new(desk, errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        name(desk, typing);
    };
    let rounds = move || {
        let items: Vec<Choice> = compare::choices(desk);
        if items.is_empty() {
            return view! { <p class="govuk-body" id=ROUND tabindex="-1">{beside::NO_OTHER_ROUND}</p> }
                .into_any();
        }
        typing.radios(ROUND, small(own::WHICH), own::WHICH_HINT, items, None)
    };
    let heading = move || {
        let has = desk.with(|workbook| workbook.baseline().is_some());
        if has { own::SET_ANEW } else { own::SET }
    };
    let areas = desk.with(|workbook| {
        let areas = workbook.plan().round.tool.areas.iter();
        areas.map(|area| Choice::new(area.id.to_string(), area.title.clone())).collect()
    });
    view! {
        <form novalidate on:submit=submit>
            <h2 class="govuk-heading-m">{heading}</h2>
            {rounds}
            {by_file(reading, |_| {})}
            {typing.checks(AREAS, small(own::AREAS), own::AREAS_HINT, areas)}
            {typing.area(REASON, small(own::REASON), own::REASON_HINT, 2)}
            <Button text=own::SET_IT />
            <p class="govuk-body" role="status">{move || reading.said.get()}</p>
        </form>
    }
    .into_any()
}

fn small(text: &'static str) -> Caption {
    Caption::new(text).size(Size::S)
}

fn name(desk: Desk, typing: Typing) {
    let errors = typing.errors;
    let Ok(id) = RoundId::new(typing.raw(ROUND)) else {
        errors.show(vec![PageError::new(ROUND, own::SELECT)]);
        return;
    };
    desk.other_or_file(id.clone(), move |outcome| match outcome {
        Ok(earlier) => named(desk, typing, id, &earlier),
        Err(why) => drop(errors.show(vec![PageError::new(ROUND, why)])),
    });
}

fn named(desk: Desk, typing: Typing, id: RoundId, earlier: &Workbook) {
    let chosen = typing.chosen(AREAS);
    let areas: BTreeSet<AreaId> =
        gathered(chosen.iter().filter_map(|id| AreaId::new(id.as_str()).ok()));
    let reason = typing.text(REASON);
    let done = typing.record(
        |workbook, stamp| workbook.link_baseline(earlier, areas, &reason, stamp),
        |error| place(error).to_owned(),
    );
    if done.is_some() {
        compare::begin_with(desk, id);
        desk.say(own::IS_SET.to_owned());
    }
}

fn place(error: &BaselineError) -> &'static str {
    match error {
        BaselineError::NoReason => REASON,
        BaselineError::NoReasonToTakeBack => REMOVE,
        BaselineError::UnknownArea(_) => AREAS,
        BaselineError::Itself
        | BaselineError::Later(_)
        | BaselineError::Practice(_)
        | BaselineError::None => ROUND,
    }
}

fn removal(desk: Desk, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, &part(Place::Baseline), "removal", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason = typing.text(REMOVE);
        let done = typing.record(
            |workbook, stamp| workbook.unlink_baseline(&reason, stamp),
            |error| place(error).to_owned(),
        );
        if done.is_some() {
            desk.say(own::IS_REMOVED.to_owned());
        }
    };
    view! {
        <form novalidate on:submit=submit>
            <h2 class="govuk-heading-m">{own::REMOVE}</h2>
            <p class="govuk-body">{own::REMOVE_EXPLAINED}</p>
            {typing.area(REMOVE, small(own::REMOVE_REASON), "", 2)}
            <Button text=own::REMOVE_IT kind=ButtonKind::Secondary />
        </form>
    }
    .into_any()
}
