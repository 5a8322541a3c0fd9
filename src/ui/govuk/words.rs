//! Every word that the components say by themselves, in one place, so that a second language is data.

pub(super) const BACK: &str = "Back";
pub(super) const BREADCRUMB: &str = "Breadcrumb";
pub(super) const ERROR: &str = "Error";
pub(super) const THERE_IS_A_PROBLEM: &str = "There is a problem";
pub(super) const WARNING: &str = "Warning";
pub(super) const IMPORTANT: &str = "Important";
pub(super) const SUCCESS: &str = "Success";
pub(super) const MENU: &str = "Menu";
pub(super) const SERVICE_INFORMATION: &str = "Service information";
pub(super) const SUPPORT_LINKS: &str = "Support links";
pub(super) const SKIP_TO_CONTENT: &str = "Skip to main content";
pub(super) const PAGINATION: &str = "Pagination";
pub(super) const PREVIOUS: &str = "Previous";
pub(super) const NEXT: &str = "Next";
pub(super) const PAGE_SUFFIX: &str = " page";
pub(super) const PAGE_PREFIX: &str = "Page ";
pub(super) const DAY: &str = "Day";
pub(super) const MONTH: &str = "Month";
pub(super) const YEAR: &str = "Year";

pub(super) const SAVED: &str = "Saved on this device";
pub(super) const SAVING: &str = "Saving…";
pub(super) const NOT_SAVED: &str = "Not saved.";
pub(super) const IN_FILE: &str = "Kept in your file copy";
pub(super) const DOWNLOAD_A_COPY: &str = "Download a copy";
pub(super) const SAVE_A_COPY: &str = "Save a copy";

pub(super) const SHOW: &str = "Show";
pub(super) const HIDE: &str = "Hide";

pub(super) const REMOVE_YES: &str = "Yes, remove";
pub(super) const REMOVE_NO: &str = "No, keep";

/// L35: under a box whose text is not all that it seems.
pub(super) fn hidden_characters(count: usize) -> String {
    let count = crate::text::counted(count, "character", "characters");
    [
        "Nobody sees ",
        &count,
        " of this text, which came with a file. Type it anew to be sure of what it says.",
    ]
    .concat()
}

/// "Show password", or "Hide password" where it is shown.
pub(super) fn show(called: &str, shown: bool) -> String {
    [if shown { HIDE } else { SHOW }, " ", called].concat()
}

/// "Your password is visible".
pub(super) fn visible(called: &str, shown: bool) -> String {
    ["Your ", called, if shown { " is visible" } else { " is hidden" }].concat()
}

/// "You can enter up to 200 characters."
pub(super) fn count_limit(limit: usize, unit: &str) -> String {
    ["You can enter up to ", &limit.to_string(), " ", unit].concat()
}

/// "You have 3 words remaining", "You have 1 character too many".
pub(super) fn count_message(used: usize, limit: usize, unit: &str, units: &str) -> String {
    let over = used > limit;
    let number = used.abs_diff(limit);
    let unit = if number == 1 { unit } else { units };
    let end = if over { " too many" } else { " remaining" };
    ["You have ", &number.to_string(), " ", unit, end].concat()
}

/// "Saved on this device at 14:03".
pub(super) fn saved_at(time: &str) -> String {
    [SAVED, " at ", time].concat()
}

/// "Kept in your file copy of 14:03. This browser itself keeps nothing."
pub(super) fn in_file_at(time: &str) -> String {
    [IN_FILE, " of ", time, ". This browser itself keeps nothing."].concat()
}

/// "Strength 2".
pub(super) fn numbered(name: &str, number: usize) -> String {
    [name, " ", &number.to_string()].concat()
}

/// "Remove strength 2".
pub(super) fn remove(called: &str) -> String {
    ["Remove ", &lower_first(called)].concat()
}

/// "Remove strength 2 and what you wrote in it?"
pub(super) fn remove_question(called: &str) -> String {
    [&remove(called), " and what you wrote in it?"].concat()
}

fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removal_names_the_row() {
        assert_eq!(remove(&numbered("Strength", 2)), "Remove strength 2");
        assert_eq!(lower_first(""), "");
    }
}
