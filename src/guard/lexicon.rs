//! Words that the guard knows: roles, which are always allowed (I-07), titles, months, kinds of place.
//!
//! Data: to add a word, add it to its row. All rows are of small ASCII letters.

use std::sync::OnceLock;

/// Roles offered in place of a name, and never found themselves (I-07).
pub const ROLES: [&str; 24] = [
    "the child",
    "the mother",
    "the father",
    "the mother’s partner",
    "the father’s partner",
    "a sibling",
    "the grandmother",
    "the grandfather",
    "the maternal grandmother",
    "the paternal grandmother",
    "an aunt",
    "an uncle",
    "the carer",
    "a friend of the family",
    "the social worker",
    "the health visitor",
    "the school nurse",
    "the midwife",
    "the GP",
    "the teacher",
    "the designated safeguarding lead",
    "the police officer",
    "the team manager",
    "the worker",
];

/// What a word is to the guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// No name, whatever its first letter: roles, pronouns, days, what services are called.
    Generic,
    /// The same, but a name behind a title: "Mr Young".
    Surname,
    /// A word of its own as well as a name: a name only with a capital.
    Common,
    /// Part of a name, without a capital: "van".
    Particle,
    Title(Title),
    Month(u32),
    Birth,
    /// Announces a telephone number.
    Telephone,
    /// What keeps records, or what they are about.
    Record,
    /// "number", "reference".
    Numbering,
    /// Ends an address by itself: "Road".
    Road,
    /// Ends an address after a house number: "Close".
    Close,
    Institution(Institution),
    /// "Practice", "Centre": an institution after "Medical" or the like.
    Centre,
    /// May stand between a cue and what it announces.
    Link,
}

/// What stands before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    Man,
    Woman,
    Any,
    Doctor,
    Police,
}

/// Kinds of institution that are known by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Institution {
    School,
    Nursery,
    Practice,
    Hospital,
}

const WORDS: &[(Class, &str)] = &[
    (
        Class::Generic,
        "a about after again all also although an and another any as at baby babies back because \
         been before between both but by can carer carers case chair child children childrens \
         consultant contact core could daughter did do does down during each either every family \
         families father fathers female first foster friend friends grandfather grandmother \
         grandparent grandparents group had has have he health her here him his home how i if in \
         into is it its lead leader legal local male manager managers many maternal me meeting \
         midwife more most mother mothers mum dad mums dads my nan next night no none nor not now \
         nurse of off officer officers on one only or other our out over panel parent parents \
         partner partners paternal person plan police professional professionals protection \
         removed review said same second see service services she should sibling siblings since \
         social so some son still strategy such support team teams than that the their them then \
         there these they third this those though three through to today two under until up us \
         visitor visitors was we week were what when where whether which while who whom whose why \
         with within without work worker workers would you your youth adult aunt uncle teacher \
         teachers headteacher doctor doctors gp sw hv dsl csc mash lado cp cin safeguarding \
         assessment conference referral enquiry investigation order section act council authority \
         borough county city town district community general special primary secondary junior \
         infant infants high local grammar comprehensive boarding catholic old new medical dental \
         surgical national sunday monday tuesday wednesday thursday friday saturday upper lower \
         designated named help years year safe call leisure sports shopping crown magistrates \
         family supreme department unit letter appointment report visit call calls visits letters \
         telephone address email postcode somebody nobody everyone nothing something for from \
         world marac mappa camhs cafcass ehcp icpc rcpc senco adhd asd",
    ),
    (Class::Surname, "best day early east good job main north royal south west young younger"),
    (
        Class::Common,
        "art bill bob bond bishop black blue brook brown carol chance charity chase christian cook \
         cross daisy dale dawn dean drew duke earl eve faith field fields fern fleur ford forest \
         fox frank free gale gay gene glen grace grant gray grey guy harmony hazel heather heath \
         holly hope hunter iris ivy jack jade jasmine jean jewel joy justice king knight lance \
         lee lily long lord love mark marsh mason max melody mercy miles moor moss nick noble \
         olive page pat patience peace pearl penny pierce pool poppy power price prince queen ray \
         reed rich rob robin rock rod rose ruby rusty sandy sharp short skip sky small star stone \
         storm strong sue summer swan swift tan trinity victor violet wade ward waters wells \
         white will wise wolf wood woods worth temple banks bell berry best booth bridges bush \
         butcher baker carpenter chambers cooper farmer fisher gardener porter potter shepherd \
         smith taylor walker weaver major precious princess blessing destiny paris chelsea \
         florence angel angels sunny teddy buddy junior senior winter spring autumn ocean river \
         raven sage coral amber crystal honey ginger cherry clay cliff colt dell dusty ebony",
    ),
    (Class::Particle, "de da di du del den der van von la le al el bin bint ibn ap abu st san"),
    (Class::Title(Title::Man), "mr mister"),
    (Class::Title(Title::Woman), "mrs ms miss"),
    (Class::Title(Title::Any), "mx prof professor rev reverend"),
    (Class::Title(Title::Doctor), "dr"),
    (Class::Title(Title::Police), "pc wpc dc ds di sgt sergeant insp inspector"),
    (Class::Month(1), "january jan ionawr"),
    (Class::Month(2), "february feb chwefror"),
    (Class::Month(3), "march mar mawrth"),
    (Class::Month(4), "april apr ebrill"),
    (Class::Month(5), "may mai"),
    (Class::Month(6), "june jun mehefin"),
    (Class::Month(7), "july jul gorffennaf"),
    (Class::Month(8), "august aug awst"),
    (Class::Month(9), "september sept sep medi"),
    (Class::Month(10), "october oct hydref"),
    (Class::Month(11), "november nov tachwedd"),
    (Class::Month(12), "december dec rhagfyr"),
    (Class::Birth, "born dob birthday birthdate ganwyd ganed"),
    (Class::Telephone, "tel telephone phone mobile mob fax ffon"),
    (
        Class::Record,
        "record records crime hospital patient pupil passport file client incident mosaic \
         liquidlogic carefirst careworks systmone emis rio niche cris mrn urn chi nhs capita ics",
    ),
    (Class::Numbering, "number numbers no nr num reference ref id"),
    (Class::Road, "road rd street avenue ave lane crescent terrace mews heol stryd"),
    (
        Class::Close,
        "close drive court place gardens way grove square hill walk rise row green park view \
         house flats gate parade ffordd",
    ),
    (Class::Institution(Institution::School), "school academy college ysgol"),
    (Class::Institution(Institution::Nursery), "nursery preschool playgroup"),
    (Class::Institution(Institution::Practice), "surgery"),
    (Class::Institution(Institution::Hospital), "hospital infirmary"),
    (Class::Centre, "practice centre"),
    (Class::Link, "is was on the of as given recorded at"),
];

