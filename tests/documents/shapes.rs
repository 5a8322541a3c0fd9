//! each kind has the sections of the document that it is modelled on, in their order and numbers.

use multi_agency_audit::report::document::{
    Block, Document, DocumentKind, Look, Sentence, Span, render,
};

use crate::seed::Seed;
use crate::{SEEDS, bullets, parts, sentence};

fn titles(document: &Document, level: u8) -> Vec<String> {
    parts(document, level).into_iter().skip(1).map(|(title, _)| title).collect()
}

/// Points under each heading of these words.
fn under(document: &Document, level: u8, heading: &str) -> Vec<usize> {
    let all = parts(document, level).into_iter();
    all.filter(|(title, _)| title == heading).map(|(_, blocks)| bullets(&blocks)).collect()
}

#[test]
fn d1_three_cases_with_summary_strengths_and_key_messages() {
    let document = Seed::named("case-by-case").document(DocumentKind::CaseByCase);
    assert_eq!(titles(&document, 2), ["Case 1", "Case 2", "Case 3"]);
    let of_case = ["Brief summary of the case", "Strengths", "Key messages"];
    let all = titles(&document, 3);
    let headings: Vec<&str> =
        all.iter().map(String::as_str).filter(|title| !title.starts_with("Case ")).collect();
    assert_eq!(headings, of_case.repeat(3));
    assert_eq!(under(&document, 3, "Strengths"), [4, 5, 5]);
    let mut messages: Vec<usize> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading { level: 2, .. } => messages.push(0),
            Block::Heading { level: 4, .. } => *messages.last_mut().unwrap() += 1,
            _ => {}
        }
    }
    assert_eq!(messages, [2, 1, 3]);
}

#[test]
fn d2_two_themes_with_six_strengths_each_and_five_and_two_lessons() {
    let document = Seed::named("theme-by-theme").document(DocumentKind::ThemeByTheme);
    assert_eq!(titles(&document, 2), ["Neglect and parental mental health", "Early help"]);
    assert_eq!(under(&document, 3, "Strengths"), [6, 6]);
    let all = titles(&document, 4);
    let lessons = [
        "Neglect and parental mental health",
        "Strengths",
        "Lessons",
        "Early help",
        "Low mood",
        "Information sharing",
        "Planning and discharge meetings",
        "Escalation of concerns",
        "Early help",
        "Strengths",
        "Lessons",
        "Information sharing",
        "Ensuring engagement with fathers",
    ];
    assert_eq!(all, lessons);
    let calls = document
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Paragraph { look: Look::Call, .. }));
    assert_eq!(calls.count(), 7, "R-09: every lesson says what to do");
}

/// Sentences of this part of a document.
fn of_part<'a>(document: &'a Document, part: &str) -> Vec<&'a Sentence> {
    let found = document.sentences().filter(|sentence| sentence.id.contains(part));
    found.collect()
}

fn is_bold(span: &Span) -> bool {
    matches!(span, Span::Strong(text) if !text.trim().is_empty())
}

#[test]
fn d1_and_d2_have_the_key_phrase_of_every_strength_in_bold_and_all_of_what_is_asked() {
    let by_case = Seed::named("case-by-case").document(DocumentKind::CaseByCase);
    let by_theme = Seed::named("theme-by-theme").document(DocumentKind::ThemeByTheme);
    // One stands in the auditor’s own words, which nobody has set.
    let as_written = vec!["case-by-case/case-3/strength/d5"];
    for (document, want, unset) in [(&by_case, 14, as_written), (&by_theme, 12, Vec::new())] {
        let strengths = of_part(document, "/strength/");
        assert_eq!(strengths.len(), want, "{}", document.title);
        let has_phrase = |one: &&Sentence| {
            one.spans.iter().any(is_bold) && one.spans.iter().any(|span| !is_bold(span))
        };
        let (_, others): (Vec<&Sentence>, Vec<&Sentence>) =
            strengths.into_iter().partition(has_phrase);
        let others: Vec<&str> = others.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(others, unset, "{}", document.title);
    }
    let asked = of_part(&by_case, "/question-");
    let calls = of_part(&by_theme, "/call");
    assert_eq!((asked.len(), calls.len()), (15, 7));
    for one in asked.into_iter().chain(calls) {
        assert!(one.spans.iter().all(is_bold), "all of it: {:?}", one.spans);
    }
}

#[test]
fn d3_ten_sections_seven_strengths_five_recommendations() {
    let document = Seed::named("summary").document(DocumentKind::Summary);
    let sections = [
        "Background",
        "Child protection procedures: strategy discussions and section 47 enquiries",
        "Method",
        "Strengths in multi-agency practice",
        "Improvements in individual cases",
        "Learning identified",
        "Recommendations for improvement",
        "Learning for practice",
        "Resources",
    ];
    assert_eq!(titles(&document, 2), sections);
    assert_eq!(under(&document, 2, "Strengths in multi-agency practice"), [7]);
    assert_eq!(under(&document, 2, "Recommendations for improvement"), [5]);
    let reasons = document.sentences().filter(|one| one.id.ends_with("/reason"));
    assert_eq!(reasons.count(), 2, "R-03: a reason for each case below good");
    let contact = sentence(&document, "summary/contact/concern").plain();
    assert!(contact.contains("Children’s front door"), "R-11: {contact}");
}

