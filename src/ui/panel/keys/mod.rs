//! The round's keys: where they are, whether a copy of them opens, and who else can open what comes.

mod closed_file;
mod deputies;
mod losing;
mod prove;
mod save;

use leptos::prelude::*;

pub use closed_file::{ClosedFile, closed_file};
pub use save::form as save_form;

use super::desk::Desk;
use super::page::{said_line, titled};
use super::route::Part;
use super::words as panel_words;
use super::words::keys as words;
use crate::browser::{local, now};
use crate::panel::keys::BackupStanding;
use crate::ui::dates::moment;
use crate::ui::govuk::{
    PageErrors, SummaryList, SummaryRow, Tag, TagColour, TaskStatus, WarningText,
};

/// A page about the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Where they are, and what is to be done.
    Main,
    /// What it means to lose the only one.
    Losing,
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        match parts {
            [] => Some(Self::Main),
            ["losing"] => Some(Self::Losing),
            _ => None,
        }
    }

    /// The end of its address.
    pub fn tail(&self) -> &'static str {
        match self {
            Self::Main => "",
            Self::Losing => "/losing",
        }
    }
}

/// A page about the keys.
pub fn page(desk: Desk, place: Place) -> AnyView {
    match place {
        Place::Main => main(desk),
        Place::Losing => losing::page(desk),
    }
}

fn main(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let losing = desk.href(&Part::Keys(Place::Losing));
    let (signs, opens) = desk.keys_here();
    let sealed = desk.with(|workbook| !workbook.key_holders().is_empty());
    // Whoever holds the key that signs can save it; a deputy brings their own.
    let own = match signs {
        true => view! { {save::section(desk, errors)}{prove::section(desk, errors)} }.into_any(),
        false => deputies::bring(desk, errors),
    };
    let deputies = sealed.then(|| deputies::section(desk, errors, signs));
    view! {
        {titled(desk, words::KEYS.to_owned(), (&Part::Overview, panel_words::BACK_TO_ROUND), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::KEYS_EXPLAINED}</p>
        <p class="govuk-body"><a class="govuk-link" href=losing>{words::LOSING}</a></p>
        {move || where_they_are(desk, signs, opens, sealed)}
        {own}
        {deputies}
    }
    .into_any()
}

fn where_they_are(desk: Desk, signs: bool, opens: bool, sealed: bool) -> AnyView {
    let here = |yes: bool| if yes { words::HERE } else { words::NOT_HERE };
    let key = desk.with(|workbook| workbook.round_key().thumbprint().fingerprint());
    let mut rows = vec![SummaryRow::text(words::SIGNING_KEY, here(signs))];
    if sealed {
        rows.push(SummaryRow::text(words::OPENING_KEY, here(opens)));
    }
    rows.push(SummaryRow::new(
        panel_words::ROUND_KEY,
        view! { <code class="app-fingerprint">{key}</code> },
    ));
    if let Some(own) = desk.own_fingerprint() {
        let own = view! { <code class="app-fingerprint">{own}</code> };
        rows.push(SummaryRow::new(words::OWN_KEY, own));
    }
    rows.push(SummaryRow::new(words::COPY_OF_KEYS, tag(desk)));
    let warning = (backup(desk) == Some(BackupStanding::NotSaved) && signs)
        .then(|| view! { <WarningText>{words::ONLY_HERE}</WarningText> });
    view! { {warning}<SummaryList rows=rows /> }.into_any()
}

fn backup(desk: Desk) -> Option<BackupStanding> {
    desk.try_with(|workbook| workbook.backup_standing())
}

fn tag(desk: Desk) -> AnyView {
    let Some((text, colour)) = backup(desk).map(said) else { return ().into_any() };
    view! { <Tag text=text colour=colour /> }.into_any()
}

fn said(standing: BackupStanding) -> (String, TagColour) {
    let at = |words: &str, at| [words, moment(local(at), local(now()).date()).as_str()].concat();
    match standing {
        BackupStanding::NotSaved => (words::NOT_SAVED.to_owned(), TagColour::Red),
        BackupStanding::Saved(_) => (words::SAVED_NOT_PROVED.to_owned(), TagColour::Yellow),
        BackupStanding::Proved(when) => (at(words::PROVED_ON, when), TagColour::Green),
    }
}

/// For the overview: setting up has not ended before a copy of the keys was seen to open.
pub fn standing(desk: Desk) -> TaskStatus {
    match backup(desk).map(said) {
        Some((text, colour)) => TaskStatus::tag(text, colour),
        None => TaskStatus::plain(""),
    }
}

/// For whoever is about to send invitations: what stops that, or would for a round that is none of practice.
pub fn warning(desk: Desk) -> Option<AnyView> {
    let open = matches!(backup(desk)?, BackupStanding::NotSaved | BackupStanding::Saved(_));
    let stops = desk.with(|workbook| workbook.may_invite().is_err());
    let text = if stops { words::PROVE_FIRST } else { words::PROVE_FIRST_IN_EARNEST };
    let href = desk.href(&Part::Keys(Place::Main));
    open.then(|| {
        view! {
            <WarningText>{text}" "<a class="govuk-link" href=href>{words::KEYS}</a></WarningText>
        }
        .into_any()
    })
}
