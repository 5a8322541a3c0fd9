//! A browser that is killed while somebody types.

use anyhow::{Result, ensure};
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Session, eventually, in_every_engine};
use std::time::{Duration, Instant};

in_every_engine![a_killed_browser_loses_at_most_the_last_second];

/// How long the person types before the browser dies.
const TYPING: Duration = Duration::from_secs(5);
/// The most that may be lost.
const ALLOWED: Duration = Duration::from_secs(1);
const BOX: &str = "area-2_reason";

async fn a_killed_browser_loses_at_most_the_last_second(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    let page = pages.page("area/area-2");
    session.route(&format!("{page}/at/{BOX}")).await?;
    session.keyboard().focused(BOX).await?;
    let start = Instant::now();
    let mut typed = String::new();
    // What was typed by when: a key counts from the moment at which the driver has pressed it.
    let mut by = Vec::new();
    while start.elapsed() < TYPING {
        let word = format!("word{} ", by.len());
        session.keyboard().text(&word).await?;
        typed.push_str(&word);
        by.push((Instant::now(), typed.len()));
    }
    let killed = Instant::now();
    session.kill_and_restart().await?;
    session.open(&format!("index.html{page}")).await?;
    let kept = eventually("the box after the crash", async || {
        const VALUE: &str =
            "const at = document.getElementById(arguments[0]); return at ? at.value : null;";
        Ok(session.script(VALUE, vec![BOX.into()]).await?.as_str().map(str::to_owned))
    })
    .await?;
    ensure!(typed.starts_with(&kept), "kept “{kept}” of “{typed}”");
    let due = by.iter().rev().find(|(at, _)| killed.duration_since(*at) >= ALLOWED);
    let due = due.map_or(0, |(_, length)| *length);
    ensure!(due > 0, "nothing was typed a second before the crash");
    ensure!(
        kept.len() >= due,
        "kept {} characters of {}, and {due} were due",
        kept.len(),
        typed.len()
    );
    Ok(())
}
