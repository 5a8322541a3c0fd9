//! What of a draft no page shows any more: kept in the draft, in case it is asked again, and no
//! part of what is signed.
//!
//! An answer hides other questions, a choice hides the box of another choice, a
//! nil return hides every area. Nobody can read on screen what stands there, so
//! no rule looks at it and it does not leave the computer.

use std::collections::BTreeMap;

use super::{
    Answer, AreaRecord, Chronology, ChronologyEntry, FamilyViews, Impact, Involvement,
    OverallRecord, PractitionerConversation, Return, RiskCheck,
};
use crate::check::asks_for_immediacy;
use crate::gather::{gathered, keep};
use crate::id::{PromptId, StandardId};
use crate::round::Round;
use crate::timescale::Outcome;
use crate::tool::{AnswerValue, Area, GradedBy, Prompt, Shown, Tool};

/// The return as its pages show it, without whatever they hide. Leaving out twice leaves out nothing more.
pub fn without_hidden(ret: &Return, tool: &Tool, shown: &Shown) -> Return {
    let Return { involvement, answers, areas, overall, practitioner, family_views, .. } = ret;
    if ret.is_nil() {
        return nil(ret);
    }
    let prompts = tool.prompts().map(|(_, prompt)| prompt);
    let shown_of = |one: &Prompt| asked(one, answers.get(&one.id)?, shown);
    let answers = prompts.filter_map(|one| Some((one.id.clone(), shown_of(one)?)));
    let areas = tool.areas.iter().filter_map(|area| {
        let record = areas.get(&area.id)?;
        Some((area.id.clone(), record_shown(tool, area, record)))
    });
    let mut overall = overall.clone();
    if tool.graded_by == GradedBy::Nothing {
        overall.reason.clear();
    }
    Return {
        involvement: Involvement { nil: None, ..involvement.clone() },
        answers: gathered(answers),
        areas: gathered(areas),
        overall,
        timescale_impacts: impacts_of_missed(ret),
        chronology: chronology_told(&ret.chronology),
        practitioner: conversation(practitioner),
        family_views: views(family_views),
        ..ret.clone()
    }
}

/// The same without what was worked out for standards that the round does not have, and what their delay meant:
/// a draft that came without its dates keeps them when its questions change, and no page shows them.
pub fn without_other_standards(mut ret: Return, round: &Round) -> Return {
    let Some(mut timescales) = ret.timescales.take() else { return ret };
    let set = round.standards_of(Some(&timescales.set.id));
    keep(&mut timescales.results, &|id| set.standard(id).is_some());
    keep(&mut ret.timescale_impacts, &|id| timescales.results.contains_key(id));
    ret.timescales = (!timescales.results.is_empty()).then_some(timescales);
    ret
}

/// A date beside the tick that the record does not say when stays in the draft (CH-03).
fn chronology_told(chronology: &Chronology) -> Chronology {
    let told = |entry: &ChronologyEntry| ChronologyEntry { when: entry.told(), ..entry.clone() };
    Chronology { entries: chronology.entries.iter().map(told).collect(), ..*chronology }
}

/// A nil return shows no area and nothing that goes with one.
fn nil(ret: &Return) -> Return {
    Return {
        answers: BTreeMap::new(),
        areas: BTreeMap::new(),
        overall: OverallRecord::default(),
        timescales: None,
        timescale_impacts: BTreeMap::new(),
        chronology: Chronology::default(),
        practitioner: PractitionerConversation::default(),
        family_views: FamilyViews::default(),
        ..ret.clone()
    }
}

/// The answers of one area as its page shows them.
pub fn answers_shown<'a>(
    ret: &'a Return,
    area: &'a Area,
    shown: &'a Shown,
) -> impl Iterator<Item = (&'a PromptId, Answer)> {
    let answers = area.prompts.iter().filter(|_| !ret.is_nil());
    answers.filter_map(|one| Some((&one.id, asked(one, ret.answer(&one.id)?, shown)?)))
}

fn asked(prompt: &Prompt, answer: &Answer, shown: &Shown) -> Option<Answer> {
    if !shown.is_asked(&prompt.id) {
        return None;
    }
    let mut answer = answer.clone();
    // Written while the question was answered otherwise, in an earlier version of the tool (L14).
    if !prompt.kind.takes_evidence() {
        answer.evidence.clear();
        answer.source = None;
    }
    if answer.value() != Some(AnswerValue::NotApplicable) {
        answer.reason.clear();
    }
    (answer != Answer::default()).then_some(answer)
}

