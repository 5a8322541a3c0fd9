//! A draft to try things on, and arbitrary edits of it.

use chrono::DateTime;
use proptest::prelude::*;

use crate::audit_return::*;
use crate::check::testing::Case;
use crate::envelope::Hash;
use crate::guard::WatchedName;
use crate::id::QueryId;
use crate::timescale::{Absence, Direction, Fault, Flag, Transfer, TypedDate};
use crate::tool::{AnswerValue, ToolRef};

pub(super) fn id<T: std::str::FromStr<Err = crate::id::IdError>>(text: &str) -> T {
    text.parse().unwrap()
}

pub(super) fn at(time: &str) -> DateTime<chrono::Utc> {
    format!("2027-03-01T{time}Z").parse().unwrap()
}

/// An untouched return for Case 3.
pub(super) fn draft() -> Return {
    Return {
        return_id: id("5f1d0c52a0b94e5f8a3b6a1de1c0ffee"),
        round: RoundRef { id: id("round-1"), title: "Neglect".into(), period: "2027".into() },
        tool: ToolRef { id: id("plan-audit"), version: 1, hash: Hash::of(b"tool") },
        case_ref: id("case-3f9a"),
        case_label: "Case 3".into(),
        agency: AgencyRef {
            id: id("police"),
            kind: id("police"),
            name: "Police".into(),
            slot: id("police-1"),
            slot_label: String::new(),
        },
        created: at("09:00:00"),
        ..Case::untouched().ret
    }
}

/// Evidence typed to prompt 1.1.
pub(super) fn evidence(text: &str) -> Change {
    Change::Answer(id("1.1"), AnswerChange::Evidence(text.into()))
}

/// Few ids, so that changes meet each other.
fn any_id<T: std::str::FromStr<Err = crate::id::IdError> + std::fmt::Debug + Clone + 'static>()
-> impl Strategy<Value = T> {
    prop_oneof![Just(id("a")), Just(id("b")), Just(id("c"))]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-z \"\n\u{e9}\u{1f9d2}]{1,8}"]
}

fn any_grading() -> impl Strategy<Value = Option<Grading>> {
    prop_oneof![
        Just(None),
        Just(Some(Grading::Grade(id("good")))),
        text().prop_map(|reason| Some(Grading::None { because: NonGrade::OutsideRole, reason })),
    ]
}

fn any_line() -> impl Strategy<Value = LineChange> {
    prop_oneof![
        Just(LineChange::Add),
        Just(LineChange::Remove),
        text().prop_map(LineChange::Text),
        text().prop_map(LineChange::Evidence),
        Just(LineChange::Source(Some(Source::Minutes))),
    ]
}

fn any_answer() -> impl Strategy<Value = AnswerChange> {
    prop_oneof![
        Just(AnswerChange::Response(None)),
        Just(AnswerChange::Response(Some(Response::Value(AnswerValue::Partly)))),
        text().prop_map(|text| AnswerChange::Response(Some(Response::Text(text)))),
        text().prop_map(AnswerChange::Evidence),
        prop::option::of(Just(Source::Plan)).prop_map(AnswerChange::Source),
        text().prop_map(AnswerChange::Reason),
    ]
}

fn any_area() -> impl Strategy<Value = AreaChange> {
    prop_oneof![
        any_grading().prop_map(AreaChange::Grading),
        text().prop_map(AreaChange::Reason),
        (any_id(), any_line()).prop_map(|(item, line)| AreaChange::Strength(item, line)),
        (any_id(), any_line()).prop_map(|(item, line)| AreaChange::Concern(item, line)),
        prop::option::of(Just(ImpactLevel::Delay)).prop_map(AreaChange::ImpactLevel),
        text().prop_map(AreaChange::ImpactText),
        any::<Option<bool>>().prop_map(AreaChange::WasImmediateConcern),
        any::<Option<bool>>().prop_map(AreaChange::MarkedComplete),
    ]
}

