//! This room's pages.

pub(crate) mod contact;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod inbox;
pub(crate) mod legal;
pub(crate) mod machines;
