//! What a round states of itself, stated anew while it runs: what it is about, its dates, whom to call, names.
//!
//! What agencies answer by is none of it: the tool and its scale (K-01), how far back is read and judged, what is
//! asked of auditors, who can open returns, which cases there are and who audits them.

use super::boxes::{DAYS, LINES, MONTHS, contact_fields};
use super::read::{Reading, about, concern_route, contacts, dates, own_words};
use super::{SetUpFault, SetUpFaultKind, SetUpTexts, lines};
use crate::id::{AgencyId, SlotId};
use crate::round::{Agency, Contact, Month, Round, RoundPlan, Slot, Term};
use crate::timescale::{StandardSet, TypedDate};

/// The box in which it is said why details of a round are changed.
pub const REASON: &str = "why";
/// Where it stands that nothing is changed.
pub const CHANGE: &str = "change";
/// Begins the ids of the boxes with the names of agencies.
pub const AGENCY: &str = "agency-";

/// Begins the ids of the boxes with the labels of places.
pub const PLACE: &str = "place-";

/// Begins the ids of the boxes with the other authorities of places.
pub const AUTHORITY: &str = "authority-";

/// Begins the ids of the boxes with the limits of those authorities.
const LIMITS: &str = "limits-";

/// The box with the name of an agency.
pub fn agency_box(agency: &AgencyId) -> String {
    [AGENCY, agency.as_str()].concat()
}

/// The box with the label of a place.
pub fn place_box(slot: &SlotId) -> String {
    [PLACE, slot.as_str()].concat()
}

/// The box with another authority whose standards a place was held to (edge case 14).
pub fn authority_box(slot: &SlotId) -> String {
    [AUTHORITY, slot.as_str()].concat()
}

/// The box with that authority's own limits, one a line (edge case 14).
pub fn limits_box(slot: &SlotId) -> String {
    [LIMITS, slot.as_str()].concat()
}

impl RoundPlan {
    /// What stands in the boxes of the round's details before anybody has typed.
    pub fn details(&self) -> SetUpTexts {
        let mut round = self.round.clone();
        let mut texts = SetUpTexts::new();
        lines_of(&mut texts, &mut round);
        dates_of(&mut texts, &mut round);
        contacts_of(&mut texts, &round.report.contacts);
        for agency in &self.agencies {
            texts.insert(agency_box(&agency.id), agency.name.clone());
        }
        let standards = round.standards();
        for slot in &self.slots {
            let limits = standards.ec14_lines(&slot.limits).join("\n");
            texts.insert(limits_box(&slot.id), limits);
            texts.insert(place_box(&slot.id), slot.label.clone());
            texts.insert(authority_box(&slot.id), slot.authority.clone());
        }
        texts
    }

    /// The plan as what is typed states it, in the place of what stood in those boxes; else all that is
    /// wrong, in the order of the page.
    pub fn with_details(&self, typed: &SetUpTexts) -> Result<Self, Vec<SetUpFault>> {
        let mut texts = self.details();
        texts.extend(typed.clone());
        let mut reading = Reading::of(&texts);
        let mut plan = self.clone();
        about(&mut reading, &mut plan.round);
        plan.round.terms_of_reference = lines(&reading.text("terms"));
        dates(&mut reading, &mut plan.round);
        concern_route(&reading, &mut plan.round);
        own_words(&mut reading, &mut plan.round);
        contacts(&mut reading, &mut plan.round);
        names(&mut reading, &mut plan.agencies);
        labels(&mut reading, &mut plan.slots);
        authorities(&mut reading, &mut plan.slots, &plan.round.standards());
        if reading.faults.is_empty() { Ok(plan) } else { Err(reading.faults) }
    }
}

