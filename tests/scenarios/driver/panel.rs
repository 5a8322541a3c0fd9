//! What the panel does and sees.

use multi_agency_audit::audit_return::ImpactLevel;
use multi_agency_audit::envelope::OpeningKey;
use multi_agency_audit::id::{AgencyId, GradeId};
use multi_agency_audit::panel::integration::{Grid, GridRow};
use multi_agency_audit::panel::meeting::Difference;
use multi_agency_audit::panel::{
    CellState, Decision, ImportRow, JudgementError, JudgementState, Matrix, ReturnKey, RowNote,
    Stamp, Subject, Verdict,
};

use super::{Scenario, SignedFile, case_ref, slot_id};

/// What became of one file.
#[derive(Debug)]
pub struct Imported(ImportRow);

/// One row of the grid, as the panel reads it.
pub struct ReadGrid(GridRow);

impl Scenario {
    pub(super) fn stamp(&mut self) -> Stamp {
        Stamp { by: "Coordinator".into(), at: self.tick() }
    }

    /// Imports everything that is in the post, in the order in which it was sent.
    #[track_caller]
    pub fn panel_imports_everything(&mut self) -> Vec<Imported> {
        let post = std::mem::take(&mut self.outbox);
        assert!(!post.is_empty(), "nothing is in the post, so the story proves nothing");
        post.iter().map(|file| self.panel_imports(file)).collect()
    }

    /// Imports one file, in the post or not.
    pub fn panel_imports(&mut self, file: &SignedFile) -> Imported {
        self.outbox.retain(|waiting| waiting.bytes != file.bytes);
        let stamp = self.stamp();
        let opened = self.workbook.opener().open(&file.name, &file.bytes);
        let batch = self.workbook.begin_import(&stamp);
        let row = self.workbook.admit(batch, opened, &stamp);
        if let Some(hash) = row.file.filter(|_| row.keeps_file()) {
            self.kept.insert(hash, String::from_utf8(file.bytes.clone()).unwrap());
        }
        Imported(row)
    }

    /// Imports many files as one import, in this order, in a browser that holds these keys.
    pub fn panel_imports_in_one_go(
        &mut self,
        files: &[SignedFile],
        keys: Vec<OpeningKey>,
    ) -> Vec<Imported> {
        let stamp = self.stamp();
        let opener = self.workbook.opener().with_keys(keys);
        let batch = self.workbook.begin_import(&stamp);
        let admit = |file: &SignedFile| {
            let opened = opener.open(&file.name, &file.bytes);
            Imported(self.workbook.admit(batch, opened, &stamp))
        };
        files.iter().map(admit).collect()
    }

    pub(super) fn place(agency: &str, case: &str) -> ReturnKey {
        ReturnKey {
            case: case_ref(case),
            slot: slot_id(agency),
            agency: AgencyId::new(agency).unwrap(),
        }
    }

    /// Which version of an agency's return counts, if any.
    #[track_caller]
    pub fn counts(&self, agency: &str, case: &str, version: Option<u32>) {
        let file = self.workbook.current(&Self::place(agency, case));
        let found = file.and_then(|file| self.workbook.audit_return(&file)).map(|ret| ret.version);
        assert_eq!(found, version, "version of {agency} on {case} that counts");
    }

    /// The matrix in numbers: asked, received, nil, still expected.
    #[track_caller]
    pub fn matrix_shows(&self, asked: usize, received: usize, nil: usize, expected: usize) {
        let totals = self.matrix().totals;
        let found = (totals.asked, totals.received, totals.nil, totals.expected);
        assert_eq!(found, (asked, received, nil, expected), "asked, received, nil, expected");
    }

    fn matrix(&self) -> Matrix {
        Matrix::of(&self.workbook, self.now.date_naive())
    }

    /// What the matrix shows for one agency and case.
    #[track_caller]
    pub fn cell(&self, agency: &str, case: &str) -> CellState {
        let matrix = self.matrix();
        let column = matrix.columns.iter().position(|column| column.slot == slot_id(agency));
        let row = matrix.rows.iter().find(|row| row.case == case_ref(case)).expect("a case");
        row.cells[column.expect("an agency")].state
    }

    /// The grid's row of one area; "overall" is the case itself.
    #[track_caller]
    pub fn grid(&self, case: &str, area: &str) -> ReadGrid {
        let area = (area != "overall").then(|| self.area(area));
        let grid = Grid::of(&self.workbook, &case_ref(case));
        ReadGrid(grid.row(area.as_ref()).expect("a graded area").clone())
    }

    /// Where nothing is graded, the grid has nothing to agree on.
    #[track_caller]
    pub fn grid_is_empty(&self, case: &str) {
        assert_eq!(Grid::of(&self.workbook, &case_ref(case)).rows, []);
    }

    /// Vouches for a key after its fingerprint was read back.
    pub fn panel_trusts_the_signer_of(&mut self, file: &SignedFile, agency: &str) {
        let stamp = self.stamp();
        let how = "Fingerprint read back by telephone";
        self.workbook.trust_signer(file.signer, &slot_id(agency), how, &stamp).unwrap();
    }

    /// Chooses one of several files that claim to be the same return.
    #[track_caller]
    pub fn panel_chooses(&mut self, imported: &Imported, reason: &str) {
        let stamp = self.stamp();
        let file = imported.0.file.expect("a file that was read");
        self.workbook.choose_version(&file, reason, &stamp).unwrap();
    }

