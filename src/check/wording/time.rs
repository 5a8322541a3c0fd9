//! The sentences on timescales, the chronology and conversations.

use super::quoted;
use crate::text::numbered;
use crate::timescale::Fault;

pub(in crate::check) fn gaps_not_explained(title: &str, gaps: u32) -> String {
    let one = gaps == 1;
    format!(
        "{}: the record does not explain {}. Think about recording a concern.",
        quoted(title),
        if one { "1 late gap".to_owned() } else { format!("{gaps} late gaps") },
    )
}

pub(in crate::check) fn say_what_the_delay_meant(title: &str) -> String {
    format!("{} was not met. Say what that meant for the child.", quoted(title))
}

pub(in crate::check) fn dates_cannot_be(title: &str, fault: Fault) -> String {
    let title = quoted(title);
    match fault {
        Fault::Unreadable => {
            format!("A date entered for {title} is not a real date. Correct it or clear it.")
        }
        Fault::Future => {
            format!("A date entered for {title} is after the day of the audit. Correct it.")
        }
        Fault::WrongOrder => {
            format!(
                "The date entered for {title} is before the date that it is counted from. Correct one of them."
            )
        }
    }
}

pub(in crate::check) fn ends_before_it_begins(title: &str, end: &str) -> String {
    format!(
        "The date entered for {} is too early for {}. Correct one of the dates.",
        quoted(end),
        quoted(title)
    )
}

pub(in crate::check) fn day_of_the_audit_cannot_be() -> String {
    "The day on which you audit must be a real date, with its day. Correct it, or clear it for today."
        .into()
}

pub(in crate::check) fn day_of_the_audit_is_to_come() -> String {
    "The day on which you audit is after today. What is not due yet would count as missed. Correct it, or give a reason."
        .into()
}

pub(in crate::check) fn day_of_the_move_cannot_be() -> String {
    "The day on which the child moved must be a real date, with its day, and not after the day of the audit. Enter it, or choose that the timescales run on."
        .into()
}

pub(in crate::check) fn add_a_chronology() -> String {
    "This audit needs a chronology. Add what happened and when.".into()
}

pub(in crate::check) fn before_the_look_back(months: u32) -> String {
    format!(
        "This entry is from before the {} that the audit looks back over. Remove it, or tick that it is context.",
        numbered(usize::try_from(months).unwrap_or(usize::MAX), "month", "months"),
    )
}

pub(in crate::check) fn say_what_happened() -> String {
    "An entry of the chronology does not say what happened. Enter it, or remove the entry.".into()
}

pub(in crate::check) fn enter_the_entrys_date() -> String {
    "Enter the date of this entry, or tick that the record does not say when.".into()
}

pub(in crate::check) fn enter_the_anchors_date() -> String {
    "Choose the event that the chronology is counted from, and enter its date.".into()
}

pub(in crate::check) fn anchors_date_cannot_be(fault: Fault) -> String {
    let wrong = match fault {
        Fault::Unreadable | Fault::WrongOrder => "is not a real date",
        Fault::Future => "is after the day of the audit",
    };
    ["The date that the chronology is counted from ", wrong, ". Correct it."].concat()
}

pub(in crate::check) fn entrys_date_cannot_be(fault: Fault) -> String {
    match fault {
        Fault::Unreadable | Fault::WrongOrder => {
            "The date of this entry is not a real date. Correct it.".into()
        }
        Fault::Future => "The date of this entry is after the day of the audit. Correct it.".into(),
    }
}

pub(in crate::check) fn offer_the_practitioner() -> String {
    "You can record a conversation with the practitioner. It often explains what a record cannot."
        .into()
}

pub(in crate::check) fn say_whether_spoken() -> String {
    "Say whether you spoke to the practitioner.".into()
}

pub(in crate::check) fn why_not_spoken() -> String {
    "Say why you did not speak to the practitioner.".into()
}

pub(in crate::check) fn when_spoken() -> String {
    "Enter the date on which you spoke to the practitioner.".into()
}

pub(in crate::check) fn spoken_date_cannot_be(fault: Fault) -> String {
    match fault {
        Fault::Unreadable | Fault::WrongOrder => {
            "The date on which you spoke to the practitioner must be a real date.".into()
        }
        Fault::Future => {
            "The date on which you spoke to the practitioner cannot be after the day of the audit."
                .into()
        }
    }
}

pub(in crate::check) fn offer_family_views() -> String {
    "You can record what the child and family think of the help they had. Check first that it is safe to ask.".into()
}

pub(in crate::check) fn check_the_risk_first() -> String {
    "Record that asking the family is safe before anyone asks them. Asking can put someone at risk."
        .into()
}

pub(in crate::check) fn say_whether_the_risk_was_checked() -> String {
    "Say whether asking the child and family would be safe, or that no check was made.".into()
}

pub(in crate::check) fn asked_though_not_safe() -> String {
    "You recorded that it is not safe to ask the family, and that they were asked. Correct one of them, and tell a manager now if they were asked.".into()
}

pub(in crate::check) fn what_the_risk_check_rests_on() -> String {
    "Say who made the risk check and what it rests on.".into()
}

pub(in crate::check) fn say_whether_family_asked() -> String {
    "Say whether the child and family were asked for their views.".into()
}

pub(in crate::check) fn why_family_not_asked() -> String {
    "Say why the child and family were not asked for their views.".into()
}

pub(in crate::check) fn who_asked_the_family() -> String {
    "Say who asked the child and family, and how.".into()
}
