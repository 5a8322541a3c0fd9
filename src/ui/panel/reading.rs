//! One return, read in full: every answer with its grade, reason and evidence, and what was asked about it.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::desk::Desk;
use super::page;
use super::questions::standing_tag;
use super::register::files_of_place as files;
use super::route::{Part, ReturnAt};
use super::words;
use crate::audit_return::About;
use crate::browser::{local, now};
use crate::envelope::Hash;
use crate::id::QueryId;
use crate::panel::{QueryStanding, ReturnKey, Workbook};
use crate::report::sheet::{Part as SheetPart, Row, Said, Sheet, read};
use crate::round::CaseStatus;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    ActionLink, BackLink, InsetText, PageTitle, SaveStatus, SummaryCard, SummaryList, SummaryRow,
    focus_region, once_shown,
};

/// A question about this return.
struct Asked {
    id: QueryId,
    about: About,
    text: String,
    standing: QueryStanding,
}

/// What the page shows.
struct Reading {
    at: ReturnAt,
    sheet: Option<Sheet>,
    mapped: bool,
    /// The case counts.
    is_open: bool,
    asked: Vec<Asked>,
}

/// The page. `place` takes the focus, where one comes back from asking about it.
pub fn page(desk: Desk, at: ReturnAt, place: Option<About>) -> AnyView {
    let Some(key) = desk.place(&at) else { return page::unknown() };
    let Some(reading) = desk.try_with(|workbook| Reading::of(workbook, at.clone(), &key)) else {
        return page::unknown();
    };
    let title = whose(desk, &at);
    let back = desk.href(&Part::Case(at.case.clone()));
    focus_place(place.map(|about| about.key()));
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM />
        <BackLink href=back text=words::BACK_TO_CASE />
        {page::caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
        {reading.view(desk)}
    }
    .into_any()
}

/// "Case 1, Health visiting, Team 2": whose return it is.
pub fn whose(desk: Desk, at: &ReturnAt) -> String {
    desk.with(|workbook| {
        let plan = workbook.plan();
        let case = plan.case(&at.case).map(|case| case.label.clone());
        [case.unwrap_or_default(), who(workbook, at)].join(", ")
    })
}

/// "Health visiting, Team 2".
pub fn who(workbook: &Workbook, at: &ReturnAt) -> String {
    let plan = workbook.plan();
    let Some(slot) = plan.slots.iter().find(|slot| slot.id == at.slot) else {
        return String::new();
    };
    let agency = plan.agency(&slot.agency).map(|agency| agency.name.as_str()).unwrap_or_default();
    match slot.label.as_str() {
        "" => agency.to_owned(),
        label if label == agency => agency.to_owned(),
        label => [agency, label].join(", "),
    }
}

/// An imported return, with times as this computer's clock tells them.
pub fn sheet(workbook: &Workbook, file: &Hash) -> Option<Sheet> {
    read(workbook, file, |at| full_moment(local(at)))
}

/// What stands under a question; on a signed return there is never room to write.
pub fn text(said: Said) -> String {
    match said {
        Said::Text(text) => text,
        Said::Room { .. } => String::new(),
    }
}

fn focus_place(id: Option<String>) {
    let Some(id) = id else { return };
    Effect::new(move || {
        let id = id.clone();
        // After the page's own heading was focused.
        once_shown(move || {
            focus_region(&id);
        });
    });
}

impl Reading {
    fn of(workbook: &Workbook, at: ReturnAt, place: &ReturnKey) -> Self {
        let current = workbook.current(place);
        let today = local(now()).date();
        let asked = workbook.queries_about(place).map(|query| Asked {
            id: query.id.clone(),
            about: query.about.clone(),
            text: query.text.clone(),
            standing: workbook.query_standing(query, today),
        });
        let status = workbook.plan().case(&at.case).map(|case| &case.status);
        Self {
            sheet: current.and_then(|file| sheet(workbook, &file)),
            mapped: current
                .is_some_and(|file| workbook.as_signed(&file) != workbook.audit_return(&file)),
            is_open: status == Some(&CaseStatus::Open),
            asked: asked.collect(),
            at,
        }
    }

