//! What the tabs of this program in one browser tell each other.
//!
//! A courtesy, never a guard: locks and revisions keep the drafts safe where no
//! tab answers, or where the browser has no such channel.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::EventTarget;

use super::js;
use super::lifecycle::Listener;
use crate::id::{ReturnId, RoundId};

const CHANNEL: &str = "multi-agency-audit";
const HAND_OVER: &str = "hand over ";
const ASKS: &str = "asks for ";
const HAS: &str = "has ";
const WIPED: &str = "wiped";
const LOCK: &str = "lock";
const VAULT_CHANGED: &str = "vault changed";
const TOUCHED: &str = "touched";
const ROUND_SAVED: &str = "round saved ";
const AT_TABLE: &str = "at the table ";
const NAMES_HIDDEN: &str = "names hidden ";
const NAMES_SHOWN: &str = "names shown ";

/// What one tab tells all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A person wants to go on with this draft in another tab: save it and let it go.
    HandOver(ReturnId),
    /// This draft is held by a tab: which one is it?
    Asks(ReturnId),
    /// This one.
    Has(ReturnId),
    /// Everything on this device was deleted: forget it, and write nothing back.
    Wiped,
    /// What is kept here is locked, or its passphrase is about to change: save and forget it.
    Lock,
    /// The passphrase was set, changed or removed, or was not after all: look again.
    VaultChanged,
    /// Somebody is at work in another tab.
    Touched,
    /// A round was written, so what another tab shows of it is old.
    RoundSaved(RoundId),
    /// What the panel talks about now: the address of its page in large type.
    AtTable(String),
    /// In large type the agencies' names of this round are hidden from now on, or shown.
    Names(RoundId, bool),
}

thread_local! {
    /// One for the whole tab: a channel does not hear what it tells itself.
    static OF_THIS_TAB: Option<EventTarget> = channel();
}

/// Tells the other tabs, where the browser can.
pub fn tell(message: &Message) {
    let text = match message {
        Message::HandOver(id) => [HAND_OVER, id.as_str()].concat(),
        Message::Asks(id) => [ASKS, id.as_str()].concat(),
        Message::Has(id) => [HAS, id.as_str()].concat(),
        Message::Wiped => WIPED.to_owned(),
        Message::Lock => LOCK.to_owned(),
        Message::VaultChanged => VAULT_CHANGED.to_owned(),
        Message::Touched => TOUCHED.to_owned(),
        Message::RoundSaved(id) => [ROUND_SAVED, id.as_str()].concat(),
        Message::AtTable(address) => [AT_TABLE, address].concat(),
        Message::Names(id, true) => [NAMES_HIDDEN, id.as_str()].concat(),
        Message::Names(id, false) => [NAMES_SHOWN, id.as_str()].concat(),
    };
    OF_THIS_TAB.with(|channel| {
        if let Some(channel) = channel {
            // A channel that is never closed is open.
            let _ = js::call(channel, "postMessage", &[text.into()]);
        }
    });
}

/// Hears what other tabs tell, as long as what is returned lives.
pub fn listen(heard: impl Fn(Message) + 'static) -> Option<Listener> {
    let channel = OF_THIS_TAB.with(Option::clone)?;
    Some(Listener::new(&channel, "message", move |event| {
        let text = js::get(&event, "data").as_string().unwrap_or_default();
        if let Some(message) = message_of(&text) {
            heard(message);
        }
    }))
}

fn channel() -> Option<EventTarget> {
    let make: Function = js::get(&js_sys::global(), "BroadcastChannel").dyn_into().ok()?;
    Reflect::construct(&make, &Array::of1(&CHANNEL.into())).ok()?.dyn_into().ok()
}

fn message_of(text: &str) -> Option<Message> {
    match text {
        WIPED => Some(Message::Wiped),
        LOCK => Some(Message::Lock),
        VAULT_CHANGED => Some(Message::VaultChanged),
        TOUCHED => Some(Message::Touched),
        text => with_words(text),
    }
}

/// A message about a round.
type OfRound = fn(RoundId) -> Message;

fn with_words(text: &str) -> Option<Message> {
    let of_drafts: [(_, fn(_) -> _); 3] =
        [(HAND_OVER, Message::HandOver), (ASKS, Message::Asks), (HAS, Message::Has)];
    for (begins, message) in of_drafts {
        if let Some(id) = text.strip_prefix(begins) {
            return ReturnId::new(id).ok().map(message);
        }
    }
    let of_rounds: [(_, OfRound); 3] = [
        (ROUND_SAVED, Message::RoundSaved),
        (NAMES_HIDDEN, |id| Message::Names(id, true)),
        (NAMES_SHOWN, |id| Message::Names(id, false)),
    ];
    for (begins, message) in of_rounds {
        if let Some(id) = text.strip_prefix(begins) {
            return RoundId::new(id).ok().map(message);
        }
    }
    // Only ever an address of this page.
    let address = text.strip_prefix(AT_TABLE).filter(|address| address.starts_with("#/"))?;
    Some(Message::AtTable(address.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_known_by_its_text_and_anything_else_is_none() {
        let id = ReturnId::new("ab12").unwrap();
        assert_eq!(message_of("hand over ab12"), Some(Message::HandOver(id.clone())));
        assert_eq!(message_of("asks for ab12"), Some(Message::Asks(id.clone())));
        assert_eq!(message_of("has ab12"), Some(Message::Has(id)));
        let rows = [
            ("wiped", Message::Wiped),
            ("lock", Message::Lock),
            ("vault changed", Message::VaultChanged),
            ("touched", Message::Touched),
        ];
        for (text, message) in rows {
            assert_eq!(message_of(text), Some(message));
        }
        let saved = Message::RoundSaved(RoundId::new("ab12").unwrap());
        assert_eq!(message_of("round saved ab12"), Some(saved));
        let at = Message::AtTable("#/round/ab12".to_owned());
        assert_eq!(message_of("at the table #/round/ab12"), Some(at));
        for (text, hidden) in [("names hidden ab12", true), ("names shown ab12", false)] {
            let names = Message::Names(RoundId::new("ab12").unwrap(), hidden);
            assert_eq!(message_of(text), Some(names));
        }
        for text in [
            "",
            "hand over ",
            "hand over AB 12",
            "at the table https://elsewhere",
            "names hidden ",
            "names shown AB 12",
            "something else",
        ] {
            assert_eq!(message_of(text), None, "{text}");
        }
    }
}
