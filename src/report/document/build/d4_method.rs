//! D4: methodology, out of the round, the register and what the panel did.

use std::collections::BTreeSet;

use super::maker::Maker;
use crate::envelope::Hash;
use crate::id::SlotId;
use crate::panel::copies::{CopyState, copy_worklist};
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Evidence, Look, Sentence};
use crate::text::{capitalised, counted, some_of_counted};

pub(super) fn write_method(maker: &mut Maker) {
    maker.heading(2, "method");
    maker.standing(Look::Plain, "method-selection");
    let mut agencies = vec![maker.said("method-agencies", Fills::default())];
    agencies.extend(auditors(maker));
    maker.paragraph(Look::Plain, agencies);
    write_scale(maker);
    let concerns = concerns(maker);
    let copies = copies(maker);
    maker.paragraph(Look::Plain, vec![concerns, copies]);
    maker.limitations();
}

/// Auditors whose returns count, and how many of them are experienced or authorised (SR9). A nil return does not
/// ask that.
fn auditors(maker: &Maker) -> Option<Sentence> {
    let mut all: BTreeSet<&SlotId> = BTreeSet::new();
    let mut experienced: BTreeSet<&SlotId> = BTreeSet::new();
    let mut files: Vec<Hash> = Vec::new();
    for case in maker.book.plan().open_cases() {
        let returns = maker.book.current_of_case(&case.case_ref);
        for (place, file, ret) in returns.filter(|(_, _, ret)| !ret.is_nil()) {
            all.insert(&place.slot);
            files.push(file);
            if ret.auditor.experienced == Some(true) {
                experienced.insert(&place.slot);
            }
        }
    }
    let evidence = files.into_iter().map(Evidence::Return).collect();
    let are = are_auditors(experienced.len(), all.len());
    let fills = Fills::default().with_count("experienced", &are);
    (!all.is_empty()).then(|| maker.told("auditors", "method-auditors", fills, evidence))
}

/// "One of the two auditors is"; of a single one who is neither "The one auditor is not".
fn are_auditors(some: usize, all: usize) -> String {
    if (some, all) == (0, 1) {
        return "The one auditor is not".to_owned();
    }
    let auditors = capitalised(&some_of_counted(some, all, "auditor", "auditors"));
    [auditors.as_str(), if some < 2 { " is" } else { " are" }].concat()
}

/// The grades of the scale, with the note on outstanding where the scale binds it (SR5).
fn write_scale(maker: &mut Maker) {
    let scale = maker.book.plan().round.tool.scale.clone();
    if scale.grades.is_empty() {
        return;
    }
    maker.standing(Look::Plain, "method-tool");
    let grades = scale.grades.iter().map(|grade| {
        let overall_only = grade.for_case && !grade.for_area && scale.outstanding_needs_all_good;
        let name = if overall_only { "method-grade-overall" } else { "method-grade" };
        let fills =
            Fills::default().with("code", &grade.code).with("grade", &grade.label.to_lowercase());
        maker.told(&["scale/", grade.id.as_str()].concat(), name, fills, Vec::new())
    });
    let grades = grades.collect();
    maker.blocks.push(Block::Bullets(grades));
    maker.standing(Look::Plain, "method-integration");
}

/// C-06: how many audits were referred at once, and nothing else about them.
fn concerns(maker: &Maker) -> Sentence {
    let concerns = maker.book.concerns();
    let open: Vec<_> = maker.cases();
    let places: BTreeSet<_> = concerns
        .iter()
        .map(|line| &line.place)
        .filter(|place| open.contains(&place.case))
        .collect();
    if places.is_empty() {
        return maker.said("method-no-concerns", Fills::default());
    }
    let evidence = places.iter().map(|place| Evidence::Expected((*place).clone())).collect();
    let audits = counted(places.len(), "audit was", "audits were");
    let fills = Fills::default().with_count("concerns", &capitalised(&audits));
    maker.told("concerns", "method-concerns", fills, evidence)
}

