//! What people write about.

use sea_orm::{ActiveEnum, DeriveActiveEnum, EnumIter, Iterable};

/// The topic of a message to the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub(crate) enum Topic {
    /// Anything.
    General,
    /// One's account, or signing in.
    Account,
    /// Certification and documents.
    Certification,
    /// A new registration number: only staff change it (R117).
    Number,
    /// Payrolling and invoices, unpaid ones too (R56).
    Payroll,
    /// A trade outside the four categories (R14).
    Services,
    /// Something that should not be here.
    Content,
    /// Anything else.
    Other,
}

impl Topic {
    /// Its name in addresses, forms and storage.
    pub(crate) fn code(self) -> String {
        self.to_value()
    }

    /// The topic of this code.
    pub(crate) fn parse(code: &str) -> Option<Topic> {
        Topic::try_from_value(&code.to_owned()).ok()
    }

    /// Its place in the order of forms and words.
    pub(crate) fn place(self) -> usize {
        self as usize
    }

    /// All of them, in that order.
    pub(crate) fn all() -> impl Iterator<Item = Topic> {
        Topic::iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Topic;
    use crate::schema::TOPICS;

    #[test]
    fn topics_are_stored_under_the_names_the_table_allows() {
        let codes: Vec<String> = Topic::all().map(Topic::code).collect();

        assert_eq!(codes, TOPICS);
        for topic in Topic::all() {
            assert_eq!(Topic::parse(&topic.code()), Some(topic));
        }
        assert_eq!(Topic::parse("Number"), None);
        assert_eq!(Topic::parse(""), None);
    }
}
