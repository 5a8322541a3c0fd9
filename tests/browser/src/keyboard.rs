//! A person without a mouse: Tab, Space, arrows, Enter and typing, nothing else.

use crate::engine::Engine;
use crate::times;
use crate::wait::eventually;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use std::time::Instant;
use thirtyfour::WebDriver;
use thirtyfour::common::command::Command;

/// Tab.
pub const TAB: char = '\u{E004}';
/// Enter.
pub const ENTER: char = '\u{E007}';
/// Backspace.
pub const BACKSPACE: char = '\u{E003}';
/// Space.
pub const SPACE: char = ' ';
/// Arrow down.
pub const DOWN: char = '\u{E015}';
/// Control.
pub const CONTROL: char = '\u{E009}';
const SHIFT: char = '\u{E008}';

/// More stops than any page has.
const MOST_STOPS: usize = 600;

/// So many of the stops ahead a page tells of at once.
const FAR: usize = 200;

/// So many stops before the last that it tells of no more are pressed at once: after it come the browser's own bars,
/// and a page may be wrong about its stops.
const SHORT_OF_THE_END: usize = 3;

/// A text of no more keys than this is pressed by actions in each engine.
const SHORT: usize = 8;

/// Begins both scripts that follow.
const DESCRIBE: &str = "
    const describe = at => {
        if (!at || at === document.body) return { away: !document.hasFocus() };
        const same = at.name && (at.type === 'radio' || at.type === 'checkbox')
            ? [...document.querySelectorAll(`input[name='${CSS.escape(at.name)}']`)] : [];
        return {
            tag: at.tagName.toLowerCase(), id: at.id, kind: at.type || '', name: at.name || '',
            text: (at.textContent || '').trim(), value: at.value === undefined ? '' : String(at.value),
            choices: same.map(one => one.value),
            chosen: same.filter(one => one.checked).map(one => one.value),
            href: at.getAttribute('href') || '', inputmode: at.inputMode || '',
        };
    };
    const at = document.activeElement;";

const FOCUS: &str = "
    return describe(at);";

/// What of the page Tab comes to after this, as far as elements and styles tell: of radios of one name the chosen one
/// or the first, and nothing of the question that has the focus.
const WAY: &str = "
    const found = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
    const radios = new Map();
    for (const one of found) {
        if (one.type !== 'radio' || one.disabled) continue;
        const before = radios.get(one.name);
        if (!before || (one.checked && !before.checked)) radios.set(one.name, one);
    }
    const here = at && at.type === 'radio' ? at.name : null;
    const ahead = one => (at.compareDocumentPosition(one) & 4) !== 0;
    const takes = one => one.type !== 'hidden' && !one.matches(':disabled')
        && !(Number(one.getAttribute('tabindex') ?? 0) < 0)
        && (one.type !== 'radio' || (radios.get(one.name) === one && one.name !== here));
    const shown = one => !one.closest('[inert], details:not([open]) > :not(summary)')
        && one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
    const lost = !at || at === document.body;
    const stops = lost ? [] : [...found].filter(one => ahead(one) && takes(one) && shown(one));
    return { focus: describe(at), left: stops.length, ahead: stops.slice(0, arguments[0]).map(describe) };";

/// What has the focus.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Focus {
    /// Element name, in lower case; empty if nothing has the focus.
    pub tag: String,
    /// Its id.
    pub id: String,
    /// `type` of an input or button.
    pub kind: String,
    /// Form name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// What it holds.
    pub value: String,
    /// Values of all radios or checkboxes of its question.
    pub choices: Vec<String>,
    /// Those chosen.
    pub chosen: Vec<String>,
    /// Where it leads.
    pub href: String,
    /// Which on-screen keyboard it asks for.
    pub inputmode: String,
    /// Beyond the page, in the browser's own bars.
    pub away: bool,
}

impl Focus {
    /// What it is called where a way is told.
    fn called(&self) -> String {
        if self.id.is_empty() { self.text.clone() } else { self.id.clone() }
    }
}

/// Where the focus is, and what the page says that Tab comes to.
#[derive(Debug, Deserialize)]
struct Way {
    focus: Focus,
    /// How many stops there are to the end of the page.
    left: usize,
    /// The first of them.
    ahead: Vec<Focus>,
}

/// Keys pressed in one browser.
pub struct Keyboard<'a> {
    driver: &'a WebDriver,
    engine: Engine,
}

