//! The plan: what comes before all else, how far it honestly is, and each recommendation with its actions.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::documents;
use super::super::page::{said_line, titled};
use super::super::route::Part;
use super::super::words as panel_words;
use super::facts::task;
use super::recommendation::said;
use super::{Place, bodies, part, small, today, words};
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::actions::{
    ActionPlan, ActionStatus, ActionView, RecommendationView, action_plan,
};
use crate::panel::manuscript;
use crate::report::document::DocumentKind;
use crate::report::document::build::{Told, recommendations_told};
use crate::text::{capitalised, long_date};
use crate::ui::govuk::{
    Button, ButtonKind, InsetText, PageErrors, Select, SelectItem, SummaryList, SummaryRow, Tag,
    TagColour, TaskList,
};

/// What is shown of the plan.
#[derive(Clone, Copy)]
struct Filter {
    body: RwSignal<String>,
    status: RwSignal<String>,
}

impl Filter {
    fn has(self, line: &ActionView) -> bool {
        let (body, status) = (self.body.get(), self.status.get());
        (body.is_empty() || bodies::named(&line.action.owner.body) == body)
            && (status.is_empty() || line.status.label() == status)
    }

    fn is_set(self) -> bool {
        !self.body.get().is_empty() || !self.status.get().is_empty()
    }
}

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let filter = Filter { body: RwSignal::default(), status: RwSignal::default() };
    let of_plan = move |show: fn(Desk, &Workbook, &ActionPlan) -> AnyView| {
        move || desk.with(|workbook| Some(show(desk, workbook, &action_plan(workbook, today()))))
    };
    // What they count is counted once for all that the filter shows.
    let told = Memo::new(move |_| desk.with(|workbook| recommendations_told(workbook, today())));
    let list = move || {
        let told = told.get();
        desk.with(|workbook| {
            let plan = action_plan(workbook, today());
            Some(recommendations(desk, workbook, &plan, &told, filter))
        })
    };
    // It stands before anything is said in it, so that what it says is heard.
    let how_many = move || {
        let is_set = filter.is_set();
        desk.with(|workbook| {
            let lines = action_plan(workbook, today()).lines;
            let shown = lines.iter().filter(|line| filter.has(line)).count();
            is_set.then(|| words::shown(shown, lines.len()))
        })
    };
    let back = (&Part::Overview, panel_words::BACK_TO_ROUND);
    view! {
        {titled(desk, words::PLAN.to_owned(), back, PageErrors::new())}
        {said_line(desk)}
        <p class="govuk-body">{words::PLAN_EXPLAINED}</p>
        {of_plan(ratified)}
        {of_plan(pressing)}
        {of_plan(how_far)}
        {filters(desk, filter)}
        <p class="govuk-body-s" role="status">{how_many}</p>
        {list}
        <h2 class="govuk-heading-m">{words::BESIDE}</h2>
        {beside(desk)}
    }
    .into_any()
}

fn ratified(desk: Desk, workbook: &Workbook, plan: &ActionPlan) -> AnyView {
    if plan.lines.is_empty() {
        return ().into_any();
    }
    let text = match &plan.ratified {
        Ok(on) => {
            let by = workbook.ratification().map(|one| one.by.clone()).unwrap_or_default();
            words::ratified(&long_date(*on), &by)
        }
        Err(why) => [&capitalised(&why.to_string()), "."].concat(),
    };
    let href = desk.href(&part(Place::Ratify));
    view! {
        <InsetText>
            <p class="govuk-body">{text}</p>
            <p class="govuk-body"><a class="govuk-link" href=href>{words::RATIFY}</a></p>
        </InsetText>
    }
    .into_any()
}

/// Overdue, without an owner, or recommended and not answered.
fn pressing(desk: Desk, workbook: &Workbook, plan: &ActionPlan) -> AnyView {
    let lines = plan.pressing();
    if lines.is_empty() {
        return ().into_any();
    }
    let tasks = lines.into_iter().map(|line| task(desk, workbook, line)).collect();
    view! {
        <h2 class="govuk-heading-m">{words::FIRST}</h2>
        <TaskList id="first" items=tasks />
    }
    .into_any()
}

