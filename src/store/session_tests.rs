//! An open draft through crashes, failures and lost answers at random.

use proptest::prelude::*;

use super::super::testing::{any_change, at, draft, evidence, id};
use super::*;
use crate::envelope::Hash;
use crate::store::{Durability, MemoryStore, Store, finish};

/// A draft in a window of a browser: the store, what the journal's key holds, the clock.
struct Window {
    store: MemoryStore,
    journal: Option<JournalText>,
    session: Session,
    now: Millis,
}

impl Window {
    fn begin() -> Self {
        let store = MemoryStore::default();
        let record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        let session = Session::open(record, None, "first".into(), 0).session;
        let mut window = Self { store, journal: None, session, now: 0 };
        window.save();
        window
    }

    fn types(&mut self, change: Change) {
        self.session.edit(change, self.now);
        self.journal = self.session.journal();
    }

    fn waits(&mut self, millis: Millis) {
        self.now += millis;
        self.save();
    }

    fn save(&mut self) {
        if let Some(commit) = self.session.poll(self.now, at("09:01:00")) {
            self.perform(commit);
        }
    }

    fn perform(&mut self, commit: Commit) {
        match finish(self.store.write(vec![commit.write], Durability::Relaxed)) {
            Ok(()) => self.session.committed(commit.attempt),
            Err(error) => self.session.failed(commit.attempt, error, self.now),
        }
        self.journal = self.session.journal();
    }

    fn entry(&self) -> Entry {
        let key = self.session.record().draft_id.to_string();
        finish(self.store.get(Shelf::Drafts, &key)).unwrap().unwrap()
    }

    fn stored(&self) -> DraftRecord {
        DraftRecord::from_text(&self.entry().text).unwrap()
    }

    /// Opens what is stored, as another window or after a crash.
    fn reopened(&self, name: &str) -> Opened {
        Session::open(self.stored(), self.journal.as_ref(), name.into(), 0)
    }

    fn evidence(&self) -> &str {
        evidence_of(self.session.draft())
    }
}

fn evidence_of(draft: &Return) -> &str {
    draft.answer(&id("1.1")).map_or("", |answer| &answer.evidence)
}

#[test]
fn a_new_draft_is_stored_before_anything_is_typed() {
    let window = Window::begin();
    assert_eq!(window.stored().revision, 1);
    assert_eq!(window.session.state(), SaveState::Saved { at: at("09:01:00") });
}

#[test]
fn a_crash_between_two_commits_loses_nothing() {
    let mut window = Window::begin();
    window.types(evidence("In the record"));
    window.waits(500);
    window.types(evidence("In the record, and in the journal"));
    let opened = window.reopened("second");
    assert_eq!(evidence_of(opened.session.draft()), "In the record, and in the journal");
    assert_eq!((opened.recovered, opened.conflict), (1, vec![]));
    assert!(opened.session.is_dirty(), "what was recovered is saved at once");
}

#[test]
fn a_killed_browser_loses_at_most_what_was_typed_in_the_last_half_second() {
    let mut window = Window::begin();
    let mut shown = Vec::new();
    for second in 1..=50 {
        let text = "x".repeat(second);
        window.types(evidence(&text));
        window.waits(100);
        shown.push(text);
    }
    window.journal = None;
    let kept = evidence_of(window.reopened("second").session.draft()).len();
    assert!(kept >= 45, "{kept} of 50 letters, ten a second");
}

#[test]
fn recovering_twice_is_recovering_once() {
    let mut window = Window::begin();
    window.types(evidence("Typed"));
    let once = window.reopened("second");
    let again = window.reopened("third");
    assert_eq!(once.session.draft(), again.session.draft());
}

#[test]
fn the_journal_is_emptied_once_the_record_holds_it() {
    let mut window = Window::begin();
    window.types(evidence("Typed"));
    assert!(window.journal.is_some());
    window.waits(500);
    assert_eq!(window.journal, None);
}

