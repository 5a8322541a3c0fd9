//! The reason of one grading: the box into which stories type what must not be lost.

use super::auditor::{
    ReturnPages, begin_case_by_keyboard, open_sample_invitation, sample_case_by_keyboard,
};
use crate::records;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::Result;

/// Its id.
pub const REASON: &str = "area-2_reason";

/// Begins a return and types into the box.
pub async fn begin_and_type(session: &Session, text: &str) -> Result<ReturnPages> {
    let pages = sample_case_by_keyboard(session).await?;
    type_reason(session, &pages, text).await?;
    Ok(pages)
}

/// Begins two returns, each with words that are stored; the second lies open. Gives the pages of both.
pub async fn begin_two_and_type(session: &Session) -> Result<(ReturnPages, ReturnPages)> {
    let other = begin_and_type(session, "Of another child").await?;
    stored(session, "Of another child").await?;
    // The invitation of the sample has one case.
    open_sample_invitation(session, "health-visiting").await?;
    let open = begin_case_by_keyboard(session).await?;
    type_reason(session, &open, "Mine").await?;
    stored(session, "Mine").await?;
    Ok((other, open))
}

/// Goes to the box, whatever page is shown, and types at its end.
pub async fn type_reason(session: &Session, pages: &ReturnPages, text: &str) -> Result<()> {
    // A tab behind another one draws no frames, and so moves no focus by itself.
    const AT_END: &str = "
        const at = document.getElementById(arguments[0]);
        if (!at) return false;
        at.focus();
        at.setSelectionRange(at.value.length, at.value.length);
        return document.activeElement === at;";
    session.route(&pages.tasks).await?;
    session.shows("You have completed").await?;
    session.route(&pages.page("area/area-2")).await?;
    eventually("the focus on the box", async || {
        let there = session.script(AT_END, vec![REASON.into()]).await?;
        Ok((there == true).then_some(()))
    })
    .await?;
    session.keyboard().text(text).await
}

/// Waits until the box holds a text.
pub async fn reason_is(session: &Session, text: &str) -> Result<()> {
    session.box_holds(REASON, text).await
}

/// Waits until what is stored holds a text.
pub async fn stored(session: &Session, text: &str) -> Result<()> {
    eventually(&format!("a record that holds “{text}”"), async || {
        let drafts = records::texts(session, "drafts").await?;
        Ok(drafts.iter().any(|(_, draft)| draft.contains(text)).then_some(()))
    })
    .await
}
