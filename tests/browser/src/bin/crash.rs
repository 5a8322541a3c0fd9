//! `cargo xtask crash [TIMES] [ENGINE]`: kills a browser again and again while somebody types, and tells what
//! was lost each time.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::crash::{Crash, crash_while_typing, moments};
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Engine, Session, tell};
use std::cell::RefCell;

const TIMES: usize = 50;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = words.iter().find_map(|word| word.parse().ok()).unwrap_or(TIMES);
    let engine = match words.iter().find(|word| word.parse::<usize>().is_err()).map(String::as_str)
    {
        None | Some("chromium") => Engine::Chromium,
        Some("firefox") => Engine::Firefox,
        Some("webkit") => Engine::Webkit,
        Some(other) => {
            bail!("`crash` takes a number and chromium, firefox or webkit, not `{other}`.")
        }
    };
    // Another seed each time, told so that a failure can be had again.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
    let seed = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(now);
    println!("{number} crashes of {}, SEED={seed}", engine.word());
    let crashes = RefCell::new(Vec::new());
    tell(engine, "crash", async |session: &mut Session| {
        let mut pages = sample_case_by_keyboard(session).await?;
        let mut text = String::new();
        for after in moments(seed).take(number) {
            let crash = crash_while_typing(session, &pages, &mut text, after).await?;
            if crash.draft_lost {
                pages = sample_case_by_keyboard(session).await?;
            }
            println!("{:>3}. {crash}", crashes.borrow().len() + 1);
            crashes.borrow_mut().push(crash);
        }
        Ok(())
    })?;
    let crashes = crashes.into_inner();
    let worst = crashes.iter().filter_map(|crash| crash.lost).max().unwrap_or_default();
    let lossless = crashes.iter().filter(|crash| crash.lost.is_none()).count();
    let drafts = crashes.iter().filter(|crash| crash.draft_lost).count();
    println!(
        "Drafts lost: {drafts}. {lossless} crashes lost nothing; the worst lost the last {} ms.",
        worst.as_millis()
    );
    let bad: Vec<&Crash> = crashes.iter().filter(|crash| !crash.is_allowed()).collect();
    let first = bad.first().map(|crash| crash.to_string());
    ensure!(
        bad.is_empty(),
        "{} lost a draft or more than a second: {}",
        bad.len(),
        first.context("the first")?
    );
    Ok(())
}
