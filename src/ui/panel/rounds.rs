//! The part that works on rounds: the pages of a round, but for those on which it is prepared.
//!
//! Loaded when first needed. The start page reaches it through its doors only, so
//! that nothing else of it is in the first load.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::desk::{Damage, Desk, Opening, Papers, RoundLine, SetUpLine};
use super::documents::Place;
use super::late::LatePages;
use super::preparing::Preparing;
use super::route::{Page, Part};
use super::{
    areas, ask, banners, case, cases, chronology, concerns, counts, deputy, held_back, help,
    import, invitations, keys, limits, mapping, matrix, overview, page, question, questions,
    reading, register, reminders, words,
};
use crate::browser::local;
use crate::id::RoundId;
use crate::panel::retention::Certificate;
use crate::ui::apart::apart;
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, ButtonKind, Cell, InsetText, PageTitle, Table, Tag, TagColour,
};
use crate::ui::on_demand::OnDemand;
use crate::ui::router::go;

/// Hears the round to go to, or what is wrong with the file.
pub type Opened = Box<dyn FnOnce(Result<RoundId, String>)>;

/// The doors of this part.
#[derive(Clone, Copy)]
pub struct Rounds {
    desk: Desk,
    show: fn(Desk, Page, OnDemand<Preparing>) -> AnyView,
    late: fn(Desk, RoundId, OnDemand<LatePages>, Part) -> AnyView,
    banners: fn(Desk, &Page) -> Option<AnyView>,
    shelf: fn(Desk) -> AnyView,
    tool: fn(Desk, &Page) -> Option<String>,
    open_file: fn(Desk, File, String, Opened),
    open_sample: fn(Desk, Opened),
}

/// Sets up the desk and gives the doors. Once, at the root.
pub fn doors() -> Rounds {
    let desk = Desk::new();
    desk.start();
    desk.save_when_left();
    Rounds {
        desk,
        show,
        late,
        banners: banners::of_page,
        shelf,
        tool,
        open_file: |desk, file, passphrase, opened| desk.open_file(file, passphrase, opened),
        open_sample: |desk, opened| desk.open_sample(opened),
    }
}

impl Rounds {
    /// A page of this part, or of the one in which rounds are prepared.
    pub fn show(self, page: Page, preparing: OnDemand<Preparing>) -> AnyView {
        (self.show)(self.desk, page, preparing)
    }

    /// A page of a part that loads with its first page, once the round is open and that part is here.
    pub fn late(self, id: RoundId, pages: OnDemand<LatePages>, part: Part) -> AnyView {
        (self.late)(self.desk, id, pages, part)
    }

    /// What is said on every page of a round: that it is invented, that returns of it cannot be read.
    pub fn banners(self, page: &Page) -> Option<AnyView> {
        (self.banners)(self.desk, page)
    }

    /// For the start page: what keeps this browser from keeping anything, and the rounds here.
    pub fn shelf(self) -> AnyView {
        (self.shelf)(self.desk)
    }

    /// For the footer: which audit tool a page is about, where a round is open.
    pub fn tool(self, page: &Page) -> Option<String> {
        (self.tool)(self.desk, page)
    }

    /// Opens a workbook's file.
    pub fn open_file(self, file: File, passphrase: String, opened: Opened) {
        (self.open_file)(self.desk, file, passphrase, opened);
    }

    /// Opens the sample round that lies beside the program.
    pub fn open_sample(self, opened: Opened) {
        (self.open_sample)(self.desk, opened);
    }
}

fn tool(desk: Desk, page: &Page) -> Option<String> {
    let Page::Round(id, _) = page else { return None };
    if desk.opening().get() != Opening::Open(id.clone()) {
        return None;
    }
    desk.try_with(|workbook| {
        let tool = &workbook.plan().round.tool;
        words::tool_line(&tool.title, tool.version)
    })
}

