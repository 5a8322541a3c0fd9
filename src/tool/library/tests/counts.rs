//! Every fact and count that the overview report publishes has its structured answer.

use serde_json::{Value, json};

use super::*;
use crate::id::{AgencyKind, PromptId};
use crate::tool::fixture::id;

/// Every fact that the reports count (domain 1.4b), with the prompt and an answer that carry it.
const COUNTED_FACTS: [(&str, &str, &str); 67] = [
    ("2.1.a", "universal", "universal single-agency provision only"),
    ("2.1.b", "identified", "additional needs identified"),
    ("2.1.c", "completed", "common assessment completed"),
    ("2.3.a", "asked", "advice sought within the agency"),
    ("2.2.a", "yes", "concern wrongly tolerated"),
    ("2.2.b", "recognised", "emotional impact of domestic violence recognised"),
    ("3.1.a", "timely", "referral timely"),
    ("3.1.b", "full", "referral held all relevant information"),
    ("3.1.b", "thin", "referral held little contextual information"),
    ("3.1.c", "written", "referral in writing"),
    ("3.1.c", "e-caf", "referral by eCAF"),
    ("3.1.c", "followed-up", "referral followed up in writing"),
    ("3.4.a", "prompt", "acted on promptly by social care"),
    ("3.5.a", "within-24-hours", "strategy discussion with police within 24 hours"),
    ("3.5.b", "discussion", "strategy discussion"),
    ("3.5.b", "meeting", "strategy meeting"),
    ("3.5.c", "advisable", "strategy meeting would have been advisable"),
    ("3.5.d", "joint", "joint investigation delivered"),
    ("3.5.d", "single", "single-agency investigation agreed"),
    ("3.5.e", "resources", "joint investigation failed for resources"),
    ("3.3.b", "yes", "allocated to a qualified, experienced social worker"),
    ("3.3.c", "not-told", "referrer told outcome"),
    ("3.4.b", "at-risk", "delay left the child at risk"),
    ("4.2.a", "child-in-need", "known before as a child in need"),
    ("4.2.a", "cp-plan", "known before with a child protection plan"),
    ("4.2.b", "yes", "history balanced with current concerns"),
    ("4.7.b", "both", "father and extended family assessed"),
    ("4.7.c", "lacked-detail", "paediatric assessment detail"),
    ("4.5", "not-evident", "seen alone: yes, no, not evident"),
    ("4.6", "not-evident", "views evident: yes or no"),
    ("4.8.a", "developed", "section 47 enquiry developed into full assessment"),
    ("4.7.d", "considered", "isolation or recent arrival considered"),
    ("4.4.a", "professional", "professional interpreter"),
    ("4.4.a", "family", "family member as interpreter"),
    ("5.2.a", "strong", "outline plan quality"),
    ("5.2.b", "reduces-risk", "plan focused on reducing risk"),
    ("5.2.b", "consequences", "plan spells out consequences"),
    ("5.2.b", "timescales", "plan has clear timescales"),
    ("5.3.a", "explored", "differing views raised and explored"),
    ("5.4.a", "held-with-detail", "first core group held and detail added"),
    ("5.4.b", "yes", "written agreement with parents"),
    ("5.4.c", "regular", "later core groups at regular intervals"),
    ("5.4.d", "school", "core group attendance gaps by agency"),
    ("5.7.a", "two-weekly", "visit frequency set"),
    ("5.7.b", "kept", "visit frequency kept"),
    ("5.7.c", "explained", "visit gaps explained"),
    ("5.7.d", "mix", "announced and unannounced visits"),
    ("5.7.e", "direct-work", "direct engagement with children"),
    ("5.7.f", "seen", "seen at school where visits were resisted"),
    ("5.6.a", "harmed-safety", "parental resistance and its effect"),
    ("5.8.a", "timely", "care proceedings timely"),
    ("6.5.a", "each", "risk level reviewed at each conference"),
    ("6.2.a", "school", "review attendance gaps"),
    ("6.2.b", "raised", "chair raised poor implementation as a quality issue"),
    ("6.3.a", "accepted", "lack of progress"),
    ("7.1.a", "formal", "access to formal supervision, or informal consultation"),
    ("7.7.a", "joint-visit", "manager at conference and on joint visits"),
    ("7.7.b", "chaired", "manager chaired initial core group as required"),
    ("7.2.a", "support-length", "guidance on direct work, resistance, family support model"),
    ("8.2.a", "everyone", "written record of core groups, absent members included"),
    ("8.3.a", "current", "chronology on file"),
    ("8.6.a", "audited", "audited on transfer"),
    ("8.4.a", "child-specific", "records child-specific"),
    ("8.4.a", "pasted", "records pasted across siblings"),
    ("8.4.b", "yes", "records differentiate between siblings"),
    ("8.4.c", "legible", "records hand-written and legible"),
    ("8.4.c", "hard-to-read", "records hand-written and hard to read"),
];

