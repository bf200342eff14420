//! The parts of the client as they are sent: the pieces that the client was cut into, packed into two files so that the compression sees
//! what they have in common, and so that what is wanted first is there first.

use super::split::{FOLDER, Part};
use super::streams::packed;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};

/// The part that is wanted first: what stands on Today below the craving card, and what follows a craving.
const SOON: &str = "soon";

/// A piece of a bundle: which bundle, and from where up to where in what it was made of, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub bundle: &'static str,
    pub from: usize,
    pub to: usize,
}

/// All pieces by the path of the file they were.
pub type Pieces = BTreeMap<String, Piece>;

/// The path of a bundle below the site.
pub fn path(bundle: &str) -> String {
    format!("{FOLDER}{bundle}.bin")
}

/// The bundles, in the order in which they are wanted.
pub const BUNDLES: [&str; 2] = ["soon", "rest"];

/// Packs `files` into bundles: what the first parts need into one, everything else into the other. Each is taken apart
/// ([`super::streams`]) where it can be.
///
/// # Errors
/// When a part names a file that is not there, or a bundle does not come together again.
pub fn bundled(
    files: &BTreeMap<String, Vec<u8>>,
    parts: &BTreeMap<String, Part>,
) -> Result<(BTreeMap<String, Vec<u8>>, Pieces)> {
    let [soon, rest] = BUNDLES;
    let needed = |part: &Part| part.shared.iter().cloned().chain([part.own.clone()]).collect::<Vec<_>>();
    let first: BTreeSet<String> =
        parts.iter().filter(|(name, _)| *name == SOON).flat_map(|(_, part)| needed(part)).collect();
    let (mut contents, mut pieces) = (BTreeMap::new(), Pieces::new());
    for (file, bytes) in files {
        let bundle = if first.contains(file) { soon } else { rest };
        let (programs, length): &mut (Vec<&[u8]>, usize) = contents.entry(bundle).or_default();
        let from = *length;
        *length += bytes.len();
        programs.push(bytes);
        pieces.insert(file.clone(), Piece { bundle, from, to: *length });
    }
    let mut bundles = BTreeMap::new();
    for (bundle, (programs, _)) in contents {
        bundles.insert(path(bundle), packed(&programs).with_context(|| format!("in {bundle}"))?);
    }
    for file in parts.values().flat_map(needed) {
        pieces.get(&file).with_context(|| format!("a part names {file}, which is not there"))?;
    }
    Ok((bundles, pieces))
}

#[cfg(test)]
mod tests {
    use super::{Piece, bundled};
    use crate::build::split::Part;
    use crate::build::streams::unpacked;
    use std::collections::BTreeMap;

    #[test]
    fn what_is_wanted_first_is_sent_first_and_every_piece_is_found_again() {
        let part = |shared: &[&str], own: &str| Part {
            shared: shared.iter().map(|path| (*path).to_owned()).collect(),
            own: own.to_owned(),
        };
        let parts =
            BTreeMap::from([("soon".to_owned(), part(&["a"], "t")), ("log".to_owned(), part(&["a", "b"], "l"))]);
        let files: BTreeMap<String, Vec<u8>> =
            ["a", "b", "l", "t"].map(|name| (name.to_owned(), name.repeat(3).into_bytes())).into();
        let (bundles, pieces) = bundled(&files, &parts).unwrap();
        let whole = |bundle: &str| unpacked(&bundles[bundle]).unwrap();
        assert_eq!(whole("parts/soon.bin"), b"aaattt");
        assert_eq!(whole("parts/rest.bin"), b"bbblll");
        assert_eq!(pieces["t"], Piece { bundle: "soon", from: 3, to: 6 });
        let broken = BTreeMap::from([("log".to_owned(), part(&[], "nowhere"))]);
        assert!(bundled(&files, &broken).is_err());
    }
}
