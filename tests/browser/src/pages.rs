//! Pages of the two programs and the ways to them.

pub mod auditor;
pub mod concern;
pub mod follow_up;
pub mod handling;
pub mod made;
pub mod meeting;
pub mod panel;
pub mod plan;
pub mod reason;
pub mod set_up;

use crate::answering::answer_page;
use crate::keyboard::ENTER;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result};

/// One page in one state, and the way there.
pub struct Visit {
    /// What it is called in a failure.
    pub name: String,
    /// From `index.html` on.
    address: String,
    /// Then this button is pressed, to show what is wrong.
    then: Option<&'static str>,
}

impl Visit {
    fn new(address: String) -> Self {
        Self { name: address.clone(), address, then: None }
    }

    fn then(self, button: &'static str) -> Self {
        Self { name: format!("{} after “{button}”", self.address), then: Some(button), ..self }
    }

    /// Goes there, by way of a page that has nothing on it where the program runs already.
    pub async fn go(&self, session: &Session) -> Result<()> {
        let (program, hash) = self.address.split_once('#').unwrap_or((&self.address, "/"));
        let (program, hash) = (format!("/{program}"), format!("#{hash}"));
        // In the page: asking from outside after every step takes most of a list's time.
        let go = async || {
            let to = vec![program.as_str().into(), NOWHERE.into(), hash.as_str().into()];
            session.script_async(GO, to).await.with_context(|| self.name.clone())
        };
        if go().await? == false {
            session.open(&self.address).await?;
            go().await?;
        }
        if let Some(button) = self.then {
            session.press(button).await?;
            session.shows("There is a problem").await.with_context(|| self.name.clone())?;
        }
        Ok(())
    }
}

const NOWHERE: &str = "#/no-such-page";

/// Says `false` where another program runs. Asks for the address again where the browser drops it, and waits until what
/// was kept in the browser has been opened; a page with more text than says so is open.
const GO: &str = "
    const [program, nowhere, there, done] = arguments;
    if (location.pathname !== program) return done(false);
    const heading = () => document.querySelector('main h1')?.textContent ?? '';
    const opens = () => {
        const main = document.querySelector('main');
        if (!main || main.textContent.length > 400) return false;
        const text = main.innerText.trim();
        return text.length < 40 && /^(Opening|Loading)/.test(text);
    };
    const lost = () => heading() === 'There is no such page';
    const until = (ready, then) => ready() ? then() : setTimeout(() => until(ready, then), 10);
    const at = hash => {
        if (location.hash !== hash) location.hash = hash;
        return location.hash === hash;
    };
    until(() => at(nowhere) && lost(), () => until(
        () => at(there) && heading() !== '' && lost() === (there === nowhere) && !opens(),
        () => done(true)));";

const STEPS: [&str; 20] = [
    "you",
    "involvement",
    "names",
    "area/area-1",
    "area/area-2",
    "area/area-3",
    "area/area-4",
    "area/area-5",
    "area/area-6",
    "area/area-7",
    "area/area-8",
    "timescales",
    "chronology",
    "views",
    "overall",
    "concerns",
    "sign",
    "missing",
    "answers",
    "closed-copy",
];
/// Pages on which nothing is answered yet.
const BEGUN: [&str; 5] = ["timescales", "chronology", "views", "names", "print"];
const PARTS: [&str; 26] = [
    "invitations",
    "invitations/add",
    "keys",
    "keys/losing",
    "copies",
    "other-tools",
    "import",
    "matrix",
    "questions",
    "cases",
    "areas",
    "counts",
    "documents",
    "documents/overview",
    "documents/overview/sentence/area-3/statement/safe",
    "documents/overview/publication",
    "documents/overview/versions",
    "documents/six-steps",
    "documents/texts",
    "documents/texts/new",
    "documents/numbers",
    "files",
    "reminders",
    "limitations",
    "log",
    "search",
];
const TEXTS: [&str; 6] = [
    "#/help",
    "#/help/problems",
    "#/privacy",
    "#/privacy/delete",
    "#/accessibility",
    "#/no-such-page",
];
const CONTINUE: &str = "Save and continue";

/// Every page of both programs, empty, filled and with something wrong, in a browser that holds a return
/// that is signed, one just begun, one half done, and the sample round with a pile imported.
pub async fn all(session: &Session) -> Result<Vec<Visit>> {
    let mut visits = of_the_auditor(session).await?;
    visits.extend(of_the_panel(session).await?);
    Ok(visits)
}

