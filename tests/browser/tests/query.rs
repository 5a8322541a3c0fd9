//! The panel asks, the auditor answers in a second version, and the panel reads the answer, with no mouse.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved, write};
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::auditor::{
    self, ReturnPages, nil_return_by_keyboard, sample_case_by_keyboard,
};
use browser_tests::pages::panel;
use browser_tests::{Session, axe, eventually, in_chromium_and, in_every_engine};
use multi_agency_audit::audit_return::QueryPack;
use multi_agency_audit::envelope::{Kind, Limits, SoftwareKey, Unsigned, open};
use std::fs;

in_every_engine![a_question_is_answered_in_the_second_version];
in_chromium_and!(Webkit webkit: a_question_is_taken_back_before_and_after_it_was_sent);

const ASKS: &str = "Another agency worked with you in the spring. Look in the archive again.";
const ANSWER: &str = "The archive was searched again and holds nothing";
const AGAIN: &str = "Searched again. ";

/// What the panel signed: the file, and the id of its one question.
struct Pack {
    bytes: Vec<u8>,
    question: String,
}

async fn a_question_is_answered_in_the_second_version(session: &mut Session) -> Result<()> {
    let pages = sample_case_by_keyboard(session).await?;
    nil_return_by_keyboard(session).await?;
    let first = auditor::sealed_return(session).await?;

    let round = panel::open_sample(session).await?;
    reads(session, &round, &first).await?;
    asks(session).await?;
    let pack = signs_the_questions(session, &round).await?;

    // The panel has met since: the browser was closed and is opened anew.
    session.kill_and_restart().await?;
    questions_of_others_stay_shut(session, &pack).await?;
    chooses(session, "query.json", &pack.bytes).await?;
    session.at("Questions from the panel").await?;
    session.shows(ASKS).await?;
    axe::check(session, "a file of questions").await?;
    session.keyboard().activate("Start version 2 and answer").await?;
    all_questions(session, &pages).await?;
    beside_the_answer(session, &pack).await?;
    let second = sign_again(session).await?;

    session.kill_and_restart().await?;
    offers_the_answers_again(session, &pack, &second).await?;
    reads_the_answer(session, &round, &second).await
}

/// Imports the first version and goes to it by way of the matrix.
async fn reads(session: &Session, round: &str, first: &[u8]) -> Result<()> {
    let keyboard = session.keyboard();
    imports(session, round, ("first", first), "Imported, from a signer who was invited").await?;
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    keyboard.activate("Nil return").await?;
    session.shows("This is the return as it was signed").await?;
    session.shows("They are not known to us").await?;
    session.shows("Record system and archive").await?;
    session.shows("Auditor 12").await?;
    axe::check(session, "a return that the panel reads").await
}

/// Imports one file and holds what became of it against `outcome`.
async fn imports(
    session: &Session,
    round: &str,
    (name, bytes): (&str, &[u8]),
    outcome: &str,
) -> Result<String> {
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    let file = write(session, &format!("{name}.json"), bytes)?;
    let rows = panel::import(session, &[file]).await?;
    let became = rows.first().context("no row")?.outcome.clone();
    ensure!(became.contains(outcome), "{name}: {became}, not {outcome}");
    session.shows("Saved on this device").await?;
    Ok(became)
}

/// Beside the answer, in words that first hold a name.
async fn asks(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    let about = |focus: &browser_tests::keyboard::Focus| focus.href.ends_with("/ask/involvement");
    keyboard.tab_to("the question about the involvement", about).await?;
    keyboard.press(&[ENTER]).await?;
    session.at("Ask a question").await?;
    session.shows("They are not known to us").await?;
    keyboard.activate("Save the question").await?;
    session.shows("Enter a question.").await?;
    keyboard.activate("Enter a question").await?;
    keyboard.focused("question").await?;
    keyboard.text("Did Mrs Quillfeather look?").await?;
    session.shows("“Mrs Quillfeather” looks like a person’s name.").await?;
    keyboard.activate("Save the question").await?;
    session.shows("The question holds a person’s name.").await?;
    axe::check(session, "a question that names somebody").await?;
    keyboard.activate("The question holds a person’s name.").await?;
    keyboard.focused("question").await?;
    keyboard.with_control('a').await?;
    keyboard.text(ASKS).await?;
    // A day that is no day is pointed out, and what was written stays.
    keyboard.fill("answer-by-day", "31").await?;
    keyboard.fill("answer-by-month", "2").await?;
    keyboard.fill("answer-by-year", "2027").await?;
    keyboard.activate("Save the question").await?;
    session.shows("Enter a real date").await?;
    keyboard.activate("Enter a real date").await?;
    keyboard.focused("answer-by-day").await?;
    for (part, text) in ["day", "month", "year"].iter().zip(keyboard.date(1).await?) {
        keyboard.focused(&format!("answer-by-{part}")).await?;
        keyboard.with_control('a').await?;
        keyboard.text(&text).await?;
        keyboard.tab().await?;
    }
    keyboard.press(&[ENTER]).await?;
    session.shows("This is the return as it was signed").await?;
    // Back where the reading was left, with the question under the answer.
    keyboard.focused("involvement").await?;
    session.shows(ASKS).await?;
    session.shows("Saved on this device").await?;
    axe::check(session, "a return with a question").await
}

