//! `cargo xtask guide`: writes the coordinator's guide, which the panel's program shows, to `docs/`.

use std::path::Path;
use std::{fs, io};

use multi_agency_audit::prose::{Prose, markdown};

const SOURCE: &str = "src/ui/panel/words/guide.md";
const DOCUMENT: &str = "docs/coordinators-guide.md";

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join(SOURCE))?;
    let document = markdown(&Prose::of(&text), "screenshots/", "cargo xtask guide");
    fs::write(root.join(DOCUMENT), document)?;
    println!("{DOCUMENT}");
    Ok(())
}
