//! Search over everything that was written: returns, responses to copies, findings, judgements, notes and
//! concerns.
//!
//! Every word typed must begin a word of the text; case and accents make no
//! difference. Texts of withdrawn cases are sealed and not searched (V-09).
//! Nothing is kept between two searches, so nothing can be out of date.

use super::concerns::{ConcernKey, RaisedBy};
use super::copies::CopyStep;
use super::findings::findings;
use super::judgement::Subject;
use super::register::ReturnKey;
use super::workbook::Workbook;
use crate::check::{label, texts};
use crate::envelope::Hash;
use crate::guard::folded;
use crate::id::{AgencyId, CaseRef, ItemId};
use crate::round::CaseStatus;

const NOT_VERIFIED: &str = "Immediate concern, in a file whose signer you do not trust yet";

/// What is searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only about this case.
    pub case: Option<CaseRef>,
    /// Only of this agency.
    pub agency: Option<AgencyId>,
    /// Only this kind of text.
    pub kind: Option<HitKind>,
}

/// Kinds of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// In a return.
    Return,
    /// A finding.
    Finding,
    /// A judgement's reason, discussion, dissent.
    Judgement,
    /// Of a meeting: a note, or what difference it made.
    Meeting,
    /// An immediate concern.
    Concern,
    /// A practitioner's response to a copy, or a fact corrected after it.
    Copy,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundAt {
    /// In a return that counts.
    Return {
        /// Whose, about which case.
        place: ReturnKey,
        /// In which file.
        file: Hash,
        /// Key of the text's box.
        text: String,
    },
    /// A finding.
    Finding(ItemId),
    /// What the panel said of a judgement.
    Judgement(Subject),
    /// A note of a meeting.
    Note(ItemId),
    /// What difference it made to the child.
    Difference(CaseRef),
    /// An immediate concern.
    Concern(ConcernKey),
    /// One in this file, whose signer nobody trusts yet.
    Unverified(Hash),
    /// What came of the copy of a return.
    Copy(ReturnKey),
}

/// One text in which every word was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub at: FoundAt,
    /// What the box is called.
    pub label: String,
    /// About which case; `None` where about none in particular.
    pub case: Option<CaseRef>,
    /// Of which agency; `None` for the panel's own words.
    pub agency: Option<AgencyId>,
    /// The whole text.
    pub text: String,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// In the order of kinds, then of cases; no more than were asked for.
    pub hits: Vec<Hit>,
    /// There are more.
    pub more: bool,
}

impl HitKind {
    /// All, in the order in which they are found and offered.
    pub const ALL: [Self; 6] =
        [Self::Concern, Self::Finding, Self::Judgement, Self::Meeting, Self::Copy, Self::Return];

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Return => "Returns",
            Self::Finding => "Findings",
            Self::Judgement => "Judgements",
            Self::Meeting => "Meetings",
            Self::Concern => "Immediate concerns",
            Self::Copy => "Responses to copies",
        }
    }
}

/// Everything in which each word of `query` begins a word; nothing where no word is typed.
pub fn search(workbook: &Workbook, query: &str, filter: &Filter, most: usize) -> Hits {
    let words = words_of(query);
    let mut search = Search { workbook, words, filter, most, found: Hits::default() };
    if search.words.is_empty() {
        return search.found;
    }
    for kind in HitKind::ALL {
        if filter.kind.is_none_or(|wanted| wanted == kind) {
            search.look(kind);
        }
    }
    search.found
}

struct Search<'a> {
    workbook: &'a Workbook,
    words: Vec<String>,
    filter: &'a Filter,
    most: usize,
    found: Hits,
}

