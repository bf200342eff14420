//! Taking lines of a pack in: the record of the pack and those of its lines, in one batch. Decided upon what is there when it is written, so two
//! tabs that take in the same pack take it in once.

use domain::meeting::{Held, ListError, ListId, MeetingList};
use domain::pack::{Feed, LineKind, Offered, Pack, Write};
use domain::record::{self, Kind, Stored};
use domain::{Capped, Session};
use storage::Change as RowChange;
use sync::{Change, RecordId, RecordState, Versions};

use super::{PackTakeError, PackTaken, has_record, place, read_program, records_of};
use crate::journal::id::half_of;
use crate::journal::rows::page_key;
use crate::journal::write::Draft;
use crate::meetings::without_pages;
use crate::{Clock, Home, Ids, Journal, MOST_LISTS, SaveError, Undo};

/// What is written, as it comes together.
#[derive(Default)]
struct Batch {
    drafts: Vec<Draft>,
    rows: Vec<RowChange>,
    undo: Vec<Undo>,
}

/// The record that something is: its id, what is known of it, and its body while it is there.
struct There<'a> {
    id: RecordId,
    versions: Option<&'a Versions>,
    body: Option<&'a [u8]>,
}

impl<'a> There<'a> {
    /// # Errors
    /// [`SaveError::Gone`] when all its names are used up.
    fn of(ids: &[RecordId], known: &'a [Option<Versions>]) -> Result<There<'a>, SaveError> {
        let at = place(known).ok_or(SaveError::Gone)?;
        let id = ids.get(at).copied().ok_or(SaveError::Gone)?;
        let versions = known.get(at).and_then(Option::as_ref);
        let body = versions.and_then(|versions| match versions.state() {
            RecordState::Live(body) => Some(body),
            RecordState::Deleted { .. } | RecordState::Erased => None,
        });
        Ok(There { id, versions, body })
    }

    /// What is there. What a newer version wrote is not written over.
    fn read<T: Stored>(&self) -> Result<Option<T>, SaveError> {
        let Some(body) = self.body else { return Ok(None) };
        record::read(body).known().map(Some).ok_or(SaveError::Gone)
    }
}

impl Batch {
    fn put<T: Stored>(&mut self, there: &There<'_>, value: &T) -> Result<(), SaveError> {
        let body = record::encode(value)?;
        self.undo.push(match there.body {
            Some(before) => Undo::PutBack(there.id, before.to_vec()),
            None => Undo::Remove(there.id),
        });
        self.drafts.push(match there.versions {
            Some(versions) => Draft::on(there.id, versions, Change::Put(body)),
            None => Draft::new(there.id, T::KIND.number(), body),
        });
        Ok(())
    }

