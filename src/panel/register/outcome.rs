//! What became of one imported file.

use serde::{Deserialize, Serialize};

use super::{Block, Late, ReturnKey};
use crate::envelope::{Hash, Kind, Thumbprint};
use crate::tool::ToolRef;

/// One line of the import's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportRow {
    /// As the file was named.
    pub name: String,
    /// `None` where the file was not read at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Hash>,
    /// What became of it.
    pub outcome: ImportOutcome,
    /// The place it is for, where that could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<ReturnKey>,
    /// Its version, where that could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// The key that signed; of an altered file, the key that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Thumbprint>,
    /// What else is worth knowing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<RowNote>,
}

/// What became of an imported file: taken in, known already, or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ImportOutcome {
    /// Verified, from a known signer; it counts.
    Admitted,
    /// Verified, and it replaces the version that counted (V-03).
    Replaces {
        /// That version.
        version: u32,
    },
    /// Verified, but a later version that is here already counts.
    Older {
        /// That version.
        counting: u32,
    },
    /// Verified; the coordinator had chosen another version before.
    SetAside,
    /// Verified, but the version that it corrects is not here (V-03).
    Held,
    /// Verified, but another file claims to be the same return (V-03).
    Conflict,
    /// An immediate concern, from a known signer (C-03).
    ConcernNoted,
    /// The agency takes its return back; it no longer counts.
    Withdrawn {
        /// The version taken back.
        version: u32,
    },
    /// The agency takes back a return that is not here.
    WithdrawalWaiting {
        /// The version taken back.
        version: u32,
    },
    /// A concern or a withdrawal after which the agency said something later.
    Overtaken,
    /// Verified, but the agency has taken it back.
    TakenBack,
    /// The very same return is here already; nothing has changed (V-02).
    Duplicate {
        /// Under this file.
        of: Hash,
    },
    /// Kept apart until a person has looked; it does not count (V-06).
    Quarantined {
        /// Why; the gravest first, never empty.
        because: Vec<QuarantineReason>,
    },
    /// Not taken in; nothing of it is kept.
    Refused(Refusal),
}

/// Why a file is kept apart. The gravest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum QuarantineReason {
    /// Its signature does not hold: it was changed after signing, or forged (V-06).
    SignatureWrong {
        /// The key that it names, if any: it proves nothing.
        claimed: Option<Thumbprint>,
    },
    /// The plan does not expect it.
    NotInvited(NotInvited),
    /// It answers another tool, or another version of it (V-07).
    OtherTool {
        /// The one it answers.
        found: ToolRef,
    },
    /// The key shows no proof of invitation, and nobody has vouched for it (V-06).
    UnknownSigner {
        /// The key.
        signer: Thumbprint,
    },
    /// It shows the secret of an invitation that was revoked, and nobody has vouched for the key (V-06).
    InvitationRevoked {
        /// The key.
        signer: Thumbprint,
    },
    /// Signed although rules forbid it, so not by our program, or not by this version of it.
    BreaksRules {
        /// Which, and where.
        blocks: Vec<Block>,
    },
}

/// In what way a return is not expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NotInvited {
    /// The round has no such case.
    Case,
    /// The round has no such slot.
    Slot,
    /// The slot belongs to another agency, or to an agency of another kind.
    Agency,
    /// The slot was not asked about this case.
    CaseOfSlot,
}

/// Why a file was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Refusal {
    /// An auditor's draft.
    UnsignedDraft,
    /// Says it is a return, and has no signature.
    Unsigned,
    /// One of our files, but not a return.
    WrongKind {
        /// What it is.
        found: Kind,
    },
    /// A return for another round.
    WrongRound {
        /// Its title, as the file says.
        title: String,
    },
    /// Made by a newer program.
    NewerVersion,
    /// One of ours once, but not whole.
    Damaged {
        /// The fault in one word, for support.
        fault: String,
    },
    /// It says what cannot be, so that nothing of it can be counted (V-01).
    Impossible {
        /// Such as "its version is 0".
        what: String,
    },
    /// Too large to be a return. Both in bytes.
    TooLarge {
        /// Of the file.
        size: u64,
        /// The most that is read.
        limit: u64,
    },
    /// Sealed, and this browser holds none of the keys that open it.
    SealedToOthers,
    /// Changed since it was sealed, so that nobody can open it.
    SealBroken,
    /// Not part of an audit.
    NotOurs,
}

