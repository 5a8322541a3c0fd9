//! `cargo xtask crash [TIMES] [ENGINE] [WORK]`: kills a browser again and again in the midst of work, and tells
//! what was lost each time.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::crash::{
    Outcome, crash_while_importing, crash_while_migrating, crash_while_saving, crash_while_typing,
    moments, pile_to_import, round_to_save, summary,
};
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Engine, Session, tell};
use std::cell::RefCell;
use std::time::Duration;

const TIMES: usize = 200;

/// What the kills fall into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    Typing,
    Import,
    Save,
    Migration,
}

impl Work {
    const ALL: [Self; 4] = [Self::Typing, Self::Import, Self::Save, Self::Migration];

    fn word(self) -> &'static str {
        match self {
            Self::Typing => "typing",
            Self::Import => "import",
            Self::Save => "save",
            Self::Migration => "migration",
        }
    }

    /// A moment of one to four seconds, made to fall into the time that this work takes.
    fn moment(self, moment: Duration) -> Duration {
        let into = moment.saturating_sub(Duration::from_secs(1));
        match self {
            Self::Typing => moment,
            Self::Import => into,
            Self::Save => into / 2,
            Self::Migration => into / 12,
        }
    }
}

/// What was asked for.
struct Asked {
    times: usize,
    engine: Engine,
    works: Vec<Work>,
}

fn asked(words: &[String]) -> Result<Asked> {
    let (mut times, mut engine, mut works) = (TIMES, Engine::Chromium, Vec::new());
    for word in words {
        let work = Work::ALL.into_iter().find(|work| work.word() == word);
        match (word.parse(), word.as_str(), work) {
            (Ok(number), _, _) => times = number,
            (Err(_), _, Some(work)) => works.push(work),
            (Err(_), "chromium", None) => engine = Engine::Chromium,
            (Err(_), "firefox", None) => engine = Engine::Firefox,
            (Err(_), "webkit", None) => engine = Engine::Webkit,
            (Err(_), other, None) => bail!(
                "`crash` takes a number, chromium, firefox or webkit, and typing, import, save or migration, \
                 not `{other}`."
            ),
        }
    }
    // Its browser keeps nothing once it is dead, so a tab is closed instead: that says something of typing only.
    let possible = if engine == Engine::Webkit { &Work::ALL[..1] } else { &Work::ALL[..] };
    if works.is_empty() {
        works = possible.to_vec();
    }
    ensure!(
        works.iter().all(|work| possible.contains(work)),
        "WebKit is only killed while typing."
    );
    Ok(Asked { times, engine, works })
}

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Asked { times, engine, works } = asked(&words)?;
    // Another seed each time, told so that a failure can be had again.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
    let seed = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(now);
    println!("{times} crashes of {}, SEED={seed}", engine.word());
    let mut all = Vec::new();
    for (at, work) in works.iter().enumerate() {
        let share = times / works.len() + usize::from(at < times % works.len());
        let told = RefCell::new(Vec::new());
        let moments: Vec<Duration> =
            moments(seed).take(share).map(|moment| work.moment(moment)).collect();
        println!("\n{}", work.word());
        let ran = tell(engine, "crash", async |session: &mut Session| match work {
            Work::Typing => typing(session, &moments, &told).await,
            Work::Import => importing(session, &moments, &told).await,
            Work::Save => saving(session, &moments, &told).await,
            Work::Migration => migrating(session, &moments, &told).await,
        });
        let outcomes = told.into_inner();
        println!("{}: {}", work.word(), summary(&outcomes));
        ran?;
        all.extend(outcomes);
    }
    println!("\nall: {}", summary(&all));
    let bad: Vec<&Outcome> = all.iter().filter(|outcome| !outcome.is_allowed()).collect();
    let first = bad.first().map(|outcome| outcome.to_string());
    ensure!(
        bad.is_empty(),
        "{} damaged something or lost more than a second: {}",
        bad.len(),
        first.context("the first")?
    );
    Ok(())
}

type Told = RefCell<Vec<Outcome>>;

fn told(outcomes: &Told, outcome: Outcome) {
    println!("{:>3}. {outcome}", outcomes.borrow().len() + 1);
    outcomes.borrow_mut().push(outcome);
}

async fn typing(session: &mut Session, moments: &[Duration], outcomes: &Told) -> Result<()> {
    let mut pages = sample_case_by_keyboard(session).await?;
    let mut text = String::new();
    for after in moments {
        let crash = crash_while_typing(session, &pages, &mut text, *after).await?;
        if crash.draft_lost {
            pages = sample_case_by_keyboard(session).await?;
        }
        told(outcomes, crash.into());
    }
    Ok(())
}

async fn importing(session: &mut Session, moments: &[Duration], outcomes: &Told) -> Result<()> {
    let pile = pile_to_import()?;
    for after in moments {
        told(outcomes, crash_while_importing(session, &pile, *after).await?);
    }
    Ok(())
}

async fn saving(session: &mut Session, moments: &[Duration], outcomes: &Told) -> Result<()> {
    let round = round_to_save(session).await?;
    for (at, after) in moments.iter().enumerate() {
        told(outcomes, crash_while_saving(session, &round, at % 2 == 0, *after).await?);
    }
    Ok(())
}

async fn migrating(session: &mut Session, moments: &[Duration], outcomes: &Told) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    // Something typed and kept first, as the typing itself does with a kill.
    let mut text = String::new();
    crash_while_typing(session, &pages, &mut text, Duration::from_secs(3)).await?;
    for after in moments {
        told(outcomes, crash_while_migrating(session, &pages, &mut text, *after).await?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn nothing_named_means_every_work_that_the_engine_can_be_killed_in() {
        assert_eq!(asked(&words("40")).unwrap().works, Work::ALL);
        assert_eq!(asked(&words("webkit")).unwrap().works, [Work::Typing]);
        assert_eq!(asked(&words("9 firefox save")).unwrap().works, [Work::Save]);
        assert!(asked(&words("webkit save")).is_err());
        assert!(asked(&words("opera")).is_err());
    }
}