    /// Agrees a judgement.
    #[track_caller]
    pub fn panel_judges(&mut self, case: &str, area: &str, grade: &str, reason: &str) {
        self.panel_tries_to_judge(case, area, grade, reason).expect("a judgement that may stand");
    }

    /// Says what difference the work made to the child of a case.
    pub fn panel_says_what_difference_it_made(&mut self, case: &str, text: &str) {
        let difference = Difference {
            case: case_ref(case),
            level: ImpactLevel::Improved,
            text: text.into(),
            meeting: None,
            stamp: self.stamp(),
        };
        self.workbook.record_difference(difference).unwrap();
    }

    /// Agrees a judgement, or is told why it may not stand.
    #[track_caller]
    pub fn panel_tries_to_judge(
        &mut self,
        case: &str,
        area: &str,
        grade: &str,
        reason: &str,
    ) -> Result<(), JudgementError> {
        let area = (area != "overall").then(|| self.area(area));
        let subject = Subject { case: case_ref(case), area };
        let stamp = self.stamp();
        if subject.area.is_none() && self.workbook.difference(&subject.case).is_none() {
            self.panel_says_what_difference_it_made(case, "The child was kept safe");
        }
        let decision = Decision {
            verdict: Verdict::Grade { grade: GradeId::new(grade).unwrap(), qualifier: None },
            reason: reason.into(),
            met_on: stamp.at.date_naive(),
            present: vec!["Chair".into()],
            dissent: Vec::new(),
            discussion: "Agencies told each other what they had seen".into(),
            lower_risk: String::new(),
            meeting: None,
        };
        self.workbook.record_judgement(subject, decision, &stamp).map(|_| ())
    }
}

impl Imported {
    /// What became of the file, in the word that the import's table shows.
    #[track_caller]
    pub fn became(&self, token: &str) -> &Self {
        assert_eq!(self.0.token(), token, "{:?}", self.0);
        self
    }

    /// The word by which the import's table is filtered.
    pub fn token(&self) -> &'static str {
        self.0.token()
    }

    /// What the coordinator reads: what it is, and what to do.
    pub fn told(&self) -> (String, String) {
        let wording = self.0.wording();
        (wording.title.into_owned(), wording.advice.into_owned())
    }

    /// What else the coordinator reads of it.
    pub fn noted(&self) -> Vec<String> {
        self.0.notes.iter().map(RowNote::sentence).collect()
    }

    /// Counted in days from the due date (V-05).
    #[track_caller]
    pub fn is_late_by(&self, days: i64) -> &Self {
        let late = self.0.notes.iter().find_map(|note| match note {
            RowNote::Late(late) => Some(late.days),
            RowNote::Concerns { .. }
            | RowNote::JudgedWithout { .. }
            | RowNote::ReadAgain
            | RowNote::Nil
            | RowNote::Marked { .. }
            | RowNote::CaseWithdrawn
            | RowNote::Releases { .. }
            | RowNote::Reopens { .. }
            | RowNote::Answers { .. }
            | RowNote::SignedTwice { .. }
            | RowNote::SecondMissing
            | RowNote::ClockAhead
            | RowNote::Unexplained { .. } => None,
        });
        assert_eq!(late, Some(days), "{:?}", self.0.notes);
        self
    }

    /// How many questions of the panel it answers.
    #[track_caller]
    pub fn answers_questions(&self, questions: usize) -> &Self {
        assert!(self.0.notes.contains(&RowNote::Answers { questions }), "{:?}", self.0.notes);
        self
    }

    /// How many judgements it opens again (V-04).
    #[track_caller]
    pub fn reopens(&self, judgements: usize) -> &Self {
        assert!(self.0.notes.contains(&RowNote::Reopens { judgements }), "{:?}", self.0.notes);
        self
    }
}

impl ReadGrid {
    /// Every agency's grading, in the order of their ids.
    #[track_caller]
    pub fn shows(&self, gradings: &[(&str, &str)]) -> &Self {
        let found: Vec<(&str, &str)> = self
            .0
            .gradings
            .iter()
            .map(|it| (it.voice.place.slot.as_str(), it.grade.as_str()))
            .collect();
        assert_eq!(found, gradings);
        self
    }

    /// What the gradings suggest (N-11).
    #[track_caller]
    pub fn suggests(&self, grade: Option<&str>) -> &Self {
        let found = self.0.suggestion.as_ref().map(|suggestion| suggestion.grade.as_str());
        assert_eq!(found, grade);
        self
    }

    /// Whether the panel must discuss it (N-12).
    #[track_caller]
    pub fn must_be_discussed(&self, must: bool) -> &Self {
        assert_eq!(self.0.must_discuss.is_some(), must, "{:?}", self.0.must_discuss);
        self
    }

    /// The returns on which the latest judgement rests, and whether it stands.
    #[track_caller]
    pub fn judgement_rests_on(&self, versions: &[(&str, u32)], stands: bool) -> &Self {
        let (judgement, state) = self.0.judgement.as_ref().expect("a judgement");
        let found: Vec<(&str, u32)> =
            judgement.rests_on.iter().map(|on| (on.place.slot.as_str(), on.version)).collect();
        assert_eq!(found, versions);
        assert_eq!(*state == JudgementState::Stands, stands, "{state:?}");
        self
    }
}
