//! What stands below the answers of a return on paper: what was asked and pointed out, what is missing, who signed.

use super::filled::{Filled, Standing, said};
use super::said::joined;
use super::words;
use super::{Part, Row};
use crate::audit_return::{Explanation, PanelQuestion};
use crate::check::{Level, Readiness, ec32_marked_texts};

/// What the panel asked about an earlier version, with the answers.
pub(super) fn panel_questions(it: &Filled<'_>) -> Option<Part> {
    let one_row = |one: &PanelQuestion| {
        let about = one.question.about.title_for_readers(it.round);
        let changed = if one.changed { words::CHANGED } else { "" };
        let asks = joined("\n", &[&about, &one.question.text]);
        Row::text(asks, said(&joined("\n", &[&one.answer, changed])))
    };
    let rows: Vec<Row> = it.ret.panel_questions.iter().map(one_row).collect();
    (!rows.is_empty()).then(|| Part { rows, ..Part::new(words::PANEL_QUESTIONS) })
}

/// What was pointed out, with the reason typed for it.
pub(super) fn explanations(it: &Filled<'_>) -> Option<Part> {
    let readiness = Readiness::of(it.notices, it.ret);
    let mut rows: Vec<Row> = readiness
        .explained
        .iter()
        .map(|(notice, explanation)| Row::text(notice.message.clone(), explanation.reason.clone()))
        .collect();
    // What was pointed out by what the return does not hold, such as the dates themselves.
    if it.standing != Standing::Draft {
        let row = |one: &&Explanation| {
            let asks = [words::OTHER_WARNING, " ", &one.rule].concat();
            Row::text(asks, one.reason.clone())
        };
        rows.extend(readiness.obsolete.iter().map(row));
    }
    (!rows.is_empty()).then(|| Part { rows, ..Part::new(words::EXPLANATIONS) })
}

/// Edge case 32: what the auditor keeps from practitioners, whose copy says so where it stands.
pub(super) fn not_for_practitioners(it: &Filled<'_>) -> Option<Part> {
    if it.standing == Standing::Copy {
        return None;
    }
    let marked = ec32_marked_texts(it.ret, &it.round.tool).into_iter();
    let rows: Vec<Row> = marked.map(|one| Row::text(one.label, one.text)).collect();
    (!rows.is_empty()).then(|| Part { rows, ..Part::new(words::NOT_FOR_PRACTITIONERS) })
}

/// What a draft still lacks.
pub(super) fn missing(it: &Filled<'_>) -> Option<Part> {
    if it.standing != Standing::Draft {
        return None;
    }
    let lacking = it.notices.iter().filter(|notice| notice.level == Level::Block);
    let lines: Vec<&str> = lacking.map(|notice| notice.message.as_str()).collect();
    let title = words::STILL_MISSING;
    (!lines.is_empty()).then(|| Part { introduction: lines.join("\n"), ..Part::new(title) })
}

/// Who signed, when and with which key; of a draft only which versions were signed before.
pub(super) fn signature(it: &Filled<'_>) -> Option<Part> {
    let earlier =
        (!it.earlier.is_empty()).then(|| Row::text(words::EARLIER, it.earlier.join("\n")));
    let rows: Vec<Row> = match &it.standing {
        Standing::Draft | Standing::Copy => earlier.into_iter().collect(),
        Standing::Signed(signed) => [
            Row::text(words::SIGNED_BY, signed.by.join("\n")),
            Row::text(words::DECLARED, words::DECLARATION),
            Row::text(words::SIGNED_AT, signed.at.clone()),
            Row::text(words::FILE, signed.file.clone()),
            Row::text(words::KEY, signed.key.clone()),
        ]
        .into_iter()
        .chain(earlier)
        .collect(),
    };
    (!rows.is_empty()).then(|| Part { rows, ..Part::new(words::SIGNATURE) })
}
