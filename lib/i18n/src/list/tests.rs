use crate::Lang::{En, Fr};

#[test]
fn a_list_ends_in_and() {
    for (items, fr, en) in [
        (&[][..], "", ""),
        (&["a"][..], "a", "a"),
        (&["a", "b"][..], "a et b", "a and b"),
        (&["a", "b", "c"][..], "a, b et c", "a, b and c"),
        (&["a", "b", "c", "d"][..], "a, b, c et d", "a, b, c and d"),
    ] {
        assert_eq!(Fr.list(items), fr);
        assert_eq!(En.list(items), en);
    }
}
