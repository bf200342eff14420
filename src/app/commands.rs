//! What the person can do, as the screens call it: ask the engine, then tell what happened. The only place that writes.

pub mod backup;
mod calendars;
mod check_in;
mod checklists;
mod cope;
mod lapse;
pub mod lock;
mod medication;
pub mod meetings;
mod packs;
mod people;
mod safety;
pub mod send;
mod sober;
pub mod take_along;
pub mod unlock;
mod visit;
mod week;

use std::rc::Rc;

use domain::{CravingEdit, EntryMark, Intensity, Language, Moment, Settings, SettingsEdit};
use engine::{EntryKey, Logged, RecordId, SaveError, Undo};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use storage::StoreError;

use crate::browser::{clock, cover, focus, handrail, look, packing, persistence, time};
use crate::parts;
use crate::state::{App, Told, Unsaved};

/// How long "Undo" is offered, in milliseconds.
pub const UNDO_MS: u32 = 10_000;

impl App {
    /// Saves a craving. On failure the number stays on the screen with a sentence (`unsaved`), and nothing else happens.
    pub async fn log_craving(self, intensity: Intensity, said: Option<Moment>) -> Result<EntryKey, SaveError> {
        let at_utc_ms = said.as_ref().map_or_else(|| clock::now().utc_ms(), Moment::utc_ms);
        match self.journal().log_craving(intensity, said).await {
            Ok(Logged { id, undo, .. }) => {
                self.unsaved.set(None);
                self.saved(self.text().craving().logged.to_owned(), Some(undo));
                spawn_local(async {
                    persistence::ask().await;
                });
                Ok(EntryKey::of(id))
            }
            Err(why) => {
                self.unsaved.set(Some(Unsaved { intensity, at_utc_ms, why }));
                Err(why)
            }
        }
    }

    /// Makes one change to a craving. The caller shows a failure beside the field it belongs to.
    pub async fn edit_craving(self, id: RecordId, edit: CravingEdit) -> Result<Logged, SaveError> {
        let logged = self.journal().edit_craving(id, edit).await?;
        self.after_saving();
        Ok(logged)
    }

    /// Marks an entry, or takes the mark away.
    pub async fn mark_entry(self, id: RecordId, at: &Moment, mark: EntryMark, is_set: bool) -> Result<(), SaveError> {
        self.journal().mark_entry(id, at, mark, is_set).await?;
        self.after_saving();
        Ok(())
    }

    /// Deletes an entry, with Undo.
    pub async fn delete(self, id: RecordId) -> Result<(), SaveError> {
        let undo = self.journal().delete(id).await?;
        self.saved(self.text().log().deleted_told.to_owned(), Some(undo));
        Ok(())
    }

    /// Brings back what was deleted; a program with its sessions.
    pub async fn bring_back(self, id: RecordId) -> Result<(), SaveError> {
        self.journal().bring_back(id).await?;
        self.saved(self.text().log().restored_told.to_owned(), None);
        Ok(())
    }

    /// Takes the bytes of what was deleted away now instead of in thirty days.
    pub async fn erase(self, id: RecordId) -> Result<(), SaveError> {
        self.journal().erase_deleted(id).await?;
        self.saved(self.text().log().erased_told.to_owned(), None);
        Ok(())
    }

    /// Takes everything off this device: rows and keys first, in one batch, then what the browser keeps for the app. The boot module says what
    /// became of it.
    ///
    /// # Errors
    /// [`StoreError`]; then everything is still there.
    pub async fn forget_everything(self) -> Result<(), StoreError> {
        self.journal().forget_everything().await?;
        handrail::forget().await;
        Ok(())
    }

    /// Takes the last thing back, as offered by the toast.
    pub async fn undo(self, undo: Undo) {
        let text = self.text();
        match self.journal().undo(undo).await {
            Ok(()) => self.saved(text.common().undone.to_owned(), None),
            Err(why) => self.tell(text.problems().saving(why).to_owned(), None),
        }
    }

    /// Changes one setting; appearance and language take effect at once.
    pub async fn change_settings(self, edit: SettingsEdit) -> Result<Settings, SaveError> {
        let settings = self.journal().change_settings(edit).await?;
        look::remember(settings.appearance(), settings.language());
        self.speak(look::language(settings.language()));
        self.settings.set(settings.clone());
        self.after_saving();
        Ok(settings)
    }

    /// From now on in this language. Everything is drawn again, and the focus stays on the choice that was made.
    fn speak(self, language: Language) {
        if self.language.get_untracked() == language {
            return;
        }
        let focused = focus::focused_id();
        self.language.set(language);
        if let Some(id) = focused {
            request_animation_frame(move || {
                focus::focus(&id);
            });
        }
    }

    /// Lets the waiting version in. What is half written is saved first; if that fails, the old version stays and says so.
    pub async fn let_update_in(self) {
        let save_draft = self.draft.get_value();
        let is_safe = match save_draft {
            Some(save_draft) => save_draft().await,
            None => true,
        };
        if is_safe {
            handrail::apply_update();
        } else {
            self.tell(self.text().problems().not_saved.to_owned(), None);
        }
    }

    /// Locks: what is half written is saved as far as it can be, and the page is loaded anew, with nothing of this one left in memory.
    pub async fn lock_now(self, tells_others: bool) {
        cover::cover();
        if let Some(save_draft) = self.draft.get_value() {
            save_draft().await;
        }
        if tells_others {
            self.say_locked();
        }
        cover::load_anew();
    }

    /// Says a sentence at the bottom of the screen for ten seconds.
    pub fn tell(self, sentence: String, undo: Option<Undo>) {
        let number = self.toast.with_untracked(|told| told.as_ref().map_or(0, |told| told.number)).wrapping_add(1);
        self.toast.set(Some(Told { sentence, undo, number }));
        Timeout::new(UNDO_MS, move || {
            let is_mine = self.toast.with_untracked(|told| told.as_ref().is_some_and(|told| told.number == number));
            if is_mine {
                self.toast.set(None);
            }
        })
        .forget();
    }

    fn saved(self, sentence: String, undo: Option<Undo>) {
        self.tell(sentence, undo);
        self.after_saving();
    }

    /// Shows what changed everywhere, and packs the journal when the device is idle.
    fn after_saving(self) {
        self.changed();
        // The next frame has drawn it: the bench measures from the tap to here.
        request_animation_frame(|| time::mark("handrail:saved"));
        self.pack_when_idle();
    }

    /// Packs a long tail, in one tab only. A failure is no loss: the next save tries again.
    pub fn pack_when_idle(self) {
        let journal = self.journal();
        Timeout::new(2_000, move || {
            spawn_local(packing::alone(move || async move {
                let _ = journal.pack().await;
            }));
        })
        .forget();
    }

    /// What is done once after opening, when nobody waits for it.
    pub fn tidy_up(self) {
        let journal: Rc<_> = self.journal();
        Timeout::new(5_000, move || {
            look::note_entries(journal.is_untouched());
            spawn_local(packing::alone(move || async move {
                parts::roll_calendars(self).await;
                if matches!(journal.make_known_what_was_used().await, Ok(true)) {
                    self.changed();
                }
                let _ = journal.pack().await;
                let _ = journal.sweep().await;
            }));
        })
        .forget();
    }
}
