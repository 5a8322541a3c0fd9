//! Words of copying text from another case.

use crate::text::numbered;

words! {
    COPY_TEXTS = "Copy text from another case";
    COPY_EXPLAINED = "These texts stand in the same place in your returns for other children of this audit, on this device. Tick only what is just as true of this child. What you copy is added below what you have written: nothing is replaced.";
    COPY_NEVER = "Answers, grades, dates and whatever is about one child alone, such as whether the child was seen and what they said, cannot be copied. If the same words stay in both returns, you are asked why before you sign.";
    LOOKING_BESIDE = "Looking at your other cases";
    COPY_TICKED = "Copy the ticked texts";
    COPY_NOTHING = "Go back and copy nothing";
    TICK_A_TEXT = "Tick at least one text to copy.";
    NOTHING_TO_COPY = "There is nothing to copy for this area. Either your other cases have no text here, or the same text is in this return already.";
    BACK_TO_AREA = "Back to the area";
    UNDO_COPYING = "Undo copying";
    COPYING_SECOND_COPY = " (second copy)";
    ALREADY_WRITTEN = "You have written something here already. The copied text is added below it.";
    SHOWN_BY = "What shows it:";
}

/// "From Case 3".
pub fn copy_from(case: &str, second_copy: bool) -> String {
    ["From ", case, if second_copy { COPYING_SECOND_COPY } else { "" }].concat()
}

/// The text itself, with what shows it, and that it joins something.
pub fn to_copy(text: &str, evidence: &str, joins: bool) -> String {
    let mut parts = vec![text.to_owned()];
    if !evidence.is_empty() {
        parts.push([SHOWN_BY, " ", evidence].concat());
    }
    if joins {
        parts.push(ALREADY_WRITTEN.to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// "2 texts copied from Case 3. Check that each is true of this child."
pub fn texts_copied(count: usize, from: &str) -> String {
    let each = if count == 1 { "it" } else { "each" };
    let what = numbered(count, "text", "texts");
    [&what, " copied from ", from, ". Check that ", each, " is true of this child."].concat()
}

/// What undoing did.
pub fn copying_undone(kept: usize) -> String {
    let gone = "The copied text has been taken out again.";
    match kept {
        0 => gone.to_owned(),
        1 => [gone, " 1 text that you have changed since stays."].concat(),
        _ => [gone, " ", &kept.to_string(), " texts that you have changed since stay."].concat(),
    }
}

/// Under a text that reads as it was copied.
pub fn copied_mark(from: &str) -> String {
    ["Copied from ", from, "; check that it is true of this child."].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ec01_what_was_copied_is_told_with_its_number() {
        assert_eq!(
            texts_copied(1, "Case 3"),
            "1 text copied from Case 3. Check that it is true of this child."
        );
        assert_eq!(
            texts_copied(2, "Case 3"),
            "2 texts copied from Case 3. Check that each is true of this child."
        );
        assert_eq!(
            copying_undone(1),
            "The copied text has been taken out again. 1 text that you have changed since stays."
        );
        assert_eq!(to_copy("Seen.", "Notes.", false), "Seen. · What shows it: Notes.");
    }
}
