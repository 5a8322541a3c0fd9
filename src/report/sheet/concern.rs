//! One immediate concern on paper, for a manager who cannot open the sealed notice (C-03).

use chrono::{DateTime, Utc};

use super::filled::immediate_row;
use super::said::joined;
use super::{Part, Sheet, words};
use crate::audit_return::Return;
use crate::id::ItemId;

/// One immediate concern of a return, as far as it is written; `None` where the return has none of this id.
pub fn concern_sheet(
    ret: &Return,
    concern: &ItemId,
    moment: fn(DateTime<Utc>) -> String,
) -> Option<Sheet> {
    let one = ret.immediate_concerns.iter().find(|one| one.id == *concern)?;
    let case = [ret.case_label.as_str(), " (", ret.case_ref.as_str(), ")"].concat();
    let agency = joined(", ", &[&ret.agency.name, &ret.agency.slot_label]);
    Some(Sheet {
        title: [words::IMMEDIATE_ONE, ": ", &ret.case_label].concat(),
        caption: joined(", ", &[&ret.round.title, &ret.round.period, &agency]),
        mark: joined(" · ", &[words::CONCERN_MARK, &case, &agency]),
        parts: vec![Part {
            rows: vec![immediate_row(one, moment)],
            ..Part::new(words::IMMEDIATE_ONE)
        }],
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::panel::fixture::Desk;
    use crate::report::sheet::text_of;

    #[test]
    fn c03_a_concern_is_read_without_its_file_and_without_the_return() {
        let desk = Desk::with(&["case-1"]);
        let mut ret = desk.draft("police", "case-1");
        ret.general_comments = "Nothing of this".into();
        let id: ItemId = "i1".parse().unwrap();
        let concern = json!({
            "id": id, "kind": "child-at-risk", "text": "The bruise was not looked at",
            "noticed_at": "2026-03-02T09:00:00Z", "told_role": "Team manager",
        });
        ret.immediate_concerns.push(serde_json::from_value(concern).unwrap());
        let day = |at: DateTime<Utc>| at.date_naive().to_string();
        let text = text_of(&concern_sheet(&ret, &id, day).unwrap());
        assert!(text.contains("The bruise was not looked at"), "{text}");
        assert!(text.contains("2026-03-02"), "{text}");
        assert!(text.contains(words::NOT_TOLD), "told whom is not told when and how\n{text}");
        assert!(!text.contains("Nothing of this"), "{text}");
        assert_eq!(concern_sheet(&ret, &"i2".parse().unwrap(), day), None);
    }
}
