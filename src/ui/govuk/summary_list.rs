//! `summary-list`: questions and answers, to check or to change; as a card where there are several.

use leptos::prelude::*;

use super::ActionLink;
use super::heading::heading;
use super::parts::{classes, when};

/// One question and its answer.
pub struct SummaryRow {
    key: String,
    value: AnyView,
    actions: Vec<ActionLink>,
    class: String,
    key_class: String,
    value_class: String,
}

impl SummaryRow {
    /// An answer in plain text.
    pub fn text(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(key, value.into())
    }

    /// Any answer: paragraphs, or a link "Enter ..." where it is missing.
    pub fn new(key: impl Into<String>, value: impl IntoAny) -> Self {
        let (key, value) = (key.into(), value.into_any());
        Self {
            key,
            value,
            actions: Vec::new(),
            class: String::new(),
            key_class: String::new(),
            value_class: String::new(),
        }
    }

    /// Adds a link beside the answer.
    #[must_use]
    pub fn action(mut self, action: ActionLink) -> Self {
        self.actions.push(action);
        self
    }

    /// More class names.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        Self { class: class.into(), ..self }
    }

    /// More class names of the question: `govuk-!-width-one-half`.
    #[must_use]
    pub fn key_class(self, class: impl Into<String>) -> Self {
        Self { key_class: class.into(), ..self }
    }

    /// More class names of the answer.
    #[must_use]
    pub fn value_class(self, class: impl Into<String>) -> Self {
        Self { value_class: class.into(), ..self }
    }
}

/// The card around a list.
#[derive(Debug, Clone)]
pub struct SummaryCard {
    title: String,
    level: u8,
    actions: Vec<ActionLink>,
}

impl SummaryCard {
    /// A card with an `h2`.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), level: 2, actions: Vec::new() }
    }

    /// Level of its title.
    #[must_use]
    pub fn level(self, level: u8) -> Self {
        Self { level, ..self }
    }

    /// Adds a link beside the title.
    #[must_use]
    pub fn action(mut self, action: ActionLink) -> Self {
        self.actions.push(action);
        self
    }
}

/// Questions and answers.
#[component]
pub fn SummaryList(
    /// Rows, in the order of the questions.
    rows: Vec<SummaryRow>,
    /// The card around the list.
    #[prop(optional)]
    card: Option<SummaryCard>,
    /// More class names of the list.
    #[prop(optional, into)]
    class: String,
    /// More class names of the card.
    #[prop(optional, into)]
    card_class: String,
) -> impl IntoView {
    let actions = rows.iter().any(|row| !row.actions.is_empty());
    let title = card.as_ref().map(|card| card.title.clone()).unwrap_or_default();
    let rows: Vec<AnyView> = rows.into_iter().map(|row| row_view(row, actions, &title)).collect();
    let list = view! { <dl class=classes(&["govuk-summary-list", &class])>{rows}</dl> }.into_any();
    match card {
        Some(card) => card_view(card, &card_class, list),
        None => list,
    }
}

fn row_view(row: SummaryRow, any_actions: bool, card: &str) -> AnyView {
    let bare = any_actions && row.actions.is_empty();
    let actions = links(
        row.actions,
        card,
        ["govuk-summary-list__actions-list", "govuk-summary-list__actions-list-item"],
    )
    .map(|links| view! { <dd class="govuk-summary-list__actions">{links}</dd> });
    let class = classes(&[
        "govuk-summary-list__row",
        when(bare, "govuk-summary-list__row--no-actions"),
        &row.class,
    ]);
    view! {
        <div class=class>
            <dt class=classes(&["govuk-summary-list__key", &row.key_class])>{row.key}</dt>
            <dd class=classes(&["govuk-summary-list__value", &row.value_class])>{row.value}</dd>
            {actions}
        </div>
    }
    .into_any()
}

/// One link by itself, several as a list of the classes given (list, item).
fn links(
    mut actions: Vec<ActionLink>,
    card: &str,
    [list, item]: [&'static str; 2],
) -> Option<AnyView> {
    if actions.len() < 2 {
        return actions.pop().map(|action| action.view(card));
    }
    let items: Vec<_> = actions
        .into_iter()
        .map(|action| view! { <li class=item>{action.view(card)}</li> })
        .collect();
    Some(view! { <ul class=list>{items}</ul> }.into_any())
}

fn card_view(card: SummaryCard, class: &str, list: AnyView) -> AnyView {
    const ACTIONS: &str = "govuk-summary-card__actions";
    let SummaryCard { title, level, actions } = card;
    let single = actions.len() == 1;
    let actions =
        links(actions, &title, [ACTIONS, "govuk-summary-card__action"]).map(|links| match single {
            true => view! { <div class=ACTIONS>{links}</div> }.into_any(),
            false => links,
        });
    let title = (!title.is_empty())
        .then(|| heading(level, "govuk-summary-card__title".to_owned(), None, title.into_any()));
    view! {
        <div class=classes(&["govuk-summary-card", class])>
            <div class="govuk-summary-card__title-wrapper">{title}{actions}</div>
            <div class="govuk-summary-card__content">{list}</div>
        </div>
    }
    .into_any()
}
