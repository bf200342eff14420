//! What a text field and a text area share: label, hint, error and count, and how they are tied to the input.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::{Signal, derived};
use crate::live::show_let;

use crate::icon::{Glyph, Icon};

/// How much may be written. Nothing is cut off: what is too long stays in the field and is said.
#[derive(Clone, Copy)]
pub struct Limit {
    /// The most Unicode characters.
    pub characters: usize,
    /// "12 characters left".
    pub left: Callback<usize, String>,
    /// "12 characters too many".
    pub over: Callback<usize, String>,
}

impl Limit {
    /// The sentence about `written` characters; none while the end is far away.
    fn sentence(&self, written: usize) -> Option<String> {
        match self.characters.checked_sub(written) {
            None => Some(self.over.run(written - self.characters)),
            Some(left) if left <= near(self.characters) => Some(self.left.run(left)),
            Some(_) => None,
        }
    }
}

/// From how many characters left on the count is shown: a tenth, at least ten, at most two hundred.
fn near(characters: usize) -> usize {
    (characters / 10).clamp(10, 200)
}

/// The texts around one input, and their ids. `Copy`, so that each closure of a view can have it.
#[derive(Clone, Copy)]
pub(crate) struct Texts {
    id: StoredValue<String>,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
    count: Signal<Option<String>>,
}

impl Texts {
    pub(crate) fn new(
        id: &str,
        value: Signal<String>,
        hint: Signal<Option<String>>,
        error: Signal<Option<String>>,
        limit: Option<Limit>,
    ) -> Self {
        let count = derived(move || limit.and_then(|limit| limit.sentence(value.read().chars().count())));
        Self { id: StoredValue::new(id.to_owned()), hint, error, count }
    }

    /// For `aria-describedby`: the ids of the texts that are there now, the error first.
    pub(crate) fn described_by(self) -> Option<String> {
        let parts = [
            self.error.read().is_some().then(|| self.id_of("error")),
            self.hint.read().is_some().then(|| self.id_of("hint")),
            self.count.read().is_some().then(|| self.id_of("count")),
        ];
        let ids: Vec<String> = parts.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// For `aria-invalid`.
    pub(crate) fn invalid(self) -> Option<&'static str> {
        self.error.read().is_some().then_some("true")
    }

    fn id_of(self, part: &str) -> String {
        self.id.with_value(|id| format!("{id}-{part}"))
    }
}

/// Label and hint above, the input, the error and the count in their places.
#[component]
pub(crate) fn FieldFrame(#[prop(into)] label: Signal<String>, texts: Texts, children: Children) -> impl IntoView {
    view! {
        <div class="field" class:field--error=move || texts.error.read().is_some()>
            <label class="field__label" for=texts.id.get_value()>
                {label}
            </label>
            {show_let(texts.hint, move |hint| view! {
                <p class="field__hint" id=texts.id_of("hint")>
                    {hint}
                </p>
            })}
            // The live region is there before its sentence, or the sentence would not be read out.
            <div class="field__live" aria-live="polite">
                {show_let(texts.error, move |error| view! {
                    <p class="field__error" id=texts.id_of("error")>
                        <Glyph icon=Icon::Info />
                        <span>{error}</span>
                    </p>
                })}
            </div>
            {children()}
            {show_let(texts.count, move |count| view! {
                <p class="field__count" id=texts.id_of("count")>
                    {count}
                </p>
            })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(characters: usize) -> Limit {
        let left = Callback::new(|left: usize| format!("{left} left"));
        let over = Callback::new(|over: usize| format!("{over} too many"));
        Limit { characters, left, over }
    }

    #[test]
    fn the_count_is_silent_until_the_end_is_near() {
        let owner = Owner::new();
        owner.set();
        assert_eq!(limit(100).sentence(89), None);
        assert_eq!(limit(100).sentence(90).as_deref(), Some("10 left"));
        assert_eq!(limit(100).sentence(100).as_deref(), Some("0 left"));
        assert_eq!(limit(100).sentence(101).as_deref(), Some("1 too many"));
    }
}
