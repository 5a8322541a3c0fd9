//! Practice rounds of any size, with generic text: for benchmarks and screens under load.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};
use serde_json::json;

use super::make::SampleRound;
use super::seed::{Numbers, Seed};
use crate::audit_return::{
    Answer, AreaRecord, Auditor, Concern, Grading, Impact, ImpactLevel, Involvement,
    InvolvementLevel, OverallRecord, Response, Return, Source, Strength,
};
use crate::id::{AgencyId, AreaId, CaseRef, GradeId, ItemId, PromptId, SlotId, ToolId};
use crate::round::{Agency, CaseEntry, CaseStatus, Round, RoundPlan, Slot};
use crate::tool::{AnswerValue, Area, Audience, GradeLevel, Prompt, PromptKind, Tool};

/// How large a round is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Children's cases.
    pub cases: usize,
    /// Agencies that return something for every case, each with one auditor.
    pub slots_per_case: usize,
    /// Words of every reason, strength, concern and piece of evidence.
    pub text_words: usize,
    /// Prompts of the tool, spread over seven graded areas.
    pub prompts: usize,
}

const AREAS: usize = 7;
pub(super) const BEGUN: &str = "2026-05-05T09:00:00Z";
const WORDS: [&str; 32] = [
    "the", "record", "shows", "that", "a", "visit", "was", "made", "and", "noted", "in", "good",
    "time", "by", "worker", "who", "knew", "family", "well", "plan", "set", "out", "what", "each",
    "agency", "would", "do", "next", "before", "meeting", "with", "parents",
];

/// A whole round of this size. Every return of it is complete and in order.
pub fn round(seed: &str, size: Size) -> SampleRound {
    let seed = Seed::new(seed);
    let now: DateTime<Utc> = BEGUN.parse().unwrap_or_default();
    let mut sample = SampleRound::new(seed.clone(), plan(&seed, size), now);
    let places: Vec<(SlotId, CaseRef)> = sample
        .plan
        .slots
        .iter()
        .flat_map(|slot| slot.cases.iter().map(|case| (slot.id.clone(), case.clone())))
        .collect();
    for (slot, case) in places {
        let begun = now + Days::new(7);
        let Some(mut draft) = sample.begin(&slot, &case, begun) else { continue };
        let mut writer = Writer {
            numbers: seed.numbers(draft.return_id.as_str()),
            words: size.text_words.max(1),
        };
        writer.complete(&mut draft, &sample.plan.round.tool);
        sample.sign(&draft, begun + Days::new(1));
    }
    sample
}

pub(super) fn plan(seed: &Seed, size: Size) -> RoundPlan {
    let tool = tool(size.prompts);
    let labels = (1..=size.cases).map(|number| format!("Case {number}"));
    let cases: Vec<CaseEntry> = labels
        .map(|label| CaseEntry { case_ref: seed.case_ref(&label), label, status: CaseStatus::Open })
        .collect();
    let kinds = tool.agency_kinds.iter().cycle().zip(1..=size.slots_per_case);
    let agencies: Vec<Agency> = kinds
        .map(|(kind, number)| Agency {
            id: AgencyId::new(format!("agency-{number}")).expect("letters and digits"),
            kind: kind.id.clone(),
            name: format!("{} {number}", kind.name),
        })
        .collect();
    let slot = |agency: &Agency| Slot {
        id: SlotId::new(agency.id.as_str()).expect("an agency's id has a slot's letters"),
        agency: agency.id.clone(),
        label: agency.name.clone(),
        secret: seed.secret(agency.id.as_str()),
        cases: cases.iter().map(|case| case.case_ref.clone()).collect(),
        authority: String::new(),
        limits: Default::default(),
    };
    RoundPlan {
        round: terms(seed, tool),
        slots: agencies.iter().map(slot).collect(),
        agencies,
        cases,
    }
}

fn terms(seed: &Seed, tool: Tool) -> Round {
    let mut terms = json!({
        "id": seed.round_id(), "title": "Practice round", "period": "Practice",
        "board": { "name": "Practice partnership", "short_name": "Practice", "area": "Nowhere" },
        "themes": [], "focus": "Invented cases", "purpose": "To try how much the programs can carry.",
        "terms_of_reference": [], "selection": "random",
        "window": { "look_back_months": 12, "judgement_months": 6 },
        "dates": { "issued": "2026-05-05", "due": "2026-06-12" }, "concern_route": {},
        "policy": { "overall_reason_words": 1, "outside_range_words": 20,
                    "chronology_required": false, "seal": "off" },
        "practice": true,
    });
    terms["tool"] = json!(tool);
    serde_json::from_value(terms).expect("the round above has every member of a round")
}

