//! English.

use i18n::Lang;
use profiles::Category;

use super::{
    AboutStep, EditPages, EmptyResult, Facts, MissionPage, PreviewPages, PreviewStep, RateStep, SearchPage,
    SkillsStep, Words,
};
use crate::{
    MissionState, Workplace,
    rules::{Missing, Step},
    shelf::Duration,
};

pub(super) static EN: Words = Words {
    facts: Facts {
        workplace: |workplace| match workplace {
            Workplace::OnSite => "On site",
            Workplace::Hybrid => "Hybrid",
            Workplace::Remote => "Remote",
        },
        city_and_workplace: |city, workplace| match workplace {
            Workplace::OnSite => format!("{city}, on site"),
            Workplace::Hybrid => format!("{city}, hybrid"),
            Workplace::Remote => format!("{city}, remote"),
        },
        per_day: |rate| format!("{rate}\u{a0}/\u{a0}day"),
        a_day: "/\u{a0}day",
        rate_open: "Rate to be agreed",
        months: |months| {
            let unit = Lang::En.plural(months.unsigned_abs(), "month", "months");
            format!("{months}\u{a0}{unit}")
        },
        from_day: |day| format!("from {day}"),
        as_soon_as_possible: "as soon as possible",
        comma: ", ",
    },
    search: SEARCH,
    previews: PREVIEWS,
    mission: MISSION,
    edit: EditPages {
        title: "Create a mission",
        title_open: "Edit the mission",
        steps: "Steps",
        step: step_name,
        done: ", done",
        back: "Back",
        save_draft: "Save the draft",
        save: "Save",
        next: |step| format!("Continue to {}", step_name(step)),
        draft_saved: "Your draft is saved.",
        saved: "Your changes are saved.",
        draft_at: |ago| format!("Draft saved {ago}"),
        about: ABOUT,
        skills: SKILLS,
        rate: RATE,
        preview: PREVIEW,
        missing: |missing| match missing {
            Missing::Title => "The mission’s title",
            Missing::Category => "At least one category",
            Missing::Description => "The description",
            Missing::Workplace => "Where the work is done",
            Missing::Place => "The city",
            Missing::Skills => "At least one skill",
            Missing::Rate => "The rate, or the choice to leave it open",
        },
        locked: "This mission can no longer be edited",
        held_text: "A freelance has applied for this mission. The text stays as they read it until you answer.",
        locked_text: |state| match state {
            MissionState::Draft | MissionState::Open => {
                "It has just been published from another window. Open it to take up your changes."
            }
            MissionState::Reserved => {
                "A candidate is chosen and has yet to answer. Until then, the text stays as the candidates read it."
            }
            MissionState::Validated => "The mission is confirmed. Its text stays as the candidates read it.",
            MissionState::Closed => "The mission is closed. Its text stays as the candidates read it.",
            MissionState::Withdrawn => "Our team has withdrawn this mission.",
        },
        see: "See the mission",
    },
};

fn step_name(step: Step) -> &'static str {
    match step {
        Step::Mission => "Mission",
        Step::Skills => "Skills",
        Step::Rate => "Rate",
        Step::Preview => "Preview",
    }
}

