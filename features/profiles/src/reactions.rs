//! What follows from events of this room: files nobody shows any more go.

use app::Reaction;

use crate::{events::LogoReplaced, store};

pub(crate) fn reactions() -> Vec<Reaction> {
    vec![Reaction::to(
        "profiles.discard_logo",
        |app, event: LogoReplaced, _| async move {
            if store::company_with_logo(app.db().read(), event.file.0)
                .await?
                .is_none()
            {
                app.files().delete(event.file).await?;
            }
            Ok(())
        },
    )]
}
