use super::*;

fn hash(name: &str) -> Hash {
    Hash::of(name.as_bytes())
}

fn link(name: &str, version: u32, previous: Option<&str>) -> Link {
    let (file, previous) = (hash(name), previous.map(hash));
    Link { file, payload: file, previous, version, apart: false, withdrawn: None }
}

fn apart(name: &str, version: u32, previous: Option<&str>) -> Link {
    Link { apart: true, ..link(name, version, previous) }
}

fn taken_back(name: &str, version: u32, previous: Option<&str>) -> Link {
    Link { withdrawn: Some(hash("letter")), ..link(name, version, previous) }
}

fn withdrawn() -> EntryState {
    EntryState::Withdrawn { by: hash("letter") }
}

#[track_caller]
fn expect(links: &[Link], decisions: &Decisions, rows: &[(&str, EntryState)]) {
    let got = settle(links, decisions);
    let wanted = rows.iter().map(|(name, state)| (hash(name), state.clone())).collect();
    assert_eq!(got, wanted);
}

fn superseded(by: &str) -> EntryState {
    EntryState::Superseded { by: hash(by) }
}

fn held(waiting_for: &str) -> EntryState {
    EntryState::Held { waiting_for: hash(waiting_for) }
}

fn choose(chosen: &str, aside: &[&str]) -> Decisions {
    Decisions {
        chosen: [hash(chosen)].into(),
        aside: aside.iter().map(|name| hash(name)).collect(),
    }
}

#[test]
fn v03_a_version_that_names_the_one_that_counts_replaces_it() {
    let links = [link("a", 1, None), link("b", 2, Some("a"))];
    expect(&links, &Decisions::default(), &[("a", superseded("b")), ("b", EntryState::Current)]);
}

#[test]
fn v03_a_version_is_held_until_the_one_it_replaces_is_here() {
    let without = [link("a", 1, None), link("c", 3, Some("b"))];
    let none = Decisions::default();
    expect(&without, &none, &[("a", EntryState::Current), ("c", held("b"))]);
    let with = [link("a", 1, None), link("c", 3, Some("b")), link("b", 2, Some("a"))];
    expect(
        &with,
        &none,
        &[("a", superseded("c")), ("b", superseded("c")), ("c", EntryState::Current)],
    );
}

#[test]
fn v03_two_second_versions_are_a_conflict_and_neither_counts() {
    let links = [link("a", 1, None), link("b", 2, Some("a")), link("c", 2, Some("a"))];
    let states = settle(&links, &Decisions::default());
    assert_eq!(states[&hash("b")], EntryState::Conflict);
    assert_eq!(states[&hash("c")], EntryState::Conflict);
    assert!(matches!(states[&hash("a")], EntryState::Superseded { .. }));
}

#[test]
fn v03_two_first_versions_are_a_conflict() {
    let links = [link("a", 1, None), link("b", 1, None)];
    let none = Decisions::default();
    expect(&links, &none, &[("a", EntryState::Conflict), ("b", EntryState::Conflict)]);
}

#[test]
fn v03_the_chosen_version_counts_and_its_successor_follows() {
    let links = [link("a", 1, None), link("b", 1, None)];
    let chosen = choose("a", &["b"]);
    expect(&links, &chosen, &[("a", EntryState::Current), ("b", EntryState::SetAside)]);
    let later = [link("a", 1, None), link("b", 1, None), link("c", 2, Some("a"))];
    expect(
        &later,
        &chosen,
        &[("a", superseded("c")), ("b", EntryState::SetAside), ("c", EntryState::Current)],
    );
}

#[test]
fn v03_a_successor_of_a_version_set_aside_asks_again() {
    let links = [link("a", 1, None), link("b", 1, None), link("c", 2, Some("b"))];
    expect(
        &links,
        &choose("a", &["b"]),
        &[("a", EntryState::Conflict), ("b", EntryState::SetAside), ("c", EntryState::Conflict)],
    );
}

#[test]
fn v03_a_held_version_that_was_chosen_counts_without_its_predecessor() {
    let links = [link("c", 3, Some("b"))];
    expect(&links, &choose("c", &[]), &[("c", EntryState::Current)]);
}

#[test]
fn v03_a_version_that_replaces_one_not_lower_is_a_conflict() {
    let links = [link("a", 2, None), link("b", 2, Some("a"))];
    let none = Decisions::default();
    expect(&links, &none, &[("a", EntryState::Conflict), ("b", EntryState::Conflict)]);
}

#[test]
fn v03_a_correction_of_a_version_kept_apart_counts_and_replaces_what_that_one_corrected() {
    let none = Decisions::default();
    let links = [link("a", 1, None), apart("b", 2, Some("a")), link("c", 3, Some("b"))];
    let counts = [("a", superseded("c")), ("c", EntryState::Current)];
    expect(&links, &none, &counts);
    expect(&links, &choose("c", &[]), &counts);
    let first = [apart("a", 1, None), link("b", 2, Some("a"))];
    expect(&first, &none, &[("b", EntryState::Current)]);
    let twice = [
        link("a", 1, None),
        apart("b", 2, Some("a")),
        apart("c", 3, Some("b")),
        link("d", 4, Some("c")),
    ];
    expect(&twice, &none, &[("a", superseded("d")), ("d", EntryState::Current)]);
}

#[test]
fn v06_a_version_that_is_kept_apart_replaces_nothing_by_itself() {
    let none = Decisions::default();
    let links = [link("a", 1, None), apart("b", 2, Some("a"))];
    expect(&links, &none, &[("a", EntryState::Current)]);
    // What corrects one whose own predecessor is not here waits like that one.
    let gap = [link("a", 1, None), apart("c", 3, Some("b")), link("d", 4, Some("c"))];
    expect(&gap, &none, &[("a", EntryState::Current), ("d", held("c"))]);
    let chosen = [("a", EntryState::SetAside), ("d", EntryState::Current)];
    expect(&gap, &choose("d", &["a"]), &chosen);
}

#[test]
fn v03_what_corrects_a_version_set_aside_replaces_what_that_one_corrected() {
    let links = [link("a", 1, None), link("b", 2, Some("a")), link("c", 3, Some("b"))];
    let aside = Decisions { aside: [hash("b")].into(), ..Decisions::default() };
    let states = [("a", superseded("c")), ("b", EntryState::SetAside), ("c", EntryState::Current)];
    expect(&links, &aside, &states);
}

#[test]
fn v01_of_two_in_conflict_the_one_that_is_taken_back_leaves_the_other_counting() {
    let none = Decisions::default();
    let links = [link("a", 1, None), taken_back("b", 2, Some("a")), link("c", 2, Some("a"))];
    let states = [("a", superseded("c")), ("b", withdrawn()), ("c", EntryState::Current)];
    expect(&links, &none, &states);
    let both = [taken_back("b", 1, None), taken_back("c", 1, None)];
    expect(&both, &none, &[("b", withdrawn()), ("c", withdrawn())]);
}

#[test]
fn v01_a_version_that_is_held_is_taken_back_and_what_counts_is_not() {
    let none = Decisions::default();
    let held = [link("a", 1, None), taken_back("c", 3, Some("b"))];
    expect(&held, &none, &[("a", EntryState::Current), ("c", withdrawn())]);
    let alone = [link("a", 1, None), taken_back("b", 2, Some("a"))];
    expect(&alone, &none, &[("a", superseded("b")), ("b", withdrawn())]);
    let corrected = [taken_back("a", 1, None), link("b", 2, Some("a"))];
    expect(&corrected, &none, &[("a", superseded("b")), ("b", EntryState::Current)]);
}
