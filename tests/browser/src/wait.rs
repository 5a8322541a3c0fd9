//! Waiting for what will be, instead of for a time.

use crate::times;
use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// How long anything may take on a machine that is busy with other things.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// Between the first two looks: most of what is waited for is there at the next one.
const FIRST: Duration = Duration::from_millis(5);
/// Between two looks at most: until then each wait is twice as long as the one before.
const BETWEEN: Duration = Duration::from_millis(40);

/// Asks `look` until it finds something; the error names `what` was waited for, and the last error met.
pub async fn eventually<T>(what: &str, look: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
    let start = Instant::now();
    let mut between = FIRST;
    let mut last = None;
    while start.elapsed() < PATIENCE {
        match look().await {
            Ok(Some(found)) => {
                times::step(what, start);
                return Ok(found);
            }
            Ok(None) => last = None,
            Err(error) => last = Some(error),
        }
        tokio::time::sleep(between).await;
        times::spent("nothing, between two looks", between);
        between = (between * 2).min(BETWEEN);
    }
    match last {
        Some(error) => Err(error.context(format!("waited in vain for {what}"))),
        None => bail!("waited in vain for {what}"),
    }
}
