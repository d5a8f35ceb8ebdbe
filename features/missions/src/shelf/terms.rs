//! Values one filters by that a mission does not say itself.

/// How long missions run, as one filters by (R64).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Duration {
    Short,
    Medium,
    Long,
}

impl Duration {
    pub(crate) const ALL: [Duration; 3] = [Duration::Short, Duration::Medium, Duration::Long];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Duration::Short => "short",
            Duration::Medium => "medium",
            Duration::Long => "long",
        }
    }

    pub(crate) const fn of(months: i64) -> Duration {
        match months {
            ..3 => Duration::Short,
            3..=6 => Duration::Medium,
            7.. => Duration::Long,
        }
    }
}

/// The value of the facet `payroll` where payroll is wished (R64).
pub(crate) const WISHED: &str = "yes";
