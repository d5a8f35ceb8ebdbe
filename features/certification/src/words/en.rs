//! English.

use i18n::Lang;
use swiss::UidFault;

use super::{
    DossierPage, Fault, FormWords, LetterWords, Locked, News, OwnPage, QueuePage, Stage, Text, Words,
};
use crate::{
    Standing,
    rules::{Decision, Ground, Paper, Permit, Refusal},
    store::Tab,
};

pub(super) static EN: Words = Words {
    locked: Locked {
        title: "This page is for certified members.",
        text: "It opens with your certification, like missions, full profiles and messages.",
        label: "See my file",
    },
    standing: |standing, company| match (standing, company) {
        (Standing::Draft, false) => "Documents to send",
        (Standing::Draft, true) => "Number to send",
        (Standing::ToContact, _) => "Contact requested",
        (Standing::InReview, false) => "Documents under review",
        (Standing::InReview, true) => "Number being verified",
        (Standing::Certified, false) => "Certified profile",
        (Standing::Certified, true) => "Certified company",
        (Standing::Refused, _) => "Certification refused",
    },
    permit: |permit| match permit {
        Permit::Swiss => "Swiss identity card or passport",
        Permit::B => "Permit B, residence",
        Permit::C => "Permit C, settlement",
        Permit::L => "Permit L, short term",
        Permit::G => "Permit G, cross-border commuter",
        Permit::Ci => "Permit Ci",
        Permit::Nfs => "Permit N, F or S",
        Permit::Pending => "Proof of a pending request",
    },
    paper: |paper| match paper {
        Paper::Permit => "Work permit",
        Paper::Address => "Proof of address",
    },
    ground: |ground, company| match (ground, company) {
        (Ground::Documents, false) => "Your mandatory documents are not up to date",
        (Ground::Documents, true) => "Your registration number is not up to date",
        (Ground::Profile, false) => "Your profile does not fit the platform",
        (Ground::Profile, true) => "Your company does not fit the platform",
    },
    refusal: |refusal| match refusal {
        Refusal::AlreadyCertified => {
            "Your profile is certified, so your documents can no longer be changed here. Write to us about a change."
        }
        Refusal::Overtaken => {
            "This dossier changed while you were looking at it. Read it as it is now, then decide."
        }
        Refusal::PermitEnded => {
            "The permit has expired, so it cannot be certified. Ask for a current document."
        }
    },
    quote: |text| format!("“{text}”"),
    fault: Fault {
        uid,
        unknown_place: |near| match near {
            [] => "This place is neither in Switzerland nor in a border region. Example: 1003 Lausanne."
                .to_owned(),
            near => format!("Please be more precise, for example {}.", near.join(", ")),
        },
        seat_abroad: "Enter the place of your registered office in Switzerland.",
        ended: "This document has expired. Send one that is still valid.",
    },
    own: OwnPage {
        title: "Certification",
        lead: |standing, company| match (standing, company) {
            (Standing::Draft, false) => "Send two documents, and our team will certify your profile.",
            (Standing::Draft, true) => {
                "Enter your registration number, and our team will certify your company."
            }
            (Standing::ToContact, _) => "Our team will contact you to create your profile together.",
            (Standing::InReview, false) => {
                "We are reviewing your documents. You will receive our answer by e-mail."
            }
            (Standing::InReview, true) => {
                "We are verifying your number. You will receive our answer by e-mail."
            }
            (Standing::Certified, false) => "Everything is open: see the missions and apply.",
            (Standing::Certified, true) => {
                "Everything is open: publish your missions and contact freelances."
            }
            (Standing::Refused, false) => "Something is missing before we can certify your profile.",
            (Standing::Refused, true) => "Something is missing before we can certify your company.",
        },
        go_on: "Dashboard",
        progress: "Where your dossier stands",
        stages: |company| {
            if company {
                [
                    Stage {
                        title: "Your registration number",
                        text: "To be sent with the form on this page.",
                    },
                    Stage {
                        title: "Verification by our team",
                        text: "We compare it with the official register.",
                    },
                    Stage {
                        title: "Company certified and visible",
                        text: "You will be able to publish missions and see profiles.",
                    },
                ]
            } else {
                [
                    Stage {
                        title: "Your documents",
                        text: "To be sent with the form on this page.",
                    },
                    Stage {
                        title: "Review by our team",
                        text: "A member of the team reads your documents.",
                    },
                    Stage {
                        title: "Profile certified and visible",
                        text: "You will be able to see missions and talk to companies.",
                    },
                ]
            }
        },
        by_team: |day| format!("Our team, {day}"),
        to_contact: "We have noted your request",
        to_contact_text: "You will receive an e-mail from our team. As soon as you have a permit, complete the form below.",
        documents: "Documents sent",
        declared: "What you declared",
        download: |name| format!("Download {name}"),
        download_short: "Download",
        change: "Has something changed? Our team will update it for you.",
        hand_in: |standing, company| match (standing, company) {
            (Standing::Draft, false) => "Send my documents",
            (Standing::Draft, true) => "Introduce my company",
            (Standing::ToContact, _) => "Send my documents now",
            (Standing::InReview, _) => "Correct my dossier",
            (Standing::Certified | Standing::Refused, _) => "Correct and send again",
        },
        until: "Until you are certified",
        closed: |company| {
            if company {
                [
                    (
                        "eye-off",
                        Stage {
                            title: "Profile not visible",
                            text: "Freelances do not see you yet.",
                        },
                    ),
                    (
                        "lock",
                        Stage {
                            title: "Missions as drafts",
                            text: "Prepare them: you will publish them afterwards.",
                        },
                    ),
                    (
                        "message-square-off",
                        Stage {
                            title: "Messages closed",
                            text: "They open with your first discussion.",
                        },
                    ),
                ]
            } else {
                [
                    (
                        "eye-off",
                        Stage {
                            title: "Profile not visible",
                            text: "Companies do not see it yet.",
                        },
                    ),
                    (
                        "lock",
                        Stage {
                            title: "Missions locked",
                            text: "You only see a preview of them.",
                        },
                    ),
                    (
                        "message-square-off",
                        Stage {
                            title: "Messages closed",
                            text: "They open with your first discussion.",
                        },
                    ),
                ]
            }
        },
        need: "What you need",
        needed: |company| {
            if company {
                [
                    (
                        "building-2",
                        Stage {
                            title: "A registration number (UID)",
                            text: "Our team verifies it in the official register.",
                        },
                    ),
                    (
                        "user",
                        Stage {
                            title: "A contact person",
                            text: "Whom we call if we have a question.",
                        },
                    ),
                ]
            } else {
                [
                    (
                        "file-check",
                        Stage {
                            title: "Your work permit",
                            text: "Or a Swiss identity document, or proof of a pending request.",
                        },
                    ),
                    (
                        "house",
                        Stage {
                            title: "A proof of address",
                            text: "A certificate, a lease or a recent bill in your name.",
                        },
                    ),
                ]
            }
        },
        why: "Why we ask",
        reasons: |company| {
            if company {
                [
                    "To certify your profile and make it public",
                    "To contact you when you wish to talk to a freelance",
                    "To introduce you to freelances who match your missions",
                ]
            } else {
                [
                    "To certify your profile and make it public",
                    "To contact you when a relevant project comes up",
                    "To introduce you to clients looking for your skills",
                ]
            }
        },
        kept: |company| {
            if company {
                "Only our team and you see this dossier."
            } else {
                "Your documents are kept encrypted. Only our team and you can open them, and we note every time the team reads them."
            }
        },
        said_sent: "Your dossier is with our team. You will receive our answer by e-mail.",
        said_to_contact: "Noted: our team will contact you.",
    },
    form: FormWords {
        identity: "Your identity",
        first: "Legal first name",
        last: "Legal last name",
        legal_name: "Legal name",
        permit: "Work permit",
        permit_kind: "Kind of document",
        permit_kind_hint: "The one you send.",
        permit_choose: "Please choose",
        permit_until: |permit, day| format!("{permit}, until {day}"),
        contact_me: "I do not have a work permit yet and would like to be contacted",
        valid_until: "Valid until",
        valid_until_hint: "Not needed for a Swiss document or a C permit.",
        address: "Your home address",
        street: "Street and number",
        street_hint: |company| {
            if company {
                "As in the commercial register."
            } else {
                "As on the proof of address."
            }
        },
        place: "Postcode and town",
        place_hint: "Example: 1003 Lausanne.",
        file: |paper, again| match (paper, again) {
            (Paper::Permit, false) => "Permit, both sides",
            (Paper::Permit, true) => "New permit, both sides",
            (Paper::Address, false) => "Proof of address",
            (Paper::Address, true) => "New proof of address",
        },
        file_hint: |most| format!("PDF, JPG, PNG or WebP, {most} at most."),
        file_missing: |paper| match paper {
            Paper::Permit => "Add your permit, or tick the box if you do not have one yet.",
            Paper::Address => "Add your proof of address.",
        },
        files_again: "Nothing was stored. Your browser does not keep files, so please choose them again.",
        firm: "Your company",
        company: "Legal name",
        company_hint: "As in the commercial register.",
        uid: "Registration number (UID)",
        uid_short: "UID",
        uid_hint: "In the form CHE-000.000.000.",
        contact_person: "Contact person",
        contact_person_hint: "First and last name.",
        seat: "Your registered office",
        send: "Send my dossier",
        help: "Ask for help",
    },
    queue: QueuePage {
        title: "To review",
        tabs: "Queue",
        tab: |tab| match tab {
            Tab::Freelances => "Freelances",
            Tab::Companies => "Companies",
            Tab::ToContact => "To contact",
            Tab::Handled => "Handled",
        },
        empty: "Nobody is waiting here.",
        first: "Start of the list",
        viewer: "Document shown",
        choose: "Choose a dossier from the list.",
    },
    dossier: DossierPage {
        waiting: |ago| format!("Received {ago}"),
        documents: "Documents",
        about: |name, size, received| format!("{name}, {size}, received {received}"),
        alt: |paper, name| format!("{paper} of {name}"),
        pdf: "A PDF opens outside this page. Every download is recorded.",
        no_documents: "No document was sent.",
        open_text: "Choose the document to read. Every reading is recorded.",
        register_text: "Compare the number, name and registered office with the official register.",
        register: "Open the UID register",
        permit_ended: "The permit has expired.",
        namesakes: |n| {
            Lang::En.plural(
                n,
                "Another account declared the same number.".to_owned(),
                format!("{n} other accounts declared the same number."),
            )
        },
        submitted: "Received",
        contacted: "Contacted",
        certified: "Certified",
        last_refusal: "Last refusal",
        last_ground: "Reason for the last refusal",
        read: "Times read",
        readings: |times, last| {
            Lang::En.plural(
                times,
                format!("1, {last}"),
                format!("{times}, most recently {last}"),
            )
        },
        checks: "To check",
        check: |company| {
            if company {
                [
                    "Number registered and active",
                    "Same legal name",
                    "Same registered office",
                ]
            } else {
                [
                    "Same name on both documents",
                    "Permit legible, both sides, still valid",
                    "Same address, and recent",
                ]
            }
        },
        certify: "Certify",
        contact_text: "This person has no permit yet and would like to be contacted.",
        contact: "Contacted",
        refuse: "Refuse the dossier",
        withdraw: "Withdraw the certification",
        withdraw_text: "Profile and missions leave the search at once.",
        ground: "Reason",
        ground_choose: "Please choose",
        message: "Message to the person",
        message_hint: "Say what is missing and how to fix it.",
        refuse_send: "Refuse and notify",
        withdraw_send: "Withdraw and notify",
        number: "Correct the number",
        number_text: "When the company asks for it, once checked in the register. The certification stays.",
        number_send: "Save the number",
        said: |decision, before, name| match decision {
            Decision::Certify => format!("The profile of {name} is certified. They are informed by e-mail."),
            Decision::Refuse(..) if before == Standing::Certified => {
                format!("The certification of {name} is withdrawn. They are informed by e-mail.")
            }
            Decision::Refuse(..) => format!("The dossier of {name} is refused. They are informed by e-mail."),
            Decision::CorrectNumber(uid) => format!("The number of {name} is now {uid}."),
            Decision::NoteContact => format!("Noted: {name} has been contacted."),
        },
    },
    letter: LetterWords {
        text,
        message_intro: "The message from our team:",
        reason: |brand| {
            format!("You receive this e-mail because it is about the certification of your {brand} account.")
        },
    },
};

