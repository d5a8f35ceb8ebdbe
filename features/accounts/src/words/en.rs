//! English.

mod letters;

use i18n::Lang;
use swiss::UidFault;

use super::{
    ChangeEmail, ChangePassword, Confirm, Joining, Recovery, Said, Sessions, Settings, SignIn, SignUp, Words,
};

pub(super) static EN: Words = Words {
    email: "E-mail",
    password: "Password",
    password_hint: "At least twelve characters. A short sentence works very well.",
    easily_guessed: "This password is easy to guess. Choose three or four unrelated words instead.",
    to_sign_in: "Sign in",
    to_sign_up: "Create an account",
    once_more: "Start again",
    forgotten: "I forgot my password",
    sign_up: SignUp {
        title: "Create an account",
        lead: "Free, in two minutes. You then confirm your address from your inbox.",
        you_are: "You are",
        freelance: "Freelance",
        freelance_text: "I am looking for missions in Switzerland.",
        company: "Company",
        company_text: "I am looking for certified freelances.",
        uid: "Registration number (UID)",
        uid_hint: "As in the commercial register, in the form CHE-000.000.000.",
        uid_fault,
        create: "Create my account",
        accept: ["By creating an account, you accept the", "and the", "."],
        terms: "terms of use",
        privacy: "privacy policy",
        is_member: "Already a member?",
        categories: [
            "Marketing & Communication",
            "Data, IT & Web",
            "HR & Legal",
            "Business & Strategy",
        ],
        other_field: "Your field is not among them? Our staffing group covers others.",
        other_field_link: "Write to us and we will point the way",
    },
    freelance: Joining {
        why: "We ask for this to certify your profile and make it public, to contact you about a project that suits you, and to put you in touch with companies looking for your skills.",
        whom: "For whom",
        whom_text: "For freelances in the service sector, in Switzerland and its border regions, in four fields.",
        needs: "To be certified, have ready",
        need: [
            (
                "Your work permit",
                "Valid or being validated, or a Swiss identity document. No permit yet? You can ask us to contact you.",
            ),
            (
                "A proof of address",
                "A certificate of residence, a lease or a recent bill.",
            ),
        ],
        note: "Your profile stays invisible until our team has validated it.",
    },
    company: Joining {
        why: "We ask for this to certify your company and make it visible, to contact you when you wish to talk to a freelance, and to put you in touch with freelances who match your missions.",
        whom: "For whom",
        whom_text: "For Swiss companies that offer missions, short or long, in four fields.",
        needs: "To be certified, your company",
        need: [
            (
                "gives its registration number",
                "Our team verifies it before your missions are published.",
            ),
            ("presents what it does", "Logo, address, sector and website."),
        ],
        note: "You then see all profiles and publish your first mission.",
    },
    sent: Said {
        title: "Check your inbox",
        text: "Open our e-mail and follow its link within two days: your account is then ready. Nothing there? Look in your junk folder, or start again and check your address.",
    },
    sent_to: |email| format!("An e-mail is on its way to {email}."),
    confirm: Confirm {
        title: "Just one more click",
        text: |email| format!("This confirms that the address {email} is yours."),
        other_browser: "This is not the browser you signed up with: enter the password you chose there.",
        wrong: "This is not the password chosen at sign-up. If you cannot find it, sign up once more.",
        already: "Your address is already confirmed.",
        button: "Open my account",
        done: "Your address is confirmed. Welcome.",
        gone: Said {
            title: "This link no longer works.",
            text: "If it has already been used, your account is open: sign in. If it has expired, sign up again; it takes two minutes.",
        },
        taken: Said {
            title: "This address already has an account.",
            text: "It was opened in the meantime. Sign in, or choose a new password if you have forgotten it.",
        },
    },
    sign_in: SignIn {
        title: "Sign in",
        lead: "Good to see you again.",
        button: "Sign in",
        wrong: "This address and password do not match. Check them, or choose a new password. Have you just signed up? Open the link in our e-mail first.",
        no_account: "No account yet?",
    },
    signed_out: "You are signed out. See you soon.",
    recovery: Recovery {
        title: "I forgot my password",
        lead: "Enter the e-mail address of your account: you will receive a link to choose a new password.",
        button: "Receive the link",
        sent: Said {
            title: "Check your inbox",
            text: "Our e-mail tells you how to continue. Its link works for one hour. Nothing there? Look in your junk folder, or start again and check your address.",
        },
        choose: "Choose a new password",
        choose_first: "Choose your password",
        of_account: |email| format!("It will open the account {email}."),
        save: "Save this password",
        ends_sessions: "All devices signed in to this account will be signed out.",
        done: "Your password is saved. You can now sign in.",
        gone: Said {
            title: "This link no longer works.",
            text: "It has already been used, or it has expired. Ask for a new one: it arrives within a minute.",
        },
    },
    settings: Settings {
        title: "Settings",
        overview: "Edit my personal information",
        personal: "Personal information",
        pending: "To be confirmed by e-mail",
        password_text: "You will be asked for your old password.",
        sessions_text: |n| {
            format!(
                "You are signed in on {n}\u{a0}{}.",
                Lang::En.plural(n, "device", "devices")
            )
        },
        see_sessions: "See signed-in devices",
        display: "Language and display",
        display_text: "The language of your pages and e-mails, and the colours in this browser.",
        language: "Language",
        theme: "Theme",
        themes: ["Automatic", "Light", "Dark"],
        notifications: "Notifications",
        notifications_text: "Notifications reach you by e-mail and behind the icon at the top right. It is not yet possible to choose which ones to receive; we are working on it.",
        save: "Save",
        display_saved: "Your choices are saved.",
    },
    change_password: ChangePassword {
        title: "Change the password",
        old: "Old password",
        old_wrong: "This is not your current password.",
        new: "New password",
        note: "Your other devices will be signed out.",
        done: "Your password is changed. Your other devices are signed out.",
    },
    change_email: ChangeEmail {
        title: "Change the e-mail address",
        now: |email| format!("Your current address is {email}."),
        new: "New e-mail address",
        hint: "We will ask you to confirm the new address.",
        same: "This is already your address.",
        password: "Your password, to confirm",
        button: "Receive the link",
        sent: |email| {
            format!(
                "An e-mail is on its way to {email}. Your address changes as soon as you follow its link."
            )
        },
        confirm: "Your new address",
        confirm_text: |email| {
            format!("You will sign in with the address {email}, and your e-mails will arrive there.")
        },
        confirm_button: "Confirm this address",
        done: "Your e-mail address is changed.",
        gone: Said {
            title: "This link no longer works.",
            text: "It has already been used, or it has expired. You can ask for a new one in your settings.",
        },
        taken: Said {
            title: "This address already has an account.",
            text: "Yours stays as it was. You can choose another in your settings.",
        },
    },
    sessions: Sessions {
        title: "Signed-in devices",
        text: "Sign out those you do not recognise, then change your password.",
        this: "This device",
        unknown: "Unknown device",
        times: |since, used| format!("Signed in on {since}. Last used: {used}."),
        end: "Sign out",
        end_of: |device| format!("Sign out {device}"),
        end_others: "Sign out all other devices",
        ended: "The device is signed out.",
        others_ended: "Your other devices are signed out.",
    },
    letter: letters::letter,
    reason: letters::reason,
};

fn uid_fault(fault: UidFault) -> String {
    match fault {
        UidFault::Empty => "Please fill this in.".to_owned(),
        UidFault::WrongPrefix => "The number begins with CHE.".to_owned(),
        UidFault::FormerNumber => {
            "This is a former number of the commercial register. Enter the UID, which begins with CHE."
                .to_owned()
        }
        UidFault::NotDigits { .. } => "After CHE there are digits only. Example: CHE-000.000.000.".to_owned(),
        UidFault::WrongLength { digits } => format!("The number has nine digits; yours has {digits}."),
        UidFault::UnknownSuffix => "After the nine digits, only MWST, TVA or IVA may follow.".to_owned(),
        UidFault::CheckDigit => "A digit is wrong or two are swapped: check the number.".to_owned(),
    }
}
