//! The panel's worker: what would keep its page from answering.

fn main() {
    console_error_panic_hook::set_once();
}
