//! The sentences of notices on questions of the panel.

pub(in crate::check) fn answer_the_panel(about: &str) -> String {
    format!("Answer the panel’s question about {about}.")
}

pub(in crate::check) fn say_why_changed(about: &str) -> String {
    format!("Say in a few words why you changed {about}.")
}

pub(in crate::check) fn said_to_be_changed(about: &str, version: u32) -> String {
    format!(
        "You say that you changed {about}, but it is as it was in version {version}. Change it, or say that it stands."
    )
}
