//! Reminders as an iCalendar file (RFC 5545): what is due, in the calendar that a person has already.
//!
//! Everything is an all-day event, not a to-do: the calendars that agencies use
//! pass over to-dos when they import a file. An event keeps its id from one file
//! to the next, so that importing a later file moves it.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, Timelike as _, Utc};

use crate::id::ItemId;
use crate::order;
use crate::panel::Workbook;
use crate::panel::actions::{ActionView, Body, Withholding, action_plan};
use crate::panel::reaudit::{AuditAgain, ra05_audits_due};
use crate::report::document::build::recommendations_told;
use crate::text::{counted, shortened, year_digits};

/// Octets of a line before it is folded, without its end (RFC 5545, 3.1).
const LINE: usize = 75;
/// Letters of a title; the whole text is in the description.
const TITLE: usize = 80;
/// I-10: for whom the file is.
pub(super) const AUDIENCE: &str = "For the board and owners of actions. Not for publication.";

/// One day to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The same in every file that is written of it.
    pub uid: String,
    /// The day.
    pub on: NaiveDate,
    /// What of the plan it is about: "action 2".
    pub about: String,
    /// In a line.
    pub title: String,
    /// In full.
    pub text: String,
    /// How many days before to be reminded.
    pub days_before: u32,
}

/// What is due: open actions and their milestones of one body or of all, and audits to be done again (RA-05).
///
/// Audits are the board's, so a single agency is not reminded of them.
pub fn reminders(
    workbook: &Workbook,
    of: Option<&Body>,
    today: NaiveDate,
    days_before: u32,
) -> Vec<Reminder> {
    as_told(workbook, of, today, days_before, &str::to_owned)
}

/// I-08: the same as they leave in a file. A title is cut only once it is without what has to be withheld, so that no
/// piece of that is left.
pub fn i08_reminders(
    workbook: &Workbook,
    of: Option<&Body>,
    today: NaiveDate,
    days_before: u32,
    without: &Withholding<'_>,
) -> Vec<Reminder> {
    as_told(workbook, of, today, days_before, &|text: &str| without.text(text))
}

/// How a text is told.
type Telling<'t> = &'t dyn Fn(&str) -> String;

fn as_told(
    workbook: &Workbook,
    of: Option<&Body>,
    today: NaiveDate,
    days_before: u32,
    tell: Telling<'_>,
) -> Vec<Reminder> {
    let lines = action_plan(workbook, today).lines.into_iter();
    let lines = lines.filter(|line| line.is_open());
    let lines = lines.filter(|line| of.is_none_or(|body| line.action.owner.body == *body));
    let mut reminders: Vec<Reminder> =
        lines.flat_map(|line| of_line(workbook, &line, days_before, tell)).collect();
    if of.is_none_or(|body| *body == Body::Board) {
        reminders.extend(of_audits(workbook, today, days_before, tell));
    }
    order::sort_by(&mut reminders, |one, other| (one.on, &one.uid).cmp(&(other.on, &other.uid)));
    reminders
}

fn uid(workbook: &Workbook, kind: &str, id: &ItemId) -> String {
    [kind, "-", id.as_str(), "-", workbook.plan().round.id.as_str()].concat()
}

fn of_line(
    workbook: &Workbook,
    line: &ActionView,
    days_before: u32,
    tell: Telling<'_>,
) -> Vec<Reminder> {
    let number = line.number.to_string();
    let owner = ["Owner: ", &line.action.owner.name(workbook)].concat();
    let reminder = |kind: &str, id: &ItemId, on: NaiveDate, what: &str, text: &str| Reminder {
        uid: uid(workbook, kind, id),
        on,
        about: ["action ", &number].concat(),
        title: shortened(&["Action ", &number, what, &tell(text)].concat(), TITLE),
        text: tell(&[text, "\n", &owner].concat()),
        days_before,
    };
    let action = &line.action;
    let due = line.due.now.map(|due| reminder("action", &action.id, due, " due: ", &action.text));
    let open = action.milestones.iter().filter(|one| !line.reached.contains_key(&one.id));
    let milestones = open.filter_map(|one| {
        let id: ItemId = [action.id.as_str(), ".", one.id.as_str()].concat().parse().ok()?;
        Some(reminder("milestone", &id, one.due?, ", milestone: ", &one.text))
    });
    due.into_iter().chain(milestones).collect()
}

