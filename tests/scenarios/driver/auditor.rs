//! What an auditor does, in an auditor's verbs.

use multi_agency_audit::audit_return::{
    AnchorEvent, Answer, AreaRecord, Auditor as Person, ChronologyEntry, Concern, Declaration,
    Explanation, Grading, Impact, ImpactLevel, InvolvementLevel, NilSearch, NonGrade, RelativeDay,
    Response, Return, SignOff, Source, Strength, When, correction, to_sign,
};
use multi_agency_audit::check::{Notice, Readiness, check};
use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::id::{GradeId, ItemId, PromptId};
use multi_agency_audit::store::SignedVersion;
use multi_agency_audit::tool::{AnswerValue, Graph};

use super::fill::answer_what_is_asked;
use super::{Desk, Scenario, SignedFile};

/// Thirty words and more, which the overall grade asks for (G-13).
const WHY: &str = "Agencies kept this child safe and told each other what they knew. The plan was \
    followed, the child was heard, and what could be better is small and has been agreed with the team.";

/// An auditor at work on one case.
pub struct Auditor<'a> {
    story: &'a mut Scenario,
    place: (String, String),
}

#[expect(
    clippy::wrong_self_convention,
    reason = "what is said of an auditor is a link of the chain, too"
)]
impl<'a> Auditor<'a> {
    pub(super) fn at(story: &'a mut Scenario, place: (String, String)) -> Self {
        Self { story, place }
    }

    pub(super) fn story(&self) -> &Scenario {
        self.story
    }

    pub(super) fn story_mut(&mut self) -> &mut Scenario {
        self.story
    }

    /// The same agency's return for another case.
    #[track_caller]
    pub(super) fn draft_of(&self, case: &str) -> &Return {
        &self.story.desks[&(self.place.0.clone(), case.to_owned())].draft
    }

    /// The return as it stands.
    pub fn draft(&self) -> &Return {
        &self.desk().draft
    }

    /// Writes down what the record shows about one question.
    pub fn writes_evidence(mut self, prompt: &str, text: &str) -> Self {
        let id = PromptId::new(prompt).unwrap();
        self.desk_mut().draft.answers.entry(id).or_default().evidence = text.into();
        self
    }

    pub(super) fn desk(&self) -> &Desk {
        &self.story.desks[&self.place]
    }

    pub(super) fn desk_mut(&mut self) -> &mut Desk {
        self.story.desks.get_mut(&self.place).expect("the auditor has a desk")
    }

    /// Says who they are and that their agency worked with the child.
    pub fn introduces_themselves(mut self) -> Self {
        let draft = &mut self.desk_mut().draft;
        draft.auditor = Person {
            name: "Auditor".into(),
            role: "Safeguarding lead".into(),
            independent_of_case: Some(true),
            experienced: Some(true),
        };
        draft.involvement.level.get_or_insert(InvolvementLevel::Involved);
        self
    }

    /// Works with a parent rather than the child.
    pub fn worked_with_a_parent(mut self) -> Self {
        self.desk_mut().draft.involvement.level = Some(InvolvementLevel::InvolvedWithParent);
        self
    }

    /// Finds nothing under that name, and says where they looked.
    pub fn does_not_know_the_family(mut self) -> Self {
        self = self.introduces_themselves();
        let involvement = &mut self.desk_mut().draft.involvement;
        involvement.level = Some(InvolvementLevel::NotKnown);
        involvement.nil = Some(NilSearch {
            searched_on: "2026-05-11".parse().ok(),
            systems: "Case management system and archive".into(),
            statement: "No record of the child or the family".into(),
        });
        self
    }

    /// Finds the family after all, so that there is something to audit.
    pub fn finds_that_they_were_involved(mut self) -> Self {
        let involvement = &mut self.desk_mut().draft.involvement;
        involvement.level = Some(InvolvementLevel::Involved);
        involvement.nil = None;
        self
    }

