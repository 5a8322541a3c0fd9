//! From a template to issued invitations by keyboard, with a reload on the way; the cases drawn, the tool changed.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved, saved_text, write};
use browser_tests::keyboard::{BACKSPACE, ENTER, SPACE};
use browser_tests::pages::{auditor, panel, set_up};
use browser_tests::{Session, axe, eventually, in_chromium_and, in_engines, records};

in_chromium_and!(Webkit webkit: a_round_is_built_from_a_template_to_its_invitations);
in_chromium_and!(Firefox firefox: a_tool_is_changed_and_used_in_the_round);
in_chromium_and!(Webkit webkit: a_grade_a_kind_of_agency_and_a_condition_of_parts_are_edited);
in_engines!(k01_an_area_is_retired_and_asked_again: Chromium chromium);

async fn a_round_is_built_from_a_template_to_its_invitations(session: &mut Session) -> Result<()> {
    let keyboard = session.keyboard();
    session.open("panel.html#/new").await?;
    session.at("Set up a round").await?;
    keyboard.tab_to("the kinds of audit", |focus| focus.kind == "radio").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Continue").await?;
    session.at("Details of the round").await?;
    keyboard.activate("Create the round").await?;
    session.shows("Enter the name of your board or partnership.").await?;
    keyboard.fill("board", "Estmere Safeguarding Partnership").await?;
    let by = keyboard.tab_to("who integrates", |focus| focus.name == "integrated-by").await?;
    keyboard.choose(&by, "nobody").await?;
    keyboard.fill("telephone", "01632 960000").await?;
    keyboard.activate("Add another contact").await?;
    eventually("the new contact’s box", async || {
        let focus = keyboard.focus().await?;
        Ok(focus.id.ends_with("-heading").then_some(()))
    })
    .await?;
    keyboard.text("Designated nurse").await?;
    is_stored(session, "set_ups", "Designated nurse").await?;
    asks_before_closing(session).await?;
    survives(session).await?;
    keyboard.tab_to("the button", |focus| focus.id == "create").await?;
    keyboard.press(&[ENTER, ENTER]).await?;
    let round = panel::round_now(session).await?;
    let rounds = records::texts(session, "workbooks").await?.len();
    ensure!(rounds == 1, "{rounds} rounds were created");
    draw(session, &round).await?;
    panel::proves_keys(session, &round).await?;
    invitations(session, &round).await?;
    replace(session, &round).await
}

/// Waits until a record of this shelf holds the text.
async fn is_stored(session: &Session, shelf: &str, text: &str) -> Result<()> {
    eventually(&format!("“{text}” to be stored"), async || {
        let records = records::texts(session, shelf).await?;
        Ok(records.iter().any(|(_, record)| record.contains(text)).then_some(()))
    })
    .await
}

/// What was typed a moment ago and is not written yet does not go without a word.
async fn asks_before_closing(session: &Session) -> Result<()> {
    const ASKS: &str =
        "document.getElementById('board').dispatchEvent(new Event('input', { bubbles: true }));
        return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));";
    ensure!(session.script(ASKS, vec![]).await? == true, "it goes without a word");
    Ok(())
}

/// What was typed stands there after the page was loaded anew.
async fn survives(session: &Session) -> Result<()> {
    const TYPED: &str = "return [...document.querySelectorAll('main input')]
        .filter(one => one.type === 'text' || one.checked).map(one => one.value);";
    let before = session.script(TYPED, vec![]).await?;
    session.reload().await?;
    session.at("Details of the round").await?;
    session.shows("not recorded yet").await?;
    let after = session.script(TYPED, vec![]).await?;
    ensure!(before == after, "before: {before}\nafter: {after}");
    let texts = after.to_string();
    ensure!(texts.contains("Designated nurse") && texts.contains("01632 960000"), "{texts}");
    axe::check(session, "a round being set up").await
}

