//! An auditor who does what every notice says: no return may lead to a dead end.

use super::testing::{Case, THIRTY_WORDS, item};
use super::{AreaPart, Level, Notice, Place, Readiness, check, text_change};
use crate::audit_return::{
    ChronologyEntry, Concern, ConcernKind, DaysBefore, FamilyViews, Grading, Impact, ImpactLevel,
    NilSearch, PractitionerConversation, RelativeDay, Response, RiskCheck, Source, Strength, When,
    apply,
};
use crate::id::{AreaId, GradeId, ItemId, PromptId};
use crate::tool::{AnswerValue, Grade, GradeLevel, PromptKind, Tool};

const REASON: &str = "It did not arise in these months.";

impl Case {
    /// Does what the notices say until nothing blocks, gives a reason for every warning, drops obsolete ones.
    ///
    /// Returns what still stops signing after twelve rounds of it: nothing, unless two rules ask for opposites.
    pub(crate) fn obey(&mut self) -> Vec<Notice> {
        for _ in 0..12 {
            let notices = self.notices();
            if notices.iter().all(|notice| notice.level != Level::Block) {
                break;
            }
            let blocks = notices.iter().filter(|notice| notice.level == Level::Block);
            blocks.for_each(|notice| self.put_right(notice));
        }
        self.ret.explanations.clear();
        for notice in self.notices().iter().filter(|notice| notice.level == Level::Warn) {
            self.explain(notice.rule.0, &notice.place.key(), REASON);
            self.ret.explanations.last_mut().expect("just given").covers = notice.extent.count;
        }
        let notices = check(&self.round, &self.ret);
        let readiness = Readiness::of(&notices, &self.ret);
        assert!(readiness.obsolete.is_empty(), "every reason is about a warning");
        readiness.blocks.iter().chain(&readiness.unexplained).map(|it| (*it).clone()).collect()
    }

    fn put_right(&mut self, notice: &Notice) {
        if notice.rule.0.starts_with("I-") {
            return self.write_again(&notice.place);
        }
        match &notice.place {
            Place::Auditor(_) => {
                let auditor = &mut self.ret.auditor;
                auditor.name = "Auditor 12".into();
                auditor.role = "Service manager".into();
                auditor.independent_of_case = Some(true);
                auditor.experienced = Some(true);
            }
            Place::Involvement(_) => self.put_involvement_right(),
            Place::Prompt(id) => self.put_answer_right(id),
            Place::Area(id, part) => self.put_area_right(notice, id, *part),
            Place::OverallGrade => self.put_overall_right(notice),
            Place::OverallReason => self.ret.overall.reason = THIRTY_WORDS.into(),
            Place::GeneralComments => panic!("an offer never blocks: {notice:?}"),
            Place::ImmediateConcern(id, _) => self.pass_on(id),
            Place::Text(..) | Place::Explanation { .. } => {
                panic!("only identifiers stand in single boxes: {notice:?}")
            }
            Place::Declaration => panic!("no draft holds a declaration: {notice:?}"),
            Place::PanelQuestion(_) => self.write_again(&notice.place),
            Place::AuditDay | Place::MoveDay => panic!("no return holds a date: {notice:?}"),
            Place::Timescale(_) => self.ret.timescales = None,
            Place::Chronology | Place::ChronologyAnchor | Place::ChronologyEntry(..) => {
                self.ret.chronology.anchor_fault = None;
                self.ret.chronology.entries = vec![entry()];
            }
            Place::Practitioner(_) => {
                let when = Some(DaysBefore::Days(3));
                let spoken = Some(true);
                self.ret.practitioner =
                    PractitionerConversation { spoken, when, ..Default::default() };
            }
            Place::FamilyViews(_) => {
                let (risk_check, invited) = (Some(RiskCheck::NotMade), Some(false));
                let reason = REASON.into();
                self.ret.family_views =
                    FamilyViews { risk_check, invited, reason, ..Default::default() };
            }
        }
    }

    /// Says it otherwise, whether or not the box is on a page.
    fn write_again(&mut self, place: &Place) {
        let change = text_change(&self.ret, place, "Seen.".into());
        apply(&mut self.ret, &change.expect("every text can be set"));
    }

    fn put_involvement_right(&mut self) {
        let level = self.ret.involvement.level;
        self.ret.involvement.level =
            level.or(Some(crate::audit_return::InvolvementLevel::Involved));
        self.ret.involvement.nil = Some(NilSearch {
            searched_on: chrono::NaiveDate::from_ymd_opt(2026, 5, 4),
            systems: "Case system and archive".into(),
            statement: "No record of the family.".into(),
        });
    }

