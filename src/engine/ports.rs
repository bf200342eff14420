//! What the engine asks of the world: the time, randomness, and a home for the rows. Nothing else reaches in from outside.

use domain::Moment;

/// The device's clock and zone, as the person would read them off the wall.
pub trait Clock {
    /// Now, with the zone and offset in force.
    fn now(&self) -> Moment;
}

/// A source of ids nobody can guess and no two devices share.
pub trait Ids {
    /// Sixteen random bytes.
    fn random(&self) -> [u8; 16];
}

/// Where sealed rows live and where the device keeps the key that opens them.
pub trait Home: storage::Store + storage::DeviceKey {}

impl<T: storage::Store + storage::DeviceKey> Home for T {}
