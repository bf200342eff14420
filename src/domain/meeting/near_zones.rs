//! A zone's offsets for the days around now, asked for once: ten thousand meetings may not ask the browser ten thousand times.

use crate::moment::Zone;
use crate::zones::{self, Zones};
use chrono::NaiveDateTime;

const DAY_MS: i64 = 86_400_000;
/// Before now: a meeting may have begun a day ago, and what its clock showed is asked half a day further.
const BEFORE_MS: i64 = 3 * DAY_MS;
/// After now: a week, and as much around it.
const AFTER_MS: i64 = 10 * DAY_MS;
const MINUTE_MS: i64 = 60_000;

/// What one zone's clock shows, from three days before an instant to ten days after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearZone {
    zone: Zone,
    /// From which instant on (UTC ms) which offset (seconds) holds, in their order; the first one holds before its instant too.
    steps: Vec<(i64, i32)>,
}

impl NearZone {
    /// Asks three times, and a few times more when the clock is changed in these days. None for a zone that is not known.
    ///
    /// That no clock changes and changes back within these thirteen days is tested for every zone.
    pub fn around(zones: &dyn Zones, zone: &Zone, now_utc_ms: i64) -> Option<NearZone> {
        let from = now_utc_ms.saturating_sub(BEFORE_MS);
        let to = now_utc_ms.saturating_add(AFTER_MS);
        let mut steps = vec![(from, zones.offset_s(zone, from)?)];
        for (start, end) in [(from, now_utc_ms), (now_utc_ms, to)] {
            let before = zones.offset_s(zone, start)?;
            let after = zones.offset_s(zone, end)?;
            if before != after {
                steps.push((change_between(zones, zone, (start, end), before)?, after));
            }
        }
        Some(NearZone { zone: zone.clone(), steps })
    }

    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The instant at which its clock shows `civil`; see [`zones::instant_of`].
    pub fn instant_of(&self, civil: NaiveDateTime) -> Option<i64> {
        zones::instant_of(self, &self.zone, civil)
    }

    /// What its clock shows at an instant.
    pub fn civil_of(&self, utc_ms: i64) -> Option<NaiveDateTime> {
        zones::civil_of(self, &self.zone, utc_ms)
    }
}

/// Of its own zone only, whatever zone is asked for.
impl Zones for NearZone {
    fn offset_s(&self, _: &Zone, utc_ms: i64) -> Option<i32> {
        let holds = self.steps.iter().rev().find(|(from, _)| *from <= utc_ms).or(self.steps.first());
        holds.map(|(_, offset)| *offset)
    }
}

/// The first minute at which the offset is not `before` any more.
fn change_between(zones: &dyn Zones, zone: &Zone, (from, to): (i64, i64), before: i32) -> Option<i64> {
    let (mut still, mut changed) = (from.div_euclid(MINUTE_MS), to.div_euclid(MINUTE_MS).saturating_add(1));
    while changed.saturating_sub(still) > 1 {
        let middle = still.midpoint(changed);
        if zones.offset_s(zone, middle.saturating_mul(MINUTE_MS))? == before {
            still = middle;
        } else {
            changed = middle;
        }
    }
    Some(changed.saturating_mul(MINUTE_MS))
}
