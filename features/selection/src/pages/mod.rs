//! One page or action, one folder.

pub(crate) mod candidates;
pub(crate) mod dashboard;
pub(crate) mod decision;
pub(crate) mod interest;
pub(crate) mod manage;
pub(crate) mod my_missions;
pub(crate) mod refused;
