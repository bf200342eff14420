//! What a counselor gives to clients, as far as it is kept: the key that signs it, the last version of each program, and where the app is.

use domain::pack::PackId;
use vault::{PackageError, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use super::Ring;

/// Programs. The one that was not signed for the longest makes room.
pub const MOST_PROGRAMS: usize = 12;
/// Of the app's address, in bytes.
pub(super) const LONGEST_ADDRESS: usize = 2_000;

/// The secret of a signing key.
pub type Seed = Zeroizing<[u8; SigningKey::LENGTH]>;

/// A program that was signed.
#[derive(Clone, PartialEq, Eq)]
pub struct Program {
    /// The same in all versions.
    pub id: PackId,
    /// No line of any version had a higher number.
    pub highest: u16,
    /// The last version, as it went out.
    pub file: Vec<u8>,
}

impl Ring {
    /// The key that signs; None until there is one.
    #[must_use]
    pub fn signing(&self) -> Option<SigningKey> {
        self.seed.as_ref().and_then(|seed| SigningKey::from_seed(seed.as_slice()).ok())
    }

    /// By whom clients know what was signed.
    #[must_use]
    pub fn signer(&self) -> Option<VerifyingKey> {
        self.signing().map(|key| key.verifying_key())
    }

    /// Signs with this one from now on, if there is none yet: clients know a counselor by it, so one that is there stays.
    pub fn take_seed(&mut self, seed: Seed) {
        self.seed.get_or_insert(seed);
    }

    /// The same with a new one.
    ///
    /// # Errors
    /// [`PackageError::NoRandomness`].
    pub fn make_seed(&mut self) -> Result<(), PackageError> {
        if self.seed.is_none() {
            self.seed = Some(SigningKey::make_seed()?);
        }
        Ok(())
    }

    /// The last one signed first.
    #[must_use]
    pub fn programs(&self) -> &[Program] {
        &self.programs
    }

    /// Keeps a version in the place of the one before it.
    pub fn keep(&mut self, program: Program) {
        self.programs.retain(|there| there.id != program.id);
        self.programs.insert(0, program);
        self.programs.truncate(MOST_PROGRAMS);
    }

    /// Where the app is; empty where that was not said.
    #[must_use]
    pub fn app(&self) -> &str {
        &self.app
    }

    /// Remembers where the app is. An address that is longer than any is not.
    pub fn set_app(&mut self, address: &str) {
        if address.len() <= LONGEST_ADDRESS {
            address.clone_into(&mut self.app);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_PROGRAMS, Program, Ring};
    use zeroize::Zeroizing;

    fn program(id: u8, highest: u16) -> Program {
        Program { id: [id; 16], highest, file: vec![id] }
    }

    #[test]
    fn the_key_that_clients_know_stays() {
        let mut ring = Ring::default();
        assert!(ring.signer().is_none());
        ring.take_seed(Zeroizing::new([7; 32]));
        let known = ring.signer().unwrap();
        ring.take_seed(Zeroizing::new([8; 32]));
        ring.make_seed().unwrap();
        assert!(ring.signer() == Some(known));
    }

    #[test]
    fn a_version_takes_the_place_of_the_one_before_and_the_oldest_program_makes_room() {
        let mut ring = Ring::default();
        for id in 0..20 {
            ring.keep(program(id, 1));
        }
        ring.keep(program(12, 4));
        assert_eq!(ring.programs().len(), MOST_PROGRAMS);
        assert!(ring.programs()[0] == program(12, 4) && ring.programs()[1] == program(19, 1));
        assert_eq!(ring.programs().iter().filter(|there| there.id == [12; 16]).count(), 1);
    }
}
