//! A round is compared with the ones before it, and knows which of them is its baseline.

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::{saved_file, saved_text, write};
use browser_tests::keyboard::SPACE;
use browser_tests::pages::meeting;
use browser_tests::screen::{PHONE, fits, resize};
use browser_tests::{Session, axe, in_chromium_and, records};
use multi_agency_audit::tool::library;
use std::path::PathBuf;

use crate::documents::seed::Seed;
use crate::follow_up::{file, opens, part_of};

in_chromium_and!(Firefox firefox:
    a_round_is_compared_with_the_one_before,
    a_round_knows_its_baseline,
    a_question_in_other_words_is_said_to_be_the_same
);

const TITLE: &str = "Compare rounds";
const BASELINE: &str = "The baseline of this round";
const SAME: &str = "What is the same in both rounds";
const OTHER_WORDS: [(&str, &str); 2] = [
    ("2.1", "Was the danger to the child seen at once?"),
    ("2.2", "Did practitioners look at the wider picture?"),
];

/// The one of a year before, with two questions in other words and on a scale of its own.
fn worded_otherwise() -> Result<Seed> {
    let mut tool =
        library::by_id(&"s47-strategy-2013".parse()?).context("the tool of the round")?;
    for (id, words) in OTHER_WORDS {
        let mut prompts = tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
        let prompt = prompts.find(|one| one.id.as_str() == id).context(id)?;
        prompt.text = words.into();
    }
    tool.scale.id = "older".parse()?;
    let tool = serde_json::to_value(tool)?;
    Ok(Seed::changed("summary", |story| {
        story.round.insert("id".into(), "the-round-before".into());
        story.round.insert("title".into(), "Strategy discussions, the year before".into());
        story.round.insert("period".into(), "2024-25".into());
        story.round["dates"]["due"] = "2025-06-12".into();
        story.round.insert("tool".into(), tool.clone());
    }))
}

/// Where a file is asked for: reads the one of the round before, and chooses that round.
async fn chooses_the_round_of(session: &Session, file: PathBuf) -> Result<()> {
    session.choose_files("round-file", &[file]).await?;
    session.shows("Its round can be chosen now.").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the round before", |focus| focus.value == "the-round-before").await?;
    keyboard.press(&[SPACE]).await
}

async fn a_round_is_compared_with_the_one_before(session: &mut Session) -> Result<()> {
    let round = opens(session, false).await?;
    let keyboard = session.keyboard();
    keyboard.activate(TITLE).await?;
    session.at(TITLE).await?;
    session.shows("This browser keeps no other round").await?;
    axe::check(session, "nothing to compare with").await?;
    keyboard.activate("Compare").await?;
    session.shows("Choose at least one earlier round.").await?;
    // Another file is no round.
    keyboard.activate("Read a round from its workbook file").await?;
    let wrong = write(session, "wrong.json", b"{}")?;
    session.choose_files("round-file", &[wrong]).await?;
    session.shows("There is a problem").await?;
    chooses_the_round_of(session, file(session, true)?).await?;
    keyboard.activate("Compare").await?;
    session.shows("The rounds stand side by side below.").await?;
    session.shows("Each round looked at different children.").await?;
    session.shows("Areas for development, 2024-25").await?;
    session.shows("answered in no round").await?;
    axe::check(session, "rounds side by side").await?;
    // What was read for the comparison is not kept.
    let kept = records::texts(session, "workbooks").await?;
    ensure!(kept.len() == 1, "{} rounds are kept", kept.len());
    is_published(session, &round).await
}

/// The comparison is a document like the others.
async fn is_published(session: &Session, round: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Check and clear for publication").await?;
    session.at(&format!("Check and clear for publication: {TITLE}")).await?;
    axe::check(session, "a comparison that can be cleared").await?;
    keyboard.fill("reason", "Read by the chair of the quality group.").await?;
    keyboard.activate("Clear this version for publication").await?;
    session.shows("This version is cleared and kept.").await?;
    let version = session.hash().await?;
    session.press("Download as plain text").await?;
    let text = saved_text(session, "comparison-", ".txt").await?;
    ensure!(text.contains("Areas for development, 2024-25"), "{text}");
    session.press("Download for Word").await?;
    let word = part_of(&saved_file(session, "comparison-", ".docx").await?, "word/document.xml")?;
    ensure!(word.contains("Areas for continued development"), "the table is not in the Word file");
    session.route(&format!("{version}/paper")).await?;
    session.shows("Areas for continued development").await?;
    axe::check(session, "a comparison on paper").await?;
    // The version that was kept needs no other round to be read.
    session.reload().await?;
    session.shows("Areas for continued development").await?;
    session.route(&format!("{round}/documents/comparison")).await?;
    session.at(TITLE).await
}

