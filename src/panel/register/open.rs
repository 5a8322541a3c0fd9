//! Opening one file that came from outside: everything heavy, and nothing that needs the register.
//!
//! Runs in parallel, in a worker. What comes out can be sent between workers;
//! only [`Opener`] makes it from bytes, so an [`OpenedReturn`] has been verified.

use serde::{Deserialize, Serialize};

use super::{Letter, OpenedLetter, Refusal, ReturnKey, SecondSignature};
use crate::audit_return::{ConcernNotice, Return, Withdrawal};
use crate::check::{Notice, Readiness, check_with, guard_of};
use crate::envelope::{
    Hash, Kind, Limits, OpenError, OpeningKey, Thumbprint, Verified, claimed_signer_of_sealed,
    open_sealed,
};
use crate::round::Round;
use crate::tool::{Graph, ToolRef};

/// One file after opening, whatever came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenedFile {
    /// As it was named.
    pub name: String,
    /// `None` where the file was too large to be read.
    pub file: Option<Hash>,
    /// The return, or why there is none.
    pub content: Result<Box<OpenedReturn>, Unopened>,
}

/// A return whose signature holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenedReturn {
    pub(in crate::panel) payload: Hash,
    pub(in crate::panel) signer: Thumbprint,
    /// The tool that the round had when the return was held against its rules; of another tool it breaks none.
    pub(in crate::panel) by_rules_of: ToolRef,
    pub(in crate::panel) blocks: Vec<Block>,
    /// Warnings for which no reason was typed.
    pub(in crate::panel) unexplained: usize,
    pub(in crate::panel) second: Option<SecondSignature>,
    pub(in crate::panel) audit_return: Return,
}

/// Why there is no return in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unopened {
    /// It is kept apart: the signature does not hold (V-06). Holds the key that it names, if any.
    SignatureWrong(Option<Thumbprint>),
    /// It is about a return and not one: a concern's notice or a withdrawal.
    Letter(Box<OpenedLetter>),
    /// It is not taken in.
    Refused(Refusal),
}

/// A rule that blocks signing, broken by a return that was signed all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// The rule, such as `G-03`.
    pub rule: String,
    /// Where, as the notice's key says.
    pub place: String,
    /// One plain sentence.
    pub message: String,
}

/// Opens the files of one round.
#[derive(Debug, Clone)]
pub struct Opener {
    round: Round,
    tool: ToolRef,
    graph: Graph,
    limits: Limits,
    keys: Vec<OpeningKey>,
}

impl Opener {
    /// For this round.
    pub fn new(round: Round) -> Self {
        let (tool, graph) = (round.tool.reference(), Graph::compile(&round.tool));
        Self { round, tool, graph, limits: Limits::of(Kind::Return), keys: Vec::new() }
    }

    /// With the keys that open what is sealed.
    pub fn with_keys(self, keys: Vec<OpeningKey>) -> Self {
        Self { keys, ..self }
    }

    /// The largest file that is read, in bytes.
    pub fn most_bytes() -> u64 {
        Limits::of(Kind::Return).of_closed().file_bytes
    }

    /// Asks whether a file of `size` bytes may be opened.
    pub fn admits(name: &str, size: u64) -> Result<(), OpenedFile> {
        let limits = Limits::of(Kind::Return).of_closed();
        limits.admit(size).map_err(|error| OpenedFile {
            name: name.to_owned(),
            file: None,
            content: Err(Unopened::of(&error, None)),
        })
    }

    /// Verifies, parses and checks one file.
    pub fn open(&self, name: &str, bytes: &[u8]) -> OpenedFile {
        if let Err(too_large) = Self::admits(name, bytes.len() as u64) {
            return too_large;
        }
        let failed = |error: &OpenError| {
            Unopened::of(error, claimed_signer_of_sealed(bytes, &self.keys, &self.limits))
        };
        let opened = open_sealed(bytes, &KINDS, &self.keys, &self.limits);
        let file = opened.as_ref().map_or_else(|_| Hash::of(bytes), |it| it.file_hash());
        let content = match opened {
            Ok(verified) if verified.kind() == Kind::Return => {
                self.open_return(&verified).map(Box::new).map_err(|error| failed(&error))
            }
            Ok(verified) => Err(match open_letter(&verified) {
                Ok(letter) => Unopened::Letter(Box::new(letter)),
                Err(error) => failed(&error),
            }),
            Err(error) => Err(failed(&error)),
        };
        OpenedFile { name: name.to_owned(), file: Some(file), content }
    }

    fn open_return(&self, verified: &Verified) -> Result<OpenedReturn, OpenError> {
        let audit_return: Return = verified.parse()?;
        let (blocks, unexplained) = self.broken_rules(&audit_return);
        Ok(OpenedReturn {
            payload: verified.payload_hash(),
            signer: *verified.thumbprint(),
            by_rules_of: self.tool.clone(),
            blocks,
            unexplained,
            second: verified.second().map(|second| SecondSignature {
                signer: second.thumbprint,
                sign_off: second.sign_off.clone(),
            }),
            audit_return,
        })
    }

    /// Rules that a return breaks which was opened while the round had another tool.
    pub(super) fn blocks_of(&self, audit_return: &Return) -> Vec<Block> {
        self.broken_rules(audit_return).0
    }

