//! `table`: figures to compare.

use leptos::prelude::*;

use super::parts::{classes, when};

/// One cell, of the head or of a row.
pub struct Cell {
    content: AnyView,
    numeric: bool,
    class: String,
    colspan: Option<u16>,
    rowspan: Option<u16>,
}

impl Cell {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(text.into())
    }

    /// A number, or the head of a column of numbers: aligned to the right.
    pub fn number(number: impl ToString) -> Self {
        Self { numeric: true, ..Self::text(number.to_string()) }
    }

    /// Anything else: a link, a tag.
    pub fn new(content: impl IntoAny) -> Self {
        Self {
            content: content.into_any(),
            numeric: false,
            class: String::new(),
            colspan: None,
            rowspan: None,
        }
    }

    /// More class names, such as `govuk-!-width-one-half`.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        Self { class: class.into(), ..self }
    }

    /// Columns covered.
    #[must_use]
    pub fn colspan(self, columns: u16) -> Self {
        Self { colspan: Some(columns), ..self }
    }

    /// Rows covered.
    #[must_use]
    pub fn rowspan(self, rows: u16) -> Self {
        Self { rowspan: Some(rows), ..self }
    }

    fn view(self, scope: Option<&'static str>) -> AnyView {
        let span = |count: Option<u16>| count.map(|count| count.to_string());
        let (colspan, rowspan) = (span(self.colspan), span(self.rowspan));
        let content = self.content;
        match scope {
            Some(scope) => {
                // A row's header is never aligned as a number.
                let numeric = when(self.numeric && scope == "col", "govuk-table__header--numeric");
                let class = classes(&["govuk-table__header", numeric, &self.class]);
                view! { <th scope=scope class=class colspan=colspan rowspan=rowspan>{content}</th> }
                    .into_any()
            }
            None => {
                let numeric = when(self.numeric, "govuk-table__cell--numeric");
                let class = classes(&["govuk-table__cell", numeric, &self.class]);
                view! { <td class=class colspan=colspan rowspan=rowspan>{content}</td> }.into_any()
            }
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

/// A table.
#[component]
pub fn Table(
    /// What it shows.
    #[prop(optional, into)]
    caption: String,
    /// More class names of the caption: `govuk-table__caption--m`.
    #[prop(optional, into)]
    caption_class: String,
    /// Heads of the columns.
    #[prop(optional)]
    head: Vec<Cell>,
    /// Rows.
    rows: Vec<Vec<Cell>>,
    /// Each row's first cell names the row.
    #[prop(optional)]
    row_headers: bool,
    /// Rows after these that come while the table stands, each a [`table_row`].
    #[prop(optional)]
    growing: Option<AnyView>,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let caption = (!caption.is_empty()).then(|| {
        view! { <caption class=classes(&["govuk-table__caption", &caption_class])>{caption}</caption> }
    });
    let head: Vec<AnyView> = head.into_iter().map(|cell| cell.view(Some("col"))).collect();
    let head = (!head.is_empty()).then(|| {
        view! { <thead class="govuk-table__head"><tr class="govuk-table__row">{head}</tr></thead> }
    });
    let rows: Vec<AnyView> = rows.into_iter().map(|cells| table_row(cells, row_headers)).collect();
    view! {
        <table class=classes(&["govuk-table", &class])>
            {caption} {head} <tbody class="govuk-table__body">{rows}{growing}</tbody>
        </table>
    }
}

/// One row of a table.
pub fn table_row(cells: Vec<Cell>, row_headers: bool) -> AnyView {
    let cells: Vec<AnyView> = cells
        .into_iter()
        .enumerate()
        .map(|(column, cell)| cell.view((row_headers && column == 0).then_some("row")))
        .collect();
    view! { <tr class="govuk-table__row">{cells}</tr> }.into_any()
}
