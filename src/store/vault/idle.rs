//! When a page that nobody uses is to be locked.

use chrono::{DateTime, Utc};

use super::super::Millis;

/// How long nobody may touch the page before it locks, where nothing else is chosen.
pub const IDLE_SECONDS: u32 = 15 * 60;
/// How often other tabs are told that somebody is at work in this one, at most.
const TELL_EVERY: Millis = 10_000;

/// A moment by two clocks. One only goes forward, but may stand still while the computer
/// sleeps; the other may be set back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The clock that only goes forward.
    pub forward: Millis,
    /// The clock on the wall.
    pub wall: DateTime<Utc>,
}

/// Knows when somebody last touched the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    after: Millis,
    last: Moment,
    told: Option<Millis>,
}

/// What a touch of the page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// It comes too late: the page is to be locked.
    TooLate,
    /// Nothing.
    Noted,
    /// Other tabs are to be told, so that they stay open too.
    TellOthers,
}

impl Idle {
    /// Just touched; to be locked after this many seconds without.
    pub fn new(after_seconds: u32, now: Moment) -> Self {
        Self { after: Millis::from(after_seconds.max(1)) * 1_000, last: now, told: None }
    }

    /// Whether it is time to lock. Whichever clock has gone on further counts.
    pub fn is_over(&self, now: Moment) -> bool {
        self.elapsed(now) >= self.after
    }

    /// In how many milliseconds to ask again.
    pub fn wait(&self, now: Moment) -> Millis {
        self.after.saturating_sub(self.elapsed(now))
    }

    /// Somebody has pressed a key or moved the pointer.
    pub fn touch(&mut self, now: Moment) -> Touch {
        if self.is_over(now) {
            return Touch::TooLate;
        }
        self.last = now;
        let every = TELL_EVERY.min(self.after / 10);
        if self.told.is_some_and(|told| now.forward < told.saturating_add(every)) {
            return Touch::Noted;
        }
        self.told = Some(now.forward);
        Touch::TellOthers
    }

    /// Another tab was touched: it would have locked this one too, if it had come too late.
    pub fn touched_elsewhere(&mut self, now: Moment) {
        self.last = now;
    }

    fn elapsed(&self, now: Moment) -> Millis {
        let wall = (now.wall - self.last.wall).num_milliseconds();
        let forward = now.forward.saturating_sub(self.last.forward);
        forward.max(Millis::try_from(wall).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds since the page was opened, by each clock.
    fn at(forward: u64, wall: i64) -> Moment {
        let start: DateTime<Utc> = "2027-03-01T09:00:00Z".parse().unwrap();
        Moment { forward: forward * 1_000, wall: start + chrono::TimeDelta::seconds(wall) }
    }

    #[test]
    fn a_page_locks_after_fifteen_minutes_without_a_touch() {
        let idle = Idle::new(IDLE_SECONDS, at(0, 0));
        let rows = [
            ("just before", at(899, 899), false),
            ("just then", at(900, 900), true),
            ("the computer slept and one clock with it", at(3, 30_000), true),
            ("the wall clock was set back an hour", at(600, -3_000), false),
            ("the wall clock was set back, but the time is over", at(900, -2_700), true),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(name, now, over)| (name, idle.is_over(*now), *over))
            .filter(|(_, got, over)| got != over)
            .map(|(name, got, _)| format!("{name}: {got}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_touch_begins_the_time_anew() {
        let mut idle = Idle::new(900, at(0, 0));
        assert_eq!(idle.touch(at(800, 800)), Touch::TellOthers);
        assert!(!idle.is_over(at(1_699, 1_699)));
        assert_eq!(idle.wait(at(1_699, 1_699)), 1_000);
        assert!(idle.is_over(at(1_700, 1_700)));
    }

    #[test]
    fn a_touch_that_comes_too_late_opens_nothing() {
        let mut idle = Idle::new(900, at(0, 0));
        assert_eq!(idle.touch(at(2, 30_000)), Touch::TooLate);
        assert!(idle.is_over(at(2, 30_000)));
    }

    #[test]
    fn other_tabs_are_told_now_and_then_and_stay_open() {
        let mut idle = Idle::new(900, at(0, 0));
        assert_eq!(idle.touch(at(1, 1)), Touch::TellOthers);
        assert_eq!(idle.touch(at(10, 10)), Touch::Noted);
        assert_eq!(idle.touch(at(11, 11)), Touch::TellOthers);
        let mut other = Idle::new(900, at(0, 0));
        other.touched_elsewhere(at(890, 890));
        assert!(!other.is_over(at(1_789, 1_789)));
    }

    #[test]
    fn no_setting_locks_a_page_at_once() {
        assert!(!Idle::new(0, at(0, 0)).is_over(at(0, 0)));
    }
}