/// SR8: how many copies went back to practitioners.
fn copies(maker: &Maker) -> Sentence {
    let mut lines = copy_worklist(maker.book);
    // Nothing in a document counts what is not read.
    lines.retain(|line| line.read);
    let sent = lines.iter().filter(|line| match line.state {
        CopyState::Sent | CopyState::Answered => true,
        CopyState::ToSend { .. } | CopyState::NotSent(_) => false,
    });
    let sent: Vec<Evidence> = sent.map(|line| Evidence::Return(line.file)).collect();
    if sent.is_empty() {
        return maker.said("method-no-copies", Fills::default());
    }
    let copies = some_of_counted(sent.len(), lines.len(), "audit", "audits");
    let fills = Fills::default().with_count("copies", &copies);
    maker.told("copies", "method-copies", fills, sent)
}

#[cfg(test)]
mod tests {
    use super::are_auditors;
    use crate::audit_return::{ConcernClosed, ConcernKind, ImmediateConcern};
    use crate::panel::copies::{CopyStep, Recipient};
    use crate::panel::fixture::*;
    use crate::report::document::{DocumentKind, build};

    /// Of five returns one came late, one in time, and three did not come.
    fn desk() -> Desk {
        let mut desk = Desk::with(&["case-1"]);
        let late = desk.draft("csc", "case-1").grade("risk", "good");
        let on_time = arriving(late, &key_of("csc").public_key().thumbprint());
        desk.admit(with_return(on_time, |ret| {
            ret.sign_off.as_mut().unwrap().at = at("2026-03-12T09:00:00Z");
        }));
        desk.graded("police", "case-1", "good");
        desk
    }

    /// The sentence of a document whose id ends so.
    fn told(desk: &Desk, kind: DocumentKind, id: &str) -> Option<String> {
        let document = build::build(kind, &desk.workbook, "2026-03-20".parse().unwrap());
        let found = document.sentences().find(|one| one.id.ends_with(id));
        found.map(|one| one.plain())
    }

    #[test]
    fn r07_r14_the_board_reads_whose_returns_are_missing_or_late_and_practitioners_how_many() {
        let desk = desk();
        let of_board = "Three returns that were asked for did not come: health, health.hv (case-1); \
                        health, health.sn (case-1); school (case-1). One return came late: csc (case-1).";
        let limits = |kind| told(&desk, kind, "/limitations");
        let board = limits(DocumentKind::Overview).unwrap();
        assert!(board.starts_with(of_board), "{board}");
        let others: Vec<String> = DocumentKind::ALL
            .into_iter()
            .filter(|kind| *kind != DocumentKind::Overview)
            .filter_map(limits)
            .collect();
        assert_eq!(others.len(), 4, "the prompt sheet and the plan have none");
        for one in others {
            let counts = "Three returns that were asked for did not come. One return came late.";
            assert!(one.starts_with(counts), "{one}");
            assert!(!["health", "school", "csc", "case-1"].iter().any(|it| one.contains(it)));
        }
    }

    #[test]
    fn c06_documents_count_what_was_referred_at_once_and_tell_nothing_of_it() {
        const PLANTED: &str = "Heliotrope";
        let mut desk = Desk::with(&["case-1"]);
        let mut ret = desk.draft("csc", "case-1").grade("risk", "good");
        let mut concern = ImmediateConcern::begin("c1".parse().unwrap());
        concern.kind = Some(ConcernKind::ChildAtRisk);
        for text in [
            &mut concern.text,
            &mut concern.told_role,
            &mut concern.told_how,
            &mut concern.their_action,
            &mut concern.follow_up,
        ] {
            *text = PLANTED.into();
        }
        concern.closed = Some(ConcernClosed { role: PLANTED.into(), outcome: PLANTED.into() });
        ret.immediate_concerns.push(concern);
        desk.import(ret);
        for kind in DocumentKind::ALL {
            let document = build::build(kind, &desk.workbook, "2026-03-20".parse().unwrap());
            let whole = serde_json::to_string(&document).unwrap();
            assert!(!whole.contains(PLANTED), "{}: {whole}", kind.as_str());
        }
        let counted = told(&desk, DocumentKind::Overview, "overview/concerns").unwrap();
        assert_eq!(counted, "One audit was referred to a manager at once.");
    }