/// A tool of seven graded areas whose prompts everyone is asked.
fn tool(prompts: usize) -> Tool {
    let model = ToolId::new("case-file-2009").ok().and_then(|id| crate::tool::library::by_id(&id));
    let model = model.expect("the library holds the tool of 2009");
    let areas = (1..=AREAS).map(|number| Area {
        id: AreaId::new(format!("area-{number}")).expect("letters and digits"),
        number: u32::try_from(number).unwrap_or(u32::MAX),
        title: format!("Area {number}"),
        introduction: String::new(),
        graded: true,
        role: None,
        per_child: false,
        asked_of: Audience::All,
        hints: Default::default(),
        not_applicable_when: None,
        prompts: (1..=prompts).filter(|at| at % AREAS == number % AREAS).map(prompt).collect(),
    });
    Tool {
        id: ToolId::new("practice").expect("letters"),
        version: 1,
        title: "Practice tool".into(),
        summary: "A tool of any size.".into(),
        areas: areas.collect(),
        ..model
    }
}

fn prompt(number: usize) -> Prompt {
    let id = PromptId::new(format!("prompt-{number}")).expect("letters and digits");
    let text = format!("Was part {number} of the work done well?");
    Prompt::plain(id, text, PromptKind::Judgement { values: Vec::new() })
}

/// Completes drafts with generic text.
pub(super) struct Writer {
    pub(super) numbers: Numbers,
    /// Of every text.
    pub(super) words: usize,
}

impl Writer {
    pub(super) fn complete(&mut self, draft: &mut Return, tool: &Tool) {
        draft.auditor = Auditor {
            name: "Practice auditor".into(),
            role: "Practice auditor".into(),
            independent_of_case: Some(true),
            experienced: Some(true),
        };
        draft.involvement = Involvement { level: Some(InvolvementLevel::Involved), nil: None };
        // One grade below good in every return, so that a concern is always recorded.
        let below = tool.scale.grades.iter().find(|grade| grade.level == GradeLevel::BelowGood);
        let offered: Vec<GradeId> = tool.scale.for_area().map(|grade| grade.id.clone()).collect();
        for (at, area) in tool.areas.iter().enumerate() {
            let any = self.numbers.pick(&offered).cloned();
            let grade = if at == 0 { below.map(|grade| grade.id.clone()) } else { any };
            let Some(grade) = grade else { continue };
            let good = tool.scale.is_good_or_better(&grade);
            draft.answers.extend(self.answers(area, good));
            draft.areas.insert(area.id.clone(), self.area(grade, good));
        }
        draft.overall = OverallRecord {
            grading: below.map(|grade| Grading::Grade(grade.id.clone())),
            qualifier: None,
            reason: self.text(),
        };
        draft.general_comments = self.text();
    }

    fn answers(&mut self, area: &Area, good: bool) -> BTreeMap<PromptId, Answer> {
        let answer = |prompt: &Prompt| {
            let value = if good { AnswerValue::Yes } else { AnswerValue::Partly };
            let answer = Answer {
                response: Some(Response::Value(value)),
                evidence: self.text(),
                source: Some(self.source()),
                reason: String::new(),
            };
            (prompt.id.clone(), answer)
        };
        area.prompts.iter().map(answer).collect()
    }

    fn area(&mut self, grade: GradeId, good: bool) -> AreaRecord {
        let id = ItemId::new("item-1").expect("letters and digits");
        let strength = Strength {
            id: id.clone(),
            text: self.text(),
            evidence: self.text(),
            source: Some(self.source()),
        };
        let concern =
            Concern { id, text: self.text(), evidence: self.text(), source: Some(self.source()) };
        AreaRecord {
            grading: Some(Grading::Grade(grade)),
            reason: self.text(),
            strengths: vec![strength],
            concerns: if good { Vec::new() } else { vec![concern] },
            impact: Impact { level: Some(ImpactLevel::NoEffect), text: self.text() },
            was_immediate_concern: Some(false),
            marked_complete: Some(true),
        }
    }

    fn text(&mut self) -> String {
        let words: Vec<&str> =
            (0..self.words).filter_map(|_| self.numbers.pick(&WORDS).copied()).collect();
        words.join(" ")
    }

    fn source(&mut self) -> Source {
        self.numbers.pick(&Source::ALL).copied().unwrap_or(Source::CaseNote)
    }
}
