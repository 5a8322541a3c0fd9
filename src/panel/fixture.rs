//! A small round and its returns, for the tests of this module.
//!
//! Returns come as [`OpenedFile`]s, as if their signatures had been verified;
//! tests of opening sign for themselves.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::register::OpenedReturn;
use super::*;
use crate::audit_return::{
    Answer, Declaration, Grading, InvolvementLevel, NonGrade, Response, Return, SignOff, correction,
};
pub(crate) use crate::check::testing::{area, prompt};
use crate::envelope::{EnrolmentSecret, Hash, PublicKey, SoftwareKey, Thumbprint};
use crate::id::{AgencyId, CaseRef, GradeId, OptionId, ReturnId, SlotId};
use crate::round::{Agency, CaseEntry, CaseStatus, Invitation, Round, RoundDates, RoundPlan, Slot};
use crate::tool::{AnswerValue, Tool};

/// The agencies of the round: social care leads, health has two slots.
pub(crate) const SLOTS: [(&str, &str); 5] = [
    ("csc", "social-care"),
    ("police", "police"),
    ("health.hv", "health"),
    ("health.sn", "health"),
    ("school", "school"),
];

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn stamp() -> Stamp {
    Stamp { by: "Coordinator".into(), at: at("2026-03-20T09:00:00Z") }
}

pub(crate) fn case(text: &str) -> CaseRef {
    CaseRef::new(text).unwrap()
}

pub(crate) fn grade(text: &str) -> GradeId {
    GradeId::new(text).unwrap()
}

pub(crate) fn slot(text: &str) -> SlotId {
    SlotId::new(text).unwrap()
}

fn agency_of(slot: &str) -> AgencyId {
    AgencyId::new(slot.split('.').next().unwrap()).unwrap()
}

/// The key with which the auditor of a slot signs.
pub(crate) fn key_of(slot: &str) -> SoftwareKey {
    SoftwareKey::from_seed(Hash::of(slot.as_bytes()).as_bytes())
}

fn secret_of(slot: &str) -> EnrolmentSecret {
    EnrolmentSecret::from_bytes(*Hash::of(format!("secret {slot}").as_bytes()).as_bytes())
}

/// Two graded areas; prompts of every kind.
pub(crate) fn tool(graded_by: &str) -> Tool {
    let grade = |id: &str, code: &str, level: &str, for_area: bool| {
        json!({ "id": id, "label": id, "code": code, "level": level, "for_area": for_area,
                "for_case": true, "descriptor": "When to choose it." })
    };
    let kind = |id: &str, lead: bool| json!({ "id": id, "name": id, "lead": lead });
    let options = json!([
        { "id": "letter", "label": "By letter" }, { "id": "telephone", "label": "By telephone" },
        { "id": "neither", "label": "Neither", "exclusive": true },
        { "id": "unclear", "label": "Not known to us", "exclusive": true, "not_known": true } ]);
    let ask = |id: &str, kind: Value, more: Value| {
        let mut prompt = json!({ "id": id, "text": "A question?", "asked_of": "all",
                                 "standing": "all", "mandatory": false, "kind": kind });
        for (name, value) in more.as_object().unwrap() {
            prompt[name] = value.clone();
        }
        prompt
    };
    let judgement = || json!({ "judgement": {} });
    let area = |id: &str, number: u32, graded: bool, asked_of: Value, prompts: Value| {
        json!({ "id": id, "number": number, "title": id, "graded": graded, "asked_of": asked_of,
                "prompts": prompts })
    };
    serde_json::from_value(json!({
        "id": "small", "version": 1, "title": "Small tool", "summary": "For tests.",
        "language": "en-GB",
        "scale": { "id": "four", "title": "Four grades", "outstanding_needs_all_good": true,
            "grades": [ grade("outstanding", "1", "outstanding", false), grade("good", "2", "good", true),
                        grade("adequate", "3", "below-good", true), grade("inadequate", "4", "inadequate", true) ] },
        "graded_by": graded_by,
        "agency_kinds": [ kind("social-care", true), kind("police", false), kind("health", false), kind("school", false) ],
        "areas": [
            area("details", 1, false, json!("all"), json!([
                ask("category", json!({ "choice": { "options": options } }), json!({})) ])),
            area("risk", 2, true, json!("all"), json!([
                ask("alone", judgement(), json!({})),
                ask("views", judgement(), json!({ "follows": "alone", "when": { "answer": { "prompt": "alone", "is": ["yes"] } } })),
                ask("checks", judgement(), json!({ "standing": "social-care" })),
                ask("how", json!({ "choices": { "options": options } }), json!({})),
                ask("hours", json!({ "number": { "unit": "hours", "min": 0, "max": 999 } }), json!({})),
                ask("story", json!({ "text": { "max_length": 500 } }), json!({})),
                ask("police-only", judgement(), json!({ "asked_of": { "only": ["police"] } })) ])),
            area("plan", 3, true, json!({ "except": ["police"] }), json!([])),
        ],
    }))
    .unwrap()
}

