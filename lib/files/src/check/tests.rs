#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod bombs;
mod images;
mod names;
mod pdfs;

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use futures::stream;
use tokio::sync::Semaphore;

use super::{Clean, Rejection, Stopped, Wanted, check, turn};
use crate::Kind;

const ALL: Wanted = Wanted {
    kinds: &Kind::ALL,
    max_bytes: 5_000_000,
    max_edge: 3000,
};

/// Checks `bytes`, arriving in pieces of 1000.
async fn checked(wanted: &Wanted, name: &str, bytes: &[u8]) -> Result<Clean, Rejection> {
    let pieces = bytes.chunks(1000).map(Bytes::copy_from_slice);
    let stream = stream::iter(pieces.map(Ok::<_, Infallible>));
    check(wanted, name, stream).await.unwrap()
}

#[tokio::test]
async fn an_empty_file_is_empty() {
    assert_eq!(checked(&ALL, "a.pdf", b"").await, Err(Rejection::Empty));
}

#[tokio::test]
async fn what_a_file_is_called_changes_nothing() {
    let cases: [(&str, &[u8]); 7] = [
        (
            "cv.pdf",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0 This program cannot be run",
        ),
        ("bomb.pdf", b"PK\x03\x04\x14\0\0\0\x08\0 inflate me"),
        ("page.png", b"<!doctype html><script>alert(1)</script>"),
        (
            "logo.png",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
        ),
        ("anim.png", b"GIF89a\x01\0\x01\0\0\0\0;"),
        ("late.pdf", b"\n\n\n<script></script>%PDF-1.4"),
        ("tiny.jpg", b"\xff"),
    ];
    for (name, bytes) in cases {
        let answer = checked(&ALL, name, bytes).await;
        assert_eq!(answer, Err(Rejection::UnknownType), "{name}");
    }
}

#[tokio::test]
async fn a_form_takes_only_the_kinds_it_names() {
    let only_pdf = Wanted {
        kinds: &[Kind::Pdf],
        ..ALL
    };

    let answer = checked(&only_pdf, "photo.pdf", &images::png(2, 2)).await;

    assert_eq!(answer, Err(Rejection::NotAllowed(Kind::Png)));
}

#[tokio::test]
async fn the_limit_itself_is_within_the_limit() {
    let png = images::png(2, 2);
    let size = png.len() as u64;

    let fits = Wanted {
        max_bytes: size,
        ..ALL
    };
    checked(&fits, "a.png", &png).await.unwrap();

    let short = Wanted {
        max_bytes: size - 1,
        ..ALL
    };
    let max_bytes = size - 1;
    let answer = checked(&short, "a.png", &png).await;
    assert_eq!(answer, Err(Rejection::TooLarge { max_bytes }));
}

/// An endless file; tells how many pieces were taken from it.
fn endless(
    first: &'static [u8],
    taken: &AtomicUsize,
) -> impl futures::Stream<Item = Result<Bytes, Infallible>> {
    stream::repeat_with(move || {
        let piece = match taken.fetch_add(1, Ordering::Relaxed) {
            0 => Bytes::from_static(first),
            _ => Bytes::from_static(&[0; 1000]),
        };
        Ok(piece)
    })
}

#[tokio::test]
async fn nothing_is_read_beyond_the_limit() {
    let taken = AtomicUsize::new(0);
    let wanted = Wanted {
        max_bytes: 10_500,
        ..ALL
    };

    let answer = check(&wanted, "a.pdf", endless(b"%PDF-1.7 and on", &taken)).await;

    let max_bytes = 10_500;
    assert_eq!(answer.unwrap(), Err(Rejection::TooLarge { max_bytes }));
    assert_eq!(taken.into_inner(), 12);
}

#[tokio::test]
async fn nothing_is_read_after_a_wrong_beginning() {
    let taken = AtomicUsize::new(0);

    let answer = check(&ALL, "a.pdf", endless(b"PK\x03\x04 and so on", &taken)).await;

    assert_eq!(answer.unwrap(), Err(Rejection::UnknownType));
    assert_eq!(taken.into_inner(), 1);
}

#[tokio::test]
async fn a_kind_is_known_even_from_single_bytes() {
    let png = images::png(2, 2);
    let bytes = png
        .iter()
        .map(|byte| Ok::<_, Infallible>(Bytes::copy_from_slice(&[*byte])));

    let clean = check(&ALL, "a.png", stream::iter(bytes)).await.unwrap();

    assert_eq!(clean.unwrap().kind, Kind::Png);
}

#[tokio::test]
async fn a_sender_who_breaks_off_is_an_error_not_a_rejection() {
    let pieces = [Ok(Bytes::from_static(b"%PDF-1.7 and on")), Err("gone")];

    let answer = check(&ALL, "a.pdf", stream::iter(pieces)).await;

    assert_eq!(answer.unwrap_err(), Stopped::BrokenOff("gone"));
}

#[tokio::test]
async fn nobody_waits_for_ever_for_a_place_at_the_bench() {
    let bench = Semaphore::new(1);
    let taken = turn(&bench, Duration::ZERO).await;
    assert!(taken.is_some());
    assert!(turn(&bench, Duration::from_millis(1)).await.is_none());

    drop(taken);
    assert!(turn(&bench, Duration::from_millis(1)).await.is_some());
}
