//! All agencies' chronologies of one case as one, in days from one event (domain 4.10).
//!
//! Agencies that count from the same event are read together as they are. Where
//! one counts from another event, the panel says how many days lie between the
//! two; until it does, its entries stand apart. No date is known here.

use serde::{Deserialize, Serialize};

use super::log::{Event, Stamp};
use super::register::ReturnKey;
use super::workbook::Workbook;
use crate::audit_return::{AnchorEvent, ChronologyEntry, RelativeDay};
use crate::id::CaseRef;
use crate::order;

/// How the days counted from two events lie to each other, in one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnchorOffset {
    /// In which case.
    pub case: CaseRef,
    /// The event.
    pub event: AnchorEvent,
    /// The event from which all days are to be counted.
    pub from: AnchorEvent,
    /// So many days after that; negative where it was before.
    pub days: i32,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// The chronologies of one case together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedChronology {
    /// Which case.
    pub case: CaseRef,
    /// By the event that days are counted from; the one with most entries first.
    pub groups: Vec<AnchorGroup>,
    /// Entries of which nothing says when, agency by agency.
    pub undated: Vec<MergedEntry>,
    /// Returns that count and hold no chronology; nil returns are left out.
    pub without: Vec<ReturnKey>,
}

/// Entries whose days are counted from one event, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorGroup {
    /// The event.
    pub anchor: AnchorEvent,
    /// In the order of their days.
    pub entries: Vec<MergedEntry>,
}

/// One entry, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedEntry {
    /// Whose.
    pub place: ReturnKey,
    /// On which day from the group's event; `None` where it is undated.
    pub day: Option<RelativeDay>,
    /// The event that its agency counted from, where the panel moved it to another.
    pub moved_from: Option<AnchorEvent>,
    /// As the agency wrote it.
    pub entry: ChronologyEntry,
}

/// Why two events were not aligned. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AlignError {
    /// The round has no such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// An event lies no days from itself.
    #[error("choose two different events")]
    SameEvent,
    /// No two events of a child's life in the audit lie further apart.
    #[error("enter a number of days between -9,999 and 9,999")]
    TooFar,
}

/// The merged chronology of one case, of the returns that count.
pub fn merged_chronology(workbook: &Workbook, case: &CaseRef) -> MergedChronology {
    let mut merged = MergedChronology {
        case: case.clone(),
        groups: Vec::new(),
        undated: Vec::new(),
        without: Vec::new(),
    };
    for (place, _, ret) in workbook.current_of_case(case).filter(|(_, _, ret)| !ret.is_nil()) {
        if ret.chronology.entries.is_empty() {
            merged.without.push(place.clone());
        }
        for entry in ret.chronology.in_order() {
            merged.add(workbook, place, ret.chronology.anchor, entry);
        }
    }
    for group in &mut merged.groups {
        order::sort_by_key(&mut group.entries, |one| {
            one.day.map(|day| (day.day, day.up_to.unwrap_or(day.day)))
        });
    }
    order::sort_by_key(&mut merged.groups, |group| std::cmp::Reverse(group.entries.len()));
    merged
}

impl MergedChronology {
    fn add(
        &mut self,
        workbook: &Workbook,
        place: &ReturnKey,
        anchor: Option<AnchorEvent>,
        entry: &ChronologyEntry,
    ) {
        let mut one = MergedEntry {
            place: place.clone(),
            day: entry.day(),
            moved_from: None,
            entry: entry.clone(),
        };
        let (Some(anchor), Some(day)) = (anchor, one.day) else {
            one.day = None;
            return self.undated.push(one);
        };
        let moved = workbook.counted_from(&self.case, anchor);
        if let Some((_, days)) = moved {
            one.moved_from = Some(anchor);
            one.day = Some(later(day, days));
        }
        let anchor = moved.map_or(anchor, |(from, _)| from);
        match self.groups.iter_mut().find(|group| group.anchor == anchor) {
            Some(group) => group.entries.push(one),
            None => self.groups.push(AnchorGroup { anchor, entries: vec![one] }),
        }
    }
}