    /// Completes the whole return: everything asked is answered, every area asked is good.
    ///
    /// One small concern is recorded, as an honest auditor would.
    pub fn audits_everything_as_good(mut self) -> Self {
        self = self.introduces_themselves();
        let tool = self.desk().invitation.round.tool.clone();
        let kind = self.desk().draft.agency.kind.clone();
        answer_what_is_asked(&tool, &mut self.desk_mut().draft);
        let asked = tool.graded_areas().filter(|area| area.asked_of.includes(&kind));
        for area in asked {
            self = self.grades(first_word(&area.title), "good");
        }
        self.finds_wrong("recording", "A visit was written up late").overall("good")
    }

    /// Says who they are and answers every question that is asked; grades and findings are another matter.
    pub fn answers_everything(mut self) -> Self {
        self = self.introduces_themselves();
        let tool = self.desk().invitation.round.tool.clone();
        answer_what_is_asked(&tool, &mut self.desk_mut().draft);
        self
    }

    /// Writes one event into the chronology, three days before the referral.
    pub fn tells_the_chronology(self) -> Self {
        self.tells_of_what_came_before("A neighbour called")
    }

    /// The same of any event.
    pub fn tells_of_what_came_before(mut self, event: &str) -> Self {
        let chronology = &mut self.desk_mut().draft.chronology;
        chronology.anchor = Some(AnchorEvent::Referral);
        chronology.entries.push(ChronologyEntry {
            when: When::Day(RelativeDay { day: -3, up_to: None, before_window: false }),
            text: event.into(),
            source: Some(Source::CaseNote),
            ..ChronologyEntry::empty(ItemId::new("event-1").unwrap())
        });
        self
    }

    /// Chooses a grade and gives what goes with it: reason, impact, a strength or a concern.
    #[track_caller]
    pub fn grades(mut self, area: &str, grade: &str) -> Self {
        self = self.chooses_grade(area, grade);
        let id = self.story.area(area);
        let record = self.desk_mut().draft.areas.entry(id.clone()).or_default();
        record.reason = format!("The record of this area is {grade}");
        record.impact = Impact {
            level: Some(ImpactLevel::NoEffect),
            text: "The child was not affected".into(),
        };
        record.was_immediate_concern = Some(false);
        if grade == "good" {
            self.finds_well(area, "The work was timely")
        } else {
            self.answers_first_prompt_of(area, AnswerValue::No)
                .finds_wrong(area, "What was needed came late")
        }
    }

    /// Chooses a grade for an area, and nothing else.
    #[track_caller]
    pub fn chooses_grade(mut self, area: &str, grade: &str) -> Self {
        let id = self.story.area(area);
        let record = self.desk_mut().draft.areas.entry(id).or_default();
        record.grading = Some(Grading::Grade(GradeId::new(grade).unwrap()));
        self
    }

    /// Says of an area that nothing of it happened in this case, and takes back all that was recorded there.
    #[track_caller]
    pub fn sets_aside(mut self, area: &str, reason: &str) -> Self {
        let id = self.story.area(area);
        let grading = Grading::None { because: NonGrade::NotApplicable, reason: reason.into() };
        let record = AreaRecord { grading: Some(grading), ..AreaRecord::default() };
        self.desk_mut().draft.areas.insert(id, record);
        self
    }

    /// Records a strength with its evidence.
    #[track_caller]
    pub fn finds_well(mut self, area: &str, what: &str) -> Self {
        let area = self.story.area(area);
        let record = self.desk_mut().draft.areas.entry(area).or_default();
        record.strengths.push(Strength {
            id: ItemId::new(format!("strength-{}", record.strengths.len() + 1)).unwrap(),
            text: what.into(),
            evidence: "Dated entries".into(),
            source: Some(Source::CaseNote),
        });
        self
    }

    /// Takes every strength of an area away.
    #[track_caller]
    pub fn takes_back_strengths(mut self, area: &str) -> Self {
        let area = self.story.area(area);
        self.desk_mut().draft.areas.entry(area).or_default().strengths.clear();
        self
    }

