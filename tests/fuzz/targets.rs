//! What any bytes from outside may do to a parser: be answered, and nothing else.
//!
//! One function for each kind of thing that comes in. `tests/fuzz` feeds them natively in every
//! test run, `fuzz/` feeds them with coverage. Payloads are signed here with the very keys that a
//! round trusts, since an invited auditor can sign whatever a program of their own writes.

use std::sync::OnceLock;

use multi_agency_audit::audit_return::{Inviting, Return, open_pack};
use multi_agency_audit::check::check;
use multi_agency_audit::envelope::{
    DeviceKey, Hash, ITERATIONS, Kind, Limits, PassphraseKey, SoftwareKey, Unsigned, claimed_kind,
    claimed_signer, how_closed, open, open_draft, open_sealed, salt_of, write_draft,
};
use multi_agency_audit::id::SlotId;
use multi_agency_audit::panel::actions::sheet::{
    ReadSheet, compare, read_rows, read_sheet, workbook_rows,
};
use multi_agency_audit::panel::actions::{Action, Body, Owner, Priority, action_plan};
use multi_agency_audit::panel::concerns::{concern_board, unverified, unverified_apart};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::integration::distributions;
use multi_agency_audit::panel::manuscript::{Passage, Place};
use multi_agency_audit::panel::{
    Matrix, OpenedFile, Stamp, Workbook, WorkbookFile, k03_limitations, limitations_paragraph,
};
use multi_agency_audit::report::dataset::dataset;
use multi_agency_audit::report::document::build::build;
use multi_agency_audit::report::document::render::packed;
use multi_agency_audit::report::document::{DocumentKind, check as check_document, statements};
use multi_agency_audit::report::{action_sheet, grid_csv};
use multi_agency_audit::round::Invitation;
use multi_agency_audit::round::sampling::Sampling;
use multi_agency_audit::sample::{self, SampleReturn, SampleRound, Size};
use multi_agency_audit::store::{
    DeputyKey, DraftCopy, DraftRecord, HandOver, IDLE_SECONDS, InvitationRecord, JOURNAL,
    JournalText, LockedCopy, Replay, RoundRecord, SetUpRecord, Shelf, VaultRecord,
};
use multi_agency_audit::tool::edit::FaultPlace;
use multi_agency_audit::tool::{Graph, Tool};

/// A target: its name, and what it does with any bytes.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: [Target; 13] = [
    ("envelope", envelope),
    ("tool", tool),
    ("invitation", invitation),
    ("return", audit_return),
    ("letter", letter),
    ("query", query),
    ("workbook", workbook),
    ("keys", keys),
    ("sheet", sheet),
    ("spreadsheet", spreadsheet),
    ("draft", draft),
    ("locked", locked_copy),
    ("journal", journal),
];

/// The round that everything here belongs to.
pub fn round() -> &'static SampleRound {
    static ROUND: OnceLock<SampleRound> = OnceLock::new();
    let size = Size { cases: 2, slots_per_case: 2, text_words: 3, prompts: 14 };
    ROUND.get_or_init(|| sample::round("fuzz", size))
}

pub fn slot() -> &'static SlotId {
    &round().plan().slots[0].id
}

pub fn stamp() -> Stamp {
    Stamp { by: "Coordinator".into(), at: "2026-06-01T09:00:00Z".parse().expect("a time") }
}

/// These bytes as the contents of a file that this key signed; `None` where they are past a limit.
pub fn signed(kind: Kind, key: &SoftwareKey, contents: &[u8]) -> Option<Vec<u8>> {
    let unsigned = Unsigned::new(kind, &key.public_key(), contents.to_vec()).ok()?;
    unsigned.signed(&key.sign(unsigned.signing_input())).ok()
}

