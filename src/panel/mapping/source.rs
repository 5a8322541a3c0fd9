//! Where another tool comes from: those that we ship, or an invitation that holds it whole.
//!
//! A return names its tool by hash and does not hold it. So whichever of the two
//! gives it, the tool is the very one that was answered.

use crate::envelope::{Kind, Limits, OpenError, open};
use crate::round::Invitation;
use crate::tool::{Tool, ToolRef, library};

/// Why a file gave no tool.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ToolFileError {
    /// It could not be opened.
    #[error("this is not an invitation, or it was changed")]
    Open(OpenError),
    /// It holds another tool than the one that was answered.
    #[error(
        "this invitation holds {0} version {1}, which is not the tool that these returns answer"
    )]
    OtherTool(String, u32),
}

/// The tool that is answered, where we ship it.
pub fn shipped(wanted: &ToolRef) -> Option<Tool> {
    library::by_id(&wanted.id).filter(|tool| tool.reference() == *wanted)
}

/// The tool that is answered, from the file of an invitation, whatever round that is of.
pub fn tool_of_invitation(bytes: &[u8], wanted: &ToolRef) -> Result<Tool, ToolFileError> {
    let limits = Limits::of(Kind::Invitation);
    let opened = open(bytes, &[Kind::Invitation], &limits).map_err(ToolFileError::Open)?;
    let invitation: Invitation = opened.parse().map_err(ToolFileError::Open)?;
    let tool = invitation.round.tool;
    if tool.reference() != *wanted {
        return Err(ToolFileError::OtherTool(tool.title, tool.version));
    }
    Ok(tool)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::Unsigned;
    use crate::panel::fixture::*;

    #[test]
    fn v07_another_tool_is_the_very_one_that_was_answered_or_none() {
        let ours = library::all().remove(1);
        assert_eq!(shipped(&ours.reference()).as_ref(), Some(&ours));
        let mut edited = ours.clone();
        edited.title.push('!');
        assert_eq!(shipped(&edited.reference()), None);
    }

    #[test]
    fn v07_an_invitation_gives_its_tool_and_no_other_file_does() {
        let desk = Desk::with(&["case-1"]);
        let invitation = desk.workbook.invitation(&slot("csc")).unwrap();
        let key = key_of("another round");
        let unsigned = Unsigned::of(&invitation, &key.public_key()).unwrap();
        let signature = key.sign(unsigned.signing_input());
        let file = unsigned.signed(&signature).unwrap();
        let wanted = tool("area-and-case");
        assert_eq!(tool_of_invitation(&file, &wanted.reference()).as_ref(), Ok(&wanted));
        let other = ToolFileError::OtherTool("Small tool".into(), 1);
        assert_eq!(tool_of_invitation(&file, &tool("case").reference()), Err(other));
        let nothing = tool_of_invitation(b"{}", &wanted.reference()).unwrap_err();
        assert!(matches!(nothing, ToolFileError::Open(_)), "{nothing:?}");
    }
}
