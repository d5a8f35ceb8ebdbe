//! One page or action, one folder.

pub(crate) mod list;
pub(crate) mod live;
pub(crate) mod message;
pub(crate) mod reading;
pub(crate) mod thread;

use certification::rights::{CertifiedSide, FREELANCE};
use uuid::Uuid;
use web::{Member, OrNotFound, Page, Problem};

use crate::{
    ConversationId,
    rules::{Conversation, Side},
    store,
};

/// The member who reads, and the side they are on.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    pub account: Uuid,
    pub side: Side,
}

impl From<&Member> for Reader {
    fn from(who: &Member) -> Reader {
        Reader {
            account: who.account,
            side: if who.role == FREELANCE {
                Side::Freelance
            } else {
                Side::Company
            },
        }
    }
}
impl From<CertifiedSide> for Reader {
    fn from(who: CertifiedSide) -> Reader {
        Reader::from(&who.member)
    }
}

/// The conversation an address names, if it is the reader's and has not vanished (I8).
async fn find(page: &Page, reader: Reader, id: &str) -> Result<Conversation, Problem> {
    let id: ConversationId = id.parse().ok().or_not_found()?;
    let db = page.app().db().read();
    store::conversation_of(db, reader.account, id)
        .await?
        .or_not_found()
}
