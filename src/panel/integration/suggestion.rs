//! What the gradings of a case suggest, and whether they must be discussed (N-11, N-12).

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{AgencyGrading, GridRow};
use crate::gather::gathered;
use crate::id::{AgencyId, GradeId};
use crate::round::Suggests;
use crate::tool::{GradeLevel, Scale};

/// A grade that the panel may take up: a suggestion, never a result (N-11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The grade.
    pub grade: GradeId,
    /// How it came about.
    pub basis: SuggestionBasis,
}

/// How a suggestion came about (N-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionBasis {
    /// Every agency that graded gave this grade.
    Agreement,
    /// More agencies gave it than any other.
    MostCommon,
    /// The poorer of those given most often.
    TieToPoorer,
}

/// Why the panel must discuss a row (N-12). Differing views can be healthy challenge (SR19).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustDiscuss {
    /// The best and the poorest are this many steps apart, two or more.
    Spread {
        /// On the scale.
        steps: usize,
    },
    /// Inadequate beside good or better, with no more than a step between them.
    InadequateBesideGood,
}

impl Suggestion {
    /// N-11: whether a round that suggests this much shows it.
    pub(super) fn is_shown(&self, suggests: Suggests) -> bool {
        match suggests {
            Suggests::MostCommon => true,
            Suggests::Agreement => self.basis == SuggestionBasis::Agreement,
            Suggests::Nothing => false,
        }
    }
}

/// N-11: agreement, else the most common, and the poorer where two are as common. Never a mean.
///
/// An agency has one voice, however many of its slots graded: the grade that it
/// stands by, or until that is agreed theirs brought together by the same rule.
pub(super) fn suggest(scale: &Scale, row: &GridRow) -> Option<Suggestion> {
    let gradings = &row.gradings;
    let mut agencies: BTreeMap<&AgencyId, Vec<usize>> = BTreeMap::new();
    for grading in gradings {
        agencies.entry(&grading.voice.place.agency).or_default().push(grading.rank);
    }
    let voice = |(agency, ranks): (&&AgencyId, &Vec<usize>)| {
        let agreed = row.agency_view(agency).and_then(|view| scale.rank(&view.grade));
        agreed.or_else(|| most_common(ranks))
    };
    let voices: Vec<usize> = agencies.iter().filter_map(voice).collect();
    let rank = most_common(&voices)?;
    let grade = scale.grades.get(rank)?.id.clone();
    let all_agree = gradings.iter().all(|grading| grading.rank == rank);
    let tied =
        voices.iter().any(|other| *other != rank && count(&voices, *other) == count(&voices, rank));
    let basis = if all_agree {
        SuggestionBasis::Agreement
    } else if tied {
        SuggestionBasis::TieToPoorer
    } else {
        SuggestionBasis::MostCommon
    };
    Some(Suggestion { grade, basis })
}

/// The rank that occurs most often; of several, the poorest.
fn most_common(ranks: &[usize]) -> Option<usize> {
    let distinct: BTreeSet<usize> = gathered(ranks.iter().copied());
    distinct.into_iter().max_by_key(|rank| (count(ranks, *rank), *rank))
}

fn count(ranks: &[usize], rank: usize) -> usize {
    ranks.iter().filter(|other| **other == rank).count()
}

/// Steps between the best and the poorest grading; `None` where there is none.
pub(super) fn spread(gradings: &[AgencyGrading]) -> Option<usize> {
    let ranks = || gradings.iter().map(|grading| grading.rank);
    Some(ranks().max()? - ranks().min()?)
}

/// N-12: two steps or more, or inadequate beside good or better.
pub(super) fn must_discuss(scale: &Scale, gradings: &[AgencyGrading]) -> Option<MustDiscuss> {
    let steps = spread(gradings)?;
    if steps >= 2 {
        return Some(MustDiscuss::Spread { steps });
    }
    let any = |wanted: fn(GradeLevel) -> bool| {
        gradings.iter().filter_map(|grading| scale.level(&grading.grade)).any(wanted)
    };
    let beside =
        any(|level| level == GradeLevel::Inadequate) && any(|level| level <= GradeLevel::Good);
    beside.then_some(MustDiscuss::InadequateBesideGood)
}
