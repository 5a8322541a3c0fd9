//! The watch that every story is under, caught watching.

use anyhow::{Result, ensure};
use browser_tests::keyboard::Focus;
use browser_tests::pages::auditor::sample_case_by_keyboard;
use browser_tests::{Engine, Session, eventually, in_every_engine};

in_every_engine![
    what_may_never_happen_is_noticed,
    a_quiet_page_has_no_troubles,
    many_tabs_at_once_come_to_what_single_ones_come_to,
];

async fn a_quiet_page_has_no_troubles(session: &mut Session) -> Result<()> {
    session.open("index.html").await?;
    session.open("panel.html").await?;
    ensure!(session.troubles().await?.is_empty());
    Ok(())
}

/// Each cause, and a word of the trouble that it must make.
const CAUSES: [(&str, &str); 4] = [
    (
        "document.body.setAttribute('onclick', 'alert(1)'); document.body.click();",
        "security policy",
    ),
    ("new Image().src = 'http://127.0.0.2:9/pixel.png';", "127.0.0.2"),
    ("fetch('http://127.0.0.2:9/data').catch(() => {});", "connect-src"),
    ("console.error('said in a story');", "said in a story"),
];

/// What the page itself throws.
const THROWN: [(&str, &str); 2] = [
    ("setTimeout(() => { throw new Error('thrown in a story'); });", "thrown in a story"),
    ("Promise.reject(new Error('rejected in a story'));", "rejected in a story"),
];

/// The same as events: Firefox runs a driver's script apart from the page, and what is thrown there
/// never reaches the page.
const THROWN_APART: [(&str, &str); 2] = [
    (
        "window.dispatchEvent(new ErrorEvent('error', { message: 'thrown in a story' }));",
        "thrown in a story",
    ),
    (
        "window.dispatchEvent(new PromiseRejectionEvent('unhandledrejection',
            { promise: Promise.resolve(), reason: 'rejected in a story' }));",
        "rejected in a story",
    ),
];

async fn what_may_never_happen_is_noticed(session: &mut Session) -> Result<()> {
    session.open("index.html").await?;
    let thrown = if session.engine == Engine::Firefox { THROWN_APART } else { THROWN };
    for (cause, word) in CAUSES.into_iter().chain(thrown) {
        session.script(cause, vec![]).await?;
        eventually(&format!("the trouble of {cause}"), async || {
            let troubles = session.troubles().await?;
            Ok(troubles.iter().any(|one| one.contains(word)).then_some(()))
        })
        .await?;
    }
    session.forget_troubles().await
}

/// A long way by Tab is pressed at once where the page says how far it is: that must not change where it ends.
async fn many_tabs_at_once_come_to_what_single_ones_come_to(session: &mut Session) -> Result<()> {
    const MOST: usize = 80;
    const END: fn(&Focus) -> bool = |focus| focus.text.starts_with("Save and continue");
    const WANTED: [fn(&Focus) -> bool; 3] =
        [|focus| focus.kind == "radio", |focus| focus.tag == "textarea", END];
    let pages = sample_case_by_keyboard(session).await?;
    let keyboard = session.keyboard();
    let again = async || {
        session.route(&pages.tasks).await?;
        session.shows("You have completed").await?;
        session.route(&pages.page("views")).await?;
        session.at("Practitioner and family").await
    };
    again().await?;
    let mut single: Vec<Focus> = Vec::new();
    for _ in 0..MOST {
        single.push(keyboard.tab().await?);
        if single.last().is_some_and(END) {
            break;
        }
    }
    ensure!(single.last().is_some_and(END), "the page has no end: {single:?}");
    for wanted in WANTED {
        let Some(first) = single.iter().find(|focus| wanted(focus)) else { continue };
        again().await?;
        let found = keyboard.tab_to("the same", wanted).await?;
        ensure!(found == *first, "{found:?}, not {first:?}");
    }
    Ok(())
}
