//! What a coordinator reads of each imported file: one table for all outcomes.

use super::{
    ImportOutcome, ImportRow, Late, LateBasis, NotInvited, QuarantineReason, Refusal, RowNote,
    SecondHolder,
};
use crate::envelope::Wording;

const NOTHING_TO_DO: &str = "You do not need to do anything.";
const READ_NOW: &str =
    "Read it now. The file tells nobody by itself: see that somebody is dealing with it.";
const LOOK_AGAIN: &str = "Read what is said of it below.";
const READ_BACK: &str = "Telephone the auditor on a number that you already have, and ask them to \
    read their fingerprint to you. Trust the signer only if it is the same as the one shown here.";
const SEND_AGAIN: &str = "Ask the sender to download the return again and to send it as an \
    attachment. Choose it again once you have it.";
const NOT_USED: &str = "It does not count. Telephone the sender on a number that you already have, \
    and ask them to download the return again and send it.";

fn say(title: impl Into<String>, advice: &'static str) -> Wording {
    Wording { title: title.into().into(), advice: advice.into() }
}

impl ImportOutcome {
    /// The sentences for a person.
    pub fn wording(&self) -> Wording {
        match self {
            Self::Admitted => say("Imported, from a signer who was invited", NOTHING_TO_DO),
            Self::Replaces { version } => {
                say(format!("Imported, and replaces version {version}"), NOTHING_TO_DO)
            }
            Self::Older { counting } => say(
                format!("Imported as history: version {counting} of this return counts"),
                NOTHING_TO_DO,
            ),
            Self::SetAside => say(
                "Imported as history: you set it aside before",
                "To use this one after all, open it in the register and choose it there.",
            ),
            Self::Held => say(
                "Waiting for an earlier version",
                "This return corrects a version that is not here. Ask the agency for that version \
                 and import it, or accept this one without it and say why.",
            ),
            Self::Conflict => say(
                "Two files claim to be the same return",
                "Neither counts yet. Compare them, choose one, and say why.",
            ),
            Self::ConcernNoted => say("Imported: an immediate concern", READ_NOW),
            Self::Withdrawn { version } => say(
                format!("Imported: the agency has taken back version {version} of its return"),
                "The return is kept and no longer counts. Ask the agency whether another will come.",
            ),
            Self::WithdrawalWaiting { version } => say(
                format!("Imported: it takes back version {version} of a return that is not here"),
                "You do not need to do anything. Should that return still come, it will not count.",
            ),
            Self::Overtaken => {
                say("Imported as history: the agency has said something later", NOTHING_TO_DO)
            }
            Self::TakenBack => say(
                "Imported as history: the agency has taken this return back",
                "It does not count. Ask the agency whether another will come.",
            ),
            Self::Duplicate { .. } => say("Imported before: nothing has changed", NOTHING_TO_DO),
            Self::Quarantined { because } => because
                .first()
                .map_or_else(|| say("Kept apart", NOT_USED), QuarantineReason::wording),
            Self::Refused(refusal) => refusal.wording(),
        }
    }
}

impl QuarantineReason {
    /// The sentences for a person.
    pub fn wording(&self) -> Wording {
        match self {
            Self::SignatureWrong { .. } => {
                say("Kept apart: changed after it was signed, or not signed by us", NOT_USED)
            }
            Self::NotInvited(NotInvited::Case) => say(
                "Kept apart: this round has no such case",
                "Ask the agency which invitation they opened. They may have another round's.",
            ),
            Self::NotInvited(NotInvited::Slot) => say(
                "Kept apart: nobody was invited for this place",
                "If this auditor should take part, add the place to the round. Otherwise ask the \
                 agency which invitation they opened.",
            ),
            Self::NotInvited(NotInvited::Agency) => say(
                "Kept apart: this place belongs to another agency",
                "Ask the agency which invitation they opened. They may have been sent another \
                 agency's.",
            ),
            Self::NotInvited(NotInvited::CaseOfSlot) => say(
                "Kept apart: this auditor was not asked about this case",
                "Check with the agency that the return is about the right child. If it is, add \
                 the case to this place.",
            ),
            Self::OtherTool { .. } => say(
                "Kept apart: it answers another version of the audit tool",
                "It does not count. Say on its file’s page which of its questions are which of this \
                 round’s, or send the agency their invitation again and ask for a return made with \
                 it.",
            ),
            Self::UnknownSigner { .. } => {
                say("Kept apart: we do not know who signed it", READ_BACK)
            }
            Self::InvitationRevoked { .. } => say(
                "Kept apart: it answers an invitation that was revoked",
                "Telephone the auditor on a number that you already have. If they signed it, ask \
                 them to read their fingerprint to you, and trust the signer if it is the same. If \
                 not, refuse the signer: somebody else has the old invitation.",
            ),
            Self::BreaksRules { .. } => say(
                "Kept apart: it breaks rules that every return keeps",
                "Ask the agency to correct it and send a new version, or accept it as it is and \
                 say why.",
            ),
        }
    }
}

