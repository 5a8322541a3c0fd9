//! What is typed of a new round, and the round that it makes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::words;
use crate::browser::{now, random};
use crate::envelope::EnrolmentSecret;
use crate::id::{AgencyId, AgencyKind, SlotId};
use crate::round::{
    Board, Invited, Month, Round, RoundDates, RoundDraft, RoundTemplate, SealPolicy, Selection,
};
use crate::tool::{Tool, library};
use crate::ui::dates::{date_of, is_blank};
use crate::ui::govuk::{DateText, PageError};

/// Where a date of a round stands.
type Place<T> = fn(&mut RoundDates) -> &mut Option<T>;

/// The day that comes after all months.
const LAST_DAY: &str = "retention";

/// Days that a round may state: id, question, and where it stands.
pub const DAYS: [(&str, &str, Place<NaiveDate>); 4] = [
    ("agreed", words::AGREED, |dates| &mut dates.agreed),
    ("due", words::DUE, |dates| &mut dates.due),
    ("panel", words::PANEL_DAY, |dates| &mut dates.panel),
    (LAST_DAY, words::RETENTION, |dates| &mut dates.retention),
];

/// Months that a round may state, likewise.
pub const MONTHS: [(&str, &str, Place<Month>); 4] = [
    ("report", words::REPORT_MONTH, |dates| &mut dates.report),
    ("board-month", words::BOARD_MONTH, |dates| &mut dates.board),
    ("ratified", words::RATIFIED_MONTH, |dates| &mut dates.ratified),
    ("signed-off", words::SIGNED_OFF_MONTH, |dates| &mut dates.signed_off),
];

/// Ways of choosing cases, as written in a form.
pub const SELECTIONS: [(&str, &str, Selection); 4] = [
    ("purposive", words::PURPOSIVE, Selection::Purposive),
    ("random", words::RANDOM, Selection::Random),
    ("service-data", words::SERVICE_DATA, Selection::ServiceData),
    ("nominated", words::NOMINATED, Selection::Nominated),
];

/// What is typed, before it is a round.
#[derive(Clone)]
pub struct Form {
    /// What it began from.
    pub template: RoundTemplate,
    /// With what the template says; what is typed goes straight in.
    pub round: Round,
    /// Paragraphs, once somebody has changed them.
    pub terms: Option<String>,
    /// As typed.
    pub cases: String,
    /// As typed.
    pub look_back: String,
    /// As typed.
    pub judgement: String,
    /// By the ids of [`DAYS`] and [`MONTHS`].
    pub dates: BTreeMap<&'static str, DateText>,
    /// Returns can be read by whoever has the file.
    pub open: bool,
    /// Auditors' places.
    pub auditors: Vec<Row>,
}

/// One auditor's place, as typed.
#[derive(Clone)]
pub struct Row {
    /// Of the row on the page.
    pub key: String,
    /// Kind of agency.
    pub kind: String,
    /// Of the agency.
    pub name: String,
    /// Of the place.
    pub label: String,
}

impl Form {
    /// As the template begins it, with a row for each agency that it expects.
    pub fn of(template: RoundTemplate, tool: Tool) -> Self {
        let expected = |kind: &AgencyKind| {
            let name = tool.agency_kind(kind)?.name.clone();
            let kind = kind.to_string();
            Some(Row { key: random::hex(), kind, name, label: String::new() })
        };
        let auditors = template.agencies.iter().filter_map(expected).collect();
        let round = template.round(random::id(), tool);
        Self {
            cases: template.planned.to_string(),
            look_back: round.window.look_back_months.to_string(),
            judgement: round.window.judgement_months.to_string(),
            terms: None,
            dates: BTreeMap::new(),
            open: false,
            auditors,
            round,
            template,
        }
    }

    /// The template of this name with its tool.
    pub fn begin(template: &str) -> Option<Self> {
        let template =
            crate::round::round_templates().into_iter().find(|one| one.id == template)?;
        let tool = library::by_id(&template.tool)?;
        Some(Self::of(template, tool))
    }

