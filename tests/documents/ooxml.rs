//! What Word insists on in a file, and LibreOffice lets pass (ECMA-376, transitional).
//!
//! `ooxml.json` has, for each element that our files use, its children in the order of the
//! schema: one of each, but for those after `*` (until `/`), which come in any number and order.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use multi_agency_audit::report::document::{Block, Document, render};
use roxmltree::Node;

use crate::seed::Seed;
use crate::{SEEDS, of_every_kind};

const NAMESPACES: [(&str, &str); 5] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", "c:"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"),
];
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Every part of a Word file, by its name.
type Parts = BTreeMap<String, String>;

fn parts(document: &Document) -> Parts {
    let file = render::docx(document).unwrap();
    let mut package = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    let names: Vec<String> = package.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: String| {
        let mut text = String::new();
        package.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(&mut read).collect()
}

/// Every kind of document of every round, with its parts.
fn each_kind(mut look: impl FnMut(&Document, &Parts)) {
    for (name, _) in SEEDS {
        for document in of_every_kind(&Seed::named(name)) {
            look(&document, &parts(&document));
        }
    }
}

fn name(node: Node) -> String {
    let prefix = NAMESPACES.iter().find(|(known, _)| node.tag_name().namespace() == Some(known));
    [prefix.map_or("?:", |(_, prefix)| prefix), node.tag_name().name()].concat()
}

fn value<'a>(node: Node<'a, '_>, attribute: &str) -> Option<&'a str> {
    node.attributes().find(|one| one.name() == attribute).map(|one| one.value())
}

fn all<'a, 'b>(
    parsed: &'a roxmltree::Document<'b>,
    wanted: &'a str,
) -> impl Iterator<Item = Node<'a, 'b>> {
    parsed.descendants().filter(move |node| node.is_element() && name(*node) == wanted)
}

fn elements<'a, 'b>(node: Node<'a, 'b>) -> impl Iterator<Item = Node<'a, 'b>> {
    node.children().filter(Node::is_element)
}

/// What is wrong with the children of an element, by the order of the schema.
fn fault(node: Node, order: &[String]) -> Option<String> {
    let (mut at, mut seen) = (0, BTreeSet::new());
    for child in elements(node) {
        let child = name(child);
        let Some(place) =
            order.iter().skip(at).position(|one| *one == child).map(|ahead| at + ahead)
        else {
            return Some(format!("{}: {child} is not here, or too late", name(node)));
        };
        let star = order[..place].iter().rposition(|one| one == "*");
        let end = order[..place].iter().rposition(|one| one == "/");
        match star.filter(|star| end.is_none_or(|end| end < *star)) {
            // Of those after a star, any may follow.
            Some(star) => at = star,
            None => {
                at = place;
                if !seen.insert(child.clone()) {
                    return Some(format!("{}: {child} twice", name(node)));
                }
            }
        }
    }
    None
}

#[test]
fn every_element_has_its_children_in_the_order_of_the_schema() {
    let orders: BTreeMap<String, Vec<String>> =
        serde_json::from_str(include_str!("ooxml.json")).unwrap();
    let children: BTreeSet<&String> = orders.values().flatten().collect();
    let mut seen = BTreeSet::new();
    each_kind(|document, parts| {
        let of_schema =
            |(name, _): &(&String, &String)| name.starts_with("word/") && name.ends_with(".xml");
        for (part, text) in parts.iter().filter(of_schema) {
            let parsed = roxmltree::Document::parse(text).unwrap();
            for node in parsed.descendants().filter(Node::is_element) {
                let known = name(node);
                let at = format!("{} {part}", document.title);
                match orders.get(&known) {
                    Some(order) => assert_eq!(fault(node, order), None, "{at}"),
                    None => {
                        assert!(children.contains(&known), "{at}: {known} is not in ooxml.json");
                        assert_eq!(elements(node).count(), 0, "{at}: {known} has no children");
                    }
                }
                seen.insert(known);
            }
        }
    });
    let unused: Vec<&String> = orders.keys().filter(|one| !seen.contains(*one)).collect();
    assert!(unused.is_empty(), "no document has {unused:?}");
}

#[test]
fn the_order_is_really_looked_at() {
    let wrong = |xml: &str, order: &[&str]| {
        let text = xml.replacen("<a", &format!("<a xmlns=\"{}\"", NAMESPACES[0].0), 1);
        let parsed = roxmltree::Document::parse(&text).unwrap();
        let order: Vec<String> = order.iter().map(|one| (*one).to_owned()).collect();
        fault(parsed.root_element(), &order).is_some()
    };
    let order = ["w:b", "*", "w:c", "w:d", "/", "w:e"];
    assert!(!wrong("<a><b/><d/><c/><d/><e/></a>", &order));
    assert!(!wrong("<a/>", &order));
    for late in
        ["<a><c/><b/></a>", "<a><e/><c/></a>", "<a><b/><b/></a>", "<a><x/></a>", "<a><e/><e/></a>"]
    {
        assert!(wrong(late, &order), "{late}");
    }
}

#[test]
fn every_relationship_leads_somewhere_and_every_part_has_its_type() {
    each_kind(|document, parts| {
        let types = roxmltree::Document::parse(&parts["[Content_Types].xml"]).unwrap();
        let typed: BTreeSet<&str> =
            types.descendants().filter_map(|node| node.attribute("PartName")).collect();
        for part in parts.keys().filter(|part| !part.ends_with(".rels") && !part.starts_with('[')) {
            assert!(typed.contains(["/", part].concat().as_str()), "{part} has no type");
        }
        assert_eq!(typed.len(), parts.keys().filter(|part| !part.ends_with(".rels")).count() - 1);
        let text = &parts["word/_rels/document.xml.rels"];
        let relations = roxmltree::Document::parse(text).unwrap();
        let mut ids = BTreeMap::new();
        for one in elements(relations.root_element()) {
            let (id, target) = (value(one, "Id").unwrap(), value(one, "Target").unwrap());
            assert!(ids.insert(id.to_owned(), target.to_owned()).is_none(), "{id} twice");
            match value(one, "TargetMode") {
                Some("External") => assert!(target.starts_with("https://"), "{target}"),
                _ => assert!(parts.contains_key(&["word/", target].concat()), "{target}"),
            }
        }
        let body = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
        let used: BTreeSet<String> = body
            .descendants()
            .flat_map(|node| node.attributes())
            .filter(|one| one.namespace() == Some(RELATIONS))
            .map(|one| one.value().to_owned())
            .collect();
        let unknown: Vec<&String> = used.iter().filter(|id| !ids.contains_key(*id)).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", document.title);
    });
}

#[test]
fn ids_are_used_once_and_styles_and_lists_are_there() {
    let (mut styled, mut listed) = (0, 0);
    each_kind(|document, parts| {
        let body = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
        let styles = roxmltree::Document::parse(&parts["word/styles.xml"]).unwrap();
        let numbering = roxmltree::Document::parse(&parts["word/numbering.xml"]).unwrap();
        let mut drawings = BTreeSet::new();
        for drawing in all(&body, "wp:docPr") {
            let id = value(drawing, "id").unwrap();
            assert!(id.parse::<u32>().is_ok_and(|id| id > 0) && drawings.insert(id), "{id}");
        }
        let mut known = BTreeSet::new();
        for style in all(&styles, "w:style") {
            assert!(known.insert(value(style, "styleId").unwrap()));
        }
        for mark in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"] {
            for used in all(&body, mark).chain(all(&styles, mark)) {
                assert!(known.contains(value(used, "val").unwrap()), "{}", document.title);
                styled += 1;
            }
        }
        let lists: BTreeSet<&str> =
            all(&numbering, "w:num").map(|list| value(list, "numId").unwrap()).collect();
        for used in all(&body, "w:numId").chain(all(&styles, "w:numId")) {
            assert!(lists.contains(value(used, "val").unwrap()), "{}", document.title);
            listed += 1;
        }
    });
    assert!(styled > 0 && listed > 0, "{styled} uses of styles, {listed} of lists");
}

