//! Numbers, money, percentages, file sizes.
//!
//! A number and its unit are held together by a no-break space (U+00A0), never
//! by the narrow one (U+202F), which many fonts lack.

use crate::Lang;

impl Lang {
    /// A whole number, grouped the Swiss way from four digits on: 12’345.
    ///
    /// The mark is the right single quote U+2019 in every language: figures must
    /// not change when the reader changes language. CLDR cannot be asked for this:
    /// it gives `fr-CH` a narrow space, `en-CH` a straight quote.
    pub fn number(self, n: i64) -> String {
        match self {
            Lang::Fr | Lang::En => grouped(n),
        }
    }

    /// Whole Swiss francs: CHF 1’050, the same in every language.
    pub fn chf(self, francs: i64) -> String {
        format!("CHF\u{a0}{}", self.number(francs))
    }

    /// A whole percentage, 80 being eighty per cent: « 80 % », "80%".
    pub fn percent(self, percent: i64) -> String {
        let number = self.number(percent);
        match self {
            Lang::Fr => format!("{number}\u{a0}%"),
            Lang::En => format!("{number}%"),
        }
    }

    /// A file size: « 412 Ko », "412 KB", « 1,4 Mo ».
    ///
    /// One unit is 1024 of the one below, as limits on uploads are set. From
    /// « Mo » on, one decimal below ten, none above.
    pub fn bytes(self, bytes: u64) -> String {
        let ([unit, kilo, mega, giga], comma) = match self {
            Lang::Fr => (["o", "Ko", "Mo", "Go"], ','),
            Lang::En => (["B", "KB", "MB", "GB"], '.'),
        };
        let (size, unit) = match bytes {
            ..KB => (1, unit),
            // What would round to 1024 of a unit is one of the next.
            KB..ALMOST_MB => (KB, kilo),
            ALMOST_MB..ALMOST_GB => (MB, mega),
            ALMOST_GB.. => (GB, giga),
        };
        // 128 bits hold ten times any size.
        let rounded = |parts: u128| {
            let size = u128::from(size);
            (u128::from(bytes) * parts + size / 2) / size
        };
        let (whole, tenth) = (rounded(10) / 10, rounded(10) % 10);
        if size < MB || whole >= 10 || tenth == 0 {
            format!("{}\u{a0}{unit}", rounded(1))
        } else {
            format!("{whole}{comma}{tenth}\u{a0}{unit}")
        }
    }
}

fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(2 * digits.len() + 1);
    if n < 0 {
        out.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('’');
        }
        out.push(digit);
    }
    out
}

const KB: u64 = 1024;
const MB: u64 = 1024 * KB;
const GB: u64 = 1024 * MB;
const ALMOST_MB: u64 = MB - KB / 2;
const ALMOST_GB: u64 = GB - MB / 2;

#[cfg(test)]
mod tests;
