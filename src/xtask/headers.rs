//! The headers every answer carries in production. One place: what `serve` sends, the journeys run under and `dist/headers.json`
//! gives a clinic's IT person to copy are the same.

use crate::assets::hash_in_name;
use serde_json::{Value, json};

/// Nothing but our own origin, no inline script or style, no script from a string.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";

/// The worker that reads lists of meetings, by the beginning of its published path. A worker keeps to the policy of its own script.
const MEETINGS_WORKER: &str = "workers/meetings.";

/// The counselor's page opens files that are handed to it and asks nobody for anything but its own program.
pub const COUNSELOR_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";

/// The same page as one file: the script and the style that stand in it, by their hashes (`sha256-…`), and nothing else. It can ask nobody.
pub fn one_file_policy(script: &str, style: &str) -> String {
    COUNSELOR_POLICY
        .replace("script-src 'self'", &format!("script-src '{script}'"))
        .replace("style-src 'self'", &format!("style-src '{style}'"))
        .replace("connect-src 'self'", "connect-src 'none'")
}

/// The policy of a file. Every one has [`CONTENT_SECURITY_POLICY`] but two. The counselor's page has a stricter one of its own. And the script of the
/// worker that fetches the list at an address the person typed alone may ask other origins, over https, and has nothing of the journal in it; the page
/// that has cannot.
pub fn content_security_policy(path: &str) -> String {
    if path.starts_with(crate::build::viewer::FOLDER) {
        // The one file brings a policy that is stricter still; both hold, and only this one would forbid what stands in it.
        let is_one_file = path == crate::build::viewer::ONE_FILE;
        return if is_one_file { ONE_FILE_IS_FRAMED_BY_NOBODY.to_owned() } else { COUNSELOR_POLICY.to_owned() };
    }
    let is_meetings = path.starts_with(MEETINGS_WORKER) && path.ends_with(".js");
    let asks = if is_meetings { "connect-src 'self' https:" } else { "connect-src 'self'" };
    CONTENT_SECURITY_POLICY.replace("connect-src 'self'", asks)
}

/// What a server adds to the policy that stands in the one file itself, by the hashes of what is in it.
const ONE_FILE_IS_FRAMED_BY_NOBODY: &str = "frame-ancestors 'none'";

/// The camera reads pairing codes, the microphone is for a reason in one’s own voice, and the position finds meetings near by, each only when asked for; nothing else is
/// ever wanted.
const PERMISSIONS_POLICY: &str = "accelerometer=(), camera=(self), display-capture=(), encrypted-media=(), geolocation=(self), \
    gyroscope=(), hid=(), magnetometer=(), microphone=(self), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()";

/// A name with a hash in it never means anything else.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Kept, but asked about every time: an update must not wait for a cache.
const ASK_FIRST: &str = "no-cache";

/// What every answer carries, errors included.
pub fn on_every_answer() -> [(&'static str, &'static str); 6] {
    [
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", PERMISSIONS_POLICY),
    ]
}

/// How long a file may be kept, by its published path.
pub fn cache_control(path: &str) -> &'static str {
    if hash_in_name(path).is_some() { FOR_EVER } else { ASK_FIRST }
}

/// The type of a file, by its published path. WASM compiles while it arrives only under its own type.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webp") => "image/webp",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

