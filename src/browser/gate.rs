//! Waiting for one thing that happens once, without asking for it again and again.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// Shut until it is opened; whoever waits goes on at once.
#[derive(Debug, Default)]
pub struct Gate {
    is_open: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

impl Gate {
    /// Opens it, for good.
    pub fn open(&self) {
        self.is_open.set(true);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }

    /// Waits until it is open.
    pub async fn opened(&self) {
        poll_fn(|context| {
            if self.is_open.get() {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;
    use std::task::Context;

    #[test]
    fn whoever_waits_goes_on_once_it_is_open_and_nobody_waits_afterwards() {
        let gate = Gate::default();
        let mut context = Context::from_waker(Waker::noop());
        let mut waits = pin!(gate.opened());
        assert_eq!(waits.as_mut().poll(&mut context), Poll::Pending);
        gate.open();
        assert_eq!(waits.as_mut().poll(&mut context), Poll::Ready(()));
        assert_eq!(pin!(gate.opened()).poll(&mut context), Poll::Ready(()));
    }
}
