//! Tables have one door in each room: `store`, and the `schema` that creates them.

use super::rust::{Kind, lines_with, tokens};
use super::{Breach, Source, lines_of, obeyed};

fn table_outside_store(source: &Source) -> Vec<Breach> {
    let door = ["/store.rs", "/store/", "/schema.rs", "/schema/"]
        .iter()
        .any(|door| source.path.contains(door));
    if !source.is_in(&["features/"]) || door || !source.ends(&[".rs"]) {
        return Vec::new();
    }
    let tokens = tokens(&source.text);
    let rows: &[(&[&str], &str)] = &[
        (&["Entity"], "an entity"),
        (&["DeriveEntityModel"], "an entity"),
        (&["execute_unprepared"], "raw SQL"),
        (&["Statement", ":", ":", "*"], "raw SQL"),
        (&["sea_orm", ":", ":", "Statement"], "raw SQL"),
    ];
    let mut breaches: Vec<Breach> = rows
        .iter()
        .flat_map(|(row, what)| {
            lines_with(&tokens, row)
                .into_iter()
                .map(|line| source.breach(line, *what))
        })
        .collect();
    let texts = tokens
        .iter()
        .filter(|token| token.kind == Kind::Text && is_sql(&token.text));
    breaches.extend(texts.map(|token| source.breach(token.line, "raw SQL")));
    breaches
}

fn is_sql(text: &str) -> bool {
    ["SELECT ", "INSERT INTO ", "DELETE FROM ", "UPDATE "]
        .iter()
        .any(|start| text.trim_start().starts_with(start))
}

#[test]
fn only_the_store_names_tables() {
    obeyed(
        "Write a function in `store.rs` that takes the database first and returns what the caller shows.",
        table_outside_store,
    );
}

#[test]
fn entities_and_sql_are_found_outside_the_store_only() {
    let code = "use thing::Entity;\nfn a() { \"SELECT 1\"; }\n// Entity\nfn b() { tx.execute_unprepared(\"x\"); }\nlet s = \"SELECTED\";";

    assert_eq!(
        lines_of(table_outside_store, "features/site/src/pages/home/mod.rs", code),
        [1, 4, 2]
    );
    assert!(lines_of(table_outside_store, "features/site/src/store.rs", code).is_empty());
    assert!(lines_of(table_outside_store, "features/site/src/schema/mod.rs", code).is_empty());
}
