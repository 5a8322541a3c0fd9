//! From an invitation to the panel's grid: the whole main job, the auditor's part by keyboard alone.

use anyhow::{Context, Result, ensure};
use browser_tests::answering::{DAYS_AGO, Typed, answer_page};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::auditor::{
    ReturnPages, sample_case_by_keyboard, sign_by_keyboard, signed_return,
};
use browser_tests::pages::{concern, panel};
use browser_tests::{Engine, Session, axe, eventually, in_every_engine};

use crate::paper;

in_every_engine![from_invitation_to_the_panels_grid];

async fn from_invitation_to_the_panels_grid(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    signing_is_refused(session, &pages).await?;
    missing_leads_to_its_control(session, &pages).await?;
    empty_pages_say_what_is_wrong(session, &pages).await?;
    let notice = concern::raise(session, &pages).await?;
    let typed = answer_everything(session, &pages).await?;
    concern::pass_on(session, &pages).await?;
    explain_and_check(session).await?;
    sign(session).await?;
    axe::check(session, "a return just signed").await?;
    // Passed on since: whoever looks for the return and finds the notice hears that it says less.
    session.choose_files("check-file", std::slice::from_ref(&notice)).await?;
    session.shows("complete and unchanged, but you have changed the concern since").await?;
    let signed = signed_return(session).await?;
    let text = String::from_utf8_lossy(&signed.payload).into_owned();
    let lost: Vec<&String> =
        typed.values().filter(|typed| !text.contains(typed.as_str())).collect();
    ensure!(lost.is_empty(), "typed and not in the signed file: {lost:?}");
    holds_no_date(session, &text).await?;
    ensure!(text.contains(concern::NOTICED), "the concern is not in the return");
    if session.engine == Engine::Chromium {
        paper::holds_what_was_signed(session, &pages, &typed).await?;
    }
    session.route(&pages.page("concerns")).await?;
    session.shows("Print this concern for your manager").await?;
    axe::check(session, "the concerns of a signed return").await?;
    panel::imports_everything(session, &signed.bytes, notice).await?;
    panel::shows_the_sample_rounds_counts(session).await
}

/// Nothing is answered: signing must be refused, and say how much is missing.
pub async fn signing_is_refused(session: &Session, pages: &ReturnPages) -> Result<()> {
    session.route(&pages.page("sign")).await?;
    session.at("You cannot sign yet").await?;
    session.shows("to do").await?;
    session.keyboard().activate("See what is missing").await?;
    session.at("What is still missing").await
}

/// Each line of the list leads to the page and puts the focus on the control that its address names.
pub async fn missing_leads_to_its_control(session: &Session, pages: &ReturnPages) -> Result<()> {
    const LINKS: &str =
        "return [...document.querySelectorAll('#must a')].map(a => a.getAttribute('href'));";
    let links: Vec<String> = serde_json::from_value(session.script(LINKS, vec![]).await?)?;
    ensure!(links.len() > 20, "an empty return lacks more than {links:?}");
    // One of each kind of place, the first that there is.
    for kind in ["/at/auditor", "/at/involvement", "/at/prompt-", "_grade", "/at/overall-reason"] {
        let Some(link) = links.iter().find(|link| link.contains(kind)) else { continue };
        let place = link.rsplit('/').next().unwrap_or_default().to_owned();
        session.route(&pages.page("missing")).await?;
        session.at("What is still missing").await?;
        let keyboard = session.keyboard();
        keyboard.tab_to(link, |focus| focus.href == *link).await?;
        keyboard.press(&[ENTER]).await?;
        keyboard.focused(&place).await?;
    }
    session.route(&pages.tasks).await
}

/// Pages left empty, and an area called complete that is not, say so in a way that everybody can perceive.
async fn empty_pages_say_what_is_wrong(session: &Session, pages: &ReturnPages) -> Result<()> {
    const CALLED_COMPLETE: &str =
        "document.querySelector('input[name=\"area-3-completed\"][value=yes]').click();";
    for step in ["you", "involvement", "area/area-3"] {
        session.route(&pages.page(step)).await?;
        eventually("the page’s form", async || Ok(has_form(session).await?.then_some(()))).await?;
        if step == "area/area-3" {
            session.script(CALLED_COMPLETE, vec![]).await?;
        }
        session.press("Save and continue").await?;
        session.shows("There is a problem").await?;
        axe::check(session, &format!("{step}, left empty")).await?;
    }
    session.route(&pages.tasks).await
}

/// Days and how long things took are sent, and never a date that was typed (T-01, CH-03).
async fn holds_no_date(session: &Session, signed: &str) -> Result<()> {
    let [day, month, year, _] = session.keyboard().date(DAYS_AGO).await?;
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    ensure!(!signed.contains(&date), "{date} was typed and is in the signed file");
    for kind in ["timescales", "chronology", "practitioner", "family_views"] {
        ensure!(signed.contains(&format!("\"{kind}\":")), "no {kind} in the signed file");
    }
    Ok(())
}

