//! Values read by one pass over the bytes (ISO 32000-2, 7.2 and 7.3).

use super::super::Rejection;
use super::names;
use super::value::{Budget, Dict, Value};

/// How deep values may lie in each other. Nobody nests so deep in good faith.
const MAX_DEPTH: usize = 64;

/// Reads values from `at` on.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    /// The next value. What cannot be read is [`Rejection::BrokenPdf`]; anything else ends the check.
    pub(super) fn read(&mut self, budget: &mut Budget) -> Result<Value, Rejection> {
        let start = self.at;
        let value = self.value(budget, 0);
        budget.spend(self.at - start)?;
        value
    }

    /// Where the bytes of a stream begin, if the value just read is followed by one.
    pub(super) fn stream(&mut self) -> Option<usize> {
        self.skip();
        let after = self.rest().strip_prefix(b"stream")?;
        let blanks = after.iter().take_while(|byte| b" \t".contains(byte)).count();
        let line_end = match after.get(blanks..)? {
            [b'\r', b'\n', ..] => blanks + 2,
            [b'\r' | b'\n', ..] => blanks + 1,
            _ => 0,
        };
        Some(self.at + b"stream".len() + line_end)
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn value(&mut self, budget: &mut Budget, depth: usize) -> Result<Value, Rejection> {
        budget.keep_one()?;
        if depth > MAX_DEPTH {
            return Err(Rejection::PdfTooBig);
        }
        self.skip();
        match self.rest() {
            [b'/', ..] => Ok(Value::Name(self.name())),
            [b'<', b'<', ..] => self.dict(budget, depth),
            [b'<', ..] => self.hex(),
            [b'[', ..] => self.array(budget, depth),
            [b'(', ..] => self.text(),
            [byte, ..] if is_regular(*byte) => Ok(self.word()),
            _ => Err(Rejection::BrokenPdf),
        }
    }

    fn dict(&mut self, budget: &mut Budget, depth: usize) -> Result<Value, Rejection> {
        self.at += 2;
        let mut entries = Vec::new();
        loop {
            self.skip();
            match self.rest() {
                [b'>', b'>', ..] => break,
                [b'/', ..] => {
                    let key = self.name();
                    self.skip();
                    let value = match self.rest() {
                        [b'>', b'>', ..] => Value::Other,
                        _ => self.value(budget, depth + 1)?,
                    };
                    entries.push((key, value));
                }
                // Readers pass over what is no key.
                _ => drop(self.value(budget, depth + 1)?),
            }
        }
        self.at += 2;
        Ok(Value::Dict(Dict(entries)))
    }

    fn array(&mut self, budget: &mut Budget, depth: usize) -> Result<Value, Rejection> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip();
            if let [b']', ..] = self.rest() {
                self.at += 1;
                return Ok(Value::Array(items));
            }
            items.push(self.value(budget, depth + 1)?);
        }
    }

    fn hex(&mut self) -> Result<Value, Rejection> {
        let end = self.rest().iter().position(|byte| *byte == b'>');
        self.at += end.map_or(self.rest().len(), |end| end + 1);
        end.map(|_| Value::Other).ok_or(Rejection::BrokenPdf)
    }

    fn text(&mut self) -> Result<Value, Rejection> {
        let mut open = 0_usize;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return Ok(Value::Other);
            }
        }
        self.at = self.bytes.len();
        Err(Rejection::BrokenPdf)
    }

    /// A number, a reference, or a word such as `true`.
    fn word(&mut self) -> Value {
        let Some(int) = self.int() else {
            self.at += regular(self.rest()).len();
            return Value::Other;
        };
        let after = self.at;
        let generation = self.int();
        self.skip();
        match (u32::try_from(int), generation, self.rest()) {
            (Ok(number), Some(_), [b'R', rest @ ..]) if regular(rest).is_empty() => {
                self.at += 1;
                Value::Ref(number)
            }
            _ => {
                self.at = after;
                Value::Int(int)
            }
        }
    }

    /// A whole number, if one comes next; otherwise nothing is read.
    pub(super) fn int(&mut self) -> Option<i64> {
        let before = self.at;
        self.skip();
        let word = regular(self.rest());
        let int = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
        self.at = int.map_or(before, |_: i64| self.at + word.len());
        int
    }

    /// Its escapes resolved (`/J#61vaScript`).
    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut rest = regular(self.rest());
        self.at += rest.len();
        let mut name = Vec::new();
        while let [first, after @ ..] = rest {
            let escaped = names::escaped(rest);
            name.push(escaped.map_or(*first, |(byte, _)| byte));
            rest = escaped.map_or(after, |(_, after)| after);
        }
        name
    }

    /// White space and comments.
    fn skip(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'%' => {
                    let line = self.rest().iter().take_while(|byte| !b"\r\n".contains(byte));
                    self.at += line.count();
                }
                byte if is_space(*byte) => self.at += 1,
                _ => return,
            }
        }
    }
}

fn regular(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| !is_regular(*byte));
    bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default()
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}
