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
use crate::check::{Extent, i06_extent};
use crate::guard::{Guard, Level, replaced_everywhere, utf16_range};
use crate::store::Change;
use crate::ui::govuk::{Caption, Details, TextInput};

/// How long typing rests before the box is looked through.
const PAUSE: Duration = Duration::from_millis(700);

/// The same words, wherever they stand in one box.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    quoted: String,
    label: &'static str,
    level: Level,
    offers: Vec<String>,
}

/// What was found in one box.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Seen {
    items: Vec<Item>,
    /// What a reason has to cover, by rule.
    warned: Vec<(&'static str, Extent)>,
    /// The case that the text was copied from, while it reads as it was copied (EC-01).
    copied_from: Option<String>,
}

/// Whether a finding may stay for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reasons {
    Taken,
    NotTaken,
}

#[derive(Clone, Copy)]
struct Guarded {
    desk: Desk,
    id: StoredValue<String>,
    seen: RwSignal<Seen>,
    timer: StoredValue<Option<TimeoutHandle>>,
    reasons: Reasons,
}

/// Id of what describes a guarded box: give it to the box as `described_by`.
pub fn found_under(id: &str) -> String {
    [id, "-found"].concat()
}

/// A text box that the guard looks through. `id` is the box's, and the key of its place.
pub fn guarded(desk: Desk, id: &str, text_box: impl IntoView + 'static) -> AnyView {
    guarded_as(desk, id, Reasons::Taken, text_box.into_any())
}

/// The same for a box outside the return, in which nothing may stay for a reason.
pub fn guarded_strictly(desk: Desk, id: &str, text_box: impl IntoView + 'static) -> AnyView {
    guarded_as(desk, id, Reasons::NotTaken, text_box.into_any())
}

fn guarded_as(desk: Desk, id: &str, reasons: Reasons, text_box: AnyView) -> AnyView {
    let guarded = Guarded {
        desk,
        id: StoredValue::new(id.to_owned()),
        seen: RwSignal::new(Seen::default()),
        timer: StoredValue::new(None),
        reasons,
    };
    // Once the box stands on the page, with what was written before.
    request_animation_frame(move || guarded.look());
    on_cleanup(move || guarded.stop());
    let told = move || words::heard(guarded.seen.with(|seen| seen.items.len()));
    let found = move || guarded.seen.with(|seen| guarded.in_words(seen));
    view! {
        <div class="app-guarded">
            <div on:input=move |_| guarded.wind_up() on:focusout=move |_| guarded.look()>
                {text_box}
            </div>
            <p id=found_under(id) hidden>{found}</p>
            <div class="govuk-visually-hidden" role="status">{told}</div>
            {move || guarded.mark()}
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
        let now = self.desk.with(|open| Seen {
            copied_from: open.record.copied_from(&id, &text).map(str::to_owned),
            ..self.looked_through(open.guard(), &text)
        });
        if self.seen.try_with_untracked(|seen| *seen != now) == Some(true) {
            let _ = self.seen.try_set(now);
        }
    }

    fn looked_through(self, guard: &Guard, text: &str) -> Seen {
        let warned = ["I-02", "I-03", "I-04"].map(|rule| (rule, i06_extent(guard, text, rule)));
        let warned = warned.into_iter().filter(|(_, extent)| extent.count > 0);
        Seen { items: items(guard, text), warned: warned.collect(), copied_from: None }
    }

    /// What is found, in sentences: the box is described by them.
    fn in_words(self, seen: &Seen) -> String {
        let sentence =
            |it: &Item| [&words::is_found(&it.quoted, it.label), " ", self.to_do(it)].concat();
        let mark = seen.copied_from.iter().map(|from| words::copied_mark(from));
        mark.chain(seen.items.iter().map(sentence)).collect::<Vec<String>>().join(" ")
    }

    /// That the text was copied from another case, until somebody changes it.
    fn mark(self) -> Option<AnyView> {
        let text = self.seen.with(|seen| seen.copied_from.as_deref().map(words::copied_mark))?;
        Some(view! { <p class="govuk-body-s app-copied">{text}</p> }.into_any())
    }

    fn to_do(self, item: &Item) -> &'static str {
        match (item.level, self.reasons) {
            (Level::Block, _) | (Level::Warn, Reasons::NotTaken) => words::MUST_GO,
            (Level::Warn, Reasons::Taken) => words::SHOULD_GO,
        }
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
        let Seen { items, warned, copied_from: _ } = self.seen.get();
        if items.is_empty() {
            return None;
        }
        let reasons = warned.into_iter().filter(|_| self.reasons == Reasons::Taken);
        let reasons: Vec<_> = reasons.map(|(rule, extent)| self.reason(rule, extent)).collect();
        let lines: Vec<_> = items.into_iter().map(|item| self.line(item)).collect();
        Some(view! { <div class="app-guard">{lines}{reasons}</div> }.into_any())
    }

    fn line(self, item: Item) -> AnyView {
        let to_do = self.to_do(&item);
        let Item { quoted, label, offers, .. } = item;
        let what = words::is_found(&quoted, label);
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
    fn reason(self, rule: &'static str, extent: Extent) -> AnyView {
        let (desk, place) = (self.desk, self.id.get_value());
        let given = desk.with(|open| {
            let mut given = open.ret.explanations.iter();
            given.find(|it| it.rule == rule && it.place == place).cloned()
        });
        let outgrown = given.as_ref().is_some_and(|it| !extent.is_covered_by(it));
        let value = given.filter(|_| !outgrown).map(|it| it.reason).unwrap_or_default();
        let kept = !value.is_empty();
        let id = [&place, "-keep-", rule].concat();
        let on_input = Callback::new(move |reason: String| {
            desk.edit(reason_for(rule, place.clone(), reason, &extent));
        });
        let more = outgrown.then(|| view! { <p class="govuk-body-s">{words::MORE_FOUND}</p> });
        view! {
                <Details summary=words::KEEP_IT open=kept || outgrown class="app-guard__keep">
                    {more}
                    <TextInput id=id label=Caption::new(words::KEEP_REASON) hint=words::KEEP_HINT value=value
                        on_input=on_input on_blur=saves(desk) />
                </Details>
            }
            .into_any()
    }
}

/// The change that gives a reason for all that a notice is about (I-06).
pub fn reason_for(rule: &str, place: String, reason: String, extent: &Extent) -> Change {
    let Extent { count: covers, texts: kept } = extent.clone();
    Change::Explanation { rule: rule.to_owned(), place, reason, covers, kept }
}

/// What is found in a text, the same words once.
fn items(guard: &Guard, text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for one in guard.find(text) {
        let quoted = one.quoted(text);
        let known = |it: &Item| it.quoted == quoted && it.level == one.level;
        if !items.iter().any(known) {
            items.push(Item {
                quoted: quoted.to_owned(),
                label: one.kind.label(),
                level: one.level,
                offers: guard.suggestions(text, &one),
            });
        }
    }
    items
}