/// AP-06: complete and closed are told apart, and what is missing is told too.
fn how_far(_: Desk, _: &Workbook, plan: &ActionPlan) -> AnyView {
    let counts = &plan.counts;
    if counts.all == 0 {
        return ().into_any();
    }
    let of = |status| counts.of_status(status);
    let answered = plan.recommendations.iter().filter(|one| !one.open).count();
    let closed = of(ActionStatus::Closed);
    let rows = vec![
        SummaryRow::text(words::ANSWERED, words::of(answered, plan.recommendations.len())),
        SummaryRow::text(words::IS_CLOSED, words::closed(closed, counts.all, counts.with_impact)),
        SummaryRow::text(words::AWAITS, words::awaits(of(ActionStatus::CompleteAwaitsClosing))),
        SummaryRow::text(words::IS_OVERDUE, words::of(of(ActionStatus::Overdue), counts.open)),
        SummaryRow::text(words::MORE_TIME, words::of(counts.extended, counts.open)),
        SummaryRow::text(words::ESCALATED, words::of(counts.escalated, counts.open)),
    ];
    view! {
        <h2 class="govuk-heading-m">{words::HOW_FAR}</h2>
        <SummaryList rows=rows class="app-totals" />
    }
    .into_any()
}

/// By agency and status, once there is something to choose from.
fn filters(desk: Desk, filter: Filter) -> AnyView {
    let shown = move || {
        let (bodies, statuses) = desk.with(|workbook| {
            let counts = action_plan(workbook, today()).counts;
            let bodies = counts.by_body.keys();
            let bodies =
                bodies.map(|body| (bodies::named(body), body.name(workbook))).collect::<Vec<_>>();
            let statuses = counts.by_status.iter();
            let statuses = statuses.map(|(status, _)| status.label().to_owned());
            (bodies, statuses.collect::<Vec<_>>())
        });
        if bodies.len() < 2 && statuses.len() < 2 {
            return None;
        }
        let all = |text: &str| SelectItem::new("", text);
        let agencies = std::iter::once(all(words::ALL_AGENCIES))
            .chain(bodies.into_iter().map(|(key, name)| SelectItem::new(key, name)));
        let statuses = std::iter::once(all(words::ALL_STATUSES))
            .chain(statuses.into_iter().map(|label| SelectItem::new(label.clone(), label)));
        let on = |to: RwSignal<String>| move |value: String| to.set(value);
        Some(view! {
            <div class="app-filters">
                <Select id="of-agency" label=small(words::OF_AGENCY) items=agencies.collect()
                    value=filter.body.get_untracked() on_change=on(filter.body) />
                <Select id="of-status" label=small(words::OF_STATUS) items=statuses.collect()
                    value=filter.status.get_untracked() on_change=on(filter.status) />
            </div>
        })
    };
    shown.into_any()
}

fn recommendations(
    desk: Desk,
    workbook: &Workbook,
    plan: &ActionPlan,
    told: &BTreeMap<ItemId, Told>,
    filter: Filter,
) -> AnyView {
    let shown: Vec<&ActionView> = plan.lines.iter().filter(|line| filter.has(line)).collect();
    let of_filter = filter.is_set();
    let part = |one: &RecommendationView| {
        let told = told.get(&one.id).cloned().unwrap_or_default();
        recommended(desk, workbook, one, &told, &shown, of_filter)
    };
    let parts: Vec<AnyView> = plan.recommendations.iter().filter_map(part).collect();
    let none = plan.recommendations.is_empty().then(|| no_recommendation(desk));
    let open = |line: &&&ActionView| !line.is_superseded();
    let alone = plan.alone().filter(|line| filter.has(line));
    let (carried, untraced): (Vec<_>, Vec<_>) =
        alone.partition(|line| line.action.carried.is_some());
    let set_aside = shown.iter().filter(|line| !open(line)).copied().collect::<Vec<_>>();
    view! {
        {none}{parts}
        {listed(desk, workbook, words::CARRIED, "carried", &carried)}
        {listed(desk, workbook, words::UNTRACED, "untraced", &untraced)}
        {listed(desk, workbook, words::SET_ASIDE, "set-aside", &set_aside)}
    }
    .into_any()
}

