//! One answer of a case, out of what its agencies answered.

use std::collections::{BTreeMap, BTreeSet};

use super::decision::CaseAnswerDecision;
use super::other_words::{Otherwise, in_other_words};
use super::questions::Questions;
use super::voices::{SoFar, Voice, said, voices};
use crate::audit_return::{Response, Responses};
use crate::envelope::Hash;
use crate::id::{AgencyKind, CaseRef, OptionId, PromptId};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::tool::{AnswerValue, Prompt, PromptKind};

/// What all agencies together answered to one prompt about one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseAnswer {
    /// The answer of the case.
    pub integrated: Integrated,
    /// Who answered what, by slot; without answers to a follow-up that the answer of the case
    /// before it rules out.
    pub said: Vec<Said>,
}

/// Whether the answer of a case to a prompt counts as one to the prompt's own words, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerStanding {
    /// It counts as what it is; also where that is "not known", or nobody answered.
    Counts,
    /// The case was asked something else, as of an unborn child, or may have been (G-20).
    OtherWords {
        /// The case is asked the prompt's own words, and an agency whose word makes the answer read others:
        /// the panel alone can say what the answer is.
        to_settle: bool,
    },
    /// Agencies contradict each other, and the panel has not settled it.
    Contested,
    /// The panel settled it, and the answer before rules the question out now.
    Resting,
    /// Each agency was asked about its own part: the case has no answer, and nothing is to settle.
    OfEachAgency,
}

/// What one return answered to a prompt that it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whose.
    pub place: ReturnKey,
    /// In which file.
    pub file: Hash,
    /// The answer.
    pub response: Response,
    /// It has the standing that the prompt asks for.
    pub with_standing: bool,
    /// It says something of the work, rather than that this agency cannot tell.
    pub tells: bool,
    /// By its own answers it was asked in other words than the prompt's own, as of an unborn child (G-20).
    pub in_other_words: bool,
}

/// A return that is heard on the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heard {
    pub(super) place: ReturnKey,
    pub(super) file: Hash,
    pub(super) kind: AgencyKind,
}

/// The answer of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Integrated {
    /// All whose word counts gave it; of options, all that any of them chose.
    Agreed(Response),
    /// The panel settled it, whatever agencies answered.
    Decided(Response),
    /// They contradict each other, and the panel has not settled it.
    Differs,
    /// Nobody who was asked has answered, or could; or the panel settled that nobody can tell.
    NotAnswered,
    /// Each agency was asked about its own part: what one did is no answer of the case, and contradicts no other.
    OfEachAgency,
}

impl Integrated {
    /// The answer, where there is one.
    pub fn response(&self) -> Option<&Response> {
        match self {
            Self::Agreed(response) | Self::Decided(response) => Some(response),
            Self::Differs | Self::NotAnswered | Self::OfEachAgency => None,
        }
    }

    /// Whose word counts, and what follows from it.
    ///
    /// Answers that say something of the work ("yes", "partly", "no", "not
    /// evident", a number, an option) go before "not applicable" and "not
    /// known", also where that is an option, and among them those with standing
    /// before the others. The same answer from all of these is agreed. Options
    /// are different: agencies each know a part, so what any of them chose
    /// holds, unless one chose an option that stands alone ("none of these")
    /// beside another's choice.
    pub(super) fn of(prompt: &Prompt, said: &[Said]) -> Self {
        if prompt.of_each_agency {
            return Self::OfEachAgency;
        }
        let voices = whose_word_counts(prompt, said);
        match voices.split_first() {
            None => not_told(said),
            Some((first, rest)) => match &first.response {
                Response::Options(_) => union(prompt, &voices),
                response @ (Response::Value(_)
                | Response::Option(_)
                | Response::Number(_)
                | Response::Text(_)) => {
                    if rest.iter().all(|one| one.response == *response) {
                        Self::Agreed(response.clone())
                    } else {
                        Self::Differs
                    }
                }
            },
        }
    }
}

