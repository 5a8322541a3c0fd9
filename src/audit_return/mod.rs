//! Returns: one slot's completed tool for one case, with version and history.
//!
//! A draft is a [`Return`] that has not been signed. Text is plain text; no
//! names, dates of birth, addresses or system numbers, by design (domain B).
//!
//! Not here: whether it is complete ([`crate::check`]), how it is kept
//! ([`crate::store`]), what the panel makes of it ([`crate::panel`]).

mod answer;
mod answers;
mod area_record;
mod change;
mod chronology;
mod concern;
mod concern_notice;
mod hidden;
mod people;
mod possible;
mod query;
mod record;
mod saved_file;
mod signing;
mod views;
mod withdrawal;

pub use answer::{Answer, Response, Source};
pub(crate) use answers::Responses;
pub use area_record::{
    AreaRecord, Concern, Grading, Impact, ImpactLevel, NonGrade, OverallRecord, Strength,
};
pub use change::{
    AnswerChange, AreaChange, AuditorChange, Change, ChronologyChange, CopiedText, EntryChange,
    FamilyChange, ImmediateChange, ImpactChange, InvolvementChange, LineChange, OverallChange,
    PractitionerChange, QuestionChange, RowChange, SheetChange, apply,
};
pub use chronology::{AnchorEvent, Chronology, ChronologyEntry, RelativeDay, When};
pub use concern::{ConcernClosed, ConcernKind, ImmediateConcern};
pub use concern_notice::{ConcernNotice, concern_notice};
pub use hidden::{answers_shown, record_shown, without_hidden, without_other_standards};
pub use people::{
    AgencyRef, Auditor, Declaration, Involvement, InvolvementLevel, NilSearch, SignOff,
};
pub use query::{
    About, AreaAsked, Inviting, LONGEST_QUESTION, MOST_QUESTIONS, PackError, PanelQuestion,
    QueryPack, Question, ReturnQuestions, VersionAsked, open_pack,
};
pub use record::{Explanation, Return, RoundRef};
pub use saved_file::SavedFile;
pub use signing::{as_signed, correction, to_countersign, to_sign};
pub use views::{DaysBefore, FamilyViews, PractitionerConversation, RiskCheck};
pub use withdrawal::{Withdrawal, WithdrawnBy, withdrawal};
