//! The two clocks that the core is given.

use chrono::{DateTime, Utc};
use wasm_bindgen::JsCast;
use web_sys::Performance;

use super::js;
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
