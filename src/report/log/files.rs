//! Of the log: files that came in, who signed them, and by which tool they are read.

use super::{LogLine, Saying};
use crate::panel::Event;

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::ImportBegun { batch } => {
            say.what(["Import ", &batch.0.to_string(), " begun"].concat())
        }
        Event::Imported { batch, row } => {
            let title = row.outcome.wording().title;
            let what = ["Import ", &batch.0.to_string(), ": ", &row.name, ": ", &title].concat();
            row.place
                .as_ref()
                .map_or_else(|| say.what(what.clone()), |place| say.about(&what, place))
        }
        Event::ImportUndone { batch, files } => {
            let files = files.len().to_string();
            say.what(["Import ", &batch.0.to_string(), " taken back, files: ", &files].concat())
        }
        Event::SignerTrusted { signer, slot, reason } => LogLine {
            agency: say.slot(slot),
            ..say.because(["Key trusted: ", &signer.fingerprint()].concat(), reason)
        },
        Event::SignerRefused { signer, slot, reason } => LogLine {
            agency: say.slot(slot),
            ..say.because(["Key refused: ", &signer.fingerprint()].concat(), reason)
        },
        Event::VersionChosen { place, reason, .. } => {
            LogLine { reason: reason.clone(), ..say.about("Version chosen", place) }
        }
        Event::ContentAccepted { file, reason } => {
            say.file("Accepted although it breaks rules", file, reason)
        }
        Event::ReturnAccepted { file, accepted } => {
            let what = if *accepted { "Return accepted" } else { "Return no longer accepted" };
            say.file(what, file, "")
        }
        Event::KeptApart { file, reason } => say.file("File stays apart", file, reason),
        Event::ToolMapped { tool, reason } => {
            let version = tool.version.to_string();
            let what = ["Returns of ", tool.id.as_str(), " version ", &version, " are read"];
            say.because(what.concat(), reason)
        }
        Event::ToolUnmapped { tool, reason } => {
            let version = tool.version.to_string();
            let what =
                ["Returns of ", tool.id.as_str(), " version ", &version, " stand apart again"];
            say.because(what.concat(), reason)
        }
        Event::Regraded { place, area, reason } => {
            let what = ["Graded anew on the round’s scale: ", &say.area(area.as_ref())].concat();
            LogLine { reason: reason.clone(), ..say.about(&what, place) }
        }
        _ => LogLine::default(),
    }
}
