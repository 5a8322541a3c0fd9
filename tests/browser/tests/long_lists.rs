//! Lists of more lines than a page shows at a time.

use anyhow::{Result, ensure};
use browser_tests::downloads::write;
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, in_chromium_and, made};

in_chromium_and!(Webkit webkit: a_list_of_hundreds_is_read_a_page_at_a_time_and_keeps_its_place);

const CASES: usize = 230;
/// Says which lines are shown, and has the focus after the page was turned.
const TOP: &str = "lines-of-cases";

async fn a_list_of_hundreds_is_read_a_page_at_a_time_and_keeps_its_place(
    session: &mut Session,
) -> Result<()> {
    let file = write(session, "long-round.json", &made::long_round(CASES))?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.choose_files("open-workbook", &[file]).await?;
    let round = panel::round_now(session).await?;
    let cases = format!("{round}/cases");
    meeting::go(session, &cases, "Cases").await?;
    shows_cases(session, 1, 100).await?;
    axe::check(session, "the first page of a long list").await?;
    turn(session, "Next").await?;
    shows_cases(session, 101, 200).await?;
    axe::check(session, "a page in the midst of a long list").await?;

    // After a reload, coming back by the browser's own button, and by the link above a case.
    session.reload().await?;
    shows_cases(session, 101, 200).await?;
    session.keyboard().activate("Case 150").await?;
    session.at("Case 150").await?;
    session.driver.back().await?;
    session.at("Cases").await?;
    shows_cases(session, 101, 200).await?;
    session.keyboard().activate("Case 150").await?;
    session.at("Case 150").await?;
    session.keyboard().activate("Back to the cases").await?;
    session.at("Cases").await?;
    shows_cases(session, 101, 200).await?;
    let address = session.hash().await?;
    ensure!(address == format!("{cases}?cases=2"), "{address}");

    // The link of the navigation to the page that is shown leads nowhere else.
    const LENGTH: &str = "return history.length;";
    const PRESS: &str =
        "document.querySelector('.govuk-service-navigation__link[aria-current=page]').click();";
    let before = session.script(LENGTH, vec![]).await?;
    session.script(PRESS, vec![]).await?;
    shows_cases(session, 101, 200).await?;
    ensure!(session.hash().await? == address, "the address has lost the page");
    ensure!(session.script(LENGTH, vec![]).await? == before, "a step that leads nowhere");

    turn(session, "Next").await?;
    shows_cases(session, 201, CASES).await?;
    turn(session, "Previous").await?;
    turn(session, "Previous").await?;
    shows_cases(session, 1, 100).await?;
    ensure!(session.hash().await? == cases, "the first page has an address of its own");
    Ok(())
}

/// Turns the page by keyboard, and waits until the focus is above the lines.
async fn turn(session: &Session, to: &str) -> Result<()> {
    session.keyboard().activate(to).await?;
    session.keyboard().focused(TOP).await.map(drop)
}

/// Waits until the page says that these cases are shown, and looks whether they are.
async fn shows_cases(session: &Session, from: usize, to: usize) -> Result<()> {
    session.shows(&format!("Cases: {from} to {to} of {CASES} are shown.")).await?;
    let rows = panel::table(session, ".app-case-list").await?;
    let labels: Vec<&str> = rows.iter().filter_map(|row| Some(row.first()?.as_str())).collect();
    let wanted: Vec<String> = (from..=to).map(|number| format!("Case {number}")).collect();
    ensure!(labels == wanted, "{labels:?}");
    Ok(())
}
