//! Images, drawn anew: only the pixels stay, and what hid beside them is gone (place
//! and time of a photo, thumbnails of what was cropped, code appended to the end).

use std::io::Cursor;

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{Rejection, Wanted};
use crate::Kind;

/// 40 megapixels: more than scanners and nearly all telephones give.
pub(super) const MAX_PIXELS: u64 = 40_000_000;

/// What a decoder may take in memory, in bytes: those pixels with six bytes each.
const MAX_ALLOC: u64 = 6 * MAX_PIXELS;

/// JPEG quality, out of 100, where a page of small print stays readable.
const QUALITY: u8 = 85;

/// The image drawn anew, no larger than is wanted, and what kind it is now.
pub(super) fn redraw(wanted: &Wanted, kind: Kind, bytes: &[u8]) -> Result<(Kind, Bytes), Rejection> {
    let edge = wanted.max_edge;
    let image = match decode(kind, bytes)? {
        large if large.width().max(large.height()) > edge => large.thumbnail(edge, edge),
        image => image,
    };
    let mut drawn = encode(kind, &image).map_err(rejection)?;
    let is_short = |bytes: &[u8]| u64::try_from(bytes.len()).is_ok_and(|bytes| bytes <= wanted.max_bytes);
    // A photo saved as PNG may have become longer than it came.
    if !is_short(&drawn.1) && !image.color().has_alpha() {
        drawn = encode(Kind::Jpeg, &image).map_err(rejection)?;
    }
    let (kind, bytes) = drawn;
    match is_short(&bytes) {
        true => Ok((kind, bytes.into())),
        false => Err(Rejection::TooLarge {
            max_bytes: wanted.max_bytes,
        }),
    }
}

/// The pixels, upright, eight bits a colour. The size is judged from the header, before
/// any memory is taken.
fn decode(kind: Kind, bytes: &[u8]) -> Result<DynamicImage, Rejection> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        Kind::Pdf => return Err(Rejection::BrokenImage),
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_ALLOC);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(rejection)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_ALLOC {
        return Err(too_big());
    }
    // Not every telephone turns the pixels; some only write down how it was held.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(rejection)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// A photo stays JPEG, a drawing PNG. WebP becomes what serves it best: PNG when it is
/// see-through, JPEG otherwise.
fn encode(kind: Kind, image: &DynamicImage) -> Result<(Kind, Vec<u8>), ImageError> {
    let see_through = image.color().has_alpha();
    let grey = !image.color().has_color();
    let image = match (grey, see_through) {
        (true, false) => DynamicImage::ImageLuma8(image.to_luma8()),
        (true, true) => DynamicImage::ImageLumaA8(image.to_luma_alpha8()),
        (false, false) => DynamicImage::ImageRgb8(image.to_rgb8()),
        (false, true) => DynamicImage::ImageRgba8(image.to_rgba8()),
    };
    let mut bytes = Vec::new();
    if kind == Kind::Png || see_through {
        image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
        Ok((Kind::Png, bytes))
    } else {
        image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
        Ok((Kind::Jpeg, bytes))
    }
}

fn rejection(error: ImageError) -> Rejection {
    match error {
        ImageError::Limits(_) => too_big(),
        _ => Rejection::BrokenImage,
    }
}

fn too_big() -> Rejection {
    Rejection::ImageTooBig {
        max_pixels: MAX_PIXELS,
    }
}