/// Those of the auditor’s program.
pub async fn of_the_auditor(session: &Session) -> Result<Vec<Visit>> {
    let mut visits: Vec<Visit> = ["", "#/drafts"].into_iter().chain(TEXTS).map(visit).collect();
    auditor::open_sample_invitation(session, "health-visiting").await?;
    let signed = auditor::begin_case_by_keyboard(session).await?;
    auditor::nil_return_by_keyboard(session).await?;
    visits.extend(
        ["", "/done", "/second", "/withdraw", "/print"]
            .map(|step| visit(&format!("{}{step}", signed.tasks))),
    );
    visits.push(visit(&signed.page("second")).then("Sign and download"));
    visits.push(visit(&signed.page("withdraw")).then("Sign and download the withdrawal"));
    let cases = auditor::invitation(session, &signed).await?;
    visits.extend(["", "/blank"].map(|part| visit(&format!("{cases}{part}"))));
    visits.extend([
        visit("#/delete-everything"),
        visit("#/delete-everything").then("Delete everything"),
    ]);
    let empty = auditor::begin_case_by_keyboard(session).await?;
    visits.extend(BEGUN.map(|step| visit(&empty.page(step))));
    auditor::invitation(session, &empty).await?;
    visits.extend(half_done(session).await?);
    // What the one that is half done has for the empty one.
    let copy = visit(&empty.page("area/area-2/copy"));
    visits.extend([visit(&empty.page("area/area-2/copy")), copy.then("Copy the ticked texts")]);
    Ok(visits)
}

fn visit(hash: &str) -> Visit {
    Visit::new(format!("index.html{hash}"))
}

/// Who, how far, and one area with its lists; more pages begun, each in a way that has something wrong.
async fn half_done(session: &Session) -> Result<Vec<Visit>> {
    let pages = auditor::begin_case_by_keyboard(session).await?;
    let keyboard = session.keyboard();
    for step in ["you", "involvement", "area/area-2"] {
        keyboard.follow(&pages.page(step)).await?;
        has_form(session, &pages.page(step)).await?;
        answer_page(&keyboard).await?;
        keyboard.press(&[ENTER]).await?;
        session.shows("You have completed").await?;
    }
    keyboard.follow(&pages.page("timescales")).await?;
    has_form(session, &pages.page("timescales")).await?;
    keyboard.fill_date("event-referral", 60).await?;
    keyboard.fill_date("event-referral-decision", 30).await?;
    session.route(&pages.page("chronology")).await?;
    session.at("Chronology").await?;
    keyboard.activate("Add an entry").await?;
    session.route(&pages.page("views")).await?;
    session.at("Practitioner and family").await?;
    let spoken = keyboard.tab_to("whether", |focus| focus.kind == "radio").await?;
    keyboard.choose(&spoken, "yes").await?;
    keyboard.activate("Record an immediate concern").await?;
    session.at("Immediate concerns").await?;
    keyboard.activate("Record an immediate concern").await?;
    session.at("Immediate concern").await?;
    let concern = session.hash().await?;
    let mut visits: Vec<Visit> = STEPS.iter().map(|step| visit(&pages.page(step))).collect();
    visits.extend(
        ["views", "overall", "chronology"].map(|step| visit(&pages.page(step)).then(CONTINUE)),
    );
    visits.push(visit(&pages.page("closed-copy")).then("Save the copy"));
    let on_paper = visit(&format!("{concern}/print"));
    visits.extend([visit(&pages.tasks), visit(&concern), visit(&concern).then(CONTINUE), on_paper]);
    Ok(visits)
}

async fn has_form(session: &Session, page: &str) -> Result<()> {
    const THERE: &str = "return !!document.querySelector('main form');";
    eventually("the page’s form", async || {
        let there = session.script(THERE, vec![]).await? == true;
        Ok((there && session.hash().await? == page).then_some(()))
    })
    .await
}

