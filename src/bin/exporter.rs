//! The panel's worker: what would keep its page from answering.

fn main() {
    multi_agency_audit::browser::worker::serve();
}
