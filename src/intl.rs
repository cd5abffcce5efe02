//! Dates and numbers as the browser formats them, in the interface's language.

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::dates::Unit;
use crate::strings::LANGUAGE;

/// The calendar unit that begins at `first`, in seconds since 1970, UTC; empty if it is beyond what a browser knows.
pub fn unit(unit: Unit, first: i64) -> String {
    thread_local! {
        // A browser takes a millisecond and more to make one.
        static FORMATS: [OnceCell<Function>; Unit::ALL.len()] = const { [const { OnceCell::new() }; Unit::ALL.len()] };
    }
    let date = JsValue::from(Date::new(&JsValue::from_f64(first as f64 * 1000.0)));
    let written = FORMATS
        .with(|formats| formats[unit as usize].get_or_init(|| date_format(unit)).call1(&JsValue::UNDEFINED, &date));
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

/// A whole number, with its thousands set apart.
pub fn number(number: usize) -> String {
    Some(decimal(number as f64)).filter(|written| !written.is_empty()).unwrap_or_else(|| number.to_string())
}

/// A number with at most three decimals; empty if the browser can't write it.
pub fn decimal(number: f64) -> String {
    thread_local! {
        static FORMAT: Function = Intl::NumberFormat::new(&languages(), &Object::new()).format();
    }
    let written = FORMAT.with(|format| format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number)));
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

fn date_format(unit: Unit) -> Function {
    let fields: &[(&str, &str)] = match unit {
        Unit::Weekday => &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")],
        Unit::Moment => &[
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
            ("hour", "numeric"),
            ("minute", "numeric"),
            ("timeZoneName", "short"),
        ],
        Unit::Day => &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
        Unit::ShortDay => &[("day", "numeric"), ("month", "short")],
        Unit::DayOfYear => &[("day", "numeric"), ("month", "long")],
        Unit::DayOfMonth => &[("day", "numeric")],
        Unit::Month => &[("month", "long"), ("year", "numeric")],
        Unit::MonthOfYear => &[("month", "long")],
        Unit::Year => &[("year", "numeric")],
        Unit::YearBeforeChrist => &[("year", "numeric"), ("era", "short")],
    };
    let options = Object::new();
    for (name, value) in fields.iter().chain([&("timeZone", "UTC")]) {
        // Setting a field of a plain object never fails.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    Intl::DateTimeFormat::new(&languages(), &options).format()
}

fn languages() -> Array {
    Array::of1(&JsValue::from_str(LANGUAGE))
}
