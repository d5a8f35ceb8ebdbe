//! What a freelance or a company hands in, and where it stands (R13, R19, R22, R30-R38, R83-R90).

mod form;
mod hand_in;
#[cfg(test)]
mod tests;

use askama::Template;
use db::Timestamp;
use sea_orm::Iterable;
use web::{Answer, Faults, Member, Page, Problem};

use crate::{
    Progress, Standing,
    dossier::{Document, Dossier},
    rights::{COMPANY, Side},
    rules::{Paper, Permit, Refusal},
    store,
    words::{Stage, Words, words},
};
use form::Typed;

pub(crate) use form::number;
pub(crate) use hand_in::{firm, person};

#[derive(Template)]
#[template(path = "pages/own/own.html")]
struct Own<'a> {
    page: &'a Page,
    w: &'static Words,
    dossier: Dossier,
    documents: Vec<Document>,
    typed: Typed,
    faults: Faults,
}

/// Shows where one stands, and the form to go on with.
pub(crate) async fn show(page: Page, who: Side) -> Answer {
    page.show(&Own::load(&page, &who.member).await?)
}

impl<'a> Own<'a> {
    async fn load(page: &'a Page, member: &Member) -> Result<Own<'a>, Problem> {
        let db = page.app().db().read();
        let dossier = store::dossier(db, member.account)
            .await?
            .unwrap_or_else(|| Dossier::blank(member.account, member.role, page.now()));
        let documents = if member.role == COMPANY {
            Vec::new()
        } else {
            store::documents(db, member.account).await?
        };
        Ok(Own {
            page,
            w: words(page.lang()),
            typed: Typed::of(&dossier),
            dossier,
            documents,
            faults: Faults::new(page.lang()),
        })
    }

    /// The form again, with what was typed. It was not stored, and neither were the files.
    fn again(mut self, typed: Typed, faults: Faults) -> Answer {
        self.typed = typed;
        self.faults = faults;
        self.page.again(&self)
    }

    fn refused(self, refusal: Refusal) -> Answer {
        self.page.refused((self.w.refusal)(refusal), &self)
    }

    /// Whether this paper was handed in already.
    fn has(&self, paper: Paper) -> bool {
        self.documents.iter().any(|document| document.paper == paper)
    }

    fn standing(&self) -> Standing {
        self.dossier.standing
    }

    /// Whether the form is what the page is about; else it stands folded under what was handed in.
    fn is_to_fill_in(&self) -> bool {
        matches!(self.standing(), Standing::Draft | Standing::Refused) || !self.faults.is_empty()
    }

    fn is(&self, standing: Standing) -> bool {
        self.standing() == standing
    }

    fn badge(&self) -> (&'static str, &'static str, &'static str) {
        let text = (self.w.standing)(self.standing(), self.dossier.is_company());
        let (tone, icon) = self.standing().tone();
        (tone, icon, text)
    }

    fn lead(&self) -> &'static str {
        (self.w.own.lead)(self.standing(), self.dossier.is_company())
    }

    fn street_hint(&self) -> &'static str {
        (self.w.form.street_hint)(self.dossier.is_company())
    }

    fn hand_in_title(&self) -> &'static str {
        (self.w.own.hand_in)(self.standing(), self.dossier.is_company())
    }

    fn stages(&self) -> Vec<(Stage, String, Progress)> {
        let progress = self.standing().progress();
        let dates = [
            self.dossier.submitted_at,
            self.dossier.decided_at,
            self.dossier.decided_at,
        ];
        (self.w.own.stages)(self.dossier.is_company())
            .into_iter()
            .zip(progress)
            .zip(dates)
            .map(|((stage, progress), at)| {
                let text = match (progress, at) {
                    (Progress::Done | Progress::Failed, Some(at)) => self.page.lang().date_time(at),
                    _ => stage.text.to_owned(),
                };
                (stage, text, progress)
            })
            .collect()
    }

    /// Of a refusal: why, in staff's words, and when.
    fn refusal_ground(&self) -> &'static str {
        let company = self.dossier.is_company();
        let ground = self.dossier.ground.map(|ground| (self.w.ground)(ground, company));
        ground.unwrap_or_default()
    }
    fn decided_on(&self) -> String {
        let at = |at: Timestamp| (self.w.own.by_team)(&self.page.lang().date(at));
        self.dossier.decided_at.map(at).unwrap_or_default()
    }

    fn about(&self, document: &Document) -> String {
        format!("{}, {}", document.name, self.page.lang().bytes(document.bytes))
    }

    /// What was declared, to be read again: label and value.
    fn facts(&self) -> Vec<(&'static str, String)> {
        super::dossier::facts(self.w, self.page.lang(), &self.dossier)
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 11] {
        [
            ("first", self.w.form.first),
            ("last", self.w.form.last),
            ("permit", self.w.form.permit_kind),
            ("valid_until", self.w.form.valid_until),
            (Paper::Permit.field(), self.file_label(Paper::Permit)),
            (Paper::Address.field(), self.file_label(Paper::Address)),
            ("company", self.w.form.company),
            ("uid", self.w.form.uid),
            ("contact_person", self.w.form.contact_person),
            ("street", self.w.form.street),
            ("place", self.w.form.place),
        ]
    }

    fn permits(&self) -> Vec<(String, &'static str)> {
        let first = (String::new(), self.w.form.permit_choose);
        let permits = Permit::iter().map(|permit| (permit.code(), (self.w.permit)(permit)));
        [first].into_iter().chain(permits).collect()
    }

    fn file_label(&self, paper: Paper) -> &'static str {
        (self.w.form.file)(paper, self.has(paper))
    }

    fn file_hint(&self) -> String {
        (self.w.form.file_hint)(&self.page.lang().bytes(hand_in::WANTED.max_bytes))
    }

    fn accept(&self) -> String {
        let kinds = hand_in::WANTED.kinds.iter();
        kinds.map(|kind| kind.mime()).collect::<Vec<_>>().join(",")
    }
}
