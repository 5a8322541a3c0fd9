//! The whole of an import: a thousand signed files opened, admitted and integrated, one after the other.
//!
//! `cargo xtask bench -- import`. The budget is 1.5 s in the browser, seals included; this is
//! the same work natively on one core, without seals. `benches/panel.rs` has the parts.

use divan::counter::{BytesCount, ItemsCount};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::integration::distributions;
use multi_agency_audit::panel::{Stamp, Workbook};
use multi_agency_audit::sample::{self, SampleRound, Size};

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

fn import(mut workbook: Workbook, files: &[Vec<u8>]) -> Workbook {
    let at = "2026-06-01T09:00:00Z".parse().expect("a time");
    let stamp = Stamp { by: "Coordinator".into(), at };
    let opener = workbook.opener();
    let batch = workbook.begin_import(&stamp);
    for file in files {
        workbook.admit(batch, opener.open("return.json", file), &stamp);
    }
    workbook
}

#[divan::bench(sample_count = 3)]
fn a_thousand_returns(bencher: divan::Bencher) {
    let round = thousand();
    let files: Vec<Vec<u8>> = round.returns().iter().map(|sent| sent.file.clone()).collect();
    let bytes: usize = files.iter().map(Vec::len).sum();
    bencher
        .counter(ItemsCount::new(files.len()))
        .counter(BytesCount::new(bytes))
        .with_inputs(|| round.workbook())
        .bench_values(|workbook| {
            let workbook = import(workbook, &files);
            (distributions(&workbook), RoundAnswers::of(&workbook))
        });
}
