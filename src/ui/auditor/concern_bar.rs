//! In one place at the head of every page: the way to the immediate concerns, or else whom to tell (C-01).

use leptos::prelude::*;

use super::route::{Page, Step};
use super::words;

/// What stands there.
#[derive(Debug, PartialEq, Eq)]
pub enum Bar {
    /// The way to the immediate concerns of the return that lies open.
    Link(String),
    /// No return lies open in which one could be recorded: that somebody is to be told.
    Advice,
    /// The page says more of it itself.
    OnPage,
    /// Nothing, until it is known whether the return can be opened.
    NotYet,
}

/// C-01: no page is without it. Whether the page's own return lies open; `None` while nobody knows.
pub fn bar(page: &Page, lies_open: Option<bool>) -> Bar {
    let Page::Return(id, step, _) = page else { return Bar::Advice };
    match (lies_open, step) {
        (None, _) => Bar::NotYet,
        (Some(false), _) => Bar::Advice,
        (Some(true), Step::Concerns | Step::Concern(_) | Step::ConcernOnPaper(_)) => Bar::OnPage,
        (Some(true), _) => Bar::Link(Step::Concerns.href(id)),
    }
}

/// The bar as it is drawn.
pub fn view(bar: Bar) -> AnyView {
    let content = match bar {
        Bar::OnPage | Bar::NotYet => return ().into_any(),
        Bar::Advice => view! { <span>{words::IMMEDIATE_ADVICE}</span> }.into_any(),
        Bar::Link(href) => view! {
            <a class="govuk-link" href=href>{words::RECORD_IMMEDIATE}</a> " "
            <span>{words::IMMEDIATE_IF}</span>
        }
        .into_any(),
    };
    view! { <div class="govuk-width-container app-concern-bar">{content}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::super::every_page::every_step;
    use super::*;
    use crate::id::ReturnId;
    use crate::ui::router::Path;

    #[test]
    fn c01_every_page_of_an_open_return_leads_to_its_concerns_or_is_about_them() {
        let id = ReturnId::new("ab12").unwrap();
        for step in every_step() {
            let about = matches!(step, Step::Concerns | Step::Concern(_) | Step::ConcernOnPaper(_));
            let expected = match about {
                true => Bar::OnPage,
                false => Bar::Link("#/return/ab12/concerns".into()),
            };
            let page = Page::Return(id.clone(), step, None);
            assert_eq!(bar(&page, Some(true)), expected, "{page:?}");
            assert_eq!(bar(&page, None), Bar::NotYet, "{page:?}");
        }
    }

    #[test]
    fn c01_every_page_without_an_open_return_says_whom_to_tell() {
        let id = ReturnId::new("ab12").unwrap();
        for step in every_step() {
            let page = Page::Return(id.clone(), step, None);
            assert_eq!(bar(&page, Some(false)), Bar::Advice, "locked, or in another tab: {page:?}");
        }
        let others = [
            "#/",
            "#/invitation/0f0f",
            "#/invitation/0f0f/blank",
            "#/questions/0f0f",
            "#/drafts",
            "#/delete-everything",
            "#/passphrase",
            "#/locked-copy",
            "#/return/ab12/move/0f0f",
            "#/help",
            "#/privacy",
            "#/accessibility",
            "#/nowhere",
        ];
        for hash in others {
            let page = Page::of(&Path::parse(hash));
            assert_eq!(bar(&page, None), Bar::Advice, "{hash}");
        }
    }
}
