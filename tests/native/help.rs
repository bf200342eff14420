//! Help is the same wherever it is shown: with the app, without it, when it does not start and when it has stopped. 988 comes first, 911 after it.

use domain::{CRISIS_LINES, CrisisLineId};
use stories_native::{assert_faultless, source, sources};

/// Whom the lists of a static page call or text, list by list.
fn lists(page: &str) -> Vec<Vec<String>> {
    let list = |part: &str| {
        let part = part.split("</ul>").next().unwrap_or_default();
        let links = part.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.filter(|href| href.starts_with("tel:") || href.starts_with("sms:")).map(str::to_owned).collect()
    };
    page.split("<ul class=\"rows\"").skip(1).map(list).filter(|list: &Vec<String>| !list.is_empty()).collect()
}

#[test]
fn where_911_is_offered_988_comes_before_it() {
    let mut faults = Vec::new();
    let mut seen = 0;
    for file in sources("public", &[".html"]) {
        for list in lists(&file.text) {
            let place = |start: &str| list.iter().position(|href| href.starts_with(start));
            if let Some(emergency) = place("tel:911") {
                seen += 1;
                let first = [place("tel:988"), place("sms:988")];
                if first.iter().any(|place| place.is_none_or(|place| place > emergency)) {
                    faults.push(format!("{}: {list:?}", file.path));
                }
            }
        }
    }
    // Help in two languages, and the screens for a start that does not work and for a stop.
    assert_eq!(seen, 4);
    let app = ["src/app/pages/help_now.rs", "src/app/pages/calls.rs"].map(source);
    for file in app {
        let place = |id: &str| file.text.find(&format!("CrisisLineId::{id}"));
        if place("Lifeline988").zip(place("Emergency")).is_none_or(|(first, second)| first > second) {
            faults.push(file.path);
        }
    }
    assert_faultless("places where 988 does not come first", &faults);
    assert_eq!(CRISIS_LINES.map(|line| line.id)[..2], [CrisisLineId::Lifeline988, CrisisLineId::Emergency]);
}

#[test]
fn every_line_is_on_the_page_that_needs_no_app() {
    let page = source("public/help.html").text.replace("&amp;", "&");
    let links = CRISIS_LINES
        .iter()
        .flat_map(|line| [line.tel_link(), line.sms_link(domain::Language::En), line.sms_link(domain::Language::Es)]);
    let missing: Vec<String> = links.flatten().filter(|link| !page.contains(&format!("href=\"{link}\""))).collect();
    assert_faultless("lines that help.html does not have", &missing);
}

#[test]
fn the_page_one_leaves_to_says_nothing_and_asks_nobody() {
    let page = source("public/blank.html").text;
    let shown = page.split_once("<html").map_or("", |(_, rest)| rest).to_lowercase();
    for telling in ["handrail", "help", "988", "911", "crisis", "<script", "http", "main.css", "icons/"] {
        assert!(!shown.contains(telling), "{telling}");
    }
}
