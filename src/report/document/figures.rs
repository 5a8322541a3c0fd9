//! Counts in charts and tables, so that each of them leads back to its cases too, and those of actions
//! to the actions (RA-03).
//!
//! They are known by what stands in the document: nothing is written into it for them. Its files, and the versions
//! that were kept before, stay to the letter what they are.

use std::collections::BTreeMap;

use super::evidence::COUNTED;
use super::words::Words;
use super::{Block, Document, clean};
use crate::envelope::Hash;
use crate::id::{AreaId, GradeId, OptionId, PromptId, ThemeId};
use crate::panel::Workbook;
use crate::report::chart::Table;
use crate::tool::{AnswerValue, Prompt, PromptKind, Tool};

/// What a number in a chart or table counts, of this round; of actions, those of the round before it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureCount {
    /// Cases with one of these grades.
    Graded {
        /// In which area; `None` for the cases overall.
        area: Option<AreaId>,
        /// Which grades.
        is: Vec<GradeId>,
    },
    /// Cases with this answer.
    Answered {
        /// To which question.
        prompt: PromptId,
        /// The answer value, or the option.
        value: String,
    },
    /// Cases in which something of this theme was found wanting.
    Theme(ThemeId),
    /// Actions of the round before that followed from a theme, known by the name of it ([`figure_theme`]): a
    /// theme of a board's own has another id in each round.
    Actions(Hash),
}

/// Where a number stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureAt {
    /// Which block, from the top.
    pub block: usize,
    /// Which bar, or which row of a table.
    pub row: usize,
    /// Which column of a table; of a chart that of its table.
    pub column: usize,
}

/// The column of a chart's table in which its numbers stand.
const OF_BARS: usize = 1;

/// Stands in an address for the cases overall: no area can be called so.
const OVERALL: &str = "-";

impl FigureCount {
    /// What stands for it in an address.
    pub fn key(&self) -> String {
        match self {
            Self::Graded { area, is } => {
                let area = area.as_ref().map_or(OVERALL, AreaId::as_str);
                let grades = is.iter().map(GradeId::as_str);
                ["grades", area].into_iter().chain(grades).collect::<Vec<&str>>().join("/")
            }
            Self::Answered { prompt, value } => {
                ["answers", prompt.as_str(), value.as_str()].join("/")
            }
            Self::Theme(theme) => ["themes", theme.as_str()].join("/"),
            Self::Actions(theme) => ["actions", &theme.to_string()].join("/"),
        }
    }

    /// The same read again, part by part.
    pub fn of_key(parts: &[&str]) -> Option<Self> {
        match parts {
            ["grades", area, grades @ ..] if !grades.is_empty() => {
                let area = if *area == OVERALL { None } else { Some(AreaId::new(area).ok()?) };
                let is: Option<Vec<GradeId>> =
                    grades.iter().map(|grade| GradeId::new(grade).ok()).collect();
                is.map(|is| Self::Graded { area, is })
            }
            ["answers", prompt, value] => {
                let (prompt, value) = (PromptId::new(prompt).ok()?, OptionId::new(value).ok()?);
                Some(Self::Answered { prompt, value: value.to_string() })
            }
            ["themes", theme] => Some(Self::Theme(ThemeId::new(theme).ok()?)),
            ["actions", theme] => Some(Self::Actions(theme.parse().ok()?)),
            _ => None,
        }
    }

    /// Whether the round asks, grades and names what is counted; what another round named it cannot say.
    pub fn fits(&self, workbook: &Workbook) -> bool {
        let tool = &workbook.plan().round.tool;
        match self {
            Self::Graded { area, is } => {
                area.as_ref().is_none_or(|area| tool.area(area).is_some())
                    && is.iter().all(|grade| tool.scale.grade(grade).is_some())
            }
            Self::Answered { prompt, value } => {
                tool.prompt(prompt).is_some_and(|(_, one)| answer_label(&one.kind, value).is_some())
            }
            Self::Theme(theme) => workbook.themes().iter().any(|one| one.id == *theme),
            Self::Actions(_) => true,
        }
    }
}

/// An answer as it is read; `None` where the question has no such answer.
pub fn answer_label(kind: &PromptKind, value: &str) -> Option<String> {
    match kind {
        PromptKind::Judgement { .. } => {
            let known = AnswerValue::ALL.into_iter().find(|one| one.as_str() == value);
            known.map(|one| one.label().to_owned())
        }
        PromptKind::Choice { options } | PromptKind::Choices { options } => {
            let known = options.iter().find(|one| one.id.as_str() == value);
            known.map(|one| one.label.clone())
        }
        PromptKind::Number { .. } | PromptKind::Text { .. } => None,
    }
}

