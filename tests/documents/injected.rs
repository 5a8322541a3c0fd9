//! Whatever an auditor or a panel wrote, or a program of somebody's own put into a signed return: it is text in every
//! form of every document, and nothing else. Markup, formulas, characters that hide or turn others, piled accents.

use std::io::{Cursor, Read as _};

use multi_agency_audit::report::document::{Document, DocumentKind, render};
use multi_agency_audit::report::{numbers, numbers_csv, xlsx};
use multi_agency_audit::round::round_templates;
use multi_agency_audit::tool::library;

use crate::of_every_kind;
use crate::renderers::cells_of;
use crate::seed::{Seed, Story};

/// Behind what a line says; each begins with a word by which it is found again.
const HOSTILE: [&str; 12] = [
    "alpha</p></li><script>window.ran = 1</script>",
    "bravo<img src=x onerror=alert(1)>",
    "charlie<svg onload=alert(1)><a href=\"javascript:alert(1)\">x</a></svg>",
    "delta\" onmouseover=\"alert(1)' x='",
    "echo]]><!-- <![CDATA[ &#60;b&#62; &lt;i&gt; &bogus;",
    "foxtrot[press](javascript:alert(1)) ![](https://example.org/a.png) `code` <b>",
    "golf\u{202e}desrever\u{2066}\u{200b}\u{ad}\u{feff}",
    "hotel\0\u{1}\u{8}\u{b}\u{1b}[31m\u{fffe}\u{ffff}\u{85}",
    "india\n\n# heading\n| a | b |\n|---|---|\n1. one\n---",
    "juliet\tZ\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}",
    "kilo{board} {count} {{case}} %s $1 \\1",
    "lima\u{2028}</w:t></w:r></w:p><w:p/><?xml version=\"1.0\"?>",
];
/// What a spreadsheet would run, before what a line says.
const FORMULAS: [&str; 5] =
    ["=HYPERLINK(\"https://example.org\")", "+1+1", "-2+3", "@SUM(1)", "\t=1+1"];
const ROUNDS: [&str; 5] = ["case-by-case", "theme-by-theme", "summary", "overview", "six-steps"];
/// What must stand in no form: it shows nothing, or changes what is beside it.
const HIDDEN: [char; 12] = [
    '\u{202e}', '\u{2066}', '\u{200b}', '\u{ad}', '\u{feff}', '\0', '\u{1}', '\u{8}', '\u{1b}',
    '\u{fffe}', '\u{ffff}', '\u{85}',
];

/// The same words on the same lines, with signs that begin nothing. Each takes as much room as the one in its place,
/// for a sheet of one page holds as many points as fit (`report::document::build::one_page`).
fn harmless(hostile: &str) -> String {
    let ends = ['\n', '\u{b}', '\u{85}', '\u{2028}'];
    let seen = hostile.chars().filter(|one| ends.contains(one) || !HIDDEN.contains(one));
    let sign = |one: char| match one {
        '.' | ',' | '?' | '/' => one,
        '!' | '(' | ')' | '[' | ']' | '\'' | ':' | ';' => ';',
        '-' => '/',
        one if one.is_ascii_punctuation() => '=',
        one => one,
    };
    seen.map(sign).collect()
}

/// As many words of the same length, so that both documents are built alike.
fn plant(story: &mut Story, evil: bool) {
    // A panel's own text has gaps in braces; those that nothing fills are marked.
    let own = |text: &str| text.replace(['{', '}'], "");
    let mut next = 0;
    let mut with = |text: &str, is_own: bool| {
        next += 1;
        let around = [FORMULAS[next % FORMULAS.len()], HOSTILE[next % HOSTILE.len()]];
        let [before, behind] = around.map(|one| {
            let one = if is_own { own(one) } else { one.to_owned() };
            if evil { one } else { harmless(&one) }
        });
        let text = if is_own { own(text) } else { text.to_owned() };
        format!("{before} {text} {behind}")
    };
    for line in &mut story.lines {
        line.strength = line.strength.as_deref().map(|text| with(text, false));
        line.concern = line.concern.as_deref().map(|text| with(text, false));
        if let Some(told) = &mut line.finding {
            told.text.clear();
            told.published.clear();
        }
    }
    for text in story.summaries.values_mut().chain(story.agencies.values_mut()) {
        *text = with(text, true);
    }
    for passage in &mut story.passages {
        if let Some(text) = passage.get_mut("text") {
            *text = with(text.as_str().unwrap_or_default(), true).into();
        }
    }
}

