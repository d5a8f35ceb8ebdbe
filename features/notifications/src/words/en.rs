//! English.

use i18n::Lang;
use selection::events::Side;

use super::{Other, Sentence, Text, Told, Words};
use crate::kinds::Kind;

pub(super) static EN: Words = Words {
    title: "Notifications",
    unread: |n| match n {
        0 => "All read".to_owned(),
        n => format!("{n} {}", Lang::En.plural(n, "unread", "unread")),
    },
    mark_all: "Mark all as read",
    all_marked: "All your notifications are marked as read.",
    is_new: "Unread.",
    today: "Today",
    yesterday: "Yesterday",
    empty: "Nothing new for now",
    empty_text: "Proposals, answers and messages appear here as soon as they arrive.",
    older: "Older notifications",
    newest: "Back to the newest",
    pages: "Pages of notifications",
    by_mail: "News about your applications also reaches you by e-mail.",
    somebody: |side| match side {
        Side::Freelance => Other::unnamed("A freelance", "a freelance"),
        Side::Company => Other::unnamed("A company", "a company"),
    },
    notice,
    letter,
    reminder,
    hello: |first| match first {
        Some(first) => format!("Hello {first},"),
        None => "Hello,".to_owned(),
    },
    reason: |brand| {
        format!(
            "You receive this e-mail because it concerns one of your applications or missions on {brand}."
        )
    },
};

/// “Redesign”, or what stands for it.
fn mission(told: &Told) -> String {
    match &told.mission {
        Some(title) => format!("“{title}”"),
        None => "a mission".to_owned(),
    }
}

fn notice(kind: Kind, told: &Told) -> Sentence {
    let (other, within) = (&told.other.first, &told.other.within);
    let mission = mission(told);
    let company = told.side == Side::Company;
    let say = |strong: &str, rest: String| Sentence {
        strong: strong.to_owned(),
        rest,
    };
    match kind {
        Kind::Proposal if company => say(
            "Proposal received",
            format!(": {within} is interested in {mission}."),
        ),
        Kind::Proposal => say(
            "Proposal received",
            format!(": {within} is interested in you for {mission}."),
        ),
        Kind::ProposalSent => say("Proposal sent", format!(" to {within} for {mission}.")),
        Kind::InDiscussion => say(
            "Under discussion",
            format!(": {within} shares your interest in {mission}."),
        ),
        Kind::Applied => say(other, format!(" has applied for {mission}. The choice is yours.")),
        Kind::Chosen => say(
            other,
            format!(" has chosen you for {mission}. You have seven days to answer."),
        ),
        Kind::Concluded if company => say(
            "Candidate chosen",
            format!(": {within} and you have confirmed {mission}."),
        ),
        Kind::Concluded => say(
            "Mission confirmed",
            format!(": {within} and you have confirmed {mission}."),
        ),
        Kind::OtherChosen => say("Another profile was chosen", format!(" for {mission}.")),
        Kind::Rejected => say("Application not selected", format!(" by {within} for {mission}.")),
        Kind::Declined => say(other, format!(" is not going ahead with {mission}.")),
        Kind::MissionClosed => say(
            "Mission closed",
            format!(": {mission}. The conversation is archived."),
        ),
        Kind::MissionOnline => say(
            "Mission online",
            format!(": {mission}. Certified freelances can find it."),
        ),
        Kind::Certified if company => say(
            "Your company is certified.",
            " You can publish your missions.".to_owned(),
        ),
        Kind::Certified => say(
            "Your profile is certified.",
            " Companies find it as soon as it names trade, sector and city.".to_owned(),
        ),
        Kind::Refused => say(
            "Your registration was refused.",
            " See why, and complete your file.".to_owned(),
        ),
        Kind::Withdrawn => say(
            "Your certification was withdrawn.",
            " See why, and correct your file.".to_owned(),
        ),
        Kind::Message if told.mission.is_some() => say(other, format!(" wrote to you about {mission}.")),
        Kind::Message => say(other, " wrote to you.".to_owned()),
    }
}