const SEARCH: SearchPage = SearchPage {
    title: "Search for a mission",
    filters: "Filters",
    close_filters: "Close the filters",
    sector: "Sector",
    skills: "Skills",
    workplace: "Workplace",
    canton: "Canton",
    all_cantons: "All cantons",
    of_canton: |name, count| format!("{name} ({count})"),
    canton_name: |canton| canton.names().en,
    rate: "Day rate",
    from_chf: "from CHF",
    rate_label: "Lowest rate per day",
    duration: "Duration",
    durations: |duration| match duration {
        Duration::Short => "Less than 3 months",
        Duration::Medium => "3 to 6 months",
        Duration::Long => "More than 6 months",
    },
    experience: "Years of experience",
    billing: "Billing",
    payroll: "SPS payrolling",
    show: |count, n| {
        Lang::En.plural(
            n,
            format!("Show {count} mission"),
            format!("Show {count} missions"),
        )
    },
    keyword: "Keyword",
    placeholder: "Job, skill, sector…",
    search: "Search",
    missions: |n| Lang::En.plural(n, "mission", "missions"),
    sort_by: "Sort by",
    by_relevance: "Relevance",
    by_newest: "Date of publication",
    by_rate: "Rate, highest first",
    by_start: "Start date",
    active: "Active filters",
    remove: "Remove the filter ",
    rate_chip: |rate| format!("from {rate}"),
    clear: "Clear all",
    asked_skills: "Skills asked for",
    respelled: "No mission has exactly these words. These are spelled nearly the same.",
    partly: "No mission has all of these words. These have some of them.",
    empty: EmptyResult {
        title: "No mission matches",
        text: "Try a synonym or remove a filter.",
        without: |filter, count| format!("Remove “{filter}” ({count})"),
        related: "Also try",
        profile: "A complete profile also lets companies find you and come to you.",
        complete: "Complete my profile",
        all: "See all missions",
    },
};

const PREVIEWS: PreviewPages = PreviewPages {
    title: "Open missions",
    lead: |count, n| {
        let missions = Lang::En.plural(n, "mission", "missions");
        format!(
            "{count} {missions} right now. To keep companies confidential, you see their logo and the title here."
        )
    },
    lead_nothing: "No mission matches this search. To keep companies confidential, it only looks at titles here.",
    about: |count| {
        format!(
            "Open missions in Switzerland and the border regions: {count}. Create your profile to see them in full and to apply."
        )
    },
    search: "Search in titles",
    placeholder: "Title of a mission: SEO, payroll, ERP…",
    list: "Missions",
    empty: "No title matches",
    empty_text: "Try another word, or look through all missions.",
    one_lead: "To keep companies confidential, you see the logo and the title here.",
    categories: "Sector",
    see: "See it in full and apply",
    see_text: "Company, place, rate, skills: everything shows once your profile is certified.",
    steps: [
        ("Create your account", "An e-mail address, a password."),
        ("Send two documents", "Work permit and proof of address."),
        (
            "Get your certification",
            "Our team reads every dossier with care.",
        ),
    ],
    member: "Already a member?",
    certify: "Your certification opens the rest",
    certify_text: "Company, place, rate, skills: everything shows once your profile is certified.",
    complete: "See my file",
    company: "Looking for a freelance?",
    company_text: "Missions open in full to certified freelances. You find your own, complete, in your space.",
};

const MISSION: MissionPage = MissionPage {
    back: "Back to missions",
    manage: "Manage your missions",
    certified: "Certified company",
    untitled: "Untitled mission",
    nameless: "Your company",
    place: "Place",
    duration: "Duration",
    activity: "Activity rate",
    start: "Start",
    now: "As soon as possible",
    experience: "Experience",
    years: |years| {
        Lang::En.plural(
            years.unsigned_abs(),
            format!("{years}\u{a0}year or more"),
            format!("{years}\u{a0}years or more"),
        )
    },
    about: "The mission",
    skills: "Skills",
    have: |have, all| match (have, all) {
        (0, _) => "None of these skills is in your profile yet.".to_owned(),
        (have, all) if have == all => "You have all the skills asked for.".to_owned(),
        (have, all) => format!("You have {have} of the {all} skills asked for."),
    },
    terms: "Terms",
    billing: "Billing",
    payroll: "SPS payrolling preferred",
    independent: "Independent",
    published: "Published",
    rate: "Rate",
    company: "The company",
    sector: "Sector",
    address: "Address",
    website: "Website",
    contact: "Contact person",
    offer: "Answer this mission",
    yours: "Manage this mission",
    edit: "Edit the mission",
    search_freelance: "Search for a freelance",
    out_of_search: "This mission is not in the search.",
    close: "Close the mission",
    close_title: "Close this mission?",
    close_text: "This is final. The mission leaves the search, running conversations are archived and the candidates are told.",
    closed: "The mission is closed.",
    delete: "Delete the draft",
    delete_title: "Delete this draft?",
    delete_text: "Its text will be erased and cannot come back.",
    deleted: "The draft is deleted.",
    cannot_close_paused: "Your certification is suspended: this mission is not shown any more. You can close it once your \
                          company is certified.",
    cannot_close: |state| match state {
        MissionState::Draft | MissionState::Open => "This mission has changed in the meantime. Try again.",
        MissionState::Reserved => {
            "This mission cannot be closed now: a candidate is chosen and has yet to answer."
        }
        MissionState::Validated => "This mission is confirmed: it can no longer be closed.",
        MissionState::Closed => "This mission is closed already.",
        MissionState::Withdrawn => "Our team has withdrawn this mission: it can no longer be closed.",
    },
    badge: |state| match state {
        MissionState::Draft => "Draft",
        MissionState::Open => "Open",
        MissionState::Reserved => "Reserved",
        MissionState::Validated => "Confirmed",
        MissionState::Closed => "Closed",
        MissionState::Withdrawn => "Withdrawn",
    },
};

