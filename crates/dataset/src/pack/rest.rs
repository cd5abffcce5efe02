//! What a file has besides its dataset: keys that nobody knows, what the model leaves out, and how defaults are written.
//!
//! It is kept as what has to be changed in the JSON that the model gives, to get the file's:
//!
//! | patch | means |
//! | --- | --- |
//! | `{"=": value}` | this value stands here |
//! | `{"o": {key: patch}, "-": [keys]}` | of this object, these values are to be changed and these keys left out |
//! | `{"l": [[position, patch]]}` | of this list, these values are to be changed |

use serde_json::{Map, Value, json};

/// What has to be changed in `from` to get `to`; none if nothing has.
pub(super) fn difference(from: &Value, to: &Value) -> Option<Value> {
    if from == to {
        return None;
    }
    Some(match (from, to) {
        (Value::Object(from), Value::Object(to)) => {
            let changed: Map<String, Value> = to
                .iter()
                .filter_map(|(key, value)| {
                    let patch = from.get(key).map_or_else(|| Some(json!({"=": value})), |from| difference(from, value));
                    Some((key.clone(), patch?))
                })
                .collect();
            let gone: Vec<&String> = from.keys().filter(|key| !to.contains_key(*key)).collect();
            json!({"o": changed, "-": gone})
        }
        (Value::Array(from), Value::Array(to)) if from.len() == to.len() => {
            let changed = from.iter().zip(to).enumerate();
            let changed = changed.filter_map(|(at, (from, to))| Some(json!([at, difference(from, to)?])));
            json!({"l": changed.collect::<Vec<Value>>()})
        }
        _ => json!({"=": to}),
    })
}

/// Changes `value` as `patch` says; none if that is no patch for it.
pub(super) fn apply(value: &mut Value, patch: &Value) -> Option<()> {
    let patch = patch.as_object()?;
    if let Some(whole) = patch.get("=") {
        *value = whole.clone();
    } else if let Some(changed) = patch.get("o") {
        let object = value.as_object_mut()?;
        for (key, patch) in changed.as_object()? {
            apply(object.entry(key.clone()).or_insert(Value::Null), patch)?;
        }
        for key in patch.get("-")?.as_array()? {
            object.remove(key.as_str()?);
        }
    } else {
        let list = value.as_array_mut()?;
        for entry in patch.get("l")?.as_array()? {
            let position = usize::try_from(entry.get(0)?.as_u64()?).ok()?;
            apply(list.get_mut(position)?, entry.get(1)?)?;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &Value, to: &Value) {
        let mut value = from.clone();
        if let Some(patch) = difference(from, to) {
            apply(&mut value, &patch).expect("it fits");
        }
        assert_eq!(&value, to);
    }

    #[test]
    fn what_is_changed_is_changed_back() {
        check(&json!({"a": 1, "b": [1, {"c": 2}]}), &json!({"b": [1, {"c": null, "d": {}}], "e": {"=": 1}}));
        check(&json!([1, 2]), &json!([1]));
        check(&json!({"a": null}), &json!({}));
        check(&json!({}), &json!({"a": null}));
        check(&json!(1), &json!(1.0));
    }

    #[test]
    fn what_is_no_patch_changes_nothing_it_should_not() {
        for patch in [json!(1), json!({}), json!({"o": {"a": {}}, "-": []}), json!({"l": [[7, {"=": 1}]]})] {
            assert_eq!(apply(&mut json!({"a": 1}), &patch), None);
        }
    }
}
