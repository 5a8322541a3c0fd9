//! Words of the panel's questions and their answers.

use crate::round::Contact;
use crate::text::numbered;

words! {
    QUESTIONS = "Questions from the panel";
    CONTACTS = "Contacts that the board gives";
    QUESTIONS_LEAD = "Answer each question here or beside the answer that it is about. Your answers are signed with the next version of your return.";
    QUESTIONS_NONE = "The panel has asked nothing about this return.";
    QUESTIONS_NOT_LAID_OUT = "Open the file of questions again on the start page.";
    PANEL_ASKS = "The panel asks";
    YOUR_ANSWER = "Your answer to the panel";
    YOUR_ANSWER_HINT = "Without names or other details that identify anyone.";
    I_CHANGED = "I have changed my answer in the return";
    START_AND_ANSWER = "Start the return and answer";
    ANSWER_QUESTIONS = "Answer the questions";
    DOWNLOAD_ANSWERED = "See the signed file and download it again";
    OPEN_IN_ANOTHER_TAB = "This return is open in another tab. Close it there, then press the button again.";
    GO_TO_ANSWER = "Go to what it is about";
    STANDING_NOT_BEGUN = "You have not begun this return on this device. If you began it elsewhere, open the copy that you saved there first, on the start page: the name of the file begins with “draft”.";
    STANDING_NOT_HERE = "This return is not on this device. Open the questions in the browser in which you signed it. Or open the copy that you saved to a file, on the start page: its name begins with “draft”. Then open the questions again. A signed file cannot be gone on with: it may be sealed to the panel.";
    STANDING_OTHER_RETURN = "The return for this case on this device is not the one that the panel read: it was begun apart from it. Open the questions in the browser in which you signed the one that you sent, or open its saved copy first.";
    STANDING_IN_WORK = "You are at work on this return. The questions will stand beside your answers.";
    STANDING_NEVER_ARRIVED = "You have signed this return, but the panel has not got it. Download it again and send it. If something is left to say, answer in a new version.";
}

/// "Asked by Coordinator on 18 May 2026, answer by 29 May 2026".
pub fn asked_by(who: &str, on: &str, by: Option<String>) -> String {
    let by = by.map(|day| [", answer by ", &day].concat()).unwrap_or_default();
    [who, ", ", on, &by].concat()
}

/// "2 questions from the panel".
pub fn questions(number: usize) -> String {
    numbered(number, "question from the panel", "questions from the panel")
}

/// "1 to answer".
pub fn to_answer(number: usize) -> String {
    [number.to_string().as_str(), " to answer"].concat()
}

/// "Start version 2 and answer".
pub fn start_version(version: u32) -> String {
    ["Start version ", &version.to_string(), " and answer"].concat()
}

/// The version that the panel read is the last one signed here.
pub fn standing_signed(version: u32) -> String {
    [
        "The panel has read version ",
        &version.to_string(),
        ", which you signed. In the next version everything stays as you wrote it, and the questions stand beside your answers.",
    ]
    .concat()
}

/// A later version is signed here than the panel has read.
pub fn standing_later(asked: u32) -> String {
    [
        "The panel has read version ",
        &asked.to_string(),
        ". You have signed a later one since: make sure that they have it. Answer in the next version.",
    ]
    .concat()
}

/// The version that the panel read is not here.
pub fn standing_not_that_version(asked: u32) -> String {
    [
        "This device holds an older copy of the return. Version ",
        &asked.to_string(),
        ", which the panel has read, is not here. Open the questions in the browser in which you signed it, or open a later copy first.",
    ]
    .concat()
}

/// Everything is answered and signed.
pub fn standing_answered(version: u32) -> String {
    [
        "You have answered these questions in version ",
        &version.to_string(),
        ". Send that file if you have not.",
    ]
    .concat()
}

/// "Designated nurse: 020 7946 0018": the round's contacts that say how somebody is reached.
pub fn contacts(all: &[Contact]) -> Vec<String> {
    let said = all.iter().filter(|one| !one.text.trim().is_empty());
    let line = |one: &Contact| match one.heading.trim() {
        "" => one.text.clone(),
        heading => [heading, ": ", &one.text].concat(),
    };
    said.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{Contact, contacts};

    #[test]
    fn whoever_is_asked_reads_whom_they_can_ask_in_turn() {
        let contact =
            |heading: &str, text: &str| Contact { heading: heading.into(), text: text.into() };
        let all = [
            contact("Designated nurse", "020 7946 0018"),
            contact("Training", " "),
            contact("", "audit@board.example"),
        ];
        assert_eq!(contacts(&all), ["Designated nurse: 020 7946 0018", "audit@board.example"]);
    }
}
