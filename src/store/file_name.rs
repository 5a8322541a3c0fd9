//! Names of files that people save.

use crate::guard::{Guard, Kind};
use crate::round::Round;

/// Longest name, so that every system and every e-mail program takes it.
const LONGEST: usize = 80;

/// A file name of these parts, in small letters, digits and hyphens, with this extension.
///
/// A case reference and an agency make a name that sorts well and says nothing of a child.
pub fn file_name(parts: &[&str], extension: &str) -> String {
    let mut name = String::new();
    for word in parts.iter().flat_map(|part| part.split(|letter: char| !letter.is_alphanumeric())) {
        if !name.is_empty() && !word.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().filter(char::is_ascii).map(|letter| letter.to_ascii_lowercase()));
    }
    name.truncate(LONGEST);
    let name = name.trim_matches('-');
    [if name.is_empty() { "file" } else { name }, ".", extension].concat()
}

/// I-08: what files of a round are named after: its title, or its id where that may tell who somebody is. Names of
/// files are read where nobody opens them.
pub fn i08_named(round: &Round) -> &str {
    i08_titled(&round.title, round.id.as_str())
}

/// I-08: a title, or what stands for it in the name of a file where it may tell who somebody is.
pub fn i08_titled<'t>(title: &'t str, otherwise: &'t str) -> &'t str {
    if Guard::new(&[], None).find(title).is_empty() { title } else { otherwise }
}

/// I-08: the head of a sheet as part of the name of its file, or nothing. A day that stands there is of a meeting.
pub fn i08_headed(head: &str) -> &str {
    let found = Guard::new(&[], None).find(head);
    if found.iter().all(|one| one.kind == Kind::FullDate) { head } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i08_a_title_that_may_tell_who_somebody_is_names_no_file() {
        let rows = [
            ("Domestic abuse 2026", "Domestic abuse 2026"),
            ("Audit of 943 476 5919", "round-1"),
            ("The case of Mrs Quillfeather", "round-1"),
            ("Larkspur Primary School", "round-1"),
        ];
        for (title, want) in rows {
            assert_eq!(i08_titled(title, "round-1"), want, "{title}");
        }
        assert_eq!(i08_headed("Panel meeting of 3 May 2026"), "Panel meeting of 3 May 2026");
        assert_eq!(i08_headed("Invitation to audit: Mrs Quillfeather"), "");
    }

    #[test]
    fn a_name_is_safe_on_every_system() {
        let rows = [
            (vec!["Return", "Case 3", "Police"], "return-case-3-police.json"),
            (vec!["../../etc/passwd"], "etc-passwd.json"),
            (vec!["CON", "a:b*c?"], "con-a-b-c.json"),
            (vec!["Ynys Môn", "2"], "ynys-mn-2.json"),
            (vec!["", "--", "\u{202e}gpj.exe"], "gpj-exe.json"),
            (vec!["子"], "file.json"),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(parts, want)| (parts, file_name(parts, "json"), want))
            .filter(|(_, got, want)| got != *want)
            .map(|(parts, got, want)| format!("{parts:?}: {got}, not {want}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(file_name(&["x".repeat(500).as_str()], "json").len(), 85);
    }
}
