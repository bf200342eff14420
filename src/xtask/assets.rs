//! Content hashes: in file names, so that a copy in a cache is right for ever; in markup, so that a changed file does not run.

use sha2::{Digest, Sha256, Sha384};

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Names that never change, because a browser, a person or a crawler asks for them by name.
const FIXED: [&str; 7] =
    ["index.html", "help.html", "blank.html", "sw.js", "manifest.webmanifest", "robots.txt", "favicon.ico"];

/// How many hexadecimal digits of the SHA-256 go into a file name.
pub const NAME_DIGITS: usize = 16;

/// SHA-256 in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// One digest over many named files, for "are these two folders the same".
pub fn sha256_of_all<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut digest = Sha256::new();
    for (path, bytes) in files {
        // The length keeps "ab" + "c" apart from "a" + "bc".
        digest.update(format!("{path}\0{}\0", bytes.len()));
        digest.update(bytes);
    }
    hex(&digest.finalize())
}

/// What goes into an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// The same in 256 bits, as a policy names a script or a style that stands in its page.
pub fn integrity_256(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// `icons/mark.png` with these bytes becomes `icons/mark.0123456789abcdef.png`; a fixed name stays.
pub fn published_path(path: &str, bytes: &[u8]) -> String {
    if has_fixed_name(path) {
        return path.to_owned();
    }
    let digits: String = sha256_hex(bytes).chars().take(NAME_DIGITS).collect();
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let named = match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{digits}.{extension}"),
        None => format!("{name}.{digits}"),
    };
    if folder.is_empty() { named } else { format!("{folder}/{named}") }
}

/// Whether a file keeps its name when published.
pub fn has_fixed_name(path: &str) -> bool {
    FIXED.contains(&path) || path.starts_with(".well-known/")
}

/// The hash in a published name, if it has one: such a file may be kept for ever.
pub fn hash_in_name(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?;
    name.split('.').skip(1).find(|part| part.len() == NAME_DIGITS && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Standard base64 with padding.
pub fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut group = [0_u8; 4];
        for (to, from) in group.iter_mut().skip(1).zip(chunk) {
            *to = *from;
        }
        let bits = u32::from_be_bytes(group);
        for place in 0..4_usize {
            let index = usize::try_from((bits >> (18 - 6 * place)) & 0x3f).unwrap_or_default();
            let digit = BASE64.get(index).copied().unwrap_or(b'=');
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{base64, hash_in_name, integrity, published_path, sha256_hex, sha256_of_all};

    #[test]
    fn a_published_name_tells_its_content() {
        assert_eq!(published_path("app.js", b"abc"), "app.ba7816bf8f01cfea.js");
        assert_eq!(published_path("icons/mark.svg", b"abc"), "icons/mark.ba7816bf8f01cfea.svg");
        assert_ne!(published_path("app.js", b"abd"), published_path("app.js", b"abc"));
        assert_eq!(published_path("index.html", b"abc"), "index.html");
        assert_eq!(published_path(".well-known/security.txt", b"abc"), ".well-known/security.txt");
    }

    #[test]
    fn a_hash_is_found_again_in_a_name() {
        assert_eq!(hash_in_name("icons/mark.ba7816bf8f01cfea.svg"), Some("ba7816bf8f01cfea"));
        assert_eq!(hash_in_name("app.ba7816bf8f01cfea.js.br"), Some("ba7816bf8f01cfea"));
        assert_eq!(hash_in_name("index.html"), None);
        assert_eq!(hash_in_name("ba7816bf8f01cfea"), None);
    }

    #[test]
    fn base64_is_as_in_rfc_4648() {
        let vectors =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (plain, coded) in vectors {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn hashes_are_as_published() {
        assert_eq!(sha256_hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert!(integrity(b"").starts_with("sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdD"));
    }

    #[test]
    fn moving_a_byte_from_one_file_to_the_next_is_noticed() {
        let one = sha256_of_all([("a", b"xy".as_slice()), ("b", b"z".as_slice())]);
        let other = sha256_of_all([("a", b"x".as_slice()), ("b", b"yz".as_slice())]);
        assert_ne!(one, other);
    }
}
