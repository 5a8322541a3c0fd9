//! The grid of one case: every agency's grading of every graded area, and of the case overall (N-10).

use super::suggestion::{MustDiscuss, Suggestion, must_discuss, spread, suggest};
use super::within::{Within, within};
use crate::audit_return::{Grading, NonGrade, Return};
use crate::envelope::Hash;
use crate::id::{AgencyId, AgencyKind, AreaId, CaseRef, GradeId, QualifierId};
use crate::panel::judgement::{Judgement, JudgementState, Subject, Verdict};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::tool::{GradeLevel, GradedBy, Scale, Tool};

/// One case as all its agencies grade it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Which case.
    pub case: CaseRef,
    /// Graded areas in the tool's order, then the case overall.
    pub rows: Vec<GridRow>,
    /// Agencies that had nothing to grade; they are no part of any spread (N-11).
    pub nil: Vec<Voice>,
}

/// One graded thing: an area, or the case overall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// Which.
    pub subject: Subject,
    /// Gradings on the round's scale, in the order of cases' slots.
    pub gradings: Vec<AgencyGrading>,
    /// Agencies that gave a reason why there is no grade, kept apart (N-10).
    pub non_grades: Vec<AgencyNonGrade>,
    /// Grades that cannot be compared with the others (V-08).
    pub foreign: Vec<Foreign>,
    /// Agencies that recorded neither a grade nor why there is none.
    pub silent: Vec<Voice>,
    /// Agencies whose own auditors differ, to be brought together first (edge case 5).
    pub within: Vec<Within>,
    /// Steps between the best and the poorest grading: see [`GridRow::spread_beside`].
    pub spread: Option<usize>,
    /// What the gradings suggest; none for an overall grade beside areas (N-17).
    pub suggestion: Option<Suggestion>,
    /// Why it must be discussed (N-12).
    pub must_discuss: Option<MustDiscuss>,
    /// Only one agency graded it (N-18).
    pub single_source: bool,
    /// Why there is nothing to go by (N-19); `None` where somebody graded it.
    pub not_graded: Option<NotGraded>,
    /// The panel's latest judgement, and whether it still stands (V-04).
    pub judgement: Option<(Judgement, JudgementState)>,
}

/// Whose word it is, and in which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Case, slot and agency.
    pub place: ReturnKey,
    /// Kind of agency.
    pub kind: AgencyKind,
    /// Holds the case: its grade is shown beside the suggestion (N-11 c).
    pub lead: bool,
    /// The area is asked of this kind of agency; others may grade it and need not.
    pub asked: bool,
    /// The file of the return.
    pub file: Hash,
    /// Which version of it.
    pub version: u32,
}

/// One agency's grade on the round's scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyGrading {
    /// Whose.
    pub voice: Voice,
    /// The grade.
    pub grade: GradeId,
    /// Position on the scale, 0 the best; for order and spread only.
    pub rank: usize,
    /// Of an overall grade; never counted apart (G-14).
    pub qualifier: Option<QualifierId>,
    /// The grade as in the return, where the panel graded it anew on this scale (V-08).
    pub native: Option<GradeId>,
}

/// Why one agency gave no grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyNonGrade {
    /// Whose.
    pub voice: Voice,
    /// Which of the three.
    pub because: NonGrade,
}

/// A grade that is shown as it is and compared with nothing (V-08).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// Whose.
    pub voice: Voice,
    /// As in the return.
    pub grade: GradeId,
    /// As its own scale calls it, or the same again where that scale is not known.
    pub label: String,
    /// Why it cannot be compared.
    pub because: WhyNotComparable,
}

/// Why a grade cannot be compared with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNotComparable {
    /// The round's scale has no such grade.
    NotOnScale,
    /// The scale has it, but not for an area, or not for a case (G-03).
    NotOfferedHere,
    /// The return answers another tool, whose grades mean something else although they may be called the same.
    OtherScale,
}

/// Why there is no grade at all (N-19).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGraded {
    /// No return counts for this case.
    NothingReceived,
    /// Every agency had nothing to grade.
    NilReturnsOnly,
    /// Agencies gave reasons why there is no grade, or said nothing.
    NobodyGraded,
    /// Every grade is on another scale (V-08).
    NotComparable,
}

/// Why a case is left out of a distribution (N-19).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJudged {
    /// There is nothing to go by.
    NotGraded(NotGraded),
    /// The panel decided not to judge it.
    ByThePanel,
    /// The panel has left it for later.
    Deferred,
    /// The panel has not judged it yet, and nothing is suggested (N-17); or it had decided not to,
    /// and that is open again (V-04).
    NotYet,
}

