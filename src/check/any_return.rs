//! What holds of any return whatever: entries that a screen would never write included.

use std::collections::BTreeSet;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::testing::{Case, asked};
use super::*;
use crate::audit_return::{
    About, Answer, AreaAsked, AreaRecord, Auditor, Chronology, ChronologyEntry, Concern,
    ConcernClosed, ConcernKind, DaysBefore, Explanation, FamilyViews, Grading, ImmediateConcern,
    Impact, ImpactLevel, Involvement, InvolvementLevel, NilSearch, NonGrade, OverallRecord,
    PanelQuestion, PractitionerConversation, RelativeDay, Response, RiskCheck, Source, Strength,
    When, without_hidden,
};
use crate::id::{AgencyKind, AreaId, GradeId, ItemId, OptionId, PromptId, QualifierId, StandardId};
use crate::timescale::{Doubt, Fault, Outcome, Results, Series, SetRef, TimescaleResult, Unit};
use crate::tool::{AnswerValue, GradedBy, library};

/// Stands in every text that an auditor writes, and in nothing else.
const MARK: &str = "Zqx";

fn text() -> impl Strategy<Value = String> {
    let long = format!("{MARK} {}", "word ".repeat(40));
    let named = format!("{MARK} rang 07700 900123; Mrs {MARK}, born on 12/03/2014.");
    select(vec![String::new(), " \n".into(), MARK.into(), format!("{MARK} one two"), long, named])
}

fn grading() -> impl Strategy<Value = Grading> {
    let ids = vec!["outstanding", "good", "adequate", "inadequate", "requires-improvement", "x"];
    let grade = select(ids).prop_map(|id| Grading::Grade(GradeId::new(id).unwrap()));
    let none = (select(NonGrade::ALL.to_vec()), text())
        .prop_map(|(because, reason)| Grading::None { because, reason });
    prop_oneof![3 => grade, 1 => none]
}

fn response() -> impl Strategy<Value = Response> {
    let ids = ["needed", "not-needed", "unborn", "school-age", "held", "not-due", "health"];
    let options = move || select([ids.as_slice(), &["none", "monthly", "missed", "x"]].concat());
    let option = move || options().prop_map(|id| OptionId::new(id).unwrap());
    prop_oneof![
        6 => select(AnswerValue::ALL.to_vec()).prop_map(Response::Value),
        4 => option().prop_map(Response::Option),
        1 => vec(option(), 0..4).prop_map(|ids| Response::Options(ids.into_iter().collect())),
        1 => select(vec![0, 1, 12, 90, 91, u32::MAX]).prop_map(Response::Number),
        1 => text().prop_map(Response::Text),
    ]
}

fn source() -> impl Strategy<Value = Option<Source>> {
    option::of(select(Source::ALL.to_vec()))
}

fn answer() -> impl Strategy<Value = Answer> {
    let parts = (option::of(response()), text(), source(), text());
    parts.prop_map(|(response, evidence, source, reason)| Answer {
        response,
        evidence,
        source,
        reason,
    })
}

fn item() -> impl Strategy<Value = ItemId> {
    select(vec!["i1", "i2"]).prop_map(|id| ItemId::new(id).unwrap())
}

fn strength() -> impl Strategy<Value = Strength> {
    let parts = (item(), text(), text(), source());
    parts.prop_map(|(id, text, evidence, source)| Strength { id, text, evidence, source })
}

fn concern() -> impl Strategy<Value = Concern> {
    let parts = (item(), text(), text(), source());
    parts.prop_map(|(id, text, evidence, source)| Concern { id, text, evidence, source })
}

fn record() -> impl Strategy<Value = AreaRecord> {
    let impact = (option::of(select(ImpactLevel::ALL.to_vec())), text())
        .prop_map(|(level, text)| Impact { level, text });
    let lines = (vec(strength(), 0..3), vec(concern(), 0..3));
    let rest = (option::of(any::<bool>()), option::of(any::<bool>()));
    let parts = (option::of(grading()), text(), lines, impact, rest);
    parts.prop_map(|(grading, reason, (strengths, concerns), impact, (immediate, complete))| {
        AreaRecord {
            grading,
            reason,
            strengths,
            concerns,
            impact,
            was_immediate_concern: immediate,
            marked_complete: complete,
        }
    })
}

