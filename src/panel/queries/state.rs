//! Whether a question is answered: read from the return that counts, never stored.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{IssuedPack, Query};
use crate::audit_return::{PanelQuestion, Return};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::QueryId;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;

/// Where a question stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryState {
    /// Nothing that counts answers it.
    Open {
        /// A later version than the one asked about counts, or a return that was begun anew, and does not answer it.
        passed_over_in: Option<u32>,
    },
    /// The return that counts answers it.
    Answered(Box<QueryAnswer>),
    /// It asked where nothing had come, and a return has come since.
    Arrived {
        /// The version that counts.
        version: u32,
    },
    /// The panel withdrew it.
    Withdrawn,
    /// Its case no longer counts (V-09).
    CaseWithdrawn,
}

/// What an agency answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryAnswer {
    /// In which file.
    pub file: Hash,
    /// Of which version.
    pub version: u32,
    /// In the auditor's words, with what the auditor says was changed.
    pub answer: PanelQuestion,
    /// Whether what it is about differs between the version asked about and this one;
    /// `None` where that version is not here.
    pub differs: Option<bool>,
}

/// Where a question stands, in the one word by which a list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryStanding {
    /// Written, and in no file yet.
    Draft,
    /// In a file, and waiting for an answer.
    Sent,
    /// No answer came by the day on which it was asked for, sent or not.
    Overdue,
    /// The return that counts answers it.
    Answered,
    /// A return was asked for, and has come.
    Arrived,
    /// The panel withdrew it.
    Withdrawn,
    /// Its case no longer counts (V-09).
    CaseWithdrawn,
}

impl QueryStanding {
    /// Whether an answer is still waited for.
    pub fn is_open(self) -> bool {
        match self {
            Self::Draft | Self::Sent | Self::Overdue => true,
            Self::Answered | Self::Arrived | Self::Withdrawn | Self::CaseWithdrawn => false,
        }
    }
}

impl Query {
    /// Whether the day by which an answer was asked for is over.
    pub(super) fn is_past(&self, today: NaiveDate) -> bool {
        self.answer_by.is_some_and(|by| by < today)
    }
}

impl Workbook {
    /// Where a question stands, in one word; `today` decides what is overdue.
    pub fn query_standing(&self, query: &Query, today: NaiveDate) -> QueryStanding {
        match self.query_state(query) {
            QueryState::Answered(_) => QueryStanding::Answered,
            QueryState::Arrived { .. } => QueryStanding::Arrived,
            QueryState::Withdrawn => QueryStanding::Withdrawn,
            QueryState::CaseWithdrawn => QueryStanding::CaseWithdrawn,
            QueryState::Open { .. } if self.is_overdue(query, today) => QueryStanding::Overdue,
            QueryState::Open { .. } if self.last_sent(query).is_some() => QueryStanding::Sent,
            QueryState::Open { .. } => QueryStanding::Draft,
        }
    }

    /// Where a question stands now.
    pub fn query_state(&self, query: &Query) -> QueryState {
        self.state_of_query(query, self.withdrawal_of(&query.id).is_some())
    }

    /// Where a question stands of which it is known whether somebody withdrew it.
    pub(super) fn state_of_query(&self, query: &Query, withdrawn: bool) -> QueryState {
        if withdrawn {
            return QueryState::Withdrawn;
        }
        if self.index.cases.get(&query.place.case) != Some(&CaseStatus::Open) {
            return QueryState::CaseWithdrawn;
        }
        let Some((file, counting)) = self.counting(query) else {
            return QueryState::Open { passed_over_in: None };
        };
        let mut said = counting.panel_questions.iter();
        let answer = said.find(|one| one.question.id == query.id && one.is_answered());
        match (answer, &query.version) {
            (Some(answer), _) => QueryState::Answered(Box::new(QueryAnswer {
                file,
                version: counting.version,
                answer: answer.clone(),
                differs: self
                    .version_asked(query)
                    .map(|(_, before)| !query.about.is_same(before, counting)),
            })),
            (None, None) => QueryState::Arrived { version: counting.version },
            (None, Some(asked)) => {
                // A return that was begun anew counts its versions anew.
                let passed =
                    counting.return_id != asked.return_id || counting.version > asked.version;
                QueryState::Open { passed_over_in: passed.then_some(counting.version) }
            }
        }
    }

    /// Whether an answer is still waited for.
    pub fn is_open(&self, query: &Query) -> bool {
        matches!(self.query_state(query), QueryState::Open { .. })
    }

    /// Whether an answer is still waited for after the day by which it was asked for.
    pub fn is_overdue(&self, query: &Query, today: NaiveDate) -> bool {
        query.is_past(today) && self.is_open(query)
    }

    /// The last pack that held a question.
    pub fn last_sent(&self, query: &Query) -> Option<&IssuedPack> {
        self.issued_packs().iter().rfind(|pack| pack.questions.contains(&query.id))
    }

    /// The return that a question was written about, where its file is here.
    pub fn version_asked(&self, query: &Query) -> Option<(Hash, &Return)> {
        let asked = query.version.as_ref()?;
        let mut files = self.files_of(&query.place);
        let (file, _) = files.find(|(_, facts)| facts.payload == asked.payload)?;
        Some((file, self.audit_return(&file)?))
    }

    /// How many questions the return that counts for a place answers.
    ///
    /// Asked of each of thousands of files that come in: those that answer nothing look through no question.
    pub(in crate::panel) fn queries_answered_at(&self, place: &ReturnKey) -> usize {
        let counting = self.current(place).and_then(|file| self.audit_return(&file));
        let said = counting.into_iter().flat_map(|counting| &counting.panel_questions);
        let said = said.filter(|one| one.is_answered()).map(|one| &one.question.id);
        let said: BTreeSet<&QueryId> = gathered(said);
        if said.is_empty() {
            return 0;
        }
        let answered = |query: &&Query| {
            said.contains(&query.id) && matches!(self.query_state(query), QueryState::Answered(_))
        };
        self.queries_about(place).filter(answered).count()
    }

    fn counting(&self, query: &Query) -> Option<(Hash, &Return)> {
        let file = self.current(&query.place)?;
        Some((file, self.audit_return(&file)?))
    }
}
