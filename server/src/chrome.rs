//! What surrounds every page: the words come from `site`, the addresses from each room.

use certification::rights::{COMPANY, FREELANCE, STAFF};
use web::{
    Icon, Page, Viewer,
    chrome::{Chrome, Column, Item, Link, Source},
};

/// Fills the slot of `lib/web`.
pub struct Surroundings;

/// Builds the items of one page.
struct Bar<'a>(&'a Page);

impl Bar<'_> {
    fn item(
        &self,
        href: &str,
        label: &'static str,
        short: &'static str,
        icon: &'static str,
        count: u64,
    ) -> Item {
        Item {
            href: href.to_owned(),
            label,
            short,
            icon: Icon(icon),
            count,
            current: self.0.is_at(href),
        }
    }

    /// At a page of one thing of a list: a company's missions have no list but « Gérer vos missions ».
    fn is_below(&self, list: &str) -> bool {
        self.0.path() != list && self.0.is_at(list)
    }

    fn plain(&self, href: &str, label: &'static str) -> Item {
        self.item(href, label, label, "circle", 0)
    }
}

fn link(href: &str, label: &'static str) -> Link {
    Link {
        href: href.to_owned(),
        label,
    }
}

impl Source for Surroundings {
    fn chrome(&self, page: &Page) -> Chrome {
        let w = site::chrome_words(page.lang());
        let bar = Bar(page);
        let viewer = page.viewer();
        let counts = page.member().map(|member| member.counts).unwrap_or_default();
        let (dashboard, settings, help) = (
            selection::paths::DASHBOARD,
            accounts::paths::SETTINGS,
            site::paths::HELP,
        );
        let messages = || {
            bar.item(
                messaging::paths::MESSAGES,
                w.messages,
                w.messages,
                "message-square",
                counts.messages,
            )
        };
        let home = bar.item(dashboard, w.dashboard, w.dashboard_short, "layout-dashboard", 0);
        let (nav, mut menu, standing) = if viewer.is(FREELANCE) {
            let nav = vec![
                home,
                bar.item(
                    missions::paths::MISSIONS,
                    w.search_missions,
                    w.search_short,
                    "search",
                    0,
                ),
                bar.item(
                    selection::paths::MY_MISSIONS,
                    w.my_missions,
                    w.my_missions,
                    "briefcase",
                    0,
                ),
                messages(),
            ];
            (
                nav,
                vec![bar.item(profiles::paths::PROFILE, w.profile, w.profile, "user", 0)],
                w.freelance,
            )
        } else if viewer.is(COMPANY) {
            let nav = vec![
                home,
                Item {
                    current: bar.0.is_at(selection::paths::MANAGE) || bar.is_below(missions::paths::MISSIONS),
                    ..bar.item(selection::paths::MANAGE, w.manage, w.manage_short, "briefcase", 0)
                },
                bar.item(
                    profiles::paths::FREELANCES,
                    w.search_freelances,
                    w.search_short,
                    "search",
                    0,
                ),
                messages(),
                bar.item(
                    profiles::paths::COMPANY,
                    w.company,
                    w.company_short,
                    "building-2",
                    0,
                ),
            ];
            (
                nav,
                vec![bar.item(profiles::paths::COMPANY, w.company, w.company, "building-2", 0)],
                w.a_company,
            )
        } else if viewer.is(STAFF) {
            let nav = vec![
                Item {
                    current: page.path() == staff::paths::DESK,
                    ..bar.item(
                        staff::paths::DESK,
                        w.dashboard,
                        w.dashboard,
                        "layout-dashboard",
                        0,
                    )
                },
                bar.item(
                    certification::paths::QUEUE,
                    w.certification_queue,
                    w.certification_queue,
                    "badge-check",
                    0,
                ),
                bar.item(staff::paths::JOBS, w.jobs, w.jobs, "clock", 0),
                bar.item(
                    site::paths::CONTACT_BOX,
                    w.contact_box,
                    w.contact_box_short,
                    "mail-check",
                    0,
                ),
            ];
            (nav, Vec::new(), w.staff)
        } else {
            let nav = vec![
                bar.plain(missions::paths::MISSIONS, w.missions),
                bar.plain(profiles::paths::FREELANCES, w.freelances),
                bar.plain(help, w.help),
            ];
            (nav, Vec::new(), "")
        };
        if viewer.is(FREELANCE) || viewer.is(COMPANY) {
            menu.push(bar.item(
                certification::paths::CERTIFICATION,
                w.certification,
                w.certification,
                "badge-check",
                0,
            ));
        }
        menu.push(bar.item(settings, w.settings, w.settings, "settings", 0));
        menu.push(bar.item(help, w.help, w.help, "life-buoy", 0));
        let is_staff = viewer.is(STAFF);
        let legal = |name: &str, label| link(&site::paths::legal(name), label);
        Chrome {
            nav,
            action: viewer
                .is(COMPANY)
                .then(|| bar.item(missions::paths::NEW, w.new_mission, w.new_mission, "plus", 0)),
            bell: (*viewer != Viewer::Visitor && !is_staff)
                .then(|| notifications::paths::NOTIFICATIONS.to_owned()),
            menu,
            standing,
            sign_out: accounts::paths::SIGN_OUT.to_owned(),
            sign_in: link(accounts::paths::SIGN_IN, w.sign_in),
            sign_up: link(accounts::paths::SIGN_UP, w.sign_up),
            suffix: if is_staff { w.back_office } else { "" },
            staff: is_staff,
            motto: w.motto,
            columns: vec![
                Column {
                    title: w.freelances,
                    links: vec![
                        link(missions::paths::MISSIONS, w.find_mission),
                        link(accounts::paths::SIGN_UP_FREELANCE, w.create_profile),
                    ],
                },
                Column {
                    title: w.companies,
                    links: vec![
                        link(profiles::paths::FREELANCES, w.search_freelances),
                        link(accounts::paths::SIGN_UP_COMPANY, w.publish_mission),
                    ],
                },
                Column {
                    title: w.about,
                    links: vec![
                        link(help, w.help_full),
                        link(site::paths::CONTACT, w.contact),
                        legal("privacy", w.privacy),
                        legal("terms", w.terms),
                        legal("imprint", w.imprint),
                    ],
                },
            ],
            foot: vec![
                link(help, w.help),
                link(site::paths::CONTACT, w.contact),
                legal("privacy", w.privacy),
                legal("terms", w.terms),
            ],
            search: link(missions::paths::MISSIONS, w.search_placeholder),
            home: if *viewer == Viewer::Visitor {
                site::paths::HOME.to_owned()
            } else {
                dashboard.to_owned()
            },
            contact: link(site::paths::CONTACT, w.contact),
        }
    }
}
