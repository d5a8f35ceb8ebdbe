use crate::Lang;

#[test]
fn french_keeps_zero_singular_and_english_does_not() {
    for (n, fr, en) in [
        (0, "jour", "days"),
        (1, "jour", "day"),
        (2, "jours", "days"),
        (3, "jours", "days"),
        (10, "jours", "days"),
        (11, "jours", "days"),
        (21, "jours", "days"),
        (101, "jours", "days"),
        (1_000_000, "jours", "days"),
        (u64::MAX, "jours", "days"),
    ] {
        assert_eq!(Lang::Fr.plural(n, "jour", "jours"), fr, "{n}");
        assert_eq!(Lang::En.plural(n, "day", "days"), en, "{n}");
    }
}
