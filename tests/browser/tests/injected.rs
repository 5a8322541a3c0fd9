//! What somebody's own program put into a signed return is text on every screen that shows it (L35), and what nobody
//! would see of it is marked. A megabyte of text, typed or imported, stops no page and is lost by none.
//!
//! In documents of every form: `tests/documents/injected.rs`. In spreadsheets: `src/report/csv.rs` and `tests/documents`.

use anyhow::{Context, Result, ensure};
use browser_tests::pages::panel;
use browser_tests::pages::reason::{REASON, begin_and_type, stored};
use browser_tests::pile::Auditing;
use browser_tests::screen::{PHONE, fits, resize, shows_what_is_hidden};
use browser_tests::{Session, axe, eventually, in_chromium_and, root};
use multi_agency_audit::audit_return::Return;
use multi_agency_audit::id::CaseRef;
use multi_agency_audit::tool::GradeLevel;
use serde_json::{Value, json};

in_chromium_and!(Firefox firefox: what_a_hostile_return_says_stays_text_on_every_screen);

/// Each thing in one text: what runs, what loads, what a spreadsheet runs, what turns or hides words, piled accents.
const HOSTILE: &str = "=1+1 </p><script>window.ran = 1</script><img src=x onerror='window.ran = 1'>\
    <svg onload='window.ran = 1'></svg>{{round}} \u{202e}txet\u{200b} Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}";
/// What is looked for: it stands in the middle, and begins as HTML would.
const SEEN: &str = "</p><script>window.ran = 1</script>";
/// What an auditor types freely.
const TYPED: [&str; 6] = ["text", "evidence", "reason", "statement", "name", "role"];

