//! The sentences on immediate concerns.

use super::quoted;
use crate::tool::Area;

pub(in crate::check) fn say_who_was_told() -> String {
    "Enter the role of the person you told about the immediate concern.".into()
}

pub(in crate::check) fn say_when_told() -> String {
    "Enter when you told them about the immediate concern.".into()
}

pub(in crate::check) fn choose_concern_kind() -> String {
    "Choose what kind of concern it is.".into()
}

pub(in crate::check) fn say_what_was_noticed() -> String {
    "Say what you noticed.".into()
}

pub(in crate::check) fn say_when_noticed() -> String {
    "Enter when you noticed the concern.".into()
}

pub(in crate::check) fn told_before_noticed() -> String {
    "You told somebody before you noticed the concern. Check both dates and times.".into()
}

pub(in crate::check) fn noticed_is_to_come() -> String {
    "The date and time at which you noticed the concern are still to come. Correct them, or give a reason."
        .into()
}

pub(in crate::check) fn told_is_to_come() -> String {
    "The date and time at which you told somebody about the concern are still to come. Correct them, or give a reason."
        .into()
}

pub(in crate::check) fn say_how_they_were_told() -> String {
    "Say how you told them about the immediate concern.".into()
}

pub(in crate::check) fn say_who_closed_it() -> String {
    "Enter the role of the manager who closed the concern.".into()
}

pub(in crate::check) fn say_what_came_of_it() -> String {
    "Say what came of the concern.".into()
}

pub(in crate::check) fn record_the_concern(area: &Area) -> String {
    format!(
        "You said that {} raised an immediate concern. Record it, and whom you told, when and how.",
        quoted(&area.title),
    )
}
