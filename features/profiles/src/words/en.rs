//! English.

use certification::Standing;
use i18n::Lang;

use super::{CompanyPage, FreelancePage, PreviewsPage, ProfilePage, SearchPage, Words};

/// "1 profile", "505 profiles".
fn profiles(n: usize) -> String {
    let number = Lang::En.number(i64::try_from(n).unwrap_or(i64::MAX));
    Lang::En.plural(
        n as u64,
        format!("{number} profile"),
        format!("{number} profiles"),
    )
}

pub(super) static EN: Words = Words {
    category: "Sector",
    city: "City",
    canton: "Canton",
    skill: "Skill",
    skills: "Skills",
    key_skills: "Five key skills",
    technical: "Technical",
    transversal: "Transferable",
    tools: "Tools",
    languages: "Languages",
    experience: "Years of experience",
    years: |years| {
        let (one, more) = (
            format!("{years}\u{a0}year of experience"),
            format!("{years}\u{a0}years of experience"),
        );
        Lang::En.plural(years.unsigned_abs(), one, more)
    },
    day_rate: "Day rate",
    per_day: "/\u{a0}day",
    billing: "Billing",
    payroll: "SPS payrolling",
    certified: "Certified profile",
    not_certified: "Not certified yet",
    make_public: "Make my profile public",
    done: "complete",
    save: "Save",
    unknown_place: "We cannot find this place. Enter a town in Switzerland or near its border, \
                    for example “1003 Lausanne”.",
    search: SearchPage {
        title: "Search for a freelance",
        freelances: "Freelances",
        filters: "Filters",
        close: "Close the filters",
        more: "More choices",
        from_chf: "from CHF",
        to_chf: "to CHF",
        least: "Lowest rate per day",
        most: "Highest rate per day",
        from: |rate| format!("from {rate}"),
        to: |rate| format!("up to {rate}"),
        show: |n| format!("Show {}", profiles(n)),
        profiles,
        keyword: "Keyword",
        placeholder: "Skill, sector, experience…",
        search: "Search",
        sort_by: "Sort by",
        order: |code| match code {
            "recent" => "Recently updated",
            "rate" => "Rate, lowest first",
            "rate-down" => "Rate, highest first",
            "experience" => "Experience",
            _ => "Relevance",
        },
        active: "Active filters",
        remove: "Remove the filter ",
        clear: "Clear all",
        nothing: "No profile matches",
        nothing_text: "Try a synonym, a more general word, or remove a filter.",
        try_instead: "Perhaps you are looking for:",
        see_without_filters: |n| format!("See {} without filters", profiles(n)),
        without_text: "Search without a keyword",
        respelled: "No profile has exactly these words. Here are those that come close.",
        partly: "No profile has all of these words. Here are those that have some of them.",
    },
    previews: PreviewsPage {
        title: "Certified freelances",
        lead: "A preview of each profile: sector, city and five key skills. The rest is for member companies.",
        all_categories: "All sectors",
        counted: |category, n| {
            let number = Lang::En.number(i64::try_from(n).unwrap_or(i64::MAX));
            format!("{category} ({number})")
        },
        city_example: "Lausanne, Annecy…",
        skill_example: "Figma, payroll, SEO…",
        show: "Show",
        profiles,
        nothing: "No profile matches",
        nothing_text: "Try a synonym, another city, or all sectors.",
        see_all: "See all profiles",
        reserved: "Names, rates and experience are for member companies",
        for_visitors: "Create an account with your registration number. Once your company is certified, you see \
                       every profile and publish your first mission.",
        for_companies: "As soon as your company is certified, you see every profile and publish your first mission.",
        for_freelances: "Certified companies see profiles in full. Take good care of yours: it is what they read.",
        certify: "See my file",
        my_profile: "Complete my profile",
    },
    freelance: FreelancePage {
        about: "About",
        work: "Ways of working",
        offer: "Propose a mission",
        no_rate: "Rate to be agreed",
        no_name: "Name to be completed",
        only_you: "Only you see this page for now",
        only_you_text: "Companies see your profile as soon as your documents are validated.",
        edit: "Edit my profile",
    },
    profile: ProfilePage {
        title: "My profile",
        complete: |percent| format!("{percent} complete. The more complete it is, the more it is seen."),
        preview: "Preview",
        sections: "Parts of the profile",
        documents: "Required documents",
        standing: |standing| match standing {
            Standing::Draft => "Your profile is not public yet.",
            Standing::ToContact => "We will contact you about your permit.",
            Standing::InReview => "Your documents are under review.",
            Standing::Certified => "Your profile is certified and visible to companies.",
            Standing::Refused => "Your documents need another look.",
        },
        unfound: "Your profile is certified, but companies do not find it yet. Write its title, your sector and your \
                  city.",
        identity: "In brief",
        identity_advice: "Start with the essentials: what you do, your sector and your city.",
        headline: "Title of your profile",
        headline_hint: "Your trade in a few words, for example “UX designer, insurance products”.",
        no_category: "Choose at least one sector.",
        city_hint: "A town or a postcode, in Switzerland or near its border.",
        about: "Description",
        about_advice: "Add a description: it is what companies read first.",
        description: "Introduce yourself",
        description_hint: "How you work, what you have done, what you are looking for. No phone number or e-mail: \
                           your e-mail is shared when a mission is concluded.",
        skills_lead: "Add what you have really mastered. Visitors see your first five skills, companies see all.",
        skills_advice: "Name at least five skills, the most important ones first.",
        skills: "Your skills",
        skills_hint: "One per line, or separated by commas. Technical, transferable, tools: we sort them for you.",
        add_skill: "Add a skill",
        skill_example: "For example: user research",
        add: "Add",
        long_skill: |skill, most| {
            let start: String = skill.chars().take(30).collect();
            format!("“{start}…” is too long: at most {most} characters per skill.")
        },
        many_skills: |most| format!("Keep your {most} most important skills."),
        languages_advice: "Tick the languages you work in.",
        work: "Ways of working",
        work_advice: "Give your rate and years of experience: companies filter by them.",
        day_rate: "Day rate in CHF",
        day_rate_hint: "For a full day.",
        experience_hint: "In your trade.",
        payroll: "I am happy to work with SPS payrolling",
        saved: "Your profile is saved.",
        skill_added: "The skill is added, your profile is saved.",
    },
    company: CompanyPage {
        title: "My company",
        complete: |percent| format!("{percent} complete. A well-presented company attracts more candidates."),
        certify: "Have my company certified",
        standing: |standing| match standing {
            Standing::Draft => "To be certified",
            Standing::ToContact | Standing::InReview => "Under review",
            Standing::Certified => "Certified company",
            Standing::Refused => "Needs another look",
        },
        who: "Identity",
        name_note: "Name and registration number are verified. To change them, write to us through “Contact us” \
                    at the bottom of the page.",
        logo: "Logo",
        logo_hint: |most| {
            format!("PNG, JPEG or WebP, at most {most}. Everyone sees it, beside your missions.")
        },
        remove_logo: "Remove the logo",
        what: "Presentation",
        sector: "Sector",
        sector_hint: "For example “Insurance” or “Communication agency”.",
        presentation: "Presentation of the company",
        presentation_hint: "What you do, your team, how you work with freelances.",
        website: "Website",
        website_hint: "For example https://www.example.ch",
        location: "Address",
        street: "Street and number",
        city_hint: "The head office or the place of work, with or without a postcode.",
        contact: "Contact person",
        contact_role: "Role of the contact person",
        contact_role_hint: "For example “HR manager”.",
        foot: "Certified freelances see this with your missions.",
        saved: "The presentation of your company is saved.",
    },
};