    /// The same return by the rules of this round.
    pub(super) fn checked_anew(&self, opened: OpenedReturn) -> OpenedReturn {
        let (blocks, unexplained) = self.broken_rules(&opened.audit_return);
        OpenedReturn { by_rules_of: self.tool.clone(), blocks, unexplained, ..opened }
    }

    /// Rules that a return breaks, and how many warnings stand without a reason.
    ///
    /// One of another round or tool is not judged by ours. A warning without a
    /// reason keeps nothing out: a newer program may warn of more than the
    /// auditor's did.
    fn broken_rules(&self, audit_return: &Return) -> (Vec<Block>, usize) {
        let ours = audit_return.round.id == self.round.id && audit_return.tool == self.tool;
        if !ours {
            return (Vec::new(), 0);
        }
        let shown = self.graph.shown(audit_return);
        // Without the auditor's own list of names, which no file holds (I-02).
        let guard = guard_of(&self.round, audit_return, &[]);
        let notices = check_with(&self.round, audit_return, &shown, &guard);
        let readiness = Readiness::of(&notices, audit_return);
        let blocks = readiness.blocks.iter().map(|notice| Block::from(*notice));
        let blocks = not_signed_off(audit_return).into_iter().chain(blocks).collect();
        (blocks, readiness.unexplained.len())
    }
}

/// What a panel imports.
const KINDS: [Kind; 3] = [Kind::Return, Kind::Concern, Kind::Withdrawal];

fn open_letter(verified: &Verified) -> Result<OpenedLetter, OpenError> {
    let letter = if verified.kind() == Kind::Withdrawal {
        Letter::Withdrawal(Box::new(verified.parse::<Withdrawal>()?))
    } else {
        Letter::Concern(Box::new(verified.parse::<ConcernNotice>()?))
    };
    Ok(OpenedLetter { payload: verified.payload_hash(), signer: *verified.thumbprint(), letter })
}

impl From<&Notice> for Block {
    fn from(notice: &Notice) -> Self {
        Self {
            rule: notice.rule.to_string(),
            place: notice.place.key(),
            message: notice.message.clone(),
        }
    }
}

/// what was signed bears a complete declaration.
fn not_signed_off(audit_return: &Return) -> Option<Block> {
    let complete =
        audit_return.sign_off.as_ref().is_some_and(|sign_off| sign_off.declaration.is_complete());
    (!complete).then(|| Block {
        rule: "A-06".into(),
        place: "sign-off".into(),
        message: "The declaration is missing or not complete.".into(),
    })
}

impl OpenedReturn {
    /// The place that the return says it is for.
    pub fn place(&self) -> ReturnKey {
        ReturnKey {
            case: self.audit_return.case_ref.clone(),
            slot: self.audit_return.agency.slot.clone(),
            agency: self.audit_return.agency.id.clone(),
        }
    }

    /// The return itself.
    pub fn audit_return(&self) -> &Return {
        &self.audit_return
    }
}

impl Unopened {
    /// Sorts the many ways in which a file can be wrong into the few that a coordinator tells apart.
    fn of(error: &OpenError, claimed: Option<Thumbprint>) -> Self {
        let damaged = || Self::Refused(Refusal::Damaged { fault: error.name().into() });
        match error {
            OpenError::SignatureMismatch
            | OpenError::Algorithm { .. }
            | OpenError::KeyNotUsable
            | OpenError::KeyIdMismatch
            | OpenError::Signatures
            | OpenError::HeaderParameter { .. }
            | OpenError::UnexpectedMember { .. } => Self::SignatureWrong(claimed),
            OpenError::TooLarge { size, limit } => {
                Self::Refused(Refusal::TooLarge { size: *size, limit: *limit })
            }
            OpenError::WrongKind { found: Kind::Draft, .. } => {
                Self::Refused(Refusal::UnsignedDraft)
            }
            OpenError::WrongKind { found, .. } => {
                Self::Refused(Refusal::WrongKind { found: *found })
            }
            OpenError::NotSigned { .. } => Self::Refused(Refusal::Unsigned),
            OpenError::UnknownKind { .. } | OpenError::NewerVersion { .. } => {
                Self::Refused(Refusal::NewerVersion)
            }
            OpenError::NotJson { .. } | OpenError::NotOurs => Self::Refused(Refusal::NotOurs),
            OpenError::SealedToOthers { .. } => Self::Refused(Refusal::SealedToOthers),
            OpenError::SealMethod { .. }
            | OpenError::Recipients
            | OpenError::RecipientsAltered
            | OpenError::SealKeyNotUsable
            | OpenError::SealBroken => Self::Refused(Refusal::SealBroken),
            OpenError::Impossible { what } => {
                Self::Refused(Refusal::Impossible { what: (*what).to_owned() })
            }
            OpenError::Empty
            | OpenError::NeedsPassphrase { .. }
            | OpenError::WrongPassphrase
            | OpenError::NotProtected { .. }
            | OpenError::WorkFactor { .. }
            | OpenError::Json { .. }
            | OpenError::SignedDraft
            | OpenError::MissingMember { .. }
            | OpenError::BadEncoding { .. }
            | OpenError::ChecksumMismatch { .. }
            | OpenError::NoFormatVersion
            | OpenError::Contents { .. } => damaged(),
        }
    }
}