impl<'a> Keyboard<'a> {
    /// The keyboard of a browser.
    pub fn of(driver: &'a WebDriver, engine: Engine) -> Self {
        Self { driver, engine }
    }

    /// Presses and lets go each key of `keys` in turn.
    pub async fn press(&self, keys: &[char]) -> Result<()> {
        let keys = keys.iter().flat_map(|key| {
            let key = key.to_string();
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        });
        self.perform(keys.collect()).await
    }

    async fn perform(&self, keys: Vec<serde_json::Value>) -> Result<()> {
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": keys }]);
        self.driver.cmd(Command::PerformActions(actions.into())).await?;
        Ok(())
    }

    /// Presses a key while Control is held, such as `z` to undo.
    pub async fn with_control(&self, key: char) -> Result<()> {
        let step = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        self.perform(vec![
            step("keyDown", CONTROL),
            step("keyDown", key),
            step("keyUp", key),
            step("keyUp", CONTROL),
        ])
        .await
    }

    /// Types a text.
    ///
    /// Firefox is given a longer one whole: the same keys come to the page one after the other, where its caret is,
    /// for a third of what as many actions cost. The other engines gain nothing by it.
    pub async fn text(&self, text: &str) -> Result<()> {
        let plain = text.bytes().all(|one| (b' '..=b'~').contains(&one));
        if self.engine == Engine::Firefox && plain && text.len() > SHORT {
            let focused = self.driver.active_element().await?;
            return Ok(focused.send_keys(text).await?);
        }
        let keys: Vec<char> =
            text.chars().map(|one| if one == '\n' { ENTER } else { one }).collect();
        self.press(&keys).await
    }

    /// Presses a key while another one is held, such as Ctrl+S.
    pub async fn chord(&self, held: char, key: char) -> Result<()> {
        let press = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        self.perform(vec![
            press("keyDown", held),
            press("keyDown", key),
            press("keyUp", key),
            press("keyUp", held),
        ])
        .await
    }

    /// What has the focus.
    pub async fn focus(&self) -> Result<Focus> {
        let script = [DESCRIBE, FOCUS].concat();
        let found = self.driver.execute(script.as_str(), vec![]).await?;
        found.convert().context("what has the focus")
    }

    /// The way on from here, with so many stops of it.
    async fn way(&self, most: usize) -> Result<Way> {
        let script = [DESCRIBE, WAY].concat();
        let found = self.driver.execute(script.as_str(), vec![most.into()]).await?;
        found.convert().context("the way from what has the focus")
    }

    /// The next stop.
    pub async fn tab(&self) -> Result<Focus> {
        self.press(&[TAB]).await?;
        let focus = self.focus().await?;
        self.comes_back(&focus).await?;
        Ok(focus)
    }

    /// Back from the browser's own bars: keys go on to the page from there, whose controls would not act on all of them.
    async fn comes_back(&self, focus: &Focus) -> Result<()> {
        if focus.away {
            self.driver.switch_to_window(self.driver.window().await?).await?;
        }
        Ok(())
    }

    /// The stop before.
    pub async fn tab_back(&self) -> Result<Focus> {
        let key = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        self.perform(vec![
            key("keyDown", SHIFT),
            key("keyDown", TAB),
            key("keyUp", TAB),
            key("keyUp", SHIFT),
        ])
        .await?;
        self.focus().await
    }

    /// Tabs on until `wanted`; comes round to the beginning of the page once.
    pub async fn tab_to(&self, what: &str, wanted: impl Fn(&Focus) -> bool) -> Result<Focus> {
        let start = Instant::now();
        let mut passed = Vec::new();
        while passed.len() < MOST_STOPS {
            let focus = self.tab().await?;
            let found = if wanted(&focus) {
                Some(focus)
            } else {
                passed.push(focus.called());
                self.leap(&wanted, &mut passed).await?
            };
            if let Some(found) = found {
                times::step(&format!("Tab to {what}, past {} stops", passed.len()), start);
                return Ok(found);
            }
        }
        bail!("Tab never comes to {what}; it comes to {}", passed.join(", "))
    }

