//! Narrow screens, and pages enlarged until they are narrow.

use crate::engine::Engine;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Result, ensure};
use serde_json::Value;

/// A phone; and 1280 by 1024 at 400 per cent (WCAG 1.4.10).
pub const NARROW: [(u32, u32); 2] = [(320, 640), (320, 256)];

/// What sticks out of the page; what scrolls within a region of its own may.
const WIDE: &str = "
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const inside = one => one.parentElement && (one.parentElement.closest('.app-scroll') !== null);
    return [...document.querySelectorAll('body *')]
        .filter(one => one.getBoundingClientRect().right > width + 1 && !inside(one))
        .slice(0, 8)
        .map(one => one.tagName.toLowerCase() + '#' + one.id + '.' + one.className + ' '
            + Math.round(one.getBoundingClientRect().right))
        .concat('of ' + document.documentElement.scrollWidth + ' in ' + width);";

/// Windows of some browsers are never narrower than this.
const LEAST: u32 = 500;

/// Makes the page this large: in Chromium to the pixel, elsewhere as near as the browser's window goes.
pub async fn resize(session: &Session, width: u32, height: u32) -> Result<()> {
    const INNER: &str = "return [window.innerWidth, window.innerHeight];";
    // The frame around the page is found out first.
    session.driver.set_window_rect(0, 0, width + 400, height + 400).await?;
    let inner: (u32, u32) = serde_json::from_value(session.script(INNER, vec![]).await?)?;
    let frame = (width + 400 - inner.0.min(width + 400), height + 400 - inner.1.min(height + 400));
    session.driver.set_window_rect(0, 0, width + frame.0, height + frame.1).await?;
    let most = if session.engine == Engine::Chromium { width } else { width.max(LEAST) };
    // Some browsers answer before their window has followed.
    eventually(&format!("a page {width} wide"), async || {
        let (now, _): (u32, u32) = serde_json::from_value(session.script(INNER, vec![]).await?)?;
        Ok((width..=most).contains(&now).then_some(()))
    })
    .await?;
    Ok(())
}

/// Fails where the page as a whole scrolls sideways.
pub async fn fits(session: &Session, state: &str) -> Result<()> {
    let wide = session.script(WIDE, vec![]).await?;
    ensure!(wide == Value::Array(Vec::new()), "{state} scrolls sideways: {wide}");
    Ok(())
}
