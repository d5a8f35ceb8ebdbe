//! What is typed, and what it must be.

use i18n::{Lang, zurich_day};
use serde::Deserialize;
use swiss::{Place, Uid, places};
use web::{Faults, Page, Text};

use crate::{
    dossier::{Dossier, Firm, Person, is_seat},
    rules::Permit,
    words::words,
};

const NAME: Text = Text::line(1, 80);
const FIRM: Text = Text::line(1, 120);
const STREET: Text = Text::line(2, 120);
const PLACE: Text = Text::line(1, 80);
/// The longest way to write a number down is about half of this.
const UID: Text = Text::line(1, 40);

/// The fields of both forms, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub first: String,
    pub last: String,
    pub company: String,
    pub uid: String,
    pub contact_person: String,
    pub street: String,
    pub place: String,
    pub permit: String,
    pub valid_until: String,
    pub contact_me: String,
}

impl Typed {
    /// What was handed in before, to be corrected.
    pub(super) fn of(dossier: &Dossier) -> Typed {
        let text = |text: &str| text.to_owned();
        Typed {
            first: text(&dossier.first),
            last: text(&dossier.last),
            company: text(&dossier.company),
            uid: text(&dossier.uid),
            contact_person: text(&dossier.contact_person),
            street: text(&dossier.street),
            place: dossier.place(),
            permit: dossier.permit.map(Permit::code).unwrap_or_default(),
            valid_until: dossier.valid_until.map(|day| day.to_string()).unwrap_or_default(),
            contact_me: text(if dossier.contact_me { "yes" } else { "" }),
        }
    }

    /// What came with the files.
    pub(super) fn received(received: &web::Received) -> Typed {
        let text = |name: &str| received.text(name).to_owned();
        Typed {
            first: text("first"),
            last: text("last"),
            street: text("street"),
            place: text("place"),
            permit: text("permit"),
            valid_until: text("valid_until"),
            contact_me: text("contact_me"),
            ..Typed::default()
        }
    }

    pub(super) fn wants_contact(&self) -> bool {
        self.contact_me == "yes"
    }

    /// A freelance's fields. Who has no permit yet and asks to be contacted gives a name at least (R31).
    pub(super) fn person(&self, page: &Page, faults: &mut Faults) -> Person {
        let contact_me = self.wants_contact();
        let needed = |text: Text| if contact_me { text.optional() } else { text };
        let first = faults.text("first", &self.first, NAME);
        let last = faults.text("last", &self.last, NAME);
        let (permit, valid_until) = if contact_me {
            (None, None)
        } else {
            self.permit(page, faults)
        };
        let street = faults.text("street", &self.street, needed(STREET));
        let place = self.place(page.lang(), faults, needed(PLACE));
        Person {
            first,
            last,
            street,
            place: place.map(Place::key).unwrap_or_default(),
            permit,
            valid_until,
            contact_me,
        }
    }

    /// The permit and, where one stands on it, its last day (R13, A11).
    fn permit(&self, page: &Page, faults: &mut Faults) -> (Option<Permit>, Option<chrono::NaiveDate>) {
        let permit = faults.choice("permit", &self.permit, Permit::parse);
        if !permit.is_some_and(Permit::ends) {
            return (permit, None);
        }
        let until = faults.day("valid_until", &self.valid_until);
        if until.is_some_and(|until| until < zurich_day(page.now())) {
            faults.add("valid_until", words(page.lang()).fault.ended);
        }
        (permit, until)
    }

    /// A company's fields; `None` with a fault when the number is none.
    pub(super) fn firm(&self, page: &Page, faults: &mut Faults) -> Option<Firm> {
        let w = &words(page.lang()).fault;
        let name = faults.text("company", &self.company, FIRM);
        let uid = number(page.lang(), faults, &self.uid);
        let contact_person = faults.text("contact_person", &self.contact_person, NAME);
        let street = faults.text("street", &self.street, STREET);
        let place = self.place(page.lang(), faults, PLACE);
        if place.is_some_and(|place| !is_seat(place)) {
            faults.add("place", w.seat_abroad);
        }
        Some(Firm {
            name,
            uid: uid?,
            contact_person,
            street,
            place: place.map(Place::key).unwrap_or_default(),
        })
    }

    /// A place in Switzerland or in the border region: the list holds no other (R12, A13).
    fn place(&self, lang: Lang, faults: &mut Faults, bounds: Text) -> Option<&'static Place> {
        let typed = faults.text("place", &self.place, bounds);
        if typed.is_empty() {
            return None;
        }
        let place = places::exact(&typed);
        if place.is_none() {
            let near = places::find(&typed, 3);
            let near: Vec<String> = near.into_iter().map(ToString::to_string).collect();
            faults.add("place", (words(lang).fault.unknown_place)(&near));
        }
        place
    }
}

/// A registration number; `None` with a fault when it is none.
pub(crate) fn number(lang: Lang, faults: &mut Faults, typed: &str) -> Option<Uid> {
    let typed = faults.text("uid", typed, UID);
    let uid = Uid::parse(&typed);
    if let (Err(fault), None) = (&uid, faults.of("uid")) {
        faults.add("uid", (words(lang).fault.uid)(*fault));
    }
    uid.ok()
}
