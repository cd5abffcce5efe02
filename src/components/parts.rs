//! Plain elements: a class and children. Each kind of element is built by one function, whatever it holds; a `view!`
//! of its own for each place would make a type, and code to build, change and remove it, for each.

use leptos::html;
use leptos::prelude::*;

macro_rules! plain {
    ($($name:ident: $element:ident),+ $(,)?) => { $(
        #[doc = concat!("A `", stringify!($element), "` of this class.")]
        pub fn $name(class: &'static str, children: impl IntoAny) -> AnyView {
            fn build(class: &'static str, children: AnyView) -> AnyView {
                html::$element().class(class).child(children).into_any()
            }
            build(class, children.into_any())
        }
    )+ };
}

plain! { div: div, span: span, p: p, ul: ul, li: li }

/// Several children in a row.
pub fn row<const N: usize>(children: [AnyView; N]) -> Vec<AnyView> {
    Vec::from(children)
}

/// Words of the interface or of the data.
pub fn say(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// Nothing, where something could be.
pub fn maybe(view: Option<AnyView>) -> AnyView {
    view.unwrap_or_else(|| ().into_any())
}

/// Words for who listens and not for the eye.
pub fn unseen(text: impl Into<String>) -> AnyView {
    span("visually-hidden", text.into())
}
