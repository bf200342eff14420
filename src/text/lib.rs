//! Everything Handrail says, in every language it speaks.
//!
//! A file per part of the app holds the shape of its sentences and both languages beside each other: a sentence that is missing in one
//! of them does not compile, and whoever changes one sees the other. English and Spanish are both written, not translated.

pub mod about;
pub mod backup;
pub mod calendar_in;
pub mod calendar_out;
pub mod check_in;
pub mod checklists;
pub mod chips;
pub mod common;
pub mod consent_told;
pub mod cope;
pub mod counselor;
pub mod counselor_card;
pub mod counselor_keys;
pub mod counselor_program;
pub mod craving;
pub mod forget;
pub mod help;
pub mod lapse;
pub mod lines;
pub mod lock;
pub mod locked;
pub mod log;
pub mod me;
pub mod medication;
pub mod meeting_lists;
pub mod meetings;
pub mod packs;
pub mod paper;
pub mod people;
pub mod plan;
pub mod problems;
pub mod program;
pub mod reminders;
pub mod safety;
pub mod send;
pub mod sober;
pub mod summary;
pub mod take_along;
pub mod titles;
pub mod today;
pub mod week;
pub mod welcome;
pub mod words;

use domain::{KnownWord, Language};

/// All sentences of one language.
///
/// An area is asked for by its method, so that the sentences of a page that is fetched later are fetched with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    pub language: Language,
}

/// The sentences of a language.
#[must_use]
pub fn of(language: Language) -> Text {
    Text { language }
}

