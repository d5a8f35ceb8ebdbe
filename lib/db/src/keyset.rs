//! Pages of results by position ("after this row"), so that page 500 costs what page 1 costs and
//! nothing is shown twice when rows arrive in between.

#[cfg(test)]
mod tests;

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use crate::Timestamp;

/// A place in a list ordered by time, newest first; equal times are told apart by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Time of the last row shown.
    pub at: Timestamp,
    /// Its key.
    pub id: Uuid,
}

impl Cursor {
    /// As it stands in an address: microseconds and key, `1764000000000000-…`.
    pub fn to_text(&self) -> String {
        format!("{}-{}", self.at.timestamp_micros(), self.id.simple())
    }

    /// Reads what [`Cursor::to_text`] wrote; anything else is `None`, which means the first page.
    pub fn parse(text: &str) -> Option<Cursor> {
        let (micros, id) = text.split_once('-')?;
        let at = Timestamp::from_timestamp_micros(micros.parse().ok()?)?;
        Some(Cursor {
            at,
            id: Uuid::try_parse(id).ok()?,
        })
    }

    /// Limits `select` to `size` rows after `cursor`, newest first, asking for one row more so
    /// that [`Slice::cut`] can tell whether there is a next page.
    pub fn page<E, A, K>(select: Select<E>, cursor: Option<Cursor>, size: u64, at: A, id: K) -> Select<E>
    where
        E: EntityTrait,
        A: ColumnTrait,
        K: ColumnTrait,
    {
        let select = match cursor {
            None => select,
            Some(Cursor { at: when, id: key }) => select.filter(
                Condition::any()
                    .add(at.lt(when))
                    .add(Expr::expr(at.eq(when)).and(id.lt(key))),
            ),
        };
        select.order_by_desc(at).order_by_desc(id).limit(size + 1)
    }
}

/// Some rows and where the next ones begin.
#[derive(Clone, Debug)]
pub struct Slice<T> {
    /// The rows of this page.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

impl<T> Slice<T> {
    /// Cuts the extra row that [`Cursor::page`] asked for.
    pub fn cut(mut rows: Vec<T>, size: u64, place: impl Fn(&T) -> Cursor) -> Slice<T> {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        let next = if more { rows.last().map(place) } else { None };
        Slice { items: rows, next }
    }
}
