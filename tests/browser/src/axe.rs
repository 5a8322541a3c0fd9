//! axe-core on the page as it is.

use crate::engine::Engine;
use crate::session::Session;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;

const RUN: &str = "
    const done = arguments[arguments.length - 1];
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
    let there = session.script("return typeof axe === 'object';", vec![]).await?;
    if there != Value::Bool(true) {
        let file = crate::site::root().join("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file)
            .with_context(|| format!("{}: run `npm ci`", file.display()))?;
        session.script(&axe, vec![]).await?;
    }
    let found = session.driver.execute_async(RUN, vec![]).await?;
    let found: Vec<String> = found.convert()?;
    ensure!(found.is_empty(), "axe on {state}:\n{}", found.join("\n"));
    Ok(())
}
