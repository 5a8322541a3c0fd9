//! What practitioners must not read of a return: marked on the page on which everything is read once more
//! (edge case 32).

use leptos::prelude::*;

use super::controls::legend;
use super::desk::Desk;
use super::words;
use crate::audit_return::Return;
use crate::check::{TextForPractitioners, ec32_marked_texts, ec32_texts_for_practitioners};
use crate::store::Change;
use crate::tool::Tool;
use crate::ui::govuk::{Checkboxes, Choice, Details, SummaryRow};

/// Every text that a copy would show, to tick; nothing of a nil return, of which there is no copy.
pub fn to_mark(desk: Desk, ret: &Return, tool: &Tool) -> Option<AnyView> {
    let texts = ec32_texts_for_practitioners(ret, tool);
    if ret.is_nil() || texts.is_empty() {
        return None;
    }
    let keys: Vec<String> = texts.iter().map(|one| one.place.key()).collect();
    let values: Vec<String> = keys.iter().filter(|key| ret.withholds(key)).cloned().collect();
    let open = !values.is_empty();
    let items: Vec<Choice> = texts
        .into_iter()
        .map(|one| Choice::new(one.place.key(), one.label).hint(one.text))
        .collect();
    let on_change = Callback::new(move |chosen: Vec<String>| mark(desk, &keys, &chosen));
    Some(
        view! {
            <Details summary=words::NOT_FOR_PRACTITIONERS open=open id="not-for-practitioners">
                <Checkboxes id="do-not-disclose" legend=legend(words::WHICH_TEXTS) hint=words::WHICH_TEXTS_HINT items=items
                    values=values on_change=on_change class="govuk-checkboxes--small" />
            </Details>
        }
        .into_any(),
    )
}

fn mark(desk: Desk, keys: &[String], chosen: &[String]) {
    let before = desk.with(|open| open.ret.do_not_disclose.clone());
    for key in keys {
        let marked = chosen.contains(key);
        if marked != before.contains(key) {
            desk.edit(Change::DoNotDisclose(key.clone(), marked));
        }
    }
    desk.save_soon();
}

/// What is marked, to read.
pub fn marked(ret: &Return, tool: &Tool) -> Vec<SummaryRow> {
    let row = |one: TextForPractitioners| SummaryRow::text(one.label, one.text);
    ec32_marked_texts(ret, tool).into_iter().map(row).collect()
}
