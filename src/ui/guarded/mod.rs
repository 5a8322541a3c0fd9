//! What the identifier guard finds in a text box, told under it when typing rests (I-02 to I-06).
//!
//! Typing itself waits for nothing: each key only winds up a timer. What is found
//! is the core's to say; a click writes a role into the box as if it were typed.
//! Both programs have such boxes: which guard looks through them, and what becomes
//! of a reason to keep something, each says by its [`Watch`].

mod words;

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::typing;
use crate::check::{Extent, i06_extent};
use crate::guard::{Guard, Level, replaced_everywhere, utf16_range};
use crate::ui::anew::built_anew;

/// How long typing rests before the box is looked through.
const PAUSE: Duration = Duration::from_millis(700);

/// What a rule only warns of in one box: its id, and what a reason has to cover.
pub type Warned = (&'static str, Extent);

/// What a program knows of the boxes that it guards.
pub trait Watch: Copy + Send + Sync + 'static {
    /// Reads the guard; nothing where the page's return or round has closed.
    fn guard<T: Default>(&self, read: impl FnOnce(&Guard) -> T) -> T;

    /// What to do about something that may not stay.
    fn must_go(&self) -> &'static str;

    /// Whether what is only warned of may stay for a reason.
    fn takes_reasons(&self) -> bool;

    /// Where the reasons are typed, for the box with this id (I-06).
    fn reasons(&self, id: &str, warned: Vec<Warned>) -> AnyView;

    /// Told once a role was written into a box.
    fn written(&self);

    /// What else is to be said of a text as it stands, under the box with this id.
    fn note(&self, _id: &str, _text: &str) -> Option<String> {
        None
    }
}

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
    warned: Vec<Warned>,
    note: Option<String>,
}

#[derive(Clone, Copy)]
struct Guarded<W: Watch> {
    watch: W,
    id: StoredValue<String>,
    seen: RwSignal<Seen>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// Id of what describes a guarded box: give it to the box as `described_by`.
pub fn found_under(id: &str) -> String {
    [id, "-found"].concat()
}

/// A text box that the guard looks through. `id` is the box's.
pub fn guarded_box<W: Watch>(watch: W, id: &str, text_box: AnyView) -> AnyView {
    let guarded = Guarded {
        watch,
        id: StoredValue::new(id.to_owned()),
        seen: RwSignal::new(Seen::default()),
        timer: StoredValue::new(None),
    };
    // Once the box stands on the page, with what was written before.
    request_animation_frame(move || guarded.look());
    on_cleanup(move || guarded.stop());
    let is_any = Memo::new(move |_| guarded.seen.with(|seen| !seen.items.is_empty()));
    let told = move || words::heard(guarded.seen.with(|seen| seen.items.len()));
    let found = move || guarded.seen.with(|seen| guarded.in_words(seen));
    view! {
        <div class="app-guarded">
            <div on:input=move |_| guarded.wind_up() on:focusout=move |_| guarded.look()>
                {text_box}
            </div>
            <p id=found_under(id) hidden>{found}</p>
            <div class="govuk-visually-hidden" role="status">{told}</div>
            {move || guarded.note()}
            {move || is_any.get().then(|| guarded.list())}
        </div>
    }
    .into_any()
}

impl<W: Watch> Guarded<W> {
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
        let note = self.watch.note(&id, &text);
        let now = Seen { note, ..self.watch.guard(|guard| looked_through(guard, &text)) };
        if self.seen.try_with_untracked(|seen| *seen != now) == Some(true) {
            let _ = self.seen.try_set(now);
        }
    }

    /// What is found, in sentences: the box is described by them.
    fn in_words(self, seen: &Seen) -> String {
        let sentence =
            |it: &Item| [&words::is_found(&it.quoted, it.label), " ", self.to_do(it)].concat();
        let found = seen.items.iter().map(sentence);
        seen.note.clone().into_iter().chain(found).collect::<Vec<String>>().join(" ")
    }

    fn note(self) -> Option<AnyView> {
        let text = self.seen.with(|seen| seen.note.clone())?;
        Some(view! { <p class="govuk-body-s app-copied">{text}</p> }.into_any())
    }

    fn to_do(self, item: &Item) -> &'static str {
        match item.level {
            Level::Warn if self.watch.takes_reasons() => words::SHOULD_GO,
            Level::Warn | Level::Block => self.watch.must_go(),
        }
    }

    /// Writes `offer` wherever these words stand, in one edit, and goes back to the box.
    fn replace(self, quoted: &str, offer: &str) {
        let Some(id) = self.id.try_get_value() else { return };
        let Some(text) = typing::text_in(&id) else { return };
        let edit =
            self.watch.guard(|guard| replaced_everywhere(&text, &guard.find(&text), quoted, offer));
        if let Some(edit) = edit {
            let _ = typing::write(&id, utf16_range(&text, &edit.range), &edit.text);
        }
        self.look();
        self.watch.written();
    }

    fn list(self) -> AnyView {
        let lines = move || {
            let items = self.seen.with(|seen| seen.items.clone());
            items.into_iter().map(|item| self.line(item)).collect::<Vec<AnyView>>()
        };
        // Made anew where there is other to give a reason for, never while somebody types one.
        let warned = Memo::new(move |_| self.seen.with(|seen| seen.warned.clone()));
        let reasons = move || {
            let warned = warned.get();
            let is_asked = self.watch.takes_reasons() && !warned.is_empty();
            let forms = || built_anew(self.watch.reasons(&self.id.get_value(), warned));
            is_asked.then(|| untrack(forms))
        };
        view! { <div class="app-guard">{lines}{reasons}</div> }.into_any()
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
}

fn looked_through(guard: &Guard, text: &str) -> Seen {
    let warned = ["I-02", "I-03", "I-04"].map(|rule| (rule, i06_extent(guard, text, rule)));
    let warned = warned.into_iter().filter(|(_, extent)| extent.count > 0);
    Seen { items: items(guard, text), warned: warned.collect(), note: None }
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
