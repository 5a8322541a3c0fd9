//! What a person reads when a file is not opened or not written.
//!
//! One table: the facts are in the errors, the sentences here.

use std::borrow::Cow;

use super::json_fault::JsonFault;
use super::{Kind, Looks, OpenError, Part, WriteError};

/// What is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// One sentence: what is wrong.
    pub title: Cow<'static, str>,
    /// What to do next.
    pub advice: Cow<'static, str>,
}

const ASK_AGAIN: &str = "Ask whoever sent it to send the file again, as an attachment. \
    Do not open it in another program first.";
const FROM_STORE: &str = "Choose the file again from where you first saved it. \
    If that does not help, ask whoever sent it to send it again.";
const CALL_SENDER: &str = "Do not use it. Telephone the sender, on a number that you already have, \
    and ask them to export the file again and send it.";
const USE_LATEST: &str = "Open the web address you were given again to get the latest version, \
    then choose the file once more.";
const CHOOSE_OURS: &str = "Choose the file that you were sent or downloaded for this audit. \
    Its name ends in .json.";

fn say(title: &'static str, advice: &'static str) -> Wording {
    Wording { title: Cow::Borrowed(title), advice: Cow::Borrowed(advice) }
}

fn say_with(title: String, advice: &'static str) -> Wording {
    Wording { title: Cow::Owned(title), advice: Cow::Borrowed(advice) }
}

impl OpenError {
    /// The sentences for a person.
    pub fn wording(&self) -> Wording {
        match self {
            Self::Empty => say("This file is empty", FROM_STORE),
            Self::TooLarge { size, limit } => say_with(
                [
                    "This file is too large: ",
                    &size_in_words(*size),
                    ", and the most allowed is ",
                    &size_in_words(*limit),
                ]
                .concat(),
                CHOOSE_OURS,
            ),
            Self::NotJson { looks } => not_json(*looks),
            Self::Json { part: Part::File, fault } => file_fault(fault),
            // Signed text that is faulty was written so: no transport does this.
            Self::Json { part: Part::Header | Part::Contents, fault } => inner_fault(fault),
            Self::NotOurs => say("This file is not part of a multi-agency audit", CHOOSE_OURS),
            Self::UnknownKind { .. } => {
                say("This is a newer kind of file than this program knows", USE_LATEST)
            }
            Self::WrongKind { expected, found } => say_with(
                ["This file is ", found.in_words(), ", not ", &list(expected)].concat(),
                where_it_belongs(*found),
            ),
            Self::NotSigned { kind } => say_with(
                ["This file says it is ", kind.in_words(), ", but nobody has signed it"].concat(),
                CALL_SENDER,
            ),
            Self::SignedDraft => say("This draft was not made by our program", CALL_SENDER),
            Self::MissingMember { .. } => say("A part of this file is missing", FROM_STORE),
            Self::UnexpectedMember { .. } | Self::HeaderParameter { .. } => {
                say("This file holds something that our programs never write", CALL_SENDER)
            }
            Self::BadEncoding { .. } => say("This file is damaged", FROM_STORE),
            Self::Algorithm { .. } => {
                say("This file is not signed in the way that our programs sign", CALL_SENDER)
            }
            Self::KeyNotUsable | Self::KeyIdMismatch => {
                say("The key that signed this file cannot be checked", CALL_SENDER)
            }
            Self::SignatureMismatch => {
                say("This file has changed since it was signed", CALL_SENDER)
            }
            Self::Signatures => {
                say("This file is not signed twice in the way that our programs do", CALL_SENDER)
            }
            Self::SealMethod { .. } => {
                say("This file is not locked in the way that our programs lock", CALL_SENDER)
            }
            Self::Recipients | Self::RecipientsAltered => {
                say("The list of those who can open this file has been changed", CALL_SENDER)
            }
            Self::SealedToOthers { kind } => say_with(
                ["This file is ", kind.in_words(), ", sealed so that only others can open it"]
                    .concat(),
                "Open it in the browser that holds its key: for a return or a concern, the one in \
                 which the panel set up this round.",
            ),
            Self::SealKeyNotUsable => {
                say("The key that sealed this file cannot be used", CALL_SENDER)
            }
            Self::SealBroken => say("This file has changed since it was sealed", CALL_SENDER),
            Self::NeedsPassphrase { kind } => say_with(
                ["This file is ", kind.in_words(), ", and opens only with its passphrase"].concat(),
                "Enter the passphrase that was chosen when it was saved.",
            ),
            Self::WrongPassphrase => say(
                "This is not the passphrase of this file",
                "Check capital letters, spaces and the keyboard's language, then enter it again. \
                 Nobody can open the file without it.",
            ),
            Self::NotProtected { kind } => say_with(
                ["This file is ", kind.in_words(), ", and no passphrase belongs to it"].concat(),
                "Open it without a passphrase.",
            ),
            Self::WorkFactor { .. } => {
                say("This file is not protected in the way that our programs do", CALL_SENDER)
            }
            Self::ChecksumMismatch { .. } => say(
                "This draft has changed since it was saved",
                "Look for an earlier copy of the draft. If another program has changed this \
                 one, go back to the copy from before that.",
            ),
            Self::NoFormatVersion => {
                say("This file does not say which version of our format it is in", CALL_SENDER)
            }
            Self::NewerVersion { .. } => {
                say("This file was made by a newer version of this program", USE_LATEST)
            }
            Self::Contents { .. } => {
                say("This file does not hold what a file of its kind should", CALL_SENDER)
            }
            Self::Impossible { what } => {
                say_with(["This file says what cannot be: ", what].concat(), CALL_SENDER)
            }
        }
    }
}

