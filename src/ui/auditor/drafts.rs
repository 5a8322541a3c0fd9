//! All returns on this device: to go on with, to copy, to delete for thirty days.

use leptos::prelude::*;

use super::concerns::whom_to_tell;
use super::desk::{Desk, DraftLine};
use super::route::{Step, WIPE, blank_href, move_href};
use super::{keeping, words};
use crate::round::InvitedCase;
use crate::store::BIN_DAYS;
use crate::ui::dates::long_date;
use crate::ui::govuk::{BackLink, Cell, LinkButton, PageTitle, Table, focus_heading};

/// The page of all drafts and the bin.
#[component]
pub fn DraftsPage(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    view! {
        <PageTitle text=words::DRAFTS program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::DRAFTS}</h1>
        <p class="govuk-body">{words::drafts_explained(BIN_DAYS)}</p>
        {keeping::private_window(desk)}
        {keeping::lost(desk)}
        <DraftTable desk=desk />
        {keeping::unread(desk)}
        <Bin desk=desk />
        {keeping::promise(desk)}
        {keeping::passphrase_link(desk)}
        <p class="govuk-body"><a class="govuk-link" href=WIPE>{words::WIPE_LINK}</a></p>
    }
}

fn open_lines(desk: Desk, deleted: bool) -> Vec<DraftLine> {
    desk.lines().into_iter().filter(|line| line.deleted == deleted).collect()
}

/// The returns on this device, the latest first; nothing where there are none.
#[component]
pub fn DraftTable(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    move || {
        let lines = open_lines(desk, false);
        (!lines.is_empty()).then(|| {
            let head =
                [words::RETURN, words::STATE, words::LAST_SAVED, words::LAST_COPY, words::ACTIONS];
            let rows = lines.into_iter().map(|line| row(desk, line)).collect();
            view! {
                <div class="app-scroll" tabindex="0" role="region" aria-label=words::YOUR_RETURNS>
                    <Table caption=words::YOUR_RETURNS caption_class="govuk-table__caption--m"
                        head=head.map(Cell::text).into() rows=rows row_headers=true class="app-stacked" />
                </div>
            }
            .into_any()
        })
    }
}

/// How far a return is, in a word or two.
fn state(line: &DraftLine) -> &'static str {
    match (line.withdrawn, line.signed) {
        (true, _) => words::WITHDRAWN_STATE,
        (false, true) => words::SIGNED_STATE,
        (false, false) => words::DRAFT_STATE,
    }
}

fn row(desk: Desk, line: DraftLine) -> Vec<Cell> {
    let href = Step::Tasks.href(&line.id);
    let id = line.id.clone();
    let delete = move |()| {
        desk.delete(id.clone());
        // The row goes, and the button with it.
        focus_heading();
    };
    let state = state(&line);
    let hidden = [": ", &line.title].concat();
    let second = line.second_copy.then_some(words::SECOND_COPY);
    vec![
        Cell::new(view! { <a class="govuk-link" href=href>{line.title}{second}</a> }),
        Cell::text(state),
        stacked(words::LAST_SAVED, line.saved_at),
        stacked(words::LAST_COPY, line.copied_at),
        Cell::new(view! { <LinkButton text=words::DELETE hidden=hidden on_click=delete /> }),
    ]
}

/// A cell that says of what it is where its row stands below no heads.
fn stacked(head: &'static str, text: String) -> Cell {
    Cell::new(view! { <span class="app-stacked__head">{head}": "</span>{text} })
}

/// Deleted returns, to take back.
#[component]
fn Bin(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    move || {
        let lines = open_lines(desk, true);
        (!lines.is_empty()).then(|| {
            let rows = lines
                .into_iter()
                .map(|line| {
                    let restore = move |()| {
                        desk.restore(line.id.clone());
                        focus_heading();
                    };
                    let hidden = [": ", &line.title].concat();
                    vec![
                        Cell::text(line.title),
                        stacked(words::DELETED_UNTIL, line.bin_until),
                        Cell::new(view! { <LinkButton text=words::RESTORE hidden=hidden on_click=restore /> }),
                    ]
                })
                .collect();
            let head = [words::RETURN, words::DELETED_UNTIL, words::ACTIONS];
            view! {
                <Table caption=words::BIN caption_class="govuk-table__caption--m" head=head.map(Cell::text).into()
                    rows=rows row_headers=true class="app-stacked" />
            }
            .into_any()
        })
    }
}

