//! The places and the ways to look them up, built once, at first use.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Place;
use super::fold::fold;
use crate::Canton;

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(include_str!("../../data/places.tsv")));

/// Places are known here by their rank, their number in [`Table::places`].
pub(super) struct Table {
    /// The most populous first.
    pub(super) places: Vec<Place>,
    pub(super) keys: HashMap<&'static str, usize>,
    /// Swiss postcodes in order, each with its places by rank.
    pub(super) postcodes: Vec<(&'static str, usize)>,
    /// Folded names in order, with every word of a name as a beginning. One postcode
    /// of a town is not here: the town is.
    pub(super) names: Vec<Name>,
    /// Folded names in other languages and spellings, each of the largest place so called.
    pub(super) aliases: HashMap<&'static str, usize>,
}

/// A name from one of its words on.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) text: String,
    /// Whether this is the name from its first word on.
    pub(super) whole: bool,
    pub(super) rank: usize,
}

impl Table {
    fn of(tsv: &'static str) -> Table {
        let mut table = Table {
            places: Vec::new(),
            keys: HashMap::new(),
            postcodes: Vec::new(),
            names: Vec::new(),
            aliases: HashMap::new(),
        };
        for line in tsv.lines().skip(1) {
            // A test counts the lines, so none is passed over unseen.
            if let Some((place, aliases)) = read(line, table.places.len()) {
                table.add(place, aliases);
            }
        }
        table.postcodes.sort_unstable();
        table.names.sort_unstable();
        table
    }

    fn add(&mut self, place: Place, aliases: &'static str) {
        let rank = place.rank;
        self.keys.insert(place.key, rank);
        if let Some(postcode) = place.postcode {
            self.postcodes.push((postcode, rank));
        }
        if place.town.is_empty() {
            // « Biel/Bienne » is called Biel, too, and Bienne.
            let halves = place.name.split('/').filter(|half| *half != place.name);
            for name in [place.name].into_iter().chain(halves) {
                for spelling in spellings(&fold(name)) {
                    self.add_name(&spelling, rank);
                }
            }
        }
        // The largest comes first and keeps the alias.
        for alias in aliases.split('|').filter(|alias| !alias.is_empty()) {
            self.aliases.entry(alias).or_insert(rank);
        }
        self.places.push(place);
    }

    fn add_name(&mut self, name: &str, rank: usize) {
        self.names.push(Name {
            text: name.to_owned(),
            whole: true,
            rank,
        });
        for (space, _) in name.match_indices(' ') {
            if let Some(rest) = name.get(space + 1..) {
                self.names.push(Name {
                    text: rest.to_owned(),
                    whole: false,
                    rank,
                });
            }
        }
    }
}

/// key, name, postcode, canton, country, town, aliases: see `data/README.md`.
fn read(line: &'static str, rank: usize) -> Option<(Place, &'static str)> {
    let mut cells = line.split('\t');
    let place = Place {
        rank,
        key: cells.next()?,
        name: cells.next()?,
        postcode: Some(cells.next()?).filter(|code| !code.is_empty()),
        canton: match cells.next()? {
            "" => None,
            code => Some(Canton::ALL.into_iter().find(|canton| canton.code() == code)?),
        },
        country: cells.next()?,
        town: cells.next()?,
    };
    Some((place, cells.next()?))
}

/// A folded name as it is, and with its saint written the other ways.
fn spellings(name: &str) -> Vec<String> {
    const SAINTS: [&[&str]; 2] = [&["st", "saint", "sankt"], &["ste", "sainte"]];
    let mut all = vec![name.to_owned()];
    for saints in SAINTS {
        if let Some(written) = name.split(' ').find(|word| saints.contains(word)) {
            for saint in saints.iter().filter(|saint| **saint != written) {
                all.push(
                    name.split(' ')
                        .map(|word| if word == written { saint } else { word })
                        .collect::<Vec<_>>()
                        .join(" "),
                );
            }
        }
    }
    all
}
