//! What a coordinator decides about imported files and about returns that are owed, by keyboard.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved_text;
use browser_tests::keyboard::ENTER;
use browser_tests::pages::panel;
use browser_tests::{Session, axe, eventually, in_chromium_and, in_engines, records};
use std::path::PathBuf;

in_chromium_and!(Firefox firefox: files_are_decided_about_and_an_import_is_taken_back);
in_chromium_and!(Webkit webkit: a_return_that_will_not_come);
in_engines!(a_case_leaves_the_audit_and_comes_back: Chromium chromium);

const FILES: &str = "Imported files";
const REASON: &str = "They read their fingerprint to me by telephone";

async fn files_are_decided_about_and_an_import_is_taken_back(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    import(session, &round, &panel::faulty_returns()?).await?;
    files(session, &round).await?;
    let rows = panel::table(session, ".app-register").await?;
    let standing = |name: &str| {
        let row = rows.iter().find(|row| row.first().is_some_and(|cell| cell == name));
        row.and_then(|row| row.get(2)).cloned().unwrap_or_default()
    };
    ensure!(standing("altered.json").contains("To decide"), "{rows:?}");
    ensure!(standing("unknown-signer.json").contains("To decide"), "{rows:?}");
    ensure!(standing("not-a-return.json").contains("Not imported"), "{rows:?}");
    ensure!(standing("copy.json").contains("Counts"), "{rows:?}");
    trusts(session).await?;
    keeps_apart(session).await?;
    // The invited auditor's own return comes too: two files claim one place.
    import(session, &round, &panel::sample_returns()?).await?;
    chooses(session, &round).await?;
    takes_back(session, &round).await?;
    tells(session, &round).await
}

/// A key that shows no proof of invitation, vouched for by a person.
async fn trusts(session: &Session) -> Result<()> {
    session.keyboard().activate("unknown-signer.json").await?;
    session.at("unknown-signer.json").await?;
    session.shows("we do not know who signed it").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Record the decision").await?;
    session.shows("There is a problem").await?;
    axe::check(session, "a decision that was not chosen").await?;
    decide(session, "trust-signer", "").await?;
    session.shows("Say why you decided this").await?;
    keyboard.fill("decision-reason", REASON).await?;
    keyboard.activate("Record the decision").await?;
    session.shows("It counts").await?;
    session.keyboard().activate("Back to the imported files").await?;
    session.at(FILES).await
}

async fn keeps_apart(session: &Session) -> Result<()> {
    session.keyboard().activate("altered.json").await?;
    session.at("altered.json").await?;
    decide(session, "keep-apart", "The auditor says they sent another file").await?;
    session.shows("It stays apart: The auditor says").await?;
    axe::check(session, "a file that stays apart").await
}

/// Two files for one place, side by side.
async fn chooses(session: &Session, round: &str) -> Result<()> {
    files(session, round).await?;
    session.keyboard().activate("unknown-signer.json").await?;
    session.at("unknown-signer.json").await?;
    session.shows("neither counts").await?;
    session.shows("Everything on which the two differ").await?;
    let beside = panel::table(session, ".app-beside").await?;
    ensure!(
        beside.iter().any(|row| row.first().is_some_and(|cell| cell.contains("key"))),
        "{beside:?}"
    );
    decide(session, "choose-version", "The agency says that this one is right").await?;
    session.shows("It counts").await
}

/// V-10: the matrix is as it was before the second import.
async fn takes_back(session: &Session, round: &str) -> Result<()> {
    let came = async || {
        session.route(&format!("{round}/matrix")).await?;
        session.at("What has come").await?;
        let cells = panel::table(session, ".app-matrix").await?;
        let received = |cell: &&String| cell.starts_with("Received") || cell.starts_with("Nil");
        Ok::<_, anyhow::Error>(cells.iter().flatten().filter(received).count())
    };
    let before = came().await?;
    ensure!(before > 50, "{before} have come");
    files(session, round).await?;
    session.keyboard().activate("Take back the last import").await?;
    session.keyboard().activate("Take it back").await?;
    eventually("the register without the import", async || {
        let rows = panel::table(session, ".app-register").await?;
        Ok((rows.len() == 5).then_some(()))
    })
    .await?;
    let after = came().await?;
    ensure!(after == 2, "{after} are left: the copy, and the one that was vouched for");
    session.reload().await?;
    ensure!(came().await? == after, "what was taken back came again after reloading");
    eventually("its files to be gone from the browser", async || {
        let kept = records::texts(session, "files").await?.len();
        Ok((1..=5).contains(&kept).then_some(()))
    })
    .await
}

/// The log and the search know of it.
async fn tells(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/log")).await?;
    session.at("Log").await?;
    session.keyboard().fill("find-in-log", "read their fingerprint").await?;
    eventually("the reason in the log", async || {
        let rows = panel::table(session, ".app-log").await?;
        Ok((rows.len() == 1 && rows.iter().flatten().any(|cell| cell == REASON)).then_some(()))
    })
    .await?;
    session.keyboard().activate("Save for a spreadsheet").await?;
    let csv = saved_text(session, "log-", ".csv").await?;
    ensure!(csv.contains(REASON), "the log on its way out lacks the reason");
    session.route(&format!("{round}/search")).await?;
    session.at("Search").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Search").await?;
    session.shows("Enter a word to search for").await?;
    axe::check(session, "a search for nothing").await?;
    keyboard.fill("search-for", "school").await?;
    keyboard.press(&[ENTER]).await?;
    eventually("something found", async || {
        const FOUND: &str = "return document.querySelectorAll('#found li').length;";
        let found = session.script(FOUND, vec![]).await?;
        Ok(found.as_u64().filter(|found| *found > 0))
    })
    .await?;
    axe::check(session, "what a search found").await?;
    comes_back_to_what_was_found(session).await
}

