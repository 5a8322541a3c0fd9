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

#[test]
fn t01_nothing_is_called_statutory_that_is_not() {
    let sets: Vec<StandardSet> = shipped_sets().into_iter().chain(other_nations()).collect();
    let said = |set: &str, id: &str| {
        let set = sets.iter().find(|one| one.id == set).unwrap();
        said_by(set.standard(&standard(id)).unwrap())
    };
    assert_eq!(
        said("england", "assessment"),
        "Statutory guidance: Working Together to Safeguard Children. In force from 15 April 2013."
    );
    assert_eq!(said("england", "decision-letter"), "Local standard: Common local procedure.");
    let procedures = "Wales Safeguarding Procedures, children, section 3 part 2.";
    assert_eq!(said("wales", "wales-assessment"), format!("National procedures: {procedures}"));
    let aim = format!("Good practice to aim for, not a limit: {procedures}");
    assert_eq!(said("wales", "wales-conference-minutes"), aim);
    let scotland = said("scotland", "scotland-planning-meeting");
    assert!(scotland.starts_with("National guidance, not statutory: "), "{scotland}");
    // Working Together and the framework of 2000 are all of it.
    let guidance = ["Working Together", "Framework for the Assessment"];
    let other = |one: &&Standard| {
        let is_other = !guidance.iter().any(|title| one.source.starts_with(title));
        one.level == Level::Statute || (one.level == Level::StatutoryGuidance && is_other)
    };
    let standards = sets.iter().flat_map(|set| &set.standards);
    let called: Vec<&str> = standards.filter(other).map(|one| one.id.as_str()).collect();
    assert_eq!(called, Vec::<&str>::new());
}

#[test]
fn t01_files_from_before_law_and_guidance_were_told_apart_are_read() {
    let read = |level: &str| crate::json::from_slice::<Level>(level.as_bytes()).unwrap();
    assert_eq!(read("\"statutory\""), Level::StatutoryGuidance);
    assert_eq!(serde_json::to_string(&Level::StatutoryGuidance).unwrap(), "\"statutory-guidance\"");
}

#[test]
fn t01_an_initial_assessment_had_seven_working_days_until_march_2010_and_ten_since() {
    use Outcome::{DoesNotApply, Met, Missed};
    let assessed = |referral: &str, on: &str| {
        let set = shipped_sets().pop().unwrap();
        assert_eq!(set.id, "england-2009");
        let sheet = Sheet { set, ..Sheet::new() };
        let sheet = sheet.on("referral", referral).on("initial-assessment", on);
        ["initial-assessment", "initial-assessment-2010"].map(|id| sheet.outcome(id).unwrap())
    };
    assert_eq!(assessed("1 6 2009", "10 6 2009"), [Met, DoesNotApply]);
    assert_eq!(assessed("1 6 2009", "11 6 2009"), [Missed, DoesNotApply]);
    assert_eq!(assessed("1 6 2010", "15 6 2010"), [DoesNotApply, Met]);
    assert_eq!(assessed("1 6 2010", "16 6 2010"), [DoesNotApply, Missed]);
}