fn immediate() -> impl Strategy<Value = ImmediateConcern> {
    let told = option::of(Just("2026-05-04T10:20:00Z".parse().unwrap()));
    let noticed = select(vec!["2026-05-04T10:00:00Z", "2026-05-04T10:30:00Z"]);
    let noticed = option::of(noticed.prop_map(|at| at.parse().unwrap()));
    let kind = option::of(select(ConcernKind::ALL.to_vec()));
    let closed =
        option::of((text(), text()).prop_map(|(role, outcome)| ConcernClosed { role, outcome }));
    let told = (text(), told, text());
    (item(), text(), noticed, kind, told, closed).prop_map(
        |(id, text, noticed_at, kind, (told_role, told_at, told_how), closed)| ImmediateConcern {
            noticed_at,
            kind,
            text,
            told_role,
            told_at,
            told_how,
            their_action: MARK.into(),
            closed,
            ..ImmediateConcern::begin(id)
        },
    )
}

fn people() -> impl Strategy<Value = (AgencyKind, Auditor, Involvement)> {
    let yes_or_no = || option::of(any::<bool>());
    let auditor = (text(), text(), yes_or_no(), yes_or_no()).prop_map(
        |(name, role, independent_of_case, experienced)| Auditor {
            name,
            role,
            independent_of_case,
            experienced,
        },
    );
    let nil = (text(), text()).prop_map(|(systems, statement)| NilSearch {
        searched_on: None,
        systems,
        statement,
    });
    // Mostly involved: a nil return has little to say.
    let mut levels = vec![None];
    levels.extend(InvolvementLevel::ALL.map(Some));
    levels.extend([Some(InvolvementLevel::Involved); 8]);
    let involvement =
        (select(levels), option::of(nil)).prop_map(|(level, nil)| Involvement { level, nil });
    let kind = select(vec!["social-care", "fire", "x"]).prop_map(|id| AgencyKind::new(id).unwrap());
    (kind, auditor, involvement)
}

fn overall() -> impl Strategy<Value = OverallRecord> {
    let qualifier = option::weighted(0.1, Just(QualifierId::new("x").unwrap()));
    (option::of(grading()), qualifier, text())
        .prop_map(|(grading, qualifier, reason)| OverallRecord { grading, qualifier, reason })
}

fn explanation() -> impl Strategy<Value = Explanation> {
    let rules = vec!["G-07", "G-08", "G-12", "G-04", "x"];
    let places = vec!["overall-grade", "area-3_grade", "prompt-2.1", "x"];
    (select(rules), select(places), text()).prop_map(|(rule, place, reason)| Explanation {
        rule: rule.into(),
        place: place.into(),
        reason,
        covers: 0,
        kept: Vec::new(),
    })
}

fn timescales() -> impl Strategy<Value = Option<Results>> {
    let outcomes = vec![
        Outcome::Met,
        Outcome::Missed,
        Outcome::NotDue,
        Outcome::CannotSay(Doubt::NotExact),
        Outcome::Impossible(Fault::WrongOrder),
    ];
    let ids = vec!["initial-conference", "visits", "x"];
    let result = |outcome, unexplained| TimescaleResult {
        outcome,
        limit: 15,
        unit: Unit::WorkingDays,
        from_plan: false,
        interval: None,
        up_to: None,
        counted_from: None,
        chosen: None,
        series: Some(Series { unexplained, ..Series::default() }),
    };
    let one = (select(outcomes), option::of(0..3_u32)).prop_map(move |(it, late)| result(it, late));
    let id = select(ids).prop_map(|id| StandardId::new(id).unwrap());
    option::of(btree_map(id, one, 1..3)).prop_map(|results| {
        results.map(|results| Results {
            set: SetRef { id: "england".into(), version: 1 },
            calendar: "1".into(),
            transfer: None,
            results,
        })
    })
}

fn chronology() -> impl Strategy<Value = Chronology> {
    let day = |before_window| When::Day(RelativeDay { day: 1, up_to: None, before_window });
    let whens = vec![
        When::NotGiven,
        day(false),
        day(true),
        When::NoAnchor,
        When::Impossible(Fault::Future),
    ];
    let entry = |number: usize, (when, text, undated)| ChronologyEntry {
        when,
        text,
        undated,
        ..ChronologyEntry::empty(ItemId::new(format!("e{number}")).unwrap())
    };
    let entries = vec((select(whens), text(), any::<bool>()), 0..3);
    let fault = option::of(Just(Fault::Unreadable));
    (entries, fault).prop_map(move |(entries, anchor_fault)| Chronology {
        anchor: None,
        anchor_fault,
        entries: entries.into_iter().enumerate().map(|(at, parts)| entry(at, parts)).collect(),
    })
}

