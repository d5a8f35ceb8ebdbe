//! The kinds of files we know.

use serde::{Deserialize, Serialize};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Portable Document Format (ISO 32000).
    Pdf,
    /// JPEG image.
    Jpeg,
    /// PNG image.
    Png,
    /// WebP image. Only handed in: it is kept as JPEG or PNG.
    Webp,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [Kind::Pdf, Kind::Jpeg, Kind::Png, Kind::Webp];

    /// The media type, as `Content-Type` and `<input accept>` want it.
    pub const fn mime(self) -> &'static str {
        match self {
            Kind::Pdf => "application/pdf",
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Webp => "image/webp",
        }
    }

    /// The usual end of the name, without a dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
            Kind::Webp => "webp",
        }
    }

    /// Reads the media type back, as [`Kind::mime`] wrote it.
    pub fn from_mime(mime: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.mime() == mime)
    }

    /// Whether it is a picture.
    pub const fn is_image(self) -> bool {
        match self {
            Kind::Pdf => false,
            Kind::Jpeg | Kind::Png | Kind::Webp => true,
        }
    }

    /// How many first bytes tell the kind.
    pub(crate) const MAGIC_BYTES: usize = 12;

    /// The kind these first bytes announce. Strictly at the start: readers that search
    /// further are how one file passes for two kinds.
    pub(crate) fn of(first: &[u8]) -> Option<Kind> {
        match first {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Kind::Pdf),
            [0xff, 0xd8, 0xff, ..] => Some(Kind::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Kind::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::Webp),
            _ => None,
        }
    }
}
