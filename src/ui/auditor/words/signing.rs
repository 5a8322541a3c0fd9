//! Words of checking, signing, and what follows a signature.

use crate::round::KeyHolder;
use crate::text::numbered;

words! {
    MISSING = "What is still missing";
    NOTHING_STOPS_YOU = "Nothing stops you from signing.";
    WORTH_KNOWING = "Worth knowing";
    GO_THERE = "Go to the answer";
    ANSWERS = "Check your answers";
    NOT_ANSWERED = "Not answered";
    NOT_PROVIDED = "Not provided";
    NONE_RECORDED = "None recorded";
    NOT_FOR_PRACTITIONERS = "Texts that practitioners must not read";
    WHICH_TEXTS = "Which texts must not be shown to practitioners?";
    TEXTS_IN_NO_AREA = "The case as a whole";
    WHOLE_TEXT = "The whole text";
    WHICH_TEXTS_HINT = "The person whose work you audited and their manager may be given a copy of this return. Tick each text that tells of somebody else, that another agency told you in confidence, or that could put anybody at risk. The panel can still read it, but it is left out of the copy, and only a corrected return from you can put it back. If you audit for the police, the copy leaves out all your texts until the panel decides otherwise. About a text that you tick, it cannot.";

    SIGN = "Sign and download";
    CANNOT_SIGN = "You cannot sign yet";
    SEE_MISSING = "See what is missing";
    SIGN_EXPLAINED = "Your signature shows the panel that the file comes from the browser that was invited and has not been changed since. You download it and send it yourself.";
    I_DECLARE = "I declare that";
    AUTHORISED = "I am authorised by my agency to complete this return";
    CONCERNS_PASSED_ON = "anything that needed a manager’s attention now has been passed on";
    PSEUDONYMISED = "it holds no names, dates of birth, addresses or record numbers";
    FAIR_ACCOUNT = "it is a fair account of what the record shows";
    TYPE_YOUR_NAME = "Type your name as your signature";
    TYPE_YOUR_NAME_HINT = "Your name is part of the file that you send to the panel. It is never published.";
    TICK_ALL = "Tick every statement, or put right what keeps you from it.";
    ENTER_SIGNATURE = "Enter your name.";
    SIGN_AND_DOWNLOAD = "Sign and download";
    KEY_IN_BROWSER = "You sign with a key that this browser made and cannot give away.";
    KEY_IN_STORAGE = "You sign with a key kept in this browser’s storage, because the browser offers nothing safer.";
    KEY_CLOSED = "You sign with a key that this browser keeps encrypted with your passphrase.";
    NOT_OPEN_ANY_MORE = "This return is no longer open. Open it again from the list of your returns.";
    SIGN_FAILED = "The return could not be signed";
    CHANGED_MEANWHILE = "Nothing was saved: the return was changed, or signed, while you signed. Check your answers, then sign again.";

    NOT_SIGNED_YET = "This return is not signed yet";
    SIGNED = "Return signed";
    RETURN_REFERENCE = "Your reference";
    WHAT_NEXT = "What to do next";
    NEXT_FIND = "Find the file in your downloads folder.";
    NEXT_SEND = "Send it to your coordinator by your agency’s secure e-mail.";
    NEXT_KEEP = "Your answers stay in this browser until you delete them. Nothing has been sent.";
    FILE_NAME = "File";
    VERSION = "Version";
    SIGNED_AT = "Signed at";
    FILE_FINGERPRINT = "Fingerprint of the file";
    KEY_FINGERPRINT = "Fingerprint of your key";
    CHECK_FILE = "Check the file";
    CHECK_FILE_HINT = "Choose the file that you saved. This page says whether it is the one that you signed. It also knows the notice of an immediate concern. Nothing is sent.";
    FILE_SAME = "This is the file, complete and unchanged. You can send it.";
    FILE_CUT_SHORT = "This is only the beginning of the file: it was not saved to the end. Download it again, and check that one.";
    FILE_OTHER = "This is not the file that you signed: it is another file, or it has been changed since. Download the file again, and check that one.";
    DOWNLOAD_AGAIN = "Download the file again";
    OTHER_CASES = "Your other cases";
    CORRECTION = "Something needs correcting";
    CORRECTION_EXPLAINED = "A correction is a new version. Your answers are kept, you change what is wrong, and sign again. The panel sees both versions.";
    START_CORRECTION = "Start a correction";

    SECOND = "Second sign-off by your agency";
    SECOND_LINK = "Your safeguarding lead signs too";
    SECOND_HOW = "If your agency wants a second signature, save a copy and send it to your safeguarding lead by your agency’s secure e-mail. They open it in their own browser, read it, sign it here, and send the file that they download to the coordinator.";
    SECOND_EXPLAINED = "For the safeguarding lead or whoever signs for the agency. You sign the very same return as the auditor did. If something is wrong, do not sign: ask the auditor for a correction.";
    SIGNED_BY = "Signed by";
    SAVE_A_COPY = "Save a copy";
    READ_RETURN = "Read the whole return";
    SECOND_READ = "I have read this return, and it goes to the panel as my agency’s";
    TICK_READ = "Tick that you have read the return.";
    ENTER_YOUR_ROLE = "Enter your role.";
    SIGNED_TWICE = "This return bears a second signature already.";
    SAME_KEY = "The second signature must be somebody else’s.";
    SECOND_NAME_LENGTH = "Enter a role and a name of no more than 200 characters each.";
    VERSIONS = "Versions of this return";
    WITHDRAW = "Take this return back";
    WITHDRAW_EXPLAINED = "You sign a file that says that this version no longer counts, and why. Send it to your coordinator as you sent the return. Nothing is deleted, and a correction signed later counts again.";
    WITHDRAW_REASON = "Why do you take it back?";
    ENTER_WITHDRAWAL_REASON = "Say why you take the return back.";
    WITHDRAWN = "You have taken this return back";
    VERSION_WITHDRAWN = "Version taken back";
    WITHDRAWN_AT = "Taken back on";
    WITHDRAWN_WHY = "Why";
    DOWNLOAD_WITHDRAWAL_AGAIN = "Download the withdrawal again";
    CORRECTION_AFTER_WITHDRAWAL = "If there is something to return after all, correct it: your answers are kept, you change what is wrong, and sign again. The new version counts once your coordinator has it.";
    SIGN_WITHDRAWAL = "Sign and download the withdrawal";

    PRINT_TITLE = "Print or save as PDF";
    PRINT_EXPLAINED = "All that is below is printed, and nothing of it is cut off. Your browser’s print window can also save it as a PDF file.";
    PRINT_NOW = "Print";
    PRINT_CONFIDENTIAL = "What you print is confidential, even without names.";
    PRINT_BLANK = "Print the blank audit tool";
}

