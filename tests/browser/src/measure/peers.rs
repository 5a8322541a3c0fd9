//! Other form programs beside ours: the same questions, the same measuring, in turn.
//!
//! Their pages are made by `benches/peers/bundle.mjs` from the made-up tool of 60 prompts, each with the peer's own
//! minified production build. Nothing of them is in the programs' dependency tree.

use super::{MEDIAN, Measured, P95, Row, SPEEDS, Samples, Slowed, WORST, import, ready, typing};
use crate::made;
use crate::site::root;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::prelude::*;

const OURS: &str = "ours";
/// Programs, each with its folder of pages; ours has none.
const FORMS: [(&str, Option<&str>); 6] = [
    (OURS, None),
    ("SurveyJS, a page", Some("surveyjs-one-page")),
    ("SurveyJS, a page an area", Some("surveyjs-page-an-area")),
    ("form.io", Some("formio")),
    ("Enketo", Some("enketo")),
    ("ODK Web Forms", Some("odk")),
];
const JOSE: &str = "jose";
const PROMPTS: usize = 60;
/// Keys and radios are many a sample: so many samples of them are enough.
const TYPED: usize = 2;

/// The peers' pages, and the audit that they are made of.
pub struct Peers {
    audit: made::Audit,
    folder: PathBuf,
}

impl Peers {
    /// Makes the pages; takes some twenty seconds.
    pub fn made() -> Result<Self> {
        let audit = made::audit(PROMPTS)?;
        let folder = made::folder("peers")?;
        let tool = folder.with_extension("json");
        fs::write(&tool, serde_json::to_vec(&made::tool(&audit)?)?)?;
        let mut node = Command::new("node");
        node.arg(root().join("benches/peers/bundle.mjs")).arg(&tool).arg(&folder);
        let ended = node.status().context("node did not start")?;
        ensure!(ended.success(), "the peers' pages were not made");
        Ok(Self { audit, folder })
    }
}

/// What one program's page took.
#[derive(Default)]
struct Found {
    first: Vec<f64>,
    bytes: Vec<f64>,
    again: Vec<f64>,
    keys: Vec<f64>,
    reveals: Vec<f64>,
}

impl Found {
    /// Says the newest sample at once: the whole takes a quarter of an hour.
    fn tell(&self, whose: &str, slowed: Slowed) {
        let newest = |times: &[f64]| times.last().copied().unwrap_or(f64::NAN);
        let (first, again) = (newest(&self.first), newest(&self.again));
        println!("{whose}, {}x: first visit {first:.0} ms, again {again:.0} ms", slowed.0);
    }
}

/// The form of 60 prompts in every program, each in turn, another one first each time.
pub async fn forms(peers: &Peers, samples: Samples) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for slowed in SPEEDS {
        let mut found = [(); FORMS.len()].map(|()| Found::default());
        for sample in 0..samples.0 {
            for at in (0..FORMS.len()).map(|at| (at + sample) % FORMS.len()) {
                let (whose, folder) = FORMS[at];
                let types = slowed != Slowed(1) && sample < TYPED;
                let form = Form { peers, folder, slowed, types };
                // Without ours there is nothing to compare; a peer that fails is told of and left out.
                match form.measure(&mut found[at]).await.context(whose) {
                    Err(error) if folder.is_some() => println!("NOT MEASURED: {error:#}"),
                    Err(error) => return Err(error),
                    Ok(()) => found[at].tell(whose, slowed),
                }
            }
        }
        for ((whose, _), found) in FORMS.into_iter().zip(found) {
            rows.extend(told(whose, slowed, found));
        }
    }
    Ok(rows)
}

fn told(whose: &'static str, slowed: Slowed, found: Found) -> Vec<Row> {
    let row = |what: &str, held: u32, unit: &'static str, samples: Vec<f64>| Row {
        what: format!("{what}, {}x", slowed.0),
        unit,
        budget: None,
        held,
        samples,
        whose: Some(whose),
    };
    let mut rows = vec![
        row("first visit until the first questions are drawn", MEDIAN, "ms", found.first),
        row("opened again until the first questions are drawn", MEDIAN, "ms", found.again),
    ];
    if slowed == Slowed(1) {
        let kilobytes = found.bytes.iter().map(|bytes| bytes / 1e3).collect();
        rows.push(Row {
            what: "loaded until then, compressed".to_owned(),
            ..row("", MEDIAN, "KB", kilobytes)
        });
    }
    if !found.keys.is_empty() {
        rows.push(row("key press to paint", P95, "ms", found.keys));
        rows.push(row("radio to revealed field", MEDIAN, "ms", found.reveals));
    }
    rows
}

/// One program's form, once.
struct Form<'a> {
    peers: &'a Peers,
    folder: Option<&'static str>,
    slowed: Slowed,
    /// Whether keys and radios are measured, too.
    types: bool,
}

