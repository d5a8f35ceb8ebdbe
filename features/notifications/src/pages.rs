//! This room's pages.

pub(crate) mod list;
