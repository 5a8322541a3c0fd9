//! The publication pass: what a person has to read and confirm before a document leaves the panel (I-08 to I-10).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::{View, made, names, of, whole, words};
use crate::envelope::Hash;
use crate::order;
use crate::panel::{Stamp, Workbook};
use crate::report::document::{
    ClearError, Document, DocumentKind, DocumentNotice, Subject, Version, Weight, check, i08_clear,
};
use crate::ui::govuk::{Button, Caption, Choice, InsetText, PageErrors, Size, WarningText};
use crate::ui::router::go;

const REASON: &str = "reason";
/// What was found since a version was cleared.
const SINCE: &str = "confirm-since";

/// The page of the pass.
pub fn page(desk: Desk, kind: DocumentKind) -> AnyView {
    let errors = PageErrors::new();
    let made = desk.try_with(|workbook| {
        let document = made(desk, workbook, kind);
        let notices = check(workbook, &document);
        (document, notices)
    });
    let shown = made.map(|(document, notices)| {
        let blocked = notices.iter().any(|one| one.weight == Weight::Block);
        let end = if blocked {
            view! { <WarningText>{words::CANNOT_CLEAR}</WarningText> }.into_any()
        } else {
            ().into_any()
        };
        let names = names::search(desk, kind, document.clone());
        view! {
            {end}
            {names}
            {form(desk, kind, document, notices, blocked, errors)}
        }
    });
    let title = [words::PUBLISH, ": ", words::kind(kind)].concat();
    view! {
        {titled(desk, title, (&of(kind, View::Whole), words::BACK_TO_DOCUMENT), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::PASS_EXPLAINED}</p>
        <InsetText>{words::audience(kind.audience())}</InsetText>
        {shown}
    }
    .into_any()
}

fn form(
    desk: Desk,
    kind: DocumentKind,
    document: Document,
    notices: Vec<DocumentNotice>,
    blocked: bool,
    errors: PageErrors,
) -> AnyView {
    let typing = Typing::new(desk, &of(kind, View::Publication), "clearance", Vec::new(), errors);
    let stops = |subject: &Subject| {
        notices.iter().any(|one| one.subject == *subject && one.weight == Weight::Block)
    };
    // What has to be put right first stands first.
    let mut subjects = Subject::ALL;
    order::sort_by_key(&mut subjects, |subject| !stops(subject));
    let parts: Vec<AnyView> = subjects
        .into_iter()
        .map(|subject| part(desk, kind, &document, &notices, subject, typing))
        .collect();
    if blocked {
        return parts.into_any();
    }
    let stored = StoredValue::new((document, notices));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let cleared = stored.with_value(|(document, notices)| clear(typing, document, notices));
        if let Some(snapshot) = cleared {
            desk.say(words::CLEARED.to_owned());
            go(&desk.href(&of(kind, View::Version(snapshot))));
        }
    };
    view! {
        <form novalidate on:submit=submit>
            {parts}
            {typing.area(REASON, Caption::new(words::CLEARANCE_REASON).size(Size::M), words::CLEARANCE_HINT, 3)}
            <Button text=words::CLEAR />
        </form>
    }
    .into_any()
}

fn clear(typing: Typing, document: &Document, notices: &[DocumentNotice]) -> Option<Hash> {
    let ticked: Vec<String> =
        Subject::ALL.into_iter().flat_map(|subject| typing.chosen(&box_id(subject))).collect();
    let confirmed = notices.iter().filter(|one| ticked.contains(&mark(one)));
    let confirmed: Vec<String> = confirmed.map(DocumentNotice::key).collect();
    let reason = typing.text(REASON);
    let at = |error: &ClearError| match error {
        ClearError::Blocked => String::new(),
        ClearError::NoReason => REASON.to_owned(),
        ClearError::NotConfirmed(open) => first_open(notices, open),
    };
    typing.record(|workbook, stamp| i08_clear(workbook, document, confirmed, reason, stamp), at)
}

/// What was found since a version was cleared, to be confirmed for that very version.
pub fn again(
    desk: Desk,
    kind: DocumentKind,
    found: &Version,
    open: Vec<DocumentNotice>,
    errors: PageErrors,
) -> AnyView {
    let here = of(kind, View::Version(found.snapshot));
    let typing = Typing::new(desk, &here, "clearance", Vec::new(), errors);
    let choices: Vec<Choice> = open.iter().map(|one| choice(&found.document, one)).collect();
    let stored = StoredValue::new((found.clone(), open));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let cleared = stored.with_value(|(found, open)| clear_again(typing, found, open));
        if cleared.is_some() {
            desk.say(words::CLEARED.to_owned());
        }
    };
    view! {
        <form novalidate on:submit=submit>
            {typing.checks(SINCE, Caption::new(words::FOUND_SINCE).size(Size::S), words::FOUND_SINCE_HINT, choices)}
            {typing.area(REASON, Caption::new(words::CLEARANCE_REASON).size(Size::S), words::CLEARANCE_HINT, 3)}
            <Button text=words::CLEAR_AGAIN />
        </form>
    }
    .into_any()
}

