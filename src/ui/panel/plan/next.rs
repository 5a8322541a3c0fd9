//! The round after: set up from this one, with what is still open carried into it (AP-10).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::{Place, part, small, today, words};
use crate::id::{ItemId, RoundId};
use crate::panel::Workbook;
use crate::panel::actions::{ap10_open_actions, ap11_challenges};
use crate::round::set_up::SetUp;
use crate::text::{listed, shortened};
use crate::ui::govuk::{Button, ButtonKind, Choice, PageError, PageErrors};

/// Letters of an issue that is named.
const LETTERS: usize = 80;

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let (open, name) = desk
        .try_with(|workbook| {
            let open = ap10_open_actions(workbook, today()).len();
            (open, SetUp::name_after(&workbook.plan().round))
        })
        .unwrap_or_default();
    let begin = ["#/new/", &name].concat();
    view! {
        {titled(desk, words::NEXT.to_owned(), (&part(Place::Board), words::BACK_TO_PLAN), errors)}
        {said_line(desk)}
        <h2 class="govuk-heading-m">{words::BEGIN_NEXT}</h2>
        <p class="govuk-body">{words::BEGIN_NEXT_EXPLAINED}</p>
        <p class="govuk-body">{words::open_actions(open)}</p>
        <Button text=words::BEGIN_NEXT href=begin />
        <h2 class="govuk-heading-m">{words::CARRY}</h2>
        {move || carry(desk, errors)}
    }
    .into_any()
}

/// From another round that is kept here, such as one that was set up before this program knew the way.
fn carry(desk: Desk, errors: PageErrors) -> AnyView {
    let here = desk.id();
    let others = desk.rounds().into_iter().filter(|line| Some(&line.id) != here.as_ref());
    let items: Vec<Choice> =
        others.map(|line| Choice::new(line.id.as_str(), line.title).hint(line.saved_at)).collect();
    if items.is_empty() {
        return view! { <p class="govuk-body">{words::NO_OTHER_ROUND}</p> }.into_any();
    }
    let typing = Typing::new(desk, &part(Place::Next), "carry", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(from) = RoundId::new(typing.raw("from")) else {
            errors.show(vec![PageError::new("from", words::SELECT_ROUND)]);
            return;
        };
        desk.carry_from(from, move |outcome| match outcome {
            Ok(work) => {
                errors.show(Vec::new());
                let carried = words::carried(&work);
                let since = words::since_carried(
                    &numbers(desk, &work.caught_up),
                    &numbers(desk, &work.differing),
                );
                let issues = words::issues_since_carried(
                    &issues(desk, &work.issues_caught_up),
                    &issues(desk, &work.issues_differing),
                );
                desk.say([carried, since, issues].concat());
            }
            Err(why) => drop(errors.show(vec![PageError::new("from", why)])),
        });
    };
    view! {
        <p class="govuk-body">{words::CARRY_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            {typing.radios("from", small(words::FROM_ROUND), "", items, None)}
            <Button text=words::CARRY kind=ButtonKind::Secondary />
        </form>
    }
    .into_any()
}

/// "1 and 3": actions by their numbers in this plan.
fn numbers(desk: Desk, actions: &[ItemId]) -> String {
    let of = |workbook: &Workbook| {
        let numbered = (1_usize..).zip(workbook.actions());
        let named = numbered.filter(|(_, one)| actions.contains(&one.id));
        listed(&named.map(|(number, _)| number.to_string()).collect::<Vec<_>>())
    };
    untrack(|| desk.with(of))
}

/// "“Notifications come late.” and “Nobody answers.”": issues by what is at issue.
fn issues(desk: Desk, named: &[ItemId]) -> String {
    let of = |workbook: &Workbook| {
        let all = ap11_challenges(workbook, today()).into_iter().map(|view| view.challenge);
        let named = all.filter(|one| named.contains(&one.id));
        let quoted = named.map(|one| ["“", &shortened(&one.issue, LETTERS), "”"].concat());
        listed(&quoted.collect::<Vec<_>>())
    };
    untrack(|| desk.with(of))
}
