//! What is shared as a file: just what is found, in a form to choose, shown before it is taken along.

use leptos::prelude::*;
use sidebyline_export::{Form, Table, annotations, csv, json, markdown};

use super::data::Whole;
use super::sheet::Sheet;
use super::take::take_along;
use crate::components::filters::choice;
use crate::components::parts::{div, maybe, p, row};
use crate::load::{Home, Kept};
use crate::node::{Node, live};
use crate::strings::share as words;

/// The forms in which data are taken along; citations have a place of their own.
const FORMS: [Form; 4] = [Form::Csv, Form::Json, Form::Markdown, Form::Annotations];

/// What is chosen.
#[derive(Clone, Copy)]
pub struct Chosen {
    form: RwSignal<Form>,
    table: RwSignal<Table>,
}

impl Chosen {
    /// What most want.
    pub fn new() -> Self {
        Self { form: RwSignal::new(Form::Csv), table: RwSignal::new(Table::Events) }
    }
}

/// What the file has in it, the choice, and the file itself.
pub fn download(sheet: Sheet, chosen: Chosen) -> Node {
    let forms = move || FORMS.map(|form| (form == chosen.form.get(), words::form(form).into())).into();
    let pick = move |at: usize| chosen.form.set(FORMS.get(at).copied().unwrap_or(Form::Csv));
    let tables = move || {
        let counts = words::counts(&sheet.excerpt());
        let table = |(&(table, _), words)| (table == chosen.table.get(), words);
        Table::ALL.iter().zip(counts).map(table).collect()
    };
    let pick_table = move |at: usize| chosen.table.set(Table::ALL.get(at).map_or(Table::Events, |&(table, _)| table));
    let table = live(move || maybe(chosen.form.get().has_tables().then(|| choice(words::ROWS, tables, pick_table))));
    let what = live(move || {
        let filter = sheet.state.answer(|answer| sidebyline_export::words(&answer.selection, &sheet.story().dataset));
        words::contents(&words::counts(&sheet.excerpt()).join(", "), &filter, sheet.is_all())
    });
    row([
        p("sharing__hint", what),
        div("embed__options", row([choice(words::FORM, forms, pick), table])),
        live(move || content(sheet, chosen)),
    ])
    .into()
}

fn content(sheet: Sheet, chosen: Chosen) -> Node {
    let (form, table) = (chosen.form.get(), chosen.table.get());
    let whole = if form == Form::Json { sheet.whole() } else { Whole::Unasked };
    let is_waiting = matches!(whole, Whole::Waiting);
    if matches!(whole, Whole::Nowhere) {
        let only_packed = matches!(sheet.story().file, Kept::Packed(..)) && sheet.story().home != Home::Site;
        return p("sharing__hint", if only_packed { words::ONLY_PACKED } else { words::NO_FILE });
    }
    let text = move || {
        let (dataset, excerpt, origin) =
            (&sheet.story().dataset, sheet.excerpt(), sheet.origin(sheet.digest.get().unwrap_or_default()));
        match (form, &whole) {
            (Form::Json, Whole::Here(wire)) => json(wire, dataset, &excerpt, &origin),
            (Form::Json, _) => words::FILE_WAITING.into(),
            (Form::Markdown, _) => markdown(table, dataset, &excerpt, &origin),
            (Form::Annotations, _) => annotations(dataset, &excerpt, &origin),
            _ => csv(table, dataset, &excerpt, &origin),
        }
    };
    let what = match form {
        Form::Annotations => words::QUOTES_FILE,
        form if form.has_tables() => words::table_file(table),
        _ => "",
    };
    let save = move || (sheet.file_name(what, form.extension()), form.media_type());
    // What waits has the place of what it waits for, so that nothing moves.
    let field = take_along(sheet, "_share-file", words::FILE, "12", text, save).attr("inert", is_waiting);
    row([p("sharing__hint", words::form_hint(form)), field]).into()
}
