//! The first step: title, categories, description, where and when.

mod check;

use askama::Template;
use axum::extract::Path;
use certification::rights::Company;
use profiles::{Category, CompanyId};
use serde::Deserialize;
use swiss::Place;
use web::{Answer, Faults, Form, Page};

use super::{Head, Options, Then, editable, keep};
use crate::{
    Workplace, paths,
    rules::Step,
    store::{self, Mission},
    words::AboutStep,
};
use check::check;

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
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 7] {
        [
            ("title", self.w().title),
            ("category", self.w().categories),
            ("description", self.w().description),
            ("workplace", self.w().workplace),
            ("place", self.w().place),
            ("start", self.w().start),
            ("months", self.w().months),
        ]
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
