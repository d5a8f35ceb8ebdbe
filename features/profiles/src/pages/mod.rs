//! One page, one folder.

pub(crate) mod company;
pub(crate) mod freelance;
pub(crate) mod freelances;
pub(crate) mod logo;
pub(crate) mod previews;
pub(crate) mod profile;
pub(crate) mod search;

mod fields;
