//! A browser that is killed while somebody types. `cargo xtask crash` does it in the midst of other work too.

use anyhow::{Result, ensure};
use browser_tests::crash::{crash_while_typing, moments};
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Session, in_every_engine};

in_every_engine![a_killed_browser_loses_at_most_the_last_second];

async fn a_killed_browser_loses_at_most_the_last_second(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    let mut text = String::new();
    for after in moments(1).take(3) {
        let crash = crash_while_typing(session, &pages, &mut text, after).await?;
        ensure!(crash.is_allowed(), "{crash}");
        ensure!(crash.kept > 0, "nothing was kept: {crash}");
    }
    Ok(())
}
