//! Addresses of this room.

use uuid::Uuid;

/// Sign-up, with the role to be chosen.
pub const SIGN_UP: &str = "/sign-up";
/// Sign-up of a freelance.
pub const SIGN_UP_FREELANCE: &str = "/sign-up/freelance";
/// Sign-up of a company.
pub const SIGN_UP_COMPANY: &str = "/sign-up/company";
/// « Vérifiez votre boîte », after a sign-up.
pub const SIGN_UP_SENT: &str = "/sign-up/sent";
/// Sign-in.
pub const SIGN_IN: &str = "/sign-in";
/// Sign-out (POST).
pub const SIGN_OUT: &str = "/sign-out";
/// A forgotten password.
pub const RECOVERY: &str = "/recovery";
/// « Vérifiez votre boîte », after a password was forgotten.
pub const RECOVERY_SENT: &str = "/recovery/sent";
/// Settings.
pub const SETTINGS: &str = "/settings";
/// « Modifier le mot de passe » (R71).
pub const SETTINGS_PASSWORD: &str = "/settings/password";
/// A new e-mail address (R70).
pub const SETTINGS_EMAIL: &str = "/settings/email";
/// Where one is signed in.
pub const SETTINGS_SESSIONS: &str = "/settings/sessions";
/// All sessions but this one (POST ends them).
pub const OTHER_SESSIONS: &str = "/settings/sessions/others";
/// « Langue et affichage » (POST).
pub const SETTINGS_DISPLAY: &str = "/settings/display";

/// The link in the letter that confirms an address.
pub fn confirm(token: &str) -> String {
    format!("/confirm/{token}")
}

/// The link in the letter that lets one choose a new password.
pub fn recover(token: &str) -> String {
    format!("{RECOVERY}/{token}")
}

/// The link in the letter that proves a new e-mail address.
pub fn new_email(token: &str) -> String {
    format!("{SETTINGS_EMAIL}/{token}")
}

/// One session (POST ends it).
pub fn session(id: Uuid) -> String {
    format!("{SETTINGS_SESSIONS}/{id}")
}

/// Where members start; the page stands on a higher floor.
pub const DASHBOARD: &str = "/dashboard";
/// Where staff start; the page stands on a higher floor.
pub const STAFF: &str = "/staff";
/// « Nous contacter »; the page is the site's.
pub const CONTACT: &str = "/contact";
/// The operator's other services, asked about by « Nous contacter »; the page is the site's (R14).
pub const OTHER_SERVICES: &str = "/contact?topic=services";
/// The terms of use; the page is the site's.
pub const TERMS: &str = "/legal/terms";
/// How data is protected; the page is the site's.
pub const PRIVACY: &str = "/legal/privacy";