impl Grid {
    /// The grid of one case as things stand.
    pub fn of(workbook: &Workbook, case: &CaseRef) -> Self {
        let tool = &workbook.plan().round.tool;
        let returns: Vec<(Voice, &Return)> = voices(workbook, tool, case);
        let nil = returns.iter().filter(|(_, ret)| ret.is_nil()).map(|(voice, _)| voice.clone());
        let rows = subjects(tool, case)
            .map(|subject| GridRow::of(workbook, tool, subject, &returns))
            .collect();
        Self { case: case.clone(), rows, nil: nil.collect() }
    }

    /// N-16, N-17: areas that bar an outstanding case as they are judged, or suggested where not yet judged.
    ///
    /// Empty on a scale without that rule (SR5).
    pub fn areas_barring_outstanding(&self, scale: &Scale) -> Vec<&AreaId> {
        let below_good = |row: &&GridRow| {
            row.grade_so_far().is_some_and(|grade| !scale.is_good_or_better(grade))
        };
        let bound = self.rows.iter().filter(|_| scale.outstanding_needs_all_good);
        bound.filter(below_good).filter_map(|row| row.subject.area.as_ref()).collect()
    }

    /// The row of an area, or of the case overall.
    pub fn row(&self, area: Option<&AreaId>) -> Option<&GridRow> {
        self.rows.iter().find(|row| row.subject.area.as_ref() == area)
    }
}

/// What is graded of a case: graded areas in the tool's order, then the case overall.
pub fn subjects<'a>(tool: &'a Tool, case: &'a CaseRef) -> impl Iterator<Item = Subject> + 'a {
    let areas = tool.graded_areas().map(|area| Some(area.id.clone()));
    let overall = (tool.graded_by != GradedBy::Nothing).then_some(None);
    areas.chain(overall).map(move |area| Subject { case: case.clone(), area })
}

fn voices<'a>(workbook: &'a Workbook, tool: &Tool, case: &CaseRef) -> Vec<(Voice, &'a Return)> {
    let voice = |place: &ReturnKey, file, ret: &Return| Voice {
        place: place.clone(),
        kind: ret.agency.kind.clone(),
        lead: tool.agency_kind(&ret.agency.kind).is_some_and(|kind| kind.lead),
        asked: true,
        file,
        version: ret.version,
    };
    workbook
        .current_of_case(case)
        .map(|(place, file, ret)| (voice(place, file, ret), ret))
        .collect()
}

impl GridRow {
    fn of(
        workbook: &Workbook,
        tool: &Tool,
        subject: Subject,
        returns: &[(Voice, &Return)],
    ) -> Self {
        let mut row = Self {
            gradings: Vec::new(),
            non_grades: Vec::new(),
            foreign: Vec::new(),
            silent: Vec::new(),
            within: Vec::new(),
            spread: None,
            suggestion: None,
            must_discuss: None,
            single_source: false,
            not_graded: None,
            judgement: None,
            subject,
        };
        let audience = row.subject.area.as_ref().and_then(|id| tool.area(id));
        for (voice, ret) in returns.iter().filter(|(_, ret)| !ret.is_nil()) {
            let asked = audience.is_none_or(|area| area.asked_of.includes(&voice.kind));
            row.hear(workbook, Voice { asked, ..voice.clone() }, ret);
        }
        row.within = within(workbook, &row.subject, &row.gradings);
        row.integrate(tool, returns);
        let suggests = workbook.plan().round.policy.integration.suggests;
        row.suggestion = row.suggestion.filter(|one| one.is_shown(suggests));
        row.judgement = workbook
            .judgement(&row.subject)
            .map(|judgement| (judgement.clone(), workbook.state_of(judgement)));
        row
    }

    /// Sorts one agency's word into its place.
    fn hear(&mut self, workbook: &Workbook, voice: Voice, ret: &Return) {
        let (grading, qualifier) = match &self.subject.area {
            Some(area) => (ret.grading(area), None),
            None => (ret.overall.grading.as_ref(), ret.overall.qualifier.clone()),
        };
        match grading {
            // An agency that is not asked and says nothing is no part of the row.
            None if voice.asked => self.silent.push(voice),
            None => {}
            Some(Grading::None { because, .. }) => {
                self.non_grades.push(AgencyNonGrade { voice, because: *because });
            }
            Some(Grading::Grade(grade)) => self.hear_grade(workbook, voice, grade, qualifier),
        }
    }

