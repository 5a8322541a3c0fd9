//! The texts that the footer leads to.

use crate::ui::text_page::Text;

words! {
    NAV_START = "Start";
    NAV_DRAFTS = "Your returns";
    HELP = "Help";
    PRIVACY = "What is kept where";
    ACCESSIBILITY = "Accessibility";
}

/// What is kept where, and who sees it.
pub const PRIVACY_TEXT: Text = &[
    (
        "On this device",
        &[
            "Your answers are kept in this browser’s own storage. Other people who use the same browser profile on this device can see them, unless you set a passphrase on the page “Your returns”.",
            "With a passphrase your returns, your invitations, your lists of names and your own name are encrypted. The page locks when nobody has used it for a while. Nobody can recover a passphrase that you forget. The keys with which this browser signs, files that you download and rounds of the panel’s program are not encrypted by it.",
            "Dates that you type stay in the draft, and in a copy of it that you save to a file. The return that you send holds only how long things took.",
            "The browser may delete them when its history is cleared, when the disk is full, or, in Safari, after seven days in which you did not open this page. Save a copy to a file before you stop.",
        ],
    ),
    (
        "Anywhere else",
        &[
            "Nothing is sent. This page makes no request to any other place; its own security policy forbids it. The only things that leave this device are the files that you download and send yourself.",
        ],
    ),
    (
        "In the file that you send",
        &[
            "Your answers, your name and role, and the reasons that you typed for warnings. It is signed, so that a change would be noticed. Unless your round says otherwise it is also sealed, so that nobody but those whom the last page names can open it. Send it as you would send any confidential record.",
        ],
    ),
];

/// How to use the program.
pub const HELP_TEXT: Text = &[
    (
        "Getting started",
        &[
            "Open the invitation file on the start page. It holds the questions and the references of your cases. Choose a case and start.",
            "Begin with who you are and how your agency was involved. If the child and family are not known to your agency, that is all you need: say what you searched, check, and sign.",
        ],
    ),
    (
        "Answering",
        &[
            "Answer from your agency’s record. “No” means the record shows that it was not done. “Not evident in the record” means that the record does not tell. “Not known to this agency” means that you would not expect your record to tell.",
            "Everything is saved as you type. The line under each heading says whether it is.",
        ],
    ),
    (
        "On a computer that other people use",
        &[
            "Set a passphrase on the page “Your returns” before you begin. Lock the page with “Lock now” when you leave it; it locks by itself after a while, and saves everything first.",
            "Save copies to a file as well: they are the way out if you forget the passphrase. When the audit is over, delete everything on this device.",
        ],
    ),
    (
        "Before you sign",
        &[
            "“What is still missing” lists what stops you, and takes you there. A warning can stand if you say why.",
            "After you have signed, download the file and send it to your coordinator. If you find a mistake later, start a correction: it becomes a new version.",
            "If the panel sends you a file of questions, open it on the start page, in the browser in which you signed. The questions then stand beside your answers, and your replies are signed with the next version.",
        ],
    ),
];

/// Accessibility statement.
pub const ACCESSIBILITY_TEXT: Text = &[
    (
        "How accessible this program is",
        &[
            "It is built to WCAG 2.2 level AA. You can use all of it with a keyboard alone, with a screen reader, at 400 per cent zoom, on a screen 320 pixels wide, and in forced colours.",
            "It is tested in Chromium, Firefox and WebKit, with automatic checks on every page and by keyboard.",
        ],
    ),
    (
        "If something does not work for you",
        &[
            "Tell your coordinator, who can give you the questions on paper and can pass the problem on.",
        ],
    ),
];
