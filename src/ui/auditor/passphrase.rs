//! The passphrase of this device: set, changed, removed.

use leptos::prelude::*;

use super::desk::{Desk, Locking, TypedTwice};
use super::route::WIPE;
use super::words;
use crate::browser::composed;
use crate::envelope::check_passphrase;
use crate::store::IDLE_SECONDS;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, Caption, ErrorSummary, InsetText, PageError, PageErrors,
    PageTitle, PasswordInput, Select, SelectItem, Size, WarningText, focus_heading,
};

/// What stands in the boxes of one form, by their ids.
type Typed = StoredValue<Vec<(&'static str, String)>>;

/// What the page says and does, whichever of its forms is sent.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) desk: Desk,
    pub(super) errors: PageErrors,
    typed: Typed,
    busy: RwSignal<bool>,
    said: RwSignal<Option<String>>,
}

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let form = Form::new(desk);
    let on_device = Memo::new(move |_| desk.kept().on_device);
    let troubled = Memo::new(move |_| desk.trouble().is_some());
    (move || match desk.locking().get() {
        Locking::Open => form.manage(),
        _ if on_device.get() => form.set(),
        _ if troubled.get() => nothing_to_lock(),
        _ => view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any(),
    })
    .into_any()
}

fn nothing_to_lock() -> AnyView {
    view! {
        {heading(words::SET_PASSPHRASE, PageErrors::new())}
        <p class="govuk-body">{words::NOTHING_TO_LOCK}</p>
    }
    .into_any()
}

/// In the place of the way to remove it.
fn never_removed() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{words::REMOVE_TITLE}</h2>
        <p class="govuk-body">{words::NEVER_REMOVED} " " <a class="govuk-link" href=WIPE>{words::WIPE_LINK}</a></p>
    }
    .into_any()
}

fn heading(title: &'static str, errors: PageErrors) -> AnyView {
    view! {
        <PageTitle text=title program=words::PROGRAM error=errors.any() />
        <BackLink href="#/drafts" text=words::DRAFTS />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{title}</h1>
    }
    .into_any()
}

impl Form {
    /// Nothing typed yet.
    pub(super) fn new(desk: Desk) -> Self {
        Self {
            desk,
            errors: PageErrors::new(),
            typed: StoredValue::new(Vec::new()),
            busy: RwSignal::new(false),
            said: RwSignal::new(None),
        }
    }

