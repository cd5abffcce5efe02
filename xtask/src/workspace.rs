//! Where things are in the repository.

use std::path::{Path, PathBuf};

use crate::error::{Context, Error};

/// The name of the package that becomes the page.
pub const APP: &str = "sidebyline-app";

/// The repository's root, and the paths that are made from it.
#[derive(Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this program belongs to, whatever directory it was started in.
    pub fn find() -> Result<Self, Error> {
        // `cargo run` says where this package is now; the other is where it was when it was compiled.
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .parent()
            .filter(|root| root.join("Cargo.lock").is_file())
            .ok_or_else(|| Error::new(format!("no Cargo.lock beside {}", package.display())))?;
        Ok(Self { root: root.to_owned() })
    }

    /// The repository's root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the root, by its parts joined with `/`.
    pub fn path(&self, below: &str) -> PathBuf {
        below.split('/').fold(self.root.clone(), |path, part| path.join(part))
    }

    /// Where builds for the browser go. It is apart from `target/` because another compiler may make them,
    /// and two compilers in one directory would each undo the other's work.
    pub fn web_target(&self) -> PathBuf {
        self.path("target/web")
    }

    /// The name of the dataset that the page shows by itself, as `index.html` says it: `public/data/NAME.json`.
    pub fn dataset(&self) -> Result<String, Error> {
        let path = self.path("index.html");
        let page = std::fs::read_to_string(&path).context(path.display())?;
        let name = dataset_in_page(&page)
            .ok_or_else(|| Error::new(format!("{} has no {DATASET_META}NAME\">", path.display())))?;
        Ok(name.to_owned())
    }

    /// The version of a package in Cargo.lock.
    pub fn locked_version(&self, package: &str) -> Result<String, Error> {
        let path = self.path("Cargo.lock");
        let lock = std::fs::read_to_string(&path).context(path.display())?;
        version_in_lock(&lock, package).ok_or_else(|| Error::new(format!("{} does not name {package}", path.display())))
    }
}

/// What names the dataset in a page, up to its name.
pub const DATASET_META: &str = "<meta name=\"dataset\" content=\"";

fn dataset_in_page(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(DATASET_META)?;
    rest.split_once('"').map(|(name, _)| name).filter(|name| !name.is_empty())
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{dataset_in_page, version_in_lock};

    #[test]
    fn the_dataset_is_the_one_that_the_page_names() {
        let page = "<head>\n<meta name=\"dataset\" content=\"my-story\">\n<meta name=\"packed\" content=\"x\">";
        assert_eq!(dataset_in_page(page), Some("my-story"));
        assert_eq!(dataset_in_page("<meta name=\"dataset\" content=\"\">"), None);
        assert_eq!(dataset_in_page("<head>"), None);
    }

    #[test]
    fn a_version_is_read_by_the_exact_name() {
        let lock =
            "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.1\"\n";
        assert_eq!(version_in_lock(lock, "a").as_deref(), Some("2.0.1"));
        assert_eq!(version_in_lock(lock, "b"), None);
    }
}
