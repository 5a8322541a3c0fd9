//! A blank tool as a page of its own, for printing where no program runs.

use std::fmt::Write as _;

use super::{Part, Row, Said, blank};
use crate::report::escape;
use crate::tool::Tool;

/// Name of a tool's page.
pub fn file_of(tool: &Tool) -> String {
    [tool.id.as_str(), ".html"].concat()
}

/// The whole file. Its style sheet lies beside it as `print.css`.
pub fn page_of_tool(tool: &Tool) -> String {
    let sheet = blank(tool);
    let mut body = String::new();
    for part in &sheet.parts {
        write_part(&mut body, part);
    }
    let [title, caption, mark] =
        [&sheet.title, &sheet.caption, &sheet.mark].map(|text| escape(text));
    format!(
        r#"<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="stylesheet" href="print.css">
</head>
<body>
<main class="app-sheet">
<table class="app-sheet__pages" role="presentation">
<thead><tr><td class="app-sheet__mark">{mark}</td></tr></thead>
<tbody><tr><td>
<h1>{title}</h1>
<p>{caption}</p>
{body}</td></tr></tbody>
</table>
</main>
</body>
</html>
"#,
        language = escape(&tool.language),
    )
}

fn write_part(body: &mut String, part: &Part) {
    let _ = writeln!(body, "<h2>{}</h2>", escape(&part.title));
    if !part.introduction.is_empty() {
        let _ = writeln!(body, "<p>{}</p>", escape(&part.introduction));
    }
    for row in &part.rows {
        write_row(body, row);
    }
}

fn write_row(body: &mut String, row: &Row) {
    let _ = writeln!(body, "<div class=\"app-sheet__row\">\n<h3>{}</h3>", escape(&row.asks));
    match &row.said {
        Said::Text(text) => {
            let _ = writeln!(body, "<p class=\"app-sheet__said\">{}</p>", escape(text));
        }
        Said::Room { options, lines } => {
            if !options.is_empty() {
                body.push_str("<ul>\n");
                for option in options {
                    let _ = writeln!(body, "<li>{}</li>", escape(option));
                }
                body.push_str("</ul>\n");
            }
            for _ in 0..*lines {
                body.push_str("<div class=\"app-sheet__line\"></div>\n");
            }
        }
    }
    body.push_str("</div>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tool::library;

    #[test]
    fn every_library_tool_has_its_page_under_public() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/blank");
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        let tools = library::all();
        let stale = tools.iter().filter(|tool| read(&file_of(tool)) != page_of_tool(tool));
        let stale: Vec<String> = stale.map(file_of).collect();
        assert!(stale.is_empty(), "run `cargo xtask blank`: {stale:?}");
        let style = concat!(env!("CARGO_MANIFEST_DIR"), "/style/print.css");
        let style = std::fs::read_to_string(style).unwrap();
        assert_eq!(read("print.css"), style, "run `cargo xtask blank`");
    }

    #[test]
    fn every_library_tool_can_be_printed_where_the_program_does_not_start() {
        let part = concat!(env!("CARGO_MANIFEST_DIR"), "/boot/parts/paper.html");
        let part = std::fs::read_to_string(part).unwrap();
        for tool in library::all() {
            let title = escape(&tool.title);
            let link = ["href=\"blank/", &file_of(&tool), "\">", &title, "</a>"].concat();
            assert!(part.contains(&link), "{link}");
        }
    }

    #[test]
    fn a_tool_becomes_a_page_whose_text_is_only_text() {
        let mut tool = library::all()[0].clone();
        tool.title = "<script>alert(1)</script>".into();
        let page = page_of_tool(&tool);
        assert!(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"), "{page}");
        assert!(!page.contains("<script>"));
        assert_eq!(page.matches("<h2>").count(), tool.areas.len() + 5);
    }
}
