//! One imported file: what it is, why it stands as it stands, and what can be decided.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::said_line;
use super::super::route::Part;
use super::super::{mapping, paper};
use super::words::concerns as told;
use super::words::register as own;
use super::{beside, deciding, place_words, words};
use crate::browser::{local, now};
use crate::envelope::Hash;
use crate::panel::{Entry, Facts, Letter, QuarantineReason, Workbook};
use crate::report::sheet::read;
use crate::ui::anew::built_anew;
use crate::ui::dates::{full_moment, moment};
use crate::ui::govuk::{
    BackLink, InsetText, PageTitle, SaveStatus, SummaryList, SummaryRow, focus_heading,
};

/// The page of one imported file.
#[component]
pub fn FilePage(
    /// The desk with the round.
    desk: Desk,
    /// Which file.
    file: Hash,
) -> impl IntoView {
    let name = desk.with(|workbook| name_of(workbook, &file));
    let Some(name) = name else { return gone(desk) };
    let again = RwSignal::new(0_u32);
    let done = move || {
        again.update(|count| *count += 1);
        desk.say(own::DECIDED.to_owned());
        focus_heading();
    };
    // Made anew when something was decided, never while somebody types.
    let open =
        Memo::new(move |_| (again.get(), desk.with(|workbook| workbook.decisions_on(&file))));
    let form = move || {
        let (_, open) = open.get();
        untrack(|| deciding::form(desk, file, open, done).map(built_anew))
    };
    view! {
        <PageTitle text=name.clone() program=words::PROGRAM />
        <BackLink href=desk.href(&Part::Files) text=own::BACK_TO_FILES />
        <span class="govuk-caption-l">{own::FILES}</span>
        <h1 class="govuk-heading-l app-break">{name}</h1>
        <SaveStatus state=desk.save_state() />
        {said_line(desk)}
        {move || desk.try_with(|workbook| summary(desk, workbook, &file))}
        {move || desk.with(|workbook| whole(desk, workbook, &file))}
        {move || desk.with(|workbook| apart(desk, workbook, &file))}
        {move || { desk.try_with(|_| ()); beside::comparisons(desk, &file) }}
        {form}
    }
    .into_any()
}

fn gone(desk: Desk) -> AnyView {
    view! {
        <PageTitle text=own::NO_SUCH_FILE program=words::PROGRAM />
        <BackLink href=desk.href(&Part::Files) text=own::BACK_TO_FILES />
        <h1 class="govuk-heading-l">{own::NO_SUCH_FILE}</h1>
        <p class="govuk-body">{own::NO_SUCH_FILE_ADVICE}</p>
    }
    .into_any()
}

fn name_of(workbook: &Workbook, file: &Hash) -> Option<String> {
    let register = workbook.register();
    let letter = || register.letter(file).map(|letter| letter.name.clone());
    register.entry(file).map(|entry| entry.name.clone()).or_else(letter)
}

fn summary(desk: Desk, workbook: &Workbook, file: &Hash) -> AnyView {
    let when = |at| moment(local(at), local(now()).date());
    let mut rows = Vec::new();
    if let Some(entry) = workbook.register().entry(file) {
        rows.push(SummaryRow::text(own::HOW_IT_STANDS, entry.state.standing()));
        rows.extend(entry.facts.iter().flat_map(|facts| of_return(desk, workbook, file, facts)));
        rows.push(SummaryRow::text(own::IMPORTED_AT, when(entry.imported_at)));
        rows.extend(claimed(entry));
    }
    if let Some(letter) = workbook.register().letter(file) {
        rows.push(SummaryRow::text(own::ABOUT, place_words(desk, &letter.place)));
        rows.extend(of_letter(&letter.letter));
        rows.push(SummaryRow::text(own::IMPORTED_AT, when(letter.imported_at)));
        rows.push(fingerprint(letter.signer.fingerprint()));
    }
    let hash = file.to_string();
    rows.push(SummaryRow::new(
        own::FILE_HASH,
        view! { <code class="app-fingerprint">{hash}</code> },
    ));
    view! { <SummaryList rows=rows /> }.into_any()
}

/// What a concern or a withdrawal says: somebody has to read it before deciding about its file.
fn of_letter(letter: &Letter) -> Vec<SummaryRow> {
    match letter {
        Letter::Concern(notice) => {
            let concern = &notice.concern;
            let kind = concern.kind.map_or(told::NATURE_NOT_SAID, |kind| kind.label());
            let noticed = concern.noticed_at.map(|at| full_moment(local(at)));
            let noticed = noticed.unwrap_or_else(|| told::NOTICED_NOT_SAID.to_owned());
            vec![
                SummaryRow::text(told::NATURE, kind),
                SummaryRow::text(told::WHAT, concern.text.clone()),
                SummaryRow::text(told::NOTICED, noticed),
            ]
        }
        Letter::Withdrawal(withdrawal) => vec![
            SummaryRow::text(own::TAKES_BACK, withdrawal.version.to_string()),
            SummaryRow::text(own::WHY, withdrawal.by.reason.clone()),
        ],
    }
}

/// The way to the whole return, where one could be read.
fn whole(desk: Desk, workbook: &Workbook, file: &Hash) -> Option<AnyView> {
    workbook.audit_return(file)?;
    let href = desk.href(&Part::FileText(*file));
    Some(
        view! { <p class="govuk-body"><a class="govuk-link" href=href>{own::READ_WHOLE}</a></p> }
            .into_any(),
    )
}

