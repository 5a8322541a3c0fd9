//! Questions from the panel on their way to an auditor, and what comes back.

use multi_agency_audit::audit_return::{About, Inviting, PackError, QueryPack, open_pack};
use multi_agency_audit::envelope::{Hash, SoftwareKey, Unsigned};
use multi_agency_audit::id::QueryId;
use multi_agency_audit::panel::{NewQuery, QueryError, QueryState, discrepancies};
use multi_agency_audit::store::{Asked, Change, DraftRecord, QuestionChange, apply};

use super::auditor::Auditor;
use super::{Scenario, SignedFile, slot_id};

impl Scenario {
    /// The panel writes a question about one place of an agency's return, such as `prompt-3.1`.
    #[track_caller]
    pub fn panel_asks(&mut self, id: &str, agency: &str, case: &str, about: &str, text: &str) {
        self.panel_tries_to_ask(id, agency, case, about, text).expect("a question that may stand");
    }

    /// The panel writes a question, or is told why it may not stand.
    #[track_caller]
    pub fn panel_tries_to_ask(
        &mut self,
        id: &str,
        agency: &str,
        case: &str,
        about: &str,
        text: &str,
    ) -> Result<(), QueryError> {
        let query = NewQuery {
            id: query_id(id),
            place: Self::place(agency, case),
            about: About::of_key(about).expect("a place of a return"),
            text: text.into(),
            answer_by: None,
            keeps: String::new(),
        };
        let stamp = self.stamp();
        self.workbook.write_query(query, &stamp)
    }

    /// These returns contradict the others of their case, and no more; with the place at which to ask.
    #[track_caller]
    pub fn contradicts(&self, wanted: &[(&str, &str, &str)]) {
        let place = |(agency, case, about): &(&str, &str, &str)| {
            (Self::place(agency, case), About::of_key(about).expect("a place of a return"))
        };
        let found = discrepancies(&self.workbook).into_iter();
        let found: Vec<_> = found.map(|one| (one.place().clone(), one.about())).collect();
        assert_eq!(found, wanted.iter().map(place).collect::<Vec<_>>());
    }

    /// The panel signs all that it asks an agency now; the file is not in the post.
    #[track_caller]
    pub fn panel_sends_questions(&mut self, agency: &str) -> SignedFile {
        let pack = self.pack_for(agency);
        signed_by(&pack, &self.round_key, agency)
    }

    /// The same by another key: a forgery.
    #[track_caller]
    pub fn sends_questions_signed_by(&mut self, agency: &str, key: &SoftwareKey) -> SignedFile {
        let pack = self.pack_for(agency);
        signed_by(&pack, key, agency)
    }

    #[track_caller]
    fn pack_for(&mut self, agency: &str) -> QueryPack {
        let stamp = self.stamp();
        let pack = self.workbook.query_pack(&slot_id(agency), &stamp).expect("something to ask");
        pack.check().expect("a pack that can be opened");
        let file = Hash::of(&serde_json::to_vec(&pack).unwrap());
        self.workbook.note_pack(&pack, file, &stamp);
        pack
    }

    /// The panel takes a question back.
    #[track_caller]
    pub fn panel_withdraws_question(&mut self, id: &str, reason: &str) {
        let stamp = self.stamp();
        self.workbook
            .withdraw_query(&query_id(id), reason, &stamp)
            .expect("a question to withdraw");
    }

    /// Where a question stands, in a few words.
    #[track_caller]
    pub fn question_is(&self, id: &str, wanted: &str) {
        let query = self.workbook.query(&query_id(id)).expect("a question");
        let found = match self.workbook.query_state(query) {
            QueryState::Open { passed_over_in: None } => "open".to_owned(),
            QueryState::Open { passed_over_in: Some(version) } => {
                format!("open, version {version} does not answer it")
            }
            QueryState::Answered(answer) => {
                let differs = match answer.differs {
                    Some(true) => ", changed",
                    Some(false) | None => "",
                };
                format!("answered in version {}{differs}: {}", answer.version, answer.answer.answer)
            }
            QueryState::Arrived { version } => format!("version {version} has come"),
            QueryState::Withdrawn => "withdrawn".to_owned(),
            QueryState::CaseWithdrawn => "its case is withdrawn".to_owned(),
        };
        assert_eq!(found, wanted);
    }
}

impl Auditor<'_> {
    /// Opens a file of questions beside the own return; what is here of it, or why it stays shut.
    pub fn tries_to_open_questions(&self, file: &SignedFile) -> Result<&'static str, PackError> {
        self.asked(file).map(|asked| asked.standing.name())
    }

    fn asked(&self, file: &SignedFile) -> Result<Asked, PackError> {
        let desk = self.desk();
        let round_key = self.story().round_key.public_key().thumbprint();
        let here = [Inviting { invitation: &desk.invitation, round_key }];
        let (pack, _) = open_pack(&file.bytes, &here)?;
        let now = self.story().now;
        let mut record = DraftRecord::begin(desk.draft.clone(), Hash::of(b"invitation"), now);
        record.signed = desk.signed.clone();
        let of_case = |asked: &Asked| asked.case_ref == desk.draft.case_ref;
        let asked = Asked::of(&pack, &[record]).into_iter().find(of_case);
        Ok(asked.expect("the pack asks about this case"))
    }

    /// Opens a file of questions and begins the version that answers them, where none is begun.
    #[track_caller]
    pub fn takes_up_questions(mut self, file: &SignedFile) -> Self {
        let asked = self.asked(file).expect("a pack for this auditor");
        assert!(asked.standing.answerable().is_some(), "{:?}", asked.standing);
        if self.desk().draft.sign_off.is_some() {
            self = self.corrects();
        }
        let draft = &mut self.desk_mut().draft;
        asked.changes().iter().for_each(|change| apply(draft, change));
        self
    }

    /// Writes an answer to one question of the panel.
    #[track_caller]
    pub fn answers_the_panel(mut self, id: &str, text: &str) -> Self {
        let draft = &mut self.desk_mut().draft;
        let known = draft.panel_questions.iter().any(|one| one.question.id == query_id(id));
        assert!(known, "{id} is not asked");
        apply(draft, &Change::PanelQuestion(query_id(id), QuestionChange::Answer(text.into())));
        self
    }

    /// Says that what a question is about was changed.
    #[track_caller]
    pub fn says_it_was_changed(mut self, id: &str) -> Self {
        let change = Change::PanelQuestion(query_id(id), QuestionChange::Changed(true));
        apply(&mut self.desk_mut().draft, &change);
        self
    }

    /// How many questions of the panel stand in the draft.
    #[track_caller]
    pub fn finds_questions(self, number: usize) -> Self {
        assert_eq!(self.desk().draft.panel_questions.len(), number);
        self
    }
}

fn signed_by(pack: &QueryPack, key: &SoftwareKey, agency: &str) -> SignedFile {
    let unsigned = Unsigned::of(pack, &key.public_key()).unwrap();
    let bytes = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap();
    let name = format!("query-{agency}.json");
    SignedFile { name, bytes, signer: key.public_key().thumbprint() }
}

fn query_id(id: &str) -> QueryId {
    id.parse().expect("an id")
}