/// The record of an area as its page shows it. A grade that does not belong there stays: it has to go
/// before anything is signed (G-01).
pub fn record_shown(tool: &Tool, area: &Area, record: &AreaRecord) -> AreaRecord {
    let mut record = record.clone();
    let is_graded = tool.graded_areas().any(|graded| graded.id == area.id);
    if !is_graded {
        record.reason.clear();
    }
    if !area.holds_findings() {
        record.strengths.clear();
        record.concerns.clear();
        record.impact = Impact::default();
    }
    // Asked of a grade that is not chosen any more, it would be told of another (G-09).
    if !is_graded || !asks_for_immediacy(&tool.scale, record.grading.as_ref()) {
        record.was_immediate_concern = None;
    }
    record
}

/// What a standard's delay meant is asked while the standard is missed (T-07).
fn impacts_of_missed(ret: &Return) -> BTreeMap<StandardId, Impact> {
    let results = ret.timescales.as_ref().map(|timescales| &timescales.results);
    let missed = |id: &StandardId| {
        results.and_then(|all| all.get(id)).is_some_and(|one| one.outcome == Outcome::Missed)
    };
    let impacts = ret.timescale_impacts.iter().filter(|(id, _)| missed(id));
    gathered(impacts.map(|(id, impact)| (id.clone(), impact.clone())))
}

fn conversation(one: &PractitionerConversation) -> PractitionerConversation {
    let PractitionerConversation { spoken, when, reason, said } = one.clone();
    PractitionerConversation {
        spoken,
        when: when.filter(|_| spoken == Some(true)),
        reason: if spoken == Some(false) { reason } else { String::new() },
        said,
    }
}

