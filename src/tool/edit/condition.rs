//! Changing one part of a condition, named by the way to it from the whole: positions among the parts.

use crate::id::PromptId;
use crate::tool::Condition;

/// What a part of a condition asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The answer to a question is one of some.
    Answer,
    /// A question is answered at all.
    Answered,
    /// The answer is a number within bounds.
    Number,
    /// The agency is of some kind.
    Agency,
    /// All of several parts hold.
    All,
    /// At least one of several parts holds.
    Any,
    /// A part does not hold.
    Not,
}

impl Form {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Answer, Self::Answered, Self::Number, Self::Agency, Self::All, Self::Any, Self::Not];

    /// As a control's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Answered => "answered",
            Self::Number => "number",
            Self::Agency => "agency",
            Self::All => "all",
            Self::Any => "any",
            Self::Not => "not",
        }
    }

    /// Of a condition.
    pub fn of(condition: &Condition) -> Self {
        match condition {
            Condition::Answer { .. } => Self::Answer,
            Condition::Answered(_) => Self::Answered,
            Condition::Number { .. } => Self::Number,
            Condition::Agency(_) => Self::Agency,
            Condition::All(_) => Self::All,
            Condition::Any(_) => Self::Any,
            Condition::Not(_) => Self::Not,
        }
    }
}

/// Choosing a form, which may pass others on its way: arrow keys take one after the other.
///
/// What stood there when somebody began to choose is what every form is made of, so that
/// passing one loses nothing.
#[derive(Debug, Clone, Default)]
pub struct Choosing {
    /// What stood there, and what was last made of it.
    under_way: Option<(Condition, Condition)>,
}

impl Choosing {
    /// What stands at a place now, in another form; about `prompt` where it asks about none.
    pub fn recast(&mut self, now: &Condition, form: Form, prompt: &PromptId) -> Condition {
        let goes_on = self.under_way.take().filter(|(_, made)| made == now);
        let began = goes_on.map_or_else(|| now.clone(), |(began, _)| began);
        let made = began.recast(form, prompt);
        self.under_way = Some((began, made.clone()));
        made
    }
}

