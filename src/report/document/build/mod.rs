//! The builders: one for each kind of document, each with exactly the sections of domain 1.8.

mod action_plan;
mod behind_figures;
mod comparison;
mod contacts;
mod d1_case_by_case;
mod d2_theme_by_theme;
mod d3_graded;
mod d3_summary;
mod d4_areas;
mod d4_conclusions;
mod d4_method;
mod d4_overview;
mod d5_six_steps;
mod grades;
mod maker;
mod messages;
mod one_page;
mod prompt_sheet;
mod texts;

use chrono::NaiveDate;

pub use action_plan::{Told, carried_told, earlier_as_told, recommendations_told};
pub use behind_figures::{ActionsBehind, figure_actions, figure_counted};

use super::pattern::Fills;
use super::{Audience, Document, DocumentKind, Evidence, Look, Provenance, Sentence};
use crate::panel::{Workbook, general_limitations, k03_limitations, limitations_paragraph};
use crate::text::long_date;
use maker::Maker;

/// Makes a document from the workbook as it stands on a day.
pub fn build(kind: DocumentKind, workbook: &Workbook, today: NaiveDate) -> Document {
    let mut maker = Maker::new(kind, workbook, today);
    match kind {
        DocumentKind::CaseByCase => d1_case_by_case::write(&mut maker),
        DocumentKind::ThemeByTheme => d2_theme_by_theme::write(&mut maker),
        DocumentKind::Summary => d3_summary::write(&mut maker),
        DocumentKind::Overview => d4_overview::write(&mut maker),
        DocumentKind::SixSteps => d5_six_steps::write(&mut maker),
        DocumentKind::PromptSheet => prompt_sheet::write(&mut maker),
        DocumentKind::ActionPlan => action_plan::write(&mut maker),
        DocumentKind::Comparison => comparison::write(&mut maker, &[]),
    }
    maker.document()
}

/// RA-01 to RA-06: the round beside earlier ones, which come oldest first ([`crate::panel::reaudit::ra01_in_order`]).
pub fn comparison(earlier: &[&Workbook], now: &Workbook, today: NaiveDate) -> Document {
    let mut maker = Maker::new(DocumentKind::Comparison, now, today);
    comparison::write(&mut maker, earlier);
    maker.document()
}

impl Maker<'_> {
    fn document(mut self) -> Document {
        self.note_held_back();
        let round = &self.book.plan().round;
        Document {
            kind: self.kind,
            audience: self.kind.audience(),
            language: round.tool.language.clone(),
            title: self.said("title", Fills::default()).plain(),
            provenance: self.provenance(),
            blocks: self.blocks,
        }
        .only_what_is_seen()
    }

    /// R-13, I-10: round, day, tool, and for whom it is.
    fn provenance(&self) -> Provenance {
        let round = &self.book.plan().round;
        let audience = match self.kind.audience() {
            Audience::Board => "audience.board",
            Audience::Practitioners => "audience.practitioners",
        };
        let practice = if round.practice { self.words.get("practice") } else { "" };
        let audience = [self.words.get(audience), practice].join(" ");
        let fills = Fills::default().with("audience", audience.trim());
        let running = self.common("running", "running", fills.clone(), Vec::new()).plain();
        let fills = fills.with("made", &long_date(self.today));
        Provenance {
            round: round.id.clone(),
            tool: round.tool.reference(),
            made: self.today,
            author: round.board.name.clone(),
            line: self.common("provenance", "provenance", fills, Vec::new()).plain(),
            version: self.words.get("provenance.version").to_owned(),
            running,
            practice: round.practice,
        }
    }

    /// The name of the board and the title.
    fn begin(&mut self) {
        let board = self.sentence("board", "{board}", Fills::default(), Vec::new());
        self.paragraph(Look::Subtitle, vec![board]);
        self.heading(1, "title");
    }

    /// what limits the audit, always; which agencies and cases only the board reads.
    fn limitations(&mut self) {
        let limitations = k03_limitations(self.book, self.today);
        let places = limitations.iter().flat_map(|one| &one.places);
        let cases = limitations.iter().flat_map(|one| &one.cases);
        let evidence = places
            .map(|place| Evidence::Expected(place.clone()))
            .chain(cases.map(|case| Evidence::Case(case.clone())))
            .collect();
        let text = match self.kind.audience() {
            Audience::Board => limitations_paragraph(&limitations),
            Audience::Practitioners => general_limitations(&limitations),
        };
        let fills = Fills::default().with("text", &text);
        let mut sentences: Vec<Sentence> = Vec::new();
        if !limitations.is_empty() {
            let lead = Fills::default();
            sentences.push(self.common("limitations-lead", "limitations.lead", lead, Vec::new()));
        }
        sentences.push(self.sentence("limitations", "{text}", fills, evidence));
        self.paragraph(Look::Plain, sentences);
    }
}
