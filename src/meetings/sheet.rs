//! The Google-sheet form: rows, of which the first one says in plain words what stands in each column.

use crate::entry::Entry;
use crate::json::Value;

/// A sheet, once its first row was read.
pub struct Sheet {
    columns: Option<Vec<String>>,
}

/// As many columns are looked at.
const MAX_COLUMNS: usize = 200;

impl Sheet {
    pub fn new() -> Sheet {
        Sheet { columns: None }
    }

    /// The fields of a row. None for the first row and for an empty one.
    pub fn row(&mut self, cells: Vec<Value>) -> Option<Entry> {
        let Some(columns) = &self.columns else {
            self.columns = Some(cells.iter().take(MAX_COLUMNS).map(column).collect());
            return None;
        };
        let says = |cell: &Value| match cell {
            Value::Null => false,
            Value::Text(text) => !text.trim().is_empty(),
            Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Object(_) => true,
        };
        if !cells.iter().any(says) {
            return None;
        }
        let named = |(name, cell): (&String, Value)| (!name.is_empty()).then(|| (name.clone(), cell));
        Some(Entry::of_row(columns.iter().zip(cells).filter_map(named).collect()))
    }
}

/// "Conference URL" is `conference_url`.
fn column(cell: &Value) -> String {
    let Value::Text(words) = cell else { return String::new() };
    let name: String = words
        .trim()
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter.to_ascii_lowercase() } else { '_' })
        .collect();
    match name.as_str() {
        "id" => "slug".to_owned(),
        "full_address" => "formatted_address".to_owned(),
        _ => name,
    }
}