/// The cases of one invitation, each its own return.
#[component]
pub fn InvitationPage(
    /// The desk.
    desk: Desk,
    /// Hash of the invitation's file.
    hash: String,
) -> impl IntoView {
    let opened = RwSignal::new(None::<Result<(), String>>);
    desk.lay_out(hash.clone(), move |outcome| drop(opened.try_set(Some(outcome))));
    move || match opened.get() {
        None => view! { <p class="govuk-body" role="status">{words::OPENING}</p> }.into_any(),
        Some(Err(why)) => super::returns::failed(why).into_any(),
        Some(Ok(())) => cases(desk, hash.clone()).into_any(),
    }
}

fn cases(desk: Desk, hash: String) -> AnyView {
    let Some(invitation) = desk.laid_out() else { return super::page::unknown().into_any() };
    let round = &invitation.round;
    let due = round.dates.due.map(|due| [words::DUE, &long_date(due)].concat());
    let title = [round.board.short_name.as_str(), ": ", &round.title].concat();
    let blank = blank_href(&hash);
    let place = [invitation.agency.name.as_str(), ", ", &invitation.slot_label].concat();
    let problem = RwSignal::new(None::<String>);
    let invited = invitation.cases.clone();
    let here = (round.id.clone(), invitation.slot.clone());
    let table = move || {
        let lines = desk.lines();
        let rows = invited.iter().map(|case| {
            let of_case = |line: &&DraftLine| {
                !line.deleted
                    && !line.second_copy
                    && line.round == here.0
                    && line.slot == here.1
                    && line.case_ref == case.case_ref
            };
            let (state, action) = match lines.iter().find(of_case) {
                Some(line) => begun(line, case, &hash),
                None => (words::NOT_STARTED, begin(desk, case, problem)),
            };
            vec![
                Cell::text(case.label.clone()),
                stacked(words::REFERENCE, case.case_ref.as_str().to_owned()),
                Cell::text(state),
                Cell::new(action),
            ]
        });
        let head =
            [words::CASE, words::REFERENCE, words::STATE, words::ACTIONS].map(Cell::text).into();
        view! {
            <div class="app-scroll" tabindex="0" role="region" aria-label=words::YOUR_CASES>
                <Table caption=words::YOUR_CASES caption_class="govuk-table__caption--m" head=head
                    rows=rows.collect() row_headers=true class="app-stacked" />
            </div>
        }
    };
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <span class="govuk-caption-l">{place}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body-l">{round.purpose.clone()}</p>
        <p class="govuk-body">{due}</p>
        <p class="govuk-body">{words::CASES_EXPLAINED}</p>
        {whom_to_tell(round.concern_route.clone())}
        {move || problem.get().map(|why| view! { <p class="govuk-error-message" role="alert">{why}</p> })}
        {table}
        <p class="govuk-body"><a class="govuk-link" href=blank>{words::PRINT_BLANK}</a></p>
    }
    .into_any()
}

/// How far the return of a case is, with the ways to it: where it was begun from another invitation, to move it too.
fn begun(line: &DraftLine, case: &InvitedCase, hash: &str) -> (&'static str, AnyView) {
    let go_on = way(Step::Tasks.href(&line.id), words::GO_ON, case);
    if line.invitation == hash {
        return (state(line), go_on);
    }
    let moves = way(move_href(&line.id, hash), words::MOVE, case);
    (words::MOVE_STATE, view! { {go_on}<br />{moves} }.into_any())
}

fn way(href: String, text: &'static str, case: &InvitedCase) -> AnyView {
    view! {
        <a class="govuk-link" href=href>{text}
            <span class="govuk-visually-hidden">": " {case.label.clone()}</span></a>
    }
    .into_any()
}

/// The button with which the return of a case begins.
fn begin(desk: Desk, case: &InvitedCase, problem: RwSignal<Option<String>>) -> AnyView {
    let case_ref = case.case_ref.clone();
    let begin = move |()| {
        desk.begin(case_ref.clone(), move |outcome| match outcome {
            Ok(id) => crate::ui::router::go(&Step::Tasks.href(&id)),
            Err(why) => drop(problem.try_set(Some(why))),
        });
    };
    let hidden = [": ", &case.label].concat();
    view! { <LinkButton text=words::BEGIN hidden=hidden on_click=begin /> }.into_any()
}
