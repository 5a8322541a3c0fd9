//! The three engines: their drivers, capabilities and peculiarities.

use crate::processes::Family;
use crate::wait::eventually;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};

/// A browser engine that the stories run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox ESR, headless.
    Firefox,
    /// WebKitGTK's MiniBrowser, on the screen of `DISPLAY`.
    Webkit,
}

/// How a browser may be set, by its person or an IT team.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Setting {
    /// As it comes.
    #[default]
    Ordinary,
    /// Without WebAssembly, as under "enhanced security".
    NoWebAssembly,
    /// Without JavaScript.
    NoScripts,
    /// Without any storage for pages.
    NoStorage,
    /// Every window a private one.
    Private,
    /// In the few colours that its person has chosen ("high contrast").
    ForcedColours,
    /// Nothing on the screen is to move.
    ReducedMotion,
    /// In Arabic as Egypt writes it, where the day begins and ends at other hours than ours.
    FarAway,
}

const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

impl Engine {
    /// In lower case, as on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Whether a download lands in the folder that we name. WebKitGTK's driver saves nothing.
    pub fn saves_downloads(self) -> bool {
        match self {
            Self::Chromium | Self::Firefox => true,
            Self::Webkit => false,
        }
    }

    /// Whether a profile outlives its browser. MiniBrowser under automation keeps all in memory.
    pub fn keeps_profile(self) -> bool {
        match self {
            Self::Chromium | Self::Firefox => true,
            Self::Webkit => false,
        }
    }

    /// Whether a browser set so keeps pages for when there is no network.
    pub(crate) fn keeps_pages(self, setting: Setting) -> bool {
        match setting {
            // Without scripts nothing can ask for it.
            Setting::NoStorage | Setting::NoScripts => false,
            Setting::Private => self != Self::Firefox,
            _ => true,
        }
    }

    /// Whether one that is started so finds those that were kept before.
    pub(crate) fn finds_kept_pages(self, setting: Setting) -> bool {
        let hides = [Setting::NoStorage, Setting::NoScripts, Setting::Private].contains(&setting);
        self.keeps_profile() && !hides
    }

    /// The time zone of [`Setting::FarAway`]: 5 hours 45 minutes, and 13 hours, ahead.
    pub fn far_zone(self) -> &'static str {
        match self {
            Self::Chromium => "Asia/Kathmandu",
            Self::Firefox | Self::Webkit => "Pacific/Apia",
        }
    }

    /// Starts its driver on a free port; returns the address to ask for sessions.
    pub(crate) async fn driver(self, home: &Path, setting: Setting) -> Result<(Family, String)> {
        let port = free_port()?;
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new(geckodriver()),
            Self::Webkit => Command::new("WebKitWebDriver"),
        };
        command.arg(format!("--port={port}"));
        // As root in a container WebKit's own sandbox cannot start.
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        // Without a graphics card its compositing costs a fifth of the processor and shows the same.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        // Its last compiler takes a tenth of a story's time, and gives nothing back before the story ends.
        command.env("JSC_useOMGJIT", "false");
        // Where [`narrow_frames`] tells GTK what its windows may be.
        command.env("XDG_CONFIG_HOME", home.join("profile"));
        if setting == Setting::FarAway {
            command.env("TZ", self.far_zone());
            for name in ["LANG", "LC_ALL", "LANGUAGE"] {
                command.env(name, "ar_EG.UTF-8");
            }
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let name = format!("{:?}", command.get_program());
        let family = Family::spawn(command).with_context(|| format!("{name} did not start"))?;
        eventually(&format!("{name} to listen"), async || {
            Ok(TcpStream::connect(("127.0.0.1", port)).ok())
        })
        .await?;
        Ok((family, format!("http://127.0.0.1:{port}")))
    }

    /// What a session asks for, with its profile and downloads below `home`.
    pub(crate) fn capabilities(self, home: &Path, setting: Setting) -> Map<String, Value> {
        let profile = home.join("profile");
        let downloads = home.join("downloads");
        let asked = match self {
            Self::Chromium => chromium(&profile, &downloads, setting),
            Self::Firefox => firefox(&profile, &downloads, setting),
            Self::Webkit => webkit(setting),
        };
        asked.as_object().cloned().unwrap_or_default()
    }
}

/// Lets the windows of a profile be as narrow as a phone: their toolbars would not.
pub(crate) fn narrow_frames(profile: &Path) -> Result<()> {
    const FIREFOX: &str =
        ":root, body, #navigator-toolbox, #nav-bar, #nav-bar * { min-width: 0 !important; }";
    const GTK: &str =
        "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; }";
    for (file, style) in [("chrome/userChrome.css", FIREFOX), ("gtk-3.0/gtk.css", GTK)] {
        let file = profile.join(file);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, style)?;
    }
    Ok(())
}

