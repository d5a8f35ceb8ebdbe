//! Handing a file out.

use crate::Kind;

/// A `Content-Disposition` (RFC 6266) that makes the browser save the file under
/// `name`: in ASCII for old programs, in UTF-8 (RFC 8187) for all others.
fn attachment(name: &str) -> String {
    let fallback: String = name
        .chars()
        .map(|c| match c {
            '"' | '\\' | '%' | '/' => '_',
            ' '..='~' => c,
            _ => '_',
        })
        .collect();
    let encoded: String = name.bytes().map(percent).collect();
    format!("attachment; filename=\"{fallback}\"; filename*=UTF-8''{encoded}")
}

/// The headers of a download which no browser can be talked into showing as a page:
/// name, value.
///
/// The type is the one found at the check; it is not to be guessed again (`nosniff`),
/// nothing in it runs should it be opened all the same (`sandbox`), no other site can
/// embed it, and no copy stays in a cache.
pub fn download_headers(name: &str, kind: Kind) -> [(&'static str, String); 6] {
    [
        ("content-type", kind.mime().to_owned()),
        ("content-disposition", attachment(name)),
        ("x-content-type-options", "nosniff".to_owned()),
        (
            "content-security-policy",
            "default-src 'none'; sandbox".to_owned(),
        ),
        ("cross-origin-resource-policy", "same-origin".to_owned()),
        ("cache-control", "private, no-store".to_owned()),
    ]
}

/// RFC 8187, 3.2.1: `attr-char` as it is, all else as `%XX`.
fn percent(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        b'!' | b'#' | b'$' | b'&' | b'+' | b'-' | b'.' | b'^' | b'_' | b'`' | b'|' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    }
}

#[cfg(test)]
mod tests;
