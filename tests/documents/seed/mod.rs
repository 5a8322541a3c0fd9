//! A round out of its data: plan, signed returns, and what the panel made of them.

mod findings;
pub mod panel;
mod returns;
mod story;

use std::collections::BTreeMap;

use multi_agency_audit::envelope::{EnrolmentSecret, FormatVersion, Hash, SoftwareKey, Unsigned};
use multi_agency_audit::id::{CaseRef, ItemId, SlotId};
use multi_agency_audit::panel::concerns::{BoardLine, ConcernStep, concern_board};
use multi_agency_audit::panel::{Stamp, Workbook, WorkbookFile};
use multi_agency_audit::report::document::{Document, DocumentKind, build};
use multi_agency_audit::round::{
    Agency, CaseEntry, CaseStatus, Round, RoundPlan, Slot, round_templates,
};
use multi_agency_audit::sample;
use multi_agency_audit::tool::library;

pub use story::Story;

/// A round that a panel has finished.
pub struct Seed {
    pub workbook: Workbook,
    /// The returns as they came, by their hash.
    pub files: BTreeMap<Hash, String>,
    pub story: Story,
}

const STORIES: [(&str, &str); 5] = [
    ("case-by-case", include_str!("../seeds/case-by-case.json")),
    ("theme-by-theme", include_str!("../seeds/theme-by-theme.json")),
    ("summary", include_str!("../seeds/summary.json")),
    ("overview", include_str!("../seeds/overview.json")),
    ("six-steps", include_str!("../seeds/six-steps.json")),
];

impl Seed {
    pub fn named(name: &str) -> Self {
        Self::changed(name, |_| {})
    }

    /// The same round, told a little differently.
    pub fn changed(name: &str, change: impl Fn(&mut Story)) -> Self {
        let (_, text) = STORIES.iter().find(|(known, _)| *known == name).unwrap();
        let mut story: Story = serde_json::from_str(text).unwrap();
        change(&mut story);
        let mut files = BTreeMap::new();
        let mut workbook = match story.sample {
            true => sampled(&story, &mut files),
            false => returned(&story, &mut files),
        };
        panel::work(&mut workbook, &story);
        Self { workbook, files, story }
    }

    /// The whole round as a file that the panel’s program opens.
    pub fn workbook_file(&self) -> Vec<u8> {
        let file = WorkbookFile {
            format_version: FormatVersion,
            workbook: self.workbook.record().clone(),
            files: self.files.clone(),
        };
        let key = if self.story.sample { sample::s3_round().round_key() } else { key("round") };
        let unsigned = Unsigned::of(&file, &key.public_key()).unwrap();
        let signature = key.sign(unsigned.signing_input());
        unsigned.signed(&signature).unwrap()
    }

    pub fn document(&self, kind: DocumentKind) -> Document {
        build::build(kind, &self.workbook, self.story.today)
    }

    pub fn case(&self, label: &str) -> CaseRef {
        case_ref(&self.workbook, label)
    }
}

/// The sample round of ten cases, with what its report needs besides.
fn sampled(story: &Story, files: &mut BTreeMap<Hash, String>) -> Workbook {
    let sample = sample::s3_round();
    let mut plan = sample.plan().clone();
    story.change(&mut plan.round);
    let mut workbook = Workbook::new(plan, sample.round_key().public_key());
    let batch = workbook.begin_import(&stamp());
    let opener = sample.opener();
    for sent in sample.returns() {
        workbook.admit(batch, opener.open("return.json", &sent.file), &stamp());
        let text = String::from_utf8(sent.file.clone()).unwrap();
        files.insert(Hash::of(&sent.file), text);
    }
    close_concerns(&mut workbook);
    workbook
}

/// C-07: a finished round has no concern open.
fn close_concerns(workbook: &mut Workbook) {
    let board = concern_board(workbook, stamp().at, |at| at.naive_utc());
    for line in board.into_iter().filter(BoardLine::is_open) {
        let closed =
            ConcernStep::Closed { role: "Head of service".into(), outcome: "Seen.".into() };
        workbook.follow_up_concern(&line.key, closed, &stamp()).unwrap();
    }
}

fn returned(story: &Story, files: &mut BTreeMap<Hash, String>) -> Workbook {
    let mut workbook = Workbook::new(plan(story), key("round").public_key());
    let batch = workbook.begin_import(&stamp());
    returns::import(&mut workbook, batch, story, files);
    workbook
}

fn plan(story: &Story) -> RoundPlan {
    let cases: Vec<CaseEntry> = story.cases.iter().map(|label| entry(label)).collect();
    let refs: Vec<CaseRef> = cases.iter().map(|case| case.case_ref.clone()).collect();
    let agencies = story.agencies.iter().map(|(id, name)| Agency {
        id: id.parse().unwrap(),
        kind: id.parse().unwrap(),
        name: name.clone(),
    });
    let slots = story.agencies.keys().map(|id| Slot {
        id: id.parse().unwrap(),
        agency: id.parse().unwrap(),
        label: String::new(),
        secret: secret(id),
        cases: refs.clone(),
        authority: String::new(),
        limits: Default::default(),
    });
    RoundPlan { round: round(story), agencies: agencies.collect(), slots: slots.collect(), cases }
}

fn entry(label: &str) -> CaseEntry {
    let id = label.to_lowercase().replace(' ', "-");
    CaseEntry { case_ref: CaseRef::new(id).unwrap(), label: label.into(), status: CaseStatus::Open }
}

fn round(story: &Story) -> Round {
    let template = round_templates().into_iter().find(|one| one.id == story.template).unwrap();
    let tool = library::by_id(&template.tool).unwrap();
    let mut round = template.round("round-of-a-seed".parse().unwrap(), tool);
    story.change(&mut round);
    round.terms_of_reference = template.terms_of(&round);
    round
}

pub fn stamp() -> Stamp {
    Stamp { by: "Coordinator".into(), at: "2026-07-01T09:00:00Z".parse().unwrap() }
}

fn key(of: &str) -> SoftwareKey {
    SoftwareKey::from_seed(Hash::of(of.as_bytes()).as_bytes())
}

fn secret(slot: &str) -> EnrolmentSecret {
    EnrolmentSecret::from_bytes(*Hash::of(["secret ", slot].concat().as_bytes()).as_bytes())
}

fn case_ref(workbook: &Workbook, label: &str) -> CaseRef {
    let cases = &workbook.plan().cases;
    let found = cases.iter().find(|case| case.label == label);
    found.unwrap_or_else(|| panic!("no case {label}")).case_ref.clone()
}

fn item(id: &str) -> ItemId {
    ItemId::new(id).unwrap()
}

/// Lines of one return, by slot and case.
type Places<'a> = BTreeMap<(SlotId, CaseRef), Vec<&'a story::Line>>;
