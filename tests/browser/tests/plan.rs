//! The action plan by keyboard: a recommendation becomes actions, an agency reports on its sheet, the board ratifies,
//! and what is open goes on in the next round.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use browser_tests::downloads::{saved_file, saved_text, write};
use browser_tests::keyboard::SPACE;
use browser_tests::pages::{meeting, panel, plan};
use browser_tests::sheets::filled;
use browser_tests::{Session, axe, in_chromium_and};

in_chromium_and!(Firefox firefox: an_action_is_written_reported_on_settled_closed_and_ratified);
in_chromium_and!(Webkit webkit: what_is_open_goes_on_in_the_next_round);

const PLAN: &str = "Action plan";
const SHEETS: &str = "Sheets for agencies, and sheets that come back";
/// What a sheet has in the columns that an agency fills in, before it does.
const BLANK: &str = r#""Not started","","","","","","""#;
/// What the agency writes there.
const SAID: [&str; 7] = [
    "Complete",
    "",
    "It is in use.",
    // With a character that turns what comes after it, as a sheet of somebody's own could hold it.
    "A sample of\u{202e} ten records.",
    "Plans are shared the same day.",
    "",
    "",
];

async fn an_action_is_written_reported_on_settled_closed_and_ratified(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    let board = format!("{round}/plan");
    meeting::go(session, &board, PLAN).await?;
    session.shows("No recommendation is written yet.").await?;
    plan::recommend(session, &round, "The police should share plans on the same day.").await?;
    meeting::go(session, &board, PLAN).await?;
    session.shows("No action yet").await?;
    let action = writes_an_action(session).await?;
    reminded(session, &board).await?;
    let sheets = sends_sheets(session, &board).await?;
    bad_sheets_are_refused(session, &sheets.csv).await?;
    records_meanwhile(session, &action).await?;
    settles_a_conflict(session, &board, &sheets).await?;
    closes(session, &action).await?;
    ratifies(session, &board).await?;
    meeting::go(session, &format!("{round}/log"), "Log").await?;
    session.shows("Sheet of actions read, taken over: 4, left: 0").await?;
    session.shows("evidence seen by Chair of the audit group").await?;
    session.shows("by Full board").await?;
    on_paper(session, &round).await
}

/// A vague action is told of while it is typed, and an action without an owner is not recorded.
async fn writes_an_action(session: &Session) -> Result<String> {
    let keyboard = session.keyboard();
    keyboard.activate("Add an action").await?;
    session.at("New action").await?;
    keyboard.activate("Record the action").await?;
    session.shows("Choose which agency it is.").await?;
    keyboard.fill("text", "Remind staff to share plans").await?;
    session.shows("“remind” is hard to check. Say what staff will do differently").await?;
    session.shows("Say how you will see that this action has worked.").await?;
    axe::check(session, "a vague action").await?;
    keyboard.tab_to("the text", |focus| focus.id == "text").await?;
    keyboard.with_control('a').await?;
    keyboard.text("Write a checklist for sharing plans").await?;
    keyboard.fill("measure", "Nine of ten records sampled show it").await?;
    plan::owner(session, "owner", "Police", "Public protection team").await?;
    session.shows("“team” is not one role.").await?;
    keyboard.tab_to("the role", |focus| focus.id == "owner-role").await?;
    keyboard.with_control('a').await?;
    keyboard.text("Head of public protection").await?;
    keyboard.fill_date("agreed", 0).await?;
    plan::date(session, "due", ["31", "12", "2099"]).await?;
    const ADVICE: &str = "return document.querySelectorAll('.app-advice').length;";
    ensure!(session.script(ADVICE, vec![]).await? == 0, "something still speaks against it");
    keyboard.activate("Record the action").await?;
    session.shows("Recorded the action.").await?;
    session.shows("Due on 31 December 2099").await?;
    axe::check(session, "an action").await?;
    session.hash().await
}

async fn reminded(session: &Session, board: &str) -> Result<()> {
    meeting::go(session, &format!("{board}/reminders"), "Reminders for calendars").await?;
    // A file that the browser refuses is not called saved.
    session.fault("no-files").await?;
    session.keyboard().activate("Save the calendar file").await?;
    session.shows("The browser did not start the download.").await?;
    let text = session.text().await?;
    ensure!(!text.contains("with 1 date."), "said to be saved: {text}");
    axe::check(session, "a calendar that is not saved").await?;
    session.fault("mended").await?;
    session.keyboard().activate("Save the calendar file").await?;
    session.shows("with 1 date.").await?;
    let file = saved_text(session, "reminders-", ".ics").await?;
    ensure!(file.contains("DTSTART;VALUE=DATE:20991231"), "{file}");
    Ok(())
}

