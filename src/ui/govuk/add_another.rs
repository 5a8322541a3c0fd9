//! Our own: a list of like things to which one can add, each kept as soon as it is written.

use std::sync::Arc;

use leptos::prelude::*;

use super::heading::heading;
use super::parts::{sub_id, tell};
use super::{Button, ButtonGroup, ButtonKind, focus, words};

/// What one row of a list holds, made from its key.
#[derive(Clone)]
pub struct RowView(Arc<dyn Fn(String) -> AnyView + Send + Sync>);

impl<F, V> From<F> for RowView
where
    F: Fn(String) -> V + Send + Sync + 'static,
    V: IntoAny,
{
    fn from(row: F) -> Self {
        Self(Arc::new(move |key| row(key).into_any()))
    }
}

/// Rows of the same questions. Adding focuses the new row's first control; Remove asks only if the row
/// holds something, and afterwards focuses the list's heading.
#[component]
pub fn AddAnother(
    /// Stem of the ids.
    #[prop(into)]
    id: String,
    /// Heading of the list: "Strengths".
    #[prop(into)]
    title: String,
    /// Level of the heading.
    #[prop(default = 2)]
    level: u8,
    /// Help under the heading.
    #[prop(optional, into)]
    hint: String,
    /// One of them: "Strength".
    #[prop(into)]
    name: String,
    /// "Add a strength", while there is none.
    #[prop(into)]
    add_first: String,
    /// "Add another strength".
    #[prop(into)]
    add_more: String,
    /// Keys of the rows, in order; a key stays with its row.
    #[prop(into)]
    rows: Signal<Vec<String>>,
    /// The questions of a row: `move |key: String| view! { ... }`.
    #[prop(into)]
    row: RowView,
    /// Adds a row at the end of `rows`.
    #[prop(into)]
    on_add: Callback<()>,
    /// Removes the row of this key from `rows`.
    #[prop(into)]
    on_remove: Callback<String>,
    /// Whether the row of this key holds something.
    #[prop(into)]
    holds: Callback<String, bool>,
) -> impl IntoView {
    let list = List { id: id.clone(), name, rows, row, on_remove, holds };
    let title_id = sub_id(&id, "title");
    let heading = heading(level, "govuk-heading-m".to_owned(), Some(title_id), title.into_any());
    let stem = id.clone();
    let add = move |()| {
        tell(Some(on_add), ());
        let stem = stem.clone();
        focus::once_shown(move || {
            let last = rows.try_with_untracked(|rows| rows.last().cloned()).flatten();
            if let Some(key) = last {
                focus::focus_first_control(&sub_id(&stem, &key));
            }
        });
    };
    let add_button = move || {
        let text = if rows.with(Vec::is_empty) { add_first.clone() } else { add_more.clone() };
        view! { <Button text=text kind=ButtonKind::Secondary on_click=add.clone() /> }
    };
    view! {
        <div class="app-add-another" id=id>
            {heading}
            {(!hint.is_empty()).then(|| view! { <p class="govuk-hint">{hint}</p> })}
            <For each=move || rows.get() key=Clone::clone children=move |key| list.row(key) />
            {add_button}
        </div>
    }
}

#[derive(Clone)]
struct List {
    id: String,
    name: String,
    rows: Signal<Vec<String>>,
    row: RowView,
    on_remove: Callback<String>,
    holds: Callback<String, bool>,
}

impl List {
    fn row(&self, key: String) -> AnyView {
        let id = sub_id(&self.id, &key);
        let called = self.called(key.clone());
        let questions = (self.row.0)(key.clone());
        view! {
            <fieldset class="govuk-fieldset app-add-another__row" id=id>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{called}</legend>
                {questions}
                {self.remove(key, called)}
            </fieldset>
        }
        .into_any()
    }

    /// "Strength 2", by the row's place now.
    fn called(&self, key: String) -> Signal<String> {
        let (name, rows) = (self.name.clone(), self.rows);
        Signal::derive(move || {
            let place = rows.with(|rows| rows.iter().position(|row| *row == key));
            words::numbered(&name, place.map_or(0, |place| place + 1))
        })
    }

    /// The remove button, or the question whether to remove.
    fn remove(&self, key: String, called: Signal<String>) -> AnyView {
        let asking = RwSignal::new(false);
        let (on_remove, holds) = (self.on_remove, self.holds);
        let row_id = sub_id(&self.id, &key);
        let (ask_id, yes_id) = (sub_id(&row_id, "remove"), sub_id(&row_id, "confirm"));
        let title_id = sub_id(&self.id, "title");
        let remove = {
            let key = key.clone();
            move |()| {
                tell(Some(on_remove), key.clone());
                focus_later(title_id.clone());
            }
        };
        let ask = move || {
            let remove = remove.clone();
            let (ask, yes) = (ask_id.clone(), yes_id.clone());
            if asking.get() {
                let keep = move |()| {
                    asking.set(false);
                    focus_later(ask.clone());
                };
                return view! {
                    <p class="govuk-body">{move || words::remove_question(&called.get())}</p>
                    <ButtonGroup>
                        <Button text=words::REMOVE_YES kind=ButtonKind::Warning id=yes on_click=remove />
                        <Button text=words::REMOVE_NO kind=ButtonKind::Secondary on_click=keep />
                    </ButtonGroup>
                }
                .into_any();
            }
            let key = key.clone();
            let press = move |()| match holds.try_run(key.clone()) {
                Some(true) => {
                    asking.set(true);
                    focus_later(yes.clone());
                }
                Some(false) => remove(()),
                None => {}
            };
            let text = words::remove(&called.get());
            view! { <Button text=text kind=ButtonKind::Secondary id=ask on_click=press /> }
                .into_any()
        };
        ask.into_any()
    }
}

/// Focuses the element once the view has followed the change.
fn focus_later(id: String) {
    focus::once_shown(move || {
        focus::focus_region(&id);
    });
}
