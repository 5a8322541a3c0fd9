//! I-01, I-02 and I-07: references, the list of names, and roles, which are left alone.

use super::*;

#[test]
fn i01_a_random_reference_passes_and_one_made_of_a_birth_date_does_not() {
    assert_nothing(
        &plain(),
        &[
            "c-7k2",
            "case-3f9a",
            "Case 3",
            "Child C",
            "5f1d0c52a0b94e5f",
            "3f9a0c1234567b94e5f8a3b6",
        ],
    );
    assert_rows(
        &plain(),
        &[
            ("JS 12/03/2014", "FullDate “12/03/2014”"),
            ("js-dob-12-03-2014", "BirthDate! “dob-12-03-2014”"),
            ("mosaic-id-1234567", "RecordNumber “id-1234567”"),
        ],
    );
}

#[test]
fn i02_names_of_the_list_are_found_as_whole_words_in_any_case() {
    assert_rows(
        &list(),
        &[
            ("Sian said so.", "ListedName “Sian”"),
            ("SIÂN and sia\u{302}n agreed", "ListedName “SIÂN”, ListedName “sia\u{302}n”"),
            ("O'Farrell's plan", "ListedName “O'Farrell”"),
            ("the O’Farrells moved", "ListedName “O’Farrells”"),
            ("Siân O’Farrell", "ListedName “Siân O’Farrell”"),
            ("Grace’s views", "ListedName “Grace”"),
            ("Grace Tunnicliffe-Mbeki was seen", "ListedName “Grace Tunnicliffe-Mbeki”"),
            ("MBEKI-TUNNICLIFFE", "ListedName “MBEKI-TUNNICLIFFE”"),
            ("Grace M. Tunnicliffe rang", "ListedName “Grace M. Tunnicliffe”"),
            ("Siân J O’Farrell", "ListedName “Siân J O’Farrell”"),
            ("Siân\nO’Farrell", "ListedName “Siân”, ListedName “O’Farrell”"),
            ("Mrs Tunnicliffe rang", "ListedName “Mrs Tunnicliffe”"),
            ("олена була", "ListedName “олена”"),
            ("at Elmtree Park School", "ListedName “Elmtree Park School”"),
        ],
    );
}

#[test]
fn i02_parts_of_words_and_words_that_are_no_names_are_left_alone() {
    assert_nothing(
        &list(),
        &[
            "Sianna and Farrellson came",
            "by the grace of the panel",
            "graces and disgrace",
            "the child may be seen",
            "a school, the Park and the School",
            "The mother came. THE MOTHER came.",
            "parking outside",
        ],
    );
}

/// Names that are words of the guard's own, too.
fn words_as_names() -> Guard {
    let names = ["Rio", "Jo Young", "West", "Good", "Day", "Ann Lane", "Di", "Nan", "Van Le"];
    Guard::new(&names.map(|name| watched(name, "")), period())
}

#[test]
fn i02_a_listed_name_that_is_a_word_too_is_found_with_its_capital() {
    assert_rows(
        &words_as_names(),
        &[
            ("Rio rang", "ListedName “Rio”"),
            ("Mr Young", "ListedName “Mr Young”"),
            (
                "Jo Young, West and Good",
                "ListedName “Jo Young”, ListedName “West”, ListedName “Good”",
            ),
            ("Lane’s and Day’s", "ListedName “Lane”, ListedName “Day”"),
            ("Di and Nan said", "ListedName “Di”, ListedName “Nan”"),
            ("with Van Le", "ListedName “Van Le”"),
        ],
    );
    assert_nothing(
        &words_as_names(),
        &[
            "young people had a good day in the west",
            "down the lane in a van, said her nan",
            "a DI and a PC",
        ],
    );
}

#[test]
fn i02_words_of_the_list_that_are_never_looked_for_are_told() {
    let names = ["Mrs Rio", "He", "the mother", "J", "Elm Park School", "Ann and Zoe", "Mr", "12"];
    let names = names.map(|name| watched(name, ""));
    let never = ["He", "the", "mother", "J", "Park", "School", "and", "Mr", "12"];
    assert_eq!(never_looked_for(&names), never);
    assert!(Guard::new(&names, None).looks_for_names());
    let only = [watched("He", ""), watched("the mother", "")];
    assert_eq!(never_looked_for(&only), ["He", "the", "mother"]);
    assert!(!Guard::new(&only, None).looks_for_names());
    // What one entry leaves out, another may ask for.
    assert_eq!(
        never_looked_for(&[watched("Elm Park School", ""), watched("Park", "")]),
        ["School"]
    );
}

#[test]
fn i02_a_name_is_found_in_what_is_named_after_it() {
    let guard = Guard::new(&[watched("Quill", "")], None);
    let text = "at Quill Primary School in Quill Road with Mrs Quill";
    let found: Vec<&str> = guard.find_names(text).iter().map(|one| one.quoted(text)).collect();
    assert_eq!(found, ["Quill"; 3]);
}

#[test]
fn i07_roles_are_left_alone() {
    for role in ROLES {
        let texts = [role.to_owned(), role.to_uppercase(), format!("{role} SW1 HV2 core group")];
        assert_nothing(&list(), &texts.each_ref().map(String::as_str));
    }
    assert_nothing(&list(), &["maternal grandmother", "partner", "SW", "HV", "core group"]);
}
