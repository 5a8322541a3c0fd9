//! The boxes of a page whose text is kept from the first key on, recorded or not.
//!
//! What is typed goes into the workbook beside what is recorded, by page and
//! box, so that neither another page nor a closed browser takes it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;
use super::words::meeting as words;
use crate::browser::{now, random};
use crate::gather::gathered;
use crate::guard::Guard;
use crate::panel::{Stamp, Workbook, guard_of_question};
use crate::round::Round;
use crate::text::capitalised;
use crate::ui::govuk::{
    AddAnother, Caption, Checkboxes, Choice, DateInput, DatePart, DateText, LinkButton, PageError,
    PageErrors, Radios, Select, SelectItem, TextInput, Textarea,
};
use crate::ui::guarded::{Warned, Watch, found_under, guarded_box};

/// Parts of a date, as they end its boxes' ids.
const DATE_PARTS: [&str; 3] = ["day", "month", "year"];

/// Where the boxes of a page are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// In the open round.
    InRound,
    /// With the round that is being set up.
    BeforeRound,
}

/// The boxes of one page.
#[derive(Clone, Copy)]
pub struct Typing {
    desk: Desk,
    kept: Kept,
    page: StoredValue<String>,
    texts: StoredValue<BTreeMap<String, String>>,
    /// Whether something is typed that is not recorded; watched.
    open: RwSignal<bool>,
    /// What is wrong on the page.
    pub errors: PageErrors,
}

/// What a list of rows is called.
pub struct RowNames {
    /// Stem of the ids.
    pub id: &'static str,
    /// Heading of the list.
    pub title: &'static str,
    /// Help under it.
    pub hint: &'static str,
    /// One of them.
    pub name: &'static str,
    /// "Add a view".
    pub add_first: &'static str,
    /// "Add another view".
    pub add_more: &'static str,
}

impl Typing {
    /// The boxes of a page. `recorded` stands in them where nothing was typed since.
    pub fn new(
        desk: Desk,
        part: &Part,
        form: &str,
        recorded: impl IntoIterator<Item = (String, String)>,
        errors: PageErrors,
    ) -> Self {
        let page = [&desk.href(part), " ", form].concat();
        let typed = desk.unfinished(&page);
        on_cleanup(move || desk.save_typed());
        Self::with(desk, Kept::InRound, page, gathered(recorded), typed, errors)
    }

    /// The boxes of a round that is being set up.
    pub fn of_set_up(desk: Desk, begins: BTreeMap<String, String>, errors: PageErrors) -> Self {
        on_cleanup(move || desk.save_set_up());
        Self::with(desk, Kept::BeforeRound, String::new(), begins, desk.set_up_texts(), errors)
    }

    fn with(
        desk: Desk,
        kept: Kept,
        page: String,
        mut texts: BTreeMap<String, String>,
        typed: BTreeMap<String, String>,
        errors: PageErrors,
    ) -> Self {
        let open = RwSignal::new(!typed.is_empty());
        texts.extend(typed);
        let (page, texts) = (StoredValue::new(page), StoredValue::new(texts));
        Self { desk, kept, page, texts, open, errors }
    }

    /// What stands in a box, as it was typed.
    pub fn raw(self, field: &str) -> String {
        let read = |texts: &BTreeMap<String, String>| texts.get(field).cloned();
        self.texts.try_with_value(read).flatten().unwrap_or_default()
    }

    /// What stands in a box, without spaces around it.
    pub fn text(self, field: &str) -> String {
        self.raw(field).trim().to_owned()
    }

    /// Writes what stands in a box now.
    pub fn set(self, field: &str, text: String) {
        match self.kept {
            Kept::BeforeRound => self.desk.keep_set_up(field, &text),
            Kept::InRound => {
                if let Some(page) = self.page.try_get_value() {
                    self.desk.keep_unfinished(&page, field, &text);
                }
            }
        }
        self.texts.try_update_value(|texts| texts.insert(field.to_owned(), text));
        if self.open.try_get_untracked() == Some(false) {
            let _ = self.open.try_set(true);
        }
    }

    /// Hears what is typed into a box.
    pub fn keeps(self, field: &str) -> Callback<String> {
        let field = field.to_owned();
        Callback::new(move |text: String| self.set(&field, text))
    }

    /// One line of text.
    pub fn line(self, id: &str, label: Caption, hint: &str) -> AnyView {
        let line = view! {
            <TextInput id=id.to_owned() label=label hint=hint value=self.raw(id) on_input=self.keeps(id)
                described_by=found_under(id) error=self.errors.of(id) />
        };
        guarded_box(self, id, line.into_any())
    }

    /// Longer text, so many lines high.
    pub fn area(self, id: &str, label: Caption, hint: &str, rows: u32) -> AnyView {
        let area = view! {
            <Textarea id=id.to_owned() label=label hint=hint rows=rows value=self.raw(id)
                on_input=self.keeps(id) described_by=found_under(id) error=self.errors.of(id) />
        };
        guarded_box(self, id, area.into_any())
    }

