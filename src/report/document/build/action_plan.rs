//! The action plan: each recommendation with its actions, in the order of SMART (domain 1.9, 4.12).

mod told;

use chrono::NaiveDate;

pub use told::{Told, carried_told, earlier_as_told, recommendations_told};

use super::maker::Maker;
use crate::id::ItemId;
use crate::panel::actions::{
    ActionPlan, ActionStatus, ActionView, CarriedFrom, Milestone, RecommendationView, ReportField,
    action_plan,
};
use crate::panel::manuscript::Passage;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Evidence, Look, Sentence};
use crate::text::{counted, in_words, long_date};

/// What stands after an action: a text, where its gap was filled.
const WRITTEN: [(&str, &str); 7] = [
    ("outcome", "outcome"),
    ("expected", "expected"),
    ("with", "others"),
    ("realistic", "resources"),
    ("priority", "priority"),
    ("begins", "start"),
    ("again", "again-on"),
];
/// What is told of how it goes, in the same way.
const FOLLOWED: [(&str, &str); 5] = [
    ("done", "note"),
    ("evidence", "evidence"),
    ("impact", "impact"),
    ("reviewed", "reviewed-on"),
    ("closed", "closed-on"),
];

pub(super) fn write(maker: &mut Maker) {
    let plan = action_plan(maker.book, maker.today);
    maker.begin();
    let day = Fills::default().with("day", &long_date(maker.today));
    let of = maker.said("of", day);
    maker.paragraph(Look::Subtitle, vec![of]);
    standing(maker, &plan);
    for recommendation in &plan.recommendations {
        recommended(maker, &plan, recommendation);
    }
    carried(maker, &plan);
}

/// AP-06, AP-08: whether it is ratified, and how far it is, never better than it is.
fn standing(maker: &mut Maker, plan: &ActionPlan) {
    let ratified = match &plan.ratified {
        Ok(on) => {
            let by = maker.book.ratification().map(|one| one.by.as_str()).unwrap_or_default();
            let fills = Fills::default().with("ratified-on", &long_date(*on));
            maker.said("ratified", fills.with("ratified-by", by))
        }
        Err(why) => maker.said("draft", Fills::default().with("not-ratified", &why.to_string())),
    };
    let of = |status| in_words(plan.counts.of_status(status));
    let fills = Fills::default()
        .with_count("all", &counted(plan.counts.all, "action", "actions"))
        .with_count("closed", &of(ActionStatus::Closed))
        .with_count("awaiting", &of(ActionStatus::CompleteAwaitsClosing))
        .with_count("overdue", &of(ActionStatus::Overdue));
    let mut sentences = vec![ratified];
    sentences.extend((plan.counts.all > 0).then(|| maker.said("standing", fills)));
    if plan.counts.of_status(ActionStatus::Closed) > 0 {
        let impact = in_words(plan.counts.with_impact);
        sentences
            .push(maker.said("closed-means", Fills::default().with_count("with-impact", &impact)));
    }
    maker.paragraph(Look::Lead, sentences);
}

fn recommended(maker: &mut Maker, plan: &ActionPlan, one: &RecommendationView) {
    let path = |part: &str| path_of(&one.id, part);
    let number = Fills::default().with("number", &one.number.to_string());
    let text = maker.told(&path("heading"), "recommendation", number, Vec::new());
    maker.blocks.push(Block::Heading { level: 2, text });
    let passage = maker.passages.iter().copied().find(|passage| passage.id == one.id);
    let mut sentences = passage.map_or_else(Vec::new, |passage| text_of(maker, passage));
    let points = passage.map_or_else(Vec::new, |passage| points_of(maker, passage));
    if !points.is_empty() {
        maker.paragraph(Look::Plain, std::mem::take(&mut sentences));
        maker.blocks.push(Block::Bullets(points));
    }
    if !one.addressed.is_empty() {
        let to = Fills::default().with("addressed", &one.addressed.join("; "));
        sentences.push(maker.told(&path("addressed"), "addressed", to, Vec::new()));
    }
    maker.paragraph(Look::Plain, sentences);
    if !one.no_action_because.is_empty() {
        let reason = Fills::default().with("reason", &one.no_action_because);
        let said = maker.told(&path("no-action"), "no-action", reason, Vec::new());
        maker.paragraph(Look::Plain, vec![said]);
    }
    if one.open {
        let gap = maker.told(&path("gap"), "action-gap", Fills::default(), Vec::new());
        maker.paragraph(Look::Plain, vec![gap]);
    }
    let of = plan.lines.iter().filter(|line| one.actions.contains(&line.number));
    of.for_each(|line| action(maker, &path("a"), line));
}

fn path_of(recommendation: &ItemId, part: &str) -> String {
    ["r/", recommendation.as_str(), "/", part].concat()
}

/// the text as the overview report has it; one that nobody wrote is a marked gap.
fn text_of(maker: &Maker, passage: &Passage) -> Vec<Sentence> {
    let path = path_of(&passage.id, "text");
    // Worded by the coordinator when the plan had it in one sentence.
    let whole = [maker.kind.as_str(), "/", &path].concat();
    if maker.book.own_wording(&whole).is_some() {
        let mut behind = maker.behind_passage(passage);
        let fills = maker.measured(Fills::default(), passage, &mut behind);
        return vec![maker.sentence(&path, &passage.text, fills, behind)];
    }
    let lines = maker.passage(&path, passage);
    if lines.is_empty() {
        // Of itself alone: the way from the gap leads to this text, and to none that it rests on.
        let behind = vec![Evidence::Passage(passage.id.clone())];
        return vec![maker.sentence(&path, "{recommendation}", Fills::default(), behind)];
    }
    lines
}

