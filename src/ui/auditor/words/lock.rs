//! Words on the passphrase of this device: setting it, locking, opening again.

use crate::text::numbered;

words! {
    LOCK_NOW = "Lock now";
    LOCKED = "Your returns on this device are locked";
    LOCKED_EXPLAINED = "Enter the passphrase to go on where you stopped. Everything that you typed was saved before the page was locked.";
    LOCKED_ELSEWHERE = "The passphrase is being changed in another tab";
    LOCKED_ELSEWHERE_EXPLAINED = "This tab saved its work and waits until the other tab is ready.";
    LOOK_AGAIN = "Go on here";
    LOCK_UNREADABLE = "Your returns on this device cannot be opened";
    LOCK_UNREADABLE_EXPLAINED = "They are encrypted, and what this browser keeps of the passphrase is damaged or newer than this program. Nothing has been deleted.";
    PASSPHRASE = "Passphrase";
    UNLOCK = "Unlock";
    UNLOCKING = "Opening your returns";
    ENTER_PASSPHRASE = "Enter the passphrase";
    WRONG_PASSPHRASE = "This is not the passphrase. Check capital letters and spaces, and try again: nothing has been changed.";
    FORGOTTEN = "If you have forgotten the passphrase";
    FORGOTTEN_NOBODY = "Nobody can find it out or open your returns without it: neither your IT team nor the makers of this program.";
    FORGOTTEN_COPY = "If you saved a copy of a return to a file, you can go on from there: open the file in another browser, or delete everything on this device and then open it here. What you wrote after that copy is lost.";
    FORGOTTEN_NO_COPY = "If there is no copy, the return has to be written again. Tell your coordinator. You can still delete everything on this device.";

    OFFER_LINK = "Do other people use this computer? Lock your returns with a passphrase";
    OFFER_NO = "Do not ask again";
    PASSPHRASE_LINK = "Lock your returns on this device with a passphrase";
    PASSPHRASE_MANAGE = "Change or remove the passphrase of this device";

    SET_PASSPHRASE = "Lock your returns with a passphrase";
    SET_LEAD = "For a computer or a browser that other people use too.";
    SET_WARNING = "If you forget the passphrase, nobody can open your returns on this device.";
    SET_WAY_OUT = "A copy saved to a file opens without it. Save copies where only you can get at them: they are the way out if you forget.";
    NEW_PASSPHRASE = "New passphrase";
    NEW_PASSPHRASE_HINT = "At least 12 characters. Three or four words that have nothing to do with each other are easy to remember and hard to guess. If this browser offers to save it, refuse: it would open your returns to everybody who uses this browser.";
    AGAIN = "The new passphrase again";
    ENTER_AGAIN = "Enter the new passphrase a second time";
    PASSPHRASES_DIFFER = "The two passphrases are not the same. Enter the same one twice";
    LOCK_AFTER = "Lock when nobody has used the page for";
    SET_NOW = "Set the passphrase";
    SETTING = "Encrypting your returns";
    IS_SET_EXPLAINED = "From now on this page asks for it when it is opened, and when nobody has used it for a while. “Lock now”, at the top of every page, locks it at once.";
    MANAGE = "The passphrase of this device";
    CHANGE_TITLE = "Change the passphrase";
    PRESENT_PASSPHRASE = "Present passphrase";
    CHANGE_NOW = "Change the passphrase";
    CHANGED = "The passphrase was changed.";
    REMOVE_TITLE = "Remove the passphrase";
    REMOVE_EXPLAINED = "Your returns are then kept as they were before you set it: everybody who uses this browser can open them.";
    REMOVE_NOW = "Remove the passphrase";
    REMOVED = "The passphrase was removed. Everybody who uses this browser can open your returns on this device.";
    NEVER_REMOVED = "This page keeps nothing on this device without a passphrase, because others may be able to read what is kept. So it can be changed and not removed. When you are done, you can delete everything:";
    IDLE_CHANGED = "The time was changed.";
    IDLE_SAVE = "Save the time";
    NO_PASSPHRASE_ANY_MORE = "Another tab has removed the passphrase. Reload this page.";
    NOTHING_TO_LOCK = "This browser keeps nothing on this device, so there is nothing to lock. Files that you save are not locked.";

    CLOSED_COPY = "Save a copy that opens with a passphrase";
    CLOSED_COPY_LEAD = "For a memory stick, a shared folder or any other place where somebody else might find the file.";
    CLOSED_COPY_OPENS = "To go on from it, choose the file on the start page of this program, in any browser, and enter the passphrase.";
    CLOSED_COPY_WARNING = "If you forget the passphrase, nobody can open this copy. What is kept in this browser does not change.";
    CLOSED_COPY_HINT = "At least 12 characters. Three or four words that have nothing to do with each other are easy to remember and hard to guess.";
    CLOSED_COPY_NOW = "Save the copy";
    CLOSING_COPY = "Encrypting the copy";
    COPY_LOCKED = "This copy is locked";
    COPY_LOCKED_EXPLAINED = "It opens with the passphrase that was chosen for it, or that was set in the browser in which it was saved.";
    OPEN_COPY = "Open the copy";
    NO_LOCKED_COPY = "Choose the file again on the start page.";
}

