//! A small round and a complete return for the tests of rules, and tables of changes to them.

use std::fmt::Write as _;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::{Level, Notice, check};
use crate::audit_return::{
    About, Answer, AreaRecord, Auditor, Concern, ConcernKind, Explanation, Grading,
    ImmediateConcern, Impact, ImpactLevel, InvolvementLevel, NonGrade, PanelQuestion, Question,
    Response, Return, Source, Strength,
};
use crate::envelope::EnrolmentSecret;
use crate::id::{AgencyKind, AreaId, CaseRef, GradeId, ItemId, OptionId, PromptId, ReturnId};
use crate::round::{
    Agency, Board, ConcernRoute, Invitation, InvitedCase, Policy, Round, RoundDates, Selection,
    Window,
};
use crate::tool::{AnswerValue, GradedBy, Tool};

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

pub(crate) fn round() -> Round {
    Round {
        id: "r-1".parse().unwrap(),
        title: "Children subject to a plan".into(),
        board: Board::default(),
        period: "2026".into(),
        themes: Vec::new(),
        focus: String::new(),
        purpose: String::new(),
        terms_of_reference: Vec::new(),
        lines_of_enquiry: Vec::new(),
        selection: Selection::Purposive,
        cases: Default::default(),
        window: Window { look_back_months: 12, judgement_months: 6 },
        report: Default::default(),
        terminology: Default::default(),
        dates: RoundDates::default(),
        concern_route: ConcernRoute::default(),
        policy: Policy::default(),
        timescales: None,
        tool: tool(),
        practice: true,
    }
}

pub(crate) fn invitation(round: &Round) -> Invitation {
    Invitation {
        format_version: Invitation::FORMAT_VERSION,
        round: round.clone(),
        tool_ref: round.tool.reference(),
        agency: Agency {
            id: "a-1".parse().unwrap(),
            kind: AgencyKind::new("social-care").unwrap(),
            name: "Children's social care".into(),
        },
        slot: "s-1".parse().unwrap(),
        slot_label: "Safeguarding team".into(),
        secret: EnrolmentSecret::from_bytes([7; 32]),
        cases: vec![InvitedCase {
            case_ref: CaseRef::new("c-7k2").unwrap(),
            label: "Case 1".into(),
        }],
        authority: String::new(),
        limits: Default::default(),
    }
}

/// Eight areas in the shape of the 2009 tool, with one prompt for each thing that rules look at.
fn tool() -> Tool {
    let areas = json!([
        area_json(1, "Case details", json!({ "graded": false, "role": "case-details" }), details()),
        area_json(2, "History", json!({}), json!([judgement("2.1"), judgement("2.2")])),
        area_json(3, "Referral", json!({}), json!([judgement("3.1"), judgement("3.2")])),
        area_json(4, "Assessment", json!({ "asked_of": except_fire() }), assessment()),
        area_json(5, "Planning", json!({ "asked_of": except_fire() }), json!([judgement("5.1")])),
        area_json(6, "Review", review(), json!([judgement("6.1")])),
        area_json(7, "Supervision", json!({ "asked_of": except_fire() }), supervision()),
        area_json(8, "Recording", json!({ "role": "recording" }), json!([judgement("8.1")])),
    ]);
    serde_json::from_value(json!({
        "id": "rules", "version": 1, "title": "A tool for rules", "summary": "For tests.",
        "language": "en-GB", "scale": scale(), "graded_by": "area-and-case",
        "agency_kinds": [
            { "id": "social-care", "name": "Children's social care", "lead": true },
            { "id": "fire", "name": "Fire and rescue" } ],
        "areas": areas,
    }))
    .unwrap()
}

fn scale() -> Value {
    let grade = |id: &str, label: &str, level: &str, for_area: bool| {
        json!({ "id": id, "label": label, "code": label, "level": level, "for_area": for_area,
                "for_case": true, "descriptor": "When to choose it." })
    };
    json!({ "id": "four", "title": "Four grades", "outstanding_needs_all_good": true, "grades": [
        grade("outstanding", "Outstanding", "outstanding", false),
        grade("good", "Good", "good", true),
        grade("adequate", "Adequate", "below-good", true),
        grade("inadequate", "Inadequate", "inadequate", true) ] })
}

