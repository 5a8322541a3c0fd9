//! `auditor.html`, opened from a folder: no request, nothing kept in the open, and the whole of the auditor's work.

use anyhow::{Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::auditor::{
    ReturnPages, START, begin_case_by_keyboard, nil_return_by_keyboard, signed_return,
};
use browser_tests::{Session, axe, elsewhere, in_every_engine, records, root};
use serde_json::Value;
use std::fs;

in_every_engine![
    the_program_as_one_file_works_from_a_folder,
    without_a_passphrase_a_single_file_keeps_nothing,
    a_single_file_asks_for_nothing,
];

const REASON: &str = "area-2_reason";
const WORDS: &str = "lantern orchard kettle";
const LOCKED: &str = "Your returns on this device are locked";
const MANAGED: &str = "The passphrase of this device";

/// Opens it as a person does who got it by e-mail.
async fn open(session: &Session) -> Result<()> {
    let file = session.home.join("files/auditor.html");
    fs::copy(root().join("dist/auditor.html"), &file)?;
    session.open_at(&format!("file://{}", file.display())).await?;
    session.at(START).await
}

/// In a browser that has kept nothing: all files of a computer may share what is kept.
async fn fresh(session: &Session, story: impl AsyncFn(&mut Session) -> Result<()>) -> Result<()> {
    elsewhere(session, session.engine, story).await
}

async fn begin(session: &Session) -> Result<ReturnPages> {
    session.route("#/").await?;
    session.at(START).await?;
    session.keyboard().activate("Try it with a sample audit").await?;
    begin_case_by_keyboard(session).await
}

async fn type_reason(session: &Session, pages: &ReturnPages, text: &str) -> Result<()> {
    session.route(&format!("{}/at/{REASON}", pages.page("area/area-2"))).await?;
    session.keyboard().focused(REASON).await?;
    session.keyboard().text(text).await
}

async fn reason_is(session: &Session, text: &str) -> Result<()> {
    session.box_holds(REASON, text).await
}

async fn set_passphrase(session: &Session) -> Result<()> {
    session.route("#/").await?;
    session.at(START).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Set or change your passphrase").await?;
    session.at("Lock your returns with a passphrase").await?;
    axe::check(session, "setting a passphrase in the single file").await?;
    for id in ["new-passphrase", "passphrase-again"] {
        keyboard.tab_to(id, |focus| focus.id == id).await?;
        keyboard.text(WORDS).await?;
    }
    keyboard.press(&[ENTER]).await?;
    session.at(MANAGED).await
}

/// Everything that this browser keeps, as somebody would find it who looks.
async fn kept(session: &Session) -> Result<String> {
    const TEXTS: &str = "return JSON.stringify(Object.entries(localStorage));";
    let mut all = session.text_of(TEXTS, vec![]).await?;
    for shelf in ["drafts", "invitations", "set_aside"] {
        for (_, text) in records::texts(session, shelf).await? {
            all.push_str(&text);
        }
    }
    Ok(all)
}

/// How many signing keys are kept, and whether any of them would sign for whoever finds it.
async fn keys(session: &Session) -> Result<Value> {
    const KEYS: &str = "
        const done = arguments[arguments.length - 1];
        const request = indexedDB.open('multi-agency-audit');
        request.onsuccess = () => {
            const all = request.result.transaction(['keys']).objectStore('keys').getAll();
            all.onsuccess = () => {
                request.result.close();
                done([all.result.length, all.result.some(one => one.secret || one.seed)]);
            };
        };";
    session.script_async(KEYS, vec![]).await
}

async fn the_program_as_one_file_works_from_a_folder(session: &mut Session) -> Result<()> {
    fresh(session, async |session| {
        open(session).await?;
        session.shows("This is the program as one file").await?;
        axe::check(session, "the start page of the single file").await?;
        set_passphrase(session).await?;
        session.shows("it can be changed and not removed").await?;
        axe::check(session, "the passphrase of the single file").await?;
        let pages = begin(session).await?;
        type_reason(session, &pages, "Written in one file").await?;
        session.shows("Saved on this device").await?;
        session.reload().await?;
        session.at(LOCKED).await?;
        let keyboard = session.keyboard();
        keyboard.tab_to("the passphrase", |focus| focus.id == "passphrase").await?;
        keyboard.text(WORDS).await?;
        keyboard.press(&[ENTER]).await?;
        reason_is(session, "Written in one file").await?;
        axe::check(session, "an area of the single file").await?;
        // Another invitation, from a file; nobody knew that child: quick to sign.
        session.route("#/").await?;
        session.at(START).await?;
        let file = root().join("public/samples/invitation-police.json");
        session.choose_files("open-file", &[fs::canonicalize(file)?]).await?;
        begin_case_by_keyboard(session).await?;
        nil_return_by_keyboard(session).await?;
        session.at("Return signed").await?;
        if session.engine.saves_downloads() {
            let text = String::from_utf8(signed_return(session).await?.payload)?;
            ensure!(text.contains("Record system and archive"), "{text}");
        }
        ensure!(keys(session).await? == serde_json::json!([1, false]), "a key lies in the open");
        let kept = kept(session).await?;
        for planted in ["Written in one file", "Record system", "Case 1", "enrolment", "Auditor 12"]
        {
            ensure!(!kept.contains(planted), "{planted} in the open: {kept}");
        }
        print_and_help(session, &pages).await
    })
    .await
}

/// What the page shows without any other file.
async fn print_and_help(session: &Session, pages: &ReturnPages) -> Result<()> {
    session.route(&pages.page("answers")).await?;
    session.shows("Written in one file").await?;
    session.route("#/help").await?;
    session.shows("What the audit is").await?;
    session.route("#/privacy").await?;
    session.shows("As one file").await
}

async fn without_a_passphrase_a_single_file_keeps_nothing(session: &mut Session) -> Result<()> {
    fresh(session, async |session| {
        open(session).await?;
        let pages = begin(session).await?;
        type_reason(session, &pages, "In this window").await?;
        session.shows("Your answers are in this window only").await?;
        session.press("Save a copy").await?;
        session.shows("Kept in your file copy").await?;
        ensure!(records::texts(session, "drafts").await?.is_empty(), "a draft was kept");
        ensure!(records::texts(session, "invitations").await?.is_empty(), "an invitation was kept");
        ensure!(!kept(session).await?.contains("Case 1"), "something was kept");
        // From then on it is kept, and closed.
        set_passphrase(session).await?;
        session.route(&pages.tasks).await?;
        session.shows("You have completed").await?;
        session.route(&pages.page("area/area-2")).await?;
        reason_is(session, "In this window").await?;
        ensure!(records::texts(session, "drafts").await?.len() == 1, "the draft is not kept");
        ensure!(!kept(session).await?.contains("In this window"), "kept in the open");
        // Nothing in this page writes down for one engine what it saves.
        if !session.engine.saves_downloads() {
            return Ok(());
        }
        a_copy_opens(session, &fs::read(saved(session, "draft-").await?)?).await
    })
    .await
}

/// The file saved before is the same return.
async fn a_copy_opens(session: &Session, copy: &[u8]) -> Result<()> {
    session.route("#/").await?;
    session.at(START).await?;
    let file = write(session, "copy.json", copy)?;
    session.choose_files("open-file", &[file]).await?;
    session.shows("You have completed").await
}

async fn a_single_file_asks_for_nothing(session: &mut Session) -> Result<()> {
    const REQUESTS: &str = "return performance.getEntriesByType('resource').map(one => one.name);";
    const LEADS: &str = "return [...document.querySelectorAll('[href], [src]')]
        .map(one => one.getAttribute('href') || one.getAttribute('src'))
        .filter(one => one && !one.startsWith('#') && !one.startsWith('data:'));";
    // Everything by which a page can send something away, tried; what the policy said of each.
    const TRY: &str = "
        const done = arguments[arguments.length - 1];
        const said = [];
        addEventListener('securitypolicyviolation', event => said.push(event.effectiveDirective));
        const to = arguments[0];
        fetch(to).then(() => said.push('fetched'), () => {});
        const request = new XMLHttpRequest();
        request.open('GET', to);
        request.onload = () => said.push('fetched');
        request.send();
        try { navigator.sendBeacon(to, 'a'); } catch (error) { /* refused at once */ }
        new Image().src = to;
        const script = document.createElement('script');
        script.textContent = 'window.ranInline = true';
        document.head.append(script);
        setTimeout(() => done([said.sort(), !!window.ranInline]), 1500);";
    let to = format!("{}index.html", session.address());
    fresh(session, async |session| {
        open(session).await?;
        begin(session).await?;
        let requests = session.script(REQUESTS, vec![]).await?;
        ensure!(requests == serde_json::json!([]), "it asked for {requests}");
        for page in ["#/", "#/drafts", "#/help", "#/privacy"] {
            session.route(page).await?;
            let leads = session.script(LEADS, vec![]).await?;
            ensure!(leads == serde_json::json!([]), "{page} leads to {leads}");
        }
        let said = session.script_async(TRY, vec![to.as_str().into()]).await?;
        let said: (Vec<String>, bool) = serde_json::from_value(said)?;
        ensure!(!said.1, "an inline script without its hash ran");
        ensure!(said.0.iter().filter(|one| *one == "connect-src").count() >= 2, "{said:?}");
        ensure!(said.0.iter().any(|one| one == "img-src"), "{said:?}");
        ensure!(!said.0.contains(&"fetched".to_owned()), "{said:?}");
        session.forget_troubles().await
    })
    .await
}
