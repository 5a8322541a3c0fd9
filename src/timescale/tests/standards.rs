//! T-01: what a standard says, and when it is in force.

use std::collections::BTreeSet;

use super::*;

#[test]
fn t01_every_standard_says_what_is_counted_from_what_by_whom_and_where() {
    let sets = shipped_sets();
    assert_eq!(sets[0], standards());
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
