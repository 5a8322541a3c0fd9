//! I-09: what is small is not told, and nothing told within one table gives it away.

use super::*;

#[test]
fn i09_no_small_number_is_told_and_none_can_be_worked_out() {
    let files = dataset(&workbook()).unwrap();
    let answers = table(&files, "answers.csv");
    let mut by_prompt: BTreeMap<&str, Vec<Option<usize>>> = BTreeMap::new();
    for row in &answers {
        let cases = row["cases"].parse::<usize>().ok();
        assert_eq!(cases.is_none().to_string(), row["suppressed"]);
        assert!(cases.is_none_or(|cases| cases == 0 || cases >= 5), "{row:?}");
        by_prompt.entry(&row["prompt"]).or_default().push(cases);
    }
    // One child alone was not seen: that number is hidden, and the six with it.
    let alone = &by_prompt["alone"];
    assert_eq!(alone.iter().filter(|cases| cases.is_none()).count(), 2);
    for (prompt, cases) in by_prompt {
        assert_ne!(cases.iter().filter(|one| one.is_none()).count(), 1, "{prompt}");
    }
}

#[test]
fn i09_the_package_says_below_which_number_it_suppresses() {
    let below = |stated: u32| {
        let files = dataset(&suppressing_below(stated)).unwrap();
        package(&files)["suppressed_below"].as_u64().unwrap()
    };
    // Of two, the total alone tells which are one: it is kept to as three.
    assert_eq!([0, 1, 2, 5].map(below), [0, 0, 3, 5]);
}
