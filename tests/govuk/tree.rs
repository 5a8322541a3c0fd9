//! Two pieces of HTML as trees, compared for what they mean.
//!
//! Not compared: order of attributes and classes, comments (Leptos marks places with them), and white
//! space that has a line break in the fixture, which is layout. A space on one line is compared: it parts
//! words that a screen reader reads.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Node, Selector};

/// An element or a run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Element { name: String, attributes: BTreeMap<String, String>, parts: Vec<Part> },
    Text { before: Gap, words: String, after: Gap },
}

/// White space at an end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    None,
    Space,
    Layout,
}

impl Gap {
    fn of(space: &str) -> Self {
        match (space.is_empty(), space.contains('\n')) {
            (true, _) => Self::None,
            (false, false) => Self::Space,
            (false, true) => Self::Layout,
        }
    }

    fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Layout || other == Self::Layout
    }
}

/// Parses a fragment, leaving out the elements that `strip` selects.
pub fn parse(html: &str, strip: &[Selector]) -> Vec<Part> {
    let mut document = Html::parse_fragment(html);
    for selector in strip {
        let found: Vec<_> = document.select(selector).map(|element| element.id()).collect();
        for id in found {
            if let Some(mut node) = document.tree.get_mut(id) {
                node.detach();
            }
        }
    }
    parts(document.root_element())
}

fn parts(element: ElementRef) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = String::new();
    for child in element.children() {
        match child.value() {
            Node::Text(more) => text.push_str(more),
            Node::Element(_) => {
                push_text(&mut parts, &mut text);
                if let Some(child) = ElementRef::wrap(child) {
                    parts.push(whole(child));
                }
            }
            _ => {}
        }
    }
    push_text(&mut parts, &mut text);
    parts
}

fn push_text(parts: &mut Vec<Part>, text: &mut String) {
    let all = std::mem::take(text);
    let start = all.trim_start();
    let inner = start.trim_end();
    if inner.is_empty() {
        return;
    }
    let before = Gap::of(&all[..all.len() - start.len()]);
    let after = Gap::of(&start[inner.len()..]);
    let words = inner.split_whitespace().collect::<Vec<_>>().join(" ");
    parts.push(Part::Text { before, words, after });
}

fn whole(element: ElementRef) -> Part {
    let value = element.value();
    let attributes = value
        .attrs()
        .map(|(name, text)| (name.to_owned(), attribute(name, text)))
        .filter(|(name, text)| !(name == "class" && text.is_empty()));
    Part::Element {
        name: value.name().to_owned(),
        attributes: attributes.collect(),
        parts: parts(element),
    }
}

fn attribute(name: &str, text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if name == "class" {
        words.sort_unstable();
    }
    match words.as_slice() {
        [word] if *word == name => String::new(),
        words => words.join(" "),
    }
}

/// Where the two differ first, in words; nothing if nowhere.
pub fn difference(ours: &[Part], theirs: &[Part]) -> Option<String> {
    if ours.len() != theirs.len() {
        return Some(format!("{} instead of {}", names(ours), names(theirs)));
    }
    ours.iter().zip(theirs).find_map(|(ours, theirs)| part_difference(ours, theirs))
}

fn part_difference(ours: &Part, theirs: &Part) -> Option<String> {
    match (ours, theirs) {
        (
            Part::Element { name: our_name, attributes: our_attributes, parts: our_parts },
            Part::Element { name, attributes, parts },
        ) => {
            if our_name != name {
                return Some(format!("<{our_name}> instead of <{name}>"));
            }
            if our_attributes != attributes {
                return Some(format!("<{name}>: {our_attributes:?} instead of {attributes:?}"));
            }
            difference(our_parts, parts).map(|inner| format!("<{name}> {inner}"))
        }
        (
            Part::Text { before: our_before, words: our_words, after: our_after },
            Part::Text { before, words, after },
        ) => {
            let same = our_words == words && our_before.agrees(*before) && our_after.agrees(*after);
            (!same).then(|| format!("text {ours:?} instead of {theirs:?}"))
        }
        _ => Some(format!("{} instead of {}", name(ours), name(theirs))),
    }
}

fn names(parts: &[Part]) -> String {
    format!("[{}]", parts.iter().map(name).collect::<Vec<_>>().join(" "))
}

fn name(part: &Part) -> String {
    match part {
        Part::Element { name, .. } => format!("<{name}>"),
        Part::Text { words, .. } => format!("{words:?}"),
    }
}

#[test]
fn what_means_the_same_is_equal_and_nothing_else() {
    let same = |ours: &str, theirs: &str| {
        let difference = difference(&parse(ours, &[]), &parse(theirs, &[]));
        assert_eq!(difference, None, "{ours} / {theirs}");
    };
    let differs = |ours: &str, theirs: &str| {
        let difference = difference(&parse(ours, &[]), &parse(theirs, &[]));
        assert!(difference.is_some(), "{ours} / {theirs}");
    };
    same("<p id=a class='x y'>One<!--><!-->two</p>", "<p class='y  x' id=a>\n  Onetwo\n</p>\n");
    same("<input disabled>", "<input disabled='disabled'>");
    same("<p class=''></p>", "<p></p>");
    differs("<p>a<b>b</b></p>", "<p>a <b>b</b></p>");
    differs("<p id=a></p>", "<p></p>");
    differs("<p class=x></p>", "<p class='x y'></p>");
    differs("<p><i></i></p>", "<p></p>");
    differs("<p>a</p>", "<p>A</p>");
}
