//! Documents: what a board publishes, every count in them traceable to the answers behind it (domain 1.8, 4.11).
//!
//! A [`Document`] is blocks of [`Sentence`]s. [`build`] makes each of the kinds
//! from the workbook; [`render`] writes any of them and knows nothing of audits;
//! [`check`] says what speaks against publishing it. What is unknown stays a
//! marked gap. The same workbook and day give the same bytes.
//!
//! The words are data: headings and standing sentences stand in
//! `data/words.json`, sentences with counts in `data/statements`, and a round may
//! have other words for each of them ([`crate::round::ReportTerms::wording`]).

pub mod build;
mod checks;
mod counted;
mod evidence;
mod facts;
mod figures;
mod fit;
mod pattern;
mod publication;
mod published;
pub mod render;
mod seen;
mod snapshot;
mod statements;
mod then;
mod versions;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use checks::{DocumentNotice, Subject, Weight, check, i02_names};
pub use counted::{Counted, CountedReturns, Held};
pub use evidence::{Evidence, is_in_register, v09_closed, v09_told_still};
pub use figures::{
    FigureAt, FigureCount, answer_label, figure_counts, figure_sentence, figure_text, figure_theme,
};
pub use fit::{Unfit, fit, written_at};
pub use publication::{
    ClearError, NotPublishable, StandsOut, i08_clear, i08_may_publish, i08_may_publish_with,
    i08_stands_out, i09_attribute_table, i09_suppressed,
};
pub(super) use publication::{
    NOT_TOLD, SmallNumbers, i09_crosses_few, i09_decided_by, i09_is_set_aside, i09_not_asked,
    i09_set_aside_apart, i09_sets_aside, own_part_table, threshold,
};
pub use published::{n01_published, n01_to_keep};
pub(super) use seen::{clean, clean_chart, clean_table};
pub use snapshot::{Change, Snapshot, changes, short_id};
pub use statements::{Role, Statement, statements};
pub use then::{CountThen, Then, counts_then};
pub use versions::{Version, VersionError, keep, latest_version, version};
pub use words::{report_words, unknown_words};

use super::chart::{BarChart, Table};
use crate::id::RoundId;
use crate::tool::ToolRef;

/// Letters of a snapshot's id under a document: enough to tell its versions apart.
const FOOTER_LETTERS: usize = 12;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// D1: case audits, case by case.
    CaseByCase,
    /// D2: case audits, theme by theme.
    ThemeByTheme,
    /// D3: summary for practitioners and managers.
    Summary,
    /// D4: overview report to the board.
    Overview,
    /// D5: briefing in six steps.
    SixSteps,
    /// One page of questions and reminders for a team's wall or meeting.
    PromptSheet,
    /// The action plan: recommendations with what is done about them (domain 1.9, 4.12).
    ActionPlan,
    /// This round beside earlier ones (RA-01 to RA-06): made by [`build::comparison`].
    Comparison,
}

/// For whom a document is (I-10, R-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The board and its groups.
    Board,
    /// Practitioners and their managers; may be published.
    Practitioners,
}

/// A document, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Which kind.
    pub kind: DocumentKind,
    /// For whom.
    pub audience: Audience,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Its title, as plain text.
    pub title: String,
    /// Where it comes from.
    pub provenance: Provenance,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The round.
    pub round: RoundId,
    /// The tool that its returns answer.
    pub tool: ToolRef,
    /// The day it was made.
    pub made: NaiveDate,
    /// Whose it is, as plain text.
    pub author: String,
    /// The line under the document.
    pub line: String,
    /// How its version is told, with `{id}` for the id of its snapshot.
    pub version: String,
    /// Stands above every page: of which round it tells, and for whom (I-10). Older versions have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub running: String,
    /// Nothing in it is real.
    pub practice: bool,
}

/// One thing in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Block {
    /// A heading; 1 is the title.
    Heading {
        /// 1 to 4.
        level: u8,
        /// Its words.
        text: Sentence,
    },
    /// Sentences that belong together.
    Paragraph {
        /// How it is set.
        look: Look,
        /// In order.
        sentences: Vec<Sentence>,
    },
    /// Points in no order.
    Bullets(Vec<Sentence>),
    /// Numbered points, each with points of its own: recommendations.
    Numbered(Vec<Point>),
    /// A table.
    Table(Table),
    /// A chart; whoever writes it writes its table too.
    Chart {
        /// Stem of ids, unique in the document.
        id: String,
        /// The chart.
        chart: BarChart,
    },
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// As running text.
    Plain,
    /// A line under the title.
    Subtitle,
    /// What is to be read first.
    Lead,
    /// What is asked or told to do.
    Call,
    /// What stands beside the text: questions of an area, a footnote.
    Note,
}

/// A numbered point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The point.
    pub text: Sentence,
    /// Under it.
    pub points: Vec<Sentence>,
}

/// One sentence, or a few that stand or fall together, with what is behind them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The same each time that the document is made.
    pub id: String,
    /// Its words.
    pub spans: Vec<Span>,
    /// What it rests on; empty for words that say nothing of the cases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Its counts by name, for whoever words it otherwise.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, Counted>,
    /// The coordinator words it otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Own>,
}

