//! Letters leave through a job, so that a mail server's bad day costs nobody a letter.

use anyhow::{Context, anyhow};
use db::{
    Tx,
    jobs::{self, Failed, NewJob},
};
use i18n::Lang;
use mail::{Envelope, Failure, Letter, Recipient};
use uuid::Uuid;

use crate::{App, Job};

const NAME: &str = "mail.deliver";

impl App {
    /// Where letters to an account go; `None` when it is gone.
    ///
    /// # Errors
    /// When the address book fails.
    pub async fn recipient(&self, account: Uuid) -> anyhow::Result<Option<Recipient>> {
        let book = self.0.address_book.get();
        book.context("the address book is not filled in")?
            .recipient(account)
            .await
    }

    /// Posts a letter to an account once `tx` commits, in the receiver's language. `once` names the
    /// deed it tells of (an event's id, say): the same account gets no second letter about it.
    ///
    /// # Errors
    /// When the address book or the base fails. An account that is gone gets nothing.
    pub async fn post(
        &self,
        tx: &Tx,
        account: Uuid,
        once: &str,
        letter: impl FnOnce(Lang) -> Letter,
    ) -> anyhow::Result<()> {
        let Some(recipient) = self.recipient(account).await? else {
            return Ok(());
        };
        let letter = letter(recipient.lang);
        self.post_to(tx, recipient, &format!("{once} {account}"), letter)
            .await
    }

    /// Posts a letter to an address once `tx` commits; `once` as for [`App::post`].
    ///
    /// # Errors
    /// What the engine says.
    pub async fn post_to(&self, tx: &Tx, to: Recipient, once: &str, letter: Letter) -> anyhow::Result<()> {
        let envelope = Envelope {
            id: self.clock().key(),
            to,
            letter,
        };
        let body = serde_json::to_value(&envelope)?;
        let dedup = Some(format!("{NAME} {once}"));
        jobs::enqueue(
            tx,
            self.clock(),
            NewJob {
                name: NAME,
                body,
                dedup,
                run_at: self.now(),
            },
        )
        .await?;
        Ok(())
    }
}

pub(crate) fn job() -> Job {
    Job::new(NAME, |app, task| async move {
        let envelope: Envelope = task.read()?;
        app.mailer()
            .send(&envelope)
            .await
            .map_err(|failure| match failure {
                Failure::Retry(why) => {
                    Failed::Retry(anyhow!(why).context("a letter did not leave, this time"))
                }
                Failure::Refused(why) => {
                    Failed::GiveUp(anyhow!(why).context("a letter was refused for good"))
                }
            })
    })
}
