//! I-05: what blocks, and what to write instead.

use super::*;

#[test]
fn i05_numbers_and_addresses_that_identify_block_and_the_rest_warns() {
    let of = |level: Level| {
        let kinds = [
            Kind::NhsNumber,
            Kind::TestNhsNumber,
            Kind::Telephone,
            Kind::Email,
            Kind::Postcode,
            Kind::BirthDate,
            Kind::FullDate,
            Kind::Upn,
            Kind::NationalInsurance,
            Kind::RecordNumber,
            Kind::Vehicle,
            Kind::TitledName,
            Kind::Street,
            Kind::Institution,
            Kind::ListedName,
        ];
        kinds.into_iter().filter(|kind| kind.level() == level).collect::<Vec<_>>()
    };
    let blocks = [Kind::NhsNumber, Kind::Telephone, Kind::Email, Kind::Postcode, Kind::BirthDate];
    assert_eq!(of(Level::Block), blocks);
    assert_eq!(of(Level::Warn).len(), 10);
}

#[test]
fn i05_what_to_write_instead_comes_with_each_finding() {
    let rows = [
        (
            "Mrs Quillfeather rang",
            "the mother | the grandmother | the teacher | the social worker | [removed]",
        ),
        ("Mr and Mrs Quillfeather", "the parents | the grandparents | the carers | [removed]"),
        ("PC Quillfeather", "the police officer | [removed]"),
        (
            "Siân rang",
            "the mother | the child | the father | the mother’s partner | the father’s partner | a sibling | [removed]",
        ),
        ("Quill Primary School", "the school | School A | [removed]"),
        ("born on 5 May 2014", "aged 11 | [removed]"),
        ("born on 4 May 2014", "aged 12 | [removed]"),
        ("born on 4 April 2025", "aged 13 months | [removed]"),
        ("born on 4 May 2027", "[removed]"),
        ("on 12/03/2014", "March 2014 | 2014 | [removed]"),
        // "3 March 2014" would be a full date again.
        ("3 12/03/2014", "2014 | [removed]"),
        ("SW1A 1AA", "the family’s home | a relative’s home | [removed]"),
        ("943 476 5919", "[removed]"),
    ];
    let guard = list();
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| {
            let findings = guard.find(text);
            let offered = findings.first().map(|one| guard.suggestions(text, one));
            (text, offered.unwrap_or_default().join(" | "), expected)
        })
        .filter(|(_, got, expected)| got != *expected)
        .map(|(text, got, expected)| format!("{text}\n  got  {got}\n  want {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn i05_a_replacement_fits_its_sentence() {
    let rows = [
        ("Mrs Quill rang. Mrs Quill wept", "the mother", "The mother rang. Mrs Quill wept"),
        ("She met Mrs Quill’s sister", "the mother", "She met the mother’s sister"),
        ("the Quillfeather Surgery", "the GP practice", "The GP practice"),
        ("at the Quill Surgery", "the GP practice", "at the GP practice"),
        ("bathe Mrs Quill", "the mother", "bathe the mother"),
        ("rang 020 7946 0018", "[removed]", "rang [removed]"),
    ];
    let guard = plain();
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, wording, expected)| {
            (replaced(text, guard.find(text).first().unwrap(), wording), expected)
        })
        .filter(|(got, expected)| got != *expected)
        .map(|(got, expected)| format!("{got}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn i05_one_edit_replaces_the_same_words_everywhere() {
    let text = "Mrs Quill rang. 👧 Then Mrs Quill and Mr Quill met the Mrs Quill";
    let findings = plain().find(text);
    let edit = replaced_everywhere(text, &findings, "Mrs Quill", "the mother").unwrap();
    let after = "The mother rang. 👧 Then the mother and Mr Quill met the mother";
    assert_eq!(edit.applied(text), after);
    // The girl's picture is two units of UTF-16 and four bytes.
    assert_eq!(utf16_range(text, &edit.range), 0..text.encode_utf16().count());
    assert_eq!(utf16_range(text, &(16..24)), 16..22);
    assert_eq!(replaced_everywhere(text, &findings, "Dr Quill", "the GP"), None);
}

#[test]
fn i08_what_is_withheld_from_a_text_leaves_what_it_was_and_every_other_word() {
    let rows = [
        ("943 476 5919", "[NHS number withheld]"),
        ("020 7946 0018", "[telephone number withheld]"),
        ("someone@quillfeather.example", "[e-mail address withheld]"),
        ("SW1A 1AA", "[postcode withheld]"),
        ("born on 3 May 2015", "[date of birth withheld]"),
        ("AB 12 34 56 C", "[National Insurance number withheld]"),
        ("A123456789012", "[pupil number withheld]"),
        ("12 Larkspur Road", "[address withheld]"),
        ("Mrs Quillfeather", "[name withheld]"),
        ("Larkspur Primary School", "[name of a service withheld]"),
        ("14 March 2014", "[date withheld]"),
    ];
    let guard = Guard::new(&[], period());
    for (words, want) in rows {
        let said = |words: &str| ["As was noted: ", words, ". Nobody was told."].concat();
        let text = withheld(&said(words), &guard.find(&said(words)));
        assert_eq!(text, said(want));
        assert!(holds_withheld(&text) && !holds_withheld(&said(words)));
        assert!(guard.find(&text).is_empty(), "{text}");
    }
    assert_eq!(withheld("Nothing is here.", &[]), "Nothing is here.");
}
