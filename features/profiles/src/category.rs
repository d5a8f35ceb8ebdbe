//! The four categories (R11).

use i18n::Lang;
use serde::{Deserialize, Serialize};

/// One of the four categories every profile and mission belongs to, one or more (R11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Marketing & Communication.
    Marketing,
    /// Data, IT & Web.
    Data,
    /// RH & Légal.
    Legal,
    /// Business & Stratégie.
    Business,
}

impl Category {
    /// All four, in the order they are shown.
    pub const ALL: [Category; 4] = [
        Category::Marketing,
        Category::Data,
        Category::Legal,
        Category::Business,
    ];

    /// Its name in addresses, storage and the search index.
    pub const fn code(self) -> &'static str {
        match self {
            Category::Marketing => "marketing",
            Category::Data => "data",
            Category::Legal => "legal",
            Category::Business => "business",
        }
    }

    /// Reads what [`Category::code`] wrote.
    pub fn parse(code: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|category| category.code() == code)
    }

    /// Its name for people (wording of R11).
    pub const fn name(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Fr | Lang::En, Category::Marketing) => "Marketing & Communication",
            (Lang::Fr | Lang::En, Category::Data) => "Data, IT & Web",
            (Lang::Fr, Category::Legal) => "RH & Légal",
            (Lang::En, Category::Legal) => "HR & Legal",
            (Lang::Fr, Category::Business) => "Business & Stratégie",
            (Lang::En, Category::Business) => "Business & Strategy",
        }
    }

    /// What people type in a search bar when they mean it, beside its name, in French and English (R63, R113).
    pub const fn searched_as(self) -> &'static str {
        match self {
            Category::Marketing => "publicité advertising",
            Category::Data => "informatique computing",
            Category::Legal => "ressources humaines human resources juridique droit law",
            Category::Business => "affaires conseil consulting",
        }
    }

    /// The motif that stands for it.
    pub const fn motif(self) -> web::Motif {
        web::Motif(match self {
            Category::Marketing => "mkt",
            Category::Data => "it",
            Category::Legal => "rh",
            Category::Business => "biz",
        })
    }
}
