//! The sample round: ten invented children, told under `data/`, answered by eight kinds of agency.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde_json::Value;

use super::answers::Answering;
use super::make::SampleRound;
use super::seed::Seed;
use super::story::{
    AreaPart, AuditedPart, CaseStory, Given, Line, NilPart, Part, RoundStory, SlotStory, WorksWith,
};
use crate::audit_return::{
    AreaRecord, Auditor, Concern, Explanation, Grading, ImmediateConcern, Impact, Involvement,
    InvolvementLevel, NilSearch, NonGrade, OverallRecord, Return, Strength,
};
use crate::id::{AreaId, ItemId, ToolId};
use crate::round::{CaseEntry, CaseStatus, Round, RoundPlan, Slot};
use crate::tool::{Graph, Scale, Tool, library};

const ROUND: &str = include_str!("data/round.json");
const USUAL: &str = include_str!("data/usual.json");
const CASES: [&str; 10] = [
    include_str!("data/cases/case-01.json"),
    include_str!("data/cases/case-02.json"),
    include_str!("data/cases/case-03.json"),
    include_str!("data/cases/case-04.json"),
    include_str!("data/cases/case-05.json"),
    include_str!("data/cases/case-06.json"),
    include_str!("data/cases/case-07.json"),
    include_str!("data/cases/case-08.json"),
    include_str!("data/cases/case-09.json"),
    include_str!("data/cases/case-10.json"),
];

const TOOL: &str = "case-file-2009";
const WORDS_OF_STORIES: &str = "the stories are part of this program, and its tests read them all";

/// The sample round of ten cases: one return is late, six are nil, one place is still open.
///
/// Its integrated result has the counts that `tests/sample` lists.
pub fn s3_round() -> SampleRound {
    let stories = Stories::read();
    let seed = Seed::new("ten cases");
    let plan = stories.plan(&seed);
    let issued_at = on(plan.round.dates.issued.unwrap_or_default(), 9);
    let mut sample = SampleRound::new(seed, plan, issued_at);
    let mut faults = Vec::new();
    for (number, case) in (0..).zip(&stories.cases) {
        for slot in &stories.round.slots {
            let Some(part) = case.returns.get(&slot.id) else { continue };
            let begun = issued_at + Days::new(7 + number);
            let mut draft = begin(&sample, slot, case, begun);
            let lacks = stories.complete(&mut draft, slot, case, part);
            faults.extend(lacks.iter().map(|it| format!("{}, {}: {it}", case.label, slot.id)));
            sample.sign(&draft, signed_at(&sample, part, begun));
        }
    }
    assert!(faults.is_empty(), "the stories lack answers:\n{}", faults.join("\n"));
    sample
}

struct Stories {
    round: RoundStory,
    cases: Vec<CaseStory>,
    usual: Given,
    tool: Tool,
    graph: Graph,
}

impl Stories {
    fn read() -> Self {
        let tool = ToolId::new(TOOL).ok().and_then(|id| library::by_id(&id));
        let tool = tool.expect("the library holds the tool of 2009");
        let case = |text: &&str| serde_json::from_str(text).expect(WORDS_OF_STORIES);
        Self {
            round: serde_json::from_str(ROUND).expect(WORDS_OF_STORIES),
            cases: CASES.iter().map(case).collect(),
            usual: serde_json::from_str(USUAL).expect(WORDS_OF_STORIES),
            graph: Graph::compile(&tool),
            tool,
        }
    }

    fn plan(&self, seed: &Seed) -> RoundPlan {
        let mut round = self.round.round.clone();
        round.insert("id".into(), Value::String(seed.round_id().into()));
        round.insert("tool".into(), serde_json::to_value(&self.tool).expect(WORDS_OF_STORIES));
        let round: Round = serde_json::from_value(Value::Object(round)).expect(WORDS_OF_STORIES);
        let entry = |case: &CaseStory| CaseEntry {
            case_ref: seed.case_ref(&case.label),
            label: case.label.clone(),
            status: CaseStatus::Open,
        };
        RoundPlan {
            round,
            agencies: self.round.agencies.clone(),
            slots: self.round.slots.iter().map(|slot| self.slot(slot, seed)).collect(),
            cases: self.cases.iter().map(entry).collect(),
        }
    }

    fn slot(&self, slot: &SlotStory, seed: &Seed) -> Slot {
        let audits = |case: &&CaseStory| {
            case.returns.contains_key(&slot.id) || slot.open.contains(&case.label)
        };
        let cases = self.cases.iter().filter(audits);
        Slot {
            id: slot.id.clone(),
            agency: slot.agency.clone(),
            label: slot.label.clone(),
            secret: seed.secret(slot.id.as_str()),
            cases: cases.map(|case| seed.case_ref(&case.label)).collect(),
            authority: String::new(),
            limits: Default::default(),
        }
    }

    /// Completes a draft as the story tells. Returns what the story lacks.
    fn complete(
        &self,
        draft: &mut Return,
        slot: &SlotStory,
        case: &CaseStory,
        part: &Part,
    ) -> Vec<String> {
        match part {
            Part::Nil(nil) => {
                draft.involvement = searched(nil, draft.created);
                Vec::new()
            }
            Part::Audited(audited) => self.audit(draft, slot, case, audited),
        }
    }

