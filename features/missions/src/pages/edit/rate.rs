//! The third step: the day rate or the choice to leave it open, the activity rate, and whether payroll
//! is wished (R64).

use askama::Template;
use axum::extract::Path;
use certification::rights::Company;
use profiles::CompanyId;
use serde::Deserialize;
use web::{Answer, Faults, Form, Page};

use super::{Head, Then, editable, keep};
use crate::{
    paths,
    rules::{Step, days},
    store::Mission,
    words::RateStep,
};

const RATE: std::ops::RangeInclusive<i64> = 100..=10_000;
const ACTIVITY: std::ops::RangeInclusive<i64> = 10..=100;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pricing: String,
    rate: String,
    activity: String,
    billing: String,
    then: String,
}

/// How the rate is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pricing {
    Fixed,
    Open,
}

impl Pricing {
    fn parse(code: &str) -> Option<Pricing> {
        match code {
            "fixed" => Some(Pricing::Fixed),
            "open" => Some(Pricing::Open),
            _ => None,
        }
    }
}

impl Typed {
    /// As it was saved.
    fn of(mission: &Mission) -> Typed {
        let pricing = match (mission.day_rate, mission.rate_open) {
            (Some(_), _) => "fixed",
            (None, true) => "open",
            (None, false) => "",
        };
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        Typed {
            pricing: pricing.to_owned(),
            rate: number(mission.day_rate),
            activity: number(mission.activity),
            billing: if mission.payroll { "payroll" } else { "independent" }.to_owned(),
            then: String::new(),
        }
    }
}

/// What was typed, checked.
struct Rate {
    day_rate: Option<i64>,
    rate_open: bool,
    activity: Option<i64>,
    payroll: bool,
}

#[derive(Template)]
#[template(path = "pages/edit/rate.html")]
struct Step3<'a> {
    page: &'a Page,
    head: Head,
    action: String,
    typed: &'a Typed,
    faults: Faults,
    /// « 104 jours à CHF 950 » and the sum.
    budget: Option<(String, String)>,
}

/// Shows the third step.
pub(crate) async fn show(page: Page, who: Company, Path(id): Path<String>) -> Answer {
    match editable(&page, CompanyId(who.account), &id).await? {
        Err(answer) => answer,
        Ok(mission) => {
            let typed = Typed::of(&mission);
            page.show(&Step3::new(&page, &mission, &typed, Faults::new(page.lang())))
        }
    }
}

/// Saves the third step.
pub(crate) async fn save(page: Page, who: Company, Path(id): Path<String>, form: Form<Typed>) -> Answer {
    let mission = match editable(&page, CompanyId(who.account), &id).await? {
        Ok(mission) => mission,
        Err(answer) => return answer,
    };
    let then = Then::parse(&form.typed.then);
    match check(
        &page,
        form.faults(&page),
        &form.typed,
        then.is_strict(mission.state),
    ) {
        Ok(rate) => {
            let location = then.lead(&page, &mission, Step::Rate);
            keep(
                &page,
                &form.key,
                &mission,
                |mission| rate.write(mission),
                location,
            )
            .await
        }
        Err(faults) => page.again(&Step3::new(&page, &mission, &form.typed, faults)),
    }
}

fn check(page: &Page, mut faults: Faults, typed: &Typed, strict: bool) -> Result<Rate, Faults> {
    let lang = page.lang();
    let pricing = match typed.pricing.as_str() {
        "" if !strict => None,
        code => faults.choice("pricing", code, Pricing::parse),
    };
    let day_rate = match (pricing, typed.rate.trim()) {
        (Some(Pricing::Fixed), "") if !strict => None,
        (Some(Pricing::Fixed), rate) => Some(faults.whole("rate", rate, RATE, |n| lang.chf(n))),
        _ => None,
    };
    let activity = match typed.activity.trim() {
        "" => None,
        percent => Some(faults.whole("activity", percent, ACTIVITY, |n| lang.percent(n))),
    };
    let payroll = faults.choice("billing", &typed.billing, |code| match code {
        "payroll" => Some(true),
        "independent" => Some(false),
        _ => None,
    });
    faults.done(Rate {
        day_rate,
        rate_open: pricing == Some(Pricing::Open),
        activity,
        payroll: payroll.unwrap_or_default(),
    })
}

impl Rate {
    fn write(self, mission: &mut Mission) {
        mission.day_rate = self.day_rate;
        mission.rate_open = self.rate_open;
        mission.activity = self.activity;
        mission.payroll = self.payroll;
    }
}

impl<'a> Step3<'a> {
    fn new(page: &'a Page, mission: &Mission, typed: &'a Typed, faults: Faults) -> Step3<'a> {
        Step3 {
            page,
            head: Head::new(page, Step::Rate, Some(mission)),
            action: paths::step(mission.id, Step::Rate),
            typed,
            faults,
            budget: budget(page, mission),
        }
    }
    fn w(&self) -> &'static RateStep {
        &self.head.w.edit.rate
    }
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 4] {
        [
            ("pricing", self.w().pricing),
            ("rate", self.w().rate),
            ("activity", self.w().activity),
            ("billing", self.w().billing),
        ]
    }
}

/// What the mission may cost, as far as it is saved.
fn budget(page: &Page, mission: &Mission) -> Option<(String, String)> {
    let lang = page.lang();
    let rate = mission.day_rate?;
    let days = days(mission.months?, mission.activity?);
    let w = &crate::words::words(lang).edit.rate;
    Some((
        (w.budget_line)(&lang.number(days), &lang.chf(rate)),
        lang.chf(days * rate),
    ))
}
