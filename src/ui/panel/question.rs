//! One question: where it stands, its answer beside what was said before, and taking it back.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{self, scrolling};
use super::questions::{at_of, standing_tag};
use super::reading::{sheet, whose};
use super::route::Part;
use super::typing::Typing;
use super::words;
use crate::browser::{composed, local, now};
use crate::id::QueryId;
use crate::panel::{Query, QueryAnswer, QueryState, Workbook};
use crate::report::sheet::{RowDiff, compared};
use crate::ui::dates::{full_moment, long_date};
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, Caption, Cell, ErrorSummary, PageError, PageErrors, PageTitle,
    SaveStatus, SummaryList, SummaryRow, Table,
};
use crate::ui::router::go;

/// Id of the box for the reason.
const REASON: &str = "withdraw-reason";
/// What is typed for it is kept under this name.
const FORM: &str = "withdraw";

/// The page.
pub fn page(desk: Desk, id: QueryId) -> AnyView {
    let Some(query) = desk.try_with(|workbook| workbook.query(&id).cloned()).flatten() else {
        return page::unknown();
    };
    let errors = PageErrors::new();
    let title = desk.with(|workbook| query.about.title_for_readers(&workbook.plan().round));
    let whose = whose(desk, &at_of(&query));
    let read = desk.href(&Part::Return(at_of(&query), Some(query.about.clone())));
    let shown = move || desk.try_with(|workbook| standing(desk, workbook, &query, errors));
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM error=errors.any() />
        <BackLink href=desk.href(&Part::Questions) text=words::BACK_TO_QUESTIONS />
        <ErrorSummary errors=errors />
        <span class="govuk-caption-l">{whose}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
        <p class="govuk-body"><a class="govuk-link" href=read>{words::QUESTION_READ_RETURN}</a></p>
        {shown}
    }
    .into_any()
}

fn standing(desk: Desk, workbook: &Workbook, query: &Query, errors: PageErrors) -> AnyView {
    let state = workbook.query_state(query);
    let more = match &state {
        QueryState::Answered(answer) => answered(workbook, query, answer),
        QueryState::Open { .. } | QueryState::Arrived { .. } => withdraw(desk, query, errors),
        QueryState::Withdrawn | QueryState::CaseWithdrawn => ().into_any(),
    };
    view! {
        <SummaryList rows=facts(workbook, query, &state) class="app-answers" />
        {more}
    }
    .into_any()
}

fn plain(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <span class="app-plain-text">{text}</span> }.into_any()
}

fn facts(workbook: &Workbook, query: &Query, state: &QueryState) -> Vec<SummaryRow> {
    let day = |at| long_date(local(at).date());
    let stands = view! {
        {standing_tag(workbook.query_standing(query, local(now()).date()))}
        {remark(state).map(|text| view! { <p class="app-asked">{text}</p> })}
    };
    let version = query.version.as_ref().map(|asked| words::version_number(asked.version));
    let sent = workbook.last_sent(query).map(|pack| full_moment(local(pack.stamp.at)));
    let or = |text: Option<String>, none: &str| text.unwrap_or_else(|| none.to_owned());
    let by = query.answer_by.map(long_date);
    let asked = words::asked_by(&query.stamp.by, &day(query.stamp.at));
    let mut rows = vec![
        SummaryRow::new(words::QUESTION, plain(query.text.clone())),
        SummaryRow::new(words::QUESTION_STATE, stands),
        SummaryRow::text(words::QUESTION_ASKED, asked),
        SummaryRow::text(words::QUESTION_OF_VERSION, or(version, words::QUESTION_NO_RETURN)),
        SummaryRow::text(words::QUESTION_BY, or(by, words::QUESTION_NO_DATE)),
        SummaryRow::text(words::QUESTION_SENT, or(sent, words::QUESTION_NEVER_SENT)),
    ];
    if let Some(kept) = &query.kept {
        rows.push(SummaryRow::new(words::QUESTION_KEPT, plain(kept.reason.clone())));
    }
    if let Some(withdrawn) = workbook.withdrawal_of(&query.id) {
        let why = plain(withdrawn.reason.clone());
        rows.push(SummaryRow::new(words::QUESTION_WITHDRAWN_BECAUSE, why));
    }
    rows
}

