//! Everyday habits: pasting from Word, taking back, going back.

use anyhow::{Result, ensure};
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Engine, Session, eventually, tell};

const BOX: &str = "area-2_reason";
const VALUE: &str = "return document.getElementById(arguments[0]).value;";

/// A paste is made by script, which only Chromium lets carry text.
#[test]
fn a_paste_from_word_becomes_plain_text_and_can_be_taken_back() -> Result<()> {
    tell(Engine::Chromium, "a_paste_from_word", paste_and_take_back)
}

async fn paste_and_take_back(session: &mut Session) -> Result<()> {
    const PASTE: &str = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste',
            { clipboardData: data, bubbles: true, cancelable: true }));";
    const TAKE_BACK: &str = "document.execCommand('undo');";
    const AGAIN: &str = "document.execCommand('redo');";
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&format!("{}/at/{BOX}", pages.page("area/area-2"))).await?;
    let keyboard = session.keyboard();
    keyboard.focused(BOX).await?;
    keyboard.text("Before. ").await?;
    // Saved between: what is saved can still be taken back.
    session.shows("Saved on this device").await?;
    let word = "\u{f0b7}\tMum\u{2019}s\u{a0}plan\u{200b}\r\n\u{f0b7}\tShe\u{ad}lter\u{202e}";
    session.script(PASTE, vec![word.into()]).await?;
    let pasted = session.text_of(VALUE, vec![BOX.into()]).await?;
    ensure!(pasted == "Before. - Mum\u{2019}s plan\n- Shelter", "{pasted:?}");
    session.script(TAKE_BACK, vec![]).await?;
    let before = session.text_of(VALUE, vec![BOX.into()]).await?;
    // Chromium takes what was typed right before for one edit with it.
    ensure!(!before.contains("Shelter") && "Before. ".starts_with(&before), "{before:?}");
    session.script(AGAIN, vec![]).await?;
    let again = session.text_of(VALUE, vec![BOX.into()]).await?;
    ensure!(again == pasted, "{again:?}");
    Ok(())
}

browser_tests::in_every_engine![back_leads_to_the_link_that_one_left_by];

async fn back_leads_to_the_link_that_one_left_by(session: &mut Session) -> Result<()> {
    const PLACE: &str = "return Math.round(window.scrollY);";
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&pages.page("missing")).await?;
    session.at("What is still missing").await?;
    let keyboard = session.keyboard();
    let link = keyboard.tab_to("a line far down", |focus| focus.href.contains("_grade")).await?;
    let place = session.script(PLACE, vec![]).await?;
    keyboard.press(&[browser_tests::keyboard::ENTER]).await?;
    eventually("the control", async || Ok(session.hash().await?.contains("_grade").then_some(())))
        .await?;
    session.driver.back().await?;
    session.at("What is still missing").await?;
    eventually("the link and the place", async || {
        let focus = keyboard.focus().await?;
        let there = session.script(PLACE, vec![]).await?;
        Ok((focus.href == link.href && there == place).then_some(()))
    })
    .await
}
