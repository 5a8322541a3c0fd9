//! Making changes to what is made of dates.

use std::collections::BTreeMap;

use super::{ChronologyChange, EntryChange, FamilyChange, ImpactChange, PractitionerChange};
use crate::audit_return::{
    Chronology, ChronologyEntry, FamilyViews, Impact, PractitionerConversation,
};
use crate::gather::{edit_entry, found_or_new};
use crate::id::StandardId;

pub(super) fn set_impact(
    impacts: &mut BTreeMap<StandardId, Impact>,
    standard: &StandardId,
    part: &ImpactChange,
) {
    edit_entry(impacts, standard, |impact: &mut Impact| match part {
        ImpactChange::Level(level) => impact.level = *level,
        ImpactChange::Text(text) => impact.text.clone_from(text),
    });
}

pub(super) fn set_chronology(chronology: &mut Chronology, change: &ChronologyChange) {
    let (item, part) = match change {
        ChronologyChange::Anchor(anchor) => return chronology.anchor = *anchor,
        ChronologyChange::AnchorFault(fault) => return chronology.anchor_fault = *fault,
        ChronologyChange::Entry(item, part) => (item, part),
    };
    let entries = &mut chronology.entries;
    let is_it = |entry: &ChronologyEntry| entry.id == *item;
    if *part == EntryChange::Remove {
        return entries.retain(|entry| entry.id != *item);
    }
    // Worked out, never typed: it makes no entry.
    if matches!(part, EntryChange::When(_)) && !entries.iter().any(is_it) {
        return;
    }
    let entry = found_or_new(entries, is_it, || ChronologyEntry::empty(item.clone()));
    match part {
        EntryChange::Add | EntryChange::Remove => {}
        EntryChange::When(when) => entry.when = *when,
        EntryChange::About(said) => entry.about = *said,
        EntryChange::Undated(said) => entry.undated = *said,
        EntryChange::Context(said) => entry.context = *said,
        EntryChange::Source(source) => entry.source = *source,
        EntryChange::Text(text) => entry.text.clone_from(text),
        EntryChange::SoWhat(text) => entry.so_what.clone_from(text),
    }
}

pub(super) fn set_practitioner(one: &mut PractitionerConversation, part: &PractitionerChange) {
    match part {
        PractitionerChange::Spoken(said) => one.spoken = *said,
        PractitionerChange::When(when) => one.when = *when,
        PractitionerChange::Reason(text) => one.reason.clone_from(text),
        PractitionerChange::Said(text) => one.said.clone_from(text),
    }
}

pub(super) fn set_family(views: &mut FamilyViews, part: &FamilyChange) {
    match part {
        FamilyChange::RiskCheck(check) => views.risk_check = *check,
        FamilyChange::RiskBasis(text) => views.risk_basis.clone_from(text),
        FamilyChange::Invited(said) => views.invited = *said,
        FamilyChange::Reason(text) => views.reason.clone_from(text),
        FamilyChange::AskedBy(text) => views.asked_by.clone_from(text),
        FamilyChange::ChildSaid(text) => views.child_said.clone_from(text),
        FamilyChange::FamilySaid(text) => views.family_said.clone_from(text),
        FamilyChange::Influence(text) => views.influence.clone_from(text),
    }
}
