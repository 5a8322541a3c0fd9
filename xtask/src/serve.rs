//! `cargo xtask serve`: `dist/` on this computer, as a real host would send it.
//!
//! The first line printed begins with the address: a program that started us
//! with `--port 0` reads it there.
//!
//! One thread a connection and one answer a connection: browsers keep several
//! open at once, some without ever asking anything, and none may wait for another.

use crate::build::{self, Mode};
use crate::headers;
use crate::options::Options;
use crate::paths::dist;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

const USUAL_PORT: u16 = 8080;
/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(60);
/// Longest request, in bytes.
const LONGEST: u64 = 16 * 1024;

/// Builds what is stale, then serves until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(Mode::of(options))?;
    }
    let folder = options.folder.clone().unwrap_or_else(dist);
    if !folder.join("index.html").is_file() {
        bail!("{} is not built: run `cargo xtask build` first.", folder.display());
    }
    let asked = options.asked.as_ref().map(|file| {
        File::create(file).with_context(|| format!("{} cannot be written", file.display()))
    });
    let asked = Arc::new(asked.transpose()?);
    let server = listen(options.port)?;
    let address = format!("http://{}/", server.local_addr()?);
    println!("{address}            the auditor's program");
    println!("{address}panel.html  the panel's program");
    println!("Press Ctrl+C to stop.");
    std::io::stdout().flush()?;
    for connection in server.incoming() {
        // A browser that went away is no error of ours.
        let Ok(connection) = connection else { continue };
        let (folder, asked) = (folder.clone(), asked.clone());
        thread::spawn(move || drop(answer(&connection, &folder, asked.as_ref().as_ref())));
    }
    Ok(())
}

/// Listens on `port`; without one, on 8080 or the next that is free.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind(("127.0.0.1", port));
    if let Some(port) = port {
        return bind(port).with_context(|| format!("Port {port} cannot be used"));
    }
    for port in USUAL_PORT..USUAL_PORT + 20 {
        if let Ok(server) = bind(port) {
            return Ok(server);
        }
    }
    bind(0).context("No port of this computer can be used")
}

/// What a browser asks for.
struct Request {
    method: String,
    /// Without what follows `?`.
    path: String,
    /// The encodings that it takes.
    accepted: String,
}

/// Reads the head of a request; `None` for what is none.
fn read(connection: &TcpStream) -> io::Result<Option<Request>> {
    let mut lines = BufReader::new(connection.take(LONGEST)).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    let mut words = first.split(' ');
    let (Some(method), Some(address)) = (words.next(), words.next()) else { return Ok(None) };
    let mut accepted = String::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            let path = address.split(['?', '#']).next().unwrap_or_default().to_owned();
            return Ok(Some(Request { method: method.to_owned(), path, accepted }));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("Accept-Encoding")
        {
            accepted = value.trim().to_owned();
        }
    }
    Ok(None)
}

