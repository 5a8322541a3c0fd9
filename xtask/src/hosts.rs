//! Files of `public/` that make common hosts send [`crate::headers`]:
//! generated here, committed, and held equal by a test.

use crate::headers::{CACHE_AND_ASK, CACHE_FOREVER, SAVED, SINGLE_FILE, TYPES, everywhere};
use crate::paths::root;
use anyhow::Result;
use std::fs;

/// Names in `public/` and their content.
fn files() -> Vec<(&'static str, String)> {
    vec![
        ("_headers", headers_file()),
        (".htaccess", apache()),
        ("web.config", iis()),
        ("hosts/nginx.conf", nginx()),
    ]
}

/// `cargo xtask hosts`.
pub fn write() -> Result<()> {
    for (name, text) in files() {
        let file = root().join("public").join(name);
        fs::create_dir_all(file.parent().expect("lies in public"))?;
        fs::write(file, text)?;
        println!("public/{name}");
    }
    Ok(())
}

/// For hosts of static sites that read `_headers` (Netlify, Cloudflare Pages).
fn headers_file() -> String {
    let mut text = String::from("# Written by `cargo xtask hosts`.\n/*\n");
    for (name, value) in everywhere() {
        text += &format!("  {name}: {value}\n");
    }
    // Some of these hosts send it under its name without the ending.
    for name in [SINGLE_FILE, SINGLE_FILE.trim_end_matches(".html")] {
        text += &format!("/{name}\n  Content-Disposition: {SAVED}\n");
    }
    text + &format!("/assets/*\n  Cache-Control: {CACHE_FOREVER}\n")
}

fn apache() -> String {
    let mut text = String::from("# Written by `cargo xtask hosts`, for Apache 2.4.\n");
    // Only what `AllowOverride FileInfo` permits: a host may allow no more.
    text += "# It needs `AllowOverride FileInfo`.\nAddDefaultCharset utf-8\n\n";
    for (extension, kind) in TYPES {
        let kind = kind.split(';').next().unwrap_or(kind);
        text += &format!("AddType {kind} .{extension}\n");
    }
    text += "\n<IfModule mod_headers.c>\n";
    for (name, value) in everywhere() {
        text += &format!("  Header always set {name} \"{value}\"\n");
    }
    text += &format!("  Header set Cache-Control \"{CACHE_AND_ASK}\"\n");
    text += &format!(
        "  <If \"%{{REQUEST_URI}} =~ m#/assets/#\">\n    Header set Cache-Control \
         \"{CACHE_FOREVER}\"\n  </If>\n"
    );
    // Its compressed copies too, which are sent in its place.
    let name = SINGLE_FILE.replace('.', "\\.");
    text += &format!(
        "  <FilesMatch \"^{name}(\\.br|\\.gz)?$\">\n    Header set Content-Disposition \"{SAVED}\"\n  \
         </FilesMatch>\n</IfModule>\n"
    );
    text + &apache_compressed()
}

/// Serves `FILE.br` or `FILE.gz` for `FILE` to a browser that takes it.
fn apache_compressed() -> String {
    let mut text = String::from("\n<IfModule mod_rewrite.c>\n<IfModule mod_headers.c>\n");
    text += "  RewriteEngine On\n";
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        text += &format!("  RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\n");
        text += &format!("  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n");
        text += &format!("  RewriteRule ^(.+)$ $1.{ending} [L]\n");
    }
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        text += &format!("  <FilesMatch \"\\.{ending}$\">\n");
        text += &format!("    RemoveLanguage .{ending}\n    RemoveType .{ending}\n");
        text += &format!("    AddEncoding {encoding} .{ending}\n");
        text += "    Header append Vary Accept-Encoding\n    SetEnv no-gzip 1\n";
        text += "    SetEnv no-brotli 1\n  </FilesMatch>\n";
    }
    text + "</IfModule>\n</IfModule>\n"
}