fn both(round: &str) -> [Seed; 2] {
    [false, true].map(|evil| Seed::changed(round, |story| plant(story, evil)))
}

/// Names of the elements in their order.
fn elements(xml: &str) -> Vec<String> {
    let opens = xml.split('<').skip(1).filter(|rest| !rest.starts_with(['/', '!', '?']));
    let end = |one: char| !one.is_ascii_alphanumeric() && one != ':' && one != '-';
    opens.map(|rest| rest.split(end).next().unwrap_or_default().to_owned()).collect()
}

fn counted(mut names: Vec<String>) -> Vec<(String, usize)> {
    names.sort();
    let mut counts: Vec<(String, usize)> = Vec::new();
    for name in names {
        match counts.last_mut() {
            Some((known, count)) if *known == name => *count += 1,
            _ => counts.push((name, 1)),
        }
    }
    counts
}

/// The body of a Word file, which its own reader has to accept.
fn word(document: &Document) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(render::docx(document).unwrap())).unwrap();
    let mut xml = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    roxmltree::Document::parse(&xml).unwrap();
    xml
}

/// Lines of Markdown that begin something: what a text brings must begin nothing.
fn begun(markdown: &str) -> [usize; 5] {
    let lines = |starts: &str| markdown.lines().filter(|line| line.starts_with(starts)).count();
    let raw = |what: &str| {
        let escaped = ["\\", what].concat();
        markdown.matches(what).count() - markdown.matches(&escaped).count()
    };
    [lines("#"), lines("|"), lines("---"), raw("<"), raw("](")]
}

#[test]
fn what_was_written_adds_no_element_to_any_page_or_word_file() {
    let mut stood = String::new();
    for round in ROUNDS {
        let [good, evil] = both(round).map(|seed| of_every_kind(&seed));
        for (good, evil) in good.into_iter().zip(evil) {
            let kind = evil.kind;
            let page = render::html(&evil);
            let elements = |of: &str| counted(elements(of));
            assert_eq!(elements(&page), elements(&render::html(&good)), "{round}, {kind:?}");
            assert_eq!(elements(&word(&evil)), elements(&word(&good)), "{round}, {kind:?}");
            assert_eq!(
                begun(&render::markdown(&evil)),
                begun(&render::markdown(&good)),
                "{round}, {kind:?}"
            );
            stood.push_str(&page);
        }
    }
    // The test would prove nothing if the words stood in no document.
    for one in HOSTILE {
        let word: String = one.chars().take_while(char::is_ascii_lowercase).collect();
        assert!(stood.contains(&word), "{word} is in no document");
    }
}

#[test]
fn nothing_that_hides_or_turns_other_words_stands_in_any_form() {
    for round in ROUNDS {
        let [_, seed] = both(round);
        for evil in of_every_kind(&seed) {
            let kind = evil.kind;
            let forms = [
                ("page", render::html(&evil)),
                ("word", word(&evil)),
                ("markdown", render::markdown(&evil)),
                ("text", render::text(&evil)),
            ];
            for (form, text) in forms {
                let found: Vec<char> =
                    HIDDEN.into_iter().filter(|one| text.contains(*one)).collect();
                assert!(found.is_empty(), "{round}, {kind:?}, {form}: {found:?}");
            }
        }
    }
}

/// What turns, hides and breaks words, in what a round says of itself and of its tool.
const IN_ROUND: &str = "\u{202e}\u{2066}\u{200b}\u{ad}\u{feff}";
/// Members of a round that people read.
const READ: [&str; 9] =
    ["title", "period", "focus", "name", "short_name", "area", "heading", "text", "label"];

