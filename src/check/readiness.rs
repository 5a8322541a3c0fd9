//! Whether a return can be signed: nothing blocks, and every warning has its reason.

use super::{Level, Notice, word_count};
use crate::audit_return::{Explanation, Return};

/// Fewest words of a reason that lets a warning stand.
pub const EXPLANATION_WORDS: usize = 3;

/// The notices of a return, sorted by what they still ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness<'a> {
    /// To put right; no reason lets them stand.
    pub blocks: Vec<&'a Notice>,
    /// To put right or to give a reason for.
    pub unexplained: Vec<&'a Notice>,
    /// Standing, each with the reason given.
    pub explained: Vec<(&'a Notice, &'a Explanation)>,
    /// Worth knowing.
    pub infos: Vec<&'a Notice>,
    /// Reasons for warnings that are no longer there: dropped at signing, so that no reason is exported for nothing.
    pub obsolete: Vec<&'a Explanation>,
}

/// Whether this explanation is about this notice, however long it is.
pub fn explains(explanation: &Explanation, notice: &Notice) -> bool {
    notice.level == Level::Warn
        && explanation.rule == notice.rule.0
        && explanation.place == notice.place.key()
}

impl<'a> Readiness<'a> {
    /// Sorts the notices of a return by the reasons that it holds.
    pub fn of(notices: &'a [Notice], ret: &'a Return) -> Self {
        let at = |level| notices.iter().filter(move |notice| notice.level == level);
        let reason = |notice: &Notice| {
            let mut about = ret.explanations.iter().filter(|it| explains(it, notice));
            about.find(|it| word_count(&it.reason) >= EXPLANATION_WORDS)
        };
        let is_obsolete = |it: &&Explanation| !notices.iter().any(|notice| explains(it, notice));
        Self {
            blocks: at(Level::Block).collect(),
            unexplained: at(Level::Warn).filter(|notice| reason(notice).is_none()).collect(),
            explained: at(Level::Warn)
                .filter_map(|notice| reason(notice).map(|it| (notice, it)))
                .collect(),
            infos: at(Level::Info).collect(),
            obsolete: ret.explanations.iter().filter(is_obsolete).collect(),
        }
    }

    /// Whether nothing stops signing.
    pub fn is_ready(&self) -> bool {
        self.blocks.is_empty() && self.unexplained.is_empty()
    }
}
