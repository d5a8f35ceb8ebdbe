#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::EntityTrait;

use super::{Cursor, Slice};
use crate::{
    Db, Timestamp,
    tests::{Base, noon, on_both_engines, put, thing},
};

async fn page(db: &Db, after: Option<Cursor>, size: u64) -> Slice<thing::Model> {
    let select = Cursor::page(
        thing::Entity::find(),
        after,
        size,
        thing::Column::At,
        thing::Column::Id,
    );
    let rows = select.all(db.read()).await.unwrap();
    Slice::cut(rows, size, |row| Cursor {
        at: row.at,
        id: row.id,
    })
}

async fn put_many(db: &Db, many: i64, at: impl Fn(i64) -> Timestamp) {
    let clock = noon();
    let tx = db.begin().await.unwrap();
    for number in 0..many {
        put(&tx, clock.key(), at(number)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

on_both_engines! {
    async fn each_row_is_shown_once_though_many_have_one_time(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        // Three times only, a microsecond apart, over 57 rows and pages of 10.
        put_many(&db, 57, |number| noon().now() + TimeDelta::microseconds(number % 3)).await;

        let mut shown = Vec::new();
        let mut after = None;
        let mut pages = 0;
        loop {
            let slice = page(&db, after, 10).await;
            pages += 1;
            shown.extend(slice.items);
            // What comes in between stands on the first page, not on this one.
            put_many(&db, 1, |_| noon().now() + TimeDelta::seconds(1)).await;
            // As it comes back from an address.
            after = slice.next.map(|cursor| Cursor::parse(&cursor.to_text()).unwrap());
            if after.is_none() {
                break;
            }
        }

        assert_eq!((pages, shown.len()), (6, 57));
        assert_eq!(shown.iter().map(|row| row.id).collect::<HashSet<_>>().len(), 57);
        assert!(shown.is_sorted_by(|one, next| (one.at, one.id) > (next.at, next.id)));
    }

    async fn a_last_page_that_is_just_full_has_no_next(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        put_many(&db, 10, |_| noon().now()).await;

        let slice = page(&db, None, 10).await;

        assert_eq!((slice.items.len(), slice.next), (10, None));
    }
}

#[test]
fn what_is_no_cursor_means_the_first_page() {
    for text in [
        "",
        "-",
        "1",
        "x-y",
        "1-2",
        "99999999999999999999-00000000000000000000000000000000",
        "é-é",
    ] {
        assert_eq!(Cursor::parse(text), None, "{text:?}");
    }
}
