//! axe-core on the page as it is.

use crate::engine::Engine;
use crate::session::Session;
use anyhow::{Context, Result, ensure};
use std::fs;

/// Gives nothing where axe is not on the page yet.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    if (typeof axe !== 'object') return done(null);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
        .then(found => done(found.violations.map(one => one.id + ' (' + one.help + '): '
            + one.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; '))))
        .catch(error => done(['axe failed: ' + error]));";

/// Fails where axe finds anything on this page; `state` says which page in which state it is.
///
/// In Chromium only: it reads elements and styles, which are the same in each engine.
pub async fn check(session: &Session, state: &str) -> Result<()> {
    if session.engine != Engine::Chromium {
        return Ok(());
    }
    let mut found = session.script_async(RUN, vec![]).await?;
    if found.is_null() {
        let file = crate::site::root().join("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file)
            .with_context(|| format!("{}: run `npm ci`", file.display()))?;
        session.script(&axe, vec![]).await?;
        found = session.script_async(RUN, vec![]).await?;
    }
    let found: Vec<String> = serde_json::from_value(found).context("axe is not on the page")?;
    ensure!(found.is_empty(), "axe on {state}:\n{}", found.join("\n"));
    Ok(())
}
