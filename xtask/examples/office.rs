//! Writes every kind of document of the five invented rounds as Word files, has LibreOffice open
//! them, and compares what it read with what was written.
//!
//! `office FOLDER`: Word files under `FOLDER/word`, LibreOffice's reading of them (flat ODF)
//! under `FOLDER/read`, its pages under `FOLDER/pages`. `cargo xtask office` calls it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use multi_agency_audit::report::document::{Block, Document, DocumentKind, build, render};
use roxmltree::Node;

#[path = "../../tests/documents/seed/mod.rs"]
#[allow(dead_code)]
mod seed;

const SEEDS: [&str; 5] = ["case-by-case", "theme-by-theme", "summary", "overview", "six-steps"];

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("say into which folder"))?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let documents = written(&folder.join("word"))?;
    let files: Vec<PathBuf> =
        documents.iter().map(|(name, _)| folder.join(format!("word/{name}.docx"))).collect();
    converted(&folder, "fodt", &folder.join("read"), &files)?;
    converted(&folder, "pdf", &folder.join("pages"), &files)?;
    let (mut faults, mut pages) = (Vec::new(), 0);
    for (name, document) in &documents {
        let xml = fs::read_to_string(folder.join(format!("read/{name}.fodt")))?;
        let found = read_as_written(document, &xml);
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
        let (number, found) = paged(document, &folder.join(format!("pages/{name}.pdf")))?;
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
        pages += number;
    }
    if faults.is_empty() {
        println!(
            "LibreOffice reads {} documents as they were written, on {pages} pages",
            documents.len()
        );
        return Ok(());
    }
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    Err(io::Error::other(format!("{} differences", faults.len())))
}

fn written(folder: &Path) -> io::Result<Vec<(String, Document)>> {
    fs::create_dir_all(folder)?;
    let mut documents = Vec::new();
    for of in SEEDS {
        let seed = seed::Seed::named(of);
        // No earlier round was invented: each is compared with itself.
        let compared = build::comparison(&[&seed.workbook], &seed.workbook, seed.story.today);
        let all = DocumentKind::ALL.into_iter().map(|kind| seed.document(kind));
        for document in all.chain([compared]) {
            let name = format!("{of}-as-{}", document.kind.as_str());
            let file = render::docx(&document).map_err(io::Error::other)?;
            fs::write(folder.join(format!("{name}.docx")), file)?;
            documents.push((name, document));
        }
    }
    Ok(documents)
}

/// LibreOffice with settings of its own: one that is open on this computer is left alone.
fn converted(folder: &Path, to: &str, into: &Path, files: &[PathBuf]) -> io::Result<()> {
    let settings = std::path::absolute(folder.join("settings"))?;
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", settings.display()));
    office.args(["--headless", "--convert-to", to, "--outdir"]).arg(into).args(files);
    let done = office.output()?;
    let missing = files.iter().filter(|file| {
        !into.join(file.with_extension(to).file_name().unwrap_or_default()).is_file()
    });
    let missing: Vec<String> = missing.map(|file| file.display().to_string()).collect();
    if done.status.success() && missing.is_empty() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(io::Error::other(format!(
        "LibreOffice did not convert {} to {to}: {said}",
        missing.join(", ")
    )))
}

/// One space between words, whatever kind and number there were.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn value<'a>(node: &Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}

/// All text within, with the spaces and breaks that ODF has as elements.
fn text_of(node: Node) -> String {
    let piece = |one: Node| match one.text().filter(|_| one.is_text()) {
        Some(text) => text.to_owned(),
        None if ["s", "tab", "line-break"].iter().any(|name| is(&one, name)) => " ".to_owned(),
        None => String::new(),
    };
    spaced(&node.descendants().map(piece).collect::<String>())
}

