//! What staff decide: certify, refuse or withdraw with a ground (R19, R30, R83), note a contact (R31),
//! correct a company's number (R117).

#[cfg(test)]
mod tests;

use app::App;
use axum::extract::Path;
use db::{Timestamp, Tx};
use i18n::zurich_day;
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Form, FormKey, OrNotFound, Page, Problem, Text};

use super::{
    document::key,
    dossier::{Opened, Said},
    own::number,
};
use crate::{
    Standing,
    dossier::Dossier,
    events::{Certified, NumberCorrected, Refused},
    rights::Staff,
    rules::{Decision, Ground, Refusal},
    store::{self, Tab},
    words::words,
};

/// What the person reads.
const MESSAGE: Text = Text::prose(1, 2000);

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Decided {
    /// The version of the dossier that was decided on.
    version: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Refusing {
    version: String,
    ground: String,
    message: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Correcting {
    version: String,
    uid: String,
}

/// Certifies.
pub(crate) async fn certify(
    page: Page,
    who: Staff,
    Path(account): Path<String>,
    form: Form<Decided>,
) -> Answer {
    let on = On::read(&account, &form.typed.version)?;
    decide(&page, &who, on, &form.key, Decision::Certify).await
}

/// Refuses, or withdraws a certification.
pub(crate) async fn refuse(
    page: Page,
    who: Staff,
    Path(account): Path<String>,
    form: Form<Refusing>,
) -> Answer {
    let on = On::read(&account, &form.typed.version)?;
    let mut faults = form.faults(&page);
    let ground = faults.choice("ground", &form.typed.ground, Ground::parse);
    let message = faults.text("message", &form.typed.message, MESSAGE);
    match (faults.done(message), ground) {
        (Ok(message), Some(ground)) => {
            decide(&page, &who, on, &form.key, Decision::Refuse(ground, message)).await
        }
        (Ok(_), None) => Err(Problem::BadRequest),
        (Err(faults), _) => {
            let mut opened = Opened::load(&page, on.account).await?;
            let said = Said {
                ground: form.typed.ground,
                message: form.typed.message,
                ..Said::default()
            };
            // Decided by a colleague meanwhile: there is no form left to correct.
            let refusing = Decision::Refuse(Ground::Documents, String::new());
            if let Err(refusal) = opened.dossier.standing.decide(&refusing) {
                return opened.refused(refusal, said).await;
            }
            opened.said = said;
            opened.faults = faults;
            page.again(&opened.beside_queue().await?)
        }
    }
}

/// Notes that the person who asked for it was contacted.
pub(crate) async fn contact(
    page: Page,
    who: Staff,
    Path(account): Path<String>,
    form: Form<Decided>,
) -> Answer {
    let on = On::read(&account, &form.typed.version)?;
    decide(&page, &who, on, &form.key, Decision::NoteContact).await
}

/// Gives a certified company another registration number (R117).
pub(crate) async fn correct_number(
    page: Page,
    who: Staff,
    Path(account): Path<String>,
    form: Form<Correcting>,
) -> Answer {
    let on = On::read(&account, &form.typed.version)?;
    let mut opened = Opened::load(&page, on.account).await?;
    if !opened.dossier.is_company() {
        return Err(Problem::NotFound);
    }
    let mut faults = form.faults(&page);
    let uid = number(page.lang(), &mut faults, &form.typed.uid);
    match (faults.done(uid), form.typed.uid) {
        (Ok(Some(uid)), _) => decide(&page, &who, on, &form.key, Decision::CorrectNumber(uid)).await,
        (Ok(None), _) => Err(Problem::BadRequest),
        (Err(faults), uid) => {
            let said = Said {
                uid: Some(uid),
                ..Said::default()
            };
            // The certification was withdrawn meanwhile: there is no form left to correct.
            if !opened.may_correct_number() {
                return opened.refused(Refusal::Overtaken, said).await;
            }
            opened.said = said;
            opened.faults = faults;
            page.again(&opened.beside_queue().await?)
        }
    }
}

/// What is decided on: a dossier, in the version that was on the screen.
struct On {
    account: Uuid,
    version: Option<i64>,
}

impl On {
    fn read(account: &str, version: &str) -> Result<On, Problem> {
        Ok(On {
            account: key(account)?,
            version: version.parse().ok(),
        })
    }
}

async fn decide(page: &Page, who: &Staff, on: On, key: &FormKey, decision: Decision) -> Answer {
    let (app, now) = (page.app(), page.now());
    let deed = page.deed(key).await?;
    let dossier = store::dossier(&deed.tx, on.account).await?.or_not_found()?;
    let decided = match judge(&dossier, &on, &decision, now) {
        Ok(standing) if store::decide(&deed.tx, &dossier, standing, &decision, who.account, now).await? => {
            Ok(standing)
        }
        Ok(_) => Err(Refusal::Overtaken),
        Err(refusal) => Err(refusal),
    };
    if let Err(refusal) = decided {
        deed.tx.rollback().await?;
        let opened = Opened::load(page, on.account).await?;
        return opened.refused(refusal, Said::of(decision)).await;
    }
    announce(app, &deed.tx, &dossier, &decision, who.account).await?;
    let said = words(page.lang()).dossier.said;
    page.say(said(&decision, dossier.standing, &dossier.name()));
    deed.done(page, Tab::of(&dossier).href()).await
}

/// Whether this may be decided on the dossier as it is now.
fn judge(dossier: &Dossier, on: &On, decision: &Decision, now: Timestamp) -> Result<Standing, Refusal> {
    if on.version != Some(dossier.version()) {
        return Err(Refusal::Overtaken);
    }
    if *decision == Decision::Certify && dossier.has_run_out(zurich_day(now)) {
        return Err(Refusal::PermitEnded);
    }
    dossier.standing.decide(decision)
}

/// Says what was decided. What the account may do is felt on its next request.
async fn announce(
    app: &App,
    tx: &Tx,
    dossier: &Dossier,
    decision: &Decision,
    by: Uuid,
) -> Result<(), db::Error> {
    let (account, role) = (dossier.account, dossier.role.0.to_owned());
    web::viewer::changed(tx, account);
    match decision {
        Decision::Certify => app.record(tx, &Certified { account, role }).await,
        Decision::Refuse(ground, _) => {
            let refused = Refused {
                account,
                role,
                ground: ground.code(),
                withdrawn: dossier.standing == Standing::Certified,
            };
            app.record(tx, &refused).await
        }
        Decision::NoteContact => Ok(()),
        Decision::CorrectNumber(_) => app.record(tx, &NumberCorrected { account, by }).await,
    }
}

impl Said {
    fn of(decision: Decision) -> Said {
        match decision {
            Decision::Refuse(ground, message) => Said {
                ground: ground.code(),
                message,
                uid: None,
            },
            Decision::CorrectNumber(uid) => Said {
                uid: Some(uid.to_string()),
                ..Said::default()
            },
            Decision::Certify | Decision::NoteContact => Said::default(),
        }
    }
}
