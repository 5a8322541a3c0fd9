//! Both programs in real browsers: what the stories under `tests/` need to tell themselves.
//!
//! Each story runs in Chromium, Firefox and WebKitGTK, or in those of them that have a say in it, against the built `dist/` as `cargo xtask serve`
//! serves it, in an origin of its own with nothing kept in it ([`kept`]). A story fails, whatever else it finds, on a
//! violation of the security policy, a console error, an uncaught exception or a request to another
//! origin ([`Session::troubles`]).

pub mod answering;
pub mod axe;
pub mod crash;
pub mod downloads;
pub mod engine;
pub mod kept;
pub mod keyboard;
pub mod made;
#[cfg(feature = "bench")]
pub mod measure;
pub mod pages;
pub mod pile;
mod processes;
pub mod records;
pub mod screen;
mod session;
pub mod sheets;
mod site;
mod story;
mod times;
mod wait;

pub use engine::{Engine, Setting};
pub use session::Session;
pub use site::{WITHOUT_NETWORK, root};
pub use story::{elsewhere, tell};
pub use times::TIMES;
pub use wait::{PATIENCE, eventually};

/// One test an engine for each story: `in_every_engine!(keeps_text)` makes `keeps_text::firefox` and so on.
#[macro_export]
macro_rules! in_every_engine {
    ($($story:ident),+ $(,)?) => {
        $( $crate::in_engines!($story: Chromium chromium, Firefox firefox, Webkit webkit); )+
    };
}

/// As [`in_every_engine!`], in Chromium and one other: `in_chromium_and!(Webkit webkit: findings)`.
///
/// For stories of pages on which an engine has no say of its own: what the core decides, shown by components that
/// other stories try in all three. Which is the other goes in turn, so that both see their share.
#[macro_export]
macro_rules! in_chromium_and {
    ($engine:ident $name:ident: $($story:ident),+ $(,)?) => {
        $( $crate::in_engines!($story: Chromium chromium, $engine $name); )+
    };
}

/// As [`in_every_engine!`], for what happens in some of them only: `in_engines!(blocked: Chromium chromium)`.
#[macro_export]
macro_rules! in_engines {
    ($story:ident: $($engine:ident $name:ident),+) => {
        mod $story { $(
            #[test]
            fn $name() -> anyhow::Result<()> {
                $crate::tell($crate::Engine::$engine, stringify!($story), super::$story)
            }
        )+ }
    };
}
