//! Killing a browser while the program opens what an older one kept.

use super::{BOX, Outcome};
use crate::pages::auditor::ReturnPages;
use crate::records;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result, ensure};
use multi_agency_audit::store::DraftRecord;
use serde_json::Value;
use std::time::Duration;

/// A page of the same origin that opens no database.
const STILL: &str = "blank/child-journey.html";

/// The database made again as an older program had it: its version, its shelves, and drafts that do not
/// say since when there is no copy of them.
const MADE_OLDER: &str = "
    const done = arguments[arguments.length - 1];
    const [name, later] = ['multi-agency-audit', ['set_ups', 'vault']];
    const failed = event => done(String(event.target.error));
    const opening = indexedDB.open(name);
    opening.onerror = failed;
    opening.onsuccess = () => {
        const database = opening.result;
        const kept = [...database.objectStoreNames].filter(shelf => !later.includes(shelf));
        const shelves = {};
        const reading = database.transaction(kept);
        for (const shelf of kept) {
            const keys = reading.objectStore(shelf).getAllKeys();
            const values = reading.objectStore(shelf).getAll();
            values.onsuccess = () => { shelves[shelf] = values.result.map((one, at) => [keys.result[at], one]); };
        }
        reading.oncomplete = () => { database.close(); again(shelves); };
        reading.onabort = failed;
    };
    function older(shelf, record) {
        if (shelf === 'drafts') record.text = record.text.replace(/,\"uncopied_since\":\"[^\"]*\"/, '');
        return record;
    }
    function again(shelves) {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onerror = failed;
        deleting.onblocked = () => done('blocked');
        deleting.onsuccess = () => {
            const making = indexedDB.open(name, 2);
            making.onerror = failed;
            making.onupgradeneeded = () => {
                for (const [shelf, records] of Object.entries(shelves)) {
                    const store = making.result.createObjectStore(shelf);
                    for (const [key, record] of records) store.put(older(shelf, record), key);
                }
            };
            making.onsuccess = () => { making.result.close(); done('made'); };
        };
    }";

/// Makes what is kept older, opens the return, kills the browser after this long, starts it again and looks.
///
/// `text` is what the box holds; it gets a word more with each kill, typed into the migrated return.
pub async fn crash_while_migrating(
    session: &mut Session,
    pages: &ReturnPages,
    text: &mut String,
    after: Duration,
) -> Result<Outcome> {
    const GO: &str = "const to = arguments[0]; setTimeout(() => { location.href = to; }, 0);";
    let page = format!("index.html{}", pages.page(&format!("area/area-2/at/{BOX}")));
    session.driver.goto(format!("{}{STILL}", session.address())).await?;
    let made = session.script_async(MADE_OLDER, vec![]).await?;
    ensure!(made == "made", "the older database: {made}");
    session.script(GO, vec![format!("{}{page}", session.address()).into()]).await?;
    tokio::time::sleep(after).await;
    session.kill_and_restart().await?;
    session.driver.goto(format!("{}{STILL}", session.address())).await?;
    let stage = match version(session).await? {
        2 => "before the database was the newer one",
        3 => "after it was the newer one",
        other => anyhow::bail!("the database has the version {other}"),
    };
    session.open(&page).await?;
    let mut faults = Vec::new();
    if let Err(error) = session.box_holds(BOX, text).await {
        faults.push(format!("{error:#}"));
    }
    goes_on(session, text).await?;
    if version(session).await? != 3 {
        faults.push("the database is not the newer one".to_owned());
    }
    let aside = records::texts(session, "set_aside").await?.len();
    if aside > 0 {
        faults.push(format!("{aside} records set aside as damaged"));
    }
    Ok(Outcome { after, stage, lost: None, faults })
}

/// Types one more word and waits until it is kept, in the form of this program.
async fn goes_on(session: &Session, text: &mut String) -> Result<()> {
    const AT_END: &str = "const at = document.getElementById(arguments[0]);
        at.focus(); at.setSelectionRange(at.value.length, at.value.length);";
    session.script(AT_END, vec![BOX.into()]).await?;
    session.keyboard().text("on ").await?;
    text.push_str("on ");
    eventually("the older return to be kept anew", async || {
        let drafts = records::texts(session, "drafts").await?;
        let (_, kept) = drafts.first().context("the return is gone")?;
        DraftRecord::from_text(kept).context("the return is damaged")?;
        Ok((kept.contains(text.trim_end()) && kept.contains("uncopied_since")).then_some(()))
    })
    .await
}

async fn version(session: &Session) -> Result<u64> {
    const VERSION: &str = "const done = arguments[arguments.length - 1];
        indexedDB.databases().then(all => done(all.map(one => one.version)), () => done([]));";
    let versions: Vec<Value> =
        serde_json::from_value(session.script_async(VERSION, vec![]).await?)?;
    versions.first().and_then(Value::as_u64).context("there is no database")
}