/// Three of six, at random with a seed of a lottery.
async fn draw(session: &Session, round: &str) -> Result<()> {
    set_up::frame(session, round).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Change Case 2 of your list").await?;
    session.at("Case 2 of your list").await?;
    keyboard.fill("excluded", "Criminal trial").await?;
    keyboard.activate("Save the case").await?;
    session.shows("Excluded: Criminal trial").await?;
    keyboard.tab_to("how many", |focus| focus.id == "size").await?;
    keyboard.with_control('a').await?;
    keyboard.text("3").await?;
    keyboard.fill("seed", "4711").await?;
    keyboard.activate("Draw").await?;
    session.shows("Drew these numbers: 5, 6, 1.").await?;
    session.shows("Gaps: Age: 1 to 4.").await?;
    axe::check(session, "cases drawn").await?;
    keyboard.activate("Choose Case 4 of your list").await?;
    session.shows("4 chosen").await?;
    keyboard.activate("Take back Case 4 of your list").await?;
    session.shows("3 chosen").await?;
    is_stored(session, "workbooks", r#""picked":"1 5 6""#).await?;
    session.reload().await?;
    session.at("Choose the cases").await?;
    session.shows("3 chosen").await?;
    keyboard.activate("Make these the round’s cases").await?;
    session.shows("These are the round’s cases now.").await?;
    keyboard.activate("Draw 1").await?;
    session.shows("The same numbers.").await?;
    session.shows("2 (Criminal trial)").await?;
    keyboard.activate("Save the record of this draw").await?;
    let record = saved_text(session, "draw", ".json").await?;
    ensure!(record.contains("\"seed\": \"4711\""), "{record}");
    Ok(())
}

/// The cases drawn are those of the invitations.
async fn invitations(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/invitations")).await?;
    session.at("Invitations").await?;
    let rows = panel::table(session, "main table").await?;
    let of_three = rows.iter().all(|row| row.get(1).is_some_and(|cases| cases == "3"));
    ensure!(of_three && !rows.is_empty(), "{rows:?}");
    session.press("Download").await?;
    let file = saved(session, "invitation-").await?;
    let text = std::fs::read_to_string(&file).context("the invitation")?;
    ensure!(!text.contains("Criminal trial"), "what is the panel's stays with the panel");
    Ok(())
}

/// A case is taken out, and the next of the draw takes its place.
async fn replace(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/sampling")).await?;
    session.at("Choose the cases").await?;
    session.shows("Invitations have been issued").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Take out or replace Case 2").await?;
    session.at("Case 2: whether it counts").await?;
    keyboard.activate("Take this case out of the audit").await?;
    session.shows("Select what takes its place").await?;
    session.shows("Select why the case is taken out").await?;
    let instead = keyboard.tab_to("what instead", |focus| focus.name == "instead").await?;
    keyboard.choose(&instead, "next").await?;
    let why = keyboard.tab_to("why", |focus| focus.name == "why").await?;
    keyboard.choose(&why, "moved").await?;
    keyboard.fill("more", "To another county").await?;
    axe::check(session, "a case to be replaced").await?;
    keyboard.activate("Take this case out of the audit").await?;
    session.shows("number 4 takes its place").await?;
    session.shows("In its place stands Case 4.").await?;
    axe::check(session, "a case that was replaced").await?;
    session.route(&format!("{round}/sampling")).await?;
    session
        .shows("Taken out: The family has moved away: To another county. In its place: Case 4")
        .await?;
    session.route(&format!("{round}/log")).await?;
    session.shows("Replaced by Case 4, number 4").await?;
    session.shows("Draw 1, seed 4711, numbers drawn: 5, 6, 1").await
}

async fn a_tool_is_changed_and_used_in_the_round(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    let keyboard = session.keyboard();
    session.route(&format!("{round}/tool")).await?;
    session.at("Audit tool").await?;
    session.shows("Nothing is changed yet").await?;
    keyboard.activate("History of involvement").await?;
    session.shows("Retire the area").await?;
    keyboard.activate("Add a question").await?;
    session.shows("As auditors see it").await?;
    let question = session.hash().await?;
    keyboard.fill("text", "Was the child asked what they hoped for?").await?;
    let preview = "return document.querySelector('.app-preview').textContent;";
    let seen = session.text_of(preview, vec![]).await?;
    ensure!(seen.contains("what they hoped for?"), "{seen}");
    axe::check(session, "a question being written").await?;
    session.route(&format!("{round}/tool")).await?;
    session.shows("added: “Was the child asked what they hoped for?”").await?;
    is_stored(session, "workbooks", "Was the child asked what they hoped for?").await?;
    session.reload().await?;
    session.at("Audit tool").await?;
    session.shows("added: “Was the child asked what they hoped for?”").await?;
    put_right(session, &round, &question).await?;
    exported(session).await?;
    keyboard.activate("Use this version in the round").await?;
    session.shows("Say why the tool is changed.").await?;
    keyboard.fill("use-reason", "The board asked for it.").await?;
    keyboard.tab_to("use", |focus| focus.id == "use").await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("The round has this version of the tool now.").await?;
    session.shows("Nothing is changed yet").await?;
    session.route(&format!("{round}/log")).await?;
    session.shows("Audit tool is now version 3.").await?;
    session.shows("The board asked for it.").await?;
    session.route(&format!("{round}/invitations")).await?;
    session.press("Download").await?;
    let invitation = saved(session, "invitation-").await?;
    seen_by_an_auditor(session, invitation).await
}

/// A question without words is a fault; the list leads to it, and its summary to the box.
async fn put_right(session: &Session, round: &str, question: &str) -> Result<()> {
    let keyboard = session.keyboard();
    session.route(question).await?;
    session.shows("As auditors see it").await?;
    keyboard.tab_to("the question", |focus| focus.id == "text").await?;
    keyboard.with_control('a').await?;
    keyboard.press(&[BACKSPACE]).await?;
    session.route(&format!("{round}/tool")).await?;
    session.shows("Put these right before the draft can be used").await?;
    axe::check(session, "a tool with a fault").await?;
    keyboard.tab_to("the fault", |focus| focus.text.contains("This must not be empty")).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("There is a problem").await?;
    keyboard.activate("This must not be empty.").await?;
    let focus = keyboard.focus().await?;
    ensure!(focus.id == "text", "the summary leads to {focus:?}");
    keyboard.text("Was the child asked about their hopes?").await?;
    session.route(&format!("{round}/tool")).await?;
    session.shows("added: “Was the child asked about their hopes?”").await
}

/// Saved, forgotten and taken from the file again.
async fn exported(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Save the draft to a file").await?;
    let file = saved(session, "tool-").await?;
    let bytes = std::fs::read(file)?;
    keyboard.activate("Forget the draft").await?;
    keyboard.tab_to("forget it", |focus| focus.id == "forget").await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("The draft is forgotten.").await?;
    let damaged = write(session, "damaged.json", b"{\"id\": 3}")?;
    session.choose_files("tool-file", &[damaged]).await?;
    session.shows("There is a problem").await?;
    let whole = write(session, "whole.json", &bytes)?;
    session.choose_files("tool-file", &[whole]).await?;
    session.shows("The file is the draft now.").await?;
    session.shows("added: “Was the child asked about their hopes?”").await
}

/// The new question stands on the auditor's page.
async fn seen_by_an_auditor(session: &Session, invitation: std::path::PathBuf) -> Result<()> {
    session.open("index.html").await?;
    session.choose_files("open-file", &[invitation]).await?;
    let pages = auditor::begin_case_by_keyboard(session).await?;
    session.route(&pages.page("area/area-2")).await?;
    // What is out of sight is not laid out, and so no part of what the page shows.
    const WRITTEN: &str = "return document.querySelector('main').textContent;";
    eventually("the new question", async || {
        let text = session.text_of(WRITTEN, vec![]).await?;
        Ok(text.contains("Was the child asked about their hopes?").then_some(()))
    })
    .await
}

async fn a_grade_a_kind_of_agency_and_a_condition_of_parts_are_edited(
    session: &mut Session,
) -> Result<()> {
    let tool = format!("{}/tool", panel::open_sample(session).await?);
    const FIRST: &str = "return document.querySelector('[id^=grades-][id$=-label]').id;";
    let keyboard = session.keyboard();
    session.route(&format!("{tool}/scale")).await?;
    session.at("Grading scale").await?;
    let label = session.text_of(FIRST, vec![]).await?;
    keyboard.tab_to("the words of a grade", |focus| focus.id == label).await?;
    keyboard.with_control('a').await?;
    keyboard.press(&[BACKSPACE]).await?;
    is_led_to(session, &tool, "Grading scale: This must not be empty.", &label).await?;
    keyboard.text("Outstanding").await?;

    session.route(&format!("{tool}/kinds")).await?;
    session.at("Kinds of agency in this tool").await?;
    keyboard.activate("Add a kind of agency").await?;
    let fault = "Kinds of agency in this tool: This must not be empty.";
    is_led_to(session, &tool, fault, "kinds-agency-1-name").await?;
    keyboard.text("Ambulance service").await?;
    session.route(&tool).await?;
    session.shows("Kinds of agency changed.").await?;
    condition(session, &tool).await
}

/// An area that was retired by mistake is asked again, with its questions and where it stood.
async fn k01_an_area_is_retired_and_asked_again(session: &mut Session) -> Result<()> {
    let tool = format!("{}/tool", panel::open_sample(session).await?);
    session.route(&format!("{tool}/area/area-8")).await?;
    session.at("Area 8: Recording and minutes").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Retire the area").await?;
    keyboard.tab_to("the button", |focus| focus.id == "retire").await?;
    keyboard.press(&[ENTER]).await?;
    session.at("Audit tool").await?;
    session.shows("Retired areas").await?;
    session.shows("Area 8: Recording and minutes").await?;
    axe::check(session, "a tool with a retired area").await?;
    is_stored(session, "workbooks", "\"heads\":[{").await?;
    session.reload().await?;
    session.at("Audit tool").await?;
    session.shows("Retired areas").await?;
    keyboard.activate("Ask it again").await?;
    session.shows("Nothing is changed yet").await?;
    let text = session.text().await?;
    ensure!(!text.contains("Retired areas"), "it is still retired: {text}");
    session.route(&format!("{tool}/area/area-8")).await?;
    session.at("Area 8: Recording and minutes").await?;
    session.shows("Are records fit for purpose?").await
}

/// The list of faults leads to the page, and the summary there to the very box.
async fn is_led_to(session: &Session, tool: &str, fault: &str, control: &str) -> Result<()> {
    let keyboard = session.keyboard();
    session.route(tool).await?;
    session.shows("Put these right before the draft can be used").await?;
    keyboard.tab_to(fault, |focus| focus.text == fault).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("There is a problem").await?;
    axe::check(session, fault).await?;
    keyboard.activate("This must not be empty.").await?;
    let focus = keyboard.focus().await?;
    ensure!(focus.id == control, "the summary leads to {focus:?}");
    Ok(())
}

/// Asked only while two answers hold together, and seen as auditors see it with them.
async fn condition(session: &Session, tool: &str) -> Result<()> {
    const TICKED: &str = "return [...document.querySelectorAll('[name^=when-]')]
        .filter(one => one.checked).map(one => one.name).join();";
    const SEEN: &str = "return document.querySelector('.app-preview')?.textContent ?? '';";
    let keyboard = session.keyboard();
    let question = format!("{tool}/question/2.3");
    session.route(&question).await?;
    session.at("Question 2.3").await?;
    let when = keyboard.tab_to("when", |focus| focus.name == "when").await?;
    keyboard.choose(&when, "while").await?;
    let tick = async |part: &str| {
        keyboard.tab_to(part, |focus| focus.name == part).await?;
        keyboard.press(&[SPACE]).await
    };
    tick("when-answers").await?;
    keyboard.tab_to("what must hold", |focus| focus.id == "when-form").await?;
    // A key at a time passes other forms on its way, and the first part stays what it was.
    keyboard.text("All of").await?;
    session.shows("Add a part").await?;
    let ticked = session.text_of(TICKED, vec![]).await?;
    ensure!(ticked == "when-0-answers", "the first part lost its answer: {ticked:?}");
    // The focus goes on to the new part.
    keyboard.activate("Add a part").await?;
    tick("when-1-answers").await?;
    session.shows("With these answers to other questions").await?;
    session.shows("With these answers it is not asked.").await?;
    axe::check(session, "a condition of two parts").await?;
    is_stored(session, "workbooks", "]}},{\"answer\":{\"prompt\":\"1.1\",\"is\":[\"").await?;
    session.reload().await?;
    session.at("Question 2.3").await?;
    let ticked = session.text_of(TICKED, vec![]).await?;
    ensure!(ticked == "when-0-answers,when-1-answers", "{ticked}");
    let seen = session.text_of(SEEN, vec![]).await?;
    ensure!(seen.contains("Were appropriate actions taken on those concerns?"), "{seen}");
    session.route(tool).await?;
    session.shows("Question 2.3: how, of whom or when it is asked changed").await
}
