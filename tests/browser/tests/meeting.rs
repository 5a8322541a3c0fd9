//! A panel at work: the concern board, a meeting with agreement, dissent and deferral, its minutes, and all of
//! it still there after a reload.

use anyhow::{Result, ensure};
use browser_tests::downloads::{saved_text, write};
use browser_tests::pages::auditor::{self, ReturnPages};
use browser_tests::pages::{meeting, panel};
use browser_tests::{Session, axe, eventually, in_chromium_and, records};

in_chromium_and!(Webkit webkit: a_panel_meets_and_its_minutes_tell_it);
in_chromium_and!(Firefox firefox: concerns_stay_open_until_a_manager_closes_them);
in_chromium_and!(Webkit webkit: a_replaced_return_opens_its_judgements_again);
in_chromium_and!(Firefox firefox: a_second_window_goes_along_and_the_panel_makes_a_finding);

/// Areas graded in the sample round's ten cases, the ten cases overall, and what difference it made to each.
const OPEN: usize = 70 + 10 + 10;
const REASON: &str = "The panel read both minutes together.";
const VIEW: &str = "The referral waited a week and nobody rang back.";

async fn round_with_returns(session: &Session) -> Result<String> {
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    Ok(round)
}

async fn a_panel_meets_and_its_minutes_tell_it(session: &mut Session) -> Result<()> {
    let round = round_with_returns(session).await?;
    let agenda = meeting::start(session, &round).await?;
    ensure!(meeting::open_items(session).await? == OPEN, "not {OPEN} items are open at first");
    agrees(session).await?;
    sets_another_with_dissent(session).await?;
    defers(session).await?;
    ensure!(
        meeting::open_items(session).await? == OPEN - 2,
        "two are settled, one is left for later"
    );
    is_kept_while_moving(session, &agenda).await?;
    judges_overall_only_with_the_difference(session, &agenda).await?;
    notes(session, &agenda).await?;
    says_nothing_of_agencies_after_few_cases(session, &round).await?;
    minutes(session, &agenda).await?;
    session.reload().await?;
    minutes(session, &agenda).await?;
    text_of_minutes(session).await
}

/// The suggestion is the poorer of two grades given as often, and the panel agrees it.
async fn agrees(session: &Session) -> Result<()> {
    session.keyboard().activate("Go to the first open item").await?;
    session.at("Case 1: 2. History of involvement").await?;
    session
        .shows("Suggestion, not a result: Inadequate. The poorer of those given most often.")
        .await?;
    let rows = panel::table(session, ".app-reasons").await?;
    let grades: Vec<&str> = rows.iter().filter_map(|row| Some(row.get(1)?.as_str())).collect();
    let graded = |grade: &str| grades.iter().filter(|cell| cell.starts_with(grade)).count();
    ensure!((graded("Adequate"), graded("Inadequate")) == (2, 2), "{rows:?}");
    // Nothing is recorded without a decision and its reason.
    session.keyboard().activate("Record and go to the next open item").await?;
    session.shows("Select what the panel decides.").await?;
    meeting::decide(session, "grade.inadequate").await?;
    session.keyboard().activate("Record and go to the next open item").await?;
    session.shows("Say why the panel judged so.").await?;
    axe::check(session, "a decision without a reason").await?;
    session.keyboard().fill("reason", REASON).await?;
    meeting::record(session, "Recorded. Case 1: 2. History of involvement: Inadequate.").await?;
    session.at("Case 1: 3. Referral").await
}

async fn sets_another_with_dissent(session: &Session) -> Result<()> {
    meeting::decide(session, "grade.good").await?;
    let keyboard = session.keyboard();
    keyboard.fill("reason", "The school’s evidence was the fullest.").await?;
    keyboard.activate("Add a differing view").await?;
    let of = eventually("the box for whose view it is", async || {
        let focus = session.keyboard().focus().await?;
        Ok((focus.tag == "select").then_some(focus))
    })
    .await?;
    ensure!(of.id.starts_with("views-"), "{of:?}");
    keyboard.text("Childr").await?;
    keyboard.tab_to("their role", |focus| focus.id.ends_with("-role")).await?;
    keyboard.text("Service manager").await?;
    keyboard.tab_to("their view", |focus| focus.id.ends_with("-view")).await?;
    keyboard.text(VIEW).await?;
    meeting::record(session, "Recorded. Case 1: 3. Referral: Good.").await?;
    session.at("Case 1: 4. Assessment and section 47 enquiry").await
}