/// Any file, as both programs look at one.
pub fn envelope(bytes: &[u8]) {
    for kind in Kind::ALL {
        let limits = Limits::of(kind);
        let _ = claimed_kind(bytes, &limits);
        let _ = claimed_signer(bytes, &limits);
        let _ = how_closed(bytes, &limits);
        let _ = salt_of(bytes, &limits);
        let keys = [round().opening_key()];
        if let Ok(verified) = open_sealed(bytes, &[kind], &keys, &limits) {
            assert_eq!(verified.kind(), kind);
        }
        if let Ok(verified) = open(bytes, &[kind], &limits) {
            assert!(verified.payload().len() <= bytes.len());
        }
    }
    if let Ok(draft) = open_draft(bytes, &Limits::of(Kind::Draft)) {
        assert!(draft.payload().len() <= bytes.len());
        let _ = DraftCopy::of_file(&draft);
    }
    admitted(round().opener().open("a file", bytes));
}

fn admitted(opened: OpenedFile) -> Workbook {
    admitted_to(round().workbook(), opened)
}

fn admitted_to(mut workbook: Workbook, opened: OpenedFile) -> Workbook {
    let batch = workbook.begin_import(&stamp());
    let row = workbook.admit(batch, opened, &stamp());
    assert!(!row.outcome.wording().title.is_empty());
    integrated(&workbook);
    workbook
}

fn integrated(workbook: &Workbook) {
    let matrix = Matrix::of(workbook, stamp().at.date_naive());
    assert_eq!(matrix.rows.len(), workbook.plan().cases.len());
    for one in distributions(workbook) {
        let graded: usize = one.rows.iter().map(|row| row.cases.len()).sum();
        assert_eq!(graded + one.not_judged.len(), one.of);
    }
    assert_eq!(RoundAnswers::of(workbook).cases().len(), workbook.plan().open_cases().count());
    let _ = limitations_paragraph(&k03_limitations(workbook, stamp().at.date_naive()));
}

/// A tool that a board wrote.
pub fn tool(bytes: &[u8]) {
    let Ok(tool) = Tool::draft_from_json(bytes) else { return };
    let faults = tool.validate();
    for fault in &faults {
        let _ = FaultPlace::of(fault, &tool);
        assert!(!fault.to_string().is_empty());
    }
    if faults.is_empty() {
        let _ = Graph::compile(&tool);
        let _ = statements(&tool);
        let again = serde_json::to_vec(&tool).expect("a tool can be written");
        assert_eq!(Tool::from_json(&again).as_ref(), Ok(&tool));
    }
}

/// What an invitation holds, signed by anybody.
pub fn invitation(bytes: &[u8]) {
    let Some(file) = signed(Kind::Invitation, &round().round_key(), bytes) else { return };
    let verified = open(&file, &[Kind::Invitation], &Limits::of(Kind::Invitation));
    let verified = verified.expect("it was signed just now");
    let Ok(invitation) = verified.parse::<Invitation>() else { return };
    for invited in &invitation.cases {
        let id = "0123456789abcdef0123456789abcdef".parse().expect("an id");
        if let Some(draft) = Return::begin(&invitation, &invited.case_ref, id, stamp().at) {
            let _ = check(&invitation.round, &draft);
        }
    }
}

/// What a return holds, signed by its invited auditor.
pub fn audit_return(bytes: &[u8]) {
    let Some(file) = signed(Kind::Return, &round().auditor_key(slot()), bytes) else { return };
    let opened = round().opener().open("return.json", &file);
    if let Ok(content) = &opened.content {
        let _ = check(&round().plan().round, content.audit_return());
    }
    let workbook = admitted(opened);
    for kind in DocumentKind::ALL {
        let _ = check_document(&workbook, &build(kind, &workbook, stamp().at.date_naive()));
    }
}

/// A return that came in, whose auditor writes letters besides.
pub fn sent() -> &'static SampleReturn {
    &round().returns()[0]
}

