//! The auditor's text boxes that the identifier guard looks through, and the reasons to keep something (I-06).

use leptos::prelude::*;

use super::controls::saves;
use super::desk::Desk;
use super::words;
use crate::check::Extent;
use crate::guard::Guard;
use crate::store::Change;
use crate::ui::govuk::{Caption, Details, TextInput};
pub use crate::ui::guarded::found_under;
use crate::ui::guarded::{Warned, Watch, guarded_box};

/// Whether a finding may stay for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reasons {
    Taken,
    NotTaken,
}

#[derive(Clone, Copy)]
struct OfReturn {
    desk: Desk,
    reasons: Reasons,
}

/// A text box that the guard looks through. `id` is the box's, and the key of its place.
pub fn guarded(desk: Desk, id: &str, text_box: impl IntoView + 'static) -> AnyView {
    let watch = OfReturn { desk, reasons: Reasons::Taken };
    guarded_box(watch, id, text_box.into_any())
}

/// The same for a box outside the return, in which nothing may stay for a reason.
pub fn guarded_strictly(desk: Desk, id: &str, text_box: impl IntoView + 'static) -> AnyView {
    let watch = OfReturn { desk, reasons: Reasons::NotTaken };
    guarded_box(watch, id, text_box.into_any())
}

impl Watch for OfReturn {
    fn guard<T: Default>(&self, read: impl FnOnce(&Guard) -> T) -> T {
        self.desk.with(|open| read(open.guard()))
    }

    fn must_go(&self) -> &'static str {
        words::MUST_GO
    }

    fn takes_reasons(&self) -> bool {
        self.reasons == Reasons::Taken
    }

    fn reasons(&self, id: &str, warned: Vec<Warned>) -> AnyView {
        let one = |(rule, extent)| reason(self.desk, id.to_owned(), rule, extent);
        warned.into_iter().map(one).collect::<Vec<AnyView>>().into_any()
    }

    fn written(&self) {
        self.desk.save_now();
    }

    /// That the text was copied from another case, until somebody changes it (EC-01).
    fn note(&self, id: &str, text: &str) -> Option<String> {
        self.desk.with(|open| open.record.copied_from(id, text).map(words::copied_mark))
    }
}

/// One reason for all that a rule only warns of in one box (I-06).
fn reason(desk: Desk, place: String, rule: &'static str, extent: Extent) -> AnyView {
    let given = desk.with(|open| {
        let mut given = open.ret.explanations.iter();
        given.find(|it| it.rule == rule && it.place == place).cloned()
    });
    let outgrown = given.as_ref().is_some_and(|it| !extent.is_covered_by(it));
    let value = given.filter(|_| !outgrown).map(|it| it.reason).unwrap_or_default();
    let kept = !value.is_empty();
    let id = [&place, "-keep-", rule].concat();
    let on_input = Callback::new(move |reason: String| {
        desk.edit(reason_for(rule, place.clone(), reason, &extent));
    });
    let more = outgrown.then(|| view! { <p class="govuk-body-s">{words::MORE_FOUND}</p> });
    view! {
            <Details summary=words::KEEP_IT open=kept || outgrown class="app-guard__keep">
                {more}
                <TextInput id=id label=Caption::new(words::KEEP_REASON) hint=words::KEEP_HINT value=value
                    on_input=on_input on_blur=saves(desk) />
            </Details>
        }
        .into_any()
}

/// The change that gives a reason for all that a notice is about (I-06).
pub fn reason_for(rule: &str, place: String, reason: String, extent: &Extent) -> Change {
    let Extent { count: covers, texts: kept } = extent.clone();
    Change::Explanation { rule: rule.to_owned(), place, reason, covers, kept }
}