fn hide(value: &mut serde_json::Value) {
    use serde_json::Value;
    match value {
        Value::Object(members) => members.iter_mut().for_each(|(name, value)| match value {
            Value::String(text) if READ.contains(&name.as_str()) => {
                *text = [IN_ROUND, text].concat();
            }
            value => hide(value),
        }),
        Value::Array(all) => all.iter_mut().for_each(hide),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A round whose invitations hide and turn words wherever they say something.
fn hiding(story: &mut Story) {
    story.round.insert("title".into(), "A round".into());
    let mut round = serde_json::Value::Object(std::mem::take(&mut story.round));
    hide(&mut round);
    story.round = round.as_object().cloned().unwrap_or_default();
    for name in story.agencies.values_mut() {
        *name = [IN_ROUND, name].concat();
    }
    // The returns of the sample answer the sample's own tool.
    if !story.sample {
        let template = round_templates().into_iter().find(|one| one.id == story.template);
        let tool = template.and_then(|one| library::by_id(&one.tool)).unwrap();
        let mut tool = serde_json::to_value(tool).unwrap();
        hide(&mut tool);
        story.round.insert("tool".into(), tool);
    }
}

#[test]
fn l35_what_an_invitation_says_hides_and_turns_nothing_in_any_form() {
    let looked_at = |round: &str, form: &str, text: &str| {
        let found: Vec<char> = HIDDEN.into_iter().filter(|one| text.contains(*one)).collect();
        (!found.is_empty()).then(|| format!("{round}, {form}: {found:?}"))
    };
    let mut wrong = Vec::new();
    for round in ROUNDS {
        let seed = Seed::changed(round, hiding);
        assert!(seed.workbook.plan().round.title.contains(IN_ROUND), "{round}");
        for document in of_every_kind(&seed) {
            let forms = [
                ("page", render::html(&document)),
                ("word", word(&document)),
                ("markdown", render::markdown(&document)),
                ("text", render::text(&document)),
            ];
            wrong.extend(forms.iter().filter_map(|(form, text)| looked_at(round, form, text)));
        }
        let numbers = numbers_csv(&numbers(&seed.workbook, seed.story.today));
        // Its first character tells spreadsheets how the file is written.
        wrong.extend(looked_at(round, "numbers", numbers.trim_start_matches('\u{feff}')));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_cell_of_the_numbers_is_a_formula() {
    let mut cells = 0;
    for round in ROUNDS {
        let seed = Seed::changed(round, |story| plant(story, true));
        let numbers = numbers(&seed.workbook, seed.story.today);
        // It fails on a formula in any part.
        cells_of(&xlsx(&numbers).unwrap());
        for cell in numbers_csv(&numbers).lines().flat_map(|line| line.split(',')) {
            let text = cell.trim_start_matches('"').trim_start();
            let number = text.trim_end_matches('"').parse::<f64>().is_ok();
            assert!(number || !text.starts_with(['=', '+', '-', '@']), "{round}: {cell}");
            cells += 1;
        }
    }
    assert!(cells > 100, "only {cells} cells were looked at");
}

/// As long as a file may bring them: a longer one is refused before it is read (`tests/faults`).
#[test]
fn boxes_as_full_as_a_file_allows_make_a_document_all_the_same() {
    let full = |story: &mut Story| {
        let text = "It was late again. ".repeat(3_400);
        for line in &mut story.lines {
            line.strength = line.strength.as_ref().map(|_| text.clone());
            line.concern = line.concern.as_ref().map(|_| text.clone());
            if let Some(told) = &mut line.finding {
                told.text.clear();
                told.published.clear();
            }
        }
    };
    let document = Seed::changed("six-steps", full).document(DocumentKind::SixSteps);
    assert!(word(&document).len() > 64_000);
    assert!(render::text(&document).len() > 64_000);
}