/// The round after a letter of this kind, signed by the auditor whose return is there; `None` where it is past a limit.
pub fn with_letter(kind: Kind, contents: &[u8]) -> Option<Workbook> {
    static WITH_RETURN: OnceLock<Workbook> = OnceLock::new();
    let opener = round().opener();
    let sent_in = || admitted(opener.open("return.json", &sent().file));
    let with_return = WITH_RETURN.get_or_init(sent_in);
    let key = round().auditor_key(&sent().audit_return.agency.slot);
    let file = signed(kind, &key, contents)?;
    Some(admitted_to(with_return.clone(), opener.open("letter.json", &file)))
}

/// What a concern or a withdrawal holds, signed by its invited auditor.
pub fn letter(bytes: &[u8]) {
    for kind in [Kind::Concern, Kind::Withdrawal] {
        let Some(workbook) = with_letter(kind, bytes) else { continue };
        let _ = concern_board(&workbook, stamp().at, |at| at.naive_utc());
        let _ = (unverified(&workbook), unverified_apart(&workbook), workbook.taken_back());
    }
}

/// What a pack of questions holds, signed by the round.
pub fn query(bytes: &[u8]) {
    let key = round().round_key();
    let Some(file) = signed(Kind::Query, &key, bytes) else { return };
    let invitation = round().invitation(slot()).expect("the slot is invited");
    let inviting = Inviting { invitation, round_key: key.public_key().thumbprint() };
    if let Ok((pack, _)) = open_pack(&file, &[inviting]) {
        assert_eq!(pack.round.id, invitation.round.id);
    }
}

/// What a workbook holds, signed by the round.
pub fn workbook(bytes: &[u8]) {
    let Some(file) = signed(Kind::Workbook, &round().round_key(), bytes) else { return };
    let verified = open(&file, &[Kind::Workbook], &Limits::of(Kind::Workbook));
    let Ok(file) = verified.expect("it was signed just now").parse::<WorkbookFile>() else {
        return;
    };
    let mut workbook = Workbook::from_record(file.workbook);
    let opener = workbook.opener().with_keys(vec![round().opening_key()]);
    for text in file.files.values() {
        let _ = workbook.restore(opener.open("", text.as_bytes()));
    }
    let today = stamp().at.date_naive();
    let _ = (Matrix::of(&workbook, today), distributions(&workbook), RoundAnswers::of(&workbook));
    let _ = (action_plan(&workbook, today), k03_limitations(&workbook, today), dataset(&workbook));
    for kind in DocumentKind::ALL {
        let _ = check_document(&workbook, &build(kind, &workbook, today));
    }
}

/// What a passphrase closed: a workbook with the round's keys, or a deputy's key.
pub fn keys(bytes: &[u8]) {
    if let Ok(deputy) = DeputyKey::of_contents(bytes) {
        let _ = deputy.public();
        let again = serde_json::to_vec(&deputy).expect("a key can be written");
        assert_eq!(DeputyKey::of_contents(&again), Ok(deputy));
    }
    let Ok(handed_over) = HandOver::of_contents(bytes) else { return };
    let limits = Limits::of(Kind::Workbook);
    let file = handed_over.workbook_file.as_bytes();
    if let Ok(verified) = open(file, &[Kind::Workbook], &limits) {
        let _ = verified.parse_whole::<WorkbookFile>();
    }
    let again = serde_json::to_vec(&handed_over).expect("texts and keys can be written");
    assert_eq!(HandOver::of_contents(&again), Ok(handed_over));
}

