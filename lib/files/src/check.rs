//! From a stream of unknown bytes to a file we are willing to keep.

mod image;
mod name;
mod pdf;

use std::pin::pin;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};
use thiserror::Error;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use crate::Kind;

/// What a form takes.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The kinds it takes.
    pub kinds: &'static [Kind],
    /// The most bytes it takes, as handed in and as kept.
    pub max_bytes: u64,
    /// The longer edge of a picture, in pixels: a larger one is drawn smaller.
    pub max_edge: u32,
}

/// A file fit to be kept and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// What it is now; a WebP image has become JPEG or PNG.
    pub kind: Kind,
    /// Its bytes: the PDF as it came, or the image drawn anew.
    pub bytes: Bytes,
    /// A name to show to people, never to build a path from: the last part of the one
    /// given, without control characters, ending as the kind does, at most 100
    /// characters.
    pub name: String,
}

/// Why a file is not kept. Each is the fault of the file, to be told at its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Rejection {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It has more bytes than the form takes.
    #[error("the file has more than {max_bytes} bytes")]
    TooLarge {
        /// The most it takes.
        max_bytes: u64,
    },
    /// It is none of the kinds we know, whatever its name says.
    #[error("the file is of no known kind")]
    UnknownType,
    /// It is of a kind we know but this form does not take.
    #[error("this form takes no {}", .0.extension())]
    NotAllowed(Kind),
    /// It starts like an image but cannot be drawn: cut short or damaged.
    #[error("the image cannot be drawn")]
    BrokenImage,
    /// It would unfold into more pixels than we are willing to draw.
    #[error("the image has more than {max_pixels} pixels")]
    ImageTooBig {
        /// The most we draw.
        max_pixels: u64,
    },
    /// It starts like a PDF but cannot be read, or has no page.
    #[error("the PDF cannot be read")]
    BrokenPdf,
    /// Opened, it would unfold into more than we ask anybody's machine to hold.
    #[error("the PDF unfolds too far")]
    PdfTooBig,
    /// It can act by itself: scripts, programs to launch, forms that send themselves,
    /// files inside the file.
    #[error("the PDF holds active content")]
    ActivePdf,
    /// It is protected by a password or by restrictions, so nobody can look inside.
    #[error("the PDF is encrypted")]
    EncryptedPdf,
}

/// Why there is no verdict.
#[derive(Debug, PartialEq, Eq)]
pub enum Stopped<E> {
    /// The sender broke off.
    BrokenOff(E),
    /// Too many files are being looked at: it may go well a little later.
    Busy,
}

/// How many files are drawn or taken apart at once. Each may need some hundred
/// megabytes for a moment, whoever sends it; the others wait for their turn.
static BENCH: Semaphore = Semaphore::const_new(2);

/// How long one waits for its turn. A file takes a few seconds at most.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads a file from `stream` and tells whether it is fit to be kept.
///
/// Stops reading as soon as it knows better: after the first bytes of a wrong kind,
/// and with the first byte beyond the limit. `name` is shown later, nothing is
/// concluded from it.
///
/// # Errors
/// When the sender breaks off, or no turn came.
pub async fn check<E>(
    wanted: &Wanted,
    name: &str,
    stream: impl Stream<Item = Result<Bytes, E>>,
) -> Result<Result<Clean, Rejection>, Stopped<E>> {
    match read(wanted, stream).await.map_err(Stopped::BrokenOff)? {
        Ok((kind, bytes)) => {
            let turn = turn(&BENCH, PATIENCE).await.ok_or(Stopped::Busy)?;
            Ok(clean(*wanted, kind, bytes, name, turn).await)
        }
        Err(rejection) => Ok(Err(rejection)),
    }
}

async fn turn(bench: &Semaphore, patience: Duration) -> Option<SemaphorePermit<'_>> {
    timeout(patience, bench.acquire()).await.ok()?.ok()
}

async fn read<E>(
    wanted: &Wanted,
    stream: impl Stream<Item = Result<Bytes, E>>,
) -> Result<Result<(Kind, Bytes), Rejection>, E> {
    let mut stream = pin!(stream);
    let mut bytes = BytesMut::new();
    let mut known = false;
    while let Some(part) = stream.next().await {
        let part = part?;
        // `usize` fits in `u64` on every machine we compile for.
        if (bytes.len() as u64).saturating_add(part.len() as u64) > wanted.max_bytes {
            let max_bytes = wanted.max_bytes;
            return Ok(Err(Rejection::TooLarge { max_bytes }));
        }
        bytes.extend_from_slice(&part);
        if !known && bytes.len() >= Kind::MAGIC_BYTES {
            if let Err(rejection) = kind(wanted, &bytes) {
                return Ok(Err(rejection));
            }
            known = true;
        }
    }
    Ok(kind(wanted, &bytes).map(|kind| (kind, bytes.freeze())))
}

fn kind(wanted: &Wanted, bytes: &[u8]) -> Result<Kind, Rejection> {
    if bytes.is_empty() {
        return Err(Rejection::Empty);
    }
    let kind = Kind::of(bytes).ok_or(Rejection::UnknownType)?;
    if wanted.kinds.contains(&kind) {
        Ok(kind)
    } else {
        Err(Rejection::NotAllowed(kind))
    }
}

async fn clean(
    wanted: Wanted,
    kind: Kind,
    bytes: Bytes,
    name: &str,
    turn: SemaphorePermit<'static>,
) -> Result<Clean, Rejection> {
    let broken = match kind {
        Kind::Pdf => Rejection::BrokenPdf,
        Kind::Jpeg | Kind::Png | Kind::Webp => Rejection::BrokenImage,
    };
    let work = tokio::task::spawn_blocking(move || {
        // Until the work ends, and not only until the sender leaves.
        let _turn = turn;
        match kind {
            Kind::Pdf => pdf::check(&bytes).map(|()| (Kind::Pdf, bytes)),
            Kind::Jpeg | Kind::Png | Kind::Webp => image::redraw(&wanted, kind, &bytes),
        }
    });
    // A decoder that panics has met a broken file.
    let (kind, bytes) = work.await.unwrap_or(Err(broken))?;
    let name = name::display(name, kind);
    Ok(Clean { kind, bytes, name })
}

#[cfg(test)]
mod tests;
