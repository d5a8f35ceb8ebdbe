//! The first step: title, categories, description, where and when.

use askama::Template;
use axum::extract::Path;
use certification::rights::Company;
use chrono::NaiveDate;
use profiles::{Category, CompanyId};
use serde::Deserialize;
use swiss::Place;
use web::{Answer, Faults, Form, Page, Text};

use super::{Head, Options, Then, editable, keep};
use crate::{
    Workplace, paths,
    rules::Step,
    schema::Categories,
    store::{self, Mission},
    words::{AboutStep, words},
};

const TITLE: Text = Text::line(5, 90);
const DESCRIPTION: Text = Text::prose(30, 6000);
const LONGEST_PLACE: Text = Text::line(1, 80).optional();
const MONTHS: std::ops::RangeInclusive<i64> = 1..=60;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    title: String,
    category: Vec<String>,
    description: String,
    workplace: String,
    place: String,
    start: String,
    months: String,
    then: String,
}

impl Typed {
    /// As it was saved.
    fn of(mission: &Mission) -> Typed {
        let codes = mission.categories.0.iter().map(|one| one.code().to_owned());
        Typed {
            title: mission.title.clone(),
            category: codes.collect(),
            description: mission.description.clone(),
            workplace: mission.workplace.map_or("", Workplace::code).to_owned(),
            place: mission.place().map(Place::to_string).unwrap_or_default(),
            start: mission.start_day.map(|day| day.to_string()).unwrap_or_default(),
            months: mission
                .months
                .map(|months| months.to_string())
                .unwrap_or_default(),
            then: String::new(),
        }
    }
}

/// What was typed, checked.
struct About {
    title: String,
    categories: Vec<Category>,
    description: String,
    workplace: Option<Workplace>,
    place: Option<&'static Place>,
    start: Option<NaiveDate>,
    months: Option<i64>,
}

#[derive(Template)]
#[template(path = "pages/edit/about.html")]
struct Step1<'a> {
    page: &'a Page,
    head: Head,
    action: String,
    typed: &'a Typed,
    faults: Faults,
}

/// An empty first step.
pub(crate) async fn new(page: Page, _who: Company) -> Answer {
    if page.wants_part() {
        return places(&page);
    }
    let typed = Typed::default();
    page.show(&Step1::new(&page, None, &typed, Faults::new(page.lang())))
}

/// The first step of a mission that is there.
pub(crate) async fn show(page: Page, who: Company, Path(id): Path<String>) -> Answer {
    match editable(&page, CompanyId(who.account), &id).await? {
        Err(answer) => answer,
        Ok(_) if page.wants_part() => places(&page),
        Ok(mission) => {
            let typed = Typed::of(&mission);
            page.show(&Step1::new(
                &page,
                Some(&mission),
                &typed,
                Faults::new(page.lang()),
            ))
        }
    }
}

/// Begins a draft.
pub(crate) async fn create(page: Page, who: Company, form: Form<Typed>) -> Answer {
    let then = Then::parse(&form.typed.then);
    let about = match check(&page, form.faults(&page), &form.typed, then == Then::Next) {
        Ok(about) => about,
        Err(faults) => return page.again(&Step1::new(&page, None, &form.typed, faults)),
    };
    let deed = page.deed(&form.key).await?;
    let mut mission = store::draft(page.app().key(), CompanyId(who.account), page.now());
    about.write(&mut mission);
    let location = then.lead(&page, &mission, Step::Mission);
    store::insert(&deed.tx, mission).await?;
    deed.done(&page, location).await
}

/// Saves the first step.
pub(crate) async fn save(page: Page, who: Company, Path(id): Path<String>, form: Form<Typed>) -> Answer {
    let mission = match editable(&page, CompanyId(who.account), &id).await? {
        Ok(mission) => mission,
        Err(answer) => return answer,
    };
    let then = Then::parse(&form.typed.then);
    let strict = then.is_strict(mission.state);
    match check(&page, form.faults(&page), &form.typed, strict) {
        Ok(about) => {
            let location = then.lead(&page, &mission, Step::Mission);
            keep(
                &page,
                &form.key,
                &mission,
                |mission| about.write(mission),
                location,
            )
            .await
        }
        Err(faults) => page.again(&Step1::new(&page, Some(&mission), &form.typed, faults)),
    }
}

/// Places like the one typed so far.
fn places(page: &Page) -> Answer {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(page.query()).unwrap_or_default();
    let typed = pairs.iter().find(|(name, _)| name == "place");
    let found = swiss::places::find(typed.map_or("", |(_, typed)| typed), 8);
    page.show(&Options {
        values: found.into_iter().map(Place::to_string).collect(),
    })
}

fn check(page: &Page, mut faults: Faults, typed: &Typed, strict: bool) -> Result<About, Faults> {
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

impl About {
    fn write(self, mission: &mut Mission) {
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

impl<'a> Step1<'a> {
    fn new(page: &'a Page, mission: Option<&Mission>, typed: &'a Typed, faults: Faults) -> Step1<'a> {
        Step1 {
            page,
            head: Head::new(page, Step::Mission, mission),
            action: mission.map_or_else(|| paths::NEW.to_owned(), |mission| paths::edit(mission.id)),
            typed,
            faults,
        }
    }
    fn w(&self) -> &'static AboutStep {
        &self.head.w.edit.about
    }
    fn is_chosen(&self, category: &Category) -> bool {
        self.typed.category.iter().any(|code| code == category.code())
    }
    fn workplaces(&self) -> [(&'static str, &'static str, bool); 3] {
        Workplace::ALL.map(|one| {
            let code = one.code();
            (
                code,
                (self.head.w.facts.workplace)(one),
                self.typed.workplace == code,
            )
        })
    }
}