fn except_fire() -> Value {
    json!({ "except": ["fire"] })
}

fn area_json(number: u32, title: &str, more: Value, prompts: Value) -> Value {
    let base = json!({ "id": format!("area-{number}"), "number": number, "title": title,
                       "graded": true, "asked_of": "all", "prompts": prompts });
    with(base, more)
}

fn with(mut base: Value, more: Value) -> Value {
    for (name, value) in more.as_object().into_iter().flatten() {
        base[name] = value.clone();
    }
    base
}

fn prompt_json(id: &str, kind: Value, more: Value) -> Value {
    let base = json!({ "id": id, "text": "A question?", "asked_of": "all", "standing": "all",
                       "kind": kind });
    with(base, more)
}

fn judgement(id: &str) -> Value {
    prompt_json(id, json!({ "judgement": {} }), json!({}))
}

fn options(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({ "id": id, "label": id.replace('-', " ") })).collect()
}

fn choice(id: &str, ids: &[&str]) -> Value {
    prompt_json(id, json!({ "choice": { "options": options(ids) } }), json!({}))
}

fn is(prompt: &str, answer: &str) -> Value {
    json!({ "answer": { "prompt": prompt, "is": [answer] } })
}

fn details() -> Value {
    let services = json!([
        { "id": "health", "label": "Health" }, { "id": "housing", "label": "Housing" },
        { "id": "none", "label": "None of these", "exclusive": true } ]);
    let optional = json!({ "mandatory": false });
    json!([
        choice("1.1", &["needed", "not-needed"]),
        choice("1.2", &["unborn", "school-age"]),
        choice("1.3", &["held", "not-due"]),
        prompt_json(
            "1.4",
            json!({ "number": { "unit": "weeks", "min": 1, "max": 90 } }),
            json!({})
        ),
        prompt_json("1.5", json!({ "text": { "max_length": 10 } }), optional.clone()),
        prompt_json("1.6", json!({ "choices": { "options": services } }), optional),
    ])
}

fn assessment() -> Value {
    let unborn = is("1.2", "unborn");
    let rewordings = json!([{ "when": unborn, "text": "For an unborn child?" }]);
    let no_views = json!({ "all": [is("4.5", "yes"), { "any": [is("4.6", "no"), is("4.6", "not-evident")] }] });
    let advice = json!([{ "when": no_views, "until_concern": true,
                          "text": "The child was seen alone, but no views are recorded." }]);
    let any = || json!({ "judgement": {} });
    json!([
        prompt_json("4.4", any(), json!({ "not_applicable_barred_when": is("1.1", "needed") })),
        prompt_json("4.5", any(), json!({ "rewordings": rewordings })),
        prompt_json("4.6", any(), json!({ "rewordings": rewordings, "advice": advice })),
        prompt_json("4.6.a", any(), json!({ "follows": "4.6", "when": is("4.6", "partly") })),
        prompt_json(
            "4.7",
            json!({ "judgement": { "values": ["yes", "no", "not-applicable"] } }),
            json!({ "mandatory": false })
        ),
    ])
}

fn review() -> Value {
    json!({ "role": "review", "asked_of": except_fire(), "not_applicable_when": is("1.3", "not-due") })
}

fn supervision() -> Value {
    let options = json!([{ "id": "monthly", "label": "Monthly" },
                         { "id": "missed", "label": "Missed", "gap": true }]);
    json!([
        judgement("7.1"),
        prompt_json("7.2", json!({ "choice": { "options": options } }), json!({}))
    ])
}

#[test]
fn a_complete_return_has_nothing_to_point_out_but_what_it_may_leave_out() {
    let lines: Vec<String> = Case::complete().notices().iter().map(brief).collect();
    assert_eq!(lines, ["CO-13 INFO prompt-1.5", "CO-13 INFO prompt-4.7"]);
}