/// The same rules for whoever sets up another server, in the order in which they are to be tried.
pub fn as_json() -> String {
    let named = |pairs: &[(&str, &str)]| {
        Value::Object(pairs.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect())
    };
    let types = ["html", "js", "css", "wasm", "webmanifest", "json", "svg", "png"].map(|extension| {
        let kind = content_type(&format!("x.{extension}"));
        (format!(".{extension}"), Value::from(kind))
    });
    let rules = json!({
        "every answer": named(&on_every_answer()),
        "workers/meetings.*.js, instead of the policy of every answer":
            named(&[("Content-Security-Policy", &content_security_policy("workers/meetings.js"))]),
        "counselor/*, instead of the policy of every answer":
            named(&[("Content-Security-Policy", COUNSELOR_POLICY)]),
        "counselor/handrail-counselor.html, instead of both (it has a policy of its own in it)":
            named(&[("Content-Security-Policy", ONE_FILE_IS_FRAMED_BY_NOBODY)]),
        "counselor/": "answer with counselor/index.html; send counselor on to counselor/",
        "files with 16 hexadecimal digits before the extension": named(&[("Cache-Control", FOR_EVER)]),
        "all other files": named(&[("Cache-Control", ASK_FIRST)]),
        "types": Value::Object(types.into_iter().collect()),
        "compressed copies": "answer with FILE.br or FILE.gz where the browser accepts it, with Content-Encoding and Vary: Accept-Encoding",
        "unknown paths": "a path without a dot in its last part is a screen of the app: answer with index.html and 200; anything else: 404",
    });
    format!("{rules:#}\n")
}

#[cfg(test)]
mod tests {
    use super::{
        CONTENT_SECURITY_POLICY, COUNSELOR_POLICY, as_json, cache_control, content_security_policy, content_type,
        on_every_answer, one_file_policy,
    };

    #[test]
    fn the_page_may_talk_to_its_own_origin_only() {
        let wanted = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
                      media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";
        assert_eq!(CONTENT_SECURITY_POLICY, wanted);
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe-inline") && !CONTENT_SECURITY_POLICY.contains("http"));
    }

    #[test]
    fn only_the_worker_for_meetings_may_ask_others_and_only_over_https() {
        let of_worker = content_security_policy("workers/meetings.0123456789abcdef.js");
        assert_eq!(of_worker.replace(" https:;", ";"), CONTENT_SECURITY_POLICY);
        assert!(of_worker.contains("connect-src 'self' https:;"));
        for other in [
            "index.html",
            "app.0123456789abcdef.js",
            "workers/calendar.0123456789abcdef.js",
            "workers/hand_over.0123456789abcdef.js",
            "workers/program.0123456789abcdef.wasm",
        ] {
            assert_eq!(content_security_policy(other), CONTENT_SECURITY_POLICY);
        }
    }

    #[test]
    fn the_counselors_page_may_do_less_than_the_app_and_its_one_file_asks_nobody() {
        for path in ["counselor/index.html", "counselor/counselor.0123456789abcdef.js"] {
            assert_eq!(content_security_policy(path), COUNSELOR_POLICY);
        }
        let all = COUNSELOR_POLICY.replace("img-src data:", "");
        assert!(all.split("; ").all(|rule| rule.trim().is_empty() || CONTENT_SECURITY_POLICY.contains(rule.trim())));
        let one_file = one_file_policy("sha256-A", "sha256-B");
        assert!(one_file.contains("script-src 'sha256-A' 'wasm-unsafe-eval'; style-src 'sha256-B';"), "{one_file}");
        assert!(one_file.contains("connect-src 'none'") && !one_file.contains("'self'"), "{one_file}");
        assert!(!content_security_policy("counselor/handrail-counselor.html").contains("script-src"));
    }

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        assert!(cache_control("app.ba7816bf8f01cfea.js").contains("immutable"));
        for fixed in ["index.html", "sw.js", "manifest.webmanifest", "version.json", "help.html"] {
            assert_eq!(cache_control(fixed), "no-cache");
        }
    }

    #[test]
    fn wasm_and_the_manifest_have_their_own_types() {
        assert_eq!(content_type("app_bg.ba7816bf8f01cfea.wasm"), "application/wasm");
        assert_eq!(content_type("manifest.webmanifest"), "application/manifest+json");
        assert_eq!(content_type("unknown"), "application/octet-stream");
    }

    #[test]
    fn what_is_written_down_is_what_is_sent() {
        let rules: serde_json::Value = serde_json::from_str(&as_json()).unwrap();
        for (name, value) in on_every_answer() {
            assert_eq!(rules["every answer"][name], value);
            assert!(!value.contains(['\n', '\r']) && !value.contains("  "), "{name} is one line");
        }
    }
}
