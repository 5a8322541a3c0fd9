//! T-01: what a standard says, and when it is in force.

use std::collections::BTreeSet;

use super::*;

#[test]
fn t01_every_standard_says_what_is_counted_from_what_by_whom_and_where() {
    assert_eq!(shipped_sets()[0], standards());
    let sets: Vec<StandardSet> = shipped_sets().into_iter().chain(other_nations()).collect();
    let wrong: Vec<String> = sets.iter().flat_map(wrong_standards).collect();
    assert_eq!(wrong, Vec::<String>::new());
    for set in &sets {
        let standards: BTreeSet<&StandardId> = set.standards.iter().map(|one| &one.id).collect();
        assert_eq!(standards.len(), set.standards.len(), "{}", set.id);
        let events: BTreeSet<&EventId> = set.events.iter().map(|one| &one.id).collect();
        assert_eq!(events.len(), set.events.len(), "{}", set.id);
    }
}

fn wrong_standards(set: &StandardSet) -> Vec<String> {
    let known = |id: &EventId| set.event(id).is_some();
    let is_wrong = |standard: &&Standard| {
        let anchored = standard.each || !standard.anchors.is_empty();
        let named = known(&standard.event.event)
            && standard.anchors.iter().all(|point| known(&point.event))
            && standard.until.as_ref().is_none_or(known);
        let told = [&standard.title, &standard.source, &standard.jurisdiction];
        !anchored || !named || told.iter().any(|text| text.is_empty()) || standard.limit == 0
    };
    set.standards.iter().filter(is_wrong).map(|one| one.id.to_string()).collect()
}

#[test]
fn t01_another_nations_standards_are_its_own_and_counted_by_days_that_are_known() {
    let shipped = shipped_sets().into_iter().flat_map(|set| set.standards);
    let mut known: BTreeSet<StandardId> = shipped.map(|one| one.id).collect();
    for set in other_nations() {
        assert!(!set.title.is_empty(), "{}", set.id);
        for one in set.standards {
            assert_eq!(one.jurisdiction, set.id);
            // The bank holidays of Scotland are not those that this program knows.
            assert!(one.unit != Unit::WorkingDays || one.jurisdiction == "wales", "{}", one.id);
            assert!(known.insert(one.id.clone()), "{} stands in two sets", one.id);
        }
    }
}

#[test]
fn t01_a_standard_holds_only_while_it_is_in_force() {
    let assessment = |referral: &str, signed_off: &str| {
        let sheet = Sheet::new().on("referral", referral).on("assessment", signed_off);
        sheet.outcome("assessment")
    };
    assert_eq!(assessment("15 4 2013", "17 4 2013"), Some(Outcome::Met));
    assert_eq!(assessment("14 4 2013", "17 4 2013"), Some(Outcome::DoesNotApply));
    let straddles = Some(Outcome::CannotSay(Doubt::NotExact));
    assert_eq!(assessment("4 2013", "17 5 2013"), straddles);
}

#[test]
fn t01_a_round_is_held_to_one_set_that_has_a_name_of_its_own() {
    let sets: Vec<StandardSet> = shipped_sets().into_iter().chain(other_nations()).collect();
    let names: BTreeSet<&str> = sets.iter().map(set_name).collect();
    assert_eq!(names.len(), sets.len());
    assert_eq!(set_name(&sets[0]), "England, as they are now");
    assert_eq!(set_name(&sets[1]), "England, as they were in 2009");
    let own = StandardSet { id: "ours".into(), ..standards() };
    assert_eq!(set_name(&own), "The board’s own");
}

#[test]
fn t01_a_standard_that_does_not_always_hold_says_from_or_until_when() {
    let sets = shipped_sets();
    let said = |set: &StandardSet, id: &str| in_force(set.standard(&standard(id)).unwrap());
    assert_eq!(said(&sets[0], "assessment"), "In force from 15 April 2013.");
    assert_eq!(said(&sets[1], "assessment"), "In force until 14 April 2013.");
    assert_eq!(said(&sets[0], "first-core-group"), "");
}
