//! The bytes of one connection, between the socket and the HTTP library.
//!
//! Three things happen here that the library leaves open. It answers what it cannot read by an
//! empty refusal of its own: a page of ours goes out instead. A client that takes nothing of its
//! answer for too long is let go. And a connection that is closed while the client still sends is
//! read to its end for a moment, since otherwise the refusal would be lost on its way.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
};

use axum::{
    body::{Body, Bytes},
    http::{StatusCode, header},
};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Sleep, sleep},
};

use crate::{Web, headers, plain, socket::Pace};

/// Counts the requests of a connection: what is written while none is open comes from the library.
#[derive(Default)]
pub(crate) struct Turns {
    begun: AtomicUsize,
    ended: AtomicUsize,
    unread: AtomicBool,
}

impl Turns {
    /// A request has come; it is open for as long as the result is kept.
    pub(crate) fn begin(self: &Arc<Turns>) -> Turn {
        self.begun.fetch_add(1, Ordering::Relaxed);
        self.unread.store(false, Ordering::Relaxed);
        Turn(self.clone())
    }

    /// A request was answered before all of it was read.
    pub(crate) fn leave_unread(&self) {
        self.unread.store(true, Ordering::Relaxed);
    }

    /// How many there were, when none is open.
    fn all_ended(&self) -> Option<usize> {
        let begun = self.begun.load(Ordering::Relaxed);
        (begun == self.ended.load(Ordering::Relaxed)).then_some(begun)
    }
}

/// One request, until its answer has been handed over.
pub(crate) struct Turn(Arc<Turns>);

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.ended.fetch_add(1, Ordering::Relaxed);
    }
}

/// The body of an answer, which keeps its request open.
pub(crate) struct Answering {
    pub(crate) body: Body,
    pub(crate) _turn: Turn,
}

impl HttpBody for Answering {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }
    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// See the head of this file.
pub(crate) struct Wire {
    stream: TcpStream,
    web: Web,
    turns: Arc<Turns>,
    pace: Pace,
    /// As many requests were answered when everything written last left the house.
    settled: usize,
    /// Our page instead of the library's refusal, as far as it is not written yet.
    page: Option<Bytes>,
    /// Runs while the client takes nothing.
    stalled: Option<Pin<Box<Sleep>>>,
    /// Runs while what the client still sends is thrown away.
    farewell: Option<Pin<Box<Sleep>>>,
}

impl Wire {
    pub(crate) fn new(stream: TcpStream, web: Web, turns: Arc<Turns>, pace: Pace) -> Wire {
        Wire {
            stream,
            web,
            turns,
            pace,
            settled: 0,
            page: None,
            stalled: None,
            farewell: None,
        }
    }

    /// Whether `bytes` begin a refusal by the library: nothing of ours is under way, and what was
    /// is written and flushed.
    fn refusal(&self, bytes: &[u8]) -> Option<StatusCode> {
        let status = bytes.strip_prefix(b"HTTP/1.")?.get(2..5)?;
        let status = StatusCode::from_bytes(status).ok()?;
        let is_refusal = status.is_client_error() || status.is_server_error();
        (is_refusal && self.turns.all_ended() == Some(self.settled)).then_some(status)
    }

    /// Takes a refusal for written and puts our page in its place.
    fn takes(&mut self, bytes: &[u8]) -> bool {
        if self.page.is_none()
            && let Some(status) = self.refusal(bytes)
        {
            self.page = Some(page(&self.web, status));
        }
        self.page.is_some()
    }

    fn write_page(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(page) = self.page.as_mut().filter(|page| !page.is_empty()) {
            let written = Pin::new(&mut self.stream).poll_write(cx, page);
            let written = ready!(in_time(&mut self.stalled, self.pace, cx, written))?;
            drop(page.split_to(written));
        }
        Poll::Ready(Ok(()))
    }

    /// Reads what still comes, so that closing does not tear down what was sent.
    fn say_farewell(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let pace = self.pace;
        let farewell = self
            .farewell
            .get_or_insert_with(|| Box::pin(sleep(pace.farewell)));
        let mut scratch = [0; 8192];
        loop {
            if farewell.as_mut().poll(cx).is_ready() {
                return Poll::Ready(());
            }
            let mut rest = ReadBuf::new(&mut scratch);
            match ready!(Pin::new(&mut self.stream).poll_read(cx, &mut rest)) {
                Ok(()) if !rest.filled().is_empty() => {}
                _ => return Poll::Ready(()),
            }
        }
    }
}

/// Ends a wait for the client that takes too long.
fn in_time<T>(
    stalled: &mut Option<Pin<Box<Sleep>>>,
    pace: Pace,
    cx: &mut Context<'_>,
    polled: Poll<io::Result<T>>,
) -> Poll<io::Result<T>> {
    if polled.is_ready() {
        *stalled = None;
        return polled;
    }
    let stalled = stalled.get_or_insert_with(|| Box::pin(sleep(pace.taking)));
    ready!(stalled.as_mut().poll(cx));
    Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
}

/// The page for a refusal, as it goes over the wire.
fn page(web: &Web, status: StatusCode) -> Bytes {
    let (mut head, html) = plain::parts(web, status, None);
    headers::dress(web, head.headers_mut());
    let date = web.app().now().format("%a, %d %b %Y %H:%M:%S GMT");
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\n{}: {date}\r\n{}: {}\r\n{}: close\r\n",
        header::DATE,
        header::CONTENT_LENGTH,
        html.len(),
        header::CONNECTION
    )
    .into_bytes();
    for (name, value) in head.headers() {
        bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    bytes.extend(b"\r\n");
    bytes.extend(html.into_bytes());
    bytes.into()
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if self.takes(buf) {
            return Poll::Ready(Ok(buf.len()));
        }
        let this = &mut *self;
        let written = Pin::new(&mut this.stream).poll_write(cx, buf);
        in_time(&mut this.stalled, this.pace, cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let first = bufs.iter().find(|buf| !buf.is_empty());
        if first.is_some_and(|first| self.takes(first)) {
            return Poll::Ready(Ok(bufs.iter().map(|buf| buf.len()).sum()));
        }
        let this = &mut *self;
        let written = Pin::new(&mut this.stream).poll_write_vectored(cx, bufs);
        in_time(&mut this.stalled, this.pace, cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_page(cx))?;
        ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
        if let Some(all) = self.turns.all_ended() {
            self.settled = all;
        }
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_page(cx))?;
        if self.farewell.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
        }
        if self.page.is_some() || self.turns.unread.load(Ordering::Relaxed) {
            ready!(self.say_farewell(cx));
        }
        Poll::Ready(Ok(()))
    }
}
