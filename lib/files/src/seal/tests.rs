#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;
use uuid::Uuid;

use super::{HEADER, Key, Ring};

const A: Uuid = Uuid::from_u128(1);
const B: Uuid = Uuid::from_u128(2);

fn ring(keys: &[&Key]) -> Ring {
    Ring::new(keys.iter().map(|key| (*key).clone()).collect()).unwrap()
}

fn key() -> Key {
    Key::generate().unwrap()
}

#[test]
fn a_sealed_file_opens_in_its_own_place_only() {
    let ring = ring(&[&key()]);

    let sealed = ring.seal(A, b"permis").unwrap();

    assert_eq!(ring.open(A, sealed.clone()).unwrap(), b"permis");
    ring.open(B, sealed).unwrap_err();
}

#[test]
fn every_changed_byte_and_every_missing_byte_is_noticed() {
    let ring = ring(&[&key()]);
    let sealed = ring.seal(A, b"permis").unwrap();

    for at in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert!(ring.open(A, altered).is_err(), "byte {at}");
        assert!(ring.open(A, sealed[..at].to_vec()).is_err(), "cut at {at}");
    }
    let longer = [sealed.as_slice(), b"x"].concat();
    ring.open(A, longer).unwrap_err();
}

#[test]
fn the_same_file_never_looks_the_same_twice() {
    let ring = ring(&[&key()]);

    let first = ring.seal(A, b"permis").unwrap();
    let second = ring.seal(A, b"permis").unwrap();

    assert_ne!(first[13..], second[13..]);
    assert!(!first.windows(6).any(|window| window == b"permis"));
}

#[test]
fn a_replaced_key_still_opens_and_can_be_dropped_after_rewrapping() {
    let (old, new) = (key(), key());
    let sealed = ring(&[&old]).seal(A, b"permis").unwrap();
    let both = ring(&[&new, &old]);

    assert_eq!(both.open(A, sealed.clone()).unwrap(), b"permis");
    let rewrapped = both.rewrap(A, &sealed).unwrap().unwrap();

    assert_eq!(ring(&[&new]).open(A, rewrapped.clone()).unwrap(), b"permis");
    ring(&[&old]).open(A, rewrapped.clone()).unwrap_err();
    // Only the header changed, and there is nothing left to do.
    assert_eq!(rewrapped[HEADER..], sealed[HEADER..]);
    assert_eq!(both.rewrap(A, &rewrapped).unwrap(), None);
    // Nor does rewrapping accept another file's header.
    both.rewrap(B, &sealed).unwrap_err();
}

#[test]
fn a_key_that_is_not_there_is_named_as_the_cause() {
    let sealed = ring(&[&key()]).seal(A, b"permis").unwrap();

    let error = ring(&[&key()]).open(A, sealed).unwrap_err();

    assert!(error.to_string().contains("not in the settings"));
}

#[test]
fn there_is_no_encryption_without_a_key() {
    Ring::new(Vec::new()).unwrap_err();
}

#[test]
fn a_key_is_32_bytes_in_base64_and_is_never_printed() {
    let key = key();
    let text = key.to_base64();

    assert_eq!(text.parse::<Key>().unwrap(), key);
    assert_eq!(format!(" {text}\n").parse::<Key>().unwrap(), key);
    assert!(!format!("{key:?}").contains(&text[..8]));
    for wrong in ["", "short", "AAAA", "not base64 at all!"] {
        let error = wrong.parse::<Key>().unwrap_err();
        assert!(wrong.is_empty() || !error.to_string().contains(wrong));
    }
}

#[test]
fn a_keys_id_is_the_start_of_its_hash() {
    // `head -c 32 /dev/zero | sha256sum`
    let key: Key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".parse().unwrap();

    assert_eq!(format!("{key:?}"), "Key(66687aadf862bd77)");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn files_of_any_size_come_back_whole(size in 0_usize..200_000) {
        let ring = ring(&[&key()]);
        let plain: Vec<u8> = (0..size).map(|i| i.to_le_bytes()[0]).collect();

        let sealed = ring.seal(A, &plain).unwrap();

        prop_assert_eq!(sealed.len(), HEADER + 24 + size + 16);
        prop_assert_eq!(ring.open(A, sealed).unwrap(), plain);
    }
}
