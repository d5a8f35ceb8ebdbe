//! Pages, each in a folder of its own.

pub(crate) mod desk;
pub(crate) mod jobs;