    /// A whole number, of few digits.
    pub fn number(self, id: &str, label: Caption, hint: &str) -> AnyView {
        view! {
            <TextInput id=id.to_owned() label=label hint=hint inputmode="numeric" class="govuk-input--width-4"
                value=self.raw(id) on_input=self.keeps(id) error=self.errors.of(id) />
        }
        .into_any()
    }

    /// One answer out of several; `chosen` hears it too.
    pub fn radios(
        self,
        id: &str,
        legend: Caption,
        hint: &str,
        items: Vec<Choice>,
        chosen: Option<RwSignal<String>>,
    ) -> AnyView {
        let field = id.to_owned();
        let on_change = move |value: String| {
            self.set(&field, value.clone());
            if let Some(chosen) = chosen {
                let _ = chosen.try_set(value);
            }
        };
        view! {
            <Radios id=id.to_owned() legend=legend hint=hint items=items value=self.raw(id)
                on_change=on_change error=self.errors.of(id) class="govuk-radios--small" />
        }
        .into_any()
    }

    /// Any number of answers, kept with a space between their values.
    pub fn checks(self, id: &str, legend: Caption, hint: &str, items: Vec<Choice>) -> AnyView {
        self.checkboxes(id, legend, hint, items, |_, values| values)
    }

    /// The same where a page of the answers is shown at a time: what is chosen on other pages stays so.
    pub fn checks_of_page(
        self,
        id: &str,
        legend: Caption,
        hint: &str,
        items: Vec<Choice>,
    ) -> AnyView {
        let here: Vec<String> = items.iter().map(|item| item.value().to_owned()).collect();
        let with_others =
            move |before: Vec<String>, values: Vec<String>| with_others(before, &here, values);
        self.checkboxes(id, legend, hint, items, with_others)
    }

    /// `kept` makes what is kept of what was chosen before and what is chosen among these.
    fn checkboxes(
        self,
        id: &str,
        legend: Caption,
        hint: &str,
        items: Vec<Choice>,
        kept: impl Fn(Vec<String>, Vec<String>) -> Vec<String> + Send + Sync + 'static,
    ) -> AnyView {
        let field = id.to_owned();
        let values = self.chosen(id);
        let on_change = move |values: Vec<String>| {
            let kept = kept(self.chosen(&field), values);
            self.set(&field, kept.join(" "));
        };
        view! {
            <Checkboxes id=id.to_owned() legend=legend hint=hint items=items values=values
                on_change=on_change error=self.errors.of(id) class="govuk-checkboxes--small" />
        }
        .into_any()
    }

    /// The values chosen of a question with any number of answers.
    pub fn chosen(self, id: &str) -> Vec<String> {
        self.raw(id).split_whitespace().map(str::to_owned).collect()
    }

    /// One answer out of a list.
    pub fn select(self, id: &str, label: Caption, items: Vec<SelectItem>) -> AnyView {
        view! {
            <Select id=id.to_owned() label=label items=items value=self.raw(id) on_change=self.keeps(id)
                error=self.errors.of(id) />
        }
        .into_any()
    }

    /// A date in three boxes.
    pub fn date(self, id: &str, legend: Caption, hint: &str) -> AnyView {
        view! {
            <DateInput id=id.to_owned() legend=legend hint=hint value=self.typed_date(id)
                on_input=self.keeps_date(id) error=self.errors.of(id) />
        }
        .into_any()
    }

    /// A month in two boxes.
    pub fn month(self, id: &str, legend: Caption, hint: &str) -> AnyView {
        view! {
            <DateInput id=id.to_owned() legend=legend hint=hint parts=DatePart::month_year()
                value=self.typed_date(id) on_input=self.keeps_date(id) error=self.errors.of(id) />
        }
        .into_any()
    }

    fn keeps_date(self, id: &str) -> Callback<DateText> {
        let field = id.to_owned();
        Callback::new(move |typed: DateText| {
            for (part, text) in DATE_PARTS.iter().zip([typed.day, typed.month, typed.year]) {
                self.set(&[&field, "-", part].concat(), text);
            }
        })
    }

    /// A date as it is typed.
    pub fn typed_date(self, id: &str) -> DateText {
        let [day, month, year] = DATE_PARTS.map(|part| self.raw(&[id, "-", part].concat()));
        DateText { day, month, year }
    }

    /// Keys of a list's rows, in order.
    pub fn rows(self, list: &str) -> Vec<String> {
        self.chosen(list)
    }

