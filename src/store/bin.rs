//! The bin: how long a deleted draft can be taken back, by clocks that may be wrong.
//!
//! Nothing but this computer's clock tells how long a draft has waited. A clock goes wrong, and is put right, as
//! where a battery is empty: what it says once is noted and deletes nothing.

use chrono::{DateTime, TimeDelta, Utc};

use super::DraftRecord;

/// How long a deleted draft can be taken back.
pub const BIN_DAYS: i64 = 30;
/// Its time is seen to be over once more so many days later, before it goes.
const SEEN_AGAIN_DAYS: i64 = 1;

/// What a look at a deleted draft shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum InBin {
    /// It waits on.
    Waits,
    /// It waits on, and is to be kept like this.
    Noted(Box<DraftRecord>),
    /// Its time is over, as was seen on an earlier day too.
    Over,
}

impl DraftRecord {
    /// Whether it waits in the bin.
    pub fn is_deleted(&self) -> bool {
        self.deleted_at.is_some()
    }

    /// When its time in the bin is over.
    pub fn bin_until(&self) -> Option<DateTime<Utc>> {
        let until = days_after(self.deleted_at?, BIN_DAYS);
        let again = self.bin_over_seen.map(|seen| days_after(seen, SEEN_AGAIN_DAYS));
        Some(again.map_or(until, |again| again.max(until)))
    }

    /// The same in the bin.
    pub(super) fn into_bin(self, now: DateTime<Utc>) -> Self {
        Self { deleted_at: Some(now), bin_over_seen: None, ..self }
    }

    /// The same, taken back.
    pub(super) fn out_of_bin(self) -> Self {
        Self { deleted_at: None, bin_over_seen: None, ..self }
    }

    /// What is to become of it, where it is in the bin.
    pub(super) fn in_bin(&self, now: DateTime<Utc>) -> InBin {
        let Some(deleted_at) = self.deleted_at else { return InBin::Waits };
        if deleted_at < self.draft.created {
            return self.in_bin_too_early(now);
        }
        let is_over = now > days_after(deleted_at, BIN_DAYS);
        match self.bin_over_seen {
            None if is_over => self.seen_over(Some(now)),
            None => InBin::Waits,
            // The clock was ahead then.
            Some(_) if !is_over => self.seen_over(None),
            Some(seen) if now < seen => self.seen_over(Some(now)),
            Some(seen) if now < days_after(seen, SEEN_AGAIN_DAYS) => InBin::Waits,
            Some(_) => InBin::Over,
        }
    }

    /// Deleted before it was begun: by a wrong clock, so its time begins once the clock can be right.
    fn in_bin_too_early(&self, now: DateTime<Utc>) -> InBin {
        if now < self.draft.created {
            InBin::Waits
        } else {
            InBin::Noted(Box::new(self.clone().into_bin(now)))
        }
    }

    fn seen_over(&self, seen: Option<DateTime<Utc>>) -> InBin {
        InBin::Noted(Box::new(Self { bin_over_seen: seen, ..self.clone() }))
    }
}

fn days_after(at: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    at.checked_add_signed(TimeDelta::days(days)).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft};
    use super::*;
    use crate::envelope::Hash;

    /// Begun at nine o'clock and deleted at ten.
    fn deleted() -> DraftRecord {
        let record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        record.into_bin(at("10:00:00"))
    }

    fn day(days: i64) -> DateTime<Utc> {
        at("10:00:01") + TimeDelta::days(days)
    }

    /// What is kept after a look at it.
    fn noted(record: &DraftRecord, now: DateTime<Utc>) -> DraftRecord {
        match record.in_bin(now) {
            InBin::Noted(noted) => *noted,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_deleted_draft_waits_thirty_days_and_until_that_was_seen_on_two() {
        let record = deleted();
        assert_eq!(record.in_bin(day(0)), InBin::Waits);
        assert_eq!(record.in_bin(at("10:00:00") + TimeDelta::days(30)), InBin::Waits);
        let seen = noted(&record, day(30));
        assert_eq!(seen, DraftRecord { bin_over_seen: Some(day(30)), ..record });
        assert_eq!(seen.bin_until(), Some(day(31)));
        assert_eq!(seen.in_bin(day(31) - TimeDelta::seconds(1)), InBin::Waits);
        assert_eq!(seen.in_bin(day(31)), InBin::Over);
        assert_eq!(seen.in_bin(day(400)), InBin::Over);
    }

    #[test]
    fn a_clock_that_is_ahead_once_empties_no_bin() {
        let record = deleted();
        let ahead = noted(&record, day(700));
        let again = noted(&ahead, day(2));
        assert_eq!(again, record, "forgotten once the clock is right");
        assert_eq!(noted(&again, day(701)).bin_over_seen, Some(day(701)));
        // Nobody looked while the clock was right and the draft not due: it is seen for the first time.
        assert_eq!(noted(&ahead, day(40)).bin_over_seen, Some(day(40)));
    }

    #[test]
    fn a_draft_deleted_before_it_was_begun_waits_from_when_that_is_seen() {
        let wrong = at("10:00:00") - TimeDelta::days(2_500);
        let record = deleted().into_bin(wrong);
        assert_eq!(
            record.in_bin(wrong + TimeDelta::days(40)),
            InBin::Waits,
            "the clock is still wrong"
        );
        assert_eq!(noted(&record, day(3)), deleted().into_bin(day(3)));
    }

    #[test]
    fn a_draft_deleted_at_the_end_of_time_waits_till_then() {
        let record = deleted().into_bin(DateTime::<Utc>::MAX_UTC);
        assert_eq!(record.bin_until(), Some(DateTime::<Utc>::MAX_UTC));
        assert_eq!(record.in_bin(day(0)), InBin::Waits);
    }

    #[test]
    fn a_draft_that_is_not_deleted_is_in_no_bin() {
        let record = deleted().out_of_bin();
        assert_eq!((record.bin_until(), record.in_bin(day(400))), (None, InBin::Waits));
    }

    #[test]
    fn what_was_seen_is_kept_with_the_record_and_goes_with_it_out_of_the_bin() {
        let seen = noted(&deleted(), day(30));
        assert_eq!(DraftRecord::from_text(&seen.to_text()), Ok(seen.clone()));
        assert_eq!(seen.out_of_bin(), deleted().out_of_bin());
        assert!(!deleted().to_text().contains("bin_over_seen"));
    }
}
