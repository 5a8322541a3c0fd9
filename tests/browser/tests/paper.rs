//! What is printed is read back from the PDF: nothing is clipped, and a draft says so on every page.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::answering::Typed;
use browser_tests::pages::auditor::{ReturnPages, sample_case_by_keyboard};
use browser_tests::{Engine, Session, eventually, tell};

use crate::printed::{close, nothing_is_clipped, pdftotext, print};

/// The engines whose driver prints.
macro_rules! where_drivers_print {
    ($($story:ident),+) => { $( mod $story {
        use super::*;

        #[test]
        fn chromium() -> Result<()> {
            tell(Engine::Chromium, stringify!($story), super::$story)
        }

        #[test]
        fn firefox() -> Result<()> {
            tell(Engine::Firefox, stringify!($story), super::$story)
        }
    } )+ };
}

where_drivers_print![
    a_draft_on_paper_holds_every_word_and_says_that_it_is_one,
    the_blank_tool_on_paper_holds_every_question
];

/// As many characters as the longest box takes, each line too long for the paper.
fn long_text(name: &str) -> String {
    let words: Vec<String> = (0..2_000).map(|number| format!("{name}{number}")).collect();
    format!("{} last-of-{name}", words.join(" "))
}

async fn a_draft_on_paper_holds_every_word_and_says_that_it_is_one(
    session: &mut Session,
) -> Result<()> {
    const WRITE: &str =
        "const box = document.getElementById(arguments[0]); box.value = arguments[1];
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&pages.page("area/area-2")).await?;
    let boxes =
        [("area-2_reason", long_text("reason")), ("prompt-2.1-evidence", long_text("seen"))];
    eventually("the area", async || {
        let there = "return !!document.getElementById('area-2_reason');";
        Ok((session.script(there, vec![]).await? == true).then_some(()))
    })
    .await?;
    for (id, text) in &boxes {
        session.script(WRITE, vec![(*id).into(), text.as_str().into()]).await?;
    }
    session.route(&pages.page("print")).await?;
    session.shows("DRAFT, not signed").await?;
    let (text, sheets) = printed(session, "draft").await?;
    for (id, written) in &boxes {
        let lost: Vec<&str> = written.split(' ').filter(|word| !text.contains(word)).collect();
        ensure!(
            lost.is_empty(),
            "of {id} {} words are not on paper: {:?}",
            lost.len(),
            lost.first()
        );
    }
    let marked = text.matches("DRAFT, not signed").count();
    ensure!(sheets > 5 && marked >= sheets, "{marked} marks on {sheets} sheets");
    Ok(())
}

/// From the page after signing: on paper stand who signed, which file with which key, and the end of all that
/// was typed; nothing is clipped, and nothing calls it a draft.
pub async fn holds_what_was_signed(
    session: &Session,
    pages: &ReturnPages,
    typed: &Typed,
) -> Result<()> {
    const FINGERPRINTS: &str = "return [...document.querySelectorAll('.govuk-summary-list__row')]
        .filter(row => row.querySelector('dt').textContent.startsWith('Fingerprint'))
        .map(row => row.querySelector('dd').textContent);";
    let found = session.script(FINGERPRINTS, vec![]).await?;
    let fingerprints: Vec<String> = serde_json::from_value(found)?;
    ensure!(fingerprints.len() == 2, "of the file and of the key: {fingerprints:?}");
    session.route(&pages.page("print")).await?;
    session.shows("Signed return").await?;
    let pdf = print(session, "signed").await?;
    nothing_is_clipped(&pdf)?;
    let text = close(&pdftotext(&pdf, "-raw")?);
    ensure!(!text.contains("DRAFT"), "a signed return calls itself a draft");
    let ends = typed.values().filter_map(|said| said.split_whitespace().next_back());
    let wanted = fingerprints.iter().map(String::as_str).chain(["Auditor 12"]).chain(ends);
    let lost: Vec<&str> = wanted.filter(|said| !text.contains(&close(said))).collect();
    ensure!(lost.is_empty(), "not on paper: {lost:?}");
    Ok(())
}

async fn the_blank_tool_on_paper_holds_every_question(session: &mut Session) -> Result<()> {
    const ASKED: &str = "return [...document.querySelectorAll('h3, li')].map(e => e.textContent);";
    // It is a page of the host, which no program keeps.
    session.site.mend()?;
    let address = format!("{}blank/case-file-2009.html", session.address());
    session.driver.goto(&address).await?;
    let asked: Vec<String> = serde_json::from_value(session.script(ASKED, vec![]).await?)?;
    ensure!(asked.len() > 100, "eight areas ask more than {}", asked.len());
    let (text, sheets) = printed(session, "blank").await?;
    let text = flat(&text);
    let lost: Vec<&String> = asked.iter().filter(|asked| !text.contains(&flat(asked))).collect();
    ensure!(lost.is_empty(), "not on paper: {lost:?}");
    ensure!(text.matches("Blank audit tool.").count() >= sheets, "not every sheet says what it is");
    Ok(())
}

/// Words with one space between.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The text of this page on A4, and the number of its sheets. Where words stand is measured in Chromium's alone.
async fn printed(session: &Session, name: &str) -> Result<(String, usize)> {
    let pdf = print(session, name).await?;
    if session.engine == Engine::Chromium {
        nothing_is_clipped(&pdf).with_context(|| name.to_owned())?;
    }
    let text = text_of(&pdf)?;
    // Each sheet ends in a form feed.
    let sheets = text.matches('\u{c}').count();
    Ok((text, sheets))
}

fn text_of(pdf: &Path) -> Result<String> {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output().context("pdftotext")?;
    ensure!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}