/// The points on the page on which a passphrase is set; whether nothing is kept without one.
pub fn set_points(never_open: bool) -> [&'static str; 4] {
    if never_open { SET_POINTS_OF_FILE } else { SET_POINTS }
}

const SET_POINTS_OF_FILE: [&str; 4] = [
    "Your returns, your invitations, your lists of names, your own name and the keys with which you sign are encrypted in this browser.",
    "The page asks for the passphrase when it is opened, and when nobody has used it for a while. Everything is saved before it locks.",
    "Files that you download are not encrypted by it.",
    "Returns that you began in this window are kept from then on. Without a passphrase they go when you close it.",
];

const SET_POINTS: [&str; 4] = [
    "Your returns, your invitations, your lists of names and your own name are encrypted in this browser.",
    "The page asks for the passphrase when it is opened, and when nobody has used it for a while. Everything is saved before it locks.",
    "Files that you download are not encrypted by it. Nor are the keys with which this browser signs, nor rounds of the panel’s program.",
    "What was saved here before may stay on the disk for some time, until the browser writes over it. So set the passphrase before you begin.",
];

/// Where a copy closed with a passphrase is.
pub fn closed_copy_as(name: &str) -> String {
    ["The copy is in your downloads folder: ", name, ". It opens with this passphrase only."]
        .concat()
}

/// Minutes to choose from.
pub const IDLE_MINUTES: [u32; 5] = [5, 15, 30, 60, 240];

/// "15 minutes", "4 hours".
pub fn minutes(number: u32) -> String {
    match (number / 60, number % 60) {
        (hours, 0) if hours > 0 => numbered(hours as usize, "hour", "hours"),
        _ => numbered(number as usize, "minute", "minutes"),
    }
}

/// Why a page is still open that was to be locked.
pub fn not_locked(why: &str) -> String {
    [
        "This page was not locked, because your last words could not be saved. ",
        why,
        " Save a copy to a file, or stay at the computer.",
    ]
    .concat()
}

/// Something lies in the open beside what is encrypted.
pub fn not_all_closed(why: &str) -> String {
    ["Not everything on this device could be encrypted. ", why].concat()
}

/// What is deleted while nobody can read it: "3 returns, locked with the passphrase".
pub fn wipe_locked(returns: u32) -> String {
    [&numbered(returns as usize, "return", "returns"), ", locked with the passphrase"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_minutes_and_whole_hours() {
        let told = IDLE_MINUTES.map(minutes);
        assert_eq!(told, ["5 minutes", "15 minutes", "30 minutes", "1 hour", "4 hours"]);
        assert_eq!((minutes(1), minutes(90)), ("1 minute".to_owned(), "90 minutes".to_owned()));
    }

    #[test]
    fn what_is_deleted_unread_is_counted() {
        assert_eq!(wipe_locked(1), "1 return, locked with the passphrase");
        assert_eq!(wipe_locked(3), "3 returns, locked with the passphrase");
    }
}
