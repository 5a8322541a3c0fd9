//! What the panel decides about cases, about returns that are owed, and who goes on with the round.

use multi_agency_audit::id::{AgencyId, GradeId};
use multi_agency_audit::panel::expectation::Expectation;
use multi_agency_audit::panel::findings::candidates;
use multi_agency_audit::panel::mapping::{ToolMapping, proposed, unmatched};
use multi_agency_audit::panel::meeting::{OpenItem, open_items};
use multi_agency_audit::panel::{
    Decision, JudgementError, RestoreError, Subject, Verdict, Workbook, WorkbookRecord,
    k03_limitations, limitations_paragraph,
};
use multi_agency_audit::round::set_up::{SetUpTexts, authority_box, limits_box};
use multi_agency_audit::tool::Tool;

use super::{Scenario, SignedFile, case_ref, slot_id};

impl Scenario {
    /// Takes a case out of the audit.
    pub fn panel_takes_out(&mut self, case: &str, reason: &str) {
        let stamp = self.stamp();
        self.workbook.take_out(&case_ref(case), reason, None, &stamp).expect("a case that counts");
    }

    /// Counts a case again that was taken out.
    pub fn panel_counts_again(&mut self, case: &str, reason: &str) {
        let stamp = self.stamp();
        self.workbook.reinstate_case(&case_ref(case), reason, &stamp).expect("a case taken out");
    }

    /// Decides what is to be expected of a return.
    pub fn panel_expects(&mut self, agency: &str, case: &str, what: Expectation, reason: &str) {
        let stamp = self.stamp();
        self.workbook
            .expect(&Self::place(agency, case), what, reason, &stamp)
            .expect("a return that was asked for");
    }

    /// The paragraph on limitations as it would be printed today.
    pub fn limitations(&self) -> String {
        limitations_paragraph(&k03_limitations(&self.workbook, self.now.date_naive()))
    }

    /// The agency by this id as the round calls it.
    pub fn calls(mut self, agency: &str, name: &str, kind: &str) -> Self {
        let mut plan = self.workbook.plan().clone();
        let id = AgencyId::new(agency).unwrap();
        let known = plan.agencies.iter_mut().find(|one| one.id == id).expect("an agency");
        (known.name, known.kind) = (name.into(), kind.parse().unwrap());
        self.workbook = Workbook::new(plan, self.round_key.public_key());
        self
    }

    /// The panel states another authority to whose standards an agency's place was held.
    pub fn panel_states_authority(&mut self, agency: &str, text: &str) {
        let stamp = self.stamp();
        let stated = (authority_box(&slot_id(agency)), text.to_owned());
        let typed = SetUpTexts::from([stated]);
        self.workbook.k01_change_details(&typed, "The child moved", &stamp).expect("a change");
    }

    /// The panel states another authority, and limits of its own, to which an agency's place was held.
    pub fn panel_states_limits(&mut self, agency: &str, authority: &str, limits: &str) {
        let (stamp, slot) = (self.stamp(), slot_id(agency));
        let named = (authority_box(&slot), authority.to_owned());
        let typed = SetUpTexts::from([named, (limits_box(&slot), limits.to_owned())]);
        self.workbook.k01_change_details(&typed, "The child moved", &stamp).expect("a change");
    }

    /// A judgement with everything that may be asked, changed by the story before it is recorded.
    pub fn panel_tries(
        &mut self,
        case: &str,
        area: &str,
        grade: &str,
        change: impl FnOnce(&mut Decision),
    ) -> Result<(), JudgementError> {
        let subject = Subject { case: case_ref(case), area: Some(self.area(area)) };
        let stamp = self.stamp();
        let mut decision = Decision {
            verdict: Verdict::Grade { grade: GradeId::new(grade).unwrap(), qualifier: None },
            reason: "The record shows it".into(),
            met_on: stamp.at.date_naive(),
            present: vec!["Chair".into(), "Police".into()],
            dissent: Vec::new(),
            discussion: String::new(),
            lower_risk: String::new(),
            meeting: None,
        };
        change(&mut decision);
        self.workbook.record_judgement(subject, decision, &stamp).map(drop)
    }

