//! The three browser engines and what drives them, for the browser tests.

use super::{debian, tools};
use crate::paths::on_path;
use anyhow::{Result, bail};
use std::path::Path;

/// A browser engine that the tests run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox ESR, headless.
    Firefox,
    /// WebKitGTK's MiniBrowser, under Xvfb.
    Webkit,
}

/// Ends the sentence that says what to install by hand.
const WHY: &str = "the browser tests need them, and Debian 12 or later (x86-64). Elsewhere run \
                   `cargo xtask test --native`";
const FONTS: &str = "/usr/share/fonts/truetype/liberation";

/// Every engine, in the order tested.
pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

impl Engine {
    /// The word for it on the command line and in the tests' names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The engines named; all when none is.
    pub fn asked_for(words: &[String]) -> Result<Vec<Self>> {
        if words.is_empty() {
            return Ok(ALL.to_vec());
        }
        words.iter().map(|word| Self::of(word)).collect()
    }

    fn of(word: &str) -> Result<Self> {
        match ALL.into_iter().find(|engine| engine.word() == word) {
            Some(engine) => Ok(engine),
            None => bail!("There is no browser `{word}`: say chromium, firefox or webkit."),
        }
    }

    /// Programs on PATH (or whole paths) that it needs, each with Debian's
    /// package of it. The fonts stand in for Arial, which visitors have.
    fn needs(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Chromium => &[
                ("chromium", "chromium"),
                ("chromedriver", "chromium-driver"),
                ("pdftotext", "poppler-utils"),
                (FONTS, "fonts-liberation"),
            ],
            Self::Firefox => &[("firefox-esr", "firefox-esr"), ("pdftotext", "poppler-utils")],
            Self::Webkit => &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")],
        }
    }
}

/// Installs what `engines` need and this computer lacks.
pub fn ready(engines: &[Engine]) -> Result<()> {
    let missing: Vec<&str> = engines
        .iter()
        .flat_map(|engine| engine.needs())
        .filter(|(program, _)| !Path::new(program).is_dir() && on_path(program).is_none())
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        debian::install(&missing, WHY)?;
    }
    if engines.contains(&Engine::Firefox) {
        tools::geckodriver()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_every_engine_and_a_wrong_one_is_told() {
        assert_eq!(Engine::asked_for(&[]).expect("reads"), ALL);
        assert_eq!(Engine::asked_for(&["webkit".into()]).expect("reads"), [Engine::Webkit]);
        let error = Engine::asked_for(&["opera".into()]).expect_err("refused");
        assert!(error.to_string().starts_with("There is no browser `opera`"));
    }
}