    fn view(self, desk: Desk) -> AnyView {
        let Self { at, sheet, mapped, is_open, asked } = self;
        let whole = if sheet.is_some() { words::ASK_ABOUT_RETURN } else { words::ASK_FOR_RETURN };
        let of_all = asked.iter().filter(|one| one.about == About::Return);
        let of_all: Vec<AnyView> = of_all.map(|one| note(desk, one)).collect();
        let ask = is_open.then(|| {
            let href = desk.href(&Part::Ask(at.clone(), About::Return));
            view! { <p class="govuk-body"><a class="govuk-link" href=href>{whole}</a></p> }
        });
        let expected = desk.href(&Part::Place(at.case.clone(), at.slot.clone()));
        let lead = match (&sheet, is_open) {
            (None, _) => words::RETURN_NONE,
            (Some(_), true) => words::RETURN_READ_LEAD,
            (Some(_), false) => words::RETURN_CASE_WITHDRAWN,
        };
        let at_of_files = at.clone();
        let asking = Asking { desk, at, is_open, asked };
        let mapped = mapped.then(|| view! { <InsetText>{words::RETURN_MAPPED}</InsetText> });
        view! {
            <p class="govuk-body">{lead}</p>
            {mapped}
            {desk.place(&at_of_files).map(|place| files::table(desk, &place))}
            <p class="govuk-body"><a class="govuk-link" href=expected>{words::RETURN_EXPECTED}</a></p>
            <div id=About::Return.key()>{of_all}</div>
            {ask}
            {sheet.map(|sheet| asking.parts(sheet))}
        }
        .into_any()
    }
}

/// A question that was asked, under what it is about.
fn note(desk: Desk, one: &Asked) -> AnyView {
    let href = desk.href(&Part::Question(one.id.clone()));
    let text = one.text.clone();
    view! {
        <p class="app-asked">{standing_tag(one.standing)}" "
            <a class="govuk-link app-plain-text" href=href>{text}</a></p>
    }
    .into_any()
}

/// What the parts of the sheet need to be asked about.
struct Asking {
    desk: Desk,
    at: ReturnAt,
    is_open: bool,
    asked: Vec<Asked>,
}

impl Asking {
    fn parts(&self, sheet: Sheet) -> Vec<AnyView> {
        let mut seen = BTreeSet::new();
        sheet.parts.into_iter().map(|part| self.part(part, &mut seen)).collect()
    }

    fn part(&self, part: SheetPart, seen: &mut BTreeSet<About>) -> AnyView {
        let SheetPart { title, introduction, rows } = part;
        let rows: Vec<SummaryRow> = rows.into_iter().map(|row| self.row(row, seen)).collect();
        let introduction = (!introduction.is_empty())
            .then(|| view! { <p class="govuk-body app-plain-text">{introduction}</p> });
        view! {
            {introduction}
            <SummaryList card=SummaryCard::new(title) rows=rows class="app-answers" />
        }
        .into_any()
    }

    /// An answer, with the way to ask about it; what was asked stands at the first row of its place.
    fn row(&self, row: Row, seen: &mut BTreeSet<About>) -> SummaryRow {
        let Row { asks, said, about } = row;
        let text = text(said);
        let Some(about) = about else {
            return SummaryRow::new(asks, view! { <span class="app-plain-text">{text}</span> });
        };
        let first = seen.insert(about.clone());
        let here = self.asked.iter().filter(|one| first && one.about == about);
        let notes: Vec<AnyView> = here.map(|one| note(self.desk, one)).collect();
        let id = first.then(|| about.key());
        let value = view! { <span class="app-plain-text" id=id>{text}</span>{notes} };
        let hidden = words::about_what(&asks);
        let row = SummaryRow::new(asks, value);
        if !self.is_open {
            return row;
        }
        let href = self.desk.href(&Part::Ask(self.at.clone(), about));
        row.action(ActionLink::new(words::ASK, href).hidden(hidden))
    }
}
