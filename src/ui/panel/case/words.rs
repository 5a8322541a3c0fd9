//! Words of the pages about one case as a whole.

words! {
    STANDING = "whether it counts";
    TAKE_OUT = "Take this case out of the audit";
    PUT_ANOTHER = "Put another case in its place";
    PUT_BACK = "Count this case again";
    TAKEN_OUT = "This case has been taken out of the audit";
    TAKE_OUT_EXPLAINED = "It no longer counts: not in the number of cases, the grids, the counts or the findings across cases. Its returns stay in the round, its immediate concerns stay open, and the limitations of the report name it with the reason. You can count it again.";
    PUT_BACK_EXPLAINED = "Its returns, gradings and judgements count again as they are.";
    WHY_OUT = "Why is it taken out?";
    WHY_OUT_HINT = "The report’s limitations give this reason.";
    MORE_OUT = "More about it (optional)";
    MORE_OUT_HINT = "The report gives these words too: nothing that could tell who the child or the family is.";
    WHY_BACK = "Why does it count again?";
    SELECT_WHY = "Select why the case is taken out";
    SAY_WHY = "Say more about it: “another reason” alone explains nothing";
    NOW_OUT = "The case has been taken out of the audit.";
    NOW_BACK = "The case counts again.";

    PAPERS = "Everything held about this case";
    PAPERS_EXPLAINED = "For a parent or a child who asks what was written about them, and for whoever decides what they may have. All of it is here, whatever became of it: nothing has been taken out that is about other people, or that an agency asked not to disclose. Ask each agency before you give out what it wrote.";
    PRINT = "Print";
    SAVE_TEXT = "Save as text";
    PAPERS_FILE = "case-papers";
}

/// Reasons to take a case out (V-09, edge case 13), as the report gives them.
pub const REASONS: [(&str, &str); 6] = [
    ("theme", "It does not belong to the theme"),
    ("moved", "The family has moved away"),
    ("court", "A court order or a criminal trial"),
    ("complaint", "A complaint is being looked into"),
    ("review", "A serious incident is being reviewed"),
    ("other", "Another reason"),
];
