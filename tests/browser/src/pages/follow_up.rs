//! What follows a round, in a browser that keeps three: the sample, one of a year before, and what is left of a third.

use super::{Visit, made, meeting, panel};
use crate::downloads::write;
use crate::keyboard::SPACE;
use crate::session::Session;
use anyhow::Result;

const DECIDE: &str = "Destroy the working papers for good";
const RETENTION: &str = "Keep or destroy the working papers";

/// The pages of comparing, of the dataset and of retention; `round` is the sample.
pub async fn pages(session: &Session, round: &str) -> Result<Vec<Visit>> {
    let page = |hash: &str| Visit::new(format!("panel.html{hash}"));
    let gone = opens(session, "a-round-that-is-gone").await?;
    destroy(session, &gone).await?;
    let before = opens(session, "the-round-before").await?;
    meeting::go(session, &format!("{round}/documents/comparison"), "Compare rounds").await?;
    let keyboard = session.keyboard();
    // The last round opened: others of the same name were made after the sample, and so are no earlier ones.
    let before_id = before.trim_start_matches("#/round/").to_owned();
    keyboard.tab_to("the round before", |focus| focus.value == before_id).await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Compare").await?;
    session.shows("The rounds stand side by side below.").await?;
    let compared = format!("{round}/documents/comparison");
    Ok(vec![
        // What was chosen stands side by side again after every start.
        page(&compared),
        page(&format!("{compared}/publication")),
        page(&format!("{before}/documents/comparison")),
        page(&format!("{before}/documents/comparison")).then("Compare"),
        page(&format!("{round}/documents/baseline")),
        page(&format!("{round}/documents/baseline")).then("Record the baseline"),
        page(&format!("{round}/documents/baseline/same")),
        page(&format!("{round}/documents/dataset")),
        page(&format!("{before}/documents/dataset")),
        page(&before),
        page(&format!("{round}/documents/retention")),
        page(&format!("{before}/documents/retention")),
        page(&format!("{before}/documents/retention")).then(DECIDE),
        page(&gone),
        page(&format!("{gone}/documents/retention")),
    ])
}

/// Opens a round made of the sample, whose papers are due to go; returns its address.
async fn opens(session: &Session, id: &str) -> Result<String> {
    let file = write(session, &format!("{id}.json"), &made::another_round(id)?)?;
    session.open("panel.html").await?;
    session.at(panel::START).await?;
    session.choose_files("open-workbook", &[file]).await?;
    panel::round_now(session).await
}

/// Destroys the working papers of a round, by keyboard.
async fn destroy(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/documents/retention"), RETENTION).await?;
    let keyboard = session.keyboard();
    keyboard.fill("by", "Business manager").await?;
    keyboard.fill("title-typed", made::ANOTHER).await?;
    keyboard.activate(DECIDE).await?;
    session.shows("Certificate of destruction").await
}
