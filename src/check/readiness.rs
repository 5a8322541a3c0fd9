//! Whether a return can be signed: nothing blocks, and every warning has its reason.

use super::notice::counts_nothing;
use super::{Extent, Level, Notice, word_count};
use crate::audit_return::{Explanation, Return};

/// Fewest words of a reason that lets a warning stand.
pub const EXPLANATION_WORDS: usize = 3;

/// The notices of a return, sorted by what they still ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness<'a> {
    /// To put right; no reason lets them stand.
    pub blocks: Vec<&'a Notice>,
    /// To put right or to give a reason for.
    pub unexplained: Vec<&'a Notice>,
    /// Standing, each with the reason given.
    pub explained: Vec<(&'a Notice, &'a Explanation)>,
    /// Worth knowing.
    pub infos: Vec<&'a Notice>,
    /// Reasons for warnings that are no longer there: dropped at signing, so that no reason is exported for nothing.
    pub obsolete: Vec<&'a Explanation>,
}

/// Whether this explanation is about this notice, however long it is.
pub fn explains(explanation: &Explanation, notice: &Notice) -> bool {
    notice.level == Level::Warn
        && explanation.rule == notice.rule.0
        && explanation.place == notice.place.key()
}

/// Whether the reason is long enough, and was given for no less than the notice is about now (I-06).
fn is_enough(explanation: &Explanation, notice: &Notice) -> bool {
    word_count(&explanation.reason) >= EXPLANATION_WORDS && notice.extent.is_covered_by(explanation)
}

impl<'a> Readiness<'a> {
    /// Sorts the notices of a return by the reasons that it holds.
    pub fn of(notices: &'a [Notice], ret: &'a Return) -> Self {
        let at = |level| notices.iter().filter(move |notice| notice.level == level);
        let reason = |notice: &Notice| {
            let mut about = ret.explanations.iter().filter(|it| explains(it, notice));
            about.find(|it| is_enough(it, notice))
        };
        let is_obsolete = |it: &&Explanation| !notices.iter().any(|notice| explains(it, notice));
        Self {
            blocks: at(Level::Block).collect(),
            unexplained: at(Level::Warn).filter(|notice| reason(notice).is_none()).collect(),
            explained: at(Level::Warn)
                .filter_map(|notice| reason(notice).map(|it| (notice, it)))
                .collect(),
            infos: at(Level::Info).collect(),
            obsolete: ret.explanations.iter().filter(is_obsolete).collect(),
        }
    }

    /// Whether nothing stops signing.
    pub fn is_ready(&self) -> bool {
        self.blocks.is_empty() && self.unexplained.is_empty()
    }
}

