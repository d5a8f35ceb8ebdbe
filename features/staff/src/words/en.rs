//! English.

use i18n::Lang;

use super::{DeskPage, JobsPage, Words};

pub(super) static EN: Words = Words {
    desk: DeskPage {
        title: "Dashboard",
        lead: |waiting| match waiting {
            0 => "No dossier is waiting.".to_owned(),
            n => Lang::En.plural(
                n,
                "One dossier is waiting.".to_owned(),
                format!("{n} dossiers are waiting."),
            ),
        },
        freelances: "Freelances to review",
        companies: "Companies to verify",
        to_contact: "Freelances to contact",
        jobs: "Jobs given up",
        places: "Your tools",
        certification: "Certifications",
        certification_text: "Read documents, verify numbers, decide.",
        messages: "Messages received",
        messages_text: "What comes in through “Contact us”.",
        jobs_text: "What the platform could not do.",
    },
    jobs: JobsPage {
        title: "Jobs given up",
        lead: "A job is retried automatically for about two days, then given up and listed here.",
        created: |at| format!("created {at}"),
        ended: |at| format!("given up {at}"),
        attempts: |n| Lang::En.plural(n, format!("{n}\u{a0}attempt"), format!("{n}\u{a0}attempts")),
        retry: "Try again",
        retry_of: |name| format!("Try {name} again"),
        said: "The job is being retried.",
        gone: "This job is no longer given up: somebody has retried it in the meantime.",
        newest: "The newest",
        empty: "Everything was done",
        empty_text: "No job was given up.",
    },
};
