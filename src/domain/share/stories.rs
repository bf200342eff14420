//! What a consent is and what it allows, what a package cannot be without, and how a counselor keeps several of them apart.

use super::*;
use crate::samples::now;
use crate::samples::share::{consent, draft, under_another_purpose};
use crate::samples::summary::{days, everything};
use crate::samples::week::date;
use crate::summary::{Block, Carries, Choice, Facts, Period, Sheet, Summary};
use crate::{Label, Language, Moment};

fn facts() -> Facts {
    Facts {
        cravings: Vec::new(),
        lapses: Vec::new(),
        check_ins: Vec::new(),
        runs: Vec::new(),
        doses: Vec::new(),
        occasions: Vec::new(),
        people: Vec::new(),
    }
}

fn page(period: Period, choice: Choice) -> Sheet {
    Summary::of(&facts(), period, choice, &now()).sheet().clone()
}

fn handed(serial: u32) -> Handed {
    let page = page(days("2026-11-16", "2026-11-22"), everything());
    Handed::new(consent(), &page, Label::new("Ana").ok(), serial, Language::Es).unwrap()
}

#[test]
fn a_consent_with_an_element_missing_is_none_and_says_which() {
    type Without<'a> = (ConsentError, &'a dyn Fn(&mut ConsentDraft));
    let without: [Without; 11] = [
        (ConsentError::NoRecipient, &|draft| draft.whom = None),
        (ConsentError::NothingShared, &|draft| draft.what = None),
        (ConsentError::NothingShared, &|draft| draft.what = Some(Choice::NOTHING.carrying(Carries::Notes, true))),
        (ConsentError::NoDays, &|draft| draft.days = None),
        (ConsentError::NoPurpose, &|draft| draft.purpose = None),
        (ConsentError::NoEnd, &|draft| draft.until = None),
        (ConsentError::EndedBefore, &|draft| draft.until = Some(Until::Day(date("2026-11-21")))),
        (ConsentError::NoWayBack, &|draft| draft.revoke = None),
        (ConsentError::NotSigned, &|draft| draft.signature = None),
        (ConsentError::NoLanguage, &|draft| draft.language = None),
        (ConsentError::NoEnd, &|draft| draft.until = chrono::NaiveDate::from_ymd_opt(2300, 1, 1).map(Until::Day)),
    ];
    for (missing, change) in without {
        let mut draft = draft();
        change(&mut draft);
        assert!(Consent::new(draft, now().day()).err() == Some(missing), "{missing}");
    }
    let nameless = ConsentDraft { who: None, ..draft() };
    assert!(Consent::new(nameless, now().day()).is_ok(), "what is handed over is their own");
    assert!(Consent::new(draft(), date("1970-01-01")).err() == Some(ConsentError::NoDate));
}