/// The whole return in a file, to read, print or save: one that no longer counts, too.
pub fn text_page(desk: Desk, file: Hash) -> AnyView {
    let found = desk.with(|workbook| {
        let sheet = read(workbook, &file, |at| full_moment(local(at)))?;
        let standing = workbook.register().entry(&file)?.state.standing();
        Some((sheet, [own::HOW_IT_STANDS, ": ", &standing, "."].concat()))
    });
    let Some((sheet, standing)) = found else { return gone(desk) };
    let back = (desk.href(&Part::File(file)), own::BACK_TO_FILE);
    paper::page(sheet, back, standing, own::RETURN_FILE)
}

fn fingerprint(text: String) -> SummaryRow {
    SummaryRow::new(words::FINGERPRINT, view! { <code class="app-fingerprint">{text}</code> })
}

/// The key that an altered file names: it proves nothing, and can be asked about.
fn claimed(entry: &Entry) -> Option<SummaryRow> {
    let crate::panel::EntryState::Quarantined { because } = &entry.state else { return None };
    because.iter().find_map(|reason| match reason {
        QuarantineReason::SignatureWrong { claimed } => {
            Some(fingerprint((*claimed)?.fingerprint()))
        }
        QuarantineReason::NotInvited(_)
        | QuarantineReason::OtherTool { .. }
        | QuarantineReason::UnknownSigner { .. }
        | QuarantineReason::InvitationRevoked { .. }
        | QuarantineReason::BreaksRules { .. } => None,
    })
}

fn of_return(desk: Desk, workbook: &Workbook, file: &Hash, facts: &Facts) -> Vec<SummaryRow> {
    let when = |at| moment(local(at), local(now()).date());
    let href = desk.href(&Part::Place(facts.place.case.clone(), facts.place.slot.clone()));
    let about = place_words(desk, &facts.place);
    let mut rows = vec![
        SummaryRow::new(own::ABOUT, view! { <a class="govuk-link" href=href>{about}</a> }),
        SummaryRow::text(own::VERSION, facts.version.to_string()),
    ];
    if let Some(signed) = workbook.as_signed(file).and_then(|ret| ret.sign_off.as_ref()) {
        rows.push(SummaryRow::text(
            own::SIGNED,
            signed_by(&signed.name, &signed.role, &when(signed.at)),
        ));
    }
    if let Some(second) = &facts.second {
        let one = &second.sign_off;
        rows.push(SummaryRow::text(
            own::SIGNED_AGAIN,
            signed_by(&one.name, &one.role, &when(one.at)),
        ));
    }
    rows.extend(
        workbook
            .came_late(file, facts)
            .map(|late| SummaryRow::text(words::RETURNS_LATE, late.sentence())),
    );
    rows.push(fingerprint(facts.signer.fingerprint()));
    rows
}

fn signed_by(name: &str, role: &str, at: &str) -> String {
    [name, ", ", role, ", ", at].concat()
}

/// Why the file is kept apart, each reason with what to do, and why it stays so.
fn apart(desk: Desk, workbook: &Workbook, file: &Hash) -> Option<AnyView> {
    let because = workbook.because(file);
    let stays = workbook.stays_apart(file).map(|stays| {
        let text = [own::STAYS_APART, ": ", &stays.reason].concat();
        view! { <InsetText>{text}</InsetText> }
    });
    if because.is_empty() && stays.is_none() {
        return None;
    }
    let reasons: Vec<AnyView> = because.iter().map(|one| reason(desk, one)).collect();
    let title =
        (!because.is_empty()).then(|| view! { <h2 class="govuk-heading-m">{own::WHY_APART}</h2> });
    Some(view! { {title}{reasons}{stays} }.into_any())
}

fn reason(desk: Desk, reason: &QuarantineReason) -> AnyView {
    let wording = reason.wording();
    let (title, advice) = (wording.title.into_owned(), wording.advice.into_owned());
    let rules = match reason {
        QuarantineReason::BreaksRules { blocks } => {
            let lines = blocks.iter().map(|block| {
                let text = [block.rule.as_str(), ": ", &block.message].concat();
                view! { <li>{text}</li> }
            });
            let lines = lines.collect::<Vec<_>>();
            Some(view! {
                <h3 class="govuk-heading-s">{own::RULES_BROKEN}</h3>
                <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            })
        }
        QuarantineReason::SignatureWrong { .. }
        | QuarantineReason::NotInvited(_)
        | QuarantineReason::OtherTool { .. }
        | QuarantineReason::UnknownSigner { .. }
        | QuarantineReason::InvitationRevoked { .. } => None,
    };
    let mapping = match reason {
        QuarantineReason::OtherTool { found } => {
            let href = desk.href(&Part::Mapping(mapping::Place::One(found.hash)));
            let link = view! { <p class="govuk-body"><a class="govuk-link" href=href>{own::MAP_IT}</a></p> };
            Some(link)
        }
        QuarantineReason::SignatureWrong { .. }
        | QuarantineReason::NotInvited(_)
        | QuarantineReason::UnknownSigner { .. }
        | QuarantineReason::InvitationRevoked { .. }
        | QuarantineReason::BreaksRules { .. } => None,
    };
    view! {
        <p class="govuk-body"><strong>{title}</strong></p>
        <p class="govuk-body">{advice}</p>
        {mapping}
        {rules}
    }
    .into_any()
}