/// A round whose every slot audits every case.
pub(crate) fn plan(cases: &[&str], graded_by: &str) -> RoundPlan {
    let case_refs: Vec<CaseRef> = cases.iter().copied().map(case).collect();
    let kinds: BTreeSet<(AgencyId, &str)> =
        SLOTS.iter().map(|(slot, kind)| (agency_of(slot), *kind)).collect();
    RoundPlan {
        round: round(graded_by),
        agencies: kinds
            .into_iter()
            .map(|(id, kind)| Agency { name: id.to_string(), id, kind: kind.parse().unwrap() })
            .collect(),
        slots: SLOTS
            .iter()
            .map(|(id, _)| Slot {
                id: slot(id),
                agency: agency_of(id),
                label: (*id).into(),
                secret: secret_of(id),
                cases: case_refs.clone(),
                authority: String::new(),
                limits: Default::default(),
            })
            .collect(),
        cases: case_refs
            .into_iter()
            .map(|case_ref| CaseEntry {
                label: case_ref.to_string(),
                case_ref,
                status: Default::default(),
            })
            .collect(),
    }
}

fn round(graded_by: &str) -> Round {
    let dates = RoundDates { due: Some("2026-03-10".parse().unwrap()), ..RoundDates::default() };
    Round { dates, ..crate::round::fixture::round("round-1", "A round", tool(graded_by)) }
}

/// A panel at work, with one import under way.
pub(crate) struct Desk {
    pub(crate) workbook: Workbook,
    pub(crate) batch: BatchId,
}

impl Desk {
    pub(crate) fn with(cases: &[&str]) -> Self {
        Self::of(plan(cases, "area-and-case"))
    }

    pub(crate) fn of(plan: RoundPlan) -> Self {
        let mut workbook = Workbook::new(plan, round_key());
        let batch = workbook.begin_import(&stamp());
        Self { workbook, batch }
    }

    /// An untouched return of a slot for a case, of an agency that was involved. Its invitation was
    /// written before any case was taken out.
    pub(crate) fn draft(&self, slot_id: &str, case_ref: &str) -> Return {
        let mut plan = self.workbook.plan().clone();
        for entry in &mut plan.cases {
            entry.status = CaseStatus::Open;
        }
        let invitation = Invitation::of(&plan, &slot(slot_id)).unwrap();
        let id = Hash::of(format!("{slot_id} {case_ref}").as_bytes()).to_string();
        let id = ReturnId::new(&id[..32]).unwrap();
        let begun = at("2026-03-01T09:00:00Z");
        let mut draft = Return::begin(&invitation, &case(case_ref), id, begun).unwrap();
        draft.involvement.level = Some(InvolvementLevel::Involved);
        draft
    }

    /// Imports a return, signed by its slot's auditor.
    pub(crate) fn import(&mut self, audit_return: Return) -> ImportRow {
        let key = key_of(audit_return.agency.slot.as_str());
        let opened = arriving(audit_return, &key.public_key().thumbprint());
        self.admit(opened)
    }

    pub(crate) fn admit(&mut self, opened: OpenedFile) -> ImportRow {
        self.workbook.admit(self.batch, opened, &stamp())
    }

    /// Imports a return of `slot` for `case` that grades the area "risk".
    pub(crate) fn graded(&mut self, slot_id: &str, case_ref: &str, risk: &str) -> ImportRow {
        let draft = self.draft(slot_id, case_ref).grade("risk", risk);
        self.import(draft)
    }
}

pub(crate) fn round_key() -> PublicKey {
    key_of("the round").public_key()
}

/// A signed-off return as it comes out of opening.
pub(crate) fn arriving(mut audit_return: Return, signer: &Thumbprint) -> OpenedFile {
    let slot = audit_return.agency.slot.clone();
    let secret = secret_of(slot.as_str());
    if audit_return.enrolment_proof.is_none() {
        let proof = secret.prove(&audit_return.round.id, &slot, signer);
        audit_return.enrolment_proof = Some(proof);
    }
    audit_return.sign_off.get_or_insert(SignOff {
        role: "Auditor".into(),
        name: "A. Auditor".into(),
        declaration: Declaration {
            authorised: true,
            concerns_passed_on: true,
            pseudonymised: true,
            fair_account: true,
        },
        at: at("2026-03-09T09:00:00Z"),
    });
    let payload = payload_of(&audit_return);
    let file = Hash::of(format!("{payload} {signer}").as_bytes());
    let opened = OpenedReturn {
        payload,
        signer: *signer,
        by_rules_of: audit_return.tool.clone(),
        blocks: Vec::new(),
        unexplained: 0,
        second: None,
        audit_return,
    };
    OpenedFile { name: format!("{slot}.json"), file: Some(file), content: Ok(Box::new(opened)) }
}

/// The same with its return as `change` makes it.
pub(crate) fn with_return(mut opened: OpenedFile, change: impl FnOnce(&mut Return)) -> OpenedFile {
    change(&mut opened.content.as_mut().unwrap().audit_return);
    opened
}