#[test]
fn every_fact_that_reports_count_has_a_structured_answer() {
    let tool = case_file_tool();
    let facts = COUNTED_FACTS.iter();
    let missing: Vec<&str> = facts
        .clone()
        .filter(|(prompt, answer, _)| {
            !tool.prompt(&id(prompt)).is_some_and(|(_, prompt)| offers(prompt, answer))
        })
        .map(|(_, _, fact)| *fact)
        .collect();
    assert_eq!(missing, Vec::<&str>::new());

    let counted: Vec<&str> = facts.map(|(prompt, _, _)| *prompt).collect();
    let idle: Vec<&PromptId> = graded_by_area(&tool)
        .flat_map(|area| &area.prompts)
        .filter(|prompt| prompt.follows.is_some() && !counted.contains(&prompt.id.as_str()))
        .map(|prompt| &prompt.id)
        .collect();
    // Ours: an earlier referral, the response's effect, gaps in assessments, joint working.
    assert_eq!(idle, ["3.2.a", "3.3.a", "4.7.a", "5.6.b"].map(id).iter().collect::<Vec<_>>());
}

/// What a case must answer to be counted, as conditions on the lead agency's return.
fn counts() -> Vec<(&'static str, Value)> {
    let is =
        |prompt: &str, values: &[&str]| json!({ "answer": { "prompt": prompt, "is": values } });
    vec![
        ("additional needs identified", is("2.1.b", &["identified"])),
        ("common assessment completed", is("2.1.c", &["completed"])),
        ("neglect tolerated", is("2.2.a", &["yes"])),
        ("emotional effect not recognised", is("2.2.b", &["physical-only", "not-recognised"])),
        ("kept safe", is("3.3.a", &["kept-safe"])),
        ("put at risk", is("3.3.a", &["put-at-risk"])),
        (
            "referral timely, full and written",
            json!({ "all": [is("3.1.a", &["timely"]), is("3.1.b", &["full"]),
                            is("3.1.c", &["written", "e-caf", "followed-up"])] }),
        ),
        (
            "referral timely but thin",
            json!({ "all": [is("3.1.a", &["timely"]), is("3.1.b", &["thin"])] }),
        ),
        ("acted on promptly", is("3.4.a", &["prompt"])),
        ("strategy discussion within 24 hours", is("3.5.a", &["within-24-hours"])),
        ("allocated appropriately", is("3.3.b", &["yes"])),
        ("strategy meeting held", is("3.5.b", &["meeting"])),
        ("strategy meeting advisable", is("3.5.c", &["advisable"])),
        ("referrer not informed", is("3.3.c", &["not-told"])),
        ("known before", is("4.2.a", &["child-in-need", "cp-plan"])),
        (
            "gaps in the assessment",
            json!({ "all": [{ "answered": "4.7.a" }, { "not": is("4.7.a", &["none", "not-evident"]) }] }),
        ),
        ("not evident that seen alone", is("4.5", &["not-evident"])),
        (
            "seen alone, views not evident",
            json!({ "all": [is("4.5", &["yes"]), is("4.6", &["not-evident"])] }),
        ),
        ("enquiry not developed", is("4.8.a", &["not-developed"])),
        (
            "isolated young mother",
            json!({ "all": [is("1.13", &["young-parent"]), is("4.7.d", &["not-considered"])] }),
        ),
        ("family interpreted", is("4.4.a", &["family"])),
        ("good example of agencies together", is("5.6.b", &["good-example"])),
        ("resistance harmed safety", is("5.6.a", &["harmed-safety"])),
        ("reviews in time", is("6.1", &["yes"])),
    ]
}

#[test]
fn every_published_count_can_be_computed_from_the_lead_agencys_return() {
    let mut tool = serde_json::to_value(case_file_tool()).unwrap();
    let lead = AgencyKind::new("social-care").unwrap();
    let known = case_file_tool();
    for (count, condition) in counts() {
        // The tool's own validation tells whether a condition asks for answers that exist.
        tool["areas"][7]["prompts"][0]["advice"] = json!([{ "when": condition, "text": count }]);
        let tool = Tool::from_json(&serde_json::to_vec(&tool).unwrap());
        assert!(tool.is_ok(), "{count}: {:?}", tool.unwrap_err());
        let condition: crate::tool::Condition = serde_json::from_value(condition).unwrap();
        for prompt in condition.prompts() {
            let (area, prompt) = known.prompt(prompt).unwrap();
            assert!(area.asked_of.includes(&lead) && prompt.asked_of.includes(&lead), "{count}");
        }
    }
}
