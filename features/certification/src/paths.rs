//! Addresses of this room.

use uuid::Uuid;

use crate::rules::Paper;

/// Where freelances and companies hand in what is needed.
pub const CERTIFICATION: &str = "/certification";
/// The staff's queue.
pub const QUEUE: &str = "/staff/certification";

/// Where a freelance's form is sent.
pub(crate) const FREELANCE: &str = "/certification/freelance";
/// Where a company's form is sent.
pub(crate) const COMPANY: &str = "/certification/company";
/// Where members start; the page stands on a higher floor.
pub(crate) const DASHBOARD: &str = "/dashboard";

/// Where a freelance writes the profile; a page of a higher floor too.
pub(crate) const PROFILE: &str = "/profile";

/// One dossier in the staff's queue.
pub fn dossier(account: Uuid) -> String {
    format!("{QUEUE}/{account}")
}

/// One tab of the queue, as a link from the desk has it: `freelances`, `companies`, `to_contact`, `handled`.
pub fn queue_tab(tab: &str) -> String {
    format!("{QUEUE}?tab={tab}")
}

/// The same tab further on.
pub(crate) fn queue_after(tab: &str, cursor: &db::Cursor) -> String {
    format!("{QUEUE}?tab={tab}&after={}", cursor.to_text())
}

/// One's own document.
pub(crate) fn own_document(paper: Paper) -> String {
    format!("{CERTIFICATION}/documents/{}", paper.code())
}

/// A dossier with one of its documents opened.
pub(crate) fn opened(account: Uuid, paper: Paper) -> String {
    format!("{QUEUE}/{account}?document={}", paper.code())
}

/// A document as staff read it. It names the very document, so that one that was replaced is not
/// taken for what stands in its place.
pub(crate) fn document(account: Uuid, document: Uuid) -> String {
    format!("{QUEUE}/{account}/documents/{document}")
}

/// Where staff certify.
pub(crate) fn approval(account: Uuid) -> String {
    format!("{QUEUE}/{account}/approval")
}

/// Where staff refuse, or withdraw a certification.
pub(crate) fn refusal(account: Uuid) -> String {
    format!("{QUEUE}/{account}/refusal")
}

/// Where staff note that they have contacted somebody.
pub(crate) fn contact(account: Uuid) -> String {
    format!("{QUEUE}/{account}/contact")
}

/// Where staff correct a certified company's number.
pub(crate) fn number(account: Uuid) -> String {
    format!("{QUEUE}/{account}/number")
}

/// The federal register's own page about a number.
pub(crate) fn register(uid: &str) -> String {
    format!("https://www.uid.admin.ch/Detail.aspx?uid_id={uid}")
}
