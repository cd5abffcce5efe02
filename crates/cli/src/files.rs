//! Files and folders, in and out. A failure is a [`Finding`] that names the file.

pub mod stream;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use sidebyline_dataset::{Finding, pack, wire};

/// Reads a file; `-` is stdin.
pub fn read(path: &Path) -> Result<Vec<u8>, Finding> {
    let result = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    result.map_err(|error| failed(path, "read", &error))
}

/// Reads a dataset from a file or stdin.
pub fn read_dataset(path: &Path) -> Result<wire::Dataset, Finding> {
    parse_dataset(path, &read_json(path)?)
}

/// Reads a dataset's JSON from a file or stdin: as it is, or out of a pack.
pub fn read_json(path: &Path) -> Result<Vec<u8>, Finding> {
    let bytes = read(path)?;
    if !pack::is_pack(&bytes) {
        return Ok(bytes);
    }
    pack::unpack(&bytes).map(|unpacked| unpacked.json.into_bytes()).map_err(|finding| within(path, finding))
}

/// The dataset that was read from a file.
pub fn parse_dataset(path: &Path, bytes: &[u8]) -> Result<wire::Dataset, Finding> {
    sidebyline_dataset::parse(bytes).map_err(|finding| within(path, finding))
}

/// The finding, with the file that it is about.
pub fn within(path: &Path, finding: Finding) -> Finding {
    Finding { place: format!("{} {}", name(path), finding.place), ..finding }
}

/// Writes a file and the folders that it stands in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Finding> {
    with_folders(path).and_then(|()| fs::write(path, bytes)).map_err(|error| failed(path, "written", &error))
}

/// Makes the folders that a file stands in.
fn with_folders(path: &Path) -> io::Result<()> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(Ok(()), fs::create_dir_all)
}

/// The files that stand directly in a folder, by name. Names that aren't UTF-8 can't be named in a sheet.
pub fn list(folder: &Path) -> Result<BTreeMap<String, PathBuf>, Finding> {
    let cannot = |error: io::Error| failed(folder, "read", &error);
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name().and_then(|name| name.to_str())) {
            files.insert(name.to_owned(), path.clone());
        }
    }
    Ok(files)
}

/// Whether anything stands in a folder. A folder that isn't there is empty.
pub fn is_empty(folder: &Path) -> Result<bool, Finding> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(failed(folder, "read", &error)),
    }
}

/// The `index.html` of each folder in `folder`. A folder that isn't there has none.
pub fn pages_below(folder: &Path) -> Result<Vec<PathBuf>, Finding> {
    let cannot = |error: io::Error| failed(folder, "read", &error);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let page = entry.map_err(cannot)?.path().join("index.html");
        if page.is_file() {
            pages.push(page);
        }
    }
    pages.sort();
    Ok(pages)
}

/// Removes a file, and the folder that it stood in, if nothing else does.
pub fn remove_with_folder(path: &Path) -> Result<(), Finding> {
    fs::remove_file(path).map_err(|error| failed(path, "removed", &error))?;
    if let Some(folder) = path.parent().filter(|folder| is_empty(folder).unwrap_or(false)) {
        fs::remove_dir(folder).map_err(|error| failed(folder, "removed", &error))?;
    }
    Ok(())
}

/// Removes a file that may not be there.
pub fn remove_if_there(path: &Path) -> Result<(), Finding> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(path, "removed", &error)),
        _ => Ok(()),
    }
}

/// Whether a cell names a file inside a folder, and not one above or elsewhere.
pub fn stays_inside(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

/// How a file is called in messages.
pub fn name(path: &Path) -> String {
    if path == Path::new("-") { "stdin".into() } else { path.display().to_string() }
}

fn failed(path: &Path, done: &str, error: &io::Error) -> Finding {
    let mend = match error.kind() {
        io::ErrorKind::NotFound => "Check the path.",
        io::ErrorKind::PermissionDenied => "Check its permissions.",
        _ => "",
    };
    Finding::error(name(path), format!("it can't be {done}: {error}"), mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_cannot_name_a_file_outside_the_folder_of_texts() {
        assert!(stays_inside("000.txt") && stays_inside("april/000.txt"));
        assert!(
            !stays_inside("../000.txt") && !stays_inside("/etc/passwd") && !stays_inside("") && !stays_inside("./a")
        );
    }
}
