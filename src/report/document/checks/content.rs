//! What is unknown, not final, stale or held back.

use super::{DocumentNotice, block, confirm};
use crate::id::{AreaId, CaseRef, ItemId};
use crate::panel::actions::{action_plan, ap08_ratified};
use crate::panel::expectation::{Gap, k02_gaps, k02_unread};
use crate::panel::findings::{Problem, findings};
use crate::panel::integration::{Distribution, distributions};
use crate::panel::manuscript::{Measure, Passage};
use crate::panel::{JudgementState, Subject, Workbook};
use crate::report::document::{
    Document, DocumentKind, Evidence, Sentence, Snapshot, Span, unknown_words, v09_told_still,
};
use crate::text::{capitalised, counted, listed};

pub(super) fn of(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let mut notices = r01_gaps(document);
    notices.extend(k02_missing_returns(workbook, document));
    notices.extend(k02_not_read(workbook, document));
    notices.extend(r03_not_final(workbook, document));
    notices.extend(ra01_invented_beside_real(document));
    notices.extend(c07_held_cases(workbook, document));
    notices.extend(v09_taken_out_since(workbook, document));
    notices.extend(f01_stale_findings(workbook, document));
    notices.extend(f01_texts_of_parts(workbook, document));
    notices.extend(r15_stale_wordings(document));
    notices.extend(r02_counts_left_out(document));
    notices.extend(r02_counted_in_none(workbook, document));
    notices.extend(words_of_nothing(workbook));
    if document.kind == DocumentKind::ActionPlan {
        notices.extend(ap08_not_ratified(workbook));
        notices.extend(ap01_open_points(workbook, document));
    }
    if document.provenance.practice {
        let practice = "This round is invented, for practice, as the document says in its last line. \
                        Confirm that nobody will take it for a real one.";
        notices.push(confirm("R-13", practice.to_owned()));
    }
    notices
}

/// what is not known; of key messages R-08, of lessons R-09.
fn r01_gaps(document: &Document) -> Vec<DocumentNotice> {
    let mut notices = Vec::new();
    for sentence in document.sentences() {
        for gap in sentence.gaps() {
            let notice = match (document.kind, gap) {
                (DocumentKind::CaseByCase, "question") => {
                    block("R-08", "A key message has no question to reflect on. Write one.".into())
                }
                (DocumentKind::CaseByCase, "finding") => block(
                    "R-08",
                    "A key message has no finding. Write what was found, as the text of its question.".into(),
                ),
                (DocumentKind::CaseByCase, "theme of the finding") => block(
                    "R-08",
                    "A key message has no theme. Tag its finding, or write a heading.".into(),
                ),
                (DocumentKind::ThemeByTheme, "call to action") => block(
                    "R-09",
                    "A lesson does not say what to do. Write a call to action.".into(),
                ),
                (_, gap) => {
                    block("R-01", ["Something is not known: ", gap, ". Fill it in."].concat())
                }
            };
            notices.push(notice.at(sentence));
        }
    }
    notices
}

/// K-02: no report on an unknown part of the round.
fn k02_missing_returns(workbook: &Workbook, document: &Document) -> Option<DocumentNotice> {
    let gaps = k02_gaps(workbook, document.provenance.made);
    let gaps = gaps.iter().filter(|gap| !matches!(gap, Gap::NotRead(_))).count();
    let open = counted(gaps, "thing in the register is", "things in the register are");
    let advice = if gaps == 1 {
        "Settle it, or record the reason."
    } else {
        "Settle them, or record the reasons."
    };
    let message = [&capitalised(&open), " not settled. ", advice].concat();
    (gaps > 0 && document.kind.tells_of_cases()).then(|| block("K-02", message))
}

/// K-02: no document whose counts lack returns that count. A version that somebody cleared was made when they
/// could be read.
fn k02_not_read(workbook: &Workbook, document: &Document) -> Option<DocumentNotice> {
    let unread = k02_unread(workbook).count();
    let returns = capitalised(&counted(unread, "return counts", "returns count"));
    let advice = if unread == 1 {
        " and cannot be read in this browser, so no number here has it in it. Import its file again, \
         bring the key that opens it, or decide to go on without it."
    } else {
        " and cannot be read in this browser, so no number here has them in it. Import their files \
         again, bring the key that opens them, or decide to go on without them."
    };
    let is_cleared = || workbook.clearance(&Snapshot::of(document).id).is_some();
    (unread > 0 && !is_cleared()).then(|| block("K-02", [&returns, advice].concat()))
}

/// AP-08: a plan that the board has not ratified as it stands goes out as a draft.
fn ap08_not_ratified(workbook: &Workbook) -> Option<DocumentNotice> {
    let why = ap08_ratified(workbook).err()?.to_string();
    let message = [&capitalised(&why), ". Confirm that the plan goes out as a draft."].concat();
    Some(confirm("AP-08", message))
}

