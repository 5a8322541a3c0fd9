//! What a copy shows.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Amendment, Disclosure, ec32_marked_later};
use crate::audit_return::{ConcernKind, Return, apply};
use crate::check::{
    FreeText, Place, TextForPractitioners, ec32_texts_for_practitioners, label, text_change, texts,
};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{AgencyKind, GradeId, ItemId};
use crate::json;
use crate::panel::concerns::ConcernKey;
use crate::panel::integration::{AgencyGrading, Grid};
use crate::panel::judgement::{JudgementState, Subject, Verdict};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::tool::Scale;

/// What stands in a copy where a text is withheld: that something is, is never hidden.
pub const NOT_DISCLOSED: &str = "[Not disclosed in this copy]";

/// A copy for a practitioner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeCopy {
    /// Whose return.
    pub place: ReturnKey,
    /// The file it is a copy of.
    pub file: Hash,
    /// The return without what is withheld, and without the auditor's name.
    pub ret: Return,
    /// How many texts are withheld.
    pub withheld: usize,
    /// Judgements of the panel that no agency's grade agrees with (N-14).
    pub notes: Vec<AgencyNote>,
    /// Corrections of facts that the return still needs, of texts that the copy shows.
    pub amendments: Vec<Amendment>,
}

/// A judgement of the panel that is none of the agencies' grades, told to one of them (N-14).
///
/// Without the panel's reason, which may tell of other agencies (edge case 32).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyNote {
    /// What was judged.
    pub subject: Subject,
    /// The agency's grade, as read by a person.
    pub own: String,
    /// The panel's.
    pub panel: String,
}

/// One text of a return, as somebody decides whether it is disclosed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextOfCopy {
    /// Key of its box.
    pub key: String,
    /// What the box is called.
    pub label: String,
    /// The text; of several lines of one box, all of them.
    pub text: String,
    /// Whether it goes into copies.
    pub disclosed: bool,
    /// Whether the auditor marked it as not to be disclosed: then nobody here decides otherwise.
    pub marked: bool,
    /// What was decided, where somebody decided.
    pub decision: Option<Disclosure>,
}

#[derive(Deserialize)]
struct Restricted {
    withheld_unless_released: Vec<AgencyKind>,
}

/// Whether the texts of a kind of agency are withheld until somebody releases them (edge case 32).
pub(super) fn is_restricted(kind: &AgencyKind) -> bool {
    let read = json::from_slice::<Restricted>(include_bytes!("../data/restricted.json"));
    read.expect("a test reads the list of kinds").withheld_unless_released.contains(kind)
}

/// The copy of the return that counts for a place; `None` where none does, or a nil return.
pub fn practice_copy(workbook: &Workbook, place: &ReturnKey) -> Option<PracticeCopy> {
    let file = workbook.current(place)?;
    let ret = workbook.audit_return(&file).filter(|ret| !ret.is_nil())?;
    let mut copy = without_others(workbook, place, ret);
    let mut hidden: Vec<Place> = texts(&copy)
        .into_iter()
        .filter(|text| !is_disclosed(workbook, place, ret, &text.place))
        .map(|text| text.place)
        .collect();
    // The lines of one box, which follow each other, are one text.
    hidden.dedup();
    let mut withheld = 0;
    for text in &hidden {
        if let Some(change) = text_change(&copy, text, NOT_DISCLOSED.to_owned()) {
            apply(&mut copy, &change);
            withheld += 1;
        }
    }
    Some(PracticeCopy {
        place: place.clone(),
        file,
        ret: copy,
        withheld,
        notes: notes(workbook, place),
        amendments: amendments(workbook, place, ret),
    })
}

/// The return without what is for the panel alone: who audited and signed, what was explained to
/// the panel, what the panel asked, which may tell of other agencies, and allegations under way.
pub(super) fn without_others(workbook: &Workbook, place: &ReturnKey, ret: &Return) -> Return {
    let secret = conduct_under_way(workbook, place);
    let mut copy = ret.clone();
    copy.immediate_concerns.retain(|concern| !secret.contains(&concern.id));
    copy.auditor.name.clear();
    copy.explanations.clear();
    copy.panel_questions.clear();
    copy.sign_off = None;
    copy.enrolment_proof = None;
    copy
}

/// CP-02: a correction quotes the text, so it is withheld where the text is (edge case 32).
fn amendments(workbook: &Workbook, place: &ReturnKey, ret: &Return) -> Vec<Amendment> {
    let shown = texts(ret).into_iter();
    let shown = shown.filter(|text| is_disclosed(workbook, place, ret, &text.place));
    let shown: BTreeSet<String> = gathered(shown.map(|text| text.place.key()));
    let stands = |one: &&Amendment| {
        shown.contains(&one.text) && workbook.texts_at(place, &one.text).contains(&one.before)
    };
    workbook.amendments(place).filter(stands).cloned().collect()
}

/// One statement of a return that may be disputed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Key of its box.
    pub key: String,
    /// What the box is called.
    pub label: String,
    /// As it stands in the return.
    pub text: String,
}

