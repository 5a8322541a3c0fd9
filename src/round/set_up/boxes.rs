//! What stands in the boxes of a new round before anybody has typed.

use chrono::NaiveDate;

use super::SetUpTexts;
use crate::round::{ConcernRoute, Month, Round, RoundDates, RoundTemplate, Term};
use crate::text::Token;
use crate::tool::Tool;

/// Where something of a round stands.
pub(super) type Place<W, T> = fn(&mut W) -> &mut T;

/// Days that a round may state: the box, and where it stands.
pub const DAYS: [(&str, Place<RoundDates, Option<NaiveDate>>); 4] = [
    ("agreed", |dates| &mut dates.agreed),
    ("due", |dates| &mut dates.due),
    ("panel", |dates| &mut dates.panel),
    ("retention", |dates| &mut dates.retention),
];

/// Months that a round may state, likewise.
pub const MONTHS: [(&str, Place<RoundDates, Option<Month>>); 4] = [
    ("report", |dates| &mut dates.report),
    ("board-month", |dates| &mut dates.board),
    ("ratified", |dates| &mut dates.ratified),
    ("signed-off", |dates| &mut dates.signed_off),
];

/// Lines of the route of an immediate concern, likewise.
pub fn contact_fields() -> [(&'static str, Place<ConcernRoute, String>); 5] {
    [
        ("contact", |route| &mut route.contact),
        ("telephone", |route| &mut route.telephone),
        ("email", |route| &mut route.email),
        ("hours", |route| &mut route.hours),
        ("out-of-hours", |route| &mut route.out_of_hours),
    ]
}

/// Lines of text that go into the round as they are, likewise.
pub(super) const LINES: [(&str, Place<Round, String>); 10] = [
    ("title", |round| &mut round.title),
    ("board", |round| &mut round.board.name),
    ("board-short", |round| &mut round.board.short_name),
    ("board-area", |round| &mut round.board.area),
    ("period", |round| &mut round.period),
    ("focus", |round| &mut round.focus),
    ("population", |round| &mut round.cases.population),
    ("selected-by", |round| &mut round.cases.selected_by),
    ("purpose", |round| &mut round.purpose),
    ("author-role", |round| &mut round.report.author.role),
];

/// As the template has it.
pub(super) fn begin(template: &RoundTemplate, tool: &Tool) -> SetUpTexts {
    let id = "begins".parse().expect("a word of letters is an id");
    let mut round = template.round(id, tool.clone());
    let mut texts = SetUpTexts::new();
    let mut put = |field: &str, text: String| drop(texts.insert(field.to_owned(), text));
    for (field, place) in LINES {
        put(field, place(&mut round).clone());
    }
    put("themes", round.themes.join("\n"));
    put("enquiry", round.lines_of_enquiry.join("\n"));
    put("terms", round.terms_of_reference.join("\n"));
    put("cases", template.planned.to_string());
    put("look-back", round.window.look_back_months.to_string());
    put("judgement", round.window.judgement_months.to_string());
    put("suppress-below", round.report.suppress_below.to_string());
    put("selection", round.selection.token());
    put("graded-by", tool.graded_by.token());
    put("integrated-by", round.policy.integration.by.token());
    put("suggests", round.policy.integration.suggests.token());
    put("chronology", yes_no(round.policy.chronology_required));
    put("second", yes_no(round.policy.second_sign_off));
    put("seals", "sealed".to_owned());
    put("standards", template.standards.clone());
    for term in Term::ALL {
        put(&["word-", term.as_str()].concat(), round.terminology.say(term));
    }
    let contacts = round.report.contacts.iter().zip(1_u32..);
    let keys = contacts.clone().map(|(_, number)| number.to_string());
    put("contacts", keys.collect::<Vec<_>>().join(" "));
    for (contact, number) in contacts {
        put(&["contacts-", &number.to_string(), "-heading"].concat(), contact.heading.clone());
    }
    let expected = template.agencies.iter().filter_map(|kind| tool.agency_kind(kind));
    let expected: Vec<_> = expected.zip(1_u32..).collect();
    let keys = expected.iter().map(|(_, number)| number.to_string());
    put("auditors", keys.collect::<Vec<_>>().join(" "));
    for (kind, number) in expected {
        let field = |name: &str| ["auditors-", &number.to_string(), "-", name].concat();
        put(&field("kind"), kind.id.to_string());
        put(&field("name"), kind.name.clone());
    }
    texts
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}
