//! What the board says of one recommendation: whom it addresses, or why it needs no action (AP-03, AP-07).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::super::typing::Typing;
use super::{Place, part, small, today, words};
use crate::id::ItemId;
use crate::panel::actions::{ActionError, RecommendationTerms};
use crate::report::document::build::{Told, recommendations_told};
use crate::ui::govuk::{Button, PageErrors};
use crate::ui::router::go;

/// The page.
pub fn page(desk: Desk, id: ItemId) -> AnyView {
    let found = desk.try_with(|workbook| {
        let all = (1..).zip(workbook.recommendations());
        let mut found = all.filter(|(_, one): &(usize, _)| one.id == id);
        let (number, _) = found.next()?;
        let told = recommendations_told(workbook, today()).remove(&id).unwrap_or_default();
        Some((number, told, workbook.recommendation_terms(&id).cloned()))
    });
    let Some((number, told, known)) = found.flatten() else { return unknown() };
    let errors = PageErrors::new();
    let boxes = known.map(|known| {
        [("addressed", known.addressed.join("\n")), ("because", known.no_action_because)]
            .map(|(name, text)| (name.to_owned(), text))
    });
    let here = part(Place::Recommendation(id.clone()));
    let typing = Typing::new(desk, &here, "terms", boxes.into_iter().flatten(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let terms = RecommendationTerms {
            recommendation: id.clone(),
            addressed: typing.raw("addressed").lines().map(|line| line.trim().to_owned()).collect(),
            no_action_because: typing.text("because"),
            stamp: Desk::stamp(),
        };
        let at = |_: &ActionError| "addressed".to_owned();
        let recorded = typing.record(move |book, _| book.record_recommendation_terms(terms), at);
        if recorded.is_some() {
            desk.say(words::TERMS_RECORDED.to_owned());
            go(&desk.href(&part(Place::Board)));
        }
    };
    let title = [words::RECOMMENDATION, " ", &number.to_string()].concat();
    view! {
        {titled(desk, title, (&part(Place::Board), words::BACK_TO_PLAN), errors)}
        {said_line(desk)}
        {said(&told, "govuk-body-l")}
        <form novalidate on:submit=submit>
            {typing.area("addressed", small(words::ADDRESSED_LABEL), words::ADDRESSED_HINT, 3)}
            {typing.area("because", small(words::BECAUSE), words::BECAUSE_HINT, 3)}
            <Button text=words::RECORD_TERMS />
        </form>
    }
    .into_any()
}

/// What it says: its paragraphs, which look like this, and the points under them.
pub fn said(told: &Told, look: &'static str) -> AnyView {
    let line = |line: &String| view! { <p class=look>{line.clone()}</p> };
    let lines: Vec<_> = told.lines.iter().map(line).collect();
    let point = |point: &String| view! { <li>{point.clone()}</li> };
    let points: Vec<_> = told.points.iter().map(point).collect();
    let points = (!points.is_empty())
        .then(|| view! { <ul class="govuk-list govuk-list--bullet">{points}</ul> });
    view! { {lines}{points} }.into_any()
}
