//! Words about the round's keys.

words! {
    KEYS = "Keys of the round";
    BACK_TO_KEYS = "Back to the keys";
    KEYS_EXPLAINED = "Two keys were made when the round was set up. One signs invitations, by which auditors know that they come from you. The other opens the returns that agencies send. Setting up has not ended before a copy of both has been saved and you have seen that it opens.";
    LOSING = "What it means to lose the only key";
    SIGNING_KEY = "Key that signs invitations";
    OPENING_KEY = "Key that opens returns";
    HERE = "In this browser";
    NOT_HERE = "Not in this browser";
    COPY_OF_KEYS = "Copy of the keys";
    NOT_SAVED = "Not saved";
    SAVED_NOT_PROVED = "Saved, not opened again yet";
    PROVED_ON = "Opened again ";
    ONLY_HERE = "The keys are in this browser and nowhere else. If this browser loses them, returns stay closed for good.";
    PROVE_FIRST = "Invitations can be downloaded once you have seen that a copy of the round’s keys opens.";
    PROVE_FIRST_IN_EARNEST = "In a real round nobody can be invited before you have seen that a copy of its keys opens.";
    STEP_SAVE = "Save a copy with a passphrase";
    STEP_SAVE_EXPLAINED = "The file holds the round as it is now, with both keys. Nobody can open it without the passphrase, and nobody can give you another one.";
    PASSPHRASE_HINT = "At least 12 characters, such as three or four words that have nothing to do with each other. Write it down and keep it apart from the file.";
    STEP_PROVE = "See that the copy opens";
    STEP_PROVE_EXPLAINED = "Enter the passphrase as you wrote it down, then choose the file from where you keep it. The program opens it as somebody would who has nothing else, and compares the keys.";
    PASSPHRASE_AGAIN = "Passphrase, once more";
    PASSPHRASE_AGAIN_HINT = "From your note, not from memory. Enter it before you choose the file.";
    FILE_SAVED = "The file that you saved";
    PROVED = "The copy opens, and holds both keys of this round. Keep the file and the passphrase apart.";

    WHO_OPENS = "Who can open the returns that agencies send";
    ROLE = "Role";
    SET_IT_UP = " (set the round up)";
    FINGERPRINT_OF_KEY = "Fingerprint of their key";
    DEPUTIES_EXPLAINED = "Each of these opens returns with a key of their own. A deputy opens what answers invitations downloaded after they were added, so download the invitations again and send them.";
    ADD_DEPUTY = "Add a deputy";
    ADD_DEPUTY_EXPLAINED = "The deputy makes a key in their own browser: on the start page of this program, “Make a deputy’s key”. They send you the public key, which is no secret.";
    DEPUTY_ROLE = "Role of the deputy";
    DEPUTY_ROLE_HINT = "Auditors read it. For example, deputy coordinator. No names.";
    DEPUTY_KEY = "Their public key";
    DEPUTY_KEY_HINT = "43 letters and digits, as the deputy sent them.";
    ENTER_KEY = "Enter the deputy’s public key: 43 letters, digits, hyphens and underscores.";
    READ_BACK = "Telephone the deputy and compare the fingerprint of the key:";
    DEPUTY_ADDED = "The deputy is added. Download the invitations again and send them: returns that answer the earlier ones open for you alone.";
    REMOVE_DEPUTY = "Remove a deputy";
    REMOVE_EXPLAINED = "What was sealed to them before, they can still open. Download the invitations again and send them.";
    WHICH_DEPUTY = "Which deputy?";
    SELECT_DEPUTY = "Select which deputy is removed.";
    WHY = "Why";
    DEPUTY_REMOVED = "The deputy is removed. Download the invitations again and send them.";

    BRING_KEY = "Use your own key";
    BRING_KEY_EXPLAINED = "This browser does not hold the key that signs. If you are a deputy to whom returns are sealed, choose the file of your own key: returns open here from then on. To issue invitations too, open a workbook file that was saved with a passphrase. You can save the workbook to a file here in any case, on the overview of the round.";
    KEY_PASSPHRASE = "Passphrase of your key’s file";
    KEY_FILE = "The file of your key";
    KEY_BROUGHT = "Your key is here. Returns that are sealed to it open in this browser.";
    NOT_A_DEPUTY = "Returns of this round are not sealed to this key. Ask the coordinator to add its public half, or choose another file.";

    OWN_KEY = "Key of this browser’s own, which signs workbook files";
    DEPUTYS_PASSPHRASE_HINT = "Optional. With a passphrase the file is encrypted. No key goes with it: the round’s key is not in this browser, and a deputy’s own key stays in its file. Use at least 12 characters, such as three or four words.";
    COMPARE_FIRST = "This file is not open yet. It was saved in a browser that does not hold the round’s key: say first whose it is, under “Who saved this file?”.";
    WHOSE_FILE = "Who saved this file?";
    WHOSE_FILE_EXPLAINED = "A workbook was signed with another key than its round’s, as when a deputy saves it. The signature shows that the file is whole, and not who saved it. Telephone whoever sent it: their program shows this fingerprint under “Keys of the round”, and told it when the file was saved.";
    SAME_FINGERPRINT = "They read out this fingerprint: open the file";
    LEAVE_FILE = "Leave it closed";

    TAKE_OFF = "Take this round off this computer";
    TAKE_OFF_EXPLAINED = "When you go on elsewhere, or to make room. Nothing is destroyed: the round is in the file that you save, and opens again from it, here or elsewhere. If its working papers are to go for good, destroy them instead, and the file too.";
    TAKE_OFF_SAVE = "Save all of it to a file";
    TAKE_OFF_PROVE = "See that the file holds all of it";
    TAKE_OFF_PROVE_EXPLAINED = "Enter the passphrase, if you chose one, then choose the file from where you keep it. The program opens it as somebody would who has nothing else, and compares it with all that is here.";
    HOLDS_ALL = "The file opens, and holds all that is here of this round.";
    TAKE_OFF_WARNING = "The round goes from this browser, with its imported files and keys. From then on the file is all there is of it: keep it where your board keeps confidential records, and its passphrase apart. Auditors’ drafts on this computer stay.";
    TAKE_OFF_NOW = "Take it off";
    TAKEN_OFF = "The round is no longer in this browser. Open its file here whenever you need it.";
    IMPORT_RUNS = "Files are being imported into this round. Wait until they are through, save the workbook again, and choose that file.";

    MAKE_KEY = "Make a deputy’s key";
    MAKE_KEY_LEAD = "You are a coordinator’s deputy, and should be able to open returns with a key of your own.";
    MAKE_KEY_EXPLAINED = "The key is made on this computer. Its secret half goes into a file that your passphrase closes, and is kept nowhere else. Its public half goes to the coordinator.";
    NEW_PASSPHRASE = "Passphrase for your key’s file";
    KEY_MADE = "Your key is made";
    KEY_MADE_EXPLAINED = "The file is in your downloads folder. Keep it where your board keeps confidential records, and its passphrase apart. Send this public key to the coordinator, and read the fingerprint to them when they telephone. Later, open the workbook file that they give you, and choose the key’s file under “Keys of the round”.";
    PUBLIC_KEY = "Public key, for the coordinator";

    LOSING_LEAD = "Nobody can make a lost key again: not this program, not whoever wrote it, and not your IT department.";
    WHAT_IS_LOST = "What is lost with it";
    LOST_RETURNS = "Returns that agencies send from then on, and all that are not imported yet, stay closed for good. Each auditor would have to send them again in answer to another round’s invitation.";
    LOST_INVITATIONS = "No invitation and no question can be issued any more in this round.";
    LOST_HERE = "What is imported lives in the same browser. If that is gone, the gradings, judgements and findings are gone with it.";
    LOST_NOBODY = "A file saved without a passphrase does not help: it holds no keys.";
    HOW_IT_HAPPENS = "How it happens";
    HOW_IT_HAPPENS_TEXT = "Somebody clears the browser’s data, a profile is reset, a laptop is replaced or stolen, a virtual desktop is wiped at night, or the one who knows the passphrase leaves.";
    HOW_TO_BE_SAFE = "How not to lose it";
    SAFE_FILE = "Save a copy with a passphrase before the first invitation goes out, and see that it opens.";
    SAFE_APART = "Keep the file and the passphrase in two places, and let two people be able to reach both.";
    SAFE_DEPUTY = "Add a deputy with a key of their own, so that returns open for either of you.";
    SAFE_AGAIN = "Save the workbook again after each session: the keys stay the same, the work does not.";
    IF_IT_HAPPENED = "If it has happened";
    AFTER_OPEN = "Open the last file that was saved with a passphrase, on the start page. You go on from there, with both keys.";
    AFTER_DEPUTY = "Without such a file, a deputy opens the returns that were sealed to them, in the last workbook file of any kind.";
    AFTER_AGAIN = "Without either, tell the agencies, set the round up again, and ask for the returns once more.";
}

/// Said with a file that this browser's own key has signed.
pub fn signed_by_own(fingerprint: &str) -> String {
    [
        "The round’s key is not here, so a key of this browser’s own has signed it. Whoever opens the file is asked to compare this fingerprint with you: ",
        fingerprint,
        ".",
    ]
    .concat()
}

/// What came with a round that is carried on here (edge case 60).
pub fn carried_on(files: usize, missing: usize, keys: bool) -> String {
    let keys = match keys {
        true => "The keys of the round came with it.",
        false => "The keys of the round did not come with it.",
    };
    let files = match missing {
        0 => ["Nothing is missing: imported files here, ", &files.to_string(), "."].concat(),
        some => {
            let (here, some) = (files.to_string(), some.to_string());
            ["Imported files that open here: ", &here, ". That do not: ", &some, "."].concat()
        }
    };
    ["The round is carried on in this browser. ", &files, " ", keys].concat()
}
