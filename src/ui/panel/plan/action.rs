//! One action: where it stands, what speaks against it, what happened to it, and what happens next.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::facts::{colour, due, owner};
use super::{Place, part, steps, today, words};
use crate::browser::local;
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::actions::{ActionUpdate, ActionView, ReportField, action_plan};
use crate::report::action_step_words;
use crate::report::document::build::{carried_told, recommendations_told};
use crate::text::long_date;
use crate::ui::anew::built_anew;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{Button, ButtonKind, InsetText, PageErrors, SummaryList, SummaryRow, Tag};

/// The page.
pub fn page(desk: Desk, id: ItemId) -> AnyView {
    let find = {
        let id = id.clone();
        move || {
            desk.with(|workbook| {
                let lines = action_plan(workbook, today()).lines;
                lines.into_iter().find(|line| line.action.id == id)
            })
        }
    };
    let Some(first) = untrack(&find) else { return unknown() };
    let errors = PageErrors::new();
    let title = [words::ACTION, " ", &first.number.to_string()].concat();
    let change = desk.href(&part(Place::Change(id)));
    let shown = {
        let find = find.clone();
        move || find().map(|line| desk.with(|workbook| Some(known(workbook, &line))))
    };
    let history = {
        let find = find.clone();
        move || find().map(|line| happened(&line.history))
    };
    // The form is made anew once something was recorded, never while somebody types.
    let recorded = Memo::new({
        let find = find.clone();
        move |_| find().map(|line| line.history.len())
    });
    // Read, not only tracked: what was never read hears of nothing.
    let form = move || {
        let build = || find().map(|line| built_anew(steps::form(desk, line, errors)));
        recorded.with(|_| untrack(build))
    };
    view! {
        {titled(desk, title, (&part(Place::Board), words::BACK_TO_PLAN), errors)}
        {said_line(desk)}
        {shown}
        <Button text=words::CHANGE kind=ButtonKind::Secondary href=change />
        {form}
        <h2 class="govuk-heading-m">{words::HISTORY}</h2>
        {history}
    }
    .into_any()
}

fn known(workbook: &Workbook, line: &ActionView) -> AnyView {
    let notices: Vec<_> =
        line.notices.iter().map(|one| view! { <li>{one.sentence()}</li> }).collect();
    let notices = (!notices.is_empty()).then(|| {
        view! {
            <InsetText>
                <h2 class="govuk-heading-s">{words::TO_PUT_RIGHT}</h2>
                <ul class="govuk-list govuk-list--bullet">{notices}</ul>
            </InsetText>
        }
    });
    view! {
        <p class="govuk-body-l">{line.action.text.clone()}</p>
        <p class="govuk-body"><Tag text=line.status.label() colour=colour(line.status) /></p>
        {notices}
        <SummaryList rows=rows(workbook, line) />
    }
    .into_any()
}

/// What is written of it, and what its owner reports; rows that say nothing are left out.
fn rows(workbook: &Workbook, line: &ActionView) -> Vec<SummaryRow> {
    let action = &line.action;
    let date = |date: Option<chrono::NaiveDate>| date.map(long_date).unwrap_or_default();
    let others = action.contributors.iter().map(|one| one.name(workbook));
    let before = line
        .owners_before
        .iter()
        .map(|one| words::owner_until(&one.owner.name(workbook), &long_date(one.until)));
    let closed =
        line.closed.as_ref().map(|(by, on)| words::closed_by(&by.name(workbook), &long_date(*on)));
    let escalated = line.escalated_now().map(|(to, why)| [to, ". ", why].concat());
    let superseded = line.superseded.as_ref().map(|(_, why)| why.clone());
    let first = line.due.first.filter(|first| Some(*first) != line.due.now);
    let reasons = line.due.extensions.iter().map(|(_, reason)| reason.as_str());
    let carried = action.carried.as_ref().map(|from| from.title.clone());
    let own = vec![
        (words::RECOMMENDATION, recommendations(workbook, line)),
        (words::OUTCOME, action.outcome.clone()),
        (words::MEASURE, action.measure.clone()),
        (words::EVIDENCE_EXPECTED, action.evidence_expected.clone()),
        (words::OWNER, owner(workbook, line)),
        (words::OWNERS_BEFORE, before.collect::<Vec<_>>().join("; ")),
        (words::OTHERS, others.collect::<Vec<_>>().join("; ")),
        (words::AGREED, date(action.agreed)),
        (words::RESOURCES, action.resources.clone()),
        (words::START, date(action.start)),
        (words::DUE, due(line)),
        (words::FIRST_DUE, date(first)),
        (words::WHY_MORE_TIME, reasons.collect::<Vec<_>>().join("; ")),
        (words::MILESTONES, milestones(line)),
        (words::PRIORITY, action.priority.label().to_owned()),
        (words::AUDIT_AGAIN, date(action.audit_again)),
        (words::CARRIED_FROM, carried.unwrap_or_default()),
    ];
    let reported = ReportField::ALL.into_iter().map(|field| {
        let text = line.report(field).text();
        let blank = field == ReportField::Progress && line.history.is_empty();
        (field.label(), if blank { String::new() } else { text })
    });
    let decided = [
        (words::REVIEWED, date(line.reviewed)),
        (words::ESCALATED, escalated.unwrap_or_default()),
        (words::CLOSED_BY, closed.unwrap_or_default()),
        (words::SUPERSEDED, superseded.unwrap_or_default()),
    ];
    let rows = own.into_iter().chain(reported).chain(decided);
    rows.filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| {
            // Paragraphs and points, each on a line of its own.
            let look = if key == words::RECOMMENDATION { "app-told" } else { "" };
            SummaryRow::text(key, text).value_class(look)
        })
        .collect()
}

/// "1. Police should share plans.", each with its points under it.
fn recommendations(workbook: &Workbook, line: &ActionView) -> String {
    let told = recommendations_told(workbook, today());
    let own = (1..)
        .zip(workbook.recommendations())
        .filter(|(_, one): &(usize, _)| line.action.recommendations.contains(&one.id));
    let own = own.filter_map(|(number, one)| {
        let text = told.get(&one.id)?.text();
        Some([&number.to_string(), ". ", &text].concat())
    });
    let carried = line.action.carried.iter().flat_map(|from| &from.recommendations);
    let carried = carried.map(|kept| carried_told(kept));
    own.chain(carried).collect::<Vec<String>>().join("\n")
}

fn milestones(line: &ActionView) -> String {
    let one = |one: &crate::panel::actions::Milestone| {
        let due = one.due.map(|due| [" (", &long_date(due), ")"].concat()).unwrap_or_default();
        let reached = line.reached.get(&one.id).map(|on| words::reached_on(&long_date(*on)));
        [one.text.as_str(), &due, &reached.unwrap_or_default()].concat()
    };
    line.action.milestones.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn happened(history: &[ActionUpdate]) -> AnyView {
    if history.is_empty() {
        return view! { <p class="govuk-body">{words::NOTHING_YET}</p> }.into_any();
    }
    let lines: Vec<AnyView> = history
        .iter()
        .map(|update| {
            let (what, why) = action_step_words(&update.step);
            let said = if why.is_empty() { what } else { [&what, ": ", why].concat() };
            let from = if update.sheet.is_some() { words::FROM_A_SHEET } else { "" };
            let at = full_moment(local(update.stamp.at));
            let by = [&at, ", ", &update.stamp.by, from].concat();
            view! { <li>{said}<br /><span class="govuk-hint">{by}</span></li> }.into_any()
        })
        .collect();
    view! { <ol class="govuk-list govuk-list--number">{lines}</ol> }.into_any()
}