    /// Records a concern with its evidence.
    #[track_caller]
    pub fn finds_wrong(mut self, area: &str, what: &str) -> Self {
        let area = self.story.area(area);
        let record = self.desk_mut().draft.areas.entry(area).or_default();
        record.concerns.push(Concern {
            id: ItemId::new(format!("concern-{}", record.concerns.len() + 1)).unwrap(),
            text: what.into(),
            evidence: "Dates of entry".into(),
            source: Some(Source::CaseNote),
        });
        self
    }

    /// Grades the case overall, with a reason of the length asked for.
    pub fn overall(mut self, grade: &str) -> Self {
        let overall = &mut self.desk_mut().draft.overall;
        overall.grading = Some(Grading::Grade(GradeId::new(grade).unwrap()));
        overall.reason = WHY.into();
        self
    }

    /// Answers one judgement prompt, with what the record shows.
    pub fn answers(mut self, prompt: &str, value: AnswerValue) -> Self {
        self.desk_mut().draft.answers.insert(
            PromptId::new(prompt).unwrap(),
            Answer {
                response: Some(Response::Value(value)),
                evidence: "As the minutes say".into(),
                source: Some(Source::Minutes),
                reason: String::new(),
            },
        );
        self
    }

    /// Chooses one option of a question of choice.
    pub fn chooses(mut self, prompt: &str, option: &str) -> Self {
        let response = Some(Response::Option(option.parse().unwrap()));
        let answer = Answer { response, ..Answer::default() };
        self.desk_mut().draft.answers.insert(PromptId::new(prompt).unwrap(), answer);
        self
    }

    /// Answers a question in words.
    pub fn says(mut self, prompt: &str, text: &str) -> Self {
        let answer = Answer { response: Some(Response::Text(text.into())), ..Answer::default() };
        self.desk_mut().draft.answers.insert(PromptId::new(prompt).unwrap(), answer);
        self
    }

    /// Chooses several options of such a question.
    pub fn chooses_all(mut self, prompt: &str, options: &[&str]) -> Self {
        let options = options.iter().map(|option| option.parse().unwrap()).collect();
        let answer = Answer { response: Some(Response::Options(options)), ..Answer::default() };
        self.desk_mut().draft.answers.insert(PromptId::new(prompt).unwrap(), answer);
        self
    }

    #[track_caller]
    fn answers_first_prompt_of(self, area: &str, value: AnswerValue) -> Self {
        let id = self.story.area(area);
        let tool = &self.desk().invitation.round.tool;
        let shown = Graph::compile(tool).shown(&self.desk().draft);
        let prompts = &tool.area(&id).unwrap().prompts;
        let first = prompts.iter().find(|prompt| shown.is_asked(&prompt.id)).unwrap().id.clone();
        self.answers(first.as_str(), value)
    }

    /// Gives the reason why a warning may stand.
    #[track_caller]
    pub fn explains(mut self, rule: &str, reason: &str) -> Self {
        let notices = self.notices();
        let notice = notices.iter().find(|notice| notice.rule.0 == rule);
        let notice = notice.unwrap_or_else(|| panic!("{rule} does not warn; {}", told(&notices)));
        self.desk_mut().draft.explanations.push(Explanation {
            rule: rule.into(),
            place: notice.place.key(),
            reason: reason.into(),
            covers: notice.extent.count,
            kept: notice.extent.texts.clone(),
        });
        self
    }

    /// Will sign on this day rather than now.
    pub fn signs_only_on(mut self, day: &str) -> Self {
        self.desk_mut().sign_on = Some(format!("{day}T12:00:00Z").parse().unwrap());
        self
    }

    fn notices(&self) -> Vec<Notice> {
        let desk = self.desk();
        check(&desk.invitation.round, &desk.draft)
    }

