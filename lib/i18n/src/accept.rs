//! Choosing a language from what a browser asks for.

use crate::Lang;

impl Lang {
    /// The best language for an `Accept-Language` header (RFC 9110, 12.5.4),
    /// or `None` when it names none of ours with a weight above zero.
    ///
    /// The highest weight wins; between equal weights, the first named. Parts
    /// that cannot be read are passed over, as is `*` (it asks for nothing).
    pub fn from_accept_language(header: &str) -> Option<Lang> {
        let mut best: Option<(u16, Lang)> = None;
        for part in header.split(',') {
            let (tag, parameter) = part.split_once(';').unwrap_or((part, "q=1"));
            let (Some(lang), Some(weight)) = (Lang::parse(tag), weight(parameter)) else {
                continue;
            };
            if weight > best.map_or(0, |(weight, _)| weight) {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }
}

/// Reads `q=0.8` as thousandths, so that weights compare exactly.
fn weight(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let value: f32 = value.trim().parse().ok()?;
    // `as` saturates and the range is checked: 0.8 is 800.
    (0.0..=1.0)
        .contains(&value)
        .then(|| (value * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests;
