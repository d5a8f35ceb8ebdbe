//! Pages, each in a folder of its own.

pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod dossier;
pub(crate) mod own;
pub(crate) mod queue;