    fn number(text: &str, least: u32, most: u32) -> Option<u32> {
        text.trim().parse().ok().filter(|number| (least..=most).contains(number))
    }

    /// What is wrong with it, in the order of the page.
    pub fn wrong(&self) -> Vec<PageError> {
        let named = |row: &Row| !row.kind.is_empty() && !row.name.trim().is_empty();
        let all_named = !self.auditors.is_empty() && self.auditors.iter().all(named);
        let rows = [
            (self.round.title.trim().is_empty(), "title", words::ENTER_TITLE),
            (self.round.board.name.trim().is_empty(), "board", words::ENTER_BOARD),
            (Self::number(&self.cases, 1, 200).is_none(), "cases", words::ENTER_CASES),
            (Self::number(&self.look_back, 1, 240).is_none(), "look-back", words::ENTER_MONTHS),
            (Self::number(&self.judgement, 1, 240).is_none(), "judgement", words::ENTER_MONTHS),
        ];
        let wrong = rows.into_iter().filter(|(wrong, ..)| *wrong);
        let mut errors: Vec<PageError> =
            wrong.map(|(_, id, text)| PageError::new(id, text)).collect();
        errors.extend(self.wrong_dates());
        if !all_named {
            errors.push(PageError::new("auditors", words::ENTER_AGENCIES));
        }
        errors
    }

    fn wrong_dates(&self) -> Vec<PageError> {
        let typed = |id| self.dates.get(id).filter(|typed| !is_blank(typed));
        let days =
            DAYS.iter().filter(|(id, ..)| typed(*id).is_some_and(|it| date_of(it).is_none()));
        let days = days.map(|(id, ..)| (*id, "-day"));
        let months =
            MONTHS.iter().filter(|(id, ..)| typed(*id).is_some_and(|it| month_of(it).is_none()));
        let months = months.map(|(id, ..)| (*id, "-month"));
        let mut wrong: Vec<_> = days.chain(months).collect();
        wrong.sort_by_key(|(id, _)| *id == LAST_DAY);
        wrong
            .into_iter()
            .map(|(id, first)| PageError::new(id, words::ENTER_REAL_DATE).at([id, first].concat()))
            .collect()
    }

    /// What was typed, as the core takes it; `None` where [`Self::wrong`] has something to say.
    pub fn draft(&self) -> Option<RoundDraft> {
        let mut round = self.round.clone();
        let planned = Self::number(&self.cases, 1, 200)?;
        round.cases.planned = Some(planned);
        round.window.look_back_months = Self::number(&self.look_back, 1, 240)?;
        round.window.judgement_months = Self::number(&self.judgement, 1, 240)?;
        for (id, _, place) in DAYS {
            *place(&mut round.dates) = self.dates.get(id).and_then(date_of);
        }
        for (id, _, place) in MONTHS {
            *place(&mut round.dates) = self.dates.get(id).and_then(month_of);
        }
        if round.board.short_name.trim().is_empty() {
            round.board = Board { short_name: round.board.name.clone(), ..round.board };
        }
        round.terms_of_reference = match &self.terms {
            Some(changed) => lines(changed),
            None => self.template.terms_of(&round),
        };
        Some(RoundDraft {
            round,
            issued: now().date_naive(),
            seal: SealPolicy::Off,
            cases: (0..planned).map(|_| random::id()).collect(),
            auditors: self.auditors.iter().filter_map(auditor).collect(),
        })
    }
}

/// The lines that say something.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn month_of(typed: &DateText) -> Option<Month> {
    use chrono::Datelike as _;
    let first = date_of(&DateText { day: "1".into(), ..typed.clone() })?;
    Some(Month { year: first.year(), month: u8::try_from(first.month()).ok()? })
}

fn auditor(row: &Row) -> Option<Invited> {
    Some(Invited {
        agency: random::id::<AgencyId>(),
        slot: random::id::<SlotId>(),
        kind: AgencyKind::new(row.kind.clone()).ok()?,
        name: row.name.trim().to_owned(),
        label: row.label.trim().to_owned(),
        secret: EnrolmentSecret::from_bytes(random::secret()),
    })
}
