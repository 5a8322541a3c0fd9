//! Writes the sample round under `public/samples`: every file again, and none that is not of it.

use std::path::Path;
use std::{fs, io};

use multi_agency_audit::sample;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/samples");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let files = sample::files(&sample::s3_round());
    for file in &files {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &file.bytes)?;
    }
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    println!("{} files, {} KB, under public/samples", files.len(), bytes / 1000);
    Ok(())
}
