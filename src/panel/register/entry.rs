//! What the register holds of each file.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Block, Choice, LetterEntry, QuarantineReason, Refusal, SignerDecision};
use crate::envelope::{EnrolmentProof, Hash, SecondSignOff, Thumbprint};
use crate::id::{AgencyId, AgencyKind, CaseRef, ReturnId, SlotId};
use crate::tool::ToolRef;

/// Number of an import, counted from 1 within a workbook.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct BatchId(pub u32);

/// The place that a return is for: with the round, its identity (V-01).
///
/// Ordered by case first, so that the returns of one case stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReturnKey {
    /// Which case.
    pub case: CaseRef,
    /// Whose place.
    pub slot: SlotId,
    /// Of which agency.
    pub agency: AgencyId,
}

/// One imported file that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// As it was named when imported.
    pub name: String,
    /// Which import brought it.
    pub batch: BatchId,
    /// When, by the importing computer's clock.
    pub imported_at: DateTime<Utc>,
    /// What its verified contents say; `None` where the signature does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    /// What it counts for now.
    pub state: EntryState,
}

/// What a verified return says of itself, without its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Facts {
    /// The place it is for.
    pub place: ReturnKey,
    /// Kind of agency, as the return says.
    pub kind: AgencyKind,
    /// Random; the same through all versions.
    pub return_id: ReturnId,
    /// Counted from 1.
    pub version: u32,
    /// Payload hash of the version that it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Hash>,
    /// SHA-256 of the signed bytes.
    pub payload: Hash,
    /// The tool it answers.
    pub tool: ToolRef,
    /// The key that signed.
    pub signer: Thumbprint,
    /// What it shows of its invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<EnrolmentProof>,
    /// When it was signed off, by the signer's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<DateTime<Utc>>,
    /// The second signature over the same bytes, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<SecondSignature>,
    /// Whether the agency had nothing to grade.
    pub nil: bool,
    /// Rules that it breaks although it was signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
}

/// A second signature that holds, and what is known of its signer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecondSignature {
    /// The key that signed second.
    pub signer: Thumbprint,
    /// Who, as they say of themselves.
    pub sign_off: SecondSignOff,
}

/// What an imported file counts for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum EntryState {
    /// It is the agency's return for its case.
    Current,
    /// A later version of it is (V-03).
    Superseded {
        /// The file that counts, or one of those in conflict.
        by: Hash,
    },
    /// The coordinator chose another one.
    SetAside,
    /// It corrects a version that is not here yet; it counts once that arrives.
    Held {
        /// Payload hash of the missing version.
        waiting_for: Hash,
    },
    /// Several files claim to be this return; none counts until the coordinator chooses (V-03).
    Conflict,
    /// The agency has taken it back; it no longer counts.
    Withdrawn {
        /// The file that says so.
        by: Hash,
    },
    /// Not trusted, or not in order: a person must look (V-06).
    Quarantined {
        /// Why; the gravest first, never empty.
        because: Vec<QuarantineReason>,
    },
}

/// A file that was not taken in. Its contents are not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RefusedFile {
    /// As it was named.
    pub name: String,
    /// Which import brought it.
    pub batch: BatchId,
    /// Why.
    pub refusal: Refusal,
}

/// All imported files of a round, and what was decided about them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Register {
    /// By file hash.
    pub(in crate::panel) entries: BTreeMap<Hash, Entry>,
    /// Concerns and withdrawals, by file hash.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::panel) letters: BTreeMap<Hash, LetterEntry>,
    /// By file hash.
    pub(in crate::panel) refused: BTreeMap<Hash, RefusedFile>,
    /// Keys trusted or refused, oldest first.
    pub(in crate::panel) signers: Vec<SignerDecision>,
    /// Choices between versions, oldest first.
    pub(in crate::panel) choices: Vec<Choice>,
    /// Files accepted although they break rules, with the reason.
    pub(in crate::panel) accepted: BTreeMap<Hash, String>,
    /// Number of the last import.
    pub(in crate::panel) last_batch: BatchId,
}

impl ReturnKey {
    /// What no place of this case is ordered before.
    pub(in crate::panel) fn first_of(case: &CaseRef) -> Self {
        let least = "0";
        Self {
            case: case.clone(),
            slot: SlotId::new(least).expect("a digit is an identifier"),
            agency: AgencyId::new(least).expect("a digit is an identifier"),
        }
    }
}

impl EntryState {
    /// Whether the return is used: it is the current one.
    pub fn counts(&self) -> bool {
        match self {
            Self::Current => true,
            Self::Superseded { .. }
            | Self::SetAside
            | Self::Withdrawn { .. }
            | Self::Held { .. }
            | Self::Conflict
            | Self::Quarantined { .. } => false,
        }
    }

    /// Whether whoever signed it is trusted with its place, though it may be kept apart for what it holds.
    pub(in crate::panel) fn has_trusted_signer(&self) -> bool {
        match self {
            Self::Quarantined { because } => because.iter().all(|one| !one.is_about_signer()),
            Self::Current
            | Self::Superseded { .. }
            | Self::SetAside
            | Self::Withdrawn { .. }
            | Self::Held { .. }
            | Self::Conflict => true,
        }
    }
}

impl Register {
    /// The entry of a file.
    pub fn entry(&self, file: &Hash) -> Option<&Entry> {
        self.entries.get(file)
    }

    /// Every file that is kept, in the order of their hashes.
    pub fn entries(&self) -> impl Iterator<Item = (&Hash, &Entry)> {
        self.entries.iter()
    }

    /// Every file that was not taken in; one that was taken in later, with another key or by a newer program, is none.
    pub fn refused(&self) -> impl Iterator<Item = (&Hash, &RefusedFile)> {
        self.refused.iter().filter(move |(file, _)| {
            !self.entries.contains_key(*file) && !self.letters.contains_key(*file)
        })
    }

    /// Keys trusted or refused, oldest first.
    pub fn signers(&self) -> &[SignerDecision] {
        &self.signers
    }

    /// Choices between versions, oldest first.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }
}
