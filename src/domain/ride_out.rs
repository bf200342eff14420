//! Riding a craving out: a three-minute wave to watch while the urge rises, crests and falls by itself.
//!
//! Urge surfing is Marlatt's (Marlatt & Gordon 1985): the urge is watched like a wave and not fought. The wave can be
//! left and resumed; a phone that rings, locks or forgets the page costs nobody the minutes already stayed.

use thiserror::Error;

/// Where the wave crests and where it begins to fall, in seconds. Rising is a third of it, falling nearly half.
const CREST_FROM_S: f32 = 60.0;
const FALL_FROM_S: f32 = 100.0;

/// How far a person has come along the wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RideOut {
    elapsed_s: u16,
    state: RideOutState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RideOutState {
    /// Being watched since this instant (milliseconds since 1970 in UTC); the time before it is in the seconds already had.
    Running {
        since_utc_ms: i64,
    },
    /// Put aside; it can be resumed.
    Left,
    Finished,
}

/// What the wave is doing, for the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WavePhase {
    Rising,
    Cresting,
    Falling,
    /// The three minutes are over.
    Settled,
}

/// Seconds and a state that no ride-out can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a ride-out is at most 180 seconds, and finished exactly there")]
pub struct RideOutError;

impl RideOut {
    /// Three minutes, in seconds.
    pub const LENGTH_S: u16 = 180;

    pub fn start(now_ms: i64) -> RideOut {
        RideOut { elapsed_s: 0, state: RideOutState::Running { since_utc_ms: now_ms } }
    }

    /// From parts that were kept.
    ///
    /// # Errors
    /// [`RideOutError`] beyond the wave's length, or finished before its end.
    pub fn restore(elapsed_s: u16, state: RideOutState) -> Result<RideOut, RideOutError> {
        let possible = match state {
            RideOutState::Running { .. } | RideOutState::Left => elapsed_s <= RideOut::LENGTH_S,
            RideOutState::Finished => elapsed_s == RideOut::LENGTH_S,
        };
        if possible { Ok(RideOut { elapsed_s, state }) } else { Err(RideOutError) }
    }

    pub fn state(&self) -> RideOutState {
        self.state
    }

    /// The seconds counted up to the last start, leave or resume, 0 to 180.
    pub fn elapsed_s(&self) -> u16 {
        self.elapsed_s
    }

    /// Whole seconds along the wave at this instant, 0 to 180. A clock set back takes none away that were counted.
    pub fn elapsed_at(&self, now_ms: i64) -> u16 {
        match self.state {
            RideOutState::Running { since_utc_ms } => {
                let more_s = now_ms.saturating_sub(since_utc_ms).max(0) / 1000;
                let more_s = u16::try_from(more_s).unwrap_or(RideOut::LENGTH_S);
                self.elapsed_s.saturating_add(more_s).min(RideOut::LENGTH_S)
            }
            RideOutState::Left | RideOutState::Finished => self.elapsed_s,
        }
    }

    /// Put aside, or finished if the three minutes are over.
    pub fn leave(&self, now_ms: i64) -> RideOut {
        let elapsed_s = self.elapsed_at(now_ms);
        let state = if elapsed_s >= RideOut::LENGTH_S { RideOutState::Finished } else { RideOutState::Left };
        RideOut { elapsed_s, state }
    }

    /// On from where it was left. A finished one stays finished, and so does one whose minutes went by unwatched.
    pub fn resume(&self, now_ms: i64) -> RideOut {
        let left = self.leave(now_ms);
        match left.state {
            RideOutState::Finished => left,
            RideOutState::Running { .. } | RideOutState::Left => {
                RideOut { state: RideOutState::Running { since_utc_ms: now_ms }, ..left }
            }
        }
    }

    /// Whether the three minutes are over at this instant.
    pub fn is_over(&self, now_ms: i64) -> bool {
        self.elapsed_at(now_ms) >= RideOut::LENGTH_S
    }
}

