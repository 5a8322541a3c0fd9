//! Small helpers shared by the components. An empty string means "not given".

use leptos::prelude::{Callable, Callback};

/// Whether the markup is for a live page: what govuk-frontend's script adds to the published markup on
/// starting, our components add at once. Off when rendered to text on the host, as the fixtures are.
pub(super) const LIVE: bool = cfg!(target_arch = "wasm32");

/// Class names joined by spaces, empty ones left out.
pub(super) fn classes(names: &[&str]) -> String {
    let mut all = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(name);
    }
    all
}

/// `name` where `condition` holds, else nothing.
pub(super) fn when(condition: bool, name: &str) -> &str {
    if condition { name } else { "" }
}

/// An element id built on a stem: `{stem}-{suffix}`.
pub(super) fn sub_id(stem: &str, suffix: &str) -> String {
    [stem, "-", suffix].concat()
}

/// An optional attribute's value.
pub(super) fn given(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Tells `call`, unless its page has gone: a control that has the focus while its page is taken away is
/// left once more, and nobody is there to hear of it.
pub(super) fn tell<T: 'static>(call: Option<Callback<T>>, value: T) {
    if let Some(call) = call {
        let _ = call.try_run(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::{GetValue as _, Owner, SetValue as _, StoredValue};

    #[test]
    fn what_a_control_tells_is_heard_until_its_page_has_gone() {
        let root = Owner::new();
        root.set();
        let heard = StoredValue::new(0);
        let page = root.child();
        let call = page.with(|| Callback::new(move |value: u32| heard.set_value(value)));
        tell(Some(call), 7);
        assert_eq!(heard.get_value(), 7);
        page.cleanup();
        tell(Some(call), 8);
        assert_eq!(heard.get_value(), 7);
    }

    #[test]
    fn classes_are_joined_without_gaps() {
        assert_eq!(classes(&["a", "", "b"]), "a b");
        assert_eq!(classes(&["", ""]), "");
    }
}
