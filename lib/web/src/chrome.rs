//! What surrounds every page: top bar, menus, foot. Its content is a slot, since the words and
//! addresses belong to features.

use crate::{Icon, Page};

/// A link in a bar or menu.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it leads.
    pub href: String,
    /// What it says, in full: on wide screens.
    pub label: &'static str,
    /// What it says in the bottom bar of a phone.
    pub short: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// How many things wait there.
    pub count: u64,
    /// Whether this page is it, or below it.
    pub current: bool,
}

/// A plain link.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: &'static str,
}

/// A column of links at the foot.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its title.
    pub title: &'static str,
    /// Its links.
    pub links: Vec<Link>,
}

/// Everything around a page.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The main navigation.
    pub nav: Vec<Item>,
    /// The one thing this kind of account does most, as a button.
    pub action: Option<Item>,
    /// Where the bell leads, for those who have one.
    pub bell: Option<String>,
    /// The account's own menu.
    pub menu: Vec<Item>,
    /// The line under the account's name.
    pub standing: &'static str,
    /// Where signing out is posted.
    pub sign_out: String,
    /// Where visitors sign in.
    pub sign_in: Link,
    /// Where visitors sign up.
    pub sign_up: Link,
    /// Added to the product's name, for the back office.
    pub suffix: &'static str,
    /// Whether the bar is that of the back office.
    pub staff: bool,
    /// What the product is, at the foot of public pages.
    pub motto: &'static str,
    /// Columns at the foot of public pages.
    pub columns: Vec<Column>,
    /// Links at the foot of pages for members.
    pub foot: Vec<Link>,
    /// Searched from a page that was not found: where, and what the field is called.
    pub search: Link,
    /// Where the site's own home is.
    pub home: String,
    /// Where help is asked for.
    pub contact: Link,
}

/// The slot: `server` fills it.
pub trait Source: Send + Sync {
    /// What surrounds this page.
    fn chrome(&self, page: &Page) -> Chrome;
}