impl Refusal {
    /// The sentences for a person.
    pub fn wording(&self) -> Wording {
        match self {
            Self::UnsignedDraft => say(
                "Not imported: this is a draft, not a signed return",
                "Ask the auditor to finish it, choose Sign and download, and send that file.",
            ),
            Self::Unsigned => say("Not imported: nobody has signed it", NOT_USED),
            Self::WrongKind { found } => say(
                format!("Not imported: this is {}, not a return", found.in_words()),
                "Choose the file that the auditor got from Sign and download.",
            ),
            Self::WrongRound { title } => say(
                format!("Not imported: it belongs to another round, \"{}\"", shortened(title)),
                "Open that round's workbook and import it there.",
            ),
            Self::NewerVersion => say(
                "Not imported: it was made by a newer version of this program",
                "Reload this page to get the newest version, then import the file again.",
            ),
            Self::Damaged { .. } => say("Not imported: the file is damaged", SEND_AGAIN),
            Self::Impossible { what } => {
                say(format!("Not imported: it says what cannot be: {what}"), NOT_USED)
            }
            Self::TooLarge { .. } => say(
                "Not imported: the file is too large to be a return",
                "Choose the file that the auditor got from Sign and download.",
            ),
            Self::SealedToOthers => say(
                "Not imported: it is sealed, and the key that opens it is not in this browser",
                "Import it in the browser that holds the round's key. If it was sealed for another \
                 round, open that round and import it there.",
            ),
            Self::SealBroken => say("Not imported: it has changed since it was sealed", SEND_AGAIN),
            Self::NotOurs => say(
                "Not imported: this file is not part of an audit",
                "Choose files that auditors got from Sign and download. Their names end in .json.",
            ),
        }
    }
}

impl RowNote {
    /// One sentence for a person.
    pub fn sentence(&self) -> String {
        match self {
            Self::Concerns { open: 1 } => {
                ["It holds an immediate concern that nobody has closed. ", READ_NOW].concat()
            }
            Self::Concerns { open } => format!(
                "It holds {open} immediate concerns that nobody has closed. Read them now. The \
                 file tells nobody by itself: see that somebody is dealing with them."
            ),
            Self::Late(late) => late.sentence(),
            Self::ReadAgain => {
                "It could not be read in this browser any more, and now can be again.".into()
            }
            Self::Nil => "A nil return: the agency had no involvement to audit.".into(),
            Self::Marked { texts: 1 } => {
                "Its auditor marked a text that practitioners must not read: copies leave it out."
                    .into()
            }
            Self::Marked { texts } => format!(
                "Its auditor marked {texts} texts that practitioners must not read: copies leave \
                 them out."
            ),
            Self::CaseWithdrawn => {
                "The case was withdrawn. The return is kept and does not count.".into()
            }
            Self::Releases { version } => {
                format!("Version {version}, which was waiting for it, counts from now on.")
            }
            Self::Answers { questions: 1 } => "It answers a question of the panel.".into(),
            Self::Answers { questions } => {
                format!("It answers {questions} questions of the panel.")
            }
            Self::Reopens { judgements: 1 } => {
                "One judgement rested on the return that it replaces, and is open again.".into()
            }
            Self::Reopens { judgements } => format!(
                "{judgements} judgements rested on the return that it replaces, and are open again."
            ),
            Self::JudgedWithout { judgements: 1 } => {
                "This case was judged without it. That judgement stands: see whether the panel \
                 has to look at it again."
                    .into()
            }
            Self::JudgedWithout { judgements } => format!(
                "This case was judged without it. Those {judgements} judgements stand: see \
                 whether the panel has to look at them again."
            ),
            Self::Unexplained { warnings: 1 } => {
                "One warning stands in it without a reason. Ask the auditor about it.".into()
            }
            Self::Unexplained { warnings } => {
                format!(
                    "{warnings} warnings stand in it without a reason. Ask the auditor about them."
                )
            }
            Self::SignedTwice { role, holder: SecondHolder::Known } => {
                format!("Also signed by the agency's {role}, who holds the invitation.")
            }
            Self::SignedTwice { role, holder: SecondHolder::Unknown } => format!(
                "Also signed by somebody who says they are the agency's {role}. We do not know \
                 their key."
            ),
            Self::SecondMissing => {
                "This round asks for a second signature, and there is none. Ask the agency.".into()
            }
            Self::ClockAhead => {
                "By the signer's clock it was signed after you imported it. Either clock may be \
                 wrong."
                    .into()
            }
        }
    }
}