/// Words of the rows that a listed name is never looked for by, beside those of [`ROLES`]: sentences
/// begin with them, or they are roles and services as well (I-07).
const NOBODYS: &str = "\
     about after again all also although an and another any as at baby babies back because been \
     before between both but by can carer carers case child children childrens core could dad \
     dads did does down during each either every families father fathers for from given had has \
     have he her here his how if in into is it its me more most mother mothers mum mums my next \
     no none nor not nothing now off on one only or other our out over parent parents partners \
     professional professionals recorded same she should siblings since so some st still such \
     than that their them then there these they third this those though through to today two \
     under until up us was we were what when where whether which while who whom whose why with \
     within without workers would your sw hv dsl csc mash lado cp cin";

/// Whether it is one of them, or of the words that roles are made of.
pub(super) fn is_nobodys(word: &str) -> bool {
    let in_role = |role: &&str| role.split([' ', '’']).any(|it| it.eq_ignore_ascii_case(word));
    NOBODYS.split_ascii_whitespace().any(|known| known == word) || ROLES.iter().any(in_role)
}

/// Slots of the table: a power of two, more than twice the words.
const SLOTS: usize = 2048;
/// Longest word that is looked up, in bytes.
const LONGEST: usize = 13;

struct Table(Vec<Option<(&'static str, Class)>>);

impl Table {
    /// Later rows win, so that "hospital", which is an institution, is no record.
    fn new() -> Self {
        let mut slots = vec![None; SLOTS];
        for (class, words) in WORDS {
            for word in words.split_ascii_whitespace() {
                let at = Self::slot(&slots, word.as_bytes());
                if let Some(slot) = slots.get_mut(at) {
                    *slot = Some((word, *class));
                }
            }
        }
        Self(slots)
    }

    /// Where a word stands, or would.
    fn slot(slots: &[Option<(&'static str, Class)>], word: &[u8]) -> usize {
        // FNV-1a.
        let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
        });
        let mut at = (hash ^ (hash >> 15)) as usize % SLOTS;
        // Ends: at least half of the slots are free.
        while slots.get(at).is_some_and(|slot| {
            slot.is_some_and(|(known, _): (&str, Class)| known.as_bytes() != word)
        }) {
            at = (at + 1) % SLOTS;
        }
        at
    }
}

/// What the guard knows of a word, in whatever case.
pub(super) fn class_of(word: &str) -> Option<Class> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let mut small = [0; LONGEST];
    let small = small.get_mut(..word.len())?;
    if !word.is_ascii() {
        return None;
    }
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    let slots = &TABLE.get_or_init(Table::new).0;
    let at = Table::slot(slots, small);
    slots.get(at).copied().flatten().map(|(_, class)| class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_rows_is_found_and_its_table_is_not_full() {
        let words: Vec<&str> =
            WORDS.iter().flat_map(|(_, words)| words.split_ascii_whitespace()).collect();
        let lost: Vec<&&str> = words.iter().filter(|word| class_of(word).is_none()).collect();
        assert!(lost.is_empty(), "too long for the table, or not small ASCII letters: {lost:?}");
        assert!(words.len() * 2 < SLOTS, "{} words", words.len());
        assert_eq!(class_of("Road"), Some(Class::Road));
        assert_eq!(class_of("roads"), None);
        assert_eq!(class_of("Zoë"), None);
    }

    #[test]
    fn i02_what_is_never_looked_for_is_of_the_rows() {
        let strange: Vec<&str> =
            NOBODYS.split_ascii_whitespace().filter(|word| class_of(word).is_none()).collect();
        assert_eq!(strange, Vec::<&str>::new());
        assert!(is_nobodys("gp") && is_nobodys("and") && !is_nobodys("young"));
    }

    #[test]
    fn i07_roles_are_made_of_words_that_are_never_names() {
        let names: Vec<&str> = ROLES
            .iter()
            .flat_map(|role| role.split([' ', '’']))
            .filter(|word| {
                let class = class_of(word);
                let school = class == Some(Class::Institution(Institution::School));
                *word != "s" && !school && !matches!(class, Some(Class::Generic | Class::Link))
            })
            .collect();
        assert_eq!(names, Vec::<&str>::new());
    }
}
