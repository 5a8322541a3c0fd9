//! The certificate of destruction as a sheet: to read, print and save (N-01).

use chrono::{DateTime, NaiveDateTime, Utc};

use super::document::short_id;
use super::sheet::{Part, Row, Said, Sheet};
use crate::panel::retention::{Certificate, Destroyed, Kept, Matter, UnreadCertificate};
use crate::text::{capitalised, counted, long_date, time_of_day};

const TITLE: &str = "Certificate: working papers destroyed";
const MARK: &str = "Certificate of destruction. Holds nothing of any child or worker.";
const UNREAD_TITLE: &str = "Certificate: a damaged record destroyed";
const UNREAD_CAPTION: &str = "A round whose record could not be read";
const UNREAD_KEPT: &str = "Nothing but this certificate. Whether documents of the round were cleared for publication could not be seen.";
const DESTROYED: &str = "What was destroyed";
const DESTROYED_NOTE: &str = "In this browser, on this computer. A digest is a SHA-256: a copy that turns up later can be told by it, and nothing can be read from it.";
const KEPT: &str = "What was kept";
const KEPT_NOTE: &str =
    "Documents as they were cleared for publication, and the anonymous dataset. Nothing else.";
const NOTHING_KEPT: &str =
    "Nothing but this certificate: no document of the round was cleared for publication.";
const NOT_REACHED: &str = "What this could not reach";
const NOT_REACHED_NOTE: &str = "Files that were saved or sent: workbook files and backups, copies that deputies hold, returns and drafts on auditors’ own computers, documents and spreadsheets in folders and mailboxes. Whoever keeps them destroys them. A browser may leave traces on a disk until its space is used again.";

/// A moment by the reader's clock.
type Local = fn(DateTime<Utc>) -> NaiveDateTime;

/// The sheet, with every moment by the reader's clock, the days of clearance too.
pub fn certificate_sheet(certificate: &Certificate, local: Local) -> Sheet {
    let at = local(certificate.at);
    let caption = [&certificate.board, ", ", &certificate.title, ", ", &certificate.period];
    let kept = if certificate.kept.is_empty() { NOTHING_KEPT } else { KEPT_NOTE };
    let part = |title: &str, note: &str, rows: Vec<Row>| Part {
        title: title.into(),
        introduction: note.into(),
        rows,
    };
    Sheet {
        title: TITLE.into(),
        caption: caption.concat(),
        mark: MARK.into(),
        parts: vec![
            part("The decision", "", decision(certificate, at)),
            part(DESTROYED, DESTROYED_NOTE, certificate.destroyed.iter().map(gone).collect()),
            part(KEPT, kept, certificate.kept.iter().map(|one| stays(one, local)).collect()),
            part(NOT_REACHED, NOT_REACHED_NOTE, closed(certificate.closed_drafts)),
        ],
    }
}

/// N-01: the sheet of a round whose record could not be read; `at` as above.
pub fn unread_certificate_sheet(certificate: &UnreadCertificate, at: NaiveDateTime) -> Sheet {
    let part = |title: &str, note: &str, rows: Vec<Row>| Part {
        title: title.into(),
        introduction: note.into(),
        rows,
    };
    let decision = vec![
        row("Destroyed", moment(at)),
        row("Decided by", &certificate.by),
        row("Reason", &certificate.reason),
        row("Round", certificate.round.as_str()),
    ];
    let record = vec![
        row("State", ["Could not be read: ", &certificate.fault].concat()),
        row("Size", [&certificate.size.to_string(), " bytes"].concat()),
        row("SHA-256", certificate.digest.to_string()),
    ];
    let destroyed = certificate.destroyed.iter().map(gone).collect();
    Sheet {
        title: UNREAD_TITLE.into(),
        caption: UNREAD_CAPTION.into(),
        mark: MARK.into(),
        parts: vec![
            part("The decision", "", decision),
            part("The record", "", record),
            part(DESTROYED, DESTROYED_NOTE, destroyed),
            part(KEPT, UNREAD_KEPT, Vec::new()),
            part(NOT_REACHED, NOT_REACHED_NOTE, closed(certificate.closed_drafts)),
        ],
    }
}

fn moment(at: NaiveDateTime) -> String {
    [&long_date(at.date()), ", ", &time_of_day(at.time())].concat()
}

fn row(asks: impl Into<String>, said: impl Into<String>) -> Row {
    Row { asks: asks.into(), said: Said::Text(said.into()), about: None }
}

fn decision(certificate: &Certificate, at: NaiveDateTime) -> Vec<Row> {
    let date = certificate.retention.map_or_else(|| "None was set".to_owned(), long_date);
    let tool = [certificate.tool.id.as_str(), ", version ", &certificate.tool.version.to_string()];
    let mut rows = vec![
        row("Destroyed", moment(at)),
        row("Decided by", &certificate.by),
        row("Day set by the board", date),
    ];
    if !certificate.reason.is_empty() {
        rows.push(row("Reason", &certificate.reason));
    }
    rows.push(row("Round", certificate.round.as_str()));
    rows.push(row("Audit tool", tool.concat()));
    rows.push(row("Cases that counted", certificate.cases.to_string()));
    rows
}