fn nginx() -> String {
    let mut text = String::from(
        "# Written by `cargo xtask hosts`. Inside `server { ... }`, after `root` is set to the\n\
         # folder: include .../hosts/nginx.conf;\n\n",
    );
    text += "index index.html;\ncharset utf-8;\ngzip_static on;\ngzip_vary on;\n";
    text += "# brotli_static on;  # with the module ngx_brotli\n\n";
    text += "types {\n";
    for (extension, kind) in TYPES {
        let kind = kind.split(';').next().unwrap_or(kind);
        text += &format!("    {kind} {extension};\n");
    }
    text += "}\ndefault_type application/octet-stream;\n\n";
    let mut sent = String::new();
    for (name, value) in everywhere() {
        sent += &format!("    add_header {name} \"{value}\" always;\n");
    }
    let saved = format!("= /{SINGLE_FILE}");
    for (location, cache) in
        [("/assets/", CACHE_FOREVER), (saved.as_str(), CACHE_AND_ASK), ("/", CACHE_AND_ASK)]
    {
        text += &format!("location {location} {{\n{sent}");
        if location == saved {
            text += &format!("    add_header Content-Disposition \"{SAVED}\";\n");
        }
        text += &format!("    add_header Cache-Control \"{cache}\";\n}}\n");
    }
    text + "location ~ /(\\.|_headers$|web\\.config$|hosts/) {\n    return 404;\n}\n"
}

fn iis() -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Written by `cargo xtask hosts`. -->\n\
         <configuration>\n  <system.webServer>\n    <defaultDocument enabled=\"true\">\n      \
         <files>\n        <clear />\n        <add value=\"index.html\" />\n      </files>\n    \
         </defaultDocument>\n    <httpProtocol>\n      <customHeaders>\n",
    );
    for (name, value) in everywhere() {
        text += &format!("        <remove name=\"{name}\" />\n");
        text += &format!("        <add name=\"{name}\" value=\"{value}\" />\n");
    }
    text += "      </customHeaders>\n    </httpProtocol>\n    <staticContent>\n";
    text += "      <clientCache cacheControlMode=\"DisableCache\" />\n";
    for (extension, kind) in TYPES {
        text += &format!("      <remove fileExtension=\".{extension}\" />\n");
        text += &format!("      <mimeMap fileExtension=\".{extension}\" mimeType=\"{kind}\" />\n");
    }
    text += "    </staticContent>\n  </system.webServer>\n  <location path=\"assets\">\n";
    text += "    <system.webServer>\n      <staticContent>\n";
    text += "        <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" \
             cacheControlCustom=\"public, immutable\" />\n";
    text += "      </staticContent>\n    </system.webServer>\n  </location>\n";
    text += &format!("  <location path=\"{SINGLE_FILE}\">\n    <system.webServer>\n");
    text += "      <httpProtocol>\n        <customHeaders>\n";
    text += &format!("          <add name=\"Content-Disposition\" value=\"{SAVED}\" />\n");
    text += "        </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n";
    text + "  </location>\n</configuration>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_public_say_what_serve_sends() {
        let stale: Vec<&str> = files()
            .into_iter()
            .filter(|(name, text)| {
                fs::read_to_string(root().join("public").join(name)).ok().as_ref() != Some(text)
            })
            .map(|(name, _)| name)
            .collect();
        assert!(stale.is_empty(), "run `cargo xtask hosts`: not as generated: {stale:?}");
    }

    #[test]
    fn every_host_is_told_every_header() {
        for (file, text) in files() {
            for (name, value) in everywhere() {
                assert!(text.contains(name) && text.contains(&value), "{file}: {name}");
            }
        }
    }

    #[test]
    fn every_host_has_the_program_as_one_file_saved_and_not_shown() {
        for (file, text) in files() {
            let saved = text.contains("auditor") && text.contains(SAVED);
            assert!(saved && text.contains("Content-Disposition"), "{file}");
        }
    }
}