async fn defers(session: &Session) -> Result<()> {
    meeting::decide(session, "deferred").await?;
    session.keyboard().fill("reason", "The police have not been heard.").await?;
    meeting::record(session, "Left for later.").await?;
    session.at("Case 1: 5. Planning and implementing the plan").await
}

/// What is typed and not recorded is there on coming back, from another page and after a reload.
async fn is_kept_while_moving(session: &Session, agenda: &str) -> Result<()> {
    let here = session.hash().await?;
    meeting::decide(session, "grade.inadequate").await?;
    session.keyboard().fill("reason", "Half a sentence").await?;
    session.route(agenda).await?;
    session.shows("Go to the first open item").await?;
    for _ in 0..2 {
        session.route(&here).await?;
        session.at("Case 1: 5. Planning and implementing the plan").await?;
        session.shows("What you typed here is kept, and is not recorded yet.").await?;
        let typed = "return [document.getElementById('reason').value,
            document.querySelector('input[name=decision]:checked').value].join('|');";
        let typed = session.text_of(typed, vec![]).await?;
        ensure!(typed == "Half a sentence|grade.inadequate", "{typed}");
        is_stored(session, "Half a sentence").await?;
        session.reload().await?;
    }
    Ok(())
}

/// Waits until a text is in the browser's storage.
async fn is_stored(session: &Session, text: &str) -> Result<()> {
    eventually("the text in the browser’s storage", async || {
        let kept = records::texts(session, "workbooks").await?;
        Ok(kept.iter().any(|(_, record)| record.contains(text)).then_some(()))
    })
    .await
}

/// N-16 and the question that comes before: what difference did it make to the child?
async fn judges_overall_only_with_the_difference(session: &Session, agenda: &str) -> Result<()> {
    let overall = session.hash().await?.replace("/area/area-5", "/overall");
    ensure!(overall.starts_with(agenda), "{overall}");
    session.route(&overall).await?;
    session.at("Case 1: Overall").await?;
    let keyboard = session.keyboard();
    meeting::decide(session, "grade.adequate").await?;
    session.shows("The panel has not judged these areas").await?;
    keyboard.fill("reason", "Adequate on the whole.").await?;
    // One agency found the case inadequate (N-15).
    keyboard.fill("lower-risk", "The child is seen alone each week.").await?;
    keyboard.activate("Record and go to the next open item").await?;
    session.shows("Record first what difference the work made to the child.").await?;
    axe::check(session, "a case overall without the difference").await?;
    meeting::first_of(session, "difference").await?;
    keyboard.fill("difference-text", "The child is seen alone now.").await?;
    keyboard.activate("Record the difference").await?;
    session.shows("Recorded what difference the work made.").await?;
    // What was typed into the other form is still there.
    keyboard.activate("Record and go to the next open item").await?;
    session.shows("Recorded. Case 1: Overall: Adequate.").await
}

async fn notes(session: &Session, agenda: &str) -> Result<()> {
    session.route(agenda).await?;
    session.shows("Go to the first open item").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Note it").await?;
    let kind = keyboard.tab_to("the kind", |focus| focus.name == "note").await?;
    keyboard.choose(&kind, "action").await?;
    keyboard.fill("note-owner", "Head of service").await?;
    keyboard.fill("note-text", "Tell the team.").await?;
    keyboard.tab_to("the button", |focus| focus.tag == "button" && focus.text == "Note it").await?;
    keyboard.press(&[browser_tests::keyboard::ENTER]).await?;
    session.shows("To be done by Head of service: Tell the team.").await?;
    // The next note begins with nothing, where the first was written.
    session.box_holds("note-text", "").await?;
    keyboard.focused("note").await.map(drop)
}

