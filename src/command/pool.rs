//! Work on many things on all cores, with the results in the order of the things. However many there are, only a few are
//! on the way: whoever is ahead waits for whoever is behind.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::stop;

/// Things on the way for each core.
const AHEAD: usize = 8;
/// How often a wait looks whether it is still wanted.
const TICK: Duration = Duration::from_millis(50);

/// The results, one after the other. The threads are left to themselves when it goes: one may wait for standard input.
pub struct Results<T>(Receiver<Receiver<T>>);

/// Begins the work; `items` is asked for the next thing only when there is room for it.
pub fn run<I: Send + 'static, T: Send + 'static>(
    items: impl Iterator<Item = I> + Send + 'static,
    work: impl Fn(I) -> T + Send + Sync + 'static,
) -> Results<T> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (promises, results) = mpsc::sync_channel(cores * AHEAD);
    let (jobs, waiting) = mpsc::sync_channel::<(I, SyncSender<T>)>(cores);
    let (work, waiting) = (Arc::new(work), Arc::new(Mutex::new(waiting)));
    for _ in 0..cores {
        let (work, waiting) = (Arc::clone(&work), Arc::clone(&waiting));
        thread::spawn(move || {
            let next = || {
                waiting
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .recv()
            };
            while let Ok((item, promise)) = next() {
                // Nobody waits for it any more: so it may be.
                let _ = promise.send(work(item));
            }
        });
    }
    thread::spawn(move || {
        for item in items {
            let (promise, result) = mpsc::sync_channel(1);
            if promises.send(result).is_err() || jobs.send((item, promise)).is_err() {
                break;
            }
        }
    });
    Results(results)
}

impl<T> Results<T> {
    /// The next result; none at the end. When the person wants to stop, only what is already done.
    pub fn next(&self) -> Option<T> {
        let mut result: Option<Receiver<T>> = None;
        loop {
            let stopped = stop::is_wanted();
            if let Some(promised) = &result {
                match promised.recv_timeout(if stopped { Duration::ZERO } else { TICK }) {
                    Ok(done) => return Some(done),
                    // A worker that fell over, or one that is not done in time: on to the next.
                    Err(RecvTimeoutError::Disconnected) => result = None,
                    Err(RecvTimeoutError::Timeout) if stopped => result = None,
                    Err(RecvTimeoutError::Timeout) => {}
                }
                continue;
            }
            match self
                .0
                .recv_timeout(if stopped { Duration::ZERO } else { TICK })
            {
                Ok(promised) => result = Some(promised),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) if stopped => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex, PoisonError};
    use std::time::Duration;

    use super::{AHEAD, run};

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let results = run(0..1_000_u64, |number| {
            std::thread::sleep(Duration::from_micros(number * 7919 % 13 * 20));
            number
        });
        let all: Vec<u64> = std::iter::from_fn(|| results.next()).collect();
        assert!(all.iter().copied().eq(0..1_000));
    }

    #[test]
    fn only_a_few_things_are_on_the_way() {
        let (asked, gate) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(())));
        let held = gate.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, passed) = (Arc::clone(&asked), Arc::clone(&gate));
        let items = (0..100_000).inspect(move |_| {
            count.fetch_add(1, Ordering::SeqCst);
        });
        let results = run(items, move |_| {
            drop(passed.lock().unwrap_or_else(PoisonError::into_inner))
        });
        std::thread::sleep(Duration::from_millis(100));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let on_the_way = asked.load(Ordering::SeqCst);
        assert!(on_the_way <= cores * (AHEAD + 2), "{on_the_way}");
        drop(held);
        assert_eq!(std::iter::from_fn(|| results.next()).count(), 100_000);
    }
}
