//! I-03 and I-04: whole dates, dates of birth and ages.

use super::*;

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
            ("d/o/b 12/03/2026", "BirthDate! “d/o/b 12/03/2026”"),
            ("d-o-b 12/03/2026", "BirthDate! “d-o-b 12/03/2026”"),
            ("D O B: 12/03/2026", "BirthDate! “D O B: 12/03/2026”"),
            ("d. o. b. 12/03/2026", "BirthDate! “d. o. b. 12/03/2026”"),
            ("DOB; 12/03/2026", "BirthDate! “DOB; 12/03/2026”"),
        ],
    );
}

#[test]
fn i04_a_date_of_birth_may_stand_on_the_next_line() {
    assert_rows(
        &plain(),
        &[
            ("DOB:\n12/03/2026", "BirthDate! “DOB:\n12/03/2026”"),
            ("Child’s DOB\n12/03/2026", "BirthDate! “DOB\n12/03/2026”"),
            ("Date of birth\r\n12 March 2026", "BirthDate! “Date of birth\r\n12 March 2026”"),
            ("Seen.\n\nBorn\n12/03/2026", "BirthDate! “Born\n12/03/2026”"),
            ("was born on\n12/03/2026", "BirthDate! “born on\n12/03/2026”"),
            ("was born\non 12/03/2026", "BirthDate! “born\non 12/03/2026”"),
            ("born on 12\nMarch 2026", "BirthDate! “born on 12\nMarch 2026”"),
        ],
    );
}

#[test]
fn i04_dates_of_work_one_a_line_are_left_alone() {
    assert_nothing(
        &plain(),
        &[
            "12/03/2026\n14/03/2026\n16/03/2026",
            "10/03/2026 Baby born\n12/03/2026 HV visit",
            "10/03/2026 Baby born\nOn 12/03/2026 HV visit",
            "10/03/2026\nBorn\n12/03/2026\nHV visit",
            "DOB:\n\n12/03/2026 HV visit",
            "DOB is recorded\n12/03/2026 HV visit",
            "She was born; 12/03/2026 was a visit",
            "Born early. Visits were as follows:\n12/03/2026",
            "Visits: 3\nMarch 2014",
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
