//! Every route of the house, as every kind of visitor, on one's own objects, on those of others and on
//! missing ones; and every form with rubbish in it. The table of rights is the source: a new route is tested
//! the moment it is declared, and fails here until [`objects`] knows what its address is about.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

mod forms;
mod objects;
mod people;

use std::{collections::BTreeSet, fmt::Write};

use jem::{demo, wiring};
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
        // What an owner sends is taken, or refused in place. Last: much of it ends what it is about.
        let routes = wiring::routes(site::Payroll::default());
        let (end, go_on): (Vec<_>, Vec<_>) =
            routes.table().iter().filter(|route| Objects::has_one(route)).partition(|route| route.path.ends_with("/closure"));
        for route in go_on.into_iter().chain(end) {
            let owners = KINDS.into_iter().filter(|kind| gate(route.right, *kind) == Gate::In);
            for kind in owners.filter(|kind| route.method == "POST" && Objects::is_for(route, *kind)) {
                let path = stage.objects.fill(route, kind, Whose::Own);
                let seen = stage.client(kind).post(&path, &[]).await;
                if !matches!(seen.status, 303 | 409 | 422) {
                    breach(&mut wrong, route, kind, Whose::Own, &seen, "taken, or refused in place");
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    // R84, R86, A24: what a company says of itself is found as long as it is certified, and it is told when it no
    // longer is.
    async fn a_company_is_found_while_it_is_certified(engine) {
        let stage = Stage::build(engine).await;
        let (lea, mara) = (stage.client(Kind::Freelance), stage.client(Kind::Staff));
        // What is planted stands on no shelf yet.
        let certified = certification::events::Certified { account: demo::BRUN, role: "company".to_owned() };
        let tx = stage.house.app.begin().await.unwrap();
        stage.house.app.record(&tx, &certified).await.unwrap();
        tx.commit().await.unwrap();
        stage.house.settle().await;
        lea.get("/missions").await.is(200).says("Atelier Brun").hides("Maison Neuve");
        let dossier = certification::paths::dossier(demo::BRUN);
        let seen = mara.get(&dossier).await.attribute("input[name=version]", "value").expect("a version");
        let fields = [("version", seen.as_str()), ("ground", "documents"), ("message", "Ce numéro est radié.")];

        mara.post(format!("{dossier}/refusal"), &fields).await.is(303);
        stage.house.settle().await;

        lea.get("/missions").await.is(200).hides("Atelier Brun");
        let brun = stage.client(Kind::Firm);
        brun.get("/notifications").await.says("Votre certification a été retirée.").hides("inscription a été refusée");
        brun.get("/certification").await.says("Votre numéro d’immatriculation n’est pas à jour");
    }

    // « Every form: missing, too long, wrong type, wrong language characters, HTML, control characters, 100 kB in a
    // field: a sentence at the field or a refusal in place, what was typed is kept, nothing is written »: field by
    // field, of the forms as their pages show them.
    async fn every_form_says_what_is_wrong_and_keeps_the_rest(engine) {
        let (mut wrong, mut tried, mut sent, mut shown) = (Vec::new(), BTreeSet::new(), 0, 0);
        for kind in KINDS {
            let stage = Stage::build(engine).await;
            let pages = forms::pages(&stage, kind);
            let mut people = vec![(format!("{kind:?}"), stage.client(kind))];
            if kind == Kind::NewFreelance || kind == Kind::NewFirm {
                people.push((format!("newcomer {kind:?}"), stage.newcomer(kind).await));
            }
            for (who, client) in people {
                let (faults, times) = forms::try_all(&stage, &who, &client, &pages, &mut tried).await;
                wrong.extend(faults);
                sent += times;
            }
            for kind in KINDS {
                let pages = forms::pages(&stage, kind);
                let (raw, times) = forms::read_back(&stage.client(kind), &pages).await;
                wrong.extend(raw.into_iter().map(|page| format!("{page} as {kind:?} holds what was typed as HTML")));
                shown += times;
            }
        }
        assert!(sent > 500 && shown > 5, "only {sent} forms sent, {shown} pages show what was typed");
        println!("{} forms sent {sent} times, {shown} pages show it", tried.len());
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    // Whatever is sent to whichever address, with fields or without: never a mistake of ours, never axum's own words.
    async fn no_address_breaks_on_a_form_that_is_none(engine) {
        let stage = Stage::build(engine).await;
        let mut wrong = String::new();
        for route in wiring::routes(site::Payroll::default()).table().iter().filter(|route| route.method == "POST") {
            for kind in KINDS.into_iter().filter(|kind| gate(route.right, *kind) == Gate::In) {
                let client = stage.client(kind);
                let path = stage.objects.fill(route, kind, Whose::Own);
                let forged = client.post_with_key(&path, "forged", &[]).await;
                if !matches!(forged.status, 303 | 403 | 404 | 410 | 415 | 422) {
                    breach(&mut wrong, route, kind, Whose::Own, &forged, "refused without a key");
                }
                let files: [(&str, &str, &[u8]); 2] = [("x", "x.exe", b"MZ"), ("logo", "x.exe", b"MZ")];
                for seen in [client.post(&path, &[("x", "1"), ("x", "2")]).await, client.upload(&path, &[], &files).await] {
                    if seen.status >= 500 || is_foreign(&seen) {
                        breach(&mut wrong, route, kind, Whose::Own, &seen, "a page of ours");
                    }
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