    fn audit(
        &self,
        draft: &mut Return,
        slot: &SlotStory,
        case: &CaseStory,
        part: &AuditedPart,
    ) -> Vec<String> {
        let level = match slot.works_with {
            WorksWith::Child => InvolvementLevel::Involved,
            WorksWith::Parent => InvolvementLevel::InvolvedWithParent,
        };
        draft.involvement = Involvement { level: Some(level), nil: None };
        draft.areas = self.areas(draft, slot, case, part);
        draft.overall = OverallRecord {
            grading: Some(Grading::Grade(part.overall.grade.clone())),
            qualifier: None,
            reason: part.overall.reason.clone(),
        };
        draft.general_comments.clone_from(&part.comments);
        draft.good_practice_to_share.clone_from(&part.share);
        draft.explanations = part.explain.iter().map(explanation).collect();
        draft.immediate_concerns = immediate_concerns(part);
        let answering = Answering {
            tool: &self.tool,
            graph: &self.graph,
            facts: [&part.answers, &slot.answers, &case.facts, &self.usual],
            gaps: &case.gaps,
            below_good: below_good(&self.tool.scale, part),
            outside: slot.outside.keys().collect(),
        };
        answering.fill(draft)
    }

    fn areas(
        &self,
        draft: &Return,
        slot: &SlotStory,
        case: &CaseStory,
        part: &AuditedPart,
    ) -> BTreeMap<AreaId, AreaRecord> {
        let asked =
            self.tool.areas.iter().filter(|area| area.asked_of.includes(&draft.agency.kind));
        let record = |id: &AreaId| match (part.areas.get(id), slot.outside.get(id)) {
            (Some(told), _) => graded(told, case.impact.get(id)),
            (None, Some(reason)) => left_to_others(reason),
            (None, None) => AreaRecord { marked_complete: Some(true), ..AreaRecord::default() },
        };
        asked.map(|area| (area.id.clone(), record(&area.id))).collect()
    }
}

fn begin(sample: &SampleRound, slot: &SlotStory, case: &CaseStory, begun: DateTime<Utc>) -> Return {
    let case_ref = sample.seed.case_ref(&case.label);
    let draft = sample.begin(&slot.id, &case_ref, begun).expect("the plan invites whoever returns");
    Return {
        auditor: Auditor {
            name: slot.auditor.clone(),
            role: slot.role.clone(),
            independent_of_case: Some(true),
            experienced: Some(true),
        },
        ..draft
    }
}

fn signed_at(sample: &SampleRound, part: &Part, begun: DateTime<Utc>) -> DateTime<Utc> {
    let late = match part {
        Part::Nil(_) => false,
        Part::Audited(audited) => audited.late,
    };
    match sample.plan.round.dates.due {
        Some(due) if late => on(due, 15) + Days::new(7),
        Some(_) | None => begun + Days::new(9),
    }
}

fn on(date: NaiveDate, hour: u32) -> DateTime<Utc> {
    date.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()).and_utc()
}

fn searched(nil: &NilPart, begun: DateTime<Utc>) -> Involvement {
    let search = NilSearch {
        searched_on: Some(begun.date_naive()),
        systems: nil.systems.clone(),
        statement: nil.statement.clone(),
    };
    Involvement { level: Some(nil.nil), nil: Some(search) }
}

fn below_good<'a>(scale: &Scale, part: &'a AuditedPart) -> BTreeMap<&'a AreaId, &'a [Line]> {
    let graded = part.areas.iter();
    let poorer = graded.filter(|(_, told)| !scale.is_good_or_better(&told.grade));
    poorer.map(|(id, told)| (id, told.concerns.as_slice())).collect()
}

fn graded(
    told: &AreaPart,
    impact: Option<&(crate::audit_return::ImpactLevel, String)>,
) -> AreaRecord {
    let strengths = (1..).zip(&told.strengths).map(|(number, Line(text, evidence, source))| {
        let (text, evidence) = (text.clone(), evidence.clone());
        Strength { id: item("strength", number), text, evidence, source: Some(*source) }
    });
    let concerns = (1..).zip(&told.concerns).map(|(number, Line(text, evidence, source))| {
        let (text, evidence) = (text.clone(), evidence.clone());
        Concern { id: item("concern", number), text, evidence, source: Some(*source) }
    });
    AreaRecord {
        grading: Some(Grading::Grade(told.grade.clone())),
        reason: told.reason.clone(),
        strengths: strengths.collect(),
        concerns: concerns.collect(),
        impact: impact.map_or_else(Impact::default, |(level, text)| Impact {
            level: Some(*level),
            text: text.clone(),
        }),
        was_immediate_concern: told.immediate,
        marked_complete: Some(true),
    }
}

fn left_to_others(reason: &str) -> AreaRecord {
    AreaRecord {
        grading: Some(Grading::None { because: NonGrade::OutsideRole, reason: reason.to_owned() }),
        marked_complete: Some(true),
        ..AreaRecord::default()
    }
}

fn item(kind: &str, number: u32) -> ItemId {
    ItemId::new(format!("{kind}-{number}")).expect("a word, a hyphen and digits are an identifier")
}

fn explanation((warning, reason): (&String, &String)) -> Explanation {
    let (rule, place) = warning.split_once(' ').unwrap_or((warning, ""));
    let (rule, place, reason) = (rule.to_owned(), place.to_owned(), reason.clone());
    Explanation { rule, place, reason, covers: 0, kept: Vec::new() }
}

fn immediate_concerns(part: &AuditedPart) -> Vec<ImmediateConcern> {
    let concern = part.concern.iter().map(|told| ImmediateConcern {
        noticed_at: Some(told.noticed),
        kind: Some(told.kind),
        text: told.text.clone(),
        told_role: told.role.clone(),
        told_at: Some(told.told),
        told_how: told.how.clone(),
        their_action: told.action.clone(),
        ..ImmediateConcern::begin(item("immediate", 1))
    });
    concern.collect()
}
