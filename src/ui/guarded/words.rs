//! Words under a text box that the identifier guard looks through.

words! {
    SHOULD_GO = "Write a role instead, or say below why it stays.";
    WRITE_INSTEAD = "Write instead:";
}

/// "“Mrs Example” looks like a person’s name."
pub fn is_found(quoted: &str, label: &str) -> String {
    ["“", quoted, "” looks like ", label, "."].concat()
}

/// What a screen reader hears when typing rests.
pub fn heard(number: usize) -> String {
    if number == 0 {
        return String::new();
    }
    let things = if number == 1 { " thing" } else { " things" };
    let counted = [number.to_string().as_str(), things].concat();
    ["Below this box: ", &counted, " that could tell who somebody is."].concat()
}

/// " instead of “Mrs Example”"
pub fn instead_of(quoted: &str) -> String {
    [" instead of “", quoted, "”"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_agrees_with_its_number() {
        assert_eq!(heard(0), "");
        assert_eq!(heard(1), "Below this box: 1 thing that could tell who somebody is.");
        assert_eq!(heard(2), "Below this box: 2 things that could tell who somebody is.");
    }
}
