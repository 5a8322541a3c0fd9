//! One copy: how it stands, what was done, and what to record next.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::route::ReturnAt;
use super::super::step_form::step_form;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::{Place, line, list, marked, out, part, whose, words};
use crate::browser::local;
use crate::panel::copies::{
    CopyError, CopyLine, CopyOut, CopyRecord, CopyState, CopyStep, Recipient, cp01_called_back,
};
use crate::panel::{ReturnKey, Stamp, Workbook};
use crate::ui::anew::built_anew;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{Caption, Choice, PageError, PageErrors, Size, SummaryList, SummaryRow};

const SENT: &str = "sent";
const SENT_TO_MANAGER: &str = "sent-to-manager";
const NOT_SENT: &str = "not-sent";
const OUT: &str = "out";
const RESPONSE: &str = "response";
const ACKNOWLEDGED: &str = "acknowledged";

/// The page of one copy.
pub fn page(desk: Desk, at: ReturnAt, key: ReturnKey) -> AnyView {
    let title = desk.with(|workbook| whose(workbook, &key));
    let errors = PageErrors::new();
    let stored = StoredValue::new((at, key));
    // Nothing more is made of a return that does not count, or is not read.
    let counts =
        Memo::new(move |_| stored.with_value(|(_, key)| line(desk, key).map(|line| line.read)));
    let links =
        move || (counts.get() == Some(true)).then(|| stored.with_value(|(at, _)| links(desk, at)));
    let known = move || stored.with_value(|(_, key)| known(desk, key));
    // Made anew when a step is recorded, never while somebody types.
    let steps = Memo::new(move |_| {
        stored.with_value(|(_, key)| desk.with(|workbook| workbook.copy_records(key).count()))
    });
    let form = move || {
        // Read, not only tracked: a memo that nobody reads never runs.
        steps.get();
        counts.get();
        untrack(|| {
            stored.with_value(|(at, key)| form(desk, at.clone(), key, errors).map(built_anew))
        })
    };
    view! {
        {titled(desk, [words::COPY, ": ", &title].concat(), (&part(Place::List), words::BACK_TO_COPIES), errors)}
        {said_line(desk)}
        {known}
        {links}
        {form}
    }
    .into_any()
}

fn links(desk: Desk, at: &ReturnAt) -> AnyView {
    let link = |place: fn(ReturnAt) -> Place, text: &'static str| {
        let href = desk.href(&part(place(at.clone())));
        view! { <li><a class="govuk-link" href=href>{text}</a></li> }
    };
    let links = [
        link(Place::Texts, words::WHAT_GOES_IN),
        link(Place::Paper, words::SEE_COPY),
        link(Place::Correct, words::CORRECT_FACT),
    ];
    view! { <ul class="govuk-list">{links}</ul> }.into_any()
}

fn of_line(line: &CopyLine) -> Vec<SummaryRow> {
    let accepted = if line.accepted { panel_words::YES } else { words::NOT_ACCEPTED };
    let mut rows = vec![
        SummaryRow::new(words::STANDING, list::tag(&line.state)),
        SummaryRow::text(words::ACCEPTED, accepted),
    ];
    if let CopyState::NotSent(reason) = &line.state {
        rows.push(SummaryRow::text(words::WHY, reason.clone()));
    }
    rows.extend((!line.read).then(|| SummaryRow::text(words::SEE_COPY, words::NOT_READ)));
    rows
}

fn of_out(out: CopyOut) -> Vec<SummaryRow> {
    let mut rows = vec![
        SummaryRow::text(words::STANDING, words::OUT),
        SummaryRow::text(words::WHY, out.because.sentence()),
    ];
    rows.extend(out.settled.map(|settled| SummaryRow::text(words::WHAT_BECAME, settled)));
    rows
}

fn known(desk: Desk, key: &ReturnKey) -> Option<AnyView> {
    let rows = match line(desk, key) {
        Some(line) => of_line(&line),
        None => of_out(out(desk, key)?),
    };
    let (steps, amended) = desk.with(|workbook| {
        let steps = workbook.copy_records(key);
        let steps = steps.map(|one| step_line(workbook, one)).collect::<Vec<AnyView>>();
        let amended = workbook.amendments(key).map(|one| {
            let at = full_moment(local(one.stamp.at));
            let lines = [
                [words::BEFORE, ": ", &one.before].concat(),
                [words::AFTER, ": ", &one.after].concat(),
                [words::BECAUSE, ": ", &one.because].concat(),
            ];
            let lines = lines.join("\n");
            view! { <li><p class="app-plain-text">{lines}</p><span class="govuk-hint">{at}</span></li> }
                .into_any()
        });
        (steps, amended.collect::<Vec<AnyView>>())
    });
    let listed = |title: &'static str, lines: Vec<AnyView>| {
        (!lines.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-m">{title}</h2>
                <ol class="govuk-list govuk-list--number">{lines}</ol>
            }
        })
    };
    let view = view! {
        <SummaryList rows=rows />
        {marked::marked_later(desk, key)}
        {listed(words::DONE_SO_FAR, steps)}
        {listed(words::CORRECTED, amended)}
    };
    Some(view.into_any())
}

