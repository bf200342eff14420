//! The packages that a counselor has opened: each once, by sender and in their order, so that several pages of one person can be told as one.

use super::handed::Handed;
use super::shared::PackageId;
use crate::words::unspoken;

/// As many packages are kept side by side.
pub const MOST_RECEIVED: usize = 500;

/// A package that opened and whose signature held.
#[derive(Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The sender's public key: the same for everything from one person.
    pub sender: [u8; 32],
    pub id: PackageId,
    /// By the sender's clock, UTC milliseconds.
    pub sent_utc_ms: i64,
    pub handed: Handed,
}

/// What became of a package that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// It is among them now.
    New,
    /// It was there already: the same file again, or one that is played back.
    Again,
    /// It is among them now, beside another with the same number: two phones sent one, or one of the two is not what it seems.
    SameNumber,
    /// No more fit; it was not taken.
    Full,
}

/// All of them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Received(Vec<Arrived>);

unspoken!(Arrived, Received);

impl Received {
    /// Takes one in, unless it is there already.
    pub fn take(&mut self, arrived: Arrived) -> Came {
        let mut of_sender = self.0.iter().filter(|there| there.sender == arrived.sender);
        if of_sender.clone().any(|there| there.id == arrived.id) {
            return Came::Again;
        }
        if self.0.len() >= MOST_RECEIVED {
            return Came::Full;
        }
        let is_told = of_sender.any(|there| there.handed.serial == arrived.handed.serial);
        self.0.push(arrived);
        if is_told { Came::SameNumber } else { Came::New }
    }

    /// The senders, each once, the one whose package was taken in first being the first.
    pub fn senders(&self) -> Vec<[u8; 32]> {
        let mut senders: Vec<[u8; 32]> = Vec::new();
        for one in &self.0 {
            if !senders.contains(&one.sender) {
                senders.push(one.sender);
            }
        }
        senders
    }

    /// All packages of a sender, by their numbers, and of one number the earlier first.
    pub fn of(&self, sender: [u8; 32]) -> Vec<&Arrived> {
        let mut found: Vec<&Arrived> = self.0.iter().filter(|one| one.sender == sender).collect();
        found.sort_by_key(|one| (one.handed.serial, one.sent_utc_ms, one.id));
        found
    }

    /// The numbers of a sender's packages that are not there, up to the greatest one that is; at most a hundred of them are told.
    pub fn missing(&self, sender: [u8; 32]) -> Vec<u32> {
        let there: Vec<u32> = self.of(sender).iter().map(|one| one.handed.serial).collect();
        let Some(last) = there.last().copied() else { return Vec::new() };
        (1..last).filter(|serial| !there.contains(serial)).take(100).collect()
    }
}