/// N-21: one case is judged, so no agency reads whether it grades as the panel does.
async fn says_nothing_of_agencies_after_few_cases(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/calibration"), "Agencies beside the panel").await?;
    let rows = panel::table(session, "main").await?;
    let suppressed = |row: &Vec<String>| {
        row.len() == 2 && row.get(1).is_some_and(|cell| cell == "Fewer than five cases: not shown")
    };
    ensure!(!rows.is_empty() && rows.iter().all(suppressed), "{rows:?}");
    Ok(())
}

async fn minutes(session: &Session, agenda: &str) -> Result<()> {
    session.route(&format!("{agenda}/minutes")).await?;
    session.shows("Who was there").await?;
    for said in [
        "Chair, independent scrutineer",
        "Team manager, Children's social care",
        "Police, public protection unit: In court. Its view was sent in writing.",
        REASON,
        "Differing view, Children's social care, Service manager: The referral waited a week",
        "Left for later: The police have not been heard.",
        "The child is seen alone now.",
        "Why the risk is held to be lower: The child is seen alone each week.",
        "To be done by Head of service",
    ] {
        session.shows(said).await?;
    }
    axe::check(session, "the minutes").await
}

async fn text_of_minutes(session: &Session) -> Result<()> {
    session.keyboard().activate("Download as text").await?;
    let text = saved_text(session, "minutes-", ".txt").await?;
    ensure!(text.starts_with("Panel meeting of "), "{text}");
    ensure!(text.contains(VIEW), "{text}");
    Ok(())
}

async fn concerns_stay_open_until_a_manager_closes_them(session: &mut Session) -> Result<()> {
    let round = round_with_returns(session).await?;
    session.route(&round).await?;
    session.shows("1 immediate concern is open").await?;
    session.shows("1 has not been acknowledged by the end of its day.").await?;
    let keyboard = session.keyboard();
    keyboard.activate("See the concerns").await?;
    session.at("Immediate concerns").await?;
    raises(session).await?;
    session.route(&round).await?;
    session.shows("2 immediate concerns are open").await?;
    keyboard.activate("See the concerns").await?;
    session.at("Immediate concerns").await?;
    session.shows("Case 6: A child may be at risk now").await?;
    keyboard.activate("What happened?").await?;
    session.at("Immediate concern: Case 6").await?;
    // Without a role it is not closed.
    step(session, "closed").await?;
    keyboard.activate("Record this").await?;
    session.shows("Say which manager, by their role.").await?;
    axe::check(session, "a concern closed by nobody").await?;
    keyboard.fill("role", "Head of service").await?;
    keyboard.fill("text", "Seen the same day. The weekends were stopped.").await?;
    keyboard.activate("Record this").await?;
    session.shows("Closed: Head of service. Seen the same day. The weekends were stopped.").await?;
    for _ in 0..2 {
        session.route(&round).await?;
        session.shows("1 immediate concern is open, noticed today").await?;
        session.reload().await?;
    }
    Ok(())
}

async fn step(session: &Session, value: &str) -> Result<()> {
    let keyboard = session.keyboard();
    let focus = keyboard.tab_to("what happened", |focus| focus.name == "step").await?;
    keyboard.choose(&focus, value).await
}

/// Several returns together show what no single one does (edge case 27).
async fn raises(session: &Session) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.activate("Raise a concern").await?;
    session.at("Raise a concern").await?;
    meeting::first_of(session, "case").await?;
    keyboard.activate("Continue").await?;
    session.at("Raise a concern: Case 1").await?;
    meeting::first_of(session, "kind").await?;
    for _ in 0..2 {
        keyboard.tab_to("a return", |focus| focus.kind == "checkbox").await?;
        keyboard.press(&[browser_tests::keyboard::SPACE]).await?;
    }
    keyboard.fill("text", "Each saw one missed visit, and together they are nine.").await?;
    keyboard.activate("Record the concern").await?;
    session.at("Immediate concern: Case 1").await?;
    session.shows("The concern is recorded.").await?;
    session.shows("Seen in the returns of").await
}

