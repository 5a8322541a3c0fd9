//! Dates go in; intervals come out; no date leaves.

use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::audit_return::{
    AnchorEvent, Declaration, RelativeDay, Return, SignOff, When, concern_notice, to_sign,
};
use crate::envelope::{EnrolmentSecret, Hash, SoftwareKey};
use crate::id::StandardId;
use crate::round::{Agency, Round};
use crate::store::testing::{at, draft, id};
use crate::store::{ImmediateChange, RowChange, SheetChange};
use crate::timescale::{
    AUDIT_DATE, Flag, Outcome, StatedLimit, TimescaleResult, TypedDate, Unit, date_key,
};

fn round() -> Round {
    crate::check::testing::Case::complete().round
}

fn record() -> DraftRecord {
    DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"))
}

fn typed(date: NaiveDate) -> TypedDate {
    let text = date.format("%d %m %Y").to_string();
    let mut parts = text.split(' ').map(str::to_owned);
    let mut part = || parts.next().unwrap();
    TypedDate { day: part(), month: part(), year: part(), time: String::new() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Makes a change as the desk does: the edit, then what follows from it.
fn edit(record: &mut DraftRecord, change: Change) {
    record.apply(&change);
    for follows in derived(record, &invitation(), day("2019-06-28")) {
        record.apply(&follows);
    }
}

fn enter(record: &mut DraftRecord, key: &str, date: NaiveDate) {
    edit(record, Change::Sheet(SheetChange::Date(key.into(), typed(date))));
}

/// A discussion on a Monday and a conference three weeks later, with all else that has a date.
fn filled(discussion: NaiveDate) -> DraftRecord {
    let mut record = record();
    let after = |days| discussion.checked_add_days(Days::new(days)).unwrap();
    let (event, row) = (id("strategy-discussion"), id("r1"));
    enter(&mut record, &date_key(&event, Some(&row)), discussion);
    let agreed = RowChange::Flag(Flag::EnquiryAgreed, true);
    edit(&mut record, Change::Sheet(SheetChange::Row(event, row, agreed)));
    enter(&mut record, &date_key(&id("initial-conference"), None), after(21));
    let anchor = ChronologyChange::Anchor(Some(AnchorEvent::StrategyDiscussion));
    edit(&mut record, Change::Chronology(anchor));
    enter(&mut record, crate::chronology::ANCHOR_DATE, discussion);
    let text = EntryChange::Text("Visit".into());
    edit(&mut record, Change::Chronology(ChronologyChange::Entry(id("e1"), text)));
    enter(&mut record, &crate::chronology::date_key(&id("e1")), after(9));
    edit(&mut record, Change::Practitioner(PractitionerChange::Spoken(Some(true))));
    enter(&mut record, PRACTITIONER_DATE, after(30));
    enter(&mut record, AUDIT_DATE, after(40));
    edit(&mut record, Change::ImmediateConcern(id("i1"), ImmediateChange::Add));
    record
}

fn invitation() -> Invitation {
    let round = round();
    Invitation {
        format_version: Invitation::FORMAT_VERSION,
        tool_ref: round.tool.reference(),
        round,
        agency: Agency { id: id("police"), kind: id("police"), name: "Police".into() },
        slot: id("police-1"),
        slot_label: String::new(),
        secret: EnrolmentSecret::from_bytes([7; 32]),
        cases: Vec::new(),
        authority: String::new(),
        limits: Default::default(),
    }
}

/// The bytes that are signed, of the return and of the notice of its immediate concern.
fn signed(draft: &Return) -> String {
    let invitation = invitation();
    let declaration = Declaration::default();
    let sign_off =
        SignOff { role: "Lead".into(), name: "A".into(), declaration, at: at("10:00:00") };
    let signer = SoftwareKey::from_seed(&[3; 32]).public_key();
    let (finished, _) = to_sign(draft, sign_off, &invitation, &signer).unwrap();
    let concern = draft.immediate_concerns[0].id.clone();
    let notice = concern_notice(draft, &concern, at("10:00:00"), &invitation, &signer);
    let (notice, _) = notice.unwrap().unwrap();
    serde_json::to_string(&finished).unwrap() + &serde_json::to_string(&notice).unwrap()
}

#[test]
fn t02_the_return_holds_intervals_for_the_dates_typed() {
    let record = filled(day("2019-03-04"));
    let results = &record.draft.timescales.as_ref().unwrap().results;
    let conference = &results[&id("initial-conference")];
    assert_eq!((conference.interval, conference.outcome), (Some(15), Outcome::Met));
    let day = RelativeDay { day: 9, up_to: None, before_window: false };
    assert_eq!(record.draft.chronology.entries[0].when, When::Day(day));
    assert_eq!(record.draft.practitioner.when, Some(DaysBefore::Days(10)));
}

#[test]
fn ec37_dates_stay_while_another_nations_standards_are_chosen_and_taken_back() {
    let mut record = filled(day("2019-03-04"));
    let before = record.draft.clone();
    enter(&mut record, &date_key(&id("referral"), None), day("2019-03-01"));
    let own = record.draft.timescales.clone();
    edit(&mut record, Change::Sheet(SheetChange::Nation(Some("scotland".into()))));
    let scotland = record.draft.timescales.clone().unwrap();
    assert_eq!(scotland.set.id, "scotland");
    let told = |(id, result): (&StandardId, &TimescaleResult)| {
        (id.to_string(), result.interval, result.outcome)
    };
    let told: Vec<_> = scotland.results.iter().map(told).collect();
    assert_eq!(told, [("scotland-planning-meeting".to_owned(), Some(24), Outcome::Met)]);
    // One that this program does not know is no other than the round's own.
    edit(&mut record, Change::Sheet(SheetChange::Nation(Some("atlantis".into()))));
    assert_eq!(record.draft.timescales, own);
    edit(&mut record, Change::Sheet(SheetChange::Nation(None)));
    assert_eq!(record.draft.timescales, own);
    assert_ne!(before.timescales, own, "the referral counts");
}

#[test]
fn ec14_days_in_the_return_are_held_against_the_limits_stated_for_its_place() {
    let mut record = filled(day("2019-03-04"));
    enter(&mut record, &date_key(&id("conference-minutes"), None), day("2019-04-12"));
    let minutes = |record: &DraftRecord| {
        let minutes = &record.draft.timescales.as_ref().unwrap().results[&id("conference-minutes")];
        (minutes.interval, minutes.limit, minutes.outcome)
    };
    assert_eq!(minutes(&record), (Some(14), 15, Outcome::Met));
    let mut invitation = invitation();
    let stated = StatedLimit { limit: 13, unit: Unit::WorkingDays };
    invitation.limits.insert(id("conference-minutes"), stated);
    for follows in derived(&record, &invitation, day("2019-06-28")) {
        record.apply(&follows);
    }
    assert_eq!(minutes(&record), (Some(14), 13, Outcome::Missed));
}

#[test]
fn ch03_a_date_of_the_anchor_that_is_none_is_said_to_be_none_without_any_entry() {
    let mut record = filled(day("2019-03-04"));
    edit(&mut record, Change::Chronology(ChronologyChange::Entry(id("e1"), EntryChange::Remove)));
    assert_eq!(record.draft.chronology.anchor_fault, None);
    let february = |day: &str| {
        let [day, month, year] = [day, "2", "2019"].map(str::to_owned);
        let typed = TypedDate { day, month, year, time: String::new() };
        Change::Sheet(SheetChange::Date(crate::chronology::ANCHOR_DATE.into(), typed))
    };
    edit(&mut record, february("31"));
    assert_eq!(record.draft.chronology.anchor_fault, Some(Fault::Unreadable));
    edit(&mut record, february("28"));
    assert_eq!(record.draft.chronology.anchor_fault, None);
    edit(&mut record, february("31"));
    let audit = ChronologyChange::Anchor(Some(AnchorEvent::Audit));
    edit(&mut record, Change::Chronology(audit));
    assert_eq!(record.draft.chronology.anchor_fault, None, "its own date is not asked for");
}

#[test]
fn ch03_only_a_birth_may_lie_after_the_audit_and_be_counted_from() {
    let audit = day("2019-04-13");
    let mut record = filled(day("2019-03-04"));
    enter(&mut record, crate::chronology::ANCHOR_DATE, audit);
    assert_eq!(record.draft.chronology.anchor_fault, None, "the day of the audit itself");
    enter(&mut record, crate::chronology::ANCHOR_DATE, day("2020-03-04"));
    assert_eq!(record.draft.chronology.anchor_fault, Some(Fault::Future));
    let birth = ChronologyChange::Anchor(Some(AnchorEvent::Birth));
    edit(&mut record, Change::Chronology(birth));
    assert_eq!(record.draft.chronology.anchor_fault, None);
    let incident = ChronologyChange::Anchor(Some(AnchorEvent::Incident));
    edit(&mut record, Change::Chronology(incident));
    assert_eq!(record.draft.chronology.anchor_fault, Some(Fault::Future));
}

#[test]
fn t09_a_half_typed_date_is_kept_and_said_to_be_none() {
    let mut record = filled(day("2019-03-04"));
    let half = TypedDate { day: "2".into(), ..TypedDate::default() };
    let key = date_key(&id("initial-conference"), None);
    edit(&mut record, Change::Sheet(SheetChange::Date(key.clone(), half.clone())));
    let text = record.to_text();
    let again = DraftRecord::from_text(&text).unwrap();
    assert_eq!(again.worksheet.typed(&key), half);
    let results = &again.draft.timescales.as_ref().unwrap().results;
    let outcome = results[&id("initial-conference")].outcome;
    assert_eq!(outcome, Outcome::Impossible(Fault::Unreadable));
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    let mut record = record();
    let key = date_key(&id("initial-conference"), None);
    enter(&mut record, &key, day("2019-03-04"));
    assert_ne!(record.draft, draft());
    edit(&mut record, Change::Sheet(SheetChange::Date(key, TypedDate::default())));
    assert_eq!(record.draft, draft());
    assert!(record.worksheet.is_empty());
}

#[test]
fn a_row_or_an_entry_that_goes_takes_its_date_with_it() {
    let mut record = filled(day("2019-03-04"));
    let row = SheetChange::Row(id("strategy-discussion"), id("r1"), RowChange::Remove);
    edit(&mut record, Change::Sheet(row));
    let entry = ChronologyChange::Entry(id("e1"), EntryChange::Remove);
    edit(&mut record, Change::Chronology(entry));
    let left: Vec<&str> = record.worksheet.typed.keys().map(String::as_str).collect();
    assert_eq!(
        left,
        ["audit-date", "chronology-anchor", "event-initial-conference", "practitioner-date"]
    );
}

#[test]
fn an_immediate_concern_that_goes_takes_its_dates_with_it() {
    let mut record = record();
    enter(&mut record, "immediate_i1_told-at", day("2019-03-04"));
    enter(&mut record, "immediate_i11_told-at", day("2019-03-05"));
    edit(&mut record, Change::ImmediateConcern(id("i1"), ImmediateChange::Remove));
    let left: Vec<&str> = record.worksheet.typed.keys().map(String::as_str).collect();
    assert_eq!(left, ["immediate_i11_told-at"]);
}

#[test]
fn ch03_a_signed_chronology_is_in_the_order_of_its_days() {
    let mut record = filled(day("2019-03-04"));
    let text = EntryChange::Text("Earlier".into());
    edit(&mut record, Change::Chronology(ChronologyChange::Entry(id("e2"), text)));
    enter(&mut record, &crate::chronology::date_key(&id("e2")), day("2019-03-05"));
    let signed = signed(&record.draft);
    assert!(signed.find("Earlier") < signed.find("Visit"), "{signed}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Dates of other years than those of the sign-off, so that each found one would be a leak.
    #[test]
    fn no_date_typed_is_in_what_is_signed(days in 0_u64..6_000) {
        let record = filled(day("2001-01-01").checked_add_days(Days::new(days)).unwrap());
        let signed = signed(&record.draft);
        prop_assert!(signed.contains("strategy-discussion") && signed.contains("\"interval\""));
        for typed in record.worksheet.typed.values() {
            let date = typed.exact().unwrap();
            for form in ["%Y-%m-%d", "%-d %-m %Y", "%d %m %Y", "%d/%m/%Y", "%-d %B %Y", "%Y%m%d"] {
                let shown = date.format(form).to_string();
                prop_assert!(!signed.contains(&shown), "{shown} in {signed}");
            }
        }
    }
}