/// Those whose word makes the answer of the case; none where nobody tells of the work.
pub(super) fn whose_word_counts<'a>(prompt: &Prompt, said: &'a [Said]) -> Vec<&'a Said> {
    let telling = |one: &&Said| tells(prompt, &one.response);
    let with_standing = |one: &&Said| telling(one) && one.with_standing;
    let with_standing: Vec<&Said> = said.iter().filter(with_standing).collect();
    if with_standing.is_empty() { said.iter().filter(telling).collect() } else { with_standing }
}

/// Whether a response says something of the work, rather than that this agency cannot tell.
pub(super) fn tells(prompt: &Prompt, response: &Response) -> bool {
    let knows = |chosen: &OptionId| match &prompt.kind {
        PromptKind::Choice { options } | PromptKind::Choices { options } => {
            !options.iter().any(|option| option.id == *chosen && option.not_known)
        }
        PromptKind::Judgement { .. } | PromptKind::Number { .. } | PromptKind::Text { .. } => true,
    };
    match response {
        Response::Value(value) => value.is_substantive(),
        Response::Option(chosen) => knows(chosen),
        Response::Options(chosen) => chosen.iter().any(knows),
        Response::Number(_) | Response::Text(_) => true,
    }
}

/// Nobody tells of the work itself: not applicable if anyone says so, else not known.
///
/// Options by which agencies say that they cannot tell are no answer of the case.
fn not_told(said: &[Said]) -> Integrated {
    let says = |value| said.iter().any(|one| one.response == Response::Value(value));
    [AnswerValue::NotApplicable, AnswerValue::NotKnown]
        .into_iter()
        .find(|value| says(*value))
        .map_or(Integrated::NotAnswered, |value| Integrated::Agreed(Response::Value(value)))
}

fn union(prompt: &Prompt, voices: &[&Said]) -> Integrated {
    let mut chosen: BTreeSet<OptionId> = BTreeSet::new();
    for voice in voices {
        match &voice.response {
            Response::Options(options) => chosen.extend(options.iter().cloned()),
            Response::Value(_) | Response::Option(_) | Response::Number(_) | Response::Text(_) => {
                return Integrated::Differs;
            }
        }
    }
    let exclusive = match &prompt.kind {
        PromptKind::Choices { options } => {
            options.iter().any(|option| option.exclusive && chosen.contains(&option.id))
        }
        PromptKind::Judgement { .. }
        | PromptKind::Choice { .. }
        | PromptKind::Number { .. }
        | PromptKind::Text { .. } => false,
    };
    if exclusive && chosen.len() > 1 {
        Integrated::Differs
    } else {
        Integrated::Agreed(Response::Options(chosen))
    }
}

impl CaseAnswer {
    /// Who chose an option, or gave an answer value.
    pub fn said_by<'a>(&'a self, value: &'a str) -> impl Iterator<Item = &'a Said> {
        self.said.iter().filter(move |one| one.response.holds(value))
    }
}

/// The answers of one case, as conditions may ask for them.
#[derive(Debug, Clone)]
pub struct CaseAnswers {
    /// Which case.
    pub case: CaseRef,
    answers: BTreeMap<PromptId, CaseAnswer>,
    in_other_words: BTreeMap<PromptId, Otherwise>,
    /// What the panel settled about prompts that the answer before rules out now.
    resting: BTreeSet<PromptId>,
    no_agency: AgencyKind,
    /// Every return of the case but nil ones.
    pub(super) heard: Vec<Heard>,
}

impl CaseAnswers {
    /// The answers of one case, also of one that was taken out; of many, [`super::RoundAnswers`] is quicker.
    pub fn of_case(workbook: &Workbook, case: &CaseRef) -> Self {
        Self::of(workbook, &Questions::of(&workbook.plan().round.tool), case)
    }

