//! Who a session belongs to and where letters go: put together from the rooms that know.

use app::App;
use async_trait::async_trait;
use certification::rights::STAFF;
use mail::{AddressBook, Recipient};
use uuid::Uuid;
use web::{Counts, Member, viewer::Source};

/// Fills the slot of `lib/web`.
pub struct Sessions;

#[async_trait]
impl Source for Sessions {
    async fn member(&self, app: &App, session: &str) -> anyhow::Result<Option<Member>> {
        let Some(session) = accounts::session(app, session).await? else {
            return Ok(None);
        };
        let db = app.db().read();
        let account = session.account;
        let cleared = session.role == STAFF || certification::is_certified(db, account).await?;
        let name = profiles::shown_name(db, account).await?;
        let counts = Counts {
            messages: messaging::unread(db, account).await?,
            notifications: notifications::unread(db, account).await?,
        };
        Ok(Some(Member {
            account,
            session: session.id,
            role: session.role,
            cleared,
            name: name.unwrap_or_else(|| before_the_at(&session.email)),
            lang: session.lang,
            counts,
        }))
    }
}

/// Only its owner sees this, until a name is known.
fn before_the_at(email: &str) -> String {
    email.split('@').next().unwrap_or_default().to_owned()
}

/// Fills the slot of `lib/mail`.
pub struct Addresses(pub db::Db);

#[async_trait]
impl AddressBook for Addresses {
    async fn recipient(&self, account: Uuid) -> anyhow::Result<Option<Recipient>> {
        let Some(contact) = accounts::contact(self.0.read(), account).await? else {
            return Ok(None);
        };
        let name = profiles::shown_name(self.0.read(), account).await?;
        Ok(Some(Recipient {
            email: contact.email,
            name,
            lang: contact.lang,
        }))
    }
}
