//! The roles of this house and what each may do: rights for routes, extractors for handlers.
//!
//! They stand here, on the lowest floor, because clearance is what certification gives. « Who sees
//! what » in the requirements is the source of every line.

use axum::{extract::FromRequestParts, http::request::Parts};
use uuid::Uuid;
use web::{
    Member, Page, Problem, Right, Role, Viewer,
    routes::{Access, member_with},
};

use crate::words::locked;

/// Somebody who works on missions.
pub const FREELANCE: Role = Role("freelance");
/// A firm that publishes missions.
pub const COMPANY: Role = Role("company");
/// A member of the operator's team.
pub const STAFF: Role = Role("staff");

/// The role of this name, for storage.
pub fn role(name: &str) -> Option<Role> {
    [FREELANCE, COMPANY, STAFF]
        .into_iter()
        .find(|role| role.0 == name)
}

fn only(viewer: &Viewer, role: Role, cleared: bool) -> Access {
    match viewer.member() {
        None => Access::SignIn,
        Some(member) if member.role != role => Access::No,
        Some(member) if cleared && !member.cleared => Access::Locked,
        Some(_) => Access::Yes,
    }
}

/// Any freelance, certified or not.
pub const ANY_FREELANCE: Right = Right {
    name: "freelance",
    admits: |viewer| only(viewer, FREELANCE, false),
    locked: None,
};
/// A certified freelance.
pub const CERTIFIED_FREELANCE: Right = Right {
    name: "certified freelance",
    admits: |viewer| only(viewer, FREELANCE, true),
    locked: Some(locked),
};
/// Any company, certified or not.
pub const ANY_COMPANY: Right = Right {
    name: "company",
    admits: |viewer| only(viewer, COMPANY, false),
    locked: None,
};
/// A certified company.
pub const CERTIFIED_COMPANY: Right = Right {
    name: "certified company",
    admits: |viewer| only(viewer, COMPANY, true),
    locked: Some(locked),
};
/// A freelance or a company, certified or not.
pub const EITHER_SIDE: Right = Right {
    name: "freelance or company",
    admits: |viewer| either(viewer, false),
    locked: None,
};
/// A certified freelance or a certified company.
pub const CERTIFIED_SIDE: Right = Right {
    name: "certified freelance or company",
    admits: |viewer| either(viewer, true),
    locked: Some(locked),
};
/// Staff.
pub const STAFF_ONLY: Right = Right {
    name: "staff",
    admits: |viewer| only(viewer, STAFF, false),
    locked: None,
};

fn either(viewer: &Viewer, cleared: bool) -> Access {
    match only(viewer, FREELANCE, cleared) {
        Access::No => only(viewer, COMPANY, cleared),
        access => access,
    }
}

/// Declares an extractor that hands over the account a right admits.
macro_rules! extractor {
    ($(#[$doc:meta])* $name:ident, $right:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// The account.
            pub account: Uuid,
            /// Everything the session knows.
            pub member: Member,
        }

        impl<S: Send + Sync> FromRequestParts<S> for $name {
            type Rejection = Problem;

            async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
                let page = Page::from_request_parts(parts, state).await?;
                let member = member_with(&page, $right)?;
                Ok($name { account: member.account, member })
            }
        }
    };
}

extractor!(
    /// The freelance who looks, certified or not.
    Freelance,
    ANY_FREELANCE
);
extractor!(
    /// The certified freelance who looks.
    CertifiedFreelance,
    CERTIFIED_FREELANCE
);
extractor!(
    /// The company that looks, certified or not.
    Company,
    ANY_COMPANY
);
extractor!(
    /// The certified company that looks.
    CertifiedCompany,
    CERTIFIED_COMPANY
);
extractor!(
    /// The freelance or company that looks, certified or not.
    Side,
    EITHER_SIDE
);
extractor!(
    /// The certified freelance or company that looks.
    CertifiedSide,
    CERTIFIED_SIDE
);
extractor!(
    /// The member of staff who looks.
    Staff,
    STAFF_ONLY
);
