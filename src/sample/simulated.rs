//! Finished rounds of invented panels, as many as one likes: for roll-ups of their datasets.
//!
//! They are not marked as practice, since a practice round has no dataset; no program of ours
//! opens or makes them.

mod followed;

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};

use super::generated::{BEGUN, Size, Writer, plan};
use super::make::SampleRound;
use super::seed::{Numbers, Seed};
use crate::audit_return::{ImpactLevel, Response};
use crate::id::{CaseRef, PromptId};
use crate::panel::integration::{Grid, subjects};
use crate::panel::meeting::Difference;
use crate::panel::{Decision, Stamp, Subject, Verdict, Workbook};
use crate::tool::AnswerValue;

const PERIODS: [&str; 3] = ["2024", "2025", "2026"];
/// Answers as often as they occur: most work was done, little cannot be told.
const ANSWERS: [AnswerValue; 12] = [
    AnswerValue::Yes,
    AnswerValue::Yes,
    AnswerValue::Yes,
    AnswerValue::Yes,
    AnswerValue::Yes,
    AnswerValue::Yes,
    AnswerValue::Partly,
    AnswerValue::Partly,
    AnswerValue::No,
    AnswerValue::NotEvident,
    AnswerValue::NotApplicable,
    AnswerValue::NotKnown,
];

/// The finished round with this number: two agencies' returns, signed, sealed and admitted, and
/// every grade judged, with findings and a plan. The same number gives the same round.
pub fn simulated(number: usize) -> Workbook {
    let seed = Seed::new(format!("simulated round {number}"));
    let mut numbers = seed.numbers("size");
    let size = Size { cases: 4 + numbers.below(24), slots_per_case: 2, text_words: 1, prompts: 14 };
    let mut plan = plan(&seed, size);
    plan.round.practice = false;
    plan.round.period = PERIODS[number % PERIODS.len()].to_owned();
    let mut sample = SampleRound::new(seed.clone(), plan, begun());
    for case in sample.plan().cases.clone() {
        audited(&mut sample, &case.case_ref, &mut seed.numbers(case.case_ref.as_str()));
    }
    let mut workbook = imported(&sample);
    for case in workbook.plan().cases.clone() {
        judged(&mut workbook, &case.case_ref, &mut seed.numbers(&case.label));
    }
    followed::found(&mut workbook, &mut seed.numbers("findings"));
    followed::planned(&mut workbook, &mut seed.numbers("plan"));
    workbook
}

fn begun() -> DateTime<Utc> {
    BEGUN.parse().unwrap_or_default()
}

fn stamp() -> Stamp {
    Stamp { by: "Simulated coordinator".into(), at: begun() + Days::new(60) }
}

/// Both agencies read the same file, and mostly see the same in it.
fn audited(sample: &mut SampleRound, case: &CaseRef, numbers: &mut Numbers) {
    let tool = sample.plan().round.tool.clone();
    let mut seen: BTreeMap<PromptId, AnswerValue> = BTreeMap::new();
    for slot in sample.plan().slots.clone() {
        let Some(mut draft) = sample.begin(&slot.id, case, begun() + Days::new(7)) else {
            continue;
        };
        let of = sample.seed.numbers(draft.return_id.as_str());
        Writer { numbers: of, words: 1 }.complete(&mut draft, &tool);
        for (prompt, answer) in &mut draft.answers {
            let own = numbers.pick(&ANSWERS).copied().unwrap_or(AnswerValue::Yes);
            let before = *seen.entry(prompt.clone()).or_insert(own);
            let value = if numbers.below(8) > 0 { before } else { own };
            answer.response = Some(Response::Value(value));
            answer.reason = if value.is_substantive() { String::new() } else { "Unknown".into() };
        }
        sample.sign(&draft, begun() + Days::new(20));
    }
}

fn imported(sample: &SampleRound) -> Workbook {
    let mut workbook = sample.workbook();
    let opener = sample.opener();
    let batch = workbook.begin_import(&stamp());
    for sent in sample.returns() {
        workbook.admit(batch, opener.open("return.json", &sent.file), &stamp());
    }
    workbook
}

/// Every subject as the gradings suggest, else as the first agency has it; one in fifteen not judged.
fn judged(workbook: &mut Workbook, case: &CaseRef, numbers: &mut Numbers) {
    let difference = Difference {
        case: case.clone(),
        level: ImpactLevel::Improved,
        text: "The child is safer.".into(),
        meeting: None,
        stamp: stamp(),
    };
    workbook.record_difference(difference).expect("the case is one of the round");
    let tool = workbook.plan().round.tool.clone();
    let grid = Grid::of(workbook, case);
    for subject in subjects(&tool, case) {
        let row = grid.row(subject.area.as_ref());
        let suggested = row.and_then(|row| row.suggestion.as_ref().map(|one| one.grade.clone()));
        let first = || row.and_then(|row| row.gradings.first().map(|one| one.grade.clone()));
        let verdict = match suggested.or_else(first) {
            Some(grade) if numbers.below(15) > 0 => Verdict::Grade { grade, qualifier: None },
            Some(_) | None => Verdict::NotJudged,
        };
        judge(workbook, subject, verdict);
    }
}

fn judge(workbook: &mut Workbook, subject: Subject, verdict: Verdict) {
    let decision = Decision {
        verdict,
        reason: "As the gradings show.".into(),
        met_on: (begun() + Days::new(60)).date_naive(),
        present: vec!["Chair".into()],
        dissent: Vec::new(),
        discussion: "Read side by side.".into(),
        lower_risk: "The child was seen.".into(),
        meeting: None,
    };
    let recorded = workbook.record_judgement(subject, decision, &stamp());
    recorded.expect("a simulated judgement says all that a judgement has to say");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::counts::RoundAnswers;
    use crate::panel::integration::distributions;
    use crate::report::dataset::dataset;

    #[test]
    fn a_simulated_round_is_whole_and_the_same_each_time() {
        for number in [0, 7] {
            let workbook = simulated(number);
            let returns = workbook.plan().cases.len() * 2;
            let counting = workbook.register().kept_files().count();
            assert_eq!(counting, returns);
            let judged: usize = distributions(&workbook).iter().map(|one| one.judged).sum();
            assert!(judged > 0);
            let answers = RoundAnswers::of(&workbook);
            let (_, prompt) = workbook.plan().round.tool.prompts().next().unwrap();
            let told = answers.tally(&prompt.id, &prompt.kind);
            assert!(told.iter().filter(|count| !count.cases.is_empty()).count() > 1);
            let files = dataset(&workbook).unwrap();
            for table in ["themes.csv", "actions.csv"] {
                let table = files.iter().find(|file| file.path == table).unwrap();
                // Of each, something is told that is not none.
                let told = |line: &str| !line.ends_with("\"0\",\"0\"");
                assert!(table.text.lines().skip(1).any(told), "{}", table.text);
            }
            assert_eq!(simulated(number).record(), workbook.record());
        }
    }
}
