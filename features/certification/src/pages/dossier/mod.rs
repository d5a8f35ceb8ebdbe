//! One dossier before staff: what was declared, the documents, and the decision, side by side.

use askama::Template;
use axum::extract::{Path, Query};
use i18n::{Lang, zurich_day};
use sea_orm::Iterable;
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Faults, OrNotFound, Page, Problem};

use super::{document::key, queue::Queue};
use crate::{
    Standing,
    dossier::{Document, Dossier, Readings},
    paths,
    rights::Staff,
    rules::{Decision, Ground, Paper, Refusal},
    store::{self, Tab},
    words::{Words, words},
};

/// Which document is to be seen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    document: String,
}

/// What is typed with a decision.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    pub ground: String,
    pub message: String,
    /// The number that a company is to have.
    pub uid: Option<String>,
}

/// A dossier as it stands beside the queue.
#[derive(Template)]
#[template(path = "pages/dossier/dossier.html")]
pub(crate) struct Opened<'a> {
    page: &'a Page,
    w: &'static Words,
    pub dossier: Dossier,
    pub documents: Vec<Document>,
    /// The document to be seen.
    pub shown: Option<Document>,
    /// The e-mail address of the account, while it exists.
    email: Option<String>,
    readings: Readings,
    /// Other accounts with the same registration number.
    namesakes: u64,
    pub said: Said,
    pub faults: Faults,
}

/// Shows a dossier, and one of its documents when it is asked for.
pub(crate) async fn show(
    page: Page,
    _: Staff,
    Path(account): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let mut opened = Opened::load(&page, key(&account)?).await?;
    let wanted = Paper::parse(&wanted.document);
    opened.shown = opened
        .documents
        .iter()
        .find(|document| Some(document.paper) == wanted)
        .cloned();
    page.show(&opened.beside_queue().await?)
}

impl<'a> Opened<'a> {
    /// The dossier of this account. One in which nothing was handed in is not staff's to see.
    pub(crate) async fn load(page: &'a Page, account: Uuid) -> Result<Opened<'a>, Problem> {
        let app = page.app();
        let db = app.db().read();
        let dossier = store::dossier(db, account).await?;
        let dossier = dossier
            .filter(|dossier| dossier.standing != Standing::Draft)
            .or_not_found()?;
        Ok(Opened {
            documents: store::documents(db, account).await?,
            shown: None,
            email: app.recipient(account).await?.map(|recipient| recipient.email),
            readings: store::readings(db, account).await?,
            namesakes: store::namesakes(db, &dossier).await?,
            said: Said::default(),
            faults: Faults::new(page.lang()),
            page,
            w: words(page.lang()),
            dossier,
        })
    }

    /// The page: this dossier beside those it is listed with.
    pub(crate) async fn beside_queue(&self) -> Result<Queue<'a>, Problem> {
        Queue::load(self.page, Tab::of(&self.dossier), None, Some(self)).await
    }

    pub(crate) fn account(&self) -> Uuid {
        self.dossier.account
    }

    fn badge(&self) -> (&'static str, &'static str, String) {
        let (tone, icon) = self.dossier.standing.tone();
        let text = match (self.dossier.standing, self.dossier.submitted_at) {
            (Standing::InReview, Some(at)) => {
                (self.w.dossier.waiting)(&self.page.lang().ago(self.page.now(), at))
            }
            (standing, _) => (self.w.standing)(standing, self.dossier.is_company()).to_owned(),
        };
        (tone, icon, text)
    }

    pub(crate) fn name(&self) -> String {
        self.dossier.name()
    }

    fn email(&self) -> &str {
        self.email.as_deref().unwrap_or_default()
    }

    /// What staff should notice before they decide.
    fn warnings(&self) -> Vec<String> {
        let w = &self.w.dossier;
        let ended = self.dossier.has_run_out(zurich_day(self.page.now()));
        let ended = ended.then(|| w.permit_ended.to_owned());
        let namesakes = (self.namesakes > 0).then(|| (w.namesakes)(self.namesakes));
        ended.into_iter().chain(namesakes).collect()
    }

