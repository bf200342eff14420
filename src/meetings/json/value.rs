//! One value, to its end: texts with their escapes, numbers as they were written, and no deeper and no larger than an entry can be.

use super::{Broken, Json, Value};

/// No list of meetings is nested deeper.
const MAX_DEPTH: u8 = 24;
/// As many values as one entry can have.
const MAX_VALUES: u32 = 4_096;

impl Json<'_> {
    pub(super) fn value(&mut self, depth: u8) -> Result<Value, Broken> {
        self.values = self.values.saturating_add(1);
        if depth > MAX_DEPTH || self.values > MAX_VALUES {
            return Err(Broken::Garbled);
        }
        match self.peek() {
            None => Err(Broken::CutOff),
            Some(b'"') => self.text().map(Value::Text),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.object(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
        }
    }

    fn list(&mut self, depth: u8) -> Result<Value, Broken> {
        self.eat(b'[');
        let mut values = Vec::new();
        loop {
            while self.eat(b',') {}
            if self.eat(b']') {
                return Ok(Value::List(values));
            }
            values.push(self.value(depth.saturating_add(1))?);
            self.between(b']')?;
        }
    }

    fn object(&mut self, depth: u8) -> Result<Value, Broken> {
        self.eat(b'{');
        let mut fields = Vec::new();
        loop {
            while self.eat(b',') {}
            if self.eat(b'}') {
                return Ok(Value::Object(fields));
            }
            match self.peek() {
                Some(b'"') => {}
                Some(_) => return Err(Broken::Garbled),
                None => return Err(Broken::CutOff),
            }
            let name = self.text()?;
            if !self.eat(b':') {
                return Err(if self.peek().is_none() { Broken::CutOff } else { Broken::Garbled });
            }
            fields.push((name, self.value(depth.saturating_add(1))?));
            self.between(b'}')?;
        }
    }

    /// A comma or the end has to come next.
    fn between(&mut self, end: u8) -> Result<(), Broken> {
        match self.peek() {
            None => Err(Broken::CutOff),
            Some(byte) if byte == b',' || byte == end => Ok(()),
            Some(_) => Err(Broken::Garbled),
        }
    }

    fn number(&mut self) -> Result<Value, Broken> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let is_of_number = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        let length = rest.iter().take_while(|byte| is_of_number(byte)).count();
        self.at = self.at.saturating_add(length);
        let text = rest.get(..length).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default();
        if is_number(text) { Ok(Value::Number(text.to_owned())) } else { Err(Broken::Garbled) }
    }

    fn word(&mut self) -> Result<Value, Broken> {
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            if rest.starts_with(word.as_bytes()) {
                self.at = self.at.saturating_add(word.len());
                return Ok(value);
            }
            if rest.len() < word.len() && word.as_bytes().starts_with(rest) {
                return Err(Broken::CutOff);
            }
        }
        Err(Broken::Garbled)
    }

    pub(super) fn text(&mut self) -> Result<String, Broken> {
        match self.peek() {
            Some(b'"') => self.at = self.at.saturating_add(1),
            Some(_) => return Err(Broken::Garbled),
            None => return Err(Broken::CutOff),
        }
        let mut text: Vec<u8> = Vec::new();
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain = rest.iter().take_while(|byte| **byte != b'"' && **byte != b'\\').count();
            text.extend_from_slice(rest.get(..plain).unwrap_or_default());
            self.at = self.at.saturating_add(plain).saturating_add(1);
            match rest.get(plain) {
                None => return Err(Broken::CutOff),
                Some(b'"') => return Ok(String::from_utf8_lossy(&text).into_owned()),
                Some(_) => {
                    let letter = self.escaped()?;
                    text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
        }
    }

    /// What stands behind a backslash. Half of a pair is no letter, and reads as the sign for that.
    fn escaped(&mut self) -> Result<char, Broken> {
        let byte = *self.bytes.get(self.at).ok_or(Broken::CutOff)?;
        self.at = self.at.saturating_add(1);
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.four_digits()?;
                let is_high = (0xD800..0xDC00).contains(&first);
                let follows = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(b"\\u"));
                if is_high && follows {
                    let before = self.at;
                    self.at = self.at.saturating_add(2);
                    let second = self.four_digits()?;
                    if (0xDC00..0xE000).contains(&second) {
                        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                        return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    self.at = before;
                }
                char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(Broken::Garbled),
        })
    }

    fn four_digits(&mut self) -> Result<u32, Broken> {
        let digits = self.bytes.get(self.at..self.at.saturating_add(4)).ok_or(Broken::CutOff)?;
        let is_hex = digits.iter().all(u8::is_ascii_hexdigit);
        let text = std::str::from_utf8(digits).ok().filter(|_| is_hex).ok_or(Broken::Garbled)?;
        self.at = self.at.saturating_add(4);
        u32::from_str_radix(text, 16).map_err(|_| Broken::Garbled)
    }
}

/// As the standard has them: no zero in front, no point without digits on both sides.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, part) = match mantissa.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = |text: &str| digits(text.strip_prefix(['+', '-']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && part.is_none_or(digits)
        && exponent.is_none_or(unsigned)
}