    pub(super) fn of(workbook: &Workbook, questions: &Questions<'_>, case: &CaseRef) -> Self {
        let mut voices = voices(workbook, questions, case);
        let mut answers = SoFar::new();
        let mut resting = BTreeSet::new();
        for prompt in &questions.in_order {
            let said = said(questions, prompt, &voices);
            let mut decision = workbook.case_answer_decision(case, &prompt.id);
            if decision.is_some() && !arises(prompt, &voices) {
                decision = None;
                resting.insert(prompt.id.clone());
            }
            let integrated = match decision {
                Some(decision) => settled(prompt, decision),
                None => Integrated::of(prompt, &said),
            };
            answers.insert(prompt.id.clone(), CaseAnswer { integrated, said });
            if questions.decides(&prompt.id) {
                for voice in &mut voices {
                    voice.hear(&questions.graph, &prompt.id, &answers);
                }
            }
        }
        let no_agency = AgencyKind::new("no-agency").expect("letters and a hyphen");
        let mut of_case = Self {
            case: case.clone(),
            answers,
            in_other_words: BTreeMap::new(),
            resting,
            no_agency,
            heard: voices.iter().map(Voice::heard).collect(),
        };
        of_case.in_other_words = in_other_words(questions, &of_case, &voices);
        of_case
    }

    /// The answer of the case to a prompt; `None` where the tool has no such prompt.
    pub fn answer(&self, prompt: &PromptId) -> Option<&CaseAnswer> {
        self.answers.get(prompt)
    }

    /// The integrated answer to a prompt; not answered where the tool has no such prompt.
    pub fn integrated(&self, prompt: &PromptId) -> &Integrated {
        self.answer(prompt).map_or(&Integrated::NotAnswered, |answer| &answer.integrated)
    }

    /// Whether the prompt was put to the case in other words than its own, as of an unborn child,
    /// or may have been (G-20): its answer is then none to the prompt's own words.
    pub fn is_in_other_words(&self, prompt: &PromptId) -> bool {
        self.in_other_words.contains_key(prompt)
    }

    /// Whether the answer to the prompt counts as one to its own words: the one picture of it is the module's.
    pub fn standing(&self, prompt: &PromptId) -> AnswerStanding {
        if self.resting.contains(prompt) {
            return AnswerStanding::Resting;
        }
        if *self.integrated(prompt) == Integrated::OfEachAgency {
            return AnswerStanding::OfEachAgency;
        }
        match self.in_other_words.get(prompt) {
            Some(Otherwise::ByAnAgency) => AnswerStanding::OtherWords { to_settle: true },
            Some(Otherwise::ByTheCase | Otherwise::Perhaps) => {
                AnswerStanding::OtherWords { to_settle: false }
            }
            None if *self.integrated(prompt) == Integrated::Differs => AnswerStanding::Contested,
            None => AnswerStanding::Counts,
        }
    }
}

/// Whether any return of the case is asked the prompt; without any, nothing rules it out.
fn arises(prompt: &Prompt, voices: &[Voice<'_>]) -> bool {
    voices.is_empty() || voices.iter().any(|one| one.is_asked(&prompt.id))
}

/// An option by which agencies say that they cannot tell is no answer of the case, also where the panel chose it.
fn settled(prompt: &Prompt, decision: &CaseAnswerDecision) -> Integrated {
    match &decision.response {
        Response::Value(_) => Integrated::Decided(decision.response.clone()),
        response if tells(prompt, response) => Integrated::Decided(response.clone()),
        Response::Option(_) | Response::Options(_) | Response::Number(_) | Response::Text(_) => {
            Integrated::NotAnswered
        }
    }
}

impl Responses for CaseAnswers {
    fn response_to(&self, prompt: &PromptId) -> Option<&Response> {
        self.integrated(prompt).response()
    }

    /// A case is no agency: conditions on the kind of agency never hold for it.
    fn answering(&self) -> &AgencyKind {
        &self.no_agency
    }
}
