//! Writes datasets of simulated rounds, and what the core itself counts in them.
//!
//! `datasets ROUNDS FOLDER`: a Data Package for each round under `FOLDER/rounds`, and under
//! `FOLDER/core` the tables that a roll-up must come to. Those are counted in the workbooks, never
//! read from the packages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io, thread};

use multi_agency_audit::id::CaseRef;
use multi_agency_audit::panel::Workbook;
use multi_agency_audit::panel::actions::{ActionView, Progress, action_plan};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::findings::{FindingKind, findings};
use multi_agency_audit::panel::integration::distributions;
use multi_agency_audit::report::dataset::dataset;
use multi_agency_audit::report::document::i09_suppressed;
use multi_agency_audit::sample;
use multi_agency_audit::tool::AnswerValue;

/// Every judgement prompt of a simulated round can have these.
const ANSWERS: [AnswerValue; 4] =
    [AnswerValue::Yes, AnswerValue::Partly, AnswerValue::No, AnswerValue::NotEvident];

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [rounds, folder] = &words[..] else {
        return Err(io::Error::other("say how many rounds, and into which folder"));
    };
    let rounds: usize = rounds.parse().map_err(io::Error::other)?;
    let folder = Path::new(folder);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let all = made(rounds, folder)?;
    all.write(&folder.join("core"))?;
    let (told, hidden) = (all.told, all.hidden);
    println!(
        "{rounds} rounds with {} cases; {told} numbers told, {hidden} suppressed",
        all.rounds.values().map(|[_, cases, _]| cases).sum::<usize>()
    );
    Ok(())
}

/// Every round written, by as many threads as there are processors.
fn made(rounds: usize, folder: &Path) -> io::Result<RollUp> {
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<RollUp> {
        let mut part = RollUp::default();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= rounds {
                return Ok(part);
            }
            let workbook = sample::simulated(number);
            write(&workbook, &folder.join(format!("rounds/{number:05}")))?;
            part.count(&workbook);
        }
    };
    let threads = thread::available_parallelism()?.get();
    thread::scope(|scope| {
        let working: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut all = RollUp::default();
        for one in working {
            all.add(one.join().map_err(|_| io::Error::other("a round could not be made"))??);
        }
        Ok(all)
    })
}

fn write(workbook: &Workbook, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let files = dataset(workbook).map_err(io::Error::other)?;
    files.iter().try_for_each(|file| fs::write(folder.join(file.path), &file.text))
}

/// Rounds, cases told, rounds in which the number is suppressed.
type Row = [usize; 3];

/// What the five queries under `examples/roll-up` come to.
#[derive(Default)]
struct RollUp {
    /// By period: rounds, cases, agencies.
    rounds: BTreeMap<Vec<String>, Row>,
    /// By period, scale, area and grade.
    grades: BTreeMap<Vec<String>, Row>,
    /// By tool, prompt and answer.
    answers: BTreeMap<Vec<String>, Row>,
    /// By period, theme, kind of finding, and whether it was found.
    themes: BTreeMap<Vec<String>, Row>,
    /// By period and where they stand: rounds with any, actions, those escalated.
    actions: BTreeMap<Vec<String>, Row>,
    told: usize,
    hidden: usize,
}

impl RollUp {
    fn count(&mut self, workbook: &Workbook) {
        let plan = workbook.plan();
        let period = plan.round.period.clone();
        let row = [1, plan.open_cases().count(), plan.agencies.len()];
        add(&mut self.rounds, vec![period.clone()], row);
        self.count_grades(workbook, &period);
        self.count_answers(workbook);
        self.count_themes(workbook, &period);
        self.count_actions(workbook, &period);
    }

    fn count_grades(&mut self, workbook: &Workbook, period: &str) {
        let scale = workbook.plan().round.tool.scale.id.to_string();
        for one in distributions(workbook) {
            let area = one.area.map_or_else(|| "overall".to_owned(), |area| area.to_string());
            let graded = one.rows.iter().map(|row| (row.grade.to_string(), row.cases.len()));
            let not = ("not-judged".to_owned(), one.not_judged.len());
            for (grade, row) in self.suppressed(workbook, graded.chain([not]).collect()) {
                let key = vec![period.to_owned(), scale.clone(), area.clone(), grade];
                add(&mut self.grades, key, row);
            }
        }
    }

    fn count_answers(&mut self, workbook: &Workbook) {
        let (tool, all) = (&workbook.plan().round.tool, RoundAnswers::of(workbook));
        for (_, prompt) in tool.prompts() {
            let count = |value: AnswerValue| {
                let counted = all.count(&prompt.id, value.as_str());
                (value.as_str().to_owned(), counted.cases.len())
            };
            let whole = all.count(&prompt.id, AnswerValue::Yes.as_str());
            let rest = [
                ("differs".to_owned(), whole.differing.len()),
                ("not-applicable".to_owned(), whole.not_applicable.len()),
                ("not-answered".to_owned(), whole.not_answered.len()),
            ];
            let parts = ANSWERS.into_iter().map(count).chain(rest).collect();
            for (answer, row) in self.suppressed(workbook, parts) {
                let key = vec![tool.id.to_string(), prompt.id.to_string(), answer];
                add(&mut self.answers, key, row);
            }
        }
    }

