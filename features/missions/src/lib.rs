//! missions
