//! Words on where work is kept, what became of it, and what to do.

use super::NEVER;
use crate::text::numbered;

words! {
    ONLY_HERE_YET = "Your answers are in this window only. Set a passphrase under “Your returns”, or save a copy to a file before you close it.";
    ONLY_HERE = "This browser keeps nothing on this device. Your answers are in this window only: save a copy to a file before you close it.";

    READING = "This return is open in another tab";
    BACK_TO_RETURNS = "Back to your returns";
    BACK_TO_RETURN = "Back to the return";
    READING_LOST = "You went on with this return in another tab";
    READING_EXPLAINED = "Another tab or window of this browser has it. You can read it here as it was last saved. To change it, go on in the other tab, or take it over: the other tab saves its work first, and then only reads.";
    READING_LOST_EXPLAINED = "This tab saved its work and now only reads the return, as it was last saved. Nothing that you typed here is lost.";
    TAKE_OVER = "Take over here";
    READ_AGAIN = "Read it again";

    PARTED = "There are now two copies of this return";
    PARTED_EXPLAINED = "Another window saved changes to this return while it was open here. Nothing was overwritten. What you wrote in this window is kept as a second copy.";
    PARTED_ADVICE = "Compare the two, bring what you need into one of them, and delete the other. Sign only one.";
    PARTED_OTHER = "Open the copy from the other window";
    PARTED_THIS = "Open the copy from this window";
    PARTED_UNKEPT = "There are two copies of this return, and one is not kept";
    PARTED_UNKEPT_EXPLAINED = "Another window saved changes to this return while it was open here. What you wrote in this window could not be kept in this browser. Save it to a file before you close this window.";
    SAVE_THIS_COPY = "Save a copy of what I wrote here";
    OTHER_UNSAVED = "Another return is not saved";
    OPENS_ONCE_SAVED = "They could be lost if this return were opened now. It opens by itself as soon as they are saved.";
    SAVE_UNSAVED_COPY = "Save a copy of the other return";
    BACK_TO_UNSAVED = "Go back to the return that is not saved";
    GIVE_UP_UNSAVED = "Open this return all the same";
    OTHER_UNSAVED_FIRST = "Another return that you opened here is not saved. Go back to it and save it, or a copy of it, then press the button again.";
    SECOND_COPY = " (second copy)";
    SECOND_COPY_EXPLAINED = "This is a second copy: another copy of this return is, or was, on this device too. Compare the two, bring what you need into one of them, and delete the other. If one of them is signed already, go on with that one. Sign only one.";

    DELETED_UNTIL = "Deleted for good on";
    LOST = "Returns that this browser has deleted";
    LOST_EXPLAINED = "They were kept in this browser and are no longer there. Browsers delete what they keep when the history is cleared, when the disk is full, or after some days without a visit. If you saved a copy to a file, open it on the start page. If not, tell your coordinator.";
    LOST_SEEN = "Remove from this list";
    NEWER_TITLE = "Returns saved by a newer version of this program";
    NEWER_EXPLAINED = "This page is an older version, so it leaves them as they are. Reload the page to get the newer version.";
    ASIDE_TITLE = "What could not be read";
    ASIDE_EXPLAINED = "Something kept in this browser was damaged. It is set aside as it was found, and nothing was written over it. Download it and send it to your coordinator by your secure route: part of the text can often be recovered.";
    ASIDE_ITEM = "Found";
    DOWNLOAD = "Download";
    PRIVATE_WINDOW = "This seems to be a private window. When you close it, the browser deletes everything that you wrote here. Save a copy to a file before you close it, or open this page in an ordinary window.";
    KEEP_TITLE = "Will this browser keep them?";
    KEEP_UNASKED = "Browsers may delete what they keep when the disk is full or after some days without a visit. You can ask this browser not to.";
    KEEP_ASK = "Ask this browser to keep my returns";
    KEEP_PROMISED = "This browser has promised to keep your returns until you delete them. Clearing the history still deletes them.";
    KEEP_REFUSED = "This browser makes no promise to keep your returns. It may delete them when the disk is full, or, in Safari, after seven days in which you did not open this page. Save copies to a file.";

    WIPE_LINK = "Delete everything on this device";
    WIPE = "Delete everything on this device";
    WIPE_EXPLAINED = "For a computer that others use, or when the audit is over. All of this is deleted from this browser, for good, and cannot be brought back:";
    WIPE_KEYS = "the keys with which this browser signs: a correction signed later comes from a new key, and your coordinator will ask you about it";
    WIPE_SETTINGS = "your name and role as remembered here";
    WIPE_FILES_STAY = "Files that you downloaded stay where they are.";
    WIPE_TYPE = "To go on, type the word delete";
    WIPE_WRONG = "Type delete to delete everything, or go back";
    WIPE_NOW = "Delete everything";
    WIPE_BACK = "Keep everything";
    WIPED = "Everything was deleted";
    WIPED_EXPLAINED = "This browser keeps nothing of this program any more.";
    MOVE_STATE = "Begun with an earlier invitation";
    MOVE = "Move to the new questions";
    MOVE_TITLE = "Move your return to the new questions";
    MOVE_EXPLAINED = "Your coordinator has sent a new invitation for this case. Your return still answers the questions with which you began it. Moving it is your choice: your answers go to the same questions in the new invitation.";
    MOVE_NOTHING_FALLS = "Every answer has its place in the new questions. Nothing is left out.";
    MOVE_FALLS = "What has no place in the new questions";
    MOVE_FALLS_EXPLAINED = "It is kept with your return, where you can read and copy it. It is not part of what you sign.";
    MOVE_MARKED = "You had marked some of it as texts that practitioners must not read. Each says so below. If you use one of them in another answer, mark that answer too, on the page “Check your answers”: the mark does not go with it.";
    MOVE_BEFORE = "Your return as it is now waits among your deleted returns for 30 days, in case you want it back.";
    MOVE_NOW = "Move my return";
    MOVE_NOT_NOW = "Go on with the earlier questions";
    LEFT_OVER = "Answers to earlier questions";
    LEFT_OVER_EXPLAINED = "These did not fit when your return moved to new questions. They are kept here and are not part of what you sign.";
}

