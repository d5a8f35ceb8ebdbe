//! What a client sends, with a bound on the time it may take.

use std::{
    error::Error,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{BoxError, body::Bytes, http::StatusCode};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::{Problem, socket::Pace, wire::Turns};

/// The client paused for too long, or takes too long for the whole.
#[derive(Debug)]
pub(crate) struct Slow;

impl std::fmt::Display for Slow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the client sends its body too slowly")
    }
}
impl Error for Slow {}

/// What a body that broke off means to the person who sent it. `status` is what axum makes of it.
pub(crate) fn problem(status: StatusCode, error: &(dyn Error + 'static)) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::TooLarge;
    }
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<Slow>() {
            return Problem::Timeout;
        }
        cause = error.source();
    }
    Problem::BadRequest
}

/// A request's body on its way from the socket.
pub(crate) struct Paced {
    body: Incoming,
    turns: Arc<Turns>,
    pace: Pace,
    /// When all of it must be here.
    end: Instant,
    /// Runs while the client sends nothing.
    pause: Option<Pin<Box<Sleep>>>,
    ended: bool,
}

impl Paced {
    pub(crate) fn new(body: Incoming, turns: Arc<Turns>, pace: Pace) -> Paced {
        Paced {
            ended: body.is_end_stream(),
            end: Instant::now() + pace.body,
            body,
            turns,
            pace,
            pause: None,
        }
    }
}

impl Body for Paced {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) {
            this.pause = None;
            this.ended = frame.is_none() || this.body.is_end_stream();
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let until = this.end.min(Instant::now() + this.pace.pause);
        let pause = this.pause.get_or_insert_with(|| Box::pin(sleep_until(until)));
        pause.as_mut().poll(cx).map(|()| Some(Err(Slow.into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Paced {
    fn drop(&mut self) {
        if !self.ended {
            self.turns.leave_unread();
        }
    }
}
