//! The library of coping strategies, read once for each language and kept while the app runs.

use std::cell::RefCell;
use std::rc::Rc;

use domain::Language;
use domain::strategy::Strategy;

use super::handrail;

/// What was read, by its language.
type Read = (Language, Rc<[Strategy]>);

thread_local! {
    static READ: RefCell<Option<Read>> = const { RefCell::new(None) };
}

/// All strategies, in the language spoken now. It waits for the network once, if the file is not on the phone yet; nothing where it cannot
/// be read.
pub async fn library(language: Language) -> Rc<[Strategy]> {
    let known = READ.with_borrow(|read| read.as_ref().filter(|(of, _)| *of == language).map(|(_, all)| Rc::clone(all)));
    if let Some(known) = known {
        return known;
    }
    let text = handrail::strategies(language.code()).await.unwrap_or_default();
    let all: Rc<[Strategy]> = interop::strategies::read(&text).unwrap_or_default().into();
    if !all.is_empty() {
        READ.set(Some((language, Rc::clone(&all))));
    }
    all
}
