//! A whole round by one panel: built from a template, its cases drawn, issued, an invitation revoked, sixty returns and
//! every kind of bad file imported, a conflict settled, an agency chased, a meeting held, a finding made, a copy sent, and
//! the workbook handed over.

mod building;
mod handing_over;
mod importing;
mod judging;

use anyhow::{Context, Result, ensure};
use browser_tests::pages::panel;
use browser_tests::pile::invited;
use browser_tests::{Session, elsewhere, in_every_engine};

use building::{draws, from_template, revokes_one};
use handing_over::{goes_on, hands_over};
use importing::imports;
use judging::{chases, finds, meets, sends_a_copy, settles_the_conflict};

in_every_engine![a_whole_round_from_the_template_to_the_next_coordinator];

const CASES: usize = 6;
/// Kinds of agency that the template expects.
const AUDITORS: usize = 11;
/// All but the one that is owed and those of two places to which only such come as cannot count.
const SENT: usize = AUDITORS * CASES - 3;
const FOUND: &str = "two of the six cases";
const AGREED: &str = "All agencies found it so, and the panel did too.";
const COPY_IS_SAFE: &str = "The team manager, from the file.";

async fn a_whole_round_from_the_template_to_the_next_coordinator(
    session: &mut Session,
) -> Result<()> {
    let round = from_template(session).await?;
    draws(session, &round).await?;
    panel::proves_keys(session, &round).await?;
    let mut auditors = invited(session, &round, usize::MAX).await?;
    ensure!(auditors.len() == AUDITORS, "{} auditors are invited", auditors.len());
    let astray = revokes_one(session, &round, &mut auditors).await?;
    let owed = imports(session, &round, &auditors, &astray).await?;
    settles_the_conflict(session, &round).await?;
    let owing = auditors.last().context("nobody is invited")?.agency();
    chases(session, &round, owing).await?;
    let met = meets(session, &round).await?;
    finds(session, &round).await?;
    sends_a_copy(session, &round).await?;
    let handed = hands_over(session, &round).await?;
    elsewhere(session, session.engine, async |next| goes_on(next, &handed, &met, &owed).await).await
}