    /// The program asks this kind of agency this question, or does not.
    #[track_caller]
    pub fn is_asked(self, prompt: &str, asked: bool) -> Self {
        let shown = Graph::compile(&self.desk().invitation.round.tool).shown(&self.desk().draft);
        let prompt = PromptId::new(prompt).unwrap();
        assert_eq!(shown.is_asked(&prompt), asked, "question {prompt}");
        self
    }

    /// The program puts this question in these words (G-20).
    #[track_caller]
    pub fn is_asked_as(self, prompt: &str, words: &str) -> Self {
        let (tool, draft) = (&self.desk().invitation.round.tool, &self.desk().draft);
        let (_, asked) = tool.prompt(&PromptId::new(prompt).unwrap()).unwrap();
        assert_eq!(asked.wording(draft), words, "question {prompt}");
        self
    }

    /// The program does not let the auditor sign, and this rule is among the reasons.
    #[track_caller]
    pub fn is_refused_signing_because(self, rule: &str) -> Self {
        let notices = self.notices();
        let readiness = Readiness::of(&notices, &self.desk().draft);
        let mut open = readiness.blocks.iter().chain(&readiness.unexplained);
        assert!(open.any(|notice| notice.rule.0 == rule), "{rule} is silent; {}", told(&notices));
        self
    }

    /// The program would let the auditor sign.
    #[track_caller]
    pub fn is_ready(self) -> Self {
        let notices = self.notices();
        let readiness = Readiness::of(&notices, &self.desk().draft);
        assert!(readiness.is_ready(), "{}", told(&notices));
        self
    }

    /// Signs and sends the return; the file is in the post to the panel.
    #[track_caller]
    pub fn signs_and_exports(self) -> SignedFile {
        self.is_ready().signs_whatever_the_program_says()
    }

    /// Signs with another program, which checks nothing.
    pub fn signs_whatever_the_program_says(mut self) -> SignedFile {
        let now = self.story.tick();
        let desk = self.desk_mut();
        let sign_off = SignOff {
            role: desk.draft.auditor.role.clone(),
            name: desk.draft.auditor.name.clone(),
            declaration: Declaration {
                authorised: true,
                concerns_passed_on: true,
                pseudonymised: true,
                fair_account: true,
            },
            at: desk.sign_on.unwrap_or(now),
        };
        let public = desk.key.public_key();
        let (signed, unsigned) =
            to_sign(&desk.draft, sign_off, &desk.invitation, &public).expect("it can be written");
        let signature = desk.key.sign(unsigned.signing_input());
        let file = SignedFile {
            name: format!("{}-{}-v{}.json", signed.case_ref, signed.agency.slot, signed.version),
            bytes: unsigned.signed(&signature).expect("its own signature"),
            signer: public.thumbprint(),
        };
        desk.signed.push(SignedVersion {
            version: signed.version,
            payload: unsigned.payload_hash(),
            at: now,
            file: String::from_utf8(file.bytes.clone()).expect("JSON"),
            sealed: None,
        });
        desk.draft = signed;
        desk.sent = Some(file.clone());
        self.story.outbox.push(file.clone());
        file
    }

    /// Opens the signed version again as the next one.
    #[track_caller]
    pub fn corrects(mut self) -> Self {
        let desk = self.desk_mut();
        let sent = desk.sent.as_ref().expect("only a signed return is corrected");
        let verified = open(&sent.bytes, &[Kind::Return], &Limits::of(Kind::Return)).unwrap();
        desk.draft = correction(&desk.draft, verified.payload_hash());
        self
    }
}

fn first_word(title: &str) -> &'static str {
    let words =
        ["history", "referral", "assessment", "planning", "review", "management", "recording"];
    let lower = title.to_lowercase();
    words.into_iter().find(|word| lower.starts_with(word)).expect("an area of the tool of 2009")
}

fn told(notices: &[Notice]) -> String {
    let lines = notices.iter().map(|it| format!("{:?} {} {}", it.level, it.rule, it.message));
    format!("notices:\n{}", lines.collect::<Vec<_>>().join("\n"))
}
