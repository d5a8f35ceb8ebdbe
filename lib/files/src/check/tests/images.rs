use std::io::Cursor;

use bytes::Bytes;
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::super::image::MAX_PIXELS;
use super::{ALL, Rejection, checked};
use crate::Kind;

/// Left half red, right half blue.
fn picture(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, _| match x < width / 2 {
        true => Rgb([255, 0, 0]),
        false => Rgb([0, 0, 255]),
    })
    .into()
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(super) fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::Png)
}

/// A JPEG whose EXIF says where it was taken and that it lies on its side.
fn photo_with_exif() -> Vec<u8> {
    let place = b"46.5197N 6.6323E\0\0\0\0";
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    // ImageDescription, ASCII, 20 bytes at offset 38; Orientation, SHORT, 6 (turn right).
    exif.extend(b"\x0e\x01\x02\0\x14\0\0\0\x26\0\0\0");
    exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    exif.extend(b"\0\0\0\0");
    exif.extend(place);
    let jpeg = encoded(&picture(40, 20), ImageFormat::Jpeg);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat()
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// A PNG that announces other dimensions than it has pixels for.
fn png_announcing(width: u32, height: u32) -> Vec<u8> {
    let mut png = png(2, 2);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

/// The check sum of PNG chunks (ISO 15948, annex D).
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 * (sum & 1));
        }
    }
    !sum
}

#[tokio::test]
async fn a_photo_loses_place_and_time_and_stands_upright() {
    let photo = photo_with_exif();
    assert!(contains(&photo, b"46.5197N"));

    let clean = checked(&ALL, "photo.jpg", &photo).await.unwrap();

    assert_eq!(clean.kind, Kind::Jpeg);
    assert!(!contains(&clean.bytes, b"46.5197N"));
    assert!(!contains(&clean.bytes, b"Exif"));
    // Turned to the right, the red half is on top.
    let drawn = image::load_from_memory(&clean.bytes).unwrap();
    assert_eq!(drawn.dimensions(), (20, 40));
    let Rgba([red, _, blue, _]) = drawn.get_pixel(10, 5);
    assert!(red > 200 && blue < 60);
}

#[tokio::test]
async fn what_is_appended_to_an_image_is_gone() {
    for (format, kind) in [(ImageFormat::Png, Kind::Png), (ImageFormat::Jpeg, Kind::Jpeg)] {
        let mut bytes = encoded(&picture(8, 8), format);
        bytes.extend(b"<?php system($_GET['c']); ?>");

        let clean = checked(&ALL, "a.png", &bytes).await.unwrap();

        assert_eq!(clean.kind, kind);
        assert!(!contains(&clean.bytes, b"php"));
    }
}

#[tokio::test]
async fn a_png_stays_pixel_for_pixel() {
    let before = picture(30, 10);

    let clean = checked(&ALL, "a.png", &png(30, 10)).await.unwrap();

    let after = image::load_from_memory(&clean.bytes).unwrap();
    assert_eq!(after.to_rgb8(), before.to_rgb8());
}

#[tokio::test]
async fn webp_becomes_jpeg_or_png_when_it_is_see_through() {
    let opaque = encoded(&picture(8, 8), ImageFormat::WebP);
    let glass = RgbaImage::from_pixel(8, 8, Rgba([1, 2, 3, 99]));
    let glass = encoded(&glass.into(), ImageFormat::WebP);

    let opaque = checked(&ALL, "a.webp", &opaque).await.unwrap();
    let glass = checked(&ALL, "a.webp", &glass).await.unwrap();

    assert_eq!((opaque.kind, opaque.name.as_str()), (Kind::Jpeg, "a.jpg"));
    assert_eq!((glass.kind, glass.name.as_str()), (Kind::Png, "a.png"));
    let drawn = image::load_from_memory(&glass.bytes).unwrap();
    assert_eq!(drawn.get_pixel(0, 0), Rgba([1, 2, 3, 99]));
}

#[tokio::test]
async fn sixteen_bits_and_grey_are_taken_too() {
    for image in [
        DynamicImage::new_rgba16(5, 4),
        DynamicImage::new_luma16(5, 4),
        DynamicImage::new_luma_a8(5, 4),
        DynamicImage::new_luma8(5, 4),
    ] {
        let bytes = encoded(&image, ImageFormat::Png);
        let clean = checked(&ALL, "a.png", &bytes).await.unwrap();
        let drawn = image::load_from_memory(&clean.bytes).unwrap();
        assert_eq!(drawn.dimensions(), (5, 4));
    }
}