#[test]
fn tables_are_whole_and_have_a_head_that_stands_again_on_each_page() {
    let mut tables = 0;
    each_kind(|document, parts| {
        let body = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
        for table in all(&body, "w:tbl") {
            tables += 1;
            let of = |wanted| elements(table).filter(move |node| name(*node) == wanted);
            let columns = of("w:tblGrid").flat_map(elements).count();
            let rows: Vec<Node> = of("w:tr").collect();
            let head = |row: &Node| row.descendants().any(|node| name(node) == "w:tblHeader");
            assert!(columns > 0 && rows.len() > 1, "{}", document.title);
            assert!(head(&rows[0]) && !rows[1..].iter().any(head), "the first row, and no other");
            for row in rows {
                let cells: Vec<Node> = elements(row).filter(|node| name(*node) == "w:tc").collect();
                assert_eq!(cells.len(), columns);
                // A cell ends with a paragraph, or Word calls the file damaged.
                assert!(
                    cells
                        .iter()
                        .all(|cell| elements(*cell).last().is_some_and(|one| name(one) == "w:p"))
                );
            }
            let said = table.descendants().find(|node| name(*node) == "w:tblCaption");
            assert!(said.and_then(|node| value(node, "val")).is_some_and(|text| !text.is_empty()));
        }
    });
    assert!(tables > 6, "{tables}");
}