fn listed(
    desk: Desk,
    workbook: &Workbook,
    title: &'static str,
    id: &'static str,
    lines: &[&ActionView],
) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let tasks = lines.iter().map(|line| task(desk, workbook, line)).collect();
    Some(
        view! { <h2 class="govuk-heading-m">{title}</h2><TaskList id=id items=tasks /> }.into_any(),
    )
}

/// A recommendation with its actions; of a filter only where it has some.
fn recommended(
    desk: Desk,
    workbook: &Workbook,
    one: &RecommendationView,
    told: &Told,
    shown: &[&ActionView],
    of_filter: bool,
) -> Option<AnyView> {
    let own: Vec<_> = shown.iter().filter(|line| one.actions.contains(&line.number)).collect();
    if of_filter && own.is_empty() {
        return None;
    }
    let number = one.number.to_string();
    let tasks: Vec<_> = own.iter().map(|line| task(desk, workbook, line)).collect();
    let list = (!tasks.is_empty()).then(|| {
        let id = ["recommendation-", &number].concat();
        view! { <TaskList id=id items=tasks /> }
    });
    let open =
        one.open.then(|| view! { " " <Tag text=words::NO_ACTION_YET colour=TagColour::Yellow /> });
    let reason = (!one.no_action_because.is_empty()).then(|| {
        let text = [words::NO_ACTION_BECAUSE, ": ", &one.no_action_because].concat();
        view! { <p class="govuk-body">{text}</p> }
    });
    let addressed = (!one.addressed.is_empty()).then(|| {
        let text = [words::ADDRESSED, ": ", &one.addressed.join("; ")].concat();
        view! { <p class="govuk-hint">{text}</p> }
    });
    let hidden = [" ", words::TO_RECOMMENDATION, " ", &number].concat();
    let (add, terms) = (
        desk.href(&part(Place::New(Some(one.id.clone())))),
        desk.href(&part(Place::Recommendation(one.id.clone()))),
    );
    let title = [words::RECOMMENDATION, " ", &number].concat();
    let of_this = [": ", &title.to_lowercase()].concat();
    Some(
        view! {
            <section class="app-recommendation">
                <h2 class="govuk-heading-m">{title}{open}</h2>
                {said(told, "govuk-body")}
                {addressed}{reason}{list}
                <ul class="govuk-list app-inline-links">
                    <li><a class="govuk-link" href=add>{words::ADD_ACTION}
                        <span class="govuk-visually-hidden">{hidden}</span></a></li>
                    <li><a class="govuk-link" href=terms>{words::TERMS}
                        <span class="govuk-visually-hidden">{of_this}</span></a></li>
                </ul>
            </section>
        }
        .into_any(),
    )
}

fn no_recommendation(desk: Desk) -> AnyView {
    let at = documents::Place::NewText(Some(manuscript::Place::Recommendation));
    let href = desk.href(&Part::Documents(at));
    view! {
        <p class="govuk-body">{words::NO_RECOMMENDATIONS}</p>
        <Button text=words::WRITE_RECOMMENDATION kind=ButtonKind::Secondary href=href />
    }
    .into_any()
}

fn beside(desk: Desk) -> AnyView {
    let link = |to: Part, text: &'static str| {
        let href = desk.href(&to);
        view! { <li><a class="govuk-link" href=href>{text}</a></li> }
    };
    let of = |view| Part::Documents(documents::Place::Of(DocumentKind::ActionPlan, view));
    view! {
        <ul class="govuk-list">
            {link(part(Place::Sheets), words::SHEETS)}
            {link(part(Place::Reminders), words::REMINDERS)}
            {link(of(documents::View::Draft), words::ON_PAPER)}
            {link(of(documents::View::Whole), words::AS_DOCUMENT)}
            {link(part(Place::Issues), words::ISSUES)}
            {link(part(Place::Next), words::NEXT)}
        </ul>
    }
    .into_any()
}
