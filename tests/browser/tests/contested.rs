//! Where agencies contradict each other: the panel asks about what cannot be (edge case 3), and settles which of
//! several answers it counts.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::keyboard::ENTER;
use browser_tests::pages::{meeting, panel};
use browser_tests::pile::Auditing;
use browser_tests::{Session, axe, eventually, in_chromium_and, in_engines, root};
use multi_agency_audit::audit_return::{
    About, Involvement, InvolvementLevel, NilSearch, OverallRecord, QueryPack, Return,
};
use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::tool::GradeLevel;

in_engines!(ec03_a_contradiction_leads_to_the_question_about_it: Chromium chromium);
in_chromium_and!(Firefox firefox: r02_an_answer_that_is_settled_leaves_its_area_open_and_the_focus_in_it);

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

async fn r02_an_answer_that_is_settled_leaves_its_area_open_and_the_focus_in_it(
    session: &mut Session,
) -> Result<()> {
    const AREA: &str = "3. Referral";
    const WHY: &str = "The minutes of the strategy discussion show it.";
    let round = panel::open_sample(session).await?;
    imports(session, &round, &returns_of("case-2")?).await?;
    meeting::go(session, &format!("{round}/counts"), "Answers across cases").await?;
    session.shows("3. Referral (2)").await?;
    unfold(session, AREA).await?;
    answered(session, "Agencies differ").await?;
    axe::check(session, "answers that agencies gave differently").await?;

    // By its id: words that only screen readers say are part of its text, and each answer has such a button.
    let keyboard = session.keyboard();
    let settles = |id: &str| id.starts_with("settle-3.1-") && id.ends_with("-button");
    let way = keyboard.tab_to("the way to settle 3.1", |focus| settles(&focus.id)).await?;
    keyboard.press(&[ENTER]).await?;
    let field = way.id.strip_suffix("-button").context("no button")?;
    keyboard.focused(&format!("{field}-region")).await?;
    let first = keyboard.tab_to("the answers", |focus| focus.name == field).await?;
    keyboard.choose(&first, "yes").await?;
    keyboard.fill(&format!("{field}-why"), WHY).await?;
    axe::check(session, "an answer that is settled").await?;
    keyboard.activate("Record the answer").await?;

    session.shows("The answer is recorded.").await?;
    session.shows(WHY).await?;
    session.shows("3. Referral (1)").await?;
    ensure!(is_open(session, AREA).await?, "the area has closed");
    // What records and what changes have one id.
    eventually("the focus on the way to change it", async || {
        let focus = keyboard.focus().await?;
        Ok((focus.id == way.id && focus.text.starts_with("Change")).then_some(()))
    })
    .await?;
    answered(session, "Yes").await
}

/// Unfolds an area by keyboard. One that is open would close.
async fn unfold(session: &Session, area: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to(area, |focus| focus.tag == "summary" && focus.text == area).await?;
    if !is_open(session, area).await? {
        keyboard.press(&[ENTER]).await?;
    }
    eventually(&format!("{area} to be open"), async || {
        Ok(is_open(session, area).await?.then_some(()))
    })
    .await
}

async fn is_open(session: &Session, area: &str) -> Result<bool> {
    const OPEN: &str = "return [...document.querySelectorAll('main details[open] > summary')]
        .some(one => one.textContent.trim() === arguments[0]);";
    Ok(session.script(OPEN, vec![area.into()]).await? == true)
}

/// The answer to 3.1 is this one in the only case that is here.
async fn answered(session: &Session, answer: &str) -> Result<()> {
    let rows = panel::counted(session, "3.1").await?;
    let answers: Vec<&str> = rows.iter().filter_map(|row| Some(row.first()?.as_str())).collect();
    ensure!(answers == [answer], "{rows:?}");
    Ok(())
}
