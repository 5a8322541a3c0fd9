//! The whole of an import: a thousand signed files opened, admitted and integrated, one after the other.
//!
//! `cargo xtask bench -- import`. The budget is 1.5 s in the browser, seals included; this is
//! the same work natively on one core. `benches/panel.rs` has the parts.

use divan::counter::{BytesCount, ItemsCount};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::integration::distributions;
use multi_agency_audit::panel::{Opener, Stamp, Workbook};
use multi_agency_audit::sample::{self, SampleReturn, SampleRound, Size};

fn main() {
    divan::main();
}

/// A hundred cases by ten agencies, with returns of about 15 KB as real ones are.
fn thousand() -> SampleRound {
    sample::round(
        "a thousand",
        Size { cases: 100, slots_per_case: 10, text_words: 10, prompts: 47 },
    )
}

fn import(mut workbook: Workbook, opener: &Opener, files: &[Vec<u8>]) -> Workbook {
    let at = "2026-06-01T09:00:00Z".parse().expect("a time");
    let stamp = Stamp { by: "Coordinator".into(), at };
    let batch = workbook.begin_import(&stamp);
    for file in files {
        workbook.admit(batch, opener.open("return.json", file), &stamp);
    }
    workbook
}

#[divan::bench(sample_count = 3)]
fn a_thousand_sealed_returns(bencher: divan::Bencher) {
    import_all(bencher, |sent| sent.file.clone());
}

#[divan::bench(sample_count = 3)]
fn a_thousand_returns_that_are_not_sealed(bencher: divan::Bencher) {
    import_all(bencher, |sent| sent.signed.clone());
}

fn import_all(bencher: divan::Bencher, file: fn(&SampleReturn) -> Vec<u8>) {
    let round = thousand();
    let opener = round.opener();
    let files: Vec<Vec<u8>> = round.returns().iter().map(file).collect();
    let bytes: usize = files.iter().map(Vec::len).sum();
    bencher
        .counter(ItemsCount::new(files.len()))
        .counter(BytesCount::new(bytes))
        .with_inputs(|| round.workbook())
        .bench_values(|workbook| {
            let workbook = import(workbook, &opener, &files);
            (distributions(&workbook), RoundAnswers::of(&workbook))
        });
}
