//! The chronology (CH-01 to CH-03).

use crate::audit_return::{ChronologyEntry, When};
use crate::check::words::is_blank;
use crate::check::{EntryPart, Notice, Place, Reading, wording};
use crate::timescale::Fault;

fn entries<'a>(reading: &Reading<'a>) -> &'a [ChronologyEntry] {
    if reading.ret.is_nil() { &[] } else { &reading.ret.chronology.entries }
}

fn fault_of_anchor(reading: &Reading) -> Option<Fault> {
    if reading.ret.is_nil() { None } else { reading.ret.chronology.anchor_fault }
}

fn at(entry: &ChronologyEntry, part: EntryPart) -> Place {
    Place::ChronologyEntry(entry.id.clone(), part)
}

/// CH-01: where the round asks for a chronology, there is at least one entry, unless the return is nil. Blocks.
pub(crate) fn ch01_chronology_is_there_where_it_is_asked_for(reading: &Reading) -> Vec<Notice> {
    let asked = reading.round.policy.chronology_required && !reading.ret.is_nil();
    if !asked || entries(reading).iter().any(ChronologyEntry::is_written) {
        return Vec::new();
    }
    vec![Notice::block("CH-01", Place::Chronology, wording::add_a_chronology())]
}

/// CH-02: an entry from before the look-back says that it is context. Warns; a reason is for this day and these words.
pub(crate) fn ch02_entry_before_the_look_back_is_context(reading: &Reading) -> Vec<Notice> {
    let months = reading.round.window.look_back_months;
    let notice = |entry: &ChronologyEntry| {
        let day = entry.day().filter(|day| day.before_window && !entry.context)?;
        let place = at(entry, EntryPart::Context);
        let notice = Notice::warn("CH-02", place, wording::before_the_look_back(months));
        Some(notice.about(reading.extent([day.day.to_string(), entry.text.clone()])))
    };
    entries(reading).iter().filter_map(notice).collect()
}

/// CH-03: every entry says what happened and has a day that can be exported, or says that none is known. Blocks.
pub(crate) fn ch03_every_entry_has_words_and_a_relative_day(reading: &Reading) -> Vec<Notice> {
    let of_entry = |entry: &ChronologyEntry| {
        let wordless = is_blank(&entry.text);
        let words = wordless.then(|| (at(entry, EntryPart::Text), wording::say_what_happened()));
        let day = match entry.told() {
            When::Day(_) | When::NoAnchor => None,
            When::NotGiven if entry.undated || !entry.is_written() => None,
            When::NotGiven => Some(wording::enter_the_entrys_date()),
            When::Impossible(fault) => Some(wording::entrys_date_cannot_be(fault)),
        };
        let day = day.map(|message| (at(entry, EntryPart::Date), message));
        let both = words.into_iter().chain(day);
        both.map(|(place, message)| Notice::block("CH-03", place, message)).collect::<Vec<_>>()
    };
    let all = entries(reading);
    let no_anchor = all.iter().any(|entry| entry.told() == When::NoAnchor).then(|| {
        Notice::block("CH-03", Place::ChronologyAnchor, wording::enter_the_anchors_date())
    });
    let fault = fault_of_anchor(reading).map(|fault| {
        Notice::block("CH-03", Place::ChronologyAnchor, wording::anchors_date_cannot_be(fault))
    });
    // A date that is wrong is not one that is missing.
    fault.or(no_anchor).into_iter().chain(all.iter().flat_map(of_entry)).collect()
}

#[cfg(test)]
mod tests {
    use crate::audit_return::{ChronologyEntry, InvolvementLevel, RelativeDay, When};
    use crate::check::testing::{Case, assert_rows, item};
    use crate::timescale::Fault;

    fn entry(case: &mut Case, when: When) -> &mut ChronologyEntry {
        let text = "Visit; nobody in.".into();
        let entry = ChronologyEntry { when, text, ..ChronologyEntry::empty(item("e1")) };
        case.ret.chronology.entries.push(entry);
        case.ret.chronology.entries.last_mut().unwrap()
    }

    fn day(before_window: bool) -> When {
        When::Day(RelativeDay { day: -400, up_to: None, before_window })
    }