    fn take_away(&mut self, there: &There<'_>) {
        if let (Some(versions), Some(_)) = (there.versions, there.body) {
            self.undo.push(Undo::Restore(there.id));
            self.drafts.push(Draft::on(there.id, versions, Change::Delete));
        }
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Takes the lines with these numbers in, and notes that the others were left out. `empty_list` is the page of a list of meetings that has
    /// none yet: it is read from its address when the meetings are looked at next.
    ///
    /// # Errors
    /// [`PackTakeError`]; then nothing was taken in.
    pub async fn take_pack(
        &self,
        pack: &Pack,
        sender: [u8; 32],
        accepted: &[u16],
        empty_list: &[u8],
    ) -> Result<PackTaken, PackTakeError> {
        let today = self.now().day();
        let head = records_of(pack.id(), None);
        let lines: Vec<u16> = self.look_at_pack(pack, sender)?.rows.iter().map(|row| row.number).collect();
        let lines: Vec<u16> = lines.into_iter().filter(|number| accepted.contains(number)).collect();
        let ids: Vec<RecordId> =
            head.into_iter().chain(lines.iter().flat_map(|number| records_of(pack.id(), Some(*number)))).collect();
        self.write_each_with_rows(&ids, |known, _| {
            let (known_head, known_lines) = known.split_at_checked(head.len()).unwrap_or_default();
            let of_pack = There::of(&head, known_head)?;
            let before = match of_pack.versions.filter(|_| of_pack.body.is_some()) {
                Some(versions) => Some(read_program(versions)?.0),
                None => None,
            };
            let difference = self.look_at_pack(pack, sender)?;
            let taking = pack.take(sender, before.as_ref(), &difference, accepted, today);
            let mut batch = Batch::default();
            for (number, write) in &taking.writes {
                let at = lines.iter().position(|line| line == number).ok_or(SaveError::Busy)?;
                let of_line = known_lines.chunks(head.len()).nth(at).unwrap_or_default();
                let there = There::of(&records_of(pack.id(), Some(*number)), of_line)?;
                match write {
                    Write::Put(offered) => self.put_line(&mut batch, &there, offered, empty_list)?,
                    Write::TakeAway(LineKind::Session) => {
                        let ended = there.read::<Session>()?.and_then(|session| session.without_future(today));
                        match ended {
                            Some(ended) => batch.put(&there, &ended)?,
                            None => batch.take_away(&there),
                        }
                    }
                    Write::TakeAway(kind) if has_record(*kind) => batch.take_away(&there),
                    Write::TakeAway(_) => {}
                }
            }
            self.has_room(&batch)?;
            // The same again writes nothing.
            if before.as_ref() != Some(&taking.record) {
                batch.put(&of_pack, &taking.record)?;
            }
            let taken = PackTaken {
                new: taking.new,
                changed: taking.changed,
                removed: taking.removed,
                undo: Undo::All(batch.undo),
            };
            Ok::<_, PackTakeError>((batch.drafts, batch.rows, taken))
        })
        .await
    }

    fn put_line(
        &self,
        batch: &mut Batch,
        there: &There<'_>,
        offered: &Offered,
        empty_list: &[u8],
    ) -> Result<(), PackTakeError> {
        match offered {
            Offered::Session(session) => {
                let session = match there.read::<Session>()? {
                    Some(before) => session.in_place_of(&before),
                    None => session.clone(),
                };
                batch.put(there, &session)?;
            }
            Offered::Checklist(list) => batch.put(there, list)?,
            Offered::Feed(feed) => {
                let before = there.read::<MeetingList>()?;
                let list = self.list_of(half_of(there.id), feed, before.as_ref())?;
                let is_read = before.as_ref().is_some_and(|before| before.held() == list.held());
                if !is_read {
                    let id = ListId::from_bytes(half_of(there.id));
                    batch.rows.extend(before.iter().flat_map(|before| without_pages(id, before)));
                    let row = page_key(id.bytes(), list.held().batch, true, 0);
                    batch.rows.push(self.seal_page_row(&row, empty_list)?);
                }
                batch.put(there, &list)?;
            }
            Offered::Goal(_) | Offered::Homework { .. } => {}
        }
        Ok(())
    }

    /// A list of meetings that was not read yet; one from the same address keeps what was read.
    fn list_of(&self, half: [u8; 8], feed: &Feed, before: Option<&MeetingList>) -> Result<MeetingList, ListError> {
        let origin = feed.origin().ok_or(ListError::NotSafe)?;
        let held = match before.filter(|before| *before.origin() == origin) {
            Some(before) => *before.held(),
            None => Held {
                read_utc_ms: 0,
                // Names the only page; another address has another.
                batch: before.map_or(half, |before| before.held().batch.map(|byte| byte.wrapping_add(1))),
                index_pages: 1,
                detail_pages: 0,
                meetings: 0,
                left_out: 0,
                updated_utc_ms: None,
            },
        };
        let zone = before.map_or_else(|| self.now().zone().clone(), |before| before.zone().clone());
        Ok(MeetingList::new(feed.name().clone(), feed.fellowship(), origin, zone, held))
    }

    /// Whether what is new in the batch still fits.
    fn has_room(&self, batch: &Batch) -> Result<(), PackTakeError> {
        let more = |kind: Kind| {
            let is_new = |undo: &&Undo| matches!(undo, Undo::Remove(_));
            let of_kind = |(_, draft): &(&Undo, &Draft)| draft.kind == kind.number();
            let both = batch.undo.iter().zip(&batch.drafts);
            both.filter(of_kind).map(|(undo, _)| undo).filter(is_new).count()
        };
        self.check_room(more(Kind::Session))?;
        if let Some(others) = more(Kind::Checklist).checked_sub(1) {
            Capped::Checklists.room_after(self.checklists().len().saturating_add(others))?;
        }
        let lists = more(Kind::MeetingList);
        if lists > 0 && self.lists().len().saturating_add(lists) > MOST_LISTS {
            return Err(ListError::TooMany { limit: MOST_LISTS }.into());
        }
        Ok(())
    }
}
