//! Français.

use super::{Facts, Words};
use crate::Workplace;

pub(super) static FR: Words = Words {
    facts: Facts {
        workplace: |workplace| match workplace {
            Workplace::OnSite => "Sur place",
            Workplace::Hybrid => "Hybride",
            Workplace::Remote => "À distance",
        },
        city_and_workplace: |city, workplace| match workplace {
            Workplace::OnSite => format!("{city}, sur place"),
            Workplace::Hybrid => format!("{city}, hybride"),
            Workplace::Remote => format!("{city}, à distance"),
        },
        per_day: |rate| format!("{rate}\u{a0}/\u{a0}jour"),
        rate_open: "Tarif à convenir",
        months: |months| format!("{months}\u{a0}mois"),
        from_day: |day| format!("dès le {day}"),
        as_soon_as_possible: "dès que possible",
        comma: ", ",
    },
};