async fn comes_back_to_what_was_found(session: &Session) -> Result<()> {
    const COUNT: &str = "return String(document.querySelectorAll('#found li').length);";
    let found = session.text_of(COUNT, vec![]).await?;
    session.script("document.querySelector('#found a').click();", vec![]).await?;
    eventually("the page of a result", async || {
        Ok((session.heading().await? != "Search").then_some(()))
    })
    .await?;
    session.script("history.back();", vec![]).await?;
    session.at("Search").await?;
    session.box_holds("search-for", "school").await?;
    let again = session.text_of(COUNT, vec![]).await?;
    ensure!(again == found, "{again} texts after coming back, {found} before");
    Ok(())
}

async fn a_return_that_will_not_come(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/reminders")).await?;
    session.at("Reminders").await?;
    session.shows("Not reminded yet").await?;
    session.keyboard().activate("Note that you sent it").await?;
    session.shows("Reminded: ").await?;
    // Whom to ask stands there on coming back, though nobody pressed “Keep”.
    let contact =
        session.keyboard().tab_to("whom to ask", |focus| focus.id.starts_with("contact-")).await?;
    session.keyboard().text("Duty line").await?;
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    session.route(&format!("{round}/reminders")).await?;
    session.at("Reminders").await?;
    session.box_holds(&contact.id, "Duty line").await?;
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    let place =
        session.keyboard().tab_to("a return", |focus| focus.href.contains("/expected/")).await?;
    session.keyboard().press(&[ENTER]).await?;
    eventually("the page of the return", async || {
        Ok((session.hash().await? == place.href).then_some(()))
    })
    .await?;
    session.shows("No file has come").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Record the decision").await?;
    session.shows("There is a problem").await?;
    let what = keyboard.tab_to("what is expected", |focus| focus.name == "expectation").await?;
    keyboard.choose(&what, "extended").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("Enter the later date").await?;
    axe::check(session, "more time without a date").await?;
    let what = keyboard.tab_to("what is expected", |focus| focus.name == "expectation").await?;
    keyboard.choose(&what, "declined").await?;
    keyboard.fill("expectation-reason", "They hold no record of the family").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("Decided. The log has it.").await?;
    session.reload().await?;
    session.shows("They hold no record of the family").await?;
    is_told_once_it_is_kept(session).await?;
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    let cells = panel::table(session, ".app-matrix").await?;
    let first = cells.first().and_then(|row| row.get(1)).context("the first return")?;
    ensure!(first.starts_with("Declined"), "{first}");
    session.route(&format!("{round}/limitations")).await?;
    session.at("Limitations").await?;
    session.shows("declined").await
}

/// A decision for which there is no room is not called decided; once there is room, it is kept and said, though
/// it was the first that this window had to keep.
async fn is_told_once_it_is_kept(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    session.fault("full").await?;
    let what = keyboard.tab_to("what is expected", |focus| focus.name == "expectation").await?;
    keyboard.choose(&what, "declined").await?;
    keyboard.fill("expectation-reason", "They looked again and hold no record").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("Not saved.").await?;
    let text = session.text().await?;
    ensure!(!text.contains("Decided. The log has it."), "said before it was kept: {text}");
    session.fault("mended").await?;
    session.shows("Decided. The log has it.").await?;
    session.reload().await?;
    session.shows("They looked again and hold no record").await
}

async fn import(session: &Session, round: &str, pile: &[PathBuf]) -> Result<()> {
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::import(session, pile).await.map(drop)
}

async fn files(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/files")).await?;
    session.at(FILES).await
}

/// Chooses a decision, gives the reason, and records it.
async fn decide(session: &Session, decision: &str, reason: &str) -> Result<()> {
    let keyboard = session.keyboard();
    let what = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&what, decision).await?;
    if !reason.is_empty() {
        keyboard.fill("decision-reason", reason).await?;
    }
    keyboard.activate("Record the decision").await
}

/// Edge case 13, by keyboard: out with a reason, into the limitations, and back.
async fn a_case_leaves_the_audit_and_comes_back(session: &mut Session) -> Result<()> {
    const STANDING: &str = "Case 1: whether it counts";
    let round = panel::open_sample(session).await?;
    import(session, &round, &panel::sample_returns()?).await?;
    session.route(&format!("{round}/cases")).await?;
    session.keyboard().activate("Case 1").await?;
    session.at("Case 1").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Take this case out").await?;
    session.at(STANDING).await?;
    keyboard.activate("Take this case out").await?;
    session.shows("Select why the case is taken out").await?;
    let why = keyboard.tab_to("the reasons", |focus| focus.kind == "radio").await?;
    keyboard.choose(&why, "moved").await?;
    keyboard.activate("Take this case out").await?;
    session.shows("The case has been taken out of the audit.").await?;
    session.shows("taken out of the audit: The family has moved away.").await?;
    session.route(&format!("{round}/limitations")).await?;
    session
        .shows("One case was withdrawn and is not counted: Case 1 (The family has moved away)")
        .await?;
    session.route(&format!("{round}/cases")).await?;
    session.keyboard().activate("Case 1").await?;
    session.at("Case 1").await?;
    keyboard.activate("Count this case again").await?;
    session.at(STANDING).await?;
    keyboard.fill("why-back", "They have come back").await?;
    keyboard.activate("Count this case again").await?;
    session.shows("The case counts again.").await
}
