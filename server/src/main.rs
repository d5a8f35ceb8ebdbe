//! The binary `jem`.

/// Pages are many small allocations on several threads, where this one is faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> anyhow::Result<()> {
    jem::cli::main()
}