#[test]
fn d4_five_parts_seven_areas_eight_recommendations_two_of_them_audited_again() {
    let document = Seed::named("overview").document(DocumentKind::Overview);
    let sections = [
        "1. Terms of reference",
        "2. Methodology",
        "3. Overview of each of the areas of analysis",
        "4. Conclusions",
        "5. Recommendations",
        "Contact information",
    ];
    assert_eq!(titles(&document, 2), sections);
    let areas: Vec<String> = titles(&document, 3)
        .into_iter()
        .filter_map(|title| Some(title.strip_prefix("Area of analysis ")?.to_owned()))
        .collect();
    let expected = [
        "2: History of involvement",
        "3: Referral",
        "4: Assessment and section 47 enquiry",
        "5: Planning and implementing the plan",
        "6: Review",
        "7: Management and supervision",
        "8: Recording and minutes",
    ];
    assert_eq!(areas, expected);
    let charts = document.blocks.iter().filter(|block| matches!(block, Block::Chart { .. }));
    assert_eq!(charts.count(), 7, "R-04: a chart for each area");
    let points = document.blocks.iter().find_map(|block| match block {
        Block::Numbered(points) => Some(points),
        _ => None,
    });
    let under: Vec<usize> = points.unwrap().iter().map(|point| point.points.len()).collect();
    assert_eq!(under, [0, 2, 1, 0, 6, 0, 0, 0]);
    let again = document.sentences().filter(|one| one.id.ends_with("/again"));
    let again: Vec<String> = again.map(|one| one.plain()).collect();
    assert_eq!(again, ["This work is to be audited again in six months."; 2]);
}

#[test]
fn r05_concerns_of_inadequate_cases_come_first() {
    let document = Seed::named("overview").document(DocumentKind::Overview);
    let area_2: Vec<String> = parts(&document, 4)
        .into_iter()
        .skip_while(|(title, _)| title != "Area of analysis 2: History of involvement")
        .take(4)
        .map(|(title, _)| title)
        .collect();
    let headings = [
        "Area of analysis 2: History of involvement",
        "Positive features",
        "The concerns in the two cases judged inadequate",
        "Areas of concern",
    ];
    assert_eq!(area_2, headings);
}

#[test]
fn d5_six_steps_with_strengths_and_findings_by_case() {
    let document = Seed::named("six-steps").document(DocumentKind::SixSteps);
    let steps = [
        "1. Theme and cases",
        "2. Process",
        "3. Strengths identified per case",
        "4. Findings identified per case",
        "5. Recommendations: issues identified across multiple cases",
        "6. Good practice and evidence as a result of this audit and similar reviews",
    ];
    assert_eq!(titles(&document, 2), steps);
    let by_case: Vec<usize> = parts(&document, 3)
        .iter()
        .filter(|(title, _)| title.starts_with("Case "))
        .map(|(_, blocks)| bullets(blocks))
        .collect();
    assert_eq!(by_case, [3, 4, 1, 2, 2, 4, 1, 8, 6, 7]);
    let last = parts(&document, 2);
    let counts: Vec<usize> = last.iter().skip(5).map(|(_, blocks)| bullets(blocks)).collect();
    assert_eq!(counts, [7, 3]);
}

#[test]
fn r14_a_prompt_sheet_of_long_questions_leaves_what_does_not_fit_on_a_page_to_the_report() {
    let points = |document: &Document| {
        ["What works", "Ask yourself", "What to do"].map(|part| under(document, 2, part))
    };
    let left = |document: &Document| sentence(document, "prompt-sheet/more").plain();
    let document = Seed::named("case-by-case").document(DocumentKind::PromptSheet);
    assert_eq!(points(&document), [[4], [8], [1]]);
    assert_eq!(left(&document), "17 more points and questions stand in the report of this audit.");

    let long = Seed::changed("case-by-case", |story| {
        let told = story.lines.iter_mut().filter_map(|line| line.finding.as_mut());
        for asked in told.flat_map(|told| &mut told.asks) {
            asked.text = [asked.text.as_str(); 3].join(" ");
        }
    });
    let document = long.document(DocumentKind::PromptSheet);
    let [works, asks, calls] = points(&document).map(|counts| counts.iter().sum::<usize>());
    assert!((3..8).contains(&asks) && works > 0 && calls > 0, "{works}, {asks}, {calls}");
    let more = [&(30 - works - asks - calls).to_string(), " more points and questions"].concat();
    assert!(left(&document).starts_with(&more), "{}", left(&document));
}

#[test]
fn i10_every_document_says_above_each_page_of_which_round_it_tells_and_for_whom() {
    for (name, kind) in SEEDS {
        let seed = Seed::named(name);
        let head = seed.document(kind).running_head();
        let round = &seed.workbook.plan().round;
        for told in [round.title.as_str(), round.period.as_str(), "For "] {
            assert!(head.contains(told), "{told}: {head}");
        }
        assert!(
            render::html(&seed.document(kind)).contains("<div class=\"app-document__running\">")
        );
    }
    let seed = Seed::named("overview");
    let head = seed.document(DocumentKind::Overview).running_head();
    assert!(head.contains("For the board and its groups; not for publication as it is."), "{head}");
}
