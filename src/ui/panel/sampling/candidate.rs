//! One case to choose from: its groups, its family, when it was audited, why it cannot be chosen.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{titled, unknown};
use super::super::typing::Typing;
use super::{Place, part, words};
use crate::id::{AttributeId, OptionId};
use crate::panel::Workbook;
use crate::round::Month;
use crate::round::sampling::{Attribute, Candidate, FrameError, Sampling};
use crate::ui::dates::{is_blank, month_of};
use crate::ui::govuk::{
    Button, ButtonGroup, ButtonKind, Caption, PageError, PageErrors, SelectItem, Size,
};
use crate::ui::router::go;

const AUDITED: &str = "audited";
const FAMILY: &str = "family";
const EXCLUDED: &str = "excluded";

/// The page of the case with this number.
pub fn page(desk: Desk, number: u32) -> AnyView {
    let known = desk.with(|workbook| {
        let sampling = workbook.sampling();
        Some((sampling.candidate(number)?.clone(), sampling.attributes.clone()))
    });
    let Some((candidate, attributes)) = known else { return unknown() };
    let errors = PageErrors::new();
    let here = part(Place::Candidate(number));
    let typing = Typing::new(desk, &here, "candidate", recorded(&candidate), errors);
    let small = |text: &str| Caption::new(text.to_owned()).size(Size::S);
    let fields: Vec<AnyView> = attributes
        .iter()
        .map(|one| {
            let mut items = vec![SelectItem::new("", words::CHOOSE_GROUP)];
            let options = one.options.iter();
            items.extend(options.map(|it| SelectItem::new(it.id.as_str(), it.label.clone())));
            typing.select(&field(one), small(&one.label), items)
        })
        .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save(desk, typing, number, &attributes);
    };
    let remove = move |()| {
        let take_out =
            |workbook: &mut Workbook, stamp: &_| workbook.change_frame(|f| f.remove(number), stamp);
        if typing.record(take_out, |_| String::new()).is_some() {
            go(&desk.href(&part(Place::Grid)));
        }
    };
    let back = (&part(Place::Grid), words::BACK_TO_SAMPLING);
    view! {
        {titled(desk, words::candidate(number), back, errors)}
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {fields}
            {typing.number(FAMILY, small(words::FAMILY_QUESTION), words::FAMILY_HINT)}
            {typing.month(AUDITED, small(words::LAST_AUDITED_QUESTION), words::LAST_AUDITED_HINT)}
            {typing.line(EXCLUDED, small(words::EXCLUDE_QUESTION), words::EXCLUDE_HINT)}
            <ButtonGroup>
                <Button text=words::SAVE_CANDIDATE />
                <Button text=words::REMOVE_CANDIDATE kind=ButtonKind::Secondary on_click=remove />
            </ButtonGroup>
        </form>
    }
    .into_any()
}

fn field(attribute: &Attribute) -> String {
    ["group-", attribute.id.as_str()].concat()
}

fn recorded(candidate: &Candidate) -> Vec<(String, String)> {
    let values = candidate.values.iter();
    let mut recorded: Vec<(String, String)> =
        values.map(|(id, option)| (["group-", id.as_str()].concat(), option.to_string())).collect();
    let family = candidate.family.map(|family| family.to_string()).unwrap_or_default();
    let excluded = candidate.excluded.clone().unwrap_or_default();
    recorded.extend([(FAMILY.to_owned(), family), (EXCLUDED.to_owned(), excluded)]);
    if let Some(month) = candidate.last_audited {
        recorded.push(([AUDITED, "-month"].concat(), month.month.to_string()));
        recorded.push(([AUDITED, "-year"].concat(), month.year.to_string()));
    }
    recorded
}

/// What is typed, as the frame takes it.
struct Stated {
    values: Vec<(AttributeId, Option<OptionId>)>,
    family: Option<u32>,
    audited: Option<Month>,
    excluded: String,
}

impl Stated {
    fn read(typing: Typing, attributes: &[Attribute]) -> Result<Self, Vec<PageError>> {
        let mut wrong = Vec::new();
        let (family, audited) = (typing.text(FAMILY), typing.typed_date(AUDITED));
        let (number, month) = (family.parse().ok(), month_of(&audited));
        if !family.is_empty() && number.is_none() {
            wrong.push(PageError::new(FAMILY, words::ENTER_FAMILY));
        }
        if !is_blank(&audited) && month.is_none() {
            let at = [AUDITED, "-month"].concat();
            wrong.push(PageError::new(AUDITED, words::ENTER_MONTH).at(at));
        }
        let value = |one: &Attribute| (one.id.clone(), OptionId::new(typing.raw(&field(one))).ok());
        let values = attributes.iter().map(value).collect();
        let excluded = typing.text(EXCLUDED);
        let stated = Self { values, family: number, audited: month, excluded };
        if wrong.is_empty() { Ok(stated) } else { Err(wrong) }
    }

    fn into_frame(self, frame: &mut Sampling, number: u32) -> Result<(), FrameError> {
        for (attribute, option) in self.values {
            frame.state(number, &attribute, option)?;
        }
        frame.of_family(number, self.family)?;
        frame.audited(number, self.audited)?;
        let is_excluded = frame.candidate(number).and_then(|one| one.excluded.as_deref());
        if is_excluded.unwrap_or_default() == self.excluded {
            return Ok(());
        }
        frame.exclude(number, &self.excluded)
    }
}

fn save(desk: Desk, typing: Typing, number: u32, attributes: &[Attribute]) {
    let stated = match Stated::read(typing, attributes) {
        Ok(stated) => stated,
        Err(wrong) => {
            typing.errors.show(wrong);
            return;
        }
    };
    let keep = |workbook: &mut Workbook, stamp: &_| {
        workbook.change_frame(|frame| stated.into_frame(frame, number), stamp)
    };
    if typing.record(keep, |_| EXCLUDED.to_owned()).is_some() {
        go(&desk.href(&part(Place::Grid)));
    }
}
