//! How long searches take: `cargo run --release -p search --example speed [documents]`.
//!
//! Made-up documents of 150 words (frequent words are far more frequent than rare ones), 8 facets, cards of 400
//! bytes; one thread; no answer is kept. Prints microseconds, median and 99th of a hundred.

#![expect(clippy::print_stdout, reason = "its report is what it is for")]

use std::time::{Duration, Instant};

use search::{Direction, Document, Filter, Library, Query, Shelf, Sort, TextField};
use uuid::Uuid;

const THINGS: Shelf = Shelf {
    name: "things",
    version: 1,
    texts: &[
        TextField {
            name: "title",
            weight: 4.0,
        },
        TextField {
            name: "body",
            weight: 1.0,
        },
    ],
    facets: &["one", "two", "three", "four", "five", "six", "seven", "eight"],
    numbers: &["added", "price"],
};

/// How many values each facet knows, and how many a document has of it.
const FACETS: [(u64, usize); 8] = [
    (3, 1),
    (5, 1),
    (8, 1),
    (12, 1),
    (26, 1),
    (60, 1),
    (200, 4),
    (2_000, 4),
];
const WORDS: u64 = 30_000;
const BATCH: u128 = 500;
const ROUNDS: usize = 2_000;

/// Numbers which look random and are the same every time (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    /// A number below `most`, small ones far more often: roughly what words do in a language.
    fn common(&mut self, most: u64) -> u64 {
        let exponent = self.below(1_000_000) as f64 / 1_000_000.0;
        ((most as f64).powf(exponent)) as u64 - 1
    }

    fn words(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| word(self.common(WORDS)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn document(&mut self, number: u128) -> Document {
        let facets = THINGS
            .facets
            .iter()
            .zip(FACETS)
            .flat_map(|(name, (values, times))| {
                (0..times)
                    .map(|_| (*name, format!("value {}", self.common(values))))
                    .collect::<Vec<_>>()
            });
        Document {
            id: Uuid::from_u128(number),
            facets: facets.collect(),
            texts: vec![("title", self.words(6)), ("body", self.words(144))],
            numbers: vec![("added", number as i64), ("price", self.below(2_000) as i64)],
            card: vec![b'x'; 400],
        }
    }
}

/// A word of the made-up language, the more frequent the smaller the number.
fn word(number: u64) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "ter", "lin", "mo", "ra", "sen", "ti", "con", "du", "vel", "no", "pra", "gi", "lor", "che",
        "fa", "mus", "ke", "bri", "zo",
    ];
    let mut rest = number + 400;
    let mut word = String::new();
    while rest > 0 {
        word.push_str(SYLLABLES[(rest % 20) as usize]);
        rest /= 20;
    }
    word
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let count: u128 = std::env::args()
        .nth(1)
        .map_or(Ok(20_000), |count| count.parse())?;
    let folder = tempfile::tempdir()?;
    let library = Library::open(Some(folder.path()), &[THINGS])?;
    let mut dice = Dice(88_172_645_463_325_252);

    let began = Instant::now();
    let batches = (0..count).step_by(BATCH as usize).map(|first| {
        Ok((first..(first + BATCH).min(count))
            .map(|number| dice.document(number))
            .collect())
    });
    library.rebuild("things", futures::stream::iter(batches)).await?;
    println!("rebuilt {count} documents in {:?}", began.elapsed());
    let began = Instant::now();
    library.upsert("things", vec![Dice(7).document(count)]).await?;
    println!("one document written and visible in {:?}", began.elapsed());
    let began = Instant::now();
    let writes = (0..100).map(|number| library.upsert("things", vec![Dice(9).document(count + number)]));
    futures::future::try_join_all(writes).await?;
    println!("a hundred at once in {:?}\n", began.elapsed());

    let six = vec!["one", "two", "three", "four", "five", "six"];
    let shown = |text: &str| Query {
        text: text.to_owned(),
        limit: 20,
        count: six.clone(),
        ..Query::default()
    };
    let (often, second, rare) = (word(4), word(30), word(5_000));
    let filter = |facet, value: &str| Filter {
        facet,
        any: vec![value.to_owned()],
    };
    measure(
        &library,
        "1 word, 20 cards",
        &Query {
            count: vec![],
            ..shown(&often)
        },
    )?;
    measure(
        &library,
        "1 word, 6 counts, no cards",
        &Query {
            limit: 0,
            ..shown(&often)
        },
    )?;
    measure(&library, "1 word, 6 counts, 20 cards", &shown(&often))?;
    measure(
        &library,
        "the same, all 8 facets",
        &Query {
            count: THINGS.facets.to_vec(),
            ..shown(&often)
        },
    )?;
    measure(&library, "2 words", &shown(&format!("{often} {second}")))?;
    let filters = vec![filter("two", "value 1"), filter("five", "value 3")];
    measure(
        &library,
        "1 word, 2 filters",
        &Query {
            filters,
            ..shown(&often)
        },
    )?;
    measure(&library, "everything", &shown(""))?;
    let sort = Sort::Number("price", Direction::Ascending);
    measure(
        &library,
        "everything, by price, a range",
        &Query {
            sort,
            ranges: vec![("price", Some(300), Some(900))],
            ..shown("")
        },
    )?;
    measure(&library, "a beginning of 2 letters", &shown(&often[..2]))?;
    measure(&library, "a beginning of 4 letters", &shown(&often[..4]))?;
    measure(&library, "a rare word", &shown(&rare))?;
    measure(&library, "a misspelt word", &shown(&format!("{}x", word(5_000))))?;
    Ok(())
}

fn measure(library: &Library, name: &str, query: &Query) -> anyhow::Result<()> {
    let mut times: Vec<Duration> = Vec::with_capacity(ROUNDS);
    let mut total = 0;
    for _ in 0..ROUNDS {
        let began = Instant::now();
        total = library.search("things", query)?.total;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    let (half, last) = (
        times[ROUNDS / 2].as_micros(),
        times[ROUNDS * 99 / 100].as_micros(),
    );
    println!("{name:<32} {total:>7} found {half:>7} µs median {last:>7} µs 99th");
    Ok(())
}
