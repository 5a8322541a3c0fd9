//! Everyday habits: pasting from Word, taking back, going back, holding a phone.

use anyhow::{Result, ensure};
use browser_tests::pages::auditor::{START, begin_case_by_keyboard, sample_case_by_keyboard};
use browser_tests::screen::{PHONE, fits, resize};
use browser_tests::{Engine, Session, axe, eventually, tell};

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

browser_tests::in_chromium_and!(Webkit webkit: on_a_phone_what_can_be_done_with_each_return_is_in_sight);

async fn on_a_phone_what_can_be_done_with_each_return_is_in_sight(
    session: &mut Session,
) -> Result<()> {
    session.open("index.html").await?;
    session.at(START).await?;
    session.keyboard().activate("Try it with a sample audit").await?;
    session.shows("Your cases").await?;
    resize(session, PHONE).await?;
    all_in_sight(session, "the cases of an invitation").await?;
    begin_case_by_keyboard(session).await?;
    session.route("#/drafts").await?;
    session.at("Your returns on this device").await?;
    session.shows("Last copy to a file: never").await?;
    all_in_sight(session, "the returns on this device").await?;
    resize(session, (1280, 1024)).await
}

/// Whoever has to scroll sideways to find it does not know that it is there.
async fn all_in_sight(session: &Session, list: &str) -> Result<()> {
    const OUT_OF_SIGHT: &str =
        "const all = [...document.querySelectorAll('main table :is(a, button)')];
        const edge = document.documentElement.clientWidth;
        return !all.length ? 'no list'
            : all.filter(one => one.getBoundingClientRect().right > edge).map(one => one.textContent).join();";
    let out = session.text_of(OUT_OF_SIGHT, vec![]).await?;
    ensure!(out.is_empty(), "{list}, out of sight: {out}");
    fits(session, list).await?;
    axe::check(session, list).await
}
