//! One background thread for work that takes long: imports, tallies, exports. The screens stay quick meanwhile.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender, TryRecvError},
    },
    time::Duration,
};

use super::Level;

type Job = Box<dyn FnOnce() + Send>;

/// What the worker tells the loop.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// So much is done of the job under way.
    Progress {
        /// Done so far.
        done: u64,
        /// All there is to do; 0 when not known.
        total: u64,
    },
    /// A message for the person at the keyboard.
    Notice(Level, String),
    /// A job ended; its result waits in its [`Task`].
    Finished,
    /// A job ended by a fault of the program; it gives no result.
    Failed,
}

/// The background thread. It is started with the first job.
#[derive(Debug)]
pub struct Worker {
    jobs: Option<Sender<Job>>,
    news: Receiver<News>,
    to_news: Sender<News>,
    under_way: usize,
}

/// A job's way to tell how far it is, and to learn that nobody waits for it any more.
#[derive(Debug, Clone)]
pub struct Progress {
    news: Sender<News>,
    dropped: Arc<AtomicBool>,
}

/// A job that was started, held by the screen that waits for it. Dropping it tells the job to stop.
#[derive(Debug)]
pub struct Task<T> {
    result: Receiver<T>,
    dropped: Arc<AtomicBool>,
}

/// How far a task is.
#[derive(Debug, PartialEq, Eq)]
pub enum Fate<T> {
    /// Still under way, or waiting for its turn.
    Waiting,
    /// Done.
    Done(T),
    /// It broke off, or its result was already taken.
    Lost,
}

impl Default for Worker {
    fn default() -> Self {
        let (to_news, news) = mpsc::channel();
        Self { jobs: None, news, to_news, under_way: 0 }
    }
}

impl Worker {
    /// Starts a job after those already given. Its result is taken from the task when [`super::Action::Arrived`] comes.
    pub fn start<T: Send + 'static>(&mut self, job: impl FnOnce(&Progress) -> T + Send + 'static) -> Task<T> {
        let dropped = Arc::new(AtomicBool::new(false));
        let (to_result, result) = mpsc::sync_channel(1);
        let progress = Progress { news: self.to_news.clone(), dropped: dropped.clone() };
        let run: Job = Box::new(move || {
            let end = if progress.nobody_waits() {
                News::Finished
            } else {
                match catch_unwind(AssertUnwindSafe(|| job(&progress))) {
                    Ok(value) => {
                        // Whoever waited may have left; then there is nobody to tell.
                        let _ = to_result.send(value);
                        News::Finished
                    }
                    Err(_) => News::Failed,
                }
            };
            drop(to_result);
            let _ = progress.news.send(end);
        });
        self.under_way += 1;
        let jobs = self.jobs.get_or_insert_with(|| {
            let (jobs, queue) = mpsc::channel::<Job>();
            std::thread::spawn(move || queue.into_iter().for_each(|job| job()));
            jobs
        });
        if jobs.send(run).is_err() {
            self.under_way -= 1;
        }
        Task { result, dropped }
    }

    /// Whether jobs are under way.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.under_way > 0
    }

    /// What was told since the last call.
    pub fn news(&mut self) -> Vec<News> {
        let news: Vec<_> = self.news.try_iter().collect();
        self.count(&news);
        news
    }

    /// Waits for the next news, at most so long.
    pub fn wait(&mut self, at_most: Duration) -> Vec<News> {
        let first = self.news.recv_timeout(at_most).ok();
        let news: Vec<_> = first.into_iter().chain(self.news.try_iter()).collect();
        self.count(&news);
        news
    }

    fn count(&mut self, news: &[News]) {
        let ended = news.iter().filter(|n| matches!(n, News::Finished | News::Failed)).count();
        self.under_way = self.under_way.saturating_sub(ended);
    }
}

impl Progress {
    /// So much is done. Told to the person at the keyboard.
    pub fn done(&self, done: u64, total: u64) {
        let _ = self.news.send(News::Progress { done, total });
    }

    /// Shows a notice, also when the screen that started the job was left.
    pub fn notice(&self, level: Level, text: impl Into<String>) {
        let _ = self.news.send(News::Notice(level, text.into()));
    }

    /// Whether the screen that started the job is gone, or somebody there said stop. A job that only computes stops then; one that writes goes on.
    #[must_use]
    pub fn nobody_waits(&self) -> bool {
        self.dropped.load(Ordering::Relaxed)
    }
}

impl<T> Task<T> {
    /// Tells the job to stop; what it says in the end is still waited for.
    pub fn stop(&self) {
        self.dropped.store(true, Ordering::Relaxed);
    }

    /// The job is to be done to its end, also when nobody waits for it here any more, or not yet begun when they leave.
    #[must_use]
    pub fn to_the_end(mut self) -> Self {
        self.dropped = Arc::new(AtomicBool::new(false));
        self
    }

    /// The result, once.
    #[must_use]
    pub fn take(&self) -> Fate<T> {
        match self.result.try_recv() {
            Ok(value) => Fate::Done(value),
            Err(TryRecvError::Empty) => Fate::Waiting,
            Err(TryRecvError::Disconnected) => Fate::Lost,
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.dropped.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until_idle(worker: &mut Worker) -> Vec<News> {
        let mut all = Vec::new();
        while worker.busy() {
            all.extend(worker.wait(Duration::from_mins(1)));
        }
        all
    }

    #[test]
    fn a_result_waits_in_its_task() {
        let mut worker = Worker::default();
        let task = worker.start(|progress| {
            progress.done(1, 2);
            6 * 7
        });
        let news = until_idle(&mut worker);
        assert_eq!(news, [News::Progress { done: 1, total: 2 }, News::Finished]);
        assert_eq!(task.take(), Fate::Done(42));
        assert_eq!(task.take(), Fate::Lost);
    }

    #[test]
    fn a_job_nobody_waits_for_is_not_begun() {
        let mut worker = Worker::default();
        let (go, wait) = mpsc::channel::<()>();
        let first = worker.start(move |_| wait.recv().is_ok());
        drop(worker.start(|progress| progress.notice(Level::Info, "never")));
        go.send(()).unwrap();
        assert_eq!(until_idle(&mut worker), [News::Finished, News::Finished]);
        assert_eq!(first.take(), Fate::Done(true));
    }

    #[test]
    fn a_job_that_goes_to_its_end_is_done_though_nobody_waits() {
        let mut worker = Worker::default();
        let (go, wait) = mpsc::channel::<()>();
        let first = worker.start(move |_| wait.recv().is_ok());
        let job = worker.start(|progress| {
            let level = if progress.nobody_waits() { Level::Warning } else { Level::Done };
            progress.notice(level, "done");
        });
        drop(job.to_the_end());
        go.send(()).unwrap();
        assert_eq!(until_idle(&mut worker), [News::Finished, News::Notice(Level::Done, "done".into()), News::Finished]);
        assert_eq!(first.take(), Fate::Done(true));
    }

    #[test]
    fn a_job_that_breaks_off_leaves_the_worker_working() {
        let mut worker = Worker::default();
        let broken = worker.start(|_| -> u8 { panic!("a fault") });
        let whole = worker.start(|_| 1);
        assert_eq!(until_idle(&mut worker), [News::Failed, News::Finished]);
        assert_eq!(broken.take(), Fate::Lost);
        assert_eq!(whole.take(), Fate::Done(1));
    }
}
