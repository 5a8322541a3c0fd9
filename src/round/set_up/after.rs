//! The round after one: begun from what that one states, so that nobody types it twice (AP-10, RA-01).

use super::boxes::{LINES, begin, contact_fields};
use super::{SetUp, SetUpTexts};
use crate::guard::{Guard, Kind};
use crate::id::AttributeId;
use crate::round::{
    CaseTerms, ContactHeading, Round, RoundDates, RoundPlan, RoundTemplate, SealPolicy, Term,
    round_templates,
};
use crate::timescale::standards;

/// Begins the names under which rounds that follow another are set up.
const AFTER: &str = "after-";

impl SetUp {
    /// The same board, tool, words and auditors. Its period, dates and cases are its own, so they are open. What
    /// follows a practice round is one too: the work that goes on in it is invented.
    pub fn after(plan: &RoundPlan, attributes: Vec<AttributeId>) -> Self {
        let round = &plan.round;
        let template = template(plan, attributes);
        let mut begins = begin(&template, &round.tool);
        let mut put =
            |field: &str, text: &str| drop(begins.insert(field.to_owned(), text.to_owned()));
        let mut stated = round.clone();
        for (field, place) in LINES.iter().filter(|(field, _)| *field != "period") {
            put(field, place(&mut stated));
        }
        for (field, place) in contact_fields() {
            put(field, place(&mut stated.concern_route));
        }
        for term in Term::ALL {
            put(&["word-", term.as_str()].concat(), &round.terminology.say(term));
        }
        put("author-name", &round.report.author.name);
        put("terms", &template.terms_of(&still_open(round, &template)).join("\n"));
        for (contact, number) in round.report.contacts.iter().zip(1_u32..) {
            put(&["contacts-", &number.to_string(), "-text"].concat(), &contact.text);
        }
        auditors(plan, &mut begins);
        Self { template, tool: round.tool.clone(), begins, practice: round.practice }
    }

    /// full days that these terms of reference name. Where the earlier round's own words go on they were
    /// not opened again, and may be days of that round.
    pub fn r01_days_named(terms: &str) -> Vec<String> {
        let found = Guard::new(&[], None).find(terms);
        let days = found.iter().filter(|one| one.kind == Kind::FullDate);
        let mut named: Vec<String> = Vec::new();
        for day in days.map(|one| one.quoted(terms)) {
            if !named.iter().any(|known| known == day) {
                named.push(day.to_owned());
            }
        }
        named
    }

    /// The name under which the round after this one is set up.
    pub fn name_after(round: &Round) -> String {
        [AFTER, round.id.as_str()].concat()
    }

    /// The round that a name under which rounds are set up follows; `None` for the name of a template.
    pub fn follows(name: &str) -> Option<&str> {
        name.strip_prefix(AFTER)
    }
}

/// The earlier round without its period and dates, and with the number of cases that the next one begins with.
fn still_open(round: &Round, next: &RoundTemplate) -> Round {
    Round {
        period: String::new(),
        dates: RoundDates::default(),
        cases: CaseTerms { planned: Some(next.planned), ..round.cases.clone() },
        ..round.clone()
    }
}

/// terms of reference whose gaps are open again, where a template that is shipped has their
/// pattern: what filled them was the earlier round's. A paragraph that somebody worded stays as it is.
fn r01_open_again(terms: &[String]) -> Vec<String> {
    let patterns: Vec<String> =
        round_templates().into_iter().flat_map(|one| one.terms_of_reference).collect();
    let opened = |said: &String| {
        let pattern = patterns.iter().find(|pattern| is_filled(pattern, said));
        pattern.unwrap_or(said).clone()
    };
    terms.iter().map(opened).collect()
}

/// Whether a paragraph is this pattern with something in each gap, a part of one sentence.
fn is_filled(pattern: &str, said: &str) -> bool {
    let pieces = pattern.split('{');
    let mut pieces: Vec<&str> =
        pieces.map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after)).collect();
    let Some(last) = pieces.pop().filter(|_| !pieces.is_empty()) else { return pattern == said };
    let fills = |gap: &str| !gap.is_empty() && !gap.contains(". ");
    let mut pieces = pieces.into_iter();
    let mut rest = pieces.next().and_then(|first| said.strip_prefix(first));
    for piece in pieces {
        let split = rest.and_then(|rest| rest.split_once(piece));
        rest = split.filter(|(gap, _)| fills(gap)).map(|(_, rest)| rest);
    }
    rest.and_then(|rest| rest.strip_suffix(last)).is_some_and(fills)
}

