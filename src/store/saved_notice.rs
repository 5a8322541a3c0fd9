//! Notices of immediate concerns that were signed here, and whether a file that was saved is one to send (C-03, L23).

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::audit_return::{ConcernNotice, Return, SavedFile};
use crate::envelope::{Kind, Limits, OpenError, PublicKey, Wording, open};

const AGAIN: &str = "Sign and download the notice again, and check that one.";

/// A signed notice as it was downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignedNotice {
    /// When it was signed, by this computer's clock.
    pub at: DateTime<Utc>,
    /// The signed file, to the byte. Never sealed: its auditor can always read it here.
    pub file: String,
    /// The same as it was downloaded, where the round seals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<String>,
}

impl SignedNotice {
    /// The file that is sent, to the byte.
    pub fn to_send(&self) -> &str {
        self.sealed.as_ref().unwrap_or(&self.file)
    }
}

/// A file that is a notice of one of a return's concerns, whole and unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedNotice {
    /// What it says, and of which case and round.
    pub notice: ConcernNotice,
    /// Whether the return says the same of the concern today.
    pub standing: NoticeStanding,
}

/// How a notice stands to the return that it was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeStanding {
    /// The return says of the concern what the notice says.
    AsRecorded,
    /// Something of the concern was changed or added since.
    ChangedSince,
    /// The return does not hold the concern: it stands in another copy of it.
    NotInReturn,
}

/// Why a file is no notice that this return's auditor can send.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SavedNoticeError {
    /// The beginning of one that was signed here.
    #[error("saving the notice was cut off")]
    CutShort,
    /// Not opened: not ours, damaged, changed, or of another kind.
    #[error(transparent)]
    NotOpened(#[from] OpenError),
    /// Sealed, so that nobody here can read it, and none of those that are kept here.
    #[error("sealed, and not one of the notices kept here")]
    SealedAndNotKept,
    /// Signed by another key than the return's own.
    #[error("signed with another key")]
    AnotherSigner,
    /// Of another return.
    #[error("about another return")]
    AnotherReturn {
        /// Title of its round.
        round: String,
        /// Label of its case.
        case: String,
        /// Name of its agency.
        agency: String,
    },
}

/// C-03, L23: what a file that was `found` is, as a notice of one of the concerns of `draft`.
///
/// One that is `kept` is known by its bytes, sealed or not, and was signed here or where the draft was before. Any
/// other counts only as far as it can be read and `own`, the key of the draft's place on this device, signed it.
pub fn saved_notice(
    found: &[u8],
    kept: &[SignedNotice],
    draft: &Return,
    own: &PublicKey,
) -> Result<SavedNotice, SavedNoticeError> {
    let kept_as = |wanted: SavedFile| {
        kept.iter().find(|one| SavedFile::of(one.to_send().as_bytes(), found) == wanted)
    };
    let notice: ConcernNotice = if let Some(one) = kept_as(SavedFile::Same) {
        open(one.file.as_bytes(), &[Kind::Concern], &limits())?.parse()?
    } else if !found.is_empty() && kept_as(SavedFile::CutShort).is_some() {
        return Err(SavedNoticeError::CutShort);
    } else {
        signed_by(own, found)?
    };
    of_return(notice, draft)
}

/// Of files as they are sent: sealed ones are longer.
fn limits() -> Limits {
    Limits::of(Kind::Concern).of_closed()
}

fn signed_by(own: &PublicKey, found: &[u8]) -> Result<ConcernNotice, SavedNoticeError> {
    let opened = open(found, &[Kind::Concern], &limits());
    let opened = opened.map_err(|error| match error {
        OpenError::SealedToOthers { .. } => SavedNoticeError::SealedAndNotKept,
        other => SavedNoticeError::NotOpened(other),
    })?;
    match opened.signer() == own {
        true => Ok(opened.parse()?),
        false => Err(SavedNoticeError::AnotherSigner),
    }
}

fn of_return(notice: ConcernNotice, draft: &Return) -> Result<SavedNotice, SavedNoticeError> {
    if notice.round.id != draft.round.id || notice.return_id != draft.return_id {
        return Err(SavedNoticeError::AnotherReturn {
            round: notice.round.title,
            case: notice.case_label,
            agency: notice.agency.name,
        });
    }
    let recorded = draft.immediate_concerns.iter().find(|one| one.id == notice.concern.id);
    let standing = match recorded {
        Some(one) if *one == notice.concern => NoticeStanding::AsRecorded,
        Some(_) => NoticeStanding::ChangedSince,
        None => NoticeStanding::NotInReturn,
    };
    Ok(SavedNotice { notice, standing })
}

impl SavedNotice {
    /// The sentences for whoever saved it.
    pub fn wording(&self) -> Wording {
        match self.standing {
            NoticeStanding::AsRecorded => say(
                "This is the notice of your concern, complete and unchanged",
                "It says what you have recorded. You can send it.",
            ),
            NoticeStanding::ChangedSince => say(
                "This is a notice of your concern, complete and unchanged, but you have changed the concern since",
                "Sign and download the notice again, and send the new one.",
            ),
            NoticeStanding::NotInReturn => say(
                "This is a notice of this return, complete and unchanged, but its concern is not recorded here",
                "Look for another copy of this return under “Your returns”. Tell your manager of the concern \
                 in any case.",
            ),
        }
    }

    /// Whom the file is for.
    pub fn for_whom(&self) -> String {
        ["The coordinator of the audit “", &self.notice.round.title, "”"].concat()
    }

    /// What it is about: "Case 3, Police".
    pub fn about(&self) -> String {
        [self.notice.case_label.as_str(), ", ", &self.notice.agency.name].concat()
    }
}

impl SavedNoticeError {
    /// The sentences for whoever saved the file: what is wrong is told as it is of any file, what to do is theirs.
    pub fn wording(&self) -> Wording {
        match self {
            Self::CutShort => say("This is not the whole notice: saving it was cut off", AGAIN),
            Self::NotOpened(error) if belongs_elsewhere(error) => error.wording(),
            Self::NotOpened(error) => Wording { advice: Cow::Borrowed(AGAIN), ..error.wording() },
            Self::SealedAndNotKept => say(
                "This is a sealed notice, but none that this browser keeps with this return. \
                 It is another one, or it was changed",
                AGAIN,
            ),
            Self::AnotherSigner => say(
                "This notice is not signed with your key in this browser",
                "If you signed it in another browser, check it there. If not, do not send it: sign and download \
                 the notice here.",
            ),
            Self::AnotherReturn { round, case, agency } => Wording {
                title: ["This notice is of another return: ", case, ", ", agency, ", ", round]
                    .concat()
                    .into(),
                advice:
                    "Open that return to check it. For this one, sign and download the notice here."
                        .into(),
            },
        }
    }
}

/// Whether signing the notice again would help nothing: it is another file, or this program is too old for it.
fn belongs_elsewhere(error: &OpenError) -> bool {
    matches!(
        error,
        OpenError::WrongKind { .. }
            | OpenError::UnknownKind { .. }
            | OpenError::NewerVersion { .. }
    )
}

fn say(title: &'static str, advice: &'static str) -> Wording {
    Wording { title: Cow::Borrowed(title), advice: Cow::Borrowed(advice) }
}

#[cfg(test)]
#[path = "saved_notice_tests.rs"]
mod tests;