/// What stands for a theme by its name, however it is written.
pub fn figure_theme(label: &str) -> Hash {
    Hash::of(theme_name(label).as_bytes())
}

/// Every number in the charts and tables of a document that counts cases of this round, or what became of the actions
/// of the one before, by its place. Cases of earlier rounds are none of them: what makes those stands in the rounds
/// themselves.
pub fn figure_counts(workbook: &Workbook, document: &Document) -> BTreeMap<FigureAt, FigureCount> {
    let known = Known::of(workbook, document);
    let mut counts = BTreeMap::new();
    for (block, one) in document.blocks.iter().enumerate() {
        match one {
            Block::Chart { id, chart } => {
                for (row, bar) in chart.bars.iter().enumerate() {
                    if let Some(count) = known.bar(id, &bar.label) {
                        counts.insert(FigureAt { block, row, column: OF_BARS }, count);
                    }
                }
            }
            Block::Table(table) => {
                for (row, cells) in table.rows.iter().enumerate() {
                    for column in 1..cells.len() {
                        if let Some(count) = known.cell(table, cells, column) {
                            counts.insert(FigureAt { block, row, column }, count);
                        }
                    }
                }
            }
            Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::Bullets(_)
            | Block::Numbered(_) => {}
        }
    }
    counts
}

/// The number at a place, as it is read there.
pub fn figure_text(document: &Document, at: FigureAt) -> Option<String> {
    match document.blocks.get(at.block)? {
        Block::Chart { chart, .. } => Some(chart.bars.get(at.row)?.count.to_string()),
        Block::Table(table) => table.rows.get(at.row)?.get(at.column).cloned(),
        Block::Heading { .. }
        | Block::Paragraph { .. }
        | Block::Bullets(_)
        | Block::Numbered(_) => None,
    }
}

/// The sentence of the same document behind which stands what a chart or table counts.
pub fn figure_sentence(document: &Document, at: FigureAt) -> Option<&str> {
    let area = match document.blocks.get(at.block)? {
        Block::Chart { id, .. } => id.strip_prefix(OF_AREA),
        _ => None,
    };
    let of_area = |area| [document.kind.as_str(), "/", area, "/grades"].concat();
    let wanted = area.map_or_else(|| COUNTED.to_owned(), of_area);
    document.sentences().find(|one| one.id == wanted).map(|one| one.id.as_str())
}

/// Begins the id of the chart of an area.
const OF_AREA: &str = "chart-";
/// Begins the id of the chart of an area in one of the rounds that are compared.
const OF_ROUND: &str = "multiple-";

/// What can be counted, by what it is called in documents.
struct Known<'a> {
    tool: &'a Tool,
    /// The cases overall in the comparison's words.
    overall: String,
    prompts: BTreeMap<String, &'a Prompt>,
    /// None where two are called alike: nothing in the document tells which of them it is.
    areas: BTreeMap<String, Option<AreaId>>,
    themes: BTreeMap<String, ThemeId>,
    /// Which of the rounds that are compared is this one: the last.
    last: usize,
}

impl<'a> Known<'a> {
    fn of(workbook: &'a Workbook, document: &Document) -> Self {
        let round = &workbook.plan().round;
        let (mut prompts, mut areas, mut themes) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (_, prompt) in round.tool.prompts() {
            prompts.insert(shown(&[prompt.id.as_str(), " ", &prompt.text].concat()), prompt);
        }
        for area in &round.tool.areas {
            let alike = areas.entry(shown(&area.title)).and_modify(|one| *one = None);
            alike.or_insert_with(|| Some(area.id.clone()));
        }
        for theme in workbook.themes() {
            themes.entry(theme_name(&theme.label)).or_insert(theme.id);
        }
        let rounds = document.blocks.iter().filter_map(|block| match block {
            Block::Chart { id, .. } => of_round(id).map(|(_, at)| at),
            _ => None,
        });
        Self {
            tool: &round.tool,
            overall: Words::of(round).get("comparison.overall").to_owned(),
            last: rounds.max().unwrap_or_default(),
            prompts,
            areas,
            themes,
        }
    }

