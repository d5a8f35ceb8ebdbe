//! Letters handed to a mail server (RFC 5321).
//!
//! The exchange is spoken command by command over lettre's connection, not through its
//! transport: the transport waits for ever on a server that falls silent, and does not
//! tell a refused recipient (this letter is lost) from refused credentials (all
//! letters wait).

mod settings;

use std::fmt;
use std::future::Future;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::{Address, Message};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::Failure;

pub use settings::{Security, SmtpSettings};

/// Connections open at once: mail servers frown on more from one sender.
const LINES: usize = 4;

/// One mail server and the open connections to it.
pub(super) struct Relay {
    settings: SmtpSettings,
    tls: Option<TlsParameters>,
    hello: ClientId,
    lines: Semaphore,
    idle: Mutex<Vec<AsyncSmtpConnection>>,
}

impl Relay {
    pub(super) fn new(settings: SmtpSettings, host: &str) -> anyhow::Result<Relay> {
        let tls = match settings.security {
            Security::Tls | Security::StartTls => Some(tls(&settings)?),
            Security::Plain => {
                anyhow::ensure!(
                    is_this_machine(&settings.host),
                    "clear text is for a mail server on this machine, not for {}",
                    settings.host
                );
                None
            }
        };
        Ok(Relay {
            settings,
            tls,
            hello: ClientId::Domain(host.to_owned()),
            lines: Semaphore::new(LINES),
            idle: Mutex::default(),
        })
    }

    pub(super) async fn send(&self, message: &Message) -> Result<(), Failure> {
        let _line = self.lines.acquire().await.map_err(retry)?;
        let mut connection = self.connection().await.map_err(retry)?;
        match self.exchange(&mut connection, message).await {
            Ok(()) => {
                let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
                idle.push(connection);
                Ok(())
            }
            Err(failure) => {
                // Half an exchange may hang in it: say goodbye, if it listens.
                let _ = timeout(self.patience(), connection.abort()).await;
                Err(failure)
            }
        }
    }

    pub(super) async fn check(&self) -> anyhow::Result<()> {
        let mut connection = self.open().await.with_context(|| {
            let SmtpSettings { host, .. } = &self.settings;
            format!("reach the mail server {host}:{}", self.settings.port())
        })?;
        let _ = timeout(self.patience(), connection.abort()).await;
        Ok(())
    }

    /// MAIL, RCPT, DATA. Only what the server says for good about this recipient or
    /// this content is a refusal.
    async fn exchange(&self, connection: &mut AsyncSmtpConnection, message: &Message) -> Result<(), Failure> {
        let envelope = message.envelope();
        let mut options = Vec::new();
        let ascii = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        if !envelope.to().iter().chain(envelope.from()).all(ascii) {
            let server = connection.server_info();
            if !server.supports_feature(Extension::SmtpUtfEight) {
                let why = "the mail server takes no address with accents before the @";
                return Err(Failure::Refused(why.to_owned()));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        let from = Mail::new(envelope.from().cloned(), options);
        self.step(connection.command(from)).await.map_err(retry)?;
        for to in envelope.to() {
            let to = Rcpt::new(to.clone(), Vec::new());
            self.step(connection.command(to)).await.map_err(verdict)?;
        }
        self.step(connection.command(Data)).await.map_err(verdict)?;
        let content = message.formatted();
        let taken = self.step(connection.message(&content)).await;
        taken.map_err(verdict).map(drop)
    }

    /// A connection ready for a letter: one that is open and answers, or a new one.
    async fn connection(&self) -> Result<AsyncSmtpConnection, Broken> {
        loop {
            let idle = {
                let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
                idle.pop()
            };
            let Some(mut connection) = idle else {
                return self.open().await;
            };
            let answers = timeout(self.patience(), connection.test_connected()).await;
            if answers == Ok(true) {
                return Ok(connection);
            }
        }
    }

    async fn open(&self) -> Result<AsyncSmtpConnection, Broken> {
        let settings = &self.settings;
        let wrapped = match settings.security {
            Security::Tls => self.tls.clone(),
            Security::StartTls | Security::Plain => None,
        };
        let mut connection = self
            .step(AsyncSmtpConnection::connect_tokio1(
                (settings.host.as_str(), settings.port()),
                Some(self.patience()),
                &self.hello,
                wrapped,
                None,
            ))
            .await?;
        if let (Security::StartTls, Some(tls)) = (settings.security, &self.tls) {
            self.step(connection.starttls(tls.clone(), &self.hello)).await?;
        }
        if let Some(user) = &settings.user {
            let password = settings.password.clone().unwrap_or_default();
            let credentials = Credentials::new(user.clone(), password);
            let ways = [Mechanism::Plain, Mechanism::Login];
            self.step(connection.auth(&ways, &credentials)).await?;
        }
        Ok(connection)
    }

    /// One command and its answer, within the time a server is given.
    async fn step<T>(&self, step: impl Future<Output = Result<T, Error>>) -> Result<T, Broken> {
        match timeout(self.patience(), step).await {
            Ok(done) => Ok(done?),
            Err(_) => Err(Broken::Silent(self.patience())),
        }
    }

    fn patience(&self) -> Duration {
        Duration::from_secs(self.settings.timeout_seconds)
    }
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Relay").field(&self.settings).finish()
    }
}

#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Answer(#[from] Error),
    #[error("the mail server said nothing for {} s", .0.as_secs())]
    Silent(Duration),
}

fn retry(error: impl fmt::Display) -> Failure {
    Failure::Retry(error.to_string())
}

fn verdict(broken: Broken) -> Failure {
    match &broken {
        Broken::Answer(error) if error.is_permanent() => Failure::Refused(error.to_string()),
        Broken::Answer(_) | Broken::Silent(_) => retry(broken),
    }
}

fn tls(settings: &SmtpSettings) -> anyhow::Result<TlsParameters> {
    let mut tls = TlsParameters::builder(settings.host.clone());
    if let Some(path) = &settings.extra_root {
        let pem =
            std::fs::read(path).with_context(|| format!("read the root certificate {}", path.display()))?;
        let root = Certificate::from_pem(&pem)
            .with_context(|| format!("understand the root certificate {}", path.display()))?;
        tls = tls.add_root_certificate(root);
    }
    tls.build().context("prepare TLS for the mail server")
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests;
