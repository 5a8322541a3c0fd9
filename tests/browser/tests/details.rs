//! A telephone number that was mistyped is put right after an invitation is out, and limits of another authority are
//! stated for one place (edge case 14), by keyboard.

use anyhow::{Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::pages::{made, panel};
use browser_tests::{Session, axe, in_engines};

in_engines!(a_mistyped_telephone_number_is_put_right_in_invitations: Chromium chromium);

const PAGE: &str = "Change the details of the round";
const NUMBER: &str = "01632 960111";
const WHY: &str = "Two digits were mistyped.";
const AUTHORITY: &str = "authority-social-care";
const LIMITS: &str = "limits-social-care";

async fn a_mistyped_telephone_number_is_put_right_in_invitations(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    invitation_tells(session, &round, "Download", false).await?;
    overview(session, &round).await?;
    let keyboard = session.keyboard();
    keyboard.activate(PAGE).await?;
    session.at(PAGE).await?;
    session.shows("Invitations have been downloaded.").await?;
    half_typed(session, &round).await?;

    keyboard.activate("Places of another local authority").await?;
    keyboard.fill(AUTHORITY, "Northshire").await?;
    keyboard.fill(LIMITS, "First core group: 15 working days").await?;
    keyboard.activate(PAGE).await?;
    session.shows("Say why the details are changed.").await?;
    session.shows("State local limits only: national ones hold everywhere.").await?;
    session.box_holds("telephone", NUMBER).await?;
    axe::check(session, "details changed without a reason, and a national limit stated").await?;
    keyboard.follow(&format!("#{LIMITS}")).await?;
    keyboard.focused(LIMITS).await?;
    keyboard.with_control('a').await?;
    keyboard.text("visits to the child: 4 weeks").await?;
    keyboard.fill("why", WHY).await?;
    keyboard.activate(PAGE).await?;
    session.shows("The details of the round are changed.").await?;

    session.route(&format!("{round}/invitations")).await?;
    session.at("Invitations").await?;
    session.shows("Changed since: download again").await?;
    invitation_tells(session, &round, "Download again", true).await?;
    session.route(&format!("{round}/log")).await?;
    session.at("Log").await?;
    session.shows(WHY).await?;
    // It is recorded, so the page begins from it and waits for nothing.
    session.route(&format!("{round}/details")).await?;
    session.at(PAGE).await?;
    session.box_holds("telephone", NUMBER).await?;
    session.box_holds(AUTHORITY, "Northshire").await?;
    session.box_holds(LIMITS, "Visits to the child: 28 days").await?;
    session.box_holds("why", "").await
}

async fn overview(session: &Session, round: &str) -> Result<()> {
    session.route(round).await?;
    session.shows("Save the workbook to a file").await
}

/// Downloads the first invitation, and looks whether it tells the number that is right.
async fn invitation_tells(session: &Session, round: &str, press: &str, right: bool) -> Result<()> {
    session.route(&format!("{round}/invitations")).await?;
    session.at("Invitations").await?;
    session.press(press).await?;
    let invitation = made::invitation(&saved(session, "invitation-").await?)?;
    let told = invitation.round.concern_route.telephone;
    ensure!((told == NUMBER) == right, "the invitation tells {told}");
    Ok(())
}

/// The number is typed and not recorded, and is there again after another page and after a reload.
async fn half_typed(session: &Session, round: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to("the telephone number", |focus| focus.id == "telephone").await?;
    keyboard.with_control('a').await?;
    keyboard.text(NUMBER).await?;
    overview(session, round).await?;
    session.route(&format!("{round}/details")).await?;
    session.at(PAGE).await?;
    session.box_holds("telephone", NUMBER).await?;
    session.shows("not recorded yet").await?;
    session.shows("Saved on this device").await?;
    session.reload().await?;
    session.at(PAGE).await?;
    session.box_holds("telephone", NUMBER).await
}