/// V-04: what rested on a version that no longer counts is looked at again.
async fn a_replaced_return_opens_its_judgements_again(session: &mut Session) -> Result<()> {
    let round = round_with_returns(session).await?;
    auditor::open_sample_invitation(session, "midwifery").await?;
    let pages = auditor::begin_case_by_keyboard(session).await?;
    auditor::nil_return_by_keyboard(session).await?;
    imported(session, &round, "first.json", "Imported").await?;
    let agenda = meeting::start(session, &round).await?;
    let case = meeting::case_ref(session, &round, "Case 8").await?;
    let here = format!("{agenda}/case/{case}/area/area-2");
    let heading = "Case 8: 2. History of involvement";
    meeting::go(session, &here, heading).await?;
    let before = meeting::open_items(session).await?;
    meeting::decide(session, "grade.good").await?;
    session.keyboard().fill("reason", REASON).await?;
    meeting::record(session, "Recorded. Case 8: 2. History of involvement: Good.").await?;
    ensure!(meeting::open_items(session).await? == before - 1, "one is settled");

    corrects(session, &pages).await?;
    imported(session, &round, "second.json", "Imported, and replaces version 1").await?;
    meeting::go(session, &here, heading).await?;
    session.shows("Look at this again").await?;
    session.shows("It rested on: Maternity service, Midwifery, version 1.").await?;
    ensure!(meeting::open_items(session).await? == before, "it is open again");
    axe::check(session, "a judgement that is open again").await?;
    // What was said stands there, to be agreed once more.
    session.shows(REASON).await?;
    meeting::record(session, "Recorded. Case 8: 2. History of involvement: Good.").await?;
    meeting::go(session, &here, heading).await?;
    ensure!(meeting::open_items(session).await? == before - 1, "it is settled again");
    ensure!(!session.text().await?.contains("Look at this again"), "nothing is to be looked at");
    Ok(())
}

/// Imports the return that was signed last.
async fn imported(session: &Session, round: &str, name: &str, outcome: &str) -> Result<()> {
    let file = write(session, name, &auditor::sealed_return(session).await?)?;
    session.open(&format!("panel.html{round}/import")).await?;
    session.at("Import returns").await?;
    let rows = panel::import(session, &[file]).await?;
    ensure!(rows.iter().all(|row| row.outcome.contains(outcome)), "{rows:?}");
    Ok(())
}

async fn corrects(session: &Session, pages: &ReturnPages) -> Result<()> {
    session.open(&format!("index.html{}", pages.page("done"))).await?;
    session.at("Return signed").await?;
    let keyboard = session.keyboard();
    keyboard.activate("Something needs correcting").await?;
    keyboard.activate("Start a correction").await?;
    session.at("Your return for Case 8").await?;
    keyboard.follow(&pages.page("involvement")).await?;
    session.at("Your agency’s involvement").await?;
    keyboard.fill("involvement-statement", "Searched again. ").await?;
    keyboard.activate("Save and continue").await?;
    auditor::check_and_sign_by_keyboard(session).await
}

async fn a_second_window_goes_along_and_the_panel_makes_a_finding(
    session: &mut Session,
) -> Result<()> {
    const LARGE: &str =
        "return [...document.querySelectorAll('main a[target=meeting-in-large-type]')]
        .map(one => one.getAttribute('href')).join();";
    let round = round_with_returns(session).await?;
    meeting::start(session, &round).await?;
    session.keyboard().activate("Go to the first open item").await?;
    session.at("Case 1: 2. History of involvement").await?;
    let here = session.hash().await?;
    let large = session.text_of(LARGE, vec![]).await?;
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.open(&format!("panel.html{large}")).await?;
    session.at("Case 1: 2. History of involvement").await?;
    session.shows("Not judged yet").await?;
    axe::check(session, "an area in large type").await?;

    session.driver.switch_to_window(first.clone()).await?;
    meeting::decide(session, "grade.inadequate").await?;
    session.keyboard().fill("reason", REASON).await?;
    meeting::record(session, "Recorded. Case 1: 2. History of involvement: Inadequate.").await?;
    session.at("Case 1: 3. Referral").await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.at("Case 1: 3. Referral").await?;
    session.driver.switch_to_window(first.clone()).await?;
    session.route(&here).await?;
    session.at("Case 1: 2. History of involvement").await?;
    session.driver.switch_to_window(second.clone()).await?;
    session.at("Case 1: 2. History of involvement").await?;
    session.shows("The panel’s judgement so far: Inadequate").await?;

    session.driver.switch_to_window(first).await?;
    asks_in_a_pack(session).await?;
    session.route(&here).await?;
    session.at("Case 1: 2. History of involvement").await?;
    makes_a_finding(session, &round).await?;
    session.driver.switch_to_window(second).await?;
    Ok(())
}

