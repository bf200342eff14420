//! Compressed copies beside the files, made once here, as small as they get, so that no server has to make them again.

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use std::io::Write;

/// Whether it is worth compressing: pictures and the like are compressed already.
pub fn is_compressible(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    matches!(extension, Some("html" | "js" | "css" | "json" | "webmanifest" | "svg" | "txt" | "xml" | "wasm" | "bin"))
}

/// Brotli at its strongest: quality 11, window 22.
///
/// # Errors
/// None is known; writing to memory is fallible by its type.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut std::io::Cursor::new(bytes), &mut packed, &parameters).context("brotli")?;
    Ok(packed)
}

/// Gzip at its strongest, with no time in its header: the same bytes on every day.
///
/// # Errors
/// As [`brotli`].
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    writer.write_all(bytes).context("gzip")?;
    writer.finish().context("gzip")
}

#[cfg(test)]
mod tests {
    use super::{brotli, gzip, is_compressible};
    use std::io::Read;

    #[test]
    fn what_was_compressed_comes_back() {
        let text = "Handrail, Handrail, Handrail. ".repeat(40);
        let (mut from_brotli, mut from_gzip) = (Vec::new(), String::new());
        let packed = brotli(text.as_bytes()).unwrap();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut from_brotli).unwrap();
        flate2::read::GzDecoder::new(gzip(text.as_bytes()).unwrap().as_slice()).read_to_string(&mut from_gzip).unwrap();
        assert_eq!(from_brotli, text.as_bytes());
        assert_eq!(from_gzip, text);
        assert!(packed.len() < 100);
    }

    #[test]
    fn the_same_on_every_day() {
        let packed = gzip(b"same").unwrap();
        assert_eq!(packed, gzip(b"same").unwrap());
        assert_eq!(packed.get(4..8), Some([0, 0, 0, 0].as_slice()));
    }

    #[test]
    fn a_picture_is_left_as_it_is() {
        assert!(!is_compressible("icons/mark.png"));
        assert!(is_compressible("app_bg.wasm") && is_compressible("manifest.webmanifest"));
    }
}
