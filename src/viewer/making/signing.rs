//! Opening a program that was signed, signing one, and starting anew.

use leptos::task::spawn_local;
use vault::make_salt;

use super::{Making, Out, field_id, focus};
use crate::browser;
use crate::desk::Desk;
use crate::keys::{Stage, Trouble};
use crate::program::draft::Draft;
use crate::program::fault::NotMade;
use crate::program::form::Field;
use crate::program::out;
use crate::ring::Program;
use crate::why::Why;

/// Why nothing was signed.
enum NotSigned {
    Made(NotMade),
    Keys(Trouble),
}

impl Making {
    /// Puts another program in the place of this one.
    fn put(self, draft: Draft, out: Option<Out>) {
        self.update(|state| {
            state.faults = Vec::new();
            (state.code, state.asked) = (None, None);
            (state.draft, state.out) = (draft, out);
        });
    }

    /// An empty one, whatever is typed.
    pub(super) fn start_anew(self, desk: Desk) {
        self.put(Draft::new(desk.language.get_untracked()), None);
        self.said.set(None);
        focus(field_id(None, Field::From));
    }

    /// Goes on with a version that somebody handed in, unless another program is being written.
    ///
    /// # Errors
    /// [`Why`] when it is none. What is being written stays.
    pub fn open(self, desk: Desk, file: &[u8]) -> Result<(), Why> {
        let words = desk.text().counselor_program();
        let (pack, signer) = out::open(file)?;
        if self.with(|state| state.draft.is_changed()) {
            desk.say(words.still_writing);
            return Ok(());
        }
        let kept = desk.keys.with_ring(|ring| {
            let there = ring.programs().iter().find(|there| there.id == pack.id())?;
            (ring.signer() == Some(signer)).then(|| there.clone())
        });
        let kept = kept.flatten();
        let later = kept.as_ref().and_then(|kept| out::open(&kept.file).ok());
        let later = later.filter(|(later, _)| later.version() > pack.version());
        self.said.set(later.as_ref().map(|_| words.later.to_owned()));
        let (pack, signer) = later.unwrap_or((pack, signer));
        self.put(Draft::of(&pack, signer, kept.map(|kept| kept.highest)), None);
        focus("program-goes-on".to_owned());
        Ok(())
    }

    /// Signs what is typed. What comes of it is said, and whatever went wrong is shown at its place.
    pub(super) fn sign(self, desk: Desk) {
        spawn_local(async move {
            let words = desk.text().counselor_program();
            match self.try_sign(desk).await {
                Ok(()) => {
                    self.said.set(None);
                    focus("program-signed".to_owned());
                }
                Err(NotSigned::Made(NotMade::Faults(faults))) => {
                    let first = faults.first().map(|(key, field, _)| field_id(*key, *field));
                    self.update(|state| state.faults = faults);
                    self.say(words.not_signed);
                    first.into_iter().for_each(focus);
                }
                Err(NotSigned::Made(NotMade::Empty)) => self.say(words.empty),
                Err(NotSigned::Made(NotMade::TooLong)) => self.say(words.too_long),
                Err(NotSigned::Made(NotMade::NoRandomness)) => self.say(desk.words().why.no_randomness),
                Err(NotSigned::Keys(trouble)) => self.say(crate::screen::trouble_said(desk, trouble)),
            }
        });
    }

    async fn try_sign(self, desk: Desk) -> Result<(), NotSigned> {
        let random = || make_salt().map_err(|_| NotSigned::Made(NotMade::NoRandomness));
        let key = desk.keys.signing().map_err(NotSigned::Keys)?;
        let signer = key.verifying_key();
        let mut draft = self.with(|state| state.draft.clone());
        let pack = draft.pack(signer, random()?, browser::today(), &browser::zone()).map_err(NotSigned::Made)?;
        let file = out::sign(&key, &pack, random()?, browser::now_ms()).map_err(NotSigned::Made)?;
        let highest = draft.signed(&pack, signer);
        let is_kept = desk.keys.stage.get_untracked() == Stage::Open;
        let kept = Program { id: pack.id(), highest, file: file.clone() };
        desk.keys.keep_program(kept).await.map_err(NotSigned::Keys)?;
        self.put(draft, Some(Out { file, pack, signer, is_kept }));
        Ok(())
    }
}