/// A question that the panel notes goes into the box of a question to the agency, and so into its next pack.
async fn asks_in_a_pack(session: &Session) -> Result<()> {
    const QUESTION: &str = "Who knew of the nights?";
    let keyboard = session.keyboard();
    keyboard.activate("Note it").await?;
    let kind = keyboard.tab_to("the kind", |focus| focus.name == "note").await?;
    keyboard.choose(&kind, "question").await?;
    keyboard.tab_to("the agency", |focus| focus.id == "note-agency").await?;
    keyboard.text("Childr").await?;
    keyboard.fill("note-text", QUESTION).await?;
    keyboard.tab_to("the button", |focus| focus.tag == "button" && focus.text == "Note it").await?;
    keyboard.press(&[browser_tests::keyboard::ENTER]).await?;
    session.shows(&format!("Question to Children's social care: {QUESTION}")).await?;
    keyboard.activate("Ask it in a pack").await?;
    session.at("Ask a question").await?;
    session.box_holds("question", QUESTION).await?;
    keyboard.activate("Save the question").await?;
    session.shows("This is the return as it was signed").await?;
    session.shows(QUESTION).await
}

/// Of what the panel itself sees: it rests on the meeting, and has a theme that is chosen there.
async fn makes_a_finding(session: &Session, round: &str) -> Result<()> {
    const TEXT: &str = "Nobody asked what the nights were like.";
    const THEME: &str =
        "return document.getElementById('finding-themes').labels[0].textContent.trim();";
    const CARD: &str = "return [...document.querySelectorAll('.govuk-summary-card')]
        .some(card => [...arguments].every(text => card.textContent.includes(text)));";
    let keyboard = session.keyboard();
    keyboard.activate("Make a finding").await?;
    let kind = keyboard.tab_to("the kind", |focus| focus.name == "finding-kind").await?;
    keyboard.choose(&kind, "question").await?;
    let is_button = |focus: &browser_tests::keyboard::Focus| {
        focus.tag == "button" && focus.text == "Make a finding"
    };
    keyboard.tab_to("the button", is_button).await?;
    keyboard.press(&[browser_tests::keyboard::ENTER]).await?;
    session.shows("There is a problem").await?;
    axe::check(session, "a finding without words").await?;
    keyboard.fill("finding-text", TEXT).await?;
    keyboard.activate("Themes").await?;
    let theme = session.text_of(THEME, vec![]).await?;
    keyboard.tab_to("the first theme", |focus| focus.id == "finding-themes").await?;
    keyboard.press(&[browser_tests::keyboard::SPACE]).await?;
    keyboard.tab_to("the button", is_button).await?;
    keyboard.press(&[browser_tests::keyboard::ENTER]).await?;
    session.shows("The finding has been recorded.").await?;
    session.box_holds("finding-text", "").await?;
    session.route(&format!("{round}/findings")).await?;
    session.shows(TEXT).await?;
    ensure!(!theme.is_empty(), "the theme has no words");
    eventually("the finding with its theme", async || {
        let found = session.script(CARD, vec![TEXT.into(), theme.as_str().into()]).await?;
        Ok((found == true).then_some(()))
    })
    .await
}
