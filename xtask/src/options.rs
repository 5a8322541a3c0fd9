//! The command line: one command, its flags, and words for what it calls.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// One call of `cargo xtask`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// First word, `help` when there is none.
    pub command: String,
    /// `--dev`: quick and large instead of optimised.
    pub dev: bool,
    /// `--no-build`: serve `dist/` as it is.
    pub no_build: bool,
    /// `--port N`; 0 asks for any free port.
    pub port: Option<u16>,
    /// `--folder DIR`: serve this built folder instead of `dist/`.
    pub folder: Option<PathBuf>,
    /// `--asked FILE`: write down here what is asked of the server.
    pub asked: Option<PathBuf>,
    /// `--wasm rustup|debian`.
    pub wasm: Option<String>,
    /// `--native`, `--build`, `--browser`: the parts of `test` asked for.
    pub parts: Vec<String>,
    /// Every other word, in order.
    pub rest: Vec<String>,
}

impl Options {
    /// Reads the words after `cargo xtask`.
    pub fn from_args(args: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut args = args.into_iter();
        let mut options =
            Self { command: args.next().unwrap_or_else(|| "help".into()), ..Self::default() };
        // These hand their words to another program.
        if matches!(
            options.command.as_str(),
            "blank"
                | "guide"
                | "sample"
                | "schema"
                | "bench"
                | "screenshots"
                | "crash"
                | "roll-up"
                | "fuzz"
                | "office"
                | "hostile"
                | "offline"
        ) {
            options.rest = args.collect();
            return Ok(options);
        }
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--dev" => options.dev = true,
                "--no-build" => options.no_build = true,
                "--native" | "--build" | "--browser" => options.parts.push(arg[2..].to_owned()),
                "--port" => {
                    let port = args.next().context("--port needs a number")?;
                    options.port = Some(port.parse().context("--port needs a number to 65535")?);
                }
                "--folder" => {
                    options.folder = Some(args.next().context("--folder needs a folder")?.into())
                }
                "--asked" => {
                    options.asked = Some(args.next().context("--asked needs a file")?.into())
                }
                "--wasm" => {
                    options.wasm = Some(args.next().context("--wasm needs rustup or debian")?)
                }
                flag if flag.starts_with("--") => bail!("`{}` has no {flag}.", options.command),
                _ => options.rest.push(arg),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options> {
        Options::from_args(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn serve_takes_its_flags_in_any_order() {
        let options = read("serve --no-build --port 0").expect("reads");
        assert_eq!((options.no_build, options.port, options.dev), (true, Some(0), false));
        assert_eq!(read("serve --port 0 --no-build").expect("reads"), options);
        let other = read("serve --no-build --folder target/copy").expect("reads");
        assert_eq!(other.folder, Some("target/copy".into()));
        let noted = read("serve --asked target/asked").expect("reads");
        assert_eq!(noted.asked, Some("target/asked".into()));
    }

    #[test]
    fn browser_names_follow_the_part() {
        let options = read("test --browser firefox webkit").expect("reads");
        assert_eq!(options.parts, ["browser"]);
        assert_eq!(options.rest, ["firefox", "webkit"]);
    }

    #[test]
    fn a_misspelt_flag_is_refused_by_name() {
        let error = read("serve --prot 9").expect_err("refused").to_string();
        assert_eq!(error, "`serve` has no --prot.");
        assert!(read("serve --port many").is_err());
    }

    #[test]
    fn words_for_another_program_are_left_alone() {
        let options = read("sample --cases 1000").expect("reads");
        assert_eq!(options.rest, ["--cases", "1000"]);
    }
}