/// That a sentence is the coordinator's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// As it would be generated now.
    pub generated: String,
    /// What would be generated has changed since the wording was written.
    pub stale: bool,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Span {
    /// Words.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// A count in words, which leads back to the cases that make it.
    Count {
        /// The words.
        text: String,
        /// Its gap in a pattern, such as `in:seen`.
        gap: String,
        /// Stands out.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        strong: bool,
    },
    /// Words that lead to an address.
    Link {
        /// The words.
        text: String,
        /// Begins with `https://`.
        address: String,
    },
    /// What is not known: says what belongs there.
    Gap(String),
}

impl DocumentKind {
    /// Those made of one round alone, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::CaseByCase,
        Self::ThemeByTheme,
        Self::Summary,
        Self::Overview,
        Self::SixSteps,
        Self::PromptSheet,
        Self::ActionPlan,
    ];

    /// Whether it tells of what was found in the cases; the plan tells of what is done about it.
    pub fn tells_of_cases(self) -> bool {
        self != Self::ActionPlan
    }

    /// whether it is made to fit on one sheet of paper.
    pub fn is_one_page(self) -> bool {
        self == Self::PromptSheet
    }

    /// As in ids of sentences and names of texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CaseByCase => "case-by-case",
            Self::ThemeByTheme => "theme-by-theme",
            Self::Summary => "summary",
            Self::Overview => "overview",
            Self::SixSteps => "six-steps",
            Self::PromptSheet => "prompt-sheet",
            Self::ActionPlan => "action-plan",
            Self::Comparison => "comparison",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut known = Self::ALL.into_iter().chain([Self::Comparison]);
        known.find(|one| one.as_str() == name)
    }

    /// the whole report, the plan and the comparison are the board's; the others are made for practitioners.
    pub fn audience(self) -> Audience {
        match self {
            Self::Overview | Self::ActionPlan | Self::Comparison => Audience::Board,
            Self::CaseByCase
            | Self::ThemeByTheme
            | Self::Summary
            | Self::SixSteps
            | Self::PromptSheet => Audience::Practitioners,
        }
    }
}

impl Document {
    /// the line under the document, with the beginning of the id of its snapshot.
    pub fn footer(&self) -> String {
        [&self.provenance.line, " ", &self.version_line()].concat()
    }

    /// I-10: what stands above every page of it, where sheets may be parted: title, round and audience.
    pub fn running_head(&self) -> String {
        let parts = [self.title.as_str(), &self.provenance.running];
        let told = parts.into_iter().filter(|part| !part.is_empty());
        told.collect::<Vec<&str>>().join(" · ")
    }

    /// how its version is told, with the beginning of the id of its snapshot.
    fn version_line(&self) -> String {
        self.provenance.version.replace("{id}", &Snapshot::of(self).short())
    }

    /// Every sentence, from top to bottom, headings among them.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.blocks.iter().flat_map(Block::sentences)
    }
}

impl Block {
    /// Its sentences in order; none for tables and charts.
    pub fn sentences(&self) -> Vec<&Sentence> {
        match self {
            Self::Heading { text, .. } => vec![text],
            Self::Paragraph { sentences, .. } | Self::Bullets(sentences) => {
                sentences.iter().collect()
            }
            Self::Numbered(points) => points
                .iter()
                .flat_map(|point| std::iter::once(&point.text).chain(&point.points))
                .collect(),
            Self::Table(_) | Self::Chart { .. } => Vec::new(),
        }
    }
}

impl Sentence {
    /// Its words without their looks; a gap stands in square brackets.
    pub fn plain(&self) -> String {
        let piece = |span: &Span| match span {
            Span::Text(text)
            | Span::Strong(text)
            | Span::Count { text, .. }
            | Span::Link { text, .. } => text.clone(),
            Span::Gap(text) => ["[", text, "]"].concat(),
        };
        self.spans.iter().map(piece).collect()
    }

    /// Its words as a pattern, for whoever words it otherwise: counts stand as their gaps, and so stay live.
    pub fn pattern(&self) -> String {
        let strong = |text: &str| ["**", text, "**"].concat();
        let piece = |span: &Span| match span {
            Span::Text(text) | Span::Link { text, .. } => text.clone(),
            Span::Strong(text) => strong(text),
            Span::Count { gap, strong: true, .. } => strong(&["{", gap, "}"].concat()),
            Span::Count { gap, strong: false, .. } => ["{", gap, "}"].concat(),
            Span::Gap(text) => ["{", &text.replace(' ', "-"), "}"].concat(),
        };
        self.spans.iter().map(piece).collect()
    }

    /// I-09: whether it says "some" of a count, and not how many.
    pub fn holds_back(&self) -> bool {
        self.spans.iter().any(|span| {
            let Span::Count { gap, .. } = span else { return false };
            let count = gap.split_once(':').and_then(|(_, name)| self.counts.get(name));
            count.is_some_and(Counted::is_held_back)
        })
    }

    /// What is not known in it.
    pub fn gaps(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter_map(|span| match span {
            Span::Gap(text) => Some(text.as_str()),
            Span::Text(_) | Span::Strong(_) | Span::Count { .. } | Span::Link { .. } => None,
        })
    }
}
