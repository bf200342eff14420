//! What went wrong, for the person: what happened, what is safe, what to do next. Never what they wrote.

use engine::{OpenError, SaveError};
use storage::StoreError;

pub struct Problems {
    pub phone_is_full: &'static str,
    pub other_tab_was_faster: &'static str,
    pub newer_version_saved: &'static str,
    pub storage_is_closed: &'static str,
    pub not_saved: &'static str,
    pub entry_is_gone: &'static str,
    pub not_yet: &'static str,
    pub too_far_back: &'static str,
    pub too_many: &'static str,
    pub not_read: &'static str,
    pub key_is_gone: &'static str,
    pub no_private_storage: &'static str,
    pub could_not_open: &'static str,
    pub no_space_to_open: &'static str,
    pub clock_is_behind: &'static str,
    pub part_on_its_way: &'static str,
    pub part_needs_network: &'static str,
    /// A number tapped before the journal turned out not to open.
    pub tapped_is_not_saved: fn(u8) -> String,
    /// The link of a program was opened, and the journal does not open.
    pub pack_not_taken: &'static str,
}

pub static EN: Problems = Problems {
    phone_is_full: "Not saved: this phone has no space left. What you typed is still here. Free some space, then try again.",
    other_tab_was_faster: "Not saved: another tab was saving at the same moment. What you typed is still here. Try again.",
    newer_version_saved: "A newer Handrail has been used on this phone. Nothing is lost. Reload to get it.",
    storage_is_closed: "Not saved: the browser closed its storage. What you typed is still here. Try again, or reload.",
    not_saved: "Not saved. What you typed is still here. Try again.",
    entry_is_gone: "This entry was deleted in the meantime. You can bring it back under Deleted entries.",
    not_yet: "That time has not come yet. Choose now or earlier.",
    too_far_back: "That is too far back. Choose a date after 1970.",
    too_many: "That is as many as fit here. Take one away first.",
    not_read: "This could not be read just now. Nothing is lost. Try again.",
    key_is_gone: "Your entries are on this phone, but the key that opens them is gone. Nothing was changed. Help now still works.",
    no_private_storage: "This browser does not let Handrail keep anything, as in a private window. Help now works. To keep entries, open Handrail in a normal window.",
    could_not_open: "Handrail could not open your entries. They are still on this phone, unchanged. Reload to try again.",
    no_space_to_open: "This phone has no space left, so Handrail could not open. Your entries are still here, unchanged. Free some space, then reload.",
    clock_is_behind: "This phone’s clock is behind your last entry. New entries get the date it shows.",
    part_on_its_way: "One moment. This page is on its way to your phone.",
    part_needs_network: "This page is not on your phone yet and needs the network once. What you logged is saved, and Help now works.",
    tapped_is_not_saved: |number| format!("The {number} you tapped is not saved. After reloading, tap it again."),
    pack_not_taken: "What your program sent was not taken in, and is not lost. Open its link again when this is mended.",
};

pub static ES: Problems = Problems {
    phone_is_full: "No se guardó: este teléfono no tiene espacio. Lo que escribiste sigue aquí. Libera espacio e intenta otra vez.",
    other_tab_was_faster: "No se guardó: otra pestaña estaba guardando a la vez. Lo que escribiste sigue aquí. Intenta otra vez.",
    newer_version_saved: "En este teléfono se usó una versión más nueva de Handrail. No se perdió nada. Recarga para tenerla.",
    storage_is_closed: "No se guardó: el navegador cerró su almacenamiento. Lo que escribiste sigue aquí. Intenta otra vez o recarga.",
    not_saved: "No se guardó. Lo que escribiste sigue aquí. Intenta otra vez.",
    entry_is_gone: "Esta entrada se borró mientras tanto. Puedes recuperarla en Entradas borradas.",
    not_yet: "Esa hora todavía no llega. Elige ahora o antes.",
    too_far_back: "Eso es demasiado atrás. Elige una fecha después de 1970.",
    too_many: "Aquí no caben más. Quita uno primero.",
    not_read: "Ahora no se pudo leer. No se perdió nada. Intenta otra vez.",
    key_is_gone: "Tus entradas están en este teléfono, pero falta la llave que las abre. No se cambió nada. Ayuda ya sigue funcionando.",
    no_private_storage: "Este navegador no deja que Handrail guarde nada, como en una ventana privada. Ayuda ya funciona. Para guardar, abre Handrail en una ventana normal.",
    could_not_open: "Handrail no pudo abrir tus entradas. Siguen en este teléfono, sin cambios. Recarga para intentar otra vez.",
    no_space_to_open: "A este teléfono le falta espacio y Handrail no pudo abrir. Tus entradas siguen aquí, sin cambios. Libera espacio y recarga.",
    clock_is_behind: "El reloj de este teléfono va por detrás de tu última entrada. Lo nuevo llevará la fecha que muestra.",
    part_on_its_way: "Un momento. Esta página viene en camino a tu teléfono.",
    part_needs_network: "Esta página todavía no está en tu teléfono y necesita la red una vez. Lo que registraste está guardado y Ayuda ya funciona.",
    tapped_is_not_saved: |number| {
        format!("El {number} que tocaste no se guardó. Después de recargar, tócalo otra vez.")
    },
    pack_not_taken: "Lo que envió tu programa no se guardó, y no se perdió. Abre su enlace otra vez cuando esto se arregle.",
};

impl Problems {
    /// The sentence for something that was not saved.
    #[must_use]
    pub fn saving(&self, error: SaveError) -> &'static str {
        match error {
            SaveError::Store(StoreError::Full) => self.phone_is_full,
            SaveError::Store(StoreError::Conflict) | SaveError::Busy => self.other_tab_was_faster,
            SaveError::Store(StoreError::Newer) => self.newer_version_saved,
            SaveError::Store(StoreError::Lost | StoreError::Unavailable) => self.storage_is_closed,
            SaveError::Store(StoreError::Refused | StoreError::Failed { .. }) | SaveError::Sealing => self.not_saved,
            SaveError::Gone => self.entry_is_gone,
            SaveError::Edit(domain::EditError::TooMany { .. }) => self.too_many,
            SaveError::Edit(domain::EditError::When(domain::WhenError::TooFarBack)) => self.too_far_back,
            SaveError::Edit(domain::EditError::When(domain::WhenError::NotYet | domain::WhenError::NoSuchOffset)) => {
                self.not_yet
            }
        }
    }

    /// The sentence for a journal that did not open.
    #[must_use]
    pub fn opening(&self, error: OpenError) -> &'static str {
        match error {
            OpenError::Newer | OpenError::Store(StoreError::Newer) => self.newer_version_saved,
            OpenError::KeyGone => self.key_is_gone,
            OpenError::Store(StoreError::Unavailable) => self.no_private_storage,
            OpenError::Store(StoreError::Full) => self.no_space_to_open,
            OpenError::Store(
                StoreError::Conflict | StoreError::Lost | StoreError::Refused | StoreError::Failed { .. },
            )
            | OpenError::NoRandomness
            | OpenError::Locked => self.could_not_open,
        }
    }
}
