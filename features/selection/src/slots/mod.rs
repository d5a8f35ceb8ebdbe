//! What stands beside missions, conversations and profiles: slots that lower rooms leave open.

mod conversation;
mod freelance;
mod mission;

pub(crate) use conversation::BesideConversations;
pub(crate) use freelance::BesideFreelances;
pub(crate) use mission::BesideMissions;

#[cfg(test)]
mod tests;
