//! What holds of any text whatever.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn guard() -> Guard {
    let watched = |name: &str, role: &str| WatchedName { name: name.into(), role: role.into() };
    let names = [
        watched("Zoë Quill", "the mother"),
        watched("Removed", ""),
        // A role that names somebody must never be offered.
        watched("Anneka", "Uncle Zoe"),
        watched("May", ""),
    ];
    let day = |year, month| NaiveDate::from_ymd_opt(year, month, 4).unwrap();
    Guard::new(&names, Some(Period { from: day(2025, 5), until: day(2026, 5) }))
}

/// Scraps that findings are made of, in any order, and any letter between them.
fn text() -> impl Strategy<Value = String> {
    let scraps = vec![
        "943",
        "476",
        "5919",
        "9434765919",
        "020",
        "7946",
        "0018",
        "07700900123",
        "+44",
        "SW1A",
        "1AA",
        "B1",
        "2ND",
        "AB",
        "12",
        "34",
        "56",
        "C",
        "H801200001001",
        "someone@example.org",
        "@",
        "Mr",
        "Mrs",
        "Dr",
        "and",
        "&",
        "Zoe",
        "Quill",
        "QUILL",
        "Young",
        "Quill’s",
        "O'",
        "the",
        "The",
        "born",
        "on",
        "dob",
        "d.o.b.",
        "d/o/b",
        "date of birth",
        "March",
        "May",
        "2014",
        "14",
        "3",
        "Road",
        "Close",
        "School",
        "St",
        "Medical",
        "Centre",
        "Flat",
        "hospital",
        "number",
        "tel",
        "PC",
        "anneka",
        "removed",
        "van",
        "der",
        "NHS",
    ];
    let gaps = vec![
        " ", " ", " ", "", "-", ".", ". ", "/", ", ", "’", "(", ") ", "\n", ":\n", "; ", ":", "@",
    ];
    let scrap = prop_oneof![
        8 => select(scraps).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec((scrap, select(gaps)), 0..24)
        .prop_map(|parts| parts.into_iter().map(|(scrap, gap)| scrap + gap).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn findings_are_pieces_of_the_text_in_order_and_apart(text in text()) {
        let findings = guard().find(&text);
        let mut after = 0;
        for one in &findings {
            prop_assert!(one.start >= after && one.end > one.start, "{findings:?}");
            prop_assert!(!one.quoted(&text).is_empty(), "{one:?} cuts a letter");
            after = one.end;
        }
        prop_assert_eq!(&findings, &guard().find(&text));
    }

    #[test]
    fn writing_what_is_offered_removes_the_finding(text in text()) {
        let guard = guard();
        for one in guard.find(&text) {
            let offered = guard.suggestions(&text, &one);
            prop_assert!(!offered.is_empty(), "nothing offered for {:?}", one.quoted(&text));
            for wording in offered {
                let after = replaced(&text, &one, &wording);
                let written = one.start..after.len() - (text.len() - one.end);
                let left = guard.find(&after);
                let again = left.iter().find(|it| it.start < written.end && it.end > written.start);
                prop_assert!(again.is_none(), "{after:?} still holds {again:?}");
            }
        }
    }

    /// One click after another leads to a text in which nothing is found.
    #[test]
    fn taking_every_first_offer_empties_the_list(text in text()) {
        let guard = guard();
        let mut text = text;
        for _ in 0..200 {
            let findings = guard.find(&text);
            let Some(one) = findings.first() else { break };
            let wording = guard.suggestions(&text, one).remove(0);
            let edit = replaced_everywhere(&text, &findings, one.quoted(&text), &wording).unwrap();
            text = edit.applied(&text);
        }
        prop_assert_eq!(guard.find(&text), Vec::new(), "{:?}", text);
    }

    #[test]
    fn a_listed_name_is_found_wherever_it_stands_alone(
        before in "[a-z ,.]{0,12}", after in "[a-z ,.]{0,12}"
    ) {
        let text = format!("{before} anneka {after}");
        let found = guard().find(&text);
        prop_assert!(found.iter().any(|one| one.quoted(&text).contains("anneka")), "{text:?}");
    }

    #[test]
    fn any_ten_digits_with_their_check_digit_block(nine in "[1-9][0-9]{8}") {
        let digits: Vec<u8> = nine.bytes().map(|digit| digit - b'0').collect();
        let check = (0..10).find(|check| {
            numbers::passes_modulus_11(&[digits.as_slice(), &[*check]].concat())
        });
        if let Some(check) = check {
            let (a, rest) = nine.split_at(3);
            let (b, c) = rest.split_at(3);
            for text in [format!("{nine}{check}"), format!("{a} {b} {c}{check}")] {
                let found = guard().find(&text);
                let kinds: Vec<Kind> = found.iter().map(|one| one.kind).collect();
                let expected =
                    if nine.starts_with("999") { Kind::TestNhsNumber } else { Kind::NhsNumber };
                prop_assert_eq!(kinds, vec![expected], "{}", text);
            }
        }
    }
}

/// Twice the text takes about twice the time, also where everything looks like a beginning.
#[test]
fn a_text_made_to_mislead_is_looked_through_in_proportion_to_its_length() {
    let guard = guard();
    for scrap in [
        "@", "a@", "0", "0 ", "020 ", "Mr ", "A ", "A-", "born ", "AB12 ", "1/", "1.", "St. ",
        "d.o.b.", "d o b ", "943 ", "943\n", "020\n", "born\n", "SW1\n", "Mr A ", "Mr AB ",
    ] {
        let text = scrap.repeat(200_000 / scrap.len());
        let began = std::time::Instant::now();
        guard.find(&text);
        let took = began.elapsed();
        // Unoptimised on a busy machine some 100 ms; a square would take hours.
        assert!(took.as_secs() < 20, "{scrap:?}: {took:?}");
    }
}