    /// Rows of the same boxes, whose ids are `{list}-{key}-{name}`.
    pub fn list(
        self,
        names: RowNames,
        row: impl Fn(String) -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let RowNames { id, title, hint, name, add_first, add_more } = names;
        let keys = RwSignal::new(self.rows(id));
        let keep = move || self.set(id, keys.get_untracked().join(" "));
        let add = move |()| {
            keys.update(|keys| keys.push(random::hex()));
            keep();
        };
        let remove = move |key: String| {
            keys.update(|keys| keys.retain(|one| *one != key));
            keep();
        };
        let holds = move |key: String| {
            let stem = [id, "-", &key, "-"].concat();
            let said = |texts: &BTreeMap<String, String>| {
                texts
                    .iter()
                    .any(|(field, text)| field.starts_with(&stem) && !text.trim().is_empty())
            };
            self.texts.try_with_value(said).unwrap_or_default()
        };
        view! {
            <AddAnother id=id title=title level=3 hint=hint name=name add_first=add_first add_more=add_more
                rows=keys row=row on_add=add on_remove=remove holds=holds />
        }
        .into_any()
    }

    /// What stands in every box, as it was typed.
    pub fn texts(self) -> BTreeMap<String, String> {
        self.texts.try_get_value().unwrap_or_default()
    }

    /// Records what the page is for and forgets what was typed for it; else shows what is wrong, at
    /// the box that `at` names for it.
    pub fn record<T, E: std::fmt::Display>(
        self,
        record: impl FnOnce(&mut Workbook, &Stamp) -> Result<T, E>,
        at: impl FnOnce(&E) -> String,
    ) -> Option<T> {
        let shown = |error: E| vec![PageError::new(at(&error), sentence(&error.to_string()))];
        self.record_or(record, shown)
    }

    /// The same where several things may be wrong, each at its box.
    pub fn record_or<T, E>(
        self,
        record: impl FnOnce(&mut Workbook, &Stamp) -> Result<T, E>,
        shown: impl FnOnce(E) -> Vec<PageError>,
    ) -> Option<T> {
        let page = self.page.try_get_value()?;
        let done = self.desk.record(|workbook, stamp| {
            let done = record(workbook, stamp)?;
            workbook.forget_unfinished(&page);
            Ok(done)
        });
        match done {
            Some(Ok(done)) => {
                self.errors.show(Vec::new());
                let _ = self.open.try_set(false);
                Some(done)
            }
            Some(Err(wrong)) => {
                self.errors.show(shown(wrong));
                None
            }
            None => {
                self.errors.show(vec![PageError::new("", super::words::NO_ROUND_OPEN)]);
                None
            }
        }
    }

    /// Says that what stands here is not recorded, with the way to be rid of it.
    pub fn standing(self, again: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
        let view = move || {
            let again = again.clone();
            let forget = move |()| {
                match (self.kept, self.page.try_get_value()) {
                    (Kept::BeforeRound, _) => self.desk.forget_set_up(),
                    (Kept::InRound, Some(page)) => self.desk.forget_unfinished(&page),
                    (Kept::InRound, None) => {}
                }
                again();
            };
            self.open.get().then(|| {
                view! {
                    <p class="govuk-body-s app-no-print">{words::NOT_RECORDED_YET} " "
                        <LinkButton text=words::FORGET_TYPED on_click=forget /></p>
                }
            })
        };
        view.into_any()
    }
}

/// What is chosen of a list in pages, once `values` are chosen on the one page that has `here`.
fn with_others(before: Vec<String>, here: &[String], values: Vec<String>) -> Vec<String> {
    let elsewhere = before.into_iter().filter(|value| !here.contains(value));
    elsewhere.chain(values).collect()
}

/// Every box is looked through: nothing that the panel writes may tell who somebody is (I-03 to I-05).
/// What is found is said and nothing is stopped: what the panel writes stays with the panel.
impl Watch for Typing {
    fn guard<T: Default>(&self, read: impl FnOnce(&Guard) -> T) -> T {
        let through = |round: &Round| read(&guard_of_question(round, now()));
        untrack(|| match self.kept {
            Kept::BeforeRound => self.desk.set_up_round().as_ref().map(through).unwrap_or_default(),
            Kept::InRound => self.desk.with(|workbook| through(&workbook.plan().round)),
        })
    }

    fn must_go(&self) -> &'static str {
        words::TAKE_OUT
    }

    fn takes_reasons(&self) -> bool {
        false
    }

    fn reasons(&self, _: &str, _: Vec<Warned>) -> AnyView {
        ().into_any()
    }

    fn written(&self) {
        self.desk.save_typed();
        self.desk.save_set_up();
    }
}

/// An error of the core as a sentence.
pub fn sentence(error: &str) -> String {
    let text = capitalised(error);
    if text.ends_with('.') { text } else { [&text, "."].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_on_another_page_of_a_list_stays_chosen() {
        let texts = |of: &[&str]| of.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let here = texts(&["c", "d"]);
        let chosen = with_others(texts(&["a", "c"]), &here, texts(&["c", "d"]));
        assert_eq!(chosen, ["a", "c", "d"]);
        assert_eq!(with_others(chosen, &here, Vec::new()), ["a"]);
    }
}
