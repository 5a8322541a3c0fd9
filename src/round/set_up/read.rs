//! From what is typed to a round, or to what is wrong with it.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::boxes::{DAYS, LINES, MONTHS, contact_fields};
use super::{SetUp, SetUpRandom, SetUpTexts, lines};
use crate::envelope::EnrolmentSecret;
use crate::id::AgencyKind;
use crate::round::{Contact, Invited, Month, Round, RoundDraft, SealPolicy, Term, Terminology};
use crate::text::from_token;
use crate::timescale::{LimitFault, TypedDate, shipped_sets, standards};
use crate::tool::edit::{Edit, ToolDraft};

/// Most cases of one round.
const CASES: RangeInclusive<u32> = 1..=200;
/// Months that a window may have.
const MONTHS_BACK: RangeInclusive<u32> = 1..=240;
/// Numbers below which nothing is published (I-09).
const SUPPRESS: RangeInclusive<u32> = 0..=100;

/// Something that is wrong with what is typed, and in which box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpFault {
    /// Id of the box.
    pub field: String,
    /// What.
    pub kind: SetUpFaultKind,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetUpFaultKind {
    /// Something must be said here.
    Missing,
    /// A whole number within these bounds belongs here.
    Number {
        /// Smallest.
        least: u32,
        /// Largest.
        most: u32,
    },
    /// No calendar has this date.
    Date,
    /// The window that is judged begins before the one that is read.
    JudgedBeforeRead,
    /// At least one auditor, each with a kind and a name.
    Auditors,
    /// The tool has no scale for what is to be graded.
    CannotGrade,
    /// Another agency of this kind has this name.
    SameAgency,
    /// Another place of this agency has this label, or it has others and this one has none.
    SamePlace,
    /// What is typed is no limits of local standards (edge case 14).
    Limits(LimitFault),
    /// Everything is as it was.
    Unchanged,
}

impl SetUpFault {
    /// What is wrong in this box.
    pub fn new(field: &str, kind: SetUpFaultKind) -> Self {
        Self { field: field.to_owned(), kind }
    }
}

/// Reads box after box; what is wrong comes in the order of reading.
pub(super) struct Reading<'a> {
    texts: &'a SetUpTexts,
    pub(super) faults: Vec<SetUpFault>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(texts: &'a SetUpTexts) -> Self {
        Self { texts, faults: Vec::new() }
    }

    pub(super) fn text(&self, field: &str) -> String {
        self.texts.get(field).map_or_else(String::new, |text| text.trim().to_owned())
    }

    pub(super) fn fault(&mut self, field: &str, kind: SetUpFaultKind) {
        self.faults.push(SetUpFault::new(field, kind));
    }

    fn number(&mut self, field: &str, range: RangeInclusive<u32>) -> u32 {
        let typed = self.text(field).parse().ok().filter(|number| range.contains(number));
        let (least, most) = range.into_inner();
        typed.unwrap_or_else(|| {
            self.fault(field, SetUpFaultKind::Number { least, most });
            least
        })
    }

    fn date(&mut self, field: &str, month_only: bool) -> Option<NaiveDate> {
        let part = |part: &str| self.text(&[field, "-", part].concat());
        let day = if month_only { String::new() } else { part("day") };
        let typed =
            TypedDate { day, month: part("month"), year: part("year"), ..Default::default() };
        if typed.is_blank() {
            return None;
        }
        let day = if month_only { "1".to_owned() } else { typed.day.clone() };
        // A year alone, or a month alone, is no day.
        let whole = !day.is_empty() && !typed.month.is_empty() && !typed.year.is_empty();
        let date = TypedDate { day, ..typed }.exact().filter(|_| whole);
        if date.is_none() {
            self.fault(field, SetUpFaultKind::Date);
        }
        date
    }

    /// Rows of a list, each by its key.
    fn rows(&self, list: &str) -> Vec<String> {
        self.text(list).split_whitespace().map(|key| [list, "-", key, "-"].concat()).collect()
    }
}

