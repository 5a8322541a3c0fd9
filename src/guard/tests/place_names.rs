//! I-08: names that may be of places, in what goes out and in no auditor's box.

use super::*;

fn places(text: &str) -> Vec<&str> {
    let named = NamedHere::of(["Northmere Safeguarding Board", "Wold Homes"]);
    let found = plain().find_to_publish(text, &named).into_iter();
    let found = found.filter(|one| one.kind == Kind::PlaceName);
    found.map(|one| one.quoted(text)).collect()
}

#[test]
fn i08_a_name_behind_a_word_that_leads_to_a_place_may_be_one() {
    let rows: [(&str, &[&str]); 6] = [
        ("The family moved to Larkspur in March.", &["Larkspur"]),
        ("He was seen near Upper Quill, and at Tarn’s edge", &["Upper Quill", "Tarn"]),
        ("Contact took place in (Wexcombe) twice", &["Wexcombe"]),
        ("from Quill-on-Tarn to St. Larkspur", &["Quill-on-Tarn", "St. Larkspur"]),
        ("They live outside\nLarkspur Park", &["Larkspur Park"]),
        ("sent to them, and to Mary Tarn", &["Mary Tarn"]),
    ];
    for (text, want) in rows {
        assert_eq!(places(text), want, "{text}");
    }
}

#[test]
fn i08_what_the_work_the_calendar_and_the_round_itself_are_called_is_no_place() {
    for text in [
        "Help came from CAMHS, from the GP and at Section 47",
        "Answers in Working Together, in Year 9 and to Case 3",
        "In four of the five. Children were seen",
        "A child in Need, in Care, and at Easter or in Spring 2026",
        "Told to Northmere Board and to Wold Homes in Northmere",
        "moved to the South West, then to another town",
        "The Larkspur plan",
        "referred to A and to B",
    ] {
        assert_eq!(places(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn i08_nobody_is_asked_about_places_while_typing_and_none_of_them_bars_anything() {
    let text = "The family moved to Larkspur.";
    assert_nothing(&plain(), &[text]);
    let found = plain().find_to_publish(text, &NamedHere::default());
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((one.kind.rule(), one.level), ("I-08", Level::Warn));
    assert!(one.kind.may_be_meant());
}

#[test]
fn i08_a_place_within_an_address_or_the_name_of_a_school_is_found_once_as_that() {
    let text = "went to Larkspur Primary School, and moved to Quill Road";
    let found = plain().find_to_publish(text, &NamedHere::default());
    let found: Vec<(Kind, &str)> = found.iter().map(|one| (one.kind, one.quoted(text))).collect();
    let want = [(Kind::Institution, "Larkspur Primary School"), (Kind::Street, "Quill Road")];
    assert_eq!(found, want);
}
