//! English.

mod help;
mod legal;

use i18n::Lang;

use super::{Arrived, Contact, Home, Inbox, Words};

pub(super) static EN: Words = Words {
    home: HOME,
    help: help::HELP,
    contact: CONTACT,
    inbox: INBOX,
    legal: legal::LEGAL,
};

/// « 505 freelances »: a number and what it counts.
fn count(n: usize, one: &str, more: &str) -> String {
    format!(
        "{}\u{a0}{}",
        Lang::En.number(n as i64),
        Lang::En.plural(n as u64, one, more)
    )
}

const HOME: Home = Home {
    title: "Verified freelances, Swiss missions",
    description: |brand| {
        format!(
            "{brand} brings together certified freelances and companies in Switzerland and its border regions: marketing, data, IT, HR, legal and strategy."
        )
    },
    headline: "Verified freelances. Swiss missions.",
    lead: |brand| {
        format!(
            "{brand} brings together certified freelances and the companies looking for them, in Switzerland and its border regions."
        )
    },
    to_dashboard: "Go to my dashboard",
    want_freelance: "I am looking for a freelance",
    want_mission: "I am looking for a mission",
    proof_checked: "Permit and address checked",
    proof_where: "Switzerland and border regions",
    proof_payroll: "{payroll} payrolling if you wish",
    art_title: "Every profile is examined",
    art_text: "By our team, before anyone sees it",
    art_badge: "Certified profile",
    trades: "Four service-sector fields",
    certified_count: |n| count(n, "certified freelance", "certified freelances"),
    freelances_count: |n| count(n, "freelance", "freelances"),
    categories: [
        "Brand, content, SEO, events",
        "Product, development, data, cloud",
        "Recruitment, payroll, contracts, data protection",
        "Projects, finance, transition, consulting",
    ],
    other_trade: "Your field is not among them? Our staffing group covers others.",
    other_trade_link: "Write to us and we will point the way",
    newest: "The latest missions",
    all_missions: |n| match n {
        1 => "See the mission".to_owned(),
        n => format!("See all {} missions", Lang::En.number(n as i64)),
    },
    flow: "Two clicks to meet, two to commit",
    steps: [
        (
            "An interest",
            "“I am interested in this mission” or “I am interested in this profile”: the other side receives your proposal.",
        ),
        (
            "A discussion",
            "You are both interested? Messaging opens. Ask your questions, with no commitment.",
        ),
        (
            "A validation",
            "The freelance applies, the company chooses. The collaboration officially begins.",
        ),
        (
            "A contract",
            "{payroll} takes care of the contract, the invoices and the salary. Or you handle everything yourselves.",
        ),
    ],
    certified: "Profiles certified one by one",
    certified_lead: "Nobody appears here before our team has looked. And nobody sees more than they need to.",
    certified_facts: [
        (
            "Freelances",
            "Work permit and proof of address examined before publication",
        ),
        (
            "Companies",
            "Swiss registration number verified before the first mission",
        ),
        ("Visitors", "See a sector, a town and five skills, never a name"),
        (
            "Members",
            "Certified companies see the whole profile, certified freelances the whole mission",
        ),
    ],
    all_freelances: "Browse profiles",
    payroll: "Get paid without the paperwork",
    payroll_lead: "With {payroll} payrolling you stay a freelance and are employed: the contract, the invoices and the salary are in the hands of a dedicated expert.",
    payroll_facts: [
        ("Contract", "Drawn up and managed for you, with the company"),
        ("Invoices", "Sent to the company and followed up by {payroll}"),
        ("Salary", "Calculated and paid by {payroll}"),
        (
            "Cost",
            "A percentage of the rate. Never required: you choose for each mission",
        ),
    ],
    payroll_more: "More about payrolling",
    questions: "Common questions",
    answers: [
        (
            "Who can use {brand}?",
            "Service-sector freelances with a work permit that is valid or being validated, and a proof of address. For companies, a Swiss registration number is enough.",
        ),
        (
            "How is my profile certified?",
            "You upload your mandatory documents. Our team examines them, then makes your profile visible.",
        ),
        (
            "Who sees my profile?",
            "Visitors see your sector, your town and five skills. The whole profile is for member companies only.",
        ),
        (
            "Is payrolling required?",
            "No. For each mission you choose between {payroll} and your own invoicing.",
        ),
    ],
    all_questions: "All questions",
    begin: "Ready to begin?",
    see_missions: "See the missions",
};

const CONTACT: Contact = Contact {
    title: "Contact us",
    description: |brand| format!("Write to the team of {brand}."),
    lead: "A question, a request, something wrong? Someone from our team will read your message and answer.",
    topic: "Topic",
    topic_hint: "For a registration number, give the old one and the new one in your message.",
    topic_first: "Choose a topic",
    name: "Your name",
    email: "Your e-mail address",
    email_hint: "We reply to this address. It is used for nothing else.",
    message: "Your message",
    message_hint: "Between 20 and 4’000 characters.",
    send: "Send the message",
    sent: "Your message is saved",
    sent_text: "Our team will read it and reply by e-mail to the address you gave. A confirmation is on its way: if it does not arrive, look in your junk folder, then check the address.",
    back_home: "Back to home",
    topics: [
        "General question",
        "My account or signing in",
        "Certification and documents",
        "Registration number",
        "Payrolling and invoicing",
        "A field outside the four categories",
        "Content to report",
        "Something else",
    ],
    letter: Arrived {
        heading: "Your message has arrived",
        read: "Someone from our team will read it and reply to this address. There is nothing else you need to do.",
        meanwhile: "In the meantime, the help may already answer your question.",
        button: "Open the help",
        reason: "You receive this e-mail because this address was given in “Contact us” on {brand}. Was it not you? You can ignore it.",
    },
};

const INBOX: Inbox = Inbox {
    title: "Messages received",
    waiting: |n| match n {
        0 => "All dealt with".to_owned(),
        n => format!("{n} to deal with"),
    },
    empty: "No message",
    empty_text: "What is written through “Contact us” arrives here.",
    member: "Signed-in account",
    handle: "Mark as dealt with",
    handled: |when| format!("Dealt with · {when}"),
    said_handled: "The message is marked as dealt with.",
    older: "Older messages",
    newest: "Back to the newest",
    pages: "Pages of messages",
};
