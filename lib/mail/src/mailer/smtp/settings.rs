//! Which mail server, and how to speak to it.

use std::fmt;
use std::path::PathBuf;

/// How to reach a mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// The server's name; its certificate must bear it.
    pub host: String,
    /// The port; by default 465 for TLS, 587 for STARTTLS, 25 for clear text.
    pub port: Option<u16>,
    /// How the connection is protected.
    pub security: Security,
    /// The account to sign in with; `None` for a server that knows our address.
    pub user: Option<String>,
    /// Its password.
    pub password: Option<String>,
    /// A file of PEM certificates trusted besides the public ones, for a mail server
    /// with an authority of its own.
    pub extra_root: Option<PathBuf>,
    /// Seconds the server is given to answer each command.
    pub timeout_seconds: u64,
}

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Security {
    /// TLS from the first byte (RFC 8314): the best, and the default.
    #[default]
    Tls,
    /// Clear text until STARTTLS, which the server must offer: otherwise nothing is
    /// sent.
    StartTls,
    /// Clear text: accepted for a server on this machine only.
    Plain,
}

impl SmtpSettings {
    /// Settings for `host` with TLS, no account and the usual patience.
    pub fn new(host: impl Into<String>) -> SmtpSettings {
        SmtpSettings {
            host: host.into(),
            port: None,
            security: Security::default(),
            user: None,
            password: None,
            extra_root: None,
            timeout_seconds: 30,
        }
    }

    /// The port to connect to.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::Plain => 25,
        })
    }
}

impl fmt::Debug for SmtpSettings {
    /// Everything but the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port())
            .field("security", &self.security)
            .field("user", &self.user)
            .field("password", &self.password.as_ref().map(|_| "…"))
            .field("extra_root", &self.extra_root)
            .field("timeout_seconds", &self.timeout_seconds)
            .finish()
    }
}
