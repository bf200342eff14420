//! The home in the browser: IndexedDB through a thin wrapper in which a transaction is a value, never a scope.
//!
//! Every request of a transaction is issued in one turn of the event loop, and no future is awaited inside: a browser
//! commits a transaction as soon as it is left alone. Works in a window and in a worker.

mod connection;
mod device_key;
mod fault;
mod opening;
mod platform;
mod rows;
mod transaction;

use std::{cell::RefCell, fmt, rc::Rc};

use connection::{Connection, Making, Superseding};
pub use connection::{Superseded, delete_database};
use fault::Fault;

use crate::{Batch, Row, Store, StoreError, Wanted};

/// The journal's home in this browser profile, open. `Clone` gives another handle on the same connection.
///
/// A connection that the browser drops is opened again, once per read or commit, and what was asked is asked again.
/// One that another tab asked to close, because it upgrades or deletes the database, stays closed.
#[derive(Clone)]
pub struct IndexedDb {
    opened: Rc<Opened>,
}

struct Opened {
    name: String,
    connection: RefCell<Rc<Connection>>,
    superseding: Rc<Superseding>,
}

/// Whether a batch is carried out for the first time, or again because the connection was lost on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attempt {
    First,
    Again,
}

impl IndexedDb {
    /// Opens the database of this name, making it if there is none.
    ///
    /// # Errors
    /// [`StoreError::Newer`] if a newer version of the program wrote it (it is left untouched),
    /// [`StoreError::Unavailable`] where the browser keeps nothing, [`StoreError::Full`], [`StoreError::Lost`], or
    /// [`StoreError::Failed`], also when another tab does not let go of an older database.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Self::opened(name, Making::IfAbsent).await
    }

    /// The same, and where there is no such database none is made.
    ///
    /// # Errors
    /// As [`Self::open`]; [`StoreError`] of any kind where there is none.
    pub async fn open_if_there(name: &str) -> Result<Self, StoreError> {
        Self::opened(name, Making::Never).await
    }

    async fn opened(name: &str, making: Making) -> Result<Self, StoreError> {
        let superseding = Rc::new(Superseding::default());
        let connection = Connection::open(name, making, &superseding).await?;
        let connection = RefCell::new(Rc::new(connection));
        Ok(Self { opened: Rc::new(Opened { name: name.to_owned(), connection, superseding }) })
    }

    /// Calls `hook` when another tab upgrades or deletes the database; at once if that has happened already.
    ///
    /// By then this connection is closed, so that the other tab need not wait, and every later read or commit fails.
    /// One hook; a later one replaces it.
    pub fn on_superseded(&self, hook: impl Fn(Superseded) + 'static) {
        self.opened.superseding.listen(Rc::new(hook));
    }

    /// Does what is asked on the current connection, and once more on a fresh one if the connection turns out lost.
    async fn asking<T>(&self, ask: impl AsyncFn(&Connection, Attempt) -> Result<T, Fault>) -> Result<T, StoreError> {
        self.opened.superseding.check()?;
        let connection = Rc::clone(&self.opened.connection.borrow());
        match ask(&connection, Attempt::First).await {
            Ok(answer) => Ok(answer),
            Err(Fault::Known(error)) => Err(error),
            Err(Fault::Gone) => {
                let connection = self.opened.reopen(connection).await?;
                Ok(ask(&connection, Attempt::Again).await?)
            }
        }
    }
}

impl Opened {
    /// A connection in place of the lost one: a new one, unless someone else has already seen to it.
    async fn reopen(&self, lost: Rc<Connection>) -> Result<Rc<Connection>, StoreError> {
        self.superseding.check()?;
        if let Some(current) = self.other_than(&lost) {
            return Ok(current);
        }
        // Never made anew here: an empty database in place of a lost one would look like a person without entries.
        let fresh = Rc::new(Connection::open(&self.name, Making::Never, &self.superseding).await?);
        Ok(self.other_than(&lost).unwrap_or_else(|| {
            self.connection.replace(Rc::clone(&fresh));
            fresh
        }))
    }

    fn other_than(&self, lost: &Rc<Connection>) -> Option<Rc<Connection>> {
        let current = self.connection.borrow();
        (!Rc::ptr_eq(&current, lost)).then(|| Rc::clone(&current))
    }
}

impl Store for IndexedDb {
    async fn read(&self, wanted: &[Wanted]) -> Result<Vec<Vec<Row>>, StoreError> {
        self.asking(async |connection, _| rows::read(connection, wanted).await).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let batch = Rc::new(batch);
        self.asking(async |connection, attempt| {
            let result = rows::commit(connection, &batch).await;
            // The first attempt may have been written although its connection was lost before it could say so. Then its
            // own changes are what breaks its guards now.
            if attempt == Attempt::Again
                && matches!(result, Err(Fault::Known(StoreError::Conflict)))
                && rows::are_in_place(connection, &batch.changes).await?
            {
                return Ok(());
            }
            result
        })
        .await
    }
}

/// The name alone.
impl fmt::Debug for IndexedDb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IndexedDb {{ {} }}", self.opened.name)
    }
}