impl Search<'_> {
    fn look(&mut self, kind: HitKind) {
        match kind {
            HitKind::Return => self.returns(),
            HitKind::Copy => self.copies(),
            HitKind::Finding => self.findings(),
            HitKind::Judgement => self.judgements(),
            HitKind::Meeting => self.meetings(),
            HitKind::Concern => self.concerns(),
        }
    }

    fn returns(&mut self) {
        let workbook = self.workbook;
        let tool = &workbook.plan().round.tool;
        for (place, file, ret) in workbook.open_current() {
            if !self.wants(Some(&place.case), Some(&place.agency)) {
                continue;
            }
            for text in texts(ret) {
                if self.found.more {
                    return;
                }
                if self.holds(text.text) {
                    let at = FoundAt::Return { place: place.clone(), file, text: text.place.key() };
                    let label = label(&text.place, tool);
                    let (case, agency) = (Some(place.case.clone()), Some(place.agency.clone()));
                    self.add(Hit { at, label, case, agency, text: text.text.to_owned() });
                }
            }
        }
    }

    fn findings(&mut self) {
        for view in findings(self.workbook) {
            let finding = view.finding;
            // A finding is about several cases: it is found under each of them.
            let wanted = self.filter.case.as_ref();
            let about = wanted.is_none_or(|case| view.cases.contains(case));
            if about && self.filter.agency.is_none() && self.holds(&finding.text) {
                let case = match &view.cases[..] {
                    [only] => Some(only.clone()),
                    _ => None,
                };
                let (at, label) = (FoundAt::Finding(finding.id), finding.kind.label().to_owned());
                self.add(Hit { at, label, case, agency: None, text: finding.text });
            }
        }
    }

    fn judgements(&mut self) {
        let workbook = self.workbook;
        let tool = &workbook.plan().round.tool;
        for judgement in workbook.latest_judgements() {
            let subject = &judgement.subject;
            if !self.wants(Some(&subject.case), None) {
                continue;
            }
            let decision = &judgement.decision;
            let dissent = decision.dissent.iter().map(|dissent| dissent.view.as_str());
            let said = [&decision.reason, &decision.discussion, &decision.lower_risk];
            let said: Vec<&str> = said.into_iter().map(String::as_str).chain(dissent).collect();
            let text =
                said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
            if self.holds(&text) {
                let area = subject.area.as_ref().and_then(|area| tool.area(area));
                let label = area.map_or("The case overall", |area| area.title.as_str()).to_owned();
                let (at, case) = (FoundAt::Judgement(subject.clone()), Some(subject.case.clone()));
                self.add(Hit { at, label, case, agency: None, text });
            }
        }
    }

    fn meetings(&mut self) {
        let workbook = self.workbook;
        for note in workbook.meeting_notes() {
            let text = [note.text.as_str(), note.outcome.as_str()].join("\n");
            if self.wants(note.case.as_ref(), None) && self.holds(&text) {
                let (at, label) = (FoundAt::Note(note.id.clone()), "Noted in a meeting".to_owned());
                let text = text.trim().to_owned();
                self.add(Hit { at, label, case: note.case.clone(), agency: None, text });
            }
        }
        let cases: Vec<CaseRef> =
            workbook.plan().open_cases().map(|case| case.case_ref.clone()).collect();
        for case in cases {
            let Some(difference) = workbook.difference(&case) else { continue };
            if self.wants(Some(&case), None) && self.holds(&difference.text) {
                let label = "What difference it made to the child".to_owned();
                let (at, text) = (FoundAt::Difference(case.clone()), difference.text.clone());
                self.add(Hit { at, label, case: Some(case), agency: None, text });
            }
        }
    }

    fn concerns(&mut self) {
        for line in super::concerns::followed(self.workbook) {
            let agency = match &line.raised_by {
                RaisedBy::Agency(place) => Some(place.agency.clone()),
                RaisedBy::Panel(_) => None,
            };
            if self.wants(Some(&line.case), agency.as_ref()) && self.holds(&line.text) {
                let (at, label) = (FoundAt::Concern(line.key), "Immediate concern".to_owned());
                self.add(Hit { at, label, case: Some(line.case), agency, text: line.text });
            }
        }
        self.unverified();
    }

    /// C-05: nobody knows whether these are true, and a child may be at risk all the same.
    fn unverified(&mut self) {
        for told in self.workbook.untrusted_concerns() {
            let (place, text) = (told.place, told.concern.text);
            if self.wants(Some(&place.case), Some(&place.agency)) && self.holds(&text) {
                let (at, label) = (FoundAt::Unverified(told.file), NOT_VERIFIED.to_owned());
                let (case, agency) = (Some(place.case), Some(place.agency));
                self.add(Hit { at, label, case, agency, text });
            }
        }
    }

    fn copies(&mut self) {
        let panel = &self.workbook.record.panel;
        let responses = panel.copies.iter().filter_map(|record| match &record.step {
            CopyStep::Response { text } => {
                Some((&record.place, "Response to a copy", text.clone()))
            }
            CopyStep::Sent { .. } | CopyStep::NotSent { .. } | CopyStep::Acknowledged { .. } => {
                None
            }
        });
        let corrections = panel.amendments.iter().map(|one| {
            let text = [one.before.as_str(), &one.after, &one.because].join("\n");
            (&one.place, "Fact corrected", text)
        });
        for (place, label, text) in responses.chain(corrections) {
            if self.wants(Some(&place.case), Some(&place.agency)) && self.holds(&text) {
                let (at, label) = (FoundAt::Copy(place.clone()), label.to_owned());
                let (case, agency) = (Some(place.case.clone()), Some(place.agency.clone()));
                self.add(Hit { at, label, case, agency, text });
            }
        }
    }

    /// Whether a text of this case and agency is asked for; the panel's own words are of no agency.
    fn wants(&self, case: Option<&CaseRef>, agency: Option<&AgencyId>) -> bool {
        let sealed = case.is_some_and(|case| {
            self.workbook.index.cases.get(case).is_some_and(|status| *status != CaseStatus::Open)
        });
        !sealed
            && self.filter.case.as_ref().is_none_or(|wanted| Some(wanted) == case)
            && self.filter.agency.as_ref().is_none_or(|wanted| Some(wanted) == agency)
    }

    fn holds(&self, text: &str) -> bool {
        let text = words_of(text);
        self.words.iter().all(|word| text.iter().any(|one| one.starts_with(word.as_str())))
    }

    fn add(&mut self, hit: Hit) {
        if self.found.hits.len() < self.most {
            self.found.hits.push(hit);
        } else {
            self.found.more = true;
        }
    }
}

