//! English.

use certification::Standing;
use i18n::Lang;
use missions::MissionState;

use super::{
    Beside, CandidatesPage, Confirm, HomePage, InterestPage, ManagePage, MinePage, Said, Stage, Words,
};
use crate::{
    events::Side,
    rules::{Refusal, State},
};

pub(super) static EN: Words = Words {
    interest_in_mission: "I’m interested in this mission",
    interest_in_freelance: "I’m interested in this profile",
    apply: "I am applying",
    choose: "Choose this candidate",
    choose_short: "Choose",
    reject: "Reject this candidate",
    reject_short: "Reject",
    decline: "I’m not interested",
    withdraw: "Withdraw my proposal",
    suspended: "Your certification is suspended. Your exchanges go on once it is restored.",
    about: |action, name| format!("{action}, {name}"),
    write_to: |name| format!("Write to {name}"),
    open_talk: "Open the discussion",
    see_profile: "See the profile",
    see_mission: "See the mission",
    view_candidates: "View the candidates",
    search_mission: "Search for a mission",
    search_freelance: "Search for a freelance",
    create_mission: "Create a mission",
    quote: |text| format!("“{text}”"),
    label: |state, side| match (state, side) {
        (State::ProposedByFreelance, Side::Freelance) | (State::ProposedByCompany, Side::Company) => {
            "Proposal sent"
        }
        (State::ProposedByFreelance, Side::Company) | (State::ProposedByCompany, Side::Freelance) => {
            "Proposal received"
        }
        (State::InDiscussion, _) => "Under discussion",
        (State::Applied, Side::Freelance) => "Under discussion · you have applied",
        (State::Applied, Side::Company) => "Under discussion · has applied, yours to choose",
        (State::Chosen, Side::Freelance) => "Under discussion · you are chosen, yours to apply",
        (State::Chosen, Side::Company) => "Under discussion · chosen, answer awaited",
        (State::Concluded, Side::Freelance) => "Mission confirmed",
        (State::Concluded, Side::Company) => "Candidate chosen",
        (State::Declined, Side::Freelance) => "I’m not interested",
        (State::Declined, Side::Company) => "The freelance declined",
        (State::Rejected, Side::Freelance) => "Application not selected",
        (State::Rejected, Side::Company) => "Candidate rejected",
        (State::OtherChosen, Side::Freelance) => "Another profile was chosen",
        (State::OtherChosen, Side::Company) => "Rejected · another profile chosen",
        (State::MissionClosed | State::Ended, _) => "Mission closed",
        (State::NoAnswer, _) => "No answer",
        (State::AccountGone, _) => "Account deleted",
    },
    not_validated: "Not confirmed",
    mission_state: |state| match state {
        MissionState::Draft => "Draft",
        MissionState::Open => "Open",
        MissionState::Reserved => "Reserved",
        MissionState::Validated => "Confirmed",
        MissionState::Closed => "Closed",
        MissionState::Withdrawn => "Withdrawn",
    },
    per_day: |rate| format!("{rate}\u{a0}/\u{a0}day"),
    published: |day| format!("published on {day}"),
    refusal: |refusal| match refusal {
        Refusal::AlreadyProposed => {
            "Your proposal is already sent: the answer will come from the other side."
        }
        Refusal::AlreadyInDiscussion => "You are already in discussion about this mission.",
        Refusal::AlreadyValidated => {
            "You have already confirmed, and that is final: it is now up to the other side."
        }
        Refusal::AlreadyConcluded => "The collaboration is already concluded.",
        Refusal::AlreadyRefused => "This application has ended. That is final: it does not reopen.",
        Refusal::NotYourTurn => "Your proposal still waits for an answer. You can confirm afterwards.",
        Refusal::MissionNotOpen => "This mission takes no candidates at the moment.",
        Refusal::AnotherIsChosen => "Another candidate is already chosen for this mission.",
        Refusal::PairEnded => "This application is closed.",
        Refusal::Frozen => "On hold: the other side’s certification is suspended, nothing moves for now.",
        Refusal::Overtaken => "Things have just changed. See where you stand, then decide.",
    },
    confirm: Confirm {
        choose_title: |name| format!("Choose {name}?"),
        choose: |name| {
            format!(
                "This choice is final. The mission leaves the search and waits for {name}, who still has to apply. The other discussions go on."
            )
        },
        choose_concludes: "This choice is final. The collaboration officially starts, the mission leaves the search and the other candidates are told by e-mail.",
        reject_title: "Reject this candidate?",
        reject: "This refusal is final. The discussion ends and leaves your messages.",
        apply_title: |mission| format!("Apply for “{mission}”?"),
        apply: "Your agreement is final. The collaboration starts as soon as the company chooses you.",
        apply_concludes: "Your agreement is final. The company has chosen you: the collaboration officially starts.",
        decline_title: "Decline this mission?",
        decline: "This refusal is final. The discussion ends and leaves your messages.",
        withdraw_title: "Withdraw this proposal?",
        withdraw: "This withdrawal is final. The proposal disappears on both sides.",
        reason: "A word of explanation",
    },
    said: Said {
        interested_in_mission: "Your interest has been sent to the company.",
        interested_in_freelance: "Your proposal has been sent to the freelance.",
        in_discussion: "The discussion is open. You can write freely.",
        applied: "You have applied. The company still has to choose you.",
        chosen: "Your choice is recorded. The freelance still has to apply. For the contract and the invoices, we advise you to contact SPS.",
        concluded: "The collaboration is concluded. Your e-mail addresses are now shared.",
        declined: "Noted: you are not interested in this mission.",
        rejected: "The candidate is rejected.",
        withdrawn: "Your proposal is withdrawn.",
    },
    interest: InterestPage {
        to_company: "A word to the company",
        to_freelance: "Your message",
        which: "For which mission?",
        which_first: "Choose a mission",
        no_commitment_mission: "No commitment yet. If the company is interested too, the discussion opens.",
        no_commitment_freelance: |name| {
            format!("{name} receives your proposal and accepts it, or not. No commitment yet.")
        },
        none_open: "Publish a mission first",
        none_open_text: "A proposal is always about one particular mission. Publish one, then come back to this profile.",
    },
    candidates: CandidatesPage {
        sent: "Proposal sent",
        sent_lead: "Waiting for the freelance’s answer.",
        received: "Proposal received",
        received_lead: "Yours to accept or not.",
        talking: "Under discussion",
        talking_lead: "You are talking, to confirm the collaboration or not.",
        empty: "Nobody yet.",
        finished: |n| {
            Lang::En.plural(
                n,
                format!("{n} finished application"),
                format!("{n} finished applications"),
            )
        },
        sent_ago: |ago| format!("Proposal sent {ago}"),
        received_ago: |ago| format!("Proposal received {ago}"),
        applied_on: |day| format!("Applied on {day}"),
        chosen_on: |day| format!("Chosen on {day}"),
        answer_due: |day| format!("Answer expected by {day}"),
        not_applied: "Has not applied yet",
        skills: |have, of| {
            Lang::En.plural(
                have as u64,
                format!("{have} skill out of {of}"),
                format!("{have} skills out of {of}"),
            )
        },
        taken: "The mission is confirmed with this freelance.",
        payroll: "For the contract, insurance and invoicing, we advise you to contact SPS.",
        dates: |from, to| {
            if from == to {
                format!("on {from}")
            } else {
                format!("from {from} to {to}")
            }
        },
    },
    mine: MinePage {
        title: "My missions",
        by_state: "Filter by state",
        all: "All",
        received: "Proposal received",
        talking: "Under discussion",
        sent: "Proposal sent",
        concluded: "Mission confirmed",
        finished: "Finished",
        empty: "No missions yet",
        empty_text: "Missions you are interested in and those proposed to you will appear here.",
        answer_by: |day| {
            format!("You have until {day} to apply or decline. Then the mission returns to the search.")
        },
        waits_choice: |day| format!("You applied on {day}. The company still has to choose."),
        sent_ago: |ago| format!("Sent {ago}"),
    },
    manage: ManagePage {
        title: "Manage your missions",
        waiting: |n| match n {
            0 => String::new(),
            1 => "One application waits for your answer.".to_owned(),
            n => format!("{n} applications wait for your answer."),
        },
        by_state: "Filter by state",
        all: "All",
        drafts: "Drafts",
        open: "Open",
        validated: "Confirmed",
        closed: "Closed",
        sent: "Sent",
        received: "Received",
        talking: "In discussion",
        untitled: "Untitled mission",
        go_on: "Continue",
        edit_of: |mission| format!("Edit {mission}"),
        with: |name| format!("with {name}"),
        changed: |ago| format!("changed {ago}"),
        closed_ago: |ago| format!("closed {ago}"),
        empty: "No missions yet",
        empty_text: "Describe what you need in four steps. Then you can propose the mission to freelances.",
        empty_here: "No missions in this list.",
    },
    home: HomePage {
        title: "Dashboard",
        hello: |name| format!("Hello {name}").trim_end().to_owned(),
        standing: |standing, side| match (standing, side) {
            (Standing::Draft, _) => "Certification to complete",
            (Standing::ToContact, _) => "We will contact you",
            (Standing::InReview, Side::Freelance) => "Documents under review",
            (Standing::InReview, Side::Company) => "Number under review",
            (Standing::Certified, Side::Freelance) => "Certified profile",
            (Standing::Certified, Side::Company) => "Certified company",
            (Standing::Refused, _) => "Certification refused",
        },
        lead: |standing, waiting, side| match (standing, waiting, side) {
            (Standing::Draft, _, Side::Freelance) => {
                "A few documents are still needed to certify you.".to_owned()
            }
            (Standing::Draft, _, Side::Company) => {
                "A few details are still needed to certify your company.".to_owned()
            }
            (Standing::ToContact, _, _) => "Our team will contact you about your work permit.".to_owned(),
            (Standing::InReview, _, Side::Freelance) => {
                "We are looking at your file. Meanwhile, complete your profile.".to_owned()
            }
            (Standing::InReview, _, Side::Company) => {
                "We are checking your number. Meanwhile, introduce your company.".to_owned()
            }
            (Standing::Refused, _, Side::Freelance) => {
                "Something is missing to certify your profile.".to_owned()
            }
            (Standing::Refused, _, Side::Company) => {
                "Something is missing to certify your company.".to_owned()
            }
            (Standing::Certified, 0, _) => "Nothing waits for your answer.".to_owned(),
            (Standing::Certified, 1, Side::Freelance) => "One mission waits for your answer.".to_owned(),
            (Standing::Certified, n, Side::Freelance) => format!("{n} missions wait for your answer."),
            (Standing::Certified, 1, Side::Company) => "One application waits for your answer.".to_owned(),
            (Standing::Certified, n, Side::Company) => format!("{n} applications wait for your answer."),
        },
        not_found_yet: "Complete your profile: companies find you as soon as it names your trade, your sector and your town.",
        certification: "Certification",
        steps: |side| {
            [
                Stage {
                    title: match side {
                        Side::Freelance => "Your documents",
                        Side::Company => "Your registration number",
                    },
                    text: match side {
                        Side::Freelance => "Your work permit and your proof of address.",
                        Side::Company => "The UID number from the register.",
                    },
                },
                Stage {
                    title: "Review by our team",
                    text: "We answer by e-mail.",
                },
                Stage {
                    title: match side {
                        Side::Freelance => "Profile certified and visible",
                        Side::Company => "Company certified and visible",
                    },
                    text: match side {
                        Side::Freelance => "You can then see missions and talk with companies.",
                        Side::Company => "You can then publish missions and talk with freelances.",
                    },
                },
            ]
        },
        refused: "Your file needs a correction",
        refused_text: "You can send your file again at any time.",
        correct: "Correct my file",
        complete: "Complete my certification",
        to_contact: "You told us that you have no work permit yet. Hand it in as soon as you have it.",
        to_answer: "Yours to answer",
        nothing_waits: "All up to date",
        nothing_waits_text: |side| match side {
            Side::Freelance => {
                "Browse the open missions and tell a company that you are interested in theirs."
            }
            Side::Company => "Propose a mission to a freelance, or wait for applications.",
        },
        received: |n| Lang::En.plural(n, "Proposal received", "Proposals received"),
        talking: "In discussion",
        sent: |n| Lang::En.plural(n, "Proposal sent", "Proposals sent"),
        concluded: |n| Lang::En.plural(n, "Mission confirmed", "Missions confirmed"),
        open_missions: |n| Lang::En.plural(n, "Open mission", "Open missions"),
        sent_title: "Proposal sent",
        candidates_waiting: |n| match n {
            1 => "One application waits for your answer".to_owned(),
            n => format!("{n} applications wait for your answer"),
        },
        see_all: "See all",
        see_file: "See my file",
        suited: "Missions for you",
        meanwhile: "Until you are certified",
        closed_to_freelances: |missions| {
            let missions = match missions {
                0 => "Their details open with your certification.".to_owned(),
                1 => "One mission already asks for your skills.".to_owned(),
                n => format!("{n} missions already ask for your skills."),
            };
            [
                (
                    "eye-off",
                    "Profile hidden",
                    "Companies do not see it yet.".to_owned(),
                ),
                ("lock", "Missions locked", missions),
                (
                    "message-square-off",
                    "Messages closed",
                    "They open with your first discussion.".to_owned(),
                ),
            ]
        },
        closed_to_companies: || {
            [
                (
                    "eye-off",
                    "Missions hidden",
                    "Write them now: you publish them once certified.".to_owned(),
                ),
                (
                    "lock",
                    "Profiles in preview",
                    "Names, rates and careers open afterwards.".to_owned(),
                ),
                (
                    "message-square-off",
                    "Messages closed",
                    "They open with your first discussion.".to_owned(),
                ),
            ]
        },
        your_profile: |side| match side {
            Side::Freelance => "Your profile",
            Side::Company => "Your company",
        },
        part_done: ", complete",
        more: |percent| format!("+{percent}"),
        next: "Your space",
        profile: "My profile",
        company: "My company",
        documents: "Certification documents",
        number: "Registration number",
        messages: "Messages",
    },
    beside: Beside {
        interest_was_yours: "You were interested.",
        interest_was: |name| format!("{name} was interested."),
        interested: "I’m interested",
        answer: "Answer",
        to_mine: "See my missions",
        selection: "Selection",
        interest: "Interest",
        interest_by_you: "You are interested. The answer is awaited.",
        interest_by: |name| format!("{name} is interested. Yours to answer."),
        interest_both: "You are both interested.",
        validation: "Confirmation",
        freelance_applied: |name, day| format!("{name} applied on {day}"),
        freelance_not_yet: |name| format!("{name} has not applied yet"),
        you_applied: |day| format!("You applied on {day}"),
        you_not_applied: "You have not applied yet",
        company_chose: |name, day| format!("{name} chose you on {day}"),
        company_not_yet: |name| format!("{name} has not chosen yet"),
        you_chose: |day| format!("You chose on {day}"),
        you_not_chosen: "You have not chosen yet",
        done: "The collaboration is concluded.",
        mission: "Mission",
        rate: "Rate",
        place: "Place",
        time: "Time",
        next: "What next?",
        next_interest: "If you are both interested, the discussion opens. No commitment yet.",
        next_validation: "Each side confirms once, in any order. The second agreement concludes.",
        next_payroll: "For the contract, insurance and invoicing, we advise you to contact SPS.",
        another_chosen: "Another candidate is chosen and still has to answer.",
        contact: "Contact",
        your_mission: "This is your mission",
        candidates: |n| match n {
            0 => "No applications yet.".to_owned(),
            1 => "One application in progress.".to_owned(),
            n => format!("{n} applications in progress."),
        },
        not_open: "This mission takes no candidates at the moment.",
        already: "Already in contact",
    },
};