    fn put_answer_right(&mut self, id: &PromptId) {
        let tool = self.round.tool.clone();
        let (_, prompt) = tool.prompt(id).expect("blocks lead to prompts of the tool");
        let answer = self.answered(id.as_str());
        answer.reason = REASON.into();
        answer.response = Some(match &prompt.kind {
            PromptKind::Judgement { values } => {
                let yes = values.is_empty() || values.contains(&AnswerValue::Yes);
                Response::Value(if yes { AnswerValue::Yes } else { values[0] })
            }
            PromptKind::Choice { options } => Response::Option(options[0].id.clone()),
            PromptKind::Choices { options } => {
                Response::Options([options[0].id.clone()].into_iter().collect())
            }
            PromptKind::Number { min, .. } => Response::Number(*min),
            PromptKind::Text { .. } => Response::Text("A note".into()),
        });
    }

    fn put_area_right(&mut self, notice: &Notice, id: &AreaId, part: AreaPart) {
        let good = good(&self.round.tool);
        let record = self.ret.areas.entry(id.clone()).or_default();
        match part {
            AreaPart::Grade if notice.rule.0 == "G-01" => record.grading = None,
            AreaPart::Grade => record.grading = good.map(Grading::Grade),
            AreaPart::Reason => record.reason = "The work was timely.".into(),
            AreaPart::Strengths => {
                record.strengths.retain(|strength| !strength.text.trim().is_empty());
                record.strengths.push(strength());
            }
            AreaPart::Concerns => {
                record.concerns.retain(Concern::is_written);
                record.concerns.push(concern());
            }
            AreaPart::Impact => {
                let level = Some(ImpactLevel::NoEffect);
                record.impact = Impact { level, text: "None that shows.".into() };
            }
            AreaPart::WasImmediate => record.was_immediate_concern = Some(false),
        }
    }

    /// The poorest area's grade, which no rule can object to.
    fn put_overall_right(&mut self, notice: &Notice) {
        self.ret.overall.qualifier = None;
        if notice.rule.0 == "G-01" {
            self.ret.overall.grading = None;
            return;
        }
        let scale = &self.round.tool.scale;
        let graded = self.round.tool.graded_areas().filter_map(|area| self.ret.grading(&area.id));
        let grades = graded.filter_map(|grading| match grading {
            Grading::Grade(id) => scale.rank(id),
            Grading::None { .. } => None,
        });
        let worst = grades.max().and_then(|rank| scale.grades.get(rank));
        let grade = worst.or_else(|| scale.for_case().last());
        self.ret.overall.grading = grade.map(|grade| Grading::Grade(grade.id.clone()));
    }

    fn pass_on(&mut self, id: &ItemId) {
        for concern in self.ret.immediate_concerns.iter_mut().filter(|it| it.id == *id) {
            concern.told_role = "Team manager".into();
            concern.told_at = Some("2026-05-04T10:20:00Z".parse().unwrap());
            concern.told_how = "By telephone".into();
            concern.kind = Some(ConcernKind::ChildAtRisk);
            concern.text = "The child may be at risk this week.".into();
            concern.noticed_at = Some("2026-05-04T10:00:00Z".parse().unwrap());
            if let Some(closed) = &mut concern.closed {
                closed.role = "Service manager".into();
                closed.outcome = "The child was seen.".into();
            }
        }
    }
}

fn good(tool: &Tool) -> Option<GradeId> {
    let is_good = |grade: &&Grade| grade.level == GradeLevel::Good;
    tool.scale.for_area().find(is_good).map(|grade| grade.id.clone())
}

fn strength() -> Strength {
    Strength {
        id: item("obeyed"),
        text: "The worker visited often.".into(),
        evidence: "Ten visits in as many weeks.".into(),
        source: Some(Source::CaseNote),
    }
}

fn concern() -> Concern {
    Concern {
        id: item("obeyed"),
        text: "The plan had no dates.".into(),
        evidence: "Plan of the second month.".into(),
        source: Some(Source::Plan),
    }
}

fn entry() -> ChronologyEntry {
    let when = When::Day(RelativeDay { day: 4, up_to: None, before_window: false });
    let text = "Visit; the child was seen.".into();
    ChronologyEntry { when, text, ..ChronologyEntry::empty(item("obeyed")) }
}
