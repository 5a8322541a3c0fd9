//! Words of the page on which a round's baseline is named (RA-01 to RA-06).

use crate::panel::reaudit::{FEWEST, NotComparable};
use crate::text::{capitalised, counted, listed};

words! {
    BASELINE = "The baseline of this round";
    EXPLAINED = "The baseline is the earlier round that this one is measured against: what became of its areas for development, and how grades and answers stand since. “Compare rounds” begins with it.";
    NONE = "This round has no baseline. A round that is set up from the one before has that as its baseline.";
    ROUND = "Earlier round";
    WHY = "Why they may be compared";
    SCOPE = "Looked at again";
    ALL_AREAS = "All areas";
    RECORDED = "Recorded";
    COMPARES = "What compares with it";
    READING = "Reading the earlier round";
    NOT_HERE = "This browser does not keep that round, so what compares cannot be said here. Read its workbook file below.";
    SEE_COMPARISON = "See the comparison";
    HOW = "What is compared, and what is not";
    RA02 = "Only questions asked in the same words and answered in the same way are compared, or those that you say are the same, and only grades on the same scale. Everything else is named in the comparison, with the reason. Every number is told as so many of so many, for both rounds.";
    RA03 = "Last round’s areas for development are held against this round’s: those that improve, those that go on, and whether their actions are closed.";
    RA04 = "A theme that was an issue in one round after the other is named as recurring.";
    RA05 = "Where a recommendation asks for the work to be audited again, the day stands among the reminders of the action plan.";
    RA06 = "Each round looks at different children. Nothing says that the same children are better or worse off.";
    SET = "Name a baseline";
    SET_ANEW = "Name another baseline";
    WHICH = "Which earlier round?";
    WHICH_HINT = "Rounds kept in this browser, and those read from a file below.";
    SELECT = "Select the earlier round.";
    AREAS = "Which areas does this round look at again?";
    AREAS_HINT = "Leave all of them open where it looks at every area. It may have more cases than the earlier round.";
    REASON = "Why may the two be compared?";
    REASON_HINT = "For example: the same tool and the same kind of case, a year later.";
    SET_IT = "Record the baseline";
    IS_SET = "The baseline is recorded. “Compare rounds” begins with it.";
    REMOVE = "Take the baseline back";
    REMOVE_EXPLAINED = "The round is then measured against none until another is named. The log keeps both.";
    REMOVE_REASON = "Why is it taken back?";
    REMOVE_IT = "Take it back";
    IS_REMOVED = "This round has no baseline any more.";
    SET_UP_FROM = "This round was set up from it.";
    BEGINS_WITH = "Baseline of this round:";
    CHANGE = "See or change the baseline";
    NAME_ONE = "Name the baseline of this round";
    HELD = "Held to be the same";
    SAY_SAME = "Say what is the same in both rounds";
    SAME = "What is the same in both rounds";
    BACK_TO_BASELINE = "Back to the baseline";
    SAME_EXPLAINED = "A question that was asked in other words, or under another number, is compared only once you have said that it is the same. So is an area. What you say stands in the comparison and in the log, and you can take it back.";
    WHICH_SAME = "Which question of the earlier round is it?";
    WHICH_SAME_EXPLAINED = "These are the areas and questions of this round that are not the same by themselves. Choose one of the earlier round only where an answer to it would be the answer to this. What is left open is not compared.";
    WHICH_AREA = "Which area of the earlier round is it?";
    NO_AREA = "None: it is not compared";
    NO_PROMPT = "None: it is not compared";
    SAME_REASON = "Why are these the same, or no longer?";
    SAME_REASON_HINT = "For example: question 4.5 was split, and its first half is asked as it was.";
    RECORD_SAME = "Record what is the same";
    SAME_RECORDED = "It is recorded what is the same in both rounds.";
    NOTHING_TO_SAY = "Nothing is left to say: what this round looks at is the same in both rounds, or the earlier one has nothing like it.";
    UNDO_SAME = "Take all of it back";
    UNDO_SAME_EXPLAINED = "Only what is the same by itself is compared then. The baseline stays. To take back one of them, choose “None” above.";
    UNDO_SAME_REASON = "Why is it taken back?";
    UNDO_SAME_IT = "Take back what was said";
    SAME_UNDONE = "Taken back. Only what is the same by itself is compared.";
    READ_ITS_FILE = "This browser does not keep it. Read its workbook file to compare.";
}

/// After a round was set up from another, and this of its actions was carried.
pub fn went_on(carried: &str) -> String {
    [carried, " The round before is the baseline of this one."].concat()
}

/// RA-02: "Compared: 6 of 8 graded areas, and 40 of 52 questions with fixed answers." A tool may grade no area.
pub fn compared(areas: (usize, usize), prompts: (usize, usize)) -> String {
    let of = |(n, all): (usize, usize)| [n.to_string(), all.to_string()].join(" of ");
    let graded = match areas {
        (_, 0) => String::new(),
        areas => [&of(areas), " graded areas, and "].concat(),
    };
    ["Compared: ", &graded, &of(prompts), " questions with fixed answers."].concat()
}

/// RA-02: so many are not compared, and why.
pub fn not_compared(areas: usize, prompts: usize, why: &NotComparable) -> String {
    let what = capitalised(&some_of(areas, prompts));
    let why = match why {
        NotComparable::NotAsked => "not asked in both rounds",
        NotComparable::OtherWords => "asked in other words",
        NotComparable::OtherAnswers => "answered in another way",
        NotComparable::OtherScale => "graded on another scale",
        NotComparable::OutOfScope => "not looked at this time",
        NotComparable::Details => "asking for details that few children may share",
        NotComparable::OfEachAgency => "asked of each agency about its own part",
    };
    [&what, ": ", why, "."].concat()
}

/// "1 area and 2 questions", or that there is none.
pub fn held(areas: usize, prompts: usize) -> String {
    match areas + prompts {
        0 => "Nothing besides what is the same by itself".to_owned(),
        _ => capitalised(&some_of(areas, prompts)),
    }
}

fn some_of(areas: usize, prompts: usize) -> String {
    let some = |count, one, many| (count > 0).then(|| counted(count, one, many));
    let parts = [some(areas, "area", "areas"), some(prompts, "question", "questions")];
    listed(&parts.into_iter().flatten().collect::<Vec<String>>())
}

/// RA-02: why an area or a question is not the same by itself.
pub fn why_apart(why: &NotComparable) -> &'static str {
    match why {
        NotComparable::NotAsked => "Under this number the earlier round has nothing.",
        NotComparable::OtherWords => "The earlier round asked it in other words.",
        NotComparable::OtherAnswers => "The earlier round had other answers to it.",
        NotComparable::OtherScale => "The earlier round graded it on another scale.",
        NotComparable::OutOfScope => "This round does not look at it again.",
        NotComparable::Details => "It asks for details that few children may share.",
        NotComparable::OfEachAgency => "The earlier round asked each agency about its own part.",
    }
}

/// RA-02: how a question of the same number was asked.
pub fn asked_before(text: &str) -> String {
    ["Under this number the earlier round asked: “", text, "”"].concat()
}

/// RA-02: questions that can be compared with none.
pub fn nothing_like(ids: &[&str]) -> String {
    let which = if ids.len() == 1 { "Question " } else { "Questions " };
    [which, &listed(ids), ": the earlier round asks nothing that is answered in the same way."]
        .concat()
}

/// RA-02: from how many cases on a direction is told.
pub fn fewest() -> String {
    [
        "No direction is told where either round has fewer than ",
        &crate::text::in_words(FEWEST),
        " cases.",
    ]
    .concat()
}
