//! The design system's components, in govuk-frontend 6's own markup, held against its published fixtures
//! (`tests/govuk`). No rule and no wording of audits: components show what they are given.
//!
//! # Use
//! - **Text** is plain (`&str`, `String`); an empty string means "not given". Content that may be anything
//!   is children, or `impl IntoAny` in data ([`Cell::new`], [`SummaryRow::new`], [`Choice::reveal`]).
//! - **Ids**: give each question a stem `id`, unique on the page. Its control has that id (radios and
//!   checkboxes: the first; then `{id}-2` ...; dates: `{id}-day` ...), its hint `{id}-hint`, its error
//!   `{id}-error`.
//! - **Answers** live in your signals at the root. Controls are uncontrolled: give the first `value`, take
//!   changes by callback (`on_input=move |text: String| ...`, `on_change`, `on_files`). What a person types
//!   is never rewritten: a closure that runs again keeps the box with what was typed, whatever `value` it gives.
//!   To show another value, give the form through `ui::anew::built_anew`.
//! - **Errors**: one [`PageErrors`] a page. On "Save and continue": `errors.show(list)`; in the view
//!   `<ErrorSummary errors=errors/>` above the `h1`, `error=errors.of("id")` at each question,
//!   `<PageTitle text=.. program=.. error=errors.any()/>`. Never while typing or on leaving a box.
//! - **Buttons** without `on_click` submit their form: put a page's questions into
//!   `<form novalidate on:submit=..>` (prevent the default), so that Enter works.
//! - **Landmarks**: [`GenericHeader`], [`ServiceNavigation`] and [`PhaseBanner`] stand in `<header>`,
//!   [`Footer`] in `<footer>`, the page's content in `<main class="govuk-main-wrapper" id="main-content">`.
//! - **Links** are hash addresses (`href="#/tasks"`). The links of [`ErrorSummary`] and [`SkipLink`] move
//!   focus and leave the address alone.
//! - **Start** has called [`mark_supported`]: without it, what a choice reveals is always shown.
//! - **Look** at all of them at `#/gallery` of a build by `cargo xtask build --dev` (or `serve`, where it is quick).
//!
//! ```ignore
//! let errors = PageErrors::new();
//! view! {
//!     <PageTitle text="Who you are" program="Case audit" error=errors.any()/>
//!     <BackLink href="#/tasks"/>
//!     <ErrorSummary errors=errors/>
//!     <form novalidate on:submit=move |event| { event.prevent_default(); errors.show(check()); }>
//!         <h1 class="govuk-heading-l">"Who you are"</h1>
//!         <TextInput id="role" label="Your role" value=role.get_untracked()
//!             on_input=move |text| role.set(text) error=errors.of("role")/>
//!         <Radios id="involved" legend=Caption::new("Were you involved?").size(Size::M)
//!             items=vec![
//!                 Choice::new("no", "No"),
//!                 Choice::new("yes", "Yes").reveal(view! { <TextInput id="how" label="How?"/> }),
//!             ]
//!             on_change=move |value| involved.set(value) error=errors.of("involved")/>
//!         <Button text="Save and continue"/>
//!     </form>
//! }
//! ```
//!
//! # What there is
//! Page: [`SkipLink`] [`GenericHeader`] [`ServiceNavigation`] [`PhaseBanner`] [`BackLink`] [`Breadcrumbs`]
//! [`Footer`] [`PageTitle`] [`focus_heading`] [`focus_control`]. Questions: [`TextInput`] [`PasswordInput`]
//! [`Textarea`] [`CharacterCount`] [`Radios`] [`Checkboxes`] [`Select`] [`DateInput`] [`FileUpload`] [`FormGroup`]
//! [`Fieldset`] [`Label`] [`Hint`] [`ErrorMessage`] [`ErrorSummary`] [`Button`] [`ButtonGroup`]
//! [`LinkButton`]. Showing: [`Details`] [`InsetText`] [`WarningText`] [`NotificationBanner`] [`Panel`]
//! [`SummaryList`] [`Table`] [`Tag`] [`TaskList`] [`Pagination`]. Our own: [`SaveStatus`] [`AddAnother`].

use leptos::prelude::document;

mod action_link;
mod add_another;
mod back_link;
mod breadcrumbs;
mod button;
mod caption;
mod character_count;
mod checkboxes;
mod choice;
mod date_input;
mod details;
mod error_message;
mod error_summary;
mod fieldset;
mod file_upload;
mod focus;
mod footer;
mod form_group;
#[cfg(feature = "gallery")]
pub mod gallery;
mod generic_header;
mod heading;
mod hidden_text;
mod hint;
mod input;
mod inset_text;
mod label;
mod notification_banner;
mod page_errors;
mod page_title;
mod pagination;
mod panel;
mod parts;
mod password_input;
mod phase_banner;
mod radios;
mod save_status;
mod select;
mod service_navigation;
mod skip_link;
mod summary_list;
mod table;
mod tag;
mod task_list;
mod textarea;
mod warning_text;
mod words;

pub use action_link::*;
pub use add_another::*;
pub use back_link::*;
pub use breadcrumbs::*;
pub use button::*;
pub use caption::*;
pub use character_count::*;
pub use checkboxes::*;
pub use choice::Choice;
pub use date_input::*;
pub use details::*;
pub use error_message::*;
pub use error_summary::*;
pub use fieldset::*;
pub use file_upload::*;
pub use focus::{
    focus_control, focus_heading, focus_region, focus_section, once_drawn, once_shown,
};
pub use footer::*;
pub use form_group::{FormGroup, FormGroupProps};
pub use generic_header::*;
pub use hint::*;
pub use input::*;
pub use inset_text::*;
pub use label::*;
pub use notification_banner::*;
pub use page_errors::*;
pub use page_title::*;
pub use pagination::*;
pub use panel::*;
pub use password_input::*;
pub use phase_banner::*;
pub use radios::*;
pub use save_status::*;
pub use select::*;
pub use service_navigation::*;
pub use skip_link::*;
pub use summary_list::*;
pub use table::*;
pub use tag::*;
pub use task_list::*;
pub use textarea::*;
pub use warning_text::*;

/// Tells the style sheet that the page is live, as govuk-frontend's own script does.
pub fn mark_supported() {
    if let Some(body) = document().body() {
        // Refused, the page only shows more than it need.
        let _ = body.class_list().add_2("js-enabled", "govuk-frontend-supported");
    }
}
