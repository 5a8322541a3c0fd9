//! `task-list`: what is to be done, in any order, with honest statuses.

use leptos::prelude::*;

use super::parts::{classes, sub_id, when};
use super::{Tag, TagColour};

/// Where a task stands.
#[derive(Debug, Clone, Default)]
pub struct TaskStatus {
    text: String,
    colour: Option<TagColour>,
    class: String,
}

impl TaskStatus {
    /// Done: plain text, so that what is open stands out.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Open: a tag.
    pub fn tag(text: impl Into<String>, colour: TagColour) -> Self {
        Self { colour: Some(colour), ..Self::plain(text) }
    }

    /// Not possible yet: grey words; the task has no link.
    pub fn cannot_start(text: impl Into<String>) -> Self {
        Self { class: "govuk-task-list__status--cannot-start-yet".to_owned(), ..Self::plain(text) }
    }

    /// Another class name of the status.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        Self { class: class.into(), ..self }
    }
}

/// One task.
#[derive(Debug, Clone)]
pub struct Task {
    title: String,
    title_class: String,
    href: String,
    hint: String,
    status: TaskStatus,
    class: String,
}

impl Task {
    /// A task; without an address, it cannot be opened.
    pub fn new(title: impl Into<String>, href: impl Into<String>, status: TaskStatus) -> Self {
        Self {
            title: title.into(),
            title_class: String::new(),
            href: href.into(),
            hint: String::new(),
            status,
            class: String::new(),
        }
    }

    /// Help under the title.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// More class names of the row.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        Self { class: class.into(), ..self }
    }

    /// Class names of the title.
    #[must_use]
    pub fn title_class(self, class: impl Into<String>) -> Self {
        Self { title_class: class.into(), ..self }
    }
}

/// A group of tasks; give each group of a page its own `id`.
#[component]
pub fn TaskList(
    /// Stem of the hints' and statuses' ids.
    #[prop(default = "task-list".to_owned(), into)]
    id: String,
    /// Tasks.
    items: Vec<Task>,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let items: Vec<AnyView> = items
        .into_iter()
        .enumerate()
        .map(|(index, task)| row(task, &sub_id(&id, &(index + 1).to_string())))
        .collect();
    view! { <ul class=classes(&["govuk-task-list", &class])>{items}</ul> }
}

fn row(task: Task, stem: &str) -> AnyView {
    let Task { title, title_class, href, hint, status, class } = task;
    let (hint_id, status_id) = (sub_id(stem, "hint"), sub_id(stem, "status"));
    let linked = !href.is_empty();
    let described_by = classes(&[when(!hint.is_empty(), &hint_id), &status_id]);
    let title = if linked {
        let class = classes(&["govuk-link", "govuk-task-list__link", &title_class]);
        view! { <a class=class href=href aria-describedby=described_by>{title}</a> }.into_any()
    } else {
        view! { <div class=super::parts::given(title_class)>{title}</div> }.into_any()
    };
    let hint = (!hint.is_empty())
        .then(|| view! { <div id=hint_id class="govuk-task-list__hint">{hint}</div> });
    let words = match status.colour {
        Some(colour) => view! { <Tag text=status.text colour=colour /> }.into_any(),
        None => status.text.into_any(),
    };
    let linked = when(linked, "govuk-task-list__item--with-link");
    view! {
        <li class=classes(&["govuk-task-list__item", linked, &class])>
            <div class="govuk-task-list__name-and-hint">{title}{hint}</div>
            <div class=classes(&["govuk-task-list__status", &status.class]) id=status_id>{words}</div>
        </li>
    }
    .into_any()
}
