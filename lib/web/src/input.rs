//! What a text field may hold, and how it is cleaned before it is looked at.

/// Bounds of a text, in characters as people count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// At least so many, unless it may be left empty.
    pub least: usize,
    /// At most so many.
    pub most: usize,
    /// Whether it may have several lines.
    pub lines: bool,
    /// Whether it may be left empty.
    pub optional: bool,
}

impl Text {
    /// One line that must be filled in.
    pub const fn line(least: usize, most: usize) -> Text {
        Text {
            least,
            most,
            lines: false,
            optional: false,
        }
    }

    /// Several lines that must be filled in.
    pub const fn prose(least: usize, most: usize) -> Text {
        Text {
            least,
            most,
            lines: true,
            optional: false,
        }
    }

    /// The same, but it may be left empty.
    pub const fn optional(mut self) -> Text {
        self.optional = true;
        self
    }

    /// The text as it will be kept, or what is wrong with it.
    pub(crate) fn check(self, typed: &str) -> Result<String, Wrong> {
        let text = clean(typed);
        if text
            .chars()
            .any(|c| is_invisible(c) && !(self.lines && c == '\n'))
        {
            return Err(Wrong::Control);
        }
        let shows = text.chars().any(|c| !c.is_whitespace() && !is_blank(c));
        let length = if shows { text.chars().count() } else { 0 };
        match length {
            0 if self.optional => Ok(String::new()),
            0 => Err(Wrong::Missing),
            n if n > self.most => Err(Wrong::TooLong { over: n - self.most }),
            n if n < self.least => Err(Wrong::TooShort {
                missing: self.least - n,
            }),
            _ => Ok(text),
        }
    }
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Missing,
    TooShort { missing: usize },
    TooLong { over: usize },
    Control,
}

/// Line ends as one character, tabs as spaces, nothing around it.
fn clean(typed: &str) -> String {
    typed
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\t', " ")
        .trim()
        .to_owned()
}

/// Characters that cannot be seen but change what is: control characters, NUL (which PostgreSQL
/// refuses), and those that turn the direction of writing around.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Characters that may stand in a text (they join emoji, or allow a break) but show nothing alone.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2065}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether this is one e-mail address a letter can be sent to, written as people write theirs: no quotes,
/// and no address of a machine, since names end in a word. The real proof is the letter that arrives.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let named = |c: char| c.is_alphanumeric() || "-.".contains(c);
    let last = domain.rsplit_once('.').map(|(_, last)| last);
    mail::is_address(text)
        && local.chars().all(plain)
        && domain.chars().all(named)
        && last.is_some_and(|last| last.chars().any(char::is_alphabetic))
}
