//! How complete a mission is.

use crate::store::Mission;

/// A description of so many characters is a detailed one.
const DETAILED: i64 = 600;
/// So many skills tell what is asked for.
const SKILLS: i64 = 5;

/// How complete a published mission is, in percent: the fields that may stay empty, a detailed
/// description, listed skills, and its company's profile, a quarter each (R97).
pub(super) fn percent(mission: &Mission, company: i64) -> i64 {
    let fields = [mission.months, mission.activity, mission.day_rate];
    let parts = [
        share(fields.iter().flatten().count(), 3),
        share(mission.description.chars().count(), DETAILED),
        share(mission.skills.0.len(), SKILLS),
        company,
    ];
    parts.iter().sum::<i64>() / 4
}

/// How much of `full` is there, in percent.
fn share(there: usize, full: i64) -> i64 {
    let there = i64::try_from(there).unwrap_or(i64::MAX).min(full);
    there * 100 / full
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MissionId, store::draft};

    // R97
    #[test]
    fn every_part_that_is_filled_in_makes_it_more_complete() {
        let mut mission = draft(
            MissionId(uuid::Uuid::nil()),
            profiles::CompanyId(uuid::Uuid::nil()),
            db::Timestamp::default(),
        );
        assert_eq!(percent(&mission, 0), 0);
        mission.months = Some(6);
        assert_eq!(percent(&mission, 0), 8);
        (mission.activity, mission.day_rate) = (Some(80), Some(950));
        assert_eq!(percent(&mission, 0), 25);
        mission.description = "é".repeat(300);
        assert_eq!(percent(&mission, 0), 37);
        mission.description = "é".repeat(5_000);
        mission.skills.0 = vec![String::new(); 4];
        assert_eq!(percent(&mission, 0), 70);
        mission.skills.0 = vec![String::new(); 9];
        assert_eq!((percent(&mission, 0), percent(&mission, 100)), (75, 100));
    }
}