fn not_json(looks: Looks) -> Wording {
    let title = match looks {
        Looks::OfficeOrZip => "This is a Word, Excel or zip file, not an audit file",
        Looks::Pdf => "This is a PDF, not an audit file",
        Looks::WebPage => "This is a web page, not an audit file",
        Looks::Unknown => "This file is not part of a multi-agency audit",
    };
    say(title, CHOOSE_OURS)
}

fn file_fault(fault: &JsonFault) -> Wording {
    match fault {
        JsonFault::NotUtf8 | JsonFault::ByteOrderMark => {
            say("Another program has opened this file and saved it differently", ASK_AGAIN)
        }
        JsonFault::CutShort => say("This file is cut short: its end is missing", FROM_STORE),
        JsonFault::Malformed { .. } => say("This file is damaged", FROM_STORE),
        JsonFault::TrailingBytes => {
            say("Something has been added to the end of this file", ASK_AGAIN)
        }
        JsonFault::TooDeep { .. }
        | JsonFault::TooManyValues { .. }
        | JsonFault::TextTooLong { .. }
        | JsonFault::DuplicateMember { .. }
        | JsonFault::NumberNotAllowed => {
            say("This file is not one that our programs write", CHOOSE_OURS)
        }
    }
}

fn inner_fault(fault: &JsonFault) -> Wording {
    match fault {
        JsonFault::TextTooLong { .. } => {
            say("A text in this file is longer than this program allows", CALL_SENDER)
        }
        JsonFault::TooManyValues { .. } => {
            say("This file holds more than this program allows", CALL_SENDER)
        }
        JsonFault::NotUtf8
        | JsonFault::ByteOrderMark
        | JsonFault::CutShort
        | JsonFault::Malformed { .. }
        | JsonFault::TrailingBytes
        | JsonFault::TooDeep { .. }
        | JsonFault::DuplicateMember { .. }
        | JsonFault::NumberNotAllowed => {
            say("This file holds something that our programs never write", CALL_SENDER)
        }
    }
}

fn where_it_belongs(found: Kind) -> &'static str {
    match found {
        Kind::Invitation => "An auditor opens it on the auditor's start page.",
        Kind::Draft => "Open it on the auditor's start page, under your drafts.",
        Kind::Return => "Send it to the panel's coordinator, who imports it.",
        Kind::Concern => {
            "Send it to the panel's coordinator, who imports it. Tell your manager yourself: where \
             the round seals its files, only the panel can open this one."
        }
        Kind::Withdrawal => "Send it to the panel's coordinator, who imports it.",
        Kind::Query => "The auditor it is for opens it on the auditor's start page.",
        Kind::Workbook => "The panel's coordinator opens it in the panel's program.",
        Kind::DeputyKey => {
            "Whoever made it opens it in the panel's program, on the page about the keys."
        }
    }
}

/// "an invitation", "an invitation or a draft".
fn list(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| kind.in_words()).collect::<Vec<_>>().join(" or ")
}

fn size_in_words(bytes: u64) -> String {
    const KB: u64 = 1000;
    match bytes {
        0..KB => [&bytes.to_string(), " bytes"].concat(),
        KB..1_000_000 => [&bytes.div_ceil(KB).to_string(), " KB"].concat(),
        1_000_000.. => [&bytes.div_ceil(1_000_000).to_string(), " MB"].concat(),
    }
}

impl WriteError {
    /// The sentences for a person.
    pub fn wording(&self) -> Wording {
        match self {
            Self::WouldNotOpen(OpenError::TooLarge { size, limit }) => say_with(
                [
                    "This file would be too large: ",
                    &size_in_words(*size),
                    ", and the most allowed is ",
                    &size_in_words(*limit),
                ]
                .concat(),
                "Shorten the longest texts, then try again.",
            ),
            Self::WouldNotOpen(OpenError::Json {
                fault: JsonFault::TextTooLong { .. }, ..
            }) => say("One of the texts is too long", "Shorten the longest text, then try again."),
            Self::WouldNotOpen(OpenError::Impossible { what }) => say_with(
                ["This would say what cannot be: ", what].concat(),
                "Put that right, then try again. Nothing has been lost.",
            ),
            Self::WouldNotOpen(_) => say(
                "The file could not be written, and nothing has been lost",
                "Download a copy of your draft, then tell whoever runs this program for you.",
            ),
            Self::SignatureMismatch => say(
                "This browser did not sign the file correctly, and nothing has been lost",
                "Reload the page and sign again. If it happens again, use another browser: \
                 download your draft here and open it there.",
            ),
            Self::Recipients { .. } | Self::SealingKeyNotUsable => say(
                "The file could not be sealed, and nothing has been lost",
                "Tell the coordinator that the round's keys cannot be used, and ask for a new \
                 invitation.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_kind_is_named_with_where_it_belongs() {
        let error = OpenError::WrongKind {
            expected: vec![Kind::Invitation, Kind::Draft],
            found: Kind::Return,
        };
        let wording = error.wording();
        assert_eq!(wording.title, "This file is a return, not an invitation or a draft");
        assert_eq!(wording.advice, "Send it to the panel's coordinator, who imports it.");
    }

    #[test]
    fn sizes_are_rounded_up_into_words() {
        let rows = [(999, "999 bytes"), (1_001, "2 KB"), (4_194_305, "5 MB")];
        for (bytes, words) in rows {
            assert_eq!(size_in_words(bytes), words);
        }
    }
}