/// What else there is to know of where it stands.
fn remark(state: &QueryState) -> Option<String> {
    match state {
        QueryState::Open { passed_over_in } => passed_over_in.map(words::passed_over),
        QueryState::Arrived { version } => Some(words::arrived(*version)),
        QueryState::Answered(answer) => Some(words::answered_in(answer.version)),
        QueryState::Withdrawn | QueryState::CaseWithdrawn => None,
    }
}

fn answered(workbook: &Workbook, query: &Query, answer: &QueryAnswer) -> AnyView {
    let said = answer.answer.answer.clone();
    let differs = match (answer.differs, answer.answer.changed) {
        (Some(true), _) => words::ANSWER_DIFFERS,
        (Some(false), true) => words::ANSWER_SAID_CHANGED,
        (Some(false), false) => words::ANSWER_SAME,
        // Nothing had come, so there is no version to compare with.
        (None, _) if query.version.is_none() => "",
        (None, _) => words::ANSWER_NOT_COMPARED,
    };
    let differs = (!differs.is_empty()).then(|| view! { <p class="govuk-body">{differs}</p> });
    view! {
        <h2 class="govuk-heading-m">{words::ANSWER_TO_PANEL}</h2>
        <p class="govuk-body app-plain-text" id="answer-to-panel">{said}</p>
        {differs}
        {side_by_side(workbook, query, answer)}
    }
    .into_any()
}

/// What the return said where it was asked about, and what it says now.
fn side_by_side(workbook: &Workbook, query: &Query, answer: &QueryAnswer) -> Option<AnyView> {
    let (before, ret) = workbook.version_asked(query)?;
    let first = sheet(workbook, &before)?;
    let second = sheet(workbook, &answer.file)?;
    let rows = compared(&query.about, &first, &second);
    let table = match rows.is_empty() {
        true => view! { <p class="govuk-body">{words::ANSWER_NO_DIFFERENCE}</p> }.into_any(),
        false => versions_table(rows, ret.version, answer.version),
    };
    Some(
        view! { <h2 class="govuk-heading-m">{words::ANSWER_BEFORE_AND_NOW}</h2>{table} }.into_any(),
    )
}

fn versions_table(rows: Vec<RowDiff>, before: u32, now: u32) -> AnyView {
    let head = vec![
        Cell::text(words::ANSWER_WHAT),
        Cell::text(words::version_number(before)),
        Cell::text(words::version_number(now)),
    ];
    let said = |text: Option<String>| match text {
        Some(text) => Cell::new(plain(text)),
        None => Cell::text(words::ANSWER_NOT_ASKED).class("app-quiet"),
    };
    let row = |one: RowDiff| vec![Cell::text(one.asks), said(one.first), said(one.second)];
    let rows = rows.into_iter().map(row).collect();
    let table = view! { <Table head=head rows=rows row_headers=true class="app-versions" /> };
    scrolling(words::ANSWER_BEFORE_AND_NOW, table.into_any())
}

fn withdraw(desk: Desk, query: &Query, errors: PageErrors) -> AnyView {
    let here = Part::Question(query.id.clone());
    let typing = Typing::new(desk, &here, FORM, Vec::new(), errors);
    let kept = [&desk.href(&here), " ", FORM].concat();
    let id = query.id.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let outcome = desk.withdraw_question(&id, &composed(&typing.raw(REASON)));
        if outcome.is_ok() {
            // Before anything of it is written: the decision and this go together.
            desk.forget_unfinished(&kept);
        }
        let wrong = outcome.err().map(|why| PageError::new(REASON, why));
        if errors.show(wrong.into_iter().collect()) {
            go(&desk.href(&Part::Questions));
        }
    };
    view! {
        <h2 class="govuk-heading-m">{words::WITHDRAW_QUESTION}</h2>
        <p class="govuk-body">{words::WITHDRAW_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            {typing.line(REASON, Caption::new(words::WITHDRAW_WHY), "")}
            <Button text=words::WITHDRAW_QUESTION kind=ButtonKind::Warning />
        </form>
    }
    .into_any()
}
