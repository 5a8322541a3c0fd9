//! Processes and everything that they start, so that nothing survives a test and a browser can be killed.

use anyhow::Result;
use std::collections::BTreeSet;
use std::fs;
use std::mem::ManuallyDrop;
use std::process::{Child, ChildStdout, Command};
use std::sync::atomic::{AtomicU32, Ordering};

/// Set in the environment of every process of one family.
const MARK: &str = "BROWSER_TEST_FAMILY";
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A process with all its descendants, killed together when dropped.
pub struct Family {
    /// Known to the one who started it.
    first: Option<Child>,
    /// `NAME=value`, in the environment of every member.
    mark: String,
}

impl Family {
    /// Starts the first of the family.
    pub fn spawn(mut command: Command) -> Result<Self> {
        let mark = format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let first = command.env(MARK, &mark).spawn()?;
        Ok(Self { first: Some(first), mark: format!("{MARK}={mark}") })
    }

    /// The family of every process that was started with this in its environment.
    pub fn with(name: &str, value: &str) -> Self {
        Self { first: None, mark: format!("{name}={value}") }
    }

    /// A family that another process of these tests started and [kept](Self::keep).
    pub fn kept(mark: String) -> Self {
        Self { first: None, mark }
    }

    /// Lets it live on; whoever knows what this returns can have it again.
    pub fn keep(self) -> String {
        ManuallyDrop::new(self).mark.clone()
    }

    /// What the first writes to its standard output, once.
    pub fn stdout(&mut self) -> Option<ChildStdout> {
        self.first.as_mut()?.stdout.take()
    }

    /// Ends every process of the family at once, as a power cut would, and waits until they are gone.
    pub fn kill(&mut self) {
        // New ones may be born while the list is read.
        for _ in 0..50 {
            let members = self.members();
            kill(&members);
            // Already dead, or a stranger's: nothing to wait for.
            if let Some(first) = &mut self.first {
                let _ = first.wait();
            }
            if members.is_empty() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    /// The largest proportional share of memory (PSS) among members that were started with `argument`, in bytes.
    #[cfg(feature = "bench")]
    pub fn largest_share(&self, argument: &str) -> u64 {
        let started_so = |id: &u32| {
            let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(argument)
        };
        self.members().into_iter().filter(started_so).filter_map(share).max().unwrap_or_default()
    }

    /// Members that carry the mark or descend from one that does: some browsers clear the environment.
    fn members(&self) -> BTreeSet<u32> {
        let all: Vec<Process> = processes();
        let first = self.first.as_ref().map(Child::id);
        let mut members: BTreeSet<u32> = all
            .iter()
            .filter(|one| {
                Some(one.id) == first || one.environment.split('\0').any(|set| set == self.mark)
            })
            .map(|one| one.id)
            .collect();
        loop {
            let children: Vec<u32> = all
                .iter()
                .filter(|one| members.contains(&one.parent) && !members.contains(&one.id))
                .map(|one| one.id)
                .collect();
            if children.is_empty() {
                break;
            }
            members.extend(children);
        }
        let alive = |id: &u32| all.iter().any(|one| one.id == *id && one.state != "Z");
        members.retain(alive);
        members
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        self.kill();
    }
}

#[cfg(feature = "bench")]
fn share(id: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = text.lines().find(|line| line.starts_with("Pss:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn kill(ids: &BTreeSet<u32>) {
    if ids.is_empty() {
        return;
    }
    // One that has just ended is what we want.
    let _ = Command::new("kill")
        .arg("-9")
        .args(ids.iter().map(u32::to_string))
        .stderr(std::process::Stdio::null())
        .status();
}

struct Process {
    id: u32,
    parent: u32,
    state: String,
    environment: String,
}

/// Every process of this computer that we may read.
fn processes() -> Vec<Process> {
    let Ok(folder) = fs::read_dir("/proc") else { return Vec::new() };
    let ids = folder.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(process).collect()
}

fn process(id: u32) -> Option<Process> {
    let read = |name: &str| fs::read(format!("/proc/{id}/{name}"));
    let text = |name: &str| String::from_utf8_lossy(&read(name).unwrap_or_default()).into_owned();
    let stat = String::from_utf8_lossy(&read("stat").ok()?).into_owned();
    // "pid (name) state parent ...": the name may hold anything.
    let (_, rest) = stat.rsplit_once(')')?;
    let mut words = rest.split_whitespace();
    let state = words.next()?.to_owned();
    let parent = words.next()?.parse().ok()?;
    Some(Process { id, parent, state, environment: text("environ") })
}