/// AP-01 to AP-07: actions of which something is still to be put right.
fn ap01_open_points(workbook: &Workbook, document: &Document) -> Option<DocumentNotice> {
    let plan = action_plan(workbook, document.provenance.made);
    let open = plan.lines.iter().filter(|line| !line.notices.is_empty());
    let numbers: Vec<String> = open.map(|line| line.number.to_string()).collect();
    let message = ["Something is still to be put right in action ", &listed(&numbers)];
    (!numbers.is_empty()).then(|| confirm("AP-01", [&message.concat(), "."].concat()))
}

/// RA-01: nothing is published in which numbers of an invented round stand beside those of one that is not.
fn ra01_invented_beside_real(document: &Document) -> Option<DocumentNotice> {
    let beside = ["comparison/invented/", "comparison/real/"];
    let tells = |one: &&Sentence| beside.iter().any(|begin| one.id.starts_with(*begin));
    let message = "A practice round, in which everything is invented, is compared with one that is not. \
                   Compare other rounds; if it is the baseline, name another, or take it back.";
    document.sentences().find(tells).map(|one| block("RA-01", message.to_owned()).at(one))
}

/// published grades are judgements of the panel that stand.
fn r03_not_final(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let tells_grades = match document.kind {
        DocumentKind::Overview | DocumentKind::Summary | DocumentKind::Comparison => true,
        DocumentKind::CaseByCase
        | DocumentKind::ThemeByTheme
        | DocumentKind::SixSteps
        | DocumentKind::PromptSheet
        | DocumentKind::ActionPlan => false,
    };
    let tool = &workbook.plan().round.tool;
    let areas = matches!(document.kind, DocumentKind::Overview | DocumentKind::Comparison);
    let all = distributions(workbook);
    let told = all.iter().filter(|one| tells_grades && (areas || one.area.is_none()));
    let open: Vec<&Distribution> = told.filter(|one| !one.is_final() || one.waits()).collect();
    let notice = |one: &&Distribution| {
        let area = one.area.as_ref().and_then(|id| tool.area(id));
        let what = area.map_or("The cases overall", |area| area.title.as_str());
        block(
            "R-03",
            [what, ": not every case has a judgement that stands. Judge it first."].concat(),
        )
    };
    let mut notices: Vec<DocumentNotice> = open.iter().map(notice).collect();
    let named: Vec<Option<&AreaId>> = open.iter().map(|one| one.area.as_ref()).collect();
    notices.extend(r03_counted_in_texts(workbook, document, &all, &named));
    notices
}

/// R-03, N-11, V-04: so are the grades that a text counts. What is `named` already is not said twice.
fn r03_counted_in_texts(
    workbook: &Workbook,
    document: &Document,
    all: &[Distribution],
    named: &[Option<&AreaId>],
) -> Vec<DocumentNotice> {
    let passages = workbook.passages();
    let is_open =
        |area: Option<&AreaId>| all.iter().any(|one| one.area.as_ref() == area && !one.is_final());
    // A text that counts no case at all has no grade behind it.
    let counts_open = |id: &ItemId| {
        let text = passages.iter().filter(|one| one.id == *id);
        text.flat_map(|one| one.counts.values()).any(|measure| match measure {
            Measure::Graded { area, .. } => {
                !named.contains(&area.as_ref()) && is_open(area.as_ref())
            }
            Measure::Answers(_) => false,
        })
    };
    let rests_on_open = |evidence: &Evidence| match evidence {
        Evidence::Grading { area, .. } => !named.contains(&area.as_ref()),
        Evidence::Judgement { case, area } => {
            !named.contains(&area.as_ref()) && !stands(workbook, case, area.as_ref())
        }
        Evidence::Passage(id) => counts_open(id),
        _ => false,
    };
    let message = "This counts a grade that is only suggested, or a judgement that is open again. Judge it first.";
    let found = document.sentences().filter(|one| one.evidence.iter().any(rests_on_open));
    found.map(|one| block("R-03", message.to_owned()).at(one)).collect()
}

fn stands(workbook: &Workbook, case: &CaseRef, area: Option<&AreaId>) -> bool {
    let subject = Subject { case: case.clone(), area: area.cloned() };
    let judgement = workbook.judgement(&subject);
    judgement.is_some_and(|one| workbook.state_of(one) == JudgementState::Stands)
}

/// C-07, edge case 29: cases that must not be published yet; of those taken out, where this version tells of
/// them still.
pub(in crate::report::document) fn c07_held_cases(
    workbook: &Workbook,
    document: &Document,
) -> Option<DocumentNotice> {
    let cases = workbook.plan().open_cases().chain(v09_told_still(workbook, document));
    let held = cases.filter(|case| !workbook.publication_bars(&case.case_ref).is_empty());
    let labels: Vec<&str> = held.map(|case| case.label.as_str()).collect();
    let message = [
        "Held back from publication, or with an immediate concern that is open: ",
        &listed(&labels),
        ". Close the concern, or decide about its file where its signer is not trusted; clear the case, or take it out of the audit first.",
    ];
    (!labels.is_empty()).then(|| block("C-07", message.concat()))
}

