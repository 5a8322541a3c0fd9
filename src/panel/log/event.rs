//! All that is logged: one kind for each thing that somebody does.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::envelope::{Hash, Thumbprint};
use crate::id::{AgencyId, AreaId, CaseRef, ItemId, PromptId, QueryId, RoundId, SlotId};
use crate::panel::actions::{ActionStep, ChallengeStep};
use crate::panel::concerns::{ConcernStep, Hold};
use crate::panel::copies::CopyStep;
use crate::panel::expectation::Expectation;
use crate::panel::findings::Fate;
use crate::panel::register::{BatchId, ImportRow, ReturnKey};
use crate::tool::ToolRef;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Event {
    /// A slot's invitation was written to a file.
    InvitationIssued {
        /// Whose.
        slot: SlotId,
        /// Of the file.
        file: Hash,
    },
    /// A slot's invitation counts no more (V-06).
    InvitationRevoked {
        /// Whose.
        slot: SlotId,
        /// Keys that may go on signing, because they signed what counted.
        kept: usize,
        /// Why.
        reason: String,
    },
    /// A place was added to the round.
    SlotAdded {
        /// Which.
        slot: SlotId,
        /// Why.
        reason: String,
    },
    /// A slot is asked about other cases.
    CasesAsked {
        /// Which.
        slot: SlotId,
        /// Why.
        reason: String,
    },
    /// The workbook with the round's keys was written to a file that a passphrase closes.
    KeysSaved {
        /// Of the file.
        file: Hash,
    },
    /// Such a file was opened again, and the keys in it are the round's.
    KeysProved {
        /// Of the file.
        file: Hash,
    },
    /// The round was opened from a file in another browser (edge case 60).
    CarriedOn {
        /// Imported files that came with it.
        files: usize,
        /// Imported files that the register names and that did not come.
        missing: usize,
        /// Whether the round's keys came with it.
        keys: bool,
        /// The key that signed the file, where it was not the round's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signer: Option<Thumbprint>,
    },
    /// Returns are sealed to somebody else too.
    DeputyAdded {
        /// Their role.
        role: String,
        /// Their key.
        key: Thumbprint,
    },
    /// Returns are no longer sealed to somebody.
    DeputyRemoved {
        /// Their role.
        role: String,
        /// Why.
        reason: String,
    },
    /// An import was begun; its files follow.
    ImportBegun {
        /// Its number.
        batch: BatchId,
    },
    /// One file was imported, with this outcome.
    Imported {
        /// Which import.
        batch: BatchId,
        /// As on the screen.
        row: Box<ImportRow>,
    },
    /// A whole import was taken back (V-10).
    ImportUndone {
        /// Its number.
        batch: BatchId,
        /// Files that it had brought.
        files: Vec<Hash>,
    },
    /// A key without proof of invitation was trusted for one slot.
    SignerTrusted {
        /// The key.
        signer: Thumbprint,
        /// For whom it may sign.
        slot: SlotId,
        /// How the panel knows.
        reason: String,
    },
    /// A key was refused for one slot.
    SignerRefused {
        /// The key.
        signer: Thumbprint,
        /// For whom it claimed to sign.
        slot: SlotId,
        /// Why.
        reason: String,
    },
    /// One of several versions was chosen, or one whose predecessor never came (V-03).
    VersionChosen {
        /// The place they are for.
        place: ReturnKey,
        /// The chosen file.
        file: Hash,
        /// Why.
        reason: String,
    },
    /// A return was accepted although it breaks rules.
    ContentAccepted {
        /// The file.
        file: Hash,
        /// Why.
        reason: String,
    },
    /// The plan of the round was changed: slots, cases, dates.
    PlanChanged {
        /// Why.
        reason: String,
        /// Slots whose invitations show something else since; in older records, where this is missing, it may be any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slots: Option<BTreeSet<SlotId>>,
    },
    /// A case no longer counts (V-09).
    CaseWithdrawn {
        /// Which.
        case: CaseRef,
        /// Category of reason.
        reason: String,
    },
    /// A judgement was recorded.
    Judged {
        /// Which case.
        case: CaseRef,
        /// Which area; `None` for the case overall.
        area: Option<AreaId>,
    },
    /// A meeting was recorded, or corrected.
    MeetingRecorded {
        /// Which.
        meeting: ItemId,
        /// When it was held.
        on: NaiveDate,
    },
    /// The agencies without which the panel does not judge were chosen (M-01).
    EssentialAgencies {
        /// Which.
        agencies: Vec<AgencyId>,
    },
    /// The panel said what difference the work made to a child.
    DifferenceRecorded {
        /// Which case.
        case: CaseRef,
    },
    /// Something was noted in a meeting, or what came of it.
    Noted {
        /// Which note.
        note: ItemId,
        /// About which case; `None` where about none in particular.
        case: Option<CaseRef>,
    },
    /// An agency whose own auditors differ was brought together (edge case 5).
    AgencyAgreed {
        /// Which case.
        case: CaseRef,
        /// Which area; `None` for the case overall.
        area: Option<AreaId>,
        /// Which agency.
        agency: AgencyId,
        /// Why.
        reason: String,
    },
    /// A grade of another scale was graded anew (V-08).
    Regraded {
        /// Whose.
        place: ReturnKey,
        /// Which area; `None` for the case overall.
        area: Option<AreaId>,
        /// Why.
        reason: String,
    },
    /// A question to an agency was written.
    QueryWritten {
        /// Which.
        query: QueryId,
        /// About whose return.
        place: ReturnKey,
    },
    /// A question was withdrawn.
    QueryWithdrawn {
        /// Which.
        query: QueryId,
        /// Why.
        reason: String,
    },
    /// A slot's questions were written to a file.
    QueriesIssued {
        /// Whose.
        slot: SlotId,
        /// Of the file.
        file: Hash,
        /// The questions in it.
        queries: Vec<QueryId>,
    },
    /// Returns of another tool are read by a mapping (V-07).
    ToolMapped {
        /// Which tool.
        tool: ToolRef,
        /// Why this may be done.
        reason: String,
    },
    /// A mapping was taken back (V-07).
    ToolUnmapped {
        /// Of which tool.
        tool: ToolRef,
        /// Why.
        reason: String,
    },
    /// More time was given, or a return is not to come.
    ExpectationChanged {
        /// Of which place.
        place: ReturnKey,
        /// What.
        what: Expectation,
        /// Why.
        reason: String,
    },
    /// A return was read and accepted, or that was taken back.
    ReturnAccepted {
        /// Its file.
        file: Hash,
        /// Which of the two.
        accepted: bool,
    },
    /// A file stays apart for good (V-06).
    KeptApart {
        /// Which.
        file: Hash,
        /// Why.
        reason: String,
    },
    /// Whom to ask in an agency was changed.
    ContactChanged {
        /// Which agency.
        agency: AgencyId,
    },
    /// An agency was asked for what it owes.
    Chased {
        /// Which.
        agency: AgencyId,
    },
    /// The panel itself raised a concern (edge case 27).
    ConcernRaised {
        /// About which case.
        case: CaseRef,
    },
    /// Something was done about a concern (C-06).
    ConcernFollowedUp {
        /// About which case.
        case: CaseRef,
        /// What.
        step: ConcernStep,
    },
    /// A case was held back from publication, or cleared (C-07).
    CaseHeld {
        /// Which.
        case: CaseRef,
        /// How.
        hold: Hold,
        /// Why.
        reason: String,
    },
    /// How days counted from two events lie to each other was recorded.
    AnchorsAligned {
        /// In which case.
        case: CaseRef,
    },
    /// A finding was recorded, changed, merged or dropped.
    FindingRecorded {
        /// Which.
        finding: ItemId,
        /// Whether it is still one of its own.
        fate: Fate,
    },
    /// A text for the documents was written, changed or taken out.
    PassageRecorded {
        /// Which.
        passage: ItemId,
        /// Whether it was taken out.
        removed: bool,
    },
    /// A generated sentence was worded otherwise, or taken as generated again.
    OwnWordingRecorded {
        /// Id of the sentence.
        sentence: String,
    },
    /// A version of a document was kept as it was.
    DocumentKept {
        /// Its kind.
        document: String,
        /// Of its text.
        snapshot: Hash,
    },
    /// A version of a document was read and cleared for publication (I-08).
    DocumentCleared {
        /// Its kind.
        document: String,
        /// Why.
        reason: String,
    },
    /// A theme of the board's own was added.
    ThemeAdded {
        /// What it is called.
        label: String,
    },
    /// Something happened to a copy for a practitioner.
    CopyStep {
        /// Of whose return.
        place: ReturnKey,
        /// What; of a copy that had been sent before, [`CopyStep::NotSent`] tells what became of it.
        step: CopyStep,
    },
    /// It was decided whether a text goes into copies.
    DisclosureDecided {
        /// Of whose return.
        place: ReturnKey,
        /// Whether it does.
        disclosed: bool,
        /// Why.
        reason: String,
    },
    /// A fact was corrected beside a return (CP-02).
    FactAmended {
        /// Whose.
        place: ReturnKey,
        /// What shows it.
        because: String,
    },
    /// A case that was withdrawn counts again (V-09).
    CaseReinstated {
        /// Which.
        case: CaseRef,
        /// Why.
        reason: String,
    },
    /// The answer of a case was settled where agencies differed.
    CaseAnswerSettled {
        /// Which case.
        case: CaseRef,
        /// Which prompt.
        prompt: PromptId,
        /// Why.
        reason: String,
    },
    /// The round has another version of its tool, or another tool (K-01).
    ToolAdopted {
        /// Which.
        tool: ToolRef,
        /// What differs from the one before, in sentences.
        differences: Vec<String>,
        /// Why.
        reason: String,
    },
    /// The frame of cases to choose from was changed.
    FrameChanged {
        /// Cases to choose from.
        candidates: usize,
        /// Of them that cannot be chosen.
        excluded: usize,
    },
    /// Cases were drawn at random; all that it takes to draw them again is in the record of the draw (S-02).
    CasesDrawn {
        /// Which draw, counted from 1.
        draw: usize,
        /// As given.
        seed: String,
        /// Numbers in the coordinator's own list.
        drawn: Vec<u32>,
    },
    /// The round's cases were settled.
    CasesChosen {
        /// Numbers in the coordinator's own list, in the order of the cases.
        numbers: Vec<u32>,
    },
    /// A case stands in for one that was withdrawn (edge case 13).
    CaseReplaced {
        /// The case that was withdrawn.
        case: CaseRef,
        /// The one instead.
        by: CaseRef,
        /// Its number in the coordinator's own list.
        number: u32,
        /// Why.
        reason: String,
    },
    /// An action was written or written anew.
    ActionRecorded {
        /// Which.
        action: ItemId,
    },
    /// Something happened to an action.
    ActionStep {
        /// Which.
        action: ItemId,
        /// What.
        step: ActionStep,
    },
    /// Open actions of an earlier round were carried forward (AP-10).
    ActionsCarried {
        /// From which.
        round: RoundId,
        /// How many.
        actions: usize,
    },
    /// The board said whom a recommendation addresses, or why it needs no action (AP-03).
    RecommendationAnswered {
        /// Which.
        recommendation: ItemId,
        /// Why it needs none; blank where actions are to come.
        no_action_because: String,
    },
    /// The board ratified the action plan, or that was taken back (AP-08).
    PlanRatified {
        /// When; `None` where it was taken back.
        on: Option<NaiveDate>,
        /// Who.
        by: String,
    },
    /// A sheet of actions was written for an agency (AP-09).
    ActionSheetIssued {
        /// Which.
        sheet: ItemId,
        /// For whom.
        to: String,
        /// Lines on it.
        lines: usize,
    },
    /// What an agency wrote on its sheet was taken over (AP-09).
    ActionSheetRead {
        /// Which.
        sheet: ItemId,
        /// Fields taken over.
        taken: usize,
        /// Fields that were left as they are.
        left: usize,
    },
    /// An issue between agencies was recorded, or corrected (AP-11).
    ChallengeRaised {
        /// Which.
        challenge: ItemId,
    },
    /// Something became of an issue between agencies (AP-11).
    ChallengeStep {
        /// Which.
        challenge: ItemId,
        /// What.
        step: ChallengeStep,
    },
    /// An earlier round was named as the baseline of this one, or that was taken back (RA-01).
    BaselineLinked {
        /// Which; `None` where it was taken back.
        round: Option<RoundId>,
        /// Why.
        reason: String,
    },
    /// It was said anew which areas and questions of the baseline are which of this round's (RA-02).
    BaselineMapped {
        /// The earlier round.
        round: RoundId,
        /// Areas as they are held to be the same from now on: theirs, then ours.
        areas: BTreeMap<AreaId, AreaId>,
        /// Questions, likewise.
        prompts: BTreeMap<PromptId, PromptId>,
        /// Why.
        reason: String,
    },
    /// A replaced return reopened a case's judgements (V-04).
    Reopened {
        /// Which case.
        case: CaseRef,
        /// The return that they rested on.
        superseded: Hash,
    },
}