fn views() -> impl Strategy<Value = (PractitionerConversation, FamilyViews)> {
    let yes_or_no = || option::of(any::<bool>());
    let when =
        option::of(select(vec![DaysBefore::Days(2), DaysBefore::Impossible(Fault::Unreadable)]));
    let practitioner = (yes_or_no(), when, text()).prop_map(|(spoken, when, reason)| {
        PractitionerConversation { spoken, when, reason, said: MARK.into() }
    });
    let family = (option::of(select(RiskCheck::ALL.to_vec())), yes_or_no(), text(), text());
    let family = family.prop_map(|(risk_check, invited, reason, asked_by)| FamilyViews {
        risk_check,
        invited,
        reason,
        asked_by,
        ..FamilyViews::default()
    });
    (practitioner, family)
}

fn panel_questions() -> impl Strategy<Value = Vec<PanelQuestion>> {
    let about = vec![
        About::Return,
        About::Prompt(PromptId::new("4.5").unwrap()),
        About::Prompt(PromptId::new("9.9").unwrap()),
        About::Area { area: AreaId::new("area-3").unwrap(), part: AreaAsked::Grade },
        About::Timescale(StandardId::new("visits").unwrap()),
    ];
    let one = (select(about), text(), any::<bool>());
    vec(one, 0..3).prop_map(|list| {
        let numbered = list.into_iter().enumerate();
        let question = |(at, (about, answer, changed))| PanelQuestion {
            answer,
            changed,
            ..asked(&format!("q{at}"), about)
        };
        numbered.map(question).collect()
    })
}

fn prompts() -> Vec<PromptId> {
    let tool = Case::complete().round.tool;
    let unknown = ["9.9", "4"].map(|id| PromptId::new(id).unwrap());
    tool.prompts().map(|(_, prompt)| prompt.id.clone()).chain(unknown).collect()
}

fn areas() -> Vec<AreaId> {
    (1..=9).map(|number| AreaId::new(format!("area-{number}")).unwrap()).collect()
}

fn any_case() -> impl Strategy<Value = Case> {
    let graded_by = vec![
        GradedBy::AreaAndCase,
        GradedBy::AreaAndCase,
        GradedBy::AreaAndCase,
        GradedBy::Case,
        GradedBy::Nothing,
    ];
    let answers = btree_map(select(prompts()), answer(), 0..24);
    let records = btree_map(select(areas()), record(), 0..10);
    let whole = (
        vec(immediate(), 0..3),
        text(),
        vec(explanation(), 0..4),
        panel_questions(),
        any::<bool>(),
    );
    let dated = (timescales(), chronology(), views(), any::<bool>());
    (people(), select(graded_by), answers, records, overall(), whole, dated).prop_map(
        |((kind, auditor, involvement), graded_by, answers, areas, overall, whole, dated)| {
            let mut case = Case::complete();
            let (timescales, chronology, (practitioner, family_views), required) = dated;
            case.round.policy.chronology_required = required;
            case.ret.timescales = timescales;
            case.ret.chronology = chronology;
            case.ret.practitioner = practitioner;
            case.ret.family_views = family_views;
            let (concerns, comments, explanations, questions, area_outstanding) = whole;
            case.round.tool.graded_by = graded_by;
            case.round.tool.scale.grades[0].for_area = area_outstanding;
            case.ret.agency.kind = kind;
            case.ret.auditor = auditor;
            case.ret.involvement = involvement;
            case.ret.answers = answers;
            case.ret.areas = areas;
            case.ret.overall = overall;
            case.ret.immediate_concerns = concerns;
            only_first_of_each_id(&mut case.ret);
            case.ret.general_comments = comments;
            case.ret.explanations = explanations;
            case.ret.panel_questions = questions;
            case
        },
    )
}

