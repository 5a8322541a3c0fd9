//! The pages on which a round is prepared: its cases and its tool.

use crate::keyboard::SPACE;
use crate::session::Session;
use anyhow::Result;

/// Six cases by age and gender, as a spreadsheet gives them.
pub const FRAME: &str = "Under 1\tFemale\n1 to 4\tFemale\n5 to 10\tMale\n1 to 4\tFemale\nUnder 1\tMale\n5 to 10\tFemale";

/// Looks at gender and age, and pastes six cases to choose from.
pub async fn frame(session: &Session, round: &str) -> Result<()> {
    session.route(&format!("{round}/sampling/attributes")).await?;
    session.at("Choose what to look at").await?;
    let wanted = ["age", "gender"];
    // Whatever the template looks at is taken out first.
    const TICKED: &str = "return [...document.querySelectorAll('input[name=looked-at]')]
        .filter(one => one.checked !== arguments[0].includes(one.value)).map(one => one.id);";
    let change = session.script(TICKED, vec![serde_json::json!(wanted)]).await?;
    let keyboard = session.keyboard();
    for id in change.as_array().into_iter().flatten().filter_map(|id| id.as_str()) {
        keyboard.tab_to("an attribute", |focus| focus.id == id).await?;
        keyboard.press(&[SPACE]).await?;
    }
    keyboard.activate("Save what is looked at").await?;
    session.at("Choose the cases").await?;
    session.shows("Looked at: Age, Gender.").await?;
    paste(session, "paste", FRAME).await?;
    keyboard.activate("Add these cases").await?;
    session.shows("Added 6 cases.").await
}

/// Puts a text into a box as a paste does: tabs are no keys there.
pub async fn paste(session: &Session, id: &str, text: &str) -> Result<()> {
    const PASTE: &str = "const box = document.getElementById(arguments[0]);
        box.focus(); box.value = arguments[1];
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    session.script(PASTE, vec![id.into(), text.into()]).await?;
    Ok(())
}

/// The pages of the choosing, with a frame, a draw and a fault, and those of the tool with a draft.
pub async fn pages(session: &Session, round: &str) -> Result<Vec<String>> {
    frame(session, round).await?;
    let keyboard = session.keyboard();
    keyboard.fill("seed", "4711").await?;
    const SIZE: &str = "const box = document.getElementById('size'); box.value = '3';
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    session.script(SIZE, vec![]).await?;
    keyboard.activate("Draw").await?;
    session.shows("Drew these numbers: 5, 6, 1.").await?;
    session.route(&format!("{round}/tool/area/area-2")).await?;
    session.shows("Retire the area").await?;
    keyboard.activate("Add a question").await?;
    session.shows("Retire the question").await?;
    let question = session.hash().await?;
    let at = |tail: &str| format!("{round}/{tail}");
    Ok(vec![
        at("details"),
        at("sampling"),
        at("sampling/attributes"),
        at("sampling/number/2"),
        at("sampling/draw/1"),
        at("tool"),
        at("tool/area/area-2"),
        question.clone(),
        format!("{question}/wrong"),
        at("tool/scale"),
    ])
}
