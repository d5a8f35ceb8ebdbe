//! This room's pages.

pub(crate) mod closing;
pub(crate) mod edit;
pub(crate) mod mission;
pub(crate) mod pager;
pub(crate) mod previews;
pub(crate) mod search;
