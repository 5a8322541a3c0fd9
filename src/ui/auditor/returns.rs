//! The part that works on returns: drafts, invitations, and the pages of a return.
//!
//! Loaded when first needed. The start page reaches it through its doors only, so
//! that nothing else of it is in the first load.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::desk::{Desk, Locking, Opening};
use super::route::{Page, Step, invitation_href};
use super::{
    answers, area, chronology, closed_copy, concern, concern_bar, concerns, copying, done, drafts,
    help, involvement, keeping, lock, locked_copy, missing, moving, names, overall, owning, page,
    passphrase, print, questions, second, sign, tasks, timescales, unsaved, views, wipe, withdraw,
    words, you,
};
use crate::id::ReturnId;
use crate::ui::apart::apart;
use crate::ui::govuk::{BackLink, InsetText, PageTitle, PhaseBanner, once_shown};

/// Hears the address to go to, or what is wrong with the file.
pub type Opened = Box<dyn FnOnce(Result<String, String>)>;

/// The doors of this part.
#[derive(Clone, Copy)]
pub struct Returns {
    desk: Desk,
    show: fn(Desk, Page) -> AnyView,
    head: fn(Desk, &Page) -> Option<AnyView>,
    shelf: fn(Desk) -> AnyView,
    tool: fn(Desk, &Page) -> Option<String>,
    is_locked: fn(Desk) -> bool,
    lock: fn(Desk) -> AnyView,
    open_file: fn(Desk, File, Opened),
    open_sample: fn(Desk, Opened),
}

/// Sets up the desk and gives the doors. Once, at the root.
pub fn doors() -> Returns {
    let desk = Desk::new();
    desk.start();
    Returns {
        desk,
        show,
        head,
        shelf,
        tool,
        is_locked: |desk| desk.locking().get().hides_pages(),
        lock: lock::page,
        open_file: |desk, file, opened| desk.open_file(file, opened),
        open_sample,
    }
}

impl Returns {
    /// A page of this part.
    pub fn show(self, page: Page) -> AnyView {
        (self.show)(self.desk, page)
    }

    /// Whether what is kept here is locked; watched.
    pub fn is_locked(self) -> bool {
        (self.is_locked)(self.desk)
    }

    /// What stands in the place of a page that shows what is locked.
    pub fn lock(self) -> AnyView {
        (self.lock)(self.desk)
    }

    /// What stands above every page, and above those of a return.
    pub fn head(self, page: &Page) -> Option<AnyView> {
        (self.head)(self.desk, page)
    }

    /// For the start page: what keeps this browser from keeping anything, and the returns here.
    pub fn shelf(self) -> AnyView {
        (self.shelf)(self.desk)
    }

    /// For the footer: which audit tool a page is about, where one is open.
    pub fn tool(self, page: &Page) -> Option<String> {
        (self.tool)(self.desk, page)
    }

    /// Opens a chosen file.
    pub fn open_file(self, file: File, opened: Opened) {
        (self.open_file)(self.desk, file, opened);
    }

    /// Opens the sample invitation that lies beside the program.
    pub fn open_sample(self, opened: Opened) {
        (self.open_sample)(self.desk, opened);
    }
}

fn open_sample(desk: Desk, opened: Opened) {
    desk.open_sample(move |outcome| opened(outcome.map(|hash| invitation_href(&hash))));
}

fn tool(desk: Desk, page: &Page) -> Option<String> {
    let Page::Return(id, ..) = page else { return None };
    if !matches!(desk.opening().get(), Opening::Open(open) if open == *id) {
        return None;
    }
    desk.try_with(|open| {
        let tool = &open.invitation.round.tool;
        words::tool_line(&tool.title, tool.version)
    })
}

fn shelf(desk: Desk) -> AnyView {
    view! {
        {move || desk.trouble().map(|why| view! {
            <div role="alert"><InsetText class="app-trouble">{why}</InsetText></div>
        })}
        {keeping::private_window(desk)}
        {keeping::lost(desk)}
        <drafts::DraftTable desk=desk />
        {keeping::offer_passphrase(desk)}
    }
    .into_any()
}

/// The way to lock what is kept here; then, says so of an invented audit, and leads to the immediate
/// concerns or says whom to tell (C-01).
fn head(desk: Desk, page: &Page) -> Option<AnyView> {
    let lock = lock::bar(desk);
    let lies_open = lies_open(desk, page);
    let practice = lies_open == Some(true) && desk.with(|open| open.invitation.round.practice);
    let banner =
        practice.then(|| view! { <PhaseBanner tag="Practice">{words::PRACTICE}</PhaseBanner> });
    let concerns = concern_bar::view(concern_bar::bar(page, lies_open));
    Some(view! { {lock}{banner}{concerns} }.into_any())
}

/// Whether the return of this page lies open; `None` while nobody knows.
fn lies_open(desk: Desk, page: &Page) -> Option<bool> {
    let Page::Return(id, ..) = page else { return Some(false) };
    match desk.locking().get() {
        Locking::Looking => return None,
        Locking::Locked | Locking::Elsewhere | Locking::Unreadable(_) => return Some(false),
        Locking::Off | Locking::Open => {}
    }
    match desk.opening().get() {
        Opening::Open(open) => Some(open == *id),
        Opening::Closed | Opening::Underway(_) => None,
        Opening::Reading(..) | Opening::Parted(..) | Opening::Failed(..) => Some(false),
    }
}

