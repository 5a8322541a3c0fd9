//! Whose word is heard on which question of a case.
//!
//! An agency answers a follow-up by its own answer to the question before. Where
//! the answer of the case to that question is another one, it decides whether the
//! follow-up arises: no case counts as one in which a meeting was held, and as one
//! in which none was, because two agencies remember it differently.

use std::collections::BTreeMap;

use super::case_answer::{CaseAnswer, Heard, Said, tells};
use super::other_words::reads_otherwise;
use super::questions::Questions;
use crate::audit_return::{Response, Responses};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{AgencyKind, CaseRef, PromptId};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::tool::{Condition, Graph, Prompt, Shown, Standing, Tool};

/// What is brought together of a case so far.
pub(super) type SoFar = BTreeMap<PromptId, CaseAnswer>;

/// One return of the case.
pub(super) struct Voice<'a> {
    pub(super) place: &'a ReturnKey,
    file: Hash,
    kind: &'a AgencyKind,
    /// What it answered to the prompts that it was asked.
    own: BTreeMap<&'a PromptId, &'a Response>,
    /// What it would be asked by the answers of the case so far, and by its own where there is none.
    shown: Shown,
}

/// Every return that counts for the case; nil returns have no voice.
pub(super) fn voices<'a>(
    workbook: &'a Workbook,
    questions: &Questions<'_>,
    case: &CaseRef,
) -> Vec<Voice<'a>> {
    let mut voices = Vec::new();
    for (place, file, ret) in workbook.current_of_case(case).filter(|(_, _, ret)| !ret.is_nil()) {
        let shown = questions.graph.shown(ret);
        // Stored answers to prompts that were not asked are not among them.
        let asked = ret.answers.iter().filter(|(prompt, _)| shown.is_asked(prompt));
        let own = gathered(asked.filter_map(|(prompt, one)| Some((prompt, one.response()?))));
        voices.push(Voice { place, file, kind: &ret.agency.kind, own, shown });
    }
    voices
}

/// What was answered to a prompt by those who are heard on it.
pub(super) fn said(questions: &Questions<'_>, prompt: &Prompt, voices: &[Voice<'_>]) -> Vec<Said> {
    let mut said = Vec::new();
    for voice in voices {
        if let Some(response) = voice.answer(&prompt.id) {
            said.push(Said {
                place: voice.place.clone(),
                file: voice.file,
                response: response.clone(),
                with_standing: has_standing(questions.tool, prompt.standing, voice.kind),
                tells: tells(prompt, response),
                in_other_words: reads_otherwise(questions, prompt, voice),
            });
        }
    }
    said
}

/// N-10: whose evidence a prompt is. Conference and core group evidence is any attender's.
fn has_standing(tool: &Tool, standing: Standing, kind: &AgencyKind) -> bool {
    match standing {
        Standing::All | Standing::Lead => true,
        Standing::SocialCare => tool.agency_kind(kind).is_some_and(|kind| kind.lead),
    }
}

impl Voice<'_> {
    /// Whose it is, once its answers are brought together.
    pub(super) fn heard(&self) -> Heard {
        Heard { place: self.place.clone(), file: self.file, kind: self.kind.clone() }
    }

    /// Whether it would be asked a prompt by the answers of the case so far.
    pub(super) fn is_asked(&self, prompt: &PromptId) -> bool {
        self.shown.is_asked(prompt)
    }

    fn answer(&self, prompt: &PromptId) -> Option<&Response> {
        self.own.get(prompt).copied().filter(|_| self.shown.is_asked(prompt))
    }

    /// Whether a condition holds by what this agency answered itself.
    pub(super) fn satisfies(&self, condition: &Condition) -> bool {
        let so_far = SoFar::new();
        condition.holds(&Together { so_far: &so_far, own: &self.own, kind: self.kind })
    }

    /// Takes the answer of the case to a prompt for its own, once that is known.
    ///
    /// Nothing changes where the two are the same, where agencies contradict each
    /// other, or where this agency is not asked: then its own answers decide.
    pub(super) fn hear(&mut self, graph: &Graph, prompt: &PromptId, so_far: &SoFar) {
        let of_case = so_far.get(prompt).and_then(|answer| answer.integrated.response());
        let own = self.own.get(prompt).copied();
        if of_case.is_some() && of_case != own && self.shown.is_asked(prompt) {
            let together = Together { so_far, own: &self.own, kind: self.kind };
            graph.update(&mut self.shown, prompt, &together);
        }
    }
}

/// The answers of the case so far, as an agency of one kind would have given them.
struct Together<'a> {
    so_far: &'a SoFar,
    own: &'a BTreeMap<&'a PromptId, &'a Response>,
    kind: &'a AgencyKind,
}

impl Responses for Together<'_> {
    fn response_to(&self, prompt: &PromptId) -> Option<&Response> {
        let of_case = self.so_far.get(prompt).and_then(|answer| answer.integrated.response());
        of_case.or_else(|| self.own.get(prompt).copied())
    }

    fn answering(&self) -> &AgencyKind {
        self.kind
    }
}