/// RA-01: the baseline is named from a file, waited for where it is not kept, and taken back.
async fn a_round_knows_its_baseline(session: &mut Session) -> Result<()> {
    let round = opens(session, false).await?;
    let keyboard = session.keyboard();
    keyboard.activate(TITLE).await?;
    keyboard.activate("Name the baseline of this round").await?;
    session.at(BASELINE).await?;
    session.shows("This round has no baseline.").await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("Select the earlier round.").await?;
    keyboard.activate("Read a round from its workbook file").await?;
    chooses_the_round_of(session, file(session, true)?).await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("Say why the two rounds may be compared.").await?;
    axe::check(session, "a baseline without a reason").await?;
    keyboard.fill("reason", "The same tool, a year later.").await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("The baseline is recorded.").await?;
    session.shows("Strategy discussions, the year before, 2024-25").await?;
    session.shows("43 of 56 questions with fixed answers.").await?;
    axe::check(session, "a round with a baseline").await?;
    keyboard.activate("See the comparison").await?;
    session.at(TITLE).await?;
    session.shows("Areas for development, 2024-25").await?;
    // Nothing of the earlier round was kept: it is waited for.
    session.reload().await?;
    session.at(TITLE).await?;
    session.shows("This browser does not keep it. Read its workbook file to compare.").await?;
    axe::check(session, "a comparison that waits for its baseline").await?;
    session.choose_files("round-file", &[file(session, true)?]).await?;
    session.shows("The rounds stand side by side below.").await?;
    session.shows("Areas for development, 2024-25").await?;
    // Kept here, it stands beside this round without choosing.
    opens(session, true).await?;
    meeting::go(session, &format!("{round}/documents/comparison"), TITLE).await?;
    session.shows("Areas for development, 2024-25").await?;
    keyboard.activate("See or change the baseline").await?;
    session.at(BASELINE).await?;
    session.shows("43 of 56 questions with fixed answers.").await?;
    keyboard.activate("Take it back").await?;
    session.shows("Say why the baseline is taken back.").await?;
    keyboard.fill("remove-reason", "It looked at another kind of case.").await?;
    keyboard.activate("Take it back").await?;
    session.shows("This round has no baseline any more.").await?;
    session.route(&format!("{round}/log")).await?;
    session.shows("No longer compared with an earlier round").await
}

/// RA-02: what was asked in other words is compared once a person says so, and not any more once that is taken back.
async fn a_question_in_other_words_is_said_to_be_the_same(session: &mut Session) -> Result<()> {
    let round = opens(session, false).await?;
    let same = format!("{round}/documents/baseline/same");
    meeting::go(session, &same, SAME).await?;
    session.shows("This round has no baseline.").await?;
    let keyboard = session.keyboard();
    meeting::go(session, &format!("{round}/documents/baseline"), BASELINE).await?;
    let earlier = write(session, "other-words.json", &worded_otherwise()?.workbook_file())?;
    keyboard.activate("Read a round from its workbook file").await?;
    chooses_the_round_of(session, earlier.clone()).await?;
    keyboard.fill("reason", "The same kind of case, a year later.").await?;
    keyboard.activate("Record the baseline").await?;
    session.shows("41 of 56 questions with fixed answers.").await?;
    session.shows("Two questions: asked in other words.").await?;
    keyboard.activate("Say what is the same in both rounds").await?;
    session.at(SAME).await?;
    session.shows("the earlier round asked: “Was the danger to the child seen at once?”").await?;
    axe::check(session, "questions in other words").await?;
    is_recorded(session).await?;
    meeting::go(session, &format!("{round}/documents/comparison"), TITLE).await?;
    session.shows("Held to be the same").await?;
    session.shows("Question 2.1 was asked in 2024-25 as 2.1 Was the danger").await?;
    // Edge case 53: both rounds' grades are told, and not compared.
    session.shows("Not comparable: graded on another scale").await?;
    axe::check(session, "rounds on two scales").await?;
    resize(session, PHONE).await?;
    fits(session, "rounds on two scales").await?;
    resize(session, (1280, 1024)).await?;
    // The round before is kept nowhere here: it is asked for again.
    session.route(&same).await?;
    session.reload().await?;
    session.at(SAME).await?;
    session.shows("This browser does not keep that round").await?;
    axe::check(session, "an earlier round that is not here").await?;
    keyboard.activate("Read a round from its workbook file").await?;
    session.choose_files("round-file", &[earlier]).await?;
    session.shows("42 of 56 questions with fixed answers.").await?;
    keyboard.activate("Take all of it back").await?;
    keyboard.activate("Take back what was said").await?;
    session.shows("Say why these are the same, or are no longer.").await?;
    axe::check(session, "taken back without a reason").await?;
    keyboard.fill("same-undo-reason", "Another danger was meant.").await?;
    keyboard.activate("Take back what was said").await?;
    session.shows("Taken back. Only what is the same by itself is compared.").await?;
    session.shows("41 of 56 questions with fixed answers.").await?;
    session.route(&format!("{round}/log")).await?;
    session.shows("question 2.1 (there 2.1)").await?;
    session.shows("Nothing is held to be the same as in the earlier round any more").await
}

/// Refused without a choice, with one question chosen for two, and without a reason; then recorded.
async fn is_recorded(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    let record = "Record what is the same";
    keyboard.activate(record).await?;
    session.shows("Choose what is the same: nothing differs from what is recorded.").await?;
    axe::check(session, "nothing chosen").await?;
    for box_of in ["same-question-2.1", "same-question-2.2"] {
        keyboard.fill(box_of, "2.1").await?;
    }
    keyboard.activate(record).await?;
    session.shows("Choose another question than 2.1: it is compared already.").await?;
    axe::check(session, "one question chosen for two").await?;
    resize(session, PHONE).await?;
    fits(session, "questions in other words").await?;
    resize(session, (1280, 1024)).await?;
    keyboard.fill("same-question-2.2", "None").await?;
    keyboard.activate(record).await?;
    session.shows("Say why these are the same, or are no longer.").await?;
    keyboard.fill("same-reason", "Only the words were mended.").await?;
    keyboard.activate(record).await?;
    session.shows("It is recorded what is the same in both rounds.").await?;
    session.shows("42 of 56 questions with fixed answers.").await?;
    axe::check(session, "a question that is held to be the same").await
}
