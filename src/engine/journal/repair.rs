//! When the head or the directory is damaged, both are made again from the rows they describe. No entry is touched by it.

use std::cmp::Reverse;

use storage::{Area, Batch, Durability, Guard, Wanted};
use sync::Clock as Stamped;
use vault::{LocalKey, Purpose};

use super::directory::{Directory, SHELF};
use super::head::Head;
use super::id::first_after_shelf;
use super::load::open_leaf;
use super::open::{new_device, no_randomness};
use super::rows::{DIRECTORY, HEAD, seal_row};
use super::tail::{Tail, TailRow};
use crate::{Clock, Home, Ids, OpenError};

/// Reads every row once, and writes a new head and a new directory.
///
/// The device takes a new name, because how far the old one had counted may be lost with the head. A leaf that cannot be read keeps
/// its row; the entries around it close the gap.
///
/// # Errors
/// [`OpenError::Store`] with `Conflict` when another tab repaired it meanwhile: open again.
pub(crate) async fn repair<H: Home, W: Clock + Ids>(
    home: &H,
    world: &W,
    key: &LocalKey,
    (head_row, directory_row): (Option<Vec<u8>>, Option<Vec<u8>>),
) -> Result<(), OpenError> {
    let mut answers =
        home.read(&[Wanted::All { area: Area::Tail }, Wanted::All { area: Area::Leaves }]).await?.into_iter();
    let tail = Tail::read(key, answers.next().unwrap_or_default());
    let mut clock = Stamped::START;
    for row in tail.rows.values() {
        match row {
            TailRow::Read { stamp, .. } => clock = clock.max(stamp.clock),
            TailRow::Unreadable => {}
        }
    }
    let mut directory = Directory::empty();
    let mut opened = Vec::new();
    for row in answers.next().unwrap_or_default() {
        let Ok(number) = <[u8; 4]>::try_from(row.key.as_slice()).map(u32::from_be_bytes) else { continue };
        let Some(leaf) = open_leaf(key, number, &row.bytes) else {
            directory.lost.push(number);
            continue;
        };
        for versions in leaf.records.values() {
            clock = clock.max(versions.winner().stamp.clock);
        }
        opened.push((number, leaf));
    }
    // The leaf that a record was looked for in is the last one that begins at or before it; the oldest one begins at the very start.
    opened.sort_unstable_by_key(|(_, leaf)| Reverse(leaf.records.keys().next().copied()));
    while let Some((number, leaf)) = opened.pop() {
        let first = match leaf.records.keys().next().copied() {
            _ if number == SHELF => continue,
            Some(_) if directory.newest().is_none() => first_after_shelf(),
            Some(first) => first,
            None => continue,
        };
        directory.put(leaf.summary(number, first));
    }
    let device = new_device(world);
    let head = Head { device, counter: 0, clock: clock.tick(world.now().utc_ms()) };
    let batch = Batch {
        guards: vec![
            Guard { area: Area::Meta, key: HEAD.to_vec(), expected: head_row },
            Guard { area: Area::Meta, key: DIRECTORY.to_vec(), expected: directory_row },
        ],
        changes: vec![
            seal_row(key, device, Area::Meta, Purpose::Head, HEAD, &head.encode()).map_err(no_randomness)?,
            seal_row(key, device, Area::Meta, Purpose::Directory, DIRECTORY, &directory.encode())
                .map_err(no_randomness)?,
        ],
        durability: Durability::Strict,
    };
    Ok(home.commit(batch).await?)
}
