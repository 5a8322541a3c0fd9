//! `cargo xtask COMMAND`: everything this project does besides compiling.
//!
//! The README names two commands, `serve` and `test`; each sets up what it
//! needs and nothing more. What changes the computer outside the project
//! folder is named on the screen before it is done ([`setup`]).

mod bench;
mod build;
mod css;
mod fuzz;
mod generated;
mod headers;
mod hosts;
mod office;
mod options;
mod paths;
mod process;
mod reproduce;
mod roll_up;
mod serve;
mod setup;
mod supply;
mod test;
#[cfg(test)]
mod tidy;

use anyhow::{Result, bail};
use options::Options;

const HELP: &str = "\
cargo xtask COMMAND

  serve        build what is stale and serve both programs on this computer
                 --port N     another port than 8080 (0: any free one)
                 --dev        a quick build: large, not optimised
                 --no-build   serve dist/ as it is
                 --folder DIR with --no-build: a copy of dist/ that lies elsewhere
                 --asked FILE write down each address that a browser asks for
  test         every check and test; --native, --build or --browser for a part
                 --browser [chromium] [firefox] [webkit]
  build        the release build into dist/; --dev for a quick one
  setup        everything the other commands would set up, now
                 --wasm rustup|debian   where the WebAssembly target comes from
  css          compile style/*.scss; check-css: is the committed CSS up to date?
  hosts        write the headers of public/ for common hosts
  blank        write the blank tools to public/blank/, for printing without a program
  guide        write the coordinator's guide, which the panel's program shows, to docs/
  sample       write the sample round to public/samples/
  schema       write the JSON Schemas to public/schema/; --check compares only
  bench        run the benchmarks of the core, then measure the pages against their budgets
                 pages [ready] [typing] [documents] [import] [peers] [SAMPLES]   the pages only, or a part of that;
                 peers: other form programs and `jose`, beside ours
                 suite   the core's tests, with the core compiled anew
  crash        kill a browser 200 times in the midst of its work, and tell what was lost
                 [TIMES] [chromium, firefox or webkit]
  offline      every story of the browser tests again, with the network cut after the first load
                 [chromium] [firefox] [webkit]
  hostile      the stories of browsers that keep nothing, have no room, a wrong clock, few colours ...
                 [chromium] [firefox] [webkit]
  reproduce    build what is committed a second time in another folder and compare every byte
  fuzz         feed every parser with coverage, 60 s each; needs a nightly compiler
                 [TARGET] [SECONDS]
  office       LibreOffice opens every kind of document and is compared with what was written
                 pictures   each page as a picture besides
  supply       licences, bans and sources of every crate, by deny.toml
  roll-up      simulated rounds' datasets, rolled up by DuckDB and Spark and compared with the core's counts
                 [ROUNDS]   another number than 10,000; few: sixty, without Spark
  screenshots  take the pictures of the README and of the guide again";

fn main() {
    if let Err(error) = run() {
        eprintln!("\n{error:#}");
        std::process::exit(1);
    }
}

fn run() -> Result<()> {
    let options = Options::from_args(std::env::args().skip(1))?;
    match options.command.as_str() {
        "serve" => serve::run(&options),
        "test" => test::run(&options),
        "build" => build::run(build::Mode::of(&options)),
        "setup" => setup::everything(&options),
        "css" => css::write(),
        "check-css" => css::check(),
        "hosts" => hosts::write(),
        "blank" | "guide" | "sample" | "schema" => generated::run(&options.command, &options.rest),
        "bench" => bench::run(&options.rest),
        "crash" => test::crash(&options.rest),
        "offline" => test::offline(&options.rest),
        "hostile" => test::hostile(&options.rest),
        "reproduce" => reproduce::run(),
        "fuzz" => fuzz::run(&options.rest),
        "office" => office::run(&options.rest),
        "supply" => supply::run(),
        "roll-up" => roll_up::run(&options.rest),
        "screenshots" => test::screenshots(&options.rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("There is no command `{other}`.\n\n{HELP}"),
    }
}
