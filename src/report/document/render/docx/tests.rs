//! The parts are XML, refer to what is there, and hold what makes a file accessible.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use super::*;
use crate::report::chart::{Bar, BarChart, Table};
use crate::report::document::{
    Audience, Block, DocumentKind, Look, Point, Provenance, Sentence, Span,
};
use crate::tool::library;

fn said(id: &str, spans: Vec<Span>) -> Sentence {
    let (evidence, counts) = (Vec::new(), Default::default());
    Sentence { id: id.into(), spans, evidence, counts, own: None }
}

fn text(text: &str) -> Sentence {
    said(text, vec![Span::Text(text.into())])
}

fn document() -> Document {
    let bars = [("Good", 3), ("Inadequate & worse", 1)];
    let bars = bars.map(|(label, count)| Bar { label: label.into(), count });
    let chart = BarChart {
        title: "Referral: grades".into(),
        unit: "Cases".into(),
        bars: bars.into(),
        most: 4,
        notes: vec!["One case is not judged.".into()],
    };
    let link =
        Span::Link { text: "Visits".into(), address: "https://fire.example/?a=1&b=2".into() };
    let spans = vec![Span::Strong("Bold".into()), Span::Text(" <text> ".into()), link];
    let gap = said("gap", vec![Span::Gap("how often".into())]);
    let points =
        |name: &str| Block::Numbered(vec![Point { text: text(name), points: vec![text("Under")] }]);
    Document {
        kind: DocumentKind::Overview,
        audience: Audience::Board,
        language: "en-GB".into(),
        title: "Report & more".into(),
        provenance: Provenance {
            round: "round-1".parse().unwrap(),
            tool: library::all()[0].reference(),
            made: "2026-09-15".parse().unwrap(),
            author: "A board".into(),
            line: "Made on a day.".into(),
            version: "Version {id}.".into(),
            running: "A round. For the board.".into(),
            practice: false,
        },
        blocks: vec![
            Block::Heading { level: 1, text: text("Report & more") },
            Block::Heading { level: 2, text: text("Part") },
            Block::Paragraph { look: Look::Lead, sentences: vec![said("bold", spans), gap] },
            Block::Bullets(vec![text("One"), text("Two")]),
            points("First list"),
            points("Second list"),
            Block::Chart { id: "chart-1".into(), chart },
        ],
    }
}

fn part(name: &str) -> String {
    files(&document()).into_iter().find(|(known, _)| known == name).unwrap().1
}

#[test]
fn every_part_is_xml_and_every_reference_has_a_target() {
    let files = files(&document());
    for (name, text) in &files {
        roxmltree::Document::parse(text).unwrap_or_else(|fault| panic!("{name}: {fault}\n{text}"));
    }
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let relations = part("word/_rels/document.xml.rels");
    let relations = roxmltree::Document::parse(&relations).unwrap();
    let mut ids = BTreeSet::new();
    for relation in relations.root_element().children().filter(|node| node.is_element()) {
        ids.insert(relation.attribute("Id").unwrap().to_owned());
        if relation.attribute("TargetMode") != Some("External") {
            let target = ["word/", relation.attribute("Target").unwrap()].concat();
            assert!(names.contains(target.as_str()), "{target}");
        }
    }
    let body = part("word/document.xml");
    for piece in body.split("r:id=\"").skip(1) {
        let id = piece.split('"').next().unwrap();
        assert!(ids.contains(id), "{id}");
    }
    let types = part("[Content_Types].xml");
    for name in names.iter().filter(|name| !name.ends_with(".rels") && !name.starts_with('[')) {
        assert!(types.contains(&["\"/", name, "\""].concat()), "{name} has no type");
    }
}