/// The overview says that an answer is overdue; the file for the auditor is signed and downloaded.
async fn signs_the_questions(session: &Session, round: &str) -> Result<Pack> {
    session.route(round).await?;
    session.shows("1 open, 1 overdue").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Questions to agencies").await?;
    session.at("Questions to agencies").await?;
    session.shows(ASKS).await?;
    session.shows("1 question open, 1 overdue, 1 not sent yet. 0 answered.").await?;
    keyboard.activate("Sign and download the questions for").await?;
    let bytes = fs::read(saved(session, "questions-").await?)?;
    session.shows("1 question open, 1 overdue. 0 answered.").await?;
    session.shows("A file with questions was last signed").await?;
    session.shows("Saved on this device").await?;
    axe::check(session, "questions that were sent").await?;
    let pack = pack_in(&bytes)?;
    let asked: Vec<_> = pack.questions().collect();
    ensure!(asked.len() == 1, "{asked:?}");
    Ok(Pack { question: asked[0].1.id.to_string(), bytes })
}

fn pack_in(bytes: &[u8]) -> Result<QueryPack> {
    Ok(open(bytes, &[Kind::Query], &Limits::of(Kind::Query))?.parse()?)
}

/// The same questions signed with another key say so, and nothing is begun.
async fn questions_of_others_stay_shut(session: &Session, pack: &Pack) -> Result<()> {
    let key = SoftwareKey::from_seed(&[1; 32]);
    let unsigned = Unsigned::of(&pack_in(&pack.bytes)?, &key.public_key())?;
    let forged = unsigned.signed(&key.sign(unsigned.signing_input()))?;
    chooses(session, "forged.json", &forged).await?;
    session.shows("These questions are not from the panel that invited you").await?;
    axe::check(session, "questions that are not opened").await
}

async fn chooses(session: &Session, name: &str, pack: &[u8]) -> Result<()> {
    session.open("index.html").await?;
    session.at(auditor::START).await?;
    let file = write(session, name, pack)?;
    session.choose_files("open-file", &[file]).await
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
    keyboard.activate("Back to task list").await?;
    session.shows("1 question from the panel").await?;
    session.shows("1 to answer").await?;
    // No link leads there yet: by an address that somebody kept.
    session.route(&pages.page("sign")).await?;
    session.at("You cannot sign yet").await
}

/// The notice leads to the box beside the answer; said to be changed and not changed, it is not enough.
async fn beside_the_answer(session: &Session, pack: &Pack) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("See what is missing").await?;
    session.at("What is still missing").await?;
    keyboard.activate("Answer the panel’s question").await?;
    session.at("Your agency’s involvement").await?;
    keyboard.focused(&format!("panel-question-{}", pack.question)).await?;
    axe::check(session, "a question beside its answer").await?;
    keyboard.text(ANSWER).await?;
    keyboard.tab_to("that it was changed", |focus| focus.kind == "checkbox").await?;
    keyboard.press(&[SPACE]).await?;
    keyboard.activate("Save and continue").await?;
    session.shows("but it is as it was in version 1").await?;
    keyboard.fill("involvement-statement", AGAIN).await?;
    keyboard.activate("Save and continue").await?;
    session.at("Check your answers").await?;
    session.shows(ANSWER).await?;
    session.reload().await?;
    session.shows(ANSWER).await
}

/// The page after signing names the second version's file and lists both versions.
async fn sign_again(session: &Session) -> Result<Vec<u8>> {
    auditor::check_and_sign_by_keyboard(session).await?;
    session.shows("-v2.json").await?;
    session.shows("Version 2, signed on").await?;
    auditor::sealed_return(session).await
}

/// Whoever lost the download opens the questions once more, and gets the very same file.
async fn offers_the_answers_again(session: &Session, pack: &Pack, second: &[u8]) -> Result<()> {
    chooses(session, "query.json", &pack.bytes).await?;
    session.shows("You have answered these questions in version 2").await?;
    let keyboard = session.keyboard();
    keyboard.activate("See the signed file and download it again").await?;
    session.at("Return signed").await?;
    keyboard.activate("Download the file again").await?;
    let again = auditor::sealed_return(session).await?;
    ensure!(again == second, "another file than the one that was signed");
    Ok(())
}