/// Everything that a return says in words of its own, for somebody to correct (CP-02).
pub fn statements(workbook: &Workbook, place: &ReturnKey) -> Vec<Statement> {
    let tool = &workbook.plan().round.tool;
    let ret = workbook.current(place).and_then(|file| workbook.audit_return(&file));
    let Some(ret) = ret else { return Vec::new() };
    let copy = without_others(workbook, place, ret);
    let all = texts(&copy).into_iter().filter(|text| !matches!(text.place, Place::Auditor(_)));
    all.map(|FreeText { place: at, text }| Statement {
        key: at.key(),
        label: label(&at, tool),
        text: text.to_owned(),
    })
    .collect()
}

/// Every text of the return that counts, with whether it is disclosed: for whoever decides.
pub fn texts_of_copy(workbook: &Workbook, place: &ReturnKey) -> Vec<TextOfCopy> {
    let tool = &workbook.plan().round.tool;
    let ret = workbook.current(place).and_then(|file| workbook.audit_return(&file));
    let Some(ret) = ret else { return Vec::new() };
    let copy = without_others(workbook, place, ret);
    let of_box = |TextForPractitioners { place: at, label, text }: TextForPractitioners| {
        let key = at.key();
        TextOfCopy {
            label,
            text,
            disclosed: is_disclosed(workbook, place, ret, &at),
            marked: ret.withholds(&key),
            decision: workbook.disclosure(place, &key).cloned(),
            key,
        }
    };
    ec32_texts_for_practitioners(&copy, tool).into_iter().map(of_box).collect()
}

/// Texts that somebody withheld from the copy of their own return, here or in it, by place; of what only a later
/// version marks, also the words of the versions before it, which findings may still rest on (edge case 32).
pub fn withheld_texts(workbook: &Workbook) -> BTreeMap<ReturnKey, Vec<String>> {
    let decisions = workbook.record.panel.disclosures.iter().filter(|one| !one.disclosed);
    let marked = workbook.all_current().filter(|(.., ret)| !ret.do_not_disclose.is_empty());
    let marked = marked.map(|(place, ..)| place);
    let places: BTreeSet<&ReturnKey> = gathered(decisions.map(|one| &one.place).chain(marked));
    let of_place = |place: &ReturnKey| {
        let texts = texts_of_copy(workbook, place).into_iter();
        let is_withheld =
            |text: &TextOfCopy| !text.disclosed && (text.marked || text.decision.is_some());
        let mut withheld: Vec<String> = texts.filter(is_withheld).map(|text| text.text).collect();
        for earlier in ec32_marked_later(workbook, place).into_iter().flat_map(|one| one.earlier) {
            if !withheld.contains(&earlier.text) {
                withheld.push(earlier.text);
            }
        }
        (place.clone(), withheld)
    };
    gathered(places.into_iter().map(of_place))
}

/// What was decided of a text, unless the auditor marked it, which nobody here lifts; else nothing of a
/// restricted kind of agency is disclosed, and all of others.
fn is_disclosed(workbook: &Workbook, place: &ReturnKey, ret: &Return, at: &Place) -> bool {
    if ret.withholds(&at.key()) {
        return false;
    }
    // The auditor's role says who audited, and nothing of the family.
    if matches!(at, Place::Auditor(_)) {
        return true;
    }
    let decided = workbook.disclosure(place, &at.key()).map(|decision| decision.disclosed);
    decided.unwrap_or_else(|| !is_restricted(&ret.agency.kind))
}

/// Edge case 28: concerns about a practitioner's conduct that nobody has closed.
fn conduct_under_way(workbook: &Workbook, place: &ReturnKey) -> BTreeSet<ItemId> {
    let open = workbook.open_concerns(&place.case);
    let open = open.filter(|(_, kind)| *kind == Some(ConcernKind::PractitionerConduct));
    gathered(open.filter_map(|(key, _)| match key {
        ConcernKey::Agency { item, .. } => Some(item),
        ConcernKey::Panel(_) => None,
    }))
}

/// N-14: judgements that stand and that no agency's grade agrees with, beside this agency's own.
fn notes(workbook: &Workbook, place: &ReturnKey) -> Vec<AgencyNote> {
    let ours = &workbook.plan().round.tool.scale;
    let label = |scale: &Scale, grade: &GradeId| {
        scale.grade(grade).map_or_else(|| grade.to_string(), |one| one.label.clone())
    };
    // V-08: the agency's own word, on its own scale, where the panel has graded it anew.
    let given = |own: &AgencyGrading| {
        let foreign = workbook.foreign_scale(&own.voice.file);
        let scale = foreign.map_or(ours, |mapping| &mapping.tool.scale);
        label(scale, own.native.as_ref().unwrap_or(&own.grade))
    };
    let grid = Grid::of(workbook, &place.case);
    let note = |row: &crate::panel::integration::GridRow| {
        let Some((judgement, JudgementState::Stands)) = &row.judgement else { return None };
        let Verdict::Grade { grade, .. } = &judgement.decision.verdict else { return None };
        let own = row.gradings.iter().find(|grading| grading.voice.place == *place)?;
        let subject = row.subject.clone();
        let note = AgencyNote { subject, own: given(own), panel: label(ours, grade) };
        row.differs_from_all(grade).then_some(note)
    };
    grid.rows.iter().filter_map(note).collect()
}

impl AgencyNote {
    /// For the agency to read.
    pub fn sentence(&self) -> String {
        [
            "Your agency graded this ",
            &self.own,
            ". The panel judged it ",
            &self.panel,
            ", which no agency had given. Ask the board for the panel’s reason.",
        ]
        .concat()
    }
}