const ABOUT: AboutStep = AboutStep {
    lead: "Tell us about the mission",
    title: "Title of the mission",
    title_hint: "Short and concrete. Everybody sees it, with your logo.",
    categories: "Category",
    categories_hint: "one or more",
    category: |category| match category {
        Category::Marketing => "Brand, content, SEO, events",
        Category::Data => "Product, development, data, cloud",
        Category::Legal => "Recruiting, payroll, contracts, data protection",
        Category::Business => "Projects, finance, transition, consulting",
    },
    description: "Description",
    description_hint: "Context, deliverables, team. A complete description makes your mission more visible.",
    workplace: "Workplace",
    place: "City",
    place_hint: "Optional when remote.",
    no_place: "We cannot find this place. Write a locality in Switzerland or a border region, “Lausanne” or “1003” for example.",
    did_you_mean: |places| format!("We cannot find exactly this place. Is it {places}?"),
    start: "Start date",
    start_hint: "Empty: as soon as possible.",
    months: "Duration",
    months_hint: "An estimate will do.",
    months_unit: "months",
};

const SKILLS: SkillsStep = SkillsStep {
    lead: "Which skills do you need?",
    asked: "Skills asked for",
    advice: "3 to 8 is best",
    none: "None yet.",
    add: "Add a skill",
    add_hint: "Several at once: separate them with commas.",
    add_button: "Add",
    remove: |skill| format!("Remove {skill}"),
    too_many: "Keep twelve skills at most, the most important ones.",
    at_least_one: "Add at least one skill.",
    suggested: "Did you mean",
    years: "Years of experience",
    years_hint: "0 if it does not matter.",
    years_unit: "years at least",
};

const RATE: RateStep = RateStep {
    lead: "What is your rate?",
    pricing: "Rate",
    fixed: "Day rate",
    fixed_text: "Freelances see the amount and find you by it.",
    open: "Rate to be agreed",
    open_text: "You talk about it together before you validate.",
    rate: "Amount per day",
    currency: "CHF",
    activity: "Activity rate",
    billing: "Billing",
    payroll: "SPS payrolling",
    payroll_text: "Contract, social insurance, invoicing and salary are taken care of. Recommended.",
    independent: "Independent",
    independent_text: "You pay the freelance directly. The platform does not step in if there is a dispute.",
    budget: "Estimated budget",
    budget_line: |days, rate| format!("{days} days at {rate}"),
    budget_total: "Total without VAT",
};

const PREVIEW: PreviewStep = PreviewStep {
    lead: "Preview",
    lead_text: "This is your mission as certified freelances will see it.",
    visitor: "What a visitor sees",
    missing: "Still missing",
    publish: "Publish the mission",
    published: "Your mission is online. You can also find a freelance and propose it to them.",
    locked: "Your company’s certification opens publishing",
    locked_text: "Your draft is kept. You will publish it as soon as our team has verified your registration number.",
    locked_link: "See my file",
    presentation: "Add a presentation of your company",
    presentation_text: "It is still missing. A complete company profile makes your missions more visible.",
    presentation_link: "Complete “My company”",
};
