//! Which conference companies are known. Only their own addresses are: `evilzoom.us` is not Zoom.

use crate::contact::Link;

/// By domain; a host belongs to one when it is the domain or ends in a dot and the domain.
const PROVIDERS: [(&str, &str); 21] = [
    ("bluejeans.com", "BlueJeans"),
    ("discord.gg", "Discord"),
    ("freeconference.com", "FreeConference"),
    ("freeconferencecall.com", "FreeConferenceCall"),
    ("goto.com", "GoTo"),
    ("gotomeet.me", "GoTo"),
    ("gotomeeting.com", "GoTo"),
    ("horizon.meta.com", "Meta Horizon"),
    ("maps.secondlife.com", "Second Life"),
    ("meet.google.com", "Google Meet"),
    ("meet.jit.si", "Jitsi"),
    ("meetings.dialpad.com", "Dialpad"),
    ("signal.group", "Signal"),
    ("skype.com", "Skype"),
    ("slurl.com", "Second Life"),
    ("teams.live.com", "Microsoft Teams"),
    ("teams.microsoft.com", "Microsoft Teams"),
    ("vrchat.com", "VRChat"),
    ("webex.com", "Webex"),
    ("zoho.com", "Zoho"),
    ("zoom.us", "Zoom"),
];

/// The company's own name, if the address is one of a known company.
pub fn provider_of(link: &Link) -> Option<&'static str> {
    let host = host_of(link)?;
    let belongs = |domain: &str| {
        host == domain || host.strip_suffix(domain).is_some_and(|before| before.ends_with('.') && before.len() > 1)
    };
    PROVIDERS.iter().find(|(domain, _)| belongs(domain)).map(|(_, name)| *name)
}

/// The host that a browser would go to, in lower case. None when there is none, or when a name stands before it (`zoom.us@evil.example`):
/// nobody who means well writes that.
pub fn host_of(link: &Link) -> Option<String> {
    let (_, after) = link.as_str().split_once("//")?;
    // Browsers take a backslash for a slash.
    let authority = after.split(['/', '\\', '?', '#']).next()?;
    if authority.contains('@') {
        return None;
    }
    let host = if authority.starts_with('[') {
        authority.split_inclusive(']').next()?
    } else {
        authority.split(':').next()?
    };
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(link: &str, provider: Option<&str>) {
        assert_eq!(provider_of(&Link::new(link).unwrap()), provider, "{link}");
    }

    #[test]
    fn a_company_is_known_by_its_own_address() {
        check("https://zoom.us/j/1", Some("Zoom"));
        check("https://us02web.zoom.us/j/1", Some("Zoom"));
        check("HTTPS://US02WEB.ZOOM.US:443/j/1", Some("Zoom"));
        check("https://zoom.us./j/1", Some("Zoom"));
        check("https://meet.google.com/abc", Some("Google Meet"));
        check("https://teams.microsoft.com/l/meetup-join/x", Some("Microsoft Teams"));
    }

    #[test]
    fn who_only_looks_like_it_is_not() {
        for link in [
            "https://evilzoom.us/j/1",
            "https://zoom.us.evil.example/j/1",
            "https://zoom.us@evil.example/",
            "https://evil.example/zoom.us",
            "https://evil.example\\.zoom.us/",
            "https://evil.example?zoom.us",
            "https://evil.example#.zoom.us",
            "https://google.com/",
            "https://[::1]/zoom.us",
            "https://ourgroup.example/join",
        ] {
            check(link, None);
        }
    }
}
