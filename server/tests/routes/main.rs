//! Every route of the house, as every kind of visitor, on one's own objects, on those of others and on
//! missing ones; and every form with rubbish in it. The table of rights is the source: a new route is tested
//! the moment it is declared, and fails here until [`objects`] knows what its address is about.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

mod objects;
mod people;

use std::fmt::Write;

use jem::wiring;
use testing::{Client, Seen};
use web::routes::{Reach, Route};

use crate::{
    objects::{Objects, Whose},
    people::{KINDS, Kind, Stage},
};

/// What a right says to a kind of visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gate {
    /// Comes in.
    In,
    /// Is sent to sign in.
    SignIn,
    /// Reads what opens the page.
    Locked,
    /// Finds nothing.
    Hidden,
}

/// A freelance's whole profile (R41).
const PROFILE: &str = "certified company, staff, or the freelance themselves";

/// « Who sees what » of the requirements, by the names in the table. Written here a second time on purpose.
fn gate(right: &str, kind: Kind) -> Gate {
    use Gate::{Hidden, In, Locked, SignIn};
    use Kind::{Firm, Freelance, NewFirm, NewFreelance, Staff, Visitor};
    match (right, kind) {
        ("visitor", _) => In,
        (_, Visitor) => SignIn,
        ("member", _) => In,
        ("staff", Staff) => In,
        // Which freelance it is, the page itself looks at.
        (PROFILE, Freelance | NewFreelance | Firm | Staff) => In,
        (PROFILE, NewFirm) => Locked,
        ("freelance" | "freelance or company", Freelance | NewFreelance) => In,
        ("company" | "freelance or company", Firm | NewFirm) => In,
        ("certified freelance" | "certified freelance or company", Freelance) => In,
        ("certified freelance" | "certified freelance or company", NewFreelance) => Locked,
        ("certified company" | "certified freelance or company", Firm) => In,
        ("certified company" | "certified freelance or company", NewFirm) => Locked,
        (
            "staff"
            | "freelance"
            | "company"
            | "freelance or company"
            | "certified freelance"
            | "certified company"
            | "certified freelance or company",
            _,
        ) => Hidden,
        (unknown, _) => panic!("no line for the right « {unknown} »"),
    }
}

async fn ask(client: &Client, route: &Route, path: &str) -> Seen {
    match route.method {
        "GET" => client.get(path).await,
        _ => client.post(path, &[]).await,
    }
}

fn breach(wrong: &mut String, route: &Route, kind: Kind, whose: Whose, seen: &Seen, due: &str) {
    let (method, path, status) = (route.method, route.path, seen.status);
    writeln!(
        wrong,
        "{method} {path} as {kind:?}, {whose:?}: {status}, should be {due}"
    )
    .unwrap();
}

/// Whether this answer means « there is nothing here for you ».
fn is_hidden(seen: &Seen) -> bool {
    seen.status == 404
}

