//! The values PDFs are made of, and what they may cost.

use super::super::Rejection;

/// What taking one file apart may cost, whatever it says of itself. Everything that reads, unfolds or
/// keeps something pays, so no shape of file makes the work longer or the memory larger than this.
#[derive(Debug)]
pub(super) struct Budget {
    /// Bytes read, and bytes made of them.
    pub(super) bytes: usize,
    /// Values kept.
    pub(super) values: usize,
}

impl Budget {
    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), Rejection> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(Rejection::PdfTooBig)?;
        Ok(())
    }

    pub(super) fn keep_one(&mut self) -> Result<(), Rejection> {
        self.values = self.values.checked_sub(1).ok_or(Rejection::PdfTooBig)?;
        Ok(())
    }
}

#[derive(Debug)]
pub(super) enum Value {
    Name(Vec<u8>),
    Int(i64),
    /// To the object of this number, of whatever generation.
    Ref(u32),
    Array(Vec<Value>),
    Dict(Dict),
    /// Text and what else says nothing here.
    Other,
}

impl Value {
    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            Value::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn int(&self) -> Option<i64> {
        match self {
            Value::Int(int) => Some(*int),
            _ => None,
        }
    }
}

/// Keys and values as they came: of a key that stands there twice, readers take the one or the other.
#[derive(Debug)]
pub(super) struct Dict(pub(super) Vec<(Vec<u8>, Value)>);

impl Dict {
    pub(super) fn all(&self, key: &[u8]) -> impl Iterator<Item = &Value> {
        let here = self.0.iter().filter(move |(found, _)| found == key);
        here.map(|(_, value)| value)
    }

    pub(super) fn has(&self, key: &[u8]) -> bool {
        self.all(key).next().is_some()
    }

    /// The value, when there is no doubt which.
    pub(super) fn only(&self, key: &[u8]) -> Option<&Value> {
        let mut all = self.all(key);
        all.next().filter(|_| all.next().is_none())
    }

    pub(super) fn is(&self, key: &[u8], name: &[u8]) -> bool {
        self.all(key).any(|value| value.name() == Some(name))
    }
}
