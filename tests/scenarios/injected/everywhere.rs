//! Not what somebody thought of: every text that the published schema of a file knows, in one file of each kind.

use multi_agency_audit::audit_return::{Inviting, QueryPack, Return, open_pack};
use multi_agency_audit::check::check;
use multi_agency_audit::envelope::{Kind, Limits, open, open_draft, write_draft};
use multi_agency_audit::id::{CaseRef, ToolId};
use multi_agency_audit::panel::concerns::concern_board;
use multi_agency_audit::panel::{Stamp, Workbook, WorkbookFile};
use multi_agency_audit::report::sheet::{Filled, Sheet, Standing, filled, page_of_tool, text_of};
use multi_agency_audit::report::{case_papers, cover_sheet, minutes, practice_copy_sheet};
use multi_agency_audit::round::{Invitation, Round};
use multi_agency_audit::store::{DeputyKey, DraftCopy};
use multi_agency_audit::timescale::StatedLimits;
use multi_agency_audit::tool::{Graph, PromptKind, Tool, library};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::forms::elements;
use super::of_schema::Schema;
use super::planting::{Kinds, Planted};
use super::{NOW, only_text_in_documents, only_text_in_tables, worked_in};
use crate::driver::{Auditor, Scenario, SignedFile};

fn read<T: DeserializeOwned>(contents: &Value) -> Option<T> {
    T::deserialize(contents).ok()
}

fn stamp() -> Stamp {
    Stamp { by: "Coordinator".into(), at: NOW.parse().unwrap() }
}

fn deputy_key() -> Value {
    serde_json::to_value(DeputyKey::of([7; 32]).public()).unwrap()
}

/// What the story's own round leaves out: words of the board's own, and somebody to whom returns are sealed.
fn worded(round: &mut Value) {
    round["terminology"] = json!({ "assessment": "Assessment" });
    round["policy"]["seal"] = json!({ "to": [{ "role": "Coordinator", "key": deputy_key() }] });
}

/// What stands for ids, keys and hashes of the story in entries that are made.
fn known(workbook: &Workbook) -> Vec<(&'static str, Value)> {
    let record = serde_json::to_value(workbook.record()).unwrap();
    let file = workbook.register().kept_files().next();
    let file = file.map_or_else(|| "ab".repeat(32), ToString::to_string);
    let ids = [
        ("CaseRef", "case-1"),
        ("SlotId", "police"),
        ("AgencyId", "police"),
        ("AgencyKind", "police"),
        ("AreaId", "referral"),
        ("PromptId", "3.1"),
        ("GradeId", "good"),
        ("ItemId", "a1"),
    ];
    let ids = ids.map(|(name, id)| (name, json!(id)));
    let tool = record["plan"]["round"]["tool"].clone();
    let further = [
        ("Sha256", json!(file)),
        ("PublicKey", record["round_key"].clone()),
        ("SealingKey", deputy_key()),
        ("Month", json!({ "year": 2026, "month": 5 })),
        ("Tool", tool),
    ];
    ids.into_iter().chain(further).collect()
}

/// Whatever is planted: headings of a sheet stand at the margin, and as many stand there.
#[track_caller]
fn only_text_on_sheets(good: &[Sheet], evil: &[Sheet]) {
    let at_margin = |sheet: &Sheet| {
        let text = text_of(sheet);
        text.lines().filter(|line| !line.starts_with(' ')).count()
    };
    assert_eq!(good.len(), evil.len());
    for (good, evil) in good.iter().zip(evil) {
        assert_eq!(at_margin(evil), at_margin(good), "{}", good.title);
    }
}

fn sheets_of(workbook: &Workbook) -> Vec<Sheet> {
    let now = stamp().at;
    let moment = |at: chrono::DateTime<chrono::Utc>| at.to_rfc3339();
    let plan = workbook.plan();
    let cases = plan.cases.iter();
    let papers = cases.filter_map(|case| case_papers(workbook, &case.case_ref, now, moment));
    let covers = plan.slots.iter();
    let covers = covers.filter_map(|slot| cover_sheet(workbook, &slot.id, "https://audit.example"));
    let meetings = workbook.meetings().into_iter();
    let minutes = meetings.filter_map(|one| minutes(workbook, &one.id, now.date_naive()));
    let places = plan.cases.iter().flat_map(|case| workbook.current_of_case(&case.case_ref));
    let copies = places.filter_map(|(place, ..)| practice_copy_sheet(workbook, place, moment));
    papers.flatten().chain(covers).chain(minutes).chain(copies).collect()
}

