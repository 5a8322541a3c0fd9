//! The driver: a round, its auditors, its panel, and the post between them.

mod auditor;
mod dates;
mod decisions;
mod fill;
mod handling;
mod kept;
mod letters;
mod own_program;
mod panel;
mod plan;
mod publishing;
mod questions;
mod siblings;

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};
use multi_agency_audit::audit_return::Return;
use multi_agency_audit::envelope::{
    EnrolmentSecret, Hash, Kind, Limits, SoftwareKey, Thumbprint, Unsigned, open,
};
use multi_agency_audit::id::{AgencyId, AreaId, CaseRef, SlotId, ToolId};
use multi_agency_audit::panel::Workbook;
use multi_agency_audit::round::{
    Agency, CaseEntry, CaseStatus, Invitation, Round, RoundPlan, Slot,
};
use multi_agency_audit::store::SignedVersion;
use multi_agency_audit::tool::{Tool, library};
use serde_json::json;

pub use auditor::Auditor;
pub use panel::Imported;
pub use plan::agency;

/// Every audit of a story is signed on its due date or before, unless it says otherwise.
const DUE: &str = "2026-06-12";
const FIRST_DAY: &str = "2026-05-11T09:00:00Z";

/// One story: a round with its panel and its auditors.
pub struct Scenario {
    workbook: Workbook,
    round_key: SoftwareKey,
    desks: BTreeMap<(String, String), Desk>,
    outbox: Vec<SignedFile>,
    /// Imported files as they came, beside the workbook.
    kept: BTreeMap<Hash, String>,
    now: DateTime<Utc>,
}

/// One auditor's work on one case.
struct Desk {
    invitation: Invitation,
    key: SoftwareKey,
    draft: Return,
    sign_on: Option<DateTime<Utc>>,
    sent: Option<SignedFile>,
    signed: Vec<SignedVersion>,
}

/// A file as it leaves an auditor's computer.
#[derive(Debug, Clone)]
pub struct SignedFile {
    pub name: String,
    pub bytes: Vec<u8>,
    pub signer: Thumbprint,
}

fn bytes_of(purpose: &str, of: &str) -> [u8; 32] {
    *Hash::of(format!("{purpose} {of}").as_bytes()).as_bytes()
}

fn case_ref(label: &str) -> CaseRef {
    CaseRef::new(label.to_lowercase().replace(' ', "-")).unwrap()
}

fn slot_id(agency: &str) -> SlotId {
    SlotId::new(agency).unwrap()
}

impl Scenario {
    /// A round on the tool of 2009: every agency, named by its kind, audits every case.
    pub fn round(agencies: &[&str], cases: &[&str]) -> Self {
        Self::named("a story", agencies, cases)
    }

    /// The same under another name, which makes it another round.
    pub fn named(name: &str, agencies: &[&str], cases: &[&str]) -> Self {
        let tool = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
        Self::with_tool(name, tool, agencies, cases)
    }

    /// The same on another tool that is shipped.
    pub fn on_tool(tool: &str, agencies: &[&str], cases: &[&str]) -> Self {
        let id = ToolId::new(tool).unwrap();
        Self::with_tool("a story", library::by_id(&id).unwrap(), agencies, cases)
    }

    /// The round asks for a chronology with every return (CH-01).
    pub fn asks_for_a_chronology(mut self) -> Self {
        let mut plan = self.workbook.plan().clone();
        plan.round.policy.chronology_required = true;
        self.workbook = Workbook::new(plan, self.round_key.public_key());
        self
    }

    /// The same with a tool of its own.
    pub fn with_tool(name: &str, tool: Tool, agencies: &[&str], cases: &[&str]) -> Self {
        let round_key = SoftwareKey::from_seed(&bytes_of("round key", name));
        let plan = plan(terms(name, tool), agencies, cases);
        Self {
            workbook: Workbook::new(plan, round_key.public_key()),
            round_key,
            desks: BTreeMap::new(),
            outbox: Vec::new(),
            kept: BTreeMap::new(),
            now: FIRST_DAY.parse().unwrap(),
        }
    }

