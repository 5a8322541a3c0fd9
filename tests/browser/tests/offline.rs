//! Without a network, and when a newer version of the programs is on the host.

use anyhow::{Result, ensure};
use browser_tests::pages::auditor::{START, sample_case_by_keyboard};
use browser_tests::pages::panel;
use browser_tests::{Engine, Session, axe, eventually, in_engines, in_every_engine, records};

in_every_engine![
    a_return_is_begun_and_goes_on_without_a_network,
    a_newer_version_waits_for_its_button_and_leaves_other_windows_alone,
    a_version_that_marked_nothing_stays_while_two_newer_ones_come,
];

in_engines!(a_page_of_somebody_else_is_never_kept_as_the_program: Chromium chromium);
in_engines!(two_windows_of_one_round_while_a_newer_version_comes: Chromium chromium);

const BOX: &str = "area-2_reason";
const VALUE: &str =
    "const box = document.getElementById(arguments[0]); return box ? box.value : '';";
const TYPED: &str = "Typed where there is no network. ";
const LOOK_FOR_IT: &str = "navigator.serviceWorker.getRegistration().then(kept => kept.update());";

async fn a_return_is_begun_and_goes_on_without_a_network(session: &mut Session) -> Result<()> {
    session.serve_for_offline()?;
    session.open_for_offline(&["index.html"]).await?;
    axe::check(session, "a program that is kept").await?;
    can_be_installed(session).await?;
    session.site.cut();
    let pages = sample_case_by_keyboard(session).await?;
    let reason = format!("{}/at/{BOX}", pages.page("area/area-2"));
    session.route(&reason).await?;
    let keyboard = session.keyboard();
    keyboard.focused(BOX).await?;
    keyboard.text(TYPED).await?;
    session.shows("Saved on this device").await?;
    // As from its person’s list of bookmarks, and as reloaded.
    session.open(&format!("index.html{reason}")).await?;
    session.reload().await?;
    let kept = eventually("the text", async || {
        let value = session.text_of(VALUE, vec![BOX.into()]).await?;
        Ok(Some(value).filter(|value| !value.is_empty()))
    })
    .await?;
    ensure!(kept == TYPED, "{kept:?}");
    // As a mail server marks the links of a mail.
    session.open("index.html?from=a-mail").await?;
    session.at(START).await?;
    // The folder itself, which is the auditor’s program too.
    session.open("").await?;
    session.at(START).await?;
    deletes_everything(session).await
}

