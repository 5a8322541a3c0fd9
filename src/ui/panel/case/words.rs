//! Words of the pages about one case as a whole.

words! {
    STANDING = "whether it counts";
    LOOK_AGAIN = "Look at it again in a meeting";
    TAKE_OUT = "Take this case out of the audit";
    PUT_ANOTHER = "Put another case in its place";
    PUT_BACK = "Count this case again";
    TAKEN_OUT = "This case has been taken out of the audit";
    TAKE_OUT_EXPLAINED = "Once it is taken out it no longer counts: not in the number of cases, the grids, the counts or the findings across cases. Its returns stay in the round, its immediate concerns stay open, and the limitations of the report name it with the reason. You can count it again.";
    PUT_BACK_EXPLAINED = "Its returns, gradings and judgements count again as they are.";
    WHY_OUT = "Why is it taken out?";
    WHY_OUT_HINT = "The report’s limitations give this reason.";
    MORE_OUT = "More about it (optional)";
    MORE_OUT_HINT = "The report gives these words too: nothing that could tell who the child or the family is.";
    WHY_BACK = "Why does it count again?";
    WHAT_INSTEAD = "What takes its place?";
    WHAT_INSTEAD_HINT = "Auditors need new invitations for a case that takes its place.";
    NOTHING_INSTEAD = "Nothing";
    NEXT_DRAWN = "The next of the last draw";
    NEXT_DRAWN_HINT = "Of those left, the lowest ticket of the same seed.";
    THIS_NUMBER = "A case that you choose";
    WHICH_NUMBER = "Its number in your list";
    WHY_ANOTHER = "Why is another case put in its place?";
    WHY_ANOTHER_HINT = "The decision log keeps this reason.";
    SELECT_INSTEAD = "Select what takes its place";
    ENTER_NUMBER = "Enter a number of your list";
    STANDS_IN = "In its place stands";
    NOW_OUT = "The case has been taken out of the audit.";
    NOW_BACK = "The case counts again.";

    PAPERS = "Everything held about this case";
    PAPERS_EXPLAINED = "For a parent or a child who asks what was written about them, and for whoever decides what they may have. All of it is here, whatever became of it: nothing has been taken out that is about other people, or that an agency asked not to disclose. Ask each agency before you give out what it wrote.";
    PRINT = "Print";
    SAVE_TEXT = "Save as text";
    PAPERS_FILE = "case-papers";
}

/// "The case has been taken out of the audit, and number 7 takes its place. Issue the invitations again."
pub fn replaced(number: u32) -> String {
    [
        "The case has been taken out of the audit, and number ",
        &number.to_string(),
        " takes its place. Issue the invitations again.",
    ]
    .concat()
}
