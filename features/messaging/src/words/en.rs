//! English.

use super::{ComposerWords, ListWords, ThreadWords, Words};
use crate::rules::{Kind, Refusal, Side};

pub(super) static EN: Words = Words {
    title: "Messages",
    tabs: "Conversations",
    current: "Current",
    archived: "Archived",
    gone: "Deleted account",
    yesterday: "yesterday",
    list: ListWords {
        unread: "Unread: ",
        by_you: |words| format!("You: {words}"),
        nothing_said: "No message yet",
        pages: "Pages of conversations",
        older: "Older",
        newest: "Most recent",
        choose: "Choose a conversation",
        choose_text: "It appears here, with the mission and the next steps.",
        empty: "You have no messages yet",
        empty_text: |side| match side {
            Side::Freelance => {
                "Conversations start as soon as you or a company show interest in working together."
            }
            Side::Company => {
                "Conversations start as soon as you or a freelance show interest in working together."
            }
        },
        empty_archive: "No archived conversations",
        empty_archive_text: "A conversation moves here when its mission is closed. You can always read it again.",
        search: |side| match side {
            Side::Freelance => "Search for a mission",
            Side::Company => "Search for a freelance",
        },
    },
    thread: ThreadWords {
        back: "Back to the conversations",
        steps: "Steps",
        answer: "Answer",
        beside: "Mission and steps of the selection",
        scroller: "Thread of messages",
        log: "Messages",
        is_archived: "Archived",
        mark_read: "Mark as read",
        earlier: "Earlier messages",
        latest: "Back to the latest messages",
        you_at: |time| format!("You, {time}"),
        other_at: |name, time| format!("{name}, {time}"),
        read: ". Read",
        noted: |kind, side, by| match (kind, by) {
            (Kind::Opened, None) => match side {
                Side::Freelance => "You showed interest in this mission.".to_owned(),
                Side::Company => "You proposed this mission.".to_owned(),
            },
            (Kind::Opened, Some(name)) => match side {
                Side::Freelance => format!("{name} proposes this mission to you."),
                Side::Company => format!("{name} is interested in your mission."),
            },
            (Kind::Accepted, None) => "You share the interest. You can now write freely.".to_owned(),
            (Kind::Accepted, Some(name)) => {
                format!("{name} shares your interest. You can now write freely.")
            }
            (Kind::Applied, None) => "You applied.".to_owned(),
            (Kind::Applied, Some(name)) => format!("{name} applied. The choice is yours."),
            (Kind::Chosen, None) => "You made your choice.".to_owned(),
            (Kind::Chosen, Some(name)) => format!("{name} chose you. It is up to you to apply."),
            (Kind::Concluded, None) => "You agreed. The collaboration is concluded.".to_owned(),
            (Kind::Concluded, Some(name)) => format!("{name} agreed. The collaboration is concluded."),
            (Kind::Archived | Kind::Message, _) => {
                "The mission is closed. The conversation is archived.".to_owned()
            }
        },
    },
    composer: ComposerWords {
        label: "Your message",
        write_to: |name| format!("Write to {name}…"),
        send: "Send",
        refusal: |refusal| match refusal {
            Refusal::AwaitsAnswer => {
                "Your first message is on its way. The next one can follow once the other side has answered or accepted."
            }
            Refusal::Archived => "The conversation has just been archived: this message was not sent.",
            Refusal::Vanished => "This conversation no longer exists.",
            Refusal::OtherNotCertified => {
                "The other account is not certified at the moment: this message was not sent."
            }
            Refusal::Overtaken => {
                "Another message was sent at the same moment. Read the thread again, then send yours."
            }
        },
        closed: |refusal, name| match refusal {
            Refusal::AwaitsAnswer => (
                "Your message is sent.",
                format!("You can write again once {name} has answered or accepted."),
            ),
            Refusal::OtherNotCertified => (
                "Conversation on hold.",
                format!("{name} is not certified at the moment. You keep the history."),
            ),
            Refusal::Archived | Refusal::Vanished | Refusal::Overtaken => (
                "Read-only conversation.",
                "You keep the history, but no more messages can be sent.".to_owned(),
            ),
        },
        too_fast: "Many messages were sent in a short time. Your text is kept: send it again in a minute.",
    },
};
