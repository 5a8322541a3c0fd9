//! What no round can say: a file that says it is refused whole, and no invitation to it is signed.

use super::Round;
use crate::timescale::is_of_our_time;

impl Round {
    /// What it says that cannot be: no case, no time to look back over, a day or month that no calendar of ours has.
    pub(super) fn impossible(&self) -> Option<&'static str> {
        if self.cases.planned == Some(0) {
            return Some("its round has no case");
        }
        if self.window.look_back_months == 0 || self.window.judgement_months == 0 {
            return Some("its round looks back over no time");
        }
        let dates = &self.dates;
        let days = [dates.agreed, dates.issued, dates.due, dates.panel, dates.retention];
        let months =
            [dates.report, dates.board, dates.ratified, dates.signed_off, self.cases.selected];
        let possible = days.into_iter().flatten().all(is_of_our_time)
            && months.into_iter().flatten().all(|month| month.first().is_some_and(is_of_our_time));
        (!possible).then_some("a day or month of its round is none, before 1900 or after 2199")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing;
    use crate::round::Month;

    type Row = (&'static str, fn(&mut Round));

    const ROWS: [Row; 7] = [
        ("no case", |round| round.cases.planned = Some(0)),
        ("nothing to read", |round| round.window.look_back_months = 0),
        ("nothing to judge", |round| round.window.judgement_months = 0),
        ("a day long ago", |round| round.dates.due = "0026-05-04".parse().ok()),
        ("a day to come", |round| round.dates.retention = "2500-05-04".parse().ok()),
        ("a thirteenth month", |round| {
            round.dates.report = Some(Month { year: 2026, month: 13 });
        }),
        ("a month long ago", |round| {
            round.cases.selected = Some(Month { year: 26, month: 5 });
        }),
    ];

    #[test]
    fn what_no_round_can_say_is_told() {
        assert_eq!(testing::round().impossible(), None);
        for (what, change) in ROWS {
            let mut round = testing::round();
            change(&mut round);
            assert!(round.impossible().is_some(), "{what}");
        }
    }
}
