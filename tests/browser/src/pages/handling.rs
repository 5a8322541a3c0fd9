//! Copies, keys, invitations and other tools: what a coordinator handles beside the gradings.

use super::{Visit, made, meeting, panel};
use crate::downloads::write;
use crate::session::Session;
use anyhow::Result;

/// The address to which the first link of a table leads.
pub async fn first_link(session: &Session, table: &str) -> Result<String> {
    const LINK: &str =
        "return document.querySelector(arguments[0] + ' tbody a').getAttribute('href');";
    session.text_of(LINK, vec![table.into()]).await
}

/// The pages of the first copy, of the first invitation and of a tool that is not the round's.
pub async fn pages(session: &Session, round: &str) -> Result<Vec<Visit>> {
    let page = |hash: &str| Visit::new(format!("panel.html{hash}"));
    meeting::go(session, &format!("{round}/copies"), "Copies to practitioners").await?;
    let copy = first_link(session, ".app-copies").await?;
    meeting::go(session, &format!("{round}/invitations"), "Invitations").await?;
    let invitation = first_link(session, ".app-invitations").await?;
    let (tool, _) = other_tool(session, round).await?;
    Ok(vec![
        page(&copy),
        page(&copy).then("Record this"),
        page(&format!("{copy}/texts")),
        page(&format!("{copy}/texts")).then("Record what goes in"),
        page(&format!("{copy}/correct")),
        page(&format!("{copy}/correct")).then("Record the correction"),
        page(&format!("{copy}/paper")),
        page(&invitation),
        page(&format!("{invitation}/cover")),
        page(&format!("{round}/invitations/add")).then("Add an auditor"),
        page(&format!("{round}/keys")).then("Save the workbook to a file"),
        page(&tool),
    ])
}

/// Imports a return that answers another version of the tool; gives the page of that tool, and its invitation.
pub async fn other_tool(
    session: &Session,
    round: &str,
) -> Result<(String, multi_agency_audit::round::Invitation)> {
    let older = made::of_an_older_tool(made::sample_invitation("midwifery")?)?;
    let file = write(session, "older-tool.json", &made::returned(&older)?)?;
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    panel::import(session, &[file]).await?;
    meeting::go(session, &format!("{round}/other-tools"), "Returns on another audit tool").await?;
    Ok((first_link(session, ".app-other-tools").await?, older))
}
