//! A person without a mouse: Tab, Space, arrows, Enter and typing, nothing else.

use crate::wait::eventually;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
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

const FOCUS: &str = "
    const at = document.activeElement;
    if (!at || at === document.body) return { away: !document.hasFocus() };
    const same = at.name && (at.type === 'radio' || at.type === 'checkbox')
        ? [...document.querySelectorAll(`input[name='${CSS.escape(at.name)}']`)] : [];
    return {
        tag: at.tagName.toLowerCase(), id: at.id, kind: at.type || '', name: at.name || '',
        text: (at.textContent || '').trim(), value: at.value === undefined ? '' : String(at.value),
        choices: same.map(one => one.value),
        chosen: same.filter(one => one.checked).map(one => one.value),
        href: at.getAttribute('href') || '', inputmode: at.inputMode || '',
    };";

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

/// Keys pressed in one browser.
pub struct Keyboard<'a> {
    driver: &'a WebDriver,
}

impl<'a> Keyboard<'a> {
    /// The keyboard of a browser.
    pub fn of(driver: &'a WebDriver) -> Self {
        Self { driver }
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
    pub async fn text(&self, text: &str) -> Result<()> {
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
        let found = self.driver.execute(FOCUS, vec![]).await?;
        found.convert().context("what has the focus")
    }

    /// The next stop.
    pub async fn tab(&self) -> Result<Focus> {
        self.press(&[TAB]).await?;
        let focus = self.focus().await?;
        if focus.away {
            // Keys go on to the page, whose controls would not act on all of them.
            self.driver.switch_to_window(self.driver.window().await?).await?;
        }
        Ok(focus)
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
        let mut passed = Vec::new();
        for _ in 0..MOST_STOPS {
            let focus = self.tab().await?;
            if wanted(&focus) {
                return Ok(focus);
            }
            passed.push(if focus.id.is_empty() { focus.text } else { focus.id });
        }
        bail!("Tab never comes to {what}; it comes to {}", passed.join(", "))
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
