//! Draws an image on a canvas, in the page's own faces and colours.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::layout::{Colour, Drawing, Font, Mark, WIDTH, lay_out};
use crate::components::share::picture::Picture;

/// How many pixels of the image stand for one of a page, for screens that show as many.
const SCALE: f64 = 2.0;
/// How many colours sources have; see `styles/tokens.css`.
const HUES: usize = 5;

/// Draws `picture` in a scheme of colours, `light` or `dark`; `more` is said where there is more than it has room for.
/// None if the browser can't draw.
#[expect(clippy::cast_sign_loss, reason = "an image is larger than nothing")]
pub fn draw(canvas: &HtmlCanvasElement, picture: &Picture, more: &str, scheme: &str) -> Option<()> {
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (serif, sans) = (face("--font-text"), face("--font-interface"));
    let css = |font: Font| {
        let (style, face) = match font {
            Font::Title => ("bold ", &serif),
            Font::Source => ("", &serif),
            Font::Badge | Font::Story => ("bold ", &sans),
            Font::Ours | Font::Small => ("", &sans),
        };
        [style, &font.size().to_string(), "px ", face].concat()
    };
    let measure = |font: Font, text: &str| {
        pen.set_font(&css(font));
        pen.measure_text(text).map_or(0.0, |measured| measured.width())
    };
    let Drawing { height, marks, .. } = lay_out(picture, more, &measure);
    // Setting its size empties a canvas and forgets its scale.
    canvas.set_width((WIDTH * SCALE) as u32);
    canvas.set_height((height * SCALE) as u32);
    pen.scale(SCALE, SCALE).ok()?;
    let colours = Colours::of(scheme)?;
    pen.set_fill_style_str(colours.of_paper());
    pen.fill_rect(0.0, 0.0, WIDTH, height);
    for mark in marks {
        match mark {
            Mark::Area { x, y, width, height, colour } => {
                pen.set_fill_style_str(colours.css(colour));
                pen.fill_rect(x, y, width, height);
            }
            Mark::Text { x, y, text, font, colour, rtl } => {
                pen.set_font(&css(font));
                pen.set_fill_style_str(colours.css(colour));
                // Where a browser doesn't know it, the letters still come in their own order.
                let _ = Reflect::set(&pen, &"direction".into(), &if rtl { "rtl" } else { "ltr" }.into());
                pen.set_text_align("start");
                pen.fill_text(&text, x, y).ok()?;
            }
        }
    }
    Some(())
}

/// The names of a face, as the style sheets have them.
fn face(name: &str) -> String {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}

/// The colours of a scheme, in the order of [`NAMES`].
struct Colours(Vec<String>);

const NAMES: [&str; 4 + HUES] = [
    "--color-paper",
    "--color-ink",
    "--color-muted",
    "--color-hairline",
    "--color-source-0",
    "--color-source-1",
    "--color-source-2",
    "--color-source-3",
    "--color-source-4",
];

impl Colours {
    /// Asks the browser what each name stands for in `scheme`: only in an element of its own is that worked out.
    fn of(scheme: &str) -> Option<Self> {
        let probe: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
        document().body()?.append_child(&probe).ok()?;
        let style = probe.style();
        let _ = style.set_property("color-scheme", scheme);
        let colour = |name: &&str| {
            style.set_property("color", &["var(", name, ")"].concat()).ok()?;
            window().get_computed_style(&probe).ok()??.get_property_value("color").ok()
        };
        let colours: Option<Vec<String>> = NAMES.iter().map(colour).collect();
        probe.remove();
        colours.map(Self)
    }

    fn of_paper(&self) -> &str {
        self.css(Colour::Paper)
    }

    fn css(&self, colour: Colour) -> &str {
        let at = match colour {
            Colour::Paper => 0,
            Colour::Ink => 1,
            Colour::Muted => 2,
            Colour::Hairline => 3,
            Colour::Source(source) => 4 + source % HUES,
        };
        &self.0[at]
    }
}