    /// The latest judgement of an area.
    #[track_caller]
    pub fn judged(&self, case: &str, area: &str) -> &Decision {
        let subject = Subject { case: case_ref(case), area: Some(self.area(area)) };
        &self.workbook.judgement(&subject).expect("a judgement").decision
    }

    /// Reads the returns of another tool by what is the same in both to the letter; gives what has no place.
    #[track_caller]
    pub fn panel_maps(&mut self, theirs: &Tool, file: &SignedFile, reason: &str) -> usize {
        let (prompts, areas) = proposed(theirs, &self.workbook.plan().round.tool);
        let stamp = self.stamp();
        let mapping = ToolMapping {
            tool: theirs.clone(),
            prompts,
            areas,
            reason: reason.into(),
            stamp,
            undone: false,
        };
        let places = self.workbook.map_tool(mapping.clone()).expect("a mapping that may stand");
        assert!(!places.is_empty(), "{} is read now", file.name);
        let signed = self.workbook.as_signed(&places[0]).expect("the return as it was signed");
        unmatched(signed, &mapping).len()
    }

    /// Gives an agency's grade of another scale anew.
    #[track_caller]
    pub fn panel_grades_anew(&mut self, agency: &str, case: &str, area: &str, grade: &str) {
        let subject = Subject { case: case_ref(case), area: Some(self.area(area)) };
        let stamp = self.stamp();
        let reason = "What its record shows is this on our scale";
        self.workbook
            .record_regrade(
                &subject,
                &Self::place(agency, case),
                &GradeId::new(grade).unwrap(),
                reason,
                &stamp,
            )
            .expect("a grade of another scale");
    }

    /// Grades of a row that are compared with nothing, by their own words.
    #[track_caller]
    pub fn not_comparable(&self, case: &str, area: &str) -> Vec<String> {
        let grid =
            multi_agency_audit::panel::integration::Grid::of(&self.workbook, &case_ref(case));
        let area = self.area(area);
        let row = grid.row(Some(&area)).expect("a graded area");
        row.foreign.iter().map(|one| one.label.clone()).collect()
    }

    /// What is open again of a case.
    pub fn left_open(&self, case: &str) -> Vec<String> {
        let named = |subject: &Subject, what: &str| {
            let area = subject.area.as_ref().map_or("overall", |area| area.as_str());
            (subject.case == case_ref(case)).then(|| [area, ": ", what].concat())
        };
        let items = open_items(&self.workbook);
        let items = items.iter().filter_map(|item| match item {
            OpenItem::Reopened(subject) => named(subject, "reopened"),
            OpenItem::Barred(subject) => named(subject, "barred"),
            _ => None,
        });
        items.collect()
    }

    /// How many strengths and concerns wait to become findings.
    pub fn waiting_for_findings(&self) -> usize {
        candidates(&self.workbook).len()
    }

    /// The workbook goes to another coordinator as a file, with every return that was imported.
    ///
    /// Nothing else of this panel is left: what the file does not hold is gone.
    #[track_caller]
    pub fn hands_over_to_another_coordinator(&mut self, imported: &[SignedFile]) {
        let file = serde_json::to_string(self.workbook.record()).unwrap();
        let record: WorkbookRecord = serde_json::from_str(&file).unwrap();
        let before = std::mem::replace(&mut self.workbook, Workbook::from_record(record));
        let awaited = self.workbook.files_to_restore().count();
        let opener = self.workbook.opener();
        let mut restored = 0;
        for file in imported {
            match self.workbook.restore(opener.open(&file.name, &file.bytes)) {
                Ok(()) => restored += 1,
                Err(RestoreError::NotInRegister) => {}
                Err(error) => panic!("{}: {error}", file.name),
            }
        }
        assert_eq!(restored, awaited, "every file that the register names is here again");
        assert_eq!(self.workbook.record(), before.record());
    }

    /// How many entries the decision log has.
    pub fn log_length(&self) -> usize {
        self.workbook.log().entries().len()
    }
}