/// What else is worth knowing of an imported file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum RowNote {
    /// It holds immediate concerns that nobody has closed (C-05).
    Concerns {
        /// How many.
        open: usize,
    },
    /// It came late; a flag, not a state (V-05).
    Late(Late),
    /// It was known, could not be read any more, and can be again.
    ReadAgain,
    /// A nil return.
    Nil,
    /// Its auditor marked texts that practitioners must not read (edge case 32).
    Marked {
        /// How many.
        texts: usize,
    },
    /// The case was withdrawn; the return is kept and not counted (V-09).
    CaseWithdrawn,
    /// Another version, held until now, counts from here on.
    Releases {
        /// That version.
        version: u32,
    },
    /// Judgements rested on the return that it replaces (V-04).
    Reopens {
        /// How many.
        judgements: usize,
    },
    /// Judgements of the case were made without a return of this place, and stand (edge case 7).
    JudgedWithout {
        /// How many.
        judgements: usize,
    },
    /// The return that counts from here on answers questions of the panel.
    Answers {
        /// How many.
        questions: usize,
    },
    /// Warnings stand in it for which no reason was typed.
    Unexplained {
        /// How many.
        warnings: usize,
    },
    /// A second person of the agency signed the same bytes.
    SignedTwice {
        /// Their role, as they say.
        role: String,
        /// What is known of them.
        holder: SecondHolder,
    },
    /// The round asks for a second signature, and there is none.
    SecondMissing,
    /// Signed, by the signer's clock, after it was imported.
    ClockAhead,
}

/// What is known of whoever signed second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SecondHolder {
    /// They held the slot's invitation, or a person vouched for their key.
    Known,
    /// Nothing but that one key made the signature.
    Unknown,
}

impl RowNote {
    /// Whether somebody has to do something, although the return was taken in as it should be.
    fn asks(&self) -> bool {
        match self {
            Self::Concerns { .. } | Self::JudgedWithout { .. } => true,
            Self::Late(_)
            | Self::ReadAgain
            | Self::Nil
            | Self::Marked { .. }
            | Self::CaseWithdrawn
            | Self::Releases { .. }
            | Self::Reopens { .. }
            | Self::Answers { .. }
            | Self::Unexplained { .. }
            | Self::SignedTwice { .. }
            | Self::SecondMissing
            | Self::ClockAhead => false,
        }
    }
}

impl ImportRow {
    /// Whether something that is noted of it is for somebody to look at.
    pub fn asks(&self) -> bool {
        self.notes.iter().any(RowNote::asks)
    }

    /// Whether the bytes of the file belong beside the workbook, under its hash.
    pub fn keeps_file(&self) -> bool {
        match self.outcome {
            ImportOutcome::Admitted
            | ImportOutcome::Replaces { .. }
            | ImportOutcome::Older { .. }
            | ImportOutcome::SetAside
            | ImportOutcome::ConcernNoted
            | ImportOutcome::Withdrawn { .. }
            | ImportOutcome::WithdrawalWaiting { .. }
            | ImportOutcome::Overtaken
            | ImportOutcome::TakenBack
            | ImportOutcome::Held
            | ImportOutcome::Conflict
            | ImportOutcome::Quarantined { .. } => true,
            // The very file again is kept again: this browser may have lost it. Of another with the same
            // return only what was missing.
            ImportOutcome::Duplicate { of } => {
                self.file == Some(of) || self.notes.contains(&RowNote::ReadAgain)
            }
            ImportOutcome::Refused(_) => false,
        }
    }
}
