//! The round after one: begun from what that one states, so that nobody types it twice (AP-10, RA-01).

use super::boxes::{LINES, begin, contact_fields};
use super::{SetUp, SetUpTexts};
use crate::id::AttributeId;
use crate::round::{ContactHeading, Round, RoundPlan, RoundTemplate, SealPolicy, Term};
use crate::timescale::standards;

/// Begins the names under which rounds that follow another are set up.
const AFTER: &str = "after-";

impl SetUp {
    /// The same board, tool, words and auditors. Its period, dates and cases are its own, so they are open.
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
        for (contact, number) in round.report.contacts.iter().zip(1_u32..) {
            put(&["contacts-", &number.to_string(), "-text"].concat(), &contact.text);
        }
        auditors(plan, &mut begins);
        Self { template, tool: round.tool.clone(), begins }
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
        terms_of_reference: round.terms_of_reference,
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