fn step_line(workbook: &Workbook, record: &CopyRecord) -> AnyView {
    let said = match &record.step {
        CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check } => {
            [words::STEP_SENT, ". ", words::RISK_CHECK, ": ", risk_check].concat()
        }
        CopyStep::Sent { to: Recipient::CurrentManager { reason }, risk_check } => {
            [words::STEP_SENT_TO_MANAGER, ": ", reason, ". ", words::RISK_CHECK, ": ", risk_check]
                .concat()
        }
        CopyStep::NotSent { reason } if cp01_called_back(workbook, record) => {
            [words::WHAT_BECAME, ": ", reason].concat()
        }
        CopyStep::NotSent { reason } => [words::NOT_SENT, ": ", reason].concat(),
        CopyStep::Response { text } => [words::RESPONSE, ": ", text].concat(),
        CopyStep::Acknowledged { role } => [words::ACKNOWLEDGED_BY, ": ", role].concat(),
    };
    let at = full_moment(local(record.stamp.at));
    view! { <li><span class="app-plain-text">{said}</span><br /><span class="govuk-hint">{at}</span></li> }
        .into_any()
}

fn form(desk: Desk, at: ReturnAt, key: &ReturnKey, errors: PageErrors) -> Option<AnyView> {
    let here = part(Place::One(at));
    let typing = Typing::new(desk, &here, "step", Vec::new(), errors);
    let (read, state) = line(desk, key).map(|line| (line.read, line.state)).unzip();
    let mut items = match read {
        Some(true) => vec![
            Choice::new(SENT, words::STEP_SENT).hint(words::STEP_SENT_HINT),
            Choice::new(SENT_TO_MANAGER, words::STEP_SENT_TO_MANAGER),
            Choice::new(NOT_SENT, words::STEP_NOT_SENT),
        ],
        Some(false) => vec![Choice::new(NOT_SENT, words::STEP_NOT_SENT)],
        None => {
            out(desk, key)?;
            vec![Choice::new(OUT, words::STEP_OUT)]
        }
    };
    // Whoever holds a copy may answer, of whichever version it is.
    let is_held = match state {
        Some(CopyState::Sent | CopyState::Answered | CopyState::ToSend { earlier: true })
        | None => true,
        Some(CopyState::ToSend { earlier: false } | CopyState::NotSent(_)) => false,
    };
    if is_held {
        items.push(Choice::new(RESPONSE, words::STEP_RESPONSE).hint(words::STEP_RESPONSE_HINT));
        items.push(Choice::new(ACKNOWLEDGED, words::STEP_ACKNOWLEDGED));
    }
    let key = key.clone();
    let record = move || {
        let Some(step) = step(typing) else {
            return errors.show(vec![PageError::new("step", words::SELECT_STEP)]);
        };
        let copy = |workbook: &mut Workbook, stamp: &Stamp| workbook.record_copy(&key, step, stamp);
        typing.record(copy, at_box).is_some()
    };
    let boxes = move |step: &str| boxes(typing, step);
    Some(step_form(desk, typing, words::STEP, items, boxes, record))
}

fn boxes(typing: Typing, step: &str) -> AnyView {
    let area = |id: &str, label: &'static str, hint: &'static str| {
        typing.area(id, Caption::new(label).size(Size::S), hint, 3)
    };
    let risk = || area("risk-check", words::RISK_CHECK, words::RISK_CHECK_HINT);
    match step {
        SENT => risk(),
        SENT_TO_MANAGER => {
            view! { {area("reason", words::WHY_MANAGER, words::WHY_MANAGER_HINT)}{risk()} }
                .into_any()
        }
        NOT_SENT => area("reason", words::WHY_NOT, words::WHY_NOT_HINT),
        OUT => area("reason", words::WHAT_BECAME, words::WHAT_BECAME_HINT),
        RESPONSE => area("response", words::RESPONSE, words::RESPONSE_HINT),
        ACKNOWLEDGED => {
            let label = Caption::new(words::MANAGER_ROLE).size(Size::S);
            typing.line("role", label, words::MANAGER_ROLE_HINT)
        }
        _ => ().into_any(),
    }
}

fn step(typing: Typing) -> Option<CopyStep> {
    let (risk_check, reason) = (typing.text("risk-check"), typing.text("reason"));
    Some(match typing.raw("step").as_str() {
        SENT => CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check },
        SENT_TO_MANAGER => CopyStep::Sent { to: Recipient::CurrentManager { reason }, risk_check },
        NOT_SENT => CopyStep::not_sent(reason),
        OUT => CopyStep::called_back(reason),
        RESPONSE => CopyStep::Response { text: typing.text("response") },
        ACKNOWLEDGED => CopyStep::Acknowledged { role: typing.text("role") },
        _ => return None,
    })
}

fn at_box(error: &CopyError) -> String {
    match error {
        CopyError::NoRiskCheck => "risk-check",
        CopyError::NoReason => "reason",
        CopyError::NothingWritten => "response",
        CopyError::NoRole => "role",
        CopyError::NoReturn
        | CopyError::NotRead
        | CopyError::NotSent
        | CopyError::NothingChanged
        | CopyError::MarkedByAuditor
        | CopyError::NoSuchText => "step",
    }
    .to_owned()
}
