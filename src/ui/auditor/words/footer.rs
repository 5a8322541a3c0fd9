//! The words of the footer, and the texts that it leads to.

words! {
    NAV_START = "Start";
    NAV_DRAFTS = "Your returns";
    HELP = "Help";
    HELP_HERE = "Help with this page";
    PRIVACY = "What is kept where";
    ACCESSIBILITY = "Accessibility";
}

/// How to use the program, for somebody who never saw it.
pub const HELP_TEXT: &str = include_str!("help.md");
/// What is kept where, and who sees it.
pub const PRIVACY_TEXT: &str = include_str!("privacy.md");
/// Accessibility statement.
pub const ACCESSIBILITY_TEXT: &str = include_str!("accessibility.md");

/// "Audit tool: Case file audit, version 2".
pub fn tool_line(title: &str, version: u32) -> String {
    ["Audit tool: ", title, ", version ", &version.to_string()].concat()
}