fn of_audits(
    workbook: &Workbook,
    today: NaiveDate,
    days_before: u32,
    tell: Telling<'_>,
) -> Vec<Reminder> {
    let audits = ra05_audits_due(workbook);
    if audits.is_empty() {
        return Vec::new();
    }
    let told = recommendations_told(workbook, today);
    let reminder = |audit: AuditAgain| {
        let months = counted(usize::try_from(audit.months).ok()?, "month", "months");
        let number = audit.number.to_string();
        let text = told.get(&audit.recommendation)?.text();
        Some(Reminder {
            uid: uid(workbook, "audit-again", &audit.recommendation),
            on: audit.due?,
            about: ["recommendation ", &number].concat(),
            title: ["Audit again: recommendation ", &number].concat(),
            text: tell(&["After ", &months, ": ", &text].concat()),
            days_before,
        })
    };
    audits.into_iter().filter_map(reminder).collect()
}

/// The file: `stamp` is when it is written (DTSTAMP), `name` what the calendar is called.
pub fn icalendar(name: &str, reminders: &[Reminder], stamp: DateTime<Utc>) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: &str| folded(&mut file, &[name, ":", value].concat());
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//multi-agency-audit//Reminders//EN");
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", &escaped(name));
    line("X-WR-CALDESC", &escaped(AUDIENCE));
    let stamp = moment(stamp);
    for one in reminders {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&one.uid));
        line("DTSTAMP", &stamp);
        line("DTSTART;VALUE=DATE", &date(one.on));
        if let Some(end) = one.on.checked_add_days(Days::new(1)) {
            line("DTEND;VALUE=DATE", &date(end));
        }
        line("SUMMARY", &escaped(&one.title));
        line("DESCRIPTION", &escaped(&one.text));
        line("TRANSP", "TRANSPARENT");
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", &escaped(&one.title));
        line("TRIGGER", &["-P", &one.days_before.to_string(), "D"].concat());
        line("END", "VALARM");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    file
}

fn date(date: NaiveDate) -> String {
    format!("{}{:02}{:02}", year_digits(date), date.month(), date.day())
}

fn moment(at: DateTime<Utc>) -> String {
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    format!("{}T{hour:02}{minute:02}{second:02}Z", date(at.date_naive()))
}

/// A text value (3.3.11): its four marks escaped, control characters left out, which no value may have.
fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A content line, folded before its 76th octet and never within a character (3.1).
fn folded(file: &mut String, line: &str) {
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(letter);
        octets += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reminder(text: &str) -> Reminder {
        Reminder {
            uid: "action-a1-round-1".into(),
            on: NaiveDate::from_ymd_opt(2026, 12, 31).unwrap(),
            about: "action 1".into(),
            title: text.into(),
            text: text.into(),
            days_before: 7,
        }
    }

    fn file(text: &str) -> String {
        icalendar("Actions", &[reminder(text)], "2026-11-30T08:05:09Z".parse().unwrap())
    }

    /// 3.1: a line break followed by one blank is no break.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    /// 3.3.11, the other way round.
    fn unescaped(value: &str) -> String {
        let (mut text, mut letters) = (String::new(), value.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next().unwrap() {
                    'n' | 'N' => text.push('\n'),
                    other => text.push(other),
                },
                ';' | ',' => panic!("not escaped: {value}"),
                letter => text.push(letter),
            }
        }
        text
    }

    #[test]
    fn i10_a_calendar_names_its_audience_and_a_reminder_is_an_all_day_event_with_an_alarm() {
        let want = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//multi-agency-audit//Reminders//EN",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Actions",
            "X-WR-CALDESC:For the board and owners of actions. Not for publication.",
            "BEGIN:VEVENT",
            "UID:action-a1-round-1",
            "DTSTAMP:20261130T080509Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Write\\, agree\\; send \\\\ now\\nand check",
            "DESCRIPTION:Write\\, agree\\; send \\\\ now\\nand check",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Write\\, agree\\; send \\\\ now\\nand check",
            "TRIGGER:-P7D",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        assert_eq!(unfolded(&file("Write, agree; send \\ now\r\nand check")), want);
    }

    #[test]
    fn long_lines_are_folded_by_octets() {
        let text = "é".repeat(100);
        let file = file(&text);
        let folded: Vec<&str> = file.split("\r\n").filter(|line| line.starts_with(' ')).collect();
        // 8 octets of "SUMMARY:", so 33 letters of two octets on the first line and 37 on each that follows.
        assert_eq!(folded[0].chars().count(), 38);
        assert!(folded.iter().all(|line| line.len() <= LINE));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_is_read_back_and_no_line_is_too_long(text in "\\PC{0,120}[;,\\\\\n\"]{0,4}\\PC{0,40}") {
            let file = file(&text);
            prop_assert!(file.ends_with("\r\n"));
            prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE));
            let lines = unfolded(&file);
            let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            prop_assert_eq!(unescaped(summary), text);
            prop_assert_eq!(lines.len(), 21);
        }
    }
}
