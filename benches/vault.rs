//! What a passphrase adds to every save while somebody types.
//!
//! `cargo xtask bench -- vault`. A draft of 60 kB is closed twice a second, and every key closes
//! a journal of some kB: both have to stay within two milliseconds.

use divan::counter::BytesCount;
use multi_agency_audit::envelope::DeviceKey;

fn main() {
    divan::main();
}

fn random() -> [u8; 32] {
    [7; 32]
}

fn text(bytes: usize) -> String {
    "Seen alone, in her own room. ".chars().cycle().take(bytes).collect()
}

#[divan::bench(args = [4_000, 60_000, 600_000])]
fn close(bencher: divan::Bencher, bytes: usize) {
    let (key, text) = (DeviceKey::from_random([1; 32]), text(bytes));
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| key.close(&text, "drafts/5f1d", &mut random));
}

#[divan::bench(args = [60_000])]
fn open(bencher: divan::Bencher, bytes: usize) {
    let key = DeviceKey::from_random([1; 32]);
    let closed = key.close(&text(bytes), "drafts/5f1d", &mut random);
    bencher.counter(BytesCount::of_str(&closed)).bench(|| key.open(&closed, "drafts/5f1d"));
}
