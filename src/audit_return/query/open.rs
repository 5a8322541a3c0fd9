//! Opening a query pack where an invitation of its round is.

use super::QueryPack;
use crate::envelope::{Kind, Limits, OpenError, Thumbprint, open};
use crate::round::Invitation;

/// An invitation that is here, with the key that signed its file: the round's.
#[derive(Debug, Clone, Copy)]
pub struct Inviting<'a> {
    /// As verified.
    pub invitation: &'a Invitation,
    /// Of the signing key.
    pub round_key: Thumbprint,
}

/// Why a query pack was not opened. Nothing of it has been taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The file itself cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// No invitation is here by which it could be judged.
    #[error("no invitation here")]
    NoInvitation,
    /// It belongs to a round to which nobody here is invited.
    #[error("of another round, {title:?}")]
    OtherRound {
        /// As the file says, cut to 64 letters.
        title: String,
    },
    /// It is for another agency, or another auditor of it.
    #[error("for another slot, {who:?}")]
    OtherSlot {
        /// As the file says, cut to 64 letters.
        who: String,
    },
    /// It says that it is of a round here, but that round's key did not sign it.
    #[error("not signed by the round's key")]
    OtherKey,
    /// It asks nothing and takes nothing back.
    #[error("nothing asked")]
    NothingAsked,
    /// It holds more questions than [`super::MOST_QUESTIONS`].
    #[error("{found} questions")]
    TooManyQuestions {
        /// How many.
        found: usize,
    },
    /// A question without words.
    #[error("a blank question about {case_label:?}")]
    BlankQuestion {
        /// The case, cut to 64 letters.
        case_label: String,
    },
    /// A question longer than [`super::LONGEST_QUESTION`].
    #[error("a question too long about {case_label:?}")]
    QuestionTooLong {
        /// The case, cut to 64 letters.
        case_label: String,
    },
    /// Two questions with one id: an answer could not tell which it is for.
    #[error("one question twice about {case_label:?}")]
    QuestionTwice {
        /// The case, cut to 64 letters.
        case_label: String,
    },
    /// It asks about a case that the invitation does not hold.
    #[error("the invitation lacks {case_label:?}")]
    NotInvited {
        /// The case, cut to 64 letters.
        case_label: String,
    },
    /// It asks about a prompt, an area or a standard that the round does not have.
    #[error("something that the tool lacks, about {case_label:?}")]
    NotInTool {
        /// The case, cut to 64 letters.
        case_label: String,
    },
}

/// Opens a query pack for whoever holds one of these invitations, and says which it is for.
///
/// Verified first, then parsed, then held against the invitations: an honest
/// signature of a key that is not the round's opens nothing.
pub fn open_pack<'a>(
    file: &[u8],
    invitations: &'a [Inviting<'a>],
) -> Result<(QueryPack, &'a Inviting<'a>), PackError> {
    let verified = open(file, &[Kind::Query], &Limits::of(Kind::Query))?;
    let pack: QueryPack = verified.parse()?;
    pack.check()?;
    // Of several reasons the one counts that comes closest to an invitation here.
    let mut nearest = (0, PackError::NoInvitation);
    for inviting in invitations {
        match fits(&pack, verified.thumbprint(), inviting) {
            Ok(()) => return Ok((pack, inviting)),
            Err((near, error)) if near > nearest.0 => nearest = (near, error),
            Err(_) => {}
        }
    }
    Err(nearest.1)
}

/// Whether a pack is for the holder of an invitation; if not, how near it comes, and why not.
fn fits(
    pack: &QueryPack,
    signer: &Thumbprint,
    inviting: &Inviting<'_>,
) -> Result<(), (u8, PackError)> {
    let invitation = inviting.invitation;
    if pack.round.id != invitation.round.id {
        return Err((1, PackError::OtherRound { title: shortened(&pack.round.title) }));
    }
    if *signer != inviting.round_key {
        return Err((2, PackError::OtherKey));
    }
    let agency = &pack.agency;
    if agency.slot != invitation.slot || agency.id != invitation.agency.id {
        return Err((3, PackError::OtherSlot { who: shortened(&agency.in_words()) }));
    }
    for about in &pack.returns {
        if invitation.case(&about.case_ref).is_none() {
            let case_label = shortened(&about.case_label);
            return Err((4, PackError::NotInvited { case_label }));
        }
        if !about.questions.iter().all(|asked| asked.about.is_in(&invitation.round)) {
            return Err((5, PackError::NotInTool { case_label: shortened(&about.case_label) }));
        }
    }
    Ok(())
}

/// What a file says of itself, short enough to be shown.
pub(super) fn shortened(text: &str) -> String {
    text.chars().take(64).collect()
}