impl SetUp {
    /// The round that is typed, with what it was begun from; else all that is wrong, in the order of
    /// the page. What was never typed is as the template begins it.
    pub fn read(
        &self,
        typed: &SetUpTexts,
        issued: NaiveDate,
        random: SetUpRandom<'_>,
    ) -> Result<RoundDraft, Vec<SetUpFault>> {
        let mut texts = self.begins.clone();
        texts.extend(typed.clone());
        let mut reading = Reading::of(&texts);
        let mut round = self.round(random.round);
        about(&mut reading, &mut round);
        let planned = windows(&mut reading, &mut round);
        dates(&mut reading, &mut round);
        asked(&mut reading, &mut round);
        self.graded(&mut reading, &mut round);
        own_words(&mut reading, &mut round);
        contacts(&mut reading, &mut round);
        round.terms_of_reference = match texts.get("terms") == self.begins.get("terms") {
            true => self.template.terms_of(&round),
            false => lines(&reading.text("terms")),
        };
        let auditors = auditors(&mut reading, random.ids, random.secret);
        if !reading.faults.is_empty() {
            return Err(reading.faults);
        }
        Ok(RoundDraft {
            round,
            issued,
            seal: SealPolicy::Off,
            cases: (0..planned).map(|_| (random.case)()).collect(),
            auditors,
            attributes: self.template.attributes.clone(),
        })
    }

    /// What carries a grade: as the tool has it, or a new version of the tool (K-01).
    fn graded(&self, reading: &mut Reading<'_>, round: &mut Round) {
        let Some(graded_by) = from_token(&reading.text("graded-by")) else { return };
        if graded_by == self.tool.graded_by {
            return;
        }
        let mut draft = ToolDraft::of(self.tool.clone());
        let finished =
            draft.apply(&Edit::GradedBy(graded_by)).ok().and_then(|()| draft.finished().ok());
        match finished {
            Some(tool) => round.tool = tool,
            None => reading.fault("graded-by", SetUpFaultKind::CannotGrade),
        }
    }
}

/// What the round is about, and whose it is.
pub(super) fn about(reading: &mut Reading<'_>, round: &mut Round) {
    for (field, place) in LINES {
        *place(round) = reading.text(field);
    }
    for field in ["title", "board"] {
        if reading.text(field).is_empty() {
            reading.fault(field, SetUpFaultKind::Missing);
        }
    }
    if round.board.short_name.is_empty() {
        round.board.short_name.clone_from(&round.board.name);
    }
    round.themes = lines(&reading.text("themes"));
    round.lines_of_enquiry = lines(&reading.text("enquiry"));
}

/// How many cases, how they are chosen, and how far back they are read and judged.
fn windows(reading: &mut Reading<'_>, round: &mut Round) -> u32 {
    if let Some(selection) = from_token(&reading.text("selection")) {
        round.selection = selection;
    }
    let planned = reading.number("cases", CASES);
    round.cases.planned = Some(planned);
    let before = reading.faults.len();
    round.window.look_back_months = reading.number("look-back", MONTHS_BACK);
    round.window.judgement_months = reading.number("judgement", MONTHS_BACK);
    let numbers = reading.faults.len() == before;
    if numbers && round.window.look_back_months < round.window.judgement_months {
        reading.fault("judgement", SetUpFaultKind::JudgedBeforeRead);
    }
    planned
}

/// Each stands alone: no order among them is enforced.
pub(super) fn dates(reading: &mut Reading<'_>, round: &mut Round) {
    let (first, last) = DAYS.split_at(3);
    for (field, place) in first {
        *place(&mut round.dates) = reading.date(field, false);
    }
    let month = |date: NaiveDate| {
        Some(Month { year: date.year(), month: u8::try_from(date.month()).ok()? })
    };
    round.cases.selected = reading.date("selected", true).and_then(month);
    for (field, place) in MONTHS {
        *place(&mut round.dates) = reading.date(field, true).and_then(month);
    }
    for (field, place) in last {
        *place(&mut round.dates) = reading.date(field, false);
    }
}

