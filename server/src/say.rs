//! What commands say.

use std::{
    fmt::Display,
    io::{self, ErrorKind, Write},
};

/// Says one line on standard output. Whoever stopped reading (`jem doctor | head -1`) has read enough:
/// that is no fault, and the command goes on.
///
/// # Errors
/// When it cannot be written for another reason, such as a full disk.
pub fn say(line: impl Display) -> io::Result<()> {
    match writeln!(io::stdout(), "{line}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        said => said,
    }
}
