//! Templates are whole, and what boards published can be stored.

use chrono::NaiveDate;

use super::*;
use crate::round::attributes;
use crate::tool::library;

fn template(id: &str) -> RoundTemplate {
    round_templates().into_iter().find(|template| template.id == id).unwrap()
}

fn round(template: &RoundTemplate) -> Round {
    let tool = library::by_id(&template.tool).unwrap();
    template.round("r-1".parse().unwrap(), tool)
}

#[test]
fn every_template_names_only_what_is_there() {
    let (packs, sets) = (term_packs(), shipped_sets());
    for template in round_templates() {
        let tool = library::by_id(&template.tool).expect("a shipped tool");
        let known = |kind: &&AgencyKind| tool.agency_kind(kind).is_none();
        assert_eq!(template.agencies.iter().find(known), None, "{}", template.id);
        assert!(packs.iter().any(|pack| pack.id == template.terminology), "{}", template.id);
        assert!(sets.iter().any(|set| set.id == template.standards), "{}", template.id);
        let unknown = template
            .attributes
            .iter()
            .find(|id| !attributes().iter().any(|attribute| attribute.id == **id));
        assert_eq!(unknown, None, "{}", template.id);
    }
}

#[test]
fn no_gap_of_a_pattern_is_left_as_it_is_written() {
    for template in round_templates() {
        let terms = round(&template).terms_of_reference.join("\n");
        assert!(!terms.contains(['{', '}']), "{}: {terms}", template.id);
    }
}

#[test]
fn the_shapes_that_boards_published_differ_as_they_do() {
    // Domain 1.10: cases, selection, what is graded, chronology.
    let rows: Vec<(String, u32, Selection, String, bool)> = round_templates()
        .iter()
        .map(|template| {
            let round = round(template);
            let graded = serde_json::to_value(round.tool.graded_by).unwrap();
            let graded = graded.as_str().unwrap().to_owned();
            let asked = round.policy.chronology_required;
            (template.id.clone(), template.planned, round.selection, graded, asked)
        })
        .collect();
    let row = |id: &str, planned, selection, graded: &str, asked| {
        (id.to_owned(), planned, selection, graded.to_owned(), asked)
    };
    let expected = [
        row("cp-plan-2009", 10, Selection::Purposive, "area-and-case", false),
        row("s47-strategy", 5, Selection::ServiceData, "case", false),
        row("themed-six-step", 5, Selection::Random, "nothing", true),
        row("journey-of-the-child", 3, Selection::Purposive, "nothing", false),
        row("early-help-themes", 8, Selection::Purposive, "nothing", false),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn what_the_round_does_not_say_stays_a_marked_gap() {
    let template = template("cp-plan-2009");
    let mut round = round(&template);
    let last = |round: &Round| template.terms_of(round).pop().unwrap();
    assert!(last(&round).starts_with("[the author] writes"), "{}", last(&round));
    assert!(last(&round).contains("which [the board] ratifies in [month of ratification]"));
    round.report.author.role = "an independent consultant".into();
    round.board.short_name = "the board".into();
    round.dates.ratified = Some(Month { year: 2009, month: 9 });
    assert!(last(&round).starts_with("An independent consultant writes"), "{}", last(&round));
    assert!(last(&round).ends_with("which the board ratifies in September 2009."));
    assert!(template.terms_of(&round)[0].starts_with("Ten cases of children subject to"));
}

#[test]
fn the_round_of_2009_counts_by_the_standards_and_words_of_2009() {
    let round = round(&template("cp-plan-2009"));
    let limit = |id: &str| {
        let set = round.standards();
        set.standard(&id.parse().unwrap()).map(|standard| standard.limit)
    };
    assert_eq!([limit("initial-assessment"), limit("assessment")], [Some(7), Some(35)]);
    assert_eq!(round.terminology.say(crate::round::Term::Board), "board");
}

/// The date oracle: the report's cover, the terms of reference and the signature disagree.
#[test]
fn dates_that_disagree_are_stored_with_the_round_as_they_are() {
    let mut round = round(&template("cp-plan-2009"));
    let september = Some(Month { year: 2009, month: 9 });
    round.dates.board = september;
    round.dates.ratified = september;
    round.dates.signed_off = Some(Month { year: 2009, month: 12 });
    round.dates.agreed = NaiveDate::from_ymd_opt(2009, 5, 1);
    round.dates.issued = NaiveDate::from_ymd_opt(2010, 1, 4);
    round.dates.due = NaiveDate::from_ymd_opt(2009, 7, 1);
    let text = serde_json::to_vec(&round).unwrap();
    assert_eq!(crate::json::from_slice::<Round>(&text).unwrap(), round);
}
