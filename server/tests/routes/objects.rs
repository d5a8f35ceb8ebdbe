//! What the addresses of the house are about.

use jem::demo;
use missions::{MissionId, MissionState};
use profiles::CompanyId;
use testing::{Client, House};
use uuid::Uuid;
use web::routes::Route;

use crate::people::Kind;

/// Whose object an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The visitor's own, or one they may open.
    Own,
    /// Somebody else's.
    Others,
    /// Nobody's.
    Missing,
}

/// Keys of things in the demo, for the cast and for others.
pub struct Objects {
    mission: MissionId,
    others_mission: MissionId,
    talk: String,
    others_talk: String,
    /// One of Léa's other sessions.
    session: String,
    /// A message to the staff.
    message: String,
}

/// A key that nothing has.
const NOTHING: &str = "00000000-0000-7000-8000-00000000dead";

impl Objects {
    /// `lea`, `colibri`, `mara`: browsers of a freelance, of somebody else's company, and of the staff.
    pub async fn of(house: &House, lea: &Client, colibri: &Client, mara: &Client) -> Objects {
        let visitor = house.visitor();
        let entrance = [("email", "lea@jem.example"), ("password", demo::PASSWORD)];
        visitor.post("/sign-in", &entrance).await.is(303);
        let topics = visitor
            .get("/contact")
            .await
            .attribute("option:not([value=''])", "value");
        let asked = [
            ("topic", topics.expect("a topic").as_str()),
            ("name", "Odile Ferrier"),
            ("email", "odile@example.test"),
            ("message", "Bonjour, à qui puis-je envoyer mes documents ?"),
        ]
        .map(|(name, value)| (name, value.to_owned()));
        let asked: Vec<(&str, &str)> = asked
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        house.visitor().post("/contact", &asked).await.is(303);
        let of = async |company: Uuid, state: MissionState| {
            let all = missions::of_company(house.app.db().read(), CompanyId(company)).await;
            let found = all.unwrap().into_iter().find(|mission| mission.state == state);
            found.expect("a mission of the cast").id
        };
        Objects {
            mission: of(demo::BRUN, MissionState::Open).await,
            others_mission: of(demo::COLIBRI, MissionState::Validated).await,
            talk: first_talk(lea).await,
            others_talk: first_talk(colibri).await,
            session: key_in(lea, "/settings/sessions", "/settings/sessions/").await,
            message: key_in(mara, "/staff/contact", "/staff/contact/").await,
        }
    }

    /// Whether the address of this route names an object at all.
    pub fn has_one(route: &Route) -> bool {
        route.path.contains('{')
    }

    /// Links from letters say the same whether they are used, expired or made up; a job that is gone is one
    /// that a colleague was faster with.
    pub fn says_the_same_of_all(route: &Route) -> bool {
        route.path.contains("{token}") || route.path.contains("{job}")
    }

    /// Whether `kind` has an object of this kind in the demo.
    pub fn is_for(route: &Route, kind: Kind) -> bool {
        match route.path.split('/').nth(1) {
            Some("messages" | "candidacies") => matches!(kind, Kind::Freelance | Kind::Firm),
            Some("manage") => kind == Kind::Firm,
            Some("missions") => {
                kind == Kind::Firm || !["edit", "closure"].iter().any(|its| route.path.contains(its))
            }
            Some("freelances") => matches!(kind, Kind::Freelance | Kind::Firm | Kind::Staff),
            Some("certification") => kind == Kind::NewFreelance,
            // No job is given up in a demo, and the dossier is a freelance's, who has no number.
            Some("staff") => !["{document}", "{job}", "/number"]
                .iter()
                .any(|its| route.path.contains(its)),
            Some("settings") => kind == Kind::Freelance && !route.path.contains("{token}"),
            Some("legal") => true,
            // Logos and links exist only for a moment: the rooms' own tests open them.
            _ => false,
        }
    }

    /// The address of `route` for this visitor.
    pub fn fill(&self, route: &Route, kind: Kind, whose: Whose) -> String {
        let room = route.path.split('/').nth(1).unwrap_or_default();
        let filled = route.path.split('/').map(|part| match part.strip_prefix('{') {
            None => part.to_owned(),
            Some(name) => self.key(room, name.trim_end_matches('}'), kind, whose),
        });
        filled.collect::<Vec<_>>().join("/")
    }

    fn key(&self, room: &str, name: &str, kind: Kind, whose: Whose) -> String {
        match (room, name, whose) {
            (_, "token", _) => "a".repeat(43),
            ("certification", "paper", Whose::Own) => "permit".to_owned(),
            // Its address names no account: there is only one's own.
            ("certification", "paper", _) => NOTHING.to_owned(),
            ("legal", _, Whose::Own) => "terms".to_owned(),
            (_, _, Whose::Missing) => NOTHING.to_owned(),
            ("missions" | "manage", _, Whose::Own) => self.mission.to_string(),
            ("missions" | "manage", _, Whose::Others) => self.others_mission.to_string(),
            ("messages" | "candidacies", _, Whose::Own) => self.talk.clone(),
            ("messages" | "candidacies", _, Whose::Others) => self.others_talk.clone(),
            ("freelances", _, Whose::Own) => demo::LEA.to_string(),
            ("freelances", _, Whose::Others) => demo::NADIA.to_string(),
            ("staff", "account", _) if kind == Kind::Staff => demo::NADIA.to_string(),
            ("settings", "id", Whose::Own) => self.session.clone(),
            (_, "message", Whose::Own) => self.message.clone(),
            ("settings", "id", _) => NOTHING.to_owned(),
            (_, "document" | "file" | "message" | "job" | "account", _) => NOTHING.to_owned(),
            (room, name, _) => panic!("say in objects.rs what {{{name}}} of /{room} is about"),
        }
    }
}

/// The first key after `start` on a page.
async fn key_in(who: &Client, page: &str, start: &str) -> String {
    let text = who.get(page).await.text();
    let found = text
        .split(&format!("\"{start}"))
        .skip(1)
        .find_map(|rest| rest.get(..36));
    found.unwrap_or_else(|| panic!("no {start} on {page}")).to_owned()
}

/// The first conversation in somebody's list.
async fn first_talk(who: &Client) -> String {
    let list = who.get("/messages").await.text();
    let ids = list
        .split("href=\"/messages/")
        .filter_map(|rest| rest.split(['"', '?']).next());
    let id = ids.into_iter().find(|id| id.len() == 36);
    id.expect("a conversation of the cast").to_owned()
}
