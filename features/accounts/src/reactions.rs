//! What this room does on its own events.

use app::Reaction;

use crate::{
    events::PasswordChanged,
    letters::{self, Kind},
    paths,
};

pub(crate) fn reactions() -> Vec<Reaction> {
    vec![Reaction::to(
        "accounts.tell_password_changed",
        |app, event: PasswordChanged, recorded| async move {
            let tx = app.begin().await?;
            let once = format!("password-changed {}", recorded.id);
            app.post(&tx, event.account, &once, |lang| {
                letters::lasting(&app, lang, Kind::PasswordChanged, paths::SETTINGS_SESSIONS)
            })
            .await?;
            Ok(tx.commit().await?)
        },
    )]
}
