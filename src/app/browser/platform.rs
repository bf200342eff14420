//! Which kind of browser this is, as far as it changes what a person has to do to get the app onto the home screen, and what
//! happens to the entries if they do not, how its maps are asked for, what can remind, and how a file is handed over. Nothing else may
//! depend on it.

use domain::Texting;
use js_sys::Reflect;

use super::handrail;

/// How the app gets onto the home screen from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Install {
    /// It runs from there already.
    Done,
    /// The browser asks when told to (`handrail::install`).
    Ask,
    /// iPhone and iPad: Share, then Add to Home Screen.
    ByShare,
    /// Other phones: the browser's menu.
    ByMenu,
    /// A computer: the address bar, or the menu.
    ByAddressBar,
    /// A page inside another app cannot be installed, and may forget what is saved.
    ElsewhereFirst,
}

/// What kind of device it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// iPhone, iPad, iPod.
    Iphone,
    Android,
    Computer,
}

/// Asks the browser to put this page on paper. Where it cannot, nothing happens.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// What kind of device this is.
pub fn kind() -> Kind {
    let agent = user_agent();
    if is_apple_touch(&agent) {
        Kind::Iphone
    } else if agent.contains("Android") {
        Kind::Android
    } else {
        Kind::Computer
    }
}

/// Whether WebKit draws this: on an iPhone or iPad in every browser, on a Macintosh in Safari.
pub fn is_apple() -> bool {
    let agent = user_agent();
    is_apple_touch(&agent) || is_safari_on_macintosh(&agent)
}

/// The way from here, now. It changes with `handrail:install-possible` and `handrail:installed`.
pub fn way_to_install() -> Install {
    if is_installed() {
        return Install::Done;
    }
    if handrail::can_install() {
        return Install::Ask;
    }
    let agent = user_agent();
    if is_inside_another_app(&agent) {
        Install::ElsewhereFirst
    } else if is_apple_touch(&agent) {
        Install::ByShare
    } else if agent.contains("Android") || agent.contains("Mobile") {
        Install::ByMenu
    } else {
        Install::ByAddressBar
    }
}

/// Whether the app runs from the home screen, in a window of its own.
pub fn is_installed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let is = |mode: &str| {
        let query = window.match_media(&format!("(display-mode: {mode})")).ok().flatten();
        query.is_some_and(|query| query.matches())
    };
    // Safari on a phone says it in its own way, and did so long before it knew the query.
    let says_safari = Reflect::get(&window.navigator(), &"standalone".into()).is_ok_and(|says| says.is_truthy());
    says_safari || is("standalone") || is("minimal-ui") || is("fullscreen")
}

/// Whether the browser deletes what a page keeps after seven days without a visit: Safari, and every browser on an iPhone or iPad,
/// while the app is not installed (WebKit's tracking prevention, since 2020).
pub fn forgets_after_seven_days() -> bool {
    !is_installed() && is_apple()
}

/// Whether the app on the home screen has a store of its own, so that what was saved here stays behind (iPhone and iPad).
pub fn begins_empty_when_installed() -> bool {
    is_apple_touch(&user_agent())
}

/// The way to a map.
pub struct ToMap {
    pub href: String,
    /// The website that it leads to, where the device has no map of its own. It learns the place, so it is named before the tap.
    pub site: Option<&'static str>,
}

/// An address that shows a place on a map: the device's own where it has one (every phone, and a Macintosh), otherwise
/// OpenStreetMap's page. Nothing is asked for before it is opened.
pub fn maps_link(place: &str) -> ToMap {
    let agent = user_agent();
    let place = String::from(js_sys::encode_uri_component(place));
    let own = |href: String| ToMap { href, site: None };
    if is_apple_touch(&agent) || agent.contains("Macintosh") {
        own(format!("maps:?q={place}"))
    } else if agent.contains("Android") {
        own(format!("geo:0,0?q={place}"))
    } else {
        let href = format!("https://www.openstreetmap.org/search?query={place}");
        ToMap { href, site: Some("openstreetmap.org") }
    }
}

fn is_safari_on_macintosh(agent: &str) -> bool {
    let is_safari = agent.contains("Safari/") && !agent.contains("Chrome/") && !agent.contains("Chromium/");
    is_safari && agent.contains("Macintosh")
}

/// How the phone's own program for messages is told what to write. A Macintosh hands it to the phone beside it.
pub fn texting() -> Texting {
    let agent = user_agent();
    if is_apple_touch(&agent) || agent.contains("Macintosh") { Texting::Apple } else { Texting::Others }
}

/// An iPad calls itself a Macintosh, but no Macintosh has a touch screen.
fn is_apple_touch(agent: &str) -> bool {
    let has_touch = web_sys::window().is_some_and(|window| window.navigator().max_touch_points() > 1);
    ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name)) || (agent.contains("Macintosh") && has_touch)
}

/// The marks that the readers inside social and chat apps put into their name.
fn is_inside_another_app(agent: &str) -> bool {
    ["FBAN/", "FBAV/", "Instagram", "Line/", "Snapchat", "TikTok", "musical_ly", "; wv)"]
        .iter()
        .any(|mark| agent.contains(mark))
}

fn user_agent() -> String {
    web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}