    /// What was declared and what happened: label and value.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let w = &self.w.dossier;
        let mut facts = facts(self.w, self.page.lang(), &self.dossier);
        let mut add = |label, at: Option<db::Timestamp>| {
            facts.extend(at.map(|at| (label, self.page.lang().date_time(at))));
        };
        add(w.submitted, self.dossier.submitted_at);
        add(w.contacted, self.dossier.contacted_at);
        let certified = self.dossier.standing == Standing::Certified;
        add(
            if certified { w.certified } else { w.last_refusal },
            self.dossier.decided_at,
        );
        if let Some(last) = self.readings.last {
            let text = (w.readings)(self.readings.times, &self.page.lang().date_time(last));
            facts.push((w.read, text));
        }
        facts
    }

    /// Of the last refusal: why, and what was written.
    fn last_refusal(&self) -> Option<(&'static str, &str)> {
        let ground = self.dossier.ground?;
        let text = (self.w.ground)(ground, self.dossier.is_company());
        Some((text, self.dossier.message.as_str()))
    }

    fn about(&self, document: &Document) -> String {
        let received = self.page.lang().date_time(document.handed_in_at);
        (self.w.dossier.about)(&document.name, &self.page.lang().bytes(document.bytes), &received)
    }

    fn alt(&self, document: &Document) -> String {
        (self.w.dossier.alt)((self.w.paper)(document.paper), &self.name())
    }

    fn href(&self, document: &Document) -> String {
        paths::document(document.account, document.id)
    }

    fn is_shown(&self, document: &Document) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.id == document.id)
    }

    fn may(&self, decision: &Decision) -> bool {
        self.dossier.standing.decide(decision).is_ok()
    }
    fn may_certify(&self) -> bool {
        self.may(&Decision::Certify)
    }
    fn may_refuse(&self) -> bool {
        self.may(&Decision::Refuse(Ground::Documents, String::new()))
    }
    fn may_contact(&self) -> bool {
        self.may(&Decision::NoteContact) && self.dossier.contacted_at.is_none()
    }
    /// R117.
    pub(crate) fn may_correct_number(&self) -> bool {
        self.dossier.is_company() && self.dossier.standing == Standing::Certified
    }
    /// The number as it is, or as it was typed.
    fn number(&self) -> &str {
        self.said.uid.as_deref().unwrap_or(&self.dossier.uid)
    }
    /// A refusal that takes a certification away says so.
    fn withdraws(&self) -> bool {
        self.dossier.standing == Standing::Certified
    }
    /// A form stands open when there is something to mend in it, and closed before.
    fn corrects(&self) -> bool {
        self.said.uid.is_some()
    }
    fn refuses(&self) -> bool {
        !self.corrects() && (!self.faults.is_empty() || !self.said.message.is_empty())
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 3] {
        [
            ("ground", self.w.dossier.ground),
            ("message", self.w.dossier.message),
            ("uid", self.w.form.uid),
        ]
    }

    fn grounds(&self) -> Vec<(String, &'static str)> {
        let first = (String::new(), self.w.dossier.ground_choose);
        let company = self.dossier.is_company();
        let grounds = Ground::iter().map(|ground| (ground.code(), (self.w.ground)(ground, company)));
        [first].into_iter().chain(grounds).collect()
    }

    /// The rules said no: the dossier as it now is, with what was typed.
    pub(crate) async fn refused(mut self, refusal: Refusal, said: Said) -> Answer {
        self.said = said;
        if self.may_refuse() {
            self.page.typed_is_shown();
        }
        let sentence = (self.w.refusal)(refusal);
        self.page.refused(sentence, &self.beside_queue().await?)
    }
}

/// What was declared: label and value, without what was left empty.
pub(crate) fn facts(w: &Words, lang: Lang, dossier: &Dossier) -> Vec<(&'static str, String)> {
    let w_form = &w.form;
    let permit = dossier.permit.map(w.permit).unwrap_or_default();
    let permit = match dossier.valid_until {
        Some(until) => (w_form.permit_until)(permit, &lang.day(until)),
        None => permit.to_owned(),
    };
    let name = if dossier.is_company() {
        w_form.company
    } else {
        w_form.legal_name
    };
    let facts = [
        (name, dossier.name()),
        (w_form.uid_short, dossier.uid.clone()),
        (w_form.contact_person, dossier.contact_person.clone()),
        (w_form.permit, permit),
        (w_form.street, dossier.street.clone()),
        (w_form.place, dossier.place()),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
