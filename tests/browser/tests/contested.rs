//! Where agencies contradict each other: the panel asks about what cannot be (edge case 3).

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::pages::{meeting, panel};
use browser_tests::pile::Auditing;
use browser_tests::{Session, axe, in_engines, root};
use multi_agency_audit::audit_return::{
    About, Involvement, InvolvementLevel, NilSearch, OverallRecord, QueryPack, Return,
};
use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::tool::GradeLevel;

in_engines!(ec03_a_contradiction_leads_to_the_question_about_it: Chromium chromium);

/// The sample's returns about one case.
fn returns_of(case: &str) -> Result<Vec<PathBuf>> {
    let mut files = panel::sample_returns()?;
    let start = format!("{case}-");
    files.retain(|file| {
        file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&start))
    });
    Ok(files)
}

async fn imports(session: &Session, round: &str, files: &[PathBuf]) -> Result<()> {
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(session, files).await?;
    let invited = rows.iter().all(|row| row.outcome.contains("from a signer who was invited"));
    ensure!(invited && !rows.is_empty(), "{rows:?}");
    Ok(())
}

async fn ec03_a_contradiction_leads_to_the_question_about_it(session: &mut Session) -> Result<()> {
    const ASKS: &str = "Another agency worked with you in the spring. Look in the archive again.";
    const FOUND: &str = ": a nil return, but others name this service as involved: Children";
    let round = panel::open_sample(session).await?;
    imports(session, &round, &contradicting(session)?).await?;
    session.route(&round).await?;
    session.shows("1 to ask about").await?;
    let limits = format!("{round}/limitations");
    meeting::go(session, &limits, "Limitations").await?;
    session.shows("Returns that contradict each other").await?;
    session.shows(FOUND).await?;
    axe::check(session, "returns that contradict each other").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Ask about it").await?;
    session.at("Ask a question").await?;
    session.shows("They are not known to us").await?;
    keyboard.fill("question", ASKS).await?;
    keyboard.activate("Save the question").await?;
    session.shows("This is the return as it was signed").await?;
    meeting::go(session, &limits, "Limitations").await?;
    session.shows("A question about this was asked").await?;
    session.route(&format!("{round}/questions")).await?;
    session.shows(ASKS).await?;
    keyboard.activate("Sign and download the questions for").await?;
    let bytes = fs::read(saved(session, "questions-").await?)?;
    let pack: QueryPack = open(&bytes, &[Kind::Query], &Limits::of(Kind::Query))?.parse()?;
    let asked: Vec<_> =
        pack.questions().map(|(_, one)| (one.about.clone(), one.text.as_str())).collect();
    ensure!(asked == [(About::Involvement, ASKS)], "{asked:?}");
    Ok(())
}

/// Social care's return of the first case, which names the voluntary sector, and a nil return of that.
fn contradicting(session: &Session) -> Result<Vec<PathBuf>> {
    let mut files = returns_of("case-1")?;
    files.retain(|file| file.ends_with("case-1-social-care.json"));
    ensure!(files.len() == 1, "{files:?}");
    let file = root().join("public/samples/invitation-voluntary.json");
    let voluntary = Auditing::opens(&file, "voluntary")?;
    let case = voluntary.cases().first().cloned().context("no case")?;
    files.push(voluntary.sends_changed(session, &case, GradeLevel::Good, "nil", nil)?);
    Ok(files)
}

/// As somebody who found nothing signs it.
fn nil(ret: &mut Return) {
    let search = NilSearch {
        searched_on: Some(ret.created.date_naive()),
        systems: "Case files and the archive".into(),
        statement: "Nobody here knew the family".into(),
    };
    ret.involvement = Involvement { level: Some(InvolvementLevel::NotKnown), nil: Some(search) };
    ret.answers.clear();
    ret.areas.clear();
    ret.overall = OverallRecord::default();
}
