//! Questions, actions and remarks noted while the panel talks.

use leptos::prelude::*;

use super::super::ask;
use super::super::desk::Desk;
use super::super::names;
use super::super::route::{Part, ReturnAt};
use super::super::typing::Typing;
use super::words;
use crate::audit_return::About;
use crate::browser::random;
use crate::id::{AgencyId, CaseRef, ItemId};
use crate::panel::Workbook;
use crate::panel::meeting::{MeetingError, MeetingNote, NoteKind};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, Details, LinkButton, PageError, PageErrors, SelectItem,
    Size, focus_control, once_shown,
};
use crate::ui::router::go;

const REMARK: &str = "remark";
const QUESTION: &str = "question";
const ACTION: &str = "action";

/// The notes about a case, or about none, with the form for another.
pub fn section(
    desk: Desk,
    here: Part,
    meeting: ItemId,
    case: Option<CaseRef>,
    errors: PageErrors,
) -> AnyView {
    let about = case.clone();
    let notes = Memo::new(move |_| {
        desk.with(|workbook| {
            let all = workbook.meeting_notes().into_iter();
            all.filter(|note| note.case == about).cloned().collect::<Vec<_>>()
        })
    });
    let again = RwSignal::new(0_u32);
    let list = {
        let here = here.clone();
        move || {
            let notes = notes.get();
            let items: Vec<AnyView> =
                untrack(|| notes.into_iter().map(|note| line(desk, &here, note, errors)).collect());
            (!items.is_empty()).then(|| view! { <ul class="govuk-list">{items}</ul> })
        }
    };
    let form = move || {
        again.track();
        untrack(|| built_anew(form(desk, &here, &meeting, case.as_ref(), errors, again)))
    };
    view! {
        <h2 class="govuk-heading-m">{words::NOTES}</h2>
        {list}
        {form}
    }
    .into_any()
}

fn head(workbook: &Workbook, kind: &NoteKind) -> String {
    let agency = match kind {
        NoteKind::Question(agency) => names::agency(workbook, agency),
        NoteKind::Remark | NoteKind::Action(_) => String::new(),
    };
    words::note_head(kind, &agency)
}

/// One note; an open one with the box that closes it.
fn line(desk: Desk, here: &Part, note: MeetingNote, errors: PageErrors) -> AnyView {
    let head = desk.with(|workbook| head(workbook, &note.kind));
    let said = [head.as_str(), ": ", &note.text].concat();
    if !note.is_open() {
        let outcome = (!note.outcome.is_empty())
            .then(|| [" ", words::NOTE_OUTCOME, ": ", &note.outcome].concat());
        return view! { <li class="app-note-line">{said}{outcome}</li> }.into_any();
    }
    let field = ["outcome-", note.id.as_str()].concat();
    let typing = Typing::new(desk, here, &field, Vec::new(), errors);
    let answer = typing.line(&field, words::NOTE_OUTCOME.into(), "");
    let summary = [words::NOTE_CLOSE, ": ", &note.text].concat();
    let asking = asking(desk, &note);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let outcome = typing.text(&field);
        if outcome.is_empty() {
            errors.show(vec![PageError::new(field.clone(), words::ENTER_OUTCOME)]);
            return;
        }
        let note = MeetingNote { outcome, stamp: Desk::stamp(), ..note.clone() };
        let at = |_: &MeetingError| field.clone();
        if typing.record(|workbook, _| workbook.record_note(note), at).is_some() {
            desk.say(words::NOTE_RECORDED.to_owned());
        }
    };
    view! {
        <li class="app-note-line">
            {said} " " {asking}
            <Details summary=summary>
                <form novalidate on:submit=submit>
                    {answer}
                    <Button text=words::NOTE_CLOSE kind=ButtonKind::Secondary />
                </form>
            </Details>
        </li>
    }
    .into_any()
}