fn template(plan: &RoundPlan, attributes: Vec<AttributeId>) -> RoundTemplate {
    let round = plan.round.clone();
    let kinds = plan.agencies.iter().map(|agency| agency.kind.clone());
    let heading = |heading: String| ContactHeading { heading, hint: String::new() };
    RoundTemplate {
        id: SetUp::name_after(&plan.round),
        title: [&round.title, ": the next round"].concat(),
        summary: String::new(),
        tool: round.tool.id.clone(),
        round_title: round.title,
        themes: round.themes,
        focus: round.focus,
        population: round.cases.population,
        planned: u32::try_from(plan.open_cases().count()).unwrap_or(1).max(1),
        selection: round.selection,
        selected_by: round.cases.selected_by,
        purpose: round.purpose,
        terms_of_reference: r01_open_again(&round.terms_of_reference),
        lines_of_enquiry: round.lines_of_enquiry,
        window: round.window,
        policy: crate::round::Policy { seal: SealPolicy::Off, ..round.policy },
        standards: round.timescales.unwrap_or_else(standards).id,
        terminology: String::new(),
        agencies: kinds.collect(),
        attributes,
        contacts: round.report.contacts.into_iter().map(|one| heading(one.heading)).collect(),
        suppress_below: round.report.suppress_below,
        wording: round.report.wording,
    }
}

/// A row for each auditor's place, in place of the kinds of agency that a template expects.
fn auditors(plan: &RoundPlan, begins: &mut SetUpTexts) {
    begins.retain(|field, _| !field.starts_with("auditors"));
    let mut keys = Vec::new();
    for (slot, number) in plan.slots.iter().zip(1_u32..) {
        let Some(agency) = plan.agency(&slot.agency) else { continue };
        let number = number.to_string();
        let field = |name: &str| ["auditors-", &number, "-", name].concat();
        begins.insert(field("kind"), agency.kind.to_string());
        begins.insert(field("name"), agency.name.clone());
        begins.insert(field("label"), slot.label.clone());
        keys.push(number);
    }
    begins.insert("auditors".to_owned(), keys.join(" "));
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::round::CaseEntry;
    use crate::tool::library;

    /// Four cases are left of the five that were planned.
    fn earlier() -> RoundPlan {
        let template = round_templates().into_iter().find(|one| one.id == "themed-six-step");
        let template = template.unwrap();
        let mut round =
            template.round("r-1".parse().unwrap(), library::by_id(&template.tool).unwrap());
        round.board.short_name = "the partnership".into();
        round.dates.panel = NaiveDate::from_ymd_opt(2026, 3, 3);
        round.terms_of_reference = template.terms_of(&round);
        let case = |number: u32| CaseEntry {
            case_ref: ["c-", &number.to_string()].concat().parse().unwrap(),
            label: ["Case ", &number.to_string()].concat(),
            status: Default::default(),
        };
        let cases = (1..=4).map(case).collect();
        RoundPlan { round, agencies: Vec::new(), slots: Vec::new(), cases }
    }

    /// Of the round after, which meets on 8 September.
    fn terms_after(earlier: &RoundPlan) -> Vec<String> {
        let after = SetUp::after(earlier, Vec::new());
        let mut round = after.round("r-2".parse().unwrap());
        round.board = earlier.round.board.clone();
        round.dates.panel = NaiveDate::from_ymd_opt(2026, 9, 8);
        after.template.terms_of(&round)
    }

    #[test]
    fn r01_the_round_after_one_states_its_own_number_and_days_and_not_the_earlier_ones() {
        let mut earlier = earlier();
        let before = earlier.round.terms_of_reference.clone();
        assert!(before[1].starts_with("Five cases") && before[2].ends_with("on 3 March 2026."));
        let begins = SetUp::after(&earlier, Vec::new()).begins;
        let shown = &begins["terms"];
        assert!(shown.contains("Four cases") && shown.contains("on [day of the meeting]."));
        assert!(shown.contains("priorities of the partnership"), "{shown}");
        assert_eq!(SetUp::r01_days_named(shown), Vec::<String>::new());
        // The meeting was put off after its day had been written into the terms.
        earlier.round.dates.panel = NaiveDate::from_ymd_opt(2026, 3, 17);
        let after = terms_after(&earlier);
        assert!(after[1].starts_with("Four cases"), "{}", after[1]);
        assert!(after[2].ends_with("examines each case on 8 September 2026."), "{}", after[2]);
        assert_eq!(after[3], before[3]);
    }

    #[test]
    fn r01_terms_that_somebody_worded_are_taken_over_as_they_are() {
        let mut earlier = earlier();
        let terms = &mut earlier.round.terms_of_reference;
        terms[1] = "Cases are chosen by the chair.".into();
        terms[2].push_str(" The chair leads it.");
        let before = terms.clone();
        let after = terms_after(&earlier);
        assert_eq!((&after[1], &after[2]), (&before[1], &before[2]));
        let begins = SetUp::after(&earlier, Vec::new()).begins;
        assert_eq!(SetUp::r01_days_named(&begins["terms"]), ["3 March 2026"]);
        let typed = begins["terms"].replace("3 March 2026", "8 September 2026");
        assert_eq!(SetUp::r01_days_named(&typed), ["8 September 2026"], "what is typed now");
    }
}
