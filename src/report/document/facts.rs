//! What documents say of the round itself; what the round does not state stays a gap.

use super::pattern::Fills;
use super::words::Words;
use crate::panel::Workbook;
use crate::round::{IntegratedBy, Month, Round, Selection, Term};
use crate::text::{counted, in_words, listed, long_date};

/// What fills a gap, where the round says it.
type Fact = fn(&Round) -> Option<String>;

/// Gaps that the round itself fills: the name, and what fills it.
const FACTS: [(&str, Fact); 31] = [
    ("board", |round| said(&round.board.name)),
    ("board-short", |round| said(&round.board.short_name)),
    ("area", |round| said(&round.board.area)),
    ("round", |round| said(&round.title)),
    ("period", |round| said(&round.period)),
    ("focus", |round| said(&within(&round.focus))),
    ("theme", |round| themes(&round.themes)),
    ("population", |round| said(&round.cases.population)),
    ("selected-by", |round| said(&round.cases.selected_by)),
    ("selected", |round| round.cases.selected.map(Month::in_words)),
    ("look-back", |round| Some(months(round.window.look_back_months))),
    ("judged-window", |round| Some(months(round.window.judgement_months))),
    ("agreed", |round| round.dates.agreed.map(long_date)),
    ("panel", |round| round.dates.panel.map(long_date)),
    ("report", |round| round.dates.report.map(Month::in_words)),
    ("board-date", |round| round.dates.board.map(Month::in_words)),
    ("ratified", |round| round.dates.ratified.map(Month::in_words)),
    ("signed-off", |round| round.dates.signed_off.map(Month::in_words)),
    ("author", |round| said(&round.report.author.name)),
    ("author-role", |round| said(&round.report.author.role)),
    ("tool", |round| said(&round.tool.title)),
    ("version", |round| Some(round.tool.version.to_string())),
    ("areas", |round| Some(counted(round.tool.areas.len(), "area", "areas"))),
    ("concern-contact", |round| said(&round.concern_route.contact)),
    ("concern-telephone", |round| said(&round.concern_route.telephone)),
    ("concern-email", |round| said(&round.concern_route.email)),
    ("concern-hours", |round| said(&round.concern_route.hours)),
    ("concern-out-of-hours", |round| said(&round.concern_route.out_of_hours)),
    ("term-board", |round| Some(round.terminology.say(Term::Board))),
    ("term-files", |round| Some(round.terminology.say(Term::Files))),
    ("smart-a", |round| Some(round.terminology.say(Term::SmartA))),
];

/// The fills that every pattern has.
pub(super) fn facts(workbook: &Workbook, words: &Words) -> Fills {
    let round = &workbook.plan().round;
    let own = words.under("fact.");
    let fills = own.fold(Fills::default(), |fills, (name, fact)| fills.with(name, fact));
    let stated = FACTS.iter();
    let fills = stated
        .fold(fills, |fills, (name, fact)| fills.with(name, &fact(round).unwrap_or_default()));
    let open = workbook.plan().open_cases().count();
    fills
        .with_count("cases", &counted(open, "case", "cases"))
        .with_count("number", &in_words(open))
        .with("were", if open == 1 { "was" } else { "were" })
        .with("agencies", &list_of(&returning(workbook)))
        .with("selection", words.get(selection(round.selection)))
        .with("integration", words.get(integration(round.policy.integration.by)))
}

fn said(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    (!text.is_empty()).then(|| text.to_owned())
}

/// With a small first letter, as within a sentence; a word in capitals keeps them.
pub(super) fn within(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

/// "domestic abuse, parental mental health and neglect".
fn themes(themes: &[String]) -> Option<String> {
    let themes: Vec<String> = themes.iter().map(|theme| within(theme)).collect();
    said(&list_of(&themes))
}

/// A list in a sentence; with semicolons where an item has an "and" or a comma of its own.
fn list_of(items: &[String]) -> String {
    let of_parts = |item: &String| item.contains(" and ") || item.contains(", ");
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() && items.iter().any(of_parts) => {
            [&rest.join("; "), "; and ", last].concat()
        }
        _ => listed(items),
    }
}

fn months(number: u32) -> String {
    counted(usize::try_from(number).unwrap_or(usize::MAX), "month", "months")
}

/// Kinds of agency of which a return counts, nil returns left out, in the tool's order.
fn returning(workbook: &Workbook) -> Vec<String> {
    let plan = workbook.plan();
    let returned = |kind: &crate::tool::AgencyKindEntry| {
        plan.open_cases().any(|case| {
            let mut returns = workbook.current_of_case(&case.case_ref);
            returns.any(|(_, _, ret)| ret.agency.kind == kind.id && !ret.is_nil())
        })
    };
    let kinds = plan.round.tool.agency_kinds.iter().filter(|kind| returned(kind));
    kinds.map(|kind| within(&kind.name)).collect()
}

fn selection(selection: Selection) -> &'static str {
    match selection {
        Selection::Purposive => "selection.purposive",
        Selection::Random => "selection.random",
        Selection::ServiceData => "selection.service-data",
        Selection::Nominated => "selection.nominated",
    }
}

fn integration(by: IntegratedBy) -> &'static str {
    match by {
        IntegratedBy::Panel => "integration.panel",
        IntegratedBy::Auditors => "integration.auditors",
        IntegratedBy::Author => "integration.author",
        IntegratedBy::Nobody => "integration.nobody",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_agencies_stand_within_a_sentence() {
        assert_eq!(within("Police, public protection unit"), "police, public protection unit");
        assert_eq!(within("CAMHS"), "CAMHS");
        assert_eq!(within(""), "");
    }

    #[test]
    fn a_list_of_items_with_and_in_them_can_still_be_read() {
        let items =
            |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(list_of(&items(&["police", "school"])), "police and school");
        let several = items(&["police", "hospital and paediatrics", "school"]);
        assert_eq!(list_of(&several), "police; hospital and paediatrics; and school");
        assert_eq!(list_of(&items(&["hospital and paediatrics"])), "hospital and paediatrics");
        assert_eq!(list_of(&[]), "");
    }
}
