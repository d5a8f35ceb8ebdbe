#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;

use crate::{Direction, Document, Filter, Library, Query, Shelf, Sort, TextField};

const SHELF: Shelf = Shelf {
    name: "things",
    version: 1,
    texts: &[TextField {
        name: "text",
        weight: 1.0,
    }],
    facets: &["colour", "tag"],
    numbers: &["size"],
};

const COLOURS: [&str; 3] = ["blue", "green", "red"];
const TAGS: [&str; 5] = ["a", "b", "c", "d", "e"];
const WORDS: [&str; 4] = ["chat", "chien", "poule", "vache"];

#[derive(Clone, Debug)]
struct Thing {
    words: BTreeSet<usize>,
    colour: Option<usize>,
    tags: BTreeSet<usize>,
    size: Option<i64>,
}

fn thing() -> impl Strategy<Value = Thing> {
    let set = |most| prop::collection::btree_set(0usize..most, 0..most);
    (
        set(4),
        prop::option::of(0usize..3),
        set(5),
        prop::option::of(0i64..10),
    )
        .prop_map(|(words, colour, tags, size)| Thing {
            words,
            colour,
            tags,
            size,
        })
}

impl Thing {
    fn document(&self, number: u128) -> Document {
        let text: Vec<&str> = self.words.iter().map(|word| WORDS[*word]).collect();
        let colours = self
            .colour
            .iter()
            .map(|colour| ("colour", COLOURS[*colour].to_owned()));
        Document {
            id: Uuid::from_u128(number),
            texts: vec![("text", text.join(" "))],
            facets: colours
                .chain(self.tags.iter().map(|tag| ("tag", TAGS[*tag].to_owned())))
                .collect(),
            numbers: self.size.map(|size| ("size", size)).into_iter().collect(),
            card: Vec::new(),
        }
    }
}

#[derive(Clone, Debug)]
struct Wanted {
    word: Option<usize>,
    colours: BTreeSet<usize>,
    tags: BTreeSet<usize>,
    least: Option<i64>,
    offset: usize,
    limit: usize,
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let set = |most| prop::collection::btree_set(0usize..most, 0..2);
    (
        prop::option::of(0usize..4),
        set(3),
        set(5),
        prop::option::of(0i64..10),
        0usize..5,
        0usize..20,
    )
        .prop_map(|(word, colours, tags, least, offset, limit)| Wanted {
            word,
            colours,
            tags,
            least,
            offset,
            limit,
        })
}

impl Wanted {
    fn query(&self) -> Query {
        let colours = self
            .colours
            .iter()
            .map(|colour| COLOURS[*colour].to_owned())
            .collect();
        let tags = self.tags.iter().map(|tag| TAGS[*tag].to_owned()).collect();
        Query {
            text: self.word.map(|word| WORDS[word].to_owned()).unwrap_or_default(),
            filters: vec![
                Filter {
                    facet: "colour",
                    any: colours,
                },
                Filter {
                    facet: "tag",
                    any: tags,
                },
            ],
            ranges: vec![("size", self.least, None)],
            sort: Sort::Number("size", Direction::Ascending),
            offset: self.offset,
            limit: self.limit,
            count: vec!["colour", "tag"],
        }
    }

    fn text_and_range(&self, thing: &Thing) -> bool {
        self.word.is_none_or(|word| thing.words.contains(&word))
            && self
                .least
                .is_none_or(|least| thing.size.is_some_and(|size| size >= least))
    }

    fn colour(&self, thing: &Thing) -> bool {
        self.colours.is_empty() || thing.colour.is_some_and(|colour| self.colours.contains(&colour))
    }

    fn tag(&self, thing: &Thing) -> bool {
        self.tags.is_empty() || !self.tags.is_disjoint(&thing.tags)
    }
}

fn counted<'a>(values: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    let mut counts: Vec<_> = counts
        .into_iter()
        .map(|(value, times)| (value.to_owned(), times))
        .collect();
    counts.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn answers_are_those_of_a_patient_clerk(
        // Many more things than a word of bits holds, in several segments, some of them replaced.
        first in prop::collection::vec(thing(), 1..150),
        second in prop::collection::vec(thing(), 0..50),
        queries in prop::collection::vec(wanted(), 20),
    ) {
        let library = Library::open(None, &[SHELF]).unwrap();
        let mut all: BTreeMap<u128, Thing> = BTreeMap::new();
        for things in [first, second] {
            // The second lot replaces every second thing of the first.
            let numbered: Vec<(u128, Thing)> = (0u128..).step_by(1 + usize::from(!all.is_empty())).zip(things).collect();
            let documents = numbered.iter().map(|(number, thing)| thing.document(*number)).collect();
            futures::executor::block_on(library.upsert("things", documents)).unwrap();
            all.extend(numbered);
        }

        for wanted in queries {
            let answer = library.search("things", &wanted.query()).unwrap();

            let base: Vec<(&u128, &Thing)> = all.iter().filter(|(_, thing)| wanted.text_and_range(thing)).collect();
            let mut full: Vec<_> = base.iter().filter(|(_, thing)| wanted.colour(thing) && wanted.tag(thing)).collect();
            full.sort_by_key(|(number, thing)| (thing.size.is_none(), thing.size, **number));
            let page: Vec<u128> = full.iter().skip(wanted.offset).take(wanted.limit).map(|(number, _)| **number).collect();
            prop_assert_eq!(answer.total, full.len());
            prop_assert_eq!(answer.hits.iter().map(|hit| hit.id.as_u128()).collect::<Vec<_>>(), page);
            let colours = base.iter().filter(|(_, thing)| wanted.tag(thing)).filter_map(|(_, thing)| thing.colour);
            prop_assert_eq!(&answer.counts["colour"], &counted(colours.map(|colour| COLOURS[colour])));
            let tags = base.iter().filter(|(_, thing)| wanted.colour(thing)).flat_map(|(_, thing)| &thing.tags);
            prop_assert_eq!(&answer.counts["tag"], &counted(tags.map(|tag| TAGS[*tag])));
        }
    }

    #[test]
    fn no_text_makes_a_search_fail(texts in prop::collection::vec(any::<String>(), 50), signs in "[-+#.'’&*\"():~^a-c \u{301}]{0,80}") {
        let library = Library::open(None, &[SHELF]).unwrap();
        let document = |(number, text): (u128, &String)| Document {
            id: Uuid::from_u128(number),
            texts: vec![("text", text.clone())],
            facets: vec![("tag", text.clone())],
            ..Document::default()
        };
        let documents = (0..).zip(texts.iter().chain([&signs])).map(document).collect();
        futures::executor::block_on(library.upsert("things", documents)).unwrap();

        for text in texts.iter().chain([&signs]) {
            let filters = vec![Filter { facet: "tag", any: vec![text.clone()] }];
            let query = Query { text: text.clone(), limit: 5, count: vec!["tag"], filters, ..Query::default() };
            let answer = library.search("things", &query).unwrap();
            prop_assert!(answer.total > 0, "a text finds itself: {:?}", text);
        }
    }
}
