//! The binary `jem`.

use std::process::ExitCode;

/// Pages are many small allocations on several threads, where this one is faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(
    clippy::print_stderr,
    reason = "a command line says on standard error what is wrong"
)]
fn main() -> ExitCode {
    match jem::cli::main() {
        Ok(()) => ExitCode::SUCCESS,
        // One line, whatever RUST_BACKTRACE says: it is for whoever runs the house, not for who builds it.
        Err(error) => {
            let said = format!("{error:#}");
            let words: Vec<&str> = said.split_whitespace().collect();
            eprintln!("Error: {}", words.join(" "));
            ExitCode::FAILURE
        }
    }
}
