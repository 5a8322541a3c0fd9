use super::*;

const TEXT: &str = "# How it is done

First words.

## The start, and what it needs {#start}

Open the [list](#/drafts), then go on. See [the end](#/help/end).

- one
- two

1. first
2. then

![A list](list)

## The end {#end}

A line with 1. a number in it (and brackets).";

#[test]
fn every_kind_of_line_is_read_as_what_it_is() {
    let prose = Prose::of(TEXT);
    assert_eq!(prose.title, "How it is done");
    assert_eq!(prose.lead, [Block::Paragraph(vec![Span::Text("First words.")])]);
    let names: Vec<_> = prose.sections.iter().map(|one| (one.name, one.title)).collect();
    assert_eq!(names, [("start", "The start, and what it needs"), ("end", "The end")]);
    let text = |words| vec![Span::Text(words)];
    let expected = [
        Block::Paragraph(vec![
            Span::Text("Open the "),
            Span::Link { text: "list", href: "#/drafts" },
            Span::Text(", then go on. See "),
            Span::Link { text: "the end", href: "#/help/end" },
            Span::Text("."),
        ]),
        Block::Points(vec![text("one"), text("two")]),
        Block::Steps(vec![text("first"), text("then")]),
        Block::Picture { name: "list", alt: "A list" },
    ];
    assert_eq!(prose.section("start").unwrap().blocks, expected);
    let last = text("A line with 1. a number in it (and brackets).");
    assert_eq!(prose.section("end").unwrap().blocks, [Block::Paragraph(last)]);
    assert_eq!(prose.links().collect::<Vec<_>>(), ["#/drafts", "#/help/end"]);
}

#[test]
fn what_is_half_written_is_words_and_loses_none() {
    for line in ["[words", "[words](half", "![alt](no-end", "12.", "a] b) c", "#hash", "##"] {
        let prose = Prose::of(line);
        assert_eq!(prose.lead, [Block::Paragraph(vec![Span::Text(line)])], "{line}");
    }
}

#[test]
fn as_a_document_it_has_a_list_of_sections_and_its_pictures() {
    let expected = "<!-- Written by `it`: change its source, not this file. -->

# How it is done

First words.

## Contents

- [The start, and what it needs](#the-start-and-what-it-needs)
- [The end](#the-end)

## The start, and what it needs

Open the list, then go on. See [the end](#the-end).

- one
- two

1. first
2. then

![A list](pictures/list.png)

## The end

A line with 1. a number in it (and brackets).
";
    assert_eq!(markdown(&Prose::of(TEXT), "pictures/", "it"), expected);
}

#[test]
fn what_is_quoted_is_found() {
    let text = "Choose “Save a copy”, or “Lock now”. An “open one";
    assert_eq!(quoted(text).collect::<Vec<_>>(), ["Save a copy", "Lock now"]);
}
