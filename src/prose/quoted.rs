//! Words that a text quotes from the screen.

/// What stands between “ and ”: the names of buttons, links and headings, as a text quotes them.
///
/// Tests hold them against the words of the program, so that no help names a button that is
/// called something else by now.
pub fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(words, _)| words)
}
