//! Settings: from a file, each overridden by `JEM_SECTION_KEY` in the environment.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use base64::{Engine, prelude::BASE64_STANDARD};
use mail::SmtpSettings;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};
use web::{Network, Proxies};

/// Every setting. `config.example.toml` explains each.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Name and address of the site.
    pub site: Site,
    /// What the network sees.
    pub http: Http,
    /// The base.
    pub database: db::Settings,
    /// Documents.
    pub files: Files,
    /// The search index.
    pub search: Search,
    /// Outgoing mail.
    pub mail: Mail,
    /// Rate limits.
    pub limits: Limits,
    /// The payroll partner.
    pub payroll: Payroll,
}

/// Name and address.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
    /// The address everyone uses: `https://…`, no slash at the end.
    pub url: String,
    /// The product's name.
    pub name: String,
    /// The operator, at the foot of pages and letters.
    pub operator: String,
    /// What signs forms: 32 random bytes in base64, the same on every replica.
    pub secret: String,
}

/// What the network sees.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Http {
    /// Where pages are served.
    pub listen: String,
    /// Where metrics are served; empty for nowhere.
    pub metrics: String,
    /// Further host names that requests may ask for.
    pub hosts: Vec<String>,
    /// Addresses of proxies whose word about the client is taken.
    pub proxies: Vec<String>,
}

/// Documents.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Files {
    /// `file:///…` or `s3://bucket/prefix`; a path is taken for a folder.
    pub url: String,
    /// Keys in base64; the first encrypts, all decrypt.
    pub keys: Vec<String>,
    /// For S3: where the service is.
    pub endpoint: String,
    /// For S3: the region.
    pub region: String,
    /// For S3: the access key.
    pub access_key: String,
    /// For S3: the secret key.
    pub secret_key: String,
}

/// The search index.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Search {
    /// This process's own folder for it.
    pub folder: PathBuf,
}

/// Outgoing mail.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// The address letters come from.
    pub from: String,
    /// `starttls`, `tls` or `plain` (loopback only); `folder` writes files instead.
    pub security: String,
    /// The mail server.
    pub host: String,
    /// Its port; 0 for the usual one of `security`.
    pub port: u16,
    /// The account there; empty for none.
    pub user: String,
    /// Its password.
    pub password: String,
    /// A certificate authority of one's own, in PEM; empty for none.
    pub root: String,
    /// For `folder`: where.
    pub folder: PathBuf,
}

/// Rate limits.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Multiplies every rate limit.
    pub factor: f64,
}

/// The payroll partner, as home, help and legal pages tell of it (R61, R112).
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Payroll {
    /// Its name.
    pub name: String,
    /// The share of the day rate it takes, in percent: `4.5`; empty to tell none.
    pub percent: String,
    /// Its own site: an https address; empty for no link.
    pub site: String,
}

impl Default for Site {
    fn default() -> Self {
        Site {
            url: "http://localhost:8080".into(),
            name: "JEM".into(),
            operator: "JEM by SPS".into(),
            secret: String::new(),
        }
    }
}
impl Default for Payroll {
    fn default() -> Self {
        Payroll {
            name: "SPS".into(),
            percent: String::new(),
            site: String::new(),
        }
    }
}
impl Default for Http {
    fn default() -> Self {
        Http {
            listen: "127.0.0.1:8080".into(),
            metrics: String::new(),
            hosts: Vec::new(),
            proxies: Vec::new(),
        }
    }
}
impl Default for Files {
    fn default() -> Self {
        let none = String::new;
        Files {
            url: "data/files".into(),
            keys: Vec::new(),
            endpoint: none(),
            region: none(),
            access_key: none(),
            secret_key: none(),
        }
    }
}
impl Default for Search {
    fn default() -> Self {
        Search {
            folder: "data/search".into(),
        }
    }
}
impl Default for Mail {
    fn default() -> Self {
        let none = String::new;
        Mail {
            from: "bonjour@localhost.localdomain".into(),
            security: "starttls".into(),
            host: none(),
            port: 0,
            user: none(),
            password: none(),
            root: none(),
            folder: "data/mail".into(),
        }
    }
}
impl Default for Limits {
    fn default() -> Self {
        Limits { factor: 1.0 }
    }
}

