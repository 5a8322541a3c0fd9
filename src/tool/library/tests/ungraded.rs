//! The three audits without grades: themed, journey of the child, early help and themes.

use super::*;
use crate::tool::GradedBy;
use crate::tool::fixture::id;

const UNGRADED: [&str; 3] = ["themed-six-step", "child-journey", "early-help-themes"];

#[test]
fn the_ungraded_audits_grade_nothing_and_ask_for_findings_in_every_area_of_work() {
    for name in UNGRADED {
        let tool = tool(name);
        assert_eq!(tool.graded_by, GradedBy::Nothing, "{name}");
        assert!(tool.scale.grades.is_empty(), "{name}");
        let without: Vec<usize> = tool
            .areas
            .iter()
            .enumerate()
            .filter(|(_, area)| !area.holds_findings())
            .map(|(at, _)| at)
            .collect();
        assert_eq!(without, [0, tool.areas.len() - 1], "{name}");
    }
}

#[test]
fn what_is_to_be_learnt_may_always_be_left_out() {
    for name in UNGRADED {
        let tool = tool(name);
        let learning = tool.areas.last().unwrap();
        assert_eq!(learning.role, Some(AreaRole::Learning), "{name}");
        assert!(learning.prompts.iter().all(|prompt| !prompt.mandatory), "{name}");
    }
}

fn missing(name: &str, facts: &[(&str, &str, &'static str)]) -> Vec<&'static str> {
    let tool = tool(name);
    let is_there = |prompt: &str, answer: &str| {
        tool.prompt(&id(prompt)).is_some_and(|(_, prompt)| offers(prompt, answer))
    };
    let lacking = facts.iter().filter(|(prompt, answer, _)| !is_there(prompt, answer));
    lacking.map(|(_, _, fact)| *fact).collect()
}

/// What the six-step briefing says of single cases and of several together (D5).
#[test]
fn every_issue_of_the_six_step_briefing_has_a_structured_answer() {
    let facts = [
        ("6.1.a", "school-health", "school and health close"),
        ("6.1.a", "school-social-care", "school and social care close"),
        ("6.1.a", "health-social-care", "health visitor and social worker close"),
        ("6.3.a", "well", "initial conference managed well"),
        ("3.2.a", "excellent", "direct work excellent"),
        ("3.1", "yes", "child's voice recorded"),
        ("3.2", "yes", "built around the child's daily life"),
        ("5.2", "yes", "challenge to parents"),
        ("7.2.a", "right", "stepped down appropriately"),
        ("8.1", "yes", "appropriate supervision"),
        ("8.2", "yes", "case notes give a full picture"),
        ("8.2.a", "visible", "practice model in use"),
        ("5.1.a", "persisted", "persistent after missed visits"),
        ("7.2.b", "none", "closure not communicated"),
        ("7.4", "problems", "contact elsewhere difficult"),
        ("2.4", "self-managed", "parent manages drug use alone"),
        ("4.6", "behaviour", "decision shaped by a parent's reaction"),
        ("2.4", "refused", "no engagement with drug and alcohol service"),
        ("3.5", "gap", "young person falls between services"),
        ("4.1.a", "open", "assessment not completed"),
        ("3.3", "lacking", "no positive role models"),
        ("5.5", "disputed", "accommodation by agreement disputed"),
        ("3.5.a", "not-offered", "accommodation not offered at 16"),
        ("6.4", "not-escalated", "not escalated"),
        ("2.3.b", "out-of-date", "no risk assessment after the order"),
        ("7.2.c", "thin", "closing summary lacks future risks"),
        ("5.3", "not-offered", "no alternative to group work"),
        ("7.4", "unknown-contact", "contact in prison not known"),
        ("5.2.a", "suspected", "disguised compliance"),
        ("6.5", "not-told", "prison unaware of risk to the child"),
        ("3.4", "wary", "child wary of telling"),
        ("4.3", "stopped", "no parenting assessment for non-engagement"),
        ("4.4", "not-used", "no neglect assessment tool"),
        ("6.2", "not-coordinated", "visits not co-ordinated"),
        ("2.3.a", "relative", "abuse by another relative"),
        ("7.1.a", "affected", "drift and delay"),
        ("4.5", "no", "capacity to change not evidenced"),
        ("5.2.b", "taken", "accounts taken at face value"),
        ("7.3", "known", "future events not flagged"),
        ("7.5", "yes", "school takes on early help"),
    ];
    assert_eq!(missing("themed-six-step", &facts), Vec::<&str>::new());
}

/// What the briefings by case say of a journey (D1).
#[test]
fn every_strength_and_message_of_the_journeys_has_a_structured_answer() {
    let facts = [
        ("5.1", "yes", "long engagement, strong relationship"),
        ("2.2", "acted", "hospital visit leads to a mental health service"),
        ("4.1", "yes", "focus on the child at the conference"),
        ("4.2", "gap", "non-attendance escalated"),
        ("1.9", "legal-challenge", "litigious family"),
        ("3.4.a", "legal", "drawn away by changes to reports"),
        ("7.4.a", "not-discussed", "pressure not taken to supervision"),
        ("7.2", "coordinated", "medical history put together"),
        ("7.3", "raised", "concern about health escalated"),
        ("4.3", "balanced", "parent's needs met, child in view"),
        ("2.1.a", "health", "early identification by health"),
        ("5.2", "yes", "flexible service"),
        ("6.2", "timely", "birth and discharge planned"),
        ("5.6", "used", "unit for mother and baby used"),
        ("5.4", "whole", "whole family"),
        ("3.3", "not-taken", "no specialist advice on a parent's needs"),
        ("5.5", "planned", "safety planning in a safe place"),
        ("6.4", "held", "case held until the handover"),
        ("4.1.a", "not-handled", "meeting disrupted"),
        ("5.3.a", "explained", "child told why agencies are involved"),
        ("1.10", "transfer", "moved between areas"),
        ("8.2", "chairs", "message for chairs"),
    ];
    assert_eq!(missing("child-journey", &facts), Vec::<&str>::new());
}

/// What the briefings by theme say across cases (D2).
#[test]
fn every_strength_and_lesson_of_the_themes_has_a_structured_answer() {
    let facts = [
        ("4.3", "engaged", "engagement with fathers"),
        ("4.4", "considered", "wider family network"),
        ("5.3", "well", "meetings well attended"),
        ("5.1", "yes", "good information sharing"),
        ("5.2", "full", "threshold document used, comprehensive referral"),
        ("3.3", "followed", "joint protocol followed"),
        ("6.1", "yes", "concerns escalated"),
        ("2.5", "beyond", "over and above the usual service"),
        ("2.1.a", "could-have", "early help could have prevented a referral"),
        ("3.2", "no", "low mood not recognised"),
        ("3.1", "no", "low-level neglect not recognised"),
        ("5.1.a", "risk", "information sharing could have been better"),
        ("3.4", "not-told", "discharge without a meeting"),
        ("5.4", "no", "no long-term or contingency plan"),
        ("6.1.a", "not-raised", "difference on the plan not escalated"),
        ("2.4", "yes", "support co-ordinated"),
        ("4.2", "yes", "positive relationships sustained"),
        ("4.1", "yes", "child's voice in assessments and plans"),
        ("2.4.a", "evidence-based", "evidence-based help"),
        ("4.5", "understood", "parenting understood in its culture"),
        ("2.3", "nobody", "lead professional not known"),
    ];
    assert_eq!(missing("early-help-themes", &facts), Vec::<&str>::new());
}