fn asked(reading: &mut Reading<'_>, round: &mut Round) {
    let policy = &mut round.policy;
    policy.chronology_required = reading.text("chronology") == "yes";
    policy.second_sign_off = reading.text("second") == "yes";
    if let Some(by) = from_token(&reading.text("integrated-by")) {
        policy.integration.by = by;
    }
    if let Some(suggests) = from_token(&reading.text("suggests")) {
        policy.integration.suggests = suggests;
    }
    concern_route(reading, round);
    let chosen = reading.text("standards");
    let set = shipped_sets().into_iter().find(|set| set.id == chosen);
    round.timescales = set.filter(|set| *set != standards());
}

/// Whom auditors tell of an immediate concern (C-01).
pub(super) fn concern_route(reading: &Reading<'_>, round: &mut Round) {
    for (field, place) in contact_fields() {
        *place(&mut round.concern_route) = reading.text(field);
    }
}

/// What the board calls things, and how small a number it prints.
pub(super) fn own_words(reading: &mut Reading<'_>, round: &mut Round) {
    let word = |words: Terminology, term: Term| {
        words.with(term, &reading.text(&["word-", term.as_str()].concat()))
    };
    round.terminology = Term::ALL.into_iter().fold(Terminology::default(), word);
    round.report.suppress_below = reading.number("suppress-below", SUPPRESS);
}

/// Whom its reports name. A row that says nothing is none.
pub(super) fn contacts(reading: &mut Reading<'_>, round: &mut Round) {
    round.report.author.name = reading.text("author-name");
    round.report.contacts.clear();
    for row in reading.rows("contacts") {
        let field = [&row, "heading"].concat();
        let contact =
            Contact { heading: reading.text(&field), text: reading.text(&[&row, "text"].concat()) };
        match (contact.heading.is_empty(), contact.text.is_empty()) {
            (true, true) => {}
            (true, false) => reading.fault(&field, SetUpFaultKind::Missing),
            (false, _) => round.report.contacts.push(contact),
        }
    }
}

fn auditors(
    reading: &mut Reading<'_>,
    ids: &mut dyn FnMut() -> (crate::id::AgencyId, crate::id::SlotId),
    secret: &mut dyn FnMut() -> [u8; 32],
) -> Vec<Invited> {
    let mut read = |row: String| {
        let text = |name: &str| reading.text(&[&row, name].concat());
        let (kind, name) = (AgencyKind::new(text("kind")).ok()?, text("name"));
        let (agency, slot) = ids();
        let secret = EnrolmentSecret::from_bytes(secret());
        (!name.is_empty()).then(|| Invited {
            agency,
            slot,
            kind,
            name,
            label: text("label"),
            secret,
        })
    };
    let rows = reading.rows("auditors");
    let mut open: Vec<String> = rows.iter().filter_map(|row| open_box(reading, row)).collect();
    let read: Option<Vec<Invited>> = rows.into_iter().map(&mut read).collect();
    match read.filter(|auditors| !auditors.is_empty()) {
        Some(auditors) => auditors,
        None => {
            if open.is_empty() {
                open.push("auditors".to_owned());
            }
            open.iter().for_each(|field| reading.fault(field, SetUpFaultKind::Auditors));
            Vec::new()
        }
    }
}

/// The box in which an auditor's row lacks something.
fn open_box(reading: &Reading<'_>, row: &str) -> Option<String> {
    let [kind, name] = ["kind", "name"].map(|part| [row, part].concat());
    if AgencyKind::new(reading.text(&kind)).is_err() {
        return Some(kind);
    }
    reading.text(&name).is_empty().then_some(name)
}
