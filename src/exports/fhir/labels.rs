//! Security labels, as DS4P has them: they tell whoever keeps the bundle how to treat it. They inform and protect nothing by themselves.

use super::parts::{coding, dense};
use crate::value::Value;

/// System (under terminology.hl7.org), code, what it says.
type Label = (&'static str, &'static str, &'static str);

const RESTRICTED: Label = ("v3-Confidentiality", "R", "restricted");
const SUBSTANCE_USE: Label = ("v3-ActCode", "SUD", "substance use disorder information sensitivity");
/// The older word for the same, which older systems know.
const OLDER: Label = ("v3-ActCode", "ETH", "substance abuse information sensitivity");
const NOT_HANDED_ON: Label = ("v3-ActCode", "NORDSCLCD", "no redisclosure without consent directive");

/// On what tells of use, cravings and consent, and on the bundle.
pub const EVENT: [Label; 4] = [RESTRICTED, SUBSTANCE_USE, OLDER, NOT_HANDED_ON];
/// On everything else that is the person's.
pub const SOME: [Label; 2] = [RESTRICTED, SUBSTANCE_USE];

/// A `meta` with these labels.
pub fn labels(labels: &[Label]) -> Value {
    let security = Value::each(labels, |(system, code, display)| {
        coding(&["http://terminology.hl7.org/CodeSystem/", system].concat(), code, display)
    });
    dense(vec![("security", security)])
}