/// Where it leads to go from event to event, and how many days lie between; never in a circle.
fn last_from(said: &[&AnchorOffset], event: AnchorEvent) -> Option<(AnchorEvent, i32)> {
    let next = |event: AnchorEvent| said.iter().find(|one| one.event == event);
    let mut found: Option<(AnchorEvent, i32)> = None;
    while let Some(one) = next(found.map_or(event, |(last, _)| last)) {
        let before = found.map_or(0, |(_, days)| days);
        found = Some((one.from, before.saturating_add(one.days)));
    }
    found
}

fn later(day: RelativeDay, by: i32) -> RelativeDay {
    RelativeDay {
        day: day.day.saturating_add(by),
        up_to: day.up_to.map(|last| last.saturating_add(by)),
        ..day
    }
}

impl Workbook {
    /// The event from which the days of another are counted in a case, and how many days after it that was; `None`
    /// where the panel has not said so.
    ///
    /// One may lie to a second and that to a third: all days are counted from the last. What was said last of an event
    /// holds, and what was said before and would lead back to it does not: the two were put the wrong way round.
    fn counted_from(&self, case: &CaseRef, event: AnchorEvent) -> Option<(AnchorEvent, i32)> {
        let mut said: Vec<&AnchorOffset> = Vec::new();
        let of_case = self.record.panel.anchor_offsets.iter().filter(|one| one.case == *case);
        for one in of_case.filter(|one| one.event != one.from) {
            said.retain(|before| before.event != one.event);
            if last_from(&said, one.from).is_some_and(|(last, _)| last == one.event) {
                said.retain(|before| before.event != one.from);
            }
            said.push(one);
        }
        last_from(&said, event)
    }