impl Late {
    /// One sentence for a person.
    pub fn sentence(&self) -> String {
        let days = if self.days == 1 { "1 day".to_owned() } else { format!("{} days", self.days) };
        match self.basis {
            LateBasis::Signed => format!("Signed {days} after returns were due."),
            LateBasis::Imported => format!("Imported {days} after returns were due."),
        }
    }
}

impl ImportRow {
    /// The sentences for a person: never that there is nothing to do where a note asks for something.
    pub fn wording(&self) -> Wording {
        let wording = self.outcome.wording();
        if self.asks() && wording.advice == NOTHING_TO_DO {
            return Wording { advice: LOOK_AGAIN.into(), ..wording };
        }
        wording
    }

    /// The outcome in one word, for filters and exported tables.
    pub fn token(&self) -> &'static str {
        match &self.outcome {
            ImportOutcome::Quarantined { because } => {
                because.first().map_or("quarantined", QuarantineReason::token)
            }
            ImportOutcome::Refused(refusal) => refusal.token(),
            outcome => outcome.token(),
        }
    }

    /// Every word that [`ImportRow::token`] gives.
    pub fn tokens() -> Vec<&'static str> {
        let own = ImportOutcome::TOKENS.iter().filter(|token| !UNSAID.contains(*token));
        own.chain(QuarantineReason::TOKENS).chain(Refusal::TOKENS).copied().collect()
    }
}

/// Words in whose place the reason is told.
const UNSAID: [&str; 2] = ["quarantined", "refused"];

/// A word for each variant, and all of them in a list: while a variant has none, this does not compile.
macro_rules! tokens {
    ($type:ident { $($variant:ident => $token:literal,)+ }) => {
        impl $type {
            /// Every word that stands for one of these.
            const TOKENS: &'static [&'static str] = &[$($token),+];

            /// In one word.
            pub fn token(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $token,)+
                }
            }
        }
    };
}

tokens!(ImportOutcome {
    Admitted => "admitted",
    Replaces => "replaces",
    Older => "older",
    SetAside => "set-aside",
    ConcernNoted => "concern",
    Withdrawn => "withdrawal",
    WithdrawalWaiting => "withdrawal-waiting",
    Overtaken => "overtaken",
    TakenBack => "taken-back",
    Held => "held",
    Conflict => "conflict",
    Duplicate => "duplicate",
    Quarantined => "quarantined",
    Refused => "refused",
});

tokens!(QuarantineReason {
    SignatureWrong => "signature-wrong",
    NotInvited => "not-invited",
    OtherTool => "other-tool",
    UnknownSigner => "unknown-signer",
    InvitationRevoked => "invitation-revoked",
    BreaksRules => "breaks-rules",
});

tokens!(Refusal {
    UnsignedDraft => "draft",
    Unsigned => "unsigned",
    WrongKind => "wrong-kind",
    WrongRound => "wrong-round",
    NewerVersion => "newer-version",
    Damaged => "damaged",
    Impossible => "impossible",
    TooLarge => "too-large",
    SealedToOthers => "sealed-to-others",
    SealBroken => "seal-broken",
    NotOurs => "not-ours",
});

/// A title from a file that we know nothing of, at a length that a table can hold.
fn shortened(title: &str) -> String {
    const MOST: usize = 80;
    if title.chars().count() <= MOST {
        title.to_owned()
    } else {
        title.chars().take(MOST).chain(['…']).collect()
    }
}
