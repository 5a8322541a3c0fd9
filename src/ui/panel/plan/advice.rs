//! What the rules say of an action while it is written, each under the box that it is about (AP-01, AP-02, AP-04, AP-07).

use leptos::prelude::*;

use crate::panel::actions::ActionNotice;

/// Which box a notice is about.
pub fn about(notice: &ActionNotice) -> &'static str {
    match notice {
        ActionNotice::NotSpecific | ActionNotice::Vague(_) => "text",
        ActionNotice::NoMeasure | ActionNotice::NoImpact => "measure",
        ActionNotice::NotAgreed => "agreed",
        ActionNotice::NoDueDate
        | ActionNotice::DueInThePast(_)
        | ActionNotice::DueAfterAuditAgain(_)
        | ActionNotice::Overdue(_) => "due",
        ActionNotice::NoRecommendation => "recommendations",
        ActionNotice::NoOwner
        | ActionNotice::OwnerNotOneRole(_)
        | ActionNotice::OwnerNotAddressed
        | ActionNotice::AwaitsClosing => "owner",
        ActionNotice::OwnerContributes => "contributors",
    }
}

/// The notices on one box, told as they come and go.
pub fn under(notices: Memo<Vec<ActionNotice>>, field: &'static str) -> AnyView {
    let own = Memo::new(move |_| {
        let all = notices.get();
        let own = all.iter().filter(|one| about(one) == field);
        own.map(ActionNotice::sentence).collect::<Vec<String>>()
    });
    let lines = move || {
        let lines = own.get().into_iter();
        lines.map(|text| view! { <p class="govuk-body app-advice">{text}</p> }).collect_view()
    };
    view! { <div role="status" id=[field, "-advice"].concat()>{lines}</div> }.into_any()
}