fn letter(kind: Kind, told: &Told) -> Text {
    let (other, mission) = (&told.other.first, mission(told));
    let company = told.side == Side::Company;
    match kind {
        Kind::Proposal => Text {
            subject: format!("Proposal received: {mission}"),
            heading: "Proposal received",
            before: vec![if company {
                format!("{other} is interested in your mission.")
            } else {
                format!("{other} is interested in your profile for a mission.")
            }],
            after: vec!["The answer is yours: if you are interested too, you can talk freely. If not, you may decline without giving a reason.".to_owned()],
            button: "See the proposal",
            quote_intro: "Their message:",
            ..Text::default()
        },
        Kind::ProposalSent => Text {
            subject: format!("Proposal sent: {mission}"),
            heading: "Proposal sent",
            before: vec![format!("{other} has received your proposal.")],
            after: vec!["You will hear from us as soon as an answer arrives. There is nothing else to do.".to_owned()],
            button: "See my proposal",
            ..Text::default()
        },
        Kind::InDiscussion => Text {
            subject: format!("Under discussion: {mission}"),
            heading: "Under discussion",
            before: vec![format!("{other} shares your interest. You can now talk freely.")],
            after: vec![if company {
                "Once you have decided, “Choose this candidate” validates the collaboration on your side. This is final.".to_owned()
            } else {
                "Once you have decided, “I am applying” validates the collaboration on your side. This is final.".to_owned()
            }],
            button: "Open the conversation",
            ..Text::default()
        },
        Kind::Applied => Text {
            subject: format!("{other} has applied: {mission}"),
            heading: "The choice is yours",
            before: vec![format!("{other} has applied. This is final on their side.")],
            after: vec!["“Choose this candidate” concludes the collaboration. “Reject this candidate” ends the application. Both are final.".to_owned()],
            button: "Answer the application",
            ..Text::default()
        },
        Kind::Chosen => Text {
            subject: format!("You are chosen: {mission}"),
            heading: "You are chosen",
            before: vec![format!("{other} has chosen you. This is final on their side, and the mission is reserved for you for 7 days, until {}.", told.until)],
            after: vec!["“I am applying” concludes the collaboration. If you have changed your mind, answer “I’m not interested”. Both are final.".to_owned()],
            button: "Answer",
            ..Text::default()
        },
        Kind::Concluded => Text {
            subject: if company { format!("Candidate chosen: {mission}") } else { format!("Mission confirmed: {mission}") },
            heading: if company { "Candidate chosen" } else { "Mission confirmed" },
            before: vec![format!("{other} and you have confirmed: the collaboration officially begins. Here is what comes next.")],
            points: vec![
                "Your e-mail addresses are now shared, beside your conversation.",
                "Agree on the first day and on your tools. Your conversation stays open and saved.",
                "Decide together how to invoice: SPS payrolling or on your own.",
            ],
            after: vec![
                "We advise you to contact SPS for the contract, the invoices and the salary.".to_owned(),
                format!("{} verifies profiles, but neither contracts nor means of payment. Without SPS, we cannot help with an unpaid invoice.", told.brand),
            ],
            button: "Open the conversation",
            ..Text::default()
        },
        Kind::OtherChosen => Text {
            subject: format!("Another profile was chosen: {mission}"),
            heading: "Another profile was chosen",
            before: vec![format!("{other} has chosen another profile for {mission}.")],
            after: vec!["Thank you for your interest. The conversation about this mission is closed; the application stays visible in “My missions”.".to_owned()],
            button: "See my missions",
            ..Text::default()
        },
        Kind::Rejected => Text {
            subject: format!("Application not selected: {mission}"),
            heading: "Application not selected",
            before: vec![format!("{other} is not going ahead with you for {mission}.")],
            after: vec!["The conversation about this mission is closed; the application stays visible in “My missions”.".to_owned()],
            button: "See my missions",
            quote_intro: "Their message:",
            ..Text::default()
        },
        Kind::Declined => Text {
            subject: format!("{other} is not going ahead: {mission}"),
            heading: "The freelance is not going ahead",
            before: vec![format!("{other} is not going ahead with {mission}.")],
            after: vec!["The conversation is closed. Other candidates may be waiting already.".to_owned()],
            button: "View the candidates",
            quote_intro: "Their message:",
            ..Text::default()
        },
        Kind::MissionClosed => Text {
            subject: format!("Mission closed: {mission}"),
            heading: "Mission closed",
            before: vec![format!("The mission {mission} is closed: nobody will be chosen for it.")],
            after: vec!["Your conversation is archived: you can read it again, but no longer answer.".to_owned()],
            button: "See my missions",
            ..Text::default()
        },
        Kind::MissionOnline | Kind::Certified | Kind::Refused | Kind::Withdrawn | Kind::Message => Text::default(),
    }
}

fn reminder(told: &Told) -> Text {
    let until = &told.until;
    Text {
        subject: format!("Your answer is awaited: {}", mission(told)),
        heading: "Your answer is awaited",
        before: vec![format!(
            "{} has chosen you. The mission is reserved for you until {until}; after that it returns to the search.",
            told.other.first
        )],
        ..letter(Kind::Chosen, told)
    }
}