/// Answers one request; what it asks for is written to `asked` first, a line each.
fn answer(connection: &TcpStream, folder: &Path, asked: Option<&File>) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    let Some(request) = read(connection)? else { return Ok(()) };
    if let Some(mut asked) = asked {
        asked.write_all(format!("{}\n", request.path).as_bytes())?;
    }
    let wants_body = match request.method.as_str() {
        "GET" => true,
        "HEAD" => false,
        _ => {
            return refuse(
                connection,
                "405 Method Not Allowed",
                "Only GET and HEAD are answered here.\n",
            );
        }
    };
    const MISSING: (&str, &str) = ("404 Not Found", "There is no such page.\n");
    let Some(file) = file_of(folder, &request.path) else {
        return refuse(connection, MISSING.0, MISSING.1);
    };
    let (stored, encoding) = stored_copy(&file, &request.accepted);
    let Ok(mut content) = File::open(&stored) else {
        return refuse(connection, MISSING.0, MISSING.1);
    };
    let mut head = vec![
        ("Content-Type", headers::content_type(&file.to_string_lossy()).to_owned()),
        ("Content-Length", content.metadata()?.len().to_string()),
        ("Cache-Control", headers::cache_control(&request.path).to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    if headers::is_saved(&request.path) {
        head.push(("Content-Disposition", headers::SAVED.to_owned()));
    }
    if let Some(encoding) = encoding {
        head.push(("Content-Encoding", encoding.to_owned()));
    }
    write_head(connection, "200 OK", head)?;
    if wants_body {
        io::copy(&mut content, &mut &*connection)?;
    }
    Ok(())
}

fn refuse(connection: &TcpStream, status: &str, text: &str) -> io::Result<()> {
    let head = vec![
        ("Content-Type", "text/plain; charset=utf-8".to_owned()),
        ("Content-Length", text.len().to_string()),
    ];
    write_head(connection, status, head)?;
    (&*connection).write_all(text.as_bytes())
}

/// Status and headers, those of a real host among them.
fn write_head(
    mut connection: &TcpStream,
    status: &str,
    mut head: Vec<(&'static str, String)>,
) -> io::Result<()> {
    head.extend(headers::everywhere());
    head.push(("Connection", "close".to_owned()));
    let mut text = format!("HTTP/1.1 {status}\r\n");
    for (name, value) in head {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str("\r\n");
    connection.write_all(text.as_bytes())
}

/// The smallest copy of `file` that the browser takes, and its encoding.
fn stored_copy(file: &Path, accepted: &str) -> (PathBuf, Option<&'static str>) {
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        let takes_it = accepted.split(',').any(|part| {
            let mut words = part.split(';').map(str::trim);
            words.next() == Some(encoding) && words.next() != Some("q=0")
        });
        let copy = build::compressed_copy(file, ending);
        if takes_it && copy.is_file() {
            return (copy, Some(encoding));
        }
    }
    (file.to_path_buf(), None)
}

/// The file that `path` names, if it is one of the folder's own.
///
/// Each part of the path must be an ordinary name: no `..`, nothing hidden, no
/// encoded separator. What a link leads out of the folder is not served either.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_path_buf();
    let path = path.strip_prefix('/')?;
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    for part in path.split('/') {
        let ordinary = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if part.is_empty() || part.starts_with('.') || !part.chars().all(ordinary) {
            return None;
        }
        file.push(part);
    }
    let file = fs::canonicalize(file).ok()?;
    let inside = file.starts_with(fs::canonicalize(folder).ok()?);
    (inside && file.is_file()).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of pages beside a file that is not to be served.
    fn site(name: &str) -> PathBuf {
        let around = std::env::temp_dir().join(format!("serve-{name}-{}", std::process::id()));
        let site = around.join("dist");
        fs::create_dir_all(site.join("samples")).expect("made");
        fs::write(around.join("secret"), "no").expect("written");
        for file in
            ["index.html", "index.html.br", ".htaccess", "samples/a-1.json", headers::SINGLE_FILE]
        {
            fs::write(site.join(file), "yes").expect("written");
        }
        site
    }

    #[test]
    fn only_files_of_the_folder_are_served() {
        let site = site("paths");
        for path in ["/", "/index.html", "/samples/a-1.json"] {
            assert!(file_of(&site, path).is_some(), "{path}");
        }
        let refused = [
            "",
            "index.html",
            "/../secret",
            "/samples/../../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "//etc/passwd",
            "/./index.html",
            "/.htaccess",
            "/samples",
            "/samples/",
            "/none",
            "/samples\\..\\index.html",
            "/index.html\0",
            "/C:/secret",
        ];
        let served: Vec<&str> =
            refused.into_iter().filter(|path| file_of(&site, path).is_some()).collect();
        assert!(served.is_empty(), "served: {served:?}");
        fs::remove_dir_all(site.parent().expect("has one")).expect("removed");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_outside_is_not_followed() {
        let site = site("link");
        std::os::unix::fs::symlink("../secret", site.join("link.html")).expect("linked");
        assert_eq!(file_of(&site, "/link.html"), None);
        fs::remove_dir_all(site.parent().expect("has one")).expect("removed");
    }

    #[test]
    fn a_browser_gets_the_smallest_copy_that_it_takes() {
        let site = site("copies");
        let file = site.join("index.html");
        let encoding = |accepted: &str| stored_copy(&file, accepted).1;
        assert_eq!(encoding("gzip, deflate, br, zstd"), Some("br"));
        assert_eq!(encoding("br;q=0, gzip"), None, "there is no gzip copy");
        assert_eq!(encoding("brotli"), None);
        assert_eq!(encoding(""), None);
        fs::remove_dir_all(site.parent().expect("has one")).expect("removed");
    }

    /// Asks a server of `site` and returns all that it answers.
    fn ask(site: &Path, line: &str) -> String {
        let server = TcpListener::bind(("127.0.0.1", 0)).expect("listens");
        let mut stream =
            TcpStream::connect(server.local_addr().expect("has one")).expect("connects");
        write!(stream, "{line} HTTP/1.1\r\nHost: a\r\naccept-encoding: br\r\n\r\n").expect("asks");
        let (connection, _) = server.accept().expect("asked");
        answer(&connection, site, None).expect("answered");
        drop(connection);
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("answered");
        text
    }

    #[test]
    fn answers_carry_the_headers_of_a_host() {
        let site = site("answers");
        let page = ask(&site, "GET /?a=1");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        for (name, value) in headers::everywhere() {
            assert!(page.contains(&format!("{name}: {value}\r\n")), "{name} in {page}");
        }
        assert!(page.contains("Content-Encoding: br\r\n") && page.ends_with("\r\n\r\nyes"));
        assert!(!page.contains("Content-Disposition"), "{page}");
        let saved = format!("Content-Disposition: {}\r\n", headers::SAVED);
        assert!(ask(&site, "GET /auditor.html").contains(&saved), "it would be shown, and not run");
        assert!(ask(&site, "HEAD /").ends_with("\r\n\r\n"));
        assert!(ask(&site, "POST /").starts_with("HTTP/1.1 405"));
        let missing = ask(&site, "GET /none");
        assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("frame-ancestors 'none'"));
        fs::remove_dir_all(site.parent().expect("has one")).expect("removed");
    }
}