    fn bar(&self, id: &str, label: &str) -> Option<FigureCount> {
        let area = match (id.strip_prefix(OF_AREA), of_round(id)) {
            (Some(area), _) => Some(self.area(area)?),
            (None, Some((key, at))) if at == self.last => {
                let area = self.area(key);
                if area.is_none() && key != "overall" {
                    return None;
                }
                area
            }
            (None, _) => return None,
        };
        let mut grades = self.tool.scale.grades.iter();
        let grade = grades.find(|grade| shown(&grade.label) == label)?;
        Some(FigureCount::Graded { area, is: vec![grade.id.clone()] })
    }

    fn area(&self, id: &str) -> Option<AreaId> {
        self.tool.areas.iter().map(|area| &area.id).find(|one| one.as_str() == id).cloned()
    }

    /// A number of this round stands in the last column but one, or in those of the themes of now.
    fn cell(&self, table: &Table, row: &[String], column: usize) -> Option<FigureCount> {
        let text = row.get(column)?;
        if !text.contains(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        let of_round = || {
            let is_now = column + 2 == table.head.len();
            is_now.then(|| self.answered(row).or_else(|| self.graded(row, text))).flatten()
        };
        of_round()
            .or_else(|| self.found(table, text, column))
            .or_else(|| followed_up(table, row, column))
    }

    fn answered(&self, row: &[String]) -> Option<FigureCount> {
        let [asks, label, ..] = row else { return None };
        let prompt = *self.prompts.get(asks)?;
        let values: Vec<&str> = match &prompt.kind {
            PromptKind::Judgement { .. } => AnswerValue::ALL.map(AnswerValue::as_str).into(),
            PromptKind::Choice { options } | PromptKind::Choices { options } => {
                options.iter().map(|one| one.id.as_str()).collect()
            }
            PromptKind::Number { .. } | PromptKind::Text { .. } => Vec::new(),
        };
        let is_it = |value: &&str| {
            answer_label(&prompt.kind, value).is_some_and(|known| shown(&known) == *label)
        };
        let value = values.into_iter().find(is_it)?.to_owned();
        Some(FigureCount::Answered { prompt: prompt.id.clone(), value })
    }

    /// "5 of 6" is how many were graded good or better; on another scale than before all grades stand there.
    fn graded(&self, row: &[String], text: &str) -> Option<FigureCount> {
        let title = row.first()?;
        let area = match self.areas.get(title) {
            Some(_) if *title == self.overall => return None,
            Some(area) => Some(area.clone()?),
            None if *title == self.overall => None,
            None => return None,
        };
        let scale = &self.tool.scale;
        let wanted = |grade: &GradeId| !is_share(text) || scale.is_good_or_better(grade);
        let all = scale.grades.iter().map(|grade| grade.id.clone());
        let is: Vec<GradeId> = all.filter(wanted).collect();
        (!is.is_empty()).then_some(FigureCount::Graded { area, is })
    }

    /// "Neglect (1 of 7)" in one of the two columns of what is so now, of the four of Solihull's table (RA-03).
    fn found(&self, table: &Table, text: &str, column: usize) -> Option<FigureCount> {
        if table.head.len() != 4 || !matches!(column, 1 | 2) {
            return None;
        }
        let (label, share) = text.strip_suffix(')')?.rsplit_once(" (")?;
        let theme = self.themes.get(&theme_name(label)).filter(|_| is_share(share))?;
        Some(FigureCount::Theme(theme.clone()))
    }
}

/// "2 of 3" actions in the last of the four columns of Solihull's table, beside "Neglect (1 of 7)" in its first (RA-03).
fn followed_up(table: &Table, row: &[String], column: usize) -> Option<FigureCount> {
    if table.head.len() != 4 || column != 3 || !is_share(row.get(column)?) {
        return None;
    }
    let (label, share) = row.first()?.strip_suffix(')')?.rsplit_once(" (")?;
    is_share(share).then(|| FigureCount::Actions(figure_theme(label)))
}

/// The area, or "overall", and which round a chart of a comparison is of.
fn of_round(id: &str) -> Option<(&str, usize)> {
    let (key, at) = id.strip_prefix(OF_ROUND)?.rsplit_once('-')?;
    Some((key, at.parse().ok()?))
}

fn is_share(text: &str) -> bool {
    let is_number = |part: &str| part.parse::<usize>().is_ok();
    text.split_once(" of ").is_some_and(|(n, of)| is_number(n) && is_number(of))
}

/// As a document shows it.
fn shown(text: &str) -> String {
    let mut shown = text.to_owned();
    clean(&mut shown);
    shown
}

/// A theme is known by its name, however it is written.
fn theme_name(label: &str) -> String {
    shown(label).trim().to_lowercase()
}

#[cfg(test)]
mod tests;
