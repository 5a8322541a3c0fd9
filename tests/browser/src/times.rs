//! Where the time of a story goes: a line for each thing that it waits for, and at its end what was asked of the
//! browser's driver, by kind. Nothing is said unless [`TIMES`] is set.

use anyhow::Result;
use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::session::http::{Body, HttpClient};

/// In the environment of the stories: each says where its time went.
pub const TIMES: &str = "BROWSER_TESTS_TIMES";

/// As drivers do by default, and long enough for a busy computer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(120);

/// Words of a question are shorter than this, names of sessions and elements are not.
const LONGEST_WORD: usize = 20;

static WANTED: LazyLock<bool> = LazyLock::new(|| std::env::var_os(TIMES).is_some());

/// By kind, in this process: it tells one story.
static SPENT: Mutex<BTreeMap<String, Spent>> = Mutex::new(BTreeMap::new());

#[derive(Debug, Clone, Copy, Default)]
struct Spent {
    times: u32,
    time: Duration,
}

/// Says how long that took which began then.
pub(crate) fn step(what: &str, start: Instant) {
    if *WANTED {
        eprintln!("{:>7} ms  {what}", start.elapsed().as_millis());
    }
}

/// Adds to what is spent on things of a kind.
pub(crate) fn spent(kind: &str, time: Duration) {
    if !*WANTED {
        return;
    }
    let mut all = SPENT.lock().unwrap_or_else(PoisonError::into_inner);
    let spent = all.entry(kind.to_owned()).or_default();
    spent.times += 1;
    spent.time += time;
}

/// Says what a story that began then took, and on what it spent it, the most first.
pub(crate) fn sum(story: &str, start: Instant) {
    if !*WANTED {
        return;
    }
    eprintln!("TIMES {:>7} ms  {story}", start.elapsed().as_millis());
    let all = SPENT.lock().unwrap_or_else(PoisonError::into_inner);
    let mut kinds: Vec<(&String, &Spent)> = all.iter().collect();
    kinds.sort_by_key(|(_, spent)| Reverse(spent.time));
    for (kind, Spent { times, time }) in kinds {
        eprintln!("TIMES {:>7} ms  {story}: {kind}, {times} times", time.as_millis());
    }
}

/// What a driver is asked for, by the path of the question.
fn kind(path: &str) -> String {
    let asked = path.strip_prefix("/session/").and_then(|rest| rest.split_once('/'));
    let asked = asked.map_or("session", |(_, asked)| asked);
    let words: Vec<&str> = asked.split('/').filter(|word| word.len() < LONGEST_WORD).collect();
    words.join(" ")
}

/// A client of a driver that knows how long its questions took.
#[derive(Clone)]
pub(crate) struct Timed(reqwest::Client);

impl Timed {
    /// One without any connection yet.
    pub(crate) fn client() -> Result<Self> {
        Ok(Self(reqwest::Client::builder().timeout(ANSWERS_WITHIN).build()?))
    }
}

#[async_trait]
impl HttpClient for Timed {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let asked = kind(request.uri().path());
        let start = Instant::now();
        let answer = self.0.send(request).await;
        spent(&asked, start.elapsed());
        answer
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn questions_are_of_one_kind_whatever_the_session_and_the_element() {
        let session = "/session/0f0e0d0c0b0a09080706050403020100";
        assert_eq!(kind(&format!("{session}/actions")), "actions");
        assert_eq!(kind(&format!("{session}/execute/sync")), "execute sync");
        let element = "f.8D1B.d.9C2A.e.0123456789";
        assert_eq!(kind(&format!("{session}/element/{element}/click")), "element click");
        assert_eq!(kind("/session"), "session");
        assert_eq!(kind(session), "session", "its end");
    }
}
