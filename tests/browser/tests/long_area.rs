//! An area of more questions than fit on one page: nothing is lost between its pages, and it opens where work is.

use anyhow::{Context, Result, ensure};
use browser_tests::answering::answer_page;
use browser_tests::downloads::write;
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::auditor::{ReturnPages, begin_case_by_keyboard, sample_invitation};
use browser_tests::{Session, axe, eventually, in_chromium_and};
use multi_agency_audit::envelope::Unsigned;

in_chromium_and!(Firefox firefox: a_long_area_goes_on_where_its_auditor_left_it);

/// Added to the first area: with what it has, two pages.
const MORE: usize = 34;
const FIRST: &str = "prompt-long-1-evidence";
const LAST: &str = "prompt-long-34-evidence";
const WRITTEN: &str = "The third visit, in May, is in the record.";

async fn a_long_area_goes_on_where_its_auditor_left_it(session: &mut Session) -> Result<()> {
    let (file, title) = with_a_long_area()?;
    let file = write(session, "long.json", &file)?;
    session.open("index.html").await?;
    session.choose_files("open-file", &[file]).await?;
    let pages = begin_case_by_keyboard(session).await?;
    let keyboard = session.keyboard();
    keyboard.follow(&pages.page("area/area-1")).await?;
    session.at(&format!("{title} (page 1 of 2)")).await?;
    axe::check(session, "the first page of a long area").await?;
    let typed = answer_page(&keyboard).await?;
    ensure!(typed.contains_key(FIRST), "{FIRST} is not on the first page: {typed:?}");
    keyboard.press(&[ENTER]).await?;

    session.at(&format!("{title} (page 2 of 2)")).await?;
    let radio = keyboard.tab_to("a question", |focus| focus.kind == "radio").await?;
    ensure!(radio.name.starts_with("prompt-long-"), "the first question is {}", radio.name);
    keyboard.press(&[SPACE]).await?;
    keyboard.fill(LAST, WRITTEN).await?;
    keyboard.activate("Save and come back later").await?;
    session.shows("You have completed").await?;
    session.shows("Saved").await?;
    session.kill_and_restart().await?;

    session.open(&format!("index.html{}", pages.tasks)).await?;
    ReturnPages::begun(session).await?;
    let keyboard = session.keyboard();
    keyboard.follow(&pages.page("area/area-1")).await?;
    session.at(&format!("{title} (page 2 of 2)")).await?;
    holds(session, LAST, WRITTEN).await?;
    keyboard.activate("Previous").await?;
    session.at(&format!("{title} (page 1 of 2)")).await?;
    for (id, text) in &typed {
        holds(session, id, text).await?;
    }
    keyboard.activate("Next").await?;
    session.at(&format!("{title} (page 2 of 2)")).await?;
    holds(session, LAST, WRITTEN).await?;
    axe::check(session, "the last page of a long area").await
}

async fn holds(session: &Session, id: &str, text: &str) -> Result<()> {
    const VALUE: &str =
        "const at = document.getElementById(arguments[0]); return at ? at.value : '';";
    eventually(&format!("“{text}” in {id}"), async || {
        let value = session.text_of(VALUE, vec![id.into()]).await?;
        Ok((value == *text).then_some(()))
    })
    .await
}

/// The sample's invitation issued anew with more questions in its first area, and how that area is headed.
fn with_a_long_area() -> Result<(Vec<u8>, String)> {
    let (mut invitation, key) = sample_invitation()?;
    let kind = invitation.agency.kind.clone();
    let tool = &mut invitation.round.tool;
    tool.version += 1;
    let model = tool.prompts().find(|(_, prompt)| {
        let is_plain = prompt.follows.is_none() && prompt.when.is_none();
        is_plain && prompt.kind.values().len() > 1 && prompt.asked_of.includes(&kind)
    });
    let (_, model) = model.context("no plain question")?;
    let mut model = model.clone();
    (model.mandatory, model.not_applicable_barred_when) = (true, None);
    (model.rewordings, model.advice) = (Vec::new(), Vec::new());
    let area = tool.areas.iter_mut().find(|area| area.id.as_str() == "area-1");
    let area = area.context("no first area")?;
    let title = format!("{}. {}", area.number, area.title);
    for number in 1..=MORE {
        let mut more = model.clone();
        more.id = format!("long-{number}").parse()?;
        more.text = format!("Further question {number} of this area?");
        area.prompts.push(more);
    }
    ensure!(tool.validate().is_empty(), "{:?}", tool.validate());
    invitation.tool_ref = tool.reference();
    let unsigned = Unsigned::of(&invitation, &key.public_key())?;
    Ok((unsigned.signed(&key.sign(unsigned.signing_input()))?, title))
}