fn gone(one: &Destroyed) -> Row {
    let digest = one.digest.map(|digest| ["\nSHA-256 ", &digest.to_string()].concat());
    row(matter(one.what), [one.count.to_string(), digest.unwrap_or_default()].concat())
}

fn stays(one: &Kept, local: Local) -> Row {
    let name = capitalised(&one.document.replace('-', " "));
    let cleared = long_date(local(one.cleared).date());
    row(name, ["Version ", &short_id(&one.snapshot), ", cleared on ", &cleared].concat())
}

fn closed(some: usize) -> Vec<Row> {
    let said = [
        &counted(some, "draft is", "drafts are"),
        " closed by a passphrase in this browser, and neither a return that came in nor anything else tells of which round. Nothing closed was destroyed but what is known to be of this round.",
    ];
    let rows = (some > 0).then(|| row("Auditors’ drafts", capitalised(&said.concat())));
    rows.into_iter().collect()
}

/// What was destroyed, as a person reads it.
pub fn matter(what: Matter) -> &'static str {
    match what {
        Matter::Files => "Imported files: returns, notices of concerns, withdrawals",
        Matter::Workbook => "The workbook, with all that follows",
        Matter::UnreadRecord => "The record that could not be read, with the keys in it",
        Matter::Invitations => "Auditors’ places, with the secrets of their invitations",
        Matter::Judgements => "Judgements",
        Matter::Findings => "Findings",
        Matter::Meetings => "Meetings",
        Matter::Questions => "Questions to agencies",
        Matter::Actions => "Actions",
        Matter::LogLines => "Lines of the decision log",
        Matter::UnclearedVersions => "Versions of documents that were not cleared",
        Matter::Keys => "Secret keys of the round",
        Matter::Drafts => "Auditors’ drafts of this round in this browser",
        Matter::OpenedInvitations => "Invitations of this round opened in this browser",
        Matter::SetAside => "Damaged records of this round that were set aside",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::Hash;
    use crate::report::sheet::text_of;

    #[test]
    fn n01_the_certificate_reads_as_a_sheet_with_everything_on_it() {
        let at: NaiveDateTime = "2027-03-01T10:05:00".parse().unwrap();
        let certificate = Certificate {
            format_version: Default::default(),
            round: "round-1".parse().unwrap(),
            title: "Audit of plans".into(),
            period: "2026".into(),
            board: "Northport Safeguarding Partnership".into(),
            tool: crate::tool::ToolRef {
                id: "plan-audit".parse().unwrap(),
                version: 3,
                hash: Hash::of(b"tool"),
            },
            cases: 10,
            retention: Some("2027-03-01".parse().unwrap()),
            at: at.and_utc(),
            by: "Board manager".into(),
            reason: String::new(),
            destroyed: vec![Destroyed {
                what: Matter::Files,
                count: 61,
                digest: Some(Hash::of(b"files")),
            }],
            kept: vec![Kept {
                document: "six-steps".into(),
                snapshot: Hash::of(b"document"),
                cleared: "2026-09-30T09:00:00Z".parse().unwrap(),
            }],
            closed_drafts: 2,
        };
        let text = text_of(&certificate_sheet(&certificate, |at| at.naive_utc()));
        let digest = Hash::of(b"files").to_string();
        let version = short_id(&Hash::of(b"document"));
        for said in [
            "1 March 2027, 10:05",
            "Board manager",
            "plan-audit, version 3",
            "61",
            &digest,
            "Six steps",
            &version,
            "cleared on 30 September 2026",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let untold = "Two drafts are closed by a passphrase";
        assert!(text.contains(untold), "{text}");
        // In the hour after midnight of a summer's night it is still yesterday in UTC.
        let mut late = certificate.clone();
        late.kept[0].cleared = "2026-06-30T23:30:00Z".parse().unwrap();
        let summer = |at: DateTime<Utc>| at.naive_utc() + chrono::TimeDelta::hours(1);
        let text = text_of(&certificate_sheet(&late, summer));
        assert!(text.contains("cleared on 1 July 2026") && text.contains("11:05"), "{text}");
        let bare = Certificate { kept: Vec::new(), closed_drafts: 0, ..certificate };
        let text = text_of(&certificate_sheet(&bare, |at| at.naive_utc()));
        assert!(text.contains("Nothing but this certificate"), "{text}");
    }
    #[test]
    fn n01_the_certificate_of_a_damaged_record_says_what_is_known_of_it() {
        let at: NaiveDateTime = "2027-03-01T10:05:00".parse().unwrap();
        let digest = Hash::of(b"{");
        let certificate = UnreadCertificate {
            format_version: Default::default(),
            round: "round-1".parse().unwrap(),
            at: at.and_utc(),
            by: "Board manager".into(),
            reason: "Nobody can open it.".into(),
            size: 48_211,
            digest,
            fault: "line 1, column 9".into(),
            destroyed: vec![Destroyed {
                what: Matter::UnreadRecord,
                count: 1,
                digest: Some(digest),
            }],
            closed_drafts: 0,
        };
        let text = text_of(&unread_certificate_sheet(&certificate, at));
        for said in [
            "1 March 2027, 10:05",
            "Board manager",
            "Nobody can open it.",
            "round-1",
            "48211 bytes",
            &digest.to_string(),
            "Could not be read: line 1, column 9",
            "Nothing but this certificate.",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}