testing::on_both_engines! {
    // R34-R38, R86-R90, A12: whoever a route does not admit is turned away before anything else.
    async fn the_gate_of_every_route_says_the_same_as_who_sees_what(engine) {
        let stage = Stage::build(engine).await;
        let mut wrong = String::new();
        for route in wiring::routes(site::Payroll::default()).table() {
            for kind in KINDS {
                let path = stage.objects.fill(route, kind, Whose::Missing);
                let seen = ask(&stage.client(kind), route, &path).await;
                let (due, holds) = match gate(route.right, kind) {
                    Gate::SignIn => ("sign in", seen.status == 303 && seen.location().starts_with("/sign-in")),
                    Gate::Locked => ("locked", seen.status == 403),
                    Gate::Hidden => ("404", is_hidden(&seen)),
                    Gate::In => ("let in", !matches!(seen.status, 403 | 500..)),
                };
                if !holds {
                    breach(&mut wrong, route, kind, Whose::Missing, &seen, due);
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    // Objects of one's own are there, those of others and missing ones are not, and the two look alike.
    async fn an_object_is_found_by_its_owner_alone(engine) {
        let stage = Stage::build(engine).await;
        let mut wrong = String::new();
        for route in wiring::routes(site::Payroll::default()).table().iter().filter(|route| Objects::has_one(route)) {
            for kind in KINDS.into_iter().filter(|kind| gate(route.right, *kind) == Gate::In) {
                for whose in [Whose::Missing, Whose::Others] {
                    if whose == Whose::Others && route.reach == Reach::Any {
                        continue;
                    }
                    let path = stage.objects.fill(route, kind, whose);
                    let seen = ask(&stage.client(kind), route, &path).await;
                    if !is_hidden(&seen) && !Objects::says_the_same_of_all(route) {
                        breach(&mut wrong, route, kind, whose, &seen, "404");
                    }
                }
                let path = stage.objects.fill(route, kind, Whose::Own);
                let seen = stage.client(kind).get(&path).await;
                let is_page = route.method == "GET" && Objects::is_for(route, kind);
                if is_page && !matches!(seen.status, 200 | 303) {
                    breach(&mut wrong, route, kind, Whose::Own, &seen, "there");
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    // « Every form: missing, too long, wrong type, HTML, control characters, 100 kB in a field »: never a
    // mistake of ours, never axum's own words.
    async fn no_form_breaks_on_rubbish(engine) {
        let stage = Stage::build(engine).await;
        let long = "x".repeat(100_000);
        let mut wrong = String::new();
        for route in wiring::routes(site::Payroll::default()).table().iter().filter(|route| route.method == "POST") {
            for kind in KINDS.into_iter().filter(|kind| gate(route.right, *kind) == Gate::In) {
                let client = stage.client(kind);
                let path = stage.objects.fill(route, kind, Whose::Own);
                for rubbish in ["", "<script>alert(1)</script>", "\0\u{202e}\u{7}", "-1e999", "'; --", "ﷺ🀄", &long] {
                    let fields: Vec<(&str, &str)> = FIELDS.iter().map(|name| (*name, rubbish)).collect();
                    let seen = client.post(&path, &fields).await;
                    if seen.status >= 500 || is_foreign(&seen) {
                        breach(&mut wrong, route, kind, Whose::Own, &seen, "a page of ours");
                    }
                }
                let files: Vec<(&str, &str, &[u8])> = FIELDS.iter().map(|name| (*name, "x.exe", &b"MZ"[..])).collect();
                let seen = client.upload(&path, &[], &files[..8]).await;
                if seen.status >= 500 || is_foreign(&seen) {
                    breach(&mut wrong, route, kind, Whose::Own, &seen, "a page of ours");
                }
                let seen = client.post_with_key(&path, "forged", &[]).await;
                if !matches!(seen.status, 303 | 403 | 404 | 410 | 415 | 422) {
                    breach(&mut wrong, route, kind, Whose::Own, &seen, "refused without a key");
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    // A query that nobody wrote is no filter, and never an error.
    async fn no_page_breaks_on_a_junk_query(engine) {
        let stage = Stage::build(engine).await;
        let mut wrong = String::new();
        let junk = "?page=-1&page=x&q=%00%ff&lang=xx&sort=%F0&category=&category=%2e&rate_from=1e9&after=zz&before=%25&tab=%3C&topic=1&next=//x&%=%&a";
        for route in wiring::routes(site::Payroll::default()).table().iter().filter(|route| route.method == "GET") {
            for kind in KINDS {
                let path = stage.objects.fill(route, kind, Whose::Own) + junk;
                let seen = stage.client(kind).get(&path).await;
                if seen.status >= 500 || is_foreign(&seen) {
                    breach(&mut wrong, route, kind, Whose::Own, &seen, "a page of ours");
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }
}

/// Names of fields of any form of the house.
const FIELDS: &[&str] = &[
    "email",
    "password",
    "old",
    "new",
    "number",
    "first_name",
    "last_name",
    "first",
    "last",
    "name",
    "company_name",
    "contact_person",
    "street",
    "place",
    "city",
    "permit",
    "valid_until",
    "contact_me",
    "document",
    "address",
    "headline",
    "description",
    "skills",
    "day_rate",
    "category",
    "categories",
    "presentation",
    "sector",
    "website",
    "role",
    "logo",
    "title",
    "workplace",
    "months",
    "activity",
    "start",
    "experience_years",
    "payroll",
    "text",
    "reason",
    "mission",
    "message",
    "back",
    "ground",
    "topic",
    "next",
    "lang",
];

/// Whether the answer is a layer's own text and not a page of ours.
fn is_foreign(seen: &Seen) -> bool {
    let text = seen.text();
    [
        "Failed to deserialize",
        "Invalid URL",
        "unknown field",
        "missing field",
        "expected",
        "Cannot parse",
    ]
    .iter()
    .any(|foreign| text.starts_with(foreign))
}

/// The table itself, so that a changed right is seen by whoever reads the change.
#[test]
fn the_table_of_rights_is_the_one_we_agreed_on() {
    let mut table = String::new();
    for route in wiring::routes(site::Payroll::default()).table() {
        let reach = if route.reach == Reach::Own { "own" } else { "any" };
        writeln!(
            table,
            "{:4} {:45} {:31} {reach}",
            route.method, route.path, route.right
        )
        .unwrap();
    }
    insta::assert_snapshot!(table);
}