impl Text {
    /// Said on more than one page.
    #[must_use]
    pub fn common(self) -> &'static common::Common {
        self.pick(&common::EN, &common::ES)
    }

    /// What the pages are called.
    #[must_use]
    pub fn titles(self) -> &'static titles::Titles {
        self.pick(&titles::EN, &titles::ES)
    }

    /// What went wrong, what is safe and what to do.
    #[must_use]
    pub fn problems(self) -> &'static problems::Problems {
        self.pick(&problems::EN, &problems::ES)
    }

    /// The first screen.
    #[must_use]
    pub fn today(self) -> &'static today::Today {
        self.pick(&today::EN, &today::ES)
    }

    /// Deleting everything.
    #[must_use]
    pub fn forget(self) -> &'static forget::Forget {
        self.pick(&forget::EN, &forget::ES)
    }

    /// The lock screen.
    #[must_use]
    pub fn locked(self) -> &'static locked::Locked {
        self.pick(&locked::EN, &locked::ES)
    }

    /// Setting and changing the lock.
    #[must_use]
    pub fn lock(self) -> &'static lock::Lock {
        self.pick(&lock::EN, &lock::ES)
    }

    /// The backup.
    #[must_use]
    pub fn backup(self) -> &'static backup::Backup {
        self.pick(&backup::EN, &backup::ES)
    }

    /// Files that other programs and people read.
    #[must_use]
    pub fn take_along(self) -> &'static take_along::TakeAlong {
        self.pick(&take_along::EN, &take_along::ES)
    }

    /// The daily check-in.
    #[must_use]
    pub fn check_in(self) -> &'static check_in::CheckIn {
        self.pick(&check_in::EN, &check_in::ES)
    }

    /// Coping strategies.
    #[must_use]
    pub fn cope(self) -> &'static cope::Cope {
        self.pick(&cope::EN, &cope::ES)
    }

    /// Lists of one's own.
    #[must_use]
    pub fn checklists(self) -> &'static checklists::Checklists {
        self.pick(&checklists::EN, &checklists::ES)
    }

    /// The safety plan, and the reasons.
    #[must_use]
    pub fn safety(self) -> &'static safety::Safety {
        self.pick(&safety::EN, &safety::ES)
    }

    /// Medication.
    #[must_use]
    pub fn medication(self) -> &'static medication::Medication {
        self.pick(&medication::EN, &medication::ES)
    }

    /// After something was used.
    #[must_use]
    pub fn lapse(self) -> &'static lapse::Lapse {
        self.pick(&lapse::EN, &lapse::ES)
    }

    /// What stands on the page for the counselor.
    #[must_use]
    pub fn paper(self) -> &'static paper::Paper {
        self.pick(&paper::EN, &paper::ES)
    }

    /// The counselor's own page.
    #[must_use]
    pub fn counselor(self) -> &'static counselor::Counselor {
        self.pick(&counselor::EN, &counselor::ES)
    }

    /// The counselor's keys.
    #[must_use]
    pub fn counselor_keys(self) -> &'static counselor_keys::CounselorKeys {
        self.pick(&counselor_keys::EN, &counselor_keys::ES)
    }

    /// A program that a counselor makes for clients.
    #[must_use]
    pub fn counselor_program(self) -> &'static counselor_program::CounselorProgram {
        self.pick(&counselor_program::EN, &counselor_program::ES)
    }

    /// What a consent says, told to whoever was handed something.
    #[must_use]
    pub fn consent_told(self) -> &'static consent_told::ConsentTold {
        self.pick(&consent_told::EN, &consent_told::ES)
    }

    /// Choosing the page for the counselor.
    #[must_use]
    pub fn summary(self) -> &'static summary::Summary {
        self.pick(&summary::EN, &summary::ES)
    }

    /// Handing the page over.
    #[must_use]
    pub fn send(self) -> &'static send::Send {
        self.pick(&send::EN, &send::ES)
    }

    /// One counselor and their key.
    #[must_use]
    pub fn counselor_card(self) -> &'static counselor_card::CounselorCard {
        self.pick(&counselor_card::EN, &counselor_card::ES)
    }

    /// Sober time.
    #[must_use]
    pub fn sober(self) -> &'static sober::Sober {
        self.pick(&sober::EN, &sober::ES)
    }

    /// The week, a session in it, and what Today says about both.
    #[must_use]
    pub fn week(self) -> &'static week::Week {
        self.pick(&week::EN, &week::ES)
    }

    /// After a craving: what now, the wave, what was going on.
    #[must_use]
    pub fn craving(self) -> &'static craving::Craving {
        self.pick(&craving::EN, &craving::ES)
    }

    /// The log, its entries and what was deleted.
    #[must_use]
    pub fn log(self) -> &'static log::Log {
        self.pick(&log::EN, &log::ES)
    }

    /// Help now and the overdose steps.
    #[must_use]
    pub fn help(self) -> &'static help::Help {
        self.pick(&help::EN, &help::ES)
    }

    /// Me, look and storage.
    #[must_use]
    pub fn me(self) -> &'static me::Me {
        self.pick(&me::EN, &me::ES)
    }

    /// The program, and the words for what a week is made of.
    #[must_use]
    pub fn program(self) -> &'static program::Program {
        self.pick(&program::EN, &program::ES)
    }

    /// Which lines Help now shows.
    #[must_use]
    pub fn lines(self) -> &'static lines::Lines {
        self.pick(&lines::EN, &lines::ES)
    }

    /// The people one could call.
    #[must_use]
    pub fn people(self) -> &'static people::People {
        self.pick(&people::EN, &people::ES)
    }

    /// One session with all its dates.
    #[must_use]
    pub fn plan(self) -> &'static plan::Plan {
        self.pick(&plan::EN, &plan::ES)
    }

    /// Taking in a calendar.
    #[must_use]
    pub fn calendar_in(self) -> &'static calendar_in::CalendarIn {
        self.pick(&calendar_in::EN, &calendar_in::ES)
    }

    /// Sessions for the calendar of the phone.
    #[must_use]
    pub fn calendar_out(self) -> &'static calendar_out::CalendarOut {
        self.pick(&calendar_out::EN, &calendar_out::ES)
    }

    /// What can remind, and what cannot.
    #[must_use]
    pub fn reminders(self) -> &'static reminders::Reminders {
        self.pick(&reminders::EN, &reminders::ES)
    }

    /// Finding a meeting, and one of them.
    #[must_use]
    pub fn meetings(self) -> &'static meetings::Meetings {
        self.pick(&meetings::EN, &meetings::ES)
    }

    /// The lists of meetings.
    #[must_use]
    pub fn meeting_lists(self) -> &'static meeting_lists::MeetingLists {
        self.pick(&meeting_lists::EN, &meeting_lists::ES)
    }

    /// What a program hands over.
    #[must_use]
    pub fn packs(self) -> &'static packs::Packs {
        self.pick(&packs::EN, &packs::ES)
    }

    /// What the app is.
    #[must_use]
    pub fn about(self) -> &'static about::About {
        self.pick(&about::EN, &about::ES)
    }

    /// The first visit.
    #[must_use]
    pub fn welcome(self) -> &'static welcome::Welcome {
        self.pick(&welcome::EN, &welcome::ES)
    }

    /// The label of a chip that the app offers.
    #[must_use]
    pub fn word(self, word: KnownWord) -> &'static str {
        match self.language {
            Language::En => words::en(word),
            Language::Es => words::es(word),
        }
    }

    fn pick<Area>(self, english: &'static Area, spanish: &'static Area) -> &'static Area {
        match self.language {
            Language::En => english,
            Language::Es => spanish,
        }
    }
}