impl Condition {
    /// Its parts, where it is made of any.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) | Self::Any(parts) => parts,
            Self::Not(part) => std::slice::from_ref(part),
            Self::Answered(_) | Self::Answer { .. } | Self::Number { .. } | Self::Agency(_) => &[],
        }
    }

    /// The part at the end of a way; itself at the end of none.
    pub fn part(&self, way: &[usize]) -> Option<&Self> {
        match way.split_first() {
            None => Some(self),
            Some((at, rest)) => self.parts().get(*at)?.part(rest),
        }
    }

    /// Puts another condition at the end of a way; a way that leads nowhere changes nothing.
    pub fn put(&mut self, way: &[usize], condition: Self) {
        if let Some(part) = self.part_mut(way) {
            *part = condition;
        }
    }

    /// Adds a part to the one at the end of a way, where that is made of several.
    pub fn add_part(&mut self, way: &[usize], condition: Self) {
        if let Some(Self::All(parts) | Self::Any(parts)) = self.part_mut(way) {
            parts.push(condition);
        }
    }

    /// Takes a part away, where it is one of several.
    pub fn remove_part(&mut self, way: &[usize]) {
        let Some((at, above)) = way.split_last() else { return };
        if let Some(Self::All(parts) | Self::Any(parts)) = self.part_mut(above)
            && *at < parts.len()
        {
            parts.remove(*at);
        }
    }

    /// The same in another form, which keeps what that form can hold; else it asks about `prompt`.
    #[must_use]
    pub fn recast(&self, form: Form, prompt: &PromptId) -> Self {
        if Form::of(self) == form {
            return self.clone();
        }
        let first = |condition: &Self| condition.prompts().first().map(|one| (*one).clone());
        let asked = || first(self).unwrap_or_else(|| prompt.clone());
        let several = || match self {
            Self::All(parts) | Self::Any(parts) => parts.clone(),
            other => vec![other.clone()],
        };
        // Out of "not" or a group comes its first part, where that is of the form already.
        if let Some(part) = self.parts().first().filter(|part| Form::of(part) == form) {
            return part.clone();
        }
        match form {
            Form::All => Self::All(several()),
            Form::Any => Self::Any(several()),
            Form::Not => Self::Not(Box::new(self.clone())),
            Form::Answer => Self::Answer { prompt: asked(), is: Vec::new() },
            Form::Answered => Self::Answered(asked()),
            Form::Number => Self::Number { prompt: asked(), at_least: None, at_most: None },
            Form::Agency => Self::Agency(Vec::new()),
        }
    }

    fn part_mut(&mut self, way: &[usize]) -> Option<&mut Self> {
        let Some((at, rest)) = way.split_first() else { return Some(self) };
        match self {
            Self::All(parts) | Self::Any(parts) => parts.get_mut(*at)?.part_mut(rest),
            Self::Not(part) if *at == 0 => part.part_mut(rest),
            Self::Not(_)
            | Self::Answered(_)
            | Self::Answer { .. }
            | Self::Number { .. }
            | Self::Agency(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> PromptId {
        PromptId::new(text).unwrap()
    }

    fn answer(prompt: &str) -> Condition {
        Condition::Answer { prompt: id(prompt), is: vec!["yes".into()] }
    }

    fn whole() -> Condition {
        let either = Condition::Any(vec![answer("1.2"), answer("1.3")]);
        Condition::All(vec![answer("1.1"), Condition::Not(Box::new(either))])
    }

    #[test]
    fn a_part_is_found_changed_added_and_taken_away_by_the_way_to_it() {
        let mut condition = whole();
        assert_eq!(condition.part(&[]), Some(&whole()));
        assert_eq!(condition.part(&[1, 0, 1]), Some(&answer("1.3")));
        assert_eq!(condition.part(&[1, 1]), None, "“not” has one part");
        condition.put(&[1, 0, 1], answer("1.4"));
        assert_eq!(condition.part(&[1, 0, 1]), Some(&answer("1.4")));
        condition.add_part(&[1, 0], answer("1.5"));
        assert_eq!(condition.part(&[1, 0]).unwrap().parts().len(), 3);
        condition.remove_part(&[1, 0, 0]);
        assert_eq!(condition.part(&[1, 0, 0]), Some(&answer("1.4")));
    }

    #[test]
    fn a_way_that_leads_nowhere_changes_nothing() {
        let mut condition = whole();
        for way in [&[7][..], &[0, 0], &[1, 1], &[]] {
            condition.remove_part(way);
            condition.add_part(&[0], answer("9.9"));
        }
        condition.put(&[7], answer("9.9"));
        assert_eq!(condition, whole());
    }

    #[test]
    fn forms_that_are_passed_on_the_way_lose_nothing() {
        let (one, other) = (answer("1.1"), id("9.9"));
        let mut choosing = Choosing::default();
        let mut now = one.clone();
        for form in [Form::Answered, Form::Number, Form::Agency, Form::All] {
            now = choosing.recast(&now, form, &other);
        }
        assert_eq!(now, Condition::All(vec![one.clone()]));
        assert_eq!(choosing.recast(&now, Form::Answer, &other), one, "and back");
        // What was written since is what the next choice begins with.
        now.add_part(&[], answer("1.2"));
        let mut again = now.clone();
        for form in [Form::Agency, Form::Any] {
            again = choosing.recast(&again, form, &other);
        }
        assert_eq!(again, Condition::Any(now.parts().to_vec()));
    }

    #[test]
    fn another_form_keeps_what_it_can_hold() {
        let other = id("9.9");
        let one = answer("1.1");
        assert_eq!(one.recast(Form::All, &other), Condition::All(vec![one.clone()]));
        assert_eq!(one.recast(Form::Not, &other).recast(Form::Answer, &other), one);
        assert_eq!(one.recast(Form::Any, &other).recast(Form::Answer, &other), one);
        assert_eq!(one.recast(Form::Answered, &other), Condition::Answered(id("1.1")));
        let both = Condition::All(vec![answer("1.1"), answer("1.2")]);
        let either = Condition::Any(vec![answer("1.1"), answer("1.2")]);
        assert_eq!(both.recast(Form::Any, &other), either);
        assert_eq!(
            Condition::Agency(Vec::new()).recast(Form::Answered, &other),
            Condition::Answered(other.clone())
        );
        for form in Form::ALL {
            assert_eq!(Form::of(&whole().recast(form, &other)), form);
        }
    }
}
