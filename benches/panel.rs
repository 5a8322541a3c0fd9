//! What a panel waits for: opening, admitting and integrating many returns.
//!
//! `cargo xtask bench -- panel`. Each case has ten returns, so the time for one
//! return must stay the same from 100 returns to 10,000.

use divan::counter::ItemsCount;
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::integration::distributions;
use multi_agency_audit::panel::{Matrix, OpenedFile, Stamp, Workbook};
use multi_agency_audit::sample::{self, Size};

const RETURNS: [usize; 3] = [100, 1_000, 10_000];
const SLOTS: usize = 10;

fn main() {
    divan::main();
}

fn stamp() -> Stamp {
    Stamp { by: "Coordinator".into(), at: "2026-06-01T09:00:00Z".parse().expect("a time") }
}

fn round(returns: usize) -> sample::SampleRound {
    let size = Size { cases: returns / SLOTS, slots_per_case: SLOTS, text_words: 12, prompts: 47 };
    sample::round("panel benchmark", size)
}

/// An empty workbook and the files of its round, opened.
fn opened(returns: usize) -> (Workbook, Vec<OpenedFile>) {
    let round = round(returns);
    let workbook = Workbook::new(round.plan().clone(), round.round_key().public_key());
    let opener = round.opener();
    let open = |one: &sample::SampleReturn| opener.open("return.json", &one.file);
    let files = round.returns().iter().map(open).collect();
    (workbook, files)
}

fn admitted((mut workbook, files): (Workbook, Vec<OpenedFile>)) -> Workbook {
    let batch = workbook.begin_import(&stamp());
    for file in files {
        workbook.admit(batch, file, &stamp());
    }
    workbook
}

#[divan::bench(args = [100, 1_000], sample_count = 5)]
fn open(bencher: divan::Bencher, returns: usize) {
    let round = round(returns);
    let opener = round.opener();
    bencher.counter(ItemsCount::new(returns)).bench(|| {
        round.returns().iter().map(|one| opener.open("return.json", &one.file)).collect::<Vec<_>>()
    });
}

#[divan::bench(args = RETURNS, sample_count = 3)]
fn admit(bencher: divan::Bencher, returns: usize) {
    let files = opened(returns);
    bencher.counter(ItemsCount::new(returns)).with_inputs(|| files.clone()).bench_values(admitted);
}

#[divan::bench(args = RETURNS, sample_count = 3)]
fn integrate(bencher: divan::Bencher, returns: usize) {
    let workbook = admitted(opened(returns));
    bencher.counter(ItemsCount::new(returns)).bench(|| distributions(&workbook));
}

#[divan::bench(args = RETURNS, sample_count = 3)]
fn count(bencher: divan::Bencher, returns: usize) {
    let workbook = admitted(opened(returns));
    bencher.counter(ItemsCount::new(returns)).bench(|| RoundAnswers::of(&workbook));
}

#[divan::bench(args = RETURNS, sample_count = 3)]
fn matrix(bencher: divan::Bencher, returns: usize) {
    let workbook = admitted(opened(returns));
    let today = stamp().at.date_naive();
    bencher.counter(ItemsCount::new(returns)).bench(|| Matrix::of(&workbook, today));
}
