//! What is wrong leads to where it is put right.

use anyhow::Result;
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Session, in_every_engine};

in_every_engine![t09_an_error_leads_to_the_box_that_is_wrong];

/// Types a date from its first box on.
async fn date(session: &Session, day: &str, month: &str, year: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.text(day).await?;
    keyboard.tab().await?;
    keyboard.text(month).await?;
    keyboard.tab().await?;
    keyboard.text(year).await
}

async fn t09_an_error_leads_to_the_box_that_is_wrong(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&pages.page("timescales/at/event-referral-day")).await?;
    let keyboard = session.keyboard();
    keyboard.focused("event-referral-day").await?;
    date(session, "2", "3", "2026").await?;
    session.route(&pages.page("timescales/at/event-child-seen-day")).await?;
    keyboard.focused("event-child-seen-day").await?;
    date(session, "3", "13", "2026").await?;
    session.route(&pages.page("missing")).await?;
    keyboard
        .activate("A date entered for “Child seen” is not a real date. Correct it or clear it.")
        .await?;
    keyboard.focused("event-child-seen-month").await.map(drop)
}