fn shelf(desk: Desk) -> AnyView {
    desk.turn_page();
    view! {
        {page::said_line(desk)}
        {move || desk.trouble().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        {move || list(desk)}
        {move || set_ups(desk)}
        {move || stranger(desk)}
    }
    .into_any()
}

/// A file that another key signed than its round's: somebody says whose it is before it is opened.
fn stranger(desk: Desk) -> Option<AnyView> {
    let fingerprint = desk.stranger()?;
    let open = move |()| {
        desk.open_stranger(move |outcome| match outcome {
            Ok(id) => go(&Part::Overview.href(&id)),
            Err(why) => desk.complain(why),
        });
    };
    Some(
        view! {
            <h2 class="govuk-heading-m">{words::keys::WHOSE_FILE}</h2>
            <p class="govuk-body">{words::keys::WHOSE_FILE_EXPLAINED}</p>
            <InsetText><code class="app-fingerprint">{fingerprint}</code></InsetText>
            <ButtonGroup>
                <Button text=words::keys::SAME_FINGERPRINT on_click=open />
                <Button text=words::keys::LEAVE_FILE kind=ButtonKind::Secondary
                    on_click=move |()| desk.forget_stranger() />
            </ButtonGroup>
        }
        .into_any(),
    )
}

/// Rounds that are being set up, each with the way on; nothing where there are none.
fn set_ups(desk: Desk) -> Option<AnyView> {
    let lines = desk.set_ups();
    if lines.is_empty() {
        return None;
    }
    let line = |line: SetUpLine| {
        let href = ["#/new/", &line.template].concat();
        let title = if line.title.is_empty() { line.template } else { line.title };
        view! { <li><a class="govuk-link" href=href>{title}</a></li> }
    };
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    Some(
        view! {
            <h2 class="govuk-heading-m">{words::BEING_SET_UP}</h2>
            <ul class="govuk-list" id="being-set-up">{lines}</ul>
        }
        .into_any(),
    )
}

/// The rounds in this browser, the latest first; nothing where there are none.
fn list(desk: Desk) -> Option<AnyView> {
    let lines = desk.rounds();
    if lines.is_empty() {
        return None;
    }
    let rows = lines
        .into_iter()
        .map(|line| {
            let (href, papers) = (Part::Overview.href(&line.id), papers(&line));
            let title = view! { <a class="govuk-link" href=href>{line.title}</a>{papers} };
            vec![Cell::new(title), Cell::text(line.saved_at)]
        })
        .collect();
    let head = [words::ROUND, words::LAST_SAVED].map(Cell::text).into();
    Some(
        view! { <Table caption=words::YOUR_ROUNDS caption_class="govuk-table__caption--m" head=head rows=rows
            row_headers=true /> }
        .into_any(),
    )
}

/// N-01: that a round's working papers are due to go, or are gone, with the way there.
fn papers(line: &RoundLine) -> Option<AnyView> {
    let href = Part::Documents(Place::Retention).href(&line.id);
    let way = |text: &'static str| view! { <a class="govuk-link" href=href>{text}</a> };
    let said = match line.papers? {
        Papers::Due(date) => view! {
            <Tag text=words::retention::DUE colour=TagColour::Orange /> " "
            {words::retention::due_since(date)} " " {way(words::retention::DECIDE)}
        }
        .into_any(),
        Papers::Gone(date) => view! {
            {words::retention::gone(date)} " " {way(words::retention::SEE_CERTIFICATE)}
        }
        .into_any(),
    };
    Some(view! { <div class="app-note">{said}</div> }.into_any())
}

fn show(desk: Desk, page: Page, preparing: OnDemand<Preparing>) -> AnyView {
    desk.turn_page();
    match page {
        Page::Templates | Page::NewRound(_) => prepared(desk, page, preparing),
        Page::Deputy => deputy::page(),
        Page::Round(ref id, _) => {
            desk.ensure_open(id.clone());
            (move || of_round(desk, page.clone(), preparing)).into_any()
        }
        Page::Text(text, section) => help::page(text, section),
        Page::Start | Page::Unknown => page::unknown(),
    }
}

fn prepared(desk: Desk, page: Page, preparing: OnDemand<Preparing>) -> AnyView {
    preparing.draw(move |preparing| preparing.show(desk, page.clone()))
}

fn late(desk: Desk, id: RoundId, pages: OnDemand<LatePages>, part: Part) -> AnyView {
    desk.turn_page();
    desk.ensure_open(id.clone());
    let of_retention = part == Part::Documents(Place::Retention);
    let drawn = move || {
        let part = part.clone();
        pages.draw(move |pages| pages.show(desk, part.clone()))
    };
    (move || match desk.opening().get() {
        // Its page then shows what is left of the round.
        Opening::Purged(open, _) | Opening::Unread(open, _) | Opening::Damaged(open, _)
            if open == id && of_retention =>
        {
            drawn()
        }
        _ => once_open(desk, &id, &drawn),
    })
    .into_any()
}

/// A page of a round, once it is open.
fn of_round(desk: Desk, page: Page, preparing: OnDemand<Preparing>) -> AnyView {
    let Page::Round(id, part) = &page else { return page::unknown() };
    once_open(desk, id, &|| {
        if Preparing::has(part) {
            prepared(desk, page.clone(), preparing)
        } else {
            part_view(desk, part.clone())
        }
    })
}

fn once_open(desk: Desk, id: &RoundId, drawn: &dyn Fn() -> AnyView) -> AnyView {
    match desk.opening().get() {
        Opening::Open(open) if open == *id => untrack(drawn),
        Opening::Open(other) => held_back::page(desk, id.clone(), other),
        Opening::Failed(_, why) => failed(why),
        Opening::Purged(open, left) if open == *id => gone(id, &left.certificate),
        Opening::Damaged(open, damage) if open == *id => {
            instead(id, words::CANNOT_OPEN, damaged(damage), words::retention::DESTROY_UNREAD)
        }
        Opening::Unread(open, _) if open == *id => {
            let said = view! { <InsetText>{words::retention::UNREAD_GONE}</InsetText> }.into_any();
            instead(id, words::retention::UNREAD_ROUND, said, words::retention::SEE_CERTIFICATE)
        }
        Opening::Closed
        | Opening::Underway(_)
        | Opening::Damaged(..)
        | Opening::Purged(..)
        | Opening::Unread(..) => loading(),
    }
}

/// While a round is being opened.
pub fn loading() -> AnyView {
    view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any()
}

fn part_view(desk: Desk, part: Part) -> AnyView {
    match part {
        Part::Overview => apart(move || view! { <overview::OverviewPage desk=desk /> }.into_any()),
        Part::Invitations => {
            apart(move || view! { <invitations::InvitationsPage desk=desk /> }.into_any())
        }
        Part::Invitation(place) => apart(move || invitations::page(desk, place)),
        Part::Keys(place) => apart(move || keys::page(desk, place)),
        Part::Mapping(place) => apart(move || mapping::page(desk, place)),
        Part::Import => apart(move || view! { <import::ImportPage desk=desk /> }.into_any()),
        Part::Matrix => apart(move || view! { <matrix::MatrixPage desk=desk /> }.into_any()),
        Part::Cases => apart(move || view! { <cases::CasesPage desk=desk /> }.into_any()),
        Part::Case(case) => {
            apart(move || view! { <cases::CasePage desk=desk case=case /> }.into_any())
        }
        Part::CaseStanding(case) => apart(move || case::standing_page(desk, case)),
        Part::Areas => apart(move || view! { <areas::AreasPage desk=desk /> }.into_any()),
        Part::Counts => apart(move || view! { <counts::CountsPage desk=desk /> }.into_any()),
        Part::Chronology(case) => apart(move || chronology::page(desk, case)),
        // Drawn by their own parts (`late` above).
        Part::Documents(_)
        | Part::Plan(_)
        | Part::Meeting(_)
        | Part::Findings(_)
        | Part::Calibration
        | Part::Copies(_)
        | Part::CasePapers(_)
        | Part::Log
        | Part::Search => page::unknown(),
        Part::Concerns(place) => apart(move || concerns::page(desk, place)),
        // Of the part in which rounds are prepared.
        Part::Details | Part::Sampling(_) | Part::Tool(_) => page::unknown(),
        Part::Return(at, place) => apart(move || reading::page(desk, at, place)),
        Part::Ask(at, about) => apart(move || ask::page(desk, at, about)),
        Part::Questions => apart(move || questions::page(desk)),
        Part::Question(id) => apart(move || question::page(desk, id)),
        Part::Files => apart(move || view! { <register::FilesPage desk=desk /> }.into_any()),
        Part::File(file) => {
            apart(move || view! { <register::FilePage desk=desk file=file /> }.into_any())
        }
        Part::FileText(file) => apart(move || register::file_text_page(desk, file)),
        Part::Place(case, slot) => apart(move || register::place_page(desk, case, slot)),
        Part::Reminders => {
            apart(move || view! { <reminders::RemindersPage desk=desk /> }.into_any())
        }
        Part::Limits => apart(move || view! { <limits::LimitsPage desk=desk /> }.into_any()),
    }
}

/// Any page of a round whose working papers were destroyed leads to the certificate.
fn gone(id: &RoundId, certificate: &Certificate) -> AnyView {
    let href = Part::Documents(Place::Retention).href(id);
    let said = words::retention::gone(local(certificate.at).date());
    view! {
        <PageTitle text=certificate.title.clone() program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <span class="govuk-caption-l">{certificate.board.clone()} ", " {certificate.period.clone()}</span>
        <h1 class="govuk-heading-l">{certificate.title.clone()}</h1>
        <InsetText>{said}</InsetText>
        <p class="govuk-body"><a class="govuk-link" href=href>{words::retention::SEE_CERTIFICATE}</a></p>
    }
    .into_any()
}

fn damaged(damage: Damage) -> AnyView {
    let said = match damage {
        Damage::MayBeNewer => words::retention::MAY_BE_NEWER,
        Damage::Broken => words::retention::DAMAGED,
    };
    view! {
        <InsetText>{said}</InsetText>
        <p class="govuk-body">{words::retention::DAMAGED_FILE}</p>
    }
    .into_any()
}

/// What there is instead of a round that could not be read, with the way to what is decided about it.
fn instead(id: &RoundId, title: &'static str, said: AnyView, way: &'static str) -> AnyView {
    let href = Part::Documents(Place::Retention).href(id);
    view! {
        <PageTitle text=title program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{title}</h1>
        {said}
        <p class="govuk-body"><a class="govuk-link" href=href>{way}</a></p>
    }
    .into_any()
}

/// Why a round cannot be shown.
pub fn failed(why: String) -> AnyView {
    view! {
        <PageTitle text=words::CANNOT_OPEN program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::CANNOT_OPEN}</h1>
        <InsetText>{why}</InsetText>
    }
    .into_any()
}
