//! Edge cases of what is published, searched and printed.

use multi_agency_audit::report::document::{Change, DocumentKind, Evidence, changes};

use crate::driver::Scenario;

/// Three cases, of which the first is unlike the others in age, gender and ethnic group.
fn one_unlike_the_others() -> Scenario {
    let mut story =
        Scenario::on_tool("child-journey", &["social-care"], &["Case 1", "Case 2", "Case 3"]);
    for (case, age, gender, group) in [
        ("Case 1", "under-1", "female", "mixed"),
        ("Case 2", "10-to-15", "male", "white"),
        ("Case 3", "10-to-15", "male", "white"),
    ] {
        story
            .auditor("social-care", case)
            .answers_everything()
            .chooses("1.1", age)
            .chooses("1.2", gender)
            .chooses("1.3", group)
            .finds_well("changes", "Calls were answered the same day")
            .finds_wrong("changes", "One visit was not joint")
            .signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story
}

#[test]
fn ec35_a_child_set_apart_by_its_details_is_cleared_or_published_by_theme() {
    let story = one_unlike_the_others();
    let said = "Case 1: three facts of the case details set this child apart from all others. Clear \
                what is told, or publish by theme.";
    let by_case = story.document(DocumentKind::CaseByCase);
    assert_eq!(story.told_by("I-08", &by_case), [said]);
    let by_theme = story.document(DocumentKind::ThemeByTheme);
    assert_eq!(story.told_by("I-08", &by_theme), Vec::<String>::new());
    // Two boys and one girl: the three children are few themselves, so noughts are not told either.
    assert_eq!(story.published_counts_of("1.2"), ["*"; 6]);
}

#[test]
fn ec36_a_summary_that_could_be_recognised_is_generalised_in_the_open_and_cleared_anew() {
    let mut story = one_unlike_the_others();
    story.panel_summarises("Case 1", "A baby whose father is in prison.");
    let before = story.document(DocumentKind::CaseByCase);
    let told = story.told_by("I-08", &before).join(" ");
    assert!(told.contains("“prison” may tell readers who this is"), "{told}");

    story.panel_summarises("Case 1", "A young child whose parent was away from home.");
    let after = story.document(DocumentKind::CaseByCase);
    let told = story.told_by("I-08", &after).join(" ");
    assert!(!told.contains("prison"), "{told}");
    // What was said before and what is said now stand side by side: nothing is changed in silence.
    let id = "case-by-case/case-1/summary/summary-case-1/1".to_owned();
    let reworded = Change::Reworded {
        id,
        before: "A baby whose father is in prison.".into(),
        now: "A young child whose parent was away from home.".into(),
    };
    assert!(changes(&before, &after).contains(&reworded), "{:#?}", changes(&before, &after));
    assert_eq!(story.summaries_kept_of("Case 1"), 2, "the first wording is kept");
    // What somebody cleared was another text: this one is read anew.
    story.panel_clears(&before);
    assert!(story.is_cleared(&before) && !story.is_cleared(&after));
}

#[test]
fn ec63_a_report_cited_two_years_later_is_the_same_to_the_letter_and_leads_to_its_answers() {
    let cases = ["Case 1", "Case 2", "Case 3"];
    let mut story = Scenario::round(&["social-care", "police"], &cases);
    for case in cases {
        for agency in ["social-care", "police"] {
            let auditor = story.auditor(agency, case).audits_everything_as_good();
            auditor.finds_wrong("recording", "Minutes were late").signs_and_exports();
        }
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story.panel_finds_an_issue("f1", "recording", "police", "recording", &cases);
    story.panel_recommends("r1", "f1", None, "The police should write up visits the same day.");
    let published = story.document(DocumentKind::Overview);
    story.panel_clears(&published);
    let id = story.panel_keeps(&published);

    // The round goes on without its report: a correction comes, and two years pass.
    story
        .auditor("social-care", "Case 2")
        .corrects()
        .grades("referral", "adequate")
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("replaces");
    }
    story.days_pass(730);
    story.opens_the_workbook_again();
    let now = story.document(DocumentKind::Overview);
    assert!(!changes(&published, &now).is_empty(), "today's would be another");

    let cited = story.kept_version(DocumentKind::Overview, &id);
    assert_eq!(cited, published);
    assert!(story.is_cleared(&cited));
    assert_eq!(story.leads_nowhere(&cited), Vec::<String>::new());
    let behind = cited.sentences().flat_map(|one| &one.evidence);
    let answers = behind.filter(|one| matches!(one, Evidence::Answer { .. })).count();
    assert!(answers > 50, "{answers} answers stand behind it");
}

#[test]
fn ec61_a_hundred_and_twenty_long_returns_are_all_counted_searched_and_printed_whole() {
    let agencies = [
        "social-care",
        "police",
        "health-visiting",
        "school-nursing",
        "midwifery",
        "gp",
        "hospital",
        "camhs",
        "school",
        "probation",
        "housing",
        "voluntary",
    ];
    let cases: Vec<String> = (1..=10).map(|number| format!("Case {number}")).collect();
    let labels: Vec<&str> = cases.iter().map(String::as_str).collect();
    let mut story = Scenario::round(&agencies, &labels);
    let long = "Every entry of that month was read against the plan. ".repeat(60);
    for case in &labels {
        for agency in agencies {
            let own = format!("{long}Planted {agency} {}.", case.replace(' ', ""));
            story
                .auditor(agency, case)
                .audits_everything_as_good()
                .finds_wrong("recording", &own)
                .signs_and_exports();
        }
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story.matrix_shows(120, 120, 0, 0);
    assert_eq!(story.finds("planted"), 120);
    assert_eq!(story.finds("planted midwifery case7"), 1);
    let papers = story.prints_the_papers_of("Case 7");
    for agency in agencies {
        let end = format!("Planted {agency} Case7.");
        assert!(papers.contains(&end), "{agency}: the text is printed to its end");
    }
    assert!(!papers.contains("Case6."), "nothing of another case");
}