/// What was confirmed when it was cleared stays confirmed.
fn clear_again(typing: Typing, found: &Version, open: &[DocumentNotice]) -> Option<Hash> {
    let ticked = typing.chosen(SINCE);
    let now = open.iter().filter(|one| ticked.contains(&mark(one))).map(DocumentNotice::key);
    let reason = typing.text(REASON);
    let clear = |workbook: &mut Workbook, stamp: &Stamp| {
        let before = workbook.clearance(&found.snapshot).map(|one| one.confirmed.clone());
        let confirmed = before.unwrap_or_default().into_iter().chain(now).collect();
        i08_clear(workbook, &found.document, confirmed, reason, stamp)
    };
    let at = |error: &ClearError| match error {
        ClearError::Blocked => String::new(),
        ClearError::NoReason => REASON.to_owned(),
        ClearError::NotConfirmed(_) => SINCE.to_owned(),
    };
    typing.record(clear, at)
}

fn choice(document: &Document, notice: &DocumentNotice) -> Choice {
    let words = document.sentences().find(|one| Some(&one.id) == notice.sentence.as_ref());
    let words = words.map(|sentence| sentence.plain()).unwrap_or_default();
    Choice::new(mark(notice), notice.message.clone()).hint(words)
}

/// The boxes in which the first notice stands that is not confirmed.
fn first_open(notices: &[DocumentNotice], open: &[String]) -> String {
    let of = |subject: &Subject| {
        notices.iter().any(|one| one.subject == *subject && open.contains(&one.key()))
    };
    Subject::ALL.into_iter().find(of).map_or_else(String::new, box_id)
}

/// One part of the pass: what stops, what is to be confirmed, or that nothing was found.
fn part(
    desk: Desk,
    kind: DocumentKind,
    document: &Document,
    notices: &[DocumentNotice],
    subject: Subject,
    typing: Typing,
) -> AnyView {
    let of_subject: Vec<&DocumentNotice> =
        notices.iter().filter(|one| one.subject == subject).collect();
    let (blocking, open): (Vec<&DocumentNotice>, Vec<&DocumentNotice>) =
        of_subject.iter().partition(|one| one.weight == Weight::Block);
    let none =
        of_subject.is_empty().then(|| view! { <p class="govuk-body">{words::NOTHING_FOUND}</p> });
    let stops = (!blocking.is_empty()).then(|| {
        let lines: Vec<AnyView> =
            blocking.iter().map(|one| whole::line(desk, kind, document, one)).collect();
        view! {
            <h3 class="govuk-heading-s">{words::PUT_RIGHT}</h3>
            <ul class="govuk-list govuk-list--bullet app-notices">{lines}</ul>
        }
    });
    let confirm = (!open.is_empty()).then(|| {
        let choices = open.iter().map(|one| choice(document, one));
        let places: Vec<AnyView> = open
            .iter()
            .filter(|one| one.sentence.is_some())
            .map(|one| {
                let empty = DocumentNotice { message: String::new(), ..(*one).clone() };
                whole::line(desk, kind, document, &empty)
            })
            .collect();
        let places = (!places.is_empty()).then(|| {
            view! {
                <p class="govuk-body-s govuk-!-margin-bottom-1">{words::PLACES}</p>
                <ul class="govuk-list app-notices">{places}</ul>
            }
        });
        view! {
            {typing.checks(&box_id(subject), Caption::new(words::CONFIRM).size(Size::S), words::CONFIRM_HINT, choices.collect())}
            {places}
        }
    });
    view! {
        <h2 class="govuk-heading-m">{words::subject(subject)}</h2>
        <p class="govuk-body">{words::subject_explained(subject)}</p>
        {none}{stops}{confirm}
    }
    .into_any()
}

fn box_id(subject: Subject) -> String {
    let name = match subject {
        Subject::Identifiers => "identifiers",
        Subject::SmallNumbers => "small-numbers",
        Subject::Jigsaw => "jigsaw",
        Subject::ThirdParties => "third-parties",
        Subject::Content => "content",
    };
    ["confirm-", name].concat()
}

/// One word for a notice: a box keeps its values with blanks between.
fn mark(notice: &DocumentNotice) -> String {
    let hash = Hash::of(notice.key().as_bytes()).to_string();
    hash.chars().take(16).collect()
}