impl Form<'_> {
    async fn measure(&self, found: &mut Found) -> Result<()> {
        let mut page = Measured::beside(self.slowed, Some(&self.peers.folder)).await?;
        match self.folder {
            None => self.ours(&mut page, found).await?,
            Some(folder) => self.peer(&mut page, folder, found).await?,
        }
        page.end().await
    }

    /// From the start page through the invitation to the first area, as its person would go.
    async fn ours(&self, page: &mut Measured, found: &mut Found) -> Result<()> {
        let start = page.load("index.html", "start").await?;
        let invitation = ready::invitation(page, &self.peers.audit.invitation).await?;
        let begun = ready::begin(page).await?;
        let tasks = page.session.hash().await?;
        let area = typing::area(page, &tasks).await?;
        found.first.push(start + invitation + begun + area);
        found.bytes.push(page.bytes().await?);
        if self.types {
            page.session.keyboard().focused(typing::BOX).await?;
            found.keys.extend(typing::type_keys(page).await?);
            let radios = typing::radios(page).await?;
            found.reveals.extend(typing::choose(page, &radios.0, &radios.1).await?);
        }
        page.session.shows("Saved").await?;
        page.again().await?;
        let area = format!("index.html{tasks}/area/area-1/at/{}", typing::BOX);
        found.again.push(page.load(&area, "box").await?);
        Ok(())
    }

    async fn peer(&self, page: &mut Measured, folder: &str, found: &mut Found) -> Result<()> {
        let address = format!("peers/{folder}/index.html");
        page.without_policy().await?;
        found.first.push(page.load(&address, "peer").await?);
        found.bytes.push(page.bytes().await?);
        if self.types {
            page.session.script("peer.box().focus();", vec![]).await?;
            found.keys.extend(typing::type_keys(page).await?);
            let (yes, not) = (radios(page, "yes").await?, radios(page, "not-applicable").await?);
            found.reveals.extend(typing::choose(page, &yes, &not).await?);
        }
        page.again().await?;
        page.without_policy().await?;
        found.again.push(page.load(&address, "peer").await?);
        Ok(())
    }
}

/// The radios of this value at the first eight questions of the first area.
async fn radios(page: &Measured, value: &str) -> Result<Vec<WebElement>> {
    const RADIOS: &str =
        "const [value, names] = arguments; return names.map(name => peer.radio(name, value));";
    let names: Vec<String> = (0..8).map(|at| format!("prompt_{}", 1 + 7 * at)).collect();
    let found = page.session.driver.execute(RADIOS, vec![value.into(), names.into()]).await?;
    Ok(found.elements()?)
}

/// The same sealed returns opened by our page, which admits and keeps them too, and by `jose` with `JSON.parse`.
pub async fn opening(peers: &Peers, returns: usize, samples: Samples) -> Result<Vec<Row>> {
    let pile = made::import(returns)?;
    let (mut ours, mut theirs) = (Opened::default(), Opened::default());
    for _ in 0..samples.0 {
        let page = Measured::beside(Slowed(1), Some(&peers.folder)).await?;
        import::open_round(&page, &pile).await?;
        ours.take_in(&page, &pile, import::FINISHED).await?;
        page.session.shows("Saved").await?;
        page.end().await?;
        let page = Measured::beside(Slowed(1), Some(&peers.folder)).await?;
        page.without_policy().await?;
        let key = made::opening_key().to_string();
        let address = format!("{}peers/jose/index.html", page.session.address());
        page.session.driver.goto(&address).await?;
        page.session.script("window.opens(arguments[0]);", vec![key.into()]).await?;
        let finished = format!("document.body.textContent.includes('Finished: {returns} returns')");
        theirs.take_in(&page, &pile, &finished).await?;
        page.end().await?;
    }
    Ok([(OURS, ours), (JOSE, theirs)]
        .into_iter()
        .flat_map(|(whose, all)| all.told(whose, returns))
        .collect())
}

/// What opening took.
#[derive(Default)]
struct Opened {
    took: Vec<f64>,
    blocked: Vec<f64>,
    memory: Vec<f64>,
}

impl Opened {
    async fn take_in(&mut self, page: &Measured, pile: &made::Pile, finished: &str) -> Result<()> {
        let (took, from, memory) = import::take_in(page, pile, finished).await?;
        self.took.push(took);
        self.blocked.push(page.longest_task(from).await?);
        self.memory.push(memory as f64 / 1e6);
        Ok(())
    }

    fn told(self, whose: &'static str, returns: usize) -> Vec<Row> {
        let row = |what: &str, held: u32, unit: &'static str, samples: Vec<f64>| Row {
            what: format!("{returns} sealed returns: {what}"),
            unit,
            budget: None,
            held,
            samples,
            whose: Some(whose),
        };
        vec![
            row(
                "opened, verified, parsed; ours admits and keeps them too",
                MEDIAN,
                "ms",
                self.took,
            ),
            row("longest that the page does not answer", WORST, "ms", self.blocked),
            row("memory of the page with its workers", WORST, "MB", self.memory),
        ]
    }
}