/// The ways to put a question to the agency in a pack: about each of its returns on the case.
fn asking(desk: Desk, note: &MeetingNote) -> Vec<AnyView> {
    let (NoteKind::Question(agency), Some(case)) = (&note.kind, &note.case) else {
        return Vec::new();
    };
    let places: Vec<(ReturnAt, String)> = desk.with(|workbook| {
        let returns = workbook.current_of_case(case);
        let theirs = returns.filter(|(place, ..)| place.agency == *agency);
        theirs
            .map(|(place, ..)| {
                let at = ReturnAt { case: case.clone(), slot: place.slot.clone() };
                (at, names::place_line(workbook, place))
            })
            .collect()
    });
    let way = |(at, name): (ReturnAt, String)| {
        let text = note.text.clone();
        let ask = move |()| {
            ask::begin(desk, &at, &About::Return, &text);
            go(&desk.href(&Part::Ask(at.clone(), About::Return)));
        };
        view! { <LinkButton text=words::ASK_IN_PACK hidden=name on_click=ask /> " " }.into_any()
    };
    places.into_iter().map(way).collect()
}

fn form(
    desk: Desk,
    here: &Part,
    meeting: &ItemId,
    case: Option<&CaseRef>,
    errors: PageErrors,
    again: RwSignal<u32>,
) -> AnyView {
    let typing = Typing::new(desk, here, "note", Vec::new(), errors);
    let agencies: Vec<(String, String)> = desk.with(|workbook| {
        let agencies = workbook.plan().agencies.iter();
        agencies.map(|agency| (agency.id.to_string(), agency.name.clone())).collect()
    });
    let mut of = vec![SelectItem::new("", words::CHOOSE_AGENCY)];
    of.extend(agencies.into_iter().map(|(id, name)| SelectItem::new(id, name)));
    let items = vec![
        Choice::new(REMARK, words::NOTE_REMARK),
        Choice::new(QUESTION, words::NOTE_QUESTION).reveal(typing.select(
            "note-agency",
            words::NOTE_AGENCY.into(),
            of,
        )),
        Choice::new(ACTION, words::NOTE_ACTION).reveal(typing.line(
            "note-owner",
            words::NOTE_OWNER.into(),
            words::ROLES_HINT,
        )),
    ];
    let begun = !typing.raw("note").is_empty() || !typing.raw("note-text").is_empty();
    // After one note the next may follow at once.
    let open = begun || again.get_untracked() > 0;
    let (meeting, case) = (meeting.clone(), case.cloned());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let kind = match kind(typing) {
            Ok(kind) => kind,
            Err(wrong) => {
                errors.show(vec![wrong]);
                return;
            }
        };
        let at = |error: &MeetingError| at_box(typing, error);
        let note = MeetingNote {
            id: random::id(),
            meeting: meeting.clone(),
            case: case.clone(),
            kind,
            text: typing.text("note-text"),
            outcome: String::new(),
            stamp: Desk::stamp(),
        };
        if typing.record(|workbook, _| workbook.record_note(note), at).is_some() {
            desk.say(words::NOTE_RECORDED.to_owned());
            again.update(|count| *count += 1);
            once_shown(|| {
                focus_control("note");
            });
        }
    };
    let legend = Caption::new(words::NOTE_KIND).size(Size::S);
    view! {
        <Details summary=words::NOTE_RECORD open=open>
            <p class="govuk-hint">{words::NOTES_EXPLAINED}</p>
            <form novalidate on:submit=submit>
                {typing.radios("note", legend, "", items, None)}
                {typing.area("note-text", Caption::new(words::NOTE_TEXT).size(Size::S), "", 2)}
                <Button text=words::NOTE_RECORD kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}

fn kind(typing: Typing) -> Result<NoteKind, PageError> {
    match typing.raw("note").as_str() {
        REMARK => Ok(NoteKind::Remark),
        QUESTION => match AgencyId::new(typing.raw("note-agency")) {
            Ok(agency) => Ok(NoteKind::Question(agency)),
            Err(_) => Err(PageError::new("note-agency", words::NOTE_AGENCY)),
        },
        ACTION => Ok(NoteKind::Action(typing.text("note-owner"))),
        _ => Err(PageError::new("note", words::SELECT_NOTE_KIND)),
    }
}

fn at_box(typing: Typing, error: &MeetingError) -> String {
    match error {
        MeetingError::NothingWritten if !typing.text("note-text").is_empty() => "note-owner",
        MeetingError::NothingWritten => "note-text",
        MeetingError::UnknownAgency => "note-agency",
        _ => "note",
    }
    .to_owned()
}
