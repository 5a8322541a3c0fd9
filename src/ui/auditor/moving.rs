//! Moving a return to the questions of a new invitation: what stays, what falls away, and the choice.

use std::rc::Rc;

use leptos::prelude::*;

use super::desk::{Desk, Move};
use super::route::{Step, invitation_href};
use super::words;
use crate::id::ReturnId;
use crate::store::LeftOver;
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, Details, PageTitle, SummaryList, SummaryRow,
};
use crate::ui::router::go;

/// The page on which a person decides.
pub fn page(desk: Desk, id: ReturnId, hash: String) -> AnyView {
    let planned = RwSignal::new_local(None::<Result<Rc<Move>, String>>);
    let back = invitation_href(&hash);
    desk.plan_move(id.clone(), hash, move |plan| drop(planned.try_set(Some(plan))));
    (move || match planned.get() {
        None => view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any(),
        Some(Err(why)) => super::returns::failed(why).into_any(),
        Some(Ok(plan)) => decide(desk, &id, back.clone(), &plan),
    })
    .into_any()
}

fn decide(desk: Desk, id: &ReturnId, back: String, plan: &Rc<Move>) -> AnyView {
    let problem = RwSignal::new(None::<String>);
    let fell_away = plan.fell_away().to_vec();
    let falls = if fell_away.is_empty() {
        view! { <p class="govuk-body">{words::MOVE_NOTHING_FALLS}</p> }.into_any()
    } else {
        view! {
            <h2 class="govuk-heading-m">{words::MOVE_FALLS}</h2>
            <p class="govuk-body">{words::MOVE_FALLS_EXPLAINED}</p>
            {list(&fell_away)}
        }
        .into_any()
    };
    let stay = Step::Tasks.href(id);
    let plan_now = StoredValue::new_local(plan.clone());
    let make = move |()| {
        desk.make_move(&plan_now.get_value(), move |outcome| match outcome {
            Ok(id) => go(&Step::Tasks.href(&id)),
            Err(why) => drop(problem.try_set(Some(why))),
        });
    };
    view! {
        <PageTitle text=words::MOVE_TITLE program=words::PROGRAM />
        <BackLink href=back text=words::BACK_TO_CASES />
        <span class="govuk-caption-l">{plan.title()}</span>
        <h1 class="govuk-heading-l">{words::MOVE_TITLE}</h1>
        <p class="govuk-body">{words::MOVE_EXPLAINED}</p>
        <p class="govuk-body">{words::moves(plan.kept())}</p>
        {falls}
        <p class="govuk-body">{words::MOVE_BEFORE}</p>
        {move || problem.get().map(|why| view! { <p class="govuk-error-message" role="alert">{why}</p> })}
        <ButtonGroup>
            <Button text=words::MOVE_NOW once=true on_click=make />
            <a class="govuk-link" href=stay>{words::MOVE_NOT_NOW}</a>
        </ButtonGroup>
    }
    .into_any()
}

/// What fell away when the open return moved, to read and copy; nothing where nothing did.
pub fn left_over(desk: Desk) -> Option<AnyView> {
    let left = desk.left_over();
    (!left.is_empty()).then(|| {
        view! {
            <Details summary=words::LEFT_OVER>
                <p class="govuk-body">{words::LEFT_OVER_EXPLAINED}</p>
                {list(&left)}
            </Details>
        }
        .into_any()
    })
}

/// What was written, with what the auditor said of who may read it (edge case 32).
fn list(left: &[LeftOver]) -> AnyView {
    let row = |one: &LeftOver| {
        let said = one.to_read();
        SummaryRow::new(one.asked.clone(), view! { <span class="app-plain-text">{said}</span> })
    };
    let rows: Vec<SummaryRow> = left.iter().map(row).collect();
    let is_marked = left.iter().any(LeftOver::is_marked);
    let marked = is_marked.then(|| view! { <p class="govuk-body">{words::MOVE_MARKED}</p> });
    view! { {marked}<SummaryList rows=rows class="app-answers" /> }.into_any()
}