#[test]
fn a_full_disk_keeps_text_in_memory_and_in_the_journal_until_there_is_room() {
    let mut window = Window::begin();
    window.store.fail_with(Some(StoreError::Full));
    window.types(evidence("Typed"));
    window.waits(500);
    let failed = SaveState::Failed { error: StoreError::Full, last_saved: at("09:01:00") };
    assert_eq!(window.session.state(), failed);
    assert!(window.journal.is_some());
    window.store.fail_with(None);
    window.waits(1_000);
    assert_eq!(evidence_of(&window.stored().draft), "Typed");
    assert_eq!(window.journal, None);
}

#[test]
fn a05_a_second_window_that_saved_first_makes_the_other_stale_and_nothing_is_lost() {
    let mut window = Window::begin();
    let mut second = window.reopened("second").session;
    second.edit(evidence("Second window"), 0);
    let commit = second.poll(500, at("09:02:00")).unwrap();
    finish(window.store.write(vec![commit.write], Durability::Relaxed)).unwrap();

    window.types(evidence("First window"));
    window.waits(500);
    let error = StoreError::StaleRevision { expected: 1, found: 2 };
    let failed = SaveState::Failed { error, last_saved: at("09:01:00") };
    assert_eq!(window.session.state(), failed);
    assert_eq!(evidence_of(&window.stored().draft), "Second window");
    assert_eq!(window.evidence(), "First window");
    // What the first typed becomes a second copy.
    let third = window.reopened("third");
    assert_eq!(third.conflict, [evidence("First window")]);
    assert_eq!(evidence_of(third.session.draft()), "Second window");
}

#[test]
fn a_commit_given_up_but_done_after_all_is_no_conflict() {
    let mut window = Window::begin();
    window.types(evidence("Typed"));
    let lost = window.session.poll(500, at("09:02:00")).unwrap();
    window.now = 500;
    window.waits(10_000);
    assert_eq!(
        window.session.state(),
        SaveState::Failed { error: StoreError::NoAnswer, last_saved: at("09:01:00") }
    );
    finish(window.store.write(vec![lost.write], Durability::Relaxed)).unwrap();
    window.waits(1_000);
    assert_eq!(window.session.state(), SaveState::Saved { at: at("09:01:00") });
    assert_eq!(window.stored().revision, 3);
}

#[test]
fn v01_v03_a_correction_follows_the_last_version_signed() {
    let mut window = Window::begin();
    assert!(!window.session.begin_correction(0), "nothing is signed yet");
    let payload = Hash::of(b"payload");
    let file = "{}".to_owned();
    window
        .session
        .signed(SignedVersion { version: 1, payload, at: at("10:00:00"), file, sealed: None }, 0);
    assert!(window.session.begin_correction(0));
    assert_eq!(window.session.draft().version, 2);
    assert_eq!(window.session.draft().previous, Some(payload));
    window.save();
    assert_eq!(window.stored().signed.len(), 1);
}

#[test]
fn a_file_copy_is_out_of_date_after_the_next_key() {
    let mut window = Window::begin();
    window.types(evidence("Typed"));
    window.session.copied_to_file(at("09:30:00"), 0);
    window.save();
    assert!(!window.stored().has_uncopied_changes());
    window.types(evidence("Typed on"));
    window.waits(500);
    assert!(window.stored().has_uncopied_changes());
}

#[test]
fn a_window_that_alone_keeps_a_draft_says_so_until_a_file_copy_holds_every_word() {
    let mut window = Window::begin();
    window.session.keep_in_window();
    assert!(!window.session.leaving_loses(), "nothing is typed yet");
    assert_eq!(window.session.line(window.now), SaveLine::OnlyHere);
    window.types(evidence("Typed"));
    assert!(window.session.leaving_loses());
    window.waits(500);
    assert!(window.session.leaving_loses(), "saving in memory keeps nothing");
    assert_eq!(window.session.line(window.now), SaveLine::OnlyHere);
    window.session.copied_to_file(at("09:30:00"), window.now);
    assert!(!window.session.leaving_loses());
    assert_eq!(window.session.line(window.now), SaveLine::InFile { at: at("09:30:00") });
    window.types(evidence("Typed on"));
    assert!(window.session.leaving_loses());
}

