//! The parts of a workbook: which there are, and each unpacked within bounds.

use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use crate::panel::actions::sheet::decode::decoded;
use crate::panel::actions::sheet::fault::SheetError;

/// Most that all parts together may unpack to, in bytes: a sheet of 5,000 rows has a tenth of it.
const MAX_UNPACKED: u64 = 16_000_000;
/// Most elements and texts of one part.
const MAX_NODES: u32 = 500_000;
/// Most worksheets: each is read.
const MAX_WORKSHEETS: usize = 50;

/// A packed file, with what of it may still be unpacked.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

/// What a workbook consists of: names of its parts.
#[derive(Default)]
pub(super) struct Book {
    pub(super) worksheets: Vec<String>,
    pub(super) strings: Option<String>,
    pub(super) styles: Option<String>,
    /// Days count from 1904, as on old computers.
    pub(super) from_1904: bool,
}

impl<'a> Package<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::NotAWorkbook)?;
        Ok(Self { zip, left: MAX_UNPACKED })
    }

    /// The text of a part.
    pub(super) fn part(&mut self, name: &str) -> Result<String, SheetError> {
        let file = self.zip.by_name(name).map_err(|_| SheetError::NotAWorkbook)?;
        let mut bytes = Vec::new();
        // What a file says of its own size counts for nothing.
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|_| SheetError::NotAWorkbook)?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(size).ok_or(SheetError::UnpacksTooLarge)?;
        Ok(decoded(&bytes))
    }

    /// The workbook’s own part, and those that belong to it.
    pub(super) fn workbook(&mut self) -> Result<Book, SheetError> {
        let relations = self.relations("_rels/.rels", "")?;
        let main = relations.into_iter().find(|one| one.kind == "officeDocument");
        let main = main.ok_or(SheetError::NotAWorkbook)?.part;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let beside = [folder, "/_rels/", file, ".rels"].concat();
        let relations = self.relations(beside.trim_start_matches('/'), folder)?;
        let text = self.part(&main)?;
        let parsed = parsed(&text)?;
        let part_of = |sheet: Node| {
            let id = relation_id(sheet)?;
            let is_it = |one: &&Relation| one.id == id && one.kind == "worksheet";
            relations.iter().find(is_it).map(|one| one.part.clone())
        };
        let worksheets: Vec<String> = named(&parsed, "sheet").filter_map(part_of).collect();
        if worksheets.len() > MAX_WORKSHEETS {
            return Err(SheetError::TooMany);
        }
        let kind = |kind: &str| {
            let found = relations.iter().find(|one| one.kind == kind);
            found.map(|one| one.part.clone())
        };
        let settings = named(&parsed, "workbookPr").next();
        let from_1904 = settings.and_then(|node| node.attribute("date1904"));
        Ok(Book {
            worksheets,
            strings: kind("sharedStrings"),
            styles: kind("styles"),
            from_1904: matches!(from_1904, Some("1" | "true")),
        })
    }

    fn relations(&mut self, part: &str, folder: &str) -> Result<Vec<Relation>, SheetError> {
        let text = self.part(part)?;
        let parsed = parsed(&text)?;
        Ok(named(&parsed, "Relationship").filter_map(|node| Relation::of(node, folder)).collect())
    }
}

/// What one part says of another.
struct Relation {
    id: String,
    /// The last word of its type: the strict form of the standard has other addresses.
    kind: String,
    part: String,
}

impl Relation {
    fn of(node: Node, folder: &str) -> Option<Self> {
        let target = node.attribute("Target")?;
        let part = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None if folder.is_empty() => target.to_owned(),
            None => [folder, "/", target].concat(),
        };
        let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
        Some(Self { id: node.attribute("Id")?.to_owned(), kind, part })
    }
}

/// The one attribute `id` that has a namespace.
fn relation_id<'a>(sheet: Node<'a, '_>) -> Option<&'a str> {
    let found = sheet.attributes().find(|one| one.name() == "id" && one.namespace().is_some());
    found.map(|one| one.value())
}

/// An XML without a document type, and so without entities of its own.
pub(super) fn parsed(text: &str) -> Result<Document<'_>, SheetError> {
    let bounds = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, bounds).map_err(|fault| match fault {
        roxmltree::Error::NodesLimitReached => SheetError::UnpacksTooLarge,
        _ => SheetError::NotAWorkbook,
    })
}

/// Elements of this name, whatever their namespace: the strict form of the standard has others.
pub(super) fn named<'a, 'b>(
    parsed: &'a Document<'b>,
    name: &'a str,
) -> impl Iterator<Item = Node<'a, 'b>> {
    parsed.descendants().filter(move |node| node.is_element() && node.tag_name().name() == name)
}
