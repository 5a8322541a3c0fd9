//! The headers of every answer: one source for `serve`, for the pages' own
//! `<meta>`, and for the files that tell common hosts ([`crate::hosts`]).

/// What a page may load and do: nothing from elsewhere, no inline script or
/// style, no form that leaves the page.
const POLICY: [(&str, &str); 9] = [
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data: blob:"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
];

/// Only a header can say this; browsers report it as a mistake in a `<meta>`.
const NOT_IN_META: (&str, &str) = ("frame-ancestors", "'none'");

/// Devices and sensors that no page here uses.
const UNUSED: [&str; 9] = [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "payment",
    "usb",
];

/// For files whose name holds their hash.
pub const CACHE_FOREVER: &str = "public, max-age=31536000, immutable";

/// For all others: ask each time whether there is a newer one.
pub const CACHE_AND_ASK: &str = "no-cache";

/// Content types by extension, for hosts that lack them.
pub const TYPES: [(&str, &str); 10] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// The program as one file, as a host has it.
pub const SINGLE_FILE: &str = "auditor.html";

/// The `Content-Disposition` with which a browser saves [`SINGLE_FILE`]: shown by a host it would not run, for the
/// host's policy allows nothing inline. Without quotes none has to be escaped in any host's file.
pub const SAVED: &str = "attachment; filename=auditor.html";

/// Headers of every answer, whatever is asked for.
pub fn everywhere() -> Vec<(&'static str, String)> {
    let unused: Vec<String> = UNUSED.iter().map(|name| format!("{name}=()")).collect();
    vec![
        ("Content-Security-Policy", policy()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        ("Permissions-Policy", unused.join(", ")),
        ("Referrer-Policy", "no-referrer".into()),
        ("X-Content-Type-Options", "nosniff".into()),
    ]
}

/// Whether what is at `path`, which begins with `/`, is saved and not shown.
pub fn is_saved(path: &str) -> bool {
    path.strip_prefix('/') == Some(SINGLE_FILE)
}

/// How long a browser may keep what is at `path`, which begins with `/`.
pub fn cache_control(path: &str) -> &'static str {
    if path.starts_with("/assets/") { CACHE_FOREVER } else { CACHE_AND_ASK }
}

/// The content type of a file called `name`.
pub fn content_type(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let known = TYPES.iter().find(|(known, _)| *known == extension);
    known.map_or("application/octet-stream", |(_, content_type)| content_type)
}

/// The Content-Security-Policy for a page's `<meta>`, for hosts that set no headers.
pub fn policy_for_meta() -> String {
    let parts: Vec<String> = POLICY.iter().map(|(name, from)| format!("{name} {from}")).collect();
    parts.join("; ")
}

/// The same for a page that is one file: what stands in it runs by its hash, and it asks for nothing.
pub fn policy_of_single_file(scripts: &[String], styles: &[String]) -> String {
    let (scripts, styles) = (scripts.join(" "), styles.join(" "));
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; \
         connect-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

fn policy() -> String {
    format!("{}; {} {}", policy_for_meta(), NOT_IN_META.0, NOT_IN_META.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_nothing_inline_and_nothing_from_elsewhere() {
        let policy = policy();
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(policy.ends_with("; frame-ancestors 'none'"));
        for weak in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(weak), "{weak}");
        }
        assert!(!policy_for_meta().contains("frame-ancestors"));
    }

    #[test]
    fn a_single_file_runs_what_stands_in_it_by_its_hash_and_asks_for_nothing() {
        let policy = policy_of_single_file(&["'sha256-a'".into()], &["'sha256-b'".into()]);
        assert!(policy.contains("script-src 'sha256-a' 'wasm-unsafe-eval';"), "{policy}");
        assert!(policy.contains("style-src 'sha256-b';"), "{policy}");
        assert!(policy.contains("connect-src 'none'"), "{policy}");
        for weak in ["unsafe-inline", "'unsafe-eval'", "'self'", "http", "*"] {
            assert!(!policy.contains(weak), "{weak}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_forever() {
        assert_eq!(cache_control("/assets/app-1.css"), CACHE_FOREVER);
        for path in ["/", "/index.html", "/samples/invitation-1.json", "/panel.webmanifest"] {
            assert_eq!(cache_control(path), CACHE_AND_ASK, "{path}");
        }
    }

    #[test]
    fn only_the_program_as_one_file_is_saved_and_under_its_name() {
        assert!(is_saved("/auditor.html") && SAVED.ends_with(SINGLE_FILE));
        for path in ["/", "/index.html", "/panel.html", "/samples/auditor.html"] {
            assert!(!is_saved(path), "{path}");
        }
    }

    #[test]
    fn webassembly_has_the_type_that_streaming_needs() {
        assert_eq!(content_type("auditor-1.wasm"), "application/wasm");
        assert_eq!(content_type("nothing"), "application/octet-stream");
    }
}
