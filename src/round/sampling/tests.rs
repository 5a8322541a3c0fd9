//! Frames, spreads and draws, with numbers that can be checked by hand.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::id::{AttributeId, CaseRef, OptionId};
use crate::round::Month;

fn attribute(id: &str) -> AttributeId {
    AttributeId::new(id).unwrap()
}

/// Six candidates: five girls and a boy, of three ages.
fn frame() -> Sampling {
    let mut frame = Sampling::looking_at(&[attribute("gender"), attribute("age")]);
    let table =
        "Female\tUnder 1\nFemale\t1 to 4\nFemale\t1 to 4\nMale\t5 to 10\nFemale\t\nfemale\tunder-1";
    assert_eq!(frame.paste(table), Ok(6));
    frame
}

fn numbers(numbers: &[u32]) -> BTreeSet<u32> {
    numbers.iter().copied().collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

fn request(size: u32, families: Families) -> DrawRequest {
    DrawRequest { seed: "4711".into(), size, families }
}

#[test]
fn counts_of_the_chosen_are_live_and_gaps_are_named() {
    let spread = frame().spread(&numbers(&[1, 2, 5]));
    let ages: Vec<(&str, usize, usize)> =
        spread[1].counts.iter().map(|it| (it.label.as_str(), it.chosen, it.frame)).collect();
    let expected = [
        ("Unborn", 0, 0),
        ("Under 1", 1, 2),
        ("1 to 4", 1, 2),
        ("5 to 10", 0, 1),
        ("11 to 15", 0, 0),
        ("16 to 17", 0, 0),
        ("18 or over", 0, 0),
    ];
    assert_eq!(ages, expected);
    assert_eq!(spread[1].not_stated, 1);
    let gaps: Vec<&str> = spread[1].gaps().map(|gap| gap.label.as_str()).collect();
    assert_eq!(gaps, ["5 to 10"]);
}

#[test]
fn s01_an_attribute_with_one_value_only_is_pointed_out() {
    let told = |chosen: &[u32]| -> Vec<String> {
        let warnings = frame().warnings(&numbers(chosen), today());
        warnings.iter().map(SampleWarning::sentence).collect()
    };
    assert_eq!(told(&[1, 2]), ["Gender: every chosen case is “Female”. Is that meant?"]);
    assert_eq!(told(&[1, 4]), Vec::<String>::new());
    assert_eq!(told(&[1]), Vec::<String>::new(), "one case has one value of everything");
    assert_eq!(
        told(&[2, 3, 5]),
        ["Gender: every chosen case is “Female”. Is that meant?"],
        "an age that is not stated is another value"
    );
}

#[test]
fn s03_a_case_audited_in_the_last_twelve_months_is_pointed_out() {
    let warned = |year, month| {
        let mut frame = frame();
        frame.audited(4, Some(Month { year, month })).unwrap();
        let warnings = frame.warnings(&numbers(&[1, 4]), today());
        warnings.iter().any(|warning| warning.rule() == "S-03")
    };
    // On the 15th of June a case of the 20th of June before was audited less than twelve months ago.
    let rows = [
        ((2025, 5), false),
        ((2025, 6), true),
        ((2025, 7), true),
        ((2026, 6), true),
        ((2026, 7), false),
    ];
    for ((year, month), expected) in rows {
        assert_eq!(warned(year, month), expected, "{month}/{year}");
    }
    let mut frame = frame();
    frame.audited(4, Some(Month { year: 2026, month: 1 })).unwrap();
    assert_eq!(frame.warnings(&numbers(&[1, 2, 3]), today()).len(), 1, "only of those chosen");
    let said = |year, month| {
        let mut frame = frame.clone();
        frame.audited(4, Some(Month { year, month })).unwrap();
        frame.warnings(&numbers(&[1, 4]), today()).remove(0).sentence()
    };
    assert!(said(2025, 6).ends_with("perhaps less than 12 months ago."));
    assert!(said(2025, 7).ends_with("2025, less than 12 months ago."));
}

#[test]
fn s01_a_wanted_group_that_no_case_is_in_is_named_as_a_gap_and_pointed_out() {
    let option = |id: &str| OptionId::new(id).unwrap();
    let gaps = |frame: &Sampling| -> Vec<String> {
        let spread = frame.spread(&numbers(&[1, 4]));
        spread.iter().flat_map(Spread::gaps).map(|gap| gap.label.clone()).collect()
    };
    let mut frame = frame();
    assert_eq!(gaps(&frame), ["1 to 4"]);
    frame.s01_want(&attribute("age"), &[option("unborn"), option("under-1"), option("nonsense")]);
    frame.s01_want(&attribute("ethnicity"), &[option("asian")]);
    assert_eq!(frame.wanted.len(), 1, "only of what is looked at");
    assert_eq!(gaps(&frame), ["Unborn", "1 to 4"], "one of the wanted is there");
    let warnings = frame.warnings(&numbers(&[1, 4]), today());
    let told: Vec<(&str, String)> =
        warnings.iter().map(|warning| (warning.rule(), warning.sentence())).collect();
    let sentence = "Age: “Unborn” is wanted, and no case to choose from is in that group.";
    assert_eq!(told, [("S-01", sentence.to_owned())]);

    let kept = serde_json::to_string(&frame).unwrap();
    assert_eq!(serde_json::from_str::<Sampling>(&kept).unwrap(), frame);
    frame.look_at(&[attribute("gender")]);
    assert!(frame.wanted.is_empty(), "what is looked at no more is wanted no more");
    let kept = serde_json::to_string(&frame).unwrap();
    assert!(!kept.contains("wanted"), "rounds without any are kept as before");
}

#[test]
fn s01_a_case_that_is_excluded_is_none_to_choose_from_in_its_group() {
    let mut frame = frame();
    frame.s01_want(&attribute("age"), &[OptionId::new("5-to-10").unwrap()]);
    assert_eq!(frame.warnings(&numbers(&[1, 2, 5]), today()).len(), 1, "all are girls");
    frame.exclude(4, "Criminal trial").unwrap();
    let spread = frame.spread(&numbers(&[1, 2, 5]));
    let gaps = |one: &Spread| one.gaps().map(|gap| gap.label.clone()).collect::<Vec<_>>();
    assert_eq!(gaps(&spread[0]), Vec::<String>::new(), "no boy could have been chosen");
    assert_eq!(gaps(&spread[1]), ["5 to 10"]);
    let warnings = frame.warnings(&numbers(&[1, 2, 5]), today());
    let sentence = "Age: “5 to 10” is wanted, and no case to choose from is in that group.";
    assert_eq!(warnings.last().map(SampleWarning::sentence).as_deref(), Some(sentence));
}

#[test]
fn s03_a_pasted_block_is_read_by_its_headings_with_family_and_last_audit() {
    let mut frame = Sampling::looking_at(&[attribute("gender"), attribute("age")]);
    let table = "Last audited\tAGE\tfamily\tGender\r\n\
                 9 2025\tUnder 1\t3\tFemale\r\n\
                 2026-01\t\t3\tMale\r\n\
                 \tUnborn\t\t\r\n";
    assert_eq!(frame.paste(table), Ok(3));
    let read: Vec<_> = frame
        .candidates
        .iter()
        .map(|one| (one.number, one.values.len(), one.family, one.last_audited))
        .collect();
    let month = |year, month| Some(Month { year, month });
    let expected =
        [(1, 2, Some(3), month(2025, 9)), (2, 1, Some(3), month(2026, 1)), (3, 1, None, None)];
    assert_eq!(read, expected);
    let warnings = frame.warnings(&numbers(&[1, 2, 3]), today());
    let recent = warnings.iter().filter(|warning| warning.rule() == "S-03").count();
    assert_eq!(recent, 2);
    // One column may stand alone, under its heading.
    assert_eq!(frame.paste("Age\nUnborn\n1 to 4"), Ok(2));
}

#[test]
fn s03_whatever_in_a_pasted_block_could_name_a_child_is_refused_and_never_repeated() {
    let mut frame = frame();
    let before = frame.clone();
    let rows = [
        (
            "Gender\tName\nFemale\tJo Bloggs",
            "Column 2 has a heading that is none of these: Gender, Age, Family, Last audited. Take the column out, or give it one of these.",
        ),
        ("Gender\tgender\nMale\tMale", "Two columns are headed “Gender”. Take one out."),
        (
            "Gender\tFamily\nMale\t1\n\nMale\tBloggs",
            "Row 4: “Family” takes a whole number of up to 4 digits. Cases with the same number are brothers and sisters.",
        ),
        (
            "Gender\tFamily\nMale\t4010232137",
            "Row 2: “Family” takes a whole number of up to 4 digits. Cases with the same number are brothers and sisters.",
        ),
        (
            "Gender\tLast audited\nMale\tSep-25",
            "Row 2: “Last audited” takes a month and a year, such as 9 2025.",
        ),
        (
            "Gender\tFamily\nJo\t1",
            "Row 2: “Gender” has no group of this name. Use one of: Female, Male, Another, Not known yet.",
        ),
        ("Gender\tFamily\nMale\t1\nMale", "Row 3 has 1 cells. It needs 2: Gender, Family."),
    ];
    for (table, sentence) in rows {
        assert_eq!(frame.paste(table).unwrap_err().to_string(), sentence);
        assert_eq!(frame, before, "all rows or none");
    }
}

/// The tickets, by another program: `for i in 1 2 3 4 5 6; do printf "4711:$i" | sha256sum; done`.
#[test]
fn s02_tickets_are_what_sha256sum_says() {
    let tickets: Vec<String> =
        (1..=6).map(|number| ticket("4711", number).to_string()[..8].to_owned()).collect();
    assert_eq!(tickets, ["a5506d03", "c6cc48e5", "f179ec95", "cd3448fa", "43e084fa", "64d1df61"]);
}

#[test]
fn s02_a_draw_is_recorded_with_seed_frame_and_exclusions_and_can_be_done_again() {
    let mut frame = frame();
    frame.exclude(2, " Subject of a criminal trial ").unwrap();
    let draw = frame.s02_draw(&request(3, Families::AsDrawn)).unwrap();
    assert_eq!(draw.drawn, [5, 6, 1]);
    assert_eq!((draw.frame_size, draw.seed.as_str()), (6, "4711"));
    let reason = "Subject of a criminal trial".to_owned();
    assert_eq!(draw.excluded, [Excluded { number: 2, reason }]);
    let kept = serde_json::to_string(&frame).unwrap();
    let again: Sampling = serde_json::from_str(&kept).unwrap();
    assert_eq!(again.draws[0].again(), draw.drawn);
}

#[test]
fn s02_nothing_is_drawn_without_a_seed_or_from_too_few() {
    let mut frame = frame();
    let blank = DrawRequest { seed: "  ".into(), ..request(1, Families::AsDrawn) };
    assert_eq!(frame.s02_draw(&blank), Err(DrawError::Seed));
    assert_eq!(frame.s02_draw(&request(0, Families::AsDrawn)), Err(DrawError::Size));
    let too_many = frame.s02_draw(&request(7, Families::AsDrawn));
    assert_eq!(too_many, Err(DrawError::TooFew { wanted: 7, free: 6 }));
    assert_eq!(frame.draws, []);
}

#[test]
fn i05_no_seed_of_a_draw_identifies_somebody() {
    let mut frame = frame();
    let seeded = |seed: &str| DrawRequest { seed: seed.into(), ..request(1, Families::AsDrawn) };
    for seed in ["943 476 5919", "lottery of 020 7946 0018"] {
        assert_eq!(frame.s02_draw(&seeded(seed)), Err(DrawError::SeedIdentifies), "{seed}");
    }
    assert_eq!(frame.draws, []);
    assert!(frame.s02_draw(&seeded("Lottery of 4 July 2026: 3 11 19 24 37 40")).is_ok());
}

#[test]
fn s02_whoever_leaves_the_frame_moves_nobody_else() {
    let order = frame().s02_draw(&request(6, Families::AsDrawn)).unwrap().drawn;
    let mut without = frame();
    without.exclude(order[2], "Moved away").unwrap();
    let drawn = without.s02_draw(&request(5, Families::AsDrawn)).unwrap().drawn;
    let expected: Vec<u32> = order.iter().copied().filter(|one| *one != order[2]).collect();
    assert_eq!(drawn, expected);
}

#[test]
fn s04_brothers_and_sisters_come_as_the_draw_was_told() {
    let with_family = || {
        let mut frame = frame();
        for number in FAMILY {
            frame.of_family(number, Some(1)).unwrap();
        }
        frame
    };
    let drawn = |size, families| with_family().s02_draw(&request(size, families)).unwrap().drawn;
    let family = |drawn: &[u32]| drawn.iter().filter(|one| FAMILY.contains(one)).count();
    assert_eq!(family(&drawn(5, Families::OnePerFamily)), 1);
    assert_eq!(family(&drawn(3, Families::OneWholeFamily)), 2);
    assert_eq!(family(&drawn(6, Families::AsDrawn)), 2);
    let none = with_family().s02_draw(&request(6, Families::OnePerFamily));
    assert_eq!(none, Err(DrawError::TooFew { wanted: 6, free: 5 }));
}

#[test]
fn s04_a_draw_into_which_no_family_fits_whole_is_refused_and_leaves_no_record() {
    let no_family = |size| Err(DrawError::NoWholeFamily { size });
    let drawn = |frame: &mut Sampling, size| {
        frame.s02_draw(&request(size, Families::OneWholeFamily)).map(|draw| draw.drawn.len())
    };
    let mut frame = frame();
    assert_eq!(drawn(&mut frame, 3), no_family(3), "nobody is known to have brothers or sisters");
    for number in FAMILY {
        frame.of_family(number, Some(1)).unwrap();
    }
    assert_eq!(drawn(&mut frame, 1), no_family(1), "two do not fit into one");
    assert_eq!(frame.draws, []);
    assert_eq!(drawn(&mut frame, 2), Ok(2));
    frame.exclude(FAMILY[0], "Criminal trial").unwrap();
    assert_eq!(drawn(&mut frame, 3), no_family(3), "one of the two cannot be drawn");
}

/// The two highest tickets: by themselves neither is drawn among three.
const FAMILY: [u32; 2] = [3, 4];

#[test]
fn a_frame_takes_groups_only_and_never_a_name() {
    let mut frame = frame();
    let wrong = frame.paste("Female\tUnder 1\nJo\tUnder 1").unwrap_err();
    let sentence = "Row 2: “Gender” has no group of this name. Use one of: Female, Male, Another, Not known yet.";
    assert_eq!(wrong.to_string(), sentence);
    assert_eq!(frame.candidates.len(), 6, "all rows or none");
    let short = frame.paste("Female").unwrap_err();
    assert_eq!(short.to_string(), "Row 1 has 1 cells. It needs 2: Gender, Age.");
}

#[test]
fn who_was_chosen_or_stood_in_a_draw_stays_in_the_frame() {
    let mut frame = frame();
    assert_eq!(frame.remove(6), Ok(()));
    frame.chosen.insert(1, CaseRef::new("c-1").unwrap());
    assert_eq!(frame.remove(1), Err(FrameError::Chosen { number: 1 }));
    assert_eq!(frame.exclude(1, "No"), Err(FrameError::Chosen { number: 1 }));
    assert_eq!(frame.remove(9), Err(FrameError::Unknown { number: 9 }));
    frame.s02_draw(&request(1, Families::AsDrawn)).unwrap();
    assert_eq!(frame.remove(5), Err(FrameError::Chosen { number: 5 }));
    assert_eq!(frame.candidate_of(&CaseRef::new("c-1").unwrap()).unwrap().number, 1);
}

#[test]
fn a_board_adds_an_attribute_of_its_own_in_broad_groups() {
    let mut frame = frame();
    let add = |frame: &mut Sampling, label: &str, groups: &[&str]| {
        let groups: Vec<String> = groups.iter().map(|group| (*group).to_owned()).collect();
        frame.add_attribute(attribute("own"), label, &groups)
    };
    assert_eq!(add(&mut frame, "Locality", &["North"]), Err(FrameError::NoAttribute));
    assert_eq!(add(&mut frame, "Locality", &["North", "north"]), Err(FrameError::NoAttribute));
    assert_eq!(add(&mut frame, " ", &["North", "South"]), Err(FrameError::NoAttribute));
    let known = add(&mut frame, "gender", &["One", "Two"]);
    assert_eq!(known, Err(FrameError::KnownAttribute { label: "gender".into() }));
    assert_eq!(add(&mut frame, "Locality", &["North", "South"]), Ok(()));
    assert_eq!(frame.paste("Female\tUnder 1\tsouth"), Ok(1));
    assert_eq!(frame.offered().last().unwrap().label, "Locality");
    frame.look_at(&[attribute("gender")]);
    assert_eq!((frame.attributes.len(), frame.candidates[6].values.len()), (1, 1));
}

#[test]
fn every_shipped_attribute_has_several_groups_with_names_of_their_own() {
    for attribute in attributes() {
        let labels: BTreeSet<&str> =
            attribute.options.iter().map(|option| option.label.as_str()).collect();
        assert!(labels.len() > 1 && labels.len() == attribute.options.len(), "{}", attribute.id);
        for option in &attribute.options {
            let called = attribute.option_called(&option.label.to_uppercase());
            assert_eq!(called, Some(option), "{}", attribute.id);
            assert_eq!(attribute.label_of(&option.id), option.label);
        }
    }
    assert_eq!(attributes()[0].label_of(&OptionId::new("lost").unwrap()), "lost");
}

prop_compose! {
    fn any_frame()(families in prop::collection::vec(prop::option::of(0_u32..5), 1..40), out in 0_u32..40) -> Sampling {
        let mut frame = Sampling::default();
        for family in families {
            let number = frame.add().unwrap();
            frame.of_family(number, family).unwrap();
        }
        let _ = frame.exclude(out, "Out");
        frame
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s02_any_draw_is_of_the_frame_without_repeats_and_can_be_done_again(
        mut frame in any_frame(), seed in "[a-z0-9]{1,12}", size in 1_u32..12,
        families in prop::sample::select(vec![Families::AsDrawn, Families::OnePerFamily, Families::OneWholeFamily]),
    ) {
        let free: BTreeSet<u32> = frame.free().map(|candidate| candidate.number).collect();
        if let Ok(draw) = frame.s02_draw(&DrawRequest { seed, size, families }) {
            let drawn: BTreeSet<u32> = draw.drawn.iter().copied().collect();
            prop_assert_eq!(drawn.len(), size as usize);
            prop_assert!(drawn.is_subset(&free));
            prop_assert_eq!(draw.again(), draw.drawn);
        } else {
            prop_assert!(free.len() < size as usize || families != Families::AsDrawn);
        }
    }
}