/// The second version answers the question, and replaces the first; both stand side by side.
async fn reads_the_answer(session: &Session, round: &str, second: &[u8]) -> Result<()> {
    session.open(&format!("panel.html{round}/import")).await?;
    let outcome = "Imported, and replaces version 1";
    let became = imports(session, round, ("second", second), outcome).await?;
    ensure!(became.contains("It answers a question of the panel"), "{became}");
    session.route(round).await?;
    session.shows("Save the workbook to a file").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Questions to agencies").await?;
    session.shows("0 questions open. 1 answered.").await?;
    keyboard.activate("The agency’s involvement").await?;
    session.at("The agency’s involvement").await?;
    session.shows("Given in version 2 of the return.").await?;
    session.shows(ANSWER).await?;
    session.shows("What the question is about was changed in this version.").await?;
    let rows = panel::table(session, ".app-versions").await?;
    let was = "No record of the child or the family";
    let told = |row: &Vec<String>| {
        row.get(1).is_some_and(|cell| cell == was)
            && row.get(2).is_some_and(|cell| cell.contains(AGAIN.trim()) && cell.contains(was))
    };
    ensure!(rows.iter().any(told), "the versions side by side: {rows:?}");
    axe::check(session, "a question with its answer").await?;
    keyboard.activate("Read the return").await?;
    session.shows("This is the return as it was signed").await?;
    let files = panel::table(session, ".app-files").await?;
    let states: Vec<_> = files.iter().map(|row| (row[0].as_str(), row[3].as_str())).collect();
    let wanted = [("Version 1", "A later version of it counts"), ("Version 2", "It counts")];
    ensure!(states == wanted, "{states:?}");
    session.shows(AGAIN.trim()).await
}

/// One is withdrawn before it was sent and never leaves; one after, and the next file says so.
async fn a_question_is_taken_back_before_and_after_it_was_sent(
    session: &mut Session,
) -> Result<()> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/matrix")).await?;
    session.at("What has come").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Overdue").await?;
    session.shows("No file has come").await?;
    keyboard.activate("Read the return, or ask for it").await?;
    session.shows("No return counts here at the moment").await?;
    axe::check(session, "a return that has not come").await?;
    for text in ["Where is your return?", "Shall we telephone?"] {
        keyboard.activate("Ask for the return").await?;
        session.at("Ask a question").await?;
        keyboard.fill("question", text).await?;
        keyboard.activate("Save the question").await?;
        session.shows("No return counts here at the moment").await?;
        session.shows(text).await?;
    }
    session.route(&format!("{round}/questions")).await?;
    session.shows("2 questions open, 2 not sent yet. 0 answered.").await?;
    take_back(session, &round, "Shall we telephone?").await?;
    session.shows("1 question open, 1 not sent yet. 0 answered.").await?;
    keyboard.activate("Sign and download the questions for").await?;
    let sent = pack_in(&fs::read(saved(session, "questions-").await?)?)?;
    ensure!(told(&sent) == (vec!["Where is your return?".to_owned()], 0), "{sent:?}");
    session.shows("A file with questions was last signed").await?;
    take_back(session, &round, "Where is your return?").await?;
    session.shows("0 questions open. 0 answered.").await?;
    keyboard.activate("Sign and download the questions for").await?;
    let next = pack_in(&fs::read(saved(session, "questions-").await?)?)?;
    ensure!(told(&next) == (Vec::new(), 1), "{next:?}");
    axe::check(session, "questions that were withdrawn").await
}

/// The questions of a pack, and how many it takes back.
fn told(pack: &QueryPack) -> (Vec<String>, usize) {
    let asked = pack.questions().map(|(_, one)| one.text.clone()).collect();
    (asked, pack.returns.iter().map(|one| one.withdrawn.len()).sum())
}

/// Withdraws the question with this text, once without a reason.
async fn take_back(session: &Session, round: &str, text: &str) -> Result<()> {
    const LINK: &str = "
        const row = [...document.querySelectorAll('.app-questions tbody tr')]
            .find(row => row.textContent.includes(arguments[0]));
        return row ? row.querySelector('a').getAttribute('href') : '';";
    let href = session.text_of(LINK, vec![text.into()]).await?;
    let keyboard = session.keyboard();
    keyboard.follow(&href).await?;
    session.at("The return as a whole").await?;
    session.shows(text).await?;
    keyboard.activate("Withdraw the question").await?;
    session.shows("Say why you withdraw the question").await?;
    axe::check(session, "a question that is not withdrawn").await?;
    keyboard.activate("Say why you withdraw the question").await?;
    keyboard.focused("withdraw-reason").await?;
    keyboard.text("It was answered by telephone").await?;
    keyboard.press(&[ENTER]).await?;
    session.at("Questions to agencies").await?;
    session.shows("Withdrawn").await?;
    ensure!(session.hash().await? == format!("{round}/questions"), "not on the list");
    Ok(())
}