fn any_immediate() -> impl Strategy<Value = ImmediateChange> {
    prop_oneof![
        Just(ImmediateChange::Add),
        Just(ImmediateChange::Remove),
        prop::option::of(Just(at("10:00:00"))).prop_map(ImmediateChange::NoticedAt),
        Just(ImmediateChange::Kind(Some(ConcernKind::SeriousIncident))),
        text().prop_map(ImmediateChange::Text),
        text().prop_map(ImmediateChange::ToldRole),
        prop::option::of(Just(at("11:00:00"))).prop_map(ImmediateChange::ToldAt),
        text().prop_map(ImmediateChange::ToldHow),
        text().prop_map(ImmediateChange::TheirAction),
        Just(ImmediateChange::Close),
        Just(ImmediateChange::Reopen),
        text().prop_map(ImmediateChange::ClosedBy),
        text().prop_map(ImmediateChange::Outcome),
    ]
}

fn any_person() -> impl Strategy<Value = Change> {
    prop_oneof![
        text().prop_map(|text| Change::Auditor(AuditorChange::Name(text))),
        text().prop_map(|text| Change::Auditor(AuditorChange::Role(text))),
        any::<Option<bool>>()
            .prop_map(|said| Change::Auditor(AuditorChange::IndependentOfCase(said))),
        any::<Option<bool>>().prop_map(|said| Change::Auditor(AuditorChange::Experienced(said))),
        prop::option::of(Just(InvolvementLevel::NotKnown))
            .prop_map(|level| Change::Involvement(InvolvementChange::Level(level))),
        prop::option::of(Just(at("12:00:00").date_naive()))
            .prop_map(|date| Change::Involvement(InvolvementChange::SearchedOn(date))),
        text().prop_map(|text| Change::Involvement(InvolvementChange::Systems(text))),
        text().prop_map(|text| Change::Involvement(InvolvementChange::Statement(text))),
    ]
}

fn any_of_the_whole() -> impl Strategy<Value = Change> {
    prop_oneof![
        any_grading().prop_map(|grading| Change::Overall(OverallChange::Grading(grading))),
        prop::option::of(any_id()).prop_map(|id| Change::Overall(OverallChange::Qualifier(id))),
        text().prop_map(|text| Change::Overall(OverallChange::Reason(text))),
        text().prop_map(Change::GeneralComments),
        prop::collection::vec(text(), 0..3).prop_map(Change::GoodPractice),
        ("G-0[1-3]", "[a-c]", text(), 0_u32..3).prop_map(|(rule, place, reason, covers)| {
            Change::Explanation { rule, place, reason, covers, kept: Vec::new() }
        }),
        prop::collection::vec(text(), 0..3).prop_map(|names| {
            let watched = |name| WatchedName { name, role: "the mother".into() };
            Change::Names(names.into_iter().map(watched).collect())
        }),
        (prop::sample::select(vec!["prompt-a", "prompt-b"]), any::<bool>())
            .prop_map(|(place, marked)| Change::DoNotDisclose(place.to_owned(), marked)),
        (prop::sample::select(vec!["prompt-a", "prompt-b"]), text()).prop_map(|(place, text)| {
            let (place, from) = (place.to_owned(), "Case 2".to_owned());
            Change::Copied(CopiedText { place, from, text: Hash::of(text.as_bytes()) })
        }),
    ]
}

fn any_date() -> impl Strategy<Value = TypedDate> {
    let part = || prop_oneof![Just(String::new()), Just("3".to_owned()), Just("2026".to_owned())];
    (part(), part(), part()).prop_map(|(day, month, year)| TypedDate {
        day,
        month,
        year,
        time: String::new(),
    })
}

