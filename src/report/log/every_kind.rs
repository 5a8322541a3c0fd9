//! One event of every kind: each is told, and is read and written as it is in workbooks that are kept.

use std::collections::BTreeSet;

use super::told;
use crate::json;
use crate::panel::fixture::*;
use crate::panel::{Event, LogEntry};

/// Never changed but for kinds that are new: workbooks of earlier programs hold their log so.
const ONE_OF_EACH: &str = include_str!("one_of_each.json");

/// A kind that is new does not compile before it stands in this list.
macro_rules! kinds {
    ($($kind:ident)*) => {
        const KINDS: &[&str] = &[$(stringify!($kind)),*];

        fn kind(event: &Event) -> &'static str {
            match event {
                $(Event::$kind { .. } => stringify!($kind),)*
            }
        }
    };
}

kinds! {
    InvitationIssued InvitationRevoked SlotAdded CasesAsked KeysSaved KeysProved CarriedOn DeputyAdded DeputyRemoved
    ImportBegun Imported ImportUndone SignerTrusted SignerRefused VersionChosen ContentAccepted PlanChanged
    CaseWithdrawn Judged MeetingRecorded EssentialAgencies DifferenceRecorded Noted AgencyAgreed Regraded
    QueryWritten QueryWithdrawn QueriesIssued ToolMapped ToolUnmapped ExpectationChanged ReturnAccepted KeptApart
    ContactChanged Chased ConcernRaised ConcernFollowedUp CaseHeld AnchorsAligned FindingRecorded PassageRecorded
    OwnWordingRecorded DocumentKept DocumentCleared ThemeAdded CopyStep DisclosureDecided FactAmended CaseReinstated
    CaseAnswerSettled ToolAdopted FrameChanged CasesDrawn CasesChosen CaseReplaced ActionRecorded ActionStep
    ActionsCarried RecommendationAnswered PlanRatified ActionSheetIssued ActionSheetRead ChallengeRaised
    ChallengeStep BaselineLinked BaselineMapped Reopened
}

fn events() -> Vec<Event> {
    json::from_slice(ONE_OF_EACH.as_bytes()).unwrap()
}

#[test]
fn an_event_of_every_kind_says_what_was_done() {
    let desk = Desk::with(&["case-1"]);
    let events = events();
    let wanted: BTreeSet<&str> = KINDS.iter().copied().collect();
    assert_eq!(events.iter().map(kind).collect::<BTreeSet<&str>>(), wanted);
    let is_silent = |event: &Event| {
        let entry = LogEntry { stamp: stamp(), event: event.clone() };
        told(&desk.workbook, &entry).what.is_empty()
    };
    let silent: Vec<Event> = events.into_iter().filter(is_silent).collect();
    assert!(silent.is_empty(), "sent to the wrong part of the log: {silent:?}");
}

#[test]
fn an_event_of_every_kind_is_written_as_workbooks_that_are_kept_hold_it() {
    let kept: Vec<serde_json::Value> = serde_json::from_str(ONE_OF_EACH).unwrap();
    let events = events();
    assert_eq!(events.len(), kept.len());
    for (event, kept) in events.iter().zip(kept) {
        assert_eq!(serde_json::to_value(event).unwrap(), kept);
    }
}
