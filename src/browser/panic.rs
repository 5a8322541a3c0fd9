//! What happens when the program itself fails: it stops writing and says so (L10).
//!
//! After a panic nothing in memory can be trusted, yet timers and listeners still
//! run. So every write asks [`has_stopped`] first, and what is stored stays as it was.

use std::cell::Cell;

use super::dom;

thread_local! {
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Id of the part of the page, hidden until then, that says what to do.
pub const ELEMENT: &str = "panic";

/// Tells the page's own script that the program has stopped.
const EVENT: &str = "program-stopped";

/// Sets the hook. Once, before anything else.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        STOPPED.set(true);
        console_error_panic_hook::hook(info);
        dom::reveal(ELEMENT);
        // `boot/rescue.js` offers every draft as a file, without this program.
        dom::dispatch(EVENT);
    }));
}

/// Whether all writing has stopped for good.
pub fn has_stopped() -> bool {
    STOPPED.get()
}