/// Words as they are compared; "day-to-day" is three.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
    words.filter(|word| !word.is_empty()).map(folded).collect()
}

/// An accent that stands behind its letter.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::ImmediateConcern;
    use crate::panel::fixture::*;

    fn told(desk: &Desk, query: &str, filter: &Filter) -> Vec<String> {
        let hits = search(&desk.workbook, query, filter, 10).hits;
        hits.into_iter().map(|hit| format!("{}: {}", hit.label, hit.text)).collect()
    }

    fn everything(desk: &Desk, query: &str) -> Vec<String> {
        told(desk, query, &Filter::default())
    }

    fn written() -> Desk {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        for (slot, case_ref, comments) in [
            ("csc", "case-1", "The core group met; Siân’s view was not asked."),
            ("police", "case-1", "Officers met the mother."),
            ("csc", "case-2", "The core group never met."),
        ] {
            let mut ret = desk.draft(slot, case_ref).grade("risk", "good");
            ret.general_comments = comments.into();
            desk.import(ret);
        }
        let reason = "The core group minutes decided it.".into();
        let judged = crate::panel::Decision { reason, ..decision("good") };
        desk.workbook.record_judgement(on_area("case-1", "risk"), judged, &stamp()).unwrap();
        desk.workbook.record_difference(difference("case-1")).unwrap();
        desk
    }

    #[test]
    fn every_word_must_begin_a_word_of_the_text() {
        let desk = written();
        assert_eq!(
            everything(&desk, "core GROUP"),
            [
                "risk: The core group minutes decided it.\nRead side by side.\nThe child was seen that week.",
                "General comments: The core group met; Siân’s view was not asked.",
                "General comments: The core group never met.",
            ]
        );
        assert_eq!(everything(&desk, "group never").len(), 1);
        assert_eq!(everything(&desk, "roup"), Vec::<String>::new(), "a word’s beginning");
        assert_eq!(everything(&desk, " . "), Vec::<String>::new(), "no word, no hit");
        assert_eq!(everything(&desk, "sian").len(), 1, "accents make no difference");
        assert_eq!(everything(&desk, "SIA\u{302}N").len(), 1);
        let label = "What difference it made to the child: The child is safer.";
        assert_eq!(everything(&desk, "safer"), [label]);
    }

    #[test]
    fn a_search_can_be_narrowed_to_a_case_an_agency_and_a_kind() {
        let desk = written();
        let case_2 = Filter { case: Some(case("case-2")), ..Filter::default() };
        assert_eq!(told(&desk, "met", &case_2).len(), 1);
        let police = Filter { agency: Some("police".parse().unwrap()), ..Filter::default() };
        assert_eq!(told(&desk, "met", &police), ["General comments: Officers met the mother."]);
        let judged = Filter { kind: Some(HitKind::Judgement), ..Filter::default() };
        assert_eq!(told(&desk, "core", &judged).len(), 1);
    }

    #[test]
    fn what_a_practitioner_answered_to_a_copy_is_found_under_its_agency() {
        let mut desk = written();
        let place = desk.workbook.place(&case("case-1"), &slot("police")).unwrap();
        let sent = CopyStep::Sent {
            to: crate::panel::copies::Recipient::PractitionerAndManager,
            risk_check: "The sergeant, from the file.".into(),
        };
        desk.workbook.record_copy(&place, sent, &stamp()).unwrap();
        let text = "The second visit was made, and written up elsewhere.".to_owned();
        desk.workbook.record_copy(&place, CopyStep::Response { text }, &stamp()).unwrap();
        let wanted = "Response to a copy: The second visit was made, and written up elsewhere.";
        assert_eq!(everything(&desk, "written up elsewhere"), [wanted]);
        let only = Filter { kind: Some(HitKind::Copy), ..Filter::default() };
        assert_eq!(told(&desk, "second", &only), [wanted]);
        let school = Filter { agency: Some("school".parse().unwrap()), ..Filter::default() };
        assert_eq!(told(&desk, "second", &school), Vec::<String>::new());
    }

    #[test]
    fn c05_a_concern_of_somebody_whom_nobody_vouches_for_is_found_and_marked() {
        let mut desk = Desk::with(&["case-1"]);
        let mut draft = desk.draft("school", "case-1");
        let concern = ImmediateConcern {
            text: "The child came with a bruise.".into(),
            ..ImmediateConcern::begin("c1".parse().unwrap())
        };
        draft.immediate_concerns.push(concern);
        let mut opened = arriving(draft, &key_of("a stranger").public_key().thumbprint());
        opened.content.as_mut().unwrap().audit_return.enrolment_proof = None;
        let file = desk.admit(opened).file.unwrap();
        let only = Filter { kind: Some(HitKind::Concern), ..Filter::default() };
        let hits = search(&desk.workbook, "bruise", &only, 10).hits;
        let [hit] = &hits[..] else { panic!("{hits:?}") };
        assert_eq!((&hit.at, hit.label.as_str()), (&FoundAt::Unverified(file), NOT_VERIFIED));
        let police = Filter { agency: Some("police".parse().unwrap()), ..Filter::default() };
        assert_eq!(told(&desk, "bruise", &police), Vec::<String>::new());
    }

    #[test]
    fn v09_a_withdrawn_case_is_sealed_and_a_long_list_says_that_there_is_more() {
        let mut desk = written();
        let found = search(&desk.workbook, "met", &Filter::default(), 2);
        assert_eq!((found.hits.len(), found.more), (2, true));
        desk.workbook.take_out(&case("case-1"), "family moved", None, &stamp()).unwrap();
        assert_eq!(everything(&desk, "met"), ["General comments: The core group never met."]);
    }
}
