//! The part of a file that speaks of one series, written again as a calendar of its own: its later dates are worked out from it when
//! their time comes.

use crate::blocks::{Block, Frame};
use domain::MAX_SOURCE_BYTES;

/// The events of one series, each with the number of its frame, with the zones they name. None when that is too long to keep.
pub(crate) fn of<'a>(frames: &[Frame], events: impl Iterator<Item = (usize, &'a Block)>) -> Option<String> {
    let mut events: Vec<(usize, &Block)> = events.collect();
    events.sort_by_key(|(frame, block)| (*frame, block.line));
    let mut text = String::new();
    for (number, frame) in frames.iter().enumerate() {
        let inside: Vec<&Block> = events.iter().filter(|(of, _)| *of == number).map(|(_, block)| *block).collect();
        if inside.is_empty() {
            continue;
        }
        let is_named = |zone: &&Block| {
            // A comma is escaped in a text, and not in the parameter of a date, where a caret is (RFC 6868).
            let name = zone.raw("TZID").next().unwrap_or_default().replace('\\', "");
            let with_carets = name.replace('^', "^^").replace('"', "^'");
            let is_there = |line: &String| line.contains(&name) || line.contains(&with_carets);
            inside.iter().any(|block| block.lines.iter().any(is_there))
        };
        text.push_str("BEGIN:VCALENDAR\r\n");
        write_lines(&mut text, &frame.head.lines);
        for block in frame.zones.iter().filter(is_named).chain(inside.iter().copied()) {
            write_block(&mut text, block);
        }
        text.push_str("END:VCALENDAR\r\n");
        if text.len() > MAX_SOURCE_BYTES {
            return None;
        }
    }
    Some(text).filter(|text| !text.is_empty())
}

fn write_block(text: &mut String, block: &Block) {
    text.push_str(&format!("BEGIN:{}\r\n", block.name));
    write_lines(text, &block.lines);
    // A reminder is for the calendar that has it; only the zones' rules are below a component.
    for child in block.children.iter().filter(|child| child.name != "VALARM") {
        write_block(text, child);
    }
    text.push_str(&format!("END:{}\r\n", block.name));
}

fn write_lines(text: &mut String, lines: &[String]) {
    for line in lines {
        text.push_str(line);
        text.push_str("\r\n");
    }
}
