//! I-03: titles with names, streets, schools and practices.

use super::*;

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
            ("MR DE SOUZA CAME", "TitledName “MR DE SOUZA”"),
            ("MRS VAN DER QUILL CAME", "TitledName “MRS VAN DER QUILL”"),
            ("said to Mrs\nQuillfeather that", "TitledName “Mrs\nQuillfeather”"),
            ("PC Quillfeather", "TitledName “PC Quillfeather”"),
            ("Mrs Grey Social Worker", "TitledName “Mrs Grey”"),
            ("Mr Lane", "TitledName “Mr Lane”"),
            ("Mr Young", "TitledName “Mr Young”"),
            ("Mr John West rang", "TitledName “Mr John West”"),
            ("Mrs Grey Early Help", "TitledName “Mrs Grey”"),
            ("Mr John O’Neill", "TitledName “Mr John O’Neill”"),
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
            "PC World",
            "young people, a good day",
            "Title: Mr\nName: not known",
            "seen by Dr\nDischarged home",
            "told the PC\nVisited again",
            "in said Miss\nVisited again",
            "told Mr\n\nQuillfeather",
        ],
    );
}

#[test]
fn i03_surnames_in_capitals() {
    assert_rows(
        &plain(),
        &[
            (
                "Mr SMITH assaulted Mrs KHAN; DC JONES attended",
                "TitledName “Mr SMITH”, TitledName “Mrs KHAN”, TitledName “DC JONES”",
            ),
            ("Mr John SMITH", "TitledName “Mr John SMITH”"),
            ("Mr J. SMITH", "TitledName “Mr J. SMITH”"),
            ("Mr JOHN SMITH came", "TitledName “Mr JOHN SMITH”"),
            ("Ms DE SOUZA", "TitledName “Ms DE SOUZA”"),
            ("Mr John O’NEILL", "TitledName “Mr John O’NEILL”"),
            ("Mr and Mrs SMITH", "TitledName “Mr and Mrs SMITH”"),
            ("Dr YOUNG", "TitledName “Dr YOUNG”"),
            ("DC John SMITH", "TitledName “DC John SMITH”"),
            ("Sgt WARD", "TitledName “Sgt WARD”"),
            ("DC YOUNG attended", "TitledName “DC YOUNG”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "Dr GP",
            "Mr CSC",
            "MR CIN",
            "DS MASH",
            "DC TBC",
            "PC WORLD",
            "Mr X and DC Y",
            "DS LAC",
            "DS EARLY HELP",
        ],
    );
}

/// A whole line of a letter, which was cut because it was full.
const CUT: &str = "The health visitor wrote to the mother and to";

#[test]
fn i03_a_name_that_goes_on_on_the_next_line() {
    let rows = [
        ("met Miss\nQuillfeather", "TitledName “Miss\nQuillfeather”"),
        ("told Mr Quillfeather\nBloods taken", "TitledName “Mr Quillfeather”"),
    ];
    assert_rows(&plain(), &rows);
    let names = [
        "Dr\nQuillfeather",
        "Dr\r\nSmith",
        "Dr\nAhmed",
        "DC\nLEE",
        "Sgt\nQuillfeather",
        "Dr J\nQuillfeather",
        "Dr J. A.\nQuillfeather",
    ];
    for name in names {
        let text = format!("{CUT} {name} on the same day.");
        assert_eq!(found(&plain(), &text), format!("TitledName “{name}”"));
    }
    let nobodys = [
        "at 12 Elm Dr\nBirmingham",
        "the DC\nQuillfeather rang",
        "a PC\nTablet given",
        "Dr\nPlan: none",
    ];
    for text in nobodys {
        assert_eq!(found(&plain(), &format!("{CUT} {text}")), "", "{text}");
    }
    assert_nothing(&plain(), &["Title: Dr\nName: not known", "has MS\nBLOODS"]);
}

#[test]
fn i03_behind_a_letter_at_the_end_of_a_full_line_a_word_is_warned_of_rather_than_passed_over() {
    let text = format!("{CUT} Mr A\nThresholds were met");
    assert_eq!(found(&plain(), &text), "TitledName “Mr A\nThresholds”", "without a full stop");
    assert_nothing(&plain(), &["told Mr A\nThresholds were met"]);
}

#[test]
fn i03_a_name_takes_no_word_of_the_next_paragraph() {
    for next in ["Concerns", "Visited again", "Quillfeather"] {
        let text = format!("{CUT} Mr Quillfeather\n{next}");
        assert_eq!(found(&plain(), &text), "TitledName “Mr Quillfeather”", "{next}");
    }
    let colon = format!("{CUT} Mr John:\nQuillfeather");
    assert_eq!(found(&plain(), &colon), "TitledName “Mr John”");
    let paragraph = format!("{CUT} her own family. {CUT} Dr\nBruise on the arm");
    let initial = format!("{CUT} Mr A.\nThresholds were met");
    assert_nothing(
        &plain(),
        &[paragraph.as_str(), initial.as_str(), "seen by Dr\nBruise", "told DC\nQuillfeather rang"],
    );
}

#[test]
fn i03_a_name_around_a_middle_initial() {
    assert_rows(
        &plain(),
        &[
            ("Mr John M. Quillfeather", "TitledName “Mr John M. Quillfeather”"),
            ("Dr Ali J Quillfeather said", "TitledName “Dr Ali J Quillfeather”"),
            ("Mr John M. O’Neill", "TitledName “Mr John M. O’Neill”"),
            ("Mr JOHN M. SMITH came", "TitledName “Mr JOHN M. SMITH”"),
            ("told Mr Quillfeather I was", "TitledName “Mr Quillfeather”"),
            ("Mrs Quillfeather B. The panel", "TitledName “Mrs Quillfeather”"),
        ],
    );
}

#[test]
fn i03_ms_in_capitals_is_a_title_where_a_name_follows() {
    assert_rows(
        &plain(),
        &[
            ("MS KHAN rang", "TitledName “MS KHAN”"),
            ("SPOKE TO MS AHMED TODAY", "TitledName “MS AHMED”"),
            ("MS LEE and DC LEE", "TitledName “MS LEE”, TitledName “DC LEE”"),
            ("MS A. KHAN", "TitledName “MS A. KHAN”"),
            ("MR AND MS KHAN", "TitledName “MR AND MS KHAN”"),
        ],
    );
    assert_nothing(
        &plain(),
        &[
            "has MS",
            "MOTHER HAS MS RELAPSED LAST YEAR",
            "DIAGNOSED WITH MS LAST YEAR",
            "MS DIAGNOSED AND KNOWN",
            "MS SOCIETY",
            "MS Nurse and MS Society",
            "an MS TEAMS meeting",
            "MS IDVA",
            "MS TBC",
            "in MS WORD",
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
