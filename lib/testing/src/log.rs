//! What a test run logs.

use std::{
    io,
    sync::{Arc, Mutex, OnceLock},
};

/// Everything this process logs from the first [`Log::start`] on, from `INFO` up, one JSON object a
/// line. Tests run beside each other: each finds its own lines by the numbers in them.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Begins to keep what is logged, or goes on with it.
    pub fn start() -> Log {
        static LOG: OnceLock<Log> = OnceLock::new();
        let start = || {
            let log = Log::default();
            let writer = log.clone();
            let subscriber = tracing_subscriber::fmt()
                .json()
                .with_max_level(tracing::Level::INFO)
                .with_writer(move || writer.clone());
            tracing::subscriber::set_global_default(subscriber.finish()).expect("the only one");
            log
        };
        LOG.get_or_init(start).clone()
    }

    /// The lines in which one of these numbers stands.
    pub fn about(&self, numbers: &[String]) -> Vec<String> {
        let all = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        let ours = |line: &&str| numbers.iter().any(|number| line.contains(number.as_str()));
        all.lines().filter(ours).map(str::to_owned).collect()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
