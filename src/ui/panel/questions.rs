//! Questions to agencies: what was asked, where each stands, and the file for each auditor.

use std::ops::Range;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{LINES, Paging, heading, scrolling};
use super::reading;
use super::route::{Part, ReturnAt};
use super::words;
use crate::browser::{local, now};
use crate::id::SlotId;
use crate::panel::{Query, QueryStanding, Questions, SlotQuestions, Workbook};
use crate::ui::dates::{long_date, moment};
use crate::ui::govuk::{
    Button, ButtonKind, Cell, InsetText, Table, Tag, TagColour, focus_region, once_shown,
};

/// What one auditor is asked.
#[derive(PartialEq)]
struct Asked {
    slot: SlotId,
    who: String,
    counts: String,
    sent: Option<String>,
    to_send: bool,
    queries: Vec<Query>,
}

/// The page.
pub fn page(desk: Desk) -> AnyView {
    // Each question is looked up among the returns: once a change of the round.
    let all = Memo::new(move |_| desk.with(all_asked));
    let paging = Paging::new("questions");
    let sections = move || all.with(|all| sections(desk, all, paging));
    view! {
        {heading(desk, words::QUESTIONS, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{words::QUESTIONS_LEAD}</p>
        {move || desk.trouble().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        {sections}
    }
    .into_any()
}

/// The tag that says where a question stands.
pub fn standing_tag(standing: QueryStanding) -> AnyView {
    let colour = match standing {
        QueryStanding::Draft => TagColour::Yellow,
        QueryStanding::Sent => TagColour::Blue,
        QueryStanding::Overdue => TagColour::Orange,
        QueryStanding::Answered | QueryStanding::Arrived => TagColour::Green,
        QueryStanding::Withdrawn | QueryStanding::CaseWithdrawn => TagColour::Grey,
    };
    view! { <Tag text=words::query_standing(standing) colour=colour /> }.into_any()
}

fn all_asked(workbook: &Workbook) -> Vec<Asked> {
    let list = Questions::of(workbook, local(now()).date());
    list.slots.iter().map(|slot| asked(workbook, slot)).collect()
}

fn asked(workbook: &Workbook, slot: &SlotQuestions<'_>) -> Asked {
    let today = local(now()).date();
    let who = match slot.questions.first() {
        Some((query, _)) => reading::who(workbook, &at_of(query)),
        None => slot.agency_name.clone(),
    };
    Asked {
        slot: slot.slot.clone(),
        who,
        counts: words::questions_of_slot(slot.open, slot.overdue, slot.not_sent, slot.answered()),
        sent: slot.last_sent.map(|stamp| words::pack_sent(&moment(local(stamp.at), today))),
        to_send: slot.to_send,
        queries: slot.questions.iter().map(|(query, _)| (*query).clone()).collect(),
    }
}

/// Auditor by auditor, as far as their questions are on this page.
fn sections(desk: Desk, all: &[Asked], paging: Paging) -> AnyView {
    if all.is_empty() {
        return view! { <InsetText>{words::QUESTIONS_NONE}</InsetText> }.into_any();
    }
    let lengths = || all.iter().map(|one| one.queries.len());
    let shown = paging.shown(lengths().sum(), LINES);
    let parts = all.iter().zip(shown.of_parts(lengths())).filter(|(_, lines)| !lines.is_empty());
    let sections: Vec<AnyView> = desk
        .with(|workbook| parts.map(|(one, lines)| section(desk, workbook, one, lines)).collect());
    paging.around(words::QUESTIONS, &shown, sections.into_any())
}

fn section(desk: Desk, workbook: &Workbook, asked: &Asked, lines: Range<usize>) -> AnyView {
    let who = &asked.who;
    let sent = asked.sent.clone().map(|at| view! { <p class="govuk-body">{at}</p> });
    let queries = asked.queries.get(lines).unwrap_or_default();
    let rows = queries.iter().map(|query| row(desk, workbook, query)).collect();
    let head = [
        words::QUESTION_ABOUT,
        words::CASE,
        words::QUESTION,
        words::QUESTION_STATE,
        words::QUESTION_BY,
    ];
    let head = head.map(Cell::text).into();
    let table = view! { <Table head=head rows=rows row_headers=true class="app-questions" /> };
    view! {
        <section id=["slot-", asked.slot.as_str()].concat()>
            <h2 class="govuk-heading-m">{who.clone()}</h2>
            <p class="govuk-body">{asked.counts.clone()}</p>
            {sent}
            {asked.to_send.then(|| send(desk, &asked.slot, who))}
            {scrolling(words::QUESTIONS, table.into_any())}
        </section>
    }
    .into_any()
}

/// The button that signs the slot's file, where the key is here.
fn send(desk: Desk, slot: &SlotId, who: &str) -> AnyView {
    if !desk.has_key() {
        return view! { <InsetText>{words::KEY_ELSEWHERE}</InsetText> }.into_any();
    }
    let (slot, id) = (slot.clone(), ["pack-", slot.as_str()].concat());
    let button = id.clone();
    let press = move |()| {
        desk.send_questions(&slot);
        // The section is drawn anew: whoever pressed stays where they were.
        let button = button.clone();
        once_shown(move || {
            focus_region(&button);
        });
    };
    view! { <Button text=words::sign_pack(who) kind=ButtonKind::Secondary id=id on_click=press /> }
        .into_any()
}

/// The place of the return that a question is about.
pub fn at_of(query: &Query) -> ReturnAt {
    ReturnAt { case: query.place.case.clone(), slot: query.place.slot.clone() }
}

fn row(desk: Desk, workbook: &Workbook, query: &Query) -> Vec<Cell> {
    let plan = workbook.plan();
    let href = desk.href(&Part::Question(query.id.clone()));
    let about = query.about.title_for_readers(&plan.round);
    let case = plan.case(&query.place.case).map(|case| case.label.clone()).unwrap_or_default();
    let text = query.text.clone();
    let standing = workbook.query_standing(query, local(now()).date());
    let by = query.answer_by.map(long_date).unwrap_or_else(|| words::QUESTION_NO_DATE.to_owned());
    vec![
        Cell::new(view! { <a class="govuk-link" href=href>{about}</a> }),
        Cell::text(case),
        Cell::new(view! { <span class="app-plain-text">{text}</span> }),
        Cell::new(standing_tag(standing)),
        Cell::text(by),
    ]
}
