//! Pictures for made-up firms and people: a logo from two shapes, a specimen of a document.

use files::{Clean, Kind};
use image::{ImageFormat, Rgb, RgbImage};

const INKS: [[u8; 3]; 8] = [
    [122, 74, 36],
    [43, 127, 184],
    [20, 83, 45],
    [226, 113, 29],
    [63, 90, 140],
    [15, 118, 110],
    [29, 43, 83],
    [180, 83, 42],
];

/// The logo of the `n`th firm; the first 48 all differ.
///
/// # Errors
/// When the picture cannot be encoded.
pub fn logo(n: usize) -> anyhow::Result<Clean> {
    let (first, second) = (INKS[n % 8], INKS[(n * 3 + 1) % 8]);
    let picture = RgbImage::from_fn(96, 96, |x, y| {
        let (dx, dy) = (x as i32 - 48, y as i32 - 48);
        let from_middle = dx * dx + dy * dy;
        let inside = match (n % 8 + n / 8) % 6 {
            0 => from_middle < 1100 && dy < 4,
            1 => dx.abs() + dy.abs() < 34,
            2 => dy > -30 && dy < 30 && dx.abs() < (dy + 30) / 2,
            3 => dx.abs() < 30 && dy.abs() < 30 && (dx + dy) < 0,
            4 => (400..1000).contains(&from_middle),
            _ => dx.abs() < 30 && dy.abs() < 30 && (dy + 30) % 24 < 12,
        };
        let accent = n % 8 < 5 && (dx - 12) * (dx - 12) + (dy - 16) * (dy - 16) < 190;
        Rgb(if accent {
            second
        } else if inside {
            first
        } else {
            [252, 251, 248]
        })
    });
    encode(&picture, "logo.png")
}

/// A page with a head and lines, as a stand-in for a document.
///
/// # Errors
/// When the picture cannot be encoded.
pub fn specimen(name: &str) -> anyhow::Result<Clean> {
    let picture = RgbImage::from_fn(540, 340, |x, y| {
        let (row, depth) = (y.saturating_sub(96) / 28, y.saturating_sub(96) % 28);
        let line = y > 96 && row < 6 && depth < 10 && (190..310 + (row * 67) % 160).contains(&x);
        let photo = (28..160).contains(&x) && (88..254).contains(&y);
        Rgb(match () {
            () if y < 60 => [185, 198, 214],
            () if photo => [207, 212, 217],
            () if line => [90, 96, 110],
            () => [238, 240, 238],
        })
    });
    encode(&picture, name)
}

fn encode(picture: &RgbImage, name: &str) -> anyhow::Result<Clean> {
    let mut bytes = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), ImageFormat::Png)?;
    Ok(Clean {
        kind: Kind::Png,
        bytes: bytes.into(),
        name: name.to_owned(),
    })
}