/// A screen makes a fresh id for each line, and an edit reaches the first with it.
fn only_first_of_each_id(ret: &mut crate::audit_return::Return) {
    for record in ret.areas.values_mut() {
        record.strengths.dedup_by(|one, other| one.id == other.id);
        record.concerns.dedup_by(|one, other| one.id == other.id);
    }
    ret.immediate_concerns.dedup_by(|one, other| one.id == other.id);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_return_has_the_same_notices_gravest_first(case in any_case()) {
        let notices = case.notices();
        prop_assert_eq!(&notices, &case.notices());
        prop_assert!(notices.is_sorted_by_key(|notice| notice.level));
    }

    #[test]
    fn a_notice_is_of_its_rules_levels_and_quotes_nobody(case in any_case()) {
        for notice in case.notices() {
            let rule = rules().iter().find(|rule| rule.id == notice.rule).unwrap();
            prop_assert!(rule.levels.contains(&notice.level), "{notice:?}");
            prop_assert!(!notice.message.contains(MARK), "{notice:?}");
            prop_assert!(notice.message.ends_with('.'), "{notice:?}");
        }
    }

    /// A reason answers a rule at a place: two warnings there would share it.
    #[test]
    fn no_two_warnings_share_rule_and_place(case in any_case()) {
        let notices = case.notices();
        let warnings = notices.iter().filter(|notice| notice.level == Level::Warn);
        let keys: Vec<_> = warnings.map(|notice| (notice.rule, notice.place.key())).collect();
        prop_assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{:?}", keys);
    }

    /// What no page shows counts for no rule, so that leaving it out on signing changes nothing.
    ///
    /// But for grades that keep a return from being a nil one, and entries that the tool lacks.
    #[test]
    fn i05_what_no_page_shows_is_left_out_and_counts_for_nothing(case in any_case()) {
        let shown = reading::shown(&case.round, &case.ret);
        let mut less = case.clone();
        less.ret = without_hidden(&case.ret, &case.round.tool, &shown);
        // A nil return asks nothing, whatever would be asked of it.
        prop_assert!(case.ret.is_nil() || reading::shown(&less.round, &less.ret) == shown);
        let again = without_hidden(&less.ret, &less.round.tool, &shown);
        prop_assert_eq!(&again, &less.ret);
        let counts = |notice: &Notice| !["A-03", "CO-09"].contains(&notice.rule.0);
        let of = |case: &Case| case.notices().into_iter().filter(counts).collect::<Vec<_>>();
        prop_assert_eq!(of(&less), of(&case));
    }

    #[test]
    fn every_notice_is_asked_for_once_and_every_reason_is_used_or_obsolete(case in any_case()) {
        let notices = case.notices();
        let readiness = Readiness::of(&notices, &case.ret);
        let Readiness { blocks, unexplained, explained, infos, obsolete } = &readiness;
        let listed = blocks.len() + unexplained.len() + explained.len() + infos.len();
        prop_assert_eq!(listed, notices.len());
        for explanation in obsolete {
            let about = notices.iter().any(|notice| explains(explanation, notice));
            prop_assert!(!about, "{explanation:?}");
        }
    }

    #[test]
    fn a_completed_section_blocks_nothing_and_one_area_alone_agrees(case in any_case()) {
        let shown = reading::shown(&case.round, &case.ret);
        let guard = guard_of(&case.round, &case.ret, &[]);
        for of_area in progress(&case.round, &case.ret).areas {
            let alone = area_status(&case.round, &case.ret, &of_area.area);
            prop_assert_eq!(alone, of_area.status, "{}", of_area.area);
            let notices = check_area(&case.round, &case.ret, &shown, &guard, &of_area.area);
            let blocks = notices.iter().any(|notice| notice.level == Level::Block);
            prop_assert!(!(blocks && alone == Status::Completed), "{notices:?}");
        }
    }

    #[test]
    fn doing_what_the_notices_say_makes_any_return_ready(case in any_case()) {
        let mut obeyed = case.clone();
        let left = obeyed.obey();
        prop_assert!(left.is_empty(), "{left:#?}");
    }
}

#[test]
fn every_agency_can_complete_every_library_tool_by_doing_what_the_notices_say() {
    let mut wrong = Vec::new();
    for tool in library::all() {
        for kind in &tool.agency_kinds {
            let mut case = Case::untouched();
            case.round.tool = tool.clone();
            case.ret.agency.kind = kind.id.clone();
            let left = case.obey();
            let progress = progress(&case.round, &case.ret);
            let (done, of) = progress.areas_complete();
            if !left.is_empty() || done != of || of == 0 {
                wrong.push(format!("{} {}: {done} of {of}, {left:#?}", tool.id, kind.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
