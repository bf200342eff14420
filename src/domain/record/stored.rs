//! Which frozen shape each kind has, and the time it is about.

use super::v1::{
    CheckInV1, CravingV1, HelpV1, ImportedV1, MeetingListV1, PersonV1, PhotoV1, ProgramV1, SessionV1, SettingsV1,
    VisitV1,
};
use super::v2::SettingsV2;
use super::{EncodeError, Kind, Stored, whole, written};
use crate::check_in::CheckIn;
use crate::craving::Craving;
use crate::help::HelpChoices;
use crate::imported::Imported;
use crate::meeting::MeetingList;
use crate::person::{Person, Photo};
use crate::program::Program;
use crate::session::Session;
use crate::settings::Settings;
use crate::visit::Visit;

impl Stored for Craving {
    const KIND: Kind = Kind::Craving;

    fn at_utc_ms(&self) -> Option<i64> {
        Some(self.occurred_at().utc_ms())
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&CravingV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        whole::<CravingV1>(body)?.into_craving(at_utc_ms?)
    }
}

impl Stored for Settings {
    const KIND: Kind = Kind::Settings;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&SettingsV2::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<SettingsV1>(body)?.into_settings(),
            Some(_) => None,
        }
    }

    fn from_v2(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<SettingsV2>(body)?.into_settings(),
            Some(_) => None,
        }
    }
}

impl Stored for Session {
    const KIND: Kind = Kind::Session;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&SessionV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<SessionV1>(body)?.into_session(),
            Some(_) => None,
        }
    }
}

impl Stored for Program {
    const KIND: Kind = Kind::Program;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&ProgramV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<ProgramV1>(body)?.into_program(),
            Some(_) => None,
        }
    }
}

impl Stored for Visit {
    const KIND: Kind = Kind::Visit;

    fn at_utc_ms(&self) -> Option<i64> {
        Some(self.at().utc_ms())
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&VisitV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        whole::<VisitV1>(body)?.into_visit(at_utc_ms?)
    }
}

impl Stored for Imported {
    const KIND: Kind = Kind::Imported;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&ImportedV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<ImportedV1>(body)?.into_imported(),
            Some(_) => None,
        }
    }
}

impl Stored for Person {
    const KIND: Kind = Kind::Person;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&PersonV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<PersonV1>(body)?.into_person(),
            Some(_) => None,
        }
    }
}

impl Stored for Photo {
    const KIND: Kind = Kind::Photo;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&PhotoV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<PhotoV1>(body)?.into_photo(),
            Some(_) => None,
        }
    }
}

impl Stored for HelpChoices {
    const KIND: Kind = Kind::Help;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&HelpV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<HelpV1>(body)?.into_choices(),
            Some(_) => None,
        }
    }
}

impl Stored for MeetingList {
    const KIND: Kind = Kind::MeetingList;

    fn at_utc_ms(&self) -> Option<i64> {
        None
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&MeetingListV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        match at_utc_ms {
            None => whole::<MeetingListV1>(body)?.into_list(),
            Some(_) => None,
        }
    }
}

impl Stored for CheckIn {
    const KIND: Kind = Kind::CheckIn;

    fn at_utc_ms(&self) -> Option<i64> {
        Some(self.at().utc_ms())
    }

    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        written(&CheckInV1::from(self), start)
    }

    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self> {
        whole::<CheckInV1>(body)?.into_check_in(at_utc_ms?)
    }
}