fn points_of(maker: &Maker, passage: &Passage) -> Vec<Sentence> {
    let path = path_of(&passage.id, "point");
    let point = |(at, one): (usize, &String)| maker.line(&path, at, one, passage);
    (1..).zip(&passage.points).map(point).collect()
}

/// AP-10: what an earlier round left open stands under that round. AP-03: what the report no longer has a
/// recommendation for stands last; no action that is counted is left out.
fn carried(maker: &mut Maker, plan: &ActionPlan) {
    let mut rounds: Vec<&CarriedFrom> = Vec::new();
    for from in plan.alone().filter_map(|line| line.action.carried.as_ref()) {
        if !rounds.iter().any(|known| known.round == from.round) {
            rounds.push(from);
        }
    }
    // Each round once, however its actions came in: its heading is one sentence.
    for from in rounds {
        let title = Fills::default().with("earlier", &from.title);
        let path = ["carried/", from.round.as_str()].concat();
        let text = maker.told(&path, "carried", title, Vec::new());
        maker.blocks.push(Block::Heading { level: 2, text });
        let is_of_it = |line: &&ActionView| {
            line.action.carried.as_ref().is_some_and(|one| one.round == from.round)
        };
        plan.alone().filter(is_of_it).for_each(|line| action(maker, "carried", line));
    }
    let untraced = plan.alone().filter(|line| line.action.carried.is_none());
    let untraced: Vec<&ActionView> = untraced.collect();
    if untraced.is_empty() {
        return;
    }
    let text = maker.told("untraced", "untraced", Fills::default(), Vec::new());
    maker.blocks.push(Block::Heading { level: 2, text });
    untraced.into_iter().for_each(|line| action(maker, "untraced", line));
}

fn action(maker: &mut Maker, path: &str, line: &ActionView) {
    let path = [path, "/", line.action.id.as_str()].concat();
    let at = |name: &str| [&path, "/", name].concat();
    let number = Fills::default()
        .with("number", &line.number.to_string())
        .with("status", &line.status.label().to_lowercase());
    let text = maker.told(&at("heading"), "action", number, Vec::new());
    maker.blocks.push(Block::Heading { level: 3, text });
    let fills = fills(maker, line);
    let mut points: Vec<Sentence> = Vec::new();
    let mut say = |name: &str| points.push(maker.told(&at(name), name, fills.clone(), Vec::new()));
    ["specific", "measurable", "agreed", "timely"].into_iter().for_each(&mut say);
    let known = |gap: &str| fills.texts.get(gap).is_some_and(Result::is_ok);
    WRITTEN.iter().filter(|(_, gap)| known(gap)).for_each(|(name, _)| say(name));
    if !line.due.extensions.is_empty() {
        say("extended");
    }
    FOLLOWED.iter().filter(|(_, gap)| known(gap)).for_each(|(name, _)| say(name));
    if line.escalated_now().is_some() {
        say("escalated");
    }
    points.extend(line.action.milestones.iter().map(|one| step(maker, &path, line, one)));
    maker.blocks.push(Block::Bullets(points));
}

/// A step on the way; its days come first, so that no day that somebody typed is taken for one of them (I-08).
fn step(maker: &Maker, path: &str, line: &ActionView, one: &Milestone) -> Sentence {
    let reached = line.reached.get(&one.id).copied();
    let name = match (one.due, reached) {
        (Some(_), None) => "step",
        (Some(_), Some(_)) => "step-reached",
        (None, Some(_)) => "step-done",
        (None, None) => "step-open",
    };
    let date = |date: Option<NaiveDate>| date.map(long_date).unwrap_or_default();
    let fills = Fills::default()
        .with("step", &one.text)
        .with("step-due", &date(one.due))
        .with("reached-on", &date(reached));
    let path = [path, "/", one.id.as_str(), "/", name].concat();
    maker.told(&path, name, fills, Vec::new())
}

/// What fills the gaps of an action's sentences; what nobody wrote is a marked gap.
fn fills(maker: &Maker, line: &ActionView) -> Fills {
    let action = &line.action;
    let date = |date: Option<NaiveDate>| date.map(long_date).unwrap_or_default();
    let owner = if action.owner.role.trim().is_empty() {
        String::new()
    } else {
        action.owner.name(maker.book)
    };
    let others: Vec<String> = action.contributors.iter().map(|one| one.name(maker.book)).collect();
    let reasons: Vec<&str> =
        line.due.extensions.iter().map(|(_, reason)| reason.as_str()).collect();
    let (to, why) = line.escalated.clone().unwrap_or_default();
    let closed = line.closed.as_ref();
    let report = |field: ReportField| line.report(field).text();
    Fills::default()
        .with("text", &action.text)
        .with("outcome", &action.outcome)
        .with("measure", &action.measure)
        .with("expected", &action.evidence_expected)
        .with("owner", &owner)
        .with("agreed-on", &date(action.agreed))
        .with("others", &others.join("; "))
        .with("resources", &action.resources)
        .with("due", &date(line.due.now))
        .with("first-due", &date(line.due.first))
        .with("reasons", &reasons.join("; "))
        .with("note", &report(ReportField::Note))
        .with("evidence", &report(ReportField::Evidence))
        .with("impact", &report(ReportField::Impact))
        .with("priority", &action.priority.label().to_lowercase())
        .with("start", &date(action.start))
        .with("again-on", &date(action.audit_again))
        .with("reviewed-on", &date(line.reviewed))
        .with("closed-by", &closed.map(|(by, _)| by.name(maker.book)).unwrap_or_default())
        .with("closed-on", &date(closed.map(|(_, on)| *on)))
        .with("to", &to)
        .with("why", &why)
}

#[cfg(test)]
mod tests;
