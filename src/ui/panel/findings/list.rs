//! All findings that are kept, and the cases to make more from.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{LINES, Paging, said_line, titled};
use super::super::route::Part;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::super::words::findings as words;
use super::{Place, dropped, filter_row, merging, part, sources};
use crate::panel::Workbook;
use crate::panel::findings::{
    Finding, FindingFilter, FindingScope, FindingView, Problem, Theme, findings,
};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    ActionLink, Button, ButtonKind, Caption, Choice, PageError, PageErrors, Size, SummaryCard,
    SummaryList, SummaryRow,
};
use crate::ui::router::go;

/// The list.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    // Every answer of every return is counted for it: once a change of the round.
    let all = Memo::new(move |_| desk.with(findings));
    let filter = RwSignal::new(FindingFilter::default());
    let (paging, of_cases) = (Paging::new("findings"), Paging::new("cases"));
    let of_merge = Paging::new("merge");
    let how_many = move || all.with(|all| filter.with(|filter| how_many(all, filter)));
    let shown = move || all.with(|all| filter.with(|filter| shown(desk, all, filter, paging)));
    let back = (&Part::Overview, panel_words::BACK_TO_ROUND);
    view! {
        {titled(desk, words::FINDINGS.to_owned(), back, errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::FINDINGS_EXPLAINED}</p>
        {filter_row::view(desk, all, filter, paging)}
        <p class="govuk-body-s" role="status">{how_many}</p>
        {shown}
        {move || all.with(|all| merge(desk, all, errors, of_merge))}
        {move || dropped::view(desk)}
        <h2 class="govuk-heading-m">{words::FROM_CASE}</h2>
        <p class="govuk-body">{words::FROM_CASE_EXPLAINED}</p>
        {move || from_cases(desk, of_cases)}
    }
    .into_any()
}

/// The cases to make findings from.
fn from_cases(desk: Desk, paging: Paging) -> AnyView {
    let shown = paging.shown(desk.with(|workbook| workbook.plan().open_cases().count()), LINES);
    let cases: Vec<AnyView> = desk.with(|workbook| {
        let cases = workbook.plan().open_cases().skip(shown.lines.start).take(shown.lines.len());
        cases
            .map(|case| {
                let href = desk.href(&part(Place::From(case.case_ref.clone())));
                let label = case.label.clone();
                view! { <li><a class="govuk-link" href=href>{label}</a></li> }.into_any()
            })
            .collect()
    });
    let list = view! { <ul class="govuk-list">{cases}</ul> };
    paging.around(panel_words::CASES, &shown, list.into_any())
}

/// "3 of 12 are shown.", where some are chosen.
fn how_many(all: &[FindingView], filter: &FindingFilter) -> Option<String> {
    let wanted = all.iter().filter(|one| filter.takes(&one.finding)).count();
    (*filter != FindingFilter::default())
        .then(|| panel_words::register::shown_of(wanted, all.len()))
}

/// The findings that are wanted, or why there are none.
fn shown(desk: Desk, all: &[FindingView], filter: &FindingFilter, paging: Paging) -> AnyView {
    let none = if all.is_empty() { words::NO_FINDINGS } else { words::NONE_OF_THESE };
    let wanted: Vec<&FindingView> = all.iter().filter(|one| filter.takes(&one.finding)).collect();
    if wanted.is_empty() {
        return view! { <p class="govuk-body">{none}</p> }.into_any();
    }
    let shown = paging.shown(wanted.len(), LINES);
    let cards: Vec<AnyView> = desk.with(|workbook| {
        let themes = workbook.themes();
        let wanted = shown.of_list(&wanted).iter();
        wanted.map(|one| card(desk, workbook, &themes, one)).collect()
    });
    paging.around(words::FINDINGS, &shown, cards.into_any())
}

fn scope(workbook: &Workbook, scope: &FindingScope) -> String {
    match scope {
        FindingScope::Case(case) => names::case(workbook, case),
        FindingScope::AcrossCases => words::ACROSS.to_owned(),
    }
}

fn card(desk: Desk, workbook: &Workbook, themes: &[Theme], one: &FindingView) -> AnyView {
    let finding = &one.finding;
    let themes: Vec<&str> = themes
        .iter()
        .filter(|theme| finding.themes.contains(&theme.id))
        .map(|theme| theme.label.as_str())
        .collect();
    let counted = words::in_cases(&one.quantified);
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
fn merge(desk: Desk, all: &[FindingView], errors: PageErrors, paging: Paging) -> Option<AnyView> {
    if all.len() < 2 {
        return None;
    }
    let typing = Typing::new(desk, &part(Place::List), "merge", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = typing.chosen("parts");
        // What was chosen on a page that is not shown may have been dropped since.
        let parts: Vec<Finding> = desk.with(|workbook| {
            let all = findings(workbook).into_iter().map(|one| one.finding);
            all.filter(|one| chosen.iter().any(|id| id == one.id.as_str())).collect()
        });
        let [first, _, ..] = &parts[..] else {
            errors.show(vec![PageError::new("parts", words::SELECT_TWO)]);
            return;
        };
        let sources: Vec<_> = parts.iter().flat_map(|one| one.sources.clone()).collect();
        let chosen: Vec<String> = parts.iter().map(|one| one.id.to_string()).collect();
        let form = Typing::new(desk, &part(Place::New), "finding", Vec::new(), errors);
        merging::begin(form, &chosen, first, &sources);
        go(&desk.href(&part(Place::New)));
    };
    Some(
        view! {
            <form novalidate on:submit=submit>
                {choices(typing, all, paging)}
                <Button text=words::MERGE kind=ButtonKind::Secondary />
            </form>
        }
        .into_any(),
    )
}

/// The findings that can be merged, a page of them at a time.
fn choices(typing: Typing, all: &[FindingView], paging: Paging) -> AnyView {
    let shown = paging.shown(all.len(), LINES);
    let item = |one: &FindingView| Choice::new(one.finding.id.as_str(), one.finding.text.clone());
    let items = shown.of_list(all).iter().map(item).collect();
    let title = Caption::new(words::MERGE_TITLE).size(Size::M);
    let hint = if all.len() > LINES { words::MERGE_PAGES } else { words::MERGE_EXPLAINED };
    let checks = typing.checks_of_page("parts", title, hint, items);
    paging.around(words::MERGE_TITLE, &shown, built_anew(checks))
}
