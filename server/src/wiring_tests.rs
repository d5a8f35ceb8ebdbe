#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::{cmp::Reverse, collections::HashMap};

use testing::{House, Setup};

use super::*;

/// The rooms with their floor, as the map draws them: a number, then names.
fn floors() -> HashMap<String, u8> {
    let map = include_str!("../../ARCHITECTURE.md");
    let drawn = map
        .split("## Floors")
        .nth(1)
        .unwrap()
        .split("```")
        .nth(1)
        .unwrap();
    let mut floors = HashMap::new();
    for line in drawn.lines() {
        let mut words = line.split_whitespace();
        if let Some(Ok(floor)) = words.next().map(str::parse) {
            floors.extend(words.map(|room| (room.to_owned(), floor)));
        }
    }
    floors
}

/// The room that a migration is of, by the beginning of its name: `room_1_what`.
fn room(migration: &Migration) -> &'static str {
    migration.name.split_once('_').unwrap().0
}

#[test]
fn tables_are_made_floor_by_floor() {
    let floors = floors();
    assert_eq!(floors.len(), 9, "{floors:?}");
    // The tools lie below every room.
    let ours = migrations()
        .into_iter()
        .skip_while(|migration| room(migration) == "web");
    let climbed: Vec<(u8, &str)> = ours
        .map(|migration| (floors[room(&migration)], migration.name))
        .collect();

    assert!(
        climbed.is_sorted_by_key(|(floor, _)| floor),
        "a room stands before one below it: {climbed:?}"
    );
}

testing::on_both_engines! {
    /// A base remembers by name what was done to it.
    async fn a_base_whose_tables_were_made_in_another_order_needs_nothing(engine) {
        // The house brings the tools' own tables.
        let mut other = migrations();
        other.retain(|migration| room(migration) != "web");
        // A room's own order stays: its later migrations change its earlier tables.
        other.sort_by_key(|migration| Reverse(room(migration)));
        let setup = Setup { migrations: other, ..Setup::default() };
        let house = House::build(engine, setup).await;

        let fresh = db::schema::migrate(house.app.db(), house.app.clock(), &migrations()).await.unwrap();

        assert_eq!(fresh, 0);
    }
}