fn webkit(setting: Setting) -> Value {
    let mut args = vec!["--automation"];
    match setting {
        // It has no switch for WebAssembly or for motion and knows no forced colours; where it is, its driver says.
        Setting::Ordinary
        | Setting::NoWebAssembly
        | Setting::ForcedColours
        | Setting::ReducedMotion
        | Setting::FarAway => {}
        Setting::NoScripts => args.push("--enable-javascript=false"),
        Setting::NoStorage => {
            args.extend(["--enable-html5-database=false", "--enable-html5-local-storage=false"]);
        }
        Setting::Private => args.push("--private"),
    }
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": MINI_BROWSER, "args": args },
    })
}

fn chromium(profile: &Path, downloads: &Path, setting: Setting) -> Value {
    let mut asked = chromium_as_it_comes(profile, downloads);
    let options = &mut asked["goog:chromeOptions"];
    let content = "profile.default_content_setting_values.";
    let flag = match setting {
        Setting::Ordinary => None,
        Setting::NoWebAssembly => Some("--js-flags=--jitless"),
        Setting::Private => Some("--incognito"),
        Setting::ForcedColours => Some("--force-high-contrast"),
        Setting::ReducedMotion => Some("--force-prefers-reduced-motion"),
        Setting::FarAway => {
            options["prefs"]["intl.accept_languages"] = "ar-EG,ar".into();
            Some("--lang=ar-EG")
        }
        Setting::NoScripts => {
            options["prefs"][format!("{content}javascript")] = 2.into();
            None
        }
        Setting::NoStorage => {
            options["prefs"][format!("{content}cookies")] = 2.into();
            None
        }
    };
    if let (Some(flag), Some(args)) = (flag, options["args"].as_array_mut()) {
        args.push(flag.into());
    }
    asked
}

fn chromium_as_it_comes(profile: &Path, downloads: &Path) -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": "/usr/bin/chromium",
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--window-size=1280,1024",
                format!("--user-data-dir={}", profile.display()),
            ],
            "prefs": {
                "download.default_directory": downloads,
                "download.prompt_for_download": false,
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        },
    })
}

fn firefox(profile: &Path, downloads: &Path, setting: Setting) -> Value {
    let mut asked = firefox_as_it_comes(profile, downloads);
    let prefs = &mut asked["moz:firefoxOptions"]["prefs"];
    match setting {
        Setting::Ordinary => {}
        Setting::ReducedMotion => prefs["ui.prefersReducedMotion"] = 1.into(),
        Setting::FarAway => {
            prefs["intl.accept_languages"] = "ar-EG,ar".into();
            prefs["intl.regional_prefs.use_os_locales"] = true.into();
        }
        Setting::NoWebAssembly => prefs["javascript.options.wasm"] = false.into(),
        Setting::NoScripts => prefs["javascript.enabled"] = false.into(),
        // 2: no page may keep anything.
        Setting::NoStorage => prefs["network.cookie.cookieBehavior"] = 2.into(),
        Setting::Private => prefs["browser.privatebrowsing.autostart"] = true.into(),
        Setting::ForcedColours => {
            prefs["ui.useAccessibilityTheme"] = 1.into();
            prefs["browser.display.document_color_use"] = 2.into();
        }
    }
    asked
}

fn firefox_as_it_comes(profile: &Path, downloads: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless", "-profile", profile],
            "prefs": {
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/json,application/octet-stream",
                "browser.sessionstore.resume_from_crash": false,
                "browser.download.alwaysOpenPanel": false,
                // A profile keeps what it was started with: an ordinary start says all of it.
                "javascript.enabled": true,
                "javascript.options.wasm": true,
                "network.cookie.cookieBehavior": 5,
                "browser.privatebrowsing.autostart": false,
                "intl.accept_languages": "en-GB,en",
                "intl.regional_prefs.use_os_locales": false,
                "ui.prefersReducedMotion": 0,
                "ui.useAccessibilityTheme": 0,
                "browser.display.document_color_use": 0,
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                // Add-ons of its own and a process for the next page take half of what a start costs, and no page
                // has anything of them.
                "extensions.enabledScopes": 0,
                "extensions.startupScanScopes": 0,
                "dom.ipc.processPrelaunch.enabled": false,
            },
        },
    })
}

fn geckodriver() -> std::path::PathBuf {
    let ours = crate::site::root().join(".cache/tools/bin/geckodriver");
    if ours.is_file() { ours } else { "geckodriver".into() }
}

/// A port that nobody listens on now.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
