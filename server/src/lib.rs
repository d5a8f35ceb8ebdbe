//! The roof: reads settings, puts the rooms together, serves. It knows everyone and decides nothing.
//!
//! A library beside the binary, so that the journeys through the whole house can be tested.

pub mod chrome;
pub mod cli;
pub mod config;
pub mod demo;
mod doctor;
pub mod house;
mod log;
pub mod machines;
pub mod members;
mod say;
mod upkeep;
pub mod wiring;