#[test]
fn l35_every_text_that_a_workbook_may_hold_is_text_in_all_that_is_made_of_it() {
    let mut story = worked_in(false);
    let letter = story.auditor("social-care", "Case 1").takes_it_back("The wrong child");
    story.panel_imports(&letter).became("withdrawal");
    let file = story.panel_saves_the_workbook();
    let opened = open(file.as_bytes(), &[Kind::Workbook], &Limits::of(Kind::Workbook)).unwrap();
    let mut sound: Value = serde_json::from_slice(opened.payload()).unwrap();
    worded(&mut sound["workbook"]["plan"]["round"]);
    let workbook_of = |contents: &Value| {
        let file: WorkbookFile = read(contents)?;
        let mut workbook = Workbook::from_record(file.workbook);
        let opener = workbook.opener();
        for text in file.files.values() {
            let _ = workbook.restore(opener.open("", text.as_bytes()));
        }
        Some(workbook)
    };
    let kinds = Kinds {
        schema: Schema::of("workbook", &known(story.workbook())),
        hiding: true,
        takes: &|contents| read::<WorkbookFile>(contents).is_some(),
    };
    let planted = kinds.planted(sound.clone());
    kinds.all_but(&planted, &[]);
    // Once with a plan that is worded so, and once with the story's own, to which its returns belong.
    for plan in [None, Some(&sound["workbook"]["plan"])] {
        let [good, evil] = [&planted.good, &planted.evil].map(|contents| {
            let mut contents = contents.clone();
            if let Some(plan) = plan {
                contents["workbook"]["plan"] = plan.clone();
            }
            workbook_of(&contents).expect("it is taken")
        });
        let pages = only_text_in_documents(&good, &evil, story.today());
        assert!(pages.contains("bravo&lt;img src=x"), "nothing planted is in any document");
        only_text_in_tables(&good, &evil, story.today());
        only_text_on_sheets(&sheets_of(&good), &sheets_of(&evil));
    }
}

/// The contents of a signed file.
fn contents_of(file: &SignedFile, kind: Kind) -> Value {
    let opened = open(&file.bytes, &[kind], &Limits::of(kind)).unwrap();
    serde_json::from_slice(opened.payload()).unwrap()
}

/// The round once the police sent a file with these contents; `None` where it became anything but `token`.
fn sent(story: &Scenario, kind: Kind, contents: &Value, token: &str) -> Option<Workbook> {
    let file = story.own_program_signs("police", kind, contents)?;
    let mut workbook = story.workbook().clone();
    let batch = workbook.begin_import(&stamp());
    let opened = workbook.opener().open(&file.name, &file.bytes);
    (workbook.admit(batch, opened, &stamp()).token() == token).then_some(workbook)
}

/// Plants in what the police send; gives the places and the round after each of the two.
fn sent_planted(
    story: &Scenario,
    (kind, token): (Kind, &str),
    sound: Value,
    without: &[&str],
) -> [Workbook; 2] {
    let kinds = Kinds {
        schema: Schema::of(kind.token(), &known(story.workbook())),
        hiding: true,
        takes: &|contents| sent(story, kind, contents, token).is_some(),
    };
    let planted = kinds.planted(sound);
    kinds.all_but(&planted, without);
    let both = [&planted.good, &planted.evil];
    let both = both.map(|contents| sent(story, kind, contents, token).expect("it is taken"));
    let [good, evil] = &both;
    only_text_in_documents(good, evil, story.today());
    only_text_in_tables(good, evil, story.today());
    only_text_on_sheets(&sheets_of(good), &sheets_of(evil));
    both
}

/// Names of a calendar and of a set of standards: the programs know each, and take no other.
const OF_TIMESCALES: [&str; 2] = ["Results.calendar", "SetRef.id"];

/// A round whose tool has a question that is answered in words.
fn asking_for_words() -> Scenario {
    let mut tool = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
    let mut asked = tool.areas[0].prompts[0].clone();
    asked.id = "1.99".parse().unwrap();
    asked.kind = PromptKind::Text { max_length: 500 };
    tool.areas[0].prompts.push(asked);
    Scenario::with_tool("a story", tool, &["police", "social-care"], &["Case 1"])
}

/// Everything answered, in words where it is asked for, and one area that is not graded.
fn answered(story: &mut Scenario) -> Auditor<'_> {
    let auditor = story.auditor("police", "Case 1").audits_everything_as_good();
    auditor.says("1.99", "A call came late").sets_aside("recording", "Nothing is recorded")
}

#[test]
fn l35_every_text_that_a_return_may_hold_is_text_in_all_that_is_made_of_it() {
    let mut story = asking_for_words();
    let file = answered(&mut story).tells_the_chronology().signs_whatever_the_program_says();
    let sound = contents_of(&file, Kind::Return);
    sent_planted(&story, (Kind::Return, "admitted"), sound, &OF_TIMESCALES);
}

#[test]
fn l35_every_text_that_a_concern_may_hold_is_told_letter_for_letter() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    let file = story.auditor("police", "Case 1").tells_at_once("Nobody is at home");
    let sound = contents_of(&file, Kind::Concern);
    let [_, evil] = sent_planted(&story, (Kind::Concern, "concern"), sound, &[]);
    let board = concern_board(&evil, stamp().at, |at| at.naive_utc());
    assert!(board[0].text.contains("Nobody is at home "), "{}", board[0].text);
}

#[test]
fn l35_every_text_that_a_withdrawal_may_hold_is_text_in_all_that_is_made_of_it() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
    let file = story.auditor("police", "Case 1").takes_it_back("The wrong child");
    let sound = contents_of(&file, Kind::Withdrawal);
    sent_planted(&story, (Kind::Withdrawal, "withdrawal"), sound, &[]);
}