    /// Presses Tab as often as the page says that it takes, at once: to ask after every stop takes most of the time of
    /// a long way. What comes of it is asked again, so what the page says proves nothing; where it was wrong, or
    /// nothing ahead is wanted, the way goes on from here.
    async fn leap(
        &self,
        wanted: &impl Fn(&Focus) -> bool,
        passed: &mut Vec<String>,
    ) -> Result<Option<Focus>> {
        let Way { left, ahead, .. } = self.way(FAR).await?;
        let place = ahead.iter().position(wanted);
        let end = ahead.len().saturating_sub(SHORT_OF_THE_END);
        let stops = place.map_or(end, |place| place + 1);
        if stops < 2 {
            return Ok(None);
        }
        self.press(&vec![TAB; stops]).await?;
        let landed = self.way(0).await?;
        self.comes_back(&landed.focus).await?;
        let after = left.saturating_sub(stops);
        let found = place.is_some() && landed.left >= after && wanted(&landed.focus);
        // A stop that is found is not one that was passed.
        let moved = left.saturating_sub(landed.left).saturating_sub(usize::from(found));
        passed.extend(ahead.iter().take(moved).map(Focus::called));
        if found {
            return Ok(Some(landed.focus));
        }
        if place.is_some() && landed.left < after {
            return self.step_back(wanted, stops, after).await;
        }
        Ok(None)
    }

    /// From beyond what is wanted, at most so many stops back to where so many are ahead.
    async fn step_back(
        &self,
        wanted: &impl Fn(&Focus) -> bool,
        most: usize,
        after: usize,
    ) -> Result<Option<Focus>> {
        for _ in 0..most {
            let focus = self.tab_back().await?;
            if self.way(0).await?.left >= after {
                return Ok(wanted(&focus).then_some(focus));
            }
        }
        Ok(None)
    }

    /// Tabs to the box `id` and types.
    pub async fn fill(&self, id: &str, text: &str) -> Result<()> {
        self.tab_to(id, |focus| focus.id == id).await?;
        self.text(text).await
    }

    /// Tabs to the box of the day of the date `id` and types the day so many days ago, and its month and year.
    pub async fn fill_date(&self, id: &str, days_ago: u32) -> Result<()> {
        for (part, text) in ["day", "month", "year"].iter().zip(self.date(days_ago).await?) {
            self.fill(&format!("{id}-{part}"), &text).await?;
        }
        Ok(())
    }

    /// The day, month, year and time of so many days ago, by the clock of the browser.
    pub async fn date(&self, days_ago: u32) -> Result<[String; 4]> {
        const DATE: &str = "
            // Firefox gives a script a clock of its own.
            const Clock = (window.wrappedJSObject || window).Date;
            const now = new Clock();
            const then = new Clock(now.getFullYear(), now.getMonth(), now.getDate() - arguments[0]);
            const two = number => String(number).padStart(2, '0');
            return [then.getDate(), then.getMonth() + 1, then.getFullYear()].map(String)
                .concat(two(now.getHours()) + ':' + two(now.getMinutes()));";
        let found = self.driver.execute(DATE, vec![days_ago.into()]).await?;
        found.convert().context("a date")
    }

    /// Tabs to the link that leads to `href`, and presses Enter.
    pub async fn follow(&self, href: &str) -> Result<()> {
        self.tab_to(href, |focus| focus.href == href).await?;
        self.press(&[ENTER]).await
    }

    /// Tabs to the link or button that begins with `text`, and presses Enter.
    pub async fn activate(&self, text: &str) -> Result<()> {
        let says = |focus: &Focus| {
            matches!(focus.tag.as_str(), "a" | "button" | "summary") && focus.text.starts_with(text)
        };
        self.tab_to(&format!("“{text}”"), says).await?;
        self.press(&[ENTER]).await
    }

    /// Waits until the element `id` has the focus.
    pub async fn focused(&self, id: &str) -> Result<Focus> {
        eventually(&format!("the focus on {id}"), async || {
            let focus = self.focus().await?;
            Ok((focus.id == id).then_some(focus))
        })
        .await
    }

    /// With the focus on an unanswered radio, chooses the one with this value.
    pub async fn choose(&self, focus: &Focus, value: &str) -> Result<()> {
        let place = focus.choices.iter().position(|one| one == value);
        let place = place.with_context(|| format!("{} has no answer {value}", focus.name))?;
        let first = focus.choices.iter().position(|one| *one == focus.value).unwrap_or_default();
        self.press(&[SPACE]).await?;
        let downs = (place + focus.choices.len() - first) % focus.choices.len();
        for _ in 0..downs {
            self.press(&[DOWN]).await?;
        }
        let now = self.focus().await?;
        anyhow::ensure!(
            now.chosen == [value],
            "{} is answered {:?}, not {value}",
            focus.name,
            now.chosen
        );
        Ok(())
    }
}