#[test]
fn every_style_and_list_that_the_text_uses_is_there() {
    let (body, styles, numbering) =
        (part("word/document.xml"), part("word/styles.xml"), part("word/numbering.xml"));
    for mark in ["w:pStyle w:val=\"", "w:rStyle w:val=\"", "w:tblStyle w:val=\""] {
        for piece in body.split(mark).skip(1) {
            let id = piece.split('"').next().unwrap();
            assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
        }
    }
    let lists: BTreeSet<&str> = body
        .split("w:numId w:val=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(lists, BTreeSet::from(["2", "3"]), "each list counts from 1");
    for list in lists {
        assert!(numbering.contains(&format!("<w:num w:numId=\"{list}\">")), "{list}");
    }
}

#[test]
fn r14_a_sheet_for_a_wall_is_set_as_closely_as_its_height_is_counted() {
    let set = |kind: DocumentKind, name: &str| {
        let all = files(&Document { kind, ..document() });
        all.into_iter().find(|(known, _)| known == name).unwrap().1
    };
    let heading = |kind: DocumentKind| {
        let styles = set(kind, "word/styles.xml");
        let mut all = styles.split("</w:style>");
        all.find(|one| one.contains("w:styleId=\"Heading2\"")).unwrap().to_owned()
    };
    assert!(heading(DocumentKind::Overview).contains("w:before=\"400\""));
    let close = "w:before=\"160\" w:after=\"80\" w:line=\"240\"";
    let of_sheet = heading(DocumentKind::PromptSheet);
    assert!(of_sheet.contains(close) && of_sheet.contains("<w:sz w:val=\"28\"/>"), "{of_sheet}");
    let foot = |kind: DocumentKind, above: &str| {
        set(kind, "word/document.xml").contains(&format!("<w:spacing w:before=\"{above}\"/>"))
    };
    assert!(foot(DocumentKind::Overview, "400") && foot(DocumentKind::PromptSheet, "120"));
}

#[test]
fn headings_header_rows_alternative_text_language_and_page_numbers_are_there() {
    let body = part("word/document.xml");
    assert!(body.contains("<w:pStyle w:val=\"Heading1\"/>"));
    assert!(part("word/styles.xml").contains("<w:outlineLvl w:val=\"0\"/>"));
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
    assert!(body.contains("descr=\"Cases. Good: 3, Inadequate &amp; worse: 1.\""), "{body}");
    assert!(part("word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    assert!(
        part("word/footer1.xml").contains(" PAGE ")
            && part("word/footer1.xml").contains(" NUMPAGES ")
    );
    let head = ">Report &amp; more · A round. For the board.<";
    assert!(part("word/header1.xml").contains(head), "I-10: {}", part("word/header1.xml"));
    let core = part("docProps/core.xml");
    assert!(core.contains("<dc:title>Report &amp; more</dc:title>"), "{core}");
    assert!(
        core.contains("<dc:creator>A board</dc:creator><dc:description>Made on a day."),
        "{core}"
    );
    let id = crate::report::document::Snapshot::of(&document()).id.to_string();
    let footer = ["Made on a day. Version ", &id[..12], "."].concat();
    assert!(body.contains(&footer), "R-13: {footer}");
    assert!(body.contains("<w:highlight w:val=\"yellow\"/>"), "R-01: gaps are marked");
}

#[test]
fn a_long_title_is_cut_between_words_at_the_foot_and_nowhere_else() {
    let title = "Multi-agency audit of the cases of children who came into contact with several services in a year";
    let long = Document { title: title.into(), ..document() };
    let part = |name: &str| files(&long).into_iter().find(|(known, _)| known == name).unwrap().1;
    let cut = ">Multi-agency audit of the cases of children who came into contact with several …<";
    assert!(part("word/footer1.xml").contains(cut), "{}", part("word/footer1.xml"));
    assert!(part("docProps/core.xml").contains(title));
}

#[test]
fn what_leads_to_a_chart_stays_on_its_page() {
    let mut led = document();
    let lead = Block::Paragraph { look: Look::Note, sentences: vec![text("Which questions?")] };
    led.blocks.insert(led.blocks.len() - 1, lead);
    let body = files(&led).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
    let kept = "<w:pStyle w:val=\"Note\"/><w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">Which questions?";
    assert!(body.contains(kept), "{body}");
}

#[test]
fn the_file_is_a_package_that_unpacks_and_has_the_same_bytes_each_time() {
    let file = docx(&document()).unwrap();
    assert_eq!(file, docx(&document()).unwrap());
    let mut package = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    assert_eq!(package.by_index(0).unwrap().name().unwrap(), "[Content_Types].xml");
    let mut body = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut body).unwrap();
    assert_eq!(body, part("word/document.xml"));
}

#[test]
fn a_short_table_is_never_divided_and_a_column_of_sentences_is_wider_than_one_of_numbers() {
    let of = |rows: usize| {
        let row = vec!["Was the child seen alone by the worker?".to_owned(), "4 of 10".to_owned()];
        let head = ["Question", "2026"].map(str::to_owned).into();
        let table = Table { caption: "Answers".into(), head, rows: vec![row; rows] };
        let one = Document { blocks: vec![Block::Table(table)], ..document() };
        files(&one).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1
    };
    let kept = "<w:pStyle w:val=\"TableText\"/><w:keepNext/>";
    assert_eq!(
        of(8).matches(kept).count(),
        16,
        "the head and each row but the last, two cells each"
    );
    assert_eq!(of(9).matches(kept).count(), 2, "the head goes with its first row");
    let columns = of(1);
    let widths = columns.split("<w:gridCol w:w=\"").skip(1).map(|rest| rest.split('"').next());
    let widths: Vec<usize> = widths.map(|width| width.unwrap().parse().unwrap()).collect();
    assert!(widths[0] > 3 * widths[1] && widths.iter().sum::<usize>() <= 9_638, "{widths:?}");
}
