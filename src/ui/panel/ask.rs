//! Writing a question about one place of a return.

use leptos::prelude::*;

use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::page;
use super::reading;
use super::route::{Part, ReturnAt};
use super::typing::Typing;
use super::words;
use crate::audit_return::About;
use crate::browser::{composed, random};
use crate::id::QueryId;
use crate::panel::{NewQuery, ReturnKey};
use crate::ui::dates::{date_of, is_blank};
use crate::ui::govuk::{
    BackLink, Button, Caption, ErrorSummary, PageError, PageErrors, PageTitle, SaveStatus, Size,
    SummaryList, SummaryRow, Textarea,
};
use crate::ui::router::go;

/// Id of the box, and of its error.
const TEXT: &str = "question";
/// Stem of the date's ids.
const BY: &str = "answer-by";

/// Where it is kept why something stays that the guard warns of.
const KEEPS: &str = "question-keeps";
/// What is typed here is kept under this name.
const FORM: &str = "ask";

/// Puts what was said elsewhere into the box of a question, below what is being written there.
pub fn begin(desk: Desk, at: &ReturnAt, about: &About, text: &str) {
    let here = Part::Ask(at.clone(), about.clone());
    let typing = Typing::new(desk, &here, FORM, Vec::new(), PageErrors::new());
    let there = typing.text(TEXT);
    if there.is_empty() {
        typing.set(TEXT, text.to_owned());
    } else if !there.contains(text) {
        typing.set(TEXT, [there.as_str(), "\n\n", text].concat());
    }
}

/// The page on which a question is written.
pub fn page(desk: Desk, at: ReturnAt, about: About) -> AnyView {
    let Some(place) = desk.place(&at) else { return page::unknown() };
    let known = desk.with(|workbook| about.is_in(&workbook.plan().round));
    if !known {
        return page::unknown();
    }
    let errors = PageErrors::new();
    let here = Part::Ask(at.clone(), about.clone());
    let typing = Typing::new(desk, &here, FORM, Vec::new(), errors);
    let kept = [&desk.href(&here), " ", FORM].concat();
    // Made once: pressing twice asks once.
    let id: QueryId = random::id();
    let back = desk.href(&Part::Return(at.clone(), Some(about.clone())));
    let rows = about_rows(desk, &place, &about);
    let href = back.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (by, faults) = date(typing);
        let new = question(typing, id.clone(), place.clone(), about.clone(), by);
        if errors.show(faults_of(desk, &new, faults)) {
            match desk.ask(new) {
                Ok(()) => {
                    // Before anything of it is written: the question and this go together.
                    desk.forget_unfinished(&kept);
                    go(&href);
                }
                Err(why) => drop(errors.show(vec![PageError::new(TEXT, why)])),
            }
        }
    };
    view! {
        <PageTitle text=words::ASK program=words::PROGRAM error=errors.any() />
        <BackLink href=back text=words::BACK_TO_RETURN />
        <ErrorSummary errors=errors />
        <span class="govuk-caption-l">{reading::whose(desk, &at)}</span>
        <h1 class="govuk-heading-l">{words::ASK}</h1>
        <SaveStatus state=desk.save_state() />
        <p class="govuk-body">{words::ASK_LEAD}</p>
        <SummaryList rows=rows class="app-answers" />
        {form(desk, typing, submit)}
    }
    .into_any()
}

fn form(desk: Desk, typing: Typing, submit: impl Fn(leptos::ev::SubmitEvent) + 'static) -> AnyView {
    let keeps = StoredValue::new(typing.raw(KEEPS));
    // The guard's own box for the reason stands within, and has heard what was typed before this does.
    let on_reason = move |_| {
        if let Some(reason) = keeps.try_get_value().filter(|reason| *reason != typing.raw(KEEPS)) {
            typing.set(KEEPS, reason);
        }
    };
    view! {
        <form novalidate on:submit=submit>
            <div on:input=on_reason>
                {guarded(desk, TEXT, keeps, view! { <Textarea id=TEXT described_by=found_under(TEXT)
                    label=Caption::new(words::ASK_TEXT).size(Size::M) hint=words::ASK_TEXT_HINT
                    value=typing.raw(TEXT) on_input=typing.keeps(TEXT) error=typing.errors.of(TEXT) /> })}
            </div>
            {typing.date(BY, Caption::new(words::ASK_BY).size(Size::M), words::DATE_HINT)}
            <Button text=words::ASK_SAVE />
        </form>
    }
    .into_any()
}

/// What the question is about, and what the return says there.
fn about_rows(desk: Desk, place: &ReturnKey, about: &About) -> Vec<SummaryRow> {
    let title = desk.with(|workbook| about.title_for_readers(&workbook.plan().round));
    let mut rows = vec![SummaryRow::text(words::ASK_IS_ABOUT, title)];
    let says = desk.with(|workbook| {
        let file = workbook.current(place)?;
        let sheet = reading::sheet(workbook, &file)?;
        Some(sheet.parts.into_iter().flat_map(|part| part.rows).collect::<Vec<_>>())
    });
    let here = |row: &crate::report::sheet::Row| row.about.as_ref() == Some(about);
    let says = says.unwrap_or_default().into_iter().filter(here);
    rows.extend(says.map(|row| {
        let text = reading::text(row.said);
        SummaryRow::new(row.asks, view! { <span class="app-plain-text">{text}</span> })
    }));
    rows
}

/// The day typed, and what is wrong with it.
fn date(typing: Typing) -> (Option<chrono::NaiveDate>, Vec<PageError>) {
    let by = typing.typed_date(BY);
    let day = date_of(&by);
    let wrong = day.is_none() && !is_blank(&by);
    let first = [BY, "-day"].concat();
    let wrong = wrong.then(|| PageError::new(BY, words::ENTER_REAL_DATE).at(first));
    (day, wrong.into_iter().collect())
}

/// All that is wrong, in the order of the page.
fn faults_of(desk: Desk, new: &NewQuery, date: Vec<PageError>) -> Vec<PageError> {
    let text = desk.question_fault(new).map(|why| PageError::new(TEXT, why));
    text.into_iter().chain(date).collect()
}

fn question(
    typing: Typing,
    id: QueryId,
    place: ReturnKey,
    about: About,
    answer_by: Option<chrono::NaiveDate>,
) -> NewQuery {
    let (text, keeps) = (composed(&typing.raw(TEXT)), composed(&typing.raw(KEEPS)));
    NewQuery { id, place, about, text, answer_by, keeps }
}