/// Every page of the return, one after the other, with a reload in the midst of it.
async fn answer_everything(session: &Session, pages: &ReturnPages) -> Result<Typed> {
    let tasks = tasks(session, pages).await?;
    ensure!(tasks.len() >= 14, "two pages before, eight areas, four after them: {tasks:?}");
    let mut typed = Typed::new();
    for (number, task) in tasks.iter().enumerate() {
        session.keyboard().follow(task).await?;
        eventually("the page of the task", async || {
            Ok((session.hash().await? == *task && has_form(session).await?).then_some(()))
        })
        .await?;
        let of_page = answer_page(&session.keyboard()).await.with_context(|| task.clone())?;
        if number == 3 {
            session.reload().await?;
            let before = session.text().await?;
            holds(session, &of_page).await.with_context(|| format!("after a reload: {before}"))?;
            session
                .keyboard()
                .tab_to("the button", |focus| focus.text.starts_with("Save and continue"))
                .await?;
        }
        session.keyboard().press(&[ENTER]).await?;
        let left = eventually("the task list", async || {
            Ok((session.hash().await? == pages.tasks).then_some(()))
        });
        if let Err(error) = left.await {
            let (focus, page) = (session.keyboard().focus().await?, session.text().await?);
            return Err(error.context(format!("after {task}, at {focus:?}: {page}")));
        }
        typed.extend(of_page);
    }
    Ok(typed)
}

async fn has_form(session: &Session) -> Result<bool> {
    let found = session.script("return !!document.querySelector('main form');", vec![]).await?;
    Ok(found == true)
}

/// Addresses of the pages of questions, in their order.
async fn tasks(session: &Session, pages: &ReturnPages) -> Result<Vec<String>> {
    const TASKS: &str = "return [...document.querySelectorAll('.govuk-task-list__link')].map(a => a.getAttribute('href'));";
    let found = eventually("the task list", async || {
        let found: Vec<String> = serde_json::from_value(session.script(TASKS, vec![]).await?)?;
        Ok((!found.is_empty()).then_some(found))
    })
    .await?;
    let not_questions = ["missing", "answers", "sign", "names"].map(|step| pages.page(step));
    Ok(found.into_iter().filter(|task| !not_questions.contains(task)).collect())
}

/// Every control holds what was typed into it.
pub async fn holds(session: &Session, typed: &Typed) -> Result<()> {
    const VALUE: &str =
        "const at = document.getElementById(arguments[0]); return at ? at.value : null;";
    eventually("the page's controls", async || {
        has_form(session).await.map(|form| form.then_some(()))
    })
    .await?;
    for (id, text) in typed {
        let value = session.script(VALUE, vec![id.as_str().into()]).await?;
        ensure!(value.as_str() == Some(text), "{id} holds {value}, not “{text}”");
    }
    Ok(())
}

/// Nothing blocks any more; warnings are explained where they are listed; then the answers are read.
async fn explain_and_check(session: &Session) -> Result<()> {
    session.keyboard().activate("What is still missing").await?;
    session.at("What is still missing").await?;
    let blocks = session
        .text_of(
            "const must = document.getElementById('must'); return must ? must.innerText : '';",
            vec![],
        )
        .await?;
    ensure!(blocks.is_empty(), "still to do:\n{blocks}");
    let keyboard = session.keyboard();
    let mut explained = 0;
    loop {
        let focus = keyboard
            .tab_to("Continue", |focus| {
                (focus.tag == "textarea" && focus.id.starts_with("explain-"))
                    || (focus.tag == "button" && focus.text.starts_with("Continue"))
            })
            .await?;
        if focus.tag == "button" {
            break;
        }
        keyboard.text("It is so in the record").await?;
        explained += 1;
    }
    ensure!(explained > 0, "evidence without its source: a warning must ask for a reason");
    keyboard.press(&[ENTER]).await?;
    session.at("Check your answers").await?;
    let text = session.text().await?;
    ensure!(!text.contains("Not answered"), "{text}");
    ensure!(text.contains("1.1 "), "each question by its number: {text}");
    // Whoever changes an answer comes back to the check.
    keyboard.activate("Change Your role").await?;
    session.at("Who you are").await?;
    keyboard.focused("auditor-role").await?;
    keyboard.activate("Save and continue").await?;
    session.at("Check your answers").await?;
    keyboard.activate("Continue").await
}

/// Without the declaration there is no signature; with it the return is signed.
async fn sign(session: &Session) -> Result<()> {
    session.at("Sign and download").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Sign and download").await?;
    session.shows("Tick every statement").await?;
    let summary = keyboard.focus().await?;
    ensure!(summary.text.contains("There is a problem"), "the focus is on {summary:?}");
    axe::check(session, "a signature that lacks everything").await?;
    sign_by_keyboard(session).await
}
