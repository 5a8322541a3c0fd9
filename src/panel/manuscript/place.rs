//! Where a passage belongs, as one word: for addresses and boxes.

use super::Place;
use crate::id::{AreaId, CaseRef, ItemId};

impl Place {
    /// One word for it, such as `summary.case-1`.
    pub fn key(&self) -> String {
        let (kind, of) = match self {
            Self::Summary(case) => ("summary", case.as_str()),
            Self::Finding(finding) => ("finding", finding.as_str()),
            Self::Overview(area) => ("overview", area.as_str()),
            Self::Learning => return "learning".to_owned(),
            Self::Recommendation => return "recommendation".to_owned(),
            Self::Discussion => return "discussion".to_owned(),
            Self::Conclusion => return "conclusion".to_owned(),
        };
        [kind, ".", of].concat()
    }

    /// The place of this word; `None` where it is none.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key.split_once('.') {
            Some(("summary", case)) => Self::Summary(CaseRef::new(case).ok()?),
            Some(("finding", finding)) => Self::Finding(ItemId::new(finding).ok()?),
            Some(("overview", area)) => Self::Overview(AreaId::new(area).ok()?),
            Some(_) => return None,
            None => match key {
                "learning" => Self::Learning,
                "recommendation" => Self::Recommendation,
                "discussion" => Self::Discussion,
                "conclusion" => Self::Conclusion,
                _ => return None,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_by_its_word() {
        let keys = [
            "summary.case-1",
            "finding.f1",
            "overview.area-2",
            "learning",
            "recommendation",
            "discussion",
            "conclusion",
        ];
        for key in keys {
            assert_eq!(Place::of_key(key).unwrap().key(), key);
        }
        assert_eq!(Place::of_key("summary"), None);
        assert_eq!(Place::of_key("elsewhere.f1"), None);
    }
}
