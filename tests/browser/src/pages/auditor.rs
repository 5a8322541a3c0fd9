//! The auditor's program.

use crate::answering::answer_page;
use crate::downloads::saved;
use crate::keyboard::{ENTER, SPACE};
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result, ensure};
use multi_agency_audit::envelope::{
    Hash, Kind, Limits, OpeningKey, SoftwareKey, open, open_sealed,
};
use multi_agency_audit::round::Invitation;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Heading of the start page.
pub const START: &str = "Audit a child’s case for your safeguarding board";

/// Where the pages of one return are.
#[derive(Debug, Clone)]
pub struct ReturnPages {
    /// `#/return/ID`.
    pub tasks: String,
}

impl ReturnPages {
    /// Waits for the task list of a return just begun.
    pub async fn begun(session: &Session) -> Result<Self> {
        let hash = eventually("the task list of a return", async || {
            let hash = session.hash().await?;
            let there = hash.starts_with("#/return/")
                && session.heading().await?.starts_with("Your return");
            Ok(there.then_some(hash))
        })
        .await;
        let hash = match hash {
            Ok(hash) => hash,
            Err(error) => return Err(error.context(session.text().await?)),
        };
        let id = hash.strip_prefix("#/return/").and_then(|rest| rest.split('/').next());
        let id = id.with_context(|| format!("{hash} is no page of a return"))?;
        Ok(Self { tasks: format!("#/return/{id}") })
    }

    /// A page of the return, such as `sign` or `area/area-2`.
    pub fn page(&self, step: &str) -> String {
        format!("{}/{step}", self.tasks)
    }
}

/// Opens the sample audit and begins its first case that is not begun, by keyboard.
pub async fn sample_case_by_keyboard(session: &Session) -> Result<ReturnPages> {
    session.open("index.html").await?;
    session.at(START).await?;
    session.keyboard().activate("Try it with a sample audit").await?;
    begin_case_by_keyboard(session).await
}

/// Opens the file of one of the sample's invitations.
pub async fn open_sample_invitation(session: &Session, of: &str) -> Result<()> {
    session.open("index.html").await?;
    choose_sample_invitation(session, of).await
}

/// On the start page, chooses the file of one of the sample's invitations.
pub async fn choose_sample_invitation(session: &Session, of: &str) -> Result<()> {
    let file = samples().join(format!("invitation-{of}.json"));
    session.choose_files("open-file", &[fs::canonicalize(file)?]).await
}

/// On the page of an invitation, begins its first case that is not begun.
pub async fn begin_case_by_keyboard(session: &Session) -> Result<ReturnPages> {
    eventually("the invitation’s page", async || {
        Ok(session.hash().await?.starts_with("#/invitation/").then_some(()))
    })
    .await?;
    session.shows("Your cases").await?;
    session.keyboard().activate("Start").await?;
    ReturnPages::begun(session).await
}

/// From the task list of a return, the address of its invitation's page.
pub async fn invitation(session: &Session, pages: &ReturnPages) -> Result<String> {
    session.route(&pages.tasks).await?;
    ReturnPages::begun(session).await?;
    session.press("Back to your cases").await?;
    session.shows("Your cases").await?;
    session.hash().await
}

/// From the task list of a return just begun: nobody in the agency knew the child, who has looked, and the signature.
pub async fn nil_return_by_keyboard(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Your agency’s involvement").await?;
    session.at("Your agency’s involvement").await?;
    let focus = keyboard.tab_to("how far", |focus| focus.kind == "radio").await?;
    let nil =
        focus.choices.iter().find(|choice| choice.starts_with("no")).context("no nil answer")?;
    keyboard.choose(&focus, nil).await?;
    keyboard.fill_date("involvement-searched", 1).await?;
    keyboard.fill("involvement-systems", "Record system and archive").await?;
    keyboard.fill("involvement-statement", "No record of the child or the family").await?;
    keyboard.activate("Save and continue").await?;
    session.at("Who you are").await?;
    answer_page(&keyboard).await?;
    keyboard.press(&[ENTER]).await?;
    check_and_sign_by_keyboard(session).await
}

/// From the check of the answers to the signature.
pub async fn check_and_sign_by_keyboard(session: &Session) -> Result<()> {
    session.at("Check your answers").await?;
    session.keyboard().activate("Continue").await?;
    session.at("Sign and download").await?;
    sign_by_keyboard(session).await
}

/// On the page on which a return is signed: every statement, a name, and the button.
pub async fn sign_by_keyboard(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    for _ in 0..4 {
        keyboard.tab_to("a statement", |focus| focus.kind == "checkbox").await?;
        keyboard.press(&[SPACE]).await?;
    }
    keyboard.tab_to("the name", |focus| focus.id == "signature-name").await?;
    keyboard.text("Auditor 12").await?;
    keyboard.activate("Sign and download").await?;
    session.at("Return signed").await
}

/// A signed return as it was downloaded.
pub struct SignedReturn {
    /// The file, to the byte.
    pub bytes: Vec<u8>,
    /// What is signed.
    pub payload: Vec<u8>,
}

/// The file that was signed, sealed and downloaded last.
pub async fn sealed_return(session: &Session) -> Result<Vec<u8>> {
    let bytes = fs::read(saved(session, "return-").await?)?;
    ensure!(bytes.starts_with(b"{\"protected\""), "the return is not sealed");
    Ok(bytes)
}

/// The same of the sample audit, opened with its panel's key.
pub async fn signed_return(session: &Session) -> Result<SignedReturn> {
    let bytes = sealed_return(session).await?;
    let limits = Limits::of(Kind::Return);
    let verified = open_sealed(&bytes, &[Kind::Return], &[sample_opening_key()?], &limits)?;
    Ok(SignedReturn { payload: verified.payload().to_vec(), bytes })
}

/// The invitation that the sample audit opens, and the key of its round.
pub fn sample_invitation() -> Result<(Invitation, SoftwareKey)> {
    let bytes = fs::read(samples().join(sample("try_invitation")?))?;
    let invitation = open(&bytes, &[Kind::Invitation], &Limits::of(Kind::Invitation))?.parse()?;
    let seed: Hash = sample("round_key_seed")?.parse()?;
    Ok((invitation, SoftwareKey::from_seed(seed.as_bytes())))
}

/// The key of the sample's panel, which everyone can have.
fn sample_opening_key() -> Result<OpeningKey> {
    Ok(OpeningKey::from_seed(sample("round_opening_key_seed")?.parse::<Hash>()?.as_bytes()))
}

/// A text of the sample's index.
fn sample(name: &str) -> Result<String> {
    let index: Value = serde_json::from_slice(&fs::read(samples().join("index.json"))?)?;
    Ok(index[name].as_str().with_context(|| format!("no {name} in the index"))?.to_owned())
}

fn samples() -> PathBuf {
    crate::site::root().join("public/samples")
}
