//! A small round and a complete return for the tests of rules, and tables of changes to them.

mod invited;
mod tool;

use std::fmt::Write as _;
use std::sync::LazyLock;

pub(crate) use invited::{invitation, round};

use super::{Level, Notice, check, check_with, guard_of, reading};
use crate::audit_return::{
    About, Answer, AreaRecord, Auditor, Concern, ConcernKind, Explanation, Grading,
    ImmediateConcern, Impact, ImpactLevel, InvolvementLevel, NonGrade, PanelQuestion, Question,
    Response, Return, RiskCheck, Source, Strength,
};
use crate::envelope::TextSalt;
use crate::guard::Guard;
use crate::id::{AgencyKind, AreaId, CaseRef, GradeId, ItemId, OptionId, PromptId, ReturnId};
use crate::round::Round;
use crate::tool::{AnswerValue, GradedBy};

/// Twenty words.
pub(crate) const TWENTY_WORDS: &str = "One two three four five six seven eight nine ten \
     one two three four five six seven eight nine ten.";

/// Thirty words.
pub(crate) const THIRTY_WORDS: &str = "One two three four five six seven eight nine ten \
     one two three four five six seven eight nine ten one two three four five six seven eight nine ten.";

/// A round and one return in it.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) round: Round,
    pub(crate) ret: Return,
}

/// The return only: the round is much the same in every test.
impl std::fmt::Debug for Case {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?} {:#?}", self.round.tool.graded_by, self.ret)
    }
}

/// What to do to a complete return.
pub(crate) type Change = fn(&mut Case);

/// One line of a table: what it shows, what is changed, the notices of the rule.
pub(crate) type Row<'a> = (&'a str, Change, &'a [&'a str]);

