//! What the panel makes of what came: the conflict settled, an agency chased, a meeting, a finding, a copy.

use anyhow::{Result, ensure};
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::meeting;
use browser_tests::{Session, eventually};

use super::{AGREED, COPY_IS_SAFE, FOUND};

/// Where the panel met, and what it judged there.
pub struct Met {
    pub agenda: String,
    pub judged: String,
}

/// Two files for one place: the auditor says which one is right.
pub async fn settles_the_conflict(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    let keyboard = session.keyboard();
    keyboard.activate("bad-rival.json").await?;
    session.at("bad-rival.json").await?;
    session.shows("neither counts").await?;
    let what = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&what, "choose-version").await?;
    keyboard.fill("decision-reason", "The auditor says that this one is right").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("It counts").await
}

/// The one agency that owes returns is named, and reminded.
pub async fn chases(session: &Session, round: &str, owing: &str) -> Result<()> {
    const NAMED: &str = "return [...document.querySelectorAll('.app-reminder h2')]
        .map(name => name.textContent.trim());";
    meeting::go(session, &format!("{round}/reminders"), "Reminders").await?;
    let named = session.script(NAMED, vec![]).await?;
    ensure!(named == serde_json::json!([owing]), "{named} instead of {owing}");
    session.keyboard().activate("Note that you sent it").await?;
    session.shows("Reminded: ").await
}

/// The first item is one on which the police disagree; the panel judges it with dissent, and the next with none.
pub async fn meets(session: &Session, round: &str) -> Result<Met> {
    let agenda = starts_a_meeting(session, round).await?;
    let open = meeting::open_items(session).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Go to the first open item").await?;
    session.shows("Must discuss").await?;
    let here = session.hash().await?;
    meeting::decide(session, "grade.good").await?;
    keyboard.fill("discussion", "Police showed what they did not know then.").await?;
    keyboard.fill("reason", "The record of all the others is full.").await?;
    keyboard.fill("lower-risk", "The child was seen that week.").await?;
    keyboard.activate("Add a differing view").await?;
    eventually("the box for whose view it is", async || {
        Ok((session.keyboard().focus().await?.tag == "select").then_some(()))
    })
    .await?;
    keyboard.text("Police").await?;
    keyboard.tab_to("their role", |focus| focus.id.ends_with("-role")).await?;
    keyboard.text("Inspector").await?;
    keyboard.tab_to("their view", |focus| focus.id.ends_with("-view")).await?;
    keyboard.text("It was not known to us in time.").await?;
    meeting::record(session, "Recorded. ").await?;
    ensure!(session.hash().await? != here, "the next open item follows");
    judges_as_all_do(session).await?;
    session.route(&agenda).await?;
    ensure!(meeting::open_items(session).await? == open - 2, "two items are settled");
    Ok(Met { agenda, judged: here })
}

/// On the page of an open item that all agencies found good.
pub async fn judges_as_all_do(session: &Session) -> Result<()> {
    const IS_NEW: &str = "return document.querySelector('input[name=decision]') !== null
        && document.querySelector('input[name=decision]:checked') === null;";
    eventually("the form of an item that is not judged", async || {
        Ok((session.script(IS_NEW, vec![]).await? == true).then_some(()))
    })
    .await?;
    let here = session.hash().await?;
    meeting::decide(session, "grade.good").await?;
    session.keyboard().fill("reason", AGREED).await?;
    meeting::record(session, "Recorded. ").await?;
    eventually("the next open item", async || Ok((session.hash().await? != here).then_some(())))
        .await
}

/// The chair and the first agency are here.
async fn starts_a_meeting(session: &Session, round: &str) -> Result<String> {
    meeting::go(session, &format!("{round}/meetings/new"), "Start a meeting").await?;
    let keyboard = session.keyboard();
    keyboard.fill("chair", "Chair, independent scrutineer").await?;
    let here = keyboard.tab_to("an agency", |focus| focus.id.starts_with("agency-")).await?;
    keyboard.choose(&here, "here").await?;
    keyboard.fill(&here.id.replace("-is", "-roles"), "Service manager").await?;
    keyboard.activate("Save who was there").await?;
    session.shows("Saved who was there.").await?;
    session.hash().await
}

/// Of a concern of one case, and then of the same in another.
pub async fn finds(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/findings"), "Findings").await?;
    let keyboard = session.keyboard();
    picks_a_concern(session, "Case 1").await?;
    keyboard.activate("Make a finding of these").await?;
    session.at("New finding").await?;
    meeting::first_of(session, "scope").await?;
    keyboard.activate("Record the finding").await?;
    session.shows("one of the six cases").await?;
    session.shows("Earlier referrals were not looked at together").await?;
    keyboard.activate("Change").await?;
    session.at("Change a finding").await?;
    picks_a_concern(session, "Case 2").await?;
    keyboard.activate("Add these to the finding").await?;
    session.at("Change a finding").await?;
    let scope = keyboard.tab_to("the scope", |focus| focus.name == "scope").await?;
    keyboard.choose(&scope, "across").await?;
    keyboard.activate("Record the finding").await?;
    session.shows(FOUND).await
}

/// Goes to what the returns of a case hold, and chooses a concern, not one of the many strengths.
async fn picks_a_concern(session: &Session, case: &str) -> Result<()> {
    const CONCERN: &str = "
        const boxes = [...document.querySelectorAll('main input[type=checkbox]')];
        const says = one => one.labels[0].textContent.trim();
        return boxes.find(one => says(one).startsWith('Issue:'))?.id ?? '';";
    let keyboard = session.keyboard();
    keyboard.activate(case).await?;
    session.at(&format!("Strengths and concerns: {case}")).await?;
    let concern = session.text_of(CONCERN, vec![]).await?;
    ensure!(!concern.is_empty(), "the returns of the case hold no concern");
    keyboard.tab_to("a concern", |focus| focus.id == concern).await?;
    keyboard.press(&[SPACE]).await
}

/// One practitioner sees what was audited; somebody made sure that it is safe.
pub async fn sends_a_copy(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/copies"), "Copies to practitioners").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("a copy", |focus| focus.href.contains("/copies/")).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("What happened?").await?;
    let what = keyboard.tab_to("what happened", |focus| focus.name == "step").await?;
    keyboard.choose(&what, "sent").await?;
    keyboard.fill("risk-check", COPY_IS_SAFE).await?;
    keyboard.activate("Record this").await?;
    session.shows("The copy was sent to the practitioner and their manager. Who made sure").await
}
