use serde_json::{Value, json};

use super::*;
use crate::id::{AgencyKind, AreaId, PromptId};
use crate::tool::fixture::{Given, id};
use crate::tool::{Area, AreaRole, GradeLevel, GradedBy, Graph, Prompt, Visible};

fn case_file() -> Tool {
    by_id(&ToolId::new("case-file-2009").unwrap()).unwrap()
}

fn section_47() -> Tool {
    by_id(&ToolId::new("s47-strategy-2013").unwrap()).unwrap()
}

fn main_prompts(area: &Area) -> Vec<&str> {
    let main = area.prompts.iter().filter(|prompt| prompt.follows.is_none());
    main.map(|prompt| prompt.id.as_str()).collect()
}

fn graded_by_area(tool: &Tool) -> impl Iterator<Item = &Area> {
    tool.areas.iter().filter(|area| area.role != Some(AreaRole::CaseDetails))
}

#[test]
fn every_shipped_tool_is_sound() {
    for entry in ENTRIES {
        let faults = Tool::from_json(entry.json.as_bytes()).err().unwrap_or_default();
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", entry.id);
    }
}

#[test]
fn every_shipped_tool_is_found_under_its_own_id() {
    for (entry, tool) in ENTRIES.iter().zip(all()) {
        assert_eq!(tool.id.as_str(), entry.id);
        assert_eq!(by_id(&tool.id), Some(tool));
    }
}

#[test]
fn every_question_of_the_areas_has_guidance() {
    for tool in all() {
        let bare = graded_by_area(&tool).flat_map(|area| &area.prompts).filter(|prompt| {
            let guidance = &prompt.guidance;
            prompt.follows.is_none() && (guidance.good.is_empty() || guidance.look.is_empty())
        });
        let bare: Vec<&str> = bare.map(|prompt| prompt.id.as_str()).collect();
        assert_eq!(bare, Vec::<&str>::new(), "{}", tool.id);
    }
}

#[test]
fn a_follow_up_is_named_after_the_prompt_that_it_follows() {
    for tool in all() {
        let named = |prompt: &Prompt| match &prompt.follows {
            None => prompt.id.as_str().matches('.').count() == 1,
            Some(followed) => {
                prompt.id.as_str().strip_prefix(followed.as_str()).is_some_and(|rest| {
                    rest.len() == 2 && rest.starts_with('.') && rest.ends_with(char::is_alphabetic)
                })
            }
        };
        let wrong: Vec<&str> = tool
            .prompts()
            .filter(|(_, prompt)| !named(prompt))
            .map(|(_, prompt)| prompt.id.as_str())
            .collect();
        assert_eq!(wrong, Vec::<&str>::new(), "{}", tool.id);
    }
}

#[test]
fn shipped_wording_is_plain() {
    let avoided = ["please", "invalid", "submit", "click", "e.g.", "i.e.", "etc", "N/A", "!"];
    for entry in ENTRIES {
        let found: Vec<&&str> = avoided
            .iter()
            .filter(|word| {
                let mut texts = entry.json.lines();
                texts.any(|line| {
                    line.split('"').any(|text| text.split(' ').any(|part| part == **word))
                })
            })
            .collect();
        assert_eq!(found, Vec::<&&str>::new(), "{}", entry.id);
    }
}

