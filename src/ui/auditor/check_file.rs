//! "Check the file": whether a file that was saved is the one that was signed, before it is sent (C-03, L23).

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::concerns::told_rows;
use super::desk::Desk;
use super::words;
use crate::audit_return::SavedFile;
use crate::browser::files::{self, FileError};
use crate::browser::local;
use crate::envelope::{Kind, Limits, OpenError, Wording};
use crate::store::{SavedNotice, SavedNoticeError};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{Caption, FileUpload, InsetText, Size, SummaryList, SummaryRow};

/// What is said of a file, and what stands in it where it is a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Verdict {
    said: String,
    holds: Vec<(&'static str, String)>,
}

/// What is said of the file chosen last.
#[derive(Clone, Copy)]
pub struct Checked(RwSignal<Option<Verdict>>);

impl Checked {
    /// No file was chosen yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The return was changed, or signed anew: that the file says what is recorded may hold no more.
    pub fn forget(self) {
        if self.0.try_with_untracked(Option::is_some) == Some(true) {
            let _ = self.0.try_set(None);
        }
    }
}

/// Where the saved file is chosen again, and what is said of it. `signed` is the file as it is to be sent; a notice
/// of one of the return's concerns is known, too.
pub fn check_file(desk: Desk, signed: String) -> AnyView {
    let (label, hint) = (words::CHECK_FILE, words::CHECK_FILE_HINT);
    chooser(desk, Some(signed), Checked::new(), label, hint)
}

/// The same where a notice is all that can have been saved, on a page on which its concern can be changed.
pub fn check_notice(desk: Desk, checked: Checked) -> AnyView {
    chooser(desk, None, checked, words::CHECK_NOTICE, words::CHECK_NOTICE_HINT)
}

fn chooser(
    desk: Desk,
    signed: Option<String>,
    Checked(verdict): Checked,
    label: &'static str,
    hint: &'static str,
) -> AnyView {
    let signed = StoredValue::new(signed);
    let times = StoredValue::new(0_u32);
    let on_files = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        // The same words about another file are to be heard again.
        verdict.set(None);
        times.update_value(|times| *times += 1);
        let this = times.get_value();
        spawn_local(async move {
            let Some(signed) = signed.try_get_value() else { return };
            let found = files::read(&file, limit(signed.as_deref())).await;
            let about = judged(desk, signed.as_deref(), found).await;
            // A file that was slow to read says nothing of one that was chosen since.
            if times.try_get_value() == Some(this) {
                let _ = verdict.try_set(Some(about));
            }
        });
    };
    let said = move || {
        let said = verdict.with(|one| one.as_ref().map(|one| one.said.clone()));
        said.map(|text| view! { <InsetText id="file-checked">{text}</InsetText> })
    };
    view! {
        <FileUpload id="check-file" label=Caption::new(label).size(Size::S) hint=hint
            accept=".json,application/json" on_files=on_files />
        <div role="status">{said}</div>
        {move || verdict.with(|one| one.as_ref().and_then(holds))}
    }
    .into_any()
}

/// What the notice says, to be read beside what is recorded.
fn holds(verdict: &Verdict) -> Option<AnyView> {
    let rows = verdict.holds.iter().map(|(asked, said)| {
        let said = said.clone();
        SummaryRow::new(*asked, view! { <span class="app-plain-text">{said}</span> })
    });
    let rows: Vec<SummaryRow> = rows.collect();
    let list = || view! { <SummaryList rows=rows class="app-answers" /> }.into_any();
    (!verdict.holds.is_empty()).then(list)
}

/// Enough for the file that was signed and for any notice: what is longer is neither.
fn limit(signed: Option<&str>) -> u64 {
    let of_signed = signed.map_or(0, |file| u64::try_from(file.len()).unwrap_or(u64::MAX));
    of_signed.max(Limits::of(Kind::Concern).of_closed().file_bytes)
}

async fn judged(desk: Desk, signed: Option<&str>, found: Result<Vec<u8>, FileError>) -> Verdict {
    let found = match (found, signed) {
        (Ok(bytes), _) => bytes,
        (Err(FileError::TooLarge { .. }), Some(_)) => return only(words::FILE_OTHER.to_owned()),
        (Err(FileError::TooLarge { size, limit }), None) => {
            return only(sentences(&OpenError::TooLarge { size, limit }.wording()));
        }
        (Err(error @ (FileError::Unreadable | FileError::NotSaved)), _) => {
            return only(error.to_string());
        }
    };
    match signed.map(|signed| SavedFile::of(signed.as_bytes(), &found)) {
        Some(SavedFile::Same) => only(words::FILE_SAME.to_owned()),
        Some(SavedFile::CutShort) => only(words::FILE_CUT_SHORT.to_owned()),
        Some(SavedFile::Other) => match desk.check_notice(&found).await {
            // Anything else is no notice, and was to be the signed file.
            Ok(Err(SavedNoticeError::NotOpened(_))) => only(words::FILE_OTHER.to_owned()),
            other => of_notice(other),
        },
        None => of_notice(desk.check_notice(&found).await),
    }
}

fn of_notice(checked: Result<Result<SavedNotice, SavedNoticeError>, String>) -> Verdict {
    match checked {
        Ok(Ok(saved)) => Verdict { said: sentences(&saved.wording()), holds: rows(&saved) },
        Ok(Err(error)) => only(sentences(&error.wording())),
        Err(why) => only(why),
    }
}

fn rows(saved: &SavedNotice) -> Vec<(&'static str, String)> {
    let mut rows = vec![
        (words::NOTICE_FOR, saved.for_whom()),
        (words::NOTICE_ABOUT, saved.about()),
        (words::SIGNED_AT, full_moment(local(saved.notice.at))),
    ];
    rows.extend(told_rows(&saved.notice.concern));
    rows.retain(|(_, said)| !said.trim().is_empty());
    rows
}

fn only(said: String) -> Verdict {
    Verdict { said, holds: Vec::new() }
}

fn sentences(wording: &Wording) -> String {
    [&*wording.title, ". ", &wording.advice].concat()
}
