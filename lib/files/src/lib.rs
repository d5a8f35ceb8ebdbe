//! Documents people hand in: checked, then kept encrypted.
//!
//! What this crate promises:
//! - [`check`] lets through PDFs, JPEG, PNG and WebP images and nothing else, by what
//!   the bytes are and never by what their name or their sender says. Images are drawn
//!   anew, so nothing but their pixels stays. PDFs that could act are refused.
//! - [`Files`] keeps each file encrypted under a key of its own, on a disk or in an
//!   S3-compatible store. A file that was altered or put in another's place does not
//!   open. A place is named by the file's id alone.
//! - [`Files::rewrap_all`] brings all files under a new master key while they are read, and
//!   [`Files::census`] tells when an old one may go.
//! - [`download_headers`] hand a file out so that no browser runs it.
//!
//! What is not here: who may read which file, and how long it is kept.
//! `docs/decisions/0006-files-encryption-and-checks.md` tells why it is built so.

mod check;
mod download;
mod kind;
mod seal;
mod store;

pub use check::{Clean, Rejection, Stopped, Wanted, check};
pub use download::download_headers;
pub use kind::Kind;
pub use seal::Key;
pub use store::{Census, FileId, Files, Rewrapped, S3, Settings};