/// What LibreOffice has otherwise than it was written.
fn read_as_written(document: &Document, xml: &str) -> Vec<String> {
    let parsed = match roxmltree::Document::parse(xml) {
        Ok(parsed) => parsed,
        Err(fault) => return vec![fault.to_string()],
    };
    let Some(body) = parsed.descendants().find(|node| is(node, "body")) else {
        return vec!["no text".to_owned()];
    };
    let mut faults = Vec::new();
    let mut differ = |what: &str, wrote: String, read: String| {
        if wrote != read {
            faults.push(format!("{what}: wrote {wrote}, read {read}"));
        }
    };
    let read: Vec<(String, String)> = body
        .descendants()
        .filter(|node| is(node, "h"))
        .map(|node| (value(&node, "outline-level").unwrap_or_default().to_owned(), text_of(node)))
        .collect();
    differ("headings", format!("{:?}", headings(document)), format!("{read:?}"));
    // A chart has a table of its own within.
    let of_text = |node: &Node| !node.ancestors().any(|one| is(&one, "object"));
    let count =
        |name: &str| body.descendants().filter(|node| is(node, name) && of_text(node)).count();
    let (tables, rows, charts, points) = counts(document);
    differ("tables", tables.to_string(), count("table").to_string());
    differ("heads of tables", tables.to_string(), count("table-header-rows").to_string());
    differ("rows", rows.to_string(), count("table-row").to_string());
    differ("points of lists", points.to_string(), in_lists(body).to_string());
    // LibreOffice 7.4 forgets what a chart is described with; `tests/documents/ooxml.rs` looks at that.
    differ("charts", charts.to_string(), count("frame").to_string());
    let language = parsed
        .descendants()
        .filter(|node| is(node, "default-style"))
        .flat_map(|node| node.children())
        .find_map(|node| Some([value(&node, "language")?, value(&node, "country")?].join("-")));
    differ("language", document.language.clone(), language.unwrap_or_default());
    let title = parsed.descendants().find(|node| is(node, "title")).map(text_of);
    differ("title", spaced(&document.title), title.unwrap_or_default());
    faults.extend(missing(document, &text_of(body)));
    faults
}

fn headings(document: &Document) -> Vec<(String, String)> {
    let heading = |block: &Block| match block {
        Block::Heading { level, text } => Some((level.to_string(), spaced(&text.plain()))),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

/// Tables, their rows, charts, points of lists.
fn counts(document: &Document) -> (usize, usize, usize, usize) {
    let (mut tables, mut rows, mut charts, mut points) = (0, 0, 0, 0);
    for block in &document.blocks {
        match block {
            Block::Table(table) => (tables, rows) = (tables + 1, rows + table.rows.len() + 1),
            Block::Chart { chart, .. } => {
                (tables, rows) = (tables + 1, rows + chart.bars.len() + 1);
                charts += 1;
            }
            Block::Bullets(all) => points += all.len(),
            Block::Numbered(all) => {
                points += all.iter().map(|one| 1 + one.points.len()).sum::<usize>();
            }
            Block::Heading { .. } | Block::Paragraph { .. } => {}
        }
    }
    (tables, rows, charts, points)
}

/// Paragraphs that are points of a list.
fn in_lists(body: Node) -> usize {
    body.descendants()
        .filter(|node| is(node, "p") && node.parent().is_some_and(|one| is(&one, "list-item")))
        .count()
}

/// Sentences that are not there, in their order.
fn missing(document: &Document, read: &str) -> Vec<String> {
    let (mut at, mut faults) = (0, Vec::new());
    for sentence in document.sentences().map(|one| spaced(&one.plain())) {
        match read.get(at..).and_then(|rest| rest.find(&sentence)) {
            Some(found) => at += found + sentence.len(),
            None => faults.push(format!("not there, or not in its place: {sentence}")),
        }
    }
    faults
}

/// The number of pages, and what is wrong with them.
fn paged(document: &Document, pdf: &Path) -> io::Result<(usize, Vec<String>)> {
    let text = Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output()?;
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    let info = Command::new("pdfinfo").arg(pdf).output()?;
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    let mut faults = Vec::new();
    let told = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    if told.map(str::trim) != Some(pages.len().to_string().as_str()) {
        faults.push(format!("{} pages have text, of {}", pages.len(), told.unwrap_or("none")));
    }
    if !info.contains("(A4)") {
        faults.push("its pages are not A4".to_owned());
    }
    if document.kind.is_one_page() && pages.len() != 1 {
        faults.push(format!("a sheet of {} pages", pages.len()));
    }
    let close = |text: &str| text.split_whitespace().collect::<String>();
    let head = close(&document.running_head());
    for (number, page) in (1..).zip(&pages) {
        if !close(page).starts_with(&head) {
            faults.push(format!("page {number} does not begin with “{head}”"));
        }
        let foot = page.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
        // How wide its spaces come out is LibreOffice's own.
        let foot: String = foot.split_whitespace().collect();
        let title: String = document.title.split_whitespace().collect();
        let page = foot.strip_suffix(&format!("{number}/{}", pages.len()));
        // A long title is cut.
        let begins = |foot: &str| {
            title == foot || foot.strip_suffix('…').is_some_and(|foot| title.starts_with(foot))
        };
        if !page.is_some_and(begins) {
            faults.push(format!("page {number} ends with “{foot}”"));
        }
    }
    Ok((pages.len(), faults))
}