/// The height of the wave, 0 (flat) to 1 (crest), so many seconds along. Smooth: it starts, crests and ends level.
pub fn height_at(elapsed_s: f32) -> f32 {
    let length = f32::from(RideOut::LENGTH_S);
    // A clamp leaves NaN as it is; it goes out flat.
    let elapsed = if elapsed_s.is_nan() { 0.0 } else { elapsed_s.clamp(0.0, length) };
    if elapsed < CREST_FROM_S {
        smooth(elapsed / CREST_FROM_S)
    } else if elapsed < FALL_FROM_S {
        1.0
    } else {
        smooth((length - elapsed) / (length - FALL_FROM_S))
    }
}

/// What the wave does, so many seconds along.
pub fn phase_at(elapsed_s: u16) -> WavePhase {
    let elapsed = f32::from(elapsed_s);
    if elapsed_s >= RideOut::LENGTH_S {
        WavePhase::Settled
    } else if elapsed >= FALL_FROM_S {
        WavePhase::Falling
    } else if elapsed >= CREST_FROM_S {
        WavePhase::Cresting
    } else {
        WavePhase::Rising
    }
}

/// From 0 to 1 with a level start and end (3t² − 2t³).
fn smooth(part: f32) -> f32 {
    part * part * (3.0 - 2.0 * part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_795_361_400_000;

    #[test]
    fn three_minutes_watched_are_the_whole_wave() {
        let wave = RideOut::start(START);
        assert_eq!(wave.elapsed_at(START + 59_999), 59);
        assert!(!wave.is_over(START + 179_999));
        assert!(wave.is_over(START + 180_000));
        assert_eq!(wave.leave(START + 180_000).state(), RideOutState::Finished);
    }

    #[test]
    fn a_wave_that_was_left_goes_on_where_it_was() {
        let left = RideOut::start(START).leave(START + 70_000);
        assert_eq!((left.elapsed_s(), left.state()), (70, RideOutState::Left));
        let tomorrow = START + 86_400_000;
        assert_eq!(left.elapsed_at(tomorrow), 70);
        let resumed = left.resume(tomorrow);
        assert_eq!(resumed.elapsed_at(tomorrow + 30_000), 100);
        assert_eq!(resumed.leave(tomorrow + 200_000).resume(tomorrow).state(), RideOutState::Finished);
    }

    #[test]
    fn a_clock_set_back_by_a_year_takes_nothing_away() {
        let wave = RideOut::start(START).leave(START + 70_000).resume(START + 70_000);
        let year_ago = START - 365 * 86_400_000;
        assert_eq!(wave.elapsed_at(year_ago), 70);
        assert_eq!(wave.resume(year_ago).elapsed_at(year_ago + 10_000), 80);
        assert_eq!(RideOut::start(i64::MAX).elapsed_at(i64::MIN), 0);
        assert_eq!(RideOut::start(i64::MIN).elapsed_at(i64::MAX), 180);
    }

    #[test]
    fn the_wave_rises_crests_and_falls() {
        let heights: Vec<f32> = (0..=180_u8).map(|second| height_at(f32::from(second))).collect();
        assert_eq!((heights[0], heights[80], heights[180]), (0.0, 1.0, 0.0));
        assert!(heights[..60].windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(heights[100..].windows(2).all(|pair| pair[0] >= pair[1]));
        let phases = [0, 59, 60, 99, 100, 179, 180, u16::MAX].map(phase_at);
        use WavePhase::{Cresting, Falling, Rising, Settled};
        assert_eq!(phases, [Rising, Rising, Cresting, Cresting, Falling, Falling, Settled, Settled]);
    }

    #[test]
    fn parts_that_do_not_fit_together_are_refused() {
        assert_eq!(RideOut::restore(181, RideOutState::Left), Err(RideOutError));
        assert_eq!(RideOut::restore(90, RideOutState::Finished), Err(RideOutError));
        assert!(RideOut::restore(180, RideOutState::Finished).is_ok());
    }
}