fn views(views: &FamilyViews) -> FamilyViews {
    let FamilyViews { risk_check, risk_basis, invited, .. } = views.clone();
    // Recorded without the risk check, it is not signed at all (PF-02).
    let Some(check) = risk_check else { return views.clone() };
    let basis = if check == RiskCheck::NotMade { String::new() } else { risk_basis };
    let checked = FamilyViews { risk_check, risk_basis: basis, invited, ..FamilyViews::default() };
    match invited {
        None => checked,
        Some(false) => FamilyViews { reason: views.reason.clone(), ..checked },
        Some(true) => FamilyViews {
            reason: String::new(),
            risk_check: checked.risk_check,
            risk_basis: checked.risk_basis,
            ..views.clone()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Declaration, SignOff, to_sign};
    use super::*;
    use crate::audit_return::{
        AnchorEvent, Grading, ImpactLevel, InvolvementLevel, NilSearch, NonGrade, RelativeDay, When,
    };
    use crate::check::testing::{Case, area, invitation, item};
    use crate::envelope::SoftwareKey;
    use crate::timescale::{Results, SetRef, TimescaleResult, Unit};
    use crate::tool::{AreaRole, PromptKind};

    /// Whether this text is in the file that is signed.
    fn leaves(case: &Case, text: &str) -> bool {
        let declaration = Declaration {
            authorised: true,
            concerns_passed_on: true,
            pseudonymised: true,
            fair_account: true,
        };
        let at = "2026-05-04T12:00:00Z".parse().unwrap();
        let sign_off = SignOff { role: "Nurse".into(), name: "A 12".into(), declaration, at };
        let key = SoftwareKey::from_seed(&[3; 32]).public_key();
        let (finished, _) = to_sign(&case.ret, sign_off, &invitation(&case.round), &key).unwrap();
        serde_json::to_string(&finished).unwrap().contains(text)
    }

    #[test]
    fn i05_what_no_page_shows_stays_in_the_draft_and_out_of_the_signed_file() {
        type Hides = fn(&mut Case);
        let rows: [(&str, Hides, Hides); 9] = [
            (
                "a question that follows another",
                |case| {
                    case.answer("4.6", AnswerValue::Partly);
                    case.answered("4.6.a").evidence = "Zqx".into();
                },
                |case| case.answer("4.6", AnswerValue::Yes),
            ),
            (
                "why something does not apply",
                |case| {
                    case.answer("5.1", AnswerValue::NotApplicable);
                    case.answered("5.1").reason = "Zqx".into();
                },
                |case| case.answer("5.1", AnswerValue::Yes),
            ),
            (
                "the evidence for a question that is answered otherwise in a later version of the tool",
                |case| case.answered("8.1").evidence = "Zqx".into(),
                |case| {
                    let prompt = &mut case.round.tool.areas[7].prompts[0];
                    prompt.kind = PromptKind::Text { max_length: 100 };
                },
            ),
            (
                "a strength in an area that holds no findings in a later version of the tool",
                |case| case.record("area-8").strengths[0].text = "Zqx".into(),
                |case| {
                    let area = &mut case.round.tool.areas[7];
                    (area.role, area.graded) = (Some(AreaRole::Learning), false);
                },
            ),
            (
                "why the practitioner was not spoken to",
                |case| {
                    case.ret.practitioner.spoken = Some(false);
                    case.ret.practitioner.reason = "Zqx".into();
                },
                |case| case.ret.practitioner.spoken = Some(true),
            ),
            (
                "what the child said",
                |case| {
                    case.ret.family_views.risk_check = Some(RiskCheck::Safe);
                    case.ret.family_views.invited = Some(true);
                    case.ret.family_views.child_said = "Zqx".into();
                },
                |case| case.ret.family_views.invited = Some(false),
            ),
            (
                "an area, before the return became a nil one",
                |case| case.record("area-3").reason = "Zqx".into(),
                |case| case.ret.involvement.level = Some(InvolvementLevel::NotKnown),
            ),
            (
                "the reason why the case has no grade, before the return became a nil one",
                |case| {
                    let (because, reason) = (NonGrade::OutsideRole, "Zqx".to_owned());
                    case.ret.overall.grading = Some(Grading::None { because, reason });
                },
                |case| case.ret.involvement.level = Some(InvolvementLevel::NotKnown),
            ),
            (
                "a search, before the agency turned out to be involved",
                |case| {
                    case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
                    let statement = "Zqx".to_owned();
                    case.ret.involvement.nil =
                        Some(NilSearch { statement, ..NilSearch::default() });
                },
                |case| case.ret.involvement.level = Some(InvolvementLevel::Involved),
            ),
        ];
        for (what, write, hide) in rows {
            let mut case = Case::complete();
            write(&mut case);
            assert!(leaves(&case, "Zqx"), "{what}: asked");
            hide(&mut case);
            assert!(!leaves(&case, "Zqx"), "{what}: asked no more");
            let draft = serde_json::to_string(&case.ret).unwrap();
            assert!(draft.contains("Zqx"), "{what}: kept");
        }
    }
    #[test]
    fn ch03_an_entry_of_which_the_record_does_not_say_when_is_signed_without_its_day() {
        let mut case = Case::complete();
        let day = RelativeDay { day: -4713, up_to: None, before_window: false };
        case.ret.chronology.anchor = Some(AnchorEvent::Referral);
        case.ret.chronology.entries.push(ChronologyEntry {
            when: When::Day(day),
            text: "A call from school.".into(),
            ..ChronologyEntry::empty(item("e1"))
        });
        assert!(leaves(&case, "-4713"));
        case.ret.chronology.entries[0].undated = true;
        assert!(!leaves(&case, "-4713"));
        assert!(leaves(&case, "A call from school."));
        assert_eq!(case.ret.chronology.entries[0].when, When::Day(day), "kept");
    }

    #[test]
    fn t07_what_the_delay_of_a_standard_meant_that_the_round_lacks_is_not_signed() {
        let mut case = Case::complete();
        let missed = TimescaleResult {
            outcome: Outcome::Missed,
            limit: 15,
            unit: Unit::WorkingDays,
            from_plan: false,
            interval: Some(17),
            up_to: None,
            counted_from: None,
            chosen: None,
            series: None,
        };
        let ids: [StandardId; 2] =
            ["initial-conference", "of-before"].map(|id| id.parse().unwrap());
        case.ret.timescales = Some(Results {
            set: SetRef { id: "england".into(), version: 1 },
            calendar: "2000-2028.1".into(),
            transfer: None,
            results: gathered(ids.iter().map(|id| (id.clone(), missed.clone()))),
        });
        for (id, text) in ids.iter().zip(["Asked for.", "Zqx, 07700 900123"]) {
            let impact = Impact { level: Some(ImpactLevel::NoEffect), text: text.into() };
            case.ret.timescale_impacts.insert(id.clone(), impact);
        }
        assert!(leaves(&case, "Asked for."));
        assert!(!leaves(&case, "Zqx") && !leaves(&case, "of-before"));
        let blocked = |case: &Case| case.notices().iter().any(|notice| notice.rule.0 == "I-03");
        assert!(!blocked(&case), "no page has a box in which to take the number out");
    }

    #[test]
    fn i05_whether_it_was_an_immediate_concern_goes_with_the_grade_that_asked() {
        const ASKED: &str = "was_immediate_concern";
        let mut case = Case::complete();
        case.grade("area-3", "inadequate");
        case.record("area-3").was_immediate_concern = Some(true);
        assert!(leaves(&case, ASKED));
        case.grade("area-3", "good");
        assert!(!leaves(&case, ASKED));
        assert_eq!(case.ret.areas[&area("area-3")].was_immediate_concern, Some(true));
        case.grade("area-3", "inadequate");
        assert!(leaves(&case, ASKED), "the grade came back, and the answer with it");
    }

    #[test]
    fn a03_a_nil_return_is_signed_without_the_grades_given_before() {
        let mut case = Case::complete();
        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
        assert!(!leaves(&case, "\"grading\""));
        case.ret.involvement.level = Some(InvolvementLevel::Involved);
        assert!(leaves(&case, "\"grading\""));
    }
}
