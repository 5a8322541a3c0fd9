//! What a person reads of a question's place, and of a pack that was not opened.

use std::borrow::Cow;

use super::question::{LONGEST_QUESTION, MOST_QUESTIONS};
use super::{About, AreaAsked, PackError};
use crate::envelope::Wording;
use crate::round::Round;

const INVOLVEMENT: &str = "The agency’s involvement";

impl About {
    /// What the place is called: "Question 4.5: Were the children seen alone?".
    pub fn title(&self, round: &Round) -> String {
        match self {
            Self::Return => "The return as a whole".into(),
            Self::Involvement => "Your agency’s involvement".into(),
            Self::Prompt(id) => {
                let text = round.tool.prompt(id).map(|(_, prompt)| prompt.text.as_str());
                ["Question ", id.as_str(), ": ", text.unwrap_or_default()].concat()
            }
            Self::Area { area, part } => {
                let title = round.tool.area(area).map_or("", |area| area.title.as_str());
                [part.title(), " “", title, "”"].concat()
            }
            Self::Overall => "The overall grade and its reason".into(),
            Self::Comments => "The general comments".into(),
            Self::Timescale(id) => {
                let title = round.standard(id).map(|one| one.title).unwrap_or_default();
                ["Timescale: ", &title].concat()
            }
            Self::Chronology => "The chronology".into(),
            Self::Practitioner => "The conversation with the practitioner".into(),
            Self::FamilyViews => "The views of the child and family".into(),
        }
    }

    /// The same for whoever reads somebody else's return: "The agency’s involvement".
    pub fn title_for_readers(&self, round: &Round) -> String {
        if *self == Self::Involvement { INVOLVEMENT.to_owned() } else { self.title(round) }
    }

    /// The place within a sentence of the auditor's program: "question 4.5".
    pub fn in_a_sentence(&self, round: &Round) -> String {
        match self {
            Self::Return => "your return as a whole".into(),
            Self::Involvement => "your agency’s involvement".into(),
            Self::Prompt(id) => ["question ", id.as_str()].concat(),
            Self::Area { area, part } => {
                let title = round.tool.area(area).map_or("", |area| area.title.as_str());
                [part.in_a_sentence(), " “", title, "”"].concat()
            }
            Self::Timescale(id) => {
                let title = round.standard(id).map(|one| one.title).unwrap_or_default();
                ["the timescale “", &title, "”"].concat()
            }
            Self::Overall => "your overall grade".into(),
            Self::Comments => "your general comments".into(),
            Self::Chronology => "the chronology".into(),
            Self::Practitioner => "the conversation with the practitioner".into(),
            Self::FamilyViews => "the views of the child and family".into(),
        }
    }
}

impl AreaAsked {
    fn title(self) -> &'static str {
        match self {
            Self::Strengths => "Strengths in",
            Self::Concerns => "Concerns in",
            Self::Impact => "Impact on the child in",
            Self::Grade => "Grade of",
        }
    }

    fn in_a_sentence(self) -> &'static str {
        match self {
            Self::Strengths => "the strengths in",
            Self::Concerns => "the concerns in",
            Self::Impact => "the impact on the child in",
            Self::Grade => "the grade of",
        }
    }
}

const TELEPHONE: &str = "Do not answer them. Telephone your coordinator, on a number that you \
    already have, and ask about this file.";
const EXPORT_AGAIN: &str =
    "Tell your coordinator, and ask them to download the questions again and send them.";
const NEW_INVITATION: &str = "Ask your coordinator for a new invitation. Open it on this page, \
    then open the questions once more.";

fn say(title: impl Into<Cow<'static, str>>, advice: &'static str) -> Wording {
    Wording { title: title.into(), advice: Cow::Borrowed(advice) }
}

impl PackError {
    /// The outcome in one word, for reports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Open(error) => error.name(),
            Self::NoInvitation => "no-invitation",
            Self::OtherRound { .. } => "other-round",
            Self::OtherSlot { .. } => "other-slot",
            Self::OtherKey => "other-key",
            Self::NothingAsked => "nothing-asked",
            Self::TooManyQuestions { .. } => "too-many-questions",
            Self::BlankQuestion { .. } => "blank-question",
            Self::QuestionTooLong { .. } => "question-too-long",
            Self::QuestionTwice { .. } => "question-twice",
            Self::NotInvited { .. } => "not-invited",
            Self::NotInTool { .. } => "not-in-tool",
        }
    }

    /// The sentences for a person.
    pub fn wording(&self) -> Wording {
        match self {
            Self::Open(error) => error.wording(),
            Self::NoInvitation => say(
                "These questions cannot be opened without your invitation",
                "Open your invitation on this page, or the copy of your return that you saved, \
                 then open the questions once more.",
            ),
            Self::OtherRound { title } => say(
                ["These questions belong to another audit: “", title, "”"].concat(),
                "Open them in the browser that holds your invitation to that audit. If you have \
                 none, tell your coordinator.",
            ),
            Self::OtherSlot { who } => say(
                ["These questions are for ", who, ", not for you"].concat(),
                "Tell your coordinator that they came to you, and pass the file on.",
            ),
            Self::OtherKey => {
                say("These questions are not from the panel that invited you", TELEPHONE)
            }
            Self::NothingAsked => say("This file asks nothing", EXPORT_AGAIN),
            Self::TooManyQuestions { found } => say(
                [
                    "This file holds ",
                    &found.to_string(),
                    " questions, and the most allowed is ",
                    &MOST_QUESTIONS.to_string(),
                ]
                .concat(),
                EXPORT_AGAIN,
            ),
            Self::BlankQuestion { case_label } => {
                say(["A question about ", case_label, " is blank"].concat(), EXPORT_AGAIN)
            }
            Self::QuestionTooLong { case_label } => say(
                [
                    "A question about ",
                    case_label,
                    " is longer than ",
                    &LONGEST_QUESTION.to_string(),
                    " characters",
                ]
                .concat(),
                EXPORT_AGAIN,
            ),
            Self::QuestionTwice { case_label } => say(
                ["A question about ", case_label, " stands in this file twice"].concat(),
                EXPORT_AGAIN,
            ),
            Self::NotInvited { case_label } => say(
                ["It asks about ", case_label, ", which your invitation does not hold"].concat(),
                NEW_INVITATION,
            ),
            Self::NotInTool { case_label } => say(
                [
                    "It asks about something in ",
                    case_label,
                    " that the audit tool of your invitation does not have",
                ]
                .concat(),
                NEW_INVITATION,
            ),
        }
    }
}