/// "3. Assessment: 12 texts".
pub fn texts_of_area(title: &str, count: usize) -> String {
    [title, ": ", &numbered(count, "text", "texts")].concat()
}

/// What a group of texts asks, where it is heard by itself.
pub fn which_texts_of(title: &str) -> String {
    [title, ": which texts must not be shown to practitioners?"].concat()
}

/// "2 things to do".
pub fn must_do(number: usize) -> String {
    [&numbered(number, "thing", "things"), " to do"].concat()
}

/// "1 thing to put right or explain".
pub fn should_explain(number: usize) -> String {
    [&numbered(number, "thing", "things"), " to put right or explain"].concat()
}

/// How warnings are explained.
pub fn explain_hint(words: usize) -> String {
    [
        "Change your answer, or say in at least ",
        &words.to_string(),
        " words why it stands. Your reason goes into the return.",
    ]
    .concat()
}

/// Who can open what is sent, and that its auditor still can here.
pub fn who_can_open(holders: Option<&[KeyHolder]>) -> String {
    let Some(holders) = holders else {
        return "Whoever has the signed file can read it, so send it only by the route that your \
                coordinator gave you."
            .to_owned();
    };
    let mut roles = String::new();
    for (at, holder) in holders.iter().enumerate() {
        roles.push_str(match at {
            0 => "",
            at if at + 1 == holders.len() => " or the ",
            _ => ", the ",
        });
        roles.push_str(&holder.role.to_lowercase());
    }
    [
        "The downloaded file is sealed. Nobody but the panel's ",
        &roles,
        " can open it. You can still read what you signed in this browser.",
    ]
    .concat()
}

/// "Version 1, signed on 21 November 2026, 14:03".
pub fn version_line(version: u32, at: &str) -> String {
    ["Version ", &version.to_string(), ", signed on ", at].concat()
}

/// Where a withdrawal is, and what to do with it.
pub fn withdrawn_as(name: &str) -> String {
    [
        "The withdrawal is in your downloads folder: ",
        name,
        ". The return counts until your coordinator has it.",
    ]
    .concat()
}
