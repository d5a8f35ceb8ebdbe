//! A house with this room in it, and Lea, who has an account.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;

use app::App;
use async_trait::async_trait;
use certification::rights::FREELANCE;
use db::Engine;
use mail::Sent;
use testing::{Client, House, Seen, Setup, person};
use web::{Counts, Member, viewer::Source};

use crate::paths;

/// Lea's address.
pub(crate) const LEA: &str = "lea@example.test";
/// Lea's password.
pub(crate) const OLD: &str = "quatre mots sans lien";
/// A password for whoever needs another.
pub(crate) const NEW: &str = "des bottes sous la lampe";

/// Knows whom this room has signed in.
struct Sessions;

#[async_trait]
impl Source for Sessions {
    async fn member(&self, app: &App, session: &str) -> anyhow::Result<Option<Member>> {
        let found = crate::session(app, session).await?;
        Ok(found.map(|session| Member {
            account: session.account,
            session: session.id,
            role: session.role,
            cleared: false,
            name: session.email,
            lang: session.lang,
            counts: Counts::default(),
        }))
    }
}

/// The house and its one account.
pub(crate) struct Stage {
    pub house: House,
    pub lea: Member,
}

impl Stage {
    pub(crate) async fn build(engine: Engine) -> Stage {
        let migrations = [crate::migrations(), certification::migrations()];
        let setup = Setup {
            routes: crate::routes(),
            migrations: migrations.into_iter().flatten().collect(),
            reactions: crate::reactions(),
            sessions: Some(Arc::new(Sessions)),
            ..Setup::default()
        };
        let stage = Stage {
            house: House::build(engine, setup).await,
            lea: person(FREELANCE, false, "Lea"),
        };
        stage.house.knows(&stage.lea);
        let tx = stage.app().begin().await.unwrap();
        crate::plant(stage.app(), &tx, stage.lea.account, FREELANCE, LEA, OLD)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        stage
    }

    pub(crate) fn app(&self) -> &App {
        &self.house.app
    }

    /// A browser in which Lea has signed in.
    pub(crate) async fn signed_in(&self) -> Client {
        let browser = self.house.visitor();
        sign_in(&browser, LEA, OLD).await.is(303);
        browser
    }

    /// The last letter to this address.
    pub(crate) async fn letter(&self, email: &str) -> Sent {
        self.letters(email).await.pop().expect("a letter")
    }

    /// All letters to this address, the oldest first.
    pub(crate) async fn letters(&self, email: &str) -> Vec<Sent> {
        self.house.settle().await;
        let mut letters = self.house.letters();
        letters.retain(|letter| letter.to.email == email);
        letters
    }

    /// How many events of this name there are.
    pub(crate) async fn events(&self, name: &str) -> usize {
        let all = db::journal::all(self.app().db().read(), name).await;
        all.unwrap().len()
    }
}

/// Sends the sign-in form.
pub(crate) async fn sign_in(browser: &Client, email: &str, password: &str) -> Seen {
    let fields = [("email", email), ("password", password)];
    browser.post(paths::SIGN_IN, &fields).await
}

/// Whether this browser is signed in: its settings open.
pub(crate) async fn is_signed_in(browser: &Client) -> bool {
    browser.get(paths::SIGN_IN).await.status == 303
}

/// The path of the link in a letter that begins so.
pub(crate) fn link(letter: &Sent, start: &str) -> String {
    let all = format!("http://example.test{start}");
    let at = letter.text.find(&all).expect("a link in the letter");
    let rest = &letter.text[at + "http://example.test".len()..];
    rest.split_whitespace().next().expect("an address").to_owned()
}
