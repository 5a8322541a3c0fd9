//! The grades of all cases in one area: what charts and reports count (N-19, N-20, R-04).

use super::grid::{Grid, GridRow, NotGraded, NotJudged};
use crate::id::{AreaId, CaseRef, GradeId};
use crate::panel::judgement::Verdict;
use crate::panel::workbook::Workbook;

/// How many cases have which grade in one area, or overall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// Which area; `None` for the cases overall.
    pub area: Option<AreaId>,
    /// Every grade that the scale offers here, in its order, also those that no case has.
    pub rows: Vec<DistributionRow>,
    /// Cases without a grade, each with the reason (N-19).
    pub not_judged: Vec<(CaseRef, NotJudged)>,
    /// Cases with a grade: the denominator (N-20).
    pub judged: usize,
    /// Open cases in the round; the denominator is printed where it differs.
    pub of: usize,
}

/// The cases that have one grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistributionRow {
    /// Which grade.
    pub grade: GradeId,
    /// As read by a person.
    pub label: String,
    /// The cases, in the plan's order, and whose grade it is.
    pub cases: Vec<(CaseRef, Basis)>,
}

/// Whose grade a case is counted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The panel's judgement.
    Judgement,
    /// A judgement that is open again, for want of a new one (V-04, N-16).
    ReopenedJudgement,
    /// What the gradings suggest; the panel has not judged yet.
    Suggestion,
}

impl Distribution {
    /// How many of the judged cases rest on a suggestion only.
    pub fn suggested(&self) -> usize {
        self.bases().filter(|basis| *basis == Basis::Suggestion).count()
    }

    /// How many rest on a judgement that is open again (V-04, N-16).
    pub fn reopened(&self) -> usize {
        self.bases().filter(|basis| *basis == Basis::ReopenedJudgement).count()
    }

    /// Whether every grade is a judgement that stands: fit to be published.
    pub fn is_final(&self) -> bool {
        self.bases().all(|basis| basis == Basis::Judgement)
    }

    /// Whether the panel has still to come to an end on a case, so that nothing is published of it
    /// as not judged.
    pub fn waits(&self) -> bool {
        self.not_judged.iter().any(|(_, why)| match why {
            NotJudged::NotYet | NotJudged::Deferred => true,
            NotJudged::NotGraded(_) | NotJudged::ByThePanel => false,
        })
    }

    fn bases(&self) -> impl Iterator<Item = Basis> {
        self.rows.iter().flat_map(|row| &row.cases).map(|(_, basis)| *basis)
    }
}

/// One area across all open cases.
pub fn distribution(workbook: &Workbook, area: Option<&AreaId>) -> Distribution {
    distributions(workbook)
        .into_iter()
        .find(|distribution| distribution.area.as_ref() == area)
        .unwrap_or_else(|| empty(workbook, area.cloned()))
}

/// Every graded area in the tool's order, then the cases overall, across all open cases.
pub fn distributions(workbook: &Workbook) -> Vec<Distribution> {
    let mut counting = Counting::of(workbook);
    while counting.count_next(workbook) {}
    counting.counted()
}

/// The distributions of a workbook while its cases are counted: one after the other, so that a
/// page can do something else between two of many.
#[derive(Debug, Clone)]
pub struct Counting {
    all: Vec<Distribution>,
    left: std::vec::IntoIter<CaseRef>,
}

impl Counting {
    /// Of all open cases, none of which is counted yet.
    pub fn of(workbook: &Workbook) -> Self {
        let cases: Vec<CaseRef> =
            workbook.plan().open_cases().map(|case| case.case_ref.clone()).collect();
        Self { all: Vec::new(), left: cases.into_iter() }
    }

    /// Counts one more case of the same workbook, unchanged since; whether there was one.
    pub fn count_next(&mut self, workbook: &Workbook) -> bool {
        let Some(case) = self.left.next() else { return false };
        for (at, row) in Grid::of(workbook, &case).rows.iter().enumerate() {
            if self.all.len() <= at {
                self.all.push(empty(workbook, row.subject.area.clone()));
            }
            if let Some(distribution) = self.all.get_mut(at) {
                distribution.count(row);
            }
        }
        true
    }

    /// What was counted so far: the whole once no case is left.
    pub fn counted(self) -> Vec<Distribution> {
        self.all
    }
}

fn empty(workbook: &Workbook, area: Option<AreaId>) -> Distribution {
    let plan = workbook.plan();
    let scale = &plan.round.tool.scale;
    let offered = scale
        .grades
        .iter()
        .filter(|grade| if area.is_some() { grade.for_area } else { grade.for_case });
    let rows = offered.map(|grade| DistributionRow {
        grade: grade.id.clone(),
        label: grade.label.clone(),
        cases: Vec::new(),
    });
    let (rows, of) = (rows.collect(), plan.open_cases().count());
    Distribution { rows, not_judged: Vec::new(), judged: 0, of, area }
}

impl Distribution {
    fn count(&mut self, row: &GridRow) {
        let case = row.subject.case.clone();
        match counted(row) {
            Ok((grade, basis)) => {
                if let Some(row) = self.rows.iter_mut().find(|row| row.grade == grade) {
                    row.cases.push((case, basis));
                    self.judged += 1;
                }
            }
            Err(why) => self.not_judged.push((case, why)),
        }
    }
}

/// The grade with which a case is counted, or why there is none.
fn counted(row: &GridRow) -> Result<(GradeId, Basis), NotJudged> {
    use crate::panel::judgement::JudgementState::{Barred, Reopened, Stands};
    if let Some((judgement, state)) = &row.judgement {
        let basis = match state {
            Stands => Basis::Judgement,
            Reopened { .. } | Barred { .. } => Basis::ReopenedJudgement,
        };
        return match &judgement.decision.verdict {
            Verdict::Grade { grade, .. } => Ok((grade.clone(), basis)),
            Verdict::NotJudged if *state == Stands => Err(NotJudged::ByThePanel),
            // V-04: what the panel decided on other returns is no decision on these.
            Verdict::NotJudged => Err(NotJudged::NotYet),
            Verdict::Deferred => Err(NotJudged::Deferred),
        };
    }
    match (&row.suggestion, row.not_graded) {
        (Some(suggestion), _) => Ok((suggestion.grade.clone(), Basis::Suggestion)),
        (None, Some(why)) => Err(NotJudged::NotGraded(why)),
        (None, None) => Err(NotJudged::NotYet),
    }
}

impl NotGraded {
    /// In a report's words, after "not judged: ".
    pub fn words(self) -> &'static str {
        match self {
            Self::NothingReceived => "no return was received",
            Self::NilReturnsOnly => "no agency had been involved",
            Self::NobodyGraded => "no agency could grade it",
            Self::NotComparable => "the grades are on another scale",
        }
    }
}

impl NotJudged {
    /// In a report's words, after "not judged: ".
    pub fn words(self) -> &'static str {
        match self {
            Self::NotGraded(why) => why.words(),
            Self::ByThePanel => "the panel decided not to judge it",
            Self::Deferred => "the panel has left it for later",
            Self::NotYet => "the panel has not judged it yet",
        }
    }
}