/// What is wrong with the browser's storage, and what that means.
pub fn only_in_window(why: &str) -> String {
    [why, " You can still complete a return: save a copy to a file before you close this window, and open the file again the next time."].concat()
}

/// Why nothing was deleted.
pub fn not_wiped(why: &str) -> String {
    ["Nothing on this device was deleted. ", why].concat()
}

/// Which return has words that are not saved.
pub fn not_saved_of(title: &str) -> String {
    ["“", title, "” has words that are not saved."].concat()
}

/// Why a return stays closed while what else was written to it cannot be kept, and what that means.
pub fn rest_not_kept(why: &str) -> String {
    [why, " There are words for this return from another window, or from before, that are to be kept beside it first. They stay where they are while the return is closed. Once this browser can keep things again, open the return again."].concat()
}

/// "You have worked for 20 minutes or more without a file copy."
pub fn copy_due(at: Option<String>) -> String {
    let last = at.as_deref().unwrap_or(NEVER);
    [
        "You have worked for 20 minutes or more without saving a copy to a file (last copy: ",
        last,
        ").",
    ]
    .concat()
}

/// "3 answers move to the new questions."
pub fn moves(number: usize) -> String {
    let verb = if number == 1 { " moves" } else { " move" };
    [&numbered(number, "answer", "answers"), verb, " to the new questions."].concat()
}

/// "3 returns that are not signed", and so on: one line for each kind of thing that goes.
pub fn wipe_lines(
    drafts: usize,
    signed: usize,
    deleted: usize,
    aside: usize,
    rounds: u32,
) -> Vec<String> {
    let rows = [
        (drafts, "return that is not signed", "returns that are not signed"),
        (signed, "signed return", "signed returns"),
        (
            deleted,
            "deleted return that can still be taken back",
            "deleted returns that can still be taken back",
        ),
        (aside, "thing that could not be read", "things that could not be read"),
        (rounds as usize, "round of the panel’s program", "rounds of the panel’s program"),
    ];
    let some = rows.into_iter().filter(|(number, ..)| *number > 0);
    some.map(|(number, one, many)| numbered(number, one, many)).collect()
}

/// "2 returns"
pub fn newer_count(number: usize) -> String {
    numbered(number, "return", "returns")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_is_counted_and_what_is_not_there_is_not_named() {
        let lines = ["1 return that is not signed", "2 rounds of the panel’s program"];
        assert_eq!(wipe_lines(1, 0, 0, 0, 2), lines);
    }

    #[test]
    fn numbers_agree_with_their_verbs() {
        assert_eq!(moves(1), "1 answer moves to the new questions.");
        assert_eq!(moves(12), "12 answers move to the new questions.");
    }
}
