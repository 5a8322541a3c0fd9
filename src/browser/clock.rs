//! The two clocks that the core is given.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use wasm_bindgen::JsCast;
use web_sys::Performance;

use super::{dom, js};
use crate::store::Millis;

/// The wall clock: for people to read. May jump.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or(DateTime::UNIX_EPOCH)
}

/// A clock that only goes forward: for waiting.
pub fn monotonic() -> Millis {
    let performance: Performance = js::get(&js_sys::global(), "performance").unchecked_into();
    performance.now() as Millis
}

/// How far local time is ahead of UTC now, in minutes: for showing times.
pub fn local_offset_minutes() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}

/// A moment as this computer's clocks on the wall show it.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    moved(at.naive_utc(), offset_at(at))
}

/// The moment at which this computer's clocks show this; in the hour that autumn repeats, the later one.
pub fn from_local(shown: NaiveDateTime) -> DateTime<Utc> {
    let before = |at: DateTime<Utc>| moved(shown, -offset_at(at)).and_utc();
    before(before(shown.and_utc()))
}

/// So many minutes on, as far as the calendar goes: a file may name the last minute that it has.
fn moved(at: NaiveDateTime, minutes: i32) -> NaiveDateTime {
    at.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(at)
}

fn offset_at(at: DateTime<Utc>) -> i32 {
    // Milliseconds since 1970 are whole numbers far below 2^53.
    let date = js_sys::Date::new(&(at.timestamp_millis() as f64).into());
    -(date.get_timezone_offset() as i32)
}

/// Waits this many milliseconds.
pub async fn sleep(millis: u32) {
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let millis = i32::try_from(millis).unwrap_or(i32::MAX);
            // Refused only where a page is being torn down, and then nobody waits.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}

/// Lets a page that is looked at do what else there is first. One that is not shown goes on: browsers let it wait for
/// a second each time.
pub async fn next_task() {
    if dom::document().is_some_and(|page| !page.hidden()) {
        sleep(0).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_minute_of_the_calendar_is_shown_wherever_the_browser_is() {
        let noon = "2026-03-01T12:00:00".parse::<NaiveDateTime>().unwrap();
        assert_eq!(moved(noon, -90).to_string(), "2026-03-01 10:30:00");
        assert_eq!(moved(NaiveDateTime::MAX, 60), NaiveDateTime::MAX);
        assert_eq!(moved(NaiveDateTime::MIN, -60), NaiveDateTime::MIN);
    }
}
