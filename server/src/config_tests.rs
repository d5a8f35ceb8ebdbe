//! Settings from a file and the environment.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::Config;

fn with(text: &str, environment: &[(&str, &str)]) -> anyhow::Result<Config> {
    Config::read(
        text,
        environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    )
}

#[test]
fn the_environment_wins_over_the_file_and_keeps_kinds() {
    let file = "[database]\nurl = \"sqlite:a\"\n[http]\nlisten = \"127.0.0.1:1\"";
    let config = with(
        file,
        &[
            ("JEM_DATABASE_URL", "postgres://x/y"),
            ("JEM_LIMITS_FACTOR", "1000"),
            ("JEM_HTTP_PROXIES", "10.0.0.0/8, ::1"),
            ("JEM_SITE_SECRET", "1234"),
            ("JEM_TEST_POSTGRES", "x"),
        ],
    )
    .unwrap();
    assert_eq!(config.database.url, "postgres://x/y");
    assert_eq!(config.http.listen, "127.0.0.1:1");
    assert_eq!(config.http.proxies, ["10.0.0.0/8", "::1"]);
    assert_eq!(config.site.secret, "1234");
    assert!((config.limits.factor - 1000.0).abs() < f64::EPSILON);
}

#[test]
fn a_wrong_setting_is_named() {
    assert!(format!("{:#}", with("[database]\nadress = 1", &[]).unwrap_err()).contains("adress"));
    assert!(format!("{:#}", with("", &[("JEM_MAIL_PORT", "many")]).unwrap_err()).contains("JEM_MAIL_PORT"));
    let sentence = |text: &str| format!("{:#}", with(text, &[]).unwrap().check().unwrap_err());
    let secret = "[site]\nsecret = \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"\n";
    let key = "[files]\nkeys = [\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"]\n";
    assert!(sentence("").contains("site.secret"));
    assert!(sentence(secret).contains("files.keys"));
    assert!(sentence(&format!("{secret}url = \"http://jem.example\"\n{key}")).contains("https://"));
    let below = format!("{secret}url = \"https://jem.example/app\"\n{key}");
    assert!(sentence(&below).contains("site.url must end after the host name"));
    assert!(sentence(&format!("{secret}{key}")).contains("mail.host"));
    let without_end = format!("{secret}{key}[mail]\nsecurity = \"folder\"\n[limits]\nfactor = inf");
    assert!(sentence(&without_end).contains("limits.factor"));
    assert!(
        sentence(&format!(
            "{secret}{key}[mail]\nsecurity = \"folder\"\nfrom = \"nobody\""
        ))
        .contains("mail.from")
    );
    assert!(
        sentence(&format!(
            "{secret}{key}[mail]\nsecurity = \"folder\"\n[http]\nproxies = [\"ten\"]"
        ))
        .contains("http.proxies")
    );
}

#[test]
fn letters_go_to_the_usual_port_unless_another_is_set() {
    for (mail, port) in [
        ("", 587),
        ("security = 'tls'", 465),
        ("security = 'plain'", 25),
        ("security = 'tls'\nport = 2465", 2465),
    ] {
        let config = with(&format!("[mail]\nhost = 'mail.example'\n{mail}"), &[]).unwrap();
        assert_eq!(config.relay().unwrap().unwrap().port(), port, "{mail}");
    }
}

#[test]
fn requests_may_ask_for_the_host_of_the_address() {
    for (url, host) in [
        ("https://jem.example", "jem.example"),
        ("http://localhost:8080", "localhost"),
        ("http://[::1]:8080", "[::1]"),
        ("https://[2001:db8::1]", "[2001:db8::1]"),
    ] {
        let config = with(
            &format!("[site]\nurl = '{url}'\n[http]\nhosts = ['other.example']"),
            &[],
        )
        .unwrap();
        assert_eq!(config.network().unwrap().hosts, [host, "other.example"]);
    }
    for url in [
        "http://localhost.example",
        "http://localhost@far.example",
        "http://localhost:80@far.example",
    ] {
        assert!(!super::is_local(url), "{url}");
    }
}

#[test]
fn the_example_is_the_defaults() {
    let example = include_str!("../../config.example.toml");
    let written: toml::Table = example.parse().unwrap();
    assert_eq!(written, toml::Table::try_from(Config::default()).unwrap());
}

#[test]
fn a_variable_that_is_no_setting_is_a_mistake_within_a_section_and_nothing_elsewhere() {
    let error = with("", &[("JEM_DATABASE_URI", "x")]).unwrap_err();
    assert!(format!("{error:#}").contains("uri"), "{error:#}");
    assert!(with("", &[("JEM_TEST_POSTGRES", "x"), ("JEM_BIN", "x")]).is_ok());
}
