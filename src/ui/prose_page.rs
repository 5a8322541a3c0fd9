//! A page of longer text: help, a statement of the footer, the coordinator's guide.
//!
//! An address such as `#/help/signing` leads to one section: its heading has the focus.
//! The link above the page leads back to the page that one came from, however many
//! sections were read since, and to the very place on it ([`history`]).

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::govuk::{BackLink, PageTitle, focus_section, once_shown};
use super::history;
use crate::prose::{Block, Prose, Section, Span};

words! {
    CONTENTS = "Contents";
    BACK_TO_START = "Back to start";
    BACK_TO_PLACE = "Back to where you were";
}

/// The texts that the footer of both programs leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPage {
    /// How to use the program.
    Help,
    /// What is kept where, and who sees it.
    Privacy,
    /// Accessibility statement.
    Accessibility,
}

impl TextPage {
    /// All, in the order of the footer.
    pub const ALL: [Self; 3] = [Self::Help, Self::Privacy, Self::Accessibility];

    /// Reads an address: the text, and the section to go to.
    pub fn of(parts: &[&str]) -> Option<(Self, Option<String>)> {
        let (name, section) = match parts {
            [name] => (name, None),
            [name, section] => (name, Some((*section).to_owned())),
            _ => return None,
        };
        let page =
            Self::ALL.into_iter().find(|page| page.address().strip_prefix("#/") == Some(name))?;
        Some((page, section))
    }

    /// Its own address.
    pub fn address(self) -> &'static str {
        match self {
            Self::Help => "#/help",
            Self::Privacy => "#/privacy",
            Self::Accessibility => "#/accessibility",
        }
    }

    /// The address of one of its sections; its own for none.
    pub fn at(self, section: &str) -> String {
        match section {
            "" => self.address().to_owned(),
            section => [self.address(), "/", section].concat(),
        }
    }
}

/// From so many sections on, a text has a list of them.
const LISTED_FROM: usize = 4;
/// Width and height of every picture, so that a page keeps its place while they load.
pub const PICTURE: (u32, u32) = (1280, 800);
/// Where a host has the pictures.
pub const PICTURES: &str = "guide/";

/// A page of text.
#[component]
pub fn ProsePage(
    /// In the form that [`Prose`] reads.
    text: &'static str,
    /// Name of the program.
    program: &'static str,
    /// Which page it is.
    page: TextPage,
    /// The section to go to.
    section: Option<String>,
) -> impl IntoView {
    let prose = Prose::of(text);
    if let Some(name) = section.filter(|name| prose.section(name).is_some()) {
        go_to(name);
    }
    let listed = (prose.sections.len() >= LISTED_FROM).then(|| contents(&prose, page));
    view! {
        <PageTitle text=prose.title program=program />
        {back()}
        <h1 class="govuk-heading-l">{prose.title}</h1>
        {blocks(&prose.lead)}
        {listed}
        {prose.sections.iter().map(section_view).collect::<Vec<AnyView>>()}
    }
}

/// Moves the focus to a section's heading, once the page stands.
fn go_to(name: String) {
    Effect::new(move || {
        let id = id_of(&name);
        // After the page's own heading was focused.
        once_shown(move || {
            focus_section(&id);
        });
    });
}

fn id_of(section: &str) -> String {
    ["section-", section].concat()
}

fn back() -> AnyView {
    let place = history::place().filter(|hash| hash.len() > "#/".len());
    let (href, words) = match place {
        Some(hash) => (hash, BACK_TO_PLACE),
        None => ("#/".to_owned(), BACK_TO_START),
    };
    let on_click = |event: MouseEvent| {
        // With a key held the link opens elsewhere, as links do.
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if plain && history::back_to_place() {
            event.prevent_default();
        }
    };
    view! { <div on:click=on_click><BackLink href=href text=words /></div> }.into_any()
}