#[test]
fn what_the_law_wants_said_is_said_with_it() {
    assert_eq!(consent().statements().len(), 5);
    assert_eq!(under_another_purpose().statements(), [Statement::MayRevoke, Statement::SharedStays]);
    assert_eq!(handed(1).notice().words(), "42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
}

#[test]
fn a_consent_allows_what_was_agreed_to_and_nothing_more() {
    let (week, today) = (days("2026-11-16", "2026-11-22"), now().day());
    let agreed = under_another_purpose();
    assert_eq!(agreed.covers(week, Choice::default(), today), Ok(()));
    assert_eq!(agreed.covers(days("2026-11-17", "2026-11-18"), Choice::NOTHING, today), Ok(()));
    assert_eq!(agreed.covers(days("2026-11-15", "2026-11-22"), Choice::default(), today), Err(Beyond::Days));
    assert_eq!(agreed.covers(days("2026-11-16", "2026-11-23"), Choice::default(), today), Err(Beyond::Days));
    let more = Choice::default().with(Block::Use, true);
    assert_eq!(agreed.covers(week, more, today), Err(Beyond::Parts));
    let named = Choice::default().carrying(Carries::Names, true);
    assert_eq!(agreed.covers(week, named, today), Err(Beyond::Parts));

    let running = consent();
    assert_eq!(running.covers(days("2027-03-01", "2027-03-31"), everything(), date("2027-03-31")), Ok(()));
    assert_eq!(running.covers(week, everything(), date("2027-04-01")), Err(Beyond::Time));
    assert_eq!(running.covers(week, everything(), date("2026-11-21")), Err(Beyond::Time));
}

#[test]
fn a_page_that_shows_more_than_its_consent_allows_is_not_put_into_a_package() {
    let week = days("2026-11-16", "2026-11-22");
    let of = |page: &Sheet| Handed::new(under_another_purpose(), page, None, 1, Language::En).err();
    assert!(of(&page(week, Choice::default())).is_none());
    assert_eq!(of(&page(week, everything())), Some(HandedError::Beyond(Beyond::Parts)));
    assert_eq!(of(&page(days("2026-11-09", "2026-11-22"), Choice::default())), Some(HandedError::Beyond(Beyond::Days)));
    let zero = Handed::new(consent(), &page(week, everything()), None, 0, Language::En);
    assert!(zero.err() == Some(HandedError::Unreadable));
}

/// A package of version 1, put together from its parts by somebody who leaves some out.
fn forged(consent: &[u8], notice: &str) -> Vec<u8> {
    let page = page(days("2026-11-16", "2026-11-22"), everything()).encode().unwrap();
    postcard::to_extend(&(consent, page.as_slice(), None::<&str>, 1_u32, notice, "en"), vec![1]).unwrap()
}

#[test]
fn a_package_whose_consent_or_notice_was_taken_out_is_none() {
    let whole = consent().encode().unwrap();
    assert!(Handed::decode(&forged(&whole, "part-2-statement-2")).is_ok());
    assert!(Handed::decode(&forged(&[], "part-2-statement-2")).err() == Some(HandedError::NoConsent));
    assert!(Handed::decode(&forged(&whole, "")).err() == Some(HandedError::NoNotice));
    let half = Handed::decode(&forged(&whole[..whole.len() / 2], "part-2-statement-2")).err();
    assert!(half == Some(HandedError::Consent(ConsentError::Unreadable)));
    let narrow = under_another_purpose().encode().unwrap();
    assert!(Handed::decode(&forged(&narrow, "part-2-statement-2")).err() == Some(HandedError::Beyond(Beyond::Parts)));
    // A notice of next year says no less than the short one.
    let newer = Handed::decode(&forged(&whole, "part-2-statement-3")).unwrap();
    assert_eq!(newer.notice(), Notice::Statement2);
}

#[test]
fn pages_that_did_not_come_are_told_by_their_numbers_but_not_without_end() {
    assert_eq!(missing(&[]), []);
    assert_eq!(missing(&[1]), []);
    assert_eq!(missing(&[6, 1, 3, 3]), [2, 4, 5]);
    assert_eq!(missing(&[u32::MAX]).len(), 100);
}

#[test]
fn another_key_has_to_be_compared_anew_and_the_same_one_has_not() {
    let sam = Recipient::new(Label::new("Sam").unwrap(), None, [1; 32]);
    let compared = sam.apply(RecipientEdit::Compare(now().day()));
    let renamed = compared.apply(RecipientEdit::SetName(Label::new("Sam R.").unwrap()));
    assert!(sam.compared_on().is_none() && renamed.compared_on() == Some(now().day()));
    assert!(renamed.apply(RecipientEdit::SetKey([1; 32])) == renamed);
    assert!(renamed.apply(RecipientEdit::SetKey([2; 32])).compared_on().is_none());
}

#[test]
fn what_was_shared_says_whether_more_may_follow() {
    let share = |consent| Share::new(To::Passphrase, Grant::Signed(consent), now(), 0, None, 0);
    let (spring, once) = (share(consent()), share(under_another_purpose()));
    assert_eq!(spring.serial(), 1);
    let last = date("2027-03-31");
    assert_eq!(spring.state_on(last), Some(ShareState::Current(Until::Day(last))));
    assert_eq!(spring.state_on(date("2027-04-01")), Some(ShareState::Ended(last)));
    assert_eq!(once.state_on(now().day()), Some(ShareState::Used));
    let stopped = spring.stop(&now());
    assert_eq!(stopped.state_on(last), Some(ShareState::Stopped(now().day())));
    let later = Moment::new(now().utc_ms() + 86_400_000, -360, now().zone().clone()).unwrap();
    assert!(stopped.stop(&later) == stopped, "it was stopped then");
    let more = Share::new(To::Passphrase, Grant::Earlier(ShareId::from_bytes([1; 8])), now(), 2, None, 0);
    assert!(more.state_on(last).is_none());
    let treatment = ConsentDraft { until: Some(Until::EndOfTreatment), ..draft() };
    let treatment = share_of(treatment);
    assert_eq!(treatment.state_on(date("2199-01-01")), Some(ShareState::Current(Until::EndOfTreatment)));
}

fn share_of(draft: ConsentDraft) -> Share {
    Share::new(To::Paper, Grant::Signed(Consent::new(draft, now().day()).unwrap()), now(), 1, None, 0)
}

#[test]
fn nobody_and_nothing_is_printed() {
    let key = SharingKey::new([7; 32]).unwrap();
    let sam = Recipient::new(Label::new("Sam").unwrap(), None, [1; 32]);
    let printed = format!("{:?} {:?} {:?} {:?}", key, sam, consent(), handed(1));
    assert_eq!(printed, "SharingKey(…) Recipient(…) Consent(…) Handed(…)");
    assert!(SharingKey::new([0; 32]).is_none());
}