    /// Where none is set.
    fn set(self) -> AnyView {
        let idle = StoredValue::new(IDLE_SECONDS);
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            if let Some(typed) = self.new_passphrase(Vec::new()) {
                self.begin();
                let done =
                    move |outcome| self.finish("new-passphrase", outcome, words::IS_SET_EXPLAINED);
                self.desk.set_passphrase(typed, idle.get_value(), done);
            }
        };
        view! {
            {heading(words::SET_PASSPHRASE, self.errors)}
            {self.outcome()}
            <p class="govuk-body-l">{words::SET_LEAD}</p>
            <ul class="govuk-list govuk-list--bullet">
                {words::set_points(self.desk.is_never_open()).map(|point| view! { <li>{point}</li> }).collect_view()}
            </ul>
            <WarningText>{words::SET_WARNING}</WarningText>
            <p class="govuk-body">{words::SET_WAY_OUT}</p>
            <form novalidate on:submit=submit>
                {self.new_boxes()}
                {idle_select(IDLE_SECONDS, Callback::new(move |seconds| idle.set_value(seconds)))}
                {self.working(words::SETTING)}
                <Button text=words::SET_NOW />
            </form>
        }
        .into_any()
    }

    /// Where one is set.
    fn manage(self) -> AnyView {
        view! {
            {heading(words::MANAGE, self.errors)}
            {self.outcome()}
            {self.idle()}
            {self.change()}
            {match self.desk.is_never_open() {
                true => never_removed(),
                false => self.remove(),
            }}
        }
        .into_any()
    }

    fn idle(self) -> AnyView {
        let now = self.desk.idle_seconds().unwrap_or(IDLE_SECONDS);
        let chosen = StoredValue::new(now);
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            self.begin();
            let done = move |outcome| self.finish("idle", outcome, words::IDLE_CHANGED);
            self.desk.change_idle(chosen.get_value(), done);
        };
        view! {
            <form novalidate on:submit=submit>
                {idle_select(now, Callback::new(move |seconds| chosen.set_value(seconds)))}
                <Button text=words::IDLE_SAVE kind=ButtonKind::Secondary />
            </form>
        }
        .into_any()
    }

    fn change(self) -> AnyView {
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let missing = self.missing("present-passphrase").into_iter().collect();
            if let Some(typed) = self.new_passphrase(missing) {
                self.begin();
                let done =
                    move |outcome| self.finish("present-passphrase", outcome, words::CHANGED);
                self.desk.change_passphrase(self.text("present-passphrase"), typed, done);
            }
        };
        view! {
            <h2 class="govuk-heading-m">{words::CHANGE_TITLE}</h2>
            <form novalidate on:submit=submit>
                {self.secret("present-passphrase", words::PRESENT_PASSPHRASE, "")}
                {self.new_boxes()}
                {self.working(words::UNLOCKING)}
                <Button text=words::CHANGE_NOW />
            </form>
        }
        .into_any()
    }

    fn remove(self) -> AnyView {
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let missing = self.missing("passphrase-to-remove");
            if self.errors.show(missing.into_iter().collect()) {
                self.begin();
                let done =
                    move |outcome| self.finish("passphrase-to-remove", outcome, words::REMOVED);
                self.desk.remove_passphrase(self.text("passphrase-to-remove"), done);
            }
        };
        view! {
            <h2 class="govuk-heading-m">{words::REMOVE_TITLE}</h2>
            <p class="govuk-body">{words::REMOVE_EXPLAINED}</p>
            <form novalidate on:submit=submit>
                {self.secret("passphrase-to-remove", words::PRESENT_PASSPHRASE, "")}
                <Button text=words::REMOVE_NOW kind=ButtonKind::Warning />
            </form>
        }
        .into_any()
    }

    fn new_boxes(self) -> AnyView {
        self.boxes_with(words::NEW_PASSPHRASE_HINT)
    }

    /// The two boxes of a new passphrase, with help of the page's own.
    pub(super) fn boxes_with(self, hint: &'static str) -> AnyView {
        view! {
            {self.secret("new-passphrase", words::NEW_PASSPHRASE, hint)}
            {self.secret("passphrase-again", words::AGAIN, "")}
        }
        .into_any()
    }

    fn secret(self, id: &'static str, label: &'static str, hint: &'static str) -> AnyView {
        let typed = move |text: String| {
            self.typed.update_value(|all| {
                all.retain(|(known, _)| *known != id);
                all.push((id, text));
            });
        };
        view! {
            <PasswordInput id=id label=Caption::new(label).size(Size::S) hint=hint called="passphrase" autocomplete="off"
                on_input=typed error=self.errors.of(id) />
        }
        .into_any()
    }

    fn text(self, id: &str) -> String {
        let found = |all: &Vec<(&'static str, String)>| {
            all.iter().find(|(known, _)| *known == id).map(|(_, text)| composed(text))
        };
        self.typed.with_value(found).unwrap_or_default()
    }

    fn missing(self, id: &'static str) -> Option<PageError> {
        self.text(id).is_empty().then(|| PageError::new(id, words::ENTER_PASSPHRASE))
    }

    /// The new passphrase, if it was typed well twice and nothing else is wrong.
    pub(super) fn new_passphrase(self, mut wrong: Vec<PageError>) -> Option<TypedTwice> {
        if self.busy.get_untracked() {
            return None;
        }
        let typed =
            TypedTwice { first: self.text("new-passphrase"), again: self.text("passphrase-again") };
        if let Err(error) = check_passphrase(&typed.first) {
            wrong.push(PageError::new("new-passphrase", error.to_string()));
        } else if typed.again.is_empty() {
            wrong.push(PageError::new("passphrase-again", words::ENTER_AGAIN));
        } else if typed.again != typed.first {
            wrong.push(PageError::new("passphrase-again", words::PASSPHRASES_DIFFER));
        }
        self.errors.show(wrong).then_some(typed)
    }

    pub(super) fn begin(self) {
        self.said.set(None);
        self.busy.set(true);
    }

    pub(super) fn finish(
        self,
        question: &'static str,
        outcome: Result<(), String>,
        done: impl Into<String>,
    ) {
        let _ = self.busy.try_set(false);
        match outcome {
            Ok(()) => {
                self.typed.try_update_value(Vec::clear);
                let _ = self.said.try_set(Some(done.into()));
                focus_heading();
            }
            Err(why) => drop(self.errors.show(vec![PageError::new(question, why)])),
        }
    }

    pub(super) fn outcome(self) -> AnyView {
        let said = move || self.said.get().map(|text| view! { <InsetText>{text}</InsetText> });
        view! { <div role="status">{said}</div> }.into_any()
    }

    pub(super) fn working(self, text: &'static str) -> AnyView {
        view! { <p class="govuk-body" role="status">{move || self.busy.get().then_some(text)}</p> }
            .into_any()
    }
}

/// How long nobody may use a page; one that was set otherwise stays among the choices.
fn idle_select(now: u32, on_change: Callback<u32>) -> AnyView {
    let mut minutes = words::IDLE_MINUTES.to_vec();
    if now.is_multiple_of(60) && !minutes.contains(&(now / 60)) {
        minutes.push(now / 60);
    }
    let items = minutes
        .into_iter()
        .map(|number| SelectItem::new((number * 60).to_string(), words::minutes(number)));
    view! {
        <Select id="idle" label=Caption::new(words::LOCK_AFTER).size(Size::S) items=items.collect() value=now.to_string()
            on_change=move |text: String| {
                if let Ok(seconds) = text.parse() {
                    on_change.run(seconds);
                }
            } />
    }
    .into_any()
}
