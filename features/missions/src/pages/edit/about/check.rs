//! What the first step takes.

use chrono::NaiveDate;
use profiles::Category;
use swiss::Place;
use web::{Faults, Page, Text};

use super::Typed;
use crate::{
    Workplace,
    schema::Categories,
    store::Mission,
    words::{AboutStep, words},
};

const TITLE: Text = Text::line(5, 90);
const DESCRIPTION: Text = Text::prose(30, 6000);
const LONGEST_PLACE: Text = Text::line(1, 80).optional();
const MONTHS: std::ops::RangeInclusive<i64> = 1..=60;

/// What was typed, checked.
pub(super) struct About {
    title: String,
    categories: Vec<Category>,
    description: String,
    workplace: Option<Workplace>,
    place: Option<&'static Place>,
    start: Option<NaiveDate>,
    months: Option<i64>,
}

impl About {
    /// Puts it into the mission.
    pub(super) fn write(self, mission: &mut Mission) {
        mission.title = self.title;
        mission.categories = Categories(self.categories);
        mission.description = self.description;
        mission.workplace = self.workplace;
        mission.place = self
            .place
            .map_or_else(String::new, |place| place.key().to_owned());
        mission.start_day = self.start;
        mission.months = self.months;
    }
}

/// Reads the form; with `strict`, what is mandatory must be there.
pub(super) fn check(page: &Page, mut faults: Faults, typed: &Typed, strict: bool) -> Result<About, Faults> {
    let w = &words(page.lang()).edit.about;
    let needed = |text: Text| if strict { text } else { text.optional() };
    let title = faults.text("title", &typed.title, needed(TITLE));
    let categories = categories(page, &mut faults, typed, strict);
    let description = faults.text("description", &typed.description, needed(DESCRIPTION));
    let workplace = match typed.workplace.as_str() {
        "" if !strict => None,
        code => faults.choice("workplace", code, Workplace::parse),
    };
    let remote = workplace == Some(Workplace::Remote);
    let place = place(page, w, &mut faults, &typed.place, strict && !remote);
    let start = match typed.start.trim() {
        "" => None,
        day => faults.day("start", day),
    };
    let months = match typed.months.trim() {
        "" => None,
        months => Some(faults.whole("months", months, MONTHS, |n| page.lang().number(n))),
    };
    faults.done(About {
        title,
        categories,
        description,
        workplace,
        place,
        start,
        months,
    })
}

/// In the order of [`Category::ALL`], whatever the order they came in.
fn categories(page: &Page, faults: &mut Faults, typed: &Typed, strict: bool) -> Vec<Category> {
    let chosen = |one: &Category| typed.category.iter().any(|code| code == one.code());
    let categories: Vec<Category> = Category::ALL.into_iter().filter(chosen).collect();
    if strict && categories.is_empty() {
        faults.add("category", page.words().fault.choose);
    }
    categories
}

fn place(
    page: &Page,
    w: &AboutStep,
    faults: &mut Faults,
    typed: &str,
    needed: bool,
) -> Option<&'static Place> {
    let typed = faults.text("place", typed, LONGEST_PLACE);
    if typed.is_empty() {
        if needed && faults.of("place").is_none() {
            faults.add("place", page.words().fault.missing);
        }
        return None;
    }
    let place = swiss::places::exact(&typed);
    if place.is_none() {
        let near: Vec<String> = swiss::places::find(&typed, 3)
            .iter()
            .map(|one| one.to_string())
            .collect();
        let sentence = match near.as_slice() {
            [] => w.no_place.to_owned(),
            near => (w.did_you_mean)(&page.lang().list(near)),
        };
        faults.add("place", sentence);
    }
    place
}
