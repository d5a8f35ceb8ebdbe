//! The cantons and the language regions.

use std::fmt;

use crate::places::fold;

/// One of the 26 cantons, in the order of their codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Canton {
    /// Aargau.
    Ag,
    /// Appenzell Innerrhoden.
    Ai,
    /// Appenzell Ausserrhoden.
    Ar,
    /// Bern.
    Be,
    /// Basel-Landschaft.
    Bl,
    /// Basel-Stadt.
    Bs,
    /// Fribourg.
    Fr,
    /// Geneva.
    Ge,
    /// Glarus.
    Gl,
    /// Grisons.
    Gr,
    /// Jura.
    Ju,
    /// Lucerne.
    Lu,
    /// Neuchâtel.
    Ne,
    /// Nidwalden.
    Nw,
    /// Obwalden.
    Ow,
    /// St. Gallen.
    Sg,
    /// Schaffhausen.
    Sh,
    /// Solothurn.
    So,
    /// Schwyz.
    Sz,
    /// Thurgau.
    Tg,
    /// Ticino.
    Ti,
    /// Uri.
    Ur,
    /// Vaud.
    Vd,
    /// Valais.
    Vs,
    /// Zug.
    Zg,
    /// Zurich.
    Zh,
}

/// What something is called in the languages of the country and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names {
    /// French.
    pub fr: &'static str,
    /// German.
    pub de: &'static str,
    /// Italian.
    pub it: &'static str,
    /// English.
    pub en: &'static str,
}

impl Canton {
    /// Every canton, in the order of their codes.
    pub const ALL: [Canton; 26] = [
        Canton::Ag,
        Canton::Ai,
        Canton::Ar,
        Canton::Be,
        Canton::Bl,
        Canton::Bs,
        Canton::Fr,
        Canton::Ge,
        Canton::Gl,
        Canton::Gr,
        Canton::Ju,
        Canton::Lu,
        Canton::Ne,
        Canton::Nw,
        Canton::Ow,
        Canton::Sg,
        Canton::Sh,
        Canton::So,
        Canton::Sz,
        Canton::Tg,
        Canton::Ti,
        Canton::Ur,
        Canton::Vd,
        Canton::Vs,
        Canton::Zg,
        Canton::Zh,
    ];

    /// The code of two capitals, « VD »: for storage, addresses and number plates.
    pub const fn code(self) -> &'static str {
        self.facts().0
    }

    /// What it is called: « Vaud », "Waadt".
    pub const fn names(self) -> Names {
        self.facts().1
    }

    /// The language region most of its people live in.
    ///
    /// Fribourg and Valais count as French, Berne and the Grisons as German
    /// Switzerland, though both languages (all three in the Grisons) are at home there.
    pub const fn region(self) -> Region {
        match self {
            Canton::Fr | Canton::Ge | Canton::Ju | Canton::Ne | Canton::Vd | Canton::Vs => Region::French,
            Canton::Ti => Region::Italian,
            Canton::Ag
            | Canton::Ai
            | Canton::Ar
            | Canton::Be
            | Canton::Bl
            | Canton::Bs
            | Canton::Gl
            | Canton::Gr
            | Canton::Lu
            | Canton::Nw
            | Canton::Ow
            | Canton::Sg
            | Canton::Sh
            | Canton::So
            | Canton::Sz
            | Canton::Tg
            | Canton::Ur
            | Canton::Zg
            | Canton::Zh => Region::German,
        }
    }

    /// Reads a code (`VD`, `vd`, `CH-VD`) or a name in any of the four languages,
    /// with or without accents.
    pub fn parse(text: &str) -> Option<Canton> {
        let text = fold(text);
        let code = text.strip_prefix("ch ").unwrap_or(&text);
        Canton::ALL.into_iter().find(|canton| {
            let Names { fr, de, it, en } = canton.names();
            canton.code().eq_ignore_ascii_case(code)
                || [fr, de, it, en].into_iter().any(|name| fold(name) == text)
        })
    }

    // Names: ISO 3166-2 with the customary forms; see data/README.md.
    #[rustfmt::skip]
    const fn facts(self) -> (&'static str, Names) {
        match self {
            Canton::Ag => ("AG", names("Argovie", "Aargau", "Argovia", "Aargau")),
            Canton::Ai => ("AI", names("Appenzell Rhodes-Intérieures", "Appenzell Innerrhoden", "Appenzello Interno", "Appenzell Innerrhoden")),
            Canton::Ar => ("AR", names("Appenzell Rhodes-Extérieures", "Appenzell Ausserrhoden", "Appenzello Esterno", "Appenzell Ausserrhoden")),
            Canton::Be => ("BE", names("Berne", "Bern", "Berna", "Bern")),
            Canton::Bl => ("BL", names("Bâle-Campagne", "Basel-Landschaft", "Basilea Campagna", "Basel-Landschaft")),
            Canton::Bs => ("BS", names("Bâle-Ville", "Basel-Stadt", "Basilea Città", "Basel-Stadt")),
            Canton::Fr => ("FR", names("Fribourg", "Freiburg", "Friburgo", "Fribourg")),
            Canton::Ge => ("GE", names("Genève", "Genf", "Ginevra", "Geneva")),
            Canton::Gl => ("GL", names("Glaris", "Glarus", "Glarona", "Glarus")),
            Canton::Gr => ("GR", names("Grisons", "Graubünden", "Grigioni", "Graubünden")),
            Canton::Ju => ("JU", names("Jura", "Jura", "Giura", "Jura")),
            Canton::Lu => ("LU", names("Lucerne", "Luzern", "Lucerna", "Lucerne")),
            Canton::Ne => ("NE", names("Neuchâtel", "Neuenburg", "Neuchâtel", "Neuchâtel")),
            Canton::Nw => ("NW", names("Nidwald", "Nidwalden", "Nidvaldo", "Nidwalden")),
            Canton::Ow => ("OW", names("Obwald", "Obwalden", "Obvaldo", "Obwalden")),
            Canton::Sg => ("SG", names("Saint-Gall", "St. Gallen", "San Gallo", "St. Gallen")),
            Canton::Sh => ("SH", names("Schaffhouse", "Schaffhausen", "Sciaffusa", "Schaffhausen")),
            Canton::So => ("SO", names("Soleure", "Solothurn", "Soletta", "Solothurn")),
            Canton::Sz => ("SZ", names("Schwytz", "Schwyz", "Svitto", "Schwyz")),
            Canton::Tg => ("TG", names("Thurgovie", "Thurgau", "Turgovia", "Thurgau")),
            Canton::Ti => ("TI", names("Tessin", "Tessin", "Ticino", "Ticino")),
            Canton::Ur => ("UR", names("Uri", "Uri", "Uri", "Uri")),
            Canton::Vd => ("VD", names("Vaud", "Waadt", "Vaud", "Vaud")),
            Canton::Vs => ("VS", names("Valais", "Wallis", "Vallese", "Valais")),
            Canton::Zg => ("ZG", names("Zoug", "Zug", "Zugo", "Zug")),
            Canton::Zh => ("ZH", names("Zurich", "Zürich", "Zurigo", "Zurich")),
        }
    }
}

const fn names(fr: &'static str, de: &'static str, it: &'static str, en: &'static str) -> Names {
    Names { fr, de, it, en }
}

/// The canton's code.
impl fmt::Display for Canton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The parts of the country by the language most spoken, whole cantons each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// Suisse romande.
    French,
    /// Deutschschweiz.
    German,
    /// Ticino.
    Italian,
}

#[cfg(test)]
mod tests;