/// Those of the panel’s.
pub async fn of_the_panel(session: &Session) -> Result<Vec<Visit>> {
    let page = |hash: &str| Visit::new(format!("panel.html{hash}"));
    let mut visits: Vec<Visit> = ["", "#/new"].into_iter().chain(TEXTS).map(page).collect();
    visits.extend([page("#/deputy"), page("#/deputy").then("Make a deputy’s key")]);
    visits.push(page("#/new").then("Continue"));
    visits.push(page("#/new/themed-six-step"));
    visits.push(page("#/new/themed-six-step").then("Create the round"));
    let round = panel::open_sample(session).await?;
    session.route(&format!("{round}/import")).await?;
    session.at("Import returns").await?;
    panel::import(session, &panel::sample_returns()?).await?;
    visits.push(page(&round));
    visits.extend(set_up::pages(session, &round).await?.into_iter().map(|hash| page(&hash)));
    let details = page(&format!("{round}/details"));
    visits.push(details.then("Change the details of the round"));
    visits.extend(PARTS.iter().map(|part| page(&format!("{round}/{part}"))));
    session.route(&format!("{round}/cases")).await?;
    session.press("Case 1").await?;
    session.at("Case 1").await?;
    visits.push(page(&session.hash().await?));
    visits.extend(questions(session, &round).await?);
    visits.extend(meeting_pages(session, &round).await?);
    visits.extend(handling::pages(session, &round).await?);
    visits.extend(plan::pages(session, &round).await?);
    visits.extend(follow_up::pages(session, &round).await?);
    Ok(visits)
}

/// The concern board, and a meeting that has just begun.
pub async fn meeting_pages(session: &Session, round: &str) -> Result<Vec<Visit>> {
    const RECORD: &str = "Record and go to the next open item";
    let page = |hash: &str| Visit::new(format!("panel.html{hash}"));
    let case = meeting::case_ref(session, round, "Case 1").await?;
    let agenda = meeting::start(session, round).await?;
    meeting::go(session, &format!("{round}/concerns"), "Immediate concerns").await?;
    session.press("What happened?").await?;
    session.at("Immediate concern: Case 6").await?;
    let concern = session.hash().await?;
    let at = |tail: &str| page(&format!("{round}/{tail}"));
    let raise = format!("concerns/new/{case}");
    let here = |tail: &str| page(&format!("{agenda}{tail}"));
    let area = format!("/case/{case}/area/area-2");
    let overall = format!("/case/{case}/overall");
    Ok(vec![
        at(&format!("case/{case}/chronology")),
        at(&format!("case/{case}/papers")),
        at(&format!("case/{case}/standing")),
        at(&format!("case/{case}/standing")).then("Take this case out"),
        at("calibration"),
        at("findings"),
        at(&format!("findings/from/{case}")),
        at(&format!("findings/from/{case}")).then("Make a finding of these"),
        at("findings/new").then("Record the finding"),
        at("concerns"),
        at("concerns/new").then("Continue"),
        at(&raise),
        at(&raise).then("Record the concern"),
        at(&format!("concerns/hold/{case}")),
        page(&concern),
        page(&concern).then("Record this"),
        at("meetings"),
        at("meetings/new"),
        at("meetings/new").then("Save who was there"),
        here(""),
        here("/people"),
        here("/minutes"),
        here(&area),
        here(&area).then(RECORD),
        here(&overall),
        here(&overall).then("Record the difference"),
        here(&format!("{area}/large")),
    ])
}

/// On the page of a case: a return that is read, a question about it written, and the pages of both.
async fn questions(session: &Session, round: &str) -> Result<Vec<Visit>> {
    const RETURN: &str = "return document.querySelector('.app-grid thead a').getAttribute('href');";
    const QUESTION: &str =
        "return document.querySelector('.app-questions tbody a').getAttribute('href');";
    let page = |hash: &str| Visit::new(format!("panel.html{hash}"));
    let read = session.text_of(RETURN, vec![]).await?;
    let ask = format!("{read}/ask/overall");
    session.route(&ask).await?;
    session.at("Ask a question").await?;
    let keyboard = session.keyboard();
    keyboard.fill("question", "Which of the visits were late?").await?;
    keyboard.activate("Save the question").await?;
    session.shows("This is the return as it was signed").await?;
    session.route(&format!("{round}/questions")).await?;
    session.shows("Which of the visits were late?").await?;
    let question = session.text_of(QUESTION, vec![]).await?;
    Ok(vec![
        page(&read),
        page(&ask),
        page(&ask).then("Save the question"),
        page(&question),
        page(&question).then("Withdraw the question"),
    ])
}
