//! Everything one was told, newest first, by day (R73). Looking changes nothing; one button marks
//! all as read.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use certification::rights::COMPANY;
use db::{Cursor, Slice};
use missions::MissionId;
use profiles::{CompanyId, FreelanceId};
use selection::events::Side;
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Avatar, Form, Icon, Member, Page, Problem};

use crate::{
    links, paths,
    store::{self, Notice, Threads},
    words::{Other, Sentence, Told, Words, words},
};

/// Where in the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    after: String,
}

#[derive(Template)]
#[template(path = "pages/list/list.html")]
struct List<'a> {
    page: &'a Page,
    w: &'static Words,
    unread: u64,
    days: Vec<Day>,
    older: Option<String>,
    is_first: bool,
}

struct Day {
    heading: String,
    lines: Vec<Line>,
}

struct Line {
    icon: Icon,
    /// The other side, where the reader may know it.
    face: Option<Face>,
    sentence: Sentence,
    href: String,
    time: String,
    read: bool,
}

/// The notifications of whoever looks.
pub(crate) async fn show(page: Page, member: Member, Query(place): Query<Place>) -> Answer {
    let db = page.app().db().read();
    let after = Cursor::parse(&place.after);
    let Slice { items, next } = store::notices(db, member.account, after).await?;
    let known = Known::load(&page, &member, &items).await?;
    let list = List {
        page: &page,
        w: words(page.lang()),
        unread: store::unread(db, member.account).await?,
        days: days(&page, &known, items),
        older: next.map(paths::after),
        is_first: after.is_none(),
    };
    page.show(&list)
}

impl List<'_> {
    fn unread_line(&self) -> String {
        (self.w.unread)(self.unread)
    }

    fn all_read(&self) -> bool {
        self.unread == 0
    }
}

/// Nothing but the press of the button.
#[derive(Debug, Deserialize)]
pub(crate) struct Pressed {}

/// « Tout marquer comme lu ».
pub(crate) async fn mark_read(page: Page, member: Member, form: Form<Pressed>) -> Answer {
    let deed = page.deed(&form.key).await?;
    store::read_all(&deed.tx, member.account, page.now()).await?;
    page.say(words(page.lang()).all_marked);
    deed.done(&page, paths::NOTIFICATIONS).await
}

/// What is needed to word the notices of one page.
struct Known {
    side: Side,
    threads: Threads,
    faces: HashMap<Uuid, Face>,
    titles: HashMap<MissionId, String>,
}

impl Known {
    async fn load(page: &Page, member: &Member, notices: &[Notice]) -> Result<Known, Problem> {
        let db = page.app().db().read();
        let side = if member.role == COMPANY {
            Side::Company
        } else {
            Side::Freelance
        };
        let about = notices.iter().map(|notice| notice.about).collect();
        let threads = store::threads(db, member.account, about).await?;
        let missions: Vec<MissionId> = threads.missions.values().copied().collect();
        let cards = missions::cards(db, &missions).await?;
        let others: Vec<Uuid> = notices.iter().filter_map(|notice| notice.other).collect();
        Ok(Known {
            side,
            threads,
            faces: faces(page, member, side, others).await?,
            titles: cards.into_iter().map(|(id, card)| (id, card.title)).collect(),
        })
    }

    fn line(&self, page: &Page, notice: &Notice) -> Line {
        let (w, lang) = (words(page.lang()), page.lang());
        let mission = self.threads.missions.get(&notice.about).copied();
        let face = notice.other.and_then(|other| self.faces.get(&other));
        let title = mission.and_then(|mission| self.titles.get(&mission).cloned());
        let told = Told {
            side: self.side,
            other: face.map_or_else(
                || (w.somebody)(self.side.other()),
                |face| Other::named(&face.name),
            ),
            mission: title.filter(|title| !title.is_empty()),
            until: String::new(),
            brand: String::new(),
        };
        let gone = self.threads.gone.contains(&notice.about);
        Line {
            icon: page.icon(notice.kind.icon()),
            face: face.cloned(),
            sentence: (w.notice)(notice.kind, &told),
            href: links::path(notice.kind, self.side, notice.about, mission, gone),
            time: lang.time(notice.at),
            read: notice.read,
        }
    }
}

/// The name and the picture of somebody.
#[derive(Clone)]
struct Face {
    name: String,
    logo: Option<String>,
    avatar: Avatar,
}

/// The other sides, for those who may know them: certified members (A12).
async fn faces(
    page: &Page,
    member: &Member,
    side: Side,
    others: Vec<Uuid>,
) -> Result<HashMap<Uuid, Face>, Problem> {
    let db = page.app().db().read();
    if !member.cleared || others.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(match side {
        Side::Freelance => {
            let ids: Vec<CompanyId> = others.into_iter().map(CompanyId).collect();
            let cards = profiles::company_cards(db, &ids).await?;
            let faces = cards.into_iter().map(|(id, card)| {
                let (avatar, logo) = (card.avatar().small(), card.logo.map(profiles::paths::logo));
                (
                    id.0,
                    Face {
                        name: card.name,
                        logo,
                        avatar,
                    },
                )
            });
            faces.collect()
        }
        Side::Company => {
            let ids: Vec<FreelanceId> = others.into_iter().map(FreelanceId).collect();
            let cards = profiles::freelance_cards(db, &ids).await?;
            let faces = cards.into_iter().map(|(id, card)| {
                let (avatar, logo) = (card.avatar().small(), None);
                (
                    id.0,
                    Face {
                        name: card.name,
                        logo,
                        avatar,
                    },
                )
            });
            faces.collect()
        }
    })
}

fn days(page: &Page, known: &Known, notices: Vec<Notice>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for notice in notices {
        let heading = heading(page, &notice);
        let line = known.line(page, &notice);
        match days.last_mut() {
            Some(day) if day.heading == heading => day.lines.push(line),
            _ => days.push(Day {
                heading,
                lines: vec![line],
            }),
        }
    }
    days
}

/// « Aujourd’hui », « Hier », « Lundi 8 juin », with the year when it is another.
fn heading(page: &Page, notice: &Notice) -> String {
    use chrono::Datelike;
    let (w, lang) = (words(page.lang()), page.lang());
    let (today, day) = (i18n::zurich_day(page.now()), i18n::zurich_day(notice.at));
    match (today - day).num_days() {
        0 => w.today.to_owned(),
        1 => w.yesterday.to_owned(),
        _ if today.year() == day.year() => lang.weekday_day(day),
        _ => lang.weekday_date(day),
    }
}
