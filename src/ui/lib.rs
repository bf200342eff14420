//! The design system: what every screen is made of. Props in, callbacks out; no context, no storage, no words of its own.
//!
//! Each component has its looks in `style/components/` under the same name. Texts come in as signals, so that a change of
//! language reaches them; ids come from the caller, so that two of a kind can stand on one page.

pub mod button;
pub mod card;
pub mod chip_group;
pub mod choice_row;
pub mod disclosure;
pub mod empty_state;
pub mod entry_row;
mod field;
pub mod file_pick;
pub mod icon;
pub mod live;
pub mod mark;
pub mod own_words;
pub mod phase_line;
pub mod radio_group;
pub mod scale;
pub mod select;
pub mod session_mark;
pub mod session_row;
pub mod sheet;
pub mod signals;
pub mod switch;
pub mod tab_bar;
pub mod text_area;
pub mod text_field;
pub mod tick;
pub mod toast;
pub mod top_bar;
pub mod wave;
pub mod week_strip;
pub mod weekdays;

pub use button::{Button, ButtonKind, ButtonLink};
pub use card::{Card, Tone};
pub use chip_group::{Chip, ChipGroup};
pub use choice_row::{ChoiceButton, ChoiceRow};
pub use disclosure::Disclosure;
pub use empty_state::EmptyState;
pub use entry_row::EntryRow;
pub use field::Limit;
pub use file_pick::FilePick;
pub use icon::{Glyph, Icon};
pub use live::{Show, derived, live, show_let};
pub use mark::Mark;
pub use own_words::OwnWords;
pub use phase_line::{PhaseLine, PhasePart};
pub use radio_group::{Choice, RadioGroup};
pub use scale::{Scale, ScaleChoice, tint};
pub use select::Select;
pub use session_mark::{SessionMark, SessionState};
pub use session_row::{SessionLine, SessionRow};
pub use sheet::Sheet;
pub use signals::{Memo, RwSignal};
pub use switch::Switch;
pub use tab_bar::{Tab, TabBar};
pub use text_area::TextArea;
pub use text_field::{FieldKind, TextField};
pub use tick::Tick;
pub use toast::Toast;
pub use top_bar::TopBar;
pub use wave::Wave;
pub use week_strip::{StripDay, Turn, WeekStrip};
pub use weekdays::{DayOfWeek, Weekdays};
