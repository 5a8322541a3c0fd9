//! Words on what could tell who somebody is, and on the names to watch for.

use crate::text::numbered;

words! {
    MUST_GO = "Take it out before you sign.";
    KEEP_IT = "Keep it and say why";
    KEEP_REASON = "Why it has to stay";
    KEEP_HINT = "Use at least 3 words, without the name or number itself. Your reason goes into the return.";
    MORE_FOUND = "More was found since you gave a reason. Say again why it stays.";

    NAMES = "Names to watch for on this device";
    NAMES_TASK = "Names to watch for (optional)";
    NAMES_LEAD = "Enter the names of the child, the family and the people who worked with them. When one of them stands in what you write, you are told at once and can replace it by a role with one click.";
    NAMES_WHERE = "The list stays in this browser, with this return. It is not in the return that you sign, not in a concern notice, and not in a copy saved to a file: if you go on from a copy, enter the names again. Deleting the return deletes the list.";
    NAMES_LIST = "Your list";
    NAME_ONE = "Name";
    ADD_NAME = "Add a name";
    ADD_ANOTHER_NAME = "Add another name";
    NAME_LABEL = "First name, surname or both";
    NAME_HINT = "Each word is looked for. A school or a practice can be entered too.";
    ROLE_LABEL = "What to write instead";
    NO_ROLE = "Decide each time";
    NO_NAMES = "None yet";
}

/// Above the box of a warning that has grown since a reason was given for it.
pub fn reason_outgrown(before: &str) -> String {
    [
        "There is more to this than when you gave a reason. Say why it stands so now. You wrote: “",
        before,
        "”.",
    ]
    .concat()
}

/// "3 names"
pub fn names_listed(number: usize) -> String {
    match number {
        0 => NO_NAMES.to_owned(),
        _ => numbered(number, "name", "names"),
    }
}

/// Words of the list by which nothing is looked for (I-02); `None` where there are none.
pub fn never_looked_for(words: &[String]) -> Option<String> {
    let told = || {
        [
            "Not looked for by themselves, because they are too short or stand in every record: “",
            &words.join("”, “"),
            "”. Look for them yourself in what you write.",
        ]
        .concat()
    };
    (!words.is_empty()).then(told)
}

#[cfg(test)]
mod tests {
    use super::never_looked_for;
    use crate::guard::WatchedName;

    #[test]
    fn i02_the_page_of_names_tells_which_words_are_never_looked_for() {
        let told = |name: &str| {
            let watched = WatchedName { name: name.into(), role: String::new() };
            never_looked_for(&crate::guard::never_looked_for(&[watched]))
        };
        assert_eq!(told("Quillfeather"), None);
        let said = told("Quillfeather the").unwrap();
        assert!(said.contains("“the”") && !said.contains("Quillfeather"), "{said}");
    }
}
