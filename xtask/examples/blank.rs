//! `cargo xtask blank`: writes every library tool as a page to print, with its style sheet, under `public/blank`.

use std::path::Path;
use std::{fs, io};

use multi_agency_audit::report::sheet::{file_of, page_of_tool};
use multi_agency_audit::tool::library;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join("public/blank");
    fs::create_dir_all(&folder)?;
    for tool in library::all() {
        fs::write(folder.join(file_of(&tool)), page_of_tool(&tool))?;
        println!("public/blank/{}", file_of(&tool));
    }
    fs::copy(root.join("style/print.css"), folder.join("print.css"))?;
    Ok(())
}
