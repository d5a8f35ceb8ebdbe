use super::elided;

#[test]
fn a_vowel_takes_the_place_of_the_e() {
    for (word, name, said) in [
        ("de", "Atelier Brun", "d’Atelier Brun"),
        ("de", "École du Lac", "d’École du Lac"),
        ("de", "étude Rey", "d’étude Rey"),
        ("de", "Œuvre", "d’Œuvre"),
        ("que", "Ombeline", "qu’Ombeline"),
        ("dès que", "Ümit", "dès qu’Ümit"),
        ("de", "Brun", "de Brun"),
        ("de", "Hôtel des Alpes", "de Hôtel des Alpes"),
        ("que", "Yann", "que Yann"),
        ("de", "3 Lacs", "de 3 Lacs"),
        ("de", "", "de "),
        ("à", "Atelier Brun", "à Atelier Brun"),
    ] {
        assert_eq!(elided(word, name), said);
    }
}
