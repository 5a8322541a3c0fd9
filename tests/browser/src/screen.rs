//! Narrow screens, pages enlarged until they are narrow, and a screen in few colours.

use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::cell::Cell;

/// A phone, in width and height.
pub const PHONE: (u32, u32) = (320, 640);
/// 1280 by 1024 at 400 per cent (WCAG 1.4.10).
pub const ENLARGED: (u32, u32) = (320, 256);

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

/// Makes the page this large, to the pixel in width.
pub async fn resize(session: &Session, (width, height): (u32, u32)) -> Result<()> {
    const INNER: &str = "return [window.innerWidth, window.innerHeight];";
    let asked = Cell::new((width, height));
    // The frame around the page is found out; some browsers answer before their window has followed.
    eventually(&format!("a page {width} wide"), async || {
        let (wide, high) = asked.get();
        session.driver.set_window_rect(0, 0, wide, high).await?;
        let inner: (u32, u32) = serde_json::from_value(session.script(INNER, vec![]).await?)?;
        let next = |asked: u32, wanted: u32, is: u32| {
            (asked + wanted).saturating_sub(is).min(wanted + 400)
        };
        asked.set((next(wide, width, inner.0), next(high, height, inner.1)));
        Ok((inner.0 == width).then_some(()))
    })
    .await
}

/// Makes the page this large, to the pixel in width and height: for pictures.
pub async fn resize_to(session: &Session, (width, height): (u32, u32)) -> Result<()> {
    const FRAME: &str = "return window.outerHeight - window.innerHeight;";
    const INNER: &str = "return window.innerHeight;";
    eventually(&format!("a page {width} by {height}"), async || {
        resize(session, (width, height)).await?;
        let frame = session.script(FRAME, vec![]).await?.as_u64().unwrap_or_default();
        let outer = height + u32::try_from(frame)?;
        session.driver.set_window_rect(0, 0, width, outer).await?;
        Ok((session.script(INNER, vec![]).await? == height).then_some(()))
    })
    .await
}

/// Fails where the page as a whole scrolls sideways.
pub async fn fits(session: &Session, state: &str) -> Result<()> {
    let wide = session.script(WIDE, vec![]).await?;
    ensure!(wide == Value::Array(Vec::new()), "{state} scrolls sideways: {wide}");
    Ok(())
}

/// What nobody would find in forced colours, where backgrounds and shadows are gone: a control without an
/// edge of its own, and one that has the focus and does not show it. Links keep a colour of their own.
const UNSEEN: &str = "
    if (!matchMedia('(forced-colors: active)').matches) return null;
    const shown = one => one.checkVisibility() && !one.closest('details:not([open]) > :not(summary)');
    const drawn = (style, part) =>
        style[part + 'Style'] !== 'none' && parseFloat(style[part + 'Width']) > 0
        && !/^transparent|^rgba.*, 0[)]$/.test(style[part + 'Color']);
    const picture = one => ['radio', 'checkbox'].includes(one.type)
        ? getComputedStyle(one.labels[0], '::before') : getComputedStyle(one);
    const edged = one => {
        const style = picture(one);
        return drawn(style, 'borderTop') || drawn(style, 'borderBottom') || drawn(style, 'outline')
            || style.textDecorationLine.includes('underline');
    };
    const controls = 'button, .govuk-button, input, select, textarea';
    const name = one => one.tagName.toLowerCase() + '#' + one.id + '.' + one.className + ' '
        + one.textContent.trim().slice(0, 40);
    const all = [...document.querySelectorAll('#app ' + controls.replaceAll(', ', ', #app '))].filter(shown);
    const faults = all.filter(one => one.type !== 'file' && !edged(one)).map(one => 'no edge: ' + name(one));
    const stops = all.concat([...document.querySelectorAll('#app a[href], #app summary')].filter(shown));
    for (const one of stops) {
        if (one.matches(':disabled') || one.closest('[inert]') || !document.hasFocus()) continue;
        one.focus({ preventScroll: true });
        if (!drawn(picture(one), 'outline')) faults.push('focus not seen: ' + name(one));
    }
    return faults.slice(0, 8);";

/// Fails where forced colours hide a control, or that it has the focus.
pub async fn is_seen(session: &Session, state: &str) -> Result<()> {
    let unseen = session.script(UNSEEN, vec![]).await?;
    ensure!(!unseen.is_null(), "{state} is not in forced colours");
    ensure!(unseen == Value::Array(Vec::new()), "{state} in forced colours: {unseen}");
    Ok(())
}

/// In Chromium: fails where the page as it is, enlarged until it is narrow and in forced colours, hides anything.
///
/// The browser makes the page so, and lets go of it again: to start one that is set so, and to go through all pages
/// again, takes longer than all that is looked at.
pub async fn is_whole_enlarged_in_few_colours(session: &Session, state: &str) -> Result<()> {
    const WIDTH: &str = "return window.innerWidth;";
    let (width, height) = ENLARGED;
    let device =
        json!({ "width": width, "height": height, "deviceScaleFactor": 0, "mobile": false });
    in_colours(session, "active").await?;
    command(session, "Emulation.setDeviceMetricsOverride", device).await?;
    eventually(&format!("a page {width} wide"), async || {
        Ok((session.script(WIDTH, vec![]).await? == width).then_some(()))
    })
    .await?;
    let whole = fits(session, &format!("{state}, enlarged")).await;
    let seen = is_seen(session, state).await;
    command(session, "Emulation.clearDeviceMetricsOverride", json!({})).await?;
    in_colours(session, "none").await?;
    eventually("a wide page again", async || {
        Ok((session.script(WIDTH, vec![]).await? != width).then_some(()))
    })
    .await?;
    whole.and(seen)
}

async fn in_colours(session: &Session, forced: &str) -> Result<()> {
    let features = json!({ "features": [{ "name": "forced-colors", "value": forced }] });
    command(session, "Emulation.setEmulatedMedia", features).await
}

/// What Chromium's own tools ask of it.
async fn command(session: &Session, method: &str, params: Value) -> Result<()> {
    session.driver.cdp().send_raw(method, params).await?;
    Ok(())
}

/// Whether the page marks characters that nobody sees; fails where one stands in its text. Boxes keep what is in them.
pub async fn shows_what_is_hidden(session: &Session, state: &str) -> Result<bool> {
    const HIDDEN: &str = "
        const app = document.querySelector('#app');
        const said = [...app.querySelectorAll('*')].flatMap(one =>
            ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'].map(name => one.getAttribute(name) ?? ''));
        const text = app.textContent + document.title + said.join(' ');
        const hidden = text =>
            (text.match(/[\\u0000-\\u0008\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066\\u2067]/g) || []).length;
        const boxes = [...app.querySelectorAll('textarea')].map(box => box.textContent).join(' ');
        return [hidden(text) - hidden(boxes),
            text.includes('[hidden character U+')];";
    let found = session.script(HIDDEN, vec![]).await?;
    let (hidden, marked): (usize, bool) = serde_json::from_value(found)?;
    ensure!(hidden == 0, "{state}: {hidden} hidden characters in the text");
    Ok(marked)
}
