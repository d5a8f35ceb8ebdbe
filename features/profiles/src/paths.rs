//! Addresses of this room.

use files::FileId;

use crate::FreelanceId;

/// One's own profile, for a freelance.
pub const PROFILE: &str = "/profile";
/// « Mon entreprise ».
pub const COMPANY: &str = "/company";
/// « Chercher un freelance »; previews for those who may not see more.
pub const FREELANCES: &str = "/freelances";

/// One freelance.
pub fn freelance(id: FreelanceId) -> String {
    format!("{FREELANCES}/{id}")
}

/// A company's logo. The address tells nothing about the company.
pub fn logo(file: FileId) -> String {
    format!("/logos/{file}")
}

/// A search among freelances, from its query.
pub(crate) fn freelances(query: &str) -> String {
    if query.is_empty() {
        FREELANCES.to_owned()
    } else {
        format!("{FREELANCES}?{query}")
    }
}

/// One's own profile, where a skill is added.
pub(crate) const PROFILE_SKILL: &str = "/profile#skill";

/// Skills like the one being typed, for one's own profile.
pub(crate) const SKILLS: &str = "/profile/skills";
