//! Answering a page of questions by keyboard, whatever the tool asks.

use crate::keyboard::{ENTER, Focus, Keyboard, SPACE};
use crate::wait::eventually;
use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// More controls than any page has.
const MOST_STOPS: usize = 600;

/// How long ago every date is that a page asks for.
pub const DAYS_AGO: u32 = 30;

/// Thirty words and more, for the reason of an overall grade.
const LONG_REASON: &str = "Plans were followed and visits kept, the record tells what life was like at home, \
    reviews were on time, managers saw the case each month, and what the family said changed what was done.";

/// So much of each part of a box's id is typed into it.
const PART: usize = 4;

/// Answers in the order of preference; where a question offers none of them, its first.
const PREFERRED: [&str; 4] = ["good", "yes", "involved", "improved"];

/// What was typed, by the id of its control; dates apart, which stay on the device.
pub type Typed = BTreeMap<String, String>;

/// Answers everything from here to the button “Save and continue”, and leaves the focus on that.
///
/// A strength and a concern are added where a list is empty. Where evidence of an answer stands is left
/// open: a warning that must be explained before signing.
pub async fn answer_page(keyboard: &Keyboard<'_>) -> Result<Typed> {
    let mut typed = Typed::new();
    let mut added = Vec::new();
    for _ in 0..MOST_STOPS {
        let focus = keyboard.tab().await?;
        if focus.tag == "button" && focus.text.starts_with("Save and continue") {
            return Ok(typed);
        }
        if focus.tag == "button" && focus.text.starts_with("Add a ") && !added.contains(&focus.text)
        {
            added.push(focus.text.clone());
            keyboard.press(&[ENTER]).await?;
            // The new row's first question takes the focus.
            let first = eventually("the new row", async || {
                let focus = keyboard.focus().await?;
                Ok((focus.tag != "button").then_some(focus))
            })
            .await?;
            answer(keyboard, &first, &mut typed).await?;
            continue;
        }
        answer(keyboard, &focus, &mut typed).await?;
    }
    bail!("Tab never comes to “Save and continue”")
}

/// Answers the one control that has the focus, unless it is answered.
async fn answer(keyboard: &Keyboard<'_>, focus: &Focus, typed: &mut Typed) -> Result<()> {
    match (focus.tag.as_str(), focus.kind.as_str()) {
        ("input", "radio") if focus.chosen.is_empty() => {
            keyboard.choose(focus, &preferred(&focus.choices)).await
        }
        ("input", "checkbox") if focus.chosen.is_empty() => keyboard.press(&[SPACE]).await,
        ("input", "text") if focus.value.is_empty() && date_box(&focus.id).is_some() => {
            let part = date_box(&focus.id).unwrap_or_default();
            keyboard.text(&keyboard.date(DAYS_AGO).await?[part]).await
        }
        ("input", "text") | ("textarea", _) if focus.value.is_empty() => {
            let text = text_for(focus, typed);
            keyboard.text(&text).await?;
            typed.insert(focus.id.clone(), text);
            Ok(())
        }
        // Typing chooses the first that begins so.
        ("select", _) if focus.value.is_empty() && !focus.id.starts_with("prompt-") => {
            keyboard.text("Case note").await
        }
        _ => Ok(()),
    }
}

/// Which part of a date a box is for.
fn date_box(id: &str) -> Option<usize> {
    ["-day", "-month", "-year", "-time"].iter().position(|end| id.ends_with(end))
}

fn preferred(choices: &[String]) -> String {
    let wanted = PREFERRED.iter().find(|wanted| choices.iter().any(|one| one == *wanted));
    wanted
        .map(|wanted| (*wanted).to_owned())
        .or_else(|| choices.first().cloned())
        .unwrap_or_default()
}

fn text_for(focus: &Focus, typed: &Typed) -> String {
    if focus.inputmode == "numeric" {
        return "4".to_owned();
    }
    if focus.id == "overall-reason" {
        return LONG_REASON.to_owned();
    }
    // Its own for each box, so that none is taken for another's; where short ones are alike it is the longer.
    let short = named_after(&focus.id, PART);
    let alike = |one: &String| one.starts_with(&short) || short.starts_with(one.as_str());
    if typed.values().any(alike) { named_after(&focus.id, usize::MAX) } else { short }
}

/// A text with so many characters of each part of an id: keys take most of a long story's time.
fn named_after(id: &str, most: usize) -> String {
    // Digits of an identifier drawn by chance are now and then an NHS number, which no text of a return may hold.
    let letter = |one: char| {
        let letter = one.to_digit(10).and_then(|digit| char::from_digit(digit + 16, 26));
        letter.unwrap_or(one)
    };
    let shortened = |part: &str| part.chars().take(most).map(letter).collect::<String>();
    let parts: Vec<String> = id.split(['-', '_']).map(shortened).collect();
    format!("In {}", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::{Focus, Typed, text_for};

    fn typed_into(id: &str, typed: &Typed) -> String {
        text_for(&Focus { id: id.to_owned(), ..Focus::default() }, typed)
    }

    #[test]
    fn a_text_is_short_and_no_digits_of_an_id_make_a_number() {
        let none = Typed::new();
        assert_eq!(typed_into("prompt-2.3-evidence", &none), "In prom-i.j-evid");
        assert_eq!(typed_into("area-2_0123456789_text", &none), "In area-i-ghij-text");
    }

    #[test]
    fn boxes_whose_short_texts_would_be_alike_have_long_ones() {
        let mut typed = Typed::new();
        typed.insert("area-2_reason".into(), typed_into("area-2_reason", &typed));
        assert_eq!(typed["area-2_reason"], "In area-i-reas");
        assert_eq!(typed_into("area-2_reassurance", &typed), "In area-i-reassurance");
    }
}
