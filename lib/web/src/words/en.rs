//! English.

use super::{FaultWords, KeptWords, ProblemWords, Said, Words};
use i18n::Lang;

pub(super) static EN: Words = Words {
    skip: "Skip to content",
    brand_home: ", home",
    main_nav: "Main navigation",
    language: "Language",
    language_in_menu: "Language (menu)",
    language_at_foot: "Language (footer)",
    menu: "Menu",
    notifications: |n| match n {
        0 => "Notifications".to_owned(),
        n => format!("Notifications, {n} unread"),
    },
    my_account: |initials| format!("{initials}, my account"),
    sign_out: "Sign out",
    waiting: " waiting",
    optional: "optional",
    cancel: "Cancel",
    pages: "Pages of results",
    next: "Next",
    range: |from, to, total, lang| {
        format!(
            "{from} to {to} of {}",
            lang.number(i64::try_from(total).unwrap_or(i64::MAX))
        )
    },
    check_fields: |faults| match faults {
        1 => "One field needs another look",
        _ => "Some fields need another look",
    },
    secret_again: "Enter it again: a password is never given back.",
    error: "Error: ",
    fault: FaultWords {
        named: |label, sentence| format!("{label}: {sentence}"),
        too_fast: "That was a lot in a short time. What you typed is kept.",
        missing: "Please fill this in.",
        too_short: |missing| {
            Lang::En.plural(
                missing as u64,
                "One character is missing.".to_owned(),
                format!("{missing} characters are missing."),
            )
        },
        too_long: |most, over| {
            format!(
                "That is {} too many: at most {} characters.",
                Lang::En.number(over as i64),
                Lang::En.number(most as i64)
            )
        },
        control: "This text contains an invisible character. Please type it again.",
        not_a_number: "Write a whole number, in digits.",
        too_small: |least| format!("The minimum is {least}."),
        too_big: |most| format!("The maximum is {most}."),
        not_an_email: "This e-mail address is not complete. Example: name@example.ch",
        not_a_day: "Write a date that exists, as dd.mm.yyyy.",
        not_a_link: "Write an address that begins with https://",
        choose: "Choose one of the answers offered.",
        stale: "The page had been open for too long. What you typed is kept: read it again and send it once more.",
        file_empty: "This file is empty.",
        file_too_large: |most| format!("This file is too large: at most {most}."),
        file_kind: |allowed| format!("This type of file is not accepted. Accepted types: {allowed}."),
        file_broken_image: "This image is damaged. Save it again, then retry.",
        file_image_too_big: "This image has too many pixels. Make it smaller, then retry.",
        file_broken_pdf: "This PDF is damaged. Save it again, then retry.",
        file_pdf_too_big: "Once opened, this PDF is too large. Print it to PDF, then send the copy.",
        file_active_pdf: "This PDF contains a program or an attached file. Print it to PDF, then send the copy.",
        file_locked_pdf: "This PDF is protected by a password. Send a copy without protection.",
    },
    problem: ProblemWords {
        code: |status| format!("Error {status}"),
        reference: |reference| format!("Reference to give us: {reference}"),
        back_home: "Back to the home page",
        try_again: "Try again",
        search: "Search",
        not_found: Said {
            title: "This page does not exist, or no longer does.",
            text: "It may have been withdrawn, or the address has a typing mistake.",
        },
        forbidden: Said {
            title: "This page is not open to you.",
            text: "It needs another account than yours.",
        },
        bad_request: Said {
            title: "This request could not be read.",
            text: "Go back to the previous page, reload it and start again.",
        },
        head_too_large: Said {
            title: "This request is too long.",
            text: "Shorten the address, or clear this site’s cookies in your browser, then retry.",
        },
        misdirected: Said {
            title: "This name does not lead here.",
            text: "The address you asked for is not the one of this site. The link below leads there.",
        },
        method: Said {
            title: "This address is not used that way.",
            text: "Go back to the previous page and use its buttons.",
        },
        stale: Said {
            title: "This page has expired.",
            text: "Go back to the previous page, reload it and start again. Nothing was saved.",
        },
        ended: Said {
            title: "Your session has ended.",
            text: "Nothing was saved, but what you typed is kept on this page. Sign in in a new tab, then come back here to take it up again.",
        },
        kept: KeptWords {
            title: "What you typed",
            files: "Files cannot be kept. If you had chosen any, choose them again.",
            label: |place, of| match of {
                1 => "Your text".to_owned(),
                _ => format!("Text {place}"),
            },
            sign_in: "Sign in (new tab)",
            take_up: "Take it up again",
            resend: "Send again",
        },
        too_many: Said {
            title: "Too many attempts.",
            text: "To protect accounts we are taking a break. Nothing was saved.",
        },
        too_many_wait: |wait| {
            let minutes = wait.as_secs().div_ceil(60);
            Lang::En.plural(
                minutes,
                "Try again in a minute.".to_owned(),
                format!("Try again in {minutes} minutes."),
            )
        },
        too_large: Said {
            title: "That is too large.",
            text: "What you sent is over the accepted size. Make the file or the text smaller, then retry.",
        },
        unsupported: Said {
            title: "This format is not accepted.",
            text: "Go back to the previous page and use its form.",
        },
        timeout: Said {
            title: "Sending took too long.",
            text: "Check your connection, then retry.",
        },
        busy: Said {
            title: "One moment, please.",
            text: "The site cannot save anything just now. Try again in a minute.",
        },
        broken: Said {
            title: "Something broke on our side.",
            text: "It is not your fault, and we have been told. Try again in a moment.",
        },
    },
};
