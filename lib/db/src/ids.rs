//! Typed keys.

use uuid::Uuid;

/// A typed key over a UUID; made by [`id!`](crate::id).
pub trait Key: Copy + Eq + std::hash::Hash + std::fmt::Display + Send + Sync + 'static {
    /// Wraps a raw key.
    fn of(raw: Uuid) -> Self;
    /// The raw key.
    fn raw(self) -> Uuid;
}

/// Declares a typed key: `db::id!(/// One order. OrderId);`. It stores as a UUID on both engines,
/// prints and parses as text, and serialises as a string. The crate needs `sea-orm`, `serde` and
/// `uuid` among its dependencies.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, sea_orm::DeriveValueType,
                 serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl $crate::Key for $name {
            fn of(raw: uuid::Uuid) -> Self { Self(raw) }
            fn raw(self) -> uuid::Uuid { self.0 }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}
