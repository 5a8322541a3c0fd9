//! All findings that are kept, and the cases to make more from.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled};
use super::super::route::Part;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::super::words::findings as words;
use super::{Place, dropped, filters, merging, part, sources};
use crate::panel::Workbook;
use crate::panel::findings::{FindingFilter, FindingScope, FindingView, Problem, findings};
use crate::ui::govuk::{
    ActionLink, Button, ButtonKind, Caption, Choice, PageError, PageErrors, Size, SummaryCard,
    SummaryList, SummaryRow,
};
use crate::ui::router::go;

/// The list.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let cases: Vec<AnyView> = desk.with(|workbook| {
        let cases = workbook.plan().open_cases();
        cases
            .map(|case| {
                let href = desk.href(&part(Place::From(case.case_ref.clone())));
                let label = case.label.clone();
                view! { <li><a class="govuk-link" href=href>{label}</a></li> }.into_any()
            })
            .collect()
    });
    let filter = RwSignal::new(FindingFilter::default());
    let shown = move || filter.with(|filter| shown(desk, filter));
    let back = (&Part::Overview, panel_words::BACK_TO_ROUND);
    view! {
        {titled(desk, words::FINDINGS.to_owned(), back, errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::FINDINGS_EXPLAINED}</p>
        {filters::view(desk, filter)}
        <p class="govuk-body-s" role="status">{move || filter.with(|filter| how_many(desk, filter))}</p>
        {shown}
        {move || merge(desk, errors)}
        {move || dropped::view(desk)}
        <h2 class="govuk-heading-m">{words::FROM_CASE}</h2>
        <p class="govuk-body">{words::FROM_CASE_EXPLAINED}</p>
        <ul class="govuk-list">{cases}</ul>
    }
    .into_any()
}

/// "3 of 12 are shown.", where some are chosen.
fn how_many(desk: Desk, filter: &FindingFilter) -> Option<String> {
    let all = desk.with(findings);
    let wanted = all.iter().filter(|one| filter.takes(&one.finding)).count();
    (*filter != FindingFilter::default())
        .then(|| panel_words::register::shown_of(wanted, all.len()))
}

/// The findings that are wanted, or why there are none.
fn shown(desk: Desk, filter: &FindingFilter) -> AnyView {
    let all = desk.with(findings);
    let none = if all.is_empty() { words::NO_FINDINGS } else { words::NONE_OF_THESE };
    let wanted = all.iter().filter(|one| filter.takes(&one.finding));
    let cards: Vec<AnyView> =
        desk.with(|workbook| wanted.map(|one| card(desk, workbook, one)).collect());
    if cards.is_empty() {
        return view! { <p class="govuk-body">{none}</p> }.into_any();
    }
    cards.into_any()
}

fn scope(workbook: &Workbook, scope: &FindingScope) -> String {
    match scope {
        FindingScope::Case(case) => names::case(workbook, case),
        FindingScope::AcrossCases => words::ACROSS.to_owned(),
    }
}

fn card(desk: Desk, workbook: &Workbook, one: &FindingView) -> AnyView {
    let finding = &one.finding;
    let themes = workbook.themes();
    let themes: Vec<String> = themes
        .into_iter()
        .filter(|theme| finding.themes.contains(&theme.id))
        .map(|theme| theme.label)
        .collect();
    let counted = words::in_cases(&one.quantified.phrase, one.quantified.from_answers);
    let rests_on: Vec<AnyView> = finding
        .sources
        .iter()
        .map(|source| {
            let source = sources::view(desk, workbook, source);
            view! { <li>{source}</li> }.into_any()
        })
        .collect();
    let mut rows = vec![
        SummaryRow::text(words::KIND, finding.kind.label()),
        SummaryRow::text(words::SCOPE, scope(workbook, &finding.scope)),
        SummaryRow::text(words::COUNTED, counted),
    ];
    if !themes.is_empty() {
        rows.push(SummaryRow::text(words::THEMES, themes.join("; ")));
    }
    rows.push(SummaryRow::new(words::RESTS_ON, view! { <ul class="govuk-list">{rests_on}</ul> }));
    let problems: Vec<&str> = one.problems.iter().map(problem).collect();
    if !problems.is_empty() {
        rows.push(SummaryRow::text(words::PROBLEMS, problems.join(" ")));
    }
    let href = desk.href(&part(Place::One(finding.id.clone())));
    let card = SummaryCard::new(finding.text.clone())
        .level(2)
        .action(ActionLink::new(words::CHANGE, href));
    view! { <SummaryList rows=rows card=card /> }.into_any()
}

/// What speaks against publishing a finding as it is.
pub fn problem(problem: &Problem) -> &'static str {
    match problem {
        Problem::Stale { sources } if sources.iter().all(|(_, same)| *same) => words::STALE_SAME,
        Problem::Stale { .. } => words::STALE,
        Problem::OneCaseOnly => words::ONE_CASE_ONLY,
        Problem::NoCase => words::NO_CASE,
    }
}

/// Choose several and make one of them.
fn merge(desk: Desk, errors: PageErrors) -> Option<AnyView> {
    let items: Vec<Choice> = desk.with(|workbook| {
        let all = findings(workbook).into_iter();
        all.map(|one| Choice::new(one.finding.id.as_str(), one.finding.text)).collect()
    });
    if items.len() < 2 {
        return None;
    }
    let typing = Typing::new(desk, &part(Place::List), "merge", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = typing.chosen("parts");
        if chosen.len() < 2 {
            errors.show(vec![PageError::new("parts", words::SELECT_TWO)]);
            return;
        }
        let first = desk.with(|workbook| {
            let all = findings(workbook).into_iter().map(|one| one.finding);
            let parts: Vec<_> =
                all.filter(|one| chosen.iter().any(|id| id == one.id.as_str())).collect();
            let sources: Vec<_> = parts.iter().flat_map(|one| one.sources.clone()).collect();
            parts.into_iter().next().map(|first| (first, sources))
        });
        let Some((first, sources)) = first else { return };
        let form = Typing::new(desk, &part(Place::New), "finding", Vec::new(), errors);
        merging::begin(form, &chosen, &first, &sources);
        go(&desk.href(&part(Place::New)));
    };
    Some(
        view! {
            <form novalidate on:submit=submit>
                {typing.checks("parts", Caption::new(words::MERGE_TITLE).size(Size::M), words::MERGE_EXPLAINED, items)}
                <Button text=words::MERGE kind=ButtonKind::Secondary />
            </form>
        }
        .into_any(),
    )
}
