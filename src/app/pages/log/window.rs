//! The part of the log that is on the screen: at most three pages of it, however long the log is.

use engine::{Clock, Cursor, Entry, Home, Ids, Journal, Only, Page};
use storage::StoreError;

/// How many entries one press of "Show earlier" adds.
pub const STEP: usize = 50;
/// How many such pages are shown at once; beyond that the newest makes room.
pub const PAGES: usize = 3;

/// Where the screen is in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// Which entries it shows.
    pub only: Only,
    /// Where the first page shown begins (`None` is the newest entry).
    top: Option<Cursor>,
    /// Where the pages that made room begin, the newest first.
    above: Vec<Option<Cursor>>,
    pages: usize,
}

/// The entries of a window, as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The window these entries are of.
    pub window: Window,
    pages: Vec<Page>,
}

impl Window {
    /// The newest page of everything.
    pub fn newest() -> Self {
        Self::newest_of(Only::All)
    }

    /// The newest page of some of it.
    pub fn newest_of(only: Only) -> Self {
        Self { only, top: None, above: Vec::new(), pages: 1 }
    }

    /// One page back towards the newest.
    pub fn newer(&self) -> Self {
        let mut above = self.above.clone();
        let top = above.pop().unwrap_or_default();
        Self { only: self.only, top, above, pages: self.pages.saturating_add(1).min(PAGES) }
    }
}

impl Shown {
    /// The window with one page of earlier entries more.
    pub fn earlier(&self) -> Window {
        let Window { only, top, above, pages } = self.window.clone();
        let second = self.pages.first().and_then(|first| first.next);
        match second {
            Some(second) if pages >= PAGES => {
                let above = above.into_iter().chain([top]).collect();
                Window { only, top: Some(second), above, pages: PAGES }
            }
            Some(_) | None => Window { only, top, above, pages: pages.saturating_add(1).min(PAGES) },
        }
    }

    /// All entries shown, newest first.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.pages.iter().flat_map(|page| &page.entries)
    }

    /// The first entry of the earliest page: where reading goes on after "Show earlier".
    pub fn first_of_last_page(&self) -> Option<&Entry> {
        self.pages.last()?.entries.first()
    }

    /// The last entry of the newest page: where reading goes on after "Show newer".
    pub fn last_of_first_page(&self) -> Option<&Entry> {
        self.pages.first()?.entries.last()
    }

    /// Whether there is nothing in the log at all.
    pub fn is_empty_log(&self) -> bool {
        self.window.only == Only::All && self.is_empty()
    }

    /// Whether there is nothing of what is shown.
    pub fn is_empty(&self) -> bool {
        self.window.top.is_none() && !self.has_earlier() && self.entries().next().is_none()
    }

    pub fn has_earlier(&self) -> bool {
        self.pages.last().is_some_and(|page| page.next.is_some())
    }

    pub fn has_newer(&self) -> bool {
        self.window.top.is_some()
    }
}

/// Reads what a window shows.
///
/// # Errors
/// Only when the home does not answer.
pub async fn read<H: Home, W: Clock + Ids>(journal: &Journal<H, W>, window: Window) -> Result<Shown, StoreError> {
    let mut pages = Vec::new();
    let mut from = window.top;
    for _ in 0..window.pages {
        let page = journal.list_only(from, STEP, window.only).await?;
        from = page.next;
        pages.push(page);
        if from.is_none() {
            break;
        }
    }
    Ok(Shown { window, pages })
}
