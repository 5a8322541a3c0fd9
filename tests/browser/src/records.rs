//! What a browser has kept, read and changed behind the program's back.

use crate::session::Session;
use anyhow::{Context, Result, ensure};
use serde_json::Value;

const SCRIPT: &str = "
    const done = arguments[arguments.length - 1];
    const [shelf, change] = arguments;
    const request = indexedDB.open('multi-agency-audit');
    request.onerror = () => done('no database');
    request.onsuccess = () => {
        const database = request.result;
        let transaction;
        // After a fault of the program nothing can be written.
        try { transaction = database.transaction([shelf], 'readwrite'); }
        catch (error) { database.close(); return done('stopped'); }
        const records = transaction.objectStore(shelf);
        const found = [];
        const keys = records.getAllKeys();
        const all = records.getAll();
        all.onsuccess = () => all.result.forEach((value, at) => {
            const key = keys.result[at];
            // Long workbooks are kept as bytes.
            if (typeof value.text !== 'string') value.text = new TextDecoder().decode(value.text);
            found.push([key, value.text]);
            if (change.delete) records.delete(key);
            if (change.from !== undefined) {
                value.text = value.text.replace(new RegExp(change.from), change.to);
                value.revision += change.revisions;
                records.put(value, key);
            }
        });
        transaction.oncomplete = () => { database.close(); done(found); };
        transaction.onabort = () => done('aborted');
    };";

/// Texts of the records on a shelf, by key.
pub async fn texts(session: &Session, shelf: &str) -> Result<Vec<(String, String)>> {
    run(session, shelf, serde_json::json!({})).await
}

/// Replaces in every record of a shelf, as JavaScript replaces; the revisions count on by `revisions`.
pub async fn replace(
    session: &Session,
    shelf: &str,
    from: &str,
    to: &str,
    revisions: u32,
) -> Result<()> {
    let change = serde_json::json!({ "from": from, "to": to, "revisions": revisions });
    let before = run(session, shelf, change).await?;
    let after = texts(session, shelf).await?;
    ensure!(before != after, "{from} is nowhere on the shelf of {shelf}: {before:?}");
    Ok(())
}

/// Deletes every record of a shelf.
pub async fn clear(session: &Session, shelf: &str) -> Result<()> {
    run(session, shelf, serde_json::json!({ "delete": true })).await.map(drop)
}

async fn run(session: &Session, shelf: &str, change: Value) -> Result<Vec<(String, String)>> {
    let found = session.script_async(SCRIPT, vec![shelf.into(), change]).await?;
    serde_json::from_value(found.clone()).with_context(|| format!("the shelf of {shelf}: {found}"))
}
