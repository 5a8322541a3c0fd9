//! Taking the round off this computer: saved to a file, the file proved, and only then gone from here.

use leptos::prelude::*;

use super::super::desk::{Desk, Proved};
use super::super::keys::{ClosedFile, closed_file, save_form};
use super::super::page::{said_line, titled};
use super::super::route::Part;
use super::super::words::{self as panel_words, keys as own};
use crate::ui::govuk::{Button, ButtonKind, PageError, PageErrors, WarningText};
use crate::ui::router::go;

const FILE: &str = "proved-file";
const TAKE_OFF: &str = "take-off";

/// The page of an open round.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let (signs, _) = desk.keys_here();
    let proved = RwSignal::new_local(None::<Proved>);
    let hint = if signs { own::PASSPHRASE_HINT } else { own::DEPUTYS_PASSPHRASE_HINT };
    let names = ClosedFile {
        passphrase_id: "proved-passphrase",
        passphrase: own::PASSPHRASE_AGAIN,
        passphrase_hint: own::PASSPHRASE_AGAIN_HINT,
        file_id: FILE,
        file: own::FILE_SAVED,
        opened: own::HOLDS_ALL,
    };
    let prove = move |file, passphrase, heard: Box<dyn FnOnce(Result<(), String>)>| {
        let _ = proved.try_set(None);
        desk.prove_whole(file, passphrase, move |outcome| {
            heard(outcome.map(|file| drop(proved.try_set(Some(file)))));
        });
    };
    view! {
        {titled(desk, own::TAKE_OFF.to_owned(), (&Part::Overview, panel_words::BACK_TO_ROUND), errors)}
        {said_line(desk)}
        <p class="govuk-body">{own::TAKE_OFF_EXPLAINED}</p>
        <h2 class="govuk-heading-m">{own::TAKE_OFF_SAVE}</h2>
        {save_form(desk, errors, hint, signs)}
        <h2 class="govuk-heading-m">{own::TAKE_OFF_PROVE}</h2>
        <p class="govuk-body">{own::TAKE_OFF_PROVE_EXPLAINED}</p>
        {closed_file(desk, errors, names, prove)}
        <div role="status">{move || proved.get().map(|file| confirm(desk, file, errors))}</div>
    }
    .into_any()
}

/// The last step, once the file is proved.
fn confirm(desk: Desk, file: Proved, errors: PageErrors) -> AnyView {
    let title = untrack(|| desk.with(|workbook| workbook.plan().round.title.clone()));
    let file = StoredValue::new_local(file);
    let busy = RwSignal::new(false);
    let take_off = move |()| {
        let Some(file) = file.try_get_value() else { return };
        errors.show(Vec::new());
        let _ = busy.try_set(true);
        desk.take_off(file, move |outcome| {
            let _ = busy.try_set(false);
            match outcome {
                Ok(()) => {
                    go("#/");
                    desk.say_at_once(own::TAKEN_OFF.to_owned());
                }
                Err(why) => {
                    errors.try_show(vec![PageError::new(TAKE_OFF, why)]);
                }
            }
        });
    };
    view! {
        <h2 class="govuk-heading-m">{title}</h2>
        <WarningText>{own::TAKE_OFF_WARNING}</WarningText>
        <Button text=own::TAKE_OFF_NOW kind=ButtonKind::Warning on_click=take_off id=TAKE_OFF
            disabled=Signal::derive(move || busy.get()) />
    }
    .into_any()
}
