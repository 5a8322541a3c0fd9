//! `auditor.html`, opened from a folder: no request, nothing kept in the open, and the whole of the auditor's work.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::ENTER;
use browser_tests::pages::auditor::{
    ReturnPages, START, begin_case_by_keyboard, check_and_sign_by_keyboard, nil_return_by_keyboard,
    sample_invitation, sign_by_keyboard, signed_return,
};
use browser_tests::pages::made::{asked, signed_by};
use browser_tests::pages::reason::{REASON, reason_is, type_reason};
use browser_tests::{
    Session, axe, elsewhere, eventually, in_chromium_and, in_every_engine, records, root,
};
use multi_agency_audit::audit_return::{Return, VersionAsked};
use multi_agency_audit::envelope::Hash;
use serde_json::Value;
use std::fs;

use crate::file_copies::open_copy;

in_every_engine![
    the_program_as_one_file_works_from_a_folder,
    without_a_passphrase_a_single_file_keeps_nothing,
    after_a_fault_a_single_file_gives_every_word_that_its_window_alone_had,
    a_single_file_asks_for_nothing,
    a_browser_that_cannot_unpack_a_single_file_says_so,
];
in_chromium_and!(Firefox firefox: a_return_is_corrected_and_a_question_answered_in_a_single_file);

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

/// The words of the last half second too: no record has them, and no journal is on this device.
async fn after_a_fault_a_single_file_gives_every_word_that_its_window_alone_had(
    session: &mut Session,
) -> Result<()> {
    // Scripts of the tests stand before the policy of the page: that would not let them run.
    const LAST_WORDS: &str = "
        const at = document.getElementById(arguments[0]);
        at.value += arguments[1];
        at.dispatchEvent(new Event('input', { bubbles: true }));
        window.dispatchEvent(new Event('tests-fault-trap'));";
    let (bytes, pages) = elsewhere(session, session.engine, async |single| {
        let file = write(single, "auditor.html", with_faults()?.as_bytes())?;
        single.open_at(&format!("file://{}", file.display())).await?;
        single.at(START).await?;
        let pages = begin(single).await?;
        type_reason(single, &pages, "In this window").await?;
        reason_is(single, "In this window").await?;
        single.script(LAST_WORDS, vec![REASON.into(), ", to the last".into()]).await?;
        let bytes = rescued(single).await?;
        single.forget_troubles().await?;
        Ok((bytes, pages))
    })
    .await?;
    open_copy(session, &bytes, &pages).await?;
    reason_is(session, "In this window, to the last").await
}

/// The single file, with the scripts that break a browser on purpose and note what is saved.
fn with_faults() -> Result<String> {
    let mut page = fs::read_to_string(root().join("dist/auditor.html"))?;
    for script in ["faults.js", "watch.js"] {
        let script = fs::read_to_string(root().join("tests/browser/src").join(script))?;
        page = page.replacen("<head>", &format!("<head><script>{script}</script>"), 1);
    }
    ensure!(page.contains("tests-fault-"), "the page has no head");
    Ok(page)
}

