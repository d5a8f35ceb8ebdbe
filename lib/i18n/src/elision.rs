//! French elision.

/// « de » or « que » before a name: « de Brun », but « d’Atelier Brun », « qu’Élise ». An h is left as
/// it is: no spelling tells a mute one.
pub fn elided(word: &str, name: &str) -> String {
    let first = name.chars().flat_map(char::to_lowercase).next();
    match word.strip_suffix('e') {
        Some(stem) if first.is_some_and(is_vowel) => format!("{stem}’{name}"),
        _ => format!("{word} {name}"),
    }
}

/// A y is none: « de Yann ».
fn is_vowel(letter: char) -> bool {
    "aàáâãäåæeèéêëiìíîïoòóôõöøœuùúûü".contains(letter)
}

#[cfg(test)]
mod tests;
