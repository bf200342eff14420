//! A page that is shown as codes on another screen, read by the camera of this computer: each code as often as the camera sees it, in any order.

use codes::{Gathering, NoPart, Taken};
use leptos::prelude::{GetValue, SetValue, UpdateValue};
use leptos::task::spawn_local;

use super::Desk;
use crate::browser;

impl Desk {
    /// Reads codes off another screen, until a page is whole or somebody stops.
    pub fn scan(self) {
        self.codes.set_value(Gathering::default());
        self.scanned.set(self.words().codes.hint.to_owned());
        self.is_scanning.set(true);
        self.cameras.update_value(|cameras| *cameras = cameras.wrapping_add(1));
        let mine = self.cameras.get_value();
        spawn_local(async move {
            browser::drawn().await;
            if !browser::read_codes("scan-video", move |text| self.take_code(&text)).await {
                self.say(self.words().codes.no_camera);
            }
            if self.cameras.get_value() == mine {
                self.is_scanning.set(false);
                self.ask_for_passphrase().await;
            }
        });
    }

    /// What the camera read. Whether it is to go on.
    fn take_code(self, text: &str) -> bool {
        let words = &self.words().codes;
        let taken = self.codes.try_update_value(|codes| codes.take(text));
        let said = match taken {
            Some(Ok(Taken::Whole(bytes))) => {
                self.take_one(self.waiting(words.name.to_owned(), bytes));
                return false;
            }
            Some(Ok(Taken::Part(here, of))) => (words.here)(here, of),
            Some(Err(NoPart::Newer)) => self.words().why.newer.to_owned(),
            Some(Err(NoPart::Damaged)) => words.damaged.to_owned(),
            Some(Err(NoPart::Other)) | None => words.other.to_owned(),
        };
        if self.scanned.with_untracked(|before| *before != said) {
            self.scanned.set(said);
        }
        true
    }
}