#[test]
fn the_case_file_audit_asks_forty_seven_questions_in_seven_graded_areas() {
    let tool = case_file();
    let numbers: Vec<u32> = tool.areas.iter().map(|area| area.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    let graded: Vec<u32> = tool.graded_areas().map(|area| area.number).collect();
    assert_eq!(graded, [2, 3, 4, 5, 6, 7, 8]);

    let expected = [(2, 3), (3, 5), (4, 8), (5, 8), (6, 8), (7, 8), (8, 7)];
    let mut total = 0;
    for (area, count) in tool.graded_areas().zip(expected.map(|(_, count)| count)) {
        let expected: Vec<String> = (1..=count).map(|at| format!("{}.{at}", area.number)).collect();
        assert_eq!(main_prompts(area), expected);
        total += count;
    }
    assert_eq!(total, 47);
}

#[test]
fn g01_case_details_are_not_graded() {
    for tool in all() {
        let details = &tool.areas[0];
        assert_eq!((details.role, details.graded), (Some(AreaRole::CaseDetails), false));
    }
}

#[test]
fn g03_the_scale_of_2009_keeps_outstanding_for_the_case() {
    let scale = case_file().scale;
    let codes = |grades: &mut dyn Iterator<Item = &crate::tool::Grade>| -> Vec<String> {
        grades.map(|grade| grade.code.clone()).collect()
    };
    assert_eq!(codes(&mut scale.for_area()), ["2", "3", "4"]);
    assert_eq!(codes(&mut scale.for_case()), ["1", "2", "3", "4"]);
    assert!(scale.outstanding_needs_all_good);
    assert!(scale.qualifiers.is_empty());
}

/// Appendix C of the domain: areas, then the only prompts asked where that is a part of an area.
const APPENDIX_C: [(&str, &[u32], &[&str]); 21] = [
    ("social-care", &[2, 3, 4, 5, 6, 7, 8], &[]),
    ("police", &[2, 3, 4, 5, 7, 8], &["5.6"]),
    ("health-visiting", &[2, 3, 4, 5, 6, 7, 8], &[]),
    ("school-nursing", &[2, 3, 4, 5, 6, 7, 8], &[]),
    ("midwifery", &[2, 3, 4, 5, 6, 7, 8], &[]),
    ("gp", &[2, 3, 4, 5, 8], &["4.3", "5.6"]),
    ("hospital", &[2, 3, 4, 8], &[]),
    ("camhs", &[2, 4, 5, 6, 7, 8], &[]),
    ("school", &[2, 3, 4, 5, 6, 7, 8], &["4.3"]),
    ("early-years", &[2, 3, 4, 5, 6, 7, 8], &["4.3"]),
    ("childrens-centre", &[2, 3, 4, 5, 6, 7, 8], &["4.3"]),
    ("adult-mental-health", &[2, 3, 5, 7, 8], &["5.3", "5.6"]),
    ("substance-misuse", &[2, 3, 5, 7, 8], &["5.3", "5.6"]),
    ("probation", &[2, 3, 5, 7, 8], &["5.3", "5.6"]),
    ("prison", &[2, 3, 5, 7, 8], &["5.3", "5.6"]),
    ("domestic-violence-service", &[2, 3, 5, 7, 8], &["5.3", "5.6"]),
    ("housing", &[2, 3, 5, 7, 8], &["5.3", "5.6"]),
    ("yos", &[2, 4, 5, 6, 7, 8], &[]),
    ("fire-rescue", &[3, 8], &[]),
    ("voluntary", &[2, 5, 7, 8], &[]),
    // Ours: conferences are its work.
    ("conference-service", &[5, 6, 8], &[]),
];

#[test]
fn every_kind_of_agency_has_the_areas_of_appendix_c() {
    let tool = case_file();
    assert_eq!(tool.agency_kinds.len(), APPENDIX_C.len());
    for (kind, areas, only) in APPENDIX_C {
        let kind = AgencyKind::new(kind).unwrap();
        let entry = tool.agency_kind(&kind).unwrap();
        let asked: Vec<&Area> =
            graded_by_area(&tool).filter(|area| area.asked_of.includes(&kind)).collect();
        let numbers: Vec<u32> = asked.iter().map(|area| area.number).collect();
        assert_eq!(numbers, areas, "{kind}");
        for area in asked {
            let part: Vec<&str> = only
                .iter()
                .copied()
                .filter(|prompt| prompt.starts_with(&area.number.to_string()))
                .collect();
            let main = area.prompts.iter().filter(|prompt| prompt.follows.is_none());
            let main: Vec<&str> = main
                .filter(|prompt| prompt.asked_of.includes(&kind))
                .map(|prompt| prompt.id.as_str())
                .collect();
            assert!(!main.is_empty(), "{kind} is asked nothing in area {}", area.number);
            assert!(part.is_empty() || part == main, "{kind}: {part:?}, {main:?}");
        }
        assert_eq!(entry.parent_facing, only == ["5.3", "5.6"], "{kind}");
        assert_eq!(entry.lead, kind.as_str() == "social-care", "{kind}");
    }
}

#[test]
fn every_prompt_with_a_restricted_audience_is_asked_of_those_that_can_know() {
    let rows = [
        ("3.4", "social-care police"),
        ("3.5", "social-care police health-visiting school-nursing midwifery gp hospital"),
        ("4.2", "social-care"),
        ("4.8", "social-care"),
        ("5.1", "social-care conference-service"),
        ("5.7", "social-care health-visiting"),
        ("6.1", "social-care conference-service"),
        ("7.3", "social-care"),
        ("7.7", "social-care"),
    ];
    let tool = case_file();
    for (prompt, expected) in rows {
        let (area, prompt) = tool.prompt(&id(prompt)).unwrap();
        let kinds = tool.agency_kinds.iter().map(|entry| &entry.id);
        let asked =
            kinds.filter(|kind| area.asked_of.includes(kind) && prompt.asked_of.includes(kind));
        let mut asked: Vec<&str> = asked.map(AgencyKind::as_str).collect();
        let mut expected: Vec<&str> = expected.split(' ').collect();
        asked.sort_unstable();
        expected.sort_unstable();
        assert_eq!(asked, expected, "{}", prompt.id);
    }
}

/// Every fact that the reports count (domain 1.4b), with the prompt and an answer that carry it.
const COUNTED_FACTS: [(&str, &str, &str); 62] = [
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
];

/// The last three facts of area 8, which have more answers than one each.
const RECORD_FACTS: [(&str, &str, &str); 5] = [
    ("8.4.a", "child-specific", "records child-specific"),
    ("8.4.a", "pasted", "records pasted across siblings"),
    ("8.4.b", "yes", "records differentiate between siblings"),
    ("8.4.c", "legible", "records hand-written and legible"),
    ("8.4.c", "hard-to-read", "records hand-written and hard to read"),
];

fn offers(prompt: &Prompt, answer: &str) -> bool {
    prompt.kind.values().iter().any(|value| value.as_str() == answer)
        || prompt.kind.options().iter().any(|option| option.id.as_str() == answer)
}

#[test]
fn every_fact_that_reports_count_has_a_structured_answer() {
    let tool = case_file();
    let facts = COUNTED_FACTS.iter().chain(&RECORD_FACTS);
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
    let mut tool = serde_json::to_value(case_file()).unwrap();
    let lead = AgencyKind::new("social-care").unwrap();
    let known = case_file();
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

#[test]
fn the_section_47_audit_is_graded_once_a_case_and_allows_a_qualifier() {
    let tool = section_47();
    assert_eq!(tool.graded_by, GradedBy::Case);
    assert_eq!(tool.graded_areas().count(), 0);
    let titles: Vec<&str> = tool.areas.iter().map(|area| area.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Case details",
            "Identification of risk",
            "Initial response",
            "Direct work",
            "Co-ordination",
            "The child's voice",
            "Recording",
            "Management oversight",
            "Outcome"
        ]
    );
    let qualifier = &tool.scale.qualifiers[0];
    assert_eq!(qualifier.id.as_str(), "outstanding-features");
    assert_eq!(tool.scale.level(&qualifier.of[0]), Some(GradeLevel::Good));
    let codes: Vec<&str> = tool.scale.for_case().map(|grade| grade.code.as_str()).collect();
    assert_eq!(codes, ["O", "G", "RI", "In"]);
}

#[test]
fn every_count_of_the_section_47_summary_has_a_structured_answer() {
    let tool = section_47();
    let rows = [
        ("7.1", "yes", "clear recording"),
        ("6.1", "yes", "child seen"),
        ("6.2", "yes", "views taken into account"),
        ("5.1.a", "very-good", "very good communication"),
        ("8.1", "yes", "good management oversight"),
        ("2.2.a", "marked", "professional curiosity, by agency"),
        ("9.1", "yes", "good outcome"),
        ("2.4.a", "section-47", "a step was missed (SR14)"),
        ("3.5.a", "no-effect", "delay without effect (SR15)"),
    ];
    for (prompt, answer, fact) in rows {
        let (area, prompt) = tool.prompt(&id(prompt)).unwrap();
        assert!(offers(prompt, answer), "{fact}");
        for kind in ["social-care", "police"] {
            let kind = AgencyKind::new(kind).unwrap();
            assert!(area.asked_of.includes(&kind) && prompt.asked_of.includes(&kind), "{fact}");
        }
    }
}

/// A social worker's answers to the case file audit, looked at through what is asked.
struct Story {
    tool: Tool,
    given: Given,
}

impl Story {
    fn by(agency: &str, answers: &[(&str, &str)]) -> Self {
        let mut given = Given::by(agency);
        for (prompt, value) in answers {
            given.answer(prompt, value);
        }
        Self { tool: case_file(), given }
    }

    fn look<T>(&self, prompt: &str, at: impl Fn(&Prompt, &Visible<'_, Given>) -> T) -> T {
        let shown = Graph::compile(&self.tool).shown(&self.given);
        let (_, prompt) = self.tool.prompt(&id(prompt)).unwrap();
        at(prompt, &Visible::new(&shown, &self.given))
    }

    fn asks(&self, prompt: &str) -> bool {
        Graph::compile(&self.tool).shown(&self.given).is_asked(&id(prompt))
    }

    fn wording(&self, prompt: &str) -> String {
        self.look(prompt, |prompt, answers| prompt.wording(answers).to_owned())
    }

    fn sets_aside(&self, area: &str) -> bool {
        let shown = Graph::compile(&self.tool).shown(&self.given);
        let area = self.tool.area(&AreaId::new(area).unwrap()).unwrap();
        area.is_set_aside(&Visible::new(&shown, &self.given))
    }
}

#[test]
fn g17_an_interpreter_is_not_optional_where_one_is_needed() {
    let bars = |need| {
        Story::by("social-care", &[("1.4", need)])
            .look("4.4", |prompt, answers| prompt.bars_not_applicable(answers))
    };
    for need in ["child", "parent", "both"] {
        assert!(bars(need), "{need}");
    }
    assert!(!bars("not-recorded"));
    assert!(!Story::by("social-care", &[("1.4", "no")]).asks("4.4"));
    assert!(Story::by("social-care", &[("1.4", "parent")]).asks("4.4.a"));
}

#[test]
fn ec43_a_family_member_is_no_interpreter() {
    let advised = |who| {
        let story = Story::by("social-care", &[("1.4", "parent"), ("4.4", "yes"), ("4.4.a", who)]);
        story.look("4.4", |prompt, answers| prompt.advice_for(answers).count())
    };
    assert_eq!((advised("family"), advised("professional")), (1, 0));
}

#[test]
fn g18_seen_alone_without_views_is_pointed_out_until_a_concern_is_written() {
    let advice = |alone, views| {
        let story = Story::by("social-care", &[("4.5", alone), ("4.6", views)]);
        story.look("4.6", |prompt, answers| {
            prompt.advice_for(answers).map(|advice| advice.until_concern).collect::<Vec<_>>()
        })
    };
    assert_eq!(advice("yes", "not-evident"), [true]);
    assert_eq!(advice("yes", "no"), [true]);
    assert_eq!(advice("yes", "yes"), Vec::<bool>::new());
    assert_eq!(advice("no", "no"), Vec::<bool>::new());
}

#[test]
fn g19_without_a_review_yet_the_review_area_is_set_aside() {
    let story = |held| Story::by("social-care", &[("1.17", held)]);
    assert!(story("not-due").sets_aside("area-6"));
    assert!(story("no-plan").sets_aside("area-6"));
    assert!(!story("overdue").sets_aside("area-6"));
    assert!(!story("held").sets_aside("area-6"));
    assert!(!story("not-due").asks("6.1"));
    assert!(story("overdue").asks("6.1"));
    assert!(story("not-due").asks("1.17.a"));
}

#[test]
fn g20_unborn_children_and_babies_are_asked_about_in_other_words() {
    let asked = |age, prompt| Story::by("social-care", &[("1.1", age)]).wording(prompt);
    let rows = [
        ("unborn", "4.5", "Was the unborn child's mother seen alone?"),
        ("under-1", "4.5", "Was the baby seen, and observed with each parent?"),
        ("5-to-9", "4.5", "Were children seen alone?"),
        ("unborn", "4.6", "Was the unborn child's future daily life considered?"),
        ("under-1", "4.6", "Was the baby's daily life considered, from what was observed?"),
        ("10-to-15", "4.6", "Were children's views sought?"),
    ];
    for (age, prompt, expected) in rows {
        assert_eq!(asked(age, prompt), expected, "{age} {prompt}");
    }
}

#[test]
fn a_practice_that_did_not_refer_is_not_asked_about_the_referral() {
    let practice = |part| Story::by("gp", &[("1.15", part)]);
    assert!(practice("made").asks("3.1"));
    assert!(practice("none").sets_aside("area-3"));
    assert!(!practice("none").asks("3.1"));
    assert!(Story::by("hospital", &[("1.15", "none")]).asks("3.1"));
}

#[test]
fn seeing_the_child_is_asked_of_agencies_in_direct_contact() {
    let rows = [
        ("camhs", "direct", true),
        ("camhs", "family", false),
        ("social-care", "family", true),
        ("school", "direct", false), // Schools are asked 4.3 only.
    ];
    for (agency, contact, expected) in rows {
        assert_eq!(
            Story::by(agency, &[("1.16", contact)]).asks("4.5"),
            expected,
            "{agency} {contact}"
        );
    }
}

#[test]
fn supervision_is_asked_of_social_care_and_of_those_who_have_it() {
    let rows = [
        ("social-care", "consultation", true),
        ("health-visiting", "formal", true),
        ("health-visiting", "consultation", false),
    ];
    for (agency, supervision, expected) in rows {
        assert_eq!(Story::by(agency, &[("7.1.a", supervision)]).asks("7.4"), expected, "{agency}");
    }
}
