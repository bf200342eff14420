//! Reads a sealed file, piece by piece, as it comes from the disk.

use zeroize::Zeroizing;

use crate::VaultError;
use crate::cipher::TAG;
use crate::padding::whole_length;
use crate::sealed_file::{CHUNK, END, Stream};

/// A whole chunk as it lies in the file, in bytes.
const SEALED: usize = CHUNK + TAG;

/// Opens a file, piece by piece. What it hands out is authentic, but only [`Self::finish`] knows that nothing is missing: until then nothing
/// of it may be taken over.
pub struct Opener {
    stream: Stream,
    /// Bytes of the file that may be a whole chunk, or the last one.
    waiting: Vec<u8>,
    ending: Ending,
    /// Bytes of all chunks so far, without their tags.
    length: usize,
    failed: Option<VaultError>,
}

impl Opener {
    pub(crate) fn new(stream: Stream) -> Self {
        Self { stream, waiting: Vec::new(), ending: Ending(None), length: 0, failed: None }
    }

    /// Takes the next bytes behind the header, any number of them, and gives the next piece of the text, which may be empty.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] if a chunk was changed, moved, left out or doubled; from then on it is the answer to everything.
    pub fn push(&mut self, file: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        // All room is there from the start, so no copy of the text is left behind in memory.
        let room = self.ending.held().saturating_add(self.waiting.len()).saturating_add(file.len());
        let mut text = Zeroizing::new(Vec::with_capacity(room));
        let mut rest = file;
        while !rest.is_empty() {
            // More follows, so a whole chunk that waits is not the last one.
            if self.waiting.len() >= SEALED {
                self.next(false, &mut text)?;
            }
            let (now, later) = rest.split_at(rest.len().min(SEALED.saturating_sub(self.waiting.len())));
            self.waiting.extend_from_slice(now);
            rest = later;
        }
        Ok(text)
    }

    /// Ends the file: the last piece of the text, and the promise that nothing is missing.
    ///
    /// # Errors
    /// [`VaultError::CutOff`] if the end of the file is missing; [`VaultError::Damaged`] as [`Self::push`];
    /// [`VaultError::Padding`] for an authentic file that was not padded as this format is.
    pub fn finish(mut self) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        if self.waiting.is_empty() {
            return Err(VaultError::CutOff);
        }
        let room = self.ending.held().saturating_add(self.waiting.len());
        let mut text = Zeroizing::new(Vec::with_capacity(room));
        let read = self.length.saturating_add(self.waiting.len().saturating_sub(TAG));
        self.next(true, &mut text).map_err(|error| self.why(read).unwrap_or(error))?;
        if self.ending.0.is_none() {
            return Err(VaultError::Padding);
        }
        Ok(text)
    }

    /// Why the last chunk is not the last one: another would have to follow it, or the file has a length that none is written with.
    fn why(&mut self, read: usize) -> Option<VaultError> {
        let goes_on = self.stream.open(&self.waiting, false).is_ok();
        let is_whole = read > 0 && whole_length(read.saturating_sub(1)).is_ok_and(|whole| whole == read);
        (goes_on || !is_whole).then_some(VaultError::CutOff)
    }

    fn next(&mut self, is_last: bool, text: &mut Vec<u8>) -> Result<(), VaultError> {
        match self.stream.open(&self.waiting, is_last) {
            Ok(chunk) => {
                self.waiting.clear();
                self.length = self.length.saturating_add(chunk.len());
                self.ending.take(&chunk, text);
                Ok(())
            }
            Err(error) => {
                self.failed = Some(error);
                Err(error)
            }
        }
    }
}

/// What may be the end of the text and is held back: a byte 0x80 with this many zeros behind it.
struct Ending(Option<usize>);

impl Ending {
    fn held(&self) -> usize {
        self.0.map_or(0, |zeros| zeros.saturating_add(1))
    }

    /// Puts what is known to be text behind what `text` already holds, and holds back what may be the end.
    fn take(&mut self, chunk: &[u8], text: &mut Vec<u8>) {
        let Some(last) = chunk.iter().rposition(|byte| *byte != 0) else {
            match &mut self.0 {
                Some(zeros) => *zeros = zeros.saturating_add(chunk.len()),
                None => text.extend_from_slice(chunk),
            }
            return;
        };
        if let Some(zeros) = self.0.take() {
            text.push(END);
            text.resize(text.len().saturating_add(zeros), 0);
        }
        let (before, after) = chunk.split_at(last);
        match after {
            [END, zeros @ ..] => {
                text.extend_from_slice(before);
                self.0 = Some(zeros.len());
            }
            _ => text.extend_from_slice(chunk),
        }
    }
}
