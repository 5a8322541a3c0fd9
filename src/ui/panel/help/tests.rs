use super::super::every_page::every_part;
use super::*;
use crate::id::RoundId;
use crate::prose::{Block, Prose};
use crate::ui::prose_page::testing;

fn every_page() -> Vec<Page> {
    let id = RoundId::new("ab12").unwrap();
    let mut pages = vec![
        Page::Start,
        Page::Templates,
        Page::Deputy,
        Page::NewRound("s47-strategy".into()),
        Page::Unknown,
    ];
    pages.extend(every_part().into_iter().map(|part| Page::Round(id.clone(), part)));
    pages
}

#[test]
fn help_with_every_page_leads_to_a_section_that_exists() {
    let guide = Prose::of(words::GUIDE);
    for page in every_page() {
        let section = section(&page);
        assert!(guide.section(section).is_some(), "{page:?}: no section “{section}”");
        let path = crate::ui::router::Path::parse(&href(&page));
        assert_eq!(Page::of(&path), Page::Text(TextPage::Help, Some(section.to_owned())));
    }
    assert_eq!(href(&Page::Text(TextPage::Privacy, None)), "#/help");
}

#[test]
fn every_text_is_whole_and_leads_to_pages_and_sections_that_exist() {
    for page in TextPage::ALL {
        testing::is_whole(text(page));
        for link in Prose::of(text(page)).links() {
            let at = Page::of(&crate::ui::router::Path::parse(link));
            match at {
                // A page of the auditor's program, which lies beside this one.
                Page::Start if link.starts_with("index.html") => {}
                Page::Unknown => panic!("{page:?} leads to {link}, which is no page"),
                Page::Text(other, Some(section)) => assert!(
                    Prose::of(text(other)).section(&section).is_some(),
                    "{page:?} leads to {link}, which is no section"
                ),
                _ => {}
            }
        }
    }
}

#[test]
fn whatever_a_text_quotes_stands_on_a_screen() {
    let screens = testing::sources(&["src/ui", "src/panel", "src/check", "src/tool"]);
    for page in TextPage::ALL {
        testing::quotes_only(text(page), &screens);
    }
}

#[test]
fn every_picture_of_the_guide_has_been_taken_and_is_as_large_as_its_place() {
    let (width, height) = crate::ui::prose_page::PICTURE;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots");
    for block in Prose::of(words::GUIDE).blocks() {
        let Block::Picture { name, .. } = block else { continue };
        let file = folder.join(name).with_extension("png");
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        // The header of a PNG file: its size stands in bytes 16 to 23.
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (width, height), "{name}");
    }
}

#[test]
fn the_guide_in_docs_is_this_one() {
    let written =
        crate::prose::markdown(&Prose::of(words::GUIDE), "screenshots/", "cargo xtask guide");
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/coordinators-guide.md");
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept == written, "docs/coordinators-guide.md is older: run `cargo xtask guide`");
}