fn uid(fault: UidFault) -> String {
    match fault {
        UidFault::Empty => "Enter your registration number. Example: CHE-000.000.000.".to_owned(),
        UidFault::WrongPrefix => "A Swiss number begins with CHE. Example: CHE-000.000.000.".to_owned(),
        UidFault::FormerNumber => {
            "This is the former number of the commercial register. Enter the UID, which begins with CHE."
                .to_owned()
        }
        UidFault::NotDigits { found } => format!("“{found}” is not a digit. Example: CHE-000.000.000."),
        UidFault::WrongLength { digits } if digits < 9 => Lang::En.plural(
            (9 - digits) as u64,
            "One digit is missing. Example: CHE-000.000.000.".to_owned(),
            format!("{} digits are missing. Example: CHE-000.000.000.", 9 - digits),
        ),
        UidFault::WrongLength { .. } => "There are too many digits: nine are needed.".to_owned(),
        UidFault::UnknownSuffix => "Only VAT endings (MWST, TVA, IVA) may follow the nine digits.".to_owned(),
        UidFault::CheckDigit => "This number does not exist: please check each digit.".to_owned(),
    }
}

fn text(news: &News, brand: &str) -> Text {
    match news {
        News::Received { company } => Text {
            subject: "Your dossier has arrived".to_owned(),
            heading: "Your dossier has arrived",
            before: vec![
                if *company {
                    "Thank you. Our team is verifying your registration number."
                } else {
                    "Thank you. Our team is reviewing your documents."
                }
                .to_owned(),
            ],
            after: vec![
                if *company {
                    "You will receive our answer by e-mail. In the meantime you can present your company and prepare your missions."
                } else {
                    "You will receive our answer by e-mail. In the meantime you can complete your profile."
                }
                .to_owned(),
            ],
            button: "See my dossier",
        },
        News::Certified { company } => Text {
            subject: if *company {
                format!("Your company is certified on {brand}")
            } else {
                format!("Your profile is certified on {brand}")
            },
            heading: if *company { "Your company is certified" } else { "Your profile is certified" },
            before: vec![
                if *company {
                    "You can see the profiles of freelances and publish your first mission. Member freelances discover your company there."
                } else {
                    "You can see the missions and apply. Member companies find your profile as soon as it names your trade, your sector and your city."
                }
                .to_owned(),
            ],
            after: Vec::new(),
            button: if *company { "Open my dashboard" } else { "Open my profile" },
        },
        News::Refused { company, withdrawn, ground, .. } => refused(*company, *withdrawn, *ground),
    }
}

fn refused(company: bool, withdrawn: bool, ground: Option<Ground>) -> Text {
    let heading = if withdrawn {
        "Your certification is withdrawn"
    } else {
        "Your certification is refused"
    };
    let hidden = match (withdrawn, company) {
        (true, true) => {
            "Your company and your missions are no longer visible, and your open candidacies are on hold."
        }
        (true, false) => "Your profile is no longer visible, and your open candidacies are on hold.",
        (false, true) => "Your profile and your missions are not visible.",
        (false, false) => "Your profile is not visible.",
    };
    Text {
        subject: heading.to_owned(),
        heading,
        before: ground
            .iter()
            .map(|ground| format!("{}.", (EN.ground)(*ground, company)))
            .collect(),
        after: vec![format!(
            "{hidden} You can correct your dossier and send it again: what you entered is kept."
        )],
        button: "Correct my dossier",
    }
}
