//! Lists that are drawn again only where they changed.
//!
//! The same as Leptos' own `For`, which writes out how lists are compared and moved for every type of row. Here rows and keys stand in
//! boxes, so that this is there once.

use std::any::Any;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use leptos::prelude::{AnyView, IntoAny, IntoView, component};

/// A key without its type; two are the same only if they are of the same type, and equal.
#[derive(Clone)]
struct Key(Arc<dyn AnyKey>);

trait AnyKey: Any + Send + Sync {
    fn is(&self, other: &dyn Any) -> bool;
    fn hash_into(&self, hasher: &mut dyn Hasher);
}

impl<K: Eq + Hash + Send + Sync + 'static> AnyKey for K {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<K>() == Some(self)
    }

    fn hash_into(&self, mut hasher: &mut dyn Hasher) {
        self.hash(&mut hasher);
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.0;
        self.0.is(other)
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.0.hash_into(hasher);
    }
}

/// A row, not drawn yet.
struct Row {
    key: Key,
    item: Item,
}

type Item = Box<dyn Any + Send>;
type Rows = Box<dyn Fn() -> Vec<Row> + Send>;
type Draw = Arc<dyn Fn(Item) -> AnyView + Send + Sync>;

/// Draws what `each` gives, a row for each. A row stays as it is while its key does.
#[component]
pub fn For<IF, I, T, EF, N, KF, K>(
    /// The items; asked again when what it reads changes.
    each: IF,
    /// What tells one from another.
    key: KF,
    /// Draws one.
    children: EF,
) -> impl IntoView
where
    IF: Fn() -> I + Send + 'static,
    I: IntoIterator<Item = T>,
    EF: Fn(T) -> N + Send + Sync + 'static,
    N: IntoAny,
    KF: Fn(&T) -> K + Send + 'static,
    K: Eq + Hash + Send + Sync + 'static,
    T: Send + 'static,
{
    let row = move |item| Row { key: Key(Arc::new(key(&item))), item: Box::new(item) };
    let rows = move || each().into_iter().map(&row).collect();
    let draw = move |item: Item| match item.downcast() {
        Ok(item) => children(*item).into_any(),
        // Cannot be: the items of a list are of one type.
        Err(_) => ().into_any(),
    };
    list(Box::new(rows), Arc::new(draw))
}

fn list(rows: Rows, draw: Draw) -> AnyView {
    let key = |row: &Row| row.key.clone();
    let children = move |row: Row| draw(row.item);
    leptos::prelude::For(leptos::prelude::ForProps { each: rows, key, children }).into_any()
}