/// The police's sheet of actions, as it was sent, and the workbook that sent it.
pub fn sent_sheet() -> &'static (Workbook, String) {
    static SENT: OnceLock<(Workbook, String)> = OnceLock::new();
    SENT.get_or_init(|| {
        let mut workbook = round().workbook();
        let agency = Body::Agency(workbook.plan().agencies[0].id.clone());
        let id = |text: &str| text.parse().expect("an id");
        let recommendation: Passage = serde_json::from_value(serde_json::json!({
            "id": "r1", "place": Place::Recommendation, "text": "The police should share plans.",
            "stamp": stamp(),
        }))
        .expect("a passage");
        workbook.record_passage(recommendation).expect("is recorded");
        let action = Action {
            id: id("a1"),
            recommendations: vec![id("r1")],
            findings: Vec::new(),
            areas: Vec::new(),
            themes: Vec::new(),
            text: "Write a checklist".into(),
            outcome: "Children are seen sooner".into(),
            measure: "Nine of ten records have it".into(),
            evidence_expected: "The checklist".into(),
            owner: Owner { body: agency.clone(), role: "Head of service".into() },
            contributors: Vec::new(),
            agreed: Some(stamp().at.date_naive()),
            resources: String::new(),
            start: None,
            due: "2026-09-30".parse().ok(),
            milestones: Vec::new(),
            priority: Priority::High,
            audit_again: None,
            carried: None,
            stamp: stamp(),
        };
        workbook.record_action(action).expect("is recorded");
        let sheet = workbook.issue_sheet(id("s1"), &agency, &stamp()).expect("is issued").clone();
        let text = grid_csv(&action_sheet(&workbook, &sheet));
        (workbook, text)
    })
}

/// A sheet as an agency sent it back, or a list of cases as it is pasted.
pub fn sheet(bytes: &[u8]) {
    let (workbook, _) = sent_sheet();
    if let Ok(read) = read_sheet(workbook, bytes, stamp().at.date_naive()) {
        taken_once(workbook, &read);
    }
    let mut frame = Sampling::looking_at(&[]);
    let _ = frame.paste(&String::from_utf8_lossy(bytes));
}

fn taken_once(workbook: &Workbook, read: &ReadSheet) {
    let mut workbook = workbook.clone();
    let _ = compare(&workbook, read);
    workbook.take_sheet(read, &Default::default(), &stamp());
    let before = workbook.record().clone();
    workbook.take_sheet(read, &Default::default(), &stamp());
    assert_eq!(*workbook.record(), before, "a sheet counts once");
}

/// The same from a spreadsheet program, whole or its rows alone: a package changed anywhere seldom unpacks.
pub fn spreadsheet(bytes: &[u8]) {
    if let Some(read) = rows_of(bytes) {
        taken_once(&sent_sheet().0, &read);
    }
}

/// What such a file, or such rows, say of the police's actions.
pub fn rows_of(bytes: &[u8]) -> Option<ReadSheet> {
    let whole = workbook_rows(bytes);
    let alone = || workbook_rows(&book_of(std::str::from_utf8(bytes).ok()?)?).ok();
    let rows = whole.ok().or_else(alone)?;
    read_rows(&sent_sheet().0, &rows, stamp().at.date_naive()).ok()
}

/// A workbook of one worksheet with these rows.
fn book_of(rows: &str) -> Option<Vec<u8>> {
    const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let links = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let main = format!(
        "<workbook xmlns:r=\"{TYPES}\"><sheets><sheet name=\"S\" r:id=\"w\"/></sheets></workbook>"
    );
    let parts = [
        ("_rels/.rels", links("b", "officeDocument", "xl/book.xml")),
        ("xl/book.xml", main),
        ("xl/_rels/book.xml.rels", links("w", "worksheet", "rows.xml")),
        ("xl/rows.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ];
    packed(&parts.map(|(name, text)| (name.to_owned(), text))).ok()
}

/// What a draft's copy holds: as it lies open, and closed by a passphrase.
pub fn draft(bytes: &[u8]) {
    let Ok(file) = write_draft(bytes.to_vec()) else { return };
    let opened = open_draft(&file, &Limits::of(Kind::Draft)).expect("it was written just now");
    let read = DraftCopy::of_file(&opened);
    let by = by_passphrase();
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let closed = by.write(&file, Kind::Draft, &mut random).expect("it is no larger than a draft");
    assert_eq!(DraftCopy::open_closed(&closed, &by), read);
    let Ok(copy) = read else { return };
    let _ = copy.is_whole();
    let fresh = || "0123456789abcdef0123456789abcdef".parse().expect("an id");
    let here = record();
    let _ = copy.beside(Some(&here), fresh());
    if let Some(kept) = copy.beside(None, fresh()) {
        let _ = check(&round().plan().round, &kept.draft);
    }
}

/// The key that a passphrase makes, without its hundred thousands of rounds.
fn by_passphrase() -> PassphraseKey {
    PassphraseKey::from_derived([7; 32], ([9; 16], ITERATIONS))
}

/// A draft in a file that a plain page made while all was locked.
pub fn locked_copy(bytes: &[u8]) {
    let Some(copy) = unlocked(bytes) else { return };
    assert!(copy.record.names.is_empty() && copy.journal.is_none(), "I-02");
    let record = copy.record;
    assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record), "it can be kept");
}

