//! Opening, watching and closing a connection, and deleting a database.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbVersionChangeEvent};

use super::{device_key, fault::Fault, opening::settle, platform};
use crate::{Area, StoreError};

/// The layout of the stores, not of what is in the rows: that is versioned inside them.
const VERSION: u32 = 1;

/// Whether opening may make the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Making {
    IfAbsent,
    Never,
}

/// Why another tab asked this one to let go of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Superseded {
    /// It runs a newer version of the program, and upgrades. Reloading this page gets the newer version too.
    Newer,
    /// It deletes everything, as a person asked there. (Deleting in this tab is told to this tab's handles as well.)
    Deleted,
}

/// What is to be called when that happens.
type Hook = Rc<dyn Fn(Superseded)>;

/// What all connections of one handle know about being superseded.
#[derive(Default)]
pub(super) struct Superseding {
    how: Cell<Option<Superseded>>,
    hook: RefCell<Option<Hook>>,
}

impl Superseding {
    pub(super) fn listen(&self, hook: Hook) {
        self.hook.replace(Some(Rc::clone(&hook)));
        if let Some(how) = self.how.get() {
            hook(how);
        }
    }

    pub(super) fn check(&self) -> Result<(), StoreError> {
        match self.how.get() {
            None => Ok(()),
            Some(Superseded::Newer) => Err(StoreError::Newer),
            Some(Superseded::Deleted) => Err(StoreError::Lost),
        }
    }

    fn happen(&self, how: Superseded) {
        self.how.set(Some(how));
        // Taken out of the cell first: the hook may set another hook.
        let hook = self.hook.borrow().clone();
        if let Some(hook) = hook {
            hook(how);
        }
    }
}

/// An open connection. Dropping it closes it, after its running transactions.
pub(super) struct Connection {
    database: IdbDatabase,
    closed: Rc<Cell<bool>>,
    _on_version_change: Closure<dyn FnMut(IdbVersionChangeEvent)>,
    _on_close: Closure<dyn FnMut(Event)>,
}

impl Connection {
    /// Opens the database of this name.
    pub(super) async fn open(name: &str, making: Making, superseding: &Rc<Superseding>) -> Result<Self, StoreError> {
        const DOING: &str = "opening the journal";
        let request =
            platform::indexed_db()?.open_with_u32(name, VERSION).map_err(|thrown| Fault::of_opening(&thrown, DOING))?;
        let settled = settle(&request, DOING, move |request, event| upgrade(request, event, making)).await;
        let database = settled?.dyn_into().map_err(|_| StoreError::Failed { doing: DOING })?;
        Ok(Self::watching(database, superseding))
    }

    /// The database, or [`Fault::Gone`] if the browser has said that it closed it.
    pub(super) fn database(&self) -> Result<&IdbDatabase, Fault> {
        if self.closed.get() { Err(Fault::Gone) } else { Ok(&self.database) }
    }

    fn watching(database: IdbDatabase, superseding: &Rc<Superseding>) -> Self {
        let on_version_change = {
            let (database, superseding) = (database.clone(), Rc::clone(superseding));
            Closure::new(move |event: IdbVersionChangeEvent| {
                // First, so that the other tab waits for no one, whatever the hook does.
                database.close();
                superseding.happen(match event.new_version() {
                    Some(_) => Superseded::Newer,
                    None => Superseded::Deleted,
                });
            })
        };
        let closed = Rc::new(Cell::new(false));
        let on_close = {
            let closed = Rc::clone(&closed);
            Closure::new(move |_: Event| closed.set(true))
        };
        database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        database.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Self { database, closed, _on_version_change: on_version_change, _on_close: on_close }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        self.database.close();
    }
}

/// Makes the stores of a new database. What cannot be made aborts the opening, and leaves no database behind.
fn upgrade(request: &IdbOpenDbRequest, event: &IdbVersionChangeEvent, making: Making) {
    let made = match making {
        // Version 1 is the first: whatever needs an upgrade does not exist yet.
        Making::IfAbsent if event.old_version() == 0.0 => make_stores(request),
        Making::IfAbsent | Making::Never => Err(JsValue::NULL),
    };
    if made.is_err()
        && let Some(transaction) = request.transaction()
    {
        // Fails only if it is aborted already.
        let _ = transaction.abort();
    }
}

fn make_stores(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    for name in Area::ALL.map(Area::name).into_iter().chain([device_key::STORE]) {
        database.create_object_store(name)?;
    }
    Ok(())
}

/// Deletes the database of this name with everything in it; there being none is fine.
///
/// Open handles, in this tab and others, are closed and told so.
///
/// # Errors
/// [`StoreError::Failed`] if another tab does not let go of it (it is deleted as soon as that tab does), or
/// [`StoreError::Unavailable`].
pub async fn delete_database(name: &str) -> Result<(), StoreError> {
    const DOING: &str = "deleting the journal";
    let request = platform::indexed_db()?.delete_database(name).map_err(|thrown| Fault::of_opening(&thrown, DOING))?;
    settle(&request, DOING, |_, _| ()).await.map(|_| ())
}