/// The one draft that the page offers, once the program has stopped. Whoever presses is slower than the timers of a
/// program that does not know it: what these note by then takes nothing from what was offered.
async fn rescued(session: &Session) -> Result<Vec<u8>> {
    const OFFERED: &str = "return !!document.querySelector('#panic [data-rescue] button');";
    const NOTED_ON: &str = "return Object.values((window.keptInWindow || {}).journals || {})
        .every(journal => !journal);";
    const PRESS: &str = "document.querySelector('#panic [data-rescue] button').click();";
    for (what, there) in [("the draft to be offered", OFFERED), ("no journal", NOTED_ON)] {
        eventually(what, async || Ok((session.script(there, vec![]).await? == true).then_some(())))
            .await?;
    }
    session.script(PRESS, vec![]).await?;
    Ok(fs::read(saved(session, "draft-").await?)?)
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

/// As a browser older than those that the page names would show it.
async fn a_browser_that_cannot_unpack_a_single_file_says_so(session: &mut Session) -> Result<()> {
    const SHOWN: &str = "const at = document.getElementById('cannot-start');
        return at && !at.hidden ? at.innerText : '';";
    const REST: &str =
        "return [document.getElementById('app').hidden, !document.getElementById('loading')];";
    fresh(session, async |session| {
        // Before the policy of the page: that would not let it run.
        let page = fs::read_to_string(root().join("dist/auditor.html"))?;
        let page =
            page.replacen("<head>", "<head><script>delete window.DecompressionStream</script>", 1);
        ensure!(page.contains("delete window"), "the page has no head");
        let file = write(session, "auditor.html", page.as_bytes())?;
        session.driver.goto(format!("file://{}", file.display())).await?;
        let shown = eventually("the plain explanation", async || {
            let shown = session.text_of(SHOWN, vec![]).await?;
            Ok((!shown.is_empty()).then_some(shown))
        })
        .await?;
        ensure!(
            shown.contains("Your browser cannot unpack this page. It needs Chrome or Edge 80"),
            "{shown}"
        );
        ensure!(!shown.contains("WebAssembly"), "another reason besides: {shown}");
        let rest = session.script(REST, vec![]).await?;
        ensure!(rest == serde_json::json!([true, false]), "the program runs beside it: {rest}");
        axe::check(session, "a single file that cannot be unpacked").await
    })
    .await
}

async fn a_return_is_corrected_and_a_question_answered_in_a_single_file(
    session: &mut Session,
) -> Result<()> {
    const ASKS: &str = "Look in the archive again.";
    const ANSWER: &str = "The archive holds nothing";
    fresh(session, async |session| {
        open(session).await?;
        set_passphrase(session).await?;
        let pages = begin(session).await?;
        nil_return_by_keyboard(session).await?;
        ensure!(returned(session).await?.version == 1, "no first version");
        correct(session, &pages).await?;
        let bytes = signed_return(session).await?.payload;
        let second: Return = serde_json::from_slice(&bytes)?;
        ensure!(second.version == 2, "version {}", second.version);
        ensure!(
            String::from_utf8_lossy(&bytes).contains("Searched again."),
            "{:?}",
            second.involvement
        );

        let (invitation, key) = sample_invitation()?;
        let about = VersionAsked {
            return_id: second.return_id.clone(),
            version: 2,
            payload: Hash::of(&bytes),
        };
        let pack = asked(&invitation, &second.case_ref, Some(about), ASKS)?;
        let (_, question) = pack.questions().next().context("no question")?;
        let id = format!("panel-question-{}", question.id);
        let file = write(session, "questions.json", &signed_by(&pack, &key)?)?;
        session.route("#/").await?;
        session.at(START).await?;
        session.choose_files("open-file", &[file]).await?;
        session.at("Questions from the panel").await?;
        session.shows(ASKS).await?;
        let keyboard = session.keyboard();
        keyboard.activate("Start version 3 and answer").await?;
        eventually("the questions of the return", async || {
            Ok((session.hash().await? == pages.page("questions")).then_some(()))
        })
        .await?;
        keyboard.fill(&id, ANSWER).await?;
        keyboard.activate("Save and continue").await?;
        session.route(&pages.page("sign")).await?;
        session.at("Sign and download").await?;
        sign_by_keyboard(session).await?;
        let third = returned(session).await?;
        ensure!(third.version == 3, "version {}", third.version);
        ensure!(third.panel_questions.iter().any(|one| one.answer == ANSWER), "not answered");
        ensure!(!kept(session).await?.contains(ANSWER), "the answer lies in the open");
        Ok(())
    })
    .await
}

async fn returned(session: &Session) -> Result<Return> {
    Ok(serde_json::from_slice(&signed_return(session).await?.payload)?)
}

async fn correct(session: &Session, pages: &ReturnPages) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Something needs correcting").await?;
    keyboard.activate("Start a correction").await?;
    ReturnPages::begun(session).await?;
    keyboard.follow(&pages.page("involvement")).await?;
    session.at("Your agency’s involvement").await?;
    keyboard.fill("involvement-statement", "Searched again. ").await?;
    keyboard.activate("Save and continue").await?;
    check_and_sign_by_keyboard(session).await
}