    #[test]
    fn ch01_a_chronology_is_there_where_the_round_asks_for_one() {
        const ADD: &str =
            "BLOCK chronology: This audit needs a chronology. Add what happened and when.";
        assert_rows(
            "CH-01",
            &[
                ("not asked for", |_| {}, &[]),
                ("asked for, none", |case| case.round.policy.chronology_required = true, &[ADD]),
                (
                    "asked for, an empty row",
                    |case| {
                        case.round.policy.chronology_required = true;
                        entry(case, day(false)).text.clear();
                    },
                    &[ADD],
                ),
                (
                    "asked for, one entry",
                    |case| {
                        case.round.policy.chronology_required = true;
                        entry(case, day(false));
                    },
                    &[],
                ),
                (
                    "a nil return",
                    |case| {
                        case.round.policy.chronology_required = true;
                        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn ch02_an_entry_from_before_the_look_back_is_called_context() {
        assert_rows(
            "CH-02",
            &[
                ("within", |case| drop(entry(case, day(false)).text.clone()), &[]),
                (
                    "before",
                    |case| drop(entry(case, day(true)).text.clone()),
                    &[
                        "WARN chronology_e1_context: This entry is from before the 12 months that the audit looks back over. Remove it, or tick that it is context.",
                    ],
                ),
                ("before, as context", |case| entry(case, day(true)).context = true, &[]),
                (
                    "before, by a date that is not told",
                    |case| entry(case, day(true)).undated = true,
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn ch03_an_entry_has_words_and_a_day_that_can_be_exported() {
        const DATE: &str = "BLOCK chronology_e1_date: Enter the date of this entry, or tick that the record does not say when.";
        const WORDS: &str = "BLOCK chronology_e1_text: An entry of the chronology does not say what happened. Enter it, or remove the entry.";
        const ANCHOR: &str = "BLOCK chronology-anchor: The date that the chronology is counted from is not a real date. Correct it.";
        assert_rows(
            "CH-03",
            &[
                ("whole", |case| drop(entry(case, day(false)).text.clone()), &[]),
                ("a row just added", |case| entry(case, When::NotGiven).text.clear(), &[WORDS]),
                (
                    "a lone date that cannot be",
                    |case| entry(case, When::Impossible(Fault::Unreadable)).text.clear(),
                    &[
                        WORDS,
                        "BLOCK chronology_e1_date: The date of this entry is not a real date. Correct it.",
                    ],
                ),
                (
                    "an anchor's date that cannot be, and no entry",
                    |case| case.ret.chronology.anchor_fault = Some(Fault::Unreadable),
                    &[ANCHOR],
                ),
                (
                    "the same with an entry that waits for it",
                    |case| {
                        drop(entry(case, When::NoAnchor).text.clone());
                        case.ret.chronology.anchor_fault = Some(Fault::Unreadable);
                    },
                    &[ANCHOR],
                ),
                (
                    "an anchor's date to come",
                    |case| case.ret.chronology.anchor_fault = Some(Fault::Future),
                    &[
                        "BLOCK chronology-anchor: The date that the chronology is counted from is after the day of the audit. Correct it.",
                    ],
                ),
                (
                    "of a nil return",
                    |case| {
                        entry(case, When::NotGiven).text.clear();
                        case.ret.chronology.anchor_fault = Some(Fault::Unreadable);
                        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
                    },
                    &[],
                ),
                ("a day without words", |case| entry(case, day(false)).text = " ".into(), &[WORDS]),
                ("no date", |case| drop(entry(case, When::NotGiven).text.clone()), &[DATE]),
                ("no date known", |case| entry(case, When::NotGiven).undated = true, &[]),
                (
                    "no date known, and half a date that is told to nobody",
                    |case| entry(case, When::Impossible(Fault::Unreadable)).undated = true,
                    &[],
                ),
                (
                    "no anchor",
                    |case| drop(entry(case, When::NoAnchor).text.clone()),
                    &[
                        "BLOCK chronology-anchor: Choose the event that the chronology is counted from, and enter its date.",
                    ],
                ),
                (
                    "half a date",
                    |case| drop(entry(case, When::Impossible(Fault::Unreadable)).text.clone()),
                    &[
                        "BLOCK chronology_e1_date: The date of this entry is not a real date. Correct it.",
                    ],
                ),
                (
                    "a date to come",
                    |case| drop(entry(case, When::Impossible(Fault::Future)).text.clone()),
                    &[
                        "BLOCK chronology_e1_date: The date of this entry is after the day of the audit. Correct it.",
                    ],
                ),
            ],
        );
    }
}
