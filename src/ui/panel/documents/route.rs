//! Addresses of the documents' pages.

use crate::envelope::Hash;
use crate::id::ItemId;
use crate::panel::manuscript;
use crate::report::document::{DocumentKind, FigureCount};

/// A page of the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All kinds.
    List,
    /// Texts that the panel writes for them.
    Texts,
    /// A new text, for this place where one is given.
    NewText(Option<manuscript::Place>),
    /// One text.
    Text(ItemId),
    /// The numbers as files.
    Numbers,
    /// The earlier round that this one is measured against.
    Baseline,
    /// What of that round is what of this one.
    Same,
    /// The anonymous dataset.
    Dataset,
    /// How long the working papers stay.
    Retention,
    /// Taking the round off this computer.
    TakeOff,
    /// A page of one kind of document.
    Of(DocumentKind, View),
}

/// A page of one kind of document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// The document as it is now.
    Whole,
    /// The same, where this sentence stands.
    At(String),
    /// One sentence: what is behind it, and its wording.
    Sentence(String),
    /// One number of its charts and tables: the cases, and what is behind it.
    Count(FigureCount),
    /// What has to be read before it is published.
    Publication,
    /// Versions that are kept.
    Versions,
    /// One of them.
    Version(Hash),
    /// One sentence of a version: what was behind it then.
    VersionSentence(Hash, String),
    /// One number of a version’s charts and tables, then and now.
    VersionCount(Hash, FigureCount),
    /// A version on paper.
    Paper(Hash),
    /// As it is now, on paper, of what the board and its groups work with before it is cleared.
    Draft,
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::List,
            ["texts"] => Self::Texts,
            ["texts", "new"] => Self::NewText(None),
            ["texts", "new", key] => Self::NewText(Some(manuscript::Place::of_key(key)?)),
            ["texts", "one", id] => Self::Text(ItemId::new(*id).ok()?),
            ["numbers"] => Self::Numbers,
            ["baseline"] => Self::Baseline,
            ["baseline", "same"] => Self::Same,
            ["dataset"] => Self::Dataset,
            ["retention"] => Self::Retention,
            ["take-off"] => Self::TakeOff,
            [kind, rest @ ..] => Self::Of(DocumentKind::named(kind)?, View::of(kind, rest)?),
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::List => String::new(),
            Self::Texts => "/texts".to_owned(),
            Self::NewText(None) => "/texts/new".to_owned(),
            Self::NewText(Some(place)) => ["/texts/new/", &place.key()].concat(),
            Self::Text(id) => ["/texts/one/", id.as_str()].concat(),
            Self::Numbers => "/numbers".to_owned(),
            Self::Baseline => "/baseline".to_owned(),
            Self::Same => "/baseline/same".to_owned(),
            Self::Dataset => "/dataset".to_owned(),
            Self::Retention => "/retention".to_owned(),
            Self::TakeOff => "/take-off".to_owned(),
            Self::Of(kind, view) => ["/", kind.as_str(), &view.tail()].concat(),
        }
    }
}

/// What is published needs clearance before anybody prints it (I-08); a plan is worked with before that.
fn has_draft(kind: &str) -> bool {
    DocumentKind::named(kind) == Some(DocumentKind::ActionPlan)
}

impl View {
    fn of(kind: &str, parts: &[&str]) -> Option<Self> {
        // A sentence's id begins with its kind, which stands in the address already.
        let sentence = |rest: &[&str]| [kind, "/", &rest.join("/")].concat();
        Some(match parts {
            [] => Self::Whole,
            ["at", rest @ ..] if !rest.is_empty() => Self::At(sentence(rest)),
            ["sentence", rest @ ..] if !rest.is_empty() => Self::Sentence(sentence(rest)),
            ["count", rest @ ..] => Self::Count(FigureCount::of_key(rest)?),
            ["publication"] => Self::Publication,
            ["versions"] => Self::Versions,
            ["version", id] => Self::Version(id.parse().ok()?),
            ["version", id, "paper"] => Self::Paper(id.parse().ok()?),
            ["version", id, "sentence", rest @ ..] if !rest.is_empty() => {
                Self::VersionSentence(id.parse().ok()?, sentence(rest))
            }
            ["version", id, "count", rest @ ..] => {
                Self::VersionCount(id.parse().ok()?, FigureCount::of_key(rest)?)
            }
            ["draft"] if has_draft(kind) => Self::Draft,
            _ => return None,
        })
    }

    fn tail(&self) -> String {
        let within = |id: &str| id.split_once('/').map_or(id, |(_, rest)| rest).to_owned();
        match self {
            Self::Whole => String::new(),
            Self::At(sentence) => ["/at/", &within(sentence)].concat(),
            Self::Sentence(sentence) => ["/sentence/", &within(sentence)].concat(),
            Self::Count(count) => ["/count/", &count.key()].concat(),
            Self::Publication => "/publication".to_owned(),
            Self::Versions => "/versions".to_owned(),
            Self::Version(id) => ["/version/", &id.to_string()].concat(),
            Self::VersionSentence(id, sentence) => {
                ["/version/", &id.to_string(), "/sentence/", &within(sentence)].concat()
            }
            Self::VersionCount(id, count) => {
                ["/version/", &id.to_string(), "/count/", &count.key()].concat()
            }
            Self::Paper(id) => ["/version/", &id.to_string(), "/paper"].concat(),
            Self::Draft => "/draft".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_documents_is_found_by_its_own_address() {
        let id = ItemId::new("p1").unwrap();
        let mut places = vec![
            Place::List,
            Place::Texts,
            Place::NewText(None),
            Place::NewText(manuscript::Place::of_key("summary.case-1")),
            Place::Text(id),
            Place::Numbers,
            Place::Baseline,
            Place::Same,
            Place::Dataset,
            Place::Retention,
            Place::TakeOff,
        ];
        for kind in DocumentKind::ALL.into_iter().chain([DocumentKind::Comparison]) {
            let sentence = [kind.as_str(), "/area-3/statement/safe"].concat();
            let version = Hash::of(b"a version");
            let count = FigureCount::of_key(&["grades", "-", "good"]).unwrap();
            let answer = FigureCount::of_key(&["answers", "4.6", "not-evident"]).unwrap();
            let actions = FigureCount::Actions(Hash::of(b"a theme"));
            let views = [
                View::Whole,
                View::At(sentence.clone()),
                View::Sentence(sentence.clone()),
                View::Count(count.clone()),
                View::Count(answer),
                View::Count(actions),
                View::VersionSentence(version, sentence),
                View::VersionCount(version, count),
                View::Publication,
                View::Versions,
                View::Version(version),
                View::Paper(version),
            ];
            places.extend(views.map(|view| Place::Of(kind, view)));
        }
        places.push(Place::Of(DocumentKind::ActionPlan, View::Draft));
        for place in places {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["pamphlet"]), None);
        assert_eq!(Place::of(&["overview", "sentence"]), None);
        assert_eq!(Place::of(&["overview", "draft"]), None);
        assert_eq!(Place::of(&["overview", "count", "grades"]), None);
    }
}
