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
//!   is never rewritten. To show another value, mount the page anew.
//! - **Errors**: one [`PageErrors`] a page. On "Save and continue": `errors.show(list)`; in the view
//!   `<ErrorSummary errors=errors/>` above the `h1`, `error=errors.of("id")` at each question,
//!   `<PageTitle text=.. program=.. error=errors.any()/>`. Never while typing or on leaving a box.
//! - **Buttons** without `on_click` submit their form: put a page's questions into
//!   `<form novalidate on:submit=..>` (prevent the default), so that Enter works.
//! - **Links** are hash addresses (`href="#/tasks"`). The links of [`ErrorSummary`] and [`SkipLink`] move
//!   focus and leave the address alone.
//! - **Start** by [`mark_supported`]: without it, what a choice reveals is always shown.
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
//! [`Footer`] [`PageTitle`] [`focus_heading`] [`focus_control`]. Questions: [`TextInput`] [`Textarea`]
//! [`CharacterCount`] [`Radios`] [`Checkboxes`] [`Select`] [`DateInput`] [`FileUpload`] [`FormGroup`]
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
mod generic_header;
mod heading;
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

pub use action_link::ActionLink;
pub use add_another::{AddAnother, RowView};
pub use back_link::BackLink;
pub use breadcrumbs::{Breadcrumbs, Crumb};
pub use button::{Button, ButtonGroup, ButtonKind, LinkButton};
pub use caption::{Caption, Size};
pub use character_count::{CharacterCount, Limit};
pub use checkboxes::Checkboxes;
pub use choice::Choice;
pub use date_input::{DateField, DateInput, DatePart, DateText};
pub use details::Details;
pub use error_message::ErrorMessage;
pub use error_summary::ErrorSummary;
pub use fieldset::Fieldset;
pub use file_upload::FileUpload;
pub use focus::{focus_control, focus_heading, focus_region};
pub use footer::{Footer, NavLink};
pub use form_group::FormGroup;
pub use generic_header::GenericHeader;
pub use hint::Hint;
pub use input::TextInput;
pub use inset_text::InsetText;
pub use label::Label;
pub use notification_banner::{BannerKind, NotificationBanner};
pub use page_errors::{PageError, PageErrors};
pub use page_title::PageTitle;
pub use pagination::{PageItem, PageStep, Pagination};
pub use panel::{Panel, PanelKind};
pub use phase_banner::PhaseBanner;
pub use radios::Radios;
pub use save_status::{SaveState, SaveStatus};
pub use select::{Select, SelectItem};
pub use service_navigation::{Here, NavItem, ServiceNavigation};
pub use skip_link::SkipLink;
pub use summary_list::{SummaryCard, SummaryList, SummaryRow};
pub use table::{Cell, Table};
pub use tag::{Tag, TagColour};
pub use task_list::{Task, TaskList, TaskStatus};
pub use textarea::Textarea;
pub use warning_text::WarningText;

/// Tells the style sheet that the page is live, as govuk-frontend's own script does.
pub fn mark_supported() {
    if let Some(body) = document().body() {
        // Refused, the page only shows more than it need.
        let _ = body.class_list().add_2("js-enabled", "govuk-frontend-supported");
    }
}
