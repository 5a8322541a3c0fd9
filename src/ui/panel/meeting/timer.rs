//! How long the panel has been at a case, for whoever chairs (domain 4.10).
//!
//! In whole minutes, so that nothing on the page moves while people read, and said by no screen reader
//! unless it is asked. Kept in the memory of this window only.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;

use super::words;
use crate::browser::monotonic;
use crate::id::{CaseRef, ItemId};
use crate::panel::meeting::CaseTimes;
use crate::ui::govuk::{LinkButton, focus_region, once_shown};

/// The element id of the button that stops the time and lets it run on.
const SWITCH: &str = "case-time";
/// How often the clock is looked at: a minute is shown at most so late.
const LOOK_EVERY: Duration = Duration::from_secs(5);

thread_local! {
    /// Of every meeting since this window was opened.
    static TIMES: RefCell<CaseTimes> = RefCell::new(CaseTimes::default());
}

fn times<T>(with: impl FnOnce(&mut CaseTimes, u64) -> T) -> T {
    TIMES.with_borrow_mut(|times| with(times, monotonic()))
}

/// Says that the panel is at this case, on whichever page of it.
pub fn at(id: &ItemId, case: &CaseRef) {
    times(|times, now| times.come_to(id, case, now));
}

/// The time of the case before the panel, with the way to stop it.
pub fn line(id: &ItemId, case: &CaseRef) -> AnyView {
    at(id, case);
    let minutes = RwSignal::new(times(|times, now| times.minutes(now)));
    let stopped = RwSignal::new(times(|times, _| times.is_stopped()));
    let look = move || {
        let now = times(|times, now| times.minutes(now));
        if minutes.try_get_untracked().is_some_and(|shown| shown != now) {
            let _ = minutes.try_set(now);
        }
    };
    let clock = set_interval_with_handle(look, LOOK_EVERY).ok();
    on_cleanup(move || {
        if let Some(clock) = clock {
            clock.clear();
        }
    });
    let press = move |()| {
        let is_stopped = times(|times, now| {
            if times.is_stopped() {
                times.go_on(now);
            } else {
                times.stop(now);
            }
            times.is_stopped()
        });
        look();
        let _ = stopped.try_set(is_stopped);
        // The button is drawn anew: whoever pressed stays where they were.
        once_shown(|| {
            focus_region(SWITCH);
        });
    };
    let switch = move || {
        let text = if stopped.get() { words::TIME_GO_ON } else { words::TIME_STOP };
        view! { <LinkButton text=text id=SWITCH on_click=press /> }
    };
    view! {
        <p class="govuk-body app-no-print">
            {switch} " · " <span role="timer">{move || words::time_of_case(minutes.get())}</span>
        </p>
    }
    .into_any()
}