    /// Themes of a board's own are not told apart; simulated panels have none.
    fn count_themes(&mut self, workbook: &Workbook, period: &str) {
        let mut found: BTreeMap<(String, &str), BTreeSet<CaseRef>> = BTreeMap::new();
        for view in findings(workbook) {
            let kind = match view.finding.kind {
                FindingKind::Strength | FindingKind::GoodPractice => "strength",
                FindingKind::Issue => "issue",
                FindingKind::Question | FindingKind::Context => continue,
            };
            for theme in &view.finding.themes {
                let cases = found.entry((theme.to_string(), kind)).or_default();
                cases.extend(view.quantified.cases.iter().cloned());
            }
        }
        let all = workbook.plan().open_cases().count();
        for ((theme, kind), cases) in found {
            let parts = [("true", cases.len()), ("false", all - cases.len())];
            let parts = parts.map(|(found, count)| (found.to_owned(), count));
            for (found, row) in self.suppressed(workbook, parts.into()) {
                let key = vec![period.to_owned(), theme.clone(), kind.to_owned(), found];
                add(&mut self.themes, key, row);
            }
        }
    }

    fn count_actions(&mut self, workbook: &Workbook, period: &str) {
        let lines = action_plan(workbook, chrono::NaiveDate::default()).lines;
        for status in STATUSES {
            let here: Vec<&ActionView> =
                lines.iter().filter(|line| status_of(line) == status).collect();
            let escalated = here.iter().filter(|line| line.escalated_now().is_some()).count();
            let row = [usize::from(!here.is_empty()), here.len(), escalated];
            add(&mut self.actions, vec![period.to_owned(), status.to_owned()], row);
        }
    }

    fn suppressed(
        &mut self,
        workbook: &Workbook,
        parts: Vec<(String, usize)>,
    ) -> Vec<(String, Row)> {
        let below = workbook.plan().round.report.suppress_below as usize;
        let counts: Vec<usize> = parts.iter().map(|(_, count)| *count).collect();
        let shown = i09_suppressed(&counts, below);
        let hidden = shown.iter().filter(|count| count.is_none()).count();
        self.hidden += hidden;
        self.told += shown.len() - hidden;
        let row = |count: Option<usize>| [1, count.unwrap_or(0), usize::from(count.is_none())];
        parts.into_iter().zip(shown).map(|((name, _), count)| (name, row(count))).collect()
    }

    fn add(&mut self, other: Self) {
        other.rounds.into_iter().for_each(|(key, row)| add(&mut self.rounds, key, row));
        other.grades.into_iter().for_each(|(key, row)| add(&mut self.grades, key, row));
        other.answers.into_iter().for_each(|(key, row)| add(&mut self.answers, key, row));
        other.themes.into_iter().for_each(|(key, row)| add(&mut self.themes, key, row));
        other.actions.into_iter().for_each(|(key, row)| add(&mut self.actions, key, row));
        self.told += other.told;
        self.hidden += other.hidden;
    }

    fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let tables = [
            ("rounds", "period,rounds,cases,agencies", &self.rounds),
            ("grades", "period,scale,area,grade,rounds,cases,suppressed", &self.grades),
            ("answers", "tool,prompt,answer,rounds,cases,suppressed", &self.answers),
            ("themes", "period,theme,finding,found,rounds,cases,suppressed", &self.themes),
            ("actions", "period,status,rounds,actions,escalated", &self.actions),
        ];
        for (name, head, rows) in tables {
            let mut text = format!("{head}\n");
            for (key, row) in rows {
                let cells = key.iter().cloned().chain(row.iter().map(ToString::to_string));
                text.push_str(&cells.collect::<Vec<String>>().join(","));
                text.push('\n');
            }
            fs::write(folder.join(format!("{name}.csv")), text)?;
        }
        Ok(())
    }
}

/// Where an action stands, whatever the day.
const STATUSES: [&str; 6] =
    ["not-started", "on-track", "at-risk", "complete", "closed", "superseded"];

fn status_of(line: &ActionView) -> &'static str {
    match (line.is_superseded(), &line.closed, line.progress()) {
        (true, _, _) => "superseded",
        (false, Some(_), _) => "closed",
        (false, None, Progress::NotStarted) => "not-started",
        (false, None, Progress::OnTrack) => "on-track",
        (false, None, Progress::AtRisk) => "at-risk",
        (false, None, Progress::Complete) => "complete",
    }
}

fn add(table: &mut BTreeMap<Vec<String>, Row>, key: Vec<String>, row: Row) {
    let sum = table.entry(key).or_default();
    sum.iter_mut().zip(row).for_each(|(sum, more)| *sum += more);
}
