//! How one gets into a meeting, and whether one can at all at present.

/// What a list says about it. Whether a place is *approximate* (a city instead of a street) decides whether anybody can go there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ways {
    /// A conference company that is known, or a link that the list itself calls a meeting's.
    pub is_online: bool,
    /// A number to dial.
    pub is_by_phone: bool,
    /// The list says that the place is closed for the time being.
    pub is_closed: bool,
    /// Where it is is not known to the street.
    pub is_approximate: bool,
}

/// What that comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    InPerson,
    /// Online or by phone, and no room to go to.
    Online,
    /// A room, and online or by phone.
    Hybrid,
    /// There is no way in at present: the place is closed, or nobody says where it is.
    Inactive,
}

impl Ways {
    /// Whether there is a room that one can go to.
    pub fn is_in_person(self) -> bool {
        !self.is_closed && !self.is_approximate
    }

    /// Online or by phone.
    pub fn is_from_afar(self) -> bool {
        self.is_online || self.is_by_phone
    }

    pub fn standing(self) -> Standing {
        match (self.is_in_person(), self.is_from_afar()) {
            (true, true) => Standing::Hybrid,
            (true, false) => Standing::InPerson,
            (false, true) => Standing::Online,
            (false, false) => Standing::Inactive,
        }
    }

    /// As one number, for what is stored. The bits never change.
    pub fn bits(self) -> u8 {
        u8::from(self.is_online)
            | u8::from(self.is_by_phone) << 1
            | u8::from(self.is_closed) << 2
            | u8::from(self.is_approximate) << 3
    }

    /// The way back. None for a bit that has no meaning.
    pub fn from_bits(bits: u8) -> Option<Ways> {
        (bits < 16).then_some(Ways {
            is_online: bits & 1 != 0,
            is_by_phone: bits & 2 != 0,
            is_closed: bits & 4 != 0,
            is_approximate: bits & 8 != 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_has_its_standing_and_its_bits() {
        for bits in 0..16 {
            let ways = Ways::from_bits(bits).unwrap();
            assert_eq!(ways.bits(), bits);
            let inactive = ways.standing() == Standing::Inactive;
            assert_eq!(inactive, !ways.is_from_afar() && (ways.is_closed || ways.is_approximate));
        }
        assert_eq!(Ways::from_bits(16), None);
        assert_eq!(Ways::default().standing(), Standing::InPerson);
    }
}
