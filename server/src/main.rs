//! The binary `jem`.

use std::{
    io::{self, Write},
    process::ExitCode,
};

/// Pages are many small allocations on several threads, where this one is faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match jem::cli::main() {
        Ok(()) => ExitCode::SUCCESS,
        // One line, whatever RUST_BACKTRACE says: it is for whoever runs the house, not for who builds it.
        Err(error) => {
            let said = format!("{error:#}");
            let words: Vec<&str> = said.split_whitespace().collect();
            // When nobody reads it, the code still tells.
            let _ = writeln!(io::stderr(), "Error: {}", words.join(" "));
            ExitCode::FAILURE
        }
    }
}
