//! What is found and what is left alone, rule by rule. Names, numbers and places are invented.

use chrono::NaiveDate;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// An audit on 4 May 2026 that looks back twelve months.
fn period() -> Option<Period> {
    Some(Period { from: day(2025, 5, 4), until: day(2026, 5, 4) })
}

fn watched(name: &str, role: &str) -> WatchedName {
    WatchedName { name: name.into(), role: role.into() }
}

fn list() -> Guard {
    let names = [
        watched("Siân O’Farrell", "the mother"),
        watched("Grace Tunnicliffe-Mbeki", "the child"),
        watched("May", "the grandmother"),
        watched("the mother", ""),
        watched("Elmtree Park School", "the school"),
        watched("Олена", "the aunt"),
    ];
    Guard::new(&names, period())
}

/// Everything found, as `Kind “words”`, those that block marked with an exclamation mark.
fn found(guard: &Guard, text: &str) -> String {
    let told = |one: &Finding| {
        let mark = if one.level == Level::Block { "!" } else { "" };
        format!("{:?}{mark} “{}”", one.kind, one.quoted(text))
    };
    guard.find(text).iter().map(told).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn assert_rows(guard: &Guard, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, found(guard, text), expected))
        .filter(|(_, got, expected)| got != *expected)
        .map(|(text, got, expected)| format!("{text}\n  got  {got}\n  want {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[track_caller]
fn assert_nothing(guard: &Guard, texts: &[&str]) {
    let rows: Vec<(&str, &str)> = texts.iter().map(|text| (*text, "")).collect();
    assert_rows(guard, &rows);
}

fn plain() -> Guard {
    Guard::new(&[], period())
}

#[test]
fn i01_a_random_reference_passes_and_one_made_of_a_birth_date_does_not() {
    assert_nothing(
        &plain(),
        &[
            "c-7k2",
            "case-3f9a",
            "Case 3",
            "Child C",
            "5f1d0c52a0b94e5f",
            "3f9a0c1234567b94e5f8a3b6",
        ],
    );
    assert_rows(
        &plain(),
        &[
            ("JS 12/03/2014", "FullDate “12/03/2014”"),
            ("js-dob-12-03-2014", "BirthDate! “dob-12-03-2014”"),
            ("mosaic-id-1234567", "RecordNumber “id-1234567”"),
        ],
    );
}

#[test]
fn i02_names_of_the_list_are_found_as_whole_words_in_any_case() {
    assert_rows(
        &list(),
        &[
            ("Sian said so.", "ListedName “Sian”"),
            ("SIÂN and sia\u{302}n agreed", "ListedName “SIÂN”, ListedName “sia\u{302}n”"),
            ("O'Farrell's plan", "ListedName “O'Farrell”"),
            ("the O’Farrells moved", "ListedName “O’Farrells”"),
            ("Siân O’Farrell", "ListedName “Siân O’Farrell”"),
            ("Grace’s views", "ListedName “Grace”"),
            ("Grace Tunnicliffe-Mbeki was seen", "ListedName “Grace Tunnicliffe-Mbeki”"),
            ("MBEKI-TUNNICLIFFE", "ListedName “MBEKI-TUNNICLIFFE”"),
            ("Mrs Tunnicliffe rang", "ListedName “Mrs Tunnicliffe”"),
            ("олена була", "ListedName “олена”"),
            ("at Elmtree Park School", "ListedName “Elmtree Park School”"),
        ],
    );
}

#[test]
fn i02_parts_of_words_and_words_that_are_no_names_are_left_alone() {
    assert_nothing(
        &list(),
        &[
            "Sianna and Farrellson came",
            "by the grace of the panel",
            "graces and disgrace",
            "the child may be seen",
            "a school, the Park and the School",
            "The mother came. THE MOTHER came.",
            "parking outside",
        ],
    );
}

#[test]
fn i03_nhs_numbers_are_found_by_their_check_digit() {
    assert_rows(
        &plain(),
        &[
            ("NHS 943 476 5919.", "NhsNumber! “943 476 5919”"),
            ("9434765919", "NhsNumber! “9434765919”"),
            ("943-476-5919", "NhsNumber! “943-476-5919”"),
            ("943\u{a0}476\u{a0}5919", "NhsNumber! “943\u{a0}476\u{a0}5919”"),
            ("943\u{2011}476\u{2011}5919", "NhsNumber! “943\u{2011}476\u{2011}5919”"),
            ("no.9434765919", "NhsNumber! “9434765919”"),
            ("NHS number 94347 65919", "NhsNumber! “94347 65919”"),
            ("NHS number: 9 4 3 4 7 6 5 9 1 9", "NhsNumber! “9 4 3 4 7 6 5 9 1 9”"),
            ("(4010232137)", "NhsNumber! “4010232137”"),
        ],
    );
}

#[test]
fn i03_an_nhs_number_reserved_for_tests_only_warns() {
    assert_rows(&plain(), &[("999 000 0018", "TestNhsNumber “999 000 0018”")]);
}

#[test]
fn i03_ten_digits_that_fail_the_check_are_no_nhs_number() {
    assert_rows(&plain(), &[("9434765918", "RecordNumber “9434765918”")]);
    assert_nothing(
        &plain(),
        &["943 476 5918", "seen 94 347 659 19 times", "0 0 0 0", "000 000 0000"],
    );
}

#[test]
fn i03_pupil_numbers_are_found_by_their_form() {
    assert_rows(
        &plain(),
        &[
            ("UPN H801200001001 on roll", "Upn “H801200001001”"),
            ("upn h801200001001", "Upn “h801200001001”"),
            ("H 801200001001", "Upn “H 801200001001”"),
            ("H80120000100A", "Upn “H80120000100A”"),
        ],
    );
    assert!(numbers::checks_letter("H801200001001"));
    assert!(!numbers::checks_letter("J801200001001"));
}

#[test]
fn i03_national_insurance_numbers() {
    assert_rows(
        &plain(),
        &[
            ("AB 12 34 56 C", "NationalInsurance “AB 12 34 56 C”"),
            ("AB123456C", "NationalInsurance “AB123456C”"),
            ("ab123456c", "NationalInsurance “ab123456c”"),
            ("AB 123456 C", "NationalInsurance “AB 123456 C”"),
        ],
    );
    assert_nothing(&plain(), &["no 12 34 56 a day", "QQ 12 34 56 C", "AB 12 34 56 E"]);
}

#[test]
fn i03_postcodes() {
    assert_rows(
        &plain(),
        &[
            ("SW1A 1AA", "Postcode! “SW1A 1AA”"),
            ("in M1 1AE.", "Postcode! “M1 1AE”"),
            ("b338th", "Postcode! “b338th”"),
            ("CR2 6XH", "Postcode! “CR2 6XH”"),
            ("DN55 1PT", "Postcode! “DN55 1PT”"),
            ("w1a 0ax", "Postcode! “w1a 0ax”"),
            ("EC1A\u{a0}1BB", "Postcode! “EC1A\u{a0}1BB”"),
            ("CF10 3NQ, Wales", "Postcode! “CF10 3NQ”"),
            ("B1 2ND", "Postcode! “B1 2ND”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "SW1 visited",
            "SW1 2nd visit",
            "SW1 2ND VISIT",
            "HV2 3rd contact",
            "s47 2hr delay",
            "Section 47 and section 17",
            "S47 and S17 enquiries, S20",
            "Y6 2BE",
            "at 10 am, 3 pm",
            "M25",
            "aged 3 to 5ft",
        ],
    );
}

#[test]
fn i03_telephone_numbers() {
    assert_rows(
        &plain(),
        &[
            ("020 7946 0018", "Telephone! “020 7946 0018”"),
            ("(020) 7946 0018", "Telephone! “(020) 7946 0018”"),
            ("07700 900123", "Telephone! “07700 900123”"),
            ("07700900123", "Telephone! “07700900123”"),
            ("07700-900-123", "Telephone! “07700-900-123”"),
            ("01632 960 012", "Telephone! “01632 960 012”"),
            ("0121 496 0000 to speak", "Telephone! “0121 496 0000”"),
            ("+44 7700 900123", "Telephone! “+44 7700 900123”"),
            ("+44 (0)20 7946 0018", "Telephone! “+44 (0)20 7946 0018”"),
            ("0044 7700 900123", "Telephone! “0044 7700 900123”"),
            ("+48 22 555 01 23", "Telephone! “+48 22 555 01 23”"),
            ("tel: 960 0123", "Telephone! “960 0123”"),
            ("at 10.30 07700 900123", "Telephone! “07700 900123”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "0800 1111",
            "0808 800 5000",
            "phone 5 times",
            "01.02.2026 10.30",
            "at 09:00, 10:00 and 11:00",
            "2025 2026",
            "999, 111 and 101",
            "0 of 12, 1 of 12",
            "by telephone on 3 days",
            "1,000,000",
        ],
    );
}

#[test]
fn i03_email_addresses() {
    assert_rows(
        &plain(),
        &[
            ("write to someone@example.org.", "Email! “someone@example.org”"),
            ("<first.last+tag@mail.example.co.uk>", "Email! “first.last+tag@mail.example.co.uk”"),
            ("zoë@bücher.example", "Email! “zoë@bücher.example”"),
        ],
    );
    assert_nothing(&plain(), &["@ 3 pm", "seen @ home", "a@b", "@example.org", "x@.org", "3@4.5"]);
}

#[test]
fn i03_full_dates_from_before_the_period_may_be_of_a_birth() {
    assert_rows(
        &plain(),
        &[
            ("12/03/2014", "FullDate “12/03/2014”"),
            ("on 12.3.2014, seen", "FullDate “12.3.2014”"),
            ("12.03.14", "FullDate “12.03.14”"),
            ("2014-03-12", "FullDate “2014-03-12”"),
            ("12 March 2014", "FullDate “12 March 2014”"),
            ("12th of March, 2014", "FullDate “12th of March, 2014”"),
            ("March 12, 2014", "FullDate “March 12, 2014”"),
            ("12-Mar-14", "FullDate “12-Mar-14”"),
            ("12 Mawrth 2014", "FullDate “12 Mawrth 2014”"),
            ("03 05 2025", "FullDate “03 05 2025”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "seen on 12/03/2026",
            "4 May 2025 to 4 May 2026",
            "12.03.26",
            "in March 2014",
            "on 12 March",
            "31/02/2014",
            "45/13/2014",
            "2014/15",
            "sections 1.2.14 and 4.5.6",
            "1/2/3/2014",
            "10 of 12 in 2014",
            "may 3 times",
        ],
    );
}

#[test]
fn i03_every_full_date_counts_where_no_period_is_known() {
    let anywhere = Guard::new(&[], None);
    assert_rows(&anywhere, &[("12/03/2026", "FullDate “12/03/2026”")]);
}

#[test]
fn i03_titles_with_names() {
    assert_rows(
        &plain(),
        &[
            ("Mrs Quillfeather rang", "TitledName “Mrs Quillfeather”"),
            ("Mr. J. Quillfeather", "TitledName “Mr. J. Quillfeather”"),
            ("Miss Ali Quillfeather said", "TitledName “Miss Ali Quillfeather”"),
            ("Dr O’Quill-Feather’s letter", "TitledName “Dr O’Quill-Feather”"),
            ("Mr and Mrs Quillfeather", "TitledName “Mr and Mrs Quillfeather”"),
            ("Mr & Mrs Quillfeather", "TitledName “Mr & Mrs Quillfeather”"),
            ("Mr van der Quill", "TitledName “Mr van der Quill”"),
            ("MRS QUILLFEATHER CAME", "TitledName “MRS QUILLFEATHER”"),
            ("PC Quillfeather", "TitledName “PC Quillfeather”"),
            ("Mrs Grey Social Worker", "TitledName “Mrs Grey”"),
            ("Mr Lane", "TitledName “Mr Lane”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "Mr",
            "Mr X and Mrs Y",
            "The Dr. Then she left",
            "Dr Appointment",
            "will miss School",
            "Miss. The panel",
            "diagnosed with MS Society help",
            "dr said",
            "DS CIN",
            "Mr and Mrs",
            "a PC and a tablet",
        ],
    );
}

#[test]
fn i03_streets() {
    assert_rows(
        &plain(),
        &[
            ("12 Quillfeather Road", "Street “12 Quillfeather Road”"),
            ("Flat 3, 12a Great Quill Street", "Street “Flat 3, 12a Great Quill Street”"),
            ("moved to Quillfeather Avenue", "Street “Quillfeather Avenue”"),
            ("7 Quill Close", "Street “7 Quill Close”"),
            ("12 St Quill’s Way", "Street “12 St Quill’s Way”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "the road to the school",
            "the High Street",
            "Family Court",
            "Section 2 Family Court",
            "a close friend, Close",
            "The Lane",
            "3 visits, close together",
            "In View of this",
        ],
    );
}

#[test]
fn i03_schools_and_practices_by_name() {
    assert_rows(
        &plain(),
        &[
            ("Quillfeather Primary School", "Institution “Quillfeather Primary School”"),
            ("St Quill’s Academy", "Institution “St Quill’s Academy”"),
            ("Quill Medical Centre", "Institution “Quill Medical Centre”"),
            ("the Quillfeather Surgery", "Institution “Quillfeather Surgery”"),
            ("Quill General Hospital", "Institution “Quill General Hospital”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "the School Nurse",
            "Primary School",
            "Contacted School twice",
            "Good Practice and Social Work Practice",
            "the Contact Centre",
            "School A, Nursery B",
            "Sunday School",
            "General Hospital",
            "CSC School",
        ],
    );
}

#[test]
fn i03_vehicles_and_record_numbers() {
    assert_rows(
        &plain(),
        &[
            ("a car, AB12 CDE,", "Vehicle “AB12 CDE”"),
            ("A123 BCD", "Vehicle “A123 BCD”"),
            ("hospital number 12345", "RecordNumber “12345”"),
            ("crime ref: 42/12345/26", "RecordNumber “42/12345/26”"),
            ("Case number is 123456", "RecordNumber “123456”"),
            ("passport no. 123456789", "RecordNumber “123456789”"),
            ("1234567", "RecordNumber “1234567”"),
            ("RX123456", "RecordNumber “RX123456”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "case number 3",
            "hospital 2026",
            "in reference to 2026",
            "record of 2025 and 2026",
            "2,000,000 pounds",
            "no 4.5.a",
            "ab12 cde",
            "Working Together 2023",
            "100000 people",
        ],
    );
}

#[test]
fn i04_dates_of_birth_block() {
    assert_rows(
        &plain(),
        &[
            ("born on 12/03/2014.", "BirthDate! “born on 12/03/2014”"),
            ("DOB: 12.3.14", "BirthDate! “DOB: 12.3.14”"),
            ("d.o.b. 12 March 2014", "BirthDate! “d.o.b. 12 March 2014”"),
            ("date of birth is 12/03/2014", "BirthDate! “date of birth is 12/03/2014”"),
            ("Date of birth 12032014", "BirthDate! “Date of birth 12032014”"),
            ("(born 12 March)", "BirthDate! “born 12 March”"),
            ("birthday on 3 May", "BirthDate! “birthday on 3 May”"),
            ("12/03/2014 (DOB)", "BirthDate! “12/03/2014 (DOB”"),
            ("born on 1 April 2026", "BirthDate! “born on 1 April 2026”"),
        ],
    );
}

#[test]
fn i04_a_sentence_that_only_suggests_a_birth_warns() {
    let text = "The baby was born early and came home on 12/03/2026";
    assert_rows(&plain(), &[(text, "BirthDate “12/03/2026”")]);
}

#[test]
fn i04_ages_and_dates_of_work_are_left_alone() {
    assert_nothing(
        &plain(),
        &[
            "aged 12 months, 3 years and 4 months old",
            "born at 38 weeks",
            "born in March 2014",
            "Pre-birth assessment on 12/03/2026",
            "The unborn child. A visit on 12/03/2026",
            "He was born here. On 12/03/2026 they moved",
            "a newborn; seen 12/03/2026",
            "a birth mother seen on 12/03/2026",
        ],
    );
}

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
fn i07_roles_are_left_alone() {
    for role in ROLES {
        let texts = [role.to_owned(), role.to_uppercase(), format!("{role} SW1 HV2 core group")];
        assert_nothing(&list(), &texts.each_ref().map(String::as_str));
    }
    assert_nothing(&list(), &["maternal grandmother", "partner", "SW", "HV", "core group"]);
}