#[test]
fn a04_the_reminder_counts_saved_work_and_a_copy_ends_it() {
    let mut window = Window::begin();
    window.types(evidence("Typed"));
    window.waits(500);
    // Saved at one minute past nine, by the wall clock of these tests.
    assert!(!window.session.copy_is_due(at("09:20:59")));
    assert!(window.session.copy_is_due(at("09:21:00")));
    window.session.copied_to_file(at("09:21:10"), window.now);
    window.save();
    assert!(!window.session.copy_is_due(at("10:00:00")));
}

#[derive(Debug, Clone)]
enum Step {
    Type(Change),
    Wait(Millis),
    StoreFails,
    StoreIsMended,
    CommitIsLost,
    CrashAndReopen,
    PowerIsCut,
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => any_change().prop_map(Step::Type),
        4 => (1..12_000u64).prop_map(Step::Wait),
        1 => Just(Step::StoreFails),
        1 => Just(Step::StoreIsMended),
        1 => Just(Step::CommitIsLost),
        1 => Just(Step::CrashAndReopen),
        1 => Just(Step::PowerIsCut),
    ]
}

/// The last commit that was complete, which a power cut may take back all the same.
struct LastCommit {
    writes: u32,
    /// The record before it, and all that was typed by then; none where it was the first.
    before: Option<(Entry, DraftRecord)>,
    after: (Entry, DraftRecord),
    /// What was typed since.
    since: Vec<Change>,
}

impl LastCommit {
    fn of(window: &Window, typed: &DraftRecord) -> Self {
        let writes = window.store.completed_writes();
        let after = (window.entry(), typed.clone());
        Self { writes, before: None, after, since: Vec::new() }
    }

    /// To be asked after each step.
    fn notice(&mut self, window: &Window, typed: &DraftRecord) {
        if window.store.completed_writes() > self.writes {
            let Self { after: before, .. } = std::mem::replace(self, Self::of(window, typed));
            self.before = Some(before);
        }
    }

    /// Puts the record back as it was before; what is left of `typed` are the words of then, and those since.
    fn take_back(&mut self, window: &Window, typed: &mut DraftRecord) {
        let Some(before) = self.before.take() else { return };
        let entry = before.0.clone();
        let write = Write::Put { shelf: Shelf::Drafts, entry, over: Over::Anything };
        finish(window.store.write(vec![write], Durability::Relaxed)).unwrap();
        self.writes = window.store.completed_writes();
        typed.clone_from(&before.1);
        self.since.iter().for_each(|change| typed.apply(change));
        self.after = before;
    }
}

proptest! {
    /// A power cut takes the last commit at most: what is older is there, and what the journal holds.
    #[test]
    fn whatever_happens_a_new_start_finds_what_was_typed(
        steps in prop::collection::vec(any_step(), 1..60)
    ) {
        let mut window = Window::begin();
        let mut typed = window.session.record().clone();
        let mut last = LastCommit::of(&window, &typed);
        for (count, step) in steps.into_iter().enumerate() {
            match step {
                Step::Type(change) => {
                    typed.apply(&change);
                    last.since.push(change.clone());
                    window.types(change);
                }
                Step::Wait(millis) => window.waits(millis),
                Step::StoreFails => window.store.fail_with(Some(StoreError::ConnectionLost)),
                Step::StoreIsMended => window.store.fail_with(None),
                Step::CommitIsLost => {
                    let _ = window.session.poll(window.now, at("09:02:00"));
                }
                Step::CrashAndReopen => {
                    window.store.fail_with(None);
                    window.session = window.reopened(&count.to_string()).session;
                    window.journal = window.session.journal();
                }
                Step::PowerIsCut => {
                    window.store.fail_with(None);
                    last.take_back(&window, &mut typed);
                    window.session = window.reopened(&count.to_string()).session;
                    window.journal = window.session.journal();
                }
            }
            last.notice(&window, &typed);
            prop_assert_eq!(window.session.draft(), &typed.draft);
            prop_assert_eq!(&window.session.record().worksheet, &typed.worksheet);
            prop_assert_eq!(&window.session.record().put_by, &typed.put_by);
        }
        window.store.fail_with(None);
        let opened = window.reopened("last");
        prop_assert_eq!(opened.session.draft(), &typed.draft);
        prop_assert_eq!(&opened.session.record().worksheet, &typed.worksheet);
        prop_assert_eq!(opened.conflict, vec![]);
    }
}
