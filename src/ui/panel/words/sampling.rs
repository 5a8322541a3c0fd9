//! Words of the pages on which the cases of a round are chosen.

words! {
    SAMPLING = "Choose the cases";
    SAMPLING_EXPLAINED = "Number the cases that could be chosen in a list of your own, which stays outside this program. Here stand only those numbers and a few broad groups, never anything that tells who a child is.";
    HOW_CHOSEN = "How the cases were chosen, and how to take one out or replace it";
    BACK_TO_SAMPLING = "Back to choosing the cases";
    FRAME = "Cases to choose from";
    NO_FRAME = "No case is listed yet. Paste cases from a spreadsheet, or add them one by one.";
    ATTRIBUTES = "Choose what to look at";
    LOOKED_AT = "Looked at:";
    NO_ATTRIBUTES = "You have not chosen yet what to look at, such as age or ethnic group.";
    PASTE = "Paste cases from a spreadsheet";
    ADD_THESE = "Add these cases";
    ADD_ONE = "Add one case";
    NUMBER = "Number";
    LAST_AUDITED = "Last audited";
    STANDING = "Standing";
    CHOOSE = "Choose";
    TAKE_BACK = "Take back";
    CHANGE = "Change";
    CHOSEN = "Chosen";
    EXCLUDED = "Excluded:";
    FAMILY = "family";

    DRAW = "Draw at random";
    DRAW_EXPLAINED = "A draw adds to what is chosen below. Its record holds all that it takes for anybody to do it again.";
    HOW_MANY = "How many cases?";
    FAMILIES = "Brothers and sisters";
    AS_DRAWN = "Each child by itself";
    ONE_PER_FAMILY = "No two children of one family";
    WHOLE_FAMILY = "At least one family with all its children";
    SEED = "Seed (optional)";
    SEED_HINT = "Anything that nobody chose for its outcome, such as the numbers of a public lottery. Leave it empty and this browser makes one.";
    DRAW_NOW = "Draw";
    DRAWS = "Draws so far";

    SPREAD = "How the chosen cases spread";
    SPREAD_EXPLAINED = "A group is marked as a gap where none is chosen, and there are cases to choose from or the group is wanted.";
    GROUP = "Group";
    TO_CHOOSE_FROM = "To choose from";
    NOT_STATED = "Not stated";
    GAP = "Gap";
    THINK_ABOUT = "Think about this first";
    SETTLE = "Make these the round’s cases";
    SETTLE_EXPLAINED = "They become Case 1, Case 2 and so on, in the order of their numbers, for every auditor. This can be changed until the first invitation is issued.";
    ISSUED_ALREADY = "Invitations have been issued, so agencies know the cases. A case can be taken out, and another put in its place.";
    SETTLED = "These are the round’s cases now.";
    THE_ROUNDS_CASES = "The round’s cases";
    CASE_NUMBER = "Number in your list";
    REPLACE = "Take out or replace";
    WITHDRAWN_CASE = "Taken out";
    REPLACED_BY = "In its place:";

    LAST_AUDITED_QUESTION = "When was it last audited? (optional)";
    LAST_AUDITED_HINT = "For example, 9 2025";
    FAMILY_QUESTION = "Family (optional)";
    FAMILY_HINT = "Any number. Cases with the same number are brothers and sisters.";
    EXCLUDE_QUESTION = "Why can it not be chosen? (only if it cannot)";
    EXCLUDE_HINT = "A kind of reason, such as a criminal trial. It stays in the record of each draw.";
    SAVE_CANDIDATE = "Save the case";
    REMOVE_CANDIDATE = "Take it out of the list";
    CHOOSE_GROUP = "Not stated";
    ENTER_FAMILY = "Enter a whole number for the family, or leave it empty.";
    ENTER_MONTH = "Enter a real month and year, or leave both empty.";

    WHICH_ATTRIBUTES = "What is looked at?";
    WHICH_ATTRIBUTES_HINT = "What was stated of something that you take out goes with it.";
    OWN_ATTRIBUTE = "Something of your own (optional)";
    OWN_ATTRIBUTE_HINT = "For example, Locality";
    OWN_GROUPS = "Its groups, one a line";
    OWN_GROUPS_HINT = "Broad ones: never a group that one child alone is in, nor a school, practice or address.";
    WANTED = "Groups that the sample should have";
    WANTED_EXPLAINED = "Tick a group that the round must not miss, such as an age. It is named as a gap while no case of it is chosen, even where there is none to choose from. Save first where you have just ticked something else to look at.";
    SAVE_ATTRIBUTES = "Save what is looked at";

    METHOD_TEXT = "Every number holds a ticket: the SHA-256 of the seed, a colon and the number. The lowest tickets are drawn.";
    IN_THE_FRAME = "In the frame";
    LEFT_OUT = "Excluded";
    TAKEN = "Chosen before the draw";
    DRAWN = "Drawn";
    AGAIN = "Done again from this record";
    SAME = "The same numbers.";
    NOT_THE_SAME = "Other numbers: this record has been changed. Do not rely on it.";
    NONE = "None";
    TICKETS = "Tickets of those drawn";
    TICKET = "Ticket";
    CHECK_YOURSELF = "On most computers that are not Windows this command shows a ticket:";
    SAVE_DRAW = "Save the record of this draw";
    STANDS_IN = "Stands in for";
}

/// "Case 7 of your list".
pub fn candidate(number: u32) -> String {
    ["Case ", &number.to_string(), " of your list"].concat()
}

/// How a table is pasted, with the columns that there are.
pub fn paste_hint(attributes: &[String]) -> String {
    let in_order = match attributes.join(", ").as_str() {
        "" => String::new(),
        labels => {
            [" Without headings, one cell for each of these, in this order: ", labels, "."].concat()
        }
    };
    let mut all = attributes.to_vec();
    all.extend(["Family".to_owned(), "Last audited".to_owned()]);
    [
        "One case a line. With headings in the first line the columns may stand in any order, and some may be \
         missing: ",
        &all.join(", "),
        ".",
        &in_order,
        " A column of anything else is refused.",
    ]
    .concat()
}

/// "Added 12 cases."
pub fn added(count: usize) -> String {
    match count {
        1 => "Added one case.".to_owned(),
        count => ["Added ", &count.to_string(), " cases."].concat(),
    }
}

/// "Draw 2".
pub fn draw(number: usize) -> String {
    ["Draw ", &number.to_string()].concat()
}

/// "Drew these numbers: 5, 6, 1."
pub fn drew(numbers: &str) -> String {
    ["Drew these numbers: ", numbers, "."].concat()
}

/// "3 chosen".
pub fn chosen(count: usize) -> String {
    [&count.to_string(), " chosen"].concat()
}

/// "Gap: Gender, Male. Age, Unborn."
pub fn gaps(list: &str) -> String {
    ["Gaps: ", list, "."].concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn s03_how_a_table_is_pasted_names_an_order_only_where_there_are_columns_in_order() {
        let ages = super::paste_hint(&["Age".to_owned()]);
        assert!(ages.ends_with(
            "missing: Age, Family, Last audited. Without headings, one cell for each of these, in this order: \
             Age. A column of anything else is refused."
        ));
        let none = super::paste_hint(&[]);
        assert!(
            none.ends_with("missing: Family, Last audited. A column of anything else is refused.")
        );
    }
}