/// Every text that somebody typed says it.
fn spoil(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(spoil),
        Value::Object(members) => members.iter_mut().for_each(|(name, value)| match value {
            Value::String(text) if TYPED.contains(&name.as_str()) && !text.is_empty() => {
                *text = format!("{HOSTILE} {text}");
            }
            value => spoil(value),
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn spoilt(draft: &mut Return) -> Result<()> {
    let mut value = serde_json::to_value(&*draft)?;
    // What the round says of itself is not the auditor's to say.
    for part in ["areas", "answers", "overall", "involvement", "auditor"] {
        if let Some(part) = value.get_mut(part) {
            spoil(part);
        }
    }
    // What the return above leaves open.
    let says = HOSTILE;
    value["general_comments"] = says.into();
    value["good_practice_to_share"] = json!([says]);
    value["practitioner"] = json!({ "spoken": true, "said": says });
    value["family_views"] = json!({
        "risk_check": "safe", "risk_basis": says, "invited": true, "asked_by": says, "child_said": says,
        "family_said": says, "influence": says,
    });
    value["chronology"] = json!({
        "anchor": "referral",
        "entries": [{ "id": "e1", "when": { "day": { "day": -3 } }, "text": says, "so_what": says }],
    });
    value["explanations"] = json!([{ "rule": "G-07", "place": "overall-grade", "reason": says }]);
    // One word as long as a whole box.
    value["overall"]["reason"] = format!("{HOSTILE} {}", "a".repeat(9_000)).into();
    *draft = serde_json::from_value(value)?;
    Ok(())
}

async fn what_a_hostile_return_says_stays_text_on_every_screen(
    session: &mut Session,
) -> Result<()> {
    let auditing =
        Auditing::opens(&root().join("public/samples/invitation-police.json"), "police")?;
    let case = auditing.cases().first().cloned().context("no case")?;
    a_megabyte_in_a_box(session).await?;
    let mut outcome = Ok(());
    let bad = |draft: &mut Return| outcome = spoilt(draft);
    let name = "=cmd-<img src=x onerror=alert(1)>";
    let name = name.replace('/', "-");
    let file = auditing.sends_changed(session, &case, GradeLevel::Inadequate, &name, bad)?;
    outcome?;
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let mut files = panel::sample_returns()?;
    files.retain(|file| !file.to_string_lossy().contains("police"));
    files.push(file);
    let rows = panel::import(session, &files).await?;
    ensure!(rows.iter().any(|row| row.file.contains(&name)), "{rows:?}");
    accepts_it_as_it_is(session, &round).await?;
    let (mut seen, mut marked) = (0, 0);
    for page in pages(session, &round, &case).await? {
        session.route(&page).await?;
        drawn(session, &page).await?;
        seen += usize::from(is_text(session, &page).await?);
        marked += usize::from(shows_what_is_hidden(session, &page).await?);
    }
    ensure!(seen >= 2, "the words are on {seen} pages only: the story would prove nothing");
    ensure!(marked >= 2, "hidden characters are marked on {marked} pages only");
    a_box_says_what_nobody_sees(session, &round, &case).await?;
    a_megabyte_in_a_return(session, &round, &auditing).await
}

/// 13 characters: 80,000 times more than a megabyte.
const LATE: &str = "It was late. ";

/// Pasted, and typed behind: it is kept, it is told that no return can hold it, and it is there again.
async fn a_megabyte_in_a_box(session: &Session) -> Result<()> {
    const PASTE: &str = "const box = document.getElementById(arguments[0]);
        box.value = arguments[1].repeat(80000);
        box.setSelectionRange(box.value.length, box.value.length);
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    const LENGTH: &str = "const box = document.getElementById(arguments[0]);
        return box ? box.value.length : 0;";
    let pages = begin_and_type(session, "Before").await?;
    session.script(PASTE, vec![REASON.into(), LATE.into()]).await?;
    session.keyboard().text("And after").await?;
    stored(session, "And after").await?;
    session.route(&pages.page("missing")).await?;
    session.shows("is longer than a return can hold. Shorten it.").await?;
    session.reload().await?;
    session.route(&pages.page("area/area-2")).await?;
    eventually("every letter after the page was loaded again", async || {
        let length = session.script(LENGTH, vec![REASON.into()]).await?;
        Ok((length == 80_000 * LATE.len() + "And after".len()).then_some(()))
    })
    .await
}

/// As full as its boxes may be: it counts, its page shows it to the last word, and the program goes on.
async fn a_megabyte_in_a_return(session: &Session, round: &str, auditing: &Auditing) -> Result<()> {
    const LETTERS: &str = "return document.querySelector('main').innerText.length;";
    let case = auditing.cases().get(1).cloned().context("no second case")?;
    let file = auditing.sends_changed(session, &case, GradeLevel::Good, "megabyte", fill)?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let rows = panel::import(session, &[file]).await?;
    let is_in = |row: &panel::ResultRow| row.outcome.contains("from a signer who was invited");
    ensure!(rows.iter().all(is_in), "{rows:?}");
    let file = file_page(session, round, "megabyte").await?;
    session.route(&format!("{file}/return")).await?;
    session.shows(LAST_WORDS).await?;
    let letters = session.script(LETTERS, vec![]).await?.as_u64().unwrap_or_default();
    ensure!(letters > 1_000_000, "{letters} letters are shown");
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await
}

const LAST_WORDS: &str = "These are the last words.";

fn fill(draft: &mut Return) {
    let full = LATE.repeat(5_000);
    for record in draft.areas.values_mut() {
        record.reason.clone_from(&full);
        record.impact.text.clone_from(&full);
        record.strengths.iter_mut().for_each(|it| it.evidence.clone_from(&full));
    }
    draft.general_comments = LAST_WORDS.into();
}

/// What is in a box is nobody's to change: below it stands that it holds more than is seen, until it does not.
async fn a_box_says_what_nobody_sees(session: &Session, round: &str, case: &CaseRef) -> Result<()> {
    const CHOOSE: &str = "const label = [...document.querySelectorAll('main label')]
            .find(label => label.textContent.includes(arguments[0]));
        if (label) label.click();
        return !!label;";
    const NOTE: &str = "const box = document.querySelector('#text');
        const note = document.querySelector('#text-hidden');
        return box.getAttribute('aria-describedby').split(' ').includes('text-hidden') && note ? note.textContent : null;";
    const ANEW: &str = "const box = document.querySelector('#text'); box.value = 'Seen late.';
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    session.route(&format!("{round}/findings/from/{case}")).await?;
    eventually("what the returns of a case hold", async || {
        Ok((session.script(CHOOSE, vec![SEEN.into()]).await? == true).then_some(()))
    })
    .await?;
    session.keyboard().activate("Make a finding").await?;
    session.shows("Nobody sees two characters of this text").await?;
    let noted = session.text_of(NOTE, vec![]).await?;
    ensure!(noted.starts_with("Nobody sees two"), "the box is not described by it: {noted}");
    shows_what_is_hidden(session, "a box with hidden characters").await?;
    axe::check(session, "a box with hidden characters").await?;
    session.script(ANEW, vec![]).await?;
    let noted = async || {
        Ok(session.script(NOTE, vec![]).await?.as_str().is_some_and(str::is_empty).then_some(()))
    };
    eventually("nothing to be said of what is typed anew", noted).await
}

/// It breaks rules that a return keeps, and counts nowhere until somebody decides so.
async fn accepts_it_as_it_is(session: &Session, round: &str) -> Result<()> {
    let file = file_page(session, round, "=cmd").await?;
    session.route(&file).await?;
    session.shows("What do you decide?").await?;
    let keyboard = session.keyboard();
    let what = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&what, "accept-content").await?;
    keyboard.fill("decision-reason", "The agency stands by it").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("Decided. The log has it.").await
}

/// The address of the own page of a file that is named so.
async fn file_page(session: &Session, round: &str, name: &str) -> Result<String> {
    const LINK: &str = "const link = [...document.querySelectorAll('main a')]
        .find(link => link.textContent.includes(arguments[0])); return link ? link.getAttribute('href') : null;";
    session.route(&format!("{round}/files")).await?;
    eventually("the file among the imported ones", async || {
        Ok(session.script(LINK, vec![name.into()]).await?.as_str().map(str::to_owned))
    })
    .await
}

/// Pages that show what auditors wrote, and those of the file itself.
async fn pages(session: &Session, round: &str, case: &CaseRef) -> Result<Vec<String>> {
    let file = file_page(session, round, "=cmd").await?;
    let parts = [
        "files",
        "cases",
        "matrix",
        "areas",
        "counts",
        "findings",
        "concerns",
        "documents/overview",
        "documents/six-steps",
        "documents/case-by-case",
        "log",
    ];
    let parts = parts.map(|part| format!("{round}/{part}"));
    let of_case = ["", "/papers", "/chronology"].map(|part| format!("{round}/case/{case}{part}"));
    let of_file = ["", "/return"].map(|part| format!("{file}{part}"));
    Ok(parts.into_iter().chain(of_case).chain(of_file).collect())
}

async fn drawn(session: &Session, page: &str) -> Result<()> {
    const THERE: &str = "return !!document.querySelector('main h1');";
    eventually(page, async || Ok((session.script(THERE, vec![]).await? == true).then_some(())))
        .await
}

/// Whether the page shows the words; fails where they are anything but words.
async fn is_text(session: &Session, page: &str) -> Result<bool> {
    const MADE: &str = "return [!!window.ran,
        document.querySelectorAll('#app script, #app img[src=x], #app [onload], #app [onerror]').length,
        document.body.textContent.includes(arguments[0])];";
    let made = session.script(MADE, vec![SEEN.into()]).await?;
    let (ran, elements, shown): (bool, usize, bool) = serde_json::from_value(made)?;
    ensure!(!ran && elements == 0, "{page}: ran {ran}, {elements} elements");
    resize(session, PHONE).await?;
    fits(session, page).await?;
    resize(session, (1280, 1024)).await?;
    Ok(shown)
}
