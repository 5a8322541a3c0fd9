//! Brotli and gzip copies beside each file that is worth it.

use crate::paths::files_below;
use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Compressed already, or of no use to a visitor.
const LEFT_ALONE: [&str; 6] = ["png", "ico", "br", "gz", "config", "conf"];

/// Writes `FILE.br` and `FILE.gz` beside every file below `folder`.
pub fn folder(folder: &Path) -> Result<()> {
    let files: Vec<PathBuf> = files_below(folder)?
        .into_iter()
        .filter(|file| worth_it(file))
        .map(|file| folder.join(file))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let bytes = fs::read(file)?;
            fs::write(beside(file, "br"), brotli(&bytes)?)?;
            fs::write(beside(file, "gz"), gzip(&bytes)?)?;
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let at_work: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        at_work.into_iter().try_for_each(|work| work.join().expect("no panic in a build step"))
    })
}

/// The compressed copy of `file`: `app.css.br`.
pub fn beside(file: &Path, kind: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(kind);
    name.into()
}

fn worth_it(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    !LEFT_ALONE.contains(&&*extension) && !name.starts_with(['.', '_'])
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params)?;
    Ok(compressed)
}

/// `bytes` as gzip packs them best.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_opens_as_it_was() {
        let text = "agency ".repeat(1000).into_bytes();
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        let small = brotli(&text).expect("compresses");
        assert!(small.len() < 100, "{} bytes", small.len());
        brotli::BrotliDecompress(&mut &small[..], &mut from_brotli).expect("opens");
        let small = gzip(&text).expect("compresses");
        flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut from_gzip).expect("opens");
        assert_eq!((from_brotli, from_gzip), (text.clone(), text));
    }

    #[test]
    fn pictures_and_files_for_the_host_stay_as_they_are() {
        let worth: Vec<&str> = ["a.wasm", "a.html", "a.png", "_headers", ".htaccess", "a.js.br"]
            .into_iter()
            .filter(|name| worth_it(Path::new(name)))
            .collect();
        assert_eq!(worth, ["a.wasm", "a.html"]);
    }
}