/// I-06: reasons that an earlier program kept by a count only, or by none, bound to what they were given for.
///
/// `notices` are of a guard that has the return's salt. A reason that covers as many things as are
/// found now was given for these; one that covers fewer is asked for again and left alone.
pub fn i06_reasons_to_bind(notices: &[Notice], ret: &Return) -> Vec<Explanation> {
    let bound = |reason: &Explanation| {
        let notice = notices.iter().find(|notice| explains(reason, notice))?;
        let Extent { count, texts } = &notice.extent;
        let covers = if counts_nothing(reason) { *count } else { reason.covers };
        let by_count = reason.kept.is_empty() && !texts.is_empty() && covers >= *count;
        by_count.then(|| Explanation { covers, kept: texts.clone(), ..reason.clone() })
    };
    ret.explanations.iter().filter_map(bound).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, brief};

    /// What a return still asks for, in four lines.
    fn story(case: &Case) -> Vec<String> {
        let notices = case.notices();
        let readiness = Readiness::of(&notices, &case.ret);
        let briefs = |notices: &[&Notice]| {
            notices.iter().map(|notice| brief(notice)).collect::<Vec<_>>().join(", ")
        };
        let explained: Vec<&Notice> = readiness.explained.iter().map(|(it, _)| *it).collect();
        let obsolete: Vec<&str> = readiness.obsolete.iter().map(|it| it.rule.as_str()).collect();
        vec![
            format!("ready: {}", readiness.is_ready()),
            format!("to do: {}", briefs(&readiness.blocks)),
            format!("to explain: {}", briefs(&readiness.unexplained)),
            format!("explained: {}", briefs(&explained)),
            format!("obsolete: {}", obsolete.join(", ")),
        ]
    }

    #[track_caller]
    fn assert_story(case: &Case, expected: [&str; 5]) {
        assert_eq!(story(case), expected);
    }

    #[test]
    fn a_complete_return_is_ready() {
        let mut case = Case::complete();
        assert_story(
            &case,
            ["ready: true", "to do: ", "to explain: ", "explained: ", "obsolete: "],
        );
        case.ret.general_comments.clear();
        assert!(Readiness::of(&case.notices(), &case.ret).is_ready(), "an offer stops nobody");
    }

    #[test]
    fn a_warning_stops_signing_until_its_reason_is_typed() {
        let mut case = Case::complete();
        case.grade("area-3", "inadequate");
        case.add_concern("area-3");
        case.record("area-3").was_immediate_concern = Some(false);
        let open = "to explain: G-12 WARN area-3_grade, G-07 WARN overall-grade";
        assert_story(&case, ["ready: false", "to do: ", open, "explained: ", "obsolete: "]);

        case.explain("G-12", "area-3_grade", "The one missed step mattered.");
        case.explain("G-07", "overall-grade", "Later work made up for it.");
        let explained = "explained: G-12 WARN area-3_grade, G-07 WARN overall-grade";
        assert_story(&case, ["ready: true", "to do: ", "to explain: ", explained, "obsolete: "]);
    }

    #[test]
    fn a_reason_counts_only_for_its_rule_and_place_and_when_long_enough() {
        let mut case = Case::complete();
        case.answer("2.1", crate::tool::AnswerValue::No);
        case.answered("2.1").evidence = "No note.".into();
        case.answered("2.1").source = Some(crate::audit_return::Source::CaseNote);
        case.explain("G-12", "area-2_grade", "  n/a – – –  ");
        case.explain("G-12", "area-3_grade", "Another area's reason, long enough.");
        case.explain("G-11", "area-2_grade", "Another rule's reason, long enough.");
        let open = "to explain: G-12 WARN area-2_grade";
        let obsolete = "obsolete: G-12, G-11";
        assert_story(&case, ["ready: false", "to do: ", open, "explained: ", obsolete]);
    }

    #[test]
    fn no_reason_lets_a_block_stand() {
        let mut case = Case::complete();
        case.overall("outstanding");
        case.grade("area-3", "adequate");
        case.add_concern("area-3");
        case.explain("G-04", "overall-grade", "We believe that it is outstanding.");
        let todo = "to do: G-04 BLOCK overall-grade";
        assert_story(
            &case,
            ["ready: false", todo, "to explain: ", "explained: ", "obsolete: G-04"],
        );
    }

    #[test]
    fn a_reason_for_a_warning_that_is_gone_is_obsolete() {
        let mut case = Case::complete();
        case.raise_concern();
        case.explain("G-15", "overall-grade", "It was dealt with the same day.");
        let explained = "explained: G-15 WARN overall-grade";
        assert_story(&case, ["ready: true", "to do: ", "to explain: ", explained, "obsolete: "]);

        case.grade("area-3", "adequate");
        case.add_concern("area-3");
        assert_story(
            &case,
            ["ready: true", "to do: ", "to explain: ", "explained: ", "obsolete: G-15"],
        );
    }

    #[test]
    fn g08_a_reason_of_twenty_words_turns_the_block_into_a_warning_that_is_explained() {
        let mut case = Case::complete();
        case.round.policy.overall_reason_words = 5;
        case.overall("adequate");
        case.ret.overall.reason = "One step was missed early.".into();
        case.explain("G-08", "overall-grade", "The step was a statutory one.");
        let todo = "to do: G-08 BLOCK overall-grade";
        assert_story(
            &case,
            ["ready: false", todo, "to explain: ", "explained: ", "obsolete: G-08"],
        );

        case.ret.overall.reason = crate::check::testing::TWENTY_WORDS.into();
        let explained = "explained: G-08 WARN overall-grade";
        assert_story(&case, ["ready: true", "to do: ", "to explain: ", explained, "obsolete: "]);
    }
    /// A change that brings a warning about, and one that makes it grow.
    type Grows = (&'static str, fn(&mut Case), fn(&mut Case));

    fn inadequate(case: &mut Case, area: &str) {
        case.grade(area, "inadequate");
        case.add_concern(area);
        case.record(area).was_immediate_concern = Some(false);
    }

    #[test]
    fn g21_a_reason_does_not_stand_for_what_its_warning_grew_by() {
        use crate::tool::AnswerValue::{No, Partly};
        let rows: [Grows; 5] = [
            (
                "G-05",
                |case| {
                    case.overall("outstanding");
                    case.no_grade("area-3", crate::audit_return::NonGrade::NotApplicable);
                },
                |case| case.no_grade("area-4", crate::audit_return::NonGrade::NotApplicable),
            ),
            ("G-07", |case| inadequate(case, "area-3"), |case| inadequate(case, "area-4")),
            ("G-12", |case| case.answer("3.1", No), |case| case.answer("3.2", No)),
            ("CO-02", |case| case.answer("4.4", Partly), |case| case.answer("4.5", No)),
            (
                "G-21",
                |case| case.record("area-8").strengths[0].source = None,
                |case| {
                    case.add_concern("area-8");
                    case.record("area-8").concerns[0].source = None;
                },
            ),
        ];
        for (rule, begin, grow) in rows {
            let mut case = Case::complete();
            begin(&mut case);
            let notices = case.notices();
            let notice = notices.iter().find(|notice| notice.rule.0 == rule).unwrap();
            case.explain(rule, &notice.place.key(), "It was one of its kind.");
            case.ret.explanations[0].covers = notice.extent.count;
            let open = |case: &Case| {
                let notices = case.notices();
                let readiness = Readiness::of(&notices, &case.ret);
                readiness.unexplained.iter().filter(|notice| notice.rule.0 == rule).count()
            };
            assert_eq!(open(&case), 0, "{rule}: explained");
            grow(&mut case);
            assert_eq!(open(&case), 1, "{rule}: given for less");
            case.ret.explanations[0].covers = 0;
            assert_eq!(open(&case), 0, "{rule}: of an earlier program, which counted nothing");
        }
    }

    #[test]
    fn g08_a_reason_does_not_stand_for_another_grade_area_or_concern() {
        use crate::audit_return::NonGrade::{InsufficientEvidence, OutsideRole};
        assert_reasons_hold_for_what_they_were_given_for(&[
            (
                "G-04",
                |case| {
                    case.round.tool.scale.outstanding_needs_all_good = false;
                    case.overall("outstanding");
                    case.grade("area-3", "adequate");
                },
                |case| {
                    case.grade("area-3", "good");
                    case.grade("area-4", "adequate");
                },
            ),
            (
                "G-06",
                |case| {
                    case.overall("outstanding");
                    for area in ["area-2", "area-3", "area-4", "area-7"] {
                        case.no_grade(area, OutsideRole);
                    }
                },
                |case| {
                    case.grade("area-2", "good");
                    case.no_grade("area-8", OutsideRole);
                },
            ),
            ("G-08", |case| case.grades(["adequate"; 7]), |case| case.grades(["inadequate"; 7])),
            ("G-15", Case::raise_concern, |case| {
                case.ret.immediate_concerns[0].id = crate::check::testing::item("i2");
            }),
            (
                "EC-20",
                |case| case.no_grade("area-2", InsufficientEvidence),
                |case| {
                    case.grade("area-2", "good");
                    case.no_grade("area-3", InsufficientEvidence);
                },
            ),
            (
                "EC-56",
                |case| {
                    case.record("area-5").concerns.clear();
                    case.no_grade("area-2", OutsideRole);
                },
                |case| case.grade("area-2", "good"),
            ),
            ("G-19", |case| case.choose("1.3", "not-due"), |case| case.grade("area-6", "adequate")),
        ]);
    }

    #[test]
    fn a06_a_reason_does_not_stand_for_another_auditor_entry_or_answer() {
        use crate::audit_return::{ChronologyEntry, RelativeDay, When};
        assert_reasons_hold_for_what_they_were_given_for(&[
            (
                "A-06",
                |case| case.ret.auditor.independent_of_case = Some(false),
                |case| case.ret.auditor.name = "Auditor 13".into(),
            ),
            (
                "CH-02",
                |case| {
                    let day = RelativeDay { day: -400, up_to: None, before_window: true };
                    case.ret.chronology.entries.push(ChronologyEntry {
                        when: When::Day(day),
                        text: "Referred once before.".into(),
                        ..ChronologyEntry::empty(crate::check::testing::item("e1"))
                    });
                },
                |case| case.ret.chronology.entries[0].text = "A child had died.".into(),
            ),
            (
                "CO-11",
                |case| {
                    case.graded_by(crate::tool::GradedBy::Nothing);
                    for record in case.ret.areas.values_mut() {
                        record.strengths.clear();
                        record.concerns.clear();
                    }
                },
                |case| case.answer("3.1", crate::tool::AnswerValue::No),
            ),
        ]);
    }

    fn assert_reasons_hold_for_what_they_were_given_for(rows: &[Grows]) {
        for &(rule, begin, change) in rows {
            let mut case = Case::complete();
            begin(&mut case);
            let notices = case.salted_notices();
            let is_it = |notice: &&Notice| notice.rule.0 == rule && notice.level == Level::Warn;
            case.reason_for(notices.iter().find(is_it).expect(rule), "It was one of its kind.");
            let open = |case: &Case| {
                let notices = case.salted_notices();
                let readiness = Readiness::of(&notices, &case.ret);
                readiness.unexplained.iter().any(|notice| notice.rule.0 == rule)
            };
            assert!(!open(&case), "{rule}: explained");
            change(&mut case);
            assert!(open(&case), "{rule}: given for something else");
            let given = &mut case.ret.explanations[0];
            (given.covers, given.kept) = (0, Vec::new());
            assert!(!open(&case), "{rule}: of an earlier program, which bound nothing");
        }
    }
}
