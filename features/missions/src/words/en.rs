//! English.

use i18n::Lang;

use super::{Facts, Words};
use crate::Workplace;

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
        rate_open: "Rate to be agreed",
        months: |months| {
            let unit = Lang::En.plural(months.unsigned_abs(), "month", "months");
            format!("{months}\u{a0}{unit}")
        },
        from_day: |day| format!("from {day}"),
        as_soon_as_possible: "as soon as possible",
        comma: ", ",
    },
};
