//! What the identifier guard takes for one text box, and for the texts of a large return.
//!
//! `cargo xtask bench -- guard`. The guard runs when typing rests, so one box of 4 kB has to
//! stay well under a millisecond, also in a browser at a quarter of this speed.

use divan::counter::BytesCount;
use multi_agency_audit::guard::{Guard, WatchedName};

fn main() {
    divan::main();
}

/// Prose as auditors write it, with something to find about every 400 bytes.
const PROSE: &str = "The social worker visited on three occasions and saw the child alone at school. \
    The strategy discussion was held on 12/03/2026 within the timescale, and SW1 recorded what was \
    agreed; the section 47 enquiry began the same day. Mrs Quillfeather told the health visitor \
    that nothing had changed since the last core group. The plan names who does what by when, and \
    the father’s views were asked for twice. Nobody asked what a usual day is like for the child. ";

fn text(bytes: usize) -> String {
    PROSE.chars().cycle().take(bytes).collect()
}

/// A list of this many names, none of which is in the prose.
fn guard(names: usize) -> Guard {
    let name = |number| ["Nomenque", &"x".repeat(number), " Familienne"].concat();
    let watched = |number| WatchedName { name: name(number), role: "the mother".into() };
    Guard::new(&(0..names).map(watched).collect::<Vec<_>>(), None)
}

#[divan::bench(args = [400, 4_000, 20_000])]
fn one_box(bencher: divan::Bencher, bytes: usize) {
    let (guard, text) = (guard(0), text(bytes));
    bencher.counter(BytesCount::of_str(&text)).bench(|| guard.find(&text));
}

#[divan::bench(args = [4_000, 20_000])]
fn one_box_with_forty_names(bencher: divan::Bencher, bytes: usize) {
    let (guard, text) = (guard(40), text(bytes));
    bencher.counter(BytesCount::of_str(&text)).bench(|| guard.find(&text));
}

#[divan::bench(args = [60, 3_000], sample_count = 20)]
fn every_box_of_a_return(bencher: divan::Bencher, prompts: usize) {
    let (guard, text) = (guard(40), text(400));
    bencher.bench(|| (0..prompts).map(|_| guard.find(&text).len()).sum::<usize>());
}
