//! The rules of this room, pure: how long things last, which passwords and addresses to go on to
//! are taken, what a browser is called.

use certification::rights::STAFF;
use chrono::TimeDelta;
use web::{Role, limits::Limit};

use crate::paths;

/// A session ends when it was not used for so long.
pub const IDLE: TimeDelta = TimeDelta::days(14);
/// A session ends after so long even when it is used.
pub const WHOLE: TimeDelta = TimeDelta::days(30);
/// How often it is written down that a session was used.
pub const NOTE_EVERY: TimeDelta = TimeDelta::minutes(10);
/// How long the link that confirms an address works.
pub const CONFIRM_WITHIN: TimeDelta = TimeDelta::hours(48);
/// How long the link that lets one choose a new password works.
pub const RECOVER_WITHIN: TimeDelta = TimeDelta::minutes(60);
/// How long an invitation works.
pub const JOIN_WITHIN: TimeDelta = TimeDelta::days(7);

/// Attempts to sign in, by network address.
pub const SIGN_IN_BY_ADDRESS: Limit = Limit {
    name: "sign-in by address",
    burst: 10,
    per_hour: 60,
};
/// Attempts to sign in, by e-mail typed and network address: so nobody keeps another out from afar.
pub const SIGN_IN_BY_BOTH: Limit = Limit {
    name: "sign-in by e-mail and address",
    burst: 10,
    per_hour: 30,
};
/// Attempts to sign in, by e-mail typed, from everywhere together: against many who guess at once.
pub const SIGN_IN_BY_EMAIL: Limit = Limit {
    name: "sign-in by e-mail",
    burst: 300,
    per_hour: 300,
};
/// Attempts to give the password again, by account.
pub const PASSWORD_AGAIN: Limit = Limit {
    name: "password again",
    burst: 10,
    per_hour: 30,
};
/// Sign-ups, by network address.
pub const SIGN_UP_BY_ADDRESS: Limit = Limit {
    name: "sign-up by address",
    burst: 5,
    per_hour: 20,
};
/// Sign-ups, by e-mail typed: each is a letter.
pub const SIGN_UP_BY_EMAIL: Limit = Limit {
    name: "sign-up by e-mail",
    burst: 3,
    per_hour: 6,
};
/// Recoveries, by network address.
pub const RECOVERY_BY_ADDRESS: Limit = Limit {
    name: "recovery by address",
    burst: 5,
    per_hour: 20,
};
/// Recoveries, by e-mail typed: each is a letter.
pub const RECOVERY_BY_EMAIL: Limit = Limit {
    name: "recovery by e-mail",
    burst: 3,
    per_hour: 6,
};

/// The shortest password, in characters; ASVS 5.0 (6.2.1) advises 15 and asks 8.
pub const PASSWORD_LEAST: usize = 12;
/// The longest one, in characters.
pub const PASSWORD_MOST: usize = 256;

/// Words that passwords are made of, in lower case: what remains without them has to be a password.
const COMMON: [&str; 24] = [
    "motdepasse",
    "password",
    "passwort",
    "passw0rd",
    "changeme",
    "changezmoi",
    "letmein",
    "iloveyou",
    "jetaime",
    "bonjour",
    "bienvenue",
    "welcome",
    "administrateur",
    "administrator",
    "admin",
    "secret",
    "soleil",
    "football",
    "suisse",
    "schweiz",
    "switzerland",
    "lausanne",
    "geneve",
    "freelance",
];
/// Neighbours on a keyboard, row by row (Swiss, French and English ones).
const ROWS: [&str; 9] = [
    "1234567890",
    "qwertzuiop",
    "qwertyuiop",
    "azertyuiop",
    "asdfghjkl",
    "qsdfghjklm",
    "yxcvbnm",
    "zxcvbnm",
    "wxcvbn",
];
/// So many characters must not follow from the one before, once common words are taken away.
const SURPRISES: usize = 5;

/// Whether a password of good length is one that guessing finds first: a common word with
/// ornaments, a row of keys, a repetition, or the address itself.
pub fn is_easily_guessed(password: &str, email: &str) -> bool {
    let mut rest = password.to_lowercase();
    let (name, domain) = email.split_once('@').unwrap_or((email, ""));
    let own = [email, name, domain, domain.split('.').next().unwrap_or_default()];
    for word in own.iter().filter(|word| word.len() >= 3).chain(&COMMON) {
        rest = rest.replace(&word.to_lowercase(), "");
    }
    let rest: Vec<char> = rest.chars().collect();
    surprises(block(&rest)) < SURPRISES
}

/// The part that a text repeats, or all of it.
fn block(text: &[char]) -> &[char] {
    let length = (1..=text.len() / 2).find(|length| text.iter().zip(&text[*length..]).all(|(a, b)| a == b));
    &text[..length.unwrap_or(text.len())]
}

/// How many characters do not follow from the one before.
fn surprises(text: &[char]) -> usize {
    usize::from(!text.is_empty()) + text.windows(2).filter(|pair| !follows(pair[0], pair[1])).count()
}

fn follows(a: char, b: char) -> bool {
    let beside = |row: &str| {
        let place = |c| row.chars().position(|key| key == c);
        matches!((place(a), place(b)), (Some(a), Some(b)) if a.abs_diff(b) == 1)
    };
    u32::from(a).abs_diff(u32::from(b)) <= 1 || ROWS.iter().any(|row| beside(row))
}

/// Where to go after sign-in: the address wanted, if it is one of ours, or the role's own start.
///
/// Only an absolute path of this site is taken: it begins with a single `/`, and holds nothing that
/// a browser drops or turns into another slash (`/\t/`, `/\`).
pub fn destination(next: &str, role: Role) -> &str {
    let own = next.starts_with('/')
        && !next.starts_with("//")
        && next.len() <= 2000
        && next.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    match own {
        true => next,
        false if role == STAFF => paths::STAFF,
        false => paths::DASHBOARD,
    }
}

/// What a browser says of itself, as its owner would: « Firefox, Windows ». Empty when unknown.
pub fn device(user_agent: &str) -> String {
    // The first that fits: most browsers also call themselves by the names below their own.
    let browsers = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    let systems = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let named = |known: &[(&str, &'static str)]| {
        known
            .iter()
            .find(|(sign, _)| user_agent.contains(sign))
            .map(|(_, name)| *name)
    };
    let found: Vec<&str> = [named(&browsers), named(&systems)]
        .into_iter()
        .flatten()
        .collect();
    found.join(", ")
}

#[cfg(test)]
mod tests;