    /// V-08: what cannot be compared is, once the panel has graded it anew, compared by that grade.
    fn hear_grade(
        &mut self,
        workbook: &Workbook,
        voice: Voice,
        grade: &GradeId,
        qualifier: Option<QualifierId>,
    ) {
        let scale = &workbook.plan().round.tool.scale;
        let native = grade.clone();
        let foreign = workbook.foreign_scale(&voice.file);
        let rank = match foreign {
            Some(_) => Err(WhyNotComparable::OtherScale),
            None => self.rank(scale, grade),
        };
        match rank {
            Ok(rank) => {
                let grade = native;
                self.gradings.push(AgencyGrading { voice, grade, rank, qualifier, native: None });
            }
            Err(because) => {
                let anew = workbook.regrade(&self.subject, &voice.file, grade);
                let anew = anew.and_then(|one| Some((one.grade.clone(), scale.rank(&one.grade)?)));
                match anew {
                    Some((grade, rank)) => {
                        let native = Some(native);
                        let qualifier = None;
                        self.gradings.push(AgencyGrading { voice, grade, rank, qualifier, native });
                    }
                    None => {
                        let label = foreign.and_then(|mapping| mapping.tool.scale.grade(grade));
                        let label =
                            label.map_or_else(|| grade.to_string(), |one| one.label.clone());
                        self.foreign.push(Foreign { voice, grade: native, label, because });
                    }
                }
            }
        }
    }

    /// V-08: a grade that the scale does not offer here is compared with nothing.
    fn rank(&self, scale: &Scale, grade: &GradeId) -> Result<usize, WhyNotComparable> {
        let (rank, known) =
            scale.rank(grade).zip(scale.grade(grade)).ok_or(WhyNotComparable::NotOnScale)?;
        let here = if self.subject.area.is_some() { known.for_area } else { known.for_case };
        if here { Ok(rank) } else { Err(WhyNotComparable::NotOfferedHere) }
    }

    fn integrate(&mut self, tool: &Tool, returns: &[(Voice, &Return)]) {
        self.spread = spread(&self.gradings);
        self.must_discuss = must_discuss(&tool.scale, &self.gradings);
        // N-17: beside graded areas, the overall grade is the panel's to choose.
        let suggests = self.subject.area.is_some() || tool.graded_by == GradedBy::Case;
        if suggests {
            self.suggestion = suggest(&tool.scale, self);
        }
        let first = self.compared_agency();
        self.single_source = first.is_some_and(|first| {
            // A grade of another scale is compared with nothing, and given all the same.
            self.foreign.iter().all(|foreign| foreign.voice.place.agency == *first)
        });
        self.not_graded = self.gradings.is_empty().then(|| {
            if returns.is_empty() {
                NotGraded::NothingReceived
            } else if returns.iter().all(|(_, ret)| ret.is_nil()) {
                NotGraded::NilReturnsOnly
            } else if self.foreign.is_empty() {
                NotGraded::NobodyGraded
            } else {
                NotGraded::NotComparable
            }
        });
    }

    /// The agency whose gradings are the only ones on the round's scale; `None` where there are none, or of several.
    fn compared_agency(&self) -> Option<&AgencyId> {
        let mut agencies = self.gradings.iter().map(|grading| &grading.voice.place.agency);
        let first = agencies.next()?;
        agencies.all(|agency| agency == first).then_some(first)
    }

    /// The judged grade, or the suggested one where the panel has not judged.
    pub fn grade_so_far(&self) -> Option<&GradeId> {
        match &self.judgement {
            Some((judgement, _)) => match &judgement.decision.verdict {
                Verdict::Grade { grade, .. } => Some(grade),
                Verdict::NotJudged => None,
                Verdict::Deferred => self.suggested_grade(),
            },
            None => self.suggested_grade(),
        }
    }

    fn suggested_grade(&self) -> Option<&GradeId> {
        self.suggestion.as_ref().map(|suggestion| &suggestion.grade)
    }

    /// N-14: whether agencies graded, and none of them so.
    pub fn differs_from_all(&self, grade: &GradeId) -> bool {
        !self.gradings.is_empty() && self.gradings.iter().all(|grading| grading.grade != *grade)
    }

    /// N-15: whether a grade is better than an agency's "inadequate".
    pub fn overrides_inadequate(&self, scale: &Scale, grade: &GradeId) -> bool {
        let is_inadequate = |grade| scale.level(grade) == Some(GradeLevel::Inadequate);
        !is_inadequate(grade) && self.gradings.iter().any(|grading| is_inadequate(&grading.grade))
    }

    /// How far the gradings lie apart, to be said beside the marks of the row; `None` where nothing lies apart, for
    /// those of only one agency are compared, and where the mark that it must be discussed says it (N-12).
    pub fn spread_beside(&self) -> Option<usize> {
        let is_said = matches!(self.must_discuss, Some(MustDiscuss::Spread { .. }));
        self.spread.filter(|_| !is_said && self.compared_agency().is_none())
    }

    /// N-11 c: the gradings of the agencies that hold the case, shown beside the suggestion.
    pub fn lead_gradings(&self) -> impl Iterator<Item = &AgencyGrading> {
        self.gradings.iter().filter(|grading| grading.voice.lead)
    }
}
