//! The grades of a scale: one row each, best first.

use leptos::prelude::*;

use super::editing::Editing;
use super::words;
use crate::browser::random;
use crate::id::GradeId;
use crate::text::{Token, from_token};
use crate::tool::edit::Edit;
use crate::tool::{Grade, GradeLevel, Scale};
use crate::ui::govuk::{AddAnother, Choice, SelectItem};

const LEVELS: [(GradeLevel, &str); 4] = [
    (GradeLevel::Outstanding, words::LEVEL_OUTSTANDING),
    (GradeLevel::Good, words::LEVEL_GOOD),
    (GradeLevel::BelowGood, words::LEVEL_BELOW),
    (GradeLevel::Inadequate, words::LEVEL_INADEQUATE),
];

/// The box at which a member of a grade is put right.
pub fn control_of(grade: &GradeId, member: &str) -> String {
    let member = match member {
        "label" | "code" | "level" | "descriptor" => member,
        // Offered for nothing at all.
        _ => "for",
    };
    ["grades-", grade.as_str(), "-", member].concat()
}

/// The rows.
pub fn list(editing: Editing, scale: StoredValue<Scale>) -> AnyView {
    let keys = |scale: &Scale| scale.grades.iter().map(|one| one.id.to_string()).collect();
    let rows: RwSignal<Vec<String>> = RwSignal::new(scale.with_value(keys));
    let add = move |()| {
        let id: GradeId = random::id();
        let grade = Grade {
            id: id.clone(),
            label: String::new(),
            code: String::new(),
            level: GradeLevel::Inadequate,
            for_area: true,
            for_case: true,
            descriptor: String::new(),
        };
        scale.update_value(|scale| scale.grades.push(grade));
        editing.edit(&Edit::Grade(scale.get_value()));
        rows.update(|rows| rows.push(id.to_string()));
    };
    let remove = move |key: String| {
        scale.update_value(|scale| {
            scale.grades.retain(|one| one.id.as_str() != key);
            for qualifier in &mut scale.qualifiers {
                qualifier.of.retain(|grade| grade.as_str() != key);
            }
            scale.qualifiers.retain(|qualifier| !qualifier.of.is_empty());
        });
        editing.edit(&Edit::Grade(scale.get_value()));
        rows.update(|rows| rows.retain(|row| *row != key));
    };
    let holds = move |key: String| {
        scale.with_value(|scale| {
            scale.grades.iter().any(|one| one.id.as_str() == key && !one.label.trim().is_empty())
        })
    };
    view! {
        <AddAnother id="grades" title=words::GRADES level=2 name=words::GRADE add_first=words::ADD_GRADE
            add_more=words::ADD_ANOTHER_GRADE rows=rows row=move |key: String| row(editing, scale, key)
            on_add=add on_remove=remove holds=holds />
    }
    .into_any()
}

fn row(editing: Editing, scale: StoredValue<Scale>, key: String) -> AnyView {
    let known =
        scale.with_value(|scale| scale.grades.iter().find(|one| one.id.as_str() == key).cloned());
    let Some(grade) = known else { return ().into_any() };
    let id = |part: &str| ["grades-", &key, "-", part].concat();
    let key = StoredValue::new(key.clone());
    let with = move |change: &dyn Fn(&mut Grade)| {
        scale.update_value(|scale| {
            let is_it = |one: &&mut Grade| key.with_value(|key| one.id.as_str() == key);
            scale.grades.iter_mut().filter(is_it).for_each(change);
        });
        Edit::Grade(scale.get_value())
    };
    let levels = LEVELS.map(|(level, text)| SelectItem::new(level.token(), text)).into();
    let offered = [("area", words::FOR_AREA), ("case", words::FOR_CASE)];
    let items = offered.map(|(value, text)| Choice::new(value, text)).into();
    let marks = [("area", grade.for_area), ("case", grade.for_case)];
    let values = marks.iter().filter(|it| it.1).map(|it| it.0.to_owned()).collect();
    view! {
        {editing.line(&id("label"), words::GRADE_LABEL, "", &grade.label,
            move |text| with(&|grade| grade.label.clone_from(&text)))}
        {editing.line(&id("code"), words::GRADE_CODE, "", &grade.code,
            move |text| with(&|grade| grade.code.clone_from(&text)))}
        {editing.select(&id("level"), words::GRADE_LEVEL, levels, &grade.level.token(), move |token| {
            with(&|grade| grade.level = from_token(&token).unwrap_or(grade.level))
        })}
        {editing.checks(&id("for"), words::GRADE_FOR, items, values, move |values| {
            let has = |what: &str| values.iter().any(|value| value == what);
            with(&|grade| (grade.for_area, grade.for_case) = (has("area"), has("case")))
        })}
        {editing.area(&id("descriptor"), words::DESCRIPTOR, "", &grade.descriptor,
            move |text| with(&|grade| grade.descriptor.clone_from(&text)))}
    }
    .into_any()
}