fn any_sheet() -> impl Strategy<Value = SheetChange> {
    let row = prop_oneof![
        Just(RowChange::Add),
        Just(RowChange::Remove),
        any::<bool>().prop_map(|set| RowChange::Flag(Flag::SeenAlone, set)),
    ];
    prop_oneof![
        (prop::sample::select(vec!["event-a", "event-a-a", "event-a-b"]), any_date())
            .prop_map(|(key, date)| SheetChange::Date(key.to_owned(), date)),
        (any_id(), prop::option::of(Just(Absence::NotHeld)))
            .prop_map(|(event, absence)| SheetChange::Absence(event, absence)),
        (any_id(), any_id(), row).prop_map(|(event, row, part)| SheetChange::Row(event, row, part)),
        (any_id(), prop::option::of(any_id()))
            .prop_map(|(standard, event)| SheetChange::CountedFrom(standard, event)),
        (any_id(), text()).prop_map(|(standard, text)| SheetChange::Limit(standard, text)),
        prop::option::of(Just("scotland".to_owned())).prop_map(SheetChange::Nation),
        any::<Option<bool>>().prop_map(|restarts| SheetChange::Transfer(
            restarts.map(|restarts| Transfer { direction: Direction::In, restarts })
        )),
    ]
}

fn any_entry() -> impl Strategy<Value = EntryChange> {
    prop_oneof![
        Just(EntryChange::Add),
        Just(EntryChange::Remove),
        Just(EntryChange::When(When::NoAnchor)),
        any::<bool>().prop_map(EntryChange::About),
        any::<bool>().prop_map(EntryChange::Undated),
        any::<bool>().prop_map(EntryChange::Context),
        prop::option::of(Just(Source::Plan)).prop_map(EntryChange::Source),
        text().prop_map(EntryChange::Text),
        text().prop_map(EntryChange::SoWhat),
    ]
}

/// Any edit of a question that the panel has asked, or will ask.
fn any_of_the_panel() -> impl Strategy<Value = Change> {
    let asked = |id: QueryId| {
        let question = Question {
            id: id.clone(),
            about: About::Return,
            text: "Why?".into(),
            asked_by: "Coordinator".into(),
            asked_at: at("08:00:00"),
            answer_by: None,
        };
        let asked = PanelQuestion::asked(question, Some(1));
        Change::PanelQuestion(id, QuestionChange::Asked(Box::new(asked)))
    };
    let part = prop_oneof![
        Just(QuestionChange::Withdrawn),
        text().prop_map(QuestionChange::Answer),
        any::<bool>().prop_map(QuestionChange::Changed),
    ];
    prop_oneof![
        any_id().prop_map(asked),
        (any_id(), part).prop_map(|(id, part)| Change::PanelQuestion(id, part)),
    ]
}

fn any_of_time() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => any_sheet().prop_map(Change::Sheet).boxed(),
        4 => (any_id(), any_entry()).prop_map(|(item, part)| Change::Chronology(
            ChronologyChange::Entry(item, part)
        )).boxed(),
        1 => prop::option::of(Just(AnchorEvent::Birth))
            .prop_map(|anchor| Change::Chronology(ChronologyChange::Anchor(anchor))).boxed(),
        1 => prop::option::of(Just(Fault::Unreadable))
            .prop_map(|fault| Change::Chronology(ChronologyChange::AnchorFault(fault))).boxed(),
        1 => (any_id(), text())
            .prop_map(|(id, text)| Change::TimescaleImpact(id, ImpactChange::Text(text))).boxed(),
        1 => any::<Option<bool>>()
            .prop_map(|said| Change::Practitioner(PractitionerChange::Spoken(said))).boxed(),
        1 => text().prop_map(|text| Change::FamilyViews(FamilyChange::ChildSaid(text))).boxed(),
    ]
}

/// Any edit, with lines that come and go weighted up. Boxed: the unions are too large for a test's stack.
pub(super) fn any_change() -> impl Strategy<Value = Change> {
    let answer = (any_id(), any_answer()).prop_map(|(prompt, part)| Change::Answer(prompt, part));
    let area = (any_id(), any_area()).prop_map(|(area, part)| Change::Area(area, part));
    let immediate =
        (any_id(), any_immediate()).prop_map(|(item, part)| Change::ImmediateConcern(item, part));
    prop_oneof![
        1 => any_person().boxed(),
        2 => answer.boxed(),
        4 => area.boxed(),
        2 => immediate.boxed(),
        2 => any_of_the_whole().boxed(),
        3 => any_of_time().boxed(),
        2 => any_of_the_panel().boxed(),
    ]
}
