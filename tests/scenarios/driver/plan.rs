//! What a board does after the report: recommendations, the action plan, the round after.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use multi_agency_audit::id::ItemId;
use multi_agency_audit::panel::Workbook;
use multi_agency_audit::panel::actions::sheet::{Taken, read_sheet};
use multi_agency_audit::panel::actions::{
    Action, ActionPlan, ActionStatus, ActionStep, Body, Owner, Priority, action_plan,
    ap10_carry_forward,
};
use multi_agency_audit::panel::findings::{
    Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
};
use multi_agency_audit::panel::manuscript::{Passage, Place};
use multi_agency_audit::report::{action_sheet, grid_csv};

use super::{Scenario, case_ref};

fn item(id: &str) -> ItemId {
    id.parse().unwrap()
}

pub fn agency(name: &str) -> Body {
    Body::Agency(name.parse().unwrap())
}

impl Scenario {
    pub fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The panel makes an issue of what an agency found wrong first in an area of these cases.
    #[track_caller]
    pub fn panel_finds_an_issue(
        &mut self,
        id: &str,
        theme: &str,
        of: &str,
        area: &str,
        cases: &[&str],
    ) {
        let area = self.area(area);
        let mut sources = Vec::new();
        for label in cases {
            let case = case_ref(label);
            let mut current = self.workbook.current_of_case(&case);
            let (place, file, ret) =
                current.find(|(place, ..)| place.agency.as_str() == of).expect("a return");
            let concern = &ret.areas[&area].concerns[0];
            let item = SourceItem::Concern { area: area.clone(), item: concern.id.clone() };
            sources.push(FindingSource::Return(SourceRef { place: place.clone(), file, item }));
        }
        let scope = match cases {
            [only] => FindingScope::Case(case_ref(only)),
            _ => FindingScope::AcrossCases,
        };
        let finding = Finding {
            id: item(id),
            kind: FindingKind::Issue,
            scope,
            text: "What was needed came late".into(),
            themes: vec![theme.parse().unwrap()],
            sources,
            counted: None,
            fate: Fate::Kept,
            stamp: self.stamp(),
        };
        self.workbook.record_finding(finding).expect("a finding that may stand");
    }

    /// The panel recommends something because of a finding.
    pub fn panel_recommends(&mut self, id: &str, because_of: &str, again: Option<u32>, text: &str) {
        let passage = Passage {
            text: text.into(),
            rests_on: vec![item(because_of)],
            audit_again_months: again,
            ..Passage::begin(item(id), Place::Recommendation, self.stamp())
        };
        self.workbook.record_passage(passage).unwrap();
    }

    /// The board's group plans an action that an agency owns, due in so many days.
    pub fn board_plans(&mut self, id: &str, recommendation: &str, of: &str, text: &str, days: u64) {
        let stamp = self.stamp();
        let today = self.today();
        let action = Action {
            id: item(id),
            recommendations: vec![item(recommendation)],
            findings: Vec::new(),
            areas: Vec::new(),
            themes: Vec::new(),
            text: text.into(),
            outcome: "Children are helped sooner".into(),
            measure: "Nine of ten records sampled in the next round show it".into(),
            evidence_expected: "The sample".into(),
            owner: Owner { body: agency(of), role: "Head of service".into() },
            contributors: Vec::new(),
            agreed: Some(today),
            resources: String::new(),
            start: None,
            due: Some(today + chrono::Days::new(days)),
            milestones: Vec::new(),
            priority: Priority::High,
            audit_again: None,
            carried: None,
            stamp,
        };
        self.workbook.record_action(action).unwrap();
    }

    pub fn board_ratifies(&mut self) {
        let (stamp, today) = (self.stamp(), self.today());
        self.workbook.ratify_plan(Some(today), "Full board", &stamp).unwrap();
    }

    /// The sheet of an agency's open actions, as it leaves the panel's computer.
    pub fn panel_sends_a_sheet(&mut self, id: &str, to: &str) -> String {
        let stamp = self.stamp();
        let sheet = self.workbook.issue_sheet(item(id), &agency(to), &stamp).unwrap().clone();
        grid_csv(&action_sheet(&self.workbook, &sheet))
    }

    /// Takes over what an agency wrote on its sheet; conflicts stay.
    #[track_caller]
    pub fn panel_takes_the_sheet(&mut self, bytes: &[u8]) -> Taken {
        let read = read_sheet(&self.workbook, bytes, self.today()).expect("a sheet");
        assert_eq!(read.faults, []);
        let stamp = self.stamp();
        self.workbook.take_sheet(&read, &BTreeMap::new(), &stamp)
    }

    pub fn group_closes(&mut self, id: &str) {
        let (stamp, on) = (self.stamp(), self.today());
        let reviewer = Owner { body: Body::Board, role: "Chair of the audit group".into() };
        let closed = ActionStep::Closed { reviewer, on };
        self.workbook.record_action_step(&item(id), closed, &stamp).unwrap();
    }

    pub fn plan_today(&self) -> ActionPlan {
        action_plan(&self.workbook, self.today())
    }

    #[track_caller]
    pub fn action_is(&self, id: &str, status: ActionStatus) {
        let plan = self.plan_today();
        let line = plan.lines.iter().find(|line| line.action.id == item(id));
        assert_eq!(line.expect("an action of this id").status, status, "{id}");
    }

    /// The next round begins: what is open is carried into it, and the two are compared.
    pub fn follows(&mut self, earlier: &Scenario) {
        self.now = earlier.now;
        let stamp = self.stamp();
        ap10_carry_forward(&earlier.workbook, &mut self.workbook, &stamp);
        let reason = "The same tool, a year later";
        self.workbook.link_baseline(&earlier.workbook, BTreeSet::new(), reason, &stamp).unwrap();
    }

    /// Keeps the workbook and opens it again, as the next day does.
    pub fn opens_the_workbook_again(&mut self) {
        let text = serde_json::to_string(self.workbook.record()).unwrap();
        let before = self.workbook.record().clone();
        let mut again = Workbook::from_record(serde_json::from_str(&text).unwrap());
        let opener = again.opener();
        for (name, file) in (1..).zip(self.kept.values()) {
            again.restore(opener.open(&format!("{name}"), file.as_bytes())).unwrap();
        }
        assert_eq!(*again.record(), before);
        self.workbook = again;
    }
}
