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
