//! What a return holds beside its areas: timescales, the chronology, conversations.

use super::filled::{Filled, said, yes_no};
use super::said::{entry_text, joined, timescale_text};
use super::words;
use super::{Part, Row};
use crate::audit_return::{About, DaysBefore, RiskCheck};
use crate::chronology::when_words;
use crate::timescale::{ChangedLimit, Standard};

/// One part each, where anything is recorded.
pub(super) fn beside(it: &Filled<'_>) -> impl Iterator<Item = Part> {
    let parts = [
        (words::TIMESCALES, timescales(it)),
        (words::CHRONOLOGY, chronology(it)),
        (words::CONVERSATIONS, practitioner(it).into_iter().chain(family(it)).collect()),
    ];
    let recorded = parts.into_iter().filter(|(_, rows): &(_, Vec<Row>)| !rows.is_empty());
    recorded.map(|(title, rows)| Part { rows, ..Part::new(title) })
}

fn timescales(it: &Filled<'_>) -> Vec<Row> {
    let Some(results) = &it.ret.timescales else { return Vec::new() };
    let set = it.round.standards_of(Some(&results.set.id));
    let applied = results.ec14_applied(it.limits);
    let limits = set.ec14_lines(&applied).join("\n");
    let changed = set.clone().ec14_with(it.limits).ec14_changed(results);
    let changed: Vec<String> = changed.iter().map(ChangedLimit::in_words).collect();
    let set = set.ec14_with(&applied);
    let of_one = |standard: &Standard| {
        let result = results.results.get(&standard.id)?;
        let impact = it.ret.timescale_impacts.get(&standard.id);
        let text = timescale_text(&set, standard, result, impact);
        let about = About::Timescale(standard.id.clone());
        Some(Row::text(standard.title.clone(), text).of(about))
    };
    let nation = (!set.title.is_empty()).then(|| Row::text(words::HELD_TO, set.title.clone()));
    let authority = joined("\n", &[it.authority, &limits]);
    let authority = (!limits.is_empty()).then(|| Row::text(words::OTHER_LIMITS, authority));
    let changed =
        (!changed.is_empty()).then(|| Row::text(words::LIMITS_CHANGED, changed.join("\n")));
    let held = nation.into_iter().chain(authority).chain(changed);
    held.chain(set.standards.iter().filter_map(of_one)).collect()
}

fn chronology(it: &Filled<'_>) -> Vec<Row> {
    let chronology = &it.ret.chronology;
    let entries = chronology.in_order();
    let of_one = |entry: &&crate::audit_return::ChronologyEntry| {
        let said = said(&entry_text(entry));
        Row::text(when_words(chronology.anchor, entry), said).of(About::Chronology)
    };
    entries.iter().map(of_one).collect()
}

fn practitioner(it: &Filled<'_>) -> Option<Row> {
    let one = &it.ret.practitioner;
    let when = match one.when {
        Some(DaysBefore::Days(days)) => [&days.to_string(), " ", words::DAYS_BEFORE].concat(),
        Some(DaysBefore::Impossible(_)) | None => String::new(),
    };
    let text = joined("\n", &[yes_no(one.spoken), &when, &one.reason, &one.said]);
    (!one.is_empty()).then(|| Row::text(words::PRACTITIONER, text).of(About::Practitioner))
}

fn family(it: &Filled<'_>) -> Vec<Row> {
    let views = &it.ret.family_views;
    if views.is_empty() {
        return Vec::new();
    }
    let check = match views.risk_check {
        Some(RiskCheck::Safe) => words::RISK_SAFE,
        Some(RiskCheck::NotSafe) => words::RISK_NOT_SAFE,
        Some(RiskCheck::NotMade) => words::RISK_NOT_MADE,
        None => words::NOT_ANSWERED,
    };
    let asked = [yes_no(views.invited), &views.reason, &views.asked_by];
    let rows = [
        Row::text(words::RISK_CHECK, joined("\n", &[check, &views.risk_basis])),
        Row::text(words::FAMILY_ASKED, joined("\n", &asked)),
        Row::text(words::CHILD_SAID, said(&views.child_said)),
        Row::text(words::FAMILY_SAID, said(&views.family_said)),
        Row::text(words::INFLUENCE, said(&views.influence)),
    ];
    rows.into_iter().map(|row| row.of(About::FamilyViews)).collect()
}