/// Whose key nobody knows.
pub(crate) fn stranger() -> Thumbprint {
    key_of("a stranger").public_key().thumbprint()
}

/// A return that a stranger signed, with no proof of an invitation.
pub(crate) fn from_a_stranger(audit_return: Return) -> OpenedFile {
    with_return(arriving(audit_return, &stranger()), |ret| ret.enrolment_proof = None)
}

/// The very work that its own auditor would sign, proof and all, signed by a stranger: as from a file that was
/// intercepted.
pub(crate) fn intercepted(audit_return: Return) -> OpenedFile {
    let own = key_of(audit_return.agency.slot.as_str()).public_key().thumbprint();
    let signed = arriving(audit_return, &own).content.unwrap();
    arriving(signed.audit_return, &stranger())
}

/// A return that its own auditor signed off at this time.
pub(crate) fn signed_off_at(audit_return: Return, time: &str) -> OpenedFile {
    let signer = key_of(audit_return.agency.slot.as_str()).public_key().thumbprint();
    with_return(arriving(audit_return, &signer), |ret| {
        ret.sign_off.as_mut().unwrap().at = at(time);
    })
}

pub(crate) fn payload_of(audit_return: &Return) -> Hash {
    Hash::of(&serde_json::to_vec(audit_return).unwrap())
}

/// Judged so, with everything said that may be asked.
pub(crate) fn decision(to: &str) -> Decision {
    Decision {
        verdict: Verdict::Grade { grade: grade(to), qualifier: None },
        reason: LONG_REASON.into(),
        met_on: "2026-03-19".parse().unwrap(),
        present: vec!["Chair".into(), "Police".into()],
        dissent: Vec::new(),
        discussion: "Read side by side.".into(),
        lower_risk: "The child was seen that week.".into(),
        meeting: None,
    }
}

pub(crate) fn on_area(case_ref: &str, id: &str) -> Subject {
    Subject { case: case(case_ref), area: Some(area(id)) }
}

pub(crate) fn on_case(case_ref: &str) -> Subject {
    Subject { case: case(case_ref), area: None }
}

/// Thirty-four words.
pub(crate) const LONG_REASON: &str = "The panel read the minutes together and saw that the plan was \
    followed from the second week on, that the child was seen alone each time, and that the family \
    knew what had to change.";

/// The bytes' hash of a return once its slot's auditor has signed it.
pub(crate) fn signed_payload(audit_return: &Return) -> Hash {
    let key = key_of(audit_return.agency.slot.as_str());
    let opened = arriving(audit_return.clone(), &key.public_key().thumbprint());
    opened.content.unwrap().payload
}

/// What an auditor does to a draft.
pub(crate) trait Audit: Sized {
    fn grade(self, area: &str, grade: &str) -> Self;
    fn no_grade(self, area: &str, because: NonGrade) -> Self;
    fn overall(self, grade: &str) -> Self;
    fn nil(self) -> Self;
    fn says(self, prompt: &str, value: AnswerValue) -> Self;
    fn chooses(self, prompt: &str, options: &[&str]) -> Self;
    fn responds(self, prompt: &str, response: Response) -> Self;
    fn corrected(&self) -> Self;
}

impl Audit for Return {
    fn grade(mut self, id: &str, to: &str) -> Self {
        self.areas.entry(area(id)).or_default().grading = Some(Grading::Grade(grade(to)));
        self
    }

    fn no_grade(mut self, id: &str, because: NonGrade) -> Self {
        let grading = Grading::None { because, reason: "As the record shows.".into() };
        self.areas.entry(area(id)).or_default().grading = Some(grading);
        self
    }

    fn overall(mut self, to: &str) -> Self {
        self.overall.grading = Some(Grading::Grade(grade(to)));
        self
    }

    fn nil(mut self) -> Self {
        self.involvement.level = Some(InvolvementLevel::NotKnown);
        self
    }

    fn says(self, prompt: &str, value: AnswerValue) -> Self {
        self.responds(prompt, Response::Value(value))
    }

    fn chooses(self, prompt: &str, options: &[&str]) -> Self {
        let options = options.iter().map(|id| OptionId::new(*id).unwrap()).collect();
        self.responds(prompt, Response::Options(options))
    }

    fn responds(mut self, id: &str, response: Response) -> Self {
        let answer = Answer { response: Some(response), ..Answer::default() };
        self.answers.insert(prompt(id), answer);
        self
    }

    fn corrected(&self) -> Self {
        correction(self, signed_payload(self))
    }
}

/// The opened file as if its return broke no rule.
pub(crate) fn without_blocks(mut opened: OpenedFile) -> OpenedFile {
    if let Ok(content) = &mut opened.content {
        content.blocks.clear();
        content.unexplained = 0;
    }
    opened
}

/// What the panel says of one child.
pub(crate) fn difference(case_ref: &str) -> super::meeting::Difference {
    super::meeting::Difference {
        case: case(case_ref),
        level: crate::audit_return::ImpactLevel::Improved,
        text: "The child is safer.".into(),
        meeting: None,
        stamp: stamp(),
    }
}
