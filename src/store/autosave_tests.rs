//! When a commit starts, and what is said of it, by a clock made for it.

use super::super::testing::at;
use super::*;

fn saver() -> Autosave {
    Autosave::new(at("09:00:00"))
}

fn saved(time: &str) -> SaveState {
    SaveState::Saved { at: at(time) }
}

/// A draft on which one commit has just failed at 1,000 ms.
fn failed_once(error: StoreError) -> Autosave {
    let mut saver = saver();
    saver.edited(500);
    let attempt = saver.poll(1_000).unwrap();
    saver.failed(attempt, error, 1_000);
    saver
}

#[test]
fn an_untouched_draft_has_nothing_to_do() {
    let mut saver = saver();
    assert_eq!(saver.poll(60_000), None);
    assert_eq!(saver.wake_at(60_000), None);
    assert_eq!(saver.state(), saved("09:00:00"));
}

#[test]
fn a_commit_is_due_soon_after_the_first_unsaved_key() {
    let mut saver = saver();
    saver.edited(100);
    assert_eq!(saver.wake_at(100), Some(500));
    assert_eq!(saver.poll(499), None);
    assert!(saver.poll(500).is_some());
}

#[test]
fn typing_without_a_pause_never_puts_a_commit_off() {
    let mut saver = saver();
    let mut started = Vec::new();
    for now in (0..3_000).step_by(50) {
        saver.edited(now);
        if let Some(attempt) = saver.poll(now) {
            started.push(now);
            saver.committed(attempt, at("09:00:01"));
        }
    }
    assert_eq!(started, [400, 850, 1_300, 1_750, 2_200, 2_650]);
}

#[test]
fn saved_is_said_only_when_the_transaction_is_complete() {
    let mut saver = saver();
    saver.edited(0);
    assert_eq!(saver.state(), SaveState::Unsaved);
    let attempt = saver.poll(500).unwrap();
    assert_eq!(saver.state(), SaveState::Saving);
    assert!(saver.committed(attempt, at("09:00:01")));
    assert_eq!(saver.state(), saved("09:00:01"));
}

#[test]
fn a_key_typed_during_a_commit_is_not_called_saved() {
    let mut saver = saver();
    saver.edited(0);
    let attempt = saver.poll(500).unwrap();
    saver.edited(510);
    saver.committed(attempt, at("09:00:01"));
    assert_eq!(saver.state(), SaveState::Unsaved);
    assert_eq!(saver.wake_at(520), Some(910));
}

#[test]
fn one_commit_at_a_time() {
    let mut saver = saver();
    saver.edited(0);
    let attempt = saver.poll(500).unwrap();
    saver.edited(510);
    assert_eq!(saver.poll(2_000), None);
    saver.committed(attempt, at("09:00:02"));
    assert!(saver.poll(2_001).is_some());
}

#[test]
fn a_failure_stays_shown_while_typing_goes_on_and_until_a_commit_succeeds() {
    let mut saver = failed_once(StoreError::Full);
    let failed = SaveState::Failed { error: StoreError::Full, last_saved: at("09:00:00") };
    assert_eq!(saver.state(), failed);
    saver.edited(1_500);
    assert_eq!(saver.state(), failed);
    let attempt = saver.poll(2_000).unwrap();
    assert_eq!(saver.state(), failed);
    saver.committed(attempt, at("09:00:02"));
    assert_eq!(saver.state(), saved("09:00:02"));
}

#[test]
fn a_failed_commit_is_tried_again_later_and_later() {
    let mut saver = saver();
    saver.edited(0);
    let mut now = 500;
    let mut waits = Vec::new();
    for _ in 0..7 {
        let attempt = saver.poll(now).unwrap();
        saver.failed(attempt, StoreError::ConnectionLost, now);
        let next = saver.wake_at(now).unwrap();
        waits.push(next - now);
        now = next;
    }
    assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
}

#[test]
fn typing_after_a_failure_does_not_bring_the_retry_forward() {
    let mut saver = failed_once(StoreError::Full);
    saver.edited(1_100);
    assert_eq!(saver.poll(1_700), None);
    assert!(saver.poll(2_000).is_some());
}

#[test]
fn asking_to_save_tries_at_once() {
    let mut saver = failed_once(StoreError::Full);
    saver.hurry(1_200);
    assert!(saver.poll(1_200).is_some());
}

#[test]
fn hurrying_with_nothing_unsaved_writes_nothing() {
    let mut saver = saver();
    saver.hurry(100);
    assert_eq!(saver.poll(100), None);
}

#[test]
fn hurrying_during_a_commit_saves_the_rest_right_after_it() {
    let mut saver = saver();
    saver.edited(0);
    let attempt = saver.poll(500).unwrap();
    saver.edited(510);
    saver.hurry(511);
    assert_eq!(saver.poll(511), None);
    saver.committed(attempt, at("09:00:01"));
    assert!(saver.poll(512).is_some());
}

#[test]
fn leaving_a_field_brings_a_commit_forward_and_never_puts_it_off() {
    let mut saver = saver();
    saver.edited(0);
    saver.hurry(150);
    assert_eq!(saver.wake_at(10), Some(150));
    saver.hurry(300);
    assert_eq!(saver.wake_at(10), Some(150));
    assert_eq!(saver.poll(149), None);
    assert!(saver.poll(150).is_some());
}

#[test]
fn a_stale_draft_is_not_written_again() {
    let error = StoreError::StaleRevision { expected: 3, found: 4 };
    let mut saver = failed_once(error.clone());
    saver.edited(2_000);
    saver.hurry(2_100);
    assert_eq!(saver.poll(60_000), None);
    assert_eq!(saver.wake_at(60_000), None);
    assert_eq!(saver.state(), SaveState::Failed { error, last_saved: at("09:00:00") });
}

#[test]
fn a_commit_that_never_answers_counts_as_failed_and_its_late_answer_for_nothing() {
    let mut saver = saver();
    saver.edited(0);
    let lost = saver.poll(500).unwrap();
    assert_eq!(saver.wake_at(2_000), Some(10_500));
    assert_eq!(saver.poll(10_500), None);
    let no_answer = SaveState::Failed { error: StoreError::NoAnswer, last_saved: at("09:00:00") };
    assert_eq!(saver.state(), no_answer);
    assert!(!saver.committed(lost, at("09:00:11")));
    assert_eq!(saver.state(), no_answer);
    assert!(saver.poll(11_500).is_some());
}

#[test]
fn the_save_line_does_not_flicker_while_typing() {
    let mut saver = saver();
    saver.edited(0);
    let calm = SaveLine::Saved { at: at("09:00:00") };
    assert_eq!(saver.line(499), calm);
    let attempt = saver.poll(500).unwrap();
    assert_eq!(saver.line(999), calm);
    assert_eq!(saver.wake_at(600), Some(1_000), "wakes to show that it takes long");
    assert_eq!(saver.line(1_000), SaveLine::Saving);
    saver.committed(attempt, at("09:00:02"));
    assert_eq!(saver.line(1_100), SaveLine::Saved { at: at("09:00:02") });
}
