//! Which file goes to which worker: a bounded number at a time, and one bad file stops no other.

use std::collections::VecDeque;

/// Files in one worker's hands at a time, so that it waits neither for the page nor for a file to be read.
const AT_ONCE: usize = 12;

/// The files of one import, by number, shared out among workers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    waiting: VecDeque<usize>,
    hands: Vec<VecDeque<usize>>,
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
        let hands = vec![VecDeque::new(); workers];
        Self { waiting: (0..total).collect(), hands, done: 0, total }
    }

    /// The next file for a worker; `None` where it has enough or none is left.
    pub fn next(&mut self, worker: usize) -> Option<usize> {
        let hand = self.hands.get_mut(worker).filter(|hand| hand.len() < AT_ONCE)?;
        let file = self.waiting.pop_front()?;
        hand.push_back(file);
        Some(file)
    }

    /// A worker is through with a file. Whether it had that file.
    pub fn answered(&mut self, worker: usize, file: usize) -> bool {
        let Some(hand) = self.hands.get_mut(worker) else { return false };
        let before = hand.len();
        hand.retain(|held| *held != file);
        let had = hand.len() < before;
        self.done += usize::from(had);
        had
    }

    /// A worker died. The file it was at is given up and returned; the others wait again.
    pub fn died(&mut self, worker: usize) -> Option<usize> {
        let mut held = std::mem::take(self.hands.get_mut(worker)?);
        let at_fault = held.pop_front();
        self.done += usize::from(at_fault.is_some());
        for file in held.into_iter().rev() {
            self.waiting.push_front(file);
        }
        at_fault
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

    #[test]
    fn a_worker_holds_a_few_files_and_takes_the_next_as_it_answers() {
        let mut queue = Queue::new(14, 1);
        let taken: Vec<usize> = (0..13).map_while(|_| queue.next(0)).collect();
        assert_eq!(taken, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        assert!(queue.answered(0, 0));
        assert_eq!(queue.next(0), Some(12));
        assert_eq!(queue.progress(), Progress { done: 1, total: 14 });
    }

    #[test]
    fn the_file_that_killed_a_worker_is_given_up_and_the_rest_go_on() {
        let mut queue = Queue::new(5, 2);
        for _ in 0..3 {
            queue.next(0);
        }
        queue.next(1);
        assert!(queue.answered(0, 0));
        assert_eq!(queue.died(0), Some(1));
        assert_eq!(queue.next(1), Some(2), "what the dead worker held comes first");
        assert_eq!(queue.next(1), Some(4));
        for file in [3, 2, 4] {
            assert!(queue.answered(1, file));
        }
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
        assert_eq!(queue.next(0), Some(0));
    }
}
