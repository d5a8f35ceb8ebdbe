use crate::Lang::{self, En, Fr};

#[test]
fn numbers_are_grouped_the_swiss_way_in_every_language() {
    for (n, expected) in [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (1_000, "1’000"),
        (12_345, "12’345"),
        (1_234_567, "1’234’567"),
        (-5, "-5"),
        (-12_345, "-12’345"),
        (i64::MAX, "9’223’372’036’854’775’807"),
        (i64::MIN, "-9’223’372’036’854’775’808"),
    ] {
        for lang in Lang::ALL {
            assert_eq!(lang.number(n), expected);
        }
    }
}

#[test]
fn francs_follow_their_sign_after_a_no_break_space() {
    for lang in Lang::ALL {
        assert_eq!(lang.chf(1_050), "CHF\u{a0}1’050");
        assert_eq!(lang.chf(880), "CHF\u{a0}880");
        assert_eq!(lang.chf(103_550), "CHF\u{a0}103’550");
    }
}

#[test]
fn french_sets_the_percent_sign_apart() {
    for (n, fr, en) in [
        (0, "0\u{a0}%", "0%"),
        (80, "80\u{a0}%", "80%"),
        (1_200, "1’200\u{a0}%", "1’200%"),
    ] {
        assert_eq!(Fr.percent(n), fr);
        assert_eq!(En.percent(n), en);
    }
}

#[test]
fn sizes_are_said_in_the_largest_fitting_unit() {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * KB;
    for (bytes, fr, en) in [
        (0, "0 o", "0 B"),
        (1_023, "1023 o", "1023 B"),
        (KB, "1 Ko", "1 KB"),
        (KB + 512, "2 Ko", "2 KB"),
        (412 * KB, "412 Ko", "412 KB"),
        (MB - KB, "1023 Ko", "1023 KB"),
        (MB - 1, "1 Mo", "1 MB"),
        (MB, "1 Mo", "1 MB"),
        (MB * 14 / 10 + 1, "1,4 Mo", "1.4 MB"),
        (8 * MB, "8 Mo", "8 MB"),
        (10 * MB - 1, "10 Mo", "10 MB"),
        (25 * MB + MB / 2, "26 Mo", "26 MB"),
        (1024 * MB - 1, "1 Go", "1 GB"),
        (3 * 1024 * MB / 2, "1,5 Go", "1.5 GB"),
    ] {
        assert_eq!(Fr.bytes(bytes), fr.replace(' ', "\u{a0}"), "{bytes}");
        assert_eq!(En.bytes(bytes), en.replace(' ', "\u{a0}"), "{bytes}");
    }
    assert!(Fr.bytes(u64::MAX).ends_with("Go"));
}
