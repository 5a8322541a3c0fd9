//! From a key or a click until its frame is drawn, with autosave, guard and checks at work, at a quarter of the speed.

use super::{MEDIAN, Measured, P95, Row, Samples, Slowed, ready};
use crate::made;
use crate::records;
use crate::wait::{PATIENCE, eventually};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::common::command::Command;
use thirtyfour::prelude::*;

/// Between two keys, in milliseconds: twelve a second.
const BETWEEN: u64 = 80;
/// After so many keys the person thinks, as long as the guard waits before it looks.
const BURST: usize = 25;
const THINKS: u64 = 700;
const KEYS: usize = 200;
pub(super) const BOX: &str = "area-1_reason";
const REVEALS: usize = 30;

/// Types into a long text of a draft in which every question is answered, and chooses "not applicable".
pub async fn typing(prompts: usize, samples: Samples) -> Result<Vec<Row>> {
    let budget = if prompts > 60 { 45.0 } else { 35.0 };
    let audit = made::audit(prompts)?;
    let (mut keys, mut reveals, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..samples.0 {
        let page = Measured::start(Slowed(4)).await?;
        page.load("index.html", "start").await?;
        let tasks = ready::open_draft(&page, &audit).await?;
        shown.push(area(&page, &tasks).await?);
        page.session.keyboard().focused(BOX).await?;
        keys.extend(type_keys(&page).await?);
        saved(&page).await?;
        let (yes, not) = radios(&page).await?;
        reveals.extend(choose(&page, &yes, &not).await?);
        page.end().await?;
    }
    Ok(vec![
        Row::of(format!("key press to paint, {prompts} prompts, 4x"), budget, P95, keys),
        Row::of(format!("radio to revealed field, {prompts} prompts, 4x"), 25.0, MEDIAN, reveals),
        Row::told(format!("page of an area, {prompts} prompts, 4x"), shown),
    ])
}

/// Milliseconds until the page of the first area is drawn.
pub(super) async fn area(page: &Measured, tasks: &str) -> Result<f64> {
    page.watch("area", &format!("document.getElementById('{BOX}') !== null")).await?;
    let from = page.session.script("return performance.now();", vec![]).await?;
    page.session.route(&format!("{tasks}/area/area-1/at/{BOX}")).await?;
    let painted = page.painted("area", PATIENCE).await?;
    Ok(painted - from.as_f64().unwrap_or_default())
}

/// Types into the box that has the focus; milliseconds from each key until it is drawn.
pub(super) async fn type_keys(page: &Measured) -> Result<Vec<f64>> {
    const END: &str =
        "const at = document.activeElement; at.setSelectionRange(at.value.length, at.value.length);
        measured.keys.length = 0;";
    page.session.script(END, vec![]).await?;
    for burst in text().chunks(BURST) {
        press(page, burst).await?;
    }
    let keys = page.noted("keys").await?;
    ensure!(keys.len() >= KEYS - 2, "{} of {KEYS} keys were seen", keys.len());
    Ok(keys)
}

fn text() -> Vec<char> {
    " visits were kept and the plan was followed".chars().cycle().take(KEYS).collect()
}

/// Autosave was at work: what was typed last is in the record.
async fn saved(page: &Measured) -> Result<()> {
    let typed: String = text()[KEYS - 40..].iter().collect();
    eventually("the text in the record", async || {
        let records = records::texts(&page.session, "drafts").await?;
        Ok(records.iter().any(|(_, record)| record.contains(&typed)).then_some(()))
    })
    .await
}

async fn press(page: &Measured, keys: &[char]) -> Result<()> {
    let pause = |duration: u64| json!({ "type": "pause", "duration": duration });
    let mut actions: Vec<Value> = Vec::new();
    for key in keys {
        let key = key.to_string();
        actions.push(json!({ "type": "keyDown", "value": key }));
        actions.push(json!({ "type": "keyUp", "value": key }));
        actions.push(pause(BETWEEN));
    }
    actions.push(pause(THINKS - BETWEEN));
    let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
    page.session.driver.cmd(Command::PerformActions(keyboard.into())).await?;
    Ok(())
}

/// Of every question on the page, "yes" and "not applicable".
pub(super) async fn radios(page: &Measured) -> Result<(Vec<WebElement>, Vec<WebElement>)> {
    let radio = |value: &str| By::Css(format!("input[type=radio][value='{value}'][id^='prompt-']"));
    let driver = &page.session.driver;
    Ok((driver.find_all(radio("yes")).await?, driver.find_all(radio("not-applicable")).await?))
}

/// Chooses "yes" and "not applicable" in turn, at one question after the other; milliseconds until each revealed
/// field is drawn.
pub(super) async fn choose(
    page: &Measured,
    yes: &[WebElement],
    not: &[WebElement],
) -> Result<Vec<f64>> {
    const HIDDEN: &str = "return !measured.revealed(arguments[0]);";
    let pairs: Vec<_> = yes.iter().zip(not).take(8).collect();
    for (at, (yes, not)) in pairs.iter().cycle().take(REVEALS).enumerate() {
        yes.scroll_into_view().await?;
        yes.click().await?;
        // Some hide it a while later: what is still there is not what the next click reveals.
        eventually("the field to be hidden", async || {
            let hidden = page.session.script(HIDDEN, vec![not.to_json()?]).await?;
            Ok((hidden == true).then_some(()))
        })
        .await?;
        not.click().await?;
        eventually("the field to be revealed", async || {
            Ok((page.noted("reveals").await?.len() > at).then_some(()))
        })
        .await?;
    }
    page.noted("reveals").await
}