/// As the one browser says that can be asked.
async fn can_be_installed(session: &Session) -> Result<()> {
    if session.engine == Engine::Chromium {
        let asked = "Page.getInstallabilityErrors";
        let said = session.driver.cdp().send_raw(asked, serde_json::json!({})).await?;
        let said = said.to_string();
        ensure!(said == r#"{"installabilityErrors":[]}"#, "it cannot be installed: {said}");
    }
    Ok(())
}

/// The program too is no longer kept in the browser.
async fn deletes_everything(session: &Session) -> Result<()> {
    const CACHES: &str =
        "const done = arguments[0]; caches.keys().then(names => done(names.length));";
    ensure!(session.script_async(CACHES, vec![]).await? == 1, "one version is kept");
    session.press("Your returns").await?;
    session.press("Delete everything on this device").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the box", |focus| focus.id == "confirm").await?;
    keyboard.text("delete").await?;
    session.press("Delete everything").await?;
    session.at("Everything was deleted").await?;
    eventually("the program to be let go", async || {
        Ok((session.script_async(CACHES, vec![]).await? == 0).then_some(()))
    })
    .await
}

async fn a_newer_version_waits_for_its_button_and_leaves_other_windows_alone(
    session: &mut Session,
) -> Result<()> {
    const MARK: &str = "window.notLoadedAgain = true;";
    const MARKED: &str = "return window.notLoadedAgain === true;";
    const SHOWN: &str = "return !document.getElementById('newer').hidden;";
    const VERSION: &str = "const meta = document.querySelector('meta[name=version]'); return meta ? meta.content : '';";
    session.serve_for_offline()?;
    session.open_for_offline(&["index.html"]).await?;
    session.script(MARK, vec![]).await?;
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    let pages = sample_case_by_keyboard(session).await?;
    session.route(&format!("{}/at/{BOX}", pages.page("area/area-2"))).await?;
    session.site.renew("Newer", "auditor-split_returns")?;
    session.script(LOOK_FOR_IT, vec![]).await?;
    eventually("a newer version to wait", async || {
        Ok((session.script(SHOWN, vec![]).await? == true).then_some(()))
    })
    .await?;
    axe::check(session, "a newer version").await?;
    ensure!(session.text_of(VERSION, vec![]).await?.is_empty(), "it did not wait");

    // What is typed last is not lost with the window that is loaded again.
    let keyboard = session.keyboard();
    session.route(&format!("{}/at/{BOX}", pages.page("area/area-2"))).await?;
    keyboard.focused(BOX).await?;
    keyboard.text(TYPED).await?;
    keyboard.activate("Use the newer version").await?;
    eventually("the newer version", async || {
        Ok((session.text_of(VERSION, vec![]).await? == "Newer").then_some(()))
    })
    .await?;
    eventually("the text", async || {
        Ok((session.text_of(VALUE, vec![BOX.into()]).await? == TYPED).then_some(()))
    })
    .await?;

    // The other window goes on, with parts that its host no longer has.
    session.driver.switch_to_window(first).await?;
    ensure!(session.script(MARKED, vec![]).await? == true, "the other window was loaded again");
    session.press("Your returns").await?;
    session.at("Your returns on this device").await
}

/// A network that wants somebody to sign in answers for the host, just as a newer version is fetched.
async fn a_page_of_somebody_else_is_never_kept_as_the_program(session: &mut Session) -> Result<()> {
    const WORDS: &str = "Sign in to this network";
    const FOREIGN: &str = "<!doctype html><html lang=\"en\"><head><title>Sign in</title></head>\
        <body><h1>Sign in to this network</h1></body></html>";
    // How the attempt ends: a version that is not whole is thrown away.
    const ATTEMPT: &str = "const [done] = arguments;
        navigator.serviceWorker.getRegistration().then(kept => kept.update()).then(kept => {
            const coming = kept.installing;
            if (!coming) return done(kept.waiting ? 'installed' : 'redundant');
            const told = () => { if (coming.state !== 'installing') done(coming.state); };
            coming.addEventListener('statechange', told);
            told();
        }).catch(error => done(String(error)));";
    const KEPT: &str = "const [words, done] = arguments;
        const page = cache => cache.match('index.html').then(page => page ? page.text() : '');
        caches.keys()
            .then(names => Promise.all(names.map(name => caches.open(name).then(page))))
            .then(pages => done(pages.some(page => page.includes(words))));";
    const SHOWN: &str = "return !document.getElementById('newer').hidden;";
    session.serve_for_offline()?;
    session.open_for_offline(&["index.html"]).await?;
    session.site.renew("Newer", "nothing of this name")?;
    let page = session.site.answer_with("index.html", FOREIGN)?;
    let ended = session.script_async(ATTEMPT, vec![]).await?;
    ensure!(ended == "redundant", "the newer version is {ended}");
    ensure!(session.script_async(KEPT, vec![WORDS.into()]).await? == false, "it is kept");
    session.site.cut();
    session.open("index.html").await?;
    session.at(START).await?;
    ensure!(session.script(SHOWN, vec![]).await? == false, "a version without its page is offered");
    // Once the host itself answers, the newer version comes.
    session.site.mend()?;
    session.site.answer_with("index.html", &page)?;
    session.script(LOOK_FOR_IT, vec![]).await?;
    eventually("a newer version to wait", async || {
        Ok((session.script(SHOWN, vec![]).await? == true).then_some(()))
    })
    .await?;
    // The worker told its console why it threw a version away.
    session.forget_troubles().await
}

/// What is typed and recorded in one window goes over into the newer version; the other window keeps its own, and is
/// told the truth about what it cannot keep.
async fn two_windows_of_one_round_while_a_newer_version_comes(session: &mut Session) -> Result<()> {
    const MARK: &str = "window.notLoadedAgain = true;";
    const MARKED: &str = "return window.notLoadedAgain === true;";
    const SHOWN: &str = "return !document.getElementById('newer').hidden;";
    const VERSION: &str = "return !!document.querySelector('meta[name=version][content=Newer]');";
    session.serve_for_offline()?;
    session.open_for_offline(&["panel.html"]).await?;
    let round = panel::open_sample(session).await?;
    let reminders = format!("{round}/reminders");
    eventually("the round to be kept", async || {
        Ok((!records::texts(session, "workbooks").await?.is_empty()).then_some(()))
    })
    .await?;
    session.script(MARK, vec![]).await?;
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.open(&format!("panel.html{reminders}")).await?;
    session.at("Reminders").await?;
    session.site.renew("Newer", "panel-split_documents")?;
    session.script(LOOK_FOR_IT, vec![]).await?;
    eventually("a newer version to wait", async || {
        Ok((session.script(SHOWN, vec![]).await? == true).then_some(()))
    })
    .await?;
    let keyboard = session.keyboard();
    let contact = keyboard.tab_to("whom to ask", |focus| focus.id.starts_with("contact-")).await?;
    keyboard.text("Duty line").await?;
    keyboard.activate("Use the newer version").await?;
    eventually("the newer version", async || {
        Ok((session.script(VERSION, vec![]).await? == true).then_some(()))
    })
    .await?;
    session.box_holds(&contact.id, "Duty line").await?;
    keyboard.activate("Note that you sent it").await?;
    session.shows("Reminded: ").await?;
    session.shows("Saved on this device").await?;

    session.driver.switch_to_window(first).await?;
    ensure!(session.script(MARKED, vec![]).await? == true, "the other window was loaded again");
    // A part that its host no longer has.
    session.route(&format!("{round}/documents")).await?;
    session.at("Documents").await?;
    session.route(&reminders).await?;
    session.at("Reminders").await?;
    keyboard.activate("Note that you sent it").await?;
    session.shows("Not saved. Another window has changed this round.").await?;
    // Let go of, so that the browser does not ask.
    session.route("#/round/another").await?;
    session.at("Another round is not saved").await?;
    session.press("Lose those changes and open this round").await?;
    session.at("This round could not be opened").await?;
    session.driver.switch_to_window(second).await?;
    session.reload().await?;
    session.shows("Reminded: ").await
}

/// The versions before the first that marked what is in use bear no mark.
async fn a_version_that_marked_nothing_stays_while_two_newer_ones_come(
    session: &mut Session,
) -> Result<()> {
    const TAKE_MARKS: &str = "const done = arguments[0];
        caches.keys()
            .then(names => Promise.all(names.map(name => caches.open(name))))
            .then(all => Promise.all(all.map(cache => cache.delete('./?used'))))
            .then(taken => done(taken.some(Boolean)));";
    const WAITS: &str = "const [begins, done] = arguments;
        const name = caches.keys().then(names => names.find(name => name.startsWith('audit-program-' + begins)));
        const page = name.then(name => name && caches.open(name).then(cache => cache.match('index.html')));
        Promise.all([page, navigator.serviceWorker.getRegistration()])
            .then(([page, kept]) => done(Boolean(page && kept.waiting && !kept.installing)));";
    const ONLY: &str = "const [done] = arguments;
        caches.keys().then(all => done(all.length === 1 ? all[0] : null));";
    const HAS: &str = "const [begins, done] = arguments;
        caches.keys().then(all => done(all.some(name => name.startsWith(begins))));";
    const NEWEST: &str = "return !!document.querySelector('meta[name=version][content=Newest]');";
    session.serve_for_offline()?;
    session.open_for_offline(&["index.html"]).await?;
    ensure!(session.script_async(TAKE_MARKS, vec![]).await? == true, "it bore no mark");
    let kept = session.script_async(ONLY, vec![]).await?;
    ensure!(kept.is_string(), "one version is kept");
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.open("index.html").await?;
    session.at(START).await?;
    for (word, begins) in [("Newer", "Newer-"), ("Newest", "Newest-")] {
        session.site.renew(word, "auditor-split_returns")?;
        session.script(LOOK_FOR_IT, vec![]).await?;
        eventually(&format!("{word} to wait"), async || {
            let waits = session.script_async(WAITS, vec![begins.into()]).await?;
            Ok((waits == true).then_some(()))
        })
        .await?;
    }
    session.keyboard().activate("Use the newer version").await?;
    eventually("the newest version", async || {
        Ok((session.script(NEWEST, vec![]).await? == true).then_some(()))
    })
    .await?;
    session.at(START).await?;
    eventually("the version that only waited to be let go", async || {
        let waited = session.script_async(HAS, vec!["audit-program-Newer-".into()]).await?;
        Ok((waited == false).then_some(()))
    })
    .await?;
    // The other window goes on, with parts that its host no longer has.
    session.driver.switch_to_window(first).await?;
    ensure!(
        session.script_async(HAS, vec![kept]).await? == true,
        "the files of an open window are gone"
    );
    session.press("Your returns").await?;
    session.at("Your returns on this device").await
}