/// One agency's sheet in both its forms.
struct Sheets {
    workbook: PathBuf,
    csv: String,
}

async fn sends_sheets(session: &Session, board: &str) -> Result<Sheets> {
    meeting::go(session, &format!("{board}/sheets"), SHEETS).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Download spreadsheet").await?;
    session.shows(".xlsx. Send it to the agency.").await?;
    let workbook = saved_file(session, "actions-", ".xlsx").await?;
    keyboard.activate("Download CSV").await?;
    session.shows(".csv. Send it to the agency.").await?;
    let csv = saved_text(session, "actions-", ".csv").await?;
    ensure!(csv.contains(BLANK) && csv.contains("Write a checklist"), "{csv}");
    Ok(Sheets { workbook, csv })
}

async fn bad_sheets_are_refused(session: &Session, sheet: &str) -> Result<()> {
    let other = write(session, "other.csv", b"Name,Value\r\n1,2\r\n")?;
    let wrong = sheet.replace(BLANK, r#""Half way","soon","","","","","""#);
    let wrong = write(session, "wrong.csv", wrong.as_bytes())?;
    session.choose_files("returned", &[other, wrong]).await?;
    session
        .shows("This file was not read, and nothing has changed: This file has no column “Sheet”")
        .await?;
    session.shows("Row 2, column “Completed on”, “soon”: this is no date").await?;
    session.shows("Row 2, column “Progress”, “Half way”").await?;
    session.shows("Nothing on this sheet differs from what is recorded here.").await?;
    axe::check(session, "sheets with faults").await
}

/// While the sheet is out, the coordinator hears something by telephone.
async fn records_meanwhile(session: &Session, action: &str) -> Result<()> {
    session.route(action).await?;
    session.at("Action 1").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Record this").await?;
    session.shows("Select what has happened.").await?;
    plan::step(session, "report").await?;
    keyboard.fill("note", "Half of it is written.").await?;
    keyboard.activate("Record this").await?;
    session.shows("Reported: What has been done").await
}

/// The workbook as it comes back is read in the worker; the same as CSV says nothing new then.
async fn settles_a_conflict(session: &Session, board: &str, sheets: &Sheets) -> Result<()> {
    let workbook = write(session, "from-the-police.xlsx", &filled(&sheets.workbook, &SAID)?)?;
    let csv = sheets.csv.replace(BLANK, &format!("\"{}\"", SAID.join("\",\"")));
    let csv = write(session, "from-the-police.csv", csv.as_bytes())?;
    meeting::go(session, &format!("{board}/sheets"), SHEETS).await?;
    session.choose_files("returned", &[workbook]).await?;
    session.shows("1 field needs your decision.").await?;
    session.shows("Half of it is written.").await?;
    session.shows("A sample of[hidden character U+202E] ten records.").await?;
    axe::check(session, "a sheet with a conflict").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Take the sheet over").await?;
    session.shows("Action 1: What has been done: select which is to stand.").await?;
    axe::check(session, "a conflict that nobody settled").await?;
    let stands = |focus: &browser_tests::keyboard::Focus| focus.name.starts_with("settle-");
    let focus = keyboard.tab_to("which is to stand", stands).await?;
    keyboard.choose(&focus, "theirs").await?;
    keyboard.activate("Take the sheet over").await?;
    session.shows("4 fields were taken over.").await?;
    session.shows("Nothing on this sheet differs from what is recorded here.").await?;
    session.choose_files("returned", &[csv]).await?;
    session.shows("from-the-police.csv").await?;
    session.shows("Nothing on this sheet differs from what is recorded here.").await
}

/// Complete is not closed: the owner cannot close it, and somebody who saw the evidence can.
async fn closes(session: &Session, action: &str) -> Result<()> {
    session.route(action).await?;
    session.at("Action 1").await?;
    session.shows("Complete, awaits closing").await?;
    let keyboard = session.keyboard();
    plan::step(session, "close").await?;
    plan::owner(session, "by", "Police", "Head of public protection").await?;
    keyboard.activate("Record this").await?;
    session.shows("Somebody other than the owner has to see the evidence.").await?;
    keyboard.tab_to("the role", |focus| focus.id == "by-role").await?;
    keyboard.with_control('a').await?;
    keyboard.text("Chair of the audit group").await?;
    keyboard.activate("Record this").await?;
    session.shows("Evidence seen by Chair of the audit group").await?;
    session.shows("Plans are shared the same day.").await?;
    axe::check(session, "an action that is closed").await
}

async fn ratifies(session: &Session, board: &str) -> Result<()> {
    meeting::go(session, &format!("{board}/ratify"), "Ratification by the board").await?;
    let keyboard = session.keyboard();
    keyboard.fill("by", "Full board").await?;
    keyboard.activate("Record the ratification").await?;
    session.shows("Enter the day on which the board ratified the plan.").await?;
    axe::check(session, "a ratification without a day").await?;
    keyboard.fill_date("on", 0).await?;
    keyboard.activate("Record the ratification").await?;
    session.shows("Recorded that the board ratified the plan.").await?;
    meeting::go(session, board, PLAN).await?;
    session.shows("The board ratified the plan as it stands").await?;
    session.shows("1 of 1. Of these, 1 with evidence of the difference made to children").await?;
    session.reload().await?;
    session.at(PLAN).await?;
    session.shows("1 of 1. Of these, 1 with evidence of the difference made to children").await
}

async fn on_paper(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/documents/action-plan/draft")).await?;
    session.shows("Draft: not cleared for publication.").await?;
    session.shows("Ratified on").await?;
    session.shows("Measurable: Nine of ten records sampled show it").await?;
    session.shows("For the board and its groups").await?;
    axe::check(session, "the plan on paper").await
}

async fn what_is_open_goes_on_in_the_next_round(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    plan::recommend(session, &round, "The police should share plans on the same day.").await?;
    let action = plan::action(session, &round, "Write a checklist for sharing plans").await?;
    session.shows("To put right").await?;
    plan::step(session, "escalate").await?;
    let keyboard = session.keyboard();
    keyboard.fill("to", "Chair of the board").await?;
    keyboard.activate("Record this").await?;
    session.shows("Say why.").await?;
    keyboard.fill("why", "Nobody has begun.").await?;
    keyboard.activate("Record this").await?;
    session.shows("Escalated to Chair of the board: Nobody has begun.").await?;
    another_answers_for_it(session).await?;
    let next = plan::next_round(session, &round).await?;
    ensure!(next != round, "the round before is still open");
    session.shows("1 open action was carried forward into this round.").await?;
    session.shows("The round before is the baseline of this one.").await?;
    meeting::go(session, &format!("{next}/plan"), PLAN).await?;
    session.shows("Carried forward from an earlier round").await?;
    session.shows("Escalated to Chair of the board").await?;
    axe::check(session, "a plan with an action of an earlier round").await?;
    // Again from the page of the plan: it is here already.
    meeting::go(session, &format!("{next}/plan/next"), "The next round").await?;
    keyboard.tab_to("the round before", |focus| focus.name == "from").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Carry open actions into this round").await?;
    session.shows("No open action was carried forward. 1 action was here already.").await?;
    // RA-01: it is compared with the round that it was set up from, without choosing.
    meeting::go(session, &format!("{next}/documents/comparison"), "Compare rounds").await?;
    session.shows("Each round looked at different children.").await?;
    // The history goes along, and the round before stays as it was.
    let carried = action.replace(&round, &next);
    session.route(&carried).await?;
    session.shows("Escalated to Chair of the board: Nobody has begun.").await?;
    session.shows("Head of public protection, Police, public protection unit, until").await?;
    axe::check(session, "an action of an earlier round and owner").await?;
    session.route(&format!("{round}/plan")).await?;
    session.shows("The police should share plans on the same day.").await
}

/// Edge case 59: the post is gone, another answers for the action, and who did before stays with it.
async fn another_answers_for_it(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Change this action").await?;
    session.at("Change an action").await?;
    keyboard.tab_to("the role", |focus| focus.id == "owner-role").await?;
    keyboard.with_control('a').await?;
    keyboard.text("Detective superintendent").await?;
    keyboard.activate("Record the action").await?;
    session.shows("Who answered for it before").await?;
    session.shows("Head of public protection, Police, public protection unit, until").await
}
