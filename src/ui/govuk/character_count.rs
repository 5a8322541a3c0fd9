//! `character-count`: longer text with a limit that is told, never enforced while typing.

use std::time::Duration;

use leptos::prelude::*;

use super::form_group::Question;
use super::parts::{LIVE, classes, given, sub_id, tell, when};
use super::textarea::Area;
use super::{Caption, words};
use crate::text::character_count;

/// What is counted, and how much is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// What a person sees as one ([`character_count`]). Check against the same.
    Characters(usize),
    /// Runs of anything but white space.
    Words(usize),
}

impl Limit {
    fn allowed(self) -> usize {
        match self {
            Self::Characters(limit) | Self::Words(limit) => limit,
        }
    }

    /// How much of the limit `text` uses.
    pub fn used(self, text: &str) -> usize {
        match self {
            Self::Characters(_) => character_count(text),
            Self::Words(_) => text.split_whitespace().count(),
        }
    }

    fn units(self) -> [&'static str; 2] {
        match self {
            Self::Characters(_) => ["character", "characters"],
            Self::Words(_) => ["word", "words"],
        }
    }

    fn message(self, used: usize) -> String {
        let [unit, units] = self.units();
        words::count_message(used, self.allowed(), unit, units)
    }
}

/// Longer text with a limit. Nothing is cut; the count is shown from `threshold` per cent on and read to
/// screen readers a second after the last key.
#[component]
pub fn CharacterCount(
    /// The textarea's id and the stem of the others (`{id}-info`, `{id}-hint`, `{id}-error`).
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    label: Caption,
    /// How much is allowed.
    limit: Limit,
    /// Per cent of the limit from which the count is shown.
    #[prop(default = Some(75))]
    threshold: Option<u8>,
    /// Help under the label.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// First text.
    #[prop(optional, into)]
    value: String,
    /// Called at every change with the whole text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Called on leaving the box: the moment to save at once.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// Form name; the id if not given.
    #[prop(optional, into)]
    name: String,
    /// Height in lines.
    #[prop(default = 5)]
    rows: u32,
    /// Whether the browser checks spelling.
    #[prop(optional)]
    spellcheck: Option<bool>,
    /// Words for screen readers on how much is allowed, if others.
    #[prop(optional, into)]
    description: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// Ids of other elements that describe the textarea.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the count.
    #[prop(optional, into)]
    message_class: String,
    /// More class names of the group.
    #[prop(optional, into)]
    group_class: String,
) -> impl IntoView {
    let used = RwSignal::new(limit.used(&value));
    let info = sub_id(&id, "info");
    let group_class = classes(&["govuk-character-count", &group_class]);
    let described_by = classes(&[&described_by, &info]);
    let question = Question { id, hint, error, described_by, group_class };
    let typed = Callback::new(move |text: String| {
        used.set(limit.used(&text));
        tell(on_input, text);
    });
    let class = classes(&["govuk-js-character-count", &class]);
    let area = Area {
        name,
        value,
        rows,
        spellcheck,
        autocomplete: None,
        class,
        on_input: Some(typed),
        on_blur,
    };
    let area_class = move || {
        let wrong = error.with(Option::is_some) || (LIVE && used.get() > limit.allowed());
        classes(&["govuk-textarea", when(wrong, "govuk-textarea--error")])
    };
    let area = area.view(&question, Signal::derive(area_class));
    let [_, units] = limit.units();
    let description =
        given(description).unwrap_or_else(|| words::count_limit(limit.allowed(), units));
    let message = classes(&["govuk-character-count__message", &message_class]);
    let description_class = classes(&["govuk-hint", &message, when(LIVE, "govuk-visually-hidden")]);
    let status = LIVE.then(|| Count { limit, threshold, used, class: message }.view());
    let control = view! { {area}<div id=info class=description_class>{description}</div>{status} };
    let words = matches!(limit, Limit::Words(_));
    let allowed = limit.allowed().to_string();
    let class = question.group_class();
    view! {
        <div
            class=class
            data-module="govuk-character-count"
            data-maxlength=allowed
            data-threshold=threshold.map(|threshold| threshold.to_string())
            data-count-type=words.then_some("words")
        >
            {question.labelled_inner(label, control.into_any())}
        </div>
    }
}

/// The count as govuk-frontend's script shows it: for the eye at once, for the ear when typing rests.
#[derive(Clone)]
struct Count {
    limit: Limit,
    threshold: Option<u8>,
    used: RwSignal<usize>,
    class: String,
}

impl Count {
    /// Whether the count is to be told.
    fn told(&self) -> bool {
        let share = usize::from(self.threshold.unwrap_or(0));
        self.used.get() * 100 >= self.limit.allowed() * share
    }

    fn view(self) -> AnyView {
        let said = RwSignal::new(String::new());
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let count = self.clone();
        Effect::new(move |first: Option<()>| {
            let words =
                if count.told() { count.limit.message(count.used.get()) } else { String::new() };
            if let Some(timer) = timer.try_update_value(Option::take).flatten() {
                timer.clear();
            }
            if first.is_some() {
                let say = move || drop(said.try_set(words));
                timer.set_value(set_timeout_with_handle(say, Duration::from_secs(1)).ok());
            }
        });
        on_cleanup(move || {
            if let Some(timer) = timer.try_update_value(Option::take).flatten() {
                timer.clear();
            }
        });
        let Self { limit, used, ref class, .. } = self;
        let class = class.clone();
        let seen = move || {
            let over = used.get() > limit.allowed();
            classes(&[
                "govuk-character-count__status",
                &class,
                if over { "govuk-error-message" } else { "govuk-hint" },
                when(!self.told(), "govuk-character-count__message--disabled"),
            ])
        };
        view! {
            <div class="govuk-character-count__sr-status govuk-visually-hidden" aria-live="polite">{said}</div>
            <div class=seen aria-hidden="true">{move || limit.message(used.get())}</div>
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_words_are_counted_as_a_person_would() {
        assert_eq!(Limit::Characters(10).used("né à"), 4);
        assert_eq!(Limit::Characters(10).used("\u{1f469}\u{200d}\u{1f467}, ne\u{301}e"), 6);
        assert_eq!(Limit::Words(10).used("  two\nwords "), 2);
    }

    #[test]
    fn the_message_says_how_many_are_left_or_too_many() {
        assert_eq!(Limit::Characters(10).message(10), "You have 0 characters remaining");
        assert_eq!(Limit::Characters(10).message(9), "You have 1 character remaining");
        assert_eq!(Limit::Words(10).message(12), "You have 2 words too many");
    }
}
