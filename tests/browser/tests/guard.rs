//! The identifier guard under a text box: told when typing rests, put right by keyboard, and undone.

use anyhow::{Result, ensure};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Engine, Session, axe, eventually, in_every_engine};

in_every_engine![what_identifies_is_replaced_by_keyboard, names_to_watch_for_stay_on_the_device];

const BOX: &str = "area-2_reason";

async fn value(session: &Session, id: &str) -> Result<String> {
    session.text_of("return document.getElementById(arguments[0]).value;", vec![id.into()]).await
}

async fn holds(session: &Session, id: &str, text: &str) -> Result<()> {
    eventually(&format!("“{text}” in {id}"), async || {
        Ok((value(session, id).await? == text).then_some(()))
    })
    .await
}

/// The browser's own undo. WebKitGTK's driver makes no editing command of Ctrl+Z, so there a script asks for it.
async fn take_back(session: &Session) -> Result<()> {
    match session.engine {
        Engine::Webkit => session.script("document.execCommand('undo');", vec![]).await.map(drop),
        Engine::Chromium | Engine::Firefox => session.keyboard().with_control('z').await,
    }
}

async fn what_identifies_is_replaced_by_keyboard(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&pages.page(&format!("area/area-2/at/{BOX}"))).await?;
    let keyboard = session.keyboard();
    keyboard.focused(BOX).await?;
    let typed = "Mrs Quillfeather rang. She is on 07700 900123.";
    keyboard.text(typed).await?;
    // Nobody left the box: typing rests, and that is enough.
    session.shows("“07700 900123” looks like a telephone number. Take it out").await?;
    session.shows("“Mrs Quillfeather” looks like a person’s name. Write a role").await?;
    let focus = keyboard.focus().await?;
    ensure!(focus.id == BOX, "the finding took the focus: {focus:?}");
    axe::check(session, "a box with findings").await?;
    keyboard.activate("the mother").await?;
    holds(session, BOX, "The mother rang. She is on 07700 900123.").await?;
    keyboard.focused(BOX).await?;
    keyboard.activate("[removed]").await?;
    holds(session, BOX, "The mother rang. She is on [removed].").await?;
    keyboard.focused(BOX).await?;
    take_back(session).await?;
    holds(session, BOX, "The mother rang. She is on 07700 900123.").await?;
    session.shows("“07700 900123” looks like a telephone number").await?;
    session.route(&pages.page("missing")).await?;
    session.shows("There is a telephone number in the reason for your grade").await
}

async fn names_to_watch_for_stay_on_the_device(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Names to watch for (optional)").await?;
    session.at("Names to watch for on this device").await?;
    keyboard.activate("Add a name").await?;
    eventually("the name’s box", async || {
        Ok(keyboard.focus().await?.id.ends_with("-name").then_some(()))
    })
    .await?;
    keyboard.text("Quillfeather").await?;
    axe::check(session, "the names to watch for").await?;
    keyboard.activate("Save and continue").await?;
    session.shows("1 name").await?;
    session.route(&pages.page(&format!("area/area-2/at/{BOX}"))).await?;
    keyboard.focused(BOX).await?;
    keyboard.text("The quillfeathers, and Quillfeather’s aunt.").await?;
    session.shows("“Quillfeather” looks like a name on your list").await?;
    // A reason lets it stand, and is kept without the name.
    keyboard.activate("Keep it and say why").await?;
    keyboard.tab().await?;
    keyboard.text("It is a word of theirs.").await?;
    keyboard.press(&[ENTER]).await?;
    session.reload().await?;
    session.route(&pages.page("missing")).await?;
    session.shows("There is a name on your list in the reason for your grade").await?;
    let kept = value(session, &format!("explain-I-02-{BOX}")).await?;
    ensure!(kept == "It is a word of theirs.", "kept “{kept}”");
    Ok(())
}