impl Config {
    /// Reads `file` (or `config.toml` here, when there is one) and the environment.
    ///
    /// # Errors
    /// A sentence that says which setting is wrong.
    pub fn load(file: Option<&Path>) -> anyhow::Result<Config> {
        let found = file
            .map(Path::to_owned)
            .or_else(|| Some(PathBuf::from("config.toml")).filter(|file| file.exists()));
        let text = match &found {
            Some(file) => std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the settings in {}", file.display()))?,
            None => String::new(),
        };
        Config::read(&text, std::env::vars())
    }

    fn read(text: &str, environment: impl Iterator<Item = (String, String)>) -> anyhow::Result<Config> {
        let mut table: Table = text.parse().context("the settings are not TOML")?;
        let defaults = Table::try_from(Config::default())?;
        for (name, value) in environment {
            let Some((section, key)) = name.strip_prefix("JEM_").and_then(|rest| rest.split_once('_')) else {
                continue;
            };
            let (section, key) = (section.to_lowercase(), key.to_lowercase());
            // Other programs of ours have variables too (JEM_TEST_…); within a section, a name that is no
            // setting is a mistake like one in the file.
            let Some(known) = defaults.get(&section) else {
                continue;
            };
            let value = match known.get(&key) {
                Some(known) => {
                    like(known, &value).with_context(|| format!("{name} does not fit {section}.{key}"))?
                }
                None => Value::String(value),
            };
            let section = table.entry(section).or_insert_with(|| Value::Table(Table::new()));
            section
                .as_table_mut()
                .context("a section of the settings is no table")?
                .insert(key, value);
        }
        table.try_into().context("a setting is wrong")
    }