/// Holds a rule against each row's change of a complete return; prints every wrong row.
#[track_caller]
pub(crate) fn assert_rows(rule: &str, rows: &[Row]) {
    let mut wrong = String::new();
    for (name, change, expected) in rows {
        let mut case = Case::complete();
        change(&mut case);
        let got: Vec<String> =
            case.notices().iter().filter(|it| it.rule.0 == rule).map(line).collect();
        if got != *expected {
            let _ = write!(wrong, "{rule}, {name}:\n   got {got:#?}\n   not {expected:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// "BLOCK overall-grade: message".
pub(crate) fn line(notice: &Notice) -> String {
    let level = match notice.level {
        Level::Block => "BLOCK",
        Level::Warn => "WARN",
        Level::Info => "INFO",
    };
    format!("{level} {}: {}", notice.place.key(), notice.message)
}

/// The guard of the auditor's own computer, without names to watch for.
pub(crate) fn salted_guard(case: &Case) -> Guard {
    guard_of(&case.round, &case.ret, &[]).salted(Some(TextSalt::from_bytes([9; 32])))
}

/// "G-04 BLOCK overall-grade".
pub(crate) fn brief(notice: &Notice) -> String {
    let line = line(notice);
    format!("{} {}", notice.rule, line.split(": ").next().unwrap_or_default())
}

pub(crate) fn area(id: &str) -> AreaId {
    AreaId::new(id).unwrap()
}

pub(crate) fn prompt(id: &str) -> PromptId {
    PromptId::new(id).unwrap()
}

pub(crate) fn item(id: &str) -> ItemId {
    ItemId::new(id).unwrap()
}

/// A question of the panel about the first version, not answered yet.
pub(crate) fn asked(id: &str, about: About) -> PanelQuestion {
    let question = Question {
        id: id.parse().unwrap(),
        about,
        text: "What does the record show?".into(),
        asked_by: "Coordinator".into(),
        asked_at: "2026-05-18T09:00:00Z".parse().unwrap(),
        answer_by: None,
    };
    PanelQuestion::asked(question, Some(1))
}

impl Case {
    /// Children's social care: everything answered and graded good, one concern; nothing to point out.
    pub(crate) fn complete() -> Self {
        // Properties ask for hundreds of them.
        static COMPLETE: LazyLock<Case> = LazyLock::new(Case::completed);
        COMPLETE.clone()
    }

    fn completed() -> Self {
        let round = round();
        let ret = Return::begin(
            &invitation(&round),
            &CaseRef::new("c-7k2").unwrap(),
            ReturnId::new("0123456789abcdef0123456789abcdef").unwrap(),
            "2026-05-04T09:00:00Z".parse().unwrap(),
        );
        let mut case = Self { round, ret: ret.unwrap() };
        case.ret.auditor = Auditor {
            name: "Auditor 12".into(),
            role: "Service manager".into(),
            independent_of_case: Some(true),
            experienced: Some(true),
        };
        case.ret.involvement.level = Some(InvolvementLevel::Involved);
        case.answer_everything();
        case.grade_everything("good");
        case.add_concern("area-5");
        case.overall("good");
        case.ret.overall.reason = THIRTY_WORDS.into();
        case.ret.practitioner.spoken = Some(false);
        case.ret.practitioner.reason = "They have left the service.".into();
        case.ret.family_views.risk_check = Some(RiskCheck::NotMade);
        case.ret.family_views.invited = Some(false);
        case.ret.family_views.reason = "The family have moved away.".into();
        case.ret.general_comments = "The record was easy to follow.".into();
        case
    }

    /// The same return before anything was entered.
    pub(crate) fn untouched() -> Self {
        let Self { round, mut ret } = Self::complete();
        ret.auditor = Auditor::default();
        ret.involvement.level = None;
        ret.answers.clear();
        ret.areas.clear();
        ret.overall = Default::default();
        ret.practitioner = Default::default();
        ret.family_views = Default::default();
        ret.general_comments.clear();
        Self { round, ret }
    }

    pub(crate) fn notices(&self) -> Vec<Notice> {
        check(&self.round, &self.ret)
    }

    /// The same as the auditor's own computer finds them, which has the return's salt.
    pub(crate) fn salted_notices(&self) -> Vec<Notice> {
        let shown = reading::shown(&self.round, &self.ret);
        check_with(&self.round, &self.ret, &shown, &salted_guard(self))
    }

    /// All of them but what is merely worth knowing.
    pub(crate) fn objections(&self) -> Vec<Notice> {
        self.notices().into_iter().filter(|notice| notice.level != Level::Info).collect()
    }

    fn answer_everything(&mut self) {
        for (id, option) in [("1.1", "not-needed"), ("1.2", "school-age"), ("1.3", "held")] {
            self.choose(id, option);
        }
        self.respond("1.4", Response::Number(12));
        for id in ["2.1", "2.2", "3.1", "3.2", "4.4", "4.5", "4.6", "5.1", "6.1", "7.1", "8.1"] {
            self.answer(id, AnswerValue::Yes);
        }
        self.choose("7.2", "monthly");
    }

    fn grade_everything(&mut self, grade: &str) {
        for number in 2..=8 {
            let id = format!("area-{number}");
            self.grade(&id, grade);
            let record = self.record(&id);
            record.reason = "The work was timely and the child was heard.".into();
            record.impact =
                Impact { level: Some(ImpactLevel::Improved), text: "The child felt safe.".into() };
            record.strengths = vec![Strength {
                id: item("s1"),
                text: "The worker visited often.".into(),
                evidence: "Ten visits in as many weeks.".into(),
                source: Some(Source::CaseNote),
            }];
        }
    }

    pub(crate) fn record(&mut self, id: &str) -> &mut AreaRecord {
        self.ret.areas.entry(area(id)).or_default()
    }

    pub(crate) fn answered(&mut self, id: &str) -> &mut Answer {
        self.ret.answers.entry(prompt(id)).or_default()
    }

    pub(crate) fn respond(&mut self, id: &str, response: Response) {
        self.answered(id).response = Some(response);
    }

    pub(crate) fn answer(&mut self, id: &str, value: AnswerValue) {
        self.respond(id, Response::Value(value));
    }

    pub(crate) fn choose(&mut self, id: &str, option: &str) {
        self.respond(id, Response::Option(OptionId::new(option).unwrap()));
    }

    pub(crate) fn choose_several(&mut self, id: &str, options: &[&str]) {
        let options = options.iter().map(|option| OptionId::new(*option).unwrap()).collect();
        self.respond(id, Response::Options(options));
    }

    pub(crate) fn unanswer(&mut self, id: &str) {
        self.ret.answers.remove(&prompt(id));
    }

    pub(crate) fn grade(&mut self, id: &str, grade: &str) {
        self.record(id).grading = Some(Grading::Grade(GradeId::new(grade).unwrap()));
    }

    pub(crate) fn no_grade(&mut self, id: &str, because: NonGrade) {
        let reason = "The file does not hold it.".into();
        self.record(id).grading = Some(Grading::None { because, reason });
    }

    /// Grades areas 2 to 8, in order.
    pub(crate) fn grades(&mut self, grades: [&str; 7]) {
        for (number, grade) in (2..).zip(grades) {
            self.grade(&format!("area-{number}"), grade);
        }
    }

    pub(crate) fn overall(&mut self, grade: &str) {
        self.ret.overall.grading = Some(Grading::Grade(GradeId::new(grade).unwrap()));
    }

    pub(crate) fn add_concern(&mut self, id: &str) {
        self.record(id).concerns.push(Concern {
            id: item("k1"),
            text: "The plan had no dates.".into(),
            evidence: "Plan of the second month.".into(),
            source: Some(Source::Plan),
        });
    }

    pub(crate) fn raise_concern(&mut self) {
        self.ret.immediate_concerns.push(ImmediateConcern {
            noticed_at: Some("2026-05-04T10:00:00Z".parse().unwrap()),
            kind: Some(ConcernKind::ChildAtRisk),
            text: "The child may be at risk this week.".into(),
            told_role: "Team manager".into(),
            told_at: Some("2026-05-04T10:20:00Z".parse().unwrap()),
            told_how: "By telephone".into(),
            their_action: "A visit today.".into(),
            ..ImmediateConcern::begin(item("i1"))
        });
    }

    pub(crate) fn is_from(&mut self, kind: &str) {
        self.ret.agency.kind = AgencyKind::new(kind).unwrap();
    }

    pub(crate) fn explain(&mut self, rule: &str, place: &str, reason: &str) {
        self.ret.explanations.push(Explanation {
            rule: rule.into(),
            place: place.into(),
            reason: reason.into(),
            covers: 0,
            kept: Vec::new(),
        });
    }

    /// Gives a reason as a screen does: for all that the notice is about.
    pub(crate) fn reason_for(&mut self, notice: &Notice, reason: &str) {
        self.explain(notice.rule.0, &notice.place.key(), reason);
        if let Some(given) = self.ret.explanations.last_mut() {
            given.covers = notice.extent.count;
            given.kept.clone_from(&notice.extent.texts);
        }
    }

    /// Turns the tool into one that grades the case only, or nothing, and drops what it then lacks.
    pub(crate) fn graded_by(&mut self, graded_by: GradedBy) {
        self.round.tool.graded_by = graded_by;
        for record in self.ret.areas.values_mut() {
            record.grading = None;
        }
        if graded_by == GradedBy::Nothing {
            self.ret.overall = Default::default();
        }
    }
}

#[test]
fn a_complete_return_has_nothing_to_point_out_but_what_it_may_leave_out() {
    let lines: Vec<String> = Case::complete().notices().iter().map(brief).collect();
    assert_eq!(lines, ["CO-13 INFO prompt-1.5", "CO-13 INFO prompt-4.7"]);
}