/// The draft of such a file; or of one in which these texts are closed, as [`locked`] has them.
pub fn unlocked(bytes: &[u8]) -> Option<DraftCopy> {
    let by = by_passphrase();
    let came = LockedCopy::read(bytes);
    let _ = came.as_ref().map(LockedCopy::salt);
    let made = || {
        let file = locked(&String::from_utf8_lossy(bytes));
        LockedCopy::read(&file).expect("it was written just now").open(&by).ok()
    };
    came.and_then(|copy| copy.open(&by)).ok().or_else(made)
}

/// The file, as `boot/rescue.js` makes it, of texts with a zero byte between them: the draft's record, its
/// invitation's, and the journal where there is one. A device that nobody unlocked had closed them.
pub fn locked(texts: &str) -> Vec<u8> {
    const DRAFT: &str = "0123456789abcdef0123456789abcdef";
    let mut texts = texts.splitn(3, '\0');
    let draft = texts.next().unwrap_or_default();
    let invitation = texts.next().unwrap_or_default();
    let answered = DraftRecord::from_text(draft).map(|record| record.invitation.to_string());
    let answered = answered.unwrap_or_default();
    let key = DeviceKey::from_random([77; 32]);
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let by = by_passphrase();
    let vault = VaultRecord::new("vault".into(), IDLE_SECONDS, &key, &by, &mut random).to_text();
    let mut close = |text: &str, place: &str| key.close(text, place, &mut random);
    let record = close(draft, &Shelf::Drafts.place(DRAFT));
    let invitation = close(invitation, &Shelf::Invitations.place(&answered));
    let journal = texts.next().map(|text| close(text, &[JOURNAL, DRAFT].concat()));
    let file = serde_json::json!({
        "typ": "application/vnd.multi-agency-audit.draft+json",
        "vault": vault,
        "draft": DRAFT,
        "record": record,
        "invitations": { (answered): invitation },
        "journal": journal,
    });
    serde_json::to_vec(&file).expect("texts can be written")
}

/// What a browser kept, perhaps damaged: a journal, or a record of any kind.
pub fn journal(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(record) = DraftRecord::from_text(&text) {
        assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record));
    }
    let _ = (RoundRecord::from_text(&text).is_ok(), SetUpRecord::from_text(&text).is_ok());
    let _ = serde_json::from_slice::<InvitationRecord>(bytes);
    let Ok(journal) = serde_json::from_slice::<JournalText>(bytes) else { return };
    let mut record = record();
    let (replay, unread) = journal.replay(&record);
    if let Replay::Changes(changes) | Replay::Conflict(changes) = replay {
        assert!(changes.len() + unread.len() <= journal.lines.len());
        changes.iter().for_each(|change| record.apply(change));
        assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record), "it can be kept");
    }
}

/// A draft as it is kept.
pub fn record() -> DraftRecord {
    let case = &round().plan().cases[0].case_ref;
    let draft = round().begin(slot(), case, stamp().at).expect("the slot is invited");
    DraftRecord::begin(draft, Hash::of(b"invitation"), stamp().at)
}
