//! Which files go to which worker: a few at a time, and one bad file stops no other.

use std::collections::VecDeque;

/// Most files that go to a worker together: what is read and said costs by the message, and the page takes those
/// of one in a few at a time.
const TOGETHER: usize = 16;
/// Batches in one worker's hands at a time, so that it waits neither for the page nor for files to be read.
const AT_ONCE: usize = 3;

/// Files that go to a worker together, by number.
pub type Batch = Vec<usize>;

/// The files of one import, shared out among workers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    waiting: VecDeque<Batch>,
    hands: Vec<VecDeque<Batch>>,
    done: usize,
    total: usize,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files that are through, whatever came of them.
    pub done: usize,
    /// Files of this import.
    pub total: usize,
}

impl Queue {
    /// Files 0 to `total` for this many workers.
    pub fn new(total: usize, workers: usize) -> Self {
        // A small pile is shared out evenly.
        let together = total.div_ceil((workers * AT_ONCE).max(1)).clamp(1, TOGETHER);
        let files: Batch = (0..total).collect();
        let hands = vec![VecDeque::new(); workers];
        Self { waiting: files.chunks(together).map(<[_]>::to_vec).collect(), hands, done: 0, total }
    }

    /// The next files for a worker; `None` where it has enough or none are left.
    pub fn next(&mut self, worker: usize) -> Option<Batch> {
        let hand = self.hands.get_mut(worker).filter(|hand| hand.len() < AT_ONCE)?;
        let batch = self.waiting.pop_front()?;
        hand.push_back(batch.clone());
        Some(batch)
    }

    /// One of a worker's files is through. Whether it had that file.
    pub fn answered(&mut self, worker: usize, file: usize) -> bool {
        let Some(hand) = self.hands.get_mut(worker) else { return false };
        let mut had = false;
        for batch in hand.iter_mut() {
            let before = batch.len();
            batch.retain(|held| *held != file);
            had |= batch.len() < before;
        }
        hand.retain(|batch| !batch.is_empty());
        self.done += usize::from(had);
        had
    }

    /// A worker died. What it held waits again: the files that it was at one by one, so that it shows
    /// which of them it fails over. A file that was alone is given up and returned.
    pub fn died(&mut self, worker: usize) -> Option<usize> {
        let mut held = std::mem::take(self.hands.get_mut(worker)?);
        let at_fault = held.pop_front()?;
        for batch in held.into_iter().rev() {
            self.waiting.push_front(batch);
        }
        if let [file] = at_fault.as_slice() {
            self.done += 1;
            return Some(*file);
        }
        for file in at_fault.into_iter().rev() {
            self.waiting.push_front(vec![file]);
        }
        None
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        Progress { done: self.done, total: self.total }
    }

    /// Whether every file is through.
    pub fn is_done(&self) -> bool {
        self.done == self.total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(files: std::ops::Range<usize>) -> Option<Batch> {
        Some(files.collect())
    }

    #[test]
    fn a_worker_holds_three_batches_and_takes_the_next_as_it_answers() {
        let mut queue = Queue::new(60, 1);
        assert_eq!([queue.next(0), queue.next(0)], [batch(0..16), batch(16..32)]);
        assert_eq!([queue.next(0), queue.next(0)], [batch(32..48), None]);
        assert!((0..15).all(|file| queue.answered(0, file)));
        assert_eq!(queue.next(0), None, "one of the first batch is still on its way");
        assert!(queue.answered(0, 15));
        assert_eq!(queue.next(0), batch(48..60));
        assert_eq!(queue.progress(), Progress { done: 16, total: 60 });
    }

    #[test]
    fn a_small_pile_is_shared_out_evenly() {
        let mut queue = Queue::new(11, 2);
        let shares = [0, 1, 0, 1, 0, 1].map(|worker| queue.next(worker));
        let wanted = [0..2, 2..4, 4..6, 6..8, 8..10, 10..11].map(batch);
        assert_eq!(shares, wanted);
    }

    #[test]
    fn the_file_that_killed_a_worker_is_found_and_given_up_and_the_rest_go_on() {
        let mut queue = Queue::new(9, 1);
        assert_eq!([0, 0, 0].map(|worker| queue.next(worker)), [0..3, 3..6, 6..9].map(batch));
        assert!(queue.answered(0, 0));
        assert_eq!(queue.died(0), None, "it was at two files");
        assert_eq!([queue.next(0), queue.next(0)], [batch(1..2), batch(2..3)]);
        assert!(queue.answered(0, 1));
        assert_eq!(queue.died(0), Some(2));
        assert_eq!(queue.progress().done, 3);
        assert_eq!([queue.next(0), queue.next(0)], [batch(3..6), batch(6..9)]);
        assert!((3..9).all(|file| queue.answered(0, file)));
        assert!(queue.is_done());
    }

    #[test]
    fn an_answer_counts_once() {
        let mut queue = Queue::new(2, 1);
        queue.next(0);
        assert!(queue.answered(0, 0));
        assert!(!queue.answered(0, 0));
        assert!(!queue.answered(7, 1));
        assert_eq!(queue.progress().done, 1);
    }

    #[test]
    fn a_worker_that_dies_with_empty_hands_gives_nothing_up() {
        let mut queue = Queue::new(1, 1);
        assert_eq!(queue.died(0), None);
        assert_eq!(queue.next(0), batch(0..1));
    }

    #[test]
    fn nothing_to_do_for_nobody_is_done() {
        assert!(Queue::new(0, 0).is_done());
    }
}
