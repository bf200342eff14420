//! Which tables there are, and which part of the export each column shows.

/// One table. Its place in [`TABLES`] is its number, so new ones come last.
pub struct Table {
    pub name: &'static str,
    /// The records that it is of.
    pub records: &'static str,
    /// A list in each of them whose parts are the rows; None: the records themselves.
    pub part: Option<&'static str>,
    /// Names with spaces between them. `name=path` shows what lies elsewhere: in a part of the row, in the record of a row (`..`), or in the
    /// session of a visit (`session`). `#date` and `#time` show a time in two halves, as a spreadsheet can read it.
    columns: &'static str,
}

/// One column.
pub struct Column<'a> {
    pub name: &'a str,
    /// With slashes.
    pub path: &'a str,
    /// `date` or `time`.
    pub of_time: Option<&'a str>,
}

impl Table {
    pub fn columns(&self) -> impl Iterator<Item = Column<'static>> {
        self.columns.split_whitespace().map(|column| {
            let (name, path) = column.split_once('=').unwrap_or((column, column));
            let (path, of_time) = path.split_once('#').map_or((path, None), |(path, half)| (path, Some(half)));
            Column { name, path, of_time }
        })
    }
}

const fn table(name: &'static str, columns: &'static str) -> Table {
    Table { name, records: name, part: None, columns }
}

const fn parts(name: &'static str, records: &'static str, part: &'static str, columns: &'static str) -> Table {
    Table { name, records, part: Some(part), columns }
}

pub const TABLES: [Table; 42] = [
    table(
        "cravings",
        "id date=at#date time=at#time at zone intensity triggers place company substance note after_intensity=after/intensity \
         after_at=after/at ride_out_seconds=ride_out/seconds ride_out_state=ride_out/state \
         ride_out_running_since=ride_out/running_since talk_about private",
    ),
    parts("craving_actions", "cravings", "actions", "craving_id=../id action at"),
    table(
        "check_ins",
        "id date=day zone used strongest_craving confidence mood sleep medication needs line talk_about private",
    ),
    table(
        "lapses",
        "id date=at#date time=at#time at zone knows_hour substance amount before feelings thoughts tried next_time talk_about \
         private",
    ),
    Table {
        name: "sessions_and_visits",
        records: "visits",
        part: None,
        columns: "id date=at#date time=at#time at zone session_kind=session/kind session_title=session/title \
                  length_minutes=session/length_minutes session_id session_date calendar_uid original_at original_day \
                  attendance obstacle prepared_hard prepared_tried prepared_to_talk_about takeaway talk_about private",
    },
    parts("homework", "visits", "homework", "visit_id=../id visit_at=../at number text due done_at"),
    table(
        "strategy_runs",
        "id date=at#date time=at#time at zone strategy name before after_intensity=after/intensity after_at=after/at \
         steps_ticked timer_step=timer/step timer_seconds=timer/seconds timer_running_since=timer/running_since is_over \
         talk_about private",
    ),
    table("doses", "id date=day zone medication_id name planned_for time told reason talk_about private"),
    table("people", "id name role message quiet shown_when_locked rank picture_id"),
    parts("ways_to_reach", "people", "reaches", "person_id=../id name=../name number good_for link"),
    table("checklist_days", "id date=day zone checklist_id name ticked talk_about private"),
    table(
        "medications",
        "id name dose schedule=schedule/kind days=schedule/days times=schedule/times every_days=schedule/every_days \
         from=schedule/from days_early=schedule/days_early days_late=schedule/days_late refill_by since",
    ),
    table("reasons", "id words picture_id recording_id"),
    table("safety_plans", "id"),
    parts("safety_plan_lines", "safety_plans", "lines", "plan_id=../id part words noticed_on"),
    table("trigger_charts", "id"),
    parts("trigger_chart_places", "trigger_charts", "placed", "chart_id=../id trigger risk"),
    table("own_strategies", "id name steps needs"),
    table("checklists", "id name made_for steps days day_of_month around"),
    table(
        "sessions",
        "id kind title place link phone counselor bring zone starts length_minutes program_id phase_number once_on \
         days=weekly/days every_weeks=weekly/every_weeks first=weekly/first ends_on=weekly/ends_on \
         ends_after_times=weekly/ends_after_times",
    ),
    parts(
        "session_exceptions",
        "sessions",
        "exceptions",
        "session_id=../id date cancelled moved_to_date=moved_to/date moved_to_starts=moved_to/starts \
         moved_to_length_minutes=moved_to/length_minutes place",
    ),
    table("programs", "id name template zone starts_on clinic phone"),
    parts("program_phases", "programs", "phases", "program_id=../id number kind name weeks"),
    table(
        "calendar_sessions",
        "id kind title place link phone counselor bring uid sequence stamped_at calendar notes zone counts source source_until",
    ),
    parts(
        "calendar_dates",
        "calendar_sessions",
        "dates",
        "session_id=../id starts_at ends_at first_day last_day original_at original_day standing title place",
    ),
    table("sober_starts", "id day counts"),
    table("sober_choices", "id"),
    parts("sober_truths", "sober_choices", "told", "choices_id=../id truth told"),
    table("strategy_choices", "id favourites hidden"),
    table("help_choices", "id hidden_lines never_asks"),
    parts("help_lines", "help_choices", "own_lines", "choices_id=../id name number answers_texts note"),
    table("meeting_lists", "id name fellowship address zone refresh read_at updated_at meetings left_out"),
    table(
        "settings",
        "id appearance language offers_actions_from welcomed badge reminders_minutes_before calendar_says_all",
    ),
    table("marks", "id at zone entry_id talk_about private"),
    // In bytes; a cell has no room for the sound itself.
    table("recordings", "id media_type size"),
    table("sharing_keys", "id secret_left_out"),
    table("recipients", "id name organisation public_key compared_on removed"),
    table(
        "shares",
        "id date=at#date time=at#time at zone way recipient_id serial package_id size earlier_share_id stopped_at \
         from_name=consent/from_name recipient_name=consent/recipient_name organisation=consent/organisation \
         first_day=consent/first_day last_day=consent/last_day parts=consent/parts carries=consent/carries \
         purpose=consent/purpose purpose_words=consent/purpose_words until=consent/until until_day=consent/until_day \
         taken_back=consent/taken_back signed=consent/signed signed_name=consent/signed_name \
         signed_on=consent/signed_on language=consent/language wording=consent/wording",
    ),
    table("from_program", "id made_by public_key pack_id version made_on taken_on clinic phone"),
    parts("program_goals", "from_program", "goals", "from_program_id=../id number text done_at"),
    parts("program_homework", "from_program", "homework", "from_program_id=../id number text due done_at"),
    parts("program_lines", "from_program", "lines", "from_program_id=../id number kind taken_in taken_out"),
];