    /// What `serve` needs beyond what can be parsed.
    ///
    /// # Errors
    /// A sentence that says which setting is wrong and how to mend it.
    pub fn check(&self) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.secret()?.len() >= 32,
            "site.secret is missing or short: give 32 random bytes in base64 (openssl rand -base64 32)"
        );
        anyhow::ensure!(
            !self.files.keys.is_empty(),
            "files.keys is empty: give at least one key of 32 random bytes in base64 (openssl rand -base64 32)"
        );
        anyhow::ensure!(
            !self.site.url.ends_with('/'),
            "site.url must not end with a slash"
        );
        let (scheme, host) = self
            .site
            .url
            .split_once("://")
            .context("site.url must begin with https:// or http://")?;
        anyhow::ensure!(
            scheme == "https" || (scheme == "http" && is_local(&self.site.url)),
            "site.url must begin with https:// unless it is this machine"
        );
        anyhow::ensure!(
            !host.is_empty() && !host.contains(['/', '?', '#', '@']),
            "site.url must end after the host name: the pages are at its root"
        );
        anyhow::ensure!(
            self.mail.security == "folder" || !self.mail.host.is_empty(),
            "mail.host is empty: name the mail server, or set mail.security to \"folder\""
        );
        anyhow::ensure!(
            mail::is_address(&self.mail.from),
            "mail.from is not an e-mail address"
        );
        anyhow::ensure!(
            self.limits.factor > 0.0 && self.limits.factor.is_finite(),
            "limits.factor must be a number above 0"
        );
        anyhow::ensure!(!self.payroll.name.trim().is_empty(), "payroll.name is empty");
        let percent: Option<f64> = self.payroll.percent.parse().ok();
        anyhow::ensure!(
            self.payroll.percent.is_empty() || percent.is_some_and(|percent| (0.0..100.0).contains(&percent)),
            "payroll.percent must be a number such as 4.5, or empty"
        );
        anyhow::ensure!(
            self.payroll.site.is_empty() || self.payroll.site.starts_with("https://"),
            "payroll.site must begin with https://, or be empty"
        );
        self.network().map(drop)
    }

    /// The bytes that sign forms.
    ///
    /// # Errors
    /// When they are not base64.
    pub fn secret(&self) -> anyhow::Result<Vec<u8>> {
        BASE64_STANDARD
            .decode(self.site.secret.trim())
            .context("site.secret is not base64")
    }

    /// How this site faces the network.
    ///
    /// # Errors
    /// When a proxy's address is wrong.
    pub fn network(&self) -> anyhow::Result<web::Settings> {
        let proxies: Result<Vec<Network>, String> =
            self.http.proxies.iter().map(|text| text.parse()).collect();
        let proxies = proxies.map_err(|error| anyhow::anyhow!("http.proxies: {error}"))?;
        let hosts = std::iter::once(app::host(&self.site.url).to_owned())
            .chain(self.http.hosts.iter().cloned())
            .collect();
        Ok(web::Settings {
            hosts,
            proxies: Proxies(proxies),
        })
    }

    /// What pages tell of the payroll partner.
    pub fn payroll(&self) -> site::Payroll {
        site::Payroll {
            name: self.payroll.name.clone(),
            percent: some(&self.payroll.percent),
            site: some(&self.payroll.site),
        }
    }

    /// How documents are stored.
    ///
    /// # Errors
    /// When a key is not one.
    pub fn storage(&self) -> anyhow::Result<files::Settings> {
        let url = if self.files.url.contains(':') {
            self.files.url.clone()
        } else {
            folder_url(Path::new(&self.files.url))?
        };
        let keys: Result<Vec<files::Key>, _> = self.files.keys.iter().map(|key| key.parse()).collect();
        let s3 = files::S3 {
            endpoint: some(&self.files.endpoint),
            region: some(&self.files.region),
            access_key: some(&self.files.access_key),
            secret_key: some(&self.files.secret_key),
            allow_http: self.files.endpoint.starts_with("http://") && is_local(&self.files.endpoint),
        };
        Ok(files::Settings {
            url,
            s3,
            keys: keys.context("files.keys: a key is not 32 bytes in base64")?,
        })
    }

    /// Who carries letters.
    ///
    /// # Errors
    /// When the settings contradict themselves.
    pub fn mailer(&self) -> anyhow::Result<mail::Mailer> {
        let sender = mail::Sender {
            name: self.site.name.clone(),
            address: self.mail.from.clone(),
            host: app::host(&self.site.url).to_owned(),
        };
        match self.relay()? {
            Some(relay) => mail::Mailer::smtp(sender, relay),
            None => mail::Mailer::folder(sender, &self.mail.folder),
        }
    }

    /// The mail server; none when letters go into a folder.
    fn relay(&self) -> anyhow::Result<Option<SmtpSettings>> {
        let security = match self.mail.security.as_str() {
            "folder" => return Ok(None),
            "tls" => mail::Security::Tls,
            "starttls" => mail::Security::StartTls,
            "plain" => mail::Security::Plain,
            other => anyhow::bail!("mail.security is \"{other}\": it must be starttls, tls, plain or folder"),
        };
        let mut settings = SmtpSettings::new(self.mail.host.clone());
        settings.port = Some(self.mail.port).filter(|port| *port != 0);
        settings.security = security;
        settings.user = some(&self.mail.user);
        settings.password = some(&self.mail.password);
        settings.extra_root = some(&self.mail.root).map(PathBuf::from);
        Ok(Some(settings))
    }
}

/// A value from the environment, of the same kind as the default it replaces.
fn like(known: &Value, text: &str) -> anyhow::Result<Value> {
    Ok(match known {
        Value::String(_) => Value::String(text.to_owned()),
        Value::Integer(_) => Value::Integer(text.parse()?),
        Value::Float(_) => Value::Float(text.parse()?),
        Value::Boolean(_) => Value::Boolean(text.parse()?),
        Value::Array(_) => Value::Array(
            text.split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| Value::String(part.to_owned()))
                .collect(),
        ),
        _ => anyhow::bail!("it cannot be set from the environment"),
    })
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn is_local(url: &str) -> bool {
    matches!(app::host(url), "localhost" | "127.0.0.1" | "[::1]")
}

/// The folder as an address, made when missing: nobody else's.
pub fn folder_url(folder: &Path) -> anyhow::Result<String> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("make the folder {}", folder.display()))?;
    Ok(format!("file://{}", folder.canonicalize()?.display()))
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
