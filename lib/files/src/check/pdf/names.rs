//! Names in bytes nobody has understood yet.

/// Names long enough never to appear in compressed data by chance.
const TELLING: [&[u8]; 5] = [
    b"JavaScript",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"RichMedia",
];

/// Whether one of the telling names stands anywhere in `bytes`, spelled plainly or with
/// escapes (`/J#61vaScript`).
///
/// A parser skips what it cannot read, and other readers may read just that.
pub(super) fn tell(bytes: &[u8]) -> bool {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    starts.into_iter().any(|(at, _)| {
        let name = name(&bytes[at + 1..]);
        TELLING.contains(&name.as_slice())
    })
}

/// The name at the start, its escapes resolved (ISO 32000-2, 7.3.5); cut where it is
/// longer than any telling one.
fn name(mut bytes: &[u8]) -> Vec<u8> {
    let mut name = Vec::new();
    while name.len() <= 16 {
        let (byte, rest) = match (escaped(bytes), bytes) {
            (Some(escaped), _) => escaped,
            (None, [byte, rest @ ..]) if is_regular(*byte) => (*byte, rest),
            _ => break,
        };
        name.push(byte);
        bytes = rest;
    }
    name
}

/// The byte that an escape at the start stands for, and what follows it.
pub(super) fn escaped(bytes: &[u8]) -> Option<(u8, &[u8])> {
    match bytes {
        [b'#', high, low, rest @ ..] => Some((16 * hex(*high)? + hex(*low)?, rest)),
        _ => None,
    }
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Neither white space nor a delimiter (ISO 32000-2, 7.2.3).
fn is_regular(byte: u8) -> bool {
    byte > b' ' && byte < 0x7f && !b"()<>[]{}/%".contains(&byte)
}