    /// The auditor of an agency at work on a case; the first time, with the invitation just opened.
    #[track_caller]
    pub fn auditor(&mut self, agency: &str, case: &str) -> Auditor<'_> {
        let place = (agency.to_owned(), case.to_owned());
        if !self.desks.contains_key(&place) {
            let invitation = self.opens_invitation(agency);
            let key = SoftwareKey::from_seed(&bytes_of("auditor", agency));
            self.desks.insert(place.clone(), self.desk(invitation, key, case));
        }
        Auditor::at(self, place)
    }

    /// Somebody with another key and without the invitation's secret, posing as an auditor.
    #[track_caller]
    pub fn stranger(&mut self, agency: &str, case: &str) -> Auditor<'_> {
        let place = (format!("{agency} stranger"), case.to_owned());
        let secret = EnrolmentSecret::from_bytes(bytes_of("guess", agency));
        let invitation = Invitation { secret, ..self.opens_invitation(agency) };
        let key = SoftwareKey::from_seed(&bytes_of("stranger", agency));
        self.desks.insert(place.clone(), self.desk(invitation, key, case));
        Auditor::at(self, place)
    }

    /// Two computers that start from the same signed version, each with a draft of its own.
    #[track_caller]
    pub fn second_computer(&mut self, agency: &str, case: &str) -> Auditor<'_> {
        let first = &self.desks[&(agency.to_owned(), case.to_owned())];
        let desk = Desk {
            invitation: first.invitation.clone(),
            key: SoftwareKey::from_seed(first.key.seed()),
            draft: first.draft.clone(),
            sign_on: None,
            sent: first.sent.clone(),
            signed: first.signed.clone(),
        };
        let place = (format!("{agency} second"), case.to_owned());
        self.desks.insert(place.clone(), desk);
        Auditor::at(self, place)
    }

    /// The panel signs the slot's invitation, and the auditor opens that very file.
    #[track_caller]
    fn opens_invitation(&self, agency: &str) -> Invitation {
        let invitation = self.workbook.invitation(&slot_id(agency)).expect("the agency is invited");
        let unsigned = Unsigned::of(&invitation, &self.round_key.public_key()).unwrap();
        let signature = self.round_key.sign(unsigned.signing_input());
        let file = unsigned.signed(&signature).unwrap();
        let limits = Limits::of(Kind::Invitation);
        open(&file, &[Kind::Invitation], &limits).unwrap().parse().unwrap()
    }

    #[track_caller]
    fn desk(&self, invitation: Invitation, key: SoftwareKey, case: &str) -> Desk {
        let who = key.public_key().to_string();
        let id: String = bytes_of("return", &format!("{who} {case}"))
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let draft = Return::begin(&invitation, &case_ref(case), id.parse().unwrap(), self.now);
        Desk {
            draft: draft.expect("the case is in the invitation"),
            invitation,
            key,
            sign_on: None,
            sent: None,
            signed: Vec::new(),
        }
    }

    /// Each thing in a story happens an hour after the one before.
    fn tick(&mut self) -> DateTime<Utc> {
        self.now += chrono::TimeDelta::hours(1);
        self.now
    }

    /// The area whose title begins with this word: "planning" for "Planning and implementing ...".
    #[track_caller]
    fn area(&self, word: &str) -> AreaId {
        let tool = &self.workbook.plan().round.tool;
        let area = tool.areas.iter().find(|area| area.title.to_lowercase().starts_with(word));
        area.unwrap_or_else(|| panic!("no area begins with {word}")).id.clone()
    }

    /// Lets days pass.
    pub fn days_pass(&mut self, days: u64) {
        self.now = self.now + Days::new(days);
    }
}

fn plan(round: Round, agencies: &[&str], cases: &[&str]) -> RoundPlan {
    let cases: Vec<CaseEntry> = cases
        .iter()
        .map(|label| CaseEntry {
            case_ref: case_ref(label),
            label: (*label).to_owned(),
            status: CaseStatus::Open,
        })
        .collect();
    let slot = |agency: &&str| Slot {
        id: slot_id(agency),
        agency: AgencyId::new(*agency).unwrap(),
        label: (*agency).to_owned(),
        secret: EnrolmentSecret::from_bytes(bytes_of("secret", agency)),
        cases: cases.iter().map(|case| case.case_ref.clone()).collect(),
        authority: String::new(),
        limits: Default::default(),
    };
    let agency = |agency: &&str| Agency {
        id: AgencyId::new(*agency).unwrap(),
        kind: agency.parse().unwrap(),
        name: (*agency).to_owned(),
    };
    RoundPlan {
        round,
        agencies: agencies.iter().map(agency).collect(),
        slots: agencies.iter().map(slot).collect(),
        cases,
    }
}

fn terms(name: &str, tool: Tool) -> Round {
    let mut terms = json!({
        "id": name.replace(' ', "-"), "title": name, "period": "This year",
        "board": { "name": "A partnership", "short_name": "AP", "area": "Nowhere" },
        "themes": [], "focus": "Invented cases", "purpose": "To tell a story.",
        "terms_of_reference": [], "selection": "purposive",
        "window": { "look_back_months": 12, "judgement_months": 6 },
        "dates": { "due": DUE }, "concern_route": {},
        "policy": { "overall_reason_words": 30, "outside_range_words": 20,
                    "chronology_required": false, "seal": "off" },
    });
    terms["tool"] = json!(tool);
    serde_json::from_value(terms).unwrap()
}