#[test]
fn drawings_are_described_headings_go_down_by_one_and_the_language_is_set() {
    each_kind(|document, parts| {
        let body = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
        let described: Vec<&str> =
            all(&body, "wp:docPr").map(|node| value(node, "descr").unwrap()).collect();
        let charts = document.blocks.iter().filter_map(|block| match block {
            Block::Chart { chart, .. } => Some(chart.sentence()),
            _ => None,
        });
        assert_eq!(described, charts.collect::<Vec<String>>());
        let levels: Vec<u8> = all(&body, "w:pStyle")
            .filter_map(|node| value(node, "val")?.strip_prefix("Heading")?.parse().ok())
            .collect();
        assert_eq!(levels.first(), Some(&1), "{}", document.title);
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{}", document.title);
        let jumps = levels.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
        assert_eq!(jumps, 0, "{}: {levels:?}", document.title);
        let styles = roxmltree::Document::parse(&parts["word/styles.xml"]).unwrap();
        let languages: Vec<&str> =
            all(&styles, "w:lang").map(|node| value(node, "val").unwrap()).collect();
        assert_eq!(languages, [document.language.as_str()]);
        let core = &parts["docProps/core.xml"];
        assert!(core.contains("<dc:title>") && core.contains("<dc:language>en-GB</dc:language>"));
    });
}

/// Spaces at the ends of a text would be lost, and control characters make no XML.
#[test]
fn texts_keep_their_spaces_and_fields_are_closed() {
    let (mut texts, mut fields) = (0, 0);
    each_kind(|document, parts| {
        for part in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
            let parsed = roxmltree::Document::parse(&parts[part]).unwrap();
            for text in all(&parsed, "w:t") {
                let said = text.text().unwrap_or_default();
                let kept = value(text, "space") == Some("preserve");
                assert!(kept || said.trim() == said, "{}: {said:?}", document.title);
                texts += 1;
            }
            let marks: Vec<&str> =
                all(&parsed, "w:fldChar").map(|node| value(node, "fldCharType").unwrap()).collect();
            assert!(
                marks.chunks(3).all(|field| field == ["begin", "separate", "end"]),
                "{marks:?}"
            );
            fields += marks.len() / 3;
        }
    });
    assert!(texts > 0 && fields > 0, "{texts} texts, {fields} fields");
}
