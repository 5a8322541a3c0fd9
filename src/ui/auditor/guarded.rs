//! What the identifier guard finds in a text box, told under it when typing rests (I-02 to I-06).
//!
//! Typing itself waits for nothing: each key only winds up a timer. What is found
//! is the core's to say; a click writes a role into the box as if it were typed.

use std::time::Duration;

use leptos::prelude::*;

use super::controls::saves;
use super::desk::Desk;
use super::words;
use crate::browser::typing;
use crate::guard::{Level, replaced_everywhere, utf16_range};
use crate::store::Change;
use crate::ui::govuk::{Caption, Details, TextInput};

/// How long typing rests before the box is looked through.
const PAUSE: Duration = Duration::from_millis(700);

/// The same words, wherever they stand in one box.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    quoted: String,
    label: &'static str,
    rule: &'static str,
    level: Level,
    /// How often they stand there.
    times: u32,
    offers: Vec<String>,
}

#[derive(Clone, Copy)]
struct Guarded {
    desk: Desk,
    id: StoredValue<String>,
    found: RwSignal<Vec<Item>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// A text box that the guard looks through. `id` is the box's, and the key of its place.
pub fn guarded(desk: Desk, id: &str, text_box: impl IntoView + 'static) -> AnyView {
    let guarded = Guarded {
        desk,
        id: StoredValue::new(id.to_owned()),
        found: RwSignal::new(Vec::new()),
        timer: StoredValue::new(None),
    };
    // Once the box stands on the page, with what was written before.
    request_animation_frame(move || guarded.look());
    on_cleanup(move || guarded.stop());
    let told = move || words::heard(guarded.found.with(Vec::len));
    view! {
        <div class="app-guarded">
            <div on:input=move |_| guarded.wind_up() on:focusout=move |_| guarded.look()>
                {text_box.into_any()}
            </div>
            <div class="govuk-visually-hidden" role="status">{told}</div>
            {move || guarded.list()}
        </div>
    }
    .into_any()
}

impl Guarded {
    fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn wind_up(self) {
        self.stop();
        let timer = set_timeout_with_handle(move || self.look(), PAUSE).ok();
        let _ = self.timer.try_update_value(|kept| *kept = timer);
    }

    /// Looks the box through now.
    fn look(self) {
        self.stop();
        let Some(id) = self.id.try_get_value() else { return };
        let Some(text) = typing::text_in(&id) else { return };
        let items = self.items(&text);
        if self.found.try_with_untracked(|found| *found != items) == Some(true) {
            let _ = self.found.try_set(items);
        }
    }

    fn items(self, text: &str) -> Vec<Item> {
        self.desk.with(|open| {
            let guard = open.guard();
            let mut items: Vec<Item> = Vec::new();
            for one in guard.find(text) {
                let quoted = one.quoted(text);
                let known = |it: &&mut Item| it.quoted == quoted && it.level == one.level;
                if let Some(item) = items.iter_mut().find(known) {
                    item.times += 1;
                    continue;
                }
                items.push(Item {
                    quoted: quoted.to_owned(),
                    label: one.kind.label(),
                    rule: one.kind.rule(),
                    level: one.level,
                    times: 1,
                    offers: guard.suggestions(text, &one),
                });
            }
            items
        })
    }

    /// Writes `offer` wherever these words stand, in one edit, and goes back to the box.
    fn replace(self, quoted: &str, offer: &str) {
        let id = self.id.get_value();
        let Some(text) = typing::text_in(&id) else { return };
        let edit = self
            .desk
            .with(|open| replaced_everywhere(&text, &open.guard().find(&text), quoted, offer));
        if let Some(edit) = edit {
            let _ = typing::write(&id, utf16_range(&text, &edit.range), &edit.text);
        }
        self.look();
        self.desk.save_now();
    }

    fn list(self) -> Option<AnyView> {
        let items = self.found.get();
        if items.is_empty() {
            return None;
        }
        let rules = ["I-02", "I-03", "I-04"];
        let reasons: Vec<_> = rules.iter().filter_map(|rule| self.reason(rule, &items)).collect();
        let lines: Vec<_> = items.into_iter().map(|item| self.line(item)).collect();
        Some(view! { <div class="app-guard">{lines}{reasons}</div> }.into_any())
    }

    fn line(self, item: Item) -> AnyView {
        let Item { quoted, label, level, offers, .. } = item;
        let what = words::is_found(&quoted, label);
        let to_do = match level {
            Level::Block => words::MUST_GO,
            Level::Warn => words::SHOULD_GO,
        };
        let buttons: Vec<_> =
            offers.into_iter().map(|offer| self.button(quoted.clone(), offer)).collect();
        view! {
            <p class="govuk-body-s app-guard__found"><strong>{what}</strong>" "{to_do}</p>
            <p class="govuk-body-s app-guard__offers">{words::WRITE_INSTEAD}{buttons}</p>
        }
        .into_any()
    }

    fn button(self, quoted: String, offer: String) -> AnyView {
        let instead = words::instead_of(&quoted);
        let shown = offer.clone();
        let write = move |_| self.replace(&quoted, &offer);
        view! {
            " "
            <button type="button" class="app-link-button" on:click=write>{shown}
                <span class="govuk-visually-hidden">{instead}</span></button>
        }
        .into_any()
    }

    /// One reason for all that a rule only warns of in this box (I-06).
    fn reason(self, rule: &'static str, items: &[Item]) -> Option<AnyView> {
        let warned = items.iter().filter(|it| it.rule == rule && it.level == Level::Warn);
        let covers: u32 = warned.map(|it| it.times).sum();
        if covers == 0 {
            return None;
        }
        let (desk, place) = (self.desk, self.id.get_value());
        let given = desk.with(|open| {
            let mut given = open.ret.explanations.iter();
            given.find(|it| it.rule == rule && it.place == place).cloned()
        });
        let outgrown = given.as_ref().is_some_and(|it| it.covers < covers);
        let value = given.filter(|_| !outgrown).map(|it| it.reason).unwrap_or_default();
        let kept = !value.is_empty();
        let id = [&place, "-keep-", rule].concat();
        let on_input = Callback::new(move |reason: String| {
            let (rule, place) = (rule.to_owned(), place.clone());
            desk.edit(Change::Explanation { rule, place, reason, covers });
        });
        let more = outgrown.then(|| view! { <p class="govuk-body-s">{words::MORE_FOUND}</p> });
        Some(
            view! {
                <Details summary=words::KEEP_IT open=kept || outgrown class="app-guard__keep">
                    {more}
                    <TextInput id=id label=Caption::new(words::KEEP_REASON) hint=words::KEEP_HINT value=value
                        on_input=on_input on_blur=saves(desk) />
                </Details>
            }
            .into_any(),
        )
    }
}