/// The paper of a return that was begun.
fn on_paper(round: &Round, ret: &Return) -> Sheet {
    filled(&Filled {
        round,
        ret,
        shown: &Graph::compile(&round.tool).shown(ret),
        notices: &check(round, ret),
        standing: Standing::Draft,
        earlier: Vec::new(),
        moment: |at| at.to_rfc3339(),
        authority: "",
        limits: &StatedLimits::new(),
    })
}

#[test]
fn l35_every_text_that_an_invitation_may_hold_is_text_on_paper() {
    let story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    let slot = &story.workbook().plan().slots[0].id;
    let mut sound = serde_json::to_value(story.workbook().invitation(slot).unwrap()).unwrap();
    worded(&mut sound["round"]);
    let begun = |contents: &Value| {
        let file = story.panel_signs(Kind::Invitation, contents)?;
        let opened = open(&file.bytes, &[Kind::Invitation], &Limits::of(Kind::Invitation)).ok()?;
        let invitation: Invitation = opened.parse().ok()?;
        let case: &CaseRef = &invitation.cases.first()?.case_ref;
        let id = "0123456789abcdef0123456789abcdef".parse().unwrap();
        let ret = Return::begin(&invitation, case, id, stamp().at)?;
        Some((invitation.round, ret))
    };
    let kinds = Kinds {
        schema: Schema::of("invitation", &known(story.workbook())),
        hiding: false,
        takes: &|contents| begun(contents).is_some(),
    };
    let planted = kinds.planted(sound);
    kinds.all_but(&planted, &[]);
    let both = [&planted.good, &planted.evil].map(|contents| begun(contents).unwrap());
    let [good, evil] =
        both.map(|(round, ret)| (elements(&page_of_tool(&round.tool)), [on_paper(&round, &ret)]));
    assert_eq!(evil.0, good.0);
    only_text_on_sheets(&good.1, &evil.1);
}

#[test]
fn l35_every_text_that_a_draft_may_hold_is_text_on_paper() {
    let mut story = asking_for_words();
    let sound = serde_json::to_value(answered(&mut story).saved_copy()).unwrap();
    let reopened = |contents: &Value| {
        let file = write_draft(serde_json::to_vec(contents).unwrap()).ok()?;
        let opened = open_draft(&file, &Limits::of(Kind::Draft)).ok()?;
        DraftCopy::of_file(&opened).ok()
    };
    let kinds = Kinds {
        schema: Schema::of("draft", &known(story.workbook())),
        hiding: true,
        takes: &|contents| reopened(contents).is_some(),
    };
    let planted = kinds.planted(sound);
    kinds.all_but(&planted, &[]);
    let round = &story.workbook().plan().round;
    let [good, evil] = [&planted.good, &planted.evil]
        .map(|contents| [on_paper(round, &reopened(contents).unwrap().recovered().draft)]);
    only_text_on_sheets(&good, &evil);
}

#[test]
fn l35_every_text_that_a_pack_of_questions_may_hold_comes_through_letter_for_letter() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
    story.panel_asks("q1", "police", "Case 1", "return", "Who was told of the core group?");
    let sound = contents_of(&story.panel_sends_questions("police"), Kind::Query);
    let slot = story.workbook().plan().slots[0].id.clone();
    let invitation = story.workbook().invitation(&slot).unwrap();
    let opened = |contents: &Value| -> Option<QueryPack> {
        let file = story.panel_signs(Kind::Query, contents)?;
        let round_key = story.workbook().round_key().thumbprint();
        let inviting = [Inviting { invitation: &invitation, round_key }];
        open_pack(&file.bytes, &inviting).ok().map(|(pack, _)| pack)
    };
    let kinds = Kinds {
        schema: Schema::of("query", &known(story.workbook())),
        hiding: true,
        takes: &|contents| opened(contents).is_some(),
    };
    let planted = kinds.planted(sound);
    kinds.all_but(&planted, &[]);
    let pack = opened(&planted.evil).unwrap();
    assert_eq!(serde_json::to_value(pack).unwrap(), planted.evil);
}

#[test]
fn l35_every_text_that_a_tool_may_hold_is_text_on_paper() {
    let sound = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
    let sound = serde_json::to_value(sound).unwrap();
    let tool = |contents: &Value| Tool::from_json(&serde_json::to_vec(contents).unwrap()).ok();
    let story = Scenario::round(&["police"], &["Case 1"]);
    let kinds = Kinds {
        schema: Schema::of("tool", &known(story.workbook())),
        hiding: false,
        takes: &|contents| tool(contents).is_some(),
    };
    let planted = kinds.planted(sound);
    kinds.all_but(&planted, &["Condition.answer.is", "language"]);
    let Planted { good, evil, .. } = planted;
    let [good, evil] = [good, evil].map(|contents| tool(&contents).unwrap());
    assert_eq!(elements(&page_of_tool(&evil)), elements(&page_of_tool(&good)));
}