/// V-09, edge case 13: a version made before a case was taken out tells of it still.
fn v09_taken_out_since(workbook: &Workbook, document: &Document) -> Option<DocumentNotice> {
    let told = v09_told_still(workbook, document);
    let labels: Vec<&str> = told.iter().map(|case| case.label.as_str()).collect();
    let message = [
        "Taken out of the audit since, and told of in this version: ",
        &listed(&labels),
        ". Confirm that it may go out as it is, or make the document anew.",
    ];
    (!labels.is_empty()).then(|| confirm("V-09", message.concat()))
}

/// F-01: findings whose sources no longer count.
fn f01_stale_findings(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let views = findings(workbook);
    let stale = views.iter().filter(|view| {
        view.problems.iter().any(|problem| matches!(problem, Problem::Stale { .. }))
    });
    let told = stale.filter_map(|view| {
        let evidence = Evidence::Finding(view.finding.id.clone());
        document.sentences().find(|sentence| sentence.evidence.contains(&evidence))
    });
    let message = "This rests on a return that was replaced since. Read the finding again.";
    told.map(|sentence| confirm("F-01", message.to_owned()).at(sentence)).collect()
}

/// F-01: what was written of a part of a finding is told of the whole only once somebody has read it as that.
fn f01_texts_of_parts(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let message = "This was written of a finding that was merged into this one. Read the text again, and record it.";
    let found = workbook.passages().into_iter();
    let found = found.filter_map(|one| told_of_whole(workbook, document, one));
    found.map(|one| confirm("F-01", message.to_owned()).at(one)).collect()
}

/// Where a document tells it of the whole: its text, or else its heading, a question or what to do.
fn told_of_whole<'a>(
    workbook: &Workbook,
    document: &'a Document,
    text: &Passage,
) -> Option<&'a Sentence> {
    let whole = workbook.f01_told_of_whole(text)?;
    // A version from before the merge tells it of the part itself.
    let on = [Evidence::Passage(text.id.clone()), Evidence::Finding(whole.clone())];
    let tells = |sentence: &&Sentence| on.iter().all(|one| sentence.evidence.contains(one));
    let id = ["/", whole.as_str()].concat();
    let is_text = |sentence: &&Sentence| sentence.id.ends_with(&id);
    let text = document.sentences().filter(tells).find(is_text);
    text.or_else(|| document.sentences().find(tells))
}

/// own wordings over sentences that would be generated otherwise now.
fn r15_stale_wordings(document: &Document) -> Vec<DocumentNotice> {
    let stale = document.sentences().filter_map(|sentence| {
        let own = sentence.own.as_ref().filter(|own| own.stale)?;
        let message = ["Your own wording may be out of date. Now generated: ", &own.generated];
        Some(confirm("R-15", message.concat()).at(sentence))
    });
    stale.collect()
}

/// own wordings in which no count stands, over a sentence that has one.
fn r02_counts_left_out(document: &Document) -> Vec<DocumentNotice> {
    let typed = |sentence: &&Sentence| {
        let live = sentence.spans.iter().any(|span| matches!(span, Span::Count { .. }));
        sentence.own.is_some() && !sentence.counts.is_empty() && !live
    };
    let message = "Your own wording leaves out the count, or has it typed, so that it does not \
                   follow the answers any more. Put the count’s curly brackets back, or confirm it.";
    let found = document.sentences().filter(typed);
    found.map(|one| confirm("R-02", message.to_owned()).at(one)).collect()
}

/// what was found, and is so in no case by the answer that counts it: another answer was meant, or the returns
/// that gave it were replaced.
fn r02_counted_in_none(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let views = findings(workbook);
    let in_none = views.iter().filter(|view| {
        view.quantified.from_answers && view.quantified.cases.is_empty() && !view.cases.is_empty()
    });
    let says_how_many = |sentence: &&Sentence| {
        let is_count =
            |span: &Span| matches!(span, Span::Count { gap, .. } if gap.ends_with(":count"));
        sentence.spans.iter().any(is_count)
    };
    let told = in_none.filter_map(|view| {
        let evidence = Evidence::Finding(view.finding.id.clone());
        let mut telling = document.sentences().filter(says_how_many);
        telling.find(|sentence| sentence.evidence.contains(&evidence))
    });
    let message = "This was found, and the answer that counts it was given in no case. Read the finding again, \
                   or confirm it.";
    told.map(|sentence| confirm("R-02", message.to_owned()).at(sentence)).collect()
}

/// Words of the round under a name that no document looks for.
fn words_of_nothing(workbook: &Workbook) -> Vec<DocumentNotice> {
    let unknown = unknown_words(&workbook.plan().round);
    let message = |name: &str| {
        ["The round has words under the name ", name, ", which nothing uses."].concat()
    };
    unknown.into_iter().map(|name| confirm("R-01", message(name))).collect()
}