fn contents(prose: &Prose<'static>, page: TextPage) -> AnyView {
    let items: Vec<_> = prose
        .sections
        .iter()
        .map(|section| {
            let href = page.at(section.name);
            view! { <li><a class="govuk-link" href=href>{section.title}</a></li> }
        })
        .collect();
    view! {
        <nav class="app-contents" aria-labelledby="contents">
            <h2 class="govuk-heading-s" id="contents">{CONTENTS}</h2>
            <ul class="govuk-list app-contents__list">{items}</ul>
        </nav>
    }
    .into_any()
}

fn section_view(section: &Section<'static>) -> AnyView {
    view! {
        <h2 class="govuk-heading-m app-section" id=id_of(section.name)>{section.title}</h2>
        {blocks(&section.blocks)}
    }
    .into_any()
}

fn blocks(blocks: &[Block<'static>]) -> Vec<AnyView> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block<'static>) -> AnyView {
    match block {
        Block::Paragraph(words) => view! { <p class="govuk-body">{spans(words)}</p> }.into_any(),
        Block::Points(points) => {
            view! { <ul class="govuk-list govuk-list--bullet">{items(points)}</ul> }.into_any()
        }
        Block::Steps(steps) => {
            view! { <ol class="govuk-list govuk-list--number">{items(steps)}</ol> }.into_any()
        }
        Block::Picture { name, alt } => {
            let (width, height) = PICTURE;
            let src = [PICTURES, name, ".png"].concat();
            view! {
                <img class="app-picture" src=src alt=*alt width=width height=height loading="lazy" />
            }
            .into_any()
        }
    }
}

fn items(lines: &[Vec<Span<'static>>]) -> Vec<AnyView> {
    lines.iter().map(|line| view! { <li>{spans(line)}</li> }.into_any()).collect()
}

fn spans(line: &[Span<'static>]) -> Vec<AnyView> {
    let span = |span: &Span<'static>| match *span {
        Span::Text(text) => text.into_any(),
        Span::Link { text, href } => {
            view! { <a class="govuk-link" href=href>{text}</a> }.into_any()
        }
    };
    line.iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_and_every_section_of_it_has_an_address() {
        for page in TextPage::ALL {
            for (section, expected) in [("", None), ("signing", Some("signing".to_owned()))] {
                let address = page.at(section);
                let path = crate::ui::router::Path::parse(&address);
                assert_eq!(TextPage::of(&path.parts()), Some((page, expected)), "{address}");
            }
        }
        for parts in [&["drafts"][..], &[], &["help", "signing", "more"]] {
            assert_eq!(TextPage::of(parts), None, "{parts:?}");
        }
    }
}

/// What the tests of both programs ask of their texts.
#[cfg(test)]
pub mod testing {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use crate::prose::{Block, Prose, quoted};

    /// It has a title, and sections with names of their own and something in each.
    #[track_caller]
    pub fn is_whole(text: &str) {
        let prose = Prose::of(text);
        assert!(!prose.title.is_empty());
        let mut names = BTreeSet::new();
        for section in &prose.sections {
            let name = section.name;
            let sound = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
            assert!(!name.is_empty() && name.bytes().all(sound), "“{}”: {name}", section.title);
            assert!(names.insert(name), "“{name}” is there twice");
            assert!(!section.blocks.is_empty(), "“{name}” says nothing");
        }
        for block in prose.blocks() {
            if let Block::Picture { alt, .. } = block {
                assert!(alt.len() > 20, "a picture says nothing to who does not see it: {alt}");
            }
        }
    }

    /// The Rust sources of these files and folders of the project.
    pub fn sources(places: &[&str]) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        places.iter().map(|place| source(&root.join(place))).collect()
    }

    fn source(place: &Path) -> String {
        if place.is_dir() {
            let entries = fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path());
            return entries.map(|entry| source(&entry)).collect();
        }
        let rust = place.extension().is_some_and(|extension| extension == "rs");
        if rust { fs::read_to_string(place).unwrap() } else { String::new() }
    }

    /// Whatever the text quotes stands on a screen.
    #[track_caller]
    pub fn quotes_only(text: &str, screens: &str) {
        let wrong: Vec<&str> = quoted(text).filter(|words| !screens.contains(words)).collect();
        assert!(wrong.is_empty(), "no screen says: {}", wrong.join("; "));
    }
}