fn lines_of(texts: &mut SetUpTexts, round: &mut Round) {
    let mut put = |field: &str, text: String| drop(texts.insert(field.to_owned(), text));
    for (field, place) in LINES {
        put(field, place(round).clone());
    }
    // It follows the name, as where a round is set up.
    if round.board.short_name == round.board.name {
        put("board-short", String::new());
    }
    put("themes", round.themes.join("\n"));
    put("enquiry", round.lines_of_enquiry.join("\n"));
    put("terms", round.terms_of_reference.join("\n"));
    put("author-name", round.report.author.name.clone());
    put("suppress-below", round.report.suppress_below.to_string());
    for term in Term::ALL {
        put(&["word-", term.as_str()].concat(), round.terminology.say(term));
    }
    for (field, place) in contact_fields() {
        put(field, place(&mut round.concern_route).clone());
    }
}

fn dates_of(texts: &mut SetUpTexts, round: &mut Round) {
    for (field, place) in DAYS {
        let day = place(&mut round.dates).map(TypedDate::of);
        put_date(texts, field, &day.unwrap_or_default());
    }
    for (field, place) in MONTHS {
        let month = *place(&mut round.dates);
        put_date(texts, field, &typed_month(month));
    }
    put_date(texts, "selected", &typed_month(round.cases.selected));
}

fn typed_month(month: Option<Month>) -> TypedDate {
    let typed = |month: Month| TypedDate {
        month: month.month.to_string(),
        year: month.year.to_string(),
        ..TypedDate::default()
    };
    month.map(typed).unwrap_or_default()
}

fn put_date(texts: &mut SetUpTexts, field: &str, date: &TypedDate) {
    for (part, text) in [("day", &date.day), ("month", &date.month), ("year", &date.year)] {
        texts.insert([field, "-", part].concat(), text.clone());
    }
}

fn contacts_of(texts: &mut SetUpTexts, contacts: &[Contact]) {
    let mut keys = Vec::new();
    for (contact, number) in contacts.iter().zip(1_u32..) {
        let key = number.to_string();
        let field = |part: &str| ["contacts-", &key, "-", part].concat();
        texts.insert(field("heading"), contact.heading.clone());
        texts.insert(field("text"), contact.text.clone());
        keys.push(key);
    }
    texts.insert("contacts".to_owned(), keys.join(" "));
}

/// Two agencies of one kind are told apart by their names.
fn names(reading: &mut Reading<'_>, agencies: &mut [Agency]) {
    for agency in agencies.iter_mut() {
        agency.name = reading.text(&agency_box(&agency.id));
    }
    for (at, agency) in agencies.iter().enumerate() {
        let same = |one: &Agency| one.kind == agency.kind && one.name == agency.name;
        if agency.name.is_empty() {
            reading.fault(&agency_box(&agency.id), SetUpFaultKind::Missing);
        } else if agencies[..at].iter().any(same) {
            reading.fault(&agency_box(&agency.id), SetUpFaultKind::SameAgency);
        }
    }
}

/// Two places of one agency are told apart by their labels, as where one is added; what stood there before may
/// stay.
fn labels(reading: &mut Reading<'_>, slots: &mut [Slot]) {
    let before: Vec<String> = slots.iter().map(|slot| slot.label.clone()).collect();
    for slot in slots.iter_mut() {
        slot.label = reading.text(&place_box(&slot.id));
    }
    for (slot, was) in slots.iter().zip(&before) {
        let same = |one: &Slot| {
            let blank = slot.label.is_empty();
            one.id != slot.id && one.agency == slot.agency && (blank || one.label == slot.label)
        };
        if slot.label != *was && slots.iter().any(same) {
            reading.fault(&place_box(&slot.id), SetUpFaultKind::SamePlace);
        }
    }
}

/// EC 14: whose standards a place was held to, and which limits differ. Limits that nobody is named for are
/// nobody's.
fn authorities(reading: &mut Reading<'_>, slots: &mut [Slot], standards: &StandardSet) {
    for slot in slots {
        let (named, limits) = (authority_box(&slot.id), limits_box(&slot.id));
        slot.authority = reading.text(&named);
        match standards.ec14_read(&reading.text(&limits)) {
            Err(fault) => reading.fault(&limits, SetUpFaultKind::Limits(fault)),
            Ok(stated) => slot.limits = stated,
        }
        if slot.authority.is_empty() && !reading.text(&limits).is_empty() {
            reading.fault(&named, SetUpFaultKind::Missing);
        }
    }
}
