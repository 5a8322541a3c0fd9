//! Keeping work: what a draft's record is, how it is edited and how it survives.
//!
//! A screen describes each edit as a [`Change`] and gives it to the [`Session`] of
//! the open draft, which makes it in memory ([`apply`]), notes it in the
//! [`Journal`] and says when the whole [`DraftRecord`] is to be committed
//! ([`Autosave`]). [`Library`] lists, begins and deletes drafts. Both speak to a
//! [`Store`]: the browser's database, or a [`MemoryStore`] in tests. The panel's round lies open as an [`OpenRound`].
//!
//! Starting a program: probe the storage; [`Library::open`]; show drafts, bin and
//! whatever was damaged; on choosing a draft take its lock, read its journal,
//! [`Session::open`], keep `conflict` and `unread` with [`Library::keep_rest`]: the
//! journal goes only after that. The driver in `browser` does the rest.
//!
//! On a shared computer all of it can be closed under a passphrase: [`Vault`].
//!
//! Not here: browsers, clocks, random ids, words beyond errors.

#[cfg(test)]
mod apply_tests;
mod asked;
mod autosave;
mod bin;
mod copy;
mod copying;
mod deputy_key;
mod derived;
mod draft;
mod error;
mod file_name;
mod hand_over;
mod hidden_names;
mod journal;
mod keys_file;
mod left_over;
mod library;
mod memory;
mod moving;
mod of_round;
mod open_round;
#[cfg(test)]
mod open_round_tests;
mod own_writes;
mod purged;
mod put_by;
mod reading;
mod records;
mod reminder;
mod round_record;
mod saved_notice;
mod seen;
mod session;
mod set_up;
mod settings;
mod sheet;
mod shelf;
mod taking_in;
mod taking_off;
#[cfg(test)]
mod testing;
mod vault;
mod withdrawn;
mod written;

pub use crate::audit_return::{
    AnswerChange, AreaChange, AuditorChange, Change, ChronologyChange, CopiedText, EntryChange,
    FamilyChange, ImmediateChange, ImpactChange, InvolvementChange, LineChange, OverallChange,
    PractitionerChange, QuestionChange, RowChange, SheetChange, apply,
};
pub use crate::check::text_change;
pub use asked::{Asked, Here, Standing};
pub use autosave::{
    Attempt, Autosave, Millis, PATIENCE, SHOW_SAVING_AFTER, SaveLine, SaveState, THROTTLE,
};
pub use bin::BIN_DAYS;
pub use copy::DraftCopy;
pub use copying::{CopiedTexts, Offer, Undone, copied, ec01_texts_to_copy};
pub use deputy_key::DeputyKey;
pub use derived::{PRACTITIONER_DATE, derived};
pub use draft::{DraftRecord, FileCopy, SignedVersion};
pub use error::StoreError;
pub use file_name::{file_name, i08_headed, i08_named, i08_titled};
pub use hand_over::{HandOver, ProofError, proved};
pub use hidden_names::HiddenNames;
pub use journal::{Journal, JournalText, Replay};
pub use left_over::LeftOver;
pub use library::{FetchError, Found, Library};
pub use memory::{MemoryStore, finish};
pub use moving::{Moved, answers_same, moved};
pub use of_round::{KnownRound, OfRound};
pub use open_round::{OpenRound, RoundSave};
pub use own_writes::OwnWrites;
pub use purged::{KeptRound, KeptText, PurgedRecord, UnreadRecord};
pub use reading::RecordError;
pub use records::{InvitationRecord, SetAside};
pub use reminder::{COPY_EVERY_MINUTES, Keeper};
pub use round_record::{RoundHeading, RoundKeySeed, RoundKeys, RoundRecord};
pub use saved_notice::{NoticeStanding, SavedNotice, SavedNoticeError, SignedNotice, saved_notice};
pub use session::{Commit, Opened, Session};
pub use set_up::SetUpRecord;
pub use settings::{KnownDraft, Settings};
pub use shelf::{Durability, Entry, Over, Shelf, Stamp, Store, VAULT, Write, guard};
pub use taking_in::take_in;
pub use taking_off::{ProvedFile, TakeOffError};
pub use vault::{
    Guarded, IDLE_SECONDS, Idle, JOURNAL, LockedCopy, LockedCopyError, Moment, Touch, Vault,
    VaultRecord, close_rest, find_vault, remove_vault, renew_vault, set_up_vault,
};
pub use withdrawn::SignedWithdrawal;
