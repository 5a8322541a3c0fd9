//! What there is to say of what this browser keeps: lost, damaged, newer, and whether it will stay.

use leptos::prelude::*;

use super::desk::{AsideLine, Desk, Kept, Locking};
use super::route::PASSPHRASE;
use super::words;
use crate::store::KnownDraft;
use crate::ui::govuk::{Button, ButtonKind, Cell, InsetText, LinkButton, Table, focus_heading};

/// A word on private windows, where this seems to be one.
pub fn private_window(desk: Desk) -> AnyView {
    let hint = move || {
        desk.kept().private.then(|| view! { <InsetText>{words::PRIVATE_WINDOW}</InsetText> })
    };
    hint.into_any()
}

/// Returns that the browser has deleted, named on the start page too; nothing where none is lost.
pub fn lost(desk: Desk) -> AnyView {
    (move || {
        let Kept { lost, .. } = desk.kept();
        (!lost.is_empty()).then(|| {
            let rows = lost.into_iter().map(|(known, at)| lost_row(desk, known, at)).collect();
            let head = [words::RETURN, words::LAST_SAVED, words::ACTIONS].map(Cell::text).into();
            view! {
                <h2 class="govuk-heading-m">{words::LOST}</h2>
                <p class="govuk-body">{words::LOST_EXPLAINED}</p>
                <Table caption=words::LOST caption_class="govuk-visually-hidden" head=head rows=rows
                    row_headers=true />
            }
        })
    })
    .into_any()
}

fn lost_row(desk: Desk, known: KnownDraft, at: String) -> Vec<Cell> {
    let hidden = [": ", &known.title].concat();
    let seen = move |()| {
        desk.forget_lost(&known.id);
        focus_heading();
    };
    vec![
        Cell::text(known.title),
        Cell::text(at),
        Cell::new(view! { <LinkButton text=words::LOST_SEEN hidden=hidden on_click=seen /> }),
    ]
}

/// Records of a newer program, and records that could not be read.
pub fn unread(desk: Desk) -> AnyView {
    (move || {
        let Kept { newer, aside, .. } = desk.kept();
        let newer = (newer > 0).then(|| {
            view! {
                <h2 class="govuk-heading-m">{words::NEWER_TITLE}</h2>
                <p class="govuk-body">{words::newer_count(newer)} ". " {words::NEWER_EXPLAINED}</p>
            }
        });
        let aside = (!aside.is_empty()).then(|| {
            let rows = aside.into_iter().map(|line| aside_row(desk, line)).collect();
            let head = [words::ASIDE_ITEM, words::ACTIONS].map(Cell::text).into();
            view! {
                <h2 class="govuk-heading-m">{words::ASIDE_TITLE}</h2>
                <p class="govuk-body">{words::ASIDE_EXPLAINED}</p>
                <Table caption=words::ASIDE_TITLE caption_class="govuk-visually-hidden" head=head rows=rows
                    row_headers=true />
            }
        });
        view! { {newer}{aside} }
    })
    .into_any()
}

fn aside_row(desk: Desk, line: AsideLine) -> Vec<Cell> {
    let hidden = [": ", &line.at].concat();
    let (at, key) = (line.at.clone(), line.key.clone());
    let save = move |()| desk.save_aside(&line);
    let delete = move |()| {
        desk.drop_aside(key.clone());
        focus_heading();
    };
    vec![
        Cell::text(at),
        Cell::new(view! {
            <LinkButton text=words::DOWNLOAD hidden=hidden.clone() on_click=save /> " "
            <LinkButton text=words::DELETE hidden=hidden on_click=delete />
        }),
    ]
}

/// Whether the browser will keep what is here, and the way to ask it.
pub fn promise(desk: Desk) -> AnyView {
    (move || {
        let Kept { on_device, persisted, .. } = desk.kept();
        on_device.then(|| {
            let text = match persisted {
                None => words::KEEP_UNASKED,
                Some(true) => words::KEEP_PROMISED,
                Some(false) => words::KEEP_REFUSED,
            };
            let ask = persisted.is_none().then(|| {
                view! {
                    <Button text=words::KEEP_ASK kind=ButtonKind::Secondary
                        on_click=move |()| desk.ask_to_keep() />
                }
            });
            view! {
                <h2 class="govuk-heading-m">{words::KEEP_TITLE}</h2>
                <p class="govuk-body">{text}</p>
                {ask}
            }
        })
    })
    .into_any()
}

/// The way to the passphrase of this device.
pub fn passphrase_link(desk: Desk) -> AnyView {
    (move || {
        let text = match desk.locking().get() {
            Locking::Open => words::PASSPHRASE_MANAGE,
            _ => words::PASSPHRASE_LINK,
        };
        desk.kept().on_device.then(|| {
            view! { <p class="govuk-body"><a class="govuk-link" href=PASSPHRASE>{text}</a></p> }
        })
    })
    .into_any()
}

/// The same beside the returns on the start page, until its person has said no.
pub fn offer_passphrase(desk: Desk) -> AnyView {
    (move || {
        desk.kept().offers_passphrase.then(|| {
            let refuse = move |()| {
                desk.refuse_passphrase();
                focus_heading();
            };
            view! {
                <p class="govuk-body" id="offer-passphrase">
                    <a class="govuk-link" href=PASSPHRASE>{words::OFFER_LINK}</a> ". "
                    <LinkButton text=words::OFFER_NO on_click=refuse />
                </p>
            }
        })
    })
    .into_any()
}