    /// Says that in one case `event` was so many days after `from`, so that chronologies can be read together.
    pub fn align_anchors(
        &mut self,
        case: &CaseRef,
        event: AnchorEvent,
        from: AnchorEvent,
        days: i32,
        stamp: &Stamp,
    ) -> Result<(), AlignError> {
        self.plan().case(case).ok_or(AlignError::UnknownCase)?;
        if event == from {
            return Err(AlignError::SameEvent);
        }
        if !(-9_999..=9_999).contains(&days) {
            return Err(AlignError::TooFar);
        }
        let (case, stamp) = (case.clone(), stamp.clone());
        self.record.log.add(&stamp, Event::AnchorsAligned { case: case.clone() });
        self.record.panel.anchor_offsets.push(AnchorOffset { case, event, from, days, stamp });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::{Return, When};
    use crate::panel::fixture::*;

    fn told(ret: Return, anchor: AnchorEvent, entries: &[(&str, Option<i32>)]) -> Return {
        let mut ret = ret;
        ret.chronology.anchor = Some(anchor);
        for (at, (text, day)) in entries.iter().enumerate() {
            let mut entry = ChronologyEntry::empty(format!("e{at}").parse().unwrap());
            entry.text = (*text).into();
            entry.when = day.map_or(When::NotGiven, |day| {
                When::Day(RelativeDay { day, up_to: None, before_window: false })
            });
            ret.chronology.entries.push(entry);
        }
        ret
    }

    fn lines(merged: &MergedChronology) -> Vec<String> {
        let groups = merged.groups.iter().flat_map(|group| {
            let head = vec![format!("from {}", group.anchor.as_str())];
            let line = |one: &MergedEntry| {
                format!("{} {}: {}", one.day.unwrap().day, one.place.slot, one.entry.text)
            };
            head.into_iter().chain(group.entries.iter().map(line))
        });
        let undated =
            merged.undated.iter().map(|one| format!("{}: {}", one.place.slot, one.entry.text));
        groups.chain(undated).collect()
    }

    #[test]
    fn ch03_agencies_are_read_together_in_days_from_one_event() {
        let mut desk = Desk::with(&["case-1"]);
        let csc: &[(&str, Option<i32>)] =
            &[("Visit", Some(3)), ("A letter", None), ("Call", Some(-2))];
        for (slot, entries) in [("csc", csc), ("school", &[("Absent", Some(1))])] {
            let ret = told(desk.draft(slot, "case-1"), AnchorEvent::Referral, entries);
            desk.import(ret);
        }
        let police = told(
            desk.draft("police", "case-1"),
            AnchorEvent::StrategyDiscussion,
            &[("Enquiry", Some(0))],
        );
        desk.import(police);
        let silent = desk.draft("health.hv", "case-1");
        desk.import(silent);
        let nil = desk.draft("health.sn", "case-1").nil();
        desk.import(nil);

        let merged = merged_chronology(&desk.workbook, &case("case-1"));
        let apart = [
            "from referral",
            "-2 csc: Call",
            "1 school: Absent",
            "3 csc: Visit",
            "from strategy-discussion",
            "0 police: Enquiry",
            "csc: A letter",
        ];
        assert_eq!(lines(&merged), apart);
        let without: Vec<&str> = merged.without.iter().map(|place| place.slot.as_str()).collect();
        assert_eq!(without, ["health.hv"]);

        let (event, from) = (AnchorEvent::StrategyDiscussion, AnchorEvent::Referral);
        let case_ref = case("case-1");
        let same = desk.workbook.align_anchors(&case_ref, event, event, 2, &stamp());
        assert_eq!(same, Err(AlignError::SameEvent));
        desk.workbook.align_anchors(&case_ref, event, from, 2, &stamp()).unwrap();
        let merged = merged_chronology(&desk.workbook, &case_ref);
        let together = [
            "from referral",
            "-2 csc: Call",
            "1 school: Absent",
            "2 police: Enquiry",
            "3 csc: Visit",
            "csc: A letter",
        ];
        assert_eq!(lines(&merged), together);
        let enquiry = &merged.groups[0].entries[2];
        assert_eq!(enquiry.moved_from, Some(AnchorEvent::StrategyDiscussion));
    }

    #[test]
    fn ch03_three_events_become_one_chronology_and_two_put_the_wrong_way_round_are_put_right() {
        use AnchorEvent::{InitialConference, Referral, StrategyDiscussion};
        let mut desk = Desk::with(&["case-1"]);
        for (slot, anchor) in
            [("csc", Referral), ("police", StrategyDiscussion), ("school", InitialConference)]
        {
            let ret = told(desk.draft(slot, "case-1"), anchor, &[("Call", Some(1))]);
            desk.import(ret);
        }
        let case_ref = case("case-1");
        let align = |desk: &mut Desk, event, from, days| {
            desk.workbook.align_anchors(&case_ref, event, from, days, &stamp()).unwrap();
            lines(&merged_chronology(&desk.workbook, &case_ref))
        };
        align(&mut desk, InitialConference, StrategyDiscussion, 10);
        let all = ["from referral", "1 csc: Call", "3 police: Call", "13 school: Call"];
        assert_eq!(align(&mut desk, StrategyDiscussion, Referral, 2), all);
        // The same said from the other end, and once more as before.
        let from_strategy =
            ["from strategy-discussion", "-1 csc: Call", "1 police: Call", "11 school: Call"];
        assert_eq!(align(&mut desk, Referral, StrategyDiscussion, -2), from_strategy);
        assert_eq!(align(&mut desk, StrategyDiscussion, Referral, 2), all);
        // In a circle of three the last word holds as well.
        let from_conference =
            ["from initial-conference", "-11 csc: Call", "-9 police: Call", "1 school: Call"];
        assert_eq!(align(&mut desk, Referral, InitialConference, -12), from_conference);
    }
}
