//! Pictures: one that was chosen is scaled down and drawn anew, so that what is kept is small and holds nothing of where it was taken.

use domain::Photo;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap, Url};

/// How good the copy is, tried from the best on until it is small enough.
const QUALITIES: [f64; 3] = [0.85, 0.6, 0.4];

/// Why a file did not become a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPicture {
    /// The browser cannot open it: no picture, damaged, too large for this phone.
    CannotOpen,
    /// Whatever was tried, it stayed too large.
    TooLarge,
}

/// The middle of a picture, as a square whose sides are so many pixels long.
///
/// # Errors
/// [`NoPicture`].
pub async fn scaled(file: &File, side: u32) -> Result<Photo, NoPicture> {
    let bitmap = bitmap_of(file, side).await.ok_or(NoPicture::CannotOpen)?;
    let canvas = drawn(&bitmap, side).ok_or(NoPicture::CannotOpen);
    bitmap.close();
    let canvas = canvas?;
    for quality in QUALITIES {
        let blob = blob_of(&canvas, quality).await.ok_or(NoPicture::CannotOpen)?;
        let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|_| NoPicture::CannotOpen)?;
        if let Some(photo) = Photo::new(Uint8Array::new(&buffer).to_vec()) {
            return Ok(photo);
        }
    }
    Err(NoPicture::TooLarge)
}

/// Decoded no larger than needed, where the browser can do that; a picture of 40 megapixels is 160 megabytes otherwise.
async fn bitmap_of(file: &File, side: u32) -> Option<ImageBitmap> {
    let window = JsValue::from(web_sys::window()?);
    let make: Function = Reflect::get(&window, &"createImageBitmap".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    let width = JsValue::from_f64(f64::from(side.saturating_mul(3)));
    Reflect::set(&options, &"resizeWidth".into(), &width).ok()?;
    Reflect::set(&options, &"resizeQuality".into(), &"medium".into()).ok()?;
    let small = settled(make.call2(&window, file, &options).ok()).await;
    let found = match small {
        Some(bitmap) => bitmap,
        // Older Safari knows no options.
        None => settled(make.call1(&window, file).ok()).await?,
    };
    found.dyn_into().ok()
}

async fn settled(promise: Option<JsValue>) -> Option<JsValue> {
    JsFuture::from(promise?.dyn_into::<Promise>().ok()?).await.ok()
}

fn drawn(bitmap: &ImageBitmap, to: u32) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(to);
    canvas.set_height(to);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let side = width.min(height);
    let (left, top, to) = ((width - side) / 2.0, (height - side) / 2.0, f64::from(to));
    context
        .draw_image_with_image_bitmap_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            bitmap, left, top, side, side, 0.0, 0.0, to, to,
        )
        .ok()?;
    Some(canvas)
}

async fn blob_of(canvas: &HtmlCanvasElement, quality: f64) -> Option<Blob> {
    let mut wait = |done: Function, _: Function| {
        let hand_over = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob_with_type_and_encoder_options(
            hand_over.unchecked_ref(),
            "image/jpeg",
            &JsValue::from_f64(quality),
        );
    };
    JsFuture::from(Promise::new(&mut wait)).await.ok()?.dyn_into().ok()
}

/// A picture that can be shown: an address of this page's own, let go when this is.
pub struct Shown(String);

impl Shown {
    /// None when the browser gives no address.
    pub fn of(photo: &Photo) -> Option<Shown> {
        Shown::of_bytes(photo.bytes(), "image/jpeg")
    }

    /// The same for anything that the browser shows or plays, by its type.
    pub fn of_bytes(bytes: &[u8], media_type: &str) -> Option<Shown> {
        let kind = BlobPropertyBag::new();
        kind.set_type(media_type);
        let bytes = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&bytes, &kind).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Shown)
    }

    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}
