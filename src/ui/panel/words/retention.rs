//! Words of retention: how long the working papers stay, and the certificate.

use chrono::NaiveDate;

use crate::text::{capitalised, counted, long_date};

words! {
    RETENTION = "Keep or destroy the working papers";
    RETENTION_EXPLAINED = "Once the audit is done, what was published stays and the working papers go: returns, files, judgements, notes, the log and the round’s keys. No law prescribes a period; your board sets the day. Nothing is destroyed by itself.";
    DUE = "Due";
    DECIDE = "Decide about the working papers";
    SEE_CERTIFICATE = "See the certificate";
    DAY = "Day set by the board";
    NO_DAY = "None. Set it with the dates of the round.";
    STANDING = "Where it stands";
    KEEP_FIRST = "Before you destroy anything";
    OPEN_ACTIONS_ADVICE = "Carry them forward into the next round first, or save the action plan as a file.";
    BACKUP_ADVICE = "Workbook files, backups, documents in folders and copies that deputies or auditors hold are not reached from here. The certificate says so: see to them too.";
    STAYS = "What stays";
    STAYS_NOTHING = "Nothing but the certificate: no document of this round is cleared for publication. Clear what is to stay first.";
    STAYS_DOCUMENTS = "Documents as they were cleared, in this browser, to be saved for Word, as web pages and as text:";
    STAYS_DATASET = "The anonymous dataset, as it was cleared";
    GOES = "What goes";
    GOES_EXPLAINED = "From this browser, on this computer, in one step that cannot be taken back: every imported file of the round, the whole workbook with judgements, findings, meetings, questions, the action plan and the log, versions of documents that were not cleared, and the round’s secret keys. Auditors’ drafts and invitations of this round that were opened in this browser go too. Where a passphrase closes them, those go whose return came in or whose invitation was written here; what cannot be told stays, and the certificate says so.";
    CONFIRM = "Destroy the working papers";
    BY = "Who decides?";
    BY_HINT = "A role, not a name. For example: business manager of the partnership.";
    REASON = "Why now?";
    REASON_HINT = "Needed before the day that the board set. It stands on the certificate: no names.";
    TYPED = "Type the title of the round to confirm";
    DESTROY = "Destroy the working papers for good";
    DESTROYING = "Destroying the working papers";
    CERTIFICATE_EXPLAINED = "The working papers of this round were destroyed. Print this certificate or save it, and keep it with the board’s records.";
    CERTIFICATE_FILE = "certificate";
    KEPT_HERE = "What was kept";
    SAVE_PAGE = "Save as a web page:";
    DAMAGED_ROUND = "A round whose record cannot be read";
    DAMAGED = "The record of this round is damaged: this program cannot read it. It stays as it was found until somebody decides.";
    MAY_BE_NEWER = "This version of the program cannot read the record of this round, which looks whole: a newer version may have saved it. Reload this page to get the newer version. Nothing has been changed. If it still cannot be read then, the record may be damaged: it stays as it was found until somebody decides.";
    DAMAGED_FILE = "If you have a workbook file of this round, or somebody else has one, open it in another browser or on another computer: nothing in it depends on this record. To open it in this browser, the damaged record has to go first.";
    DESTROY_UNREAD = "Destroy the damaged record";
    UNREAD_EXPLAINED = "What cannot be read goes for good, with the round’s keys if they were in it. Nobody can look whether a case is frozen, a concern is open, or the day set by the board has come: find out before you decide.";
    UNREAD_GOES = "From this browser, in one step that cannot be taken back: the record, the imported files that are named in it and in no other round, and what was set aside of it. Auditors’ drafts and invitations of this round that were opened in this browser go too, where they can be read.";
    UNREAD_STAYS = "A certificate with the size and the SHA-256 digest of what was destroyed. Documents cannot be kept: they could not be read.";
    UNREAD_REASON_HINT = "It stands on the certificate: no names. For example: the record was damaged, and the board’s day has come.";
    UNREAD_TYPED = "Type this word to confirm";
    UNREAD_DESTROY = "Destroy the damaged record for good";
    UNREAD_CERTIFICATE = "The damaged record of this round was destroyed. Print this certificate or save it, and keep it with the board’s records. If the round is opened from a workbook file again, its record takes this place.";
    UNREAD_ROUND = "A round whose damaged record was destroyed";
    UNREAD_GONE = "The record of this round was damaged, and was destroyed.";
    CAN_BE_READ = "This record can be read again. Open the round.";
    DAMAGED_HERE = "This browser keeps a record of that round which cannot be read, so nothing of the file was opened. Open that round from the list: it can be destroyed there, and then the file opens.";
}

/// N-01: they are due to go.
pub fn due_since(date: NaiveDate) -> String {
    ["The working papers were due to be destroyed on ", &long_date(date), "."].concat()
}

/// N-01: they stay for now.
pub fn until(date: NaiveDate) -> String {
    ["They stay until ", &long_date(date), ". To destroy them sooner, say why."].concat()
}

/// N-01: nobody set a day.
pub fn not_set() -> String {
    "No day is set. To destroy them, say why.".to_owned()
}

/// N-01: they are gone.
pub fn gone(date: NaiveDate) -> String {
    ["The working papers of this round were destroyed on ", &long_date(date), "."].concat()
}

/// An old file of the round was opened: what is destroyed does not come back by accident.
pub fn was_destroyed(date: NaiveDate) -> String {
    [
        &gone(date),
        " This file still holds them, and nothing of it was opened. Destroy the file too, wherever it is kept.",
    ]
    .concat()
}

/// AP-10: what would be lost of the action plan.
pub fn open_actions(count: usize) -> String {
    let actions = counted(count, "action of the plan is", "actions of the plan are");
    [&capitalised(&actions), " still open."].concat()
}

/// AP-11: what agencies have not resolved between themselves, and would be lost too.
pub fn open_issues(count: usize) -> String {
    let issues = counted(count, "issue between agencies is", "issues between agencies are");
    [&capitalised(&issues), " not resolved."].concat()
}
