//! The same text as a document of the folder `docs/`.

use super::{Block, Prose, Span};

/// The text as Markdown with a list of its sections. `folder` is where its pictures lie, such as
/// `screenshots/`; `made_by` is the command that writes the document.
///
/// Pages of the program cannot be gone to from a document: such links are words only.
pub fn markdown(prose: &Prose, folder: &str, made_by: &str) -> String {
    let mut out =
        ["<!-- Written by `", made_by, "`: change its source, not this file. -->"].concat();
    out.push_str("\n\n# ");
    out.push_str(prose.title);
    blocks(&mut out, prose, &prose.lead, folder);
    out.push_str("\n\n## Contents\n");
    for section in &prose.sections {
        out.push_str(&["\n- [", section.title, "](#", &anchor(section.title), ")"].concat());
    }
    for section in &prose.sections {
        out.push_str("\n\n## ");
        out.push_str(section.title);
        blocks(&mut out, prose, &section.blocks, folder);
    }
    out.push('\n');
    out
}

fn blocks(out: &mut String, prose: &Prose, blocks: &[Block], folder: &str) {
    for block in blocks {
        out.push_str("\n\n");
        out.push_str(&match block {
            Block::Paragraph(spans) => line(prose, spans),
            Block::Points(points) => {
                let points = points.iter().map(|point| ["- ", &line(prose, point)].concat());
                points.collect::<Vec<String>>().join("\n")
            }
            Block::Steps(steps) => {
                let steps = (1..).zip(steps);
                let steps = steps.map(|(number, step)| format!("{number}. {}", line(prose, step)));
                steps.collect::<Vec<String>>().join("\n")
            }
            Block::Picture { name, alt } => ["![", alt, "](", folder, name, ".png)"].concat(),
        });
    }
}

fn line(prose: &Prose, spans: &[Span]) -> String {
    let mut line = String::new();
    for span in spans {
        match span {
            Span::Text(text) => line.push_str(text),
            Span::Link { text, href } => {
                let name = href.rsplit('/').next().unwrap_or_default();
                match prose.section(name) {
                    Some(section) => {
                        let to = anchor(section.title);
                        line.push_str(&["[", text, "](#", &to, ")"].concat());
                    }
                    None => line.push_str(text),
                }
            }
        }
    }
    line
}

/// The name that readers of Markdown give to a heading.
fn anchor(title: &str) -> String {
    let kept = title.chars().filter(|letter| letter.is_alphanumeric() || " -".contains(*letter));
    kept.flat_map(char::to_lowercase)
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}
