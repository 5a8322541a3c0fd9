//! The case file audit of 2009 against the domain's lists.

use super::*;
use crate::id::AgencyKind;
use crate::tool::fixture::id;

#[test]
fn the_case_file_audit_asks_forty_seven_questions_in_seven_graded_areas() {
    let tool = case_file_tool();
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
    let scale = case_file_tool().scale;
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
    let tool = case_file_tool();
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
    let tool = case_file_tool();
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