    #[test]
    fn ec03_nil_returns_are_in_no_count_of_what_they_were_not_asked() {
        let mut desk = Desk::with(&["case-1"]);
        for (slot, comments) in [("csc", "Good work with the school."), ("school", "")] {
            let mut audited = desk.draft(slot, "case-1").grade("risk", "good");
            audited.auditor.experienced = Some(slot == "csc");
            audited.general_comments = comments.into();
            desk.import(audited);
        }
        let nil = desk.draft("police", "case-1").nil();
        desk.import(nil);
        let said = |id: &str| told(&desk, DocumentKind::Overview, id).unwrap();
        let auditors = said("overview/auditors");
        assert!(auditors.starts_with("One of the two auditors is experienced"), "{auditors}");
        let comments = said("conclusion/comments");
        let want = "in one of the two returns of agencies that were involved.";
        assert!(comments.ends_with(want), "{comments}");
    }

    #[test]
    fn r06_auditors_are_counted_in_a_sentence_for_every_number() {
        let rows = [
            (0, 1, "The one auditor is not"),
            (1, 1, "The one auditor is"),
            (0, 2, "Neither of the two auditors is"),
            (2, 2, "Both auditors are"),
            (0, 3, "None of the three auditors is"),
            (1, 3, "One of the three auditors is"),
            (3, 3, "All three auditors are"),
        ];
        for (some, all, want) in rows {
            assert_eq!(are_auditors(some, all), want);
        }
    }

    #[test]
    fn r02_one_case_with_one_return_is_told_of_as_one() {
        let mut desk = Desk::with(&["case-1"]);
        let mut audited = desk.draft("csc", "case-1").grade("risk", "good");
        audited.general_comments = "Good work with the school.".into();
        let row = desk.import(audited);
        let said = |desk: &Desk, kind, id: &str| told(desk, kind, id).unwrap();
        for (kind, id) in [
            (DocumentKind::Overview, "/method-selection"),
            (DocumentKind::Summary, "/method-1"),
            (DocumentKind::SixSteps, "/one-2"),
        ] {
            let selected = said(&desk, kind, id);
            assert!(selected.starts_with("One case ") && selected.contains(" was "), "{selected}");
            assert!(!selected.contains(" were "), "{selected}");
        }
        let comments = said(&desk, DocumentKind::Overview, "conclusion/comments");
        let of_one = "in the one return of agencies that were involved.";
        assert!(comments.ends_with(of_one), "{comments}");
        let open = said(&desk, DocumentKind::Overview, "overview/risk/open");
        assert_eq!(open, "The one judgement is not final.");
        let (to, risk_check) = (Recipient::PractitionerAndManager, "The manager.".into());
        let sent = CopyStep::Sent { to, risk_check };
        desk.workbook.record_copy(&row.place.unwrap(), sent, &stamp()).unwrap();
        let copies = said(&desk, DocumentKind::Overview, "overview/copies");
        assert!(copies.starts_with("A copy of the one audit has gone back"), "{copies}");
    }

    #[test]
    fn r06_the_method_says_how_many_copies_have_gone_back() {
        let mut desk = desk();
        let copies = |desk: &Desk, id: &str| told(desk, DocumentKind::Overview, id);
        assert!(copies(&desk, "/method-no-copies").is_some());
        let place = desk.workbook.place(&case("case-1"), &slot("police")).unwrap();
        let (to, risk_check) =
            (Recipient::PractitionerAndManager, "The sergeant, from the file.".into());
        desk.workbook.record_copy(&place, CopyStep::Sent { to, risk_check }, &stamp()).unwrap();
        let said = copies(&desk, "overview/copies").unwrap();
        assert!(said.starts_with("A copy of one of the two audits has gone back"), "{said}");
    }
}
