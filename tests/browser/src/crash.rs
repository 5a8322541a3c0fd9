//! Killing a browser in the midst of its work, and looking at what it kept.

mod importing;
mod migrating;
mod outcome;
mod round;
mod saving;

pub use importing::{crash_while_importing, pile_to_import};
pub use migrating::crash_while_migrating;
pub use outcome::{Outcome, summary};
pub use saving::{crash_while_saving, round_to_save};

use crate::pages::auditor::ReturnPages;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Result, ensure};
use std::time::{Duration, Instant};

/// The most that may be lost.
pub const ALLOWED: Duration = Duration::from_secs(1);
const BOX: &str = "area-2_reason";

/// What one crash left.
#[derive(Debug, Clone, Copy)]
pub struct Crash {
    /// How long the person had typed.
    pub after: Duration,
    /// Characters typed before and in this round.
    pub typed: usize,
    /// Characters found after the new start.
    pub kept: usize,
    /// Age of the oldest key that was lost, at the moment of the crash; nothing where none was.
    pub lost: Option<Duration>,
    /// Whether the draft itself was gone.
    pub draft_lost: bool,
}

/// Types into a box of a return for this long, kills the browser, starts it again and looks.
///
/// `text` is what the box held before, and holds what was kept when this returns.
pub async fn crash_while_typing(
    session: &mut Session,
    pages: &ReturnPages,
    text: &mut String,
    after: Duration,
) -> Result<Crash> {
    let page = pages.page("area/area-2");
    session.route(&format!("{page}/at/{BOX}")).await?;
    session.keyboard().focused(BOX).await?;
    // Typing goes on at the end, wherever the browser has put the caret.
    const END: &str = "const at = document.activeElement; at.setSelectionRange(at.value.length, at.value.length);";
    session.script(END, vec![]).await?;
    let start = Instant::now();
    let mut typed = text.clone();
    // A key counts from the moment at which the driver has pressed it.
    let mut by = Vec::new();
    while start.elapsed() < after {
        let word = format!("w{} ", by.len());
        session.keyboard().text(&word).await?;
        typed.push_str(&word);
        by.push((Instant::now(), typed.len()));
    }
    let killed = Instant::now();
    session.kill_and_restart().await?;
    session.open(&format!("index.html{page}")).await?;
    let found = kept(session).await;
    let draft_lost = found.is_err();
    let kept = found.unwrap_or_default();
    ensure!(typed.starts_with(&kept), "kept “{kept}” of “{typed}”");
    let lost = by.iter().find(|(_, length)| *length > kept.len());
    let lost = lost.map(|(at, _)| killed.duration_since(*at));
    let crash = Crash { after, typed: typed.len(), kept: kept.len(), lost, draft_lost };
    *text = kept;
    Ok(crash)
}

async fn kept(session: &Session) -> Result<String> {
    const VALUE: &str =
        "const at = document.getElementById(arguments[0]); return at ? at.value : null;";
    eventually("the box after the crash", async || {
        Ok(session.script(VALUE, vec![BOX.into()]).await?.as_str().map(str::to_owned))
    })
    .await
}

impl Crash {
    /// Whether no more was lost than may be.
    pub fn is_allowed(&self) -> bool {
        !self.draft_lost && self.lost.is_none_or(|lost| lost <= ALLOWED)
    }
}

impl From<Crash> for Outcome {
    fn from(crash: Crash) -> Self {
        let faults = crash.draft_lost.then(|| "the draft is gone".to_owned());
        let (after, lost) = (crash.after, crash.lost);
        Self { after, stage: "in mid-sentence", lost, faults: faults.into_iter().collect() }
    }
}

impl std::fmt::Display for Crash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let draft = if self.draft_lost { "the draft and " } else { "" };
        let lost = self.lost.map_or("nothing lost".to_owned(), |lost| {
            let characters = self.typed - self.kept;
            format!("lost {draft}{characters} characters, the last {} ms", lost.as_millis())
        });
        write!(formatter, "killed after {:>5} ms: {lost}", self.after.as_millis())
    }
}

/// Moments to kill at, between one and four seconds, the same for the same seed (a linear congruence).
pub fn moments(seed: u64) -> impl Iterator<Item = Duration> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_millis(1_000 + (state >> 33) % 3_000)
    })
}
