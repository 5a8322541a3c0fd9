//! Who else can open what agencies send, and the deputy's own key in the deputy's browser.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::route::Part;
use super::super::typing::Typing;
use super::closed_file::{ClosedFile, closed_file};
use super::{Place, words};
use crate::envelope::{SealingKey, Thumbprint};
use crate::panel::keys::DeputyError;
use crate::round::KeyHolder;
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Cell, Details, InsetText, PageError, PageErrors, Size, Table,
};

const ROLE: &str = "deputy-role";
const KEY: &str = "deputy-key";

/// Everyone to whom returns are sealed, and the way to add somebody, where the round's key is here.
pub fn section(desk: Desk, errors: PageErrors, may_change: bool) -> AnyView {
    let table = move || {
        let holders = desk.with(|workbook| workbook.key_holders().to_vec());
        let rows = holders.iter().enumerate().map(|(at, holder)| row(at, holder)).collect();
        let head = [words::ROLE, words::FINGERPRINT_OF_KEY].map(Cell::text);
        view! { <Table caption=words::WHO_OPENS caption_class="govuk-table__caption--m" head=head.into()
        rows=rows row_headers=true class="app-holders" /> }
    };
    let change = may_change.then(|| view! { {add(desk, errors)}{remove(desk, errors)} });
    view! {
        {table}
        <p class="govuk-body">{words::DEPUTIES_EXPLAINED}</p>
        {change}
    }
    .into_any()
}

fn row(at: usize, holder: &KeyHolder) -> Vec<Cell> {
    let key = holder.key.thumbprint().fingerprint();
    let role =
        if at == 0 { [&holder.role, words::SET_IT_UP].concat() } else { holder.role.clone() };
    vec![Cell::text(role), Cell::new(view! { <code class="app-fingerprint">{key}</code> })]
}

/// A deputy's public key, as they sent it.
fn add(desk: Desk, errors: PageErrors) -> AnyView {
    let again = RwSignal::new(0_u32);
    let form = move || {
        again.track();
        untrack(|| built_anew(add_form(desk, errors, again)))
    };
    let summary = words::ADD_DEPUTY;
    view! { <Details summary=summary>{form}</Details> }.into_any()
}

fn add_form(desk: Desk, errors: PageErrors, again: RwSignal<u32>) -> AnyView {
    let typing = Typing::new(desk, &Part::Keys(Place::Main), "deputy", Vec::new(), errors);
    let typed = RwSignal::new(typing.raw(KEY));
    let keep = typing.keeps(KEY);
    let on_key = move |text: String| {
        keep.run(text.clone());
        let _ = typed.try_set(text);
    };
    let shown = move || {
        let key: Option<SealingKey> = typed.get().trim().parse().ok();
        key.map(|key| {
            let text = [words::READ_BACK, " ", &key.thumbprint().fingerprint()].concat();
            view! { <InsetText>{text}</InsetText> }
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(key) = typing.text(KEY).parse::<SealingKey>() else {
            errors.show(vec![PageError::new(KEY, words::ENTER_KEY)]);
            return;
        };
        let role = typing.text(ROLE);
        let at = |error: &DeputyError| match error {
            DeputyError::NoRole => ROLE.to_owned(),
            _ => KEY.to_owned(),
        };
        let done = typing.record(move |workbook, stamp| workbook.add_deputy(&role, key, stamp), at);
        if done.is_some() {
            desk.say(words::DEPUTY_ADDED.to_owned());
            again.update(|count| *count += 1);
        }
    };
    let label = Caption::new(words::DEPUTY_KEY).size(Size::S);
    view! {
        <form novalidate on:submit=submit>
            <p class="govuk-body">{words::ADD_DEPUTY_EXPLAINED}</p>
            {typing.line(ROLE, Caption::new(words::DEPUTY_ROLE).size(Size::S), words::DEPUTY_ROLE_HINT)}
            <crate::ui::govuk::TextInput id=KEY label=label hint=words::DEPUTY_KEY_HINT value=typing.raw(KEY)
                on_input=on_key error=errors.of(KEY) />
            <div role="status">{shown}</div>
            <Button text=words::ADD_DEPUTY kind=ButtonKind::Secondary />
        </form>
    }
    .into_any()
}

/// Of several deputies, one who is to open no more; nothing where there is none.
fn remove(desk: Desk, errors: PageErrors) -> AnyView {
    let deputies = Memo::new(move |_| {
        desk.with(|workbook| {
            let deputies = workbook.key_holders().iter().skip(1);
            deputies.map(|one| (one.role.clone(), one.key.thumbprint())).collect::<Vec<_>>()
        })
    });
    let form = move || {
        let deputies = deputies.get();
        (!deputies.is_empty()).then(|| untrack(|| built_anew(remove_form(desk, errors, deputies))))
    };
    form.into_any()
}

fn remove_form(desk: Desk, errors: PageErrors, deputies: Vec<(String, Thumbprint)>) -> AnyView {
    const WHO: &str = "deputy-who";
    const WHY: &str = "deputy-why";
    let typing = Typing::new(desk, &Part::Keys(Place::Main), "no deputy", Vec::new(), errors);
    let items = deputies
        .iter()
        .map(|(role, key)| {
            crate::ui::govuk::Choice::new(key.to_string(), role.clone()).hint(key.fingerprint())
        })
        .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = typing.raw(WHO);
        let key = deputies.iter().find(|(_, key)| key.to_string() == chosen).map(|(_, key)| *key);
        let Some(key) = key else {
            errors.show(vec![PageError::new(WHO, words::SELECT_DEPUTY)]);
            return;
        };
        let why = typing.text(WHY);
        let at = |error: &DeputyError| match error {
            DeputyError::NoReason => WHY.to_owned(),
            _ => WHO.to_owned(),
        };
        let done =
            typing.record(move |workbook, stamp| workbook.remove_deputy(&key, &why, stamp), at);
        if done.is_some() {
            desk.say(words::DEPUTY_REMOVED.to_owned());
        }
    };
    view! {
        <Details summary=words::REMOVE_DEPUTY>
            <form novalidate on:submit=submit>
                <p class="govuk-body">{words::REMOVE_EXPLAINED}</p>
                {typing.radios(WHO, Caption::new(words::WHICH_DEPUTY).size(Size::S), "", items, None)}
                {typing.area(WHY, Caption::new(words::WHY).size(Size::S), "", 2)}
                <Button text=words::REMOVE_DEPUTY kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}

/// In a browser without the round's keys: the deputy's own key, from its file.
pub fn bring(desk: Desk, errors: PageErrors) -> AnyView {
    let names = ClosedFile {
        passphrase_id: "key-passphrase",
        passphrase: words::KEY_PASSPHRASE,
        passphrase_hint: "",
        file_id: "key-file",
        file: words::KEY_FILE,
        opened: words::KEY_BROUGHT,
    };
    view! {
        <h2 class="govuk-heading-m">{words::BRING_KEY}</h2>
        <p class="govuk-body">{words::BRING_KEY_EXPLAINED}</p>
        {closed_file(desk, errors, names, move |file, passphrase, heard| {
            desk.bring_key(file, passphrase, heard);
        })}
    }
    .into_any()
}