fn show(desk: Desk, page: Page) -> AnyView {
    match page {
        Page::Drafts => apart(move || view! { <drafts::DraftsPage desk=desk /> }.into_any()),
        Page::Invitation(hash) => {
            apart(move || view! { <drafts::InvitationPage desk=desk hash=hash /> }.into_any())
        }
        Page::Questions(hash) => apart(move || questions::pack_page(desk, &hash)),
        Page::Wipe => apart(move || wipe::page(desk)),
        Page::Passphrase => apart(move || passphrase::page(desk)),
        Page::LockedCopy => apart(move || locked_copy::page(desk)),
        Page::Move(id, hash) => apart(move || moving::page(desk, id, hash)),
        Page::Blank(hash) => apart(move || print::blank_page(desk, hash)),
        Page::Return(id, step, place) => {
            desk.ensure_open(id.clone());
            (move || of_return(desk, &id, step.clone(), place.clone())).into_any()
        }
        Page::Text(text, section) => apart(move || help::page(text, section)),
        Page::Start | Page::Unknown => page::unknown().into_any(),
    }
}

/// A page of a return, once it is open.
fn of_return(desk: Desk, id: &ReturnId, step: Step, place: Option<String>) -> AnyView {
    match desk.opening().get() {
        Opening::Open(open) if open == *id => step_view(desk, step, place),
        // On paper it can be read, too.
        Opening::Reading(open, _) if open == *id && step == Step::Print => {
            print::page_of_reading(desk)
        }
        Opening::Reading(open, before) if open == *id => owning::reading(desk, open, before),
        Opening::Parted(open, outcome) if open == *id => owning::parted(desk, open, outcome),
        Opening::Open(other) if desk.holds_unsaved() => unsaved::page(desk, id.clone(), &other),
        Opening::Failed(_, why) => failed(why).into_any(),
        // It was in the way, and is not any more.
        Opening::Open(_) | Opening::Reading(..) | Opening::Parted(..) => {
            let id = id.clone();
            once_shown(move || desk.ensure_open(id));
            loading()
        }
        Opening::Closed | Opening::Underway(_) => loading(),
    }
}

fn loading() -> AnyView {
    view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any()
}

fn step_view(desk: Desk, step: Step, place: Option<String>) -> AnyView {
    // A signed version is read, not written: its correction is begun first.
    let signed = desk.is_signed();
    // What is taken back is neither signed a second time nor taken back again.
    let counts = signed && desk.with(|open| !open.record.is_withdrawn());
    let only_signed = matches!(step, Step::Second | Step::Withdraw);
    let step =
        if signed && step.is_writing() || !counts && only_signed { Step::Done } else { step };
    match step {
        Step::Tasks => apart(move || view! { <tasks::TasksPage desk=desk /> }.into_any()),
        Step::Auditor => {
            apart(move || view! { <you::AuditorPage desk=desk place=place /> }.into_any())
        }
        Step::Involvement => apart(move || {
            view! { <involvement::InvolvementPage desk=desk place=place /> }.into_any()
        }),
        Step::Area(area) => {
            apart(move || view! { <area::AreaView desk=desk area=area place=place /> }.into_any())
        }
        Step::Copy(area) => apart(move || copying::page(desk, &area)),
        Step::Names => apart(move || view! { <names::NamesPage desk=desk /> }.into_any()),
        Step::Questions => apart(move || questions::questions_page(desk, place)),
        Step::Overall => {
            apart(move || view! { <overall::OverallPage desk=desk place=place /> }.into_any())
        }
        Step::Timescales => {
            apart(move || view! { <timescales::TimescalesPage desk=desk place=place /> }.into_any())
        }
        Step::Chronology => {
            apart(move || view! { <chronology::ChronologyPage desk=desk place=place /> }.into_any())
        }
        Step::Views => {
            apart(move || view! { <views::ViewsPage desk=desk place=place /> }.into_any())
        }
        Step::Concerns => apart(move || view! { <concerns::ConcernsPage desk=desk /> }.into_any()),
        Step::ConcernOnPaper(item) => apart(move || print::concern_page(desk, &item)),
        Step::Concern(item) => apart(move || {
            view! { <concern::ConcernPage desk=desk item=item place=place /> }.into_any()
        }),
        Step::Print => apart(move || print::page(desk)),
        Step::ClosedCopy => apart(move || closed_copy::page(desk)),
        Step::Second => apart(move || second::page(desk)),
        Step::Withdraw => apart(move || withdraw::page(desk)),
        Step::Missing => apart(move || view! { <missing::MissingPage desk=desk /> }.into_any()),
        Step::Answers => apart(move || view! { <answers::AnswersPage desk=desk /> }.into_any()),
        Step::Sign => apart(move || view! { <sign::SignPage desk=desk /> }.into_any()),
        Step::Done => apart(move || view! { <done::DonePage desk=desk /> }.into_any()),
    }
}

/// What could not be opened, and why.
pub fn failed(why: String) -> impl IntoView {
    view! {
        <PageTitle text=words::CANNOT_OPEN program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::CANNOT_OPEN}</h1>
        <InsetText>{why}</InsetText>
    }
}
