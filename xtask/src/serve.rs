//! `cargo xtask serve`: `dist/` on this computer, as a real host would send it.
//!
//! The first line printed begins with the address: a program that started us
//! with `--port 0` reads it there.

use crate::build::{self, Mode};
use crate::headers;
use crate::options::Options;
use crate::paths::dist;
use anyhow::{Result, anyhow, bail};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

const USUAL_PORT: u16 = 8080;
/// Browsers open up to six connections, each of which keeps one of these busy.
const THREADS: usize = 4;

/// Builds what is stale, then serves until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(Mode::of(options))?;
    }
    let folder = dist();
    if !folder.join("index.html").is_file() {
        bail!("dist/ is not built: run `cargo xtask build` first.");
    }
    let server = listen(options.port)?;
    let address = format!("http://{}/", server.server_addr());
    println!("{address}            the auditor's program");
    println!("{address}panel.html  the panel's program");
    println!("Press Ctrl+C to stop.");
    std::io::stdout().flush()?;
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    answer(request, &folder);
                }
            });
        }
    });
    Ok(())
}

/// Listens on `port`; without one, on 8080 or the next that is free.
fn listen(port: Option<u16>) -> Result<Server> {
    let bind = |port: u16| Server::http(("127.0.0.1", port));
    if let Some(port) = port {
        return bind(port).map_err(|error| anyhow!("Port {port} cannot be used: {error}"));
    }
    for port in USUAL_PORT..USUAL_PORT + 20 {
        if let Ok(server) = bind(port) {
            return Ok(server);
        }
    }
    bind(0).map_err(|error| anyhow!("No port of this computer can be used: {error}"))
}

fn answer(request: Request, folder: &Path) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let wants_body = match request.method() {
        Method::Get => true,
        Method::Head => false,
        _ => return send(request, refusal(405, "Only GET and HEAD are answered here.\n")),
    };
    let Some(file) = file_of(folder, &path) else {
        return send(request, refusal(404, "There is no such page.\n"));
    };
    let (stored, encoding) = stored_copy(&file, &accepted(&request));
    let Ok(content) = File::open(&stored) else {
        return send(request, refusal(404, "There is no such page.\n"));
    };
    let length = content.metadata().ok().and_then(|data| usize::try_from(data.len()).ok());
    let mut response = Response::new(StatusCode(200), Vec::new(), content, length, None)
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Content-Type", headers::content_type(&file.to_string_lossy())))
        .with_header(header("Cache-Control", headers::cache_control(&path)))
        .with_header(header("Vary", "Accept-Encoding"));
    if let Some(encoding) = encoding {
        response.add_header(header("Content-Encoding", encoding));
    }
    for (name, value) in headers::everywhere() {
        response.add_header(header(name, &value));
    }
    // A browser that went away is no error of ours.
    let _ = if wants_body {
        request.respond(response)
    } else {
        request.respond(response.with_data(std::io::empty(), length))
    };
}

fn refusal(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut response = Response::from_string(text).with_status_code(status);
    for (name, value) in headers::everywhere() {
        response.add_header(header(name, &value));
    }
    response
}

fn send(request: Request, response: Response<std::io::Cursor<Vec<u8>>>) {
    let _ = request.respond(response);
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our headers are ASCII")
}

fn accepted(request: &Request) -> String {
    let found = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    found.map(|header| header.value.to_string()).unwrap_or_default()
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
        for file in ["index.html", "index.html.br", ".htaccess", "samples/a-1.json"] {
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

    #[test]
    fn answers_carry_the_headers_of_a_host() {
        use std::io::Read;
        let site = site("answers");
        let server = Server::http("127.0.0.1:0").expect("listens");
        let address = server.server_addr().to_ip().expect("an address");
        let ask = |line: &str| {
            let mut stream = std::net::TcpStream::connect(address).expect("connects");
            write!(stream, "{line} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n\r\n")
                .expect("asks");
            answer(server.recv().expect("asked"), &site);
            stream.shutdown(std::net::Shutdown::Write).expect("done");
            let mut text = String::new();
            stream.read_to_string(&mut text).expect("answered");
            text
        };
        let page = ask("GET /?a=1");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        for (name, value) in headers::everywhere() {
            assert!(page.contains(&format!("{name}: {value}\r\n")), "{name} in {page}");
        }
        assert!(page.contains("Content-Encoding: br\r\n") && page.ends_with("\r\n\r\nyes"));
        assert!(ask("HEAD /").ends_with("\r\n\r\n"));
        assert!(ask("POST /").starts_with("HTTP/1.1 405"));
        let missing = ask("GET /none");
        assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("frame-ancestors 'none'"));
        fs::remove_dir_all(site.parent().expect("has one")).expect("removed");
    }
}
