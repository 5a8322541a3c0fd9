//! Check your answers: timescales, the chronology and conversations.

use leptos::prelude::*;

use super::answers::Reader;
use super::route::Step;
use super::words;
use crate::audit_return::{FamilyViews, PractitionerConversation, Return, RiskCheck};
use crate::check::{EntryPart, FamilyPart, Place, PractitionerPart};
use crate::chronology::when_words;
use crate::report::sheet::said::{entry_text, joined, timescale_text};
use crate::ui::govuk::SummaryRow;

/// One card each, where anything is recorded.
pub fn time_cards(reader: Reader, ret: &Return) -> Vec<AnyView> {
    let cards = [
        (words::TIMESCALES, Step::Timescales, timescales(reader, ret)),
        (words::CHRONOLOGY, Step::Chronology, chronology(reader, ret)),
        (words::VIEWS, Step::Views, views(reader, ret)),
    ];
    let said = cards.into_iter().filter(|(_, _, rows)| !rows.is_empty() && !ret.is_nil());
    said.map(|(title, step, rows)| reader.card(title.to_owned(), &step, rows)).collect()
}

fn timescales(reader: Reader, ret: &Return) -> Vec<SummaryRow> {
    let Some(results) = &ret.timescales else { return Vec::new() };
    let held = reader.desk.try_with(|open| {
        let set = open.invitation.standards_of(Some(&results.set.id));
        let limits = set.ec14_lines(&open.invitation.limits).join("\n");
        (joined("\n", &[&open.invitation.authority, &limits]), set)
    });
    let Some((authority, set)) = held else { return Vec::new() };
    let told = set.standards.iter().filter_map(|standard| {
        let result = results.results.get(&standard.id)?;
        let impact = ret.timescale_impacts.get(&standard.id);
        let said = timescale_text(&set, standard, result, impact);
        let place = Place::Timescale(standard.id.clone());
        Some(reader.row(standard.title.clone(), said, &Step::Timescales, &place))
    });
    let nation =
        (!set.title.is_empty()).then(|| SummaryRow::text(words::HELD_TO, set.title.clone()));
    let authority =
        (!authority.is_empty()).then(|| SummaryRow::text(words::HELD_TO_AUTHORITY, authority));
    nation.into_iter().chain(authority).chain(told).collect()
}

fn chronology(reader: Reader, ret: &Return) -> Vec<SummaryRow> {
    let entries = ret.chronology.in_order();
    let told = entries.iter().map(|entry| {
        let said = entry_text(entry);
        let place = Place::ChronologyEntry(entry.id.clone(), EntryPart::Text);
        reader.row(when_words(ret.chronology.anchor, entry), said, &Step::Chronology, &place)
    });
    told.collect()
}

fn views(reader: Reader, ret: &Return) -> Vec<SummaryRow> {
    let yes_no = |said: Option<bool>| match said {
        Some(true) => words::YES,
        Some(false) => words::NO,
        None => "",
    };
    let mut rows = Vec::new();
    let mut tell = |key: &str, said: String, place: Place| {
        rows.push(reader.row(key.to_owned(), said, &Step::Views, &place));
    };
    if !ret.practitioner.is_empty() {
        let PractitionerConversation { spoken, reason, said, .. } = &ret.practitioner;
        let place = Place::Practitioner(PractitionerPart::Spoken);
        tell(words::PRACTITIONER_SPOKEN, joined("\n", &[yes_no(*spoken), reason, said]), place);
    }
    if !ret.family_views.is_empty() {
        let FamilyViews { risk_check, risk_basis, invited, reason, .. } = &ret.family_views;
        let check = match risk_check {
            Some(RiskCheck::Safe) => words::RISK_SAFE,
            Some(RiskCheck::NotSafe) => words::RISK_NOT_SAFE,
            Some(RiskCheck::NotMade) => words::RISK_NOT_MADE,
            None => "",
        };
        let risk = Place::FamilyViews(FamilyPart::RiskCheck);
        tell(words::RISK_CHECK, joined("\n", &[check, risk_basis]), risk);
        let FamilyViews { asked_by, child_said, family_said, influence, .. } = &ret.family_views;
        let said =
            joined("\n", &[yes_no(*invited), reason, asked_by, child_said, family_said, influence]);
        tell(words::INVITED, said, Place::FamilyViews(FamilyPart::Invited));
    }
    rows
}
