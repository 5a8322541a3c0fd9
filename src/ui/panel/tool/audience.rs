//! Which kinds of agency something is meant for.

use std::sync::Arc;

use leptos::prelude::*;

use super::editing::Editing;
use super::words;
use crate::id::AgencyKind;
use crate::tool::edit::Edit;
use crate::tool::{Audience, Tool};
use crate::ui::govuk::Choice;

const ALL: &str = "all";
const ONLY: &str = "only";
const EXCEPT: &str = "except";

/// The question, and the kinds of agency below it.
pub fn question(
    editing: Editing,
    tool: &Tool,
    id: &'static str,
    legend: &'static str,
    audience: &Audience,
    edit: impl Fn(Audience) -> Edit + Send + Sync + 'static,
) -> AnyView {
    let (which, kinds) = match audience {
        Audience::All => (ALL, Vec::new()),
        Audience::Only(kinds) => (ONLY, kinds.clone()),
        Audience::Except(kinds) => (EXCEPT, kinds.clone()),
    };
    let items = vec![
        Choice::new(ALL, words::EVERY_AGENCY),
        Choice::new(ONLY, words::ONLY_THESE),
        Choice::new(EXCEPT, words::ALL_BUT_THESE),
    ];
    let all: Vec<(String, String)> =
        tool.agency_kinds.iter().map(|kind| (kind.id.to_string(), kind.name.clone())).collect();
    let edit = Arc::new(edit);
    let which = RwSignal::new(which.to_owned());
    let chosen = StoredValue::new(kinds);
    let by_which = edit.clone();
    let radios = editing.radios(id, legend, "", items, &which.get_untracked(), move |value| {
        which.set(value.clone());
        by_which(audience_of(&value, chosen.get_value()))
    });
    let below = move || {
        let now = which.get();
        (now != ALL).then(|| {
            let items = all.iter().map(|(id, name)| Choice::new(id.clone(), name.clone()));
            let values = chosen.get_value().iter().map(ToString::to_string).collect();
            let edit = edit.clone();
            let box_id = [id, "-kinds"].concat();
            editing.checks(&box_id, words::KINDS, items.collect(), values, move |values| {
                let kinds: Vec<AgencyKind> =
                    values.into_iter().filter_map(|id| AgencyKind::new(id).ok()).collect();
                chosen.set_value(kinds.clone());
                edit(audience_of(&now, kinds))
            })
        })
    };
    view! { {radios}{below} }.into_any()
}

fn audience_of(which: &str, kinds: Vec<AgencyKind>) -> Audience {
    match which {
        ONLY => Audience::Only(kinds),
        EXCEPT => Audience::Except(kinds),
        _ => Audience::All,
    }
}
