//! RA-02: what may be compared, and when a direction may be told.

use crate::id::AreaId;
use crate::tool::{Prompt, PromptKind, Scale, Tool};

/// Fewest cases on either side from which a direction is told.
pub const FEWEST: usize = 5;

/// So many of so many cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// In which it is so.
    pub n: usize,
    /// In which it could be known.
    pub of: usize,
}

/// Whether a share is larger or smaller than before: never whether that is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// A larger share than before.
    Up,
    /// A smaller share.
    Down,
    /// The very same.
    Same,
}

/// Why something is not compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotComparable {
    /// A round did not ask or grade it.
    NotAsked,
    /// It is asked in other words, and nobody has said that it is the same.
    OtherWords,
    /// It is answered in another way.
    OtherAnswers,
    /// It is graded on another scale.
    OtherScale,
    /// This round does not look at it (RA-01).
    OutOfScope,
    /// It asks for details of the children, which few of them may share (I-09).
    Details,
    /// In either round each agency was asked about its own part: returns are counted there, and how many a round has
    /// is up to the agencies that it asks.
    OfEachAgency,
}

impl NotComparable {
    /// Every reason, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::OtherScale,
        Self::OtherWords,
        Self::OtherAnswers,
        Self::NotAsked,
        Self::OutOfScope,
        Self::Details,
        Self::OfEachAgency,
    ];
}

impl Share {
    /// "3 of 8".
    pub fn in_figures(self) -> String {
        [self.n.to_string().as_str(), " of ", &self.of.to_string()].concat()
    }
}

/// RA-02: the direction of a share; none where either side has fewer than five cases.
pub fn ra02_trend(before: Share, now: Share) -> Option<Trend> {
    if before.of < FEWEST || now.of < FEWEST {
        return None;
    }
    // Shares compared without fractions: a/b and c/d are as a*d and c*b.
    Some(match (now.n * before.of).cmp(&(before.n * now.of)) {
        std::cmp::Ordering::Greater => Trend::Up,
        std::cmp::Ordering::Less => Trend::Down,
        std::cmp::Ordering::Equal => Trend::Same,
    })
}

/// RA-02: two prompts that are the same, or were mapped to each other.
pub(super) fn same_prompt(
    before: &Prompt,
    now: &Prompt,
    mapped: bool,
) -> Result<(), NotComparable> {
    if before.of_each_agency || now.of_each_agency {
        return Err(NotComparable::OfEachAgency);
    }
    if !mapped && before.text != now.text {
        return Err(NotComparable::OtherWords);
    }
    if answers(&before.kind) == answers(&now.kind) {
        Ok(())
    } else {
        Err(NotComparable::OtherAnswers)
    }
}

/// RA-02: whether the area of this id is the same in both tools: they are versions of one tool, or both call it so.
///
/// Tools that have nothing to do with each other number their areas alike.
pub(in crate::panel) fn same_area(before: &Tool, now: &Tool, id: &AreaId) -> bool {
    let Some((was, is)) = before.area(id).zip(now.area(id)) else { return false };
    before.id == now.id || was.title.trim() == is.title.trim()
}

/// RA-02: the same grades in the same order.
pub(super) fn same_scale(before: &Tool, now: &Tool) -> Result<(), NotComparable> {
    let grades = |scale: &Scale| -> Vec<(String, bool, bool)> {
        let grades = scale.grades.iter();
        grades.map(|grade| (grade.id.to_string(), grade.for_area, grade.for_case)).collect()
    };
    let same = before.scale.id == now.scale.id && grades(&before.scale) == grades(&now.scale);
    if same { Ok(()) } else { Err(NotComparable::OtherScale) }
}

/// How a prompt can be answered: `None` where its answers are no fixed ones, and not counted.
pub(super) fn answers(kind: &PromptKind) -> Option<(&'static str, Vec<String>)> {
    let options = |name, options: &[crate::tool::ChoiceOption]| {
        Some((name, options.iter().map(|option| option.id.to_string()).collect()))
    };
    match kind {
        PromptKind::Judgement { .. } => {
            let values = kind.values().iter();
            Some(("judgement", values.map(|value| value.as_str().to_owned()).collect()))
        }
        PromptKind::Choice { options: offered } => options("choice", offered),
        PromptKind::Choices { options: offered } => options("choices", offered),
        PromptKind::Number { .. } | PromptKind::Text { .. } => None,
    }
}
