//! The panel asks, the auditor answers in a second version, and the panel reads the answer: by keyboard alone.

use anyhow::Result;
use browser_tests::downloads::write;
use browser_tests::keyboard::SPACE;
use browser_tests::pages::auditor::{
    self, ReturnPages, nil_return_by_keyboard, sample_case_by_keyboard, sample_invitation,
};
use browser_tests::{Session, axe, eventually, in_every_engine};
use multi_agency_audit::audit_return::{
    About, QueryPack, Question, Return, ReturnQuestions, VersionAsked,
};
use multi_agency_audit::envelope::{Hash, SoftwareKey, Unsigned};

in_every_engine![a_question_is_answered_in_the_second_version];

const ASKS: &str = "Another agency worked with you in the spring. Look in the archive again.";
const ANSWER: &str = "The archive was searched again and holds nothing";

async fn a_question_is_answered_in_the_second_version(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    nil_return_by_keyboard(session).await?;
    let first = auditor::signed_return(session).await?;
    let pack = pack_about(&first.payload, &sample_invitation()?.1)?;

    // The panel has met since: the browser was closed and is opened anew.
    session.kill_and_restart().await?;
    questions_of_others_stay_shut(session, &first.payload).await?;
    open(session, "query.json", &pack).await?;
    session.at("Questions from the panel").await?;
    session.shows(ASKS).await?;
    axe::check(session, "a file of questions").await?;
    session.keyboard().activate("Start version 2 and answer").await?;
    all_questions(session, &pages).await?;
    beside_the_answer(session, &pages).await?;
    sign_again(session, &pages).await?;

    open(session, "query.json", &pack).await?;
    session.shows("You have answered these questions in version 2").await
}

/// A file that another key signed says so, and nothing is begun.
async fn questions_of_others_stay_shut(session: &Session, payload: &[u8]) -> Result<()> {
    let forged = pack_about(payload, &SoftwareKey::from_seed(&[1; 32]))?;
    open(session, "forged.json", &forged).await?;
    session.shows("These questions are not from the panel that invited you").await?;
    axe::check(session, "questions that are not opened").await
}

async fn open(session: &Session, name: &str, pack: &[u8]) -> Result<()> {
    session.open("index.html").await?;
    session.at(auditor::START).await?;
    let file = write(session, name, pack)?;
    session.choose_files("open-file", &[file]).await
}

/// What the panel would sign after reading this return.
fn pack_about(payload: &[u8], key: &SoftwareKey) -> Result<Vec<u8>> {
    let read: Return = serde_json::from_slice(payload)?;
    let at = serde_json::from_str("\"2026-05-18T09:00:00Z\"")?;
    let question = Question {
        id: "0f0f".parse()?,
        about: About::Involvement,
        text: ASKS.into(),
        asked_by: "Coordinator".into(),
        asked_at: at,
        answer_by: "2026-05-29".parse().ok(),
    };
    let pack = QueryPack {
        format_version: QueryPack::FORMAT_VERSION,
        round: read.round,
        agency: read.agency,
        by: "Coordinator".into(),
        at,
        returns: vec![ReturnQuestions {
            case_ref: read.case_ref,
            case_label: read.case_label,
            version: Some(VersionAsked {
                return_id: read.return_id,
                version: read.version,
                payload: Hash::of(payload),
            }),
            questions: vec![question],
            withdrawn: Vec::new(),
        }],
    };
    let unsigned = Unsigned::of(&pack, &key.public_key())?;
    Ok(unsigned.signed(&key.sign(unsigned.signing_input()))?)
}

/// The list of all questions, left empty and then for the page of what is asked about.
async fn all_questions(session: &Session, pages: &ReturnPages) -> Result<()> {
    let there = eventually("the questions of the return", async || {
        Ok((session.hash().await? == pages.page("questions")).then_some(()))
    });
    if let Err(error) = there.await {
        return Err(error.context(session.text().await?));
    }
    session.shows(ASKS).await?;
    axe::check(session, "the questions of a return").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Save and continue").await?;
    session.shows("There is a problem").await?;
    session.shows("Answer the panel’s question about your agency’s involvement").await?;
    axe::check(session, "questions that are not answered").await?;
    session.route(&pages.tasks).await?;
    session.shows("1 question from the panel").await?;
    session.shows("1 to answer").await?;
    session.route(&pages.page("sign")).await?;
    session.at("You cannot sign yet").await
}

/// The notice leads to the box beside the answer; said to be changed and not changed, it is not enough.
async fn beside_the_answer(session: &Session, pages: &ReturnPages) -> Result<()> {
    session.route(&pages.page("missing")).await?;
    session.at("What is still missing").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Answer the panel’s question").await?;
    session.at("Your agency’s involvement").await?;
    keyboard.focused("panel-question-0f0f").await?;
    axe::check(session, "a question beside its answer").await?;
    keyboard.text(ANSWER).await?;
    keyboard.tab_to("that it was changed", |focus| focus.kind == "checkbox").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Save and continue").await?;
    session.shows("but it is as it was in version 1").await?;
    keyboard.tab_to("that it was changed", |focus| focus.kind == "checkbox").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Save and continue").await?;
    session.at("Check your answers").await?;
    session.shows(ANSWER).await?;
    session.reload().await?;
    session.shows(ANSWER).await
}

/// The page after signing names the second version's file and lists both versions.
async fn sign_again(session: &Session, pages: &ReturnPages) -> Result<()> {
    session.route(&pages.page("sign")).await?;
    session.at("Sign and download").await?;
    auditor::sign_by_keyboard(session).await?;
    session.shows("-v2.json").await?;
    session.shows("Version 2, signed on").await
}
