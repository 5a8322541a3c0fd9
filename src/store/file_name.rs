//! Names of files that people save.

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

#[cfg(test)]
mod tests {
    use super::*;

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
