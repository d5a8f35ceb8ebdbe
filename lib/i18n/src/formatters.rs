//! The ICU formatters of each language, built once, at first use.

use std::sync::LazyLock;

use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter as DateFormatter;
use icu::datetime::fieldsets::{MD, MDE, YM, YMD, YMDE};
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::Locale;
use icu::plurals::PluralRules;

use crate::Lang;

/// What ICU knows about one language.
pub(crate) struct Formatters {
    pub(crate) plurals: PluralRules,
    pub(crate) list: ListFormatter,
    /// 14 juin 2026
    pub(crate) date: DateFormatter<Gregorian, YMD>,
    /// 14 juin
    pub(crate) day_month: DateFormatter<Gregorian, MD>,
    /// juin 2026
    pub(crate) month: DateFormatter<Gregorian, YM>,
    /// dimanche 14 juin
    pub(crate) weekday_day: DateFormatter<Gregorian, MDE>,
    /// dimanche 14 juin 2026
    pub(crate) weekday_date: DateFormatter<Gregorian, YMDE>,
}

impl Lang {
    pub(crate) fn formatters(self) -> &'static Formatters {
        static FR: LazyLock<Formatters> = LazyLock::new(|| Formatters::of(Lang::Fr));
        static EN: LazyLock<Formatters> = LazyLock::new(|| Formatters::of(Lang::En));
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

impl Formatters {
    #[expect(
        clippy::expect_used,
        reason = "the data is compiled in and holds every language; a test builds them all"
    )]
    fn of(lang: Lang) -> Formatters {
        let locale: Locale = lang.tag().parse().expect("a well-formed tag");
        let wide = ListFormatterOptions::default().with_length(ListLength::Wide);
        Formatters {
            plurals: PluralRules::try_new_cardinal((&locale).into()).expect("plural rules"),
            list: ListFormatter::try_new_and((&locale).into(), wide).expect("list pattern"),
            date: DateFormatter::try_new((&locale).into(), YMD::long()).expect("date pattern"),
            day_month: DateFormatter::try_new((&locale).into(), MD::long()).expect("day pattern"),
            month: DateFormatter::try_new((&locale).into(), YM::long()).expect("month pattern"),
            weekday_day: DateFormatter::try_new((&locale).into(), MDE::long()).expect("weekday pattern"),
            weekday_date: DateFormatter::try_new((&locale).into(), YMDE::long()).expect("full date pattern"),
        }
    }
}
