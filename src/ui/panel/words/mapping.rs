//! Words of the mappings of other tools.

words! {
    MAPPING = "Returns on another audit tool";
    MAPPING_OF = "Another tool:";
    BACK_TO_MAPPING = "Back to the other tools";
    MAPPING_EXPLAINED = "These returns were made with another tool than this round’s, or with another version of it. They count only once you have said which of their questions are which of yours. What has no place is compared with nothing, and the limitations say so.";
    NONE = "Every return here answers the round’s own tool.";
    TOOL = "Tool";
    FILES = "Returns";
    STANDING = "How they stand";
    MAPPED = "Read by a mapping";
    NOT_MAPPED = "Kept apart";
    WHY = "Why";
    TOOL_NOT_HERE = "Not known to this program";
    OTHER_SCALE = "It grades on another scale. Its grades are shown by their own names and compared with nothing, until the panel grades the work anew at its meeting.";
    CHOOSE_TOOL = "Where is the tool?";
    CHOOSE_TOOL_EXPLAINED = "A return names its tool and does not hold it, and this program does not ship that one. Every invitation that was made with it holds it whole: ask whoever sent the return for their invitation’s file.";
    INVITATION_FILE = "An invitation that was made with that tool";
    WHICH_IS_WHICH = "Which question is which?";
    WHICH_IS_WHICH_EXPLAINED = "What is the same to the letter is ticked. Of everything else you decide. A question counts as one of yours only where an answer to it would be the answer to yours.";
    WHICH_AREA = "Which of your areas is it?";
    NO_AREA = "None of ours: compared with nothing";
    SAME = "The same in both, to the letter";
    SAME_HINT = "Untick what is not to be compared.";
    THEIR_QUESTION = "Their question";
    NO_PROMPT = "None of ours: compared with nothing";
    REASON = "Why may these returns be read so?";
    REASON_HINT = "For example, only the wording of one question was mended between the two versions.";
    RECORD = "Read these returns by this";
    UNDO = "Take this mapping back";
    UNDO_EXPLAINED = "The returns are kept apart again, and judgements that rest on them are open again.";
    UNDONE = "Taken back. The returns are kept apart again.";
    LEFT_OUT_TITLE = "What has no place here";
    LEFT_OUT = "Their question or area";
    IN_RETURNS = "Returns that say something there";
}

/// How many files changed.
pub fn mapped_now(files: usize) -> String {
    match files {
        0 => "Recorded.".to_owned(),
        1 => "Recorded. How 1 file stands has changed.".to_owned(),
        some => ["Recorded. How ", &some.to_string(), " files stand has changed."].concat(),
    }
}
