//! Threads that own SQLite connections, so that no async thread ever waits for a disk.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use tokio::sync::oneshot;

use crate::error::{At, Error};

type Job<S> = Box<dyn FnOnce(&mut S) + Send>;

/// Some threads with a state each and one queue of jobs; they end when this is dropped.
pub(crate) struct Workers<S> {
    queue: Arc<Queue<S>>,
}

struct Queue<S> {
    jobs: Mutex<Jobs<S>>,
    bell: Condvar,
    limit: usize,
}

struct Jobs<S> {
    waiting: VecDeque<Job<S>>,
    closed: bool,
}

impl<S: Send + 'static> Workers<S> {
    /// One thread for each state; at most `limit` jobs wait.
    pub(crate) fn start(name: &str, states: Vec<S>, limit: usize) -> Result<Self, Error> {
        let jobs = Mutex::new(Jobs { waiting: VecDeque::new(), closed: false });
        let workers = Self { queue: Arc::new(Queue { jobs, bell: Condvar::new(), limit }) };
        for state in states {
            let queue = Arc::clone(&workers.queue);
            thread::Builder::new()
                .name(name.to_owned())
                .spawn(move || queue.work(state))
                .at(Path::new(name))?;
        }
        Ok(workers)
    }

    /// Runs a job on one of the threads and brings its answer.
    pub(crate) async fn call<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut S) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let (answer, answered) = oneshot::channel();
        self.queue.push(Box::new(move |state| {
            // Whoever asked may have gone away meanwhile: then nobody needs the answer.
            let _ = answer.send(job(state));
        }))?;
        answered.await.map_err(|_| Error::NoAnswer)
    }
}

impl<S> Drop for Workers<S> {
    fn drop(&mut self) {
        self.queue.lock().closed = true;
        self.queue.bell.notify_all();
    }
}

impl<S> Queue<S> {
    fn lock(&self) -> MutexGuard<'_, Jobs<S>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, job: Job<S>) -> Result<(), Error> {
        let mut jobs = self.lock();
        if jobs.waiting.len() >= self.limit {
            return Err(Error::Full);
        }
        jobs.waiting.push_back(job);
        drop(jobs);
        self.bell.notify_one();
        Ok(())
    }

    fn work(&self, mut state: S) {
        while let Some(job) = self.next() {
            // A job that panics loses its answer, not the thread.
            if catch_unwind(AssertUnwindSafe(|| job(&mut state))).is_err() {
                tracing::error!("a job on the read model panicked");
            }
        }
    }

    fn next(&self) -> Option<Job<S>> {
        let mut jobs = self.lock();
        loop {
            if let Some(job) = jobs.waiting.pop_front() {
                return Some(job);
            }
            if jobs.closed {
                return None;
            }
            jobs = self.bell.wait(jobs).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
