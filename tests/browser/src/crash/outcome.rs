//! What a kill left, told in the same way whatever it fell into.

use super::ALLOWED;
use std::time::Duration;

/// What one kill left.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// How long the work had gone on.
    pub after: Duration,
    /// How far the work had come when the browser died, as what was kept tells it.
    pub stage: &'static str,
    /// Age of the oldest work lost, at the moment of the kill; nothing where none was.
    pub lost: Option<Duration>,
    /// What is not as it must be, in words.
    pub faults: Vec<String>,
}

impl Outcome {
    /// Whether nothing is damaged, and nothing older than [`ALLOWED`] was lost.
    pub fn is_allowed(&self) -> bool {
        self.faults.is_empty() && self.lost.is_none_or(|lost| lost <= ALLOWED)
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "killed after {:>5} ms, {}: ", self.after.as_millis(), self.stage)?;
        match self.lost {
            None => write!(formatter, "nothing lost")?,
            Some(lost) => write!(formatter, "lost the last {} ms", lost.as_millis())?,
        }
        self.faults.iter().try_for_each(|fault| write!(formatter, "; {fault}"))
    }
}

/// How many of the kills came to each stage, and the worst of them, in one line.
pub fn summary(outcomes: &[Outcome]) -> String {
    let mut stages: Vec<(&str, usize)> = Vec::new();
    for outcome in outcomes {
        match stages.iter_mut().find(|(stage, _)| *stage == outcome.stage) {
            Some((_, times)) => *times += 1,
            None => stages.push((outcome.stage, 1)),
        }
    }
    let stages: Vec<String> =
        stages.iter().map(|(stage, times)| format!("{times} {stage}")).collect();
    let lossless = outcomes.iter().filter(|outcome| outcome.lost.is_none()).count();
    let worst = outcomes.iter().filter_map(|outcome| outcome.lost).max().unwrap_or_default();
    let bad = outcomes.iter().filter(|outcome| !outcome.is_allowed()).count();
    format!(
        "{} kills ({}): {lossless} lost nothing, the worst lost the last {} ms, {bad} not allowed.",
        outcomes.len(),
        stages.join(", "),
        worst.as_millis()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(stage: &'static str, lost: Option<u64>, faults: &[&str]) -> Outcome {
        Outcome {
            after: Duration::from_millis(1_200),
            stage,
            lost: lost.map(Duration::from_millis),
            faults: faults.iter().map(|fault| (*fault).to_owned()).collect(),
        }
    }

    #[test]
    fn more_than_a_second_or_any_fault_is_not_allowed() {
        assert!(outcome("begun", Some(1_000), &[]).is_allowed());
        assert!(!outcome("begun", Some(1_001), &[]).is_allowed());
        assert!(!outcome("begun", None, &["a file is damaged"]).is_allowed());
    }

    #[test]
    fn the_summary_counts_stages_and_names_the_worst() {
        let all = [
            outcome("begun", Some(40), &[]),
            outcome("done", None, &[]),
            outcome("begun", Some(1_500), &[]),
        ];
        assert_eq!(
            summary(&all),
            "3 kills (2 begun, 1 done): 1 lost nothing, the worst lost the last 1500 ms, 1 not allowed."
        );
    }
}
