//! JSON, an entry at a time. A list may end in the middle or have one broken entry, and what is whole in it is still wanted; so this reads
//! no document but the values of a list or an object, one after the other, and finds its way behind a broken one.
//!
//! It is more patient than the standard: line breaks within texts, commas too many and bytes that are no UTF-8 are read over. Whatever the
//! standard allows, it reads as the standard says (tested against serde_json).

mod value;

/// One value.
#[derive(Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    /// As it was written.
    Number(String),
    Text(String),
    List(Vec<Value>),
    /// In the order of the file; of a name that comes twice the last one counts.
    Object(Vec<(String, Value)>),
}

/// Where reading came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// At the end of the list or object.
    End,
    /// At the end of the bytes, in the middle.
    CutOff,
    /// At something that is no JSON, behind which nothing can be found again.
    Garbled,
    /// Whoever asked wanted no more.
    Enough,
}

/// Why a value is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The bytes end in the middle of it.
    CutOff,
    /// It is no JSON, or larger than any entry is.
    Garbled,
}

/// Reads from some bytes.
pub struct Json<'a> {
    bytes: &'a [u8],
    at: usize,
    values: u32,
}

impl<'a> Json<'a> {
    pub fn new(bytes: &'a [u8]) -> Json<'a> {
        Json { bytes, at: 0, values: 0 }
    }

    /// Every value of the list that comes next, until `take` wants no more. A broken one is handed over as such and left behind.
    pub fn each(&mut self, mut take: impl FnMut(Result<Value, Broken>) -> bool) -> Stop {
        if !self.eat(b'[') {
            return self.stuck();
        }
        loop {
            while self.eat(b',') {}
            if self.eat(b']') {
                return Stop::End;
            }
            if self.peek().is_none() {
                return Stop::CutOff;
            }
            let begun = self.at;
            self.values = 0;
            let value = self.value(0);
            let is_cut_off = value == Err(Broken::CutOff);
            let is_broken = value.is_err();
            // What is cut off has no end to be found.
            if is_cut_off {
                return if take(value) { Stop::CutOff } else { Stop::Enough };
            }
            if !take(value) {
                return Stop::Enough;
            }
            if is_broken {
                if !self.leave_behind(begun) {
                    return Stop::CutOff;
                }
                // A bracket that closes nothing of ours.
                self.eat(b'}');
            }
            if !matches!(self.peek(), Some(b',' | b']') | None) && !is_broken {
                return Stop::Garbled;
            }
        }
    }

    /// As [`Json::each`], for a list within an object: says whether its end was found.
    pub fn each_here(&mut self, take: impl FnMut(Result<Value, Broken>) -> bool) -> Result<(), Broken> {
        match self.each(take) {
            Stop::End => Ok(()),
            Stop::CutOff => Err(Broken::CutOff),
            Stop::Garbled | Stop::Enough => Err(Broken::Garbled),
        }
    }

    /// Every name of the object that comes next; `take` reads or skips its value.
    pub fn fields(&mut self, mut take: impl FnMut(&str, &mut Json<'a>) -> Result<(), Broken>) -> Stop {
        if !self.eat(b'{') {
            return self.stuck();
        }
        loop {
            while self.eat(b',') {}
            if self.eat(b'}') {
                return Stop::End;
            }
            let name = match self.text() {
                Ok(name) if self.eat(b':') => name,
                Ok(_) => return self.stuck(),
                Err(broken) => return broken.into(),
            };
            self.space();
            if let Err(broken) = take(&name, self) {
                return broken.into();
            }
        }
    }

    /// Whether a list comes next.
    pub fn is_list(&mut self) -> bool {
        self.peek() == Some(b'[')
    }

    /// How far reading has come, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes behind the value that comes next without reading it.
    pub fn skip(&mut self) -> Result<(), Broken> {
        match self.peek() {
            None => Err(Broken::CutOff),
            Some(b'{' | b'[') => {
                let begun = self.at;
                if self.leave_behind(begun) { Ok(()) } else { Err(Broken::CutOff) }
            }
            Some(_) => {
                self.values = 0;
                self.value(0).map(|_| ())
            }
        }
    }

    /// Goes behind the value that begins at `begun`, by its brackets and quotes alone. False when it has no end.
    fn leave_behind(&mut self, begun: usize) -> bool {
        let rest = self.bytes.get(begun..).unwrap_or_default();
        let (mut depth, mut in_text, mut is_escaped) = (0_u32, false, false);
        for (place, byte) in rest.iter().enumerate() {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' if in_text => is_escaped = true,
                b'"' => in_text = !in_text,
                _ if in_text => {}
                b'[' | b'{' => depth = depth.saturating_add(1),
                b']' | b'}' if depth == 0 => {
                    // Not its own bracket but that of what it is in.
                    self.at = begun.saturating_add(place);
                    return true;
                }
                b']' | b'}' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        self.at = begun.saturating_add(place).saturating_add(1);
                        return true;
                    }
                }
                b',' if depth == 0 => {
                    self.at = begun.saturating_add(place);
                    return true;
                }
                _ => {}
            }
        }
        self.at = self.bytes.len();
        false
    }

    fn stuck(&mut self) -> Stop {
        if self.peek().is_none() { Stop::CutOff } else { Stop::Garbled }
    }

    fn eat(&mut self, wanted: u8) -> bool {
        let is_there = self.peek() == Some(wanted);
        self.at = self.at.saturating_add(usize::from(is_there));
        is_there
    }

    fn peek(&mut self) -> Option<u8> {
        self.space();
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let space = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.at = self.at.saturating_add(space);
    }
}

impl From<Broken> for Stop {
    fn from(broken: Broken) -> Stop {
        match broken {
            Broken::CutOff => Stop::CutOff,
            Broken::Garbled => Stop::Garbled,
        }
    }
}