#[tokio::test]
async fn an_image_cut_short_is_broken() {
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&picture(64, 64), format);
        let cut = &whole[..whole.len() * 2 / 3];

        let answer = checked(&ALL, "a.png", cut).await;

        assert_eq!(answer, Err(Rejection::BrokenImage), "{format:?}");
    }
    let header = &encoded(&picture(64, 64), ImageFormat::Jpeg)[..100];
    let answer = checked(&ALL, "a.jpg", header).await;
    assert_eq!(answer, Err(Rejection::BrokenImage));
}

#[tokio::test]
async fn huge_dimensions_are_refused_before_anything_is_drawn() {
    for (width, height) in [(60_000, 60_000), (u32::MAX >> 1, 1), (8_000, 5_001)] {
        let answer = checked(&ALL, "a.png", &png_announcing(width, height)).await;

        let max_pixels = MAX_PIXELS;
        assert_eq!(
            answer,
            Err(Rejection::ImageTooBig { max_pixels }),
            "{width}x{height}"
        );
    }
    // Nearly as large, but there is nothing behind.
    let answer = checked(&ALL, "a.png", &png_announcing(5_000, 5_000)).await;
    assert_eq!(answer, Err(Rejection::BrokenImage));
}

#[tokio::test]
async fn a_jpeg_announcing_huge_dimensions_is_refused() {
    let mut jpeg = encoded(&picture(16, 16), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);

    let answer = checked(&ALL, "a.jpg", &jpeg).await;

    let max_pixels = MAX_PIXELS;
    assert_eq!(answer, Err(Rejection::ImageTooBig { max_pixels }));
}

#[tokio::test]
async fn damaged_images_never_do_worse_than_be_rejected() {
    let whole = png(20, 20);
    for at in 8..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        // Some damage is harmless; none may panic or hang.
        let _ = checked(&ALL, "a.png", &damaged).await;
    }
    let photo = Bytes::from(photo_with_exif());
    for at in (2..photo.len()).step_by(7) {
        let mut damaged = photo.to_vec();
        damaged[at] ^= 0x55;
        let _ = checked(&ALL, "a.jpg", &damaged).await;
    }
}

/// A picture that JPEG folds better than PNG.
fn stripes(width: u32, height: u32) -> DynamicImage {
    let noise = |x: u32, y: u32| u8::try_from((x * 7919 + (y % 2) * 104_729 + 13) * 31 % 251).unwrap();
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([noise(x, y), noise(x + 5, y), noise(x * 3, y)])
    })
    .into()
}

#[tokio::test]
async fn a_picture_larger_than_wanted_is_drawn_smaller() {
    let small = super::Wanted { max_edge: 50, ..ALL };
    for (format, kind) in [(ImageFormat::Png, Kind::Png), (ImageFormat::Jpeg, Kind::Jpeg)] {
        let clean = checked(&small, "a.png", &encoded(&picture(200, 120), format))
            .await
            .unwrap();

        assert_eq!(clean.kind, kind);
        let drawn = image::load_from_memory(&clean.bytes).unwrap();
        assert_eq!(drawn.dimensions(), (50, 30));
        let Rgba([red, _, blue, _]) = drawn.get_pixel(5, 5);
        assert!(red > 200 && blue < 60);
    }
    let clean = checked(&small, "a.png", &encoded(&picture(2000, 1), ImageFormat::Png))
        .await
        .unwrap();
    assert_eq!(
        image::load_from_memory(&clean.bytes).unwrap().dimensions(),
        (50, 1)
    );
}

#[tokio::test]
async fn a_picture_that_becomes_longer_than_wanted_is_kept_as_jpeg_or_not_at_all() {
    let drawn = checked(&ALL, "a.png", &encoded(&stripes(300, 300), ImageFormat::Png))
        .await
        .unwrap();
    let max_bytes = drawn.bytes.len() as u64 - 1;
    let short = super::Wanted { max_bytes, ..ALL };

    let clean = super::super::image::redraw(&short, Kind::Png, &drawn.bytes).unwrap();
    assert_eq!(clean.0, Kind::Jpeg);
    assert!(clean.1.len() as u64 <= max_bytes);

    let shorter = super::Wanted {
        max_bytes: 1000,
        ..ALL
    };
    let answer = super::super::image::redraw(&shorter, Kind::Png, &drawn.bytes);
    assert_eq!(answer, Err(Rejection::TooLarge { max_bytes: 1000 }));
}
