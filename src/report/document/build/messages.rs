//! Key messages and lessons: headed findings with questions and calls to action.

use super::maker::Maker;
use super::texts::{Says, same};
use crate::id::CaseRef;
use crate::panel::findings::{FindingKind, FindingView};
use crate::panel::manuscript::{Asked, Passage};
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Evidence, Look, Sentence};

/// Findings under one heading.
struct Headed<'a> {
    heading: String,
    views: Vec<&'a FindingView>,
}

/// Findings by their headings, in the order in which the first of each was recorded.
fn headed<'a>(maker: &Maker, views: Vec<&'a FindingView>) -> Vec<Headed<'a>> {
    let mut all: Vec<Headed> = Vec::new();
    for view in views {
        let heading = maker.heading_of_finding(view);
        match all.iter_mut().find(|known| same(&known.heading, &heading)) {
            Some(known) => known.views.push(view),
            None => all.push(Headed { heading, views: vec![view] }),
        }
    }
    all
}

/// D1: the key messages of one case, each with theme, finding and questions.
pub(super) fn key_messages(maker: &mut Maker, case: &CaseRef) {
    let kinds = [FindingKind::Issue, FindingKind::Question];
    let views: Vec<FindingView> = maker.of_case(case, &kinds).into_iter().cloned().collect();
    let path = [case.as_str(), "/message"].concat();
    if views.is_empty() {
        let gap = maker.told(&path, "message-gap", Fills::default(), Vec::new());
        maker.paragraph(Look::Plain, vec![gap]);
    }
    for message in headed(maker, views.iter().collect()) {
        write_heading(maker, 4, &path, &message);
        let Some(first) = message.views.first() else { continue };
        let at = [&path, "/", first.finding.id.as_str()].concat();
        let told = message.views.iter().filter(|view| is_told(maker, view));
        let mut texts: Vec<Sentence> =
            told.map(|view| maker.finding(&path, view, Says::Plain)).collect();
        if texts.is_empty() {
            let (path, behind) = ([&at, "/finding"].concat(), maker.evidence_of(first));
            texts.push(maker.sentence(&path, "{finding}", Fills::default(), behind));
        }
        maker.paragraph(Look::Plain, texts);
        let mut questions = Vec::new();
        for view in &message.views {
            questions.extend(questions_of(maker, &path, view));
        }
        maker.bullets_or(&at, "question", questions);
        write_calls(maker, &path, &message);
    }
}

/// an issue is itself what was found; behind a question, that is its text.
fn is_told(maker: &Maker, view: &FindingView) -> bool {
    let has_text = |one: &Passage| !one.text.trim().is_empty();
    view.finding.kind == FindingKind::Issue
        || maker.passage_of(&view.finding.id, has_text).is_some()
}

/// The questions of a finding: itself, where it is one, and those of its passage.
pub(super) fn questions_of(maker: &Maker, path: &str, view: &FindingView) -> Vec<Sentence> {
    let id = view.finding.id.as_str();
    let itself = (view.finding.kind == FindingKind::Question)
        .then(|| Asked { audience: String::new(), text: view.finding.text.clone() });
    let passage = maker.passage_of(&view.finding.id, |one| !one.questions.is_empty());
    let asked = itself.iter().chain(passage.iter().flat_map(|one| &one.questions));
    let evidence = [maker.evidence_of(view), maker.of_part(passage)].concat();
    (1..)
        .zip(asked)
        .map(|(number, asked)| {
            let path = [path, "/", id, "/question-", &number.to_string()].concat();
            question(maker, &path, asked, evidence.clone())
        })
        .collect()
}

fn question(maker: &Maker, path: &str, asked: &Asked, evidence: Vec<Evidence>) -> Sentence {
    let fills = Fills::default().with("question", &asked.text).with("audience", &asked.audience);
    let everybody = asked.audience.trim().is_empty();
    let name = if everybody { "case-by-case.question" } else { "case-by-case.question-for" };
    maker.common(path, name, fills, evidence)
}

/// D2: the lessons under one theme: heading, finding with its count, call to action.
pub(super) fn lessons(maker: &mut Maker, path: &str, views: Vec<FindingView>) {
    for lesson in headed(maker, views.iter().collect()) {
        write_heading(maker, 4, path, &lesson);
        let texts = lesson.views.iter().map(|view| maker.finding(path, view, Says::Of)).collect();
        maker.paragraph(Look::Plain, texts);
        write_calls(maker, path, &lesson);
    }
}

fn write_heading(maker: &mut Maker, level: u8, path: &str, headed: &Headed) {
    let Some(first) = headed.views.first() else { return };
    let path = [path, "/", first.finding.id.as_str(), "/heading"].concat();
    let fills = Fills::default().with("theme-of-the-finding", &headed.heading);
    let of_part = |view: &&FindingView| maker.of_part(maker.headed_by(&view.finding.id));
    let behind = headed.views.iter().flat_map(of_part).collect();
    let text = maker.sentence(&path, "{theme-of-the-finding}", fills, behind);
    maker.blocks.push(Block::Heading { level, text });
}

/// What to do. A lesson without it shows the gap; a key message has its questions instead.
fn write_calls(maker: &mut Maker, path: &str, headed: &Headed) {
    let mut calls = Vec::new();
    for view in &headed.views {
        if let Some(text) = maker.call_of(&view.finding.id) {
            calls.push(call(maker, path, view, text));
        }
    }
    let owed = maker.kind == crate::report::document::DocumentKind::ThemeByTheme;
    if calls.is_empty() && owed {
        calls.extend(headed.views.first().map(|view| call(maker, path, view, "")));
    }
    maker.paragraph(Look::Call, calls);
}

/// what practitioners should do about a finding.
pub(super) fn call(maker: &Maker, path: &str, view: &FindingView, text: &str) -> Sentence {
    let path = [path, "/", view.finding.id.as_str(), "/call"].concat();
    let fills = Fills::default().with("call-to-action", text);
    let passage = maker.passage_of(&view.finding.id, |one| !one.call_to_action.trim().is_empty());
    let evidence = [maker.evidence_of(view), maker.of_part(passage)].concat();
    maker.common(&path, "theme-by-theme.call", fills, evidence)
}
