//! Returns, completed as the story tells, signed, opened and admitted.

use std::collections::BTreeMap;

use multi_agency_audit::audit_return::{
    Answer, Auditor, Concern, Declaration, InvolvementLevel, Response, Return, SignOff, Strength,
    to_sign,
};
use multi_agency_audit::envelope::Hash;
use multi_agency_audit::id::{CaseRef, ReturnId, SlotId};
use multi_agency_audit::panel::{BatchId, ImportOutcome, OpenedFile, Workbook};
use multi_agency_audit::tool::{Prompt, PromptKind};
use serde_json::{Value, json};

use super::story::{Line, Story};
use super::{Places, case_ref, item, key, stamp};

pub fn import(
    workbook: &mut Workbook,
    batch: BatchId,
    story: &Story,
    files: &mut BTreeMap<Hash, String>,
) {
    let mut places: Places = Places::new();
    for slot in &workbook.plan().slots {
        for case in &slot.cases {
            places.insert((slot.id.clone(), case.clone()), Vec::new());
        }
    }
    for line in &story.lines {
        let place = (line.by.parse().unwrap(), case_ref(workbook, &line.case));
        places.get_mut(&place).unwrap_or_else(|| panic!("{}: not asked", line.id)).push(line);
    }
    for ((slot, case), lines) in &places {
        let mut draft = begun(workbook, slot, case);
        answer(&mut draft, workbook, story);
        for line in lines {
            write(&mut draft, line);
        }
        let file = signed(workbook, &draft);
        let row = workbook.admit(batch, opened(workbook, &file), &stamp());
        files.insert(Hash::of(&file), String::from_utf8(file).unwrap());
        assert_eq!(row.outcome, ImportOutcome::Admitted, "{slot}, {case}");
    }
}

fn begun(workbook: &Workbook, slot: &SlotId, case: &CaseRef) -> Return {
    let invitation = workbook.invitation(slot).unwrap();
    let id = Hash::of(format!("{slot} {case}").as_bytes());
    let id = ReturnId::new(&id.to_string()[..32]).unwrap();
    let now = "2026-06-01T09:00:00Z".parse().unwrap();
    let mut draft = Return::begin(&invitation, case, id, now).unwrap();
    draft.involvement.level = Some(InvolvementLevel::Involved);
    draft.auditor = Auditor {
        name: "Practice auditor".into(),
        role: "Safeguarding lead".into(),
        independent_of_case: Some(true),
        experienced: Some(true),
    };
    draft
}

fn answer(draft: &mut Return, workbook: &Workbook, story: &Story) {
    for (id, by_slot) in &story.answers {
        let Some(by_case) = by_slot.get(draft.agency.slot.as_str()) else { continue };
        let Some(value) = by_case.get(&draft.case_label).or_else(|| by_case.get("*")) else {
            continue;
        };
        let (_, prompt) = workbook.plan().round.tool.prompt(&id.parse().unwrap()).unwrap();
        let answer = Answer { response: Some(response(prompt, value)), ..Answer::default() };
        draft.answers.insert(prompt.id.clone(), answer);
    }
}

fn response(prompt: &Prompt, value: &Value) -> Response {
    let member = match prompt.kind {
        PromptKind::Judgement { .. } => "value",
        PromptKind::Choice { .. } => "option",
        PromptKind::Choices { .. } => "options",
        PromptKind::Number { .. } => "number",
        PromptKind::Text { .. } => "text",
    };
    serde_json::from_value(json!({ member: value }))
        .unwrap_or_else(|fault| panic!("{}: {fault}", prompt.id))
}

fn write(draft: &mut Return, line: &Line) {
    let record = draft.areas.entry(line.area.clone()).or_default();
    let evidence = "As the record shows.".to_owned();
    if let Some(text) = &line.strength {
        let (id, text) = (item(&line.id), text.clone());
        record.strengths.push(Strength { id, text, evidence: evidence.clone(), source: None });
    }
    if let Some(text) = &line.concern {
        let (id, text) = (item(&line.id), text.clone());
        record.concerns.push(Concern { id, text, evidence, source: None });
    }
}

fn signed(workbook: &Workbook, draft: &Return) -> Vec<u8> {
    let slot = &draft.agency.slot;
    let invitation = workbook.invitation(slot).unwrap();
    let key = key(slot.as_str());
    let declaration = Declaration {
        authorised: true,
        concerns_passed_on: true,
        pseudonymised: true,
        fair_account: true,
    };
    let sign_off = SignOff {
        role: draft.auditor.role.clone(),
        name: draft.auditor.name.clone(),
        declaration,
        at: "2026-06-05T09:00:00Z".parse().unwrap(),
    };
    let (_, unsigned) = to_sign(draft, sign_off, &invitation, &key.public_key()).unwrap();
    let signature = key.sign(unsigned.signing_input());
    unsigned.signed(&signature).unwrap()
}

/// Opened like any other. That an invented return leaves questions open is set aside.
fn opened(workbook: &Workbook, file: &[u8]) -> OpenedFile {
    let opened = workbook.opener().open("return.json", file);
    let mut value = serde_json::to_value(&opened).unwrap();
    value["content"]["Ok"]["blocks"] = json!([]);
    value["content"]["Ok"]["unexplained"] = json!(0);
    serde_json::from_value(value).unwrap()
}
