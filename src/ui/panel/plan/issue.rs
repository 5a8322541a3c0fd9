//! One issue between agencies, and what became of it (AP-11).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::super::step_form::step_form;
use super::super::typing::Typing;
use super::steps::date_boxes;
use super::steps_read::date;
use super::{Place, issue_form, part, small, today, words};
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::actions::{
    ChallengeError, ChallengeStep, ChallengeUpdate, ChallengeView, ap11_challenges,
};
use crate::report::issue_step_words;
use crate::text::long_date;
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Choice, PageError, PageErrors, SummaryList, SummaryRow,
};

const NOTE: &str = "note";
const TAKE: &str = "take";
const RESOLVE: &str = "resolve";
const REOPEN: &str = "reopen";

/// The page.
pub fn page(desk: Desk, id: ItemId) -> AnyView {
    let find = {
        let id = id.clone();
        move || {
            desk.with(|workbook| {
                let views = ap11_challenges(workbook, today());
                views.into_iter().find(|view| view.challenge.id == id)
            })
        }
    };
    if untrack(&find).is_none() {
        return unknown();
    }
    let errors = PageErrors::new();
    let correct = desk.href(&part(Place::CorrectIssue(id.clone())));
    let shown = {
        let find = find.clone();
        move || find().map(|view| desk.with(|workbook| Some(known(workbook, &view))))
    };
    let recorded = Memo::new({
        let find = find.clone();
        move |_| find().map(|view| (view.updates.len(), view.outcome.is_none()))
    });
    let form = move || {
        let (_, open) = recorded.get()?;
        Some(untrack(|| built_anew(form(desk, id.clone(), open, errors))))
    };
    view! {
        {titled(desk, words::AN_ISSUE.to_owned(), (&part(Place::Issues), words::BACK_TO_ISSUES), errors)}
        {said_line(desk)}
        {shown}
        <Button text=words::CORRECT_ISSUE kind=ButtonKind::Secondary href=correct />
        {form}
    }
    .into_any()
}

fn known(workbook: &Workbook, view: &ChallengeView) -> AnyView {
    let one = &view.challenge;
    let mut rows = vec![
        SummaryRow::text(words::RAISED_BY, one.raised_by.name(workbook)),
        SummaryRow::text(words::PUT_TO, one.put_to.name(workbook)),
        SummaryRow::text(words::RAISED_ON, words::since(&long_date(one.raised_on), view.days)),
    ];
    let actions = one.actions.iter().map(|id| issue_form::named(workbook, id));
    let actions = actions.collect::<Vec<_>>().join("; ");
    rows.extend((!actions.is_empty()).then(|| SummaryRow::text(words::ISSUE_ACTIONS, actions)));
    rows.extend(view.level.clone().map(|level| SummaryRow::text(words::LEVEL, level)));
    rows.extend(view.outcome.clone().map(|how| SummaryRow::text(words::RESOLVED, how)));
    let updates: Vec<_> = view.updates.iter().map(update).collect();
    let updates = if updates.is_empty() {
        view! { <p class="govuk-body">{words::NOTHING_YET}</p> }.into_any()
    } else {
        view! { <ol class="govuk-list govuk-list--number">{updates}</ol> }.into_any()
    };
    view! {
        <p class="govuk-body-l">{one.issue.clone()}</p>
        <SummaryList rows=rows />
        <h2 class="govuk-heading-m">{words::HISTORY}</h2>
        {updates}
    }
    .into_any()
}

fn update(update: &ChallengeUpdate) -> AnyView {
    let said = issue_step_words(&update.step);
    let on = long_date(update.on);
    view! { <li>{said}<br /><span class="govuk-hint">{on}", "{update.stamp.by.clone()}</span></li> }
        .into_any()
}

fn form(desk: Desk, id: ItemId, open: bool, errors: PageErrors) -> AnyView {
    let here = part(Place::Issue(id.clone()));
    let typing = Typing::new(desk, &here, "step", date_boxes("on", Some(today())), errors);
    let items = if open {
        vec![
            Choice::new(NOTE, words::NOTE_STEP),
            Choice::new(TAKE, words::TAKE_STEP),
            Choice::new(RESOLVE, words::RESOLVE_STEP),
        ]
    } else {
        vec![Choice::new(NOTE, words::NOTE_STEP), Choice::new(REOPEN, words::REOPEN_STEP)]
    };
    let record = move || {
        let update = match read(typing, id.clone()) {
            Ok(update) => update,
            Err(faults) => return errors.show(faults),
        };
        let at = |error: &ChallengeError| match error {
            ChallengeError::NothingWritten => "said".to_owned(),
            ChallengeError::BeforeRaised => "on".to_owned(),
            _ => "step".to_owned(),
        };
        typing.record(move |book, _| book.record_challenge_step(update), at).is_some()
    };
    step_form(desk, typing, words::STEP, items, move |step| boxes(typing, step), record)
}

fn boxes(typing: Typing, step: &str) -> AnyView {
    let label = match step {
        NOTE => words::NOTED,
        TAKE | REOPEN => words::WHY,
        RESOLVE => words::WHAT_CAME,
        _ => return ().into_any(),
    };
    let level =
        (step == TAKE).then(|| typing.line("level", small(words::LEVEL), words::LEVEL_HINT));
    view! {
        {level}
        {typing.area("said", small(label), "", 3)}
        {typing.date("on", small(words::ON), words::DATE_HINT)}
    }
    .into_any()
}

fn read(typing: Typing, challenge: ItemId) -> Result<ChallengeUpdate, Vec<PageError>> {
    let said = typing.text("said");
    let step = match typing.raw("step").as_str() {
        NOTE => ChallengeStep::Noted(said),
        TAKE => ChallengeStep::TakenTo { level: typing.text("level"), reason: said },
        RESOLVE => ChallengeStep::Resolved { outcome: said },
        REOPEN => ChallengeStep::Reopened { reason: said },
        _ => return Err(vec![PageError::new("step", words::SELECT_STEP)]),
    };
    let mut faults = Vec::new();
    let on = date(typing, "on", &mut faults);
    match on {
        Some(on) => Ok(ChallengeUpdate { challenge, step, on, stamp: Desk::stamp() }),
        None if faults.is_empty() => {
            Err(vec![PageError::new("on", words::ENTER_DATE).at("on-day")])
        }
        None => Err(faults),
    }
}
