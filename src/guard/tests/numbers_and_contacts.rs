//! I-03: numbers that are somebody’s, and ways to reach somebody.

use super::*;

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
fn i03_an_nhs_number_is_found_behind_another_number() {
    assert_rows(
        &plain(),
        &[
            ("aged 7 943 476 5919", "NhsNumber! “943 476 5919”"),
            ("seen 12.03.2024 943 476 5919", "FullDate “12.03.2024”, NhsNumber! “943 476 5919”"),
            (
                "Born 12.03.2014 943 476 5919",
                "BirthDate! “Born 12.03.2014”, NhsNumber! “943 476 5919”",
            ),
        ],
    );
    assert_nothing(&plain(), &["aged 7 943 476 5918", "7 94347 65919"]);
}

#[test]
fn i03_a_number_or_a_postcode_may_be_wrapped_once() {
    assert_rows(
        &plain(),
        &[
            ("943 476\n5919", "NhsNumber! “943 476\n5919”"),
            ("943\r\n476 5919", "NhsNumber! “943\r\n476 5919”"),
            ("12\n943 476 5919", "NhsNumber! “943 476 5919”"),
            ("SW1A\n1AA", "Postcode! “SW1A\n1AA”"),
            ("M1 \n 1AE", "Postcode! “M1 \n 1AE”"),
            ("07700\n900123", "Telephone! “07700\n900123”"),
            ("020 7946\n0018", "Telephone! “020 7946\n0018”"),
            ("+44 7700\n900123", "Telephone! “+44 7700\n900123”"),
            ("07700 900123\n07700 900124", "Telephone! “07700 900123”, Telephone! “07700 900124”"),
            ("+44 7700 900123\n12 visits", "Telephone! “+44 7700 900123”"),
            ("12\n0044 7700 900123", "Telephone! “0044 7700 900123”"),
            ("AB 12 34\n56 C", "NationalInsurance “AB 12 34\n56 C”"),
            ("AB 12 34 56\nC, he said", "NationalInsurance “AB 12 34 56\nC”"),
            ("H\n801200001001", "Upn “H\n801200001001”"),
            ("H801200\r\n001001", "Upn “H801200\r\n001001”"),
        ],
    );
}

#[test]
fn i03_lists_of_numbers_one_a_line_are_left_alone() {
    assert_nothing(
        &plain(),
        &[
            "1\n2\n3",
            "943\n476\n5919",
            "943 476\n\n5919",
            "NHS trusts 2024 2025\n12",
            "by phone\n12\n14\n22",
            "0101\n0102\n0103",
            "Call at 0930\n12.03.26 visit",
            "Call at 0730\n2026-03-12 visit",
            "SW1A\n\n1AA",
            "SW1\n2ND VISIT",
            "area B1\n2ND VISIT",
            "s47\n2hr delay",
            "hospital number\n12345",
            "AB 12\n34\n56 C",
            "at 12 34 56\nA visit",
            "AB 12 34 56\nA visit",
            "room H80\n12 visits",
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
