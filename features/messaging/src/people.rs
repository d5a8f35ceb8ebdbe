//! Who is on the other side, as the reader may see them.

use std::collections::HashMap;

use profiles::{CompanyId, FreelanceId};
use uuid::Uuid;
use web::{Avatar, Page, Problem};

use crate::{
    rules::{Conversation, Side},
    words::words,
};

/// The other side of a conversation.
#[derive(Clone)]
pub(crate) struct Other {
    pub name: String,
    /// A company's, when it has one.
    pub logo: Option<String>,
    pub avatar: Avatar,
    /// A freelance's page, for the company that talks with them.
    pub profile: Option<String>,
}

impl Other {
    /// An account that is no more.
    fn gone(page: &Page, account: Uuid) -> Other {
        let name = words(page.lang()).gone;
        Other {
            name: name.to_owned(),
            logo: None,
            avatar: Avatar::new(name, account),
            profile: None,
        }
    }
}

/// The other side of each conversation of a reader on `side`, by account.
pub(crate) async fn others(
    page: &Page,
    side: Side,
    conversations: impl Iterator<Item = &Conversation>,
) -> Result<HashMap<Uuid, Other>, Problem> {
    let db = page.app().db().read();
    let accounts: Vec<Uuid> = conversations.map(|talk| talk.other(side)).collect();
    let mut others: HashMap<Uuid, Other> = accounts
        .iter()
        .map(|account| (*account, Other::gone(page, *account)))
        .collect();
    match side {
        Side::Freelance => {
            let ids: Vec<CompanyId> = accounts.into_iter().map(CompanyId).collect();
            for (id, card) in profiles::company_cards(db, &ids).await? {
                let other = Other {
                    logo: card.logo.map(profiles::paths::logo),
                    avatar: card.avatar(),
                    name: card.name,
                    profile: None,
                };
                others.insert(id.0, other);
            }
        }
        Side::Company => {
            // A profile without certification opens for nobody (R32).
            let certified = certification::certified_among(db, &accounts).await?;
            let ids: Vec<FreelanceId> = accounts.into_iter().map(FreelanceId).collect();
            for (id, card) in profiles::freelance_cards(db, &ids).await? {
                let other = Other {
                    logo: None,
                    avatar: card.avatar(),
                    name: card.name,
                    profile: certified.contains(&id.0).then(|| profiles::paths::freelance(id)),
                };
                others.insert(id.0, other);
            }
        }
    }
    Ok(others)
}

/// The other side of one conversation.
pub(crate) async fn other(page: &Page, side: Side, talk: &Conversation) -> Result<Other, Problem> {
    let account = talk.other(side);
    let known = others(page, side, std::iter::once(talk)).await?.remove(&account);
    Ok(known.unwrap_or_else(|| Other::gone(page, account)))
}
