//! What is reported of an action, and what the board decides on it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Owner;
use crate::id::ItemId;
use crate::panel::log::Stamp;

/// Something that happened to an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActionUpdate {
    /// Which action.
    pub action: ItemId,
    /// What.
    pub step: ActionStep,
    /// The sheet on which an agency sent it; `None` where it was recorded here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<ItemId>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ActionStep {
    /// Its owner reports something; the last report of each field counts.
    Reported(Report),
    /// It is due later; the date first agreed stays known (AP-05).
    Extended {
        /// The new date.
        due: NaiveDate,
        /// Why. Never blank.
        reason: String,
    },
    /// A milestone was reached.
    MilestoneReached {
        /// Which.
        milestone: ItemId,
        /// When.
        on: NaiveDate,
    },
    /// The board's group looked at it.
    Reviewed {
        /// When.
        on: NaiveDate,
    },
    /// It is closed: somebody other than the owner saw the evidence (AP-06).
    Closed {
        /// Who saw it.
        reviewer: Owner,
        /// When.
        on: NaiveDate,
    },
    /// It is open again.
    Reopened {
        /// Why. Never blank.
        reason: String,
    },
    /// It was taken to somebody who can move it.
    Escalated {
        /// To whom, such as "Chair of the board".
        to: String,
        /// Why. Never blank.
        reason: String,
    },
    /// It needs that somebody no longer.
    EscalationEnded {
        /// What came of it. Never blank.
        outcome: String,
    },
    /// Another takes its place, or it is not to be done.
    Superseded {
        /// The other; `None` where there is none.
        by: Option<ItemId>,
        /// Why. Never blank.
        reason: String,
    },
}

/// What the owner of an action reports: what agencies may change on their sheet (AP-09).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// How it goes.
    Progress(Progress),
    /// When it was completed.
    CompletedOn(Option<NaiveDate>),
    /// What has been done so far.
    Note(String),
    /// What shows that it is done.
    Evidence(String),
    /// What difference it has made to children.
    Impact(String),
    /// A later date that the owner asks for.
    DateAsked(Option<NaiveDate>),
    /// Why.
    DateReason(String),
}

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportField {
    /// [`Report::Progress`].
    Progress,
    /// [`Report::CompletedOn`].
    CompletedOn,
    /// [`Report::Note`].
    Note,
    /// [`Report::Evidence`].
    Evidence,
    /// [`Report::Impact`].
    Impact,
    /// [`Report::DateAsked`].
    DateAsked,
    /// [`Report::DateReason`].
    DateReason,
}

/// How an action goes, as its owner says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nothing has been done.
    #[default]
    NotStarted,
    /// As planned.
    OnTrack,
    /// It may not be done in time.
    AtRisk,
    /// It is done; whether it is closed is the board's to say (AP-06).
    Complete,
}

impl Progress {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::NotStarted, Self::OnTrack, Self::AtRisk, Self::Complete];

    /// As read and written by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "Not started",
            Self::OnTrack => "On track",
            Self::AtRisk => "At risk",
            Self::Complete => "Complete",
        }
    }
}

impl Report {
    /// What it is about.
    pub fn field(&self) -> ReportField {
        match self {
            Self::Progress(_) => ReportField::Progress,
            Self::CompletedOn(_) => ReportField::CompletedOn,
            Self::Note(_) => ReportField::Note,
            Self::Evidence(_) => ReportField::Evidence,
            Self::Impact(_) => ReportField::Impact,
            Self::DateAsked(_) => ReportField::DateAsked,
            Self::DateReason(_) => ReportField::DateReason,
        }
    }

    /// As read by a person, and as it stands on a sheet: dates as 2026-12-31.
    pub fn text(&self) -> String {
        match self {
            Self::Progress(progress) => progress.label().to_owned(),
            Self::CompletedOn(date) | Self::DateAsked(date) => {
                date.map(|date| date.to_string()).unwrap_or_default()
            }
            Self::Note(text)
            | Self::Evidence(text)
            | Self::Impact(text)
            | Self::DateReason(text) => text.clone(),
        }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text().is_empty()
    }

    /// The same without blanks around it and with plain line ends, as it is kept and compared.
    pub fn tidied(self) -> Self {
        match self {
            Self::Note(text) => Self::Note(tidy(&text)),
            Self::Evidence(text) => Self::Evidence(tidy(&text)),
            Self::Impact(text) => Self::Impact(tidy(&text)),
            Self::DateReason(text) => Self::DateReason(tidy(&text)),
            Self::Progress(_) | Self::CompletedOn(_) | Self::DateAsked(_) => self,
        }
    }
}

impl ReportField {
    /// All, in the order of a sheet's columns.
    pub const ALL: [Self; 7] = [
        Self::Progress,
        Self::CompletedOn,
        Self::Note,
        Self::Evidence,
        Self::Impact,
        Self::DateAsked,
        Self::DateReason,
    ];

    /// As read by a person; heads its column on a sheet.
    pub fn label(self) -> &'static str {
        match self {
            Self::Progress => "Progress",
            Self::CompletedOn => "Completed on",
            Self::Note => "What has been done",
            Self::Evidence => "Evidence that it is done",
            Self::Impact => "Difference made to children",
            Self::DateAsked => "Later date asked for",
            Self::DateReason => "Why a later date",
        }
    }

    /// What stands in it before anything is reported.
    pub fn blank(self) -> Report {
        match self {
            Self::Progress => Report::Progress(Progress::default()),
            Self::CompletedOn => Report::CompletedOn(None),
            Self::Note => Report::Note(String::new()),
            Self::Evidence => Report::Evidence(String::new()),
            Self::Impact => Report::Impact(String::new()),
            Self::DateAsked => Report::DateAsked(None),
            Self::DateReason => Report::DateReason(String::new()),
        }
    }
}

/// Without blanks at its ends, every line ended by a line feed.
pub(super) fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}
